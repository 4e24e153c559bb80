"""`retrieve query`: the premises that a goal needs."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.text import Text

from data.cache import cache_directory
from data.command_line import positive_count
from data.compiled import find_build
from data.corpus import Corpus
from data.errors import UsageError
from data.extraction import Extraction, Problem, problem_lines
from data.leandojo import source_file
from data.repository import LIBRARY, corpora, open_repository
from retrieval.choice import make_retriever
from retrieval.commands.flags import RETRIEVERS, add_device_flag, indexes_of, make_parser, working
from retrieval.examples import Dataset
from retrieval.retriever import Mask, Retrieved

_EXAMPLES = """\
  retrieve query "⊢ a + b = b + a"
  retrieve query "h : x ∈ l ⊢ 0 < l.length" --repo lists --count 5
  retrieve query "⊢ p ∧ q" --data logic-data --at Logic/Sets.lean:40 --retriever my-encoder --json

With --at only premises are shown that a proof on that line could use.
"""
_PLACE = re.compile(r"(?P<path>.+):(?P<line>[1-9]\d*)")


def run(words: Sequence[str]) -> int:
    """Run `retrieve query` with these arguments; the exit status."""
    flags = _parse(words)
    with working("reading") as progress:
        cache = cache_directory(flags.cache)
        corpus = Dataset.open(flags.data).corpus if flags.data is not None else _corpus(flags.repo, cache)
        accessible = _accessible(corpus, flags.at) if flags.at is not None else None
        retriever = make_retriever(
            flags.retriever,
            corpus,
            indexes=indexes_of(flags.data)
            if flags.data is not None
            else cache / "indexes" / flags.repo.replace("/", "_"),
            index=flags.index,
            device=flags.device,
            progress=progress,
        )
        (found,) = retriever.retrieve(
            [flags.state], num_premises=flags.count, accessible=[accessible] if accessible is not None else None
        )
    if len(found) < flags.count:
        num_accessible = len(corpus) if accessible is None else int(np.count_nonzero(accessible))
        sys.stderr.write(f"only {len(found)} found among {num_accessible:,} accessible premises\n")
    _print(found, corpus, as_json=flags.json)
    return 0 if found else 1


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = make_parser("retrieve query", "Say which premises a goal needs.", _EXAMPLES)
    parser.add_argument("state", metavar="STATE", help="a goal as Lean prints it, or only `⊢` and a conclusion")
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--repo",
        default=LIBRARY,
        metavar="REPO",
        help=f"a built package's path or a corpus ({', '.join(corpora())}); default {LIBRARY}, the engine's own",
    )
    where.add_argument("--data", type=Path, metavar="DIR", help="a dataset made by `retrieve extract` instead")
    parser.add_argument("--retriever", default="bm25", metavar="NAME", help=f"{RETRIEVERS} (default bm25)")
    parser.add_argument("--index", type=Path, metavar="DIR", help="the encoder's index, if it is elsewhere")
    parser.add_argument(
        "--at", metavar="FILE:LINE", help="only what is accessible there; the file as the dataset has it"
    )
    parser.add_argument("--count", type=positive_count, default=10, metavar="N", help="how many (default 10)")
    add_device_flag(parser)
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where `prove build` keeps compiled modules")
    parser.add_argument("--json", action="store_true", help="one JSON line a premise on standard output")
    flags = parser.parse_args(words)
    if not flags.state.strip():
        raise UsageError('the goal is empty; give one as Lean prints it, e.g. "⊢ a + b = b + a"')
    return flags


def _corpus(name: str, cache: Path) -> Corpus:
    """The premises of a built repository."""
    repository = open_repository(name)
    build = find_build(repository, cache=cache, ileans=None)
    problems: list[Problem] = []
    corpus = Corpus(source_file(file) for file in Extraction(repository, build, report=problems.append).files())
    for line in problem_lines(problems):
        sys.stderr.write(f"{line}\n")
    return corpus


def _accessible(corpus: Corpus, place: str) -> Mask:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise UsageError(f"--at wants FILE:LINE, not {place!r}")
    return corpus.accessible_mask(found["path"], (int(found["line"]), 1))


def _print(found: Sequence[Retrieved], corpus: Corpus, *, as_json: bool) -> None:
    console = Console(soft_wrap=True, highlight=False)
    for rank, retrieved in enumerate(found, start=1):
        premise = corpus.premises[retrieved.number]
        if as_json:
            record = {
                "rank": rank,
                "full_name": premise.full_name,
                "score": round(retrieved.score, 6),
                "path": premise.path,
                "start": premise.start,
                "code": premise.code,
            }
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            console.print(
                Text.assemble(
                    (f"{retrieved.score:7.3f}  ", "dim"),
                    (premise.full_name, "bold"),
                    "  ",
                    " ".join(premise.code.split()),
                )
            )
