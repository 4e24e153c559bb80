"""The figures of a batch: an error here is a wrong number in somebody's paper."""

from __future__ import annotations

import itertools
import math

import pytest

from prover.evaluation.records import Outcome, PassResult
from prover.evaluation.statistics import compare, mcnemar, pass_at_k, pass_rate, proved_within


def _result(name: str, num_pass: int, outcome: Outcome, num_checks: int = 1) -> PassResult:
    return PassResult(name=name, num_pass=num_pass, seed=num_pass, outcome=outcome, num_checks=num_checks)


@pytest.mark.parametrize(("num_passes", "num_proved"), [(1, 0), (1, 1), (4, 1), (5, 2), (6, 6)])
def test_pass_at_k_is_the_share_of_draws_with_a_proof(num_passes: int, num_proved: int) -> None:
    """An estimator that is biased makes few passes look better or worse than many."""
    passes = [True] * num_proved + [False] * (num_passes - num_proved)
    for k in range(1, num_passes + 1):
        draws = list(itertools.combinations(passes, k))
        assert pass_at_k(num_passes, num_proved, k=k) == pytest.approx(sum(map(any, draws)) / len(draws))


def test_the_pass_rate_leaves_out_what_could_not_be_tried() -> None:
    """A statement that needs Mathlib is not a failure of the prover, and not a success either."""
    results = [_result("a", 0, "proved"), _result("b", 0, "open"), _result("c", 0, "needs Mathlib")]
    rate = pass_rate(results, k=1)
    assert (rate.rate, rate.num_statements) == (0.5, 2)
    assert rate.standard_error == pytest.approx(math.sqrt(0.5 / 2))


def test_a_disproved_statement_stays_in_the_rate_of_every_k() -> None:
    """It gets one pass only, and would otherwise drop out of pass@2 and make that look better."""
    results = [_result("a", 0, "proved"), _result("a", 1, "open"), _result("b", 0, "disproved")]
    assert pass_rate(results, k=2).rate == 0.5


def test_the_curve_counts_every_statement_once_at_its_cheapest() -> None:
    """Counting each pass would show more statements proved than there are."""
    results = [_result("a", 0, "proved", 30), _result("a", 1, "proved", 10), _result("b", 0, "proved", 20)]
    assert proved_within(results) == [(10, 1), (20, 2)]


def test_runs_are_compared_over_what_both_tried() -> None:
    """A run broken off after ten statements must not lose against one over all."""
    first = [_result("a", 0, "proved"), _result("b", 0, "proved"), _result("c", 0, "open")]
    second = [_result("a", 0, "open"), _result("a", 1, "proved"), _result("b", 0, "open")]
    found = compare(first, second)
    assert (found.both, found.only_first, found.only_second, found.neither) == (("a",), ("b",), (), ())


def test_mcnemar_is_the_sign_test_on_what_one_run_alone_proved() -> None:
    """A difference of three statements is no evidence, and the report must not say it is."""
    assert mcnemar(0, 0) == 1.0
    assert mcnemar(3, 0) == pytest.approx(0.25)
    assert mcnemar(5, 5) == 1.0
    assert mcnemar(1, 9) == pytest.approx(2 * 11 / 1024)
