"""Temporary folders: none stays for long, however its process ended, and none is taken from who still needs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.scratch import Scratch, delete_abandoned

_HOLDER = (
    "import time\nfrom data.scratch import Scratch\nheld = Scratch()\nprint(held.path, flush=True)\ntime.sleep(600)\n"
)
_LONG_AGO = time.time() - 3600


@contextmanager
def holder(directory: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process that holds a folder, made an hour ago."""
    environment = {**os.environ, "TMPDIR": str(directory)}
    process = subprocess.Popen([sys.executable, "-c", _HOLDER], stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        (folder / "Verify.lean").write_text("theorem t : True := trivial")
        os.utime(folder, (_LONG_AGO, _LONG_AGO))
        yield process, folder
    finally:
        process.kill()
        process.wait()


def test_what_a_killed_process_leaves_is_deleted_by_the_next(tmp_path: Path) -> None:
    """Users would lose their disk, one killed run after the other."""
    with holder(tmp_path) as (process, folder):
        delete_abandoned.cache_clear()
        delete_abandoned(tmp_path)
        assert folder.is_dir(), "it is still in use"
        process.send_signal(signal.SIGKILL)
        process.wait()
        delete_abandoned.cache_clear()
        delete_abandoned(tmp_path)
        assert not folder.exists()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    """Users would lose files of other programs."""
    (tmp_path / "leanloop-fresh").mkdir()  # its process has not locked it yet
    (tmp_path / "leanloop-notes.txt").write_text("mine")
    (tmp_path / "else").mkdir()
    (tmp_path / "target").mkdir()
    (tmp_path / "leanloop-link").symlink_to(tmp_path / "target")
    for name in ("leanloop-notes.txt", "else", "target"):
        os.utime(tmp_path / name, (_LONG_AGO, _LONG_AGO))
    delete_abandoned.cache_clear()
    delete_abandoned(tmp_path)
    assert len(list(tmp_path.iterdir())) == 5


def test_a_folder_is_gone_when_it_is_closed() -> None:
    """Users would lose space with every theorem."""
    with Scratch() as folder:
        (folder / "F.lean").write_text("")
    assert not folder.exists()
    scratch = Scratch()
    scratch.close()
    scratch.close()
    assert not scratch.path.exists()
