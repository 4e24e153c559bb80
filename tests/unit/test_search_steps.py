"""Proofs taken apart, to the letter: each piece goes to Lean, and what is lost here no search finds again."""

from __future__ import annotations

import pytest

from prover.search.steps import flat_steps, open_holes, open_statement, split_steps

PROOF = """\
intro x -- the number
-- By cases.
have h : a = b := by
  simp

  omega
cases h with
| inl a =>
  cases a with
  | intro y z => exact z
| inr b => exact b
simp [first,
  second]
  at h
· intro z
  · exact z
  rfl
case foo x =>
  simp
next => done
constructor <;>
simp"""


def test_tactics_are_told_apart_by_where_they_begin() -> None:
    """Half a tactic, or two as one, and the correct beginning of a proof is not found."""
    assert split_steps(PROOF) == [
        "intro x -- the number",
        "have h : a = b := by\n  simp\n\n  omega",
        "cases h with\n| inl a =>\n  cases a with\n  | intro y z => exact z\n| inr b => exact b",
        "simp [first,\n  second]\n  at h",
        "· intro z\n  · exact z\n  rfl",
        "case foo x =>\n  simp",
        "next => done",
        "constructor <;>\nsimp",
    ]
    assert split_steps("refine ⟨by\nsimp, ?_⟩\nrfl") == ["refine ⟨by\nsimp, ?_⟩", "rfl"]
    assert split_steps("") == []


def test_blocks_are_taken_apart() -> None:
    """A proof wrong at the end of its last case would lose all its cases."""
    assert flat_steps(PROOF) == [
        "intro x -- the number",
        "have h : a = b := by\n  simp\n\n  omega",
        "cases h with\n| inl a => ?_\n| inr b => ?_",
        "cases a with\n| intro y z => ?_",
        "exact z",
        "exact b",
        "simp [first,\n  second]\n  at h",
        "intro z",
        "exact z",
        "rfl",
        "case' foo x => skip",
        "simp",
        "done",
        "constructor <;>\nsimp",
    ]
    assert flat_steps("cases h with | inl a => exact a | inr b => ?_") == [
        "cases h with\n| inl a => ?_\n| inr b => ?_",
        "exact a",
    ]


@pytest.mark.parametrize(
    ("sketch", "opened"),
    [
        ("simp", "simp"),
        ("exact not_sorry", "exact not_sorry"),
        ("intro x\nsorry", "intro x\nrotate_left"),
        (
            "have a : p := by\n  intro x\n  sorry\nhave b : q := sorry\nexact ⟨a, b⟩",
            "have a : p := ?_\nhave b : q := ?_\nexact ⟨a, b⟩",
        ),
        ("have a : p := by simp\nexact f a sorry (by admit)", "have a : p := by simp\nrefine f a ?_ (?_)"),
        ("obtain ⟨x, h⟩ : ∃ x, p x := by sorry", "obtain ⟨x, h⟩ : ∃ x, p x := ?_"),
        ("suffices h : p by sorry", "suffices h : p from ?_"),
        ("calc a = b := by sorry\n  _ = c := by simp\n  _ = d := sorry",
         "calc a = b := ?_\n  _ = c := by simp\n  _ = d := ?_"),
        ("constructor\n· exact h\n· intro x\n  sorry", "constructor\n· exact h\nintro x\nrotate_left"),
        ("constructor\ncase left => sorry\ncase right => exact h",
         "constructor\ncase' left => skip\nrotate_left\ncase right => exact h"),
        ("induction n with\n| zero => rfl\n| succ n ih =>\n  rw [ih]\n  sorry",
         "induction n with\n| zero => rfl\n| succ n ih => ?_\nrw [ih]\nrotate_left"),
    ],
)  # fmt: skip
def test_each_hole_of_a_sketch_becomes_a_goal(sketch: str, opened: str) -> None:
    """A `sorry` that stays is refused; a goal in the wrong place makes the right sketch fail."""
    assert open_holes(sketch) == opened


@pytest.mark.parametrize(
    ("step", "opened"),
    [
        ("have h : p := by\n  simp\n  omega", "have h : p := ?_"),
        ("suffices h : p by\n  exact h", "suffices h : p from ?_"),
        ("obtain ⟨x, h⟩ : ∃ x, p x := by exact ⟨1, rfl⟩", "obtain ⟨x, h⟩ : ∃ x, p x := ?_"),
        ("have h := f (by simp) x", None),
        ("have h : p := f", None),
        ("exact by simp", None),
    ],
)
def test_a_statement_can_be_left_to_the_search(step: str, opened: str | None) -> None:
    """A proof that is wrong in one lemma only is right in all that follows it."""
    assert open_statement(step) == opened
