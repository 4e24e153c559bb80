"""The index of vectors: real FAISS, of every kind, compared with a plain product."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
import torch

import retrieval.index
from data.corpus import Corpus
from retrieval.dense import DenseRetriever
from retrieval.encoder import Encoder
from retrieval.errors import IndexMismatchError
from retrieval.index import Kind, PremiseIndex, build_index, open_index
from retrieval.retriever import Mask, Retrieved
from retrieval.small import small_encoder
from retrieval.text import serialize
from tests.integration.small_dataset import small_file

STATES = ["⊢ openSet closedMap", "⊢ denseNet", "⊢ finiteCover openSet"]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    chance = random.Random(0)
    return Corpus(small_file(number, chance) for number in range(3))


@pytest.fixture(scope="module")
def encoder(corpus: Corpus) -> Encoder:
    torch.set_num_threads(1)
    texts = [serialize(premise) for premise in corpus.premises]
    return small_encoder(texts, seed=0, dimension=32, num_layers=1, device="cpu")


@pytest.fixture(autouse=True)
def use_faiss_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small corpora are searched without FAISS, which is what is to be tested here."""
    monkeypatch.setattr(retrieval.index, "_FEW", 0)


def expected(encoder: Encoder, corpus: Corpus, masks: list[Mask] | None, *, count: int) -> list[list[int]]:
    """The nearest premises by a plain product."""
    premises = encoder.encode([serialize(premise) for premise in corpus.premises])
    cosines = encoder.encode(STATES) @ premises.T
    if masks is not None:
        cosines[~np.array(masks)] = -2
    return [row[:count].tolist() for row in np.argsort(-cosines, axis=1, kind="stable")]


def cosines_of(found: list[list[Retrieved]]) -> list[list[float]]:
    return [[round(premise.score, 4) for premise in premises] for premises in found]


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("is_masked", [False, True])
def test_the_nearest_accessible_premises_are_found(
    kind: Kind, is_masked: bool, corpus: Corpus, encoder: Encoder, tmp_path: Path
) -> None:
    """The best lemma would be missed, or one that the proof may not use would be proposed."""
    every_third = np.arange(len(corpus)) % 3 == 0
    masks = [every_third, ~every_third, every_third] if is_masked else None
    retriever = DenseRetriever(encoder, build_index(tmp_path, corpus, encoder, kind=kind))
    found = retriever.retrieve(STATES, num_premises=10, accessible=masks)
    numbers = [{premise.number for premise in premises} for premises in found]
    for some, right in zip(numbers, expected(encoder, corpus, masks, count=10), strict=True):
        assert len(some & set(right)) >= 9  # two premises may have equal texts, and so equal places
    assert all(premises == sorted(premises, key=lambda premise: -premise.score) for premises in found)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_more_than_is_accessible_gives_all_that_is(
    kind: Kind, corpus: Corpus, encoder: Encoder, tmp_path: Path
) -> None:
    """A hundred premises are always asked for; at the start of a corpus there are fewer."""
    few = np.zeros(len(corpus), dtype=np.bool_)
    few[[4, 17, 60]] = True
    retriever = DenseRetriever(encoder, build_index(tmp_path, corpus, encoder, kind=kind))
    found = retriever.retrieve([STATES[0], STATES[1]], num_premises=100, accessible=[few, ~few | few])
    assert sorted(premise.number for premise in found[0]) == [4, 17, 60]
    assert len(found[1]) == len({premise.number for premise in found[1]}) == len(corpus)
    assert retriever.retrieve([STATES[0]], num_premises=5, accessible=[np.zeros_like(few)]) == [[]]


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_changed_file_costs_its_own_premises_only(
    kind: Kind, corpus: Corpus, encoder: Encoder, tmp_path: Path
) -> None:
    """Editing one file of Mathlib would mean to encode all of it again, and what was deleted would still be found."""
    counts: list[tuple[int, int]] = []
    build_index(tmp_path, corpus, encoder, kind=kind)
    changed_file = replace(
        corpus.files[1],
        premises=tuple(replace(p, code=f"{p.code} denseNet") for p in corpus.files[1].premises[:5]),
    )
    changed = Corpus([corpus.files[0], changed_file, corpus.files[2]])
    index = build_index(tmp_path, changed, encoder, kind=kind, progress=lambda *count: counts.append(count))
    assert counts[-1] == (5, 5)
    found = DenseRetriever(encoder, index).retrieve(STATES, num_premises=8)
    fresh = DenseRetriever(encoder, build_index(tmp_path / "fresh", changed, encoder)).retrieve(STATES, num_premises=8)
    assert cosines_of(found) == cosines_of(fresh)


