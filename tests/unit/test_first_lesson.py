"""What a conjecturer's model learns from the theorems that people stated."""

from __future__ import annotations

from conjecturer.conjecture import KnownTheorem
from conjecturer.first_lesson import first_lesson

THEOREMS = [
    KnownTheorem("Tiny.twice_eq", "∀ (n : Nat), twice n = 2 * n"),
    KnownTheorem("Tiny.twice_add", "∀ (m n : Nat), twice (m + n) = twice m + twice n"),
    KnownTheorem("Tiny.open_question", "∀ (n : Nat), twice n = 4", is_proved=False),
    KnownTheorem("Tiny.le_twice", "∀ (n : Nat), n ≤ twice n"),
    KnownTheorem("Nat.add_comm", "∀ (n m : Nat), n + m = m + n", is_library=True),
    KnownTheorem("Nat.add_zero", "∀ (n : Nat), n + 0 = n", is_library=True),
]
PROOFS = {
    "Tiny.twice_eq": ":= by unfold twice; omega",
    "Tiny.twice_add": ":= by rw [twice_eq, twice_eq, twice_eq]; omega",
    "Tiny.le_twice": ":= by\n  rw [Tiny.twice_add.elim, Nat.add_comm]",
}


def test_what_stands_behind_a_theorem_is_learnt_as_made_of_it() -> None:
    """A conjecturer that begins with nothing says nothing, and the variant that has only the model ends in round 1."""
    lesson = first_lesson(THEOREMS, proofs=PROOFS, without=())
    assert [(each.prompt, each.completion) for each in lesson] == [
        (
            "lemma Tiny.twice_eq : ∀ (n : Nat), twice n = 2 * n\n"
            "theorem Tiny.twice_eq : ∀ (n : Nat), twice n = 2 * n := by unfold twice; omega:::",
            "∀ (m n : Nat), twice (m + n) = twice m + twice n",
        ),
        (
            "lemma Nat.add_comm : ∀ (n m : Nat), n + m = m + n\n"
            "theorem Tiny.twice_add : ∀ (m n : Nat), twice (m + n) = twice m + twice n "
            ":= by rw [twice_eq, twice_eq, twice_eq]; omega:::",
            "∀ (n : Nat), n ≤ twice n",
        ),
        ("theorem Nat.add_comm : ∀ (n m : Nat), n + m = m + n:::", "∀ (n : Nat), n + 0 = n"),
    ]


def test_what_is_held_out_is_neither_stated_nor_shown() -> None:
    """What is measured on held-out theorems would be worth nothing."""
    lesson = first_lesson(THEOREMS, proofs=PROOFS, without={"Tiny.twice_eq", "Nat.add_comm"})
    assert [each.completion for each in lesson] == ["∀ (n : Nat), n ≤ twice n"]
    assert not any("twice_eq :" in each.prompt or "Nat.add_comm" in each.prompt for each in lesson)
