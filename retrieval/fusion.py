"""Several retrievers as one, by reciprocal rank fusion: what two of them place high comes first.

Ranks are compared, not scores, because cosines and BM25's sums have no common measure (Cormack, Clarke and Büttcher,
Reciprocal Rank Fusion outperforms Condorcet, SIGIR 2009, whose constant 60 is used).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from retrieval.retriever import Mask, Retrieved, Retriever

_CONSTANT = 60
_MIN_DEPTH = 100


class Fusion:
    """A `Retriever` made of others, which know the same premises by the same numbers."""

    def __init__(self, retrievers: Sequence[Retriever]) -> None:
        self._retrievers = tuple(retrievers)

    def retrieve(
        self, states: Sequence[str], *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """As in `Retriever`. The scores are sums of 1 / (60 + rank)."""
        depth = max(num_premises, _MIN_DEPTH)
        answers = [each.retrieve(states, num_premises=depth, accessible=accessible) for each in self._retrievers]
        return [_fused(rankings)[:num_premises] for rankings in zip(*answers, strict=True)]


def _fused(rankings: Sequence[Sequence[Retrieved]]) -> list[Retrieved]:
    scores: dict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, premise in enumerate(ranking, start=1):
            scores[premise.number] += 1 / (_CONSTANT + rank)
    return [Retrieved(number, score) for number, score in sorted(scores.items(), key=lambda item: (-item[1], item[0]))]
