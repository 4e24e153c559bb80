"""`prove replay`: the premises and theorems of a repository with the states of every tactic, in LeanDojo's form."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from data.command_line import Parser, positive_count, positive_seconds
from data.compiled import find_build
from data.export import export_dataset
from data.extraction import Extraction, Problem, problem_lines
from data.origin import origin_of
from data.repository import LIBRARY, corpora
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lean.building import build_repository, open_to_build
from prover.lean.replay_repository import replay_modules

_EXAMPLES = """\
example:
  prove replay logic --out logic-data

Started again with the same --out, it goes on where it was stopped.
exit status: 0 all replayed, 1 without the files that are named, 2 nothing
"""


def run_replay(words: Sequence[str]) -> int:
    """Run `prove replay` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    problems: list[Problem] = []
    with reporter.working("building") as progress:
        repository, project = open_to_build(flags.repo, requested=flags.lean, cache=flags.cache, progress=progress)
        for error in build_repository(repository, project):
            reporter.note(error)
        build = find_build(repository, cache=project.cache)
        extraction = Extraction(repository, build, report=problems.append)
        own = [build.find(name) for name in sorted(extraction.own)]
        states = replay_modules(
            [module for module in own if module is not None],
            project,
            flags.out / "replay",
            num_processes=flags.processes,
            seconds=flags.seconds,
            report=problems.append,
            progress=progress,
        )
        summary = export_dataset(
            extraction,
            flags.out,
            name=f"premises, theorems and tactics of {repository.name}",
            origin=origin_of(repository),
            seed=flags.seed,
            states=lambda path: states.get(path, ()),
            progress=progress,
        )
    for line in problem_lines(problems):
        reporter.note(line)
    if flags.json:
        record = {**asdict(summary), "problems": [asdict(problem) for problem in problems]}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(
            f"{repository.name}: {summary.num_tactics:,} tactics of {summary.num_theorems:,} theorems,"
            f" {summary.num_premises:,} premises, in {flags.out}\n"
        )
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove replay",
        description="Replay the proofs of a repository: the goals before and after every tactic, as training data.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "repo", metavar="REPO", help=f"a Lean package's path, a corpus ({', '.join(corpora())}), or {LIBRARY}"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="where the data set is written")
    cores = os.cpu_count() or 1
    parser.add_argument(
        "--processes", type=positive_count, default=cores, metavar="N", help=f"Leans side by side (default {cores})"
    )
    parser.add_argument(
        "--seconds", type=positive_seconds, default=1800.0, metavar="S", help="time for each file (default 1800)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="another seed, other splits (default 0)")
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    add_lean_flags(parser)
    return parser
