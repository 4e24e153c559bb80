"""`retrieve merge`: several datasets as one."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from data.errors import UsageError
from data.merging import merge_datasets
from retrieval.commands.flags import make_parser, working

_EXAMPLES = """\
  retrieve merge logic-data lists-data naturals-data --out corpora-data

Files that several repositories import are taken once; the theorems of all are divided anew.
"""


def run(words: Sequence[str]) -> int:
    """Run `retrieve merge` with these arguments; the exit status."""
    parser = make_parser("retrieve merge", "Make one dataset of several.", _EXAMPLES)
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="datasets' folders")
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="where the merged one is written")
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="another seed, other splits (default 0)")
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    flags = parser.parse_args(words)
    if flags.out in flags.data:
        raise UsageError(f"{flags.out} is one of the datasets to be merged: give another --out")
    with working("merging"):
        merged = merge_datasets(flags.data, flags.out, seed=flags.seed)
    if flags.json:
        sys.stdout.write(json.dumps(asdict(merged)) + "\n")
    else:
        sys.stdout.write(
            f"{merged.num_premises:,} premises in {merged.num_files:,} files, {merged.num_tactics:,} tactics of"
            f" {merged.num_theorems:,} theorems, in {flags.out}\n"
        )
    return 0
