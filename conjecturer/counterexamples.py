"""Small numbers that refute a false statement: most statements that are false are so for 0, 1 or 2.

No search: a proof of the negation is written down that tries a handful of instances, and Lean decides each of them.
"""

from __future__ import annotations

from conjecturer.statement import Binder, Statement

# Values by type; the columns are tried one after the other, then shifted against each other from variable to variable.
_VALUES: dict[str, tuple[str, ...]] = {
    "Nat": ("0", "1", "2", "3", "5"),
    "Int": ("0", "1", "(-1)", "2", "(-3)"),
    "Bool": ("true", "false"),
    "Prop": ("True", "False"),
    "List Nat": ("[]", "[0]", "[1, 2]", "[2, 1, 1]"),
    "List Bool": ("[]", "[true]", "[false, true]"),
    "Option Nat": ("none", "(some 0)", "(some 1)"),
    "Nat → Nat": ("id", "(fun _ => 0)", "(fun n => n + 1)", "(fun n => 2 * n)"),
    "Nat → Bool": ("(fun _ => true)", "(fun n => n == 0)", "(fun n => n % 2 == 0)"),
    "Nat → Nat → Nat": ("(fun a _ => a)", "(fun a b => a + b)", "(fun a b => a - b)"),
    "Nat → Nat → Bool": ("(fun a b => a == b)", "(fun a b => decide (a ≤ b))", "(fun a b => decide (a < b))"),
    "Nat → Nat → Prop": ("(fun a b => a = b)", "(fun a b => a ≤ b)", "(fun a b => a < b)"),
    "Nat → Prop": ("(fun _ => True)", "(fun n => n = 0)"),
}
# How far the choice for a variable lies behind the choice for the one before it.
_SHIFTS = ((0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (1, 2), (2, 3), (4, 4))


def refutation(statement: Statement) -> str | None:
    """A proof of the negation that tries small instances; None where a variable has a type without small values."""
    attempts = [_arguments(statement, start, step) for start, step in _SHIFTS]
    if attempts[0] is None:
        return None
    ways = dict.fromkeys(
        f"exact absurd (@h{''.join(f' {value}' for value in values)}) (by decide)"
        for values in attempts
        if values is not None
    )
    return f"by intro h; first | {' | '.join(ways)}"


def _arguments(statement: Statement, start: int, step: int) -> list[str] | None:
    """A value for every variable up to the first hypothesis; None where there is none for one."""
    values: list[str] = []
    types: dict[str, str] = {}
    choice = start
    for binder in statement.binders:
        if not binder.name:
            break  # what follows is an implication between decidable propositions, with luck
        value = _value(binder, types, choice)
        if value is None:
            return None
        values.append(value)
        choice += step
    return values


def _value(binder: Binder, types: dict[str, str], choice: int) -> str | None:
    if binder.bracket == "[":
        return "_"
    kind = binder.type
    if kind.startswith(("Type", "Sort")):
        types[binder.name] = "Nat"
        return "Nat"
    for name, meaning in types.items():
        kind = " ".join(meaning if word == name else word for word in kind.split(" "))
    known = _VALUES.get(kind)
    return known[choice % len(known)] if known is not None else None
