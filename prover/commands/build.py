"""`prove build`: compile all modules of a repository, so that its premises can be extracted."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from data.command_line import Parser
from data.compiled import find_build
from data.repository import LIBRARY, corpora
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lean.building import build_repository, open_to_build


def run_build(words: Sequence[str]) -> int:
    """Run `prove build` with these arguments; 0 if all is compiled, 1 if not all of it could be."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    with reporter.working("building") as progress:
        repository, project = open_to_build(flags.repo, requested=flags.lean, cache=flags.cache, progress=progress)
        errors = build_repository(repository, project)
        build = find_build(repository, cache=project.cache)
    for line in filter(None, (project.lean.note, *errors)):
        reporter.note(line)
    num_built = len(repository.modules) - len(errors)
    places = [str(tree.compiled) for tree in build.trees]
    if flags.json:
        record = {"repository": repository.name, "modules": num_built, "errors": errors, "compiled": places}
        sys.stdout.write(json.dumps({**record, "lean": project.lean.version}, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{repository.name}: {num_built} modules compiled in {places[0]}\n")
    return 1 if errors else 0


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
