"""What a proof of a theorem may use: the declarations before it in its file, in the files it imports, in the library.

Only what has a source at hand is known; the theorem itself, what comes after it and what rests on a `sorry` are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from data.repository import parse_imports
from data.source import read_source
from data.theorem import Theorem
from prover.tactics.declared import (
    Declared,
    Definition,
    InductiveType,
    Lemma,
    declared,
    declared_in_file,
    ends_in_prop,
)
from prover.tactics.library import library_declarations
from prover.tactics.rules import Rule
from prover.tactics.terms import Term
from retrieval.lexical import LexicalIndex

_LOGIC = frozenset(
    {"∧", "∨", "¬", "→", "↔", "∃", "∀", "True", "False", "Prop", "=", "≠", "Sort", "Type", "Decidable", "if"}
)


@dataclass(frozen=True, slots=True)
class Selected:
    """A lemma with how near it is to a goal, from 0 to 1."""

    lemma: Lemma
    nearness: float


class Premises:
    """The declarations a theorem may use, and which of them matter to a goal."""

    def __init__(self, theorem: Theorem, *, root: Path | None = None, library: Path | None = None) -> None:
        """Collect them.

        Args:
            theorem: whose proof is wanted.
            root: its package's directory; the folders around its file are searched for modules in any case.
            library: the folder of the core library's sources; None for the embedded engine's own.
        """
        self.theorem = theorem
        core = library_declarations(library)
        self._library = frozenset(definition.name for part in core for definition in part.definitions)
        self._core = frozenset(lemma.name for part in core for lemma in part.lemmas)
        parts = [*core, *_imported(theorem, root)]
        own = declared(theorem.source, before=theorem.start, hides_private=False)
        self.lemmas: list[Lemma] = []
        self.definitions: dict[str, list[Definition]] = {}
        self.types: dict[str, InductiveType] = {}
        for part in [*parts, own]:
            self._add(part)

    def _add(self, part: Declared) -> None:
        self.lemmas += part.lemmas
        for definition in part.definitions:
            self.definitions.setdefault(definition.name.rsplit(".", 1)[-1], []).append(definition)
        for inductive in part.types:
            is_proposition = inductive.result is not None and self._ends_in_prop(inductive.result)
            self.types[inductive.name.rsplit(".", 1)[-1]] = replace(inductive, is_proposition=is_proposition)

    def definition(self, term: Term) -> Definition | None:
        """The definition of the term's head: the one whose full name fits how it is written, else the last."""
        candidates = self.definitions.get(term.head)
        if not candidates:
            return None
        written = (term.text or term.head).lstrip(".")
        return next((known for known in reversed(candidates) if _is_suffix(written, known.name)), None)

    def unfold(self, term: Term) -> Term | None:
        """What a defined proposition means; None if it is not known."""
        definition = self.definition(term)
        return definition.unfolded(term) if definition is not None and self.is_proposition(definition) else None

    def is_proposition(self, definition: Definition) -> bool:
        """Whether the values of the definition are propositions, or become so when applied (`Set α` is `α → Prop`)."""
        if definition.type is None:  # `def Symmetric (r : α → α → Prop) := ∀ a b, r a b → r b a`
            return definition.value is not None and definition.value.head in _LOGIC - {"if", "Prop", "Sort", "Type"}
        return self._ends_in_prop(definition.type)

    def _ends_in_prop(self, result: Term) -> bool:
        while result.head in ("→", "∀"):
            result = result.arguments[-1]
        synonym = self.definition(result)
        meaning = synonym.unfolded(result) if synonym is not None else None
        return ends_in_prop(meaning if meaning is not None else result)

    def is_library(self, name: str) -> bool:
        """Whether the library defines this."""
        return name in self._library

    def is_logic(self, lemma: Lemma) -> bool:
        """Whether the lemma is one of the library's on connectives alone, which fit every goal and decide none."""
        return lemma.symbols <= _LOGIC and lemma.name in self._core

    def select(self, symbols: dict[str, float], *, count: int) -> list[Selected]:
        """The lemmas nearest to a goal.

        Args:
            symbols: the goal's symbols with their weights.
            count: how many lemmas at most.
        """
        ranked = self._index.rank(symbols, count=count)
        return [Selected(self.lemmas[number], score) for number, score in ranked]

    @cached_property
    def constructors(self) -> frozenset[str]:
        """The names of all constructors, without their types'."""
        return frozenset(
            constructor.name for inductive in self.types.values() for constructor in inductive.constructors
        )

    @cached_property
    def _index(self) -> LexicalIndex:
        return LexicalIndex([lemma.symbols for lemma in self.lemmas])

    @cached_property
    def _rules(self) -> dict[str, list[tuple[Lemma, Rule]]]:
        found: dict[str, list[tuple[Lemma, Rule]]] = {}
        for lemma in self.lemmas:
            for rule in lemma.rules:
                found.setdefault(rule.conclusion.head, []).append((lemma, rule))
        return found

    def rules_for(self, head: str) -> list[tuple[Lemma, Rule]]:
        """The rules whose conclusion has this head."""
        return self._rules.get(head, [])

    @cached_property
    def _equations(self) -> dict[str, list[tuple[Lemma, Rule]]]:
        found: dict[str, list[tuple[Lemma, Rule]]] = {}
        for lemma in self.lemmas:
            for rule in lemma.rules:
                if rule.conclusion.head in ("=", "↔") and rule.suffix in ("", ".symm"):
                    found.setdefault(rule.conclusion.left.head, []).append((lemma, rule))
        return found

    def equations_for(self, head: str) -> list[tuple[Lemma, Rule]]:
        """The equations and equivalences whose left side has this head; with `.symm` those turned round."""
        return self._equations.get(head, [])


def _is_suffix(written: str, full_name: str) -> bool:
    return full_name == written or full_name.endswith(f".{written}")


def _imported(theorem: Theorem, root: Path | None) -> list[Declared]:
    """The modules the theorem's file imports, directly or not, whose sources lie in its package; the nearest last."""
    found: dict[str, Declared | None] = {}

    def visit(source: str, folders: Sequence[Path]) -> None:
        for entry in parse_imports(source):
            if entry.module in found:
                continue
            found[entry.module] = None
            file = _module_file(entry.module, folders)
            if file is not None:
                visit(read_source(file), folders)
                del found[entry.module]  # so that it comes behind what it imports
                found[entry.module] = declared_in_file(file, file.stat().st_mtime_ns)

    folders = list(theorem.path.absolute().parents) if theorem.path is not None else []
    if root is not None:
        folders.append(root.absolute())
    visit(theorem.source, folders)
    return [part for part in found.values() if part is not None]


def _module_file(module: str, folders: Sequence[Path]) -> Path | None:
    relative = Path(*module.split(".")).with_suffix(".lean")
    return next((folder / relative for folder in folders if (folder / relative).is_file()), None)
