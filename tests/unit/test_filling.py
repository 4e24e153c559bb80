"""What is written into the user's file: a proof that is found but laid out wrong is lost."""

from __future__ import annotations

import pytest

from data.declarations import sorry_theorems
from data.finding import find_theorem
from prover.lean.filling import fillings

PROOF = "intro h\ncases h with\n| intro a b =>\n  exact ⟨b, a⟩"


def test_whole_proof_is_a_block_under_the_statement() -> None:
    """The natural layout, at two spaces."""
    theorem = find_theorem("theorem t : p := sorry", None, "t")
    assert fillings(theorem, "intro h\n\nrfl") == (":= by\n  intro h\n\n  rfl",)


@pytest.mark.parametrize(
    ("before", "filled"),
    [
        ("theorem t : p := by\n    skip\n    ", "theorem t : p := by\n    skip\n    intro h\n    cases h with"),
        ("theorem t : p := by\n  skip\n  · ", "theorem t : p := by\n  skip\n  · \n      intro h\n      cases h with"),
    ],
)
def test_tactics_go_on_at_the_margin_of_the_sorry(before: str, filled: str) -> None:
    """Lines after the first must stand where the block's tactics stand."""
    (theorem,) = sorry_theorems(before + "sorry\n", None)
    assert theorem.filled(fillings(theorem, PROOF)[0]).startswith(filled)


def test_one_line_stays_in_its_line() -> None:
    """`⟨by simp, h⟩` is what a person would write, as a term only with `by`, in brackets only where it must be."""
    theorem = sorry_theorems("theorem t : p ∧ q := ⟨sorry, h⟩", None)[0]
    as_tactic, _, as_term, in_brackets = fillings(theorem, "simp")
    assert (as_tactic, as_term, in_brackets) == ("simp", "by simp", "(by simp)")
