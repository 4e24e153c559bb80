"""BM25: the baseline of the field, and what retrieves where there is no model. Knows words, not what they mean.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). LeanDojo (arXiv 2306.15626) compares with
it, too.
"""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from retrieval.retriever import Mask, Retrieved
from retrieval.text import lean_words

# Lean's statements are short and repeat little; these are the usual values, and others differ by less than a point.
_K1, _B = 0.9, 0.75


class BM25:
    """A `Retriever`.

    Args:
        texts: the premises, as `retrieval.text.serialize` writes them.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._num_premises = len(texts)
        self._model = bm25s.BM25(k1=_K1, b=_B)
        if texts:
            self._model.index([lean_words(text) for text in texts], show_progress=False)

    def retrieve(
        self, states: Sequence[str], *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """As in `Retriever`. The scores are BM25's: 0 for a premise that shares no word with the goal."""
        found: list[list[Retrieved]] = []
        for place, state in enumerate(states):
            words = lean_words(state)
            known = self._num_premises and words
            scores = self._model.get_scores(words) if known else np.zeros(self._num_premises, dtype=np.float32)
            mask = accessible[place] if accessible is not None else None
            found.append(best(scores, count=num_premises, accessible=mask))
        return found


def best(scores: NDArray[np.float32], *, count: int, accessible: Mask | None) -> list[Retrieved]:
    """The `count` premises with the greatest scores, the earlier one first among equals.

    Args:
        scores: one for each premise.
        count: how many at most.
        accessible: which premises may be used; None where all may.
    """
    candidates = np.flatnonzero(accessible) if accessible is not None else np.arange(len(scores))
    if len(candidates) > count:
        # Everything as good as the last one that fits, so that the order among equals does not hang on the partition.
        least = np.partition(scores[candidates], len(candidates) - count)[len(candidates) - count]
        candidates = candidates[scores[candidates] >= least]
    order = candidates[np.argsort(-scores[candidates], kind="stable")][:count]
    return [Retrieved(int(number), float(scores[number])) for number in order]
