"""Instances of general statements, inductions that start elsewhere, and what types rule out; no Lean judges it here."""

from __future__ import annotations

import pytest

from data.declarations import theorem_from_statement
from data.finding import find_theorem
from prover.lean.goals import parse_goals
from prover.proof import ProofState
from prover.tactics.symbolic import SymbolicGenerator

_GROUP = """\
class Group (G : Type) where
  op : G → G → G
  e : G
  inv : G → G
  assoc : ∀ a b c, op (op a b) c = op a (op b c)
  e_op : ∀ a, op e a = a
  inv_op : ∀ a, op (inv a) a = e

def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x ≤ y then x :: y :: ys else y :: insert x ys

def rev {α : Type} : List α → List α
  | [] => []
  | x :: xs => rev xs ++ [x]

theorem t : True := by sorry
"""


def tactics(goal: str, *, source: str | None = None) -> list[str]:
    theorem = theorem_from_statement("theorem t : True") if source is None else find_theorem(source, None, "t")
    state = ProofState(goals=parse_goals(goal))
    return [each.tactic for each in SymbolicGenerator(theorem).suggest([state], num_suggestions=64)[0]]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("n : Nat\nf : Nat → Nat\nh : ∀ (k : Nat), f k < f (k + 1)\nih : n ≤ f n\n⊢ n + 1 ≤ f (n + 1)", "have i0 := h"),
        ("f : Nat → Nat\nhf : ∀ (x y : Nat), f (x + y) = f x + f y\n⊢ f 0 = 0", "have h := hf 0 0"),
        ("n : Nat\nh : 5 ≤ n\n⊢ n * n < 2 ^ n", "obtain ⟨k, rfl⟩ : ∃ k, n = k + 5"),
        ("P : Nat → Prop\nh : ∀ (n : Nat), P n → P (n + 2)\nn : Nat\n⊢ P n", "induction n using Nat.strongRecOn"),
        ("a b : Nat\n⊢ 2 * a * b ≤ a * a + b * b", "rcases Nat.le_total a b with h | h <;>"),
        ("a b : Nat\nh : a ^ 2 = b ^ 2\n⊢ a = b", "rcases Nat.le_total a b with h1 | h1 <;>"),
        ("x n : Nat\nih : 1 + n * x ≤ (1 + x) ^ n\n⊢ 1 + (n + 1) * x ≤ (1 + x) ^ (n + 1)", "have hint0 := Nat"),
    ],
)  # fmt: skip
def test_what_holds_for_all_values_is_used_at_those_of_the_goal(goal: str, expected: str) -> None:
    """Arithmetic and simplification see no statement about all numbers: such theorems would stay open."""
    assert any(tactic.startswith(expected) for tactic in tactics(goal))


def test_laws_whose_variables_have_no_types_written_prove_equations() -> None:
    """Most people write the laws of a class so, and nothing would follow from them."""
    found = tactics("G : Type\ninst✝ : Group G\na : G\n⊢ op a (inv a) = e", source=_GROUP)
    assert any(tactic.startswith("have e") and "calc" in tactic for tactic in found)


def test_lemmas_on_other_types_are_not_tried() -> None:
    """The checks of a search would go to lemmas on integers and arrays that no element of a group satisfies."""
    found = tactics("G : Type\ninst✝ : Group G\na : G\n⊢ op a (inv a) = e", source=_GROUP)
    assert not [tactic for tactic in found if "Int." in tactic or "Array." in tactic or "List." in tactic]


def test_a_function_with_the_name_of_an_operation_is_called_by_its_full_name() -> None:
    """`simp [insert]` does not say which of two functions is meant, and fails."""
    found = tactics("x : Nat\nl : List Nat\n⊢ (_root_.insert x l).length = l.length + 1", source=_GROUP)
    assert "simp [_root_.insert]" in found
    assert any(tactic.startswith("fun_induction _root_.insert (x) (l)") for tactic in found)


def test_arithmetic_is_recognised_by_the_types_of_both_sides() -> None:
    """`omega` would not be tried on the sizes of trees and lists."""
    assert "omega" in tactics("α : Type\nl m : List α\n⊢ l.length ≤ l.length + m.length")
    assert "omega" not in tactics("α : Type\nl m : List α\n⊢ l ++ m = m ++ l")


def test_a_stuck_induction_gets_the_lemma_that_it_needs() -> None:
    """Reversing twice is the first theorem that many people try, and no known lemma proves it."""
    goal = "α : Type\nx : α\nl : List α\nih : rev (rev l) = l\n⊢ rev (rev l ++ [x]) = x :: l"
    assert any(
        tactic.startswith("have key : ∀ ys, rev (ys ++ x :: []) = x :: rev ys := by")
        for tactic in tactics(goal, source=_GROUP)
    )


def test_what_searches_gets_no_lemma_on_linear_order() -> None:
    """`grind` refuses the whole list for one of them, and `solve_by_elim` applies them until its time is over."""
    found = tactics("n : Nat\nf : Nat → Nat\nh : ∀ (k : Nat), f k < f (k + 1)\n⊢ n ≤ f n")
    searching = [tactic for tactic in found if "grind" in tactic or "solve_by_elim" in tactic]
    assert searching
    assert not [tactic for tactic in searching if "Nat.le" in tactic or "Nat.zero_le" in tactic]


def test_a_namesake_with_fewer_arguments_is_no_transitive_relation() -> None:
    """Two notions of one last name would end a search, and the batch that it belongs to, with a stack trace."""
    source = """\
def A.P (n : Nat) : Prop := n = n
theorem A.step (a b c : Nat) (h : A.P a) (k : A.P b) : A.P c := rfl
def B.P (m n : Nat) : Prop := m = n
theorem t : True := by sorry
"""
    assert tactics("a b : Nat\n⊢ B.P a b", source=source)


def test_a_sum_over_the_first_numbers_is_proved_by_induction() -> None:
    """Closed forms of sums are what people try first with finite sets."""
    goal = "n : Nat\n⊢ ∑ k ∈ Finset.range n, (2 * k + 3) = (n + 1) ^ 2 - 1"
    assert any(tactic.startswith("induction n <;> simp_all [Finset.sum_range_succ") for tactic in tactics(goal))
    goal = "n : Nat\nih : ∑ k ∈ Finset.range n, k = n\n⊢ ∑ k ∈ Finset.range (n + 1), k = n + 1"
    assert "rw [Finset.sum_range_succ, ih]" in tactics(goal)


def test_an_operation_of_a_class_is_not_taken_for_a_function_of_its_name() -> None:
    """`add` of a ring beside `N.add` would get the wrong types, and no law of the ring would prove anything."""
    source = f"inductive N where\n  | z : N\n\ndef N.op (a b : N) : N := a\n\n{_GROUP}"
    found = tactics("G : Type\ninst✝ : Group G\na : G\n⊢ op a (inv a) = e", source=source)
    assert any(tactic.startswith("have e") and "N.op" not in tactic for tactic in found)
