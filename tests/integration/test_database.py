"""The theorem database: what is known of a theorem stays known when files move, and nothing is read twice."""

from __future__ import annotations

import re
import shutil
import sqlite3
import threading
from pathlib import Path
from xml.etree import ElementTree

import pytest

import data.database.store as store
from data.compiled import find_build
from data.corpus import Corpus
from data.database.adding import Added, add_repository
from data.database.proofs import Attempt, add_conjecture, find_theorem_id, record_attempt, record_proof, start_run
from data.database.queries import (
    accessible_premises,
    proofs,
    repositories,
    repository_named,
    theorem_row,
    theorems,
    unproved_by_difficulty,
    used_premises,
)
from data.database.schema import APPLICATION_ID, MIGRATIONS
from data.database.store import Database
from data.errors import UsageError
from data.repository import Repository, open_repository
from prover.cli import main
from prover.commands.db import run_db
from scripts.bench_extract import write_repository
from tests.integration.git_repositories import Origin

BASE = "theorem one : True := trivial\n\ntheorem two (p : Prop) (h : p) : p := by\n  sorry\n"
TOP = "import Base\n\ntheorem three : 1 = 1 ∧ True := by\n  constructor\n  · sorry\n  · sorry\n"


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    origin = Origin(tmp_path / "pack")
    origin.commit({"Base.lean": BASE, "Top.lean": TOP})
    return origin


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "theorems.db")


def add(database: Database, origin: Origin) -> Added:
    added = add_repository(database, Repository(origin.root, origin.root.name), None)
    assert database.complaints() == []
    return added


def named(database: Database, name: str, path: str, origin: Origin) -> int:
    found = find_theorem_id(database, repository=str(origin.root), path=path, name=name)
    assert found is not None
    return found


def statuses(database: Database, *, with_gone: bool = False) -> dict[str, str]:
    return {row.full_name: row.status for row in theorems(database, with_gone=with_gone)}


def proved(proof: str) -> Attempt:
    return Attempt(
        outcome="proved", budget_checks=10, budget_seconds=1.0, num_checks=3, seconds=0.1, seed=0, generator="symbolic",
        proof=proof,
    )  # fmt: skip


def test_a_theorem_has_the_status_that_its_proofs_give_it(database: Database, origin: Origin) -> None:
    """A theorem with one of two holes filled would count as proved, and its second hole never be tried."""
    add(database, origin)
    assert statuses(database) == {"one": "proven", "two": "sorry-unproved", "three": "sorry-unproved"}
    two, three = named(database, "two", "Base.lean", origin), named(database, "three#2", "Top.lean", origin)
    record_attempt(database, two, 1, proved("h"), run=start_run(database, command="test", configuration={}))
    record_attempt(database, three, 2, proved("trivial"))
    assert statuses(database) == {"one": "proven", "two": "sorry-proved", "three": "sorry-unproved"}
    record_attempt(database, three, 1, proved("rfl"))
    assert statuses(database)["three"] == "sorry-proved"
    record_proof(database, three, 1, "rfl", origin="symbolic", verdict="refused", axioms=())
    assert statuses(database)["three"] == "sorry-unproved"
    conjecture = add_conjecture(database, two, full_name="two_more", statement="theorem two_more : True")
    assert conjecture == add_conjecture(database, two, full_name="two_more", statement="theorem two_more : True")
    assert statuses(database)["two_more"] == "conjectured"
    (row,) = repositories(database)
    assert row.statuses == {"proven": 1, "sorry-proved": 1, "sorry-unproved": 1, "conjectured": 1}


