"""`prove watch`: follow a repository, and try the `sorry`s that a commit brings."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from data.command_line import Parser, positive_count, positive_seconds
from data.database.store import Database
from data.errors import LeanLoopError
from prover.commands.db import DEFAULT_PATH
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lifelong.watching import Seen, Watch, WatchOptions
from prover.prover import ProverOptions

_EXAMPLES = """\
examples:
  prove watch ../my-package                       look every 10 s until Ctrl-C
  prove watch ../my-package --branch main --once  from a hook or a timer

The first look takes note of what is there. The proofs for what a later commit brings are in OUT/COMMIT.patch.
exit status with --once: 0 nothing new is open, 1 something is, 2 it could not be looked at
"""


def run_watch(words: Sequence[str]) -> int:
    """Run `prove watch` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    options = WatchOptions(
        repository=flags.repo,
        branch=flags.branch,
        retriever=flags.retriever,
        out=flags.out,
        prover=ProverOptions(seconds=flags.seconds, num_checks=flags.checks, num_processes=1),
        seed=flags.seed,
        lean=flags.lean,
        cache=flags.cache,
    )
    with Database(flags.db) as database, reporter.working(f"watching {flags.repo}") as show:
        watch = Watch(database, options, note=reporter.note, progress=show)
        while True:
            seen: Seen | None = None
            try:
                seen = watch.look()
            except LeanLoopError as error:
                if flags.once:
                    raise
                reporter.note(f"{' '.join(str(error).split())}; looking again in {flags.interval:g} s")
            if seen is not None:
                _say(seen, as_json=flags.json)
            if flags.once:
                return int(seen is not None and len(seen.found) < seen.num_tried)
            show(f"watching {flags.repo}")
            time.sleep(flags.interval)


def _say(seen: Seen, *, as_json: bool) -> None:
    names = [one.result.theorem.full_name for one in seen.found]
    record = {
        "commit": seen.commit,
        "files_read": seen.added.num_read,
        "new": len(seen.added.new),
        "gone": len(seen.added.gone),
        "tried": seen.num_tried,
        "proved": names,
        "patch": str(seen.patch) if seen.patch is not None else None,
    }
    if as_json:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    elif seen.is_first:
        sys.stdout.write(f"{seen.commit[:12]}: taken note of\n")
    else:
        text = f"{seen.commit[:12]}: {seen.added.num_read} files read, {len(names)} of {seen.num_tried} sorrys proved"
        patch = f"; {', '.join(names)}: git apply {seen.patch}" if seen.patch is not None else ""
        sys.stdout.write(f"{text}{patch}\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove watch",
        description="Follow a repository: new commits go into the database, and their new `sorry`s are tried.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("repo", metavar="REPO", help="a Git work tree, or an address")
    parser.add_argument("--branch", metavar="NAME", help="follow this branch instead of the work tree")
    parser.add_argument("--once", action="store_true", help="look once and end")
    parser.add_argument(
        "--interval", type=positive_seconds, default=10.0, metavar="S", help="time between two looks (default 10)"
    )
    parser.add_argument(
        "--seconds", type=positive_seconds, default=30.0, metavar="S", help="time for each sorry (default 30)"
    )
    parser.add_argument(
        "--checks", type=positive_count, default=1000, metavar="N", help="Lean checks for each (default 1000)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="another seed, another search (default 0)")
    parser.add_argument(
        "--retriever",
        default="lexical",
        metavar="NAME",
        help="which lemmas matter: lexical (default), bm25, none, or an encoder, whose index is kept up to date",
    )
    parser.add_argument("--db", type=Path, default=DEFAULT_PATH, metavar="FILE", help=f"default {DEFAULT_PATH}")
    parser.add_argument(
        "--out", type=Path, default=Path("watched"), metavar="DIR", help="takes the patches (default watched)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON line a commit on standard output")
    add_lean_flags(parser)
    return parser
