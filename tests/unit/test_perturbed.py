"""Seeded noise on suggestions."""

from __future__ import annotations

import math
from collections.abc import Sequence

from prover.lean.goals import parse_goals
from prover.proof import ProofState, Suggestion
from prover.tactics.perturbed import Perturbed

STATES = [ProofState(goals=parse_goals(f"n : Nat\n⊢ n + {number} = {number} + n")) for number in range(20)]


class FixedList:
    """Proposes the same tactics, likeliest first, whatever the state."""

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        tactics = ["rfl", "simp", "omega", "decide"][:num_suggestions]
        return [[Suggestion(tactic, -1.0 - rank, "list") for rank, tactic in enumerate(tactics)] for _ in states]


def test_the_same_seed_gives_the_same_list_in_any_order_of_calls() -> None:
    """A run could not be repeated if its lists depended on which state came first."""
    first = Perturbed(FixedList(), seed=3).suggest(STATES, num_suggestions=4)
    second = [Perturbed(FixedList(), seed=3).suggest([state], num_suggestions=4)[0] for state in reversed(STATES)]
    assert first == second[::-1]


def test_another_seed_gives_another_search() -> None:
    """pass@k over k equal searches is pass@1 at k times the price."""
    orders = {
        tuple(entry.tactic for entry in Perturbed(FixedList(), seed=seed).suggest(STATES[:1], num_suggestions=4)[0])
        for seed in range(1, 30)
    }
    assert len(orders) > 3


def test_probabilities_stay_probabilities_and_sorted() -> None:
    """Scores above zero would make every longer path look better than its beginning."""
    for suggestions in Perturbed(FixedList(), seed=5).suggest(STATES, num_suggestions=4):
        values = [entry.log_probability for entry in suggestions]
        assert values == sorted(values, reverse=True)
        assert math.isclose(sum(map(math.exp, values)), 1.0)
        assert {entry.tactic for entry in suggestions} == {"rfl", "simp", "omega", "decide"}
