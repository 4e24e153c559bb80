"""`prove compare A B`: which of two batches proved more, and whether that can be chance."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from data.command_line import Parser
from data.errors import UsageError
from prover.evaluation.folder import read_configuration, read_results
from prover.evaluation.statistics import Comparison, compare

_EXAMPLE = "example: prove compare valid-symbolic valid-neural"
_MAX_NAMES = 20


def run_compare(words: Sequence[str]) -> int:
    """Run `prove compare` with these arguments; 0 if the two can be compared."""
    flags = _parser().parse_args(words)
    first, second = (read_configuration(folder) for folder in (flags.first, flags.second))
    if first.digest != second.digest:
        raise UsageError(
            f"{flags.first} and {flags.second} are about different statements ({first.benchmark} {first.digest[:12]}, "
            f"{second.benchmark} {second.digest[:12]}); compare runs of one benchmark and split"
        )
    found = compare(read_results(flags.first), read_results(flags.second))
    differences = [line for line in first.differences(second) if not line.startswith("library")]
    if flags.json:
        record = {**dataclasses.asdict(found), "differences": differences}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        return 0
    console = Console(soft_wrap=True)
    console.print(_table(found, flags.first, flags.second))
    console.print(f"McNemar's exact test: p = {found.p_value:.3g}")
    for line in differences:
        console.print(f"they differ in {line}", highlight=False)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="prove compare", description="Compare two batches over the same statements.", epilog=_EXAMPLE)
    parser.add_argument("first", type=Path, metavar="A", help="the folder of a batch")
    parser.add_argument("second", type=Path, metavar="B", help="the folder of another")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return parser


def _table(found: Comparison, first: Path, second: Path) -> Table:
    table = Table("proved by", "statements", "which", title="over the statements that both could search")
    rows = {
        "both": found.both, f"{first} only": found.only_first, f"{second} only": found.only_second,
        "neither": found.neither,
    }  # fmt: skip
    for who, names in rows.items():
        shown = ", ".join(names[:_MAX_NAMES]) + (", ..." if len(names) > _MAX_NAMES else "")
        table.add_row(who, str(len(names)), shown if "only" in who else "")
    return table
