"""The same generator with another taste: seeded noise on its log-probabilities, so that k searches are not one search.

A generator that never draws at random gives the same search every time, and pass@k would be pass@1. Gumbel noise on
log-probabilities is how one samples without replacement (Kool et al., arXiv 1903.06059, section 2.3); less than its
full strength keeps what is almost certain in front.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from prover.proof import ProofState, Suggestion, TacticGenerator
from prover.tactics.reordering import reordered

_STRENGTH = 0.5


class Perturbed:
    """A `TacticGenerator` that reorders another one's suggestions, always in the same way for the same seed and state.

    Args:
        generator: who proposes.
        seed: another seed, another order.
    """

    def __init__(self, generator: TacticGenerator, *, seed: int) -> None:
        self._generator = generator
        self._seed = seed

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest after the noise first."""
        proposed = self._generator.suggest(states, num_suggestions=num_suggestions)
        return [self._shuffled(state, suggestions) for state, suggestions in zip(states, proposed, strict=True)]

    def _shuffled(self, state: ProofState, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
        # Seeded by the state and not by the order of calls, which depends on the search.
        source = random.Random(f"{self._seed} {state.text}")
        return reordered(suggestions, [_STRENGTH * _gumbel(source) for _ in suggestions])


def _gumbel(source: random.Random) -> float:
    return -math.log(source.expovariate(1.0))
