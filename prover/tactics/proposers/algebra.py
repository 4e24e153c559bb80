"""Laws of operations, found among what is known: which are commutative, associative, what distributes over what.

`simp` with commutativity, associativity and their mixture puts sums in order, for the numbers of the library as for an
operation that a file defines itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from prover.tactics.matching import is_variable
from prover.tactics.rules import Rule
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "algebra"
_KINDS = ("comm", "left_comm", "assoc")


def propose(sight: Sight) -> Iterator[Proposal]:
    """`ac_rfl` and `simp` with the laws of the operations in the goal, alone, with definitions, with hypotheses."""
    ordering, distributing = _found(sight, sight.conclusion)
    if not ordering:
        return
    equations = [local.name for local in sight.hypotheses if local.type.head in ("=", "∀")]
    yield Proposal("ac_rfl", 0.5, _SOURCE, closes=True)
    yield Proposal(f"simp [{', '.join(ordering)}]", 0.5, _SOURCE)
    if equations:
        yield Proposal(f"simp [{', '.join([*equations, *ordering])}]", 0.5, _SOURCE)
    if sight.definitions:
        yield Proposal(f"simp [{', '.join([*sight.definitions, *equations, *ordering])}]", 0.6, _SOURCE)
    if distributing:
        every = ", ".join([*sight.definitions, *equations, *distributing, *ordering])
        yield Proposal(f"simp [{every}]", 0.6, _SOURCE)
        yield Proposal(f"simp only [{every}]", 0.2, _SOURCE)


def laws_for(sight: Sight, term: Term) -> list[str]:
    """The laws of all operations in a term, those that distribute first."""
    ordering, distributing = _found(sight, term)
    return [*distributing, *ordering]


def _found(sight: Sight, term: Term) -> tuple[list[str], list[str]]:
    """Laws that put operands in order, and laws that distribute."""
    ordering: list[str] = []
    distributing: list[str] = []
    for head in sorted(names_in(term)):
        known = _laws(sight, head, term)
        ordering += [known[kind] for kind in _KINDS if kind in known]
        distributing += [name for kind, name in known.items() if kind.startswith("distributes over")]
    return ordering, distributing


def _laws(sight: Sight, head: str, term: Term) -> dict[str, str]:
    """The laws of the operation with this head, by kind; those for the type it has in the term."""
    types = [sight.type_of(part) for part in term.subterms() if part.head == head]
    carriers = {known.head for known in types if known is not None} or {local.type.head for local in sight.objects}
    found: dict[str, str] = {}
    for lemma, rule in sight.premises.equations_for(head):
        kind = _kind(rule) if not rule.suffix and not rule.num_premises else None
        if kind is not None and _carrier(rule) in carriers:
            found[kind] = lemma.name
    return found


def _carrier(rule: Rule) -> str | None:
    """The type of the rule's first variable with a type."""
    return next((parameter.type.head for parameter in rule.parameters if parameter.type is not None), None)


@lru_cache(maxsize=20_000)
def _kind(rule: Rule) -> str | None:
    """Which law of an operation the equation is, if any."""
    left, right = rule.conclusion.arguments
    if len(left.arguments) != 2 or len(right.arguments) != 2:
        return None
    a, b = left.arguments
    if _are_variables(a, b) and right.head == left.head and right.arguments == (b, a) and a != b:
        return "comm"
    if left.head == right.head and a.head == left.head and len(a.arguments) == 2:
        x, y = a.arguments
        if _are_variables(x, y, b) and right == Term(left.head, (x, Term(left.head, (y, b)))):
            return "assoc"
    if left.head == right.head and b.head == left.head and len(b.arguments) == 2:
        y, z = b.arguments
        if _are_variables(a, y, z) and right == Term(left.head, (y, Term(left.head, (a, z)))):
            return "left_comm"
    return _distributes(left, right)


def _distributes(left: Term, right: Term) -> str | None:
    """`x * (y + z) = x * y + x * z`, or from the other side."""
    a, b = left.arguments
    inner = right.head
    if inner == left.head:
        return None
    if b.head == inner and len(b.arguments) == 2:
        y, z = b.arguments
        if _are_variables(a, y, z) and right.arguments == (Term(left.head, (a, y)), Term(left.head, (a, z))):
            return f"distributes over {inner}"
    if a.head == inner and len(a.arguments) == 2:
        x, y = a.arguments
        if _are_variables(x, y, b) and right.arguments == (Term(left.head, (x, b)), Term(left.head, (y, b))):
            return f"distributes over {inner} from the right"
    return None


def _are_variables(*terms: Term) -> bool:
    return all(is_variable(term.head) and not term.arguments for term in terms)
