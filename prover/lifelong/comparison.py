"""Several set-ups over the same repositories: all metrics of each in one table.

Every set-up is a run in a folder of its own; what is made of the repositories themselves is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.table import Table

from prover.lifelong.configuration import LifelongConfiguration, Setup
from prover.lifelong.run import run_lifelong
from prover.lifelong.setting import Console, Places
from prover.lifelong.stages import Stage
from prover.lifelong_metrics import (
    LABELS,
    LOWER_IS_BETTER,
    LifelongMetrics,
    Scores,
    as_dict,
    composites,
    lifelong_metrics,
)

Record = dict[str, Any]


def run_setups(
    configuration: LifelongConfiguration,
    setups: Sequence[Setup],
    out: Path,
    *,
    lean: Path | None,
    cache: Path | None,
    console: Console,
    stages: Sequence[Stage] = (),
    on_done: Callable[[dict[str, Record]], None] = lambda _: None,
) -> dict[str, Record]:
    """Run each set-up, or go on with it; what each report shows, by the set-up's name.

    Args:
        configuration: what is run, whatever set-up it names.
        setups: which.
        out: the folder; each set-up's run is in a folder in it.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
        console: where to say what is done.
        stages: further stages of each run.
        on_done: called with all records so far whenever a set-up is done.

    Raises:
        UsageError: if a folder holds another run, or no repository can be used.
    """
    records: dict[str, Record] = {}
    for setup in setups:
        console.note(f"set-up {setup}")
        records[setup] = run_lifelong(
            configuration.model_copy(update={"setup": setup}),
            out / setup,
            places=Places(datasets=out / "data", lean=lean, cache=cache),
            console=console,
            stages=stages,
        )
        on_done(records)
    return records


def scores(record: Record, measure: str) -> Scores | None:
    """A run's scores by `test` (R@10) or by `proved` (the proof rate); None where the latter was not measured."""
    names = record["names"]
    measured = [task["measure"] for task in record["tasks"]]
    if not all(each[measure] for each in measured):
        return None
    tasks = tuple(
        tuple(each[measure][name] for each in measured[first:]) for first, name in enumerate(names)
    )  # fmt: skip
    kind = "validation" if measure == "test" else measure
    validation = tuple(sum(each[kind].values()) / len(each[kind]) for each in measured)
    return Scores(tasks, validation)


def all_metrics(records: Mapping[str, Record]) -> dict[str, dict[str, dict[str, float]]]:
    """Metrics by measure (`R@10`, `proof rate`), set-up, and name, composites and final averages included."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for measure, title in (("test", "R@10"), ("proved", "proof rate")):
        measured = {name: each for name, record in records.items() if (each := scores(record, measure)) is not None}
        if not measured:
            continue
        metrics: dict[str, LifelongMetrics] = {name: lifelong_metrics(each) for name, each in measured.items()}
        published, textbook = (composites(metrics, form=form) for form in ("published", "textbook"))
        found[title] = {
            name: {
                **as_dict(metrics[name]),
                "composite": published[name],
                "composite_textbook": textbook[name],
                "average": each.averages[-1],
                "sorries": records[name]["tasks"][-1]["prove"]["sorries proved"],
            }
            for name, each in measured.items()
        }
    return found


_LABELS = {
    **LABELS,
    "composite": "composite (published)",
    "composite_textbook": "composite (textbook)",
    "average": "average at the end",
    "sorries": "sorries proved",
}


def metric_tables(records: Mapping[str, Record]) -> list[Table]:
    """A table for each measure: a row a metric, a column a set-up; the best of each row is marked."""
    tables: list[Table] = []
    for title, by_setup in all_metrics(records).items():
        table = Table("", *by_setup, title=title)
        for name, label in _LABELS.items():
            values = [metrics[name] for metrics in by_setup.values()]
            best = min(values) if name in LOWER_IS_BETTER else max(values)
            digits = 0 if name == "sorries" else 4
            shown = [f"[bold]{value:.{digits}f}[/bold]" if value == best else f"{value:.{digits}f}" for value in values]
            table.add_row(f"{label} {'↓' if name in LOWER_IS_BETTER else '↑'}", *shown)
        tables.append(table)
    return tables


def labels() -> dict[str, str]:
    """What each metric is called, in the order of the tables."""
    return dict(_LABELS)
