"""The premises of a corpus, searched by their vectors with FAISS.

Three kinds: `exact` looks at every vector, `ivf` at the clusters nearest to the query, `hnsw` walks a graph.
What is accessible is decided at query time, by a bit for each vector, so that one index serves every theorem.

When a file changes, only its new premises are encoded; they are added, and the rows of the old ones are never shown
again, because no kind but `exact` can take anything out. A manifest, written last, says which corpus the index is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import faiss
import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from data.corpus import Corpus
from data.durable import written_whole
from retrieval.encoder import Encoder, Vectors
from retrieval.errors import IndexMismatchError, RetrievalError
from retrieval.retriever import Mask, Retrieved
from retrieval.text import serialize
from retrieval.vectors import Progress, Rows, VectorStore, check_encoder

Kind = Literal["exact", "ivf", "hnsw"]

# With these 99 % of the exact top 100 of 200,000 premises are found; see scripts/bench_index.py.
_NUM_PROBES = 32
_NUM_LINKS, _BUILD_BREADTH, _SEARCH_BREADTH = 32, 80, 800
_VECTORS_PER_CLUSTER, _TRAINING_VECTORS_PER_CLUSTER = 200, 40
# With fewer candidates a plain product is as fast as any index, and exact.
_FEW = 5_000
_MAX_HIDDEN_SHARE = 0.2
_VECTORS_PER_ADDITION = 1 << 15
# The most neighbours that FAISS gives on a GPU, where it cannot leave out what is not accessible.
_MAX_GPU_NEIGHBOURS = 2048


class _Manifest(BaseModel):
    kind: Kind
    corpus: str
    num_premises: int


class PremiseIndex:
    """The vectors of a list of premises, ready for search.

    Args:
        kind: how they are searched.
        vectors: one a row, of unit length.
        rows: for every premise its row; rows of no premise are never found.
        searcher: the FAISS index of all rows, if it is at hand; else it is made.
        on_gpu: search on the first GPU; needs `faiss-gpu`, and `hnsw` cannot.

    Raises:
        RetrievalError: if FAISS cannot use a GPU here.
    """

    def __init__(self, kind: Kind, vectors: Vectors, rows: Rows, *, searcher: Any = None, on_gpu: bool = False) -> None:
        self._kind = kind
        self._vectors = vectors
        self._rows = rows
        self._premise_of_row = np.full(len(vectors), -1, dtype=np.int64)
        self._premise_of_row[rows] = np.arange(len(rows))
        cpu_searcher = searcher if searcher is not None else new_searcher(kind, vectors)
        self._on_gpu = on_gpu
        self._searcher = _to_gpu(cpu_searcher) if on_gpu else cpu_searcher

    def __len__(self) -> int:
        """The number of premises."""
        return len(self._rows)

    def search(
        self, queries: Vectors, *, num_premises: int, accessible: Sequence[Mask] | None = None
    ) -> list[list[Retrieved]]:
        """For every query the nearest premises with their cosines, the nearest first.

        Args:
            queries: vectors of unit length, of shape (queries, dimension).
            num_premises: how many at most; fewer where fewer are accessible.
            accessible: for every query which premises may be used; None where all may.
        """
        if accessible is None:
            return self._search(queries, num_premises, None)
        found: list[list[Retrieved]] = [[] for _ in queries]
        for mask, places in _grouped(accessible):
            for place, premises in zip(places, self._search(queries[places], num_premises, mask), strict=True):
                found[place] = premises
        return found

    def _search(self, queries: Vectors, num_premises: int, mask: Mask | None) -> list[list[Retrieved]]:
        num_candidates = len(self) if mask is None else int(np.count_nonzero(mask))
        count = min(num_premises, num_candidates)
        if count == 0:
            return [[] for _ in queries]
        numbers = np.arange(len(self)) if mask is None else np.flatnonzero(mask)
        is_part = num_candidates < len(self._vectors)
        if is_part and num_candidates < _FEW:
            return self._search_among(queries, count, numbers)
        visible = None
        if is_part:
            visible = np.zeros(len(self._vectors), dtype=np.bool_)
            visible[self._rows[numbers]] = True
        found = self._named(*self._neighbours(queries, count, visible))
        # A cluster or a graph may hold fewer accessible premises near the query than are wanted.
        return [
            premises[:count]
            if len(premises) >= count
            else self._search_among(queries[place : place + 1], count, numbers)[0]
            for place, premises in enumerate(found)
        ]

    def _neighbours(
        self, queries: Vectors, count: int, visible: Mask | None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Scores and rows, of shape (queries, count or more), as FAISS has them: row -1 where it finds too few."""
        if visible is not None and self._on_gpu:
            scores, rows = self._searcher.search(queries, min(_MAX_GPU_NEIGHBOURS, len(visible)))
            return scores, np.where((rows >= 0) & visible[rows], rows, -1)
        bits = np.packbits(visible, bitorder="little") if visible is not None else None
        selector = faiss.IDSelectorBitmap(bits) if bits is not None else None
        scores, rows = self._searcher.search(queries, count, params=_parameters(self._kind, count, selector))
        return scores, rows

    def _search_among(self, queries: Vectors, count: int, numbers: NDArray[np.int64]) -> list[list[Retrieved]]:
        """Look at each of these premises."""
        scores = queries @ self._vectors[self._rows[numbers]].T
        order = np.argsort(-scores, axis=1, kind="stable")[:, :count]
        return [
            [Retrieved(int(numbers[place]), float(some_scores[place])) for place in places]
            for places, some_scores in zip(order, scores, strict=True)
        ]

    def _named(self, scores: NDArray[np.float32], rows: Rows) -> list[list[Retrieved]]:
        """From rows to premises."""
        return [
            [
                Retrieved(number, score)
                for number, row, score in zip(
                    self._premise_of_row[some_rows].tolist(), some_rows.tolist(), some_scores.tolist(), strict=True
                )
                if row >= 0
            ]
            for some_rows, some_scores in zip(rows, scores, strict=True)
        ]


