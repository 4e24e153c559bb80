"""What the theorem database can be asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from data.database.proofs import Verdict
from data.database.reach import importable
from data.database.store import Database
from data.errors import UsageError
from data.finding import did_you_mean

Status = Literal["proven", "sorry-proved", "sorry-unproved", "conjectured"]
STATUSES: tuple[Status, ...] = get_args(Status)

_IS_CURRENT = (
    "proof.statement_digest = theorem.statement_digest AND proof.before_digest = theorem.before_digest"
    " AND proof.imports_digest = file.imports_digest"
)
_NUM_FILLED = (
    "(SELECT count(DISTINCT hole) FROM proof WHERE proof.theorem_id = theorem.id AND verdict = 'accepted'"
    f" AND hole <= num_holes AND {_IS_CURRENT})"
)
_STATUS = (
    "CASE WHEN origin = 'conjecture' THEN 'conjectured' WHEN num_holes = 0 THEN 'proven'"
    f" WHEN {_NUM_FILLED} = num_holes THEN 'sorry-proved' ELSE 'sorry-unproved' END"
)
_FROM = " FROM theorem JOIN file ON file.id = file_id JOIN repository ON repository.id = theorem.repository_id"


@dataclass(frozen=True, slots=True)
class RepositoryRow:
    """A repository and how many theorems of it there are.

    Attributes:
        is_package: it is known only because others import it.
        commit: what it was added at, empty for a folder without Git.
        num_files: files now there.
        num_premises: declarations with a name.
        statuses: theorems by status.
        num_gone: theorems that an earlier commit had.
    """

    id: int
    name: str
    url: str
    is_package: bool
    commit: str
    num_files: int
    num_premises: int
    statuses: dict[Status, int]
    num_gone: int


@dataclass(frozen=True, slots=True)
class TheoremRow:
    """A theorem as lists show it; `num_steps` is None without a tactic proof."""

    id: int
    repository: str
    path: str
    line: int
    full_name: str
    kind: str
    statement: str
    status: Status
    num_steps: int | None
    is_gone: bool


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A proof found for a hole; current where it holds for the theorem as it is now."""

    theorem_id: int
    hole: int
    text: str
    origin: str
    verdict: Verdict
    axioms: tuple[str, ...]
    found_at: str
    is_current: bool


def repositories(database: Database) -> list[RepositoryRow]:
    """All repositories, in the order in which they were added."""
    rows = database.connection.execute(
        "SELECT repository.id, name, url, is_package, coalesce(hash, ''),"
        " (SELECT count(*) FROM file WHERE repository_id = repository.id AND NOT is_gone)"
        " FROM repository LEFT JOIN revision ON revision.id = revision_id ORDER BY repository.id"
    ).fetchall()
    return [_repository_row(database, row) for row in rows]


def repository_named(database: Database, name: str) -> RepositoryRow:
    """The repository with this name or address.

    Raises:
        UsageError: if there is none, or several have the name.
    """
    every = repositories(database)
    found = [row for row in every if name == row.url] or [row for row in every if name == row.name]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{name} may be any of {', '.join(row.url for row in found)}: give the address")
    names = [row.name for row in every]
    known = did_you_mean(name, names) or f"; it has: {', '.join(names) or 'none yet'}"
    raise UsageError(f"no repository {name!r} in {database.path}{known}")


def theorems(
    database: Database,
    *,
    repository_id: int | None = None,
    status: Status | None = None,
    text: str | None = None,
    with_gone: bool = False,
    limit: int | None = None,
) -> list[TheoremRow]:
    """Theorems in the order of files and lines.

    Args:
        database: the database.
        repository_id: of this repository only.
        status: with this status only.
        text: that has this in its name or statement.
        with_gone: also those that are no longer there.
        limit: at most so many.
    """
    conditions = ["is_theorem"]
    values: list[object] = []
    if not with_gone:
        conditions.append("gone_revision_id IS NULL")
    if repository_id is not None:
        conditions.append("theorem.repository_id = ?")
        values.append(repository_id)
    if status is not None:
        conditions.append(f"{'' if status == 'proven' else 'num_holes > 0 AND '}{_STATUS} = '{status}'")
    pattern = f"%{_escaped(text)}%" if text is not None else None
    if pattern is not None:
        conditions.append(r"(full_name LIKE ? ESCAPE '\' OR statement LIKE ? ESCAPE '\')")
        values += [pattern, pattern]
    order = "theorem.repository_id, path, start_line, start_column"
    return _theorem_rows(database, " AND ".join(conditions), values, order, limit)


def theorem_row(database: Database, theorem_id: int) -> TheoremRow:
    """One theorem.

    Raises:
        UsageError: if there is none with this number.
    """
    rows = _theorem_rows(database, "theorem.id = ?", [theorem_id], "theorem.id", 1)
    if not rows:
        raise UsageError(f"no theorem number {theorem_id} in {database.path}")
    return rows[0]


def unproved_by_difficulty(database: Database, *, repository_id: int | None = None) -> list[TheoremRow]:
    """All theorems without a proof, the easiest first: least checks spent in vain, then the shortest statement."""
    condition = f"num_holes > 0 AND gone_revision_id IS NULL AND is_theorem AND {_NUM_FILLED} < num_holes"
    values = []
    if repository_id is not None:
        condition += " AND theorem.repository_id = ?"
        values.append(repository_id)
    spent = "(SELECT coalesce(sum(num_checks), 0) FROM attempt WHERE theorem_id = theorem.id)"
    return _theorem_rows(database, condition, values, f"{spent}, length(statement), theorem.id", None)