def test_an_index_that_is_mostly_outdated_is_swept(corpus: Corpus, encoder: Encoder, tmp_path: Path) -> None:
    """An index brought up to date for a year would be mostly rubbish."""
    build_index(tmp_path, corpus, encoder, kind="hnsw")
    half = Corpus([corpus.files[0]])
    index = build_index(tmp_path, half, encoder, kind="hnsw")
    assert len(index) == len(half)
    found = DenseRetriever(encoder, index).retrieve(STATES, num_premises=3)
    assert all(premise.number < len(half) for premises in found for premise in premises)
    assert found == DenseRetriever(encoder, open_index(tmp_path, half, encoder)).retrieve(STATES, num_premises=3)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_an_index_from_disk_answers_as_when_it_was_made(
    kind: Kind, corpus: Corpus, encoder: Encoder, tmp_path: Path
) -> None:
    """What was computed once would have to be computed again at each start."""
    made = DenseRetriever(encoder, build_index(tmp_path, corpus, encoder, kind=kind))
    opened = DenseRetriever(encoder, open_index(tmp_path, corpus, encoder))
    assert opened.retrieve(STATES, num_premises=7) == made.retrieve(STATES, num_premises=7)


def test_encoding_that_was_cut_off_goes_on(
    corpus: Corpus, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Encoding Mathlib on a CPU takes hours; a power cut would cost them all."""
    monkeypatch.setattr("retrieval.vectors._TEXTS_PER_WRITE", 16)

    def pull_the_plug(done: int, total: int) -> None:  # noqa: ARG001
        if done > 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(tmp_path, corpus, encoder, progress=pull_the_plug)
    with pytest.raises(IndexMismatchError, match="no index in"):
        open_index(tmp_path, corpus, encoder)
    with (tmp_path / "vectors.bin").open("ab") as file:
        file.write(b"half a record")
    totals: set[int] = set()
    index = build_index(tmp_path, corpus, encoder, progress=lambda _, total: totals.add(total))
    assert totals == {len(corpus) - 32}
    found = DenseRetriever(encoder, index).retrieve(STATES, num_premises=5)
    fresh = DenseRetriever(encoder, build_index(tmp_path / "fresh", corpus, encoder)).retrieve(STATES, num_premises=5)
    assert cosines_of(found) == cosines_of(fresh)


def test_another_encoder_or_corpus_is_refused_in_one_line(corpus: Corpus, encoder: Encoder, tmp_path: Path) -> None:
    """Vectors of two encoders have nothing to do with each other: the premises found would be silently wrong."""
    build_index(tmp_path, corpus, encoder)
    other = small_encoder(["other words"], seed=1, dimension=32, num_layers=1, device="cpu")
    with pytest.raises(IndexMismatchError, match="made by another encoder") as error:
        open_index(tmp_path, corpus, other)
    assert "\n" not in str(error.value)
    with pytest.raises(IndexMismatchError, match="made by another encoder"):
        build_index(tmp_path, corpus, other)
    with pytest.raises(IndexMismatchError, match="made from another corpus; make it again with"):
        open_index(tmp_path, Corpus(corpus.files[:2]), encoder)
    with pytest.raises(IndexMismatchError, match="no index in"):
        open_index(tmp_path / "nowhere", corpus, encoder)


@pytest.mark.parametrize("file", ["manifest.json", "encoder.json", "rows.npy"])
def test_a_damaged_index_is_refused_in_one_line(file: str, corpus: Corpus, encoder: Encoder, tmp_path: Path) -> None:
    """A full disk leaves half a file; what it says must not be believed."""
    build_index(tmp_path, corpus, encoder)
    (tmp_path / file).write_bytes((tmp_path / file).read_bytes()[:20])
    with pytest.raises(IndexMismatchError, match="damaged"):
        open_index(tmp_path, corpus, encoder)


def test_gpus_drop_what_is_not_accessible_themselves(corpus: Corpus, encoder: Encoder) -> None:
    """FAISS cannot leave premises out on a GPU; the search asks for more there and must still answer in full."""
    vectors = encoder.encode([serialize(premise) for premise in corpus.premises])
    index = PremiseIndex("exact", vectors, np.arange(len(vectors)))
    index._on_gpu = True  # what follows is the same on any device
    mask = np.arange(len(corpus)) % 4 == 1
    found = index.search(encoder.encode(STATES), num_premises=6, accessible=[mask] * len(STATES))
    plain = PremiseIndex("exact", vectors, np.arange(len(vectors)))
    assert cosines_of(found) == cosines_of(
        plain.search(encoder.encode(STATES), num_premises=6, accessible=[mask] * len(STATES))
    )