def build_index(
    folder: Path,
    corpus: Corpus,
    encoder: Encoder,
    *,
    kind: Kind = "exact",
    on_gpu: bool = False,
    progress: Progress | None = None,
) -> PremiseIndex:
    """Make the index in `folder`, or bring the one that is there up to date.

    Only premises whose text is new are encoded. If it is stopped, the next call goes on.

    Raises:
        IndexMismatchError: if `folder` belongs to another encoder.
    """
    store = VectorStore(folder, encoder)
    manifest = folder / "manifest.json"
    manifest.unlink(missing_ok=True)
    rows = store.rows([serialize(premise) for premise in corpus.premises], progress=progress)
    if len(store.vectors) - len(rows) > _MAX_HIDDEN_SHARE * len(rows):
        for file in folder.glob("*.faiss"):
            file.unlink()
        store.keep_only(rows)
        rows = np.arange(len(rows), dtype=np.int64)
    vectors = store.vectors
    searcher = _searcher(folder, kind, vectors)
    if kind != "exact":
        with written_whole(folder / f"{kind}.faiss") as partial:
            faiss.write_index(searcher, str(partial))
    with written_whole(folder / "rows.npy") as partial:
        np.save(partial, rows)
    written = _Manifest(kind=kind, corpus=corpus.digest, num_premises=len(corpus))
    with written_whole(manifest) as partial:
        partial.write_text(written.model_dump_json(), encoding="utf-8")
    return PremiseIndex(kind, vectors, rows, searcher=searcher, on_gpu=on_gpu)


def open_index(folder: Path, corpus: Corpus, encoder: Encoder, *, on_gpu: bool = False) -> PremiseIndex:
    """The index that `build_index` made in `folder`.

    Raises:
        IndexMismatchError: if there is none, or it was made by another encoder or from another corpus, or is damaged.
    """
    again = f"make it again with `retrieve index --out {folder}`"
    if not (folder / "manifest.json").is_file():
        raise IndexMismatchError(f"no index in {folder}; {again}")
    check_encoder(folder / "encoder.json", encoder)
    try:
        manifest = _Manifest.model_validate_json((folder / "manifest.json").read_bytes())
        rows = np.load(folder / "rows.npy")
    except (ValidationError, ValueError, OSError):
        raise IndexMismatchError(f"the index in {folder} is damaged; {again}") from None
    if manifest.corpus != corpus.digest:
        raise IndexMismatchError(f"the index in {folder} was made from another corpus; {again}")
    vectors = VectorStore(folder, encoder).vectors
    if len(rows) != len(corpus) or (len(rows) and rows.max() >= len(vectors)):
        raise IndexMismatchError(f"the index in {folder} is damaged; {again}")
    return PremiseIndex(manifest.kind, vectors, rows, searcher=_searcher(folder, manifest.kind, vectors), on_gpu=on_gpu)


