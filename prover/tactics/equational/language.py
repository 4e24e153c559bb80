"""Between the terms of a goal and those of an equational proof: sorts, symbols, text.

Types keep the operations of different carriers apart: `⋄` on `α` and `⋄` on `β` are two symbols. What is not
first-order (`fun`, `∑`) is a constant that nothing looks into.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prover.tactics.declared import Definition
from prover.tactics.equational.completion import Chain, Completion, Derivation, Step
from prover.tactics.equational.ordering import (
    NUM_SORTS,
    Expression,
    Path,
    Signature,
    arguments,
    head,
    positions,
    replaced,
    variables,
)
from prover.tactics.sight import Sight
from prover.tactics.terms import LIST, OPAQUE, TUPLE, Term, render

_PREFIX, _POSTFIX = frozenset({"-", "!", "¬"}), frozenset({"⁻¹"})


class ForeignError(Exception):
    """A term that has no place in an equational proof."""


@dataclass(frozen=True, slots=True)
class _Symbol:
    text: str
    is_opaque: bool


class Language:
    """The sorts and symbols of one problem.

    Args:
        sight: the goal: its objects and their types, and what is defined.
    """

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._types = {local.name: local.type for local in sight.locals if not local.is_fact}
        self._sorts: dict[str, int] = {}
        self._symbols: dict[str, _Symbol] = {}
        self._result: dict[str, int] = {}
        self._precedence: dict[str, int] = {}

    def sort(self, type_: Term) -> int:
        """The number of a type.

        Raises:
            ForeignError: if there are too many.
        """
        text = render(type_)
        number = self._sorts.setdefault(text, len(self._sorts))
        if number >= NUM_SORTS:
            raise ForeignError
        return number

    def encoded(self, term: Term, *, bound: Mapping[str, tuple[int, Term]], expected: Term | None) -> Expression:
        """The term as an expression.

        Args:
            term: what to encode.
            bound: the number and the type of the names that are variables.
            expected: its type, where that is known.

        Raises:
            ForeignError: if its type is not known, or it is not first-order.
        """
        if term.head in bound and not term.arguments:
            return bound[term.head][0]
        type_ = self.type_of(term, bound) or expected
        if type_ is None or "✝" in term.head:
            raise ForeignError
        sort = self.sort(type_)
        if term.binders or term.head in (OPAQUE, "if", "@", "⟨⟩") or (term.head in bound and term.arguments):
            text = render(term)
            if any(name in bound for name in _words(text)) or "✝" in text:
                raise ForeignError
            return (self._symbol(f"{text}:{sort}", f"({text})", sort, is_opaque=True),)
        wanted = self._argument_types(term, type_, bound)
        inner = [
            self.encoded(argument, bound=bound, expected=argument_type)
            for argument, argument_type in zip(term.arguments, wanted, strict=True)
        ]
        symbol = self._symbol(f"{term.head}/{len(inner)}:{sort}", self._text(term), sort, is_opaque=False)
        return (symbol, *inner)

    def type_of(self, term: Term, bound: Mapping[str, tuple[int, Term]]) -> Term | None:
        """The type of a term, as far as locals, definitions and the operations of classes tell."""
        if term.head in bound and not term.arguments:
            return bound[term.head][1]
        local = self._types.get(term.head)
        if local is not None:
            return _result(local, len(term.arguments))
        definition = self._definition(term)
        if definition is not None and definition.type is not None:
            explicit = [binder for binder in definition.binders if binder.is_explicit]
            result = _result(definition.type, len(term.arguments) - len(explicit))
            types = [binder.type for binder in explicit]
            rest: Term | None = definition.type
            while rest is not None and rest.head == "→":
                types.append(rest.left)
                rest = rest.right
            if result is None or result.head not in {b.name for b in definition.binders} | _TYPE_VARIABLES:
                return result
            for wanted, argument in zip(types, term.arguments, strict=False):
                if wanted is not None and wanted.head == result.head:
                    return self.type_of(argument, bound)
            return None
        if term.head.isdigit() or not term.arguments:
            return None
        known = (self.type_of(argument, bound) for argument in term.arguments)
        return next((found for found in known if found is not None), None)

    def _argument_types(self, term: Term, type_: Term, bound: Mapping[str, tuple[int, Term]]) -> list[Term | None]:
        local = self._types.get(term.head)
        if local is None:
            own = [self.type_of(argument, bound) for argument in term.arguments]
            return [known or type_ for known in own]
        found: list[Term | None] = []
        for _ in term.arguments:
            found.append(local.left if local.head == "→" else None)
            local = local.right if local.head == "→" else local
        return found

    def _text(self, term: Term) -> str:
        """How to write a symbol so that Lean finds it from anywhere."""
        if term.head in self._types or not term.head[:1].isalpha():
            return term.text or term.head
        definition = self._definition(term)
        if definition is not None:
            return definition.name
        return self._sight.premises.operations.get(term.head, term.text or term.head)

    def _definition(self, term: Term) -> Definition | None:
        """What defines the head; an operation of a class goes before what the library calls the same."""
        premises = self._sight.premises
        definition = self._sight.definition(term) if not term.binders else None
        if definition is not None and term.head in premises.operations and premises.is_library(definition.name):
            return None
        return definition

    def _symbol(self, key: str, text: str, sort: int, *, is_opaque: bool) -> str:
        if key not in self._symbols:
            self._symbols[key] = _Symbol(text, is_opaque)
            self._result[key] = sort
            is_local = text in self._types
            self._precedence[key] = len(self._symbols) + (_ABOVE_CONSTANTS if is_local else 0)
        return key

    @property
    def num_symbols(self) -> int:
        """How many symbols were met so far."""
        return len(self._symbols)

    def signature(self, given: list[tuple[Expression, Expression]]) -> Signature:
        """The symbols so far, those functions the greater ones that the equations, as they are written, turn away."""
        greater: dict[str, set[str]] = {}
        for left, right in given:
            one, other = head(left), head(right)
            if one and other and one != other and arguments(left) and arguments(right):
                greater.setdefault(one, set()).add(other)
        heights: dict[str, int] = {}

        def height(symbol: str, above: frozenset[str]) -> int:
            if symbol not in heights:
                below = greater.get(symbol, set()) - above
                heights[symbol] = max((1 + height(other, above | {symbol}) for other in sorted(below)), default=0)
            return heights[symbol]

        for number, key in enumerate(self._symbols):
            arity = 0 if self._symbols[key].is_opaque else int(key.rsplit("/", 1)[1].split(":")[0])
            if arity:
                rank = 4 * height(key, frozenset({key})) + (2 if arity == 1 else 0)
                self._precedence[key] = _FUNCTIONS * (1 + rank) + number
        constants = [key for key, symbol in self._symbols.items() if symbol.is_opaque or "/0:" in key]
        return Signature(self._result, self._precedence, constants)

    def written(
        self, derivation: Derivation, *, left: Expression, completion: Completion, names: list[str], name: str = ""
    ) -> str:
        """The proof as tactics, one a line or more.

        Args:
            derivation: the proof.
            left: the left side of what it proves.
            completion: what found it.
            names: of the given equations, each with its explicit arguments as `{0}`, `{1}`, ... for the variables.
            name: for the equation; the goal is closed where there is none.
        """
        known = dict(enumerate(names))
        lines: list[str] = []
        sorts = {number: text for text, number in self._sorts.items()}
        for lemma in derivation.lemmas:
            free = sorted(variables(lemma.left) | variables(lemma.right))
            own = f"{name}e{lemma.equation}"
            known[lemma.equation] = " ".join([own, *(f"{{{variable}}}" for variable in free)])
            bound = " ".join(f"(x{variable} : {sorts[variable % NUM_SORTS]})" for variable in free)
            sides = f"{self._typed(lemma.left)} = {self._rendered(lemma.right)}"
            chain = self._chain(lemma, completion, known)
            binders = " ".join(f"x{variable}" for variable in free)
            statement = f"∀ {bound}, {sides}" if free else sides
            lines.append(f"have {own} : {statement} := {f'fun {binders} => {chain}' if free else chain}")
        right = left
        for step in derivation.steps:
            right = replaced(right, step.path, completion.sides(step)[1])
        last = self._chain(Chain(-1, left, right, derivation.steps), completion, known)
        start = f"have {name} : {self._typed(left)} = {self._rendered(right)} :=" if name else "exact"
        return "\n".join([*lines, f"{start} {last}"])

    def _chain(self, chain: Chain, completion: Completion, known: Mapping[int, str]) -> str:
        if not chain.steps:
            return "rfl"
        lines = []
        term = chain.left
        for step in chain.steps:
            proof = self._step(term, step, known)
            term = replaced(term, step.path, completion.sides(step)[1])
            lines.append(f"    _ = {self._typed(term)} := {proof}")
        return "\n".join([f"calc {self._typed(chain.left)}", *lines])

    def _typed(self, term: Expression) -> str:
        """The term, with its type where nothing in it has one that Lean would know."""
        text = self._rendered(term)
        if variables(term) or any(self._symbols[head(part)].text in self._types for _, part in positions(term)):
            return text
        return f"({text} : {self._type_text(self._result[head(term)])})"

    def _type_text(self, sort: int) -> str:
        return next(text for text, number in self._sorts.items() if number == sort)

    def _step(self, term: Expression, step: Step, known: Mapping[int, str]) -> str:
        pattern = known[step.equation]
        for name, value in step.values.items():
            pattern = pattern.replace(f"{{{name}}}", self._rendered(value, is_argument=True))
        pattern = pattern if " " not in pattern else f"({pattern})"
        proof = pattern if step.is_forward else f"{pattern}.symm"
        if not step.path:
            return proof
        return f"congrArg (fun z => {self._rendered(_with_hole(term, step.path))}) {proof}"

    def _rendered(self, term: Expression, *, is_argument: bool = False) -> str:
        if isinstance(term, int):
            return f"x{term}"
        if term == _HOLE:
            return "z"
        symbol = self._symbols[head(term)]
        inner = arguments(term)
        text = _applied(symbol.text, [self._rendered(argument, is_argument=True) for argument in inner])
        return f"({text})" if is_argument and inner else text


_HOLE: Expression = ("z",)
_TYPE_VARIABLES = frozenset({"α", "β", "γ", "δ", "G", "H", "M", "R", "S", "A", "B"})
_ABOVE_CONSTANTS, _FUNCTIONS = 1000, 100_000


def _applied(text: str, inner: list[str]) -> str:
    if not inner:
        return text
    if text == TUPLE:
        return f"({', '.join(inner)})"
    if text == LIST:
        return "[]"
    if text.startswith("."):
        return " ".join([f"{inner[0]}{text}", *inner[1:]])
    if text[:1].isalpha() or text[:1] in "_«?@":
        return " ".join([text, *inner])
    if len(inner) == 1:
        return f"{inner[0]}{text}" if text in _POSTFIX else f"{text}{inner[0]}"
    return f"{inner[0]} {text} {inner[1]}"


def _with_hole(term: Expression, path: Path) -> Expression:
    return replaced(term, path, _HOLE)


def _result(type_: Term, num_arguments: int) -> Term | None:
    """What a function of this type gives when it is applied to so many arguments."""
    for _ in range(num_arguments):
        if type_.head == "∀" and len(type_.binders) == 1:
            type_ = type_.left
        elif type_.head == "→":
            type_ = type_.right
        else:
            return None
    return type_ if type_.head not in ("→", "∀") else None


def _words(text: str) -> list[str]:
    return text.replace("(", " ").replace(")", " ").replace(",", " ").split()
