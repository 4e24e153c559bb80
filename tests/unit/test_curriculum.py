"""The order in which repositories are learnt: LeanAgent's is met, and the others do what they say."""

from __future__ import annotations

import math

import pytest

from data.curriculum import Candidate, Curriculum, difficulty, make_curriculum
from data.errors import UsageError


def candidate(name: str, *steps: int | None, num_open: int = 0, needs: tuple[str, ...] = ()) -> Candidate:
    return Candidate(name, tuple((each, True) for each in steps) + ((None, False),) * num_open, needs=needs)


def names(curriculum: Curriculum) -> list[str]:
    return [lesson.candidate.name for lesson in curriculum.lessons]


def test_difficulty_grows_with_the_steps_and_has_no_end_without_a_proof() -> None:
    """A proof of a thousand lines would end the run with an overflow."""
    assert difficulty(2, is_proved=True) == pytest.approx(math.e**2)
    assert difficulty(None, is_proved=False) == math.inf
    assert difficulty(None, is_proved=True) is None
    huge = difficulty(100_000, is_proved=True)
    assert huge is not None
    assert math.isfinite(huge)


def test_the_repository_with_the_most_easy_theorems_comes_first() -> None:
    """Figures could not be put beside those of LeanAgent."""
    hard = candidate("hard", 1, 8, 9, 9, num_open=3)
    middle = candidate("middle", 1, 1, 5, None, None, None)
    easy = candidate("easy", 1, 1, 1, 1, 2, 5)
    found = make_curriculum([hard, middle, easy], order="steps")
    assert names(found) == ["easy", "middle", "hard"]
    assert found.easy_until == pytest.approx(math.e)
    assert math.e**2 < found.medium_until < math.e**8
    first, second, last = found.lessons
    assert (first.num_easy, first.num_medium, first.num_hard, first.num_open) == (4, 2, 0, 0)
    assert (second.num_easy, second.num_medium, second.num_hard) == (3, 2, 1)
    assert (last.num_easy, last.num_hard, last.num_open) == (1, 3, 3)


def test_other_orders() -> None:
    """A comparison of orders would compare an order with itself."""
    a = Candidate("a", (), num_tries=4, num_proved=1, needs=("b",))
    b = Candidate("b", (), num_tries=4, num_proved=3, needs=("elsewhere",))
    c = Candidate("c", ())
    assert names(make_curriculum([a, b, c], order="given")) == ["a", "b", "c"]
    assert names(make_curriculum([a, b, c], order="reversed")) == ["c", "b", "a"]
    assert names(make_curriculum([a, b, c], order="pass_rate")) == ["b", "c", "a"]
    assert names(make_curriculum([a, b, c], order="imports")) == ["b", "a", "c"]


def test_what_cannot_be_ordered_is_told() -> None:
    """The run would start in an order that means nothing."""
    with pytest.raises(UsageError, match="nothing was tried yet"):
        make_curriculum([candidate("a", 1)], order="pass_rate")
    circle = [candidate("a", 1, needs=("b",)), candidate("b", 1, needs=("a",))]
    with pytest.raises(UsageError, match="in a circle"):
        make_curriculum(circle, order="imports")
