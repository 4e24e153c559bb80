"""How fast the theorem database takes in a commit and answers questions.

    python scripts/bench_database.py                    5,000 files, 200,000 declarations; a commit touches 50 files
    python scripts/bench_database.py --files 500        a tenth of it

The synthetic repository is that of `bench_extract.py`, compiled form included; 2,000 theorems have a `sorry`.
Times are processor time of one core, so that a busy machine measures the same.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.command_line import positive_count
from data.compiled import find_build
from data.database.adding import Added, add_repository
from data.database.queries import accessible_premises, theorems, unproved_by_difficulty
from data.database.store import Database
from data.repository import open_repository
from scripts.bench_extract import write_repository

_T = TypeVar("_T")
_NUM_REPEATS = 7


def commit(root: Path, message: str) -> None:
    identity = ["-c", "user.name=A Tester", "-c", "user.email=tester@example.org"]
    for words in (["add", "--all"], [*identity, "commit", "--quiet", "--message", message]):
        subprocess.run(["git", *words], cwd=root, check=True)


def plant_sorries(root: Path, *, every: int) -> None:
    """Give the first theorem of every so many files, and of nothing else, a hole."""
    for number, path in enumerate(sorted((root / "Synthetic").iterdir())):
        if number % every == 0:
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            place = next(place for place, line in enumerate(lines) if line.startswith("  rw ["))
            lines[place] = "  sorry\n"
            path.write_text("".join(lines), encoding="utf-8")


def touch(root: Path, *, num_files: int) -> None:
    """Change the proofs of some files, spread over the repository, without moving a line."""
    paths = sorted((root / "Synthetic").iterdir())
    for path in paths[:: len(paths) // num_files][:num_files]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("The law number", "The rule number"), encoding="utf-8")


def timed(action: Callable[[], _T]) -> tuple[float, _T]:
    start = time.process_time()
    result = action()
    return time.process_time() - start, result


def best(action: Callable[[], object]) -> float:
    return min(timed(action)[0] for _ in range(_NUM_REPEATS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=positive_count, default=5000, metavar="N")
    parser.add_argument("--declarations", type=positive_count, default=40, metavar="N", help="in each file")
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "synthetic"
        write_repository(root, num_files=flags.files, num_declarations=flags.declarations, seed=0)
        plant_sorries(root, every=max(flags.files // 2000, 1))
        (root / ".gitignore").write_text(".lake\n")
        subprocess.run(["git", "init", "--quiet", "."], cwd=root, check=True)
        commit(root, "begin")
        repository = open_repository(str(root))

        def add() -> Added:
            with Database(Path(scratch) / "theorems.db") as database:
                return add_repository(database, repository, find_build(repository, cache=Path(scratch)))

        whole, first = timed(add)
        num_touched = max(flags.files // 100, 1)
        touch(root, num_files=num_touched)
        commit(root, "go on")
        part, second = timed(add)
        assert (second.num_read, second.new, second.gone) == (num_touched, [], [])
        nothing, third = timed(add)
        assert third.num_read == 0
        sys.stdout.write(
            f"{first.num_files:,} files, {len(first.new):,} declarations: added whole in {whole:.1f} s;"
            f" a commit that touches {second.num_read} files in {part:.2f} s, {part / whole:.1%} of it;"
            f" one that touches none in {nothing:.2f} s\n"
        )
        size = (Path(scratch) / "theorems.db").stat().st_size
        with Database(Path(scratch) / "theorems.db") as database:
            last = max(
                (row.id for row in theorems(database)[:: max(flags.files // 50, 1)]),
                key=lambda row: len(accessible_premises(database, row)),
            )
            seconds = best(lambda: accessible_premises(database, last))
            count = len(accessible_premises(database, last))
            sys.stdout.write(f"accessible premises of a theorem: {count:,} in {1000 * seconds:.1f} ms\n")
            seconds = best(lambda: unproved_by_difficulty(database))
            count = len(unproved_by_difficulty(database))
            sys.stdout.write(f"unproved theorems by difficulty: {count:,} in {1000 * seconds:.1f} ms\n")
        sys.stdout.write(f"the file takes {size / 1e6:,.0f} MB\n")


if __name__ == "__main__":
    main()
