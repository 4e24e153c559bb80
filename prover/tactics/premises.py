"""What a proof of a theorem may use: the declarations before it in its file, in the files it imports, in the library.

Only what has a source at hand is known; the theorem itself, what comes after it and what rests on a `sorry` are not.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from data.repository import is_prelude, parse_imports
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
from prover.tactics.equational.completion import Completion
from prover.tactics.library import library_declarations
from prover.tactics.matching import is_variable
from prover.tactics.nearness import MakeSelector, Selector, SharedSymbols
from prover.tactics.rules import Rule, motive_of
from prover.tactics.terms import Term

_LOGIC = frozenset(
    {"∧", "∨", "¬", "→", "↔", "∃", "∀", "True", "False", "Prop", "=", "≠", "Sort", "Type", "Decidable", "if"}
)
_UNIVERSES = frozenset({"Prop", "Type", "Sort"})


@dataclass(frozen=True, slots=True)
class Selected:
    """A lemma with how near it is to a goal, from 0 to 1."""

    lemma: Lemma
    nearness: float


class Premises:
    """The declarations a theorem may use, and which of them matter to a goal."""

    def __init__(
        self,
        theorem: Theorem,
        *,
        root: Path | None = None,
        library: Path | None = None,
        make_selector: MakeSelector = SharedSymbols,
    ) -> None:
        """Collect them.

        Args:
            theorem: whose proof is wanted.
            root: its package's directory; the folders around its file are searched for modules in any case.
            library: the folder of the core library's sources; None for the embedded engine's own.
            make_selector: says which lemmas are near to a goal.
        """
        self.theorem = theorem
        self._make_selector = make_selector
        imported = _imported(theorem, root)
        # What is imported unasked is the library, and a file that forbids that has only what it names.
        core, own = ((*imported,), []) if is_prelude(theorem.source) else (library_declarations(library), imported)
        self._library = frozenset(definition.name for part in core for definition in part.definitions)
        self._core = frozenset(lemma.name for part in core for lemma in part.lemmas)
        self._core_types = frozenset(inductive.name for part in core for inductive in part.types)
        own = [*own, declared(theorem.source, before=theorem.start, hides_private=False)]
        defined = {definition.name.rsplit(".", 1)[-1] for part in own for definition in part.definitions}
        types = {inductive.name.rsplit(".", 1)[-1] for part in own for inductive in part.types}
        self.own_heads = frozenset(defined | types)
        self.lemmas: list[Lemma] = []
        self.definitions: dict[str, list[Definition]] = {}
        self.types: dict[str, InductiveType] = {}
        self.notations: dict[str, str] = {}
        self.completions: dict[Hashable, Completion] = {}
        for part in core:
            self._add(part)
        # A namesake of the user's has none of the library's notation.
        self.notations = {head: symbol for head, symbol in self.notations.items() if head not in self.own_heads}
        operations = frozenset().union(*(inductive.field_names for part in core for inductive in part.types))
        for part in own:
            self._add(part, ambiguous=operations)
        for name in defined - types:
            self.types.pop(name, None)  # the library's namesake of what the user defines

    def _add(self, part: Declared, *, ambiguous: frozenset[str] = frozenset()) -> None:
        """Add what a file declares. Functions with ambiguous names, in no namespace, are called `_root_.insert`."""
        self.notations |= part.notations
        self.lemmas += map(self._as_shown, part.lemmas)
        for definition in part.definitions:
            if definition.name in ambiguous:
                definition = replace(definition, name=f"_root_.{definition.name}")
            self.definitions.setdefault(definition.name.rsplit(".", 1)[-1], []).append(definition)
        for inductive in part.types:
            is_proposition = inductive.result is not None and self._ends_in_prop(inductive.result)
            self.types[inductive.name.rsplit(".", 1)[-1]] = replace(inductive, is_proposition=is_proposition)

    def _as_shown(self, lemma: Lemma) -> Lemma:
        """The lemma in the notation that goals are shown in."""
        if not self.notations.keys() & lemma.symbols:
            return lemma
        symbols = frozenset(self.notations.get(symbol, symbol) for symbol in lemma.symbols)
        return replace(lemma, symbols=symbols, rules=tuple(rule.in_notation(self.notations) for rule in lemma.rules))

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

    def is_type(self, definition: Definition) -> bool:
        """Whether the values of the definition are types, as `Set α` is `α → Prop`."""
        if definition.type is not None:
            return _result(definition.type).head in _UNIVERSES - {"Prop"}
        return definition.value is not None and _result(definition.value).head in _UNIVERSES

    def is_proposition(self, definition: Definition) -> bool:
        """Whether the values of the definition are propositions, or become so when applied (`Set α` is `α → Prop`)."""
        if definition.type is None:  # `def Symmetric (r : α → α → Prop) := ∀ a b, r a b → r b a`
            if definition.value is None or definition.value.head not in _LOGIC - {"if", *_UNIVERSES}:
                return False
            return _result(definition.value).head not in _UNIVERSES  # `α → Prop` is a type
        return self._ends_in_prop(definition.type)

    def _ends_in_prop(self, result: Term) -> bool:
        result = _result(result)
        synonym = self.definition(result)
        meaning = synonym.unfolded(result) if synonym is not None else None
        return ends_in_prop(meaning if meaning is not None else result)

    def is_library(self, name: str) -> bool:
        """Whether the library defines this."""
        return name in self._library

    def is_core(self, lemma: Lemma) -> bool:
        """Whether the lemma is one of the library's."""
        return lemma.name in self._core

    def is_logic(self, lemma: Lemma) -> bool:
        """Whether the lemma is one of the library's on connectives alone, which fit every goal and decide none."""
        return is_about_connectives(lemma) and self.is_core(lemma)

    def select(self, symbols: dict[str, float], *, count: int, goal: str | None = None) -> list[Selected]:
        """The lemmas nearest to a goal.

        Args:
            symbols: the goal's symbols with their weights.
            count: how many lemmas at most.
            goal: as Lean prints it; None where only symbols are looked for.
        """
        text = goal if goal is not None else f"⊢ {' '.join(symbols)}"
        ranked = self._selector.rank(text, symbols, count=count)
        return [Selected(self.lemmas[number], nearness) for number, nearness in ranked]

    def is_field(self, name: str) -> bool:
        """Whether the lemma is a field of a structure or class."""
        *prefix, field = name.split(".")
        structure = self.types.get(prefix[-1]) if prefix else None
        return structure is not None and structure.is_structure and field in structure.field_names

    @cached_property
    def own_types(self) -> frozenset[str]:
        """The last names of the types of data that the user's files declare."""
        own = {name for name, known in self.types.items() if known.name not in self._core_types}
        return frozenset(name for name in own if not (self.types[name].is_proposition or self.types[name].is_structure))

    @cached_property
    def operations(self) -> dict[str, str]:
        """The full names of the fields of classes and structures of data, by their last names; the user's own win."""
        return {name: f"{structure.name}.{name}" for name, (structure, _) in self.fields.items()}

    @cached_property
    def fields(self) -> dict[str, tuple[InductiveType, Term | None]]:
        """The same fields with what they belong to and their types."""
        return {
            field.name: (structure, field.type)
            for structure in sorted(self.types.values(), key=lambda known: known.name not in self._core_types)
            if structure.is_structure and not structure.is_proposition
            for field in structure.constructors[0].fields
        }

    @cached_property
    def constructors(self) -> frozenset[str]:
        """The names of all constructors, without their types'."""
        return frozenset(
            constructor.name for inductive in self.types.values() for constructor in inductive.constructors
        )

    @cached_property
    def _selector(self) -> Selector:
        return self._make_selector(self.lemmas)

    @cached_property
    def _rules(self) -> dict[str, list[tuple[Lemma, Rule]]]:
        found: dict[str, list[tuple[Lemma, Rule]]] = {}
        for lemma in self.lemmas:
            for rule in lemma.rules:
                found.setdefault(rule.conclusion.head, []).append((lemma, rule))
        return found

    @cached_property
    def _named(self) -> dict[str, Lemma]:
        return {lemma.name: lemma for lemma in self.lemmas}

    def lemma(self, name: str) -> Lemma | None:
        """The lemma of this name."""
        return self._named.get(name)

    def rules_named(self, name: str) -> tuple[Rule, ...]:
        """The statement of a lemma as a rule; empty if there is no such lemma."""
        lemma = self.lemma(name)
        return lemma.rules[:1] if lemma is not None else ()

    def rules_for(self, head: str) -> list[tuple[Lemma, Rule]]:
        """The rules whose conclusion has this head."""
        return self._rules.get(head, [])

    @cached_property
    def eliminators(self) -> tuple[Rule, ...]:
        """The user's lemmas that conclude any property, in the order of the file."""
        return tuple(
            rule
            for lemma in self.lemmas
            if not self.is_core(lemma)
            for rule in lemma.rules
            if motive_of(rule) is not None
        )

    @cached_property
    def _equations(self) -> dict[str, list[tuple[Lemma, Rule]]]:
        found: dict[str, list[tuple[Lemma, Rule]]] = {}
        for lemma in self.lemmas:
            for rule in lemma.rules:
                if rule.conclusion.head in ("=", "↔") and rule.suffix in ("", ".symm"):
                    found.setdefault(rule.conclusion.left.head, []).append((lemma, rule))
        return found

    def cancelling(self, head: str) -> list[tuple[Lemma, Rule]]:
        """The equations `g (f x) = x` for a function `f` with this head."""
        return self._cancelling.get(head, [])

    @cached_property
    def _cancelling(self) -> dict[str, list[tuple[Lemma, Rule]]]:
        found: dict[str, list[tuple[Lemma, Rule]]] = {}
        for lemma, rule in self.rules_for("="):
            left, right = rule.conclusion.arguments
            if rule.suffix or rule.num_premises or len(left.arguments) != 1 or is_variable(left.head):
                continue
            if is_variable(right.head) and not right.arguments and right in left.left.arguments:
                found.setdefault(left.left.head, []).append((lemma, rule))
        return found

    def equations_for(self, head: str) -> list[tuple[Lemma, Rule]]:
        """The equations and equivalences whose left side has this head; with `.symm` those turned round."""
        return self._equations.get(head, [])


def is_about_connectives(lemma: Lemma) -> bool:
    """Whether the lemma speaks of connectives and quantifiers only."""
    return lemma.symbols <= _LOGIC


def _result(term: Term) -> Term:
    """What stands behind all arrows and quantifiers."""
    while term.head in ("→", "∀"):
        term = term.arguments[-1]
    return term


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
