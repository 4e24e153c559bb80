"""Where in a repository's files a conjecture would stand: behind the definitions that it speaks of.

A person who states such a theorem has only what came before it to prove it with. Behind all modules many conjectures
are instances of a known theorem, and their proofs teach no more than how to name it.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from conjecturer.ground import UNIVERSES
from conjecturer.statement import read_statement, words_of
from data.declarations import Declaration, declarations, theorem_from_statement
from data.repository import Repository
from data.source import read_source
from data.theorem import Theorem

_DECLARED_LEVELS = re.compile(r"^universe (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a file: one past the end of a definition, or the beginning of a theorem."""

    path: Path
    offset: int


class Places:
    """The places of a repository that conjectures can be put at.

    Args:
        repository: its files.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def theorem(self, name: str, statement: str, *, made_of: str, chance: random.Random) -> Theorem | None:
        """A conjecture in front of a theorem that stands behind the definitions it speaks of.

        Args:
            name: of the conjecture.
            statement: as Lean prints it behind all modules.
            made_of: a theorem of the repository that has its place where the statement speaks of no definition; empty
                where there is none.
            chance: chooses among several places.

        Returns:
            None if there is no such theorem, or no file knows all that the statement speaks of.
        """
        place = self._place(statement, made_of, chance)
        if place is None:
            return None
        before = read_source(place.path)[: place.offset]
        declared = read_statement(statement).declared
        known = {word for line in _DECLARED_LEVELS.findall(before) for word in line.split()}
        levels = sorted(words_of(declared).intersection(UNIVERSES.split()[1:]) - known)
        universes = f"universe {' '.join(levels)}\n\n" if levels else ""
        found = theorem_from_statement(f"{before}{universes}theorem {name} {declared} := sorry\n")
        return replace(found, path=place.path)

    def _place(self, statement: str, made_of: str, chance: random.Random) -> _Place | None:
        used = self._used(statement)
        if not used:
            return self._theorems.get(made_of)
        last = self._last(used)
        if last is None:
            return None
        places = [each for each in self._theorems.values() if each.path == last.path and each.offset >= last.offset]
        return chance.choice(places) if places else None

    def _used(self, statement: str) -> set[_Place]:
        """What a statement speaks of; where only the end of a name is printed, all that end so."""
        found: set[_Place] = set()
        for word in words_of(statement):
            parts = word.split(".")
            heads = [".".join(parts[:number]) for number in range(len(parts), 0, -1)]
            own = next((self._definitions[head] for head in heads if head in self._definitions), None)
            if own is not None:
                found.add(own)
            else:
                found.update(definition for part in parts[1:] for definition in self._by_ending[part])
        return found

    def _last(self, used: set[_Place]) -> _Place | None:
        """The last of them in the file that knows all of them."""
        for path in {definition.path for definition in used}:
            reachable = {*self._repository.imported_files(path), path.resolve()}
            if all(definition.path.resolve() in reachable for definition in used):
                return max((each for each in used if each.path == path), key=lambda each: each.offset)
        return None

    @cached_property
    def _definitions(self) -> dict[str, _Place]:
        """By full name, where what the repository defines ends."""
        return {
            entry.full_name: _Place(path, entry.end)
            for path, entry in self._declarations
            if not entry.is_theorem and not entry.is_anonymous
        }

    @cached_property
    def _by_ending(self) -> defaultdict[str, list[_Place]]:
        """By the last part of the name: Lean prints `t.size`, not `Tree.size t`."""
        found: defaultdict[str, list[_Place]] = defaultdict(list)
        for name, definition in self._definitions.items():
            found[name.rpartition(".")[2]].append(definition)
        return found

    @cached_property
    def _theorems(self) -> dict[str, _Place]:
        """By full name, where the repository's theorems begin."""
        return {
            entry.full_name: _Place(path, entry.start)
            for path, entry in self._declarations
            if entry.is_theorem and not entry.in_mutual
        }

    @cached_property
    def _declarations(self) -> list[tuple[Path, Declaration]]:
        return [(path, entry) for path in self._repository.files for entry in declarations(read_source(path))]
