"""A theorem is found by whatever a user has at hand: its place, or the text of what it states."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import UsageError
from data.finding import Place, find_in_files, find_theorem, parse_place

FILE = """\
theorem swap (p q : Prop) : p ∧ q → q ∧ p := sorry
theorem le_two {n : Nat} (h : n ≤ 1) :
    -- a remark
    n ≤ 2 := by
  omega
theorem same (a : Nat) : a = a := rfl
theorem again (b : Nat) : b = b := rfl
lemma all : ∀ n : Nat, ∃ m, n < m := sorry
def notation_free := fun x => x + 1
"""


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("p ∧ q → q ∧ p", "swap"),
        ("p /\\ q -> q /\\ p", "swap"),
        ("(p q : Prop) : p ∧ q → q ∧ p", "swap"),
        ("(r s : Prop) : r ∧ s → s ∧ r", "swap"),
        ("theorem other (r s : Prop) : r ∧ s → s ∧ r := by\n  simp", "swap"),
        ("example {k : Nat} (h : k <= 1) : k <= 2", "le_two"),
        ("n≤2", "le_two"),
        ("∀ n : Nat, ∃ m, n < m", "all"),
        ("∀ k : Nat, ∃ big, k < big", "all"),
        ("(a : Nat) : a = a", "same"),
        ("(b : Nat) : b = b", "again"),
    ],
)
def test_a_statement_finds_its_theorem(text: str, full_name: str) -> None:
    """People remember what a theorem says, and copy it from papers that name things in another way."""
    assert find_theorem(FILE, Path("F.lean"), text).full_name == full_name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("(c : Nat) : c = c", r"is stated by several theorems in F.lean: same \(F.lean#6\), again \(F.lean#7\); give"),
        ("p ∧ q → p", r"no theorem is called or states 'p ∧ q → p' in F.lean$"),
        ("∧ ∧ ((", "no theorem is called or states"),
    ],
)
def test_an_unclear_statement_is_explained(text: str, message: str) -> None:
    """The user would get any of several theorems."""
    with pytest.raises(UsageError, match=message) as caught:
        find_theorem(FILE, Path("F.lean"), text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A/F.lean#L12", Place("A/F.lean", 12, None)),
        ("A/F.lean#12", Place("A/F.lean", 12, None)),
        ("A/F.lean:12", Place("A/F.lean", 12, None)),
        ("A/F.lean:12:5", Place("A/F.lean", 12, None)),
        ("ein Ort/F.lean:foo.bar", Place("ein Ort/F.lean", None, "foo.bar")),
        ("A/F.lean:foo#2", Place("A/F.lean", None, "foo#2")),
        ("A/F.lean", None),
        ("foo.bar#2", None),
    ],
)
def test_places(text: str, place: Place | None) -> None:
    """Editors, Lean and GitHub write a place in a file each in its own way; users paste them all."""
    assert parse_place(text) == place


def test_files_of_a_repository_are_named_by_their_ends(tmp_path: Path) -> None:
    """A user in another folder would have to type whole paths."""
    files = [tmp_path / "A" / "One.lean", tmp_path / "A" / "Two.lean", tmp_path / "B" / "Two.lean"]
    for file in files:
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"theorem {file.parent.name.lower()} : 1 = 1 := rfl\n")

    def found(wanted: str) -> Path | None:
        return find_in_files(lambda: files, wanted, root=tmp_path, where="here").path

    assert found("One.lean:a") == found("A/One.lean#1") == files[0]
    assert found("B/Two.lean:1 = 1") == files[2]
    with pytest.raises(UsageError, match=r"Two\.lean names several files in here: A/Two\.lean, B/Two\.lean"):
        found("Two.lean#1")
    with pytest.raises(UsageError, match=r"no file A/Won\.lean in here; did you mean .*A/One\.lean"):
        found("A/Won.lean#1")
