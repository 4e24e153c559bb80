"""`conjecture library`: new theorems with proofs, as one Lean file and as a page to browse."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from conjecturer.ground import open_ground
from conjecturer.library import Library, grow_to, most_interesting
from conjecturer.library_export import write_library
from data.command_line import Parser, positive_count
from data.repository import corpora
from prover.commands.flags import add_lean_flags

_NUM_LEMMAS = 80
_EXAMPLES = """\
examples:
  conjecture library --out new                    1,000 theorems from all bundled corpora
  conjecture library --repo lists --num 100 --out new-lists

The same command again goes on where it was, and a larger --num adds to what is there. In DIR: Library.lean, which a
fresh Lean has compiled, library.html, theorems.jsonl.
exit status: 0 the library is as large as asked for, 1 it is smaller, 2 it could not be made
"""


def run(words: Sequence[str]) -> int:
    """Run `conjecture library` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True)
    library = Library(flags.out, per_theorem=flags.per_theorem)
    with console.status("reading") as status:
        grounds = [
            open_ground(name, requested=flags.lean, cache=flags.cache, progress=status.update)
            for name in flags.repo or corpora()
        ]
        grow_to(
            library,
            grounds,
            num_theorems=flags.num,
            num_lemmas=flags.lemmas,
            on_growth=lambda name, size: status.update(f"{size} of {flags.num} theorems; mutating those of {name}"),
        )
        status.update("compiling the library")
        write_library(library, grounds)
    _show(library, as_json=flags.json)
    return 0 if len(library.entries) >= flags.num else 1


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="conjecture library",
        description="Make new theorems of the theorems of repositories, each with a proof that a fresh Lean accepts.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--repo", action="append", metavar="REPO", help="a bundled corpus, a path or an address; several are allowed"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the library's folder")
    parser.add_argument("--num", type=positive_count, default=1000, metavar="N", help="how many (default 1000)")
    parser.add_argument(
        "--per-theorem", type=positive_count, default=12, metavar="N", help="at most, of one theorem (default 12)"
    )
    parser.add_argument(
        "--lemmas", type=positive_count, default=_NUM_LEMMAS, metavar="N", help=f"lemmas each (default {_NUM_LEMMAS})"
    )
    parser.add_argument("--json", action="store_true", help="the counts and the most interesting ones as JSON")
    add_lean_flags(parser)
    return parser


def _show(library: Library, *, as_json: bool) -> None:
    entries = library.entries
    best = most_interesting(entries, 10)
    if as_json:
        shown = [entry.model_dump(exclude={"form"}) for entry in best]
        record = {"theorems": len(entries), "verdicts": dict(library.counts), "interesting": shown}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    console = Console()
    table = Table("interest", "theorem", "how", box=None)
    for entry in best:
        table.add_row(f"{entry.interest:.2f}", Text(entry.statement), Text(f"{entry.method}: {entry.change}"))
    console.print(table)
    console.print(f"{len(entries)} theorems in {library.folder / 'Library.lean'}", soft_wrap=True)
