"""What the flags of the prover's commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path

from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec


def add_lean_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say which Lean is used and where things are kept."""
    group = parser.add_argument_group("which Lean")
    group.add_argument("--lean", type=Path, metavar="PATH", help="a lean command, or the directory of a toolchain")
    group.add_argument(
        "--cache", type=Path, metavar="DIR", help="where the embedded Lean and compiled modules are kept"
    )


def add_trust_flag(parser: argparse.ArgumentParser) -> None:
    """Add the flag that lets elan and Lake be run on a package of anybody's."""
    parser.add_argument(
        "--trust", action="store_true", help="let elan and Lake build the package: its lakefile is a program"
    )


def add_generator_flag(group: argparse._ActionsContainer) -> None:
    """Add the flag that says who proposes tactics."""
    group.add_argument(
        "--generator",
        type=GeneratorSpec.parse,
        default=SYMBOLIC_ALONE,
        metavar="WHO",
        help="who proposes tactics: symbolic (default), a model of Hugging Face (folder or name), openai:URL#MODEL, "
        "vllm:NAME, or several: symbolic+MODEL. Options follow a comma: MODEL,prompt=FAMILY,temperature=0.7,tokens=64",
    )


def add_retriever_flag(group: argparse._ActionsContainer) -> None:
    """Add the flag that says who knows which lemmas matter."""
    group.add_argument(
        "--retriever",
        default="lexical",
        metavar="NAME",
        help="who says which lemmas matter: lexical (default), bm25, none, or an encoder's folder or hub name",
    )
