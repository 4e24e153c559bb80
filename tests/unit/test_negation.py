"""The negation of a theorem: written at the wrong place, it would say something else and disprove what is true."""

from __future__ import annotations

import pytest

from data.declarations import negation_of
from data.finding import find_theorem, theorem_at_line
from data.source import line_number

FILE = """namespace A
variable (n : Nat)
open Foo in
theorem t : n = n + 1 := by
  simp
termination_by n

theorem u : p := h
end A
"""


def test_negation_stands_right_behind_the_theorem() -> None:
    """Later declarations could use a theorem that is not proved, and other namespaces would change the names."""
    negation = negation_of(find_theorem(FILE, None, "A.t"), "not_t")
    assert negation is not None
    assert negation.source == (
        "namespace A\nvariable (n : Nat)\nopen Foo in\ntheorem t : n = n + 1 := sorry\n\n"
        "theorem not_t : ¬ (type_of% @A.t) := sorry\n"
    )
    assert (negation.full_name, negation.keyword, negation.is_whole_proof) == ("A.not_t", "theorem", True)
    assert negation.source[negation.hole_start : negation.hole_end] == ":= sorry"


def test_negation_replaces_an_unfinished_proof() -> None:
    """A theorem whose proof is missing altogether could not be refuted."""
    negation = negation_of(find_theorem("theorem t : p", None, "t"), "n")
    assert negation is not None
    assert negation.source.startswith("theorem t : p := sorry\n")


@pytest.mark.parametrize(
    "source",
    [
        "example : p := sorry",
        "instance : p := sorry",
        "theorem t : p ∧ q := ⟨sorry, h⟩",
        "mutual\ntheorem t : p := sorry\nend",
        "variable (h : p)\ninclude h\ntheorem t : p := sorry",
    ],
)
def test_what_cannot_be_negated_is_left_alone(source: str) -> None:
    """A wrong negation would call a true theorem disproved."""
    assert negation_of(theorem_at_line(source, None, line_number(source, source.index("sorry"))), "n") is None
