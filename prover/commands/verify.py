"""`prove verify`: whether a file proves what another one states, whoever wrote it and by whatever means."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console

from data.command_line import Parser, positive_seconds
from data.errors import UsageError
from data.repository import corpora, open_repository, parse_imports
from data.source import read_source
from prover.commands.flags import add_lean_flags, add_trust_flag
from prover.console import Reporter
from prover.errors import LeanBuildError
from prover.lean.audit.audit import Audit, Auditor
from prover.lean.command import Lean
from prover.lean.project import LeanProject, open_built_project
from prover.lean.sandbox import Limits
from prover.targets import package_root

_MEMORY_BYTES = 4 << 30
_EXAMPLE = """\
example:
  prove verify Proof.lean --against Statement.lean

Both files are compiled in a sandbox. What the proof's file declares must be what the original declares, expression by
expression; a fresh kernel checks every declaration again; nothing but Lean's own three axioms is allowed.
exit status: 0 accepted, 1 refused, 2 the original could not be examined
"""


def run_verify(words: Sequence[str]) -> int:
    """Run `prove verify` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    start = time.monotonic()
    with reporter.working("verifying") as progress:
        repository = None if flags.repo is None else open_repository(flags.repo, cache=flags.cache, progress=progress)
        original_path = flags.against
        if repository is not None and not original_path.is_file():
            original_path = repository.root / original_path
        original, candidate = read_source(original_path), read_source(flags.proof)
        project = open_built_project(
            repository.root if repository is not None else package_root(original_path),
            texts=[original, candidate],
            requested=flags.lean,
            cache=flags.cache,
            progress=progress,
            is_trusted=flags.trust,
        )
        if project.lean.note:
            reporter.note(project.lean.note)
        audit = _audited(project, candidate, original, seconds=flags.seconds, allowed=frozenset(flags.allow_axiom))
    _report(audit, flags, lean=project.lean, seconds=time.monotonic() - start)
    return 0 if audit.accepted else 1


def _audited(project: LeanProject, candidate: str, original: str, *, seconds: float, allowed: frozenset[str]) -> Audit:
    place = project.root / "Statement.lean"
    project.prepare(place, source=original)
    modules = dict.fromkeys(item.module for text in (original, candidate) for item in parse_imports(text))
    try:
        lean = project.prepare(place, source="".join(f"import {module}\n" for module in modules))
    except (UsageError, LeanBuildError) as error:
        return Audit(accepted=False, reason=f"what it imports cannot be had: {error}")
    auditor = Auditor(
        original,
        lean,
        limits=Limits(memory_bytes=_MEMORY_BYTES),
        seconds=seconds,
        allowed_axioms=allowed,
    )
    return auditor.audit(candidate)


def _report(audit: Audit, flags: argparse.Namespace, *, lean: Lean, seconds: float) -> None:
    if flags.json:
        record = {"proof": str(flags.proof), "against": str(flags.against), **asdict(audit)}
        record |= {"lean": lean.version, "seconds": round(seconds, 3)}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    console = Console(soft_wrap=True, highlight=False, markup=False)
    if not audit.accepted:
        console.print(f"{flags.proof}: refused: {audit.reason}", style="bold red")
        return
    console.print(
        f"{flags.proof}: accepted in {seconds:.2f} s; the kernel checked {audit.num_checked} declarations again",
        style="bold green",
    )
    for name, axioms in audit.axioms.items():
        console.print(f"{name}: axioms: {', '.join(axioms) or 'none'}")
    for name in audit.filled:
        console.print(f"{name}: left open by the original, so look at what the proof's file defines it to be")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove verify",
        description="Decide whether a file proves what another one states, whatever it prints or redefines.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("proof", type=Path, metavar="PROOF.lean", help="the file that claims to prove")
    parser.add_argument(
        "--against", type=Path, metavar="ORIGINAL.lean", required=True, help="what was to be proved, with its sorrys"
    )
    parser.add_argument(
        "--repo", metavar="REPO", help=f"the package whose modules the files import: a path or {', '.join(corpora())}"
    )
    parser.add_argument(
        "--allow-axiom", action="append", default=[], metavar="NAME", help="an axiom to allow besides Lean's own three"
    )
    parser.add_argument(
        "--seconds", type=positive_seconds, default=600.0, metavar="S", help="time for each step (default 600)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    add_lean_flags(parser)
    add_trust_flag(parser)
    return parser
