"""What is common to all that retrieve without a model: order, accessibility, and goals they know nothing of."""

from __future__ import annotations

import numpy as np
import pytest

from retrieval.bm25 import BM25, best
from retrieval.fusion import Fusion
from retrieval.lexical import NameMatcher
from retrieval.retriever import Retrieved, Retriever

TEXTS = [
    "theorem <a>Nat.add_comm</a> (a b : Nat) : a + b = b + a",
    "theorem <a>Nat.mul_comm</a> (a b : Nat) : a * b = b * a",
    "theorem <a>dvd_trans</a> (h : a ∣ b) (h' : b ∣ c) : a ∣ c",
    "theorem <a>List.length_append</a> (xs ys : List α) : (xs ++ ys).length = xs.length + ys.length",
]
RETRIEVERS = [BM25(TEXTS), NameMatcher(TEXTS), Fusion([BM25(TEXTS), NameMatcher(TEXTS)])]


def numbers(premises: list[Retrieved]) -> list[int]:
    return [premise.number for premise in premises]


@pytest.mark.parametrize("retriever", RETRIEVERS)
def test_the_premise_with_the_goals_own_symbols_comes_first(retriever: Retriever) -> None:
    """A user would be shown lemmas about other operations than the goal's."""
    states = ["x y : Nat\n⊢ x * y = y * x", "h : x ∣ y\n⊢ x ∣ z", "⊢ (l ++ l).length = 2"]
    assert [numbers(found)[0] for found in retriever.retrieve(states, num_premises=2)] == [1, 2, 3]


@pytest.mark.parametrize("retriever", RETRIEVERS)
def test_what_is_not_accessible_is_never_retrieved(retriever: Retriever) -> None:
    """A lemma of a file that is not imported, or the theorem itself, would be proposed."""
    mask = np.array([True, False, True, True])
    found = retriever.retrieve(["⊢ x * y = y * x", "⊢ x + y = z"], num_premises=4, accessible=[mask, ~mask])
    assert 1 not in numbers(found[0])
    assert set(numbers(found[1])) <= {1}


@pytest.mark.parametrize("retriever", RETRIEVERS)
def test_more_than_there_is_gives_what_there_is(retriever: Retriever) -> None:
    """Asking for a hundred in a small file must neither fail nor pad."""
    (found,) = retriever.retrieve(["⊢ x * y = y * x"], num_premises=100)
    assert len(found) == len(set(numbers(found))) <= len(TEXTS)
    (nothing,) = retriever.retrieve(["⊢ x * y = y * x"], num_premises=100, accessible=[np.zeros(4, dtype=np.bool_)])
    assert nothing == []


@pytest.mark.parametrize("retriever", [BM25([]), NameMatcher([])])
def test_an_empty_corpus_answers(retriever: Retriever) -> None:
    """A package's first file has no premises yet."""
    assert retriever.retrieve(["⊢ 1 = 1"], num_premises=3) == [[]]


def test_words_that_nobody_knows_are_no_error() -> None:
    """A goal may be about new definitions only."""
    assert {premise.score for premise in BM25(TEXTS).retrieve(["⊢ unheard"], num_premises=4)[0]} == {0.0}
    assert NameMatcher(TEXTS).retrieve(["⊢ unheard"], num_premises=4) == [[]]


def test_equal_scores_come_in_the_order_of_the_corpus() -> None:
    """The same goal must get the same list on every machine."""
    scores = np.array([1, 3, 2, 3, 2, 2], dtype=np.float32)
    assert numbers(best(scores, count=4, accessible=None)) == [1, 3, 2, 4]
    mask = np.array([True, False, True, True, True, True])
    assert numbers(best(scores, count=3, accessible=mask)) == [3, 2, 4]


def test_fusion_prefers_what_both_place_high() -> None:
    """One retriever's odd favourite would win over what all agree on."""

    class Fixed:
        def __init__(self, *order: int) -> None:
            self.order = order

        def retrieve(self, states: object, **_: object) -> list[list[Retrieved]]:  # noqa: ARG002
            return [[Retrieved(number, 9.0 - rank) for rank, number in enumerate(self.order)]]

    fused = Fusion([Fixed(0, 1, 2), Fixed(3, 1, 2)]).retrieve(["⊢ p"], num_premises=2)
    assert numbers(fused[0])[0] == 1
