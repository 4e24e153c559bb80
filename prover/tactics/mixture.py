"""Several generators as one: a mixture of their distributions, each tactic credited to who finds it likeliest.

The probability of a tactic is the weighted sum of what the generators give it. A model's samples are a part of its
distribution only, and how large a part depends on temperature and number; so each generator's proposals are scaled to
sum to one before they are weighed. Otherwise the one that spreads itself would hardly ever be heard.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prover.proof import ProofState, Suggestion, TacticGenerator


@dataclass(frozen=True, slots=True)
class Part:
    """One generator of a mixture, and its share of the probability before all shares are scaled to sum to one."""

    generator: TacticGenerator
    weight: float = 1.0


class Mixture:
    """A `TacticGenerator` made of others.

    Args:
        parts: at least one.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        assert parts
        total = sum(part.weight for part in parts)
        self._parts = [Part(part.generator, part.weight / total) for part in parts]

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        proposed = [part.generator.suggest(states, num_suggestions=num_suggestions) for part in self._parts]
        return [self._combined(proposals)[:num_suggestions] for proposals in zip(*proposed, strict=True)]

    def _combined(self, proposals: Sequence[Sequence[Suggestion]]) -> list[Suggestion]:
        """One list out of one list a part. A part that proposes nothing leaves its share to the others."""
        present = sum(part.weight for part, proposed in zip(self._parts, proposals, strict=True) if proposed)
        probability: dict[str, float] = {}
        likeliest: dict[str, tuple[float, Suggestion]] = {}
        for part, proposed in zip(self._parts, proposals, strict=True):
            for suggestion, share in zip(proposed, _shares(proposed), strict=True):
                share *= part.weight / present
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
