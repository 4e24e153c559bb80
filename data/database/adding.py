"""A commit of a repository into the database: what is new, what has changed, what has moved, what is gone.

Files are known by the digests of their contents, and only those that differ are read. A theorem that is in another file
now keeps its row, and with it proofs and attempts; so does one that was gone and is back.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from data.compiled import Build
from data.constants import DERIVED
from data.database.places import Places, StoredDefinitions, package_urls
from data.database.reach import update_reach
from data.database.reading import Listed, Reader
from data.database.records import DeclarationRecord, FileKey, FileRecord
from data.database.store import Database, now
from data.extraction import Problem
from data.origin import origin_of
from data.repository import Repository

_FILES_PER_NOTE = 50


@dataclass(slots=True)
class Added:
    """What adding a commit has changed.

    Attributes:
        repository_id: the repository's row.
        commit: the commit, empty for a folder without Git.
        num_files: files of the repository and of all that it imports.
        num_read: files that were read, because they are new or have changed.
        new: ids of theorems and other declarations that are there for the first time.
        changed: ids of those that state something else, or whose proof with a `sorry` is another one.
        moved: ids of those that are in another file than before.
        gone: ids of those that are no longer there.
    """

    repository_id: int
    commit: str
    num_files: int = 0
    num_read: int = 0
    new: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


def add_repository(
    database: Database,
    repository: Repository,
    build: Build | None,
    *,
    report: Callable[[Problem], None] = lambda _: None,
    progress: Callable[[str], None] = lambda _: None,
) -> Added:
    """Bring a repository, as it is on disk now, into the database; all of it or, if this raises, nothing.

    Args:
        database: the database.
        repository: the repository.
        build: where it is compiled; None to read texts alone, without premises.
        report: gets what is wrong with a file.
        progress: gets a line from time to time.

    Raises:
        UsageError: if modules import each other in a circle, or the database cannot be written.
    """
    origin = origin_of(repository)
    progress(f"{repository.name}: waiting for the database")
    with database.writing() as connection:
        places = Places(connection, repository.name, origin, package_url=package_urls(repository, build))
        definitions = StoredDefinitions(connection, places)
        progress(f"{repository.name}: looking for what has changed")
        reader = Reader(repository, build, definitions=definitions, report=report)
        definitions.key_of = reader.key_of
        writer = Writer(
            connection, places, reader.listed, commit=origin.commit, lean=build.lean if build is not None else ""
        )
        definitions.ignored = set(writer.pending)
        for number, record in enumerate(reader.read(writer.wanted)):
            if number % _FILES_PER_NOTE == 0:
                progress(f"{repository.name}: {record.key.path} ({number + 1:,} of {len(writer.wanted):,} files)")
            writer.write(record)
        writer.finish()
    return writer.added


class _Row(NamedTuple):
    """A theorem's row as it was before this commit."""

    id: int
    file_id: int
    full_name: str
    statement_digest: str
    is_gone: int


