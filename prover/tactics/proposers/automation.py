"""Tactics that search by themselves, each with the lemmas that the goal calls for: one check instead of many steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prover.tactics.sight import Proposal, Sight

_SOURCE = "automation"
_GRIND = "grind -verbose (gen := 3) (instances := 200)"
_MAX_DEPTH, _NUM_EACH, _MAX_LEMMAS = 1, 5, 12
_NUM_BESIDE_TRANSITIVE = 2
# A proof in one tactic is the commonest of all, and none can be found there later.
_AT_ROOT, _BELOW = 3.0, 1.5
_NUMBERS = frozenset({"Nat", "Int"})
_LINEAR = _NUMBERS | {"≤", "<", "=", "≠", "+", "-", "∨", "∧", "¬", "↔", "→", "∀", "False", "succ", "pred"}
_NAME = re.compile(r"[\w.'!?]+(?<!\.mp)(?<!\.mpr)(?<!\.left)(?<!\.right)")


def propose(sight: Sight) -> Iterator[Proposal]:
    """`simp_all` with lemmas and definitions, `grind` with the same, `solve_by_elim` with lemmas and constructors."""
    weight = _AT_ROOT if sight.depth == 0 else _BELOW
    both, alone = finishers(sight)
    yield Proposal(_simplified(sight), weight, _SOURCE, closes=True)
    yield Proposal(alone, weight, _SOURCE, closes=True)
    yield Proposal(both, weight if sight.depth == 0 else 0.5 * weight, _SOURCE, closes=True)
    if sight.selection.concluding or sight.hypotheses:
        yield Proposal(application(sight), weight, _SOURCE, closes=True)
    for lemma in sight.selection.transitive[:2]:
        listed = ", ".join([lemma, *sight.selection.concluding[:_NUM_BESIDE_TRANSITIVE]])
        yield Proposal(f"solve_by_elim [{listed}]", 0.5 * weight, _SOURCE, closes=True)


def application(sight: Sight) -> str:
    """`solve_by_elim` with lemmas and constructors."""
    listed = ", ".join(name for name in sight.selection.concluding if not _is_linear(sight, name))
    return f"solve_by_elim [{listed}]" if listed else "solve_by_elim"


def simplification(sight: Sight) -> str:
    """`simp_all` with the definitions in the goal and the hypotheses, and with the nearest equations."""
    listed = ", ".join([*sight.known_definitions, *sight.selection.simplifying])
    return f"simp_all [{listed}]" if listed else "simp_all"


def finishers(sight: Sight) -> Iterator[str]:
    """What may close a goal, or every case after a distinction of cases or an induction at once."""
    yield f"{simplification(sight)} <;> {grind(sight)}"
    yield grind(sight)


def _simplified(sight: Sight) -> str:
    """`simp_all`, and for what it leaves a split, arithmetic, or the laws that put an equivalence in order."""
    simplify = simplification(sight)
    last = "omega" if sight.is_arithmetic else "done"
    reordered = _reordered(sight)
    if sight.has_branches:
        return f"{simplify} <;> (repeat' split) <;> {simplify} <;> {last}"
    return f"{simplify} <;> simp_all [{reordered}]" if reordered else f"{simplify} <;> {last}"


def grind(sight: Sight, *besides: str) -> str:
    """`grind` with the same definitions and lemmas, with others on the same notions, and with these."""
    chosen = sight.selection
    concluding = [term for term in chosen.concluding if _NAME.fullmatch(term) and not _is_linear(sight, term)]
    lemmas = [*chosen.simplifying[:_NUM_EACH], *concluding[:_NUM_EACH], *chosen.related]
    listed = ", ".join([*besides, *sight.known_definitions, *list(dict.fromkeys(lemmas))[:_MAX_LEMMAS]])
    return f"{_GRIND} [{listed}]" if listed else _GRIND


def _is_linear(sight: Sight, term: str) -> bool:
    """Whether the lemma is on order and sums of numbers alone, as many of the library's are.

    `grind` knows those and refuses what has no pattern; `solve_by_elim` applies them to each other for ever.
    """
    name = term.strip("(").split()[0].rstrip(")")
    lemma = sight.premises.lemma(name) or sight.premises.lemma(name.rpartition(".")[0])
    return (
        lemma is not None
        and (sight.premises.is_core(lemma) or not _NUMBERS.isdisjoint(lemma.symbols))
        and all(symbol in _LINEAR or symbol.isdigit() for symbol in lemma.symbols)
    )


def is_early(sight: Sight) -> bool:
    """Whether a distinction of cases that is finished off at once is worth its time: deeper down, steps get there."""
    return sight.depth <= _MAX_DEPTH and not sight.num_induction_hypotheses


def _reordered(sight: Sight) -> str:
    """Laws that put the parts of an equivalence in order, as `Or.comm` does."""
    if sight.conclusion.head != "↔":
        return ""
    words = sight.selection.vocabulary
    names = [name for operator, name in (("∧", "and"), ("∨", "or")) if operator in words]
    return ", ".join(f"{name}_{law}" for name in names for law in ("assoc", "comm", "left_comm"))
