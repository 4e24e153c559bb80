"""The file of the theorem database: opened, brought up to date, written by one process at a time, checked.

Readers never wait (SQLite's write-ahead log); a writer waits for the one before it. What is written in one transaction
is there as a whole or not at all, whatever is killed, and a version of the file that is about to be changed is first
copied beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from data.database.schema import APPLICATION_ID, MIGRATIONS
from data.errors import UsageError

_WAIT_SECONDS = 600.0
_MAX_COMPLAINTS = 10


class Database:
    """A theorem database, made where there is none yet.

    Args:
        path: the file.
        wait_seconds: how long to wait for another process that writes.

    Raises:
        UsageError: if the file is damaged, is something else, was made by a later version, or cannot be written.
    """

    def __init__(self, path: Path, *, wait_seconds: float = _WAIT_SECONDS) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent} cannot be made: {error.strerror}; give another --db") from None
        with self._explained():
            self.connection = sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)
        try:
            with self._explained():
                self._open()
        except BaseException:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One change to the database: all that the block writes is kept, or nothing if it raises.

        Raises:
            UsageError: if the disk is full, or another process writes for too long.
        """
        with self._explained():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # Where the disk is full SQLite has rolled back already.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def complaints(self) -> list[str]:
        """What is wrong with the file, a line each: its structure, its references, and what was worked out of them."""
        with self._explained():
            lines = self._damages()
            for question, complaint in _CHECKS.items():
                lines += [f"{row[0]} {complaint}" for row in self.connection.execute(question).fetchmany(3)]
        return lines

    def _damages(self) -> list[str]:
        """What SQLite itself finds wrong."""
        found = self.connection.execute(f"PRAGMA integrity_check({_MAX_COMPLAINTS})")
        lines = [line for (line,) in found if line != "ok"]
        for table, row, parent, _ in self.connection.execute("PRAGMA foreign_key_check").fetchmany(_MAX_COMPLAINTS):
            lines.append(f"row {row} of {table} refers to a row of {parent} that is not there")
        return lines

    def _open(self) -> None:
        self.connection.execute("PRAGMA foreign_keys = ON")
        is_new = self.connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        application = self._pragma("application_id")
        if not is_new and application != APPLICATION_ID:
            raise UsageError(f"{self.path} is no theorem database but another SQLite file; give another --db")
        if self._pragma("user_version") > len(MIGRATIONS):
            raise UsageError(f"{self.path} was made by a later version of LeanLoop: install that, or give another --db")
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute(
            "PRAGMA synchronous = NORMAL"
        )  # with the log, a crash of the machine costs no integrity
        self.connection.execute("PRAGMA cache_size = -65536")
        if self._pragma("user_version") < len(MIGRATIONS):
            self._migrate()

    def _migrate(self) -> None:
        with self.writing() as connection:  # another process may have been quicker
            version = self._pragma("user_version")
            if version:
                self._back_up(version)
            else:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            for script in MIGRATIONS[version:]:
                for statement in script.split(";\n"):  # executescript would end the transaction
                    if statement.strip():
                        connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _back_up(self, version: int) -> None:
        """A copy of the file as it was, next to it. A file that is damaged is not touched."""
        damages = self._damages()
        if damages:
            raise UsageError(f"{self.path} is damaged ({damages[0]}) and is left as it is{self._mend()}")
        target = self.path.with_name(f"{self.path.name}.v{version}.backup")
        partial = target.with_name(f"{target.name}.partial")
        partial.unlink(missing_ok=True)
        try:
            # Nobody can write meanwhile, and a second connection sees what is committed.
            with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(partial)) as copy:
                source.backup(copy)
            shutil.move(partial, target)
        except (OSError, sqlite3.Error) as error:
            partial.unlink(missing_ok=True)
            raise UsageError(f"no room for a copy of {self.path} before it is brought up to date: {error}") from None

    def _pragma(self, name: str) -> int:
        return int(self.connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _mend(self) -> str:
        backups = sorted(self.path.parent.glob(f"{self.path.name}.*backup"))
        return f"; put {backups[-1].name} in its place" if backups else "; remove it and add the repositories again"

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Errors of SQLite that a user can do something about, in one line."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", None)
            primary = code & 0xFF if code is not None else None
            if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise UsageError(f"{self.path} is damaged ({error}){self._mend()}") from None
            if primary == sqlite3.SQLITE_FULL:
                raise UsageError(f"no room left for {self.path}: nothing of this change was kept; make room") from None
            if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise UsageError(f"another process keeps writing to {self.path}: wait for it and try again") from None
            if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM):
                raise UsageError(f"{self.path} cannot be written ({error}); give another --db") from None
            raise


def now() -> str:
    """The time, as the database keeps it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


# What no foreign key can say. Each question gives names of what is wrong.
_CHECKS = {
    "SELECT full_name FROM theorem JOIN file ON file.id = file_id"
    " WHERE gone_revision_id IS NULL AND file.is_gone": "is there, but its file is gone",
    "SELECT full_name FROM theorem JOIN file ON file.id = file_id"
    " WHERE theorem.repository_id <> file.repository_id": "is in a file of another repository",
    "SELECT path FROM file WHERE NOT is_gone"
    " AND NOT EXISTS (SELECT 1 FROM reach WHERE file_id = file.id)": "has no record of what it imports",
    "SELECT name FROM repository WHERE revision_id IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM revision WHERE revision.id = revision_id"
    " AND repository_id = repository.id)": "is at a commit of another repository",
}
