"""Which names exist for a model that proposes tactics."""

from __future__ import annotations

import pytest

from data.finding import find_theorem
from prover.lean.goals import parse_goals
from prover.tactics.premises import Premises
from prover.tactics.vocabulary import Vocabulary

_SOURCE = """\
inductive Colour where
  | red
  | green

structure Pair where
  left : Nat
  right : Nat

def Colour.mix (a b : Colour) : Colour := a

theorem Colour.mix_self (a : Colour) : a.mix a = a := rfl

theorem foo (n : Nat) (hn : 0 < n) (c : Colour) : c.mix c = c := by
  sorry
"""
_GOAL = parse_goals("n : Nat\nhn : 0 < n\nc : Colour\n⊢ c.mix c = c")[0]


def vocabulary(*, is_complete: bool = True) -> Vocabulary:
    return Vocabulary(Premises(find_theorem(_SOURCE, None, "foo")), is_complete=is_complete)


@pytest.mark.parametrize(
    "tactic",
    [
        "exact hn",
        "exact hn.ne'",
        "rw [Colour.mix_self]",
        "exact Colour.mix_self c",
        "exact (Colour.mix_self c).symm.trans rfl",
        "cases c with | red => ?_ | green => ?_",
        "exact Nat.rec ?_ ?_ n",
        "intro x hx; exact foo.trans hx",
        "rcases hn with ⟨y, hy⟩ | z",
        "obtain ⟨k, hk⟩ := Nat.exists_eq_succ_of_ne_zero hn.ne'",
        "exact fun q => q",
        "have hq : n = n := rfl",
        "have := Nat.le_of_lt hn",
        "simp only [Nat.add_comm] at hn",
        "exact .red",
        "exact Pair.left ⟨1, 2⟩",
        "refine Nat.le_trans (m := 3) ?_ ?_",
        "generalize n + 1 = q at *",
        "exact @Nat.le_of_lt _ _ hn",
        "my_own_tactic",
        "· simp",
        "split <;> omega",
        "rw [if_neg hn]",
        "have hq : n = n := by\n  rfl",
    ],
)
def test_what_may_exist_is_left_to_lean(tactic: str) -> None:
    """A right tactic that is thrown away unseen is a proof that is not found."""
    assert vocabulary().unknown_name(tactic, _GOAL) is None
    assert vocabulary(is_complete=False).unknown_name(tactic, _GOAL) is None


@pytest.mark.parametrize(
    ("tactic", "name"),
    [
        ("exact hx", "hx"),
        ("rw [hm] at hn", "hm"),
        ("cases k with | zero => ?_ | succ k' => ?_", "k"),
        ("exact hb.symm", "hb.symm"),
        ("exact h", "h"),
        ("rw [← ih₁]", "ih₁"),
    ],
)
def test_hypotheses_that_are_not_there_are_found_out(tactic: str, name: str) -> None:
    """Half of what a small model says first is such a name; Lean's checks are the budget."""
    assert vocabulary(is_complete=False).unknown_name(tactic, _GOAL) == name
    assert vocabulary().unknown_name(tactic, _GOAL) == name


@pytest.mark.parametrize(
    ("tactic", "name"),
    [
        ("rw [Nat.lt_of_lt hn]", "Nat.lt_of_lt"),
        ("exact Or.refl c", "Or.refl"),
        ("rw [mix_other]", "mix_other"),
        ("exact Colour.blue", "Colour.blue"),
    ],
)
def test_invented_lemmas_are_found_out_where_all_are_known(tactic: str, name: str) -> None:
    """Elsewhere, as with Mathlib, the lemma may well exist."""
    assert vocabulary().unknown_name(tactic, _GOAL) == name
    assert vocabulary(is_complete=False).unknown_name(tactic, _GOAL) is None
