"""Tactics that finish a goal or simplify it without being told how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "closers"
# What ends in a millisecond comes before what searches.
_CHEAP = 4.0


def propose(sight: Sight) -> Iterator[Proposal]:
    """`rfl`, `simp_all` and their like, with the definitions and laws that the goal calls for."""
    conclusion = sight.conclusion
    for tactic in ("rfl", "assumption", "trivial", "contradiction"):
        yield Proposal(tactic, _CHEAP, _SOURCE, closes=True)
    if _is_closed(sight, conclusion):
        yield Proposal("decide", _CHEAP, _SOURCE, closes=True)
        yield Proposal("decide +kernel", _CHEAP - 0.1, _SOURCE, closes=True)
    if sight.is_arithmetic:
        yield Proposal("omega", _CHEAP, _SOURCE, closes=True)
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
    functions, notions = _sorted_out(sight, sight.definitions)
    redexes = sight.computable_in(sight.conclusion)
    if redexes:
        yield Proposal(f"simp only [{', '.join(redexes)}]", 5.0, _SOURCE)
    if functions:
        listed = ", ".join(functions)
        yield Proposal(f"simp [{listed}]", 5.0 if set(redexes) & set(functions) else 1.5, _SOURCE)
        if not redexes:
            yield Proposal(f"simp only [{listed}]", 1.0, _SOURCE)
        yield Proposal(f"simp [{listed}, *]", 0.6, _SOURCE)
        for name in functions[:3]:
            yield Proposal(f"rw [{name}]", 0.4, _SOURCE)
            yield Proposal(f"unfold {name}", 0.2, _SOURCE)
    if notions:
        yield Proposal(f"simp [{', '.join(sight.definitions)}]", 0.6, _SOURCE)
        yield Proposal(f"simp only [{', '.join(notions)}]", 0.2, _SOURCE)
    yield from _simplify_facts(sight)


def _sorted_out(sight: Sight, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Functions, which want computing, and notions, which most rules see through anyway."""
    functions: list[str] = []
    notions: list[str] = []
    for name in names:
        definition = sight.premises.definition(Term(name.rsplit(".", 1)[-1], text=name))
        is_notion = definition is not None and sight.premises.is_proposition(definition)
        (notions if is_notion else functions).append(name)
    return functions, notions


def _simplify_facts(sight: Sight) -> Iterator[Proposal]:
    from_facts = [name for local in sight.hypotheses for name in sight.definitions_in(local.type)]
    everywhere = ", ".join(dict.fromkeys([*sight.definitions, *from_facts]))
    if everywhere:
        yield Proposal(f"simp_all [{everywhere}]", 0.4, _SOURCE, closes=True)
    redexes = dict.fromkeys(name for local in sight.hypotheses for name in sight.computable_in(local.type))
    if redexes:
        listed = ", ".join(dict.fromkeys([*sight.computable_in(sight.conclusion), *redexes]))
        yield Proposal(f"simp only [{listed}] at *", 4.0, _SOURCE)
    if from_facts:
        yield Proposal(f"simp only [{everywhere}] at *", 0.2, _SOURCE)
    for local in sight.hypotheses[:3]:
        yield Proposal(f"simp at {local.name}", 0.25, _SOURCE)
        functions, notions = _sorted_out(sight, sight.definitions_in(local.type))
        if functions:
            yield Proposal(f"simp [{', '.join(functions)}] at {local.name}", 0.5, _SOURCE)
        elif notions:
            yield Proposal(f"simp [{', '.join(notions)}] at {local.name}", 0.1, _SOURCE)


def _is_closed(sight: Sight, term: Term) -> bool:
    return not (names_in(term) & sight.names)
