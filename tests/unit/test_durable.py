"""What a crash leaves behind: whole files, whole lines, and a folder that the next run may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.durable import append_line, keep_in_cache, whole_lines, write_durably, written_whole
from data.errors import UsageError
from data.locked_folder import LockedFolder, make_folder


@pytest.mark.parametrize("torn", [b"b", b"a\nb"])
def test_torn_line_is_cut_off_before_the_next_one(tmp_path: Path, torn: bytes) -> None:
    """The next line would otherwise stand behind half of another one, and both were lost."""
    path = tmp_path / "lines"
    path.write_bytes(torn)
    before = whole_lines(path)
    append_line(path, "∀ c")
    append_line(path, "d")
    assert whole_lines(path) == [*before, "∀ c".encode(), b"d"]
    assert path.read_bytes() == b"\n".join([*before, "∀ c\nd\n".encode()])


def test_no_file_holds_no_lines(tmp_path: Path) -> None:
    """A run that has only begun would otherwise not go on."""
    assert whole_lines(tmp_path / "lines") == []


def test_file_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    """A full disk would otherwise cost what had been there."""
    path = tmp_path / "file.npy"
    write_durably(path, "old")
    with pytest.raises(UnicodeEncodeError), written_whole(path) as partial:
        partial.write_text("half of the n\ud800", encoding="utf-8")
    assert path.read_text() == "old"


def test_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A user on a full disk would otherwise get no proof for want of a cache."""
    (tmp_path / "file").touch()
    keep_in_cache(tmp_path / "file" / "kept", b"1")
    keep_in_cache(tmp_path / "folder" / "kept", b"1")
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["kept"]


def test_folder_is_free_after_a_run_that_could_not_begin(tmp_path: Path) -> None:
    """A mistake that is mended would otherwise be answered with a run that nobody finds."""

    class Broken(LockedFolder):
        def _take_over(self) -> None:
            raise RuntimeError("of another run")

    with pytest.raises(RuntimeError) as failure:
        Broken(tmp_path)
    with LockedFolder(tmp_path), pytest.raises(UsageError, match="another run writes to"):
        LockedFolder(tmp_path)
    assert failure.value.args == ("of another run",)


def test_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A traceback tells no user which option to change."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"--out .*/file/run cannot be written: Not a directory"):
        make_folder(tmp_path / "file" / "run")
