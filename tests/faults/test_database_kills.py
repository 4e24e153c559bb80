"""Kill -9 at random moments while the theorem database is written: it stays whole, and the work goes on."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from data.database.adding import add_repository
from data.database.proofs import Attempt, find_theorem_id, record_attempt
from data.database.queries import repositories, theorems
from data.database.store import Database
from data.repository import Repository

_NUM_KILLS = 50
_ATTEMPT = Attempt(
    outcome="proved", budget_checks=9, budget_seconds=1, num_checks=1, seconds=1, seed=0, generator="g", proof="trivial"
)


def _write_version(root: Path, version: int) -> None:
    """Twelve files; from version to version theorems change, move, come and go."""
    for number in range(12):
        text = f"theorem kept{number} : True := by\n  sorry\n"
        text += "".join(f"theorem t{number}_{k} : {k} = {k} := rfl\n" for k in range(10 + 5 * ((number + version) % 3)))
        text += f"theorem wanders{(number + version) % 12} : True := trivial\n"
        partial = root / ".partial"
        partial.write_text(f"import File{number - 1}\n{text}" if number else text, encoding="utf-8")
        partial.replace(root / f"File{number}.lean")


def _work(path: Path, root: Path, first: int) -> None:
    """Add version after version, and record proofs, until somebody ends it."""
    for version in range(first, first + 1000):
        _write_version(root, version)
        with Database(path) as database:
            add_repository(database, Repository(root, "pack"), None)
            for number in range(12):
                name, file = f"kept{number}", f"File{number}.lean"
                theorem_id = find_theorem_id(database, repository=str(root), path=file, name=name)
                assert theorem_id is not None
                record_attempt(database, theorem_id, 1, _ATTEMPT)


def test_the_database_is_whole_after_fifty_kills(tmp_path: Path) -> None:
    """A machine that loses power at night would cost every proof ever found."""
    path, root, chance = tmp_path / "theorems.db", tmp_path / "pack", random.Random(0)
    root.mkdir()
    num_attempts = 0
    for number in range(_NUM_KILLS):
        child = os.fork()
        if child == 0:
            try:
                _work(path, root, number)
            finally:
                os._exit(1)
        time.sleep(chance.uniform(0.001, 0.12))
        os.kill(child, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, "the work itself failed"
        with Database(path) as database:
            assert database.complaints() == []
            (now,) = database.connection.execute("SELECT count(*) FROM attempt").fetchone()
            assert now >= num_attempts, "what was recorded is gone"
            num_attempts = now
    assert num_attempts > 0
    _write_version(root, 0)
    with Database(path) as after, Database(tmp_path / "fresh.db") as fresh:
        for database in (after, fresh):
            add_repository(database, Repository(root, "pack"), None)
            assert database.complaints() == []
        names = [[(row.path, row.line, row.full_name) for row in theorems(each)] for each in (after, fresh)]
        assert names[0] == names[1]
        assert len(repositories(after)) == 1
