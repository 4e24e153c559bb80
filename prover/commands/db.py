"""`prove db`: the theorem database: add repositories, list, search, export, import, check, draw."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from data.command_line import Parser, positive_count
from data.compiled import Build, find_build
from data.database.adding import Added, add_repository
from data.database.datasets import export_dataset, import_dataset
from data.database.exchange import export_jsonl, export_lean, import_jsonl
from data.database.graph import write_graph
from data.database.queries import (
    STATUSES,
    RepositoryRow,
    TheoremRow,
    repositories,
    repository_named,
    theorems,
    unproved_by_difficulty,
)
from data.database.store import Database
from data.errors import LeanLoopError, UsageError
from data.extraction import Problem, problem_lines
from data.repository import Repository, open_repository
from prover.commands.flags import add_lean_flags
from prover.console import Reporter
from prover.lean.building import build_repository, open_to_build

_EXAMPLES = """\
examples:
  prove db add logic lists ../my-package
  prove db list                              every repository, and how many of its theorems are proved
  prove db list --repo logic --status sorry-unproved
  prove db search "length_append"
  prove db export logic --format lean --out proved
  prove db import proofs.jsonl
  prove db check
  prove db graph logic --out logic.svg

exit status: 0 done, 1 some of it not, or something is wrong with the database, 2 it could not be done
"""
DEFAULT_PATH = Path("theorems.db")


def run_db(words: Sequence[str]) -> int:
    """Run `prove db` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    action: Callable[[Database, argparse.Namespace], int] = flags.action
    if action is not _add and not flags.db.exists():
        raise UsageError(f"no database {flags.db}: make it with `prove db add REPO --db {flags.db}`")
    with Database(flags.db) as database:
        return action(database, flags)


def add_to_database(
    database: Database,
    text: str,
    *,
    lean: Path | None,
    cache: Path | None,
    is_built: bool,
    report: Callable[[str], None],
    progress: Callable[[str], None],
) -> tuple[Added, Repository]:
    """Bring the repository that a user names into the database.

    Args:
        database: the database.
        text: what the user typed.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
        is_built: compile what is not compiled yet, so that premises are known.
        report: gets what goes wrong on the way, a line each.
        progress: gets a line from time to time.

    Raises:
        UsageError: if there is no such repository, or it cannot be read.
    """
    build: Build | None = None
    if is_built:
        repository, project = open_to_build(text, requested=lean, cache=cache, progress=progress)
        for error in build_repository(repository, project):
            report(error)
        build = find_build(repository, cache=project.cache)
    else:
        repository = open_repository(text, cache=cache, progress=progress)
    if repository.checkout is not None and repository.checkout.note:
        report(repository.checkout.note)
    problems: list[Problem] = []
    added = add_repository(database, repository, build, report=problems.append, progress=progress)
    for line in problem_lines(problems):
        report(line)
    return added, repository


def _add(database: Database, flags: argparse.Namespace) -> int:
    reporter = Reporter(as_json=flags.json)
    status = 0
    for text in flags.repo:
        notes: list[str] = []
        try:
            with reporter.working(text) as progress:
                added, repository = add_to_database(
                    database,
                    text,
                    lean=flags.lean,
                    cache=flags.cache,
                    is_built=not flags.text_only,
                    report=notes.append,
                    progress=progress,
                )
        except LeanLoopError as error:
            if len(flags.repo) == 1:
                raise
            reporter.note(f"{text}: {error}")
            status = 1
            continue
        for line in notes:
            reporter.note(line)
        status = max(status, int(bool(notes)))
        record = {
            "repository": repository.name, "commit": added.commit, "files": added.num_files, "read": added.num_read,
            "new": len(added.new), "changed": len(added.changed), "moved": len(added.moved), "gone": len(added.gone),
        }  # fmt: skip
        _say(
            record,
            "{repository} {commit:.12}: {files:,} files, {read:,} of them read; declarations: {new:,} new,"
            " {changed:,} changed, {moved:,} moved, {gone:,} gone",
            as_json=flags.json,
        )
    return status


def _list(database: Database, flags: argparse.Namespace) -> int:
    if flags.repo is None and flags.status is None:
        rows = repositories(database)
        if flags.json:
            _lines(asdict(row) for row in rows)
            return 0
        table = Table("repository", "commit", "files", "premises", *STATUSES, "gone", title=str(database.path))
        for row in rows:
            numbers = (row.num_files, row.num_premises, *(row.statuses[status] for status in STATUSES), row.num_gone)
            name = f"{row.name} (imported)" if row.is_package else row.name
            table.add_row(name, row.commit[:12], *(f"{number:,}" for number in numbers))
        Console().print(table)
        return 0
    repository_id = repository_named(database, flags.repo).id if flags.repo is not None else None
    if flags.status == "sorry-unproved":
        found = unproved_by_difficulty(database, repository_id=repository_id)[: flags.count]
    else:
        found = theorems(database, repository_id=repository_id, status=flags.status, limit=flags.count)
    return _show(found, as_json=flags.json)


