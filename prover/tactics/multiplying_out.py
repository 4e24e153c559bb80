"""Products of unknown numbers, on which `omega` gives up: they are multiplied out and put in order for it first."""

from __future__ import annotations

from collections.abc import Sequence

_COMMON = ("mul_add", "add_mul", "pow_succ", "pow_zero", "one_mul", "mul_comm", "mul_left_comm", "mul_assoc")
LAWS = {"Nat": ("mul_sub", "sub_mul", *_COMMON), "Int": ("mul_sub", "sub_mul", "neg_mul", "mul_neg", *_COMMON)}
"""What is multiplied out with, by the numbers' type."""


def multiplied_out(kind: str, *, equations: Sequence[str] = ()) -> str:
    """Multiply out, order the factors with numbers last, and let `omega` take each product for an unknown.

    Args:
        kind: the numbers' type.
        equations: names of what is used at the same time.
    """
    laws = ", ".join([*equations, *(f"{kind}.{law}" for law in LAWS[kind])])
    return f"(try simp only [{laws}] at *) <;> (try simp only [← {kind}.mul_assoc] at *) <;> omega"
