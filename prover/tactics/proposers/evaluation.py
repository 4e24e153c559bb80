"""Computing: what local functions are defined to be is written out, values are put in, and the kernel does the rest.

A statement about all numbers that is false of one of the first few is a contradiction at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from prover.tactics.rules import Fact
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "evaluation"
_NUMBERS = ("Nat", "Int")
_MAX_INSTANCES = 6


def propose(sight: Sight) -> Iterator[Proposal]:
    """`simp only [h] at *` for `h : ∀ n, f n = ...`, `decide +kernel` for what is closed then, and contradictions."""
    rules = [fact.name for fact in sight.facts if _defines(fact.type, sight)]
    is_settled = any(fact.type.head == "=" and _is_value(fact.type, sight) for fact in sight.facts)
    if rules:
        places = [*(fact.name for fact in sight.facts if _mentions(fact, rules, sight)), "⊢"]
        yield Proposal(f"simp only [{', '.join(rules)}] at {' '.join(places)}", 4.0, _SOURCE)
    if rules or is_settled:
        lines = [f"(try simp only [{', '.join(rules)}] at *)"] if rules else []
        lines += ["subst_vars"] if is_settled else []
        yield Proposal("\n".join([*lines, "decide +kernel"]), 1.5, _SOURCE, closes=True)
        if is_settled or sight.is_arithmetic:
            yield Proposal("\n".join([*lines, "omega"]), 1.0, _SOURCE, closes=True)
    for fact in sight.facts:
        yield from _refuted(fact, sight)


def _defines(statement: Term, sight: Sight) -> bool:
    """Whether the statement says what a local function is, without the function itself."""
    while statement.head in ("∀", "→"):
        statement = statement.arguments[-1]
    if statement.head != "=":
        return False
    function = statement.left.head
    is_local = function in sight.names and bool(statement.left.arguments)
    return is_local and function not in names_in(statement.right)


def _mentions(fact: Fact, rules: Collection[str], sight: Sight) -> bool:
    """Whether a fact that is no rule itself is about a function that a rule defines."""
    functions = {name for other in sight.facts if other.name in rules for name in names_in(other.type) & sight.names}
    return fact.name not in rules and bool(functions & names_in(fact.type))


def _is_value(equation: Term, sight: Sight) -> bool:
    """Whether the equation gives a local object a value in which no local name occurs."""
    pairs = (equation.arguments, tuple(reversed(equation.arguments)))
    return any(
        side.head in sight.names and not side.arguments and not names_in(value) & sight.names for side, value in pairs
    )


def _refuted(fact: Fact, sight: Sight) -> Iterator[Proposal]:
    """`h : ∀ n, p n` where `p` is false of a small number."""
    statement = fact.type
    if statement.head != "∀" or len(statement.binders) != 1 or statement.arguments[0].binders:
        return
    kind = statement.binders[0].type
    if kind is None or kind.head not in _NUMBERS or names_in(statement) & sight.names - {statement.binders[0].name}:
        return
    ways = (f"exact absurd ({fact.name} {value}) (by decide +kernel)" for value in range(_MAX_INSTANCES))
    yield Proposal(f"first | {' | '.join(ways)}", 1.2, _SOURCE, closes=True)