def test_a_theorem_stays_itself_when_its_file_is_renamed_or_it_moves(database: Database, origin: Origin) -> None:
    """A repository that is tidied up would lose all proofs and attempts of a year."""
    add(database, origin)
    two, three = named(database, "two", "Base.lean", origin), named(database, "three", "Top.lean", origin)
    record_attempt(database, two, 1, proved("h"))
    origin.git("mv", "Base.lean", "Foundation.lean")
    origin.commit({"Top.lean": TOP.replace("Base", "Foundation")})
    added = add(database, origin)
    assert (added.new, added.changed, added.gone) == ([], [], [])
    assert named(database, "two", "Foundation.lean", origin) == two
    assert statuses(database)["two"] == "sorry-proved"
    statement = TOP.partition("\n\n")[2]
    origin.commit({"Foundation.lean": BASE + "\n" + statement, "Top.lean": "import Foundation\n"})
    added = add(database, origin)
    assert (added.new, added.moved, added.gone) == ([], [three], [])
    assert named(database, "three", "Foundation.lean", origin) == three


def test_what_a_commit_drops_is_marked_and_what_comes_back_is_the_same(database: Database, origin: Origin) -> None:
    """A force push that is taken back would have cost the proofs of all that it dropped."""
    add(database, origin)
    two = named(database, "two", "Base.lean", origin)
    record_attempt(database, two, 1, proved("h"))
    origin.git("commit", "--amend", "--quiet", "--message", "another history")
    origin.commit({"Base.lean": "theorem one : True := trivial\n"})
    assert add(database, origin).gone == [two]
    assert "two" not in statuses(database)
    assert "two" in statuses(database, with_gone=True)
    origin.commit({"Base.lean": BASE})
    assert add(database, origin).gone == []
    assert statuses(database)["two"] == "sorry-proved"
    assert named(database, "two", "Base.lean", origin) == two


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("Base.lean", "(h : p) : p", "(h : p) : p ∧ p"),
        ("Base.lean", "theorem one : True", "theorem one : 1 = 1"),
        ("Top.lean", "constructor", "refine ⟨?_, ?_⟩"),
    ],
)
def test_a_proof_is_current_only_where_nothing_before_it_has_changed(
    database: Database, origin: Origin, file: str, old: str, new: str
) -> None:
    """A proof of what a theorem used to say would count as one of what it says now."""
    add(database, origin)
    name = "two" if file == "Base.lean" else "three"
    theorem = named(database, name, file, origin)
    for hole in (1, 2):
        record_attempt(database, theorem, hole, proved(f"exact {hole}"))
    assert statuses(database)[name] == "sorry-proved"
    text = BASE if file == "Base.lean" else TOP
    origin.commit({file: text.replace(old, new)})
    add(database, origin)
    assert statuses(database)[name] == "sorry-unproved"
    assert [proof.is_current for proof in proofs(database, theorem_id=theorem)] == [False, False]
    origin.commit({file: text})
    add(database, origin)
    assert statuses(database)[name] == "sorry-proved"


def test_a_change_in_an_imported_file_outdates_a_proof(database: Database, origin: Origin) -> None:
    """A definition that a proof rests on may mean something else now."""
    add(database, origin)
    three = named(database, "three", "Top.lean", origin)
    for hole in (1, 2):
        record_attempt(database, three, hole, proved("trivial"))
    origin.commit({"Base.lean": "theorem zero : True := trivial\n"})
    added = add(database, origin)
    assert added.num_read == 1
    assert statuses(database)["three"] == "sorry-unproved"


def test_files_that_have_not_changed_are_not_read_again(database: Database, origin: Origin) -> None:
    """Mathlib would be read anew for every commit."""
    assert add(database, origin).num_read == 2
    assert add(database, origin).num_read == 0
    origin.commit({"Top.lean": TOP + "\ntheorem four : True := trivial\n"})
    added = add(database, origin)
    assert (added.num_read, len(added.new)) == (1, 1)


def test_equal_names_of_two_repositories_stay_apart(database: Database, origin: Origin, tmp_path: Path) -> None:
    """A proof in one repository would count for what another one calls by the same name."""
    other = Origin(tmp_path / "other")
    other.commit({"Base.lean": BASE})
    add(database, origin)
    add(database, other)
    record_attempt(database, named(database, "two", "Base.lean", other), 1, proved("h"))
    first, second = repositories(database)
    assert (first.statuses["sorry-proved"], second.statuses["sorry-proved"]) == (0, 1)
    with pytest.raises(UsageError, match=r"no repository 'pac' in .*; did you mean pack"):
        repository_named(database, "pac")


