"""How well a prover that learns repository after repository keeps what it knew, and learns what is new.

The metrics of LeanAgent (arXiv 2410.06209, section 4 and appendix) on any score in percent: R@10, or the share of
theorems proved. What that paper's figures are computed with differs in two places from the definitions in textbooks
(Chaudhry et al., 1801.10112; Lopez-Paz and Ranzato, 1706.08840), so both are given, under different names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

_WINDOW = 5


@dataclass(frozen=True, slots=True)
class Scores:
    """What was measured during one run over `n` tasks, in percent.

    Attributes:
        tasks: `tasks[j][k]` is the test score of task `j` after training on task `j + k`, 0-based: `n - j`
            numbers.
        validation: the validation score after each task.
    """

    tasks: tuple[tuple[float, ...], ...]
    validation: tuple[float, ...]

    def __post_init__(self) -> None:
        n = len(self.tasks)
        assert n > 0
        assert [len(row) for row in self.tasks] == list(range(n, 0, -1)), "a triangle of scores"
        assert len(self.validation) == n

    @property
    def averages(self) -> tuple[float, ...]:
        """After each task the mean test score over all tasks seen so far."""
        return tuple(sum(self.tasks[j][i - j] for j in range(i + 1)) / (i + 1) for i in range(len(self.tasks)))


@dataclass(frozen=True, slots=True)
class LifelongMetrics:
    """Stability (the first six), plasticity (the last two) and their mixture; all but CFR in percentage points.

    Attributes:
        wf5: windowed forgetting: the deepest fall of the average below the best of the five before it. Lower is better.
        wf: the same where fewer than five came before, too: what a run over fewer than six tasks has.
        fm: forgetting measure as published, in which the best is looked for among all tasks. Lower is better.
        fm_textbook: the mean over tasks of the best score before the last task minus the last. Lower is better.
        cfr: catastrophic forgetting resilience: the least average as a share of the greatest. Higher is better.
        ebwt: expanded backward transfer as published: up to one task before each. Higher is better.
        ebwt_textbook: the mean, over all tasks and later ones, of what the later one brought. Higher is better.
        wp5: windowed plasticity: the mean gain of the average over five tasks. Higher is better.
        ip: incremental plasticity: the mean gain of the validation score from task to task. Higher is better.
    """

    wf5: float
    wf: float
    fm: float
    fm_textbook: float
    cfr: float
    ebwt: float
    ebwt_textbook: float
    wp5: float
    ip: float


LABELS = {
    "wf5": "WF5",
    "wf": "WF5 (short windows)",
    "fm": "FM (published)",
    "fm_textbook": "FM (textbook)",
    "cfr": "CFR",
    "ebwt": "EBWT (published)",
    "ebwt_textbook": "EBWT (textbook)",
    "wp5": "WP5",
    "ip": "IP",
}
"""What each is called in tables."""
LOWER_IS_BETTER = frozenset({"wf5", "wf", "fm", "fm_textbook"})
_SHARES = {"wf": -0.2, "fm": -0.2, "wp5": 0.1, "ip": 0.1, "ebwt": 0.2, "cfr": 0.2}


def lifelong_metrics(scores: Scores, *, averages: Sequence[float] | None = None) -> LifelongMetrics:
    """All metrics of one run; of a run over a single task those that compare tasks are 0.

    Args:
        scores: what was measured.
        averages: the averages, where they are known better than from the tasks' scores: some are rounded in papers.
    """
    tasks = scores.tasks
    mean = list(averages if averages is not None else scores.averages)
    n = len(tasks)
    gains = [later - earlier for earlier, later in zip(scores.validation, scores.validation[1:], strict=False)]
    return LifelongMetrics(
        wf5=_fall(mean, first=_WINDOW),
        wf=_fall(mean, first=1),
        fm=_mean([max(tasks[j][i - j - 1] for j in range(i)) - tasks[i - 1][-1] for i in range(1, n)]),
        fm_textbook=_mean([max(row[:-1]) - row[-1] for row in tasks[:-1]]),
        cfr=min(mean) / max(mean) if max(mean) > 0 else 1.0,
        ebwt=_mean([tasks[j][i - j - 1] - tasks[j][0] for i in range(1, n) for j in range(i)]),
        ebwt_textbook=_mean([tasks[j][i - j] - tasks[j][0] for i in range(1, n) for j in range(i)]),
        wp5=_mean([max(0.0, mean[i] - mean[max(0, i - _WINDOW)]) for i in range(n)]),
        ip=_mean(gains),
    )


def composites(runs: Mapping[str, LifelongMetrics], *, form: Literal["published", "textbook"]) -> dict[str, float]:
    """The composite of every set-up, from 0 to 1, higher is better; each metric is scaled to the range among them.

    Windows are as long as they can be: with more than five tasks that is WF5. Where all set-ups are equal in a metric
    it counts for nothing, so that two equal runs get the same.

    Args:
        runs: the metrics of the set-ups that are compared, by name.
        form: which of the two forms of FM and EBWT.
    """
    shares = dict(_SHARES)
    if form == "textbook":
        shares = {f"{name}_textbook" if name in ("fm", "ebwt") else name: share for name, share in shares.items()}
    found = dict.fromkeys(runs, 0.0)
    for name, share in shares.items():
        metric = "wf5" if name == "wf" and any(run.wf5 > 0 for run in runs.values()) else name
        values = {run: float(getattr(metrics, metric)) for run, metrics in runs.items()}
        low, high = min(values.values()), max(values.values())
        for run, value in values.items():
            scaled = (value - low) / (high - low) if high > low else 0.0
            found[run] += share * scaled if share > 0 else -share * (1 - scaled)
    return found


def as_dict(metrics: LifelongMetrics) -> dict[str, float]:
    """By short name."""
    return {field.name: getattr(metrics, field.name) for field in fields(metrics)}


def _fall(averages: Sequence[float], *, first: int) -> float:
    falls = (max(averages[max(0, i - _WINDOW) : i]) - averages[i] for i in range(first, len(averages)))
    return max(0.0, max(falls, default=0.0))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