class Writer:
    """Writes one commit.

    Args:
        connection: in a transaction.
        places: where the files' packages are.
        listed: every file there is in this commit.
        commit: its name.
        lean: the version of Lean that compiled the files, empty if none did.

    Attributes:
        wanted: the files that are to be written: those that are new or have changed.
        added: what has been done so far.
        pending: the ids of the files that are to be written and were there before.
    """

    def __init__(
        self, connection: sqlite3.Connection, places: Places, listed: Sequence[Listed], *, commit: str, lean: str
    ) -> None:
        self._connection = connection
        self._places = places
        self._listed = {item.key: item for item in listed}
        for item in listed:
            places.id(item.key.package)
        self.added = Added(places.repository_id, commit, num_files=len(listed))
        known = self._known_files()
        self._new_repositories = set(places.ids.values()) - {places.id(key.package) for key in known}
        self._revision = self._new_revision(commit, lean)
        self._files = {key: row[0] for key, row in known.items()}
        self._owners: dict[int, dict[str, int]] = {}
        self._written: list[int] = []
        self._claimed: set[int] = set()  # rows that were in other files
        self._next_id = 1 + connection.execute("SELECT coalesce(max(id), 0) FROM theorem").fetchone()[0]
        self.wanted = [item.key for item in listed if known.get(item.key, (0, "", 1))[1:] != (item.digest, 0)]
        self.pending = {self._files[key] for key in self.wanted if key in self._files}
        lost = [row[0] for key, row in known.items() if not key.package and not row[2] and key not in self._listed]
        self._has_same_graph = not lost
        for file_id in lost:
            self._lose(file_id)

    def write(self, record: FileRecord) -> None:
        """Write a file that is new or has changed."""
        file_id = self._file_row(record)
        self.pending.discard(file_id)
        self._written.append(file_id)
        self.added.num_read += 1
        ids = self._declarations(record, file_id)
        self._connection.execute("DELETE FROM constant WHERE file_id = ?", (file_id,))
        self._connection.executemany(
            "INSERT OR IGNORE INTO constant VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (file_id, each.name, ids[each.owner] if each.owner is not None else None, *each.start, *each.end)
                for each in record.constants
            ],
        )
        self._owners[file_id] = {each.name: ids[each.owner] for each in record.constants if each.owner is not None}
        self._uses(record, ids)
        premises = [row for row, each in zip(ids, record.declarations, strict=True) if not each.is_anonymous]
        self._connection.execute(
            "INSERT INTO reach VALUES (?, x'', ?) ON CONFLICT DO UPDATE SET premises = excluded.premises",
            (file_id, b"".join(row.to_bytes(8, "little") for row in premises)),
        )

    def finish(self) -> None:
        """Write what can be said only when all files are there."""
        imports = {
            self._files[item.key]: [self._files[key] for key in item.imports if key in self._files]
            for item in self._listed.values()
        }
        for file_id in self._written:
            question = "SELECT imported_id FROM import WHERE file_id = ?"
            before = {row[0] for row in self._connection.execute(question, (file_id,))}
            if not before or before != set(imports[file_id]):
                self._has_same_graph = False
                self._connection.execute("DELETE FROM import WHERE file_id = ?", (file_id,))
                rows = [(file_id, other) for other in set(imports[file_id])]
                self._connection.executemany("INSERT INTO import VALUES (?, ?)", rows)
        update_reach(self._connection, imports, has_same_graph=self._has_same_graph)
        self._connection.execute(
            "UPDATE repository SET revision_id = ? WHERE id = ?", (self._revision, self._places.repository_id)
        )

    def _new_revision(self, commit: str, lean: str) -> int:
        """The row of this commit; the same again if nothing else was added meanwhile."""
        known = self._connection.execute(
            "SELECT revision.id FROM revision JOIN repository ON revision.id = revision_id"
            " WHERE repository.id = ? AND hash = ? AND lean = ?",
            (self._places.repository_id, commit, lean),
        ).fetchone()
        if known is not None:
            return int(known[0])
        return self._inserted(
            "INSERT INTO revision (repository_id, hash, lean, added_at) VALUES (?, ?, ?, ?)",
            (self._places.repository_id, commit, lean, now()),
        )

    def _known_files(self) -> dict[FileKey, tuple[int, str, int]]:
        """Id, digest and whether it is gone, of every file of the packages."""
        found: dict[FileKey, tuple[int, str, int]] = {}
        for package, row in self._places.ids.items():
            question = "SELECT path, id, digest, is_gone FROM file WHERE repository_id = ?"
            for path, *values in self._connection.execute(question, (row,)):
                found[FileKey(package, path)] = (values[0], values[1], values[2])
        return found

    def _lose(self, file_id: int) -> None:
        """A file that is no longer there."""
        rows = self._connection.execute(
            "UPDATE theorem SET gone_revision_id = ? WHERE file_id = ? AND gone_revision_id IS NULL RETURNING id",
            (self._revision, file_id),
        ).fetchall()
        self.added.gone += [row[0] for row in rows]
        self._connection.execute("UPDATE file SET is_gone = 1, digest = '' WHERE id = ?", (file_id,))
        for table in ("import", "constant", "text", "reach"):
            self._connection.execute(f"DELETE FROM {table} WHERE file_id = ?", (file_id,))

    def _file_row(self, record: FileRecord) -> int:
        """The row of a file."""
        repository_id = self._places.id(record.key.package)
        self._connection.execute(
            "INSERT INTO file (repository_id, path, digest) VALUES (?, ?, ?) ON CONFLICT (repository_id, path)"
            " DO UPDATE SET digest = excluded.digest, is_gone = 0",
            (repository_id, record.key.path, record.digest),
        )
        question = "SELECT id FROM file WHERE repository_id = ? AND path = ?"
        file_id = int(self._connection.execute(question, (repository_id, record.key.path)).fetchone()[0])
        self._files[record.key] = file_id
        self._connection.execute(
            "INSERT OR REPLACE INTO text VALUES (?, ?)", (file_id, zlib.compress(record.source.encode(), 1))
        )
        return file_id

    def _declarations(self, record: FileRecord, file_id: int) -> list[int]:
        """The rows of a file's declarations in order: those they had, wherever they were, or new ones."""
        repository_id = self._places.id(record.key.package)
        rows = self._rows("file_id = ? AND gone_revision_id IS NULL AND origin = 'repository'", (file_id,))
        before: dict[str, list[_Row]] = defaultdict(list)
        for row in rows:
            before[_identity(row.full_name, row.statement_digest)].append(row)
        ids: list[int] = []
        for each in record.declarations:
            same = before[_identity(each.full_name, each.statement_digest)]
            known = same.pop(0) if same else self._elsewhere(each, repository_id)
            if known is None:
                ids.append(self._next_id)
                self.added.new.append(self._next_id)
                self._next_id += 1
                continue
            ids.append(known.id)
            if known.file_id != file_id:
                self.added.moved.append(known.id)
            if known.statement_digest != each.statement_digest:
                self.added.changed.append(known.id)
        self._connection.executemany(
            _UPSERT,
            [
                _values(row, repository_id, file_id, each)
                for row, each in zip(ids, record.declarations, strict=True)
            ],
        )  # fmt: skip
        left = [row.id for same in before.values() for row in same]
        self._connection.executemany(
            "UPDATE theorem SET gone_revision_id = ? WHERE id = ?", [(self._revision, row) for row in left]
        )
        self.added.gone += left
        return ids

    def _elsewhere(self, declaration: DeclarationRecord, repository_id: int) -> _Row | None:
        """The row of a theorem that was in another file, or is back; None if it was never there."""
        if repository_id in self._new_repositories or declaration.is_anonymous:
            return None
        rows = self._rows(
            "repository_id = ? AND full_name = ? AND origin = 'repository'", (repository_id, declaration.full_name)
        )
        free = [row for row in rows if (row.is_gone or row.file_id in self.pending) and row.id not in self._claimed]
        if not free:
            return None
        found = min(free, key=lambda row: row.statement_digest != declaration.statement_digest)
        self._claimed.add(found.id)
        if found.id in self.added.gone:
            self.added.gone.remove(found.id)
        return found

    def _rows(self, condition: str, values: tuple[object, ...]) -> list[_Row]:
        question = (
            "SELECT id, file_id, full_name, statement_digest, gone_revision_id IS NOT NULL FROM theorem"
            f" WHERE {condition} ORDER BY start_line, start_column"
        )
        return [_Row(*row) for row in self._connection.execute(question, values)]

    def _uses(self, record: FileRecord, ids: Sequence[int]) -> None:
        self._connection.executemany("DELETE FROM use WHERE theorem_id = ?", [(row,) for row in ids])
        self._connection.executemany(
            "INSERT OR IGNORE INTO use VALUES (?, ?)",
            [
                (row, premise)
                for row, each in zip(ids, record.declarations, strict=True)
                for key, name in each.uses
                if (premise := self._owner(key, name)) is not None and premise != row
            ],
        )

    def _owner(self, key: FileKey, name: str) -> int | None:
        """The declaration that a constant belongs to; what Lean derives from a type belongs to the type."""
        file_id = self._files.get(key)
        if file_id is None:
            return None
        owners = self._owners.setdefault(file_id, {})
        if name not in owners:
            question = "SELECT theorem_id FROM constant WHERE file_id = ? AND name = ?"
            row = self._connection.execute(question, (file_id, name)).fetchone()
            if row is not None and row[0] is not None:
                owners[name] = row[0]
        parent, _, last = name.rpartition(".")
        return owners.get(name, self._owner(key, parent) if last in DERIVED else None)

    def _inserted(self, statement: str, values: tuple[object, ...]) -> int:
        row = self._connection.execute(statement, values).lastrowid
        assert row is not None
        return row


def _identity(full_name: str, statement_digest: str) -> str:
    """What makes two declarations of one file the same: the name, which says only the line where there is none."""
    return statement_digest if "@L" in full_name else full_name


_COLUMNS = (
    "id, repository_id, file_id, full_name, kind, is_theorem, is_premise, start_line, start_column, end_line,"
    " end_column, code, statement, proof, docstring, num_holes, num_steps, statement_digest, before_digest"
)
_UPSERT = (
    f"INSERT INTO theorem ({_COLUMNS}) VALUES ({', '.join('?' * 19)}) ON CONFLICT (id) DO UPDATE SET"
    + ", ".join(f" {name.strip()} = excluded.{name.strip()}" for name in _COLUMNS.split(",")[1:])
    + ", gone_revision_id = NULL"
)


def _values(row: int, repository_id: int, file_id: int, each: DeclarationRecord) -> tuple[object, ...]:
    return (
        row, repository_id, file_id, each.full_name, each.kind, each.is_theorem, not each.is_anonymous,
        *each.start, *each.end, each.code, each.statement, each.proof, each.docstring, each.num_holes,
        each.num_steps, each.statement_digest, each.before_digest,
    )  # fmt: skip
