"""General statements at the values of the goal, handed to what decides goals without variables."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.instances import at_constants, stated, triggered
from prover.tactics.proposers.automation import grind
from prover.tactics.sight import Proposal, Sight

_SOURCE = "instances"
_MAX_KEPT = 2


def propose(sight: Sight) -> Iterator[Proposal]:
    """`have` for every instance, then arithmetic or simplification; the first of them alone, to go on with."""
    found, special = triggered(sight), at_constants(sight)
    if not found and not special:
        return
    if found and sight.is_arithmetic:
        yield Proposal("\n".join([*stated(found), "omega"]), 3.0, _SOURCE, closes=True)
    every = list({instance.conclusion: instance for instance in (*found, *special)}.values())
    names = " ".join(f"i{number}" for number in range(len(every)))
    last = "first | done | omega | simp_all" if sight.is_arithmetic else "first | done | simp_all"
    yield Proposal(
        "\n".join([*stated(every), f"(try simp at {names}) <;> ({last} | {grind(sight)})"]), 2.0, _SOURCE, closes=True
    )
    name = sight.fresh("h", set())
    for instance in every[:_MAX_KEPT]:
        yield Proposal(f"have {name} := {instance.proof}", 0.5, _SOURCE)
