"""Finite sets: those that a property of few numbers describes, their least elements, sums over the first numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prover.tactics.proposers.nonlinear import normalisation
from prover.tactics.ranges import Ranges, conjuncts, signed
from prover.tactics.rules import Fact
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import names_in

_SOURCE = "finite_sets"
_MAX_SIZE = 1_100
_SUM_TO = re.compile(r"Finset\.(?:range|Icc \d+) \(?(?P<last>[^\W\d][\w'₀-₉]*)")
_LAST_TERM = "Finset.sum_range_succ, Finset.prod_range_succ"
_SMALLER_ONES = """\
refine ⟨by decide +kernel, fun n hn => Nat.le_of_not_lt fun below => ?_⟩
revert hn
revert below
revert n
decide +kernel"""


def propose(sight: Sight) -> Iterator[Proposal]:
    """The set as a filtered interval, which computes; a smallest element by looking at all smaller numbers."""
    for fact in sight.facts:
        if (tactic := _as_interval(fact, sight)) is not None:
            yield Proposal(tactic, 1.5, _SOURCE, closes=True)
    yield from _sums(sight)
    goal = sight.conclusion
    if goal.head == "IsLeast" and len(goal.arguments) == 2 and goal.right.head.isdigit():
        yield Proposal(_SMALLER_ONES, 1.5, _SOURCE, closes=True)


def _sums(sight: Sight) -> Iterator[Proposal]:
    """`∑ k ∈ range n, f k` by induction on `n`, with the last term taken out in the step."""
    text = sight.goal.conclusion
    if "∑" not in text and "∏" not in text:
        return
    numbers = {local.name for local in sight.objects if local.type.head == "Nat" and local.value is None}
    arithmetic = normalisation(sight, "Nat")
    hypotheses = [local.name for local in sight.hypotheses if local.name.startswith("ih")]
    for last in dict.fromkeys(found["last"] for found in _SUM_TO.finditer(text) if found["last"] in numbers):
        if not hypotheses:
            yield Proposal(f"induction {last} with | zero => ?_ | succ {last} ih => ?_", 3.0, _SOURCE)
            step = f"simp_all [{_LAST_TERM}] <;> {arithmetic}"
            yield Proposal(f"induction {last} <;> {step}", 2.0, _SOURCE, closes=True)
        for hypothesis in hypotheses[:1]:
            for law in ("Finset.sum_range_succ", "Finset.prod_range_succ", "Finset.sum_Icc_succ_top (by omega)"):
                rewriting = f"rw [{law}, {hypothesis}]"
                yield Proposal(rewriting, 2.0, _SOURCE)
                yield Proposal(f"{rewriting}\n{arithmetic}", 2.0, _SOURCE, closes=True)


def _as_interval(fact: Fact, sight: Sight) -> str | None:
    """`h : ∀ x, x ∈ S ↔ p x` where `p` bounds `x`."""
    statement = fact.type
    if statement.head != "∀" or len(statement.binders) != 1 or statement.arguments[0].head != "↔":
        return None
    member, property_ = statement.arguments[0].arguments
    name, kind = statement.binders[0].name, statement.binders[0].type
    if member.head != "∈" or member.left.head != name or kind is None or kind.head not in ("Nat", "Int"):
        return None
    if member.right.head not in sight.names or member.right.arguments:
        return None
    if names_in(property_) & (sight.names - {name}):
        return None
    text = next(hypothesis.type for hypothesis in sight.goal.hypotheses if fact.name in hypothesis.names)
    found = Ranges({name: kind.head}, list(conjuncts(property_)))
    known = found.ranges[name]
    if known.size is None or known.size > _MAX_SIZE or "↔" not in text:
        return None
    body = " ".join(text.split("↔", 1)[1].split())
    low, high = signed(known.low or 0), signed(known.high or 0)
    bounds = "\n".join(f"  {line}" for proof in found.proofs for line in proof.split("\n"))
    taken = member.right.head
    return "\n".join(
        [
            f"have bound : ∀ {name}, {name} ∈ {taken} → {low} ≤ {name} ∧ {name} ≤ {high} := by",
            f"  intro {name} member",
            f"  have holds := ({fact.name} {name}).1 member",
            *([bounds] if bounds else []),
            "  omega",
            f"have same : {taken} = (Finset.Icc {low} {high}).filter (fun {name} => {body}) := by",
            f"  ext {name}",
            "  simp only [Finset.mem_filter, Finset.mem_Icc]",
            f"  exact ⟨fun member => ⟨bound {name} member, ({fact.name} {name}).1 member⟩,",
            f"    fun both => ({fact.name} {name}).2 both.2⟩",
            "rw [same]",
            "decide +kernel",
        ]
    )
