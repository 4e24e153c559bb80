"""Goals about products of unknown numbers: multiplied out for `omega`, which knows sums only.

Witnesses of divisibility and parity are computed; squares and products of inequalities are offered as hints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, islice

from prover.tactics.instances import stated, triggered
from prover.tactics.multiplying_out import LAWS, multiplied_out
from prover.tactics.polynomials import Polynomial, plus, polynomial, replaced, solved, written
from prover.tactics.rules import Fact
from prover.tactics.sight import Local, Proposal, Sight
from prover.tactics.terms import Term, names_in, render_argument, substitute

_SOURCE = "nonlinear"
_MAX_HINTS, _MAX_SUBSTITUTIONS, _MAX_PAIRS = 4, 6, 2
_WITNESS = "witness"


def propose(sight: Sight) -> Iterator[Proposal]:
    """Normal forms of polynomials, then `omega`: alone, with hints, with a witness that was computed."""
    numbers = [local for local in sight.objects if local.type.head in LAWS]
    kind = _kind(numbers)
    if kind is None:
        return
    yield from _witness(sight, numbers, kind)
    if not _is_nonlinear(sight, numbers):
        return
    yield Proposal(normalisation(sight, kind), 2.0, _SOURCE, closes=True)
    hints = list(_hints(sight, numbers, kind))
    if hints:
        yield Proposal("\n".join([*hints, normalisation(sight, kind)]), 1.5, _SOURCE, closes=True)
    if kind == "Nat" and sight.conclusion.head in ("≤", "<", "="):
        for tactic in _by_difference(sight, numbers, kind):
            yield Proposal(tactic, 1.0, _SOURCE, closes=True)


def finisher(sight: Sight) -> str | None:
    """What proves the cases of an induction on products and powers; None where there are none."""
    numbers = [local for local in sight.objects if local.type.head in LAWS]
    kind = _kind(numbers)
    return f"({normalisation(sight, kind)})" if kind is not None and _is_nonlinear(sight, numbers) else None


def _kind(numbers: Sequence[Local]) -> str | None:
    kinds = {local.type.head for local in numbers}
    return "Int" if "Int" in kinds else "Nat" if kinds else None


def _is_nonlinear(sight: Sight, numbers: Sequence[Local]) -> bool:
    if sight.conclusion.head not in ("=", "≤", "<", "≠", "¬", "False", "∨", "∧", "↔"):
        return False
    names = {local.name for local in numbers}
    relevant = [sight.conclusion, *(fact.type for fact in sight.facts)]
    return any(_multiplies(sight.expanded(term), names) for term in relevant)


def normalisation(sight: Sight, kind: str) -> str:
    """Multiply out and order; definitions are unfolded and the nearest equations used at the same time."""
    order = multiplied_out(kind, equations=[*sight.known_definitions, *sight.selection.simplifying])
    return f"(try subst_vars) <;> {order}" if any(fact.type.head == "=" for fact in sight.facts) else order


def _multiplies(term: Term, names: set[str]) -> bool:
    """Whether two unknowns are multiplied, or one is taken to a power."""
    if term.head in ("*", "^") and len(term.arguments) == 2:
        unknown = [bool(names_in(argument) & names) for argument in term.arguments]
        if all(unknown) or (term.head == "^" and unknown[0]):
            return True
    return any(_multiplies(argument, names) for argument in term.arguments)


def _hints(sight: Sight, numbers: Sequence[Local], kind: str) -> Iterator[str]:
    """Facts about products that no linear reasoning sees."""
    named = [local.name for local in numbers if local.type.head == kind and sight.mentions(local.name)]
    instances = triggered(sight)
    given = stated(instances)
    orders = [(f"i{number}", instance.conclusion) for number, instance in enumerate(instances)]
    orders += [(fact.name, fact.type) for fact in sight.facts]
    orders = [each for each in orders if each[1].head in ("≤", "<") and len(each[1].arguments) == 2]
    hints: list[str] = []
    if kind == "Nat":
        hints += _multiples(sight, orders)
    for (one, _), (other, _) in combinations_with_replacement(orders[:3], 2):
        first, second = (f"(Int.sub_nonneg_of_le {name})" for name in (one, other))
        hints.append(f"Nat.mul_le_mul {one} {other}" if kind == "Nat" else f"Int.mul_nonneg {first} {second}")
    if kind == "Int" and sight.conclusion.head in ("≤", "<"):
        squares = [f"({a} - {b})" for a, b in combinations(named[:3], 2)] or [f"{name}" for name in named[:1]]
        proof = "by have := @Int.natAbs_mul_self {0}; omega"
        hints = [*(f"(show 0 ≤ {square} * {square} from {proof.format(square)})" for square in squares), *hints]
    yield from given
    yield from (f"have hint{number} := {hint}" for number, hint in enumerate(hints[:_MAX_HINTS]))


def _multiples(sight: Sight, orders: Sequence[tuple[str, Term]]) -> Iterator[str]:
    """`c * a ≤ c * b` from `a ≤ b`, for every `c * b` in the goal and its hypotheses."""
    relevant = [sight.expanded(sight.conclusion), *(fact.type for fact in sight.facts)]
    products = dict.fromkeys(pair for term in relevant for part in term.subterms() for pair in _factors(part))
    for name, order in orders:
        for factor, other in products:
            if other in order.arguments and not factor.head.isdigit():
                yield f"Nat.mul_le_mul_left {render_argument(factor)} {name}"


def _factors(term: Term) -> Iterator[tuple[Term, Term]]:
    """`a * b` from both sides, and `a ^ (n + 1)` as `a * a ^ n`."""
    if term.head == "*" and len(term.arguments) == 2:
        yield term.left, term.right
        yield term.right, term.left
    if term.head == "^" and term.right.head == "+" and term.right.right.head == "1":
        yield term.left, Term("^", (term.left, term.right.left))


def _by_difference(sight: Sight, numbers: Sequence[Local], kind: str) -> Iterator[str]:
    """The greater one of two numbers is the other one and something: nothing, if they are to be equal."""
    normal = normalisation(sight, kind)
    named = [local.name for local in numbers if local.type.head == "Nat" and sight.mentions(local.name)]
    rest, order = sight.fresh("k", set()), sight.fresh("h", set())
    for one, other in islice(combinations(named, 2), _MAX_PAIRS):
        split = f"rcases Nat.le_total {one} {other} with {order} | {order}"
        named_rest = f"{split} <;> obtain ⟨{rest}, rfl⟩ := Nat.exists_eq_add_of_le {order}"
        if sight.conclusion.head == "=":
            yield f"{named_rest} <;> (have zero : {rest} * {rest} = 0 := by {normal}) <;> simp_all"
        else:
            yield f"{named_rest} <;> {normal}"


def _witness(sight: Sight, numbers: Sequence[Local], kind: str) -> Iterator[Proposal]:
    """`∃ k, e = 2 * k + 1`, `d ∣ e`, or the opposite of a hypothesis that denies one."""
    for weight, statement, frame in (
        (6.0, sight.meaning, "exact {}"),
        *((4.0, sight.unfolded(part), frame) for part, frame in _sides(sight.meaning)),
        *((3.0, sight.unfolded(fact.type.left), f"exact absurd {{}} {fact.name}") for fact in _denials(sight)),
    ):
        equation = _equation_for_witness(sight, statement)
        if equation is None:
            continue
        left, right = (polynomial(side, subtracts=kind == "Int") for side in equation.arguments)
        known = _known(sight, numbers, kind)
        whole = plus(left, right, -1)
        for _ in range(_MAX_SUBSTITUTIONS):
            whole = replaced(whole, known)
        found = solved(whole, _WITNESS)
        if found is not None:
            term = f"⟨{_number(found, kind)}, by {normalisation(sight, kind)}⟩"
            yield Proposal(frame.format(term), weight, _SOURCE, closes=True)
        factor = abs(whole.get((_WITNESS,), 0))
        rest = {monomial: value for monomial, value in plus(left, right, -1).items() if _WITNESS not in monomial}
        if factor > 1 and rest:
            rounded = f"⟨({written(rest)}) / {factor}, by omega⟩"
            yield Proposal(frame.format(rounded), weight / 2, _SOURCE, closes=True)


def _number(found: Polynomial, kind: str) -> str:
    """The polynomial as a term; of natural numbers a difference is taken once, of what is added and what is not."""
    less = {monomial: -coefficient for monomial, coefficient in found.items() if coefficient < 0}
    if kind == "Int" or not less:
        return written(found)
    return f"({written(plus(found, less))}) - ({written(less)})"


def _sides(statement: Term) -> Iterator[tuple[Term, str]]:
    """The two parts of a disjunction, each with the frame that makes the whole of it."""
    if statement.head == "∨":
        yield statement.left, "exact Or.inl {}"
        yield statement.right, "exact Or.inr {}"


def _denials(sight: Sight) -> Iterator[Fact]:
    """The hypotheses that say that something is not so."""
    return (fact for fact in sight.facts if fact.type.head == "¬")


def _equation_for_witness(sight: Sight, statement: Term) -> Term | None:
    """The equation that a witness has to solve."""
    if statement.head == "∣" and len(statement.arguments) == 2:
        return Term("=", (statement.right, Term("*", (statement.left, Term(_WITNESS)))))
    if statement.head == "∃" and len(statement.binders) == 1 and statement.left.head == "=":
        return sight.expanded(substitute(statement.left, {statement.binders[0].name: Term(_WITNESS)}))
    return None


def _known(sight: Sight, numbers: Sequence[Local], kind: str) -> dict[str, Polynomial]:
    """What the hypotheses say single unknowns are."""
    found: dict[str, Polynomial] = {}
    for fact in sight.facts:
        if fact.type.head != "=":
            continue
        left, right = (polynomial(sight.expanded(side), subtracts=kind == "Int") for side in fact.type.arguments)
        whole = replaced(plus(left, right, -1), found)
        for local in numbers:
            value = solved(whole, local.name) if whole.get((local.name,)) in (1, -1) else None
            if value is not None and not any(local.name in monomial for monomial in value):
                found[local.name] = value
                break
    return found
