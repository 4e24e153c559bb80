"""What the flags of the commands that retrieve have in common, and how they show their work."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.markup import escape

from data.command_line import Parser
from data.dataset import Split, Strategy

RETRIEVERS = "bm25, lexical (shared names), untrained, or an encoder's folder or hub name; several joined by +"


def make_parser(prog: str, description: str, examples: str) -> Parser:
    """A parser whose help ends in examples, each on a line of its own."""
    return Parser(
        prog=prog,
        description=description,
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_dataset_argument(parser: Parser) -> None:
    """Add the dataset's folder, as the first argument."""
    parser.add_argument("data", type=Path, metavar="DATA", help="a dataset's folder, made by `retrieve extract`")


def add_strategy_flag(parser: Parser) -> None:
    """Add the flag that says how theorems were divided."""
    parser.add_argument(
        "--strategy",
        choices=get_args(Strategy),
        default="novel_premises",
        help="how theorems were divided into train, val and test (default novel_premises)",
    )


def add_split_flag(parser: Parser) -> None:
    """Add the flag that says which part is measured."""
    parser.add_argument("--split", choices=get_args(Split), default="test", help="which part (default test)")


def add_device_flag(parser: Parser) -> None:
    """Add the flag that says where an encoder runs."""
    parser.add_argument(
        "--device",
        choices=("auto", "cpu", "cuda"),
        default="auto",
        help="where the encoder runs (default: CUDA if any)",
    )


def add_kind_flag(parser: Parser) -> None:
    """Add the flag that says how an index is searched."""
    parser.add_argument(
        "--kind",
        choices=("exact", "ivf", "hnsw"),
        default="exact",
        help="how the index is searched; ivf and hnsw are for more than 50,000 premises (default exact)",
    )


def indexes_of(data: Path) -> Path:
    """Where the indexes of a dataset are kept unless it is said otherwise."""
    return data / "indexes"


@contextlib.contextmanager
def working(what: str) -> Iterator[Callable[[str], None]]:
    """While the block runs, a line on standard error shows what is done; the block gets a function to change it."""
    with Console(stderr=True, soft_wrap=True, highlight=False).status(escape(what)) as status:
        yield lambda text: status.update(escape(text))
