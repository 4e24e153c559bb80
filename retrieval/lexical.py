"""Which known statements share rare symbols with a goal: retrieval without a model.

Every statement is a bag of symbols. A symbol that few statements have says much, one that all have says nothing
(inverse document frequency); a long statement needs more in common than a short one (cosine). No Lean, no learning.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from retrieval.retriever import Mask, Retrieved
from retrieval.text import symbols

# What a symbol of a hypothesis counts beside one of the conclusion.
_HYPOTHESIS_WEIGHT = 0.4


class LexicalIndex:
    """An inverted index over bags of symbols.

    Args:
        documents: the symbols of each statement; their places are the numbers by which statements are known.
    """

    def __init__(self, documents: Sequence[Collection[str]]) -> None:
        frequencies = Counter(symbol for document in documents for symbol in set(document))
        self._num_documents = len(documents)
        self._weights = {
            symbol: math.log(1 + self._num_documents / frequency) for symbol, frequency in frequencies.items()
        }
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._lengths: list[float] = []
        for number, document in enumerate(documents):
            symbols = set(document)
            for symbol in symbols:
                self._postings[symbol].append(number)
            self._lengths.append(math.sqrt(sum(self._weights[symbol] ** 2 for symbol in symbols)))

    def weight(self, symbol: str) -> float:
        """How much a symbol says: high for a rare one, 0 for one that no statement has."""
        return self._weights.get(symbol, 0.0)

    def rank(
        self, query: Mapping[str, float], *, count: int, accessible: Mask | None = None
    ) -> list[tuple[int, float]]:
        """The statements nearest to the query, at most `count`, the nearest first, the later one among equals.

        Args:
            query: symbols with their weights; they are multiplied by how much each symbol says.
            count: how many.
            accessible: which statements may be used; None where all may.

        Returns:
            Pairs of a statement's number and its cosine with the query, between 0 and 1; none without a common symbol.
        """
        weighted = {symbol: weight * self.weight(symbol) for symbol, weight in query.items()}
        length = math.sqrt(sum(weight**2 for weight in weighted.values()))
        if length == 0:
            return []
        products: dict[int, float] = defaultdict(float)
        for symbol, weight in weighted.items():
            if weight:
                product = weight * self._weights[symbol]
                for number in self._postings[symbol]:
                    products[number] += product
        scored = (
            (product / (length * self._lengths[number]), number)
            for number, product in products.items()
            if accessible is None or accessible[number]
        )
        return [(number, score) for score, number in heapq.nlargest(count, scored)]


class NameMatcher:
    """The index as a `Retriever`: statements are near to a goal if they share rare names and operators with it.

    Args:
        texts: the premises, as `retrieval.text.serialize` writes them.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._index = LexicalIndex([symbols(text) for text in texts])

    def retrieve(
        self, states: Sequence[str], *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """As in `Retriever`, without premises that share nothing with the goal. The scores are cosines."""
        masks = accessible if accessible is not None else [None] * len(states)
        return [
            [
                Retrieved(number, score)
                for number, score in self._index.rank(_weighted(state), count=num_premises, accessible=mask)
            ]
            for state, mask in zip(states, masks, strict=True)
        ]


def _weighted(state: str) -> dict[str, float]:
    """The symbols of a goal; those of its conclusions count in full."""
    conclusions, hypotheses = [], []
    for line in state.split("\n"):
        before, turnstile, conclusion = line.partition("⊢")
        conclusions.append(conclusion if turnstile else "")
        hypotheses.append(before)
    weights = dict.fromkeys(symbols(" ".join(hypotheses)), _HYPOTHESIS_WEIGHT)
    return weights | dict.fromkeys(symbols(" ".join(conclusions)), 1.0)
