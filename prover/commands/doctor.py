"""`prove doctor`: which Lean is used, what is missing, and how to get it."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from data.command_line import Parser
from data.repository import open_repository
from prover.commands.flags import add_lean_flags
from prover.lean.doctor import Finding, diagnose
from prover.repository_doctor import examine


def run_doctor(words: Sequence[str]) -> int:
    """Run `prove doctor` with these arguments; 0 if theorems can be proved here, else 2."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True)
    with console.status("looking around") as status:
        found = open_repository(flags.repo, cache=flags.cache, progress=status.update) if flags.repo else None
        root = found.root if found is not None else None
        findings = diagnose(requested=flags.lean, repository=root, cache=flags.cache, progress=status.update)
        if found is not None:
            findings += examine(found, requested=flags.lean, cache=flags.cache, progress=status.update)
    if flags.json:
        sys.stdout.write(json.dumps([dataclasses.asdict(finding) for finding in findings], ensure_ascii=False) + "\n")
    else:
        Console(soft_wrap=True).print(_table(findings))
    return 2 if any(finding.needed and not finding.ok and finding.mend for finding in findings) else 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove doctor",
        description="Say which Lean is used, what is missing on this machine, and how to get it.",
        epilog="examples: prove doctor; prove doctor --repo . --json; prove doctor --repo mathlib",
    )
    parser.add_argument("--repo", metavar="REPO", help="look at this package, too: a path, a Git address or a name")
    parser.add_argument("--json", action="store_true", help="the findings as one JSON array")
    add_lean_flags(parser)
    return parser


def _table(findings: Sequence[Finding]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1))
    for finding in findings:
        missing = ("✗", "bold red") if finding.needed else ("–", "yellow")
        mark, style = ("✓", "bold green") if finding.ok else missing
        detail = Text(finding.detail)
        if finding.mend:
            detail.append(f"\n→ {finding.mend}", style="cyan")
        table.add_row(Text(mark, style=style), Text(finding.name, style="bold"), detail)
    return table
