"""`retrieve extract`: the premises and theorems of a built repository, in LeanDojo's form."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from data.cache import cache_directory
from data.command_line import Parser
from data.compiled import find_build
from data.export import export_dataset
from data.extraction import Extraction, Problem, problem_lines
from data.origin import origin_of
from data.repository import LIBRARY, corpora, open_repository

_EXAMPLES = """\
examples:
  prove build logic && retrieve extract logic --out logic-data
  retrieve extract ~/mathlib4 --out mathlib-data

What Lake has built needs no `prove build`. The tactics' states come from `prove replay`.
exit status: 0 all extracted, 1 without the files that are named, 2 nothing
"""


def run(words: Sequence[str]) -> int:
    """Run `retrieve extract` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    problems: list[Problem] = []
    with console.status("reading") as status:

        def show(line: str) -> None:
            status.update(escape(line))

        cache = cache_directory(flags.cache)
        repository = open_repository(flags.repo, cache=flags.cache, progress=show)
        build = find_build(repository, cache=cache, ileans=flags.ileans)
        extraction = Extraction(repository, build, report=problems.append)
        summary = export_dataset(
            extraction,
            flags.out,
            name=f"premises and theorems of {repository.name}",
            origin=origin_of(repository),
            seed=flags.seed,
            progress=show,
        )
    for line in problem_lines(problems):
        console.print(Text(line, style="yellow"))
    if flags.json:
        record = {**asdict(summary), "problems": [asdict(problem) for problem in problems]}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        outside = f"; not extracted, because their sources are not here: {', '.join(sorted(extraction.outside))}"
        sys.stdout.write(
            f"{repository.name}: {summary.num_premises:,} premises in {summary.num_files:,} files,"
            f" {summary.num_theorems:,} theorems, in {flags.out}{outside if extraction.outside else ''}\n"
        )
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="retrieve extract",
        description="Extract the premises and theorems of a built repository from its .ilean files and sources.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "repo", metavar="REPO", help=f"a Lean package's path, a corpus ({', '.join(corpora())}), or {LIBRARY}"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="where the data set is written")
    parser.add_argument("--ileans", type=Path, metavar="DIR", help="where its .ilean files are, if not in .lake/build")
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="another seed, other splits (default 0)")
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where `prove build` keeps compiled modules")
    return parser
