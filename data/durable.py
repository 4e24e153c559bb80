"""Files that a crash leaves whole: what appears under its name is complete, and a line once added stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes its name when all is written."""
    # The end of the name stays: some libraries add one of their own where they find another.
    partial = path.with_name(f".partial-{path.name}")
    yield partial
    partial.replace(path)


def write_durably(path: Path, text: str) -> None:
    """Write a file whole or not at all; when this returns, it is on the disk."""
    with written_whole(path) as partial, partial.open("wb") as file:
        file.write(text.encode())
        _to_disk(file)


def keep_in_cache(path: Path, content: bytes) -> None:
    """Write a file of a cache whole or not at all, whoever else writes it; where that cannot be, it only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        return


def append_line(path: Path, line: str) -> None:
    """Add a line to a file; when this returns, it is on the disk. What a crash left of a line before it is cut off."""
    with path.open("ab+") as file:
        if not _ends_whole(file):
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)
        file.write(line.encode() + b"\n")
        _to_disk(file)


def whole_lines(path: Path) -> list[bytes]:
    """The lines of a file that `append_line` writes, perhaps in another process; none if there is no file.

    What stands behind the last line's end is being written, or was when the machine went down.
    """
    return path.read_bytes().split(b"\n")[:-1] if path.exists() else []


def _ends_whole(file: BinaryIO) -> bool:
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