def accessible_premises(database: Database, theorem_id: int) -> NDArray[np.int64]:
    """The ids of the premises that the theorem's proof may use: those of all files imported, and the earlier ones.

    Raises:
        UsageError: if there is no such theorem.
    """
    connection = database.connection
    row = connection.execute(
        "SELECT file_id, start_line, start_column FROM theorem WHERE id = ?", (theorem_id,)
    ).fetchone()
    if row is None:
        raise UsageError(f"no theorem number {theorem_id} in {database.path}")
    file_id, *start = row
    files = ",".join(map(str, importable(connection, file_id).tolist()))
    blobs = connection.execute(f"SELECT premises FROM reach WHERE file_id IN ({files})")
    own = connection.execute(
        "SELECT id FROM theorem WHERE file_id = ? AND is_premise AND gone_revision_id IS NULL"
        " AND (end_line, end_column) <= (?, ?) ORDER BY start_line, start_column",
        (file_id, *start),
    )
    imported = np.frombuffer(b"".join(blob for (blob,) in blobs), dtype="<i8")
    return np.concatenate([imported, np.array([row for (row,) in own], dtype=np.int64)])


def used_premises(database: Database, theorem_id: int) -> list[str]:
    """The names of the premises that the theorem's proof uses."""
    question = "SELECT full_name FROM use JOIN theorem ON id = premise_id WHERE theorem_id = ? ORDER BY full_name"
    return [name for (name,) in database.connection.execute(question, (theorem_id,))]


def proofs(database: Database, *, theorem_id: int | None = None, repository_id: int | None = None) -> list[ProofRow]:
    """The proofs that were found, the newest verdicts first, of one theorem or of one repository or of all."""
    conditions, values = ["gone_revision_id IS NULL"], []
    for column, value in (("theorem.id", theorem_id), ("theorem.repository_id", repository_id)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    rows = database.connection.execute(
        f"SELECT theorem.id, hole, text, proof.origin, verdict, axioms, found_at, {_IS_CURRENT}"
        " FROM proof JOIN theorem ON theorem.id = theorem_id JOIN file ON file.id = file_id"
        f" WHERE {' AND '.join(conditions)} ORDER BY theorem.id, hole, proof.id DESC",
        values,
    )
    return [
        ProofRow(row_id, hole, text, origin, verdict, tuple(json.loads(axioms)), found_at, bool(is_current))
        for row_id, hole, text, origin, verdict, axioms, found_at, is_current in rows
    ]


def pass_rates(database: Database) -> dict[int, tuple[int, int]]:
    """For every theorem that was tried, how often, and how often it was proved."""
    rows = database.connection.execute(
        "SELECT theorem_id, count(*), sum(outcome = 'proved') FROM attempt GROUP BY theorem_id"
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def step_counts(database: Database, repository_id: int) -> list[tuple[int | None, bool]]:
    """For every theorem of a repository the tactics of its proof, None without tactics, and whether it has a proof."""
    rows = database.connection.execute(
        "SELECT num_steps, num_holes = 0 FROM theorem WHERE repository_id = ? AND is_theorem"
        " AND gone_revision_id IS NULL AND origin = 'repository' ORDER BY id",
        (repository_id,),
    )
    return [(row[0], bool(row[1])) for row in rows]


def _repository_row(database: Database, row: Sequence[Any]) -> RepositoryRow:
    row_id, name, url, is_package, commit, num_files = row
    num_premises, statuses, num_gone = _counts(database, row_id)
    return RepositoryRow(row_id, name, url, bool(is_package), commit, num_files, num_premises, statuses, num_gone)


def _counts(database: Database, repository_id: int) -> tuple[int, dict[Status, int], int]:
    connection = database.connection
    premises, total, gone = connection.execute(
        "SELECT sum(is_premise AND gone_revision_id IS NULL), sum(is_theorem AND gone_revision_id IS NULL),"
        " sum(is_theorem AND gone_revision_id IS NOT NULL) FROM theorem WHERE repository_id = ?",
        (repository_id,),
    ).fetchone()
    open_ones = connection.execute(
        f"SELECT {_STATUS}, count(*){_FROM} WHERE theorem.repository_id = ? AND num_holes > 0 AND is_theorem"
        " AND gone_revision_id IS NULL GROUP BY 1",
        (repository_id,),
    )
    counts: Counter[Status] = Counter(dict(open_ones.fetchall()))
    counts["proven"] = (total or 0) - counts.total()
    return premises or 0, {status: counts[status] for status in STATUSES}, gone or 0


def _theorem_rows(
    database: Database, condition: str, values: Sequence[object], order: str, limit: int | None
) -> list[TheoremRow]:
    rows = database.connection.execute(
        f"SELECT theorem.id, name, path, start_line, full_name, kind, statement, {_STATUS}, num_steps,"
        f" gone_revision_id IS NOT NULL{_FROM} WHERE {condition} ORDER BY {order} LIMIT ?",
        (*values, -1 if limit is None else limit),
    )
    return [
        TheoremRow(row_id, name, path, line, full_name, kind, statement, status, num_steps, bool(is_gone))
        for row_id, name, path, line, full_name, kind, statement, status, num_steps, is_gone in rows
    ]


def _escaped(text: str) -> str:
    for character in ("\\", "%", "_"):
        text = text.replace(character, f"\\{character}")
    return text