def _search(database: Database, flags: argparse.Namespace) -> int:
    repository_id = repository_named(database, flags.repo).id if flags.repo is not None else None
    found = theorems(database, repository_id=repository_id, text=flags.text, limit=flags.count)
    return _show(found, as_json=flags.json) if found else 1


def _export(database: Database, flags: argparse.Namespace) -> int:
    repository = repository_named(database, flags.repo)
    try:
        number, what = _written(database, repository, flags.format, flags.out)
    except OSError as error:
        raise UsageError(f"--out {flags.out} cannot be written: {error.strerror}") from None
    _say({what: number, "out": str(flags.out)}, f"{number:,} {what} in {{out}}", as_json=flags.json)
    return 0 if number else 1


def _written(database: Database, repository: RepositoryRow, form: str, out: Path) -> tuple[int, str]:
    if form == "leandojo":
        return export_dataset(database, repository, out), "theorems"
    if form == "lean":
        return export_lean(database, repository, out), "files"
    return export_jsonl(database, repository, out), "theorems"


def _import(database: Database, flags: argparse.Namespace) -> int:
    imported = import_dataset(database, flags.path) if flags.path.is_dir() else import_jsonl(database, flags.path)
    _say(
        {"new": imported.num_new, "unknown": imported.num_unknown},
        "{new:,} taken over, {unknown:,} of theorems that the database does not know",
        as_json=flags.json,
    )
    return 1 if imported.num_unknown else 0


def _check(database: Database, flags: argparse.Namespace) -> int:
    with Reporter(as_json=flags.json).working(f"checking {database.path}"):
        complaints = database.complaints()
    if flags.json:
        _lines([{"complaints": complaints}])
    else:
        sys.stdout.write("".join(f"{line}\n" for line in complaints) or f"{database.path}: nothing wrong\n")
    return 1 if complaints else 0


def _graph(database: Database, flags: argparse.Namespace) -> int:
    repository = repository_named(database, flags.repo)
    out = flags.out or Path(f"{repository.name}.svg")
    number = write_graph(database, repository, out)
    _say({"files": number, "out": str(out)}, "{files:,} files drawn in {out}", as_json=flags.json)
    return 0


def _show(found: Sequence[TheoremRow], *, as_json: bool) -> int:
    if as_json:
        _lines(asdict(row) for row in found)
    for row in () if as_json else found:
        statement = " ".join(row.statement.split())
        sys.stdout.write(f"{row.status:15} {row.repository}: {row.path}#{row.line} {row.full_name}\n    {statement}\n")
    return 0


def _lines(records: Any) -> None:
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _say(record: dict[str, Any], text: str, *, as_json: bool) -> None:
    if as_json:
        _lines([record])
    else:
        sys.stdout.write(text.format(**record) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove db",
        description="The theorem database.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def command(name: str, purpose: str, action: Callable[[Database, argparse.Namespace], int]) -> Parser:
        added = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        added.set_defaults(action=action)
        added.add_argument(
            "--db", type=Path, default=DEFAULT_PATH, metavar="FILE", help=f"the database (default {DEFAULT_PATH})"
        )
        added.add_argument("--json", action="store_true", help="JSON lines on standard output")
        return added

    add = command("add", "add repositories, or bring them up to date", _add)
    add.add_argument("repo", nargs="+", metavar="REPO", help="a package's path or address, or a bundled corpus")
    add.add_argument("--text-only", action="store_true", help="compile nothing; premises then stay unknown")
    add_lean_flags(add)
    listing = command("list", "list repositories, or the theorems of one", _list)
    listing.add_argument("--repo", metavar="NAME", help="the theorems of this repository")
    listing.add_argument("--status", choices=STATUSES, help="theorems with this status; unproved ones by difficulty")
    search = command("search", "find theorems by a part of their name or statement", _search)
    search.add_argument("text", metavar="TEXT", help="what to look for")
    search.add_argument("--repo", metavar="NAME", help="in this repository only")
    for each in (listing, search):
        each.add_argument("--count", type=positive_count, metavar="N", help="at most so many (default: all)")
    export = command("export", "write a repository's theorems in another form", _export)
    export.add_argument("repo", metavar="NAME", help="the repository")
    export.add_argument(
        "--format",
        choices=("jsonl", "lean", "leandojo"),
        default="jsonl",
        help="JSON lines (default), Lean files with the proofs found in them, or LeanDojo's data set",
    )
    export.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file, or for the others a folder")
    importing = command("import", "take over proofs (JSON lines; unchecked) or a data set of LeanDojo's form", _import)
    importing.add_argument("path", type=Path, metavar="PATH", help="a .jsonl file, or a data set's folder")
    command("check", "look for damage", _check)
    graph = command("graph", "draw what imports what in a repository", _graph)
    graph.add_argument("repo", metavar="NAME", help="the repository")
    graph.add_argument("--out", type=Path, metavar="FILE", help="the picture (default NAME.svg)")
    return parser
