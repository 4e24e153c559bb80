"""What becomes of the proofs that are found: written into the user's files, or into a patch.

Nothing is changed without a flag, a proof that a person wrote is never replaced, and every proof is safe as soon as it
is found: Ctrl-C costs nothing.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shlex
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from data.declarations import sorry_theorems
from data.errors import UsageError
from data.source import read_source
from data.theorem import Theorem
from data.version import VERSION
from prover.lean.command import Lean
from prover.proof import ProofResult

_NEEDS_QUOTES = re.compile(r'["\\\x00-\x1f]')


class PatchedFile:
    """One file and the proofs found for its `sorry`s.

    Args:
        path: the file.
        source: its text.
    """

    def __init__(self, path: Path, source: str) -> None:
        self.path = path
        self.source = source
        self._holes = sorry_theorems(source, path)
        self._fillings: dict[int, str] = {}

    @property
    def text(self) -> str:
        """The file with all proofs so far."""
        return self._filled(self._fillings)

    def _filled(self, fillings: Mapping[int, str]) -> str:
        text = self.source
        for hole in reversed(self._holes):
            if hole.hole_start in fillings:
                text = text[: hole.hole_start] + fillings[hole.hole_start] + text[hole.hole_end :]
        return text

    def has(self, hole: Theorem) -> bool:
        """Whether it is a `sorry` of this file, and no theorem with a proof."""
        return hole in self._holes

    def fill(self, hole: Theorem, filling: str) -> None:
        """Put the proof into its hole."""
        assert self.has(hole)
        newline = "\r\n" if "\r\n" in self.source else "\n"
        self._fillings[hole.hole_start] = filling.replace("\n", newline)

    def with_earlier_proofs(self, hole: Theorem) -> Theorem | None:
        """The same hole in the file with all proofs in front of its declaration; None if there are none."""
        fillings = {start: text for start, text in self._fillings.items() if start < hole.start}
        if not fillings:
            return None
        text = self._filled(fillings)
        shift = len(text) - len(self.source)
        places = {name: getattr(hole, name) + shift for name in ("start", "hole_start", "hole_end", "end")}
        return replace(hole, source=text, **places)

    def adopt(self, text: str) -> list[Theorem] | None:
        """Take over the proofs of `text`, this file with some holes filled: these; None where it differs elsewhere."""
        position, fillings = 0, {}
        starts = [0, *(hole.hole_end for hole in self._holes)]
        ends = [*(hole.hole_start for hole in self._holes), len(self.source)]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            between = self.source[start:end]
            is_last = number == len(self._holes)
            found = len(text) - len(between) if is_last else text.find(between, position)
            if found < position or (number == 0 and found) or not text.startswith(between, found):
                return None
            if number:
                hole = self._holes[number - 1]
                if text[position:found] != self.source[hole.hole_start : hole.hole_end]:
                    fillings[hole.hole_start] = text[position:found]
            position = found + len(between)
        self._fillings |= fillings
        return [hole for hole in self._holes if hole.hole_start in fillings]


class Destination(Protocol):
    """Somewhere proofs are put."""

    def take(self, file: PatchedFile, account: str, /) -> None:
        """Put the file's newest proof where it is to be.

        Args:
            file: the file with the proof in it.
            account: what was proved, how it was found and how it was checked; the first line is a headline.

        Raises:
            UsageError: if that cannot be.
        """

    @property
    def summary(self) -> str:
        """One line about what has been put where, empty if nothing has."""


def account_of(result: ProofResult, *, lean: Lean, words: Sequence[str]) -> str:
    """What is told about a proof where it is put, in the form of a commit's message.

    Args:
        result: a proof.
        lean: what found and checked it.
        words: the arguments of the command line.
    """
    return f"""\
Prove {result.theorem.full_name}

Found by LeanLoop {VERSION} in {result.seconds:.1f} s with {result.num_checks} checks of tactics. A fresh Lean has then
compiled the whole file with the proof in it: no new error, the statement unchanged,
no sorry in the proof, no axiom but Lean's own.

Lean: {lean.version} ({lean.origin})
Axioms: {", ".join(result.axioms) or "none"}
Command: {shlex.join(["prove", *words])}
"""


def patched_files(theorems: Iterable[Theorem]) -> dict[Path, PatchedFile]:
    """The files of the theorems; a statement that was typed has none."""
    sources = {theorem.path: theorem.source for theorem in theorems}
    return {path: PatchedFile(path, source) for path, source in sources.items() if path is not None}


class InPlace:
    """Puts proofs into the files themselves, which always hold the user's text and nothing half-written.

    Raises:
        UsageError: if one of them cannot be written.
    """

    def __init__(self, files: Mapping[Path, PatchedFile]) -> None:
        self._written = {path: file.source for path, file in files.items()}
        for path in files:
            if not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)):
                raise UsageError(f"{path} cannot be written: change its permissions, or use --patch FILE")

    def take(self, file: PatchedFile, _account: str, /) -> None:
        """Write the file anew; it is left as it is if somebody else has changed it."""
        if read_source(file.path) != self._written[file.path]:
            raise UsageError(f"{file.path} was changed while the proof was searched for; it is left as it is")
        _replace(file.path, file.text)
        self._written[file.path] = file.text

    @property
    def summary(self) -> str:
        return ""


class PatchFile:
    """Puts proofs into a file that `git apply` takes.

    Args:
        path: where it is to be.
        root: what the names in it count from.
    """

    def __init__(self, path: Path, *, root: Path) -> None:
        self._path = path
        self._root = root.resolve()
        self._files: dict[Path, PatchedFile] = {}

    def take(self, file: PatchedFile, _account: str, /) -> None:
        """Write the whole patch anew."""
        self._files[file.path] = file
        patches = [
            git_patch(entry.source, entry.text, name=path.resolve().relative_to(self._root).as_posix())
            for path, entry in sorted(self._files.items())
        ]
        try:
            _replace(self._path, "".join(patches))
        except OSError as error:
            raise UsageError(f"the patch {self._path} cannot be written: {error.strerror}") from error

    @property
    def summary(self) -> str:
        return (
            f"the proofs are in {self._path}: git -C {self._root} apply {self._path.absolute()}" if self._files else ""
        )


def patch_root(paths: Iterable[Path]) -> Path:
    """What the names in a patch count from: the top of the Git repository that has the files, else their folder."""
    common = Path(os.path.commonpath([path.resolve().parent for path in paths]))
    return next((folder for folder in (common, *common.parents) if (folder / ".git").exists()), common)


def git_patch(old: str, new: str, *, name: str) -> str:
    """The change of the file `name` in the form of `git diff`."""
    old_name, new_name = (
        json.dumps(side + name, ensure_ascii=False) if _NEEDS_QUOTES.search(name) else side + name
        for side in ("a/", "b/")
    )
    tab = "\t" if " " in name else ""  # Git ends a name with it where it has a space.
    lines = difflib.unified_diff(_lines(old), _lines(new), fromfile=old_name + tab, tofile=new_name + tab)
    marked = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return f"diff --git {old_name} {new_name}\n" + "".join(marked)


def _lines(text: str) -> list[str]:
    """The lines as Git counts them."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _replace(path: Path, text: str) -> None:
    """Write the whole file or nothing."""
    target = path.resolve()  # A link stays a link.
    with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
        file.write(text.encode())
    target.touch()  # A new file gets the mode that others get here.
    os.chmod(file.name, target.stat().st_mode)  # noqa: PTH101 -- a name, not a path
    os.replace(file.name, target)  # noqa: PTH105 -- likewise
