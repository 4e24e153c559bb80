"""Remainders: every number has one of a few, and powers run through them in a cycle."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.polynomials import polynomial
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "residues"
_MAX_MODULUS, _MAX_CASES, _MAX_PERIOD, _MAX_FACTOR = 24, 64, 24, 6
_RELATIONS = frozenset({"=", "≠", "∣", "¬", "∨", "∧", "↔", "<", "≤", "False", "→"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """Cases on remainders, with remainders pushed into sums, products and powers; cycles of powers."""
    if sight.conclusion.head not in _RELATIONS:
        return
    terms = [sight.conclusion, *(fact.type for fact in sight.facts)]
    moduli = sorted({modulus for term in terms for modulus in _moduli(term)})
    kinds = {local.name: local.type.head for local in sight.objects if local.type.head in ("Nat", "Int")}
    for modulus in moduli:
        powers = dict.fromkeys(power for term in terms for power in _powers(term, kinds))
        if not powers:
            yield from _by_remainders(sight, modulus, kinds)
        for base, name in powers:
            if (tactic := _cycle(base, name, modulus)) is not None:
                yield Proposal(tactic, 1.5, _SOURCE, closes=True)


def _moduli(term: Term) -> Iterator[int]:
    """The numbers that something is divided by, or that divide something."""
    for part in _parts(term):
        if len(part.arguments) == 2:
            number = part.right if part.head == "%" else part.left if part.head == "∣" else part
            if number.head.isdigit() and not number.arguments and int(number.head) > 1:
                yield int(number.head)


def _parts(term: Term) -> Iterator[Term]:
    yield term
    for argument in term.arguments:
        yield from _parts(argument)


def _powers(term: Term, kinds: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Base and unknown of `2 ^ n`; of `2 ^ (2 * n + 1)` they are `4` and `n`."""
    for part in _parts(term):
        if part.head == "^" and len(part.arguments) == 2 and part.left.head.isdigit() and int(part.left.head) > 1:
            exponent = {
                monomial: number for monomial, number in polynomial(part.right, subtracts=False).items() if monomial
            }
            for monomial, number in exponent.items():
                if len(exponent) == 1 and len(monomial) == 1 and monomial[0] in kinds and number <= _MAX_FACTOR:
                    yield int(part.left.head) ** number, monomial[0]


def _by_remainders(sight: Sight, modulus: int, kinds: dict[str, str]) -> Iterator[Proposal]:
    """Each of the goal's numbers modulo `modulus`."""
    names = [name for name in kinds if name in names_in(sight.conclusion)] or list(kinds)
    kind = "Int" if any(kinds[name] == "Int" for name in names) else "Nat"
    known = [fact.name for fact in sight.facts if fact.type.head == "=" and fact.type.left.head == "%"]
    laws = [f"{kind}.{law}" for law in ("pow_succ", "mul_emod", "add_emod", "sub_emod")]
    if kind == "Nat":
        laws = ["Nat.dvd_iff_mod_eq_zero", "Nat.pow_succ", "Nat.mul_mod", "Nat.add_mod"]
    else:
        laws.insert(0, "Int.dvd_iff_emod_eq_zero")
    if known:
        yield Proposal(f"simp [{', '.join([*laws, *known])}]", 1.2, _SOURCE, closes=True)
    if not 1 <= len(names) <= 3 or modulus > _MAX_MODULUS or modulus ** len(names) > _MAX_CASES:
        return
    splits = []
    hypotheses = []
    for name in names:
        cases = " ∨ ".join(f"{name} % {modulus} = {value}" for value in range(modulus))
        hypothesis = sight.fresh(f"h{name}", set())
        splits.append(f"rcases (by omega : {cases}) with {' | '.join([hypothesis] * modulus)}")
        hypotheses.append(hypothesis)
    finish = f"simp_all [{', '.join([*laws, *hypotheses])}]"
    yield Proposal(" <;> ".join([*splits, finish]), 1.5, _SOURCE, closes=True)
    yield Proposal(" <;> ".join([*splits, "omega"]), 0.6, _SOURCE, closes=True)


def _cycle(base: int, name: str, modulus: int) -> str | None:
    """`base ^ n` modulo `modulus` from the remainder of `n` by the length of the cycle."""
    period = next((number for number in range(1, _MAX_PERIOD) if pow(base, number, modulus) == 1 % modulus), None)
    if period is None:
        return None
    cases = " ∨ ".join(f"{name} = {period} * q + {value}" for value in range(period))
    simplify = "(try simp only [Nat.pow_add, Nat.pow_mul, Nat.reducePow] at *)"
    return "\n".join(
        [
            f"have cycle : ∀ k, {base} ^ ({period} * k) % {modulus} = {1 % modulus} := by",
            "  intro k",
            "  induction k with",
            "  | zero => rfl",
            "  | succ k ih => rw [Nat.mul_succ, Nat.pow_add, Nat.mul_mod, ih]",
            f"obtain ⟨q, cases⟩ : ∃ q, {cases} := ⟨{name} / {period}, by omega⟩",
            "have key := cycle q",
            f"rcases cases with {' | '.join(['rfl'] * period)} <;> {simplify} <;> omega",
        ]
    )
