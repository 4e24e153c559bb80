"""Tactics that finish a goal or simplify it without being told how."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "closers"
_ARITHMETIC = frozenset({"+", "-", "*", "<", "≤", "/", "%", "0", "1", "2", "=", "≠"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """`rfl`, `simp_all` and their like, with the definitions and laws that the goal calls for."""
    conclusion = sight.conclusion
    for tactic in ("rfl", "assumption", "trivial", "contradiction"):
        yield Proposal(tactic, 2.0, _SOURCE, closes=True)
    if _is_closed(sight, conclusion):
        yield Proposal("decide", 2.0, _SOURCE, closes=True)
    if _is_arithmetic(sight):
        yield Proposal("omega", 2.0, _SOURCE, closes=True)
    if conclusion.head in ("→", "∀", "¬", "≠"):
        yield Proposal("nofun", 0.5, _SOURCE, closes=True)
    for local in sight.hypotheses[:6]:
        if local.type.head in ("=", "≤", "<", "False") or sight.inductive_type(local.type) is not None:
            yield Proposal(f"nomatch {local.name}", 0.3, _SOURCE, closes=True)
    yield from _simplifications(sight)


def _simplifications(sight: Sight) -> Iterator[Proposal]:
    yield Proposal("simp", 1.0, _SOURCE)
    yield Proposal("simp_all", 0.3, _SOURCE, closes=True)
    yield Proposal("simp [*]", 0.3, _SOURCE)
    names = list(sight.definitions)
    from_facts = [name for local in sight.hypotheses for name in sight.definitions_in(local.type)]
    everywhere = list(dict.fromkeys([*names, *from_facts]))
    if names:
        listed = ", ".join(names)
        yield Proposal(f"simp [{listed}]", 1.5, _SOURCE)
        yield Proposal(f"simp [{listed}, *]", 0.8, _SOURCE)
        yield Proposal(f"simp only [{listed}]", 0.8, _SOURCE)
        for name in names[:3]:
            yield Proposal(f"unfold {name}", 0.3, _SOURCE)
            yield Proposal(f"rw [{name}]", 0.3, _SOURCE)
    if everywhere:
        yield Proposal(f"simp_all [{', '.join(everywhere)}]", 0.4, _SOURCE, closes=True)
    if from_facts:
        yield Proposal(f"simp only [{', '.join(everywhere)}] at *", 0.2, _SOURCE)
    for local in sight.hypotheses[:3]:
        yield Proposal(f"simp at {local.name}", 0.25, _SOURCE)
        inside = sight.definitions_in(local.type)
        if inside:
            weight = 0.1 if local.type.head in {name.rsplit(".", 1)[-1] for name in inside} else 0.4
            yield Proposal(f"simp [{', '.join(inside)}] at {local.name}", weight, _SOURCE)


def _is_closed(sight: Sight, term: Term) -> bool:
    return not (names_in(term) & sight.names)


def _is_arithmetic(sight: Sight) -> bool:
    """Whether a number is in sight: an equation or inequality about terms of type `Nat` or `Int`."""
    if not any(local.type.head in ("Nat", "Int") for local in sight.locals):
        return False
    relevant = [sight.conclusion, *(fact.type for fact in sight.facts)]
    return any(term.head in ("=", "≠", "<", "≤", "¬", "∨", "∧", "False", "↔") for term in relevant)
