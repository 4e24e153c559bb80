"""What is remembered of source files between two runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.errors import UsageError
from prover.lean import sources
from prover.lean.sources import Source, Sources


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "Pack").mkdir()
    (tmp_path / "Pack" / "Base.lean").write_text("import Init\ntheorem one : True := trivial\n")
    return tmp_path


def look(root: Path, module: str = "Pack.Base") -> Source | None:
    """As a new process would."""

    def others() -> Iterator[Path]:
        yield from ()

    found = Sources(root, dependencies=others, memory=root / "memory.json")
    source = found.find(module, root / "Top.lean")
    found.remember()
    return source


def test_a_file_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every opening of a theorem would read hundreds of files again."""
    monkeypatch.setattr(sources, "_SETTLED_NANOSECONDS", -1)
    first = look(root)
    monkeypatch.setattr(sources, "read_source", None)
    assert first is not None
    assert look(root) == first


def test_an_edit_is_seen_even_if_size_and_date_stay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proof would be checked against imports that are no longer there."""
    monkeypatch.setattr(sources, "_SETTLED_NANOSECONDS", -1)
    first, path = look(root), root / "Pack" / "Base.lean"
    status = path.stat()
    path.write_text(path.read_text().replace("one", "two"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    second = look(root)
    assert first is not None
    assert second is not None
    assert first.digest != second.digest


def test_a_file_just_written_is_not_trusted(root: Path) -> None:
    """Two edits within one tick of the file system's clock look like one."""
    look(root)
    assert not (root / "memory.json").exists()


@pytest.mark.parametrize(
    "memory", ["", "[]", '{"format": 1}', '{"format": 1, "files": 3}', '{"format": 99, "files": {}}']
)
def test_a_broken_memory_is_forgotten(root: Path, memory: str) -> None:
    """A full disk or a newer version would make the package unusable."""
    (root / "memory.json").write_text(memory)
    assert look(root) is not None


def test_what_is_no_source_is_not_found(root: Path) -> None:
    """A directory or a missing module must end in our message, not in a traceback."""
    (root / "Pack" / "Folder.lean").mkdir()
    assert look(root, "Pack.Folder") is look(root, "Pack.Missing") is None
    (root / "Pack" / "Latin.lean").write_bytes(b"-- \xe9")
    with pytest.raises(UsageError, match="not UTF-8"):
        look(root, "Pack.Latin")
