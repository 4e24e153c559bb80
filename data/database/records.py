"""What is read of a file and goes into the database, before anything has a row there."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from data.compiled import TOOLCHAIN_SOURCES
from data.positions import Position

_PACKAGE = re.compile(r"\.lake/packages/(?P<name>[^/]+)/(?P<path>.+)")
TOOLCHAIN = "lean4"
"""What the package with Lean's own library is called in paths."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """A file's place: the package it is in, empty for the repository itself, and its path there."""

    package: str
    path: str

    @classmethod
    def of(cls, path: str) -> FileKey:
        """From a path as data sets have it: `.lake/packages/NAME/...` for what is imported from elsewhere."""
        if path.startswith(f"{TOOLCHAIN_SOURCES}/"):
            return cls(TOOLCHAIN, path.removeprefix(f"{TOOLCHAIN_SOURCES}/"))
        match = _PACKAGE.fullmatch(path)
        return cls(match["name"], match["path"]) if match is not None else cls("", path)

    @property
    def dataset_path(self) -> str:
        """The path as data sets have it."""
        if self.package == "":
            return self.path
        prefix = TOOLCHAIN_SOURCES if self.package == TOOLCHAIN else f".lake/packages/{self.package}"
        return f"{prefix}/{self.path}"


@dataclass(frozen=True, slots=True)
class Constant:
    """A name that Lean knows, where it is defined, and the place of its declaration in the file's list, if any."""

    name: str
    start: Position
    end: Position
    owner: int | None


@dataclass(frozen=True, slots=True)
class DeclarationRecord:
    """One declaration.

    Attributes:
        full_name: with its namespaces; of a private declaration without the mangling.
        kind: its keyword.
        is_theorem: whether it states something that is to be proved.
        is_anonymous: whether it has no name.
        start: its first character, doc comment and attributes included.
        end: one past its last character.
        code: as a premise: without comments, a theorem's without its proof.
        statement: from the keyword to the proof.
        proof: from its `:=` on.
        docstring: what its doc comment says, None without one.
        num_holes: how often it says `sorry`.
        num_steps: the tactics of its proof, estimated from its lines; None without a tactic proof.
        before_digest: of the file's text in front of it.
        uses: the constants that its proof names: the file each is defined in, and its name.
    """

    full_name: str
    kind: str
    is_theorem: bool
    is_anonymous: bool
    start: Position
    end: Position
    code: str
    statement: str
    proof: str
    docstring: str | None
    num_holes: int
    num_steps: int | None
    before_digest: str
    uses: tuple[tuple[FileKey, str], ...]

    @property
    def statement_digest(self) -> str:
        """Of what is to be proved; of a declaration with holes that is all of it."""
        text = f"{self.statement}\n{self.proof}" if self.num_holes else self.statement
        return digest(text)


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file.

    Attributes:
        key: where it is.
        digest: tells its content from any other.
        source: its text.
        imports: the files that it imports itself.
        declarations: in order.
        constants: what it defines.
    """

    key: FileKey
    digest: str
    source: str
    imports: tuple[FileKey, ...]
    declarations: tuple[DeclarationRecord, ...]
    constants: tuple[Constant, ...]


def digest(text: str) -> str:
    """Short enough to be kept for every theorem, long enough that no two texts share it."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]