def test_unproved_theorems_come_by_what_they_have_cost(database: Database, origin: Origin) -> None:
    """The hour would be spent on the theorem that has eaten every hour before."""
    add(database, origin)
    assert [row.full_name for row in unproved_by_difficulty(database)] == ["three", "two"]
    failed = Attempt(
        outcome="open", budget_checks=9, budget_seconds=1, num_checks=9, seconds=1, seed=0, generator="symbolic"
    )
    record_attempt(database, named(database, "three", "Top.lean", origin), 1, failed)
    assert [row.full_name for row in unproved_by_difficulty(database)] == ["two", "three"]


def test_two_names_in_a_row_of_private_theorems_get_rows_of_their_own(database: Database, origin: Origin) -> None:
    """Two rows in one place would give the one theorem the other's proofs."""
    text = "private theorem a : True := trivial\n"
    origin.commit({"A.lean": text, "B.lean": text})
    add(database, origin)
    origin.git("mv", "A.lean", "C.lean")
    origin.git("mv", "B.lean", "D.lean")
    origin.commit({"E.lean": text})
    add(database, origin)
    ids = [row.id for row in theorems(database) if row.full_name == "a"]
    assert len(ids) == len(set(ids)) == 3


def test_a_full_disk_costs_the_change_and_nothing_else(database: Database, origin: Origin) -> None:
    """Half a commit would be taken for the whole for ever after."""
    add(database, origin)
    before = statuses(database)
    (pages,) = database.connection.execute("PRAGMA page_count").fetchone()
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    many = "".join(f"theorem t{number} : True := trivial\n" for number in range(3000))
    origin.commit({"Many.lean": many})
    with pytest.raises(UsageError, match=r"no room left for .*make room"):
        add(database, origin)
    assert statuses(database) == before
    assert database.complaints() == []


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    """A migration that goes wrong would have destroyed the only copy."""
    path = tmp_path / "theorems.db"
    old = sqlite3.connect(path)
    old.executescript(MIGRATIONS[0])
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO repository (name, url) VALUES ('pack', 'somewhere')")
    old.commit()
    old.close()
    with Database(path) as database:
        assert [row.name for row in repositories(database)] == ["pack"]
        assert database.complaints() == []
    backup = sqlite3.connect(tmp_path / "theorems.db.v1.backup")
    assert backup.execute("PRAGMA user_version").fetchone() == (1,)
    assert backup.execute("SELECT name FROM repository").fetchall() == [("pack",)]


