"""What a prover leaves in the database: attempts with their budgets, proofs with a verdict, the run and the models.

A proof's verdict holds for the statement, the text before it and the imports as they were. When one of these changes
the proof is no longer current: it stays as a candidate that is worth trying first.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from data.database.records import digest
from data.database.store import Database, now
from data.errors import UsageError

Verdict = Literal["accepted", "refused", "unchecked"]
_HOLE = re.compile(r"(?P<name>.+)#(?P<number>[1-9]\d*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One search, successful or not.

    Attributes:
        outcome: `proved`, `open`, `disproved` or `error`.
        budget_checks: Lean checks that were allowed.
        budget_seconds: seconds that were allowed.
        num_checks: Lean checks spent.
        seconds: seconds spent.
        seed: of all random choices.
        generator: who proposed tactics.
        proof: the text that fills the hole, None if none was found.
        axioms: that the proof rests on.
    """

    outcome: str
    budget_checks: int
    budget_seconds: float
    num_checks: int
    seconds: float
    seed: int
    generator: str
    proof: str | None = None
    axioms: Sequence[str] = ()


def split_hole(name: str) -> tuple[str, int]:
    """A theorem's full name and which `sorry` of it is meant: `foo#2` is the second of `foo`."""
    match = _HOLE.fullmatch(name)
    return (match["name"], int(match["number"])) if match is not None else (name, 1)


def find_theorem_id(database: Database, *, repository: str, path: str, name: str) -> int | None:
    """The row of the theorem with this name in the file; None if the database has it not.

    Args:
        database: the database.
        repository: its address.
        path: of the file, relative to the repository.
        name: perhaps with the number of a hole.
    """
    row = database.connection.execute(
        "SELECT theorem.id FROM theorem JOIN file ON file.id = file_id JOIN repository ON repository.id ="
        " theorem.repository_id WHERE url = ? AND path = ? AND full_name = ? AND gone_revision_id IS NULL",
        (repository, path, split_hole(name)[0]),
    ).fetchone()
    return row[0] if row is not None else None


def record_attempt(
    database: Database,
    theorem_id: int,
    hole: int,
    attempt: Attempt,
    *,
    run: int | None = None,
    model: int | None = None,
) -> None:
    """Keep an attempt and, if it was successful, its proof."""
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO attempt (theorem_id, hole, outcome, budget_checks, budget_seconds, num_checks, seconds, seed,"
            " generator, model_id, run_id, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                theorem_id, hole, attempt.outcome, attempt.budget_checks, attempt.budget_seconds, attempt.num_checks,
                attempt.seconds, attempt.seed, attempt.generator, model, run, now(),
            ),
        )  # fmt: skip
        if attempt.proof is not None:
            _write_proof(
                connection, theorem_id, hole, attempt.proof, attempt.generator, "accepted", attempt.axioms, run=run
            )


def record_proof(
    database: Database, theorem_id: int, hole: int, text: str, *, origin: str, verdict: Verdict, axioms: Sequence[str]
) -> None:
    """Keep a proof that was not found by a search of ours, or a new verdict on one that is known."""
    with database.writing() as connection:
        _write_proof(connection, theorem_id, hole, text, origin, verdict, axioms, run=None)


def start_run(database: Database, *, command: str, configuration: dict[str, Any]) -> int:
    """A new run's row."""
    with database.writing() as connection:
        row = connection.execute(
            "INSERT INTO run (command, configuration, started_at) VALUES (?, ?, ?)",
            (command, json.dumps(configuration), now()),
        ).lastrowid
        assert row is not None
        return row


def finish_run(database: Database, run: int) -> None:
    """Say that a run has come to its end."""
    with database.writing() as connection:
        connection.execute("UPDATE run SET finished_at = ? WHERE id = ?", (now(), run))


def model_row(database: Database, *, name: str, kind: str, path: str) -> int:
    """The row of a model, made if it is not there."""
    with database.writing() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO model (name, kind, path, made_at) VALUES (?, ?, ?, ?)", (name, kind, path, now())
        )
        row = connection.execute("SELECT id FROM model WHERE kind = ? AND path = ?", (kind, path)).fetchone()
        return int(row[0])


def add_conjecture(database: Database, seed_id: int, *, full_name: str, statement: str) -> int:
    """Keep a conjecture that was made from a theorem: its row. The same statement again gives the same row.

    Args:
        database: the database.
        seed_id: the theorem; the conjecture is read where the theorem stands.
        full_name: what it is called.
        statement: from `theorem` to the proof, which is missing.

    Raises:
        UsageError: if there is no such theorem.
    """
    statement_digest = digest(f"{statement}\n:= sorry")
    with database.writing() as connection:
        seed = connection.execute(
            "SELECT repository_id, file_id, start_line, start_column, before_digest FROM theorem WHERE id = ?",
            (seed_id,),
        ).fetchone()
        if seed is None:
            raise UsageError(f"the database has no theorem number {seed_id} to make a conjecture from")
        known = connection.execute(
            "SELECT id FROM theorem WHERE origin = 'conjecture' AND repository_id = ? AND full_name = ?"
            " AND statement_digest = ?",
            (seed[0], full_name, statement_digest),
        ).fetchone()
        if known is not None:
            return int(known[0])
        place = (seed[2], seed[3])
        row = connection.execute(
            "INSERT INTO theorem (repository_id, file_id, full_name, kind, is_theorem, is_premise, origin, start_line,"
            " start_column, end_line, end_column, code, statement, proof, num_holes, statement_digest, before_digest)"
            " VALUES (?, ?, ?, 'theorem', 1, 0, 'conjecture', ?, ?, ?, ?, ?, ?, ':= sorry', 1, ?, ?)",
            (*seed[:2], full_name, *place, *place, statement, statement, statement_digest, seed[4]),
        ).lastrowid
        assert row is not None
        return row


def _write_proof(
    connection: sqlite3.Connection,
    theorem_id: int,
    hole: int,
    text: str,
    origin: str,
    verdict: Verdict,
    axioms: Sequence[str],
    *,
    run: int | None,
) -> None:
    connection.execute(
        "INSERT INTO proof (theorem_id, hole, text, origin, verdict, axioms, statement_digest, before_digest,"
        " imports_digest, run_id, found_at) SELECT theorem.id, ?, ?, ?, ?, ?, statement_digest, before_digest,"
        " imports_digest, ?, ? FROM theorem JOIN file ON file.id = file_id WHERE theorem.id = ?"
        " ON CONFLICT (theorem_id, hole, text) DO UPDATE SET verdict = excluded.verdict, axioms = excluded.axioms,"
        " statement_digest = excluded.statement_digest, before_digest = excluded.before_digest,"
        " imports_digest = excluded.imports_digest",
        (hole, text, origin, verdict, json.dumps(list(axioms)), run, now(), theorem_id),
    )
