"""Several generators as one: a mixture of their distributions, each tactic credited to who finds it likeliest.

The probability of a tactic is the weighted sum of what the generators give it. A model's samples are a part of its
distribution only, and how large a part depends on temperature and number; so each generator's proposals are scaled to
sum to one before they are weighed. Otherwise the one that spreads itself would hardly ever be heard.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from prover.proof import ProofState, Suggestion, TacticGenerator


@dataclass(frozen=True, slots=True)
class Part:
    """One generator of a mixture.

    Attributes:
        make: makes it: at once, or, if it is asked later, then.
        weight: its share of the probability before all shares are scaled to sum to one.
        after: how many states are asked about before it is asked, too.
    """

    make: Callable[[], TacticGenerator]
    weight: float = 1.0
    after: int = 0


class Mixture:
    """A `TacticGenerator` made of others.

    Args:
        parts: at least one.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        assert any(not part.after for part in parts)
        self._parts = parts
        self._made = {number: part.make() for number, part in enumerate(parts) if not part.after}
        self._num_states = 0

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        asked = [number for number, part in enumerate(self._parts) if part.after <= self._num_states]
        self._num_states += len(states)
        weights = [self._parts[number].weight for number in asked]
        proposed = [self._generator(number).suggest(states, num_suggestions=num_suggestions) for number in asked]
        return [self._combined(weights, proposals)[:num_suggestions] for proposals in zip(*proposed, strict=True)]

    def _generator(self, number: int) -> TacticGenerator:
        if number not in self._made:
            self._made[number] = self._parts[number].make()
        return self._made[number]

    def _combined(self, weights: Sequence[float], proposals: Sequence[Sequence[Suggestion]]) -> list[Suggestion]:
        """One list out of one list a part. A part that proposes nothing leaves its share to the others."""
        present = sum(weight for weight, proposed in zip(weights, proposals, strict=True) if proposed)
        probability: dict[str, float] = {}
        likeliest: dict[str, tuple[float, Suggestion]] = {}
        for weight, proposed in zip(weights, proposals, strict=True):
            for suggestion, share in zip(proposed, _shares(proposed), strict=True):
                share *= weight / present
                tactic = suggestion.tactic
                probability[tactic] = probability.get(tactic, 0.0) + share
                if tactic not in likeliest or share > likeliest[tactic][0]:
                    likeliest[tactic] = (share, suggestion)
        ranked = sorted(probability, key=lambda tactic: -probability[tactic])
        return [
            replace(likeliest[tactic][1], log_probability=min(0.0, math.log(probability[tactic]))) for tactic in ranked
        ]


def _shares(suggestions: Sequence[Suggestion]) -> list[float]:
    """Probabilities that sum to one. A tactic of vanishing probability keeps a positive one."""
    if not suggestions:
        return []
    greatest = max(suggestion.log_probability for suggestion in suggestions)
    weights = [math.exp(max(suggestion.log_probability - greatest, -600.0)) for suggestion in suggestions]
    total = sum(weights)
    return [weight / total for weight in weights]
