"""Goals about numbers of which only finitely many come into question: bounds are proved, and every value is tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from prover.tactics.ranges import Range, Ranges, shifted, signed
from prover.tactics.rules import Fact
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "bounded"
_KINDS = ("Nat", "Int")
_MAX_UNKNOWNS, _MAX_TRIALS, _MAX_CASES, _MAX_SPLIT = 3, 3_000, 100, 2
_FEW_TRIALS = 300
_DECIDABLE = frozenset({"=", "≠", "<", "≤", "∣", "∧", "∨", "¬", "↔", "≡", "→", "False"})
_UNDECIDABLE = frozenset({"∀", "∃", "∃!", "fun", "Prime"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """`decide` over all values of all unknowns, or `omega` for each value of one."""
    kinds = _unknowns(sight)
    if not kinds or sight.conclusion.head not in _DECIDABLE:
        return
    facts = [fact for fact in sight.facts if _is_about(fact.type, sight, kinds)]
    if not facts:
        return
    found = Ranges(kinds, [fact.type for fact in facts])
    wanted = _connected(sight, facts, kinds)
    trials = _num_trials(found.ranges, wanted)
    if 1 <= len(wanted) <= _MAX_UNKNOWNS and trials <= _MAX_TRIALS:
        tactic = _by_deciding(sight, facts, wanted, found)
        yield Proposal(tactic, 1.6 if trials <= _FEW_TRIALS else 1.2, _SOURCE, closes=True)
    few = [name for name in wanted if (size := found.ranges[name].size) is not None and size <= _MAX_TRIALS]
    few.sort(key=lambda name: len(_values(found.ranges[name])))
    for chosen in dict.fromkeys([*((name,) for name in few[:_MAX_SPLIT]), tuple(few)]):
        if 2 <= prod(len(_values(found.ranges[name])) for name in chosen) <= _MAX_CASES:
            yield Proposal(_by_cases(chosen, found), 1.4, _SOURCE, closes=True)


def _unknowns(sight: Sight) -> dict[str, str]:
    return {local.name: local.type.head for local in sight.objects if local.type.head in _KINDS and local.value is None}


def _is_about(term: Term, sight: Sight, kinds: Mapping[str, str]) -> bool:
    """Whether a fact is about the unknowns alone, and can be decided once they are known."""
    names = names_in(term)
    return term.head in _DECIDABLE and not names & _UNDECIDABLE and names & sight.names <= kinds.keys()


def _connected(sight: Sight, facts: list[Fact], kinds: Mapping[str, str]) -> list[str]:
    """The unknowns of the goal, and those that the facts tie to them."""
    found = names_in(sight.conclusion) & kinds.keys()
    if not found:
        found = frozenset(kinds)
    while True:
        more = found.union(*(names for fact in facts if (names := names_in(fact.type) & kinds.keys()) & found))
        if more == found:
            return [name for name in kinds if name in found]
        found = more


def _num_trials(ranges: Mapping[str, Range], names: list[str]) -> int:
    """How many combinations are looked at; a later unknown only for those values of the earlier that are divisors."""
    total, passed = 0, 1
    for name in names:
        size = ranges[name].size
        if size is None or size > _MAX_TRIALS:
            return _MAX_TRIALS + 1
        total += passed * size
        passed *= len(_values(ranges[name]))
    return total


def _values(known: Range) -> list[int]:
    assert known.low is not None
    assert known.high is not None
    return [
        value
        for value in range(known.low, known.high + 1)
        if all(value + shift and dividend % (value + shift) == 0 for shift, dividend, _ in known.divided)
    ]


def _by_deciding(sight: Sight, facts: list[Fact], names: list[str], found: Ranges) -> str:
    """All values at once: `∀ x, 0 ≤ x → x ≤ 9 → ...` is decidable."""
    unknown = set(names)
    others = [fact.name for fact in sight.facts if fact not in facts and names_in(fact.type) & unknown]
    used = [fact.name for fact in reversed(facts) if names_in(fact.type) & unknown]
    lines = [*found.proofs]
    for name in names:
        lines += _restated(name, found)
    if cleared := [*others, *found.helpers]:
        lines.append(f"clear {' '.join(cleared)}")
    if used:
        lines.append(f"revert {' '.join(used)}")
    return "\n".join([*lines, *(f"revert {name}" for name in reversed(names)), "decide +kernel"])


def _restated(name: str, found: Ranges) -> list[str]:
    """Bounds in the order in which a quantifier wants them, then what else is known of the unknown alone."""
    known = found.ranges[name]
    lines = [f"have {fact} : {statement} := by omega" for fact, statement in _bounds(name, known)]
    return [*lines, *(f"have bd{number}{name} := {fact}" for number, (_, _, fact) in enumerate(known.divided))]


def _bounds(name: str, known: Range) -> Iterator[tuple[str, str]]:
    if known.kind == "Int":
        yield f"bl{name}", f"{signed(known.low or 0)} ≤ {name}"
    yield f"bu{name}", f"{name} ≤ {signed(known.high or 0)}"


def _by_cases(names: Sequence[str], found: Ranges) -> str:
    """One value after the other; what is left is linear."""
    lines = list(found.proofs)
    splits = [f"rcases {_values_shown(name, found, lines)} with {_patterns(name, found)}" for name in names]
    finish = "omega" if len(names) == 1 else "first | omega | simp_all"
    return "\n".join([*lines, " <;> ".join([*splits, finish])])


def _patterns(name: str, found: Ranges) -> str:
    return " | ".join(["rfl"] * len(_values(found.ranges[name])))


def _values_shown(name: str, found: Ranges, lines: list[str]) -> str:
    """A proof that the unknown has one of its values; what it needs is added to the lines."""
    known = found.ranges[name]
    cases = " ∨ ".join(f"{name} = {signed(value)}" for value in _values(known))
    if not known.divided:
        return f"(by omega : {cases})"
    premises = [statement for _, statement in _bounds(name, known)]
    premises += [f"{shifted(name, shift)} ∣ {dividend}" for shift, dividend, _ in known.divided]
    lines += [
        *_restated(name, found),
        f"have key{name} : ∀ {name} : {known.kind}, {' → '.join([*premises, cases])} := by decide +kernel",
    ]
    facts = [fact for fact, _ in _bounds(name, known)] + [fact for _, _, fact in known.divided]
    return f"(key{name} {name} {' '.join(facts)})"
