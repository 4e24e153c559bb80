"""`conjecture mutate`: what can be made of one theorem."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from conjecturer.commands.verdicts import status_of, told
from conjecturer.conjecture import Conjecture
from conjecturer.ground import open_ground
from conjecturer.mutation.mutate import NUM_LEMMAS, Mutator
from conjecturer.screening import Screen, Screened
from conjecturer.verification import verified
from data.command_line import Parser, positive_count
from prover.commands.flags import add_lean_flags

_EXAMPLES = """\
examples:
  conjecture mutate --repo naturals --theorem fib_mono
  conjecture mutate --repo lists --theorem reverse_append --all --json

A mutant with a proof has been checked by a fresh Lean. Without --all only those are shown that are new and not trivial.
exit status: 0 there are some, 1 there are none, 2 it could not be tried
"""


def run(words: Sequence[str]) -> int:
    """Run `conjecture mutate` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True)
    with console.status("reading") as status:
        ground = open_ground(flags.repo, requested=flags.lean, cache=flags.cache, progress=status.update)
        theorem = ground.find(flags.theorem)
        status.update(f"{theorem.name}: mutating")
        mutants = Mutator(ground, num_lemmas=flags.lemmas).mutants(theorem)
        status.update(f"{theorem.name}: screening {len(mutants)} mutants")
        screened = Screen(ground, search_library=flags.exact).screen(mutants)
        shown = told(screened, console, everything=flags.all)
        proofs = verified(ground, [entry.conjecture for entry in shown])
    for entry, is_verified in zip(shown, proofs, strict=True):
        if flags.json:
            sys.stdout.write(json.dumps(_record(entry, is_verified), ensure_ascii=False) + "\n")
    if not flags.json:
        _print(shown, proofs)
    return status_of(screened)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="conjecture mutate",
        description="Change a theorem into others: rewrite, compose, specialise, generalise, turn round, ...",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--repo", required=True, metavar="REPO", help="a bundled corpus, a path or an address")
    parser.add_argument("--theorem", required=True, metavar="NAME", help="its name, the end of it, or FILE#LINE")
    parser.add_argument(
        "--lemmas", type=positive_count, default=NUM_LEMMAS, metavar="N", help=f"the nearest N (default {NUM_LEMMAS})"
    )
    parser.add_argument("--exact", action="store_true", help="leave out what `exact?` proves, too; slower")
    parser.add_argument("--all", action="store_true", help="show every mutant with its verdict")
    parser.add_argument("--json", action="store_true", help="one JSON object a mutant")
    add_lean_flags(parser)
    return parser


def _record(entry: Screened, is_verified: bool) -> dict[str, object]:
    conjecture, ancestry = entry.conjecture, entry.conjecture.ancestry
    return {
        "statement": conjecture.statement,
        "verdict": entry.verdict,
        "detail": entry.detail,
        "method": ancestry.method,
        "theorem": ancestry.theorem,
        "lemma": ancestry.lemma,
        "change": ancestry.detail,
        "proof": conjecture.proof if is_verified else None,
    }


def _print(shown: Sequence[Screened], proofs: Sequence[bool]) -> None:
    table = Table("method", "statement", "what was done", "proved", box=None)
    for entry, is_verified in zip(shown, proofs, strict=True):
        table.add_row(*map(Text, _row(entry.conjecture, entry, is_verified)))
    Console().print(table)


def _row(conjecture: Conjecture, entry: Screened, is_verified: bool) -> tuple[str, str, str, str]:
    ancestry = conjecture.ancestry
    done = " ".join(filter(None, [ancestry.detail, "" if entry.verdict == "passed" else f"({entry.verdict})"]))
    return ancestry.method, conjecture.statement, done, "yes" if is_verified else ""
