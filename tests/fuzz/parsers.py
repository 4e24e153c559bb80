"""Every parser of ours under one signature: a text goes in, and an error of ours may come out."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from data.address import parse_address
from data.benchmark import read_benchmark
from data.corpus import Corpus
from data.declarations import declarations, sorry_theorems, theorem_from_statement
from data.errors import LeanLoopError
from data.finding import parse_place
from data.ilean import read_ilean
from data.lakefile import lean_options, source_folders
from data.manifest import read_packages
from data.repository import parse_imports
from data.statements import readable_source
from prover.lean.goals import parse_goals
from prover.lean.screening import objection
from prover.lean.tactic_trace import tactic_runs
from prover.lean.verification import _parse_axioms, _parse_message
from prover.tactics.prompts import FAMILIES
from prover.tactics.specification import GeneratorSpec
from prover.tactics.term_parser import parse_signature, parse_term

Parser = Callable[[str], object]


def _of_file(name: str, read: Callable[[Path], object]) -> Parser:
    """A parser of a file: the text is written to one of this name."""

    def parse(text: str) -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8", newline="")
            return read(path)

    return parse


def _model_output(text: str) -> object:
    return [family.read(text) for family in FAMILIES.values()]


PARSERS: dict[str, Parser] = {
    "goals": parse_goals,
    "Lean's messages": _parse_message,
    "axioms": _parse_axioms,
    "information trees": lambda text: list(tactic_runs(text)),
    "ilean": _of_file("X.ilean", read_ilean),
    "benchmark": _of_file("x.jsonl", read_benchmark),
    "corpus": _of_file("corpus.jsonl", Corpus.read),
    "lakefile.toml": _of_file("lakefile.toml", lambda path: (lean_options(path.parent), source_folders(path.parent))),
    "lakefile.lean": _of_file("lakefile.lean", lambda path: (lean_options(path.parent), source_folders(path.parent))),
    "manifest": _of_file("lake-manifest.json", lambda path: read_packages(path.parent)),
    "imports": parse_imports,
    "declarations": declarations,
    "sorrys": lambda text: sorry_theorems(text, None),
    "statement": theorem_from_statement,
    "source": readable_source,
    "place": parse_place,
    "address": parse_address,
    "tactic": objection,
    "model output": _model_output,
    "generator": GeneratorSpec.parse,
    "term": parse_term,
    "signature": parse_signature,
}


def survives(parse: Parser, text: str) -> None:
    """Let a parser have the text. Whatever else it raises than an error of ours is the test's failure."""
    with contextlib.suppress(LeanLoopError):
        parse(text)
