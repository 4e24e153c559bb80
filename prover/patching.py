"""Putting proofs into the user's file, in place of their `sorry`s."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from data.errors import UsageError
from data.source import read_source
from data.theorem import Theorem


class Patch:
    """Writes the proofs found for one file, each as soon as it is there.

    The file on disk always holds the user's text with the proofs found so far, and nothing half-written.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._source = source
        self._written = source
        self._edits: list[tuple[int, int, str]] = []

    @property
    def text(self) -> str:
        """The file with all proofs so far."""
        text = self._source
        for start, end, filling in sorted(self._edits, reverse=True):
            text = text[:start] + filling + text[end:]
        return text

    def write(self, theorem: Theorem, filling: str) -> None:
        """Replace the theorem's hole.

        Raises:
            UsageError: if the file changed since it was read, or the hole holds a proof and no `sorry`.
        """
        assert theorem.source == self._source
        if "sorry" not in theorem.source[theorem.hole_start : theorem.hole_end]:
            raise UsageError(f"{self._path}: {theorem.full_name} has a proof already; it is left as it is")
        if read_source(self._path) != self._written:
            raise UsageError(f"{self._path} was changed while the proof was searched for; it is left as it is")
        newline = "\r\n" if "\r\n" in self._source else "\n"
        self._edits.append((theorem.hole_start, theorem.hole_end, filling.replace("\n", newline)))
        _replace(self._path, self.text)
        self._written = self.text


def _replace(path: Path, text: str) -> None:
    """Write the whole file or nothing."""
    target = path.resolve()  # A link stays a link.
    with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        file.write(text.encode())
    os.chmod(file.name, target.stat().st_mode)  # noqa: PTH101 -- a name, not a path
    os.replace(file.name, target)  # noqa: PTH105 -- likewise
