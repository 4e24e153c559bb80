"""Which of the known lemmas are near to a goal: by shared symbols, by any retriever, or not asked at all.

The symbolic generator weighs a lemma by its nearness, so that of a thousand lemmas that fit a goal's shape those are
tried first that have to do with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from data.cache import cache_directory
from prover.tactics.declared import Lemma
from retrieval.lexical import LexicalIndex
from retrieval.retriever import Retriever

# A retriever's scores have no common measure, but places have: the nearness of the first, and of the one at `_HALF`.
_FIRST, _HALF = 0.7, 15


class Selector(Protocol):
    """Somebody who knows which lemmas are near to a goal."""

    def rank(self, goal: str, symbols: Mapping[str, float], *, count: int) -> list[tuple[int, float]]:
        """The nearest lemmas, at most `count`, the nearest first.

        Args:
            goal: as Lean prints it.
            symbols: the goal's constants with their weights.
            count: how many.

        Returns:
            Pairs of a lemma's number and its nearness, from 0 to 1.
        """


MakeSelector = Callable[[Sequence[Lemma]], Selector]
"""Makes a selector among lemmas, which are known by their places."""


class SharedSymbols:
    """Near is what shares rare symbols with the goal."""

    def __init__(self, lemmas: Sequence[Lemma]) -> None:
        self._index = LexicalIndex([lemma.symbols for lemma in lemmas])

    def rank(self, goal: str, symbols: Mapping[str, float], *, count: int) -> list[tuple[int, float]]:  # noqa: ARG002
        """As in `Selector`; nearness is a cosine."""
        return self._index.rank(symbols, count=count)


class Nothing:
    """No lemma is nearer than another: what a search does without retrieval."""

    def __init__(self, lemmas: Sequence[Lemma]) -> None:
        pass

    def rank(self, goal: str, symbols: Mapping[str, float], *, count: int) -> list[tuple[int, float]]:  # noqa: ARG002
        """As in `Selector`."""
        return []


class Retrieving:
    """Near is what a retriever places high."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever

    def rank(self, goal: str, symbols: Mapping[str, float], *, count: int) -> list[tuple[int, float]]:  # noqa: ARG002
        """As in `Selector`; nearness falls with the place."""
        (found,) = self._retriever.retrieve([goal], num_premises=count)
        return [
            (premise.number, _FIRST / (1 + place / _HALF)) for place, premise in enumerate(found) if premise.score > 0
        ]


def find_selector(
    name: str, *, cache: Path | None = None, device: str = "auto", progress: Callable[[str], None] = lambda _: None
) -> MakeSelector:
    """What `--retriever NAME` means: `lexical`, `none`, `bm25`, or an encoder's folder or name on the hub.

    Raises:
        EncoderError: if there is no such encoder.
    """
    if name == "lexical":
        return SharedSymbols
    if name == "none":
        return Nothing
    if name == "bm25":
        from retrieval.bm25 import BM25  # half a second that a quick proof does not have

        return lambda lemmas: Retrieving(BM25([lemma.text for lemma in lemmas]))
    return _dense(name, folder=cache_directory(cache) / "vectors", device=device, progress=progress)


def _dense(name: str, *, folder: Path, device: str, progress: Callable[[str], None]) -> MakeSelector:
    """An encoder's vectors of all lemmas ever seen are kept in the cache, so that only new lemmas are encoded."""
    progress("loading torch")
    import numpy as np

    from retrieval.dense import DenseRetriever
    from retrieval.encoder import Encoder
    from retrieval.index import PremiseIndex
    from retrieval.vectors import VectorStore

    encoder = Encoder.load(name, device=device)
    store = VectorStore(folder / encoder.fingerprint[:16], encoder)

    def make(lemmas: Sequence[Lemma]) -> Selector:
        rows = store.rows([lemma.text for lemma in lemmas])
        vectors = np.ascontiguousarray(store.vectors[rows])
        return Retrieving(DenseRetriever(encoder, PremiseIndex("exact", vectors, np.arange(len(rows)))))

    return make
