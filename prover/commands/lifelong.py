"""`prove lifelong`: learn from repository after repository, measure, and prove what is open."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console as RichConsole
from rich.table import Table

from data.command_line import Parser
from data.curriculum import Curriculum
from data.errors import UsageError
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lifelong.configuration import SETUP_HELP, SETUPS, Setup, read_configuration

_EXAMPLES = """\
example: a file repos.toml with

  repositories = ["logic", "lists", "../my-package"]
  [search]
  num_test_theorems = 4

and then
  prove lifelong repos.toml --out learnt
  prove lifelong repos.toml --out compared --compare replay,sequential,merged,ewc

The same command again goes on where it was stopped; the report is OUT/report.html.
exit status: 0 done, 1 without the repositories that are named, 2 nothing could be done
"""
_BAR = 30


class _Console:
    """A run's words on the terminal."""

    def __init__(self, reporter: Reporter, show: Callable[[str], None]) -> None:
        self._reporter = reporter
        self._show = show
        self._shown: set[tuple[str, ...]] = set()

    def note(self, text: str, /) -> None:
        self._reporter.note(text)

    def progress(self, text: str, /) -> None:
        self._show(text)

    def curriculum(self, curriculum: Curriculum, /) -> None:
        names = tuple(lesson.candidate.name for lesson in curriculum.lessons)
        if names not in self._shown:
            self._shown.add(names)
            RichConsole(stderr=True).print(curriculum_table(curriculum))


def run_lifelong_command(words: Sequence[str]) -> int:
    """Run `prove lifelong` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    # Here, because torch, which takes seconds to import, need not be there for `--help`.
    from prover.lifelong.comparison import run_setups
    from prover.lifelong.report import write_report

    configuration = read_configuration(flags.repositories)
    setups = _setups(flags.compare) if flags.compare is not None else [configuration.setup]
    out = flags.out or flags.repositories.with_suffix("")
    reporter = Reporter(as_json=flags.json)
    with reporter.working("reading") as show:
        records = run_setups(
            configuration,
            setups,
            out,
            lean=flags.lean,
            cache=flags.cache,
            console=_Console(reporter, show),
            on_done=lambda done: write_report(out, done),
        )
    _show(records, out, as_json=flags.json)
    return 1 if any(record["failures"] for record in records.values()) else 0


def curriculum_table(curriculum: Curriculum) -> Table:
    """The repositories in order, with a bar of easy, medium and hard theorems each."""
    table = Table(
        "repository", "easy", "medium", "hard", "sorry", "pass rate", "", title=f"curriculum by {curriculum.order}"
    )
    most = max((lesson.num_easy + lesson.num_medium + lesson.num_hard for lesson in curriculum.lessons), default=0)
    for lesson in curriculum.lessons:
        rate = lesson.candidate.pass_rate
        sizes = [
            round(_BAR * number / max(most, 1)) for number in (lesson.num_easy, lesson.num_medium, lesson.num_hard)
        ]
        bar = "".join(
            f"[{colour}]{'█' * size}[/]" for colour, size in zip(("green", "yellow", "red"), sizes, strict=True) if size
        )
        table.add_row(
            lesson.candidate.name,
            f"{lesson.num_easy:.0f}",
            f"{lesson.num_medium:.0f}",
            f"{lesson.num_hard:.0f}",
            str(lesson.num_open),
            f"{rate:.0%}" if rate is not None else "",
            bar,
        )
    return table


def _setups(text: str) -> list[Setup]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    found: list[Setup] = []
    for name in names:
        setup = next((each for each in SETUPS if each == name), None)
        if setup is None:
            raise UsageError(f"--compare: no set-up {name!r}; there are: {', '.join(SETUPS)}")
        found.append(setup)
    if len(set(found)) < 1 or len(set(found)) != len(found):
        raise UsageError("--compare wants different set-ups, separated by commas")
    return found


def _show(records: dict[str, dict[str, Any]], out: Path, *, as_json: bool) -> None:
    from prover.lifelong.comparison import all_metrics, metric_tables

    if as_json:
        sys.stdout.write(json.dumps({"runs": records, "metrics": all_metrics(records)}, ensure_ascii=False) + "\n")
        return
    console = RichConsole()
    for table in metric_tables(records):
        console.print(table)
    console.print(f"report: {out / 'report.html'}", soft_wrap=True)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove lifelong",
        description="Learn from repository after repository, measure on all seen so far, prove what is open.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("repositories", type=Path, metavar="REPOS.toml", help="what to learn from, and how")
    parser.add_argument("--out", type=Path, metavar="DIR", help="the run's folder (default: REPOS)")
    parser.add_argument("--compare", metavar="SETUPS", help=f"run several set-ups and compare them. {SETUP_HELP}")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    add_lean_flags(parser)
    return parser
