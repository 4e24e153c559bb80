"""The symbolic generator and the search together on the real Lean: theorems it has to be able to prove."""

from __future__ import annotations

import pytest

from data.declarations import theorem_from_statement
from data.finding import find_theorem
from data.theorem import Theorem
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.verification import Verifier
from prover.proof import Failed
from prover.search.best_first import BestFirstSearch
from prover.search.budget import Budget
from prover.search.proof_text import render
from prover.tactics.symbolic import symbolic_generator

pytestmark = pytest.mark.lean

TREES = """\
namespace Shop

inductive Tree (α : Type) where
  | leaf : Tree α
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

def mirror {α : Type} : Tree α → Tree α
  | .leaf => .leaf
  | .node l x r => .node (mirror r) x (mirror l)

inductive Even : Nat → Prop where
  | zero : Even 0
  | next {n : Nat} : Even n → Even (n + 2)

def snoc {α : Type} : List α → α → List α
  | [], a => [a]
  | b :: as, a => b :: snoc as a

def rev {α : Type} : List α → List α
  | [] => []
  | a :: as => snoc (rev as) a

def Occurs {α : Type} (a : α) : List α → Prop
  | [] => False
  | b :: as => a = b ∨ Occurs a as

def Surjective {α β : Type} (f : α → β) : Prop := ∀ b, ∃ a, f a = b

theorem mirror_mirror {α : Type} (t : Tree α) : mirror (mirror t) = t := by
  sorry

theorem even_add {m n : Nat} (hm : Even m) (hn : Even n) : Even (m + n) := by
  sorry

theorem surjective_comp {α β γ : Type} {f : α → β} {g : β → γ} (hf : Surjective f) (hg : Surjective g) :
    Surjective (fun a => g (f a)) := by
  sorry

theorem occurs_snoc {α : Type} {a b : α} {as : List α} : Occurs a (snoc as b) ↔ Occurs a as ∨ a = b := by
  induction as <;> simp_all [Occurs, snoc, or_assoc]

theorem occurs_rev {α : Type} {a : α} {as : List α} : Occurs a (rev as) ↔ Occurs a as := by
  sorry

theorem fixed_point {α β : Type} {f : α → α → β} (hf : Surjective f) (g : β → β) : ∃ b, g b = b := by
  sorry

end Shop
"""

GROUPS = """\
namespace Shop

class Magma (α : Type) where
  op : α → α → α

infixl:65 " ⋄ " => Magma.op

class Group (α : Type) extends Magma α where
  unit : α
  inv : α → α
  assoc (a b c : α) : op (op a b) c = op a (op b c)
  unit_op (a : α) : op unit a = a
  inv_op (a : α) : op (inv a) a = unit

structure IsHom {α β : Type} [Group α] [Group β] (f : α → β) : Prop where
  op (a b : α) : f (a ⋄ b) = f a ⋄ f b

variable {α β : Type} [Group α] [Group β]

theorem inv_op_eq (a b : α) : Group.inv (a ⋄ b) = Group.inv b ⋄ Group.inv a := by
  sorry

theorem hom_unit {f : α → β} (hf : IsHom f) : f Group.unit = Group.unit := by
  sorry

theorem comm_of_square {f : α → β} (h : ∀ a : α, a ⋄ a = Group.unit) (a b : α) : f (a ⋄ b) = f (b ⋄ a) := by
  sorry

end Shop
"""


COMPETITION = """\
import Compat

theorem factors (x y : ℤ) (hy : 0 < y) (hx : y < x) (h : x + y + x * y = 80) : x = 26 := by
  sorry

theorem powers (x y : ℕ) (h : 2 ^ x * 3 ^ y = 1296) : x + y = 8 := by
  sorry

theorem described (s : Finset ℕ) (h : ∀ x, x ∈ s ↔ 0 < x ∧ x ^ 2 + 4 * x + 4 < 20) : s.card = 2 := by
  sorry

theorem least : IsLeast {x : ℕ | 30 * x ≡ 42 [MOD 47]} 39 := by
  sorry

theorem cycle (n : ℕ) : ¬7 ∣ 2 ^ n + 1 := by
  sorry

theorem square (a : ℤ) : a ^ 2 % 4 = 0 ∨ a ^ 2 % 4 = 1 := by
  sorry

theorem total (u : ℕ → ℕ) (h : ∀ n, u n = 2 * n + 1) : ∑ k ∈ Finset.range 100, u k = 10000 := by
  sorry

theorem large : 7 ^ 2005 % 100 = 7 := by
  sorry
"""


