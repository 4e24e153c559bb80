"""What a run shows: one table for terminal and page, curves, and the most interesting theorems that were found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from conjecturer.run_records import RoundRecord, SelfPlayConfiguration
from conjecturer.screening import INVALID, OLD
from prover.page import write_page

COLUMNS = (
    "round", "tried", "valid", "novel", "non-trivial", "attempted", "proved", "barely provable", "targets proved",
    "examples", "held out", "solved before", "solved", "diversity", "seconds",
)  # fmt: skip


def round_row(record: RoundRecord) -> list[str]:
    """A round's cells, in the order of `COLUMNS`."""
    verdicts = record.verdicts
    num_tried = sum(verdicts.values())
    num_valid = num_tried - sum(verdicts.get(verdict, 0) for verdict in INVALID)
    num_novel = num_valid - sum(verdicts.get(verdict, 0) for verdict in OLD)
    return [
        str(record.number),
        str(num_tried),
        str(num_valid),
        str(num_novel),
        str(num_novel - verdicts.get("trivial", 0)),
        str(record.num_attempted),
        str(record.num_proved),
        str(record.num_barely),
        f"{record.num_targets_proved}/{record.num_targets_attempted}",
        str(record.num_examples),
        str(record.num_held_out),
        "" if record.solved_at_start is None else str(record.solved_at_start),
        str(record.held_out_solved),
        f"{record.diversity:.2f}",
        f"{sum(record.seconds.values()):.0f}",
    ]


def round_table(rounds: Sequence[RoundRecord]) -> Table:
    """The rounds as a table for the terminal, one column each: there are more figures than a line has room for."""
    table = Table(box=None, show_header=False)
    for place in range(len(rounds) + 1):
        table.add_column(justify="right" if place else "left")
    for cells in zip(COLUMNS, *map(round_row, rounds), strict=True):
        table.add_row(*cells)
    return table


def write_report(folder: Path, configuration: SelfPlayConfiguration, rounds: Sequence[RoundRecord]) -> None:
    """Write `report.html` into the run's folder.

    Raises:
        OSError: if it cannot be written.
    """
    record = {
        "configuration": configuration.model_dump(exclude={"lean"}),
        "columns": COLUMNS,
        "rows": [round_row(each) for each in rounds],
        "rounds": [each.model_dump() for each in rounds],
    }
    write_page(
        folder / "report.html",
        package="conjecturer",
        folder="run_page",
        title=f"Self-play on {', '.join(configuration.repositories)}",
        record=json.dumps(record, ensure_ascii=False),
    )
