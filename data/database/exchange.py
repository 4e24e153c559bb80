"""The database's proofs in other forms: lines of JSON, and Lean files with the proofs in them.

What somebody else says is proved is a candidate here, not a proof: it is imported as unchecked.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from data.database.proofs import Verdict, find_theorem_id, record_proof, split_hole
from data.database.queries import RepositoryRow, Status, proofs, theorems
from data.database.store import Database
from data.declarations import sorry_theorems
from data.durable import written_whole
from data.errors import UsageError
from data.jsonl import first_error, read_lines


class ProofLine(BaseModel, frozen=True):
    """A proof of one of a theorem's holes, as JSON."""

    hole: int
    text: str
    origin: str
    verdict: Verdict
    axioms: tuple[str, ...] = ()
    is_current: bool = True


class TheoremLine(BaseModel, frozen=True):
    """A theorem as a line of JSON."""

    repository: str
    commit: str = ""
    path: str
    full_name: str
    kind: str
    statement: str
    status: Status
    proofs: tuple[ProofLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: what is new to the database, and theorems of it that the database does not know."""

    num_new: int
    num_unknown: int


def export_jsonl(database: Database, repository: RepositoryRow, path: Path) -> int:
    """Write a line for every theorem; how many there are. The file appears whole or not at all."""
    found: dict[int, list[ProofLine]] = defaultdict(list)
    for row in proofs(database, repository_id=repository.id):
        line = ProofLine(
            hole=row.hole,
            text=row.text,
            origin=row.origin,
            verdict=row.verdict,
            axioms=row.axioms,
            is_current=row.is_current,
        )
        found[row.theorem_id].append(line)
    rows = theorems(database, repository_id=repository.id)
    with written_whole(path) as partial, partial.open("w", encoding="utf-8") as file:
        for theorem in rows:
            written = TheoremLine(
                repository=repository.url,
                commit=repository.commit,
                path=theorem.path,
                full_name=theorem.full_name,
                kind=theorem.kind,
                statement=theorem.statement,
                status=theorem.status,
                proofs=tuple(found[theorem.id]),
            )
            file.write(written.model_dump_json() + "\n")
    return len(rows)


def import_jsonl(database: Database, path: Path) -> Imported:
    """Take over the proofs of such a file, as candidates, for theorems that the database knows.

    Raises:
        UsageError: if the file is missing, or a line is none of ours.
    """
    num_new = num_unknown = 0
    for number, text in enumerate(read_lines(path), start=1):
        try:
            line = TheoremLine.model_validate_json(text)
        except ValidationError as error:
            raise UsageError(f"{path}:{number}: no theorem of `prove db export` ({first_error(error)})") from None
        theorem_id = find_theorem_id(database, repository=line.repository, path=line.path, name=line.full_name)
        if theorem_id is None:
            num_unknown += 1
            continue
        known = {(row.hole, row.text) for row in proofs(database, theorem_id=theorem_id)}
        for proof in line.proofs:
            if (proof.hole, proof.text) not in known and proof.verdict != "refused":
                origin = f"imported: {proof.origin}"
                record_proof(
                    database, theorem_id, proof.hole, proof.text, origin=origin, verdict="unchecked", axioms=()
                )
                num_new += 1
    return Imported(num_new, num_unknown)


def export_lean(database: Database, repository: RepositoryRow, folder: Path) -> int:
    """Write every file that has proofs of ours as a Lean file with the proofs in it; how many files there are."""
    fillings: dict[str, dict[tuple[str, int], str]] = defaultdict(dict)
    names = {row.id: (row.path, row.full_name) for row in theorems(database, repository_id=repository.id)}
    for proof in proofs(database, repository_id=repository.id):
        if proof.verdict == "accepted" and proof.is_current and proof.theorem_id in names:
            path, name = names[proof.theorem_id]
            fillings[path].setdefault((name, proof.hole), proof.text)
    for path, found in fillings.items():
        text = source_text(database, repository, path)
        for hole in reversed(sorry_theorems(text, None)):
            filling = found.get(split_hole(hole.full_name))
            if filling is not None:
                text = text[: hole.hole_start] + filling + text[hole.hole_end :]
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    return len(fillings)


def source_text(database: Database, repository: RepositoryRow, path: str) -> str:
    """The text of a file as it was when it was added.

    Raises:
        UsageError: if there is no such file.
    """
    row = database.connection.execute(
        "SELECT source FROM text JOIN file ON file.id = file_id WHERE repository_id = ? AND path = ?",
        (repository.id, path),
    ).fetchone()
    if row is None:
        raise UsageError(f"{repository.name} has no file {path} in {database.path}")
    return zlib.decompress(row[0]).decode()
