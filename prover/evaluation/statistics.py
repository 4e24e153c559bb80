"""What a batch's figures mean: pass@k with its standard error, and whether two runs really differ."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prover.evaluation.records import SETTLED, UNTRIED, PassResult


@dataclass(frozen=True, slots=True)
class PassRate:
    """pass@k over a benchmark.

    Attributes:
        k: passes a statement may take.
        rate: mean over the statements, from 0 to 1.
        standard_error: of the mean, over the statements.
        num_statements: how many statements were passed over at least k times.
    """

    k: int
    rate: float
    standard_error: float
    num_statements: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the same statements.

    Attributes:
        both, only_first, only_second, neither: names of the statements by who proved them.
        p_value: of McNemar's exact test: how likely a difference as large as this is if the two are equally good.
    """

    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    neither: tuple[str, ...]
    p_value: float


def pass_at_k(num_passes: int, num_proved: int, *, k: int) -> float:
    """The chance that k passes, drawn from them without replacement, hold a proof (Chen et al., 2107.03374, 2.1)."""
    assert 0 <= num_proved <= num_passes
    assert 1 <= k <= num_passes
    return 1.0 - math.comb(num_passes - num_proved, k) / math.comb(num_passes, k)


def pass_rate(results: Iterable[PassResult], *, k: int) -> PassRate:
    """pass@k over all statements that could be searched; one that is disproved counts as failed k times."""
    rates = [
        pass_at_k(max(counts.num_passes, k) if counts.is_settled else counts.num_passes, counts.num_proved, k=k)
        for counts in _counts(results).values()
        if counts.num_passes >= k or counts.is_settled
    ]
    if not rates:
        return PassRate(k=k, rate=0.0, standard_error=0.0, num_statements=0)
    mean = sum(rates) / len(rates)
    variance = sum((rate - mean) ** 2 for rate in rates) / max(1, len(rates) - 1)
    return PassRate(k=k, rate=mean, standard_error=math.sqrt(variance / len(rates)), num_statements=len(rates))


def proved_within(results: Iterable[PassResult]) -> list[tuple[int, int]]:
    """The curve of statements proved against Lean checks: (checks of the cheapest proof, statements proved by then)."""
    cheapest: dict[str, int] = {}
    for result in results:
        if result.outcome == "proved":
            cheapest[result.name] = min(result.num_checks, cheapest.get(result.name, result.num_checks))
    return [(checks, number) for number, checks in enumerate(sorted(cheapest.values()), start=1)]


def compare(first: Sequence[PassResult], second: Sequence[PassResult]) -> Comparison:
    """Which statements both, one, or none of two runs proved, over the statements that both tried."""
    ours, theirs = _proved(first), _proved(second)
    names = sorted(set(ours) & set(theirs))
    kinds: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for name in names:
        kinds[ours[name], theirs[name]].append(name)
    only_first, only_second = kinds[True, False], kinds[False, True]
    return Comparison(
        both=tuple(kinds[True, True]),
        only_first=tuple(only_first),
        only_second=tuple(only_second),
        neither=tuple(kinds[False, False]),
        p_value=mcnemar(len(only_first), len(only_second)),
    )


def mcnemar(num_only_first: int, num_only_second: int) -> float:
    """The two-sided p-value of McNemar's exact test (a sign test on the statements that only one run proved)."""
    total, fewer = num_only_first + num_only_second, min(num_only_first, num_only_second)
    if total == 0:
        return 1.0
    tail = sum(math.comb(total, count) for count in range(fewer + 1))
    return min(1.0, 2.0 * tail / float(2**total))


def _proved(results: Iterable[PassResult]) -> dict[str, bool]:
    return {name: counts.num_proved > 0 for name, counts in _counts(results).items()}


@dataclass(slots=True)
class _Counts:
    num_passes: int = 0
    num_proved: int = 0
    is_settled: bool = False


def _counts(results: Iterable[PassResult]) -> dict[str, _Counts]:
    """The passes over every statement that could be searched."""
    found: dict[str, _Counts] = {}
    for result in results:
        if result.outcome not in UNTRIED:
            counts = found.setdefault(result.name, _Counts())
            counts.num_passes += 1
            counts.num_proved += result.outcome == "proved"
            counts.is_settled |= result.outcome in SETTLED
    return found
