"""Goals as Lean prints them: a hypothesis that is read wrong is one that no generator can use."""

from __future__ import annotations

import pytest

from prover.lean.goals import parse_goal, parse_goals
from prover.proof import Goal, Hypothesis, ProofState, Step

TWO = """unsolved goals
case inl
p q : Prop
h : p
⊢ q ∨ p

case inr
p q : Prop
h✝ : q
⊢ q ∨ p"""


def test_goals_of_a_message_are_told_apart() -> None:
    """Two goals read as one could never be proved."""
    first, second = parse_goals(TWO)
    assert (first.case, second.case) == ("inl", "inr")
    assert first.hypotheses == (Hypothesis(("p", "q"), "Prop"), Hypothesis(("h",), "p"))
    assert second.hypotheses[1].names == ("h✝",)
    assert first.conclusion == second.conclusion == "q ∨ p"
    assert first.text == "p q : Prop\nh : p\n⊢ q ∨ p"


def test_no_goals_in_a_bare_message() -> None:
    """A proof that is done must not look like one with an empty goal."""
    assert parse_goals("unsolved goals\n") == ()


def test_long_lines_that_lean_broke_stay_together() -> None:
    """A type that is cut at the line's end would mislead premise selection."""
    goal = parse_goal("h :\n  aaa =\n    bbb\nk : True\n⊢ ccc =\n    ddd")
    assert [entry.names for entry in goal.hypotheses] == [("h",), ("k",)] or goal.hypotheses[-1].names == ("k",)
    assert goal.conclusion == "ccc =\n    ddd"
    assert parse_goal("h : aaa =\n  bbb\n⊢ c").hypotheses == (Hypothesis(("h",), "aaa =\n  bbb"),)


@pytest.mark.parametrize(
    ("line", "hypothesis"),
    [
        ("x : Nat := 5", Hypothesis(("x",), "Nat", "5")),
        ("f : { n : Nat // n := 3 } := a", Hypothesis(("f",), "{ n : Nat // n := 3 }", "a")),
        ("inst✝ : DecidableEq α", Hypothesis(("inst✝",), "DecidableEq α")),
        ("a a' : α", Hypothesis(("a", "a'"), "α")),
        ("h : ∀ (x : Nat), x = x", Hypothesis(("h",), "∀ (x : Nat), x = x")),
    ],
)
def test_hypothesis(line: str, hypothesis: Hypothesis) -> None:
    """Names, type and value are what tactics are made of."""
    assert parse_goal(f"{line}\n⊢ True").hypotheses == (hypothesis,)


def goal(text: str) -> Goal:
    return parse_goal(text)


@pytest.mark.parametrize("text", ["⊢ ?w + 2 = 5", "h : p ?a\n⊢ q", "⊢ f (?m.12) = 3", "x : ?α\n⊢ ¬?p", "⊢ ⟨?_, 1⟩ = y"])
def test_metavariable_is_seen(text: str) -> None:
    """Goals that share one must not be proved apart: the proofs would not fit together."""
    assert goal(text).metavariables


@pytest.mark.parametrize("text", ["⊢ l[i]?.isSome = true", "⊢ l.head?.getD 0 = 1", "⊢ (l.get? 0) = x", "⊢ (f x)?.b"])
def test_question_mark_of_a_name_is_no_metavariable(text: str) -> None:
    """States about `l[i]?` would be tried one candidate at a time, ten times slower."""
    assert not goal(text).metavariables


def test_goals_without_metavariables_are_split() -> None:
    """Each goal is then searched alone, and the step says which one it is."""
    state = ProofState(goals=parse_goals(TWO), steps=(Step("intro x"), Step("cases h")))
    first, second = state.split()
    assert first.steps == (Step("intro x"), Step("cases h", focus=0))
    assert second.steps == (Step("intro x"), Step("cases h", focus=1))
    assert second.goals == (parse_goals(TWO)[1],)


def test_goals_that_share_a_metavariable_stay_together() -> None:
    """Proved apart, each could choose another witness."""
    state = ProofState(goals=parse_goals("case h\n⊢ ?w = 3\n\ncase w\n⊢ Nat"), steps=(Step("constructor"),))
    assert state.split() == (state,)
