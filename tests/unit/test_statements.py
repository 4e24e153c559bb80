"""Statements as people type them: each is made a theorem, or refused in one line that says how to mend it."""

from __future__ import annotations

import pytest

from data.declarations import theorem_from_statement
from data.errors import UsageError

READ: dict[str, tuple[str, str, str]] = {
    "no proof": ("theorem t (p : Prop) : p → p", "t", "theorem t (p : Prop) : p → p := sorry"),
    "colon equals": ("theorem t : p :=", "t", "theorem t : p := sorry"),
    "colon equals by": ("  theorem t : p := by\n", "t", "theorem t : p := sorry"),
    "sorry": ("theorem t : p := sorry", "t", "theorem t : p := sorry"),
    "by sorry": ("theorem t : p := by sorry", "t", "theorem t : p := by sorry"),
    "no spaces": ("theorem t:1=1:=by", "t", "theorem t:1=1 := sorry"),
    "lemma": ("lemma t : p", "t", "theorem t : p := sorry"),
    "lemmas in front": (
        "lemma a : p := h\n@[simp] lemma t : p",
        "t",
        "theorem a : p := h\n@[simp] theorem t : p := sorry",
    ),
    "example": ("example : p", "example@L1", "example : p := sorry"),
    "proposition": ("∀ n : Nat, n + 0 = n", "goal", "theorem goal : ∀ n : Nat, n + 0 = n := sorry"),
    "proposition with a proof": ("1 = 1 := by sorry", "goal", "theorem goal : 1 = 1 := by sorry"),
    "proposition of two lines": ("∀ n : Nat,\n  n = n", "goal", "theorem goal : ∀ n : Nat,\n  n = n := sorry"),
    "proposition behind a comment": ("-- why\n1 = 1", "goal", "-- why\ntheorem goal : 1 = 1 := sorry"),
    "proposition behind commands": (
        "import A\nopen Nat Foo\nvariable (n : Nat)\n\nn = n",
        "goal",
        "import A\nopen Nat Foo\nvariable (n : Nat)\n\ntheorem goal : n = n := sorry",
    ),
    "proposition behind a definition": (
        "def f (n : Nat) :=\n  n\n∀ n, f n = n",
        "goal",
        "def f (n : Nat) :=\n  n\ntheorem goal : ∀ n, f n = n := sorry",
    ),
    "proposition behind a type": (
        "inductive T\n| a\n| b\n¬ T.a = T.b",
        "goal",
        "inductive T\n| a\n| b\ntheorem goal : ¬ T.a = T.b := sorry",
    ),
    "proposition with open": ("open Nat in 1 = 1", "goal", "theorem goal : open Nat in 1 = 1 := sorry"),
    "theorem behind commands": (
        "open Nat\nvariable (p : Prop)\ntheorem t : p → p",
        "t",
        "open Nat\nvariable (p : Prop)\ntheorem t : p → p := sorry",
    ),
    "theorem behind commands on one line": (
        "variable (p : Prop) theorem t : p → p",
        "t",
        "variable (p : Prop) theorem t : p → p := sorry",
    ),
    "theorem in a namespace": (
        "namespace A\ntheorem t : p\nend A",
        "A.t",
        "namespace A\ntheorem t : p := sorry\nend A",
    ),
    "comment behind": ("theorem t : p -- := x", "t", "theorem t : p := sorry -- := x"),
    "documented": ("/-- A theorem -/ theorem t : p", "t", "/-- A theorem -/ theorem t : p := sorry"),
    "let": ("theorem t : let x := 3; x = 3", "t", "theorem t : let x := 3; x = 3 := sorry"),
    "default": ("theorem t (n : Nat := 3) : n = n", "t", "theorem t (n : Nat := 3) : n = n := sorry"),
    "given proof": ("theorem t : p := by\n  simp", "t", "theorem t : p := by\n  simp"),
    "instance": ("instance : Inhabited Nat", "instance@L1", "instance : Inhabited Nat := sorry"),
}


@pytest.mark.parametrize(("text", "full_name", "source"), READ.values(), ids=READ)
def test_statement_is_completed(text: str, full_name: str, source: str) -> None:
    """A user would have to write what the program can tell."""
    theorem = theorem_from_statement(text)
    assert (theorem.full_name, theorem.source, theorem.path) == (full_name, source, None)
    assert theorem.is_whole_proof
    assert theorem.filled("PROOF").replace("PROOF", theorem.source[theorem.hole_start : theorem.hole_end]) == source
    assert theorem.source[theorem.hole_start :].startswith(":=")


def test_a_sorry_in_a_longer_proof_is_the_hole() -> None:
    """The part of the proof that the user has written would be thrown away."""
    theorem = theorem_from_statement("theorem t : p ∧ q := by\n  constructor\n  sorry\n  sorry")
    assert (theorem.full_name, theorem.is_whole_proof) == ("t", False)
    assert theorem.filled("simp").endswith("constructor\n  simp\n  sorry")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the statement is empty; write"),
        (" \n\t", "the statement is empty; write"),
        ("-- nothing\n/- here -/", "the statement is empty; write"),
        ("theorem t", "`t` has no `:`"),
        ("theorem t (p : Prop)", "`t` has no `:`"),
        ("theorem t (p : Prop) := by simp", "`t` has no `:`"),
        ("theorem t :", "`t` states nothing"),
        ("theorem t : := by simp", "`t` states nothing"),
        ("example", "`example` has no `:`"),
        ("theorem", "the theorem has no name"),
        ("theorem : p → p", "the theorem has no name; write `theorem NAME"),
        ("theorem t (p : Prop : p", r"`\(` at line 1, column 11 is never closed; add `\)`"),
        ("theorem t :\n  p) → p", r"`\)` at line 2, column 4 closes nothing"),
        ("theorem t : (p] → p", r"`\]` at line 1, column 15 closes nothing"),
        ("∀ n, (n = n", "never closed"),
        ('theorem t : "p', "string that never ends"),
        ("theorem t : p /- why", "comment `/-` that never ends"),
        ("t (p : Prop) : p → p", "no `theorem` in front"),
        ("def f := 3", "ends with `def`; end it with a theorem"),
        ("theorem t : p := h\ndef f := 3", "ends with `def`"),
        ("theorem a : True theorem b : True", "a theorem without a proof before its last one"),
        ("open Nat", "holds no theorem"),
        ("import A", "holds no theorem"),
    ],
)
def test_malformed_statements_are_explained(text: str, message: str) -> None:
    """A user would get an error of Lean about text that the program made up."""
    with pytest.raises(UsageError, match=message) as caught:
        theorem_from_statement(text)
    assert "\n" not in str(caught.value)
