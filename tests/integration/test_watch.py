"""`prove watch` on a repository with a history: what a commit brings is proved, and nothing is read or tried twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.database.queries import theorems
from data.database.store import Database
from prover.cli import main
from retrieval.small import small_encoder
from tests.integration.git_repositories import Origin

pytestmark = pytest.mark.lean

BASE = "theorem base (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩\n"
TOP = "import Base\n\ntheorem old (p q : Prop) (h : p ∨ q) : p ∧ q := by\n  sorry\n"
NEW = "\ntheorem new (p q : Prop) (h : p ∧ q) : q ∧ p := by\n  sorry\n"


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    origin = Origin(tmp_path / "pack")
    origin.commit({"lakefile.toml": 'name = "pack"\n', "Base.lean": BASE, "Top.lean": TOP})
    return origin


def look(origin: Origin, capsys: pytest.CaptureFixture[str], *flags: str) -> tuple[int, dict[str, Any] | None]:
    """One look: the exit status, and what is said of a new commit."""
    places = ["--db", str(origin.root.parent / "theorems.db"), "--out", str(origin.root.parent / "watched")]
    status = main(["watch", str(origin.root), "--once", "--json", "--checks", "200", *places, *flags])
    out = capsys.readouterr().out
    return status, json.loads(out) if out else None


@pytest.mark.usefixtures("embedded")
def test_a_sorry_that_a_commit_brings_is_proved(origin: Origin, capsys: pytest.CaptureFixture[str]) -> None:
    """A watch that overlooks what is new, or tries for ever what it cannot do, is of no use."""
    encoder = origin.root.parent / "encoder"
    small_encoder([BASE, TOP, NEW], seed=0, dimension=32, num_layers=1, device="cpu").save(encoder)
    status, first = look(origin, capsys, "--retriever", str(encoder))
    assert (status, first is not None and first["tried"]) == (0, 0)
    assert look(origin, capsys, "--retriever", str(encoder)) == (0, None)
    origin.commit({"Top.lean": TOP + NEW})
    status, second = look(origin, capsys, "--retriever", str(encoder))
    assert second is not None
    assert (status, second["files_read"], second["tried"], second["proved"]) == (0, 1, 1, ["new"])
    before = (origin.root / "Top.lean").read_text(encoding="utf-8")
    assert before == TOP + NEW
    origin.git("apply", second["patch"])
    assert (origin.root / "Top.lean").read_text(encoding="utf-8").count("sorry") == 1
    with Database(origin.root.parent / "theorems.db") as database:
        statuses = {row.full_name: row.status for row in theorems(database) if row.repository == "pack"}
        assert statuses == {"base": "proven", "old": "sorry-unproved", "new": "sorry-proved"}
        assert database.connection.execute("SELECT count(*) FROM attempt").fetchone() == (1,)


@pytest.mark.usefixtures("embedded")
def test_a_branch_that_was_rewritten_is_followed(origin: Origin, capsys: pytest.CaptureFixture[str]) -> None:
    """After a force push the watch would stay with what nobody has any more."""
    flags = ("--branch", "work", "--retriever", "lexical")
    origin.git("checkout", "--quiet", "-b", "work")
    assert look(origin, capsys, *flags)[0] == 0
    origin.git("commit", "--quiet", "--amend", "--message", "rewritten")
    origin.commit({"Top.lean": TOP.replace("old", "older"), "New.lean": NEW})
    origin.git("checkout", "--quiet", "main")
    status, seen = look(origin, capsys, *flags)
    assert seen is not None
    assert (status, seen["gone"], seen["tried"], seen["proved"]) == (1, 1, 2, ["new"])


@pytest.mark.parametrize(
    ("flags", "complaint"),
    [(["nowhere"], "no such repository"), (["nowhere", "--branch", "main"], "no such folder")],
)
def test_what_cannot_be_watched_is_told(
    flags: list[str], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt path would be watched for ever."""
    places = ["--db", str(tmp_path / "t.db"), "--out", str(tmp_path / "out")]
    assert main(["watch", *flags, "--once", *places]) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.err.count("\n") == 1