def new_searcher(kind: Kind, vectors: Vectors) -> Any:
    """A FAISS index of all the vectors, by inner product."""
    dimension = vectors.shape[1]
    searcher: Any
    if kind == "exact":
        searcher = faiss.IndexFlatIP(dimension)
    elif kind == "hnsw":
        searcher = faiss.IndexHNSWFlat(dimension, _NUM_LINKS, faiss.METRIC_INNER_PRODUCT)
        searcher.hnsw.efConstruction = _BUILD_BREADTH
    else:
        num_clusters = max(1, len(vectors) // _VECTORS_PER_CLUSTER)
        searcher = faiss.index_factory(dimension, f"IVF{num_clusters},Flat", faiss.METRIC_INNER_PRODUCT)
        num_samples = min(len(vectors), num_clusters * _TRAINING_VECTORS_PER_CLUSTER)
        sample = np.random.default_rng(0).choice(len(vectors), num_samples, replace=False)
        searcher.train(np.ascontiguousarray(vectors[np.sort(sample)]))
    _add(searcher, vectors)
    return searcher


def _searcher(folder: Path, kind: Kind, vectors: Vectors) -> Any:
    """The FAISS index in `folder` with what it lacks added, or a new one where there is none that fits."""
    file = folder / f"{kind}.faiss"
    if not file.is_file():
        return new_searcher(kind, vectors)
    try:
        searcher = faiss.read_index(str(file))
    except RuntimeError:
        return new_searcher(kind, vectors)
    # Clusters that were found among less than half of the vectors no longer divide them well.
    if searcher.d != vectors.shape[1] or not len(vectors) / 2 <= searcher.ntotal <= len(vectors):
        return new_searcher(kind, vectors)
    _add(searcher, vectors)
    return searcher


def _add(searcher: Any, vectors: Vectors) -> None:
    """Add the rows that the FAISS index does not have yet, a part at a time because `vectors` may lie on disk."""
    for first in range(searcher.ntotal, len(vectors), _VECTORS_PER_ADDITION):
        searcher.add(np.ascontiguousarray(vectors[first : first + _VECTORS_PER_ADDITION]))


def _parameters(kind: Kind, count: int, selector: Any) -> Any:
    """How FAISS is to search: how widely, and which rows only."""
    if kind == "ivf":
        return faiss.SearchParametersIVF(nprobe=_NUM_PROBES, sel=selector)
    if kind == "hnsw":
        return faiss.SearchParametersHNSW(efSearch=max(_SEARCH_BREADTH, 2 * count), sel=selector)
    return faiss.SearchParameters(sel=selector)


def _to_gpu(searcher: Any) -> Any:
    if not hasattr(faiss, "StandardGpuResources") or not faiss.get_num_gpus():
        raise RetrievalError("FAISS sees no GPU; on a machine with CUDA: pip install 'leanloop[gpu]'")
    if isinstance(searcher, faiss.IndexHNSW):
        raise RetrievalError("an index of kind hnsw cannot be searched on a GPU; use ivf or exact")
    return faiss.index_cpu_to_gpu(faiss.StandardGpuResources(), 0, searcher)


def _grouped(masks: Sequence[Mask]) -> Iterator[tuple[Mask, list[int]]]:
    """The different masks, each with the places that have it: the states of one proof share theirs."""
    groups: dict[bytes, tuple[Mask, list[int]]] = {}
    for place, mask in enumerate(masks):
        groups.setdefault(np.packbits(mask).tobytes(), (mask, []))[1].append(place)
    yield from groups.values()
