"""What bounds are found for the unknowns of a goal, before any Lean has judged their proofs."""

from __future__ import annotations

import pytest

from prover.tactics.ranges import Ranges
from prover.tactics.term_parser import parse_term


def ranges(kinds: dict[str, str], *facts: str) -> dict[str, tuple[int | None, int | None]]:
    found = Ranges(kinds, [parse_term(fact) for fact in facts])
    return {name: (known.low, known.high) for name, known in found.ranges.items()}


@pytest.mark.parametrize(
    ("kind", "facts", "expected"),
    [
        ("Nat", ("x < 10",), (0, 9)),
        ("Int", ("2 ≤ x ∧ 3 * x < 20",), (2, 6)),
        ("Nat", ("3 * x ^ 2 + 2 * x + 1 = 57",), (0, 4)),
        ("Int", ("x ^ 2 ≤ 30",), (-5, 5)),
        ("Nat", ("2 ^ x ≤ 1000",), (0, 9)),
        ("Int", ("(x - 1) * x * (x + 1) = 720",), (-720, 720)),
        ("Nat", ("x ∣ 36",), (0, 36)),
    ],
)
def test_one_unknown(kind: str, facts: tuple[str, ...], expected: tuple[int, int]) -> None:
    """A bound that is missed or too wide costs the proof; one that is too narrow is a proof that Lean refuses."""
    assert ranges({"x": kind}, *facts)["x"] == expected


def test_a_factor_is_bounded_where_the_others_are_positive() -> None:
    """`x * y` bounds neither factor while the other may be zero."""
    assert ranges({"x": "Nat", "y": "Nat"}, "x * y < 50")["x"] == (0, None)
    assert ranges({"x": "Nat", "y": "Nat"}, "x * y < 50", "0 < x", "0 < y")["x"] == (1, 49)


def test_differences_of_natural_numbers_are_not_taken_for_polynomials() -> None:
    """`(x - 3) * y = 0` does not say that `x - 3` divides anything: the difference may have been cut off."""
    assert ranges({"x": "Nat", "y": "Nat"}, "(x - 3) * y = 10")["x"] == (0, None)
