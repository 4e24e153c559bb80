"""`prove build`: compile all modules of a repository, so that its premises can be extracted."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from data.command_line import Parser
from data.compiled import find_build
from data.repository import LIBRARY, corpora, open_repository
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lean.building import build_repository
from prover.lean.embedded import embedded_lean
from prover.lean.project import open_project
from prover.lean.toolchain import find_lean


def run_build(words: Sequence[str]) -> int:
    """Run `prove build` with these arguments; 0 if all is compiled."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    with reporter.working("building") as progress:
        repository = open_repository(flags.repo, cache=flags.cache, progress=progress)
        if repository.name == LIBRARY:
            lean = embedded_lean(cache=flags.cache, progress=progress)
        else:
            lean = find_lean(requested=flags.lean, repository=repository.root, cache=flags.cache, progress=progress)
        project = open_project(repository.root, lean=lean, cache=flags.cache, progress=progress)
        build_repository(repository, project)
        build = find_build(repository, cache=project.cache)
    if lean.note:
        reporter.note(lean.note)
    places = [str(tree.compiled) for tree in build.trees]
    if flags.json:
        content = {"repository": repository.name, "modules": len(repository.modules), "lean": lean.version}
        sys.stdout.write(json.dumps({**content, "compiled": places}) + "\n")
    else:
        sys.stdout.write(f"{repository.name}: {len(repository.modules)} modules compiled in {places[0]}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove build",
        description="Compile all modules of a repository. What Lake has built is left as it is.",
        epilog="example: prove build logic && retrieve extract logic --out logic-data",
    )
    parser.add_argument(
        "repo", metavar="REPO", help=f"a Lean package's path, a corpus ({', '.join(corpora())}), or {LIBRARY}"
    )
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    add_lean_flags(parser)
    return parser
