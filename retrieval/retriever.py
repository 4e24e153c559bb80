"""What every retriever does, whoever scores: BM25, the name matcher, an encoder with its index, or several together.

Premises are known by their numbers in the list the retriever was made of, which is the corpus's order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # numpy takes time to load that a quick proof does not have
    import numpy as np
    from numpy.typing import NDArray

Mask: TypeAlias = "NDArray[np.bool_]"
"""One truth value for every premise: whether it may be used."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A premise's number and how well it fits; greater is better, and comparable within one query only."""

    number: int
    score: float


class Retriever(Protocol):
    """Somebody who knows which premises matter for a goal."""

    def retrieve(
        self, states: Sequence[str], *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """For every state the premises that fit best, the best first.

        Args:
            states: goals as Lean prints them.
            num_premises: how many at most; fewer where fewer are accessible.
            accessible: for every state which premises may be used; None where all may.
        """
