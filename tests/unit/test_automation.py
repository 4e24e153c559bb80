"""What tactics that search by themselves are told, and principles stated rather than built in; no Lean here."""

from __future__ import annotations

import pytest

from data.finding import find_theorem
from prover.lean.goals import parse_goals
from prover.proof import Failed, Outcome, ProofState, Suggestion, TimedOut
from prover.search.patience import Patience
from prover.tactics.premises import Premises
from prover.tactics.sight import Sight
from prover.tactics.symbolic import SymbolicGenerator

SOURCE = """\
namespace Shop

variable {α : Type}

def snoc : List α → α → List α
  | [], a => [a]
  | b :: as, a => b :: snoc as a

def rev : List α → List α
  | [] => []
  | a :: as => snoc (rev as) a

def joined : List (List α) → List α
  | [] => []
  | as :: rest => as ++ joined rest

def Occurs (a : α) : List α → Prop
  | [] => False
  | b :: as => a = b ∨ Occurs a as

def Set (α : Type) := α → Prop

def Set.inter (s t : Set α) : Set α := fun a => s a ∧ t a

def Surjective {β : Type} (f : α → β) : Prop := ∀ b, ∃ a, f a = b

def Grounded (r : α → α → Prop) : Prop := ∀ P : α → Prop, (∀ a, (∀ b, r b a → P b) → P a) → ∀ a, P a

inductive Perm : List α → List α → Prop where
  | nil : Perm [] []
  | cons (a : α) {as bs : List α} : Perm as bs → Perm (a :: as) (a :: bs)

theorem Perm.occurs {a : α} {as bs : List α} (h : Perm as bs) (ha : Occurs a as) : Occurs a bs := trivial

theorem rev_rev (as : List α) : rev (rev as) = as := trivial

theorem rev_as_loop (as : List α) : rev as = rev (rev (rev as)) := trivial

theorem occurs_append {a : α} {as bs : List α} : Occurs a (as ++ bs) ↔ Occurs a as ∨ Occurs a bs := trivial

theorem snoc_induction {P : List α → Prop} (nil : P []) (snoc : ∀ as a, P as → P (snoc as a)) (as : List α) : P as :=
  trivial

theorem target : True := by
  sorry

end Shop
"""


def premises() -> Premises:
    return Premises(find_theorem(SOURCE, None, "Shop.target"))


def sight(goal: str) -> Sight:
    return Sight(parse_goals(goal)[0], premises())


def tactics(goal: str) -> list[str]:
    generator = SymbolicGenerator(find_theorem(SOURCE, None, "Shop.target"), premises=premises())
    found = generator.suggest([ProofState(goals=parse_goals(goal))], num_suggestions=200)[0]
    return [suggestion.tactic for suggestion in found]


def test_lemmas_on_what_definitions_compute_to_are_handed_over() -> None:
    """`joined` computes to an append: without its lemma `simp_all` stops there, and the user sees no proof."""
    simplifying = sight("α : Type\na : α\nxs : List (List α)\n⊢ Occurs a (joined xs)").selection.simplifying
    assert "Shop.occurs_append" in simplifying


def test_an_equation_that_repeats_itself_is_not_handed_over() -> None:
    """`simp` would rewrite with it until its time is up."""
    simplifying = sight("α : Type\nas : List α\n⊢ rev (rev as) = as").selection.simplifying
    assert "Shop.rev_rev" in simplifying
    assert "Shop.rev_as_loop" not in simplifying


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("α : Type\nas : List α\n⊢ rev (rev as) = as", "induction as using Shop.snoc_induction"),
        ("α : Type\nas bs : List α\nh : rev as = rev bs\n⊢ as = bs", "simpa only [Shop.rev_rev] using congrArg rev h"),
        ("α : Type\nbs : List α\n⊢ ∃ as, rev as = bs", "exact ⟨_, Shop.rev_rev _⟩"),
        (
            "α : Type\nr : α → α → Prop\nh : Grounded r\na : α\nha : r a a\n⊢ False",
            "refine h (fun a => r a a → False) ?_ a ha",
        ),
        (
            "α : Type\nf : α → α → Prop\nh : Surjective f\n⊢ False",
            "obtain ⟨a, h1⟩ := h (fun x => ¬f x x); have hdiagonal : f a a = (¬f a a) := congrFun h1 a",
        ),
        ("a b : Nat\nh : a = b\n⊢ ∃ c, c = a", "exact ⟨b, h.symm⟩"),
    ],
)
def test_the_step_that_a_person_would_see_is_proposed(goal: str, expected: str) -> None:
    """None of these is found by going through connectives alone."""
    assert expected in tactics(goal)


def test_a_set_is_no_hypothesis() -> None:
    """It would be taken apart, simplified and applied like a proof, which costs a dozen checks a state."""
    seen = sight("α : Type\nS : Set α\na : α\n⊢ S a")
    assert [local.name for local in seen.objects] == ["S", "a"]
    assert not seen.facts


def test_a_variable_with_a_capital_is_no_namespace() -> None:
    """Lean prints `S.inter T` for `Set.inter S T`, and what is not recognised is not unfolded."""
    assert sight("α : Type\nS T : Set α\na : α\n⊢ S.inter T a").meaning.head == "∧"


def outcome(*, is_late: bool) -> Outcome:
    return TimedOut("late") if is_late else Failed("no")


def test_a_kind_of_tactic_that_always_runs_out_of_time_is_given_up() -> None:
    """Otherwise a few lemmas that make `grind` run away cost the search all its seconds."""
    patience = Patience()
    runaway = [Suggestion(f"induction a{i} <;> grind [lemma{i}]", -1.0, "test") for i in range(4)]
    quick = Suggestion("simp_all", -1.0, "test")
    patience.note((entry, outcome(is_late=True)) for entry in runaway[:3])
    patience.note([(quick, outcome(is_late=False))])
    assert patience.allowed([runaway[3], quick]) == [quick]


def test_a_kind_of_tactic_that_mostly_answers_is_kept() -> None:
    """One state that is too hard says little about the next."""
    patience = Patience()
    entry = Suggestion("simp_all [f]", -1.0, "test")
    patience.note((entry, outcome(is_late=False)) for _ in range(60))
    patience.note((entry, outcome(is_late=True)) for _ in range(4))
    assert patience.allowed([entry]) == [entry]


def test_two_lists_are_taken_apart_together() -> None:
    """What is said of both at once is shown for the two empty and for the two beginnings."""
    found = tactics("α : Type\nas bs : List α\nh : rev as = rev bs\n⊢ as = bs")
    assert any(tactic.startswith("induction as generalizing bs <;> cases bs <;> simp_all [") for tactic in found)


def test_the_user_s_relation_does_not_get_the_library_s_notation() -> None:
    """The library writes its own permutations with `~`; lemmas on the user's would fit no goal."""
    found = tactics("α : Type\na : α\nas bs : List α\nh : Perm as bs\nha : Occurs a as\n⊢ Occurs a bs")
    assert "exact Shop.Perm.occurs h ha" in found
