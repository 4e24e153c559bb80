"""A library of new theorems: grown, broken off, grown on, and compiled by a fresh Lean."""

from __future__ import annotations

from pathlib import Path

import pytest

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.errors import ConjecturerError, NothingToConjectureError
from conjecturer.ground import Ground, open_ground
from conjecturer.library import Library, grow_to, most_interesting
from conjecturer.library_export import write_library
from conjecturer.screening import Screen
from data.durable import whole_lines

pytestmark = pytest.mark.lean

_FILE = """\
namespace Words

def twice (l : List Nat) : List Nat := l ++ l

theorem length_twice (l : List Nat) : (twice l).length = 2 * l.length := by
  unfold twice
  rw [List.length_append]
  omega

theorem twice_eq_nil {l : List Nat} : twice l = [] ↔ l = [] := by
  unfold twice
  rw [List.append_eq_nil_iff]
  constructor
  · intro h
    exact h.1
  · intro h
    exact ⟨h, h⟩

end Words
"""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    root = tmp_path_factory.mktemp("words")
    (root / "Words.lean").write_text(_FILE, encoding="utf-8")
    return open_ground(str(root))


@pytest.fixture(scope="module")
def library(ground: Ground, tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library(tmp_path_factory.mktemp("library"))
    grow_to(library, [ground], num_theorems=1000, num_lemmas=60, on_growth=lambda _name, _size: None)
    return library


def test_a_library_is_a_file_that_a_fresh_lean_compiles(library: Library, ground: Ground) -> None:
    """A library that does not compile on the reader's machine proves nothing."""
    write_library(library, [ground])
    text = (library.folder / "Library.lean").read_text(encoding="utf-8")
    assert len(library.entries) >= 3
    assert text.count("\ntheorem LeanLoop.Words.") == len(library.entries)
    page = (library.folder / "library.html").read_text(encoding="utf-8")
    assert all(entry.name in page for entry in library.entries)
    assert "http" not in page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")


def test_nothing_in_a_library_is_known_or_trivial(library: Library, ground: Ground) -> None:
    """A thousand theorems that one tactic proves are worth nothing."""
    entries = library.entries
    assert len({entry.form for entry in entries}) == len(entries)
    assert not {entry.form for entry in entries} & ground.known_forms
    guesses = [Conjecture(entry.statement, Ancestry(entry.method)) for entry in entries]
    assert {entry.verdict for entry in Screen(ground, search_library=True).screen(guesses)} == {"passed"}


def test_a_library_that_was_broken_off_goes_on(library: Library, ground: Ground, tmp_path: Path) -> None:
    """An hour's work must not be lost, nor done twice, when the machine goes down in the middle of a line."""
    lines = (library.folder / "theorems.jsonl").read_bytes()
    (tmp_path / "theorems.jsonl").write_bytes(lines + b'{"repository": "words", "theo')
    again = Library(tmp_path)
    assert again.entries == library.entries
    theorems = [entry for entry in ground.own_theorems if entry.is_proved]
    assert list(again.grow(ground, theorems, num_lemmas=60)) == []
    assert whole_lines(tmp_path / "theorems.jsonl") == lines.splitlines()


def test_the_most_interesting_have_different_parents(library: Library) -> None:
    """Ten variants of one theorem are one theorem to a reader."""
    best = most_interesting(library.entries, 10)
    parents = [name for entry in best for name in (entry.theorem, entry.lemma) if name]
    assert len(parents) == len(set(parents))
    assert best[0].interest == max(entry.interest for entry in library.entries)


def test_a_false_proof_never_gets_out(library: Library, ground: Ground, tmp_path: Path) -> None:
    """Whoever edits the folder's lines by hand must not get a file that says it was compiled."""
    lines = (library.folder / "theorems.jsonl").read_text(encoding="utf-8")
    proof = library.entries[0].model_dump_json()
    forged = library.entries[0].model_copy(update={"proof": "sorry"}).model_dump_json()
    (tmp_path / "theorems.jsonl").write_text(lines.replace(proof, forged), encoding="utf-8")
    with pytest.raises(ConjecturerError):
        write_library(Library(tmp_path), [ground])
    assert not (tmp_path / "Library.lean").exists()


def test_a_repository_of_which_nothing_new_comes_says_so(tmp_path: Path) -> None:
    """An empty library with exit status 0 would look like success."""
    (tmp_path / "Trivial.lean").write_text("theorem one : 1 = 1 := rfl\n", encoding="utf-8")
    with pytest.raises(NothingToConjectureError, match="no new theorem"):
        grow_to(
            Library(tmp_path / "out"),
            [open_ground(str(tmp_path))],
            num_theorems=5,
            num_lemmas=2,
            on_growth=lambda _name, _size: None,
        )
