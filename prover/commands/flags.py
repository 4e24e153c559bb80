"""What the flags of all commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from data.errors import UsageError

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


class Parser(argparse.ArgumentParser):
    """Reports a wrong flag as any other mistake of the user's: in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`")


def positive_count(text: str) -> int:
    """A whole number, at least 1, from a flag."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {text}")
    return number


def positive_seconds(text: str) -> float:
    """A time in seconds, more than none, from a flag."""
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError(f"must be positive, got {text}")
    return number


def add_lean_flags(parser: argparse.ArgumentParser) -> None:
    """Add the flags that say which Lean is used and where things are kept."""
    group = parser.add_argument_group("which Lean")
    group.add_argument("--lean", type=Path, metavar="PATH", help="a lean command, or the directory of a toolchain")
    group.add_argument(
        "--trust", action="store_true", help="let elan and Lake build the package: its lakefile is a program"
    )
    group.add_argument(
        "--cache", type=Path, metavar="DIR", help="where the embedded Lean and compiled modules are kept"
    )