def is_proved(theorem: Theorem, lean: Lean) -> bool:
    """Whether the search finds a proof within 3000 checks that a fresh Lean accepts."""
    with LeanEnvironment(lean) as environment:
        search = BestFirstSearch(
            environment.start(theorem),
            theorem=theorem,
            environments=[environment],
            generator=symbolic_generator(theorem),
            budget=Budget(num_checks=3000, seconds=300),
            verify=lambda _tree: None,
        )
        proof = search.run().proof
    return proof is not None and Verifier(theorem, lean=lean, limits=Limits()).verify(render(proof)).accepted


@pytest.mark.parametrize(
    "statement",
    [
        "theorem t (p q r : Prop) : p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r)",
        "theorem t (p q : Prop) : ((p → q) → p) → p",
        "theorem t (α : Type) (p : α → Prop) : (¬∃ x, p x) ↔ ∀ x, ¬p x",
        "theorem t (α : Type) (r : α → α → Prop) (h : ∃ x, ∀ y, r x y) : ∀ y, ∃ x, r x y",
        "theorem t (a b c : Nat) : a + b + c = c + b + a",
        "theorem t (a b c : Nat) (h : a ≤ b) : a ≤ b + c",
        "theorem t (f : Nat → Nat) (h : ∀ x, f x = x) : f (f 2) = 2",
        "theorem t (b : Bool) : (b && b) = b",
        "theorem t (a b : Nat) (ha : ∃ k, a = 2 * k + 1) (hb : ∃ k, b = 2 * k + 1) : ∃ k, a * b = 2 * k + 1",
        "theorem t (a b c : Int) : a * b + b * c + a * c ≤ a * a + b * b + c * c",
    ],
)
def test_a_textbook_theorem_is_proved(embedded: Lean, statement: str) -> None:
    """A newcomer tries these first."""
    assert is_proved(theorem_from_statement(statement), embedded)


@pytest.mark.parametrize("name", ["mirror_mirror", "even_add", "surjective_comp", "occurs_rev", "fixed_point"])
def test_a_theorem_about_the_file_s_own_notions_is_proved(embedded: Lean, name: str) -> None:
    """Users prove theorems about what they have defined themselves."""
    assert is_proved(find_theorem(TREES, None, f"Shop.{name}"), embedded)


@pytest.mark.parametrize("name", ["inv_op_eq", "hom_unit", "comm_of_square"])
def test_the_laws_of_a_class_are_used(embedded: Lean, name: str) -> None:
    """In algebra nothing but the fields of a class is known at first, and no `simp` finds the detours it takes."""
    assert is_proved(find_theorem(GROUPS, None, f"Shop.{name}"), embedded)


@pytest.mark.parametrize("name", ["factors", "powers", "cycle", "square", "total", "described", "least", "large"])
def test_a_competition_problem_is_solved(embedded: Lean, name: str) -> None:
    """Where only finitely many numbers come into question, a pupil tries them all."""
    assert is_proved(find_theorem(COMPETITION, None, name), embedded)


@pytest.mark.parametrize(
    "statement",
    [
        "theorem t : ¬ ∀ (n : Nat), n < 5",
        "theorem t : ¬ ∀ (p q : Prop), p → q",
        "theorem t : ¬ ∀ (a b : Nat), a + b = a",
        "theorem t : ¬ ∀ (xs : List Nat), xs = []",
    ],
)
def test_a_false_statement_is_refuted(embedded: Lean, statement: str) -> None:
    """`prove` tells a user that a statement is false by proving its negation."""
    assert is_proved(theorem_from_statement(statement), embedded)


def test_few_candidates_fail_to_parse(embedded: Lean) -> None:
    """One candidate that Lean cannot read costs the whole batch another round trip."""
    theorem = find_theorem(TREES, None, "Shop.even_add")
    with LeanEnvironment(embedded) as environment:
        state = environment.start(theorem)
        suggested = symbolic_generator(theorem).suggest([state], num_suggestions=64)[0]
        outcomes = environment.check(state, [suggestion.tactic for suggestion in suggested])
    messages = [outcome.message for outcome in outcomes if isinstance(outcome, Failed)]
    assert not [message for message in messages if "unexpected" in message or "unknown tactic" in message]
