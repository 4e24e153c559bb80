"""What Lean's messages say about each candidate: the wrong reading hides a proof or makes one up."""

from __future__ import annotations

from typing import Literal

import pytest

from prover.lean.document import Block, Document
from prover.lean.outcomes import num_completed, outcome_of, suggestion_in
from prover.lean.server import Diagnostic
from prover.proof import Failed, Progress, Proved, Step

FIRST, SECOND, CANARY = Block(3, 5, 3), Block(4, 5, 6), Block(7, 5, 7)
DOCUMENT = Document(text="", head=Block(1, 3, 9), candidates=(FIRST, SECOND), canary=CANARY)
GOALS = "unsolved goals\np : Prop\n⊢ p"


def message(
    text: str,
    line: int,
    *,
    column: int = 5,
    severity: Literal["error", "warning", "information"] = "error",
) -> Diagnostic:
    return Diagnostic(
        severity=severity,
        message=text,
        line=line,
        column=column,
        end_line=line,
        end_column=column,
        is_unsolved_goals=text.startswith("unsolved goals"),
    )


LEFT_BY_CANARY = message(GOALS, CANARY.line)


def test_silence_is_a_proof() -> None:
    """Lean says nothing of a block that closes its goal."""
    assert outcome_of("rfl", FIRST, [LEFT_BY_CANARY], steps=()) == Proved("rfl")


def test_goals_left_at_the_block_are_progress() -> None:
    """The state behind the candidate remembers how it was reached."""
    outcome = outcome_of("intro", SECOND, [message(GOALS, SECOND.line)], steps=(Step("a"),))
    assert isinstance(outcome, Progress)
    assert outcome.state.steps == (Step("a"), Step("intro"))
    assert outcome.state.text == "p : Prop\n⊢ p"


def test_goals_left_inside_the_block_are_a_failure() -> None:
    """`cases h with | inl => skip` leaves a goal that no later tactic can reach."""
    inner = message(GOALS, SECOND.last_line, column=9)
    assert outcome_of("x", SECOND, [inner], steps=()) == Failed(GOALS)
    assert outcome_of("x", SECOND, [message(GOALS, SECOND.line), inner], steps=()) == Failed(GOALS)


def test_neighbour_s_error_and_own_warning_do_not_count() -> None:
    """A linter must not refute a proof, and no candidate pays for another."""
    found = [message("bad", FIRST.line), message("unused", SECOND.line, severity="warning")]
    assert outcome_of("x", SECOND, found, steps=()) == Proved("x")


def test_batch_counts_only_when_the_last_block_has_been_run() -> None:
    """Where Lean gave up before a candidate, its silence is no proof."""
    assert num_completed(DOCUMENT, [LEFT_BY_CANARY]) == (2, False)
    assert num_completed(DOCUMENT, []) == (0, False)
    assert num_completed(DOCUMENT, [message("syntax error", 4)]) == (0, False)


def test_candidates_behind_the_one_that_used_up_the_heartbeats_are_open() -> None:
    """All that follow it fail for want of heartbeats, whatever they are worth."""
    exhausted = "(deterministic) timeout at `whnf`, maximum number of heartbeats (20000) has been reached"
    found = [message(exhausted, SECOND.last_line), message(exhausted, CANARY.line), LEFT_BY_CANARY]
    assert num_completed(DOCUMENT, found) == (1, True)


@pytest.mark.parametrize(
    ("text", "tactic"),
    [
        ("Try this: exact h", "exact h"),
        ("Try this:\n  [apply] simp only [a,\n      b]", "simp only [a,\n  b]"),
        ("Try these:\n  [apply] exact a\n  [apply] exact b", "exact a"),
        ("Try these:\n  • exact a\n  • exact b", "exact a"),
        ("Try this:\n  [apply] rw [h]\n  -- no goals", "rw [h]"),
        ("Try this: rw [h]\n-- x = y", "rw [h]"),
    ],
)
def test_suggestion_is_taken_out_of_lean_s_words(text: str, tactic: str) -> None:
    """`exact?` must not stand in a proof: what it found must."""
    assert suggestion_in(SECOND, [message(text, SECOND.line, severity="information")]) == tactic


def test_only_its_own_suggestion_is_a_candidate_s() -> None:
    """Two `exact?` in one batch may find different lemmas."""
    found = [message("Try this: exact h", FIRST.line, severity="information"), message("Try this: x", SECOND.line)]
    assert suggestion_in(SECOND, found) is None
