"""R@1, R@10 and MRR: figures that cannot be compared with the field's are worth nothing."""

from __future__ import annotations

import pytest

from retrieval.evaluation import metrics
from retrieval.retriever import Retrieved


def ranking(*numbers: int) -> list[Retrieved]:
    return [Retrieved(number, -float(rank)) for rank, number in enumerate(numbers)]


def test_figures_are_as_reprover_defines_them() -> None:
    """Worked by hand: hits at ranks 1 and 3 of two used; at rank 12 of one; none of three."""
    first = ranking(7, 1, 8, 2)
    second = ranking(*range(20, 31), 5)
    third = ranking(1, 2, 3)
    found = metrics([{7, 8}, {5}, {40, 41, 42}], [first, second, third])
    assert found.recall_1 == pytest.approx(100 * (1 / 2 + 0 + 0) / 3)
    assert found.recall_10 == pytest.approx(100 * (2 / 2 + 0 + 0) / 3)
    assert found.mrr == pytest.approx((1 + 1 / 12 + 0) / 3)
    assert found.num_tactics == 3


def test_tactics_without_premises_are_not_counted() -> None:
    """They would count as failures of every retriever."""
    assert metrics([set(), {1}], [ranking(1), ranking(1)]).mrr == 1.0
    assert metrics([set(), {1}], [ranking(1), ranking(1)]).num_tactics == 1


def test_a_hit_behind_the_hundredth_place_is_none() -> None:
    """A retriever that returns everything would otherwise have the better MRR."""
    assert metrics([{500}], [ranking(*range(100), 500)]).mrr == 0.0


def test_fewer_premises_than_ten_are_no_error() -> None:
    """The first theorems of a corpus see few premises."""
    assert metrics([{1, 2}], [ranking(2)]).recall_10 == 50.0
    assert metrics([{1}], [[]]).recall_1 == 0.0
