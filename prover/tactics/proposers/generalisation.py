"""The lemma that an induction needs where the goal is a special case of it.

`revOnto [] xs = rev xs` follows by induction only from `∀ acc, revOnto acc xs = rev xs ++ acc`. How the accumulator
enters is guessed from the operations on its type (Aubin, "Mechanizing structural induction", 1979); Lean says which
guess is true. And where an induction is stuck at `rev (rev xs ++ [x]) = x :: xs`, its hypothesis `rev (rev xs) = xs` is
used from right to left and `rev xs` becomes a variable: `rev (ys ++ [x]) = x :: rev ys` is a lemma by induction again
(Boyer and Moore, "A Computational Logic", 1979, chapters X and XII: cross-fertilisation and generalisation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from prover.tactics.proposers.automation import grind
from prover.tactics.rules import Fact
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in, render, render_argument, size

_SOURCE = "generalisation"
_MAX_DEPTH, _MAX_GUESSES = 1, 5
# Where a fold has its accumulator and what it runs along.
_FOLDS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {"foldl": ((1,), (2,))}
_ORDERING = {"+": ("add_comm", "add_left_comm", "add_assoc"), "*": ("mul_comm", "mul_left_comm", "mul_assoc")}


@dataclass(frozen=True, slots=True)
class _Loop:
    """A call with an accumulator: its place among the arguments, its first value, what the recursion runs along."""

    call: Term
    place: int
    start: Term
    variable: str


def propose(sight: Sight) -> Iterator[Proposal]:
    """The general statement, its proof by induction, and the goal from it."""
    if sight.conclusion.head != "=":
        return
    yield from _fertilised(sight)
    if sight.depth > _MAX_DEPTH:
        return
    for side, other in (sight.conclusion.arguments, reversed(sight.conclusion.arguments)):
        loop = _loop(sight, side)
        if loop is None or loop.variable not in names_in(other):
            continue
        name = sight.fresh("acc", set())
        for general in dict.fromkeys(islice(_guesses(sight, loop, other, Term(name, text=name)), _MAX_GUESSES)):
            yield Proposal(_proof(sight, loop, name, general), 4.0, _SOURCE, closes=True)


def _fertilised(sight: Sight) -> Iterator[Proposal]:
    """A stuck step of an induction: its hypothesis put in backwards, and what both sides then share made a variable."""
    variable = Term(name := sight.fresh("ys", set()), text=name)
    for fact in sight.facts:
        if fact.type.head != "=" or not fact.name.startswith("ih"):
            continue
        for known, simpler in (fact.type.arguments, reversed(fact.type.arguments)):
            for left, right in (sight.conclusion.arguments, reversed(sight.conclusion.arguments)):
                lemma = _shared_part(sight, left, _replaced(right, simpler, known), variable)
                if lemma is not None:
                    yield Proposal(_by_lemma(sight, fact, lemma, name), 4.0, _SOURCE, closes=True)


def _by_lemma(sight: Sight, fact: Fact, lemma: Term, name: str) -> str:
    simplify = f"simp_all [{', '.join(sight.known_definitions)}]"
    cases = f"first | ({simplify}; done) | {grind(sight)}"
    return "\n".join(
        [
            f"have key : ∀ {name}, {render(_in_full(sight, lemma))} := by",
            f"  intro {name}",
            f"  induction {name} <;> {cases}",
            f"first | rw [key, {fact.name}] | {simplify} | grind",
        ]
    )


def _shared_part(sight: Sight, left: Term, right: Term, variable: Term) -> Term | None:
    """The equation with the largest call of the user's own function that both sides have made a variable."""
    others = set(right.subterms())
    calls = [
        part
        for part in left.subterms()
        if part.arguments and part in others and sight.definitions_in(Term(part.head, (), (), part.text))
    ]
    if not calls:
        return None
    largest = max(calls, key=size)
    equation = Term("=", (_replaced(left, largest, variable), _replaced(right, largest, variable)))
    return equation if equation.left != equation.right else None


def _in_full(sight: Sight, term: Term) -> Term:
    """The term with `xs.rev` as `List.rev xs`: of a new variable Lean does not know the type yet."""
    parts = tuple(_in_full(sight, part) for part in term.arguments)
    definition = sight.premises.definition(term) if term.text.startswith(".") and not term.binders else None
    return Term(term.head, parts, term.binders, term.text if definition is None else definition.name)


def _replaced(term: Term, old: Term, new: Term) -> Term:
    """The term with every occurrence of a part, outside of binders, replaced."""
    if term == old:
        return new
    if term.binders:
        return term
    return Term(term.head, tuple(_replaced(part, old, new) for part in term.arguments), (), term.text)


def _loop(sight: Sight, call: Term) -> _Loop | None:
    """The call of a recursive function at a variable, one of whose other arguments is a constant."""
    definition = sight.premises.definition(call) if call.head not in sight.names else None
    if call.head in _FOLDS and len(call.arguments) == 3:
        places, columns = _FOLDS[call.head]
    elif definition is not None and definition.is_recursive:
        columns = definition.columns
        places = tuple(place for place in range(len(call.arguments)) if place not in columns)
    else:
        return None
    variables = {local.name for local in sight.objects}
    along = [call.arguments[column] for column in columns if column < len(call.arguments)]
    along = [argument for argument in along if argument.head in variables and not argument.arguments]
    for place in places:
        start = call.arguments[place]
        if along and not start.binders and not names_in(start) & sight.names:
            return _Loop(call, place, start, along[0].head)
    return None


def _guesses(sight: Sight, loop: _Loop, result: Term, accumulator: Term) -> Iterator[Term]:
    """What the call may be for any value of the accumulator, where it is `result` for the first one."""
    if loop.start.head.isdigit():
        operator = "*" if loop.start.head == "1" else "+"
        yield Term(operator, (accumulator, result))
    elif loop.start.head == "[]":
        yield Term("++", (result, accumulator))
        yield Term("++", (accumulator, result))
        yield Term("++", (Term("reverse", (accumulator,), (), "List.reverse"), result))
    for candidates in sight.premises.definitions.values():
        definition = candidates[-1]
        types = [binder.type for binder in definition.binders if binder.is_explicit]
        is_own = not sight.premises.is_library(definition.name)
        if is_own and len(types) == 2 and types[0] is not None and types[0] == types[1] == definition.type:
            head = definition.name.rsplit(".", 1)[-1]
            yield Term(head, (result, accumulator), (), definition.name)
            yield Term(head, (accumulator, result), (), definition.name)


def _proof(sight: Sight, loop: _Loop, name: str, general: Term) -> str:
    arguments = list(loop.call.arguments)
    arguments[loop.place] = Term(name, text=name)
    call = Term(loop.call.head, tuple(arguments), (), loop.call.text)
    laws = [f"Nat.{law}" for law in _ORDERING.get(general.head, ())]
    simplify = f"simp_all [{', '.join([*sight.definitions, *laws])}]"
    cases = f"first | ({simplify}; done) | ({simplify}; omega) | {grind(sight)}"
    return "\n".join(
        [
            f"have key : ∀ {name}, {render(call)} = {render(general)} := by",
            f"  intro {name}",
            f"  induction {loop.variable} generalizing {name} <;> {cases}",
            f"simpa [{', '.join(sight.definitions)}] using key {render_argument(loop.start)}",
        ]
    )
