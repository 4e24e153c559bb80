"""Retrieval by meaning: an encoder and the index of its vectors, as one retriever."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.encoder import Encoder
from retrieval.index import PremiseIndex
from retrieval.retriever import Mask, Retrieved


class DenseRetriever:
    """A `Retriever`.

    Args:
        encoder: turns states into vectors.
        index: the premises' vectors, made by the same encoder.
    """

    def __init__(self, encoder: Encoder, index: PremiseIndex) -> None:
        self._encoder = encoder
        self._index = index

    def retrieve(
        self, states: Sequence[str], *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """As in `Retriever`. The scores are cosines."""
        return self._index.search(self._encoder.encode(states), num_premises=num_premises, accessible=accessible)
