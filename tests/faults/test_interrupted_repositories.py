"""A clone or a build that is killed half way: the same command, given again, finishes it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.address import parse_address
from data.git import checkout
from tests.integration.git_repositories import Origin

CLONE = """
import sys
from pathlib import Path
from data.address import parse_address
from data.git import checkout
print(checkout(parse_address(sys.argv[1]), cache=Path(sys.argv[2])).root)
"""

BUILD = """
import sys
from pathlib import Path
from prover.lean.embedded import embedded_lean
from prover.lean.project import open_project
root, cache, library = map(Path, sys.argv[1:])
lean = embedded_lean(cache=cache, library=library)
project = open_project(root, lean=lean, cache=cache, progress=lambda line: print(line, flush=True))
print("ready", project.prepare(root / "Last.lean"), flush=True)
"""


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.05)


def test_a_clone_killed_half_way_is_done_again(tmp_path: Path) -> None:
    """After a kill -9 in the middle of a download the user would have to find and delete the half of a repository."""
    origin = Origin(tmp_path / "origin")
    origin.commit({"A.lean": "theorem one : True := trivial\n"})
    started, hook = tmp_path / "started", tmp_path / "hook"
    hook.write_text(f"#!/bin/sh\ntouch '{started}'\nexec sleep 100\n")  # the server stops in the middle of its answer
    hook.chmod(0o755)
    (tmp_path / "gitconfig").write_text(f'[uploadpack]\n  packObjectsHook = "{hook}"\n')
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-c", CLONE, origin.url, str(tmp_path / "cache")]
    clone = subprocess.Popen(command, env=environment, start_new_session=True)
    wait_for(started)
    os.killpg(clone.pid, signal.SIGKILL)
    clone.wait()
    address = parse_address(origin.url)
    assert address is not None
    assert (checkout(address, cache=tmp_path / "cache").root / "A.lean").is_file()
    assert not list(tmp_path.glob("cache/repositories/*/.cloning-*"))


def test_two_clones_at_once_share_one_result(tmp_path: Path) -> None:
    """Several provers are started together, and each would fetch Mathlib, or spoil the others' copy."""
    origin = Origin(tmp_path / "origin")
    origin.commit({"A.lean": "theorem one : True := trivial\n"})
    command = [sys.executable, "-c", CLONE, origin.url, str(tmp_path / "cache")]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    clones = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    roots = {clone.communicate(timeout=60)[0].strip() for clone in clones}
    assert len(roots) == 1
    assert (Path(roots.pop()) / "A.lean").is_file()


@pytest.mark.lean
def test_a_build_killed_half_way_goes_on_where_it_was(tmp_path: Path, tiny_library: Path, fresh_cache: Path) -> None:
    """A package may take an hour to compile, and a laptop may be closed."""
    root = tmp_path / "package"
    root.mkdir()
    for number in range(1, 9):
        head = f"import M{number - 1}\n" if number > 1 else ""
        (root / f"M{number}.lean").write_text(f"{head}theorem m{number} : Truth := Truth.intro\n")
    (root / "Last.lean").write_text("import M8\n")
    command = [sys.executable, "-c", BUILD, str(root), str(fresh_cache), str(tiny_library)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    build = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert build.stdout is not None
    while not build.stdout.readline().startswith("compiled M2 "):
        assert build.poll() is None
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    again = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    *compiled, ready = again.stdout.splitlines()
    assert ready.startswith("ready")
    assert 0 < len(compiled) <= 6, "what was done is done"
    assert compiled[-1].startswith("compiled M8 ")
