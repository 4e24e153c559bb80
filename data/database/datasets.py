"""LeanDojo's data sets into the database and out of it.

A data set of a repository that the database has already adds the tactics to its theorems; any other one is added as a
repository of its own, with what the data set says of it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from data.corpus import Corpus, Premise, SourceFile
from data.database.adding import Writer
from data.database.exchange import Imported
from data.database.places import LIBRARY_URL, Places
from data.database.proofs import find_theorem_id
from data.database.queries import RepositoryRow, repositories
from data.database.reach import importable
from data.database.reading import Listed
from data.database.records import TOOLCHAIN, Constant, DeclarationRecord, FileKey, FileRecord
from data.database.store import Database
from data.dataset import SPLITS, Split, Strategy, TracedTactic, TracedTheorem, read_split, theorem_json, write_split
from data.errors import UsageError
from data.jsonl import read_lines
from data.origin import Origin
from data.positions import Position
from data.splits import novel_premises_split, random_split
from data.version import VERSION

_TACTICS = TypeAdapter(tuple[TracedTactic, ...])
_KEYWORD = re.compile(r"\b(theorem|lemma|def|abbrev|instance|structure|class|inductive|axiom|opaque)\b")
_SORRY = re.compile(r"\bsorry\b")


def export_dataset(database: Database, repository: RepositoryRow, folder: Path, *, seed: int = 0) -> int:
    """Write a repository with all that it imports as a data set of LeanDojo's form; how many theorems it has.

    Args:
        database: the database.
        repository: the repository.
        folder: where to; over what an earlier export has left there.
        seed: decides which theorems are held out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "metadata.json").unlink(missing_ok=True)
    packages = {
        row.id: "" if row.id == repository.id else TOOLCHAIN if row.url == LIBRARY_URL else row.name
        for row in repositories(database)
    }
    corpus = Corpus(_files(database, repository, packages))
    corpus.write(folder / "corpus.jsonl")
    found = list(_theorems(database, repository))
    names = [f"{theorem.file_path} {theorem.full_name}" for _, theorem in found]
    used: dict[int, set[int]] = defaultdict(set)
    question = "SELECT theorem_id, premise_id FROM use JOIN theorem ON id = theorem_id WHERE repository_id = ?"
    for theorem_id, premise in database.connection.execute(question, (repository.id,)):
        used[theorem_id].add(premise)
    uses = [used[theorem_id] for theorem_id, _ in found]
    divided: dict[Strategy, list[Split]] = {
        "random": random_split(names, seed=seed),
        "novel_premises": novel_premises_split(names, uses, uses, seed=seed),
    }
    for strategy, parts in divided.items():
        for split in SPLITS:
            chosen = (theorem for (_, theorem), part in zip(found, parts, strict=True) if part == split)
            write_split(folder, strategy, split, map(theorem_json, chosen))
    metadata = {
        "dataset_name": repository.name,
        "creation_time": datetime.now(UTC).isoformat(sep=" ", timespec="seconds"),
        "from_repo": {"url": repository.url, "commit": repository.commit},
        "leanloop_version": VERSION,
        "seed": seed,
        "corpus_digest": corpus.digest,
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(found)


def import_dataset(database: Database, folder: Path) -> Imported:
    """Take over a data set: tactics of theorems that the database knows, or a repository that it does not know.

    Raises:
        UsageError: if the data set is missing, damaged, or merged of several repositories.
    """
    corpus = Corpus.read(folder / "corpus.jsonl")
    found = [theorem for split in SPLITS for theorem in read_split(folder, "random", split)]
    urls = {theorem.url for theorem in found}
    if len(urls) != 1:
        raise UsageError(f"{folder} holds {len(urls)} repositories: import the data set of each by itself")
    (url,) = urls
    known = {row.url for row in repositories(database) if row.commit or row.num_files}
    if url not in known:
        _add(database, corpus, Origin(url, found[0].commit), folder)
    rows = [
        find_theorem_id(database, repository=url, path=theorem.file_path, name=theorem.full_name) for theorem in found
    ]
    with database.writing() as connection:
        for row, theorem in zip(rows, found, strict=True):
            if row is not None and theorem.traced_tactics:
                tactics = _TACTICS.dump_json(theorem.traced_tactics).decode()
                connection.execute("INSERT OR REPLACE INTO traced VALUES (?, ?)", (row, tactics))
                connection.execute(
                    "UPDATE theorem SET num_steps = ? WHERE id = ? AND num_holes = 0",
                    (len(theorem.traced_tactics), row),
                )
    return Imported(sum(row is not None for row in rows), rows.count(None))


def _files(database: Database, repository: RepositoryRow, packages: dict[int, str]) -> Iterator[SourceFile]:
    """The repository's files and those that they import, imported ones first."""
    connection = database.connection
    own = [row[0] for row in connection.execute(_OWN_FILES, (repository.id,))]
    every = set(own).union(*(importable(connection, file_id).tolist() for file_id in own))
    reach = {file_id: len(importable(connection, file_id)) for file_id in every}
    keys: dict[int, str] = {}
    for file_id in sorted(
        every, key=lambda file_id: (reach[file_id], file_id)
    ):  # who imports has more than what it imports
        question = "SELECT repository_id, path FROM file WHERE id = ?"
        repository_id, path = connection.execute(question, (file_id,)).fetchone()
        keys[file_id] = FileKey(packages[repository_id], path).dataset_path
        imported = connection.execute("SELECT imported_id FROM import WHERE file_id = ? ORDER BY 1", (file_id,))
        premises = connection.execute(
            "SELECT full_name, code, start_line, start_column, end_line, end_column, kind FROM theorem"
            " WHERE file_id = ? AND is_premise AND gone_revision_id IS NULL ORDER BY start_line, start_column",
            (file_id,),
        )
        yield SourceFile(
            keys[file_id],
            tuple(keys[row[0]] for row in imported),
            tuple(
                Premise(
                    name, code, keys[file_id], (line, column), (end_line, end_column),
                    "lemma" if kind == "lemma" else "commanddeclaration",
                )
                for name, code, line, column, end_line, end_column, kind in premises
            ),
        )  # fmt: skip


def _theorems(database: Database, repository: RepositoryRow) -> Iterator[tuple[int, TracedTheorem]]:
    rows = database.connection.execute(
        "SELECT theorem.id, path, full_name, start_line, start_column, end_line, end_column, tactics FROM theorem"
        " JOIN file ON file.id = file_id LEFT JOIN traced ON theorem_id = theorem.id WHERE theorem.repository_id = ?"
        " AND kind IN ('theorem', 'lemma') AND is_premise AND gone_revision_id IS NULL"
        " ORDER BY path, start_line, start_column",
        (repository.id,),
    )
    for theorem_id, path, name, line, column, end_line, end_column, tactics in rows:
        traced = _TACTICS.validate_json(tactics) if tactics is not None else ()
        start, end = (line, column), (end_line, end_column)
        yield theorem_id, TracedTheorem(repository.url, repository.commit, path, name, start, end, traced)


def _add(database: Database, corpus: Corpus, origin: Origin, folder: Path) -> None:
    """Add a repository that is known by a data set alone."""
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    if (folder / "declarations.jsonl").is_file():
        for text in read_lines(folder / "declarations.jsonl"):
            line = json.loads(text)
            lines[line["path"], line["full_name"]] = line
    listed = [
        Listed(FileKey.of(file.path), file.digest[:32], tuple(map(FileKey.of, file.imports))) for file in corpus.files
    ]
    files = {item.key: file for item, file in zip(listed, corpus.files, strict=True)}
    name = origin.url.rstrip("/").rsplit("/", 1)[-1]
    with database.writing() as connection:
        places = Places(connection, name, origin, package_url=lambda package: f"package {package} of {origin.url}")
        writer = Writer(connection, places, listed, commit=origin.commit, lean="")
        items = {item.key: item for item in listed}
        for key in writer.wanted:
            writer.write(_record(items[key], files[key], lines))
        writer.finish()


def _record(item: Listed, file: SourceFile, lines: dict[tuple[str, str], dict[str, Any]]) -> FileRecord:
    declarations = tuple(
        _declaration(premise, lines.get((file.path, premise.full_name), {})) for premise in file.premises
    )
    constants: Sequence[tuple[str, Position]] = [(premise.full_name, premise.start) for premise in file.premises]
    return FileRecord(
        key=item.key,
        digest=item.digest,
        source="",
        imports=item.imports,
        declarations=declarations,
        constants=tuple(Constant(name, start, start, owner) for owner, (name, start) in enumerate(constants)),
    )


def _declaration(premise: Premise, line: dict[str, Any]) -> DeclarationRecord:
    keyword = _KEYWORD.search(premise.code)
    kind = line.get("kind") or ("lemma" if premise.kind == "lemma" else keyword[1] if keyword is not None else "def")
    proof = line.get("proof", "")
    uses: list[dict[str, Any]] = line.get("premises", [])
    return DeclarationRecord(
        full_name=premise.full_name,
        kind=kind,
        is_theorem=kind in ("theorem", "lemma"),
        is_anonymous=False,
        start=premise.start,
        end=premise.end,
        code=premise.code,
        statement=line.get("statement", premise.code),
        proof=proof,
        docstring=line.get("docstring"),
        num_holes=len(_SORRY.findall(proof)),
        num_steps=None,
        before_digest="",
        uses=tuple((FileKey.of(use["def_path"]), use["full_name"]) for use in uses),
    )


_OWN_FILES = "SELECT id FROM file WHERE repository_id = ? AND NOT is_gone"
