"""The premises of a repository and what is accessible from where, as LeanDojo writes them in `corpus.jsonl`.

A line is a file: its path, the files it imports, its premises; imported files come first. Premises are known by their
place in that order, so that vectors, index and predictions all mean the same premise by the same number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import networkx
import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from data.durable import written_whole
from data.errors import UsageError
from data.jsonl import first_error, read_lines
from data.positions import Position


@dataclass(frozen=True, slots=True)
class Premise:
    """A declaration that a proof may use.

    Attributes:
        full_name: with its namespaces; of a private declaration without the mangling.
        code: its text without comments; for a theorem without the proof.
        path: the file it is in, relative to the repository.
        start: its first character, doc comment, attributes and modifiers included.
        end: one past its last character, the proof included.
        kind: what the parser calls it: `commanddeclaration`, or `lemma` for Mathlib's own command.
    """

    full_name: str
    code: str
    path: str
    start: Position
    end: Position
    kind: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A Lean file: its path and the paths of what it imports, relative to the repository, and its premises in order."""

    path: str
    imports: tuple[str, ...]
    premises: tuple[Premise, ...]

    def to_json(self) -> str:
        """The file's line of `corpus.jsonl`, without the line end."""
        premises = [
            {
                "full_name": premise.full_name,
                "code": premise.code,
                "start": premise.start,
                "end": premise.end,
                "kind": premise.kind,
            }
            for premise in self.premises
        ]
        return json.dumps({"path": self.path, "imports": self.imports, "premises": premises}, ensure_ascii=False)

    @property
    def digest(self) -> str:
        """Changes whenever anything in the file's line of `corpus.jsonl` does."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()


class Corpus:
    """All premises of a repository and of what it imports.

    Args:
        files: every file, in any order; the premises are numbered in this order.

    Raises:
        UsageError: if a file is there twice or not at all, or files import each other in a circle.
    """

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self.files = tuple(files)
        self.premises = tuple(premise for file in self.files for premise in file.premises)
        self._numbers = {file.path: number for number, file in enumerate(self.files)}
        if len(self._numbers) < len(self.files):
            twice = next(file.path for number, file in enumerate(self.files) if self._numbers[file.path] != number)
            raise UsageError(f"the corpus has {twice} twice; extract it again")
        self._counts = np.array([len(file.premises) for file in self.files], dtype=np.int64)
        self._first = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(self._counts)])
        self._closures = self._transitive_imports()

    def __len__(self) -> int:
        """The number of premises."""
        return len(self.premises)

    def __contains__(self, path: str) -> bool:
        """Whether the corpus has the file `path`."""
        return path in self._numbers

    @classmethod
    def read(cls, path: Path) -> Corpus:
        """Read a `corpus.jsonl`, ours or LeanDojo's.

        Raises:
            UsageError: if it cannot be read, with the line that is wrong.
        """
        files: list[SourceFile] = []
        for number, line in enumerate(read_lines(path), start=1):
            try:
                files.append(_FileLine.model_validate_json(line).to_file())
            except ValidationError as error:
                raise UsageError(
                    f"{path}:{number}: no line of a corpus ({first_error(error)}); extract it again"
                ) from None
        return cls(files)

    def write(self, path: Path) -> None:
        """Write `corpus.jsonl`; the file appears whole or not at all."""
        with written_whole(path) as partial, partial.open("w", encoding="utf-8") as output:
            output.writelines(f"{file.to_json()}\n" for file in self.files)

    @cached_property
    def digest(self) -> str:
        """Changes whenever the content or order of the corpus does."""
        return hashlib.sha256("".join(file.digest for file in self.files).encode()).hexdigest()

    @cached_property
    def import_graph(self) -> networkx.DiGraph[str]:
        """An edge from every file to each file that it imports itself."""
        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from(self._numbers)
        graph.add_edges_from((file.path, imported) for file in self.files for imported in file.imports)
        return graph

    def file(self, path: str) -> SourceFile:
        """The file at `path`.

        Raises:
            UsageError: if the corpus has no such file.
        """
        return self.files[self._number(path)]

    def premise_range(self, path: str) -> range:
        """The numbers of the premises of the file at `path`; raises as `file` does."""
        number = self._number(path)
        return range(int(self._first[number]), int(self._first[number + 1]))

    def locate(self, path: str, position: Position) -> int | None:
        """The number of the premise whose text covers `position`, None if there is none; the first one of several."""
        if path not in self:
            return None
        return next(
            (i for i in self.premise_range(path) if self.premises[i].start <= position <= self.premises[i].end), None
        )

    def accessible(self, path: str, position: Position) -> NDArray[np.int64]:
        """The numbers, ascending, of the premises that a proof at `position` of the file at `path` may use.

        These are the premises of all files imported, directly or not, and those of the same file that end before
        `position` (LeanDojo, arXiv 2306.15626, section 4).

        Raises:
            UsageError: if the corpus has no such file.
        """
        return np.flatnonzero(self.accessible_mask(path, position))

    def accessible_mask(self, path: str, position: Position) -> NDArray[np.bool_]:
        """The same as `accessible`, as one truth value for every premise."""
        mask = self._mask(self._closures[self._number(path)])
        own = self.premise_range(path)
        mask[own.start : own.stop] = [self.premises[i].end <= position for i in own]
        return mask

    def importable_mask(self, paths: Iterable[str]) -> NDArray[np.bool_]:
        """One truth value for every premise: whether it is accessible in a new file that imports `paths`.

        Raises:
            UsageError: if the corpus has not all of these files.
        """
        closure = 0
        for path in paths:
            number = self._number(path)
            closure |= self._closures[number] | 1 << number
        return self._mask(closure)

    def _mask(self, closure: int) -> NDArray[np.bool_]:
        """From a set of files, a bit each, to a truth value for each premise."""
        packed = np.frombuffer(closure.to_bytes(len(self.files) // 8 + 1, "little"), dtype=np.uint8)
        files = np.unpackbits(packed, count=len(self.files), bitorder="little").astype(np.bool_)
        return np.repeat(files, self._counts)

    def _number(self, path: str) -> int:
        number = self._numbers.get(path)
        if number is None:
            raise UsageError(f"the corpus has no file {path}; extract the repository again")
        return number

    def _transitive_imports(self) -> Sequence[int]:
        """For every file the set of files it imports, directly or not, as the bits of a number.

        Mathlib's 6,000 files then need 5 MB; sets of names need a thousand times as much.
        """
        for file in self.files:
            for imported in file.imports:
                if imported not in self:
                    raise UsageError(f"{file.path} imports {imported}, which the corpus has not; extract it again")
        try:
            order = list(networkx.topological_sort(self.import_graph))
        except networkx.NetworkXUnfeasible:
            circle = [edge[0] for edge in networkx.find_cycle(self.import_graph)]
            raise UsageError(f"files import each other in a circle: {' -> '.join([*circle, circle[0]])}") from None
        closures = [0] * len(self.files)
        for path in reversed(order):
            number = self._numbers[path]
            for imported in self.files[number].imports:
                other = self._numbers[imported]
                closures[number] |= closures[other] | 1 << other
        return closures


class _PremiseLine(BaseModel):
    full_name: str | None
    code: str
    start: Position
    end: Position
    kind: str

    @property
    def is_usable(self) -> bool:
        """False for what ReProver leaves out: nameless or generated declarations, and those without text."""
        name = self.full_name
        return (
            name is not None
            and "user__.n" not in name
            and not (name[:1] == "[" and name[-1:] == "]")
            and self.code != ""
        )


class _FileLine(BaseModel):
    path: str
    imports: list[str]
    premises: list[_PremiseLine]

    def to_file(self) -> SourceFile:
        premises = tuple(
            Premise(line.full_name or "", line.code, self.path, line.start, line.end, line.kind)
            for line in self.premises
            if line.is_usable
        )
        return SourceFile(self.path, tuple(self.imports), premises)
