"""`retrieve evaluate`: how good retrievers are on a dataset, side by side."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from data.errors import UsageError
from retrieval.choice import make_retriever
from retrieval.commands.flags import (
    RETRIEVERS,
    add_dataset_argument,
    add_device_flag,
    add_kind_flag,
    add_split_flag,
    add_strategy_flag,
    indexes_of,
    make_parser,
    working,
)
from retrieval.evaluation import Metrics, evaluate, write_predictions
from retrieval.examples import Dataset

_EXAMPLES = """\
  retrieve evaluate logic-data
  retrieve evaluate corpora-data --retriever bm25 --retriever my-encoder --retriever bm25+my-encoder
  retrieve evaluate corpora-data --retriever my-encoder --split val --predictions predictions.pickle

R@1, R@10 and MRR as ReProver defines them, averaged over the tactics that name a premise.
"""


def run(words: Sequence[str]) -> int:
    """Run `retrieve evaluate` with these arguments; the exit status."""
    parser = make_parser("retrieve evaluate", "Measure how well premises are retrieved.", _EXAMPLES)
    add_dataset_argument(parser)
    parser.add_argument(
        "--retriever",
        action="append",
        metavar="NAME",
        help=f"{RETRIEVERS}; may be given several times (default bm25 and lexical)",
    )
    add_strategy_flag(parser)
    add_split_flag(parser)
    parser.add_argument("--all-premises", action="store_true", help="retrieve also what is not accessible")
    parser.add_argument("--index", type=Path, metavar="DIR", help="the encoder's index, if not in DATA/indexes")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="keep what was retrieved, as ReProver does")
    add_kind_flag(parser)
    add_device_flag(parser)
    parser.add_argument("--json", action="store_true", help="one JSON line a retriever on standard output")
    flags = parser.parse_args(words)
    names: list[str] = flags.retriever or ["bm25", "lexical"]
    if flags.predictions is not None and len(names) > 1:
        raise UsageError("--predictions keeps what one retriever finds: give one --retriever")
    found: dict[str, Metrics] = {}
    for name in names:
        found[name] = _measure(name, flags)
        if flags.json:
            sys.stdout.write(json.dumps({"retriever": name, **asdict(found[name])}) + "\n")
    if not flags.json:
        Console(soft_wrap=True).print(_table(found))
    return 0


def _measure(name: str, flags: argparse.Namespace) -> Metrics:
    with working("reading") as progress:
        dataset = Dataset.open(flags.data)
        examples = dataset.examples(flags.strategy, flags.split, with_others=flags.predictions is not None)
        retriever = make_retriever(
            name,
            dataset.corpus,
            indexes=indexes_of(flags.data),
            index=flags.index,
            device=flags.device,
            kind=flags.kind,
            progress=progress,
        )
        found, retrieved = evaluate(
            retriever,
            dataset,
            examples,
            all_premises=flags.all_premises,
            progress=lambda done: progress(f"{name}: {done:,} of {len(examples):,} tactics"),
        )
        if flags.predictions is not None:
            write_predictions(flags.predictions, dataset.corpus, examples, retrieved)
    return found


def _table(found: dict[str, Metrics]) -> Table:
    table = Table(box=None, padding=(0, 1))
    table.add_column("retriever")
    for heading in ("R@1", "R@10", "MRR", "tactics"):
        table.add_column(heading, justify="right")
    for name, metrics in found.items():
        figures = (
            f"{metrics.recall_1:.1f}",
            f"{metrics.recall_10:.1f}",
            f"{metrics.mrr:.3f}",
            f"{metrics.num_tactics:,}",
        )
        table.add_row(name, *figures)
    return table
