"""What follows from a theorem by logic alone.

One direction of an equivalence, one half of a conjunction, the contrapositive, the weaker of two comparisons.
"""

from __future__ import annotations

from collections.abc import Iterator

from conjecturer.conjecture import Ancestry
from conjecturer.mutation.draft import Parent, TermDraft
from conjecturer.statement import Statement, infix_at

# How a conclusion is weakened, by the connective or relation it is made of.
_WEAKENED = {
    "∧": (("left half", "({0}).1"), ("right half", "({0}).2")),
    "=": (("to ≤", "Nat.le_of_eq ({0})"), ("to ≥", "Nat.le_of_eq ({0}).symm")),
    "<": (("to ≤", "Nat.le_of_lt ({0})"), ("to ≠", "Nat.ne_of_lt ({0})")),
}


def consequences(parent: Parent) -> Iterator[TermDraft]:
    """All of them."""
    statement, name = parent.statement, parent.theorem.name
    yield from _directions(parent)
    for symbol, ways in _WEAKENED.items():
        if infix_at(statement.conclusion, frozenset({symbol})) is not None:
            for what, form in ways:
                term = _over(statement, form.format(parent.applied))
                yield TermDraft(term, Ancestry("weaken", name, "", what))
    for place in statement.hypotheses:
        yield _contrapositive(parent, place)


def _directions(parent: Parent) -> Iterator[TermDraft]:
    statement = parent.statement
    sides = infix_at(statement.conclusion, frozenset({"↔"}))
    if sides is not None:
        for direction, side in (("mp", sides[0]), ("mpr", sides[2])):
            term = _over(statement, f"fun (hyp : {side}) => ({parent.applied}).{direction} hyp")
            yield TermDraft(term, Ancestry("weaken", parent.theorem.name, "", f"only {direction}"))


def _contrapositive(parent: Parent, place: int) -> TermDraft:
    """If the conclusion is false, so is the hypothesis at this place."""
    statement = parent.statement
    others = Statement(statement.binders[:place] + statement.binders[place + 1 :], f"¬({statement.conclusion})")
    names = [name for number, name in enumerate(statement.names) if number != place]
    lines = [_binder(statement, number) for number in range(len(statement.binders)) if number != place]
    hypothesis = f"({statement.names[place]} : {statement.binders[place].type})"
    body = f"fun (hyp : {others.conclusion}) => mt (fun {hypothesis} => {parent.applied}) hyp"
    term = f"fun {' '.join(lines)} => {body}" if names else body
    what = f"contrapositive in hypothesis {place + 1}"
    return TermDraft(term, Ancestry("contrapositive", parent.theorem.name, "", what))


def _over(statement: Statement, body: str) -> str:
    """A function of all variables and hypotheses of a statement."""
    bound = " ".join(_binder(statement, number) for number in range(len(statement.binders)))
    return f"fun {bound} => {body}" if bound else body


def _binder(statement: Statement, number: int) -> str:
    binder, name = statement.binders[number], statement.names[number]
    return f"[{name} : {binder.type}]" if binder.bracket == "[" else f"({name} : {binder.type})"
