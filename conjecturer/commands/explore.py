"""`conjecture explore`: what seems to hold of a repository's functions, found by evaluating small terms."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence

from rich.console import Console

from conjecturer.commands.verdicts import status_of, told
from conjecturer.exploration.explore import drawn, explore
from conjecturer.ground import open_ground
from conjecturer.screening import Screen
from data.command_line import Parser, positive_count
from prover.commands.flags import add_lean_flags

_EXAMPLES = """\
examples:
  conjecture explore --repo lists
  conjecture explore --repo path/to/project --number 200 --json

Nothing here is proved: each statement held for all values that were tried, is new, and no single tactic proves it. To
prove one: prove --repo lists --statement 'theorem t : STATEMENT'
exit status: 0 there are some, 1 there are none, 2 it could not be tried
"""


def run(words: Sequence[str]) -> int:
    """Run `conjecture explore` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True)
    with console.status("reading") as status:
        ground = open_ground(flags.repo, requested=flags.lean, cache=flags.cache, progress=status.update)
        status.update(f"{ground.name}: evaluating terms")
        laws = explore(ground, seed=flags.seed)
        chosen = drawn(laws, flags.number, chance=random.Random(f"{flags.seed} drawn"))
        status.update(f"{ground.name}: screening {len(chosen)} of {len(laws)} laws")
        screened = Screen(ground).screen(chosen)
    for entry in told(screened, console, everything=flags.all):
        if flags.json:
            record = {"statement": entry.conjecture.statement, "verdict": entry.verdict, "detail": entry.detail}
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            verdict = f"    -- {entry.verdict}" if flags.all else ""
            sys.stdout.write(f"{entry.conjecture.statement}{verdict}\n")
    return status_of(screened)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="conjecture explore",
        description="Evaluate small terms over a repository's functions, and say which of them seem to be equal.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--repo", required=True, metavar="REPO", help="a bundled corpus, a path or an address")
    parser.add_argument("--number", type=positive_count, default=60, metavar="N", help="laws screened (default 60)")
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="other terms, other values (default 0)")
    parser.add_argument("--all", action="store_true", help="show every law with its verdict")
    parser.add_argument("--json", action="store_true", help="one JSON object a law")
    add_lean_flags(parser)
    return parser
