"""Which known statements share rare symbols with a goal: retrieval without a model.

Every statement is a bag of symbols. A symbol that few statements have says much, one that all have says nothing
(inverse document frequency); a long statement needs more in common than a short one (cosine). No Lean, no learning.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence


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

    def rank(self, query: Mapping[str, float], *, count: int) -> list[tuple[int, float]]:
        """The statements nearest to the query, at most `count`, the nearest first, the later one among equals.

        Args:
            query: symbols with their weights; they are multiplied by how much each symbol says.
            count: how many.

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
        scored = ((product / (length * self._lengths[number]), number) for number, product in products.items())
        return [(number, score) for score, number in heapq.nlargest(count, scored)]
