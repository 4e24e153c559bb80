"""The printed proof, to the letter: it is what the user gets and what the kernel judges."""

from __future__ import annotations

from prover.search.proof_text import ProofTree, render


def tree(tactic: str, *children: ProofTree, num_goals: int = 1) -> ProofTree:
    return ProofTree(tactic, children, num_goals)


def test_one_goal_after_another_stays_flat() -> None:
    assert render(tree("intro h", tree("exact h"))) == "intro h\nexact h"


def test_indentation_is_added_to_every_line_but_empty_ones() -> None:
    """A proof pasted into a `·` block must not fall out of it, nor leave blanks at the end of lines."""
    assert render(tree("have h : p := by\n  simp\n\n  done", tree("exact h")), indent=2) == (
        "  have h : p := by\n    simp\n\n    done\n  exact h"
    )


def test_several_goals_get_a_bullet_each() -> None:
    proof = tree("constructor", tree("intro h", tree("exact h.1")), tree("calc a = b := x\n  _ = c := y"))
    assert render(proof).split("\n") == [
        "constructor",
        "· intro h",
        "  exact h.1",
        "· calc a = b := x",
        "    _ = c := y",
    ]


def test_alternatives_take_their_proofs_inside() -> None:
    """A reader sees which case each proof belongs to, and Lean checks that it does."""
    step = tree("cases ih with | inl h => ?_ | inr h => ?_", tree("exact h"), tree("intro x", tree("exact h x")))
    proof = tree("induction n generalizing m with | zero => ?_ | succ n ih => ?_", tree("rfl"), step)
    assert render(proof).split("\n") == [
        "induction n generalizing m with",
        "| zero => rfl",
        "| succ n ih =>",
        "  cases ih with",
        "  | inl h => exact h",
        "  | inr h =>",
        "    intro x",
        "    exact h x",
    ]


def test_alternatives_within_a_bullet_are_indented_with_it() -> None:
    proof = tree("constructor", tree("cases h with | intro a b => ?_", tree("exact a")), tree("exact k"))
    assert render(proof).split("\n") == [
        "constructor",
        "· cases h with",
        "  | intro a b => exact a",
        "· exact k",
    ]


def test_an_alternative_that_is_closed_already_keeps_its_own_proof() -> None:
    proof = tree("cases n with | zero => simp [f (a | b)] | succ n => ?_", tree("exact h"))
    assert render(proof) == "cases n with\n| zero => simp [f (a | b)]\n| succ n => exact h"


def test_one_alternative_of_two_patterns_is_one() -> None:
    proof = tree("cases h with | inl h | inr h => ?_", tree("exact h"))
    assert render(proof) == "cases h with\n| inl h | inr h => exact h"


def test_alternatives_that_do_not_match_the_goals_stay_as_they_are() -> None:
    """Where the tactic closed one case or left more, the holes are proved in order, in blocks after it."""
    proof = tree("cases h with | inl h => ?_ | inr h => ?_", tree("a"), tree("b"), tree("c"))
    assert render(proof) == "cases h with | inl h => ?_ | inr h => ?_\n· a\n· b\n· c"


def test_goals_proved_together_stay_flat() -> None:
    """A block would hide the other goals that share the metavariable."""
    proof = tree("cases h with | intro w hw => ?_", tree("exact hw", tree("exact w"), num_goals=2))
    assert render(proof) == "cases h with | intro w hw => ?_\nexact hw\nexact w"


def test_long_alternatives_get_a_line_of_their_own() -> None:
    long = "exact " + "x" * 100
    proof = tree("cases h with | inl h => ?_ | inr h => ?_", tree(long), tree("exact h"))
    assert render(proof) == f"cases h with\n| inl h =>\n  {long}\n| inr h => exact h"
