"""What becomes of human proofs before a model learns from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.errors import UsageError
from prover.training.examples import Example, Rival, balanced, deduplicated, divided
from prover.training.steps import first_goal, single_step


@pytest.mark.parametrize(
    ("tactic", "expected"),
    [
        ("rw [ih, snoc_append]", "rw [ih, snoc_append]"),
        (
            "induction as generalizing bs with\n| nil => rfl\n| cons a as ih =>\n  show f as\n  rw [ih]",
            "induction as generalizing bs with | nil => ?_ | cons a as ih => ?_",
        ),
        ("rcases h with\n  ⟨x, hx⟩ | h", None),
        ("have h : ∀ n, p n := by\n  intro n\n  exact hp n", "have h : ∀ n, p n := ?_"),
        ("have h : p := by exact hp", "have h : p := by exact hp"),
        ("calc\n  a = b := h\n  _ = c := h'", "calc\n  a = b := h\n  _ = c := h'"),
        ("case succ n ih => simp", None),
        ("next => rfl", None),
        ("all_goals simp", None),
        ("cases' h", "cases' h"),
        ("exact sorry", None),
    ],
)
def test_a_tactic_keeps_only_what_it_does_itself(tactic: str, expected: str | None) -> None:
    """A model would learn to write whole proofs in one tactic, blindly, and tactics that no single goal understands."""
    assert single_step(tactic) == expected


def test_a_model_reads_what_a_search_shows() -> None:
    """With the tag of a case and the other goals before its eyes it would learn from what it never gets."""
    state = first_goal("case nil\nα : Type\n⊢ f [] = 0\n\ncase cons\nα : Type\na : α\n⊢ f [a] = 1")
    assert state is not None
    assert state.text == "α : Type\n⊢ f [] = 0"
    assert first_goal("no goals") is None


def test_a_theorem_is_never_divided() -> None:
    """What is measured on validation would have been learnt from the same proof."""
    examples = [Example(f"t{number % 50}", f"p{number}", "rfl") for number in range(500)]
    train, val = divided(examples, one_in=5)
    assert train
    assert val
    assert not {example.group for example in train} & {example.group for example in val}
    grown_train, grown_val = divided([Example("new", "p", "rfl"), *examples], one_in=5)
    assert set(train) <= set(grown_train)
    assert set(val) <= set(grown_val), "a division that moves when data comes would leak what was held out"


def test_nothing_to_learn_from_is_said() -> None:
    """An empty model would be trained."""
    with pytest.raises(UsageError, match="nothing to learn from"):
        divided([])


def test_what_comes_twice_is_learnt_once() -> None:
    """Tactics of theorems that are alike would drown the others."""
    first, second = Example("a", "p", "rfl", 0.5), Example("b", "p", "rfl", 2.0)
    other = Example("a", "p", "simp")
    assert deduplicated([first, other, second]) == [second, other]
    chosen = replace(second, rivals=(Rival("simp", 0.0),))
    assert deduplicated([second, other, chosen]) == [chosen, other], "what was tried in vain is not to be lost"


def test_many_proofs_of_a_state_count_as_one() -> None:
    """An easy state with a hundred proofs would count a hundred times as much as a hard one with one."""
    found = balanced([Example("a", "p", "rfl"), Example("a", "p", "simp", 3.0), Example("b", "q", "simp", 5.0)])
    assert [example.weight for example in found] == [0.25, 0.75, 1.0]