def _make_something_else(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE something (id INTEGER)")
    other.close()


def _make_newer(path: Path) -> None:
    Database(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()


def _tear(path: Path) -> None:
    with Database(path) as database, database.writing() as connection:
        connection.executemany(
            "INSERT INTO repository (name, url) VALUES (?, ?)", [("x" * 99, str(n)) for n in range(999)]
        )
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])
    path.with_name("theorems.db.v1.backup").touch()


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda path: path.write_bytes(b"no database at all" * 99), "is damaged .*add the repositories again"),
        (_tear, r"is damaged .*; put theorems\.db\.v1\.backup in its place"),
        (_make_something_else, "no theorem database but another SQLite file"),
        (_make_newer, "made by a later version of LeanLoop"),
        (lambda path: path.mkdir(), "cannot be written .*give another --db"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_good_is_told_in_one_line(spoil: object, complaint: str, tmp_path: Path) -> None:
    """A user would read a traceback of SQLite's, and not learn that there is a copy."""
    path = tmp_path / "theorems.db"
    assert callable(spoil)
    spoil(path)
    with pytest.raises(UsageError, match=complaint) as caught:
        Database(path).complaints()
    assert "\n" not in str(caught.value)


def test_a_reference_to_nothing_is_found(database: Database, origin: Origin) -> None:
    """A check that never finds anything gives false comfort."""
    add(database, origin)
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("DELETE FROM file WHERE path = 'Base.lean'")
    assert any("refers to a row of file that is not there" in line for line in database.complaints())


def test_writers_wait_for_one_another(tmp_path: Path, origin: Origin) -> None:
    """Two commands at a time would overwrite each other's work, or one of them fail at once."""
    path = tmp_path / "theorems.db"
    with Database(path) as first:
        add(first, origin)
    errors: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with Database(path) as mine:
                for place in range(10):
                    with mine.writing() as connection:
                        (count,) = connection.execute("SELECT count(*) FROM model").fetchone()
                        values = (f"model {count}", "retriever", f"{number} {place}", store.now())
                        connection.execute("INSERT INTO model (name, kind, path, made_at) VALUES (?, ?, ?, ?)", values)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Database(path) as after:
        names = [row[0] for row in after.connection.execute("SELECT name FROM model")]
        assert sorted(names) == sorted(f"model {number}" for number in range(40))
    busy = Database(path, wait_seconds=0.05)
    with Database(path) as writer, writer.writing(), pytest.raises(UsageError, match="another process keeps writing"):
        record_attempt(busy, 1, 1, proved("h"))


def _content(database: Database) -> list[list[tuple[object, ...]]]:
    """All that does not depend on how it came about."""
    questions = (
        "SELECT path, full_name, start_line, proof, num_holes FROM theorem JOIN file ON file.id = file_id"
        " WHERE gone_revision_id IS NULL ORDER BY 1, 2",
        "SELECT a.full_name, b.full_name FROM use JOIN theorem a ON a.id = theorem_id JOIN theorem b"
        " ON b.id = premise_id WHERE a.gone_revision_id IS NULL ORDER BY 1, 2",
        "SELECT path, name, constant.start_line, full_name FROM constant JOIN file ON file.id = constant.file_id"
        " LEFT JOIN theorem ON theorem.id = theorem_id ORDER BY 1, 2",
        "SELECT path, imports_digest FROM file WHERE NOT is_gone ORDER BY 1",
        "SELECT a.path, b.path FROM import JOIN file a ON a.id = file_id JOIN file b ON b.id = imported_id"
        " ORDER BY 1, 2",
    )
    return [database.connection.execute(question).fetchall() for question in questions]


def test_a_commit_added_to_another_gives_what_adding_it_whole_gives(tmp_path: Path) -> None:
    """Premises of files that were not read again would be missing, or point to where they once stood."""
    root = tmp_path / "synthetic"
    write_repository(root, num_files=12, num_declarations=6, seed=3)
    repository = open_repository(str(root))

    def added(path: Path) -> Database:
        database = Database(path)
        add_repository(database, repository, find_build(repository, cache=tmp_path))
        assert database.complaints() == []
        return database

    with added(tmp_path / "theorems.db") as first:
        assert len(used_premises(first, theorems(first)[-1].id)) > 1
    shutil.rmtree(root)
    write_repository(root, num_files=12, num_declarations=6, seed=3)
    for number in (2, 7):  # later lines of the same file stay where they are
        file = root / "Synthetic" / f"File{number}.lean"
        file.write_text(file.read_text().replace("The law", "A rule"), encoding="utf-8")
    with added(tmp_path / "theorems.db") as again, added(tmp_path / "fresh.db") as fresh:
        assert again.connection.execute("SELECT count(*) FROM theorem").fetchone() == (72,)
        assert _content(again) == _content(fresh)
        for row in theorems(fresh)[::7]:
            (own,) = [each.id for each in theorems(again) if each.full_name == row.full_name]
            names = [
                {theorem_row(each, int(number)).full_name for number in accessible_premises(each, theorem_id)}
                for each, theorem_id in ((again, own), (fresh, row.id))
            ]
            assert names[0] == names[1]
            assert set(used_premises(again, own)) <= names[0]


def test_what_is_exported_says_the_same_when_it_is_imported(
    database: Database, origin: Origin, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Proofs could not be handed on, or would be believed without having been checked."""
    add(database, origin)
    record_attempt(database, named(database, "two", "Base.lean", origin), 1, proved("by exact h"))
    for hole in (1, 2):
        record_attempt(database, named(database, "three", "Top.lean", origin), hole, proved("trivial"))
    database.close()
    lines, lean, data_set, other = tmp_path / "t.jsonl", tmp_path / "lean", tmp_path / "set", tmp_path / "other.db"
    for form, out in (("jsonl", lines), ("lean", lean), ("leandojo", data_set)):
        words = ["export", "pack", "--db", str(database.path), "--format", form, "--out", str(out)]
        assert run_db(words) == 0
    assert (lean / "Top.lean").read_text() == TOP.replace("sorry", "trivial")
    assert (lean / "Base.lean").read_text() == BASE.replace(":= by\n  sorry", "by exact h")
    assert [premise.full_name for premise in Corpus.read(data_set / "corpus.jsonl").premises] == ["one", "two", "three"]
    assert run_db(["add", str(origin.root), "--text-only", "--db", str(other)]) == 0
    assert run_db(["import", str(lines), "--db", str(other)]) == 0
    capsys.readouterr()
    assert run_db(["list", "--status", "sorry-unproved", "--db", str(other), "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    with Database(other) as again:
        assert {(row.verdict, row.text) for row in proofs(again)} == {
            ("unchecked", "by exact h"), ("unchecked", "trivial"),
        }  # fmt: skip
    third = tmp_path / "third.db"
    Database(third).close()
    assert run_db(["import", str(data_set), "--db", str(third)]) == 0
    with Database(third) as imported:
        assert [row.full_name for row in theorems(imported)] == ["one", "two", "three"]
        assert imported.complaints() == []


def test_the_picture_shows_every_file_and_stands_alone(database: Database, origin: Origin, tmp_path: Path) -> None:
    """A picture that fetches something shows nothing in a paper, or tells a stranger who looks at it."""
    origin.commit({"A <b>.lean": "import Top\n"})
    add(database, origin)
    database.close()
    picture = tmp_path / "pack.svg"
    assert run_db(["graph", "pack", "--db", str(database.path), "--out", str(picture)]) == 0
    tree = ElementTree.fromstring(picture.read_text(encoding="utf-8"))
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text for title in tree.iter(f"{space}title")]
    assert titles[1:] == [
        "A <b>: 0 theorems, 0 of them not proved", "Base: 2 theorems, 1 of them not proved",
        "Top: 1 theorems, 1 of them not proved",
    ]  # fmt: skip
    assert len(list(tree.iter(f"{space}path"))) == 2
    assert "href" not in picture.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["list", "--db", "NOWHERE"], "no database .*: make it with `prove db add"),
        (["add", "NOWHERE", "--db", "DB"], "no such repository"),
        (["export", "pakc", "--db", "DB", "--out", "x"], "no repository 'pakc' in .*did you mean pack"),
        (["export", "pack", "--db", "DB", "--format", "lean", "--out", "DB/x"], ""),
        (["import", "NOWHERE", "--db", "DB"], "no such file"),
        (["import", "SOURCE", "--db", "DB"], r"Top.lean:1: no theorem of `prove db export`"),
        (["frobnicate"], "invalid choice"),
    ],
)
def test_mistakes_are_told_in_one_line(
    words: list[str], complaint: str, database: Database, origin: Origin, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A user would have to read a traceback to learn that a name is misspelt."""
    add(database, origin)
    database.close()
    places = {"DB": database.path, "NOWHERE": tmp_path / "nowhere", "SOURCE": origin.root / "Top.lean"}
    status = main(["db", *(str(places.get(word, word)) for word in words)])
    captured = capsys.readouterr()
    if complaint:
        assert status == 2
        assert re.search(complaint, captured.err)
        assert captured.err.count("\n") == 1
    else:
        assert status == 1
