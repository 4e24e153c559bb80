"""Constants by name: where each is defined, and whether a piece of text names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.commands import split_name
from data.positions import Position
from data.source import is_identifier, words


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a constant is defined.

    Attributes:
        path: the file.
        start: the first character of its name.
        end: one past its last character.
        premise: the number, in the corpus, of the declaration that it belongs to; None if that has no name.
    """

    path: str
    start: Position
    end: Position
    premise: int | None


_PRIVATE = re.compile(r"_private\..*?\.0\.")
DERIVED = words("rec recOn casesOn brecOn below noConfusion noConfusionType ctorIdx")
"""What Lean derives from a type has no place of its own; the type's is meant."""


class Definitions:
    """Where the constants of the files read so far are defined."""

    def __init__(self) -> None:
        self._by_name: dict[str, Definition] = {}
        self._others: dict[tuple[str, str], Definition] = {}

    def add(self, module: str, name: str, definition: Definition) -> None:
        """Modules that do not import each other may use a name twice; the first has it where no module is said."""
        if self._by_name.setdefault(name, definition) is not definition:
            self._others[module, name] = definition

    def find(self, module: str | None, name: str) -> Definition | None:
        """The definition of the constant, or of the type from which Lean derived it; None where neither has one."""
        definition = self._find(module, name)
        if definition is None:
            parent, _, last = name.rpartition(".")
            definition = self._find(module, parent) if last in DERIVED else None
        return definition

    def _find(self, module: str | None, name: str) -> Definition | None:
        other = self._others.get((module, name)) if module is not None and self._others else None
        return other or self._by_name.get(name)


def plain_name(name: str) -> str:
    """A constant's name as its user knows it: `_private.Foo.0.bar` is `bar`."""
    return _PRIVATE.sub("", name, count=1) if name.startswith("_private.") else name


def is_named(text: str, name: str) -> bool:
    """Whether `text` is an identifier that means the constant `name`; notation means constants, too, but is none."""
    if "»" not in text and "»" not in name:
        return text.rpartition(".")[2] == name.rpartition(".")[2] and is_identifier(text)
    return is_identifier(text) and _last_part(text) == _last_part(name)


def _last_part(name: str) -> str:
    return split_name(name)[-1].strip("«»")
