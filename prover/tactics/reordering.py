"""Another generator's suggestions in another order, as probabilities again."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from prover.proof import Suggestion


def reordered(suggestions: Sequence[Suggestion], added: Sequence[float]) -> list[Suggestion]:
    """The suggestions with something added to each log-probability, scaled to sum to one, the likeliest first."""
    if not suggestions:
        return []
    values = [entry.log_probability + more for entry, more in zip(suggestions, added, strict=True)]
    greatest = max(values)
    total = greatest + math.log(sum(math.exp(value - greatest) for value in values))
    moved = [
        replace(entry, log_probability=min(0.0, value - total), added=entry.added + more)
        for entry, value, more in zip(suggestions, values, added, strict=True)
    ]
    return sorted(moved, key=lambda entry: -entry.log_probability)
