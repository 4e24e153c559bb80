"""What closed terms of numbers come to: to find a witness by trying numbers here, where that costs no check."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice, product

from prover.tactics.terms import Binder, Term

_MAX_TRIED, _MAX_EXPONENT, _MAX_SIZE = 20_000, 64, 1 << 64
_LARGEST = {1: 5000, 2: 100, 3: 20}  # of each number, by how many are looked for


class NotComputableError(Exception):
    """A term that is none of numbers alone."""


_OPERATIONS: Mapping[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "*": lambda a, b: a * b,
    "-": lambda a, b: max(a - b, 0),  # as natural numbers have it, for the type is often not written
    "/": lambda a, b: a // b if b else 0,
    "%": lambda a, b: a % b if b else a,
    "gcd": math.gcd,
    "max": max,
    "min": min,
}
_RELATIONS: Mapping[str, Callable[[int, int], bool]] = {
    "=": lambda a, b: a == b,
    "≠": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "≤": lambda a, b: a <= b,
    "∣": lambda a, b: b % a == 0 if a else b == 0,
}


def witnesses(statement: Term) -> Sequence[int] | None:
    """The first natural numbers that an existence statement without other variables is true of; None if none is found.

    Args:
        statement: `∃ a b, ..`; its nested quantifiers are taken together.
    """
    binders: list[Binder] = []
    while statement.head == "∃":
        binders += statement.binders
        statement = statement.left
    largest = _LARGEST.get(len(binders))
    if largest is None or any(binder.type is not None and binder.type.head not in ("Nat", "Int") for binder in binders):
        return None
    names = [binder.name for binder in binders]
    try:
        for values in islice(_by_size(len(names), largest), _MAX_TRIED):
            if holds(statement, dict(zip(names, values, strict=True))):
                return values
    except NotComputableError:
        pass
    return None


def _by_size(count: int, largest: int) -> Iterator[tuple[int, ...]]:
    """All tuples of numbers, those whose greatest is small first."""
    for greatest in range(largest + 1):
        numbers = range(greatest + 1)
        for first in product(numbers, repeat=count - 1):
            yield from ((*first, last) for last in (numbers if greatest in first else (greatest,)))


def holds(statement: Term, values: Mapping[str, int]) -> bool:
    """Whether a statement without quantifiers is true.

    Raises:
        NotComputableError: if it is about anything but numbers.
    """
    if statement.binders:
        raise NotComputableError
    parts = statement.arguments
    if statement.head in _RELATIONS and len(parts) == 2:
        return _RELATIONS[statement.head](value(parts[0], values), value(parts[1], values))
    if statement.head == "¬" and len(parts) == 1:
        return not holds(parts[0], values)
    if statement.head == "∧":
        return all(holds(part, values) for part in parts)
    if statement.head == "∨":
        return any(holds(part, values) for part in parts)
    if statement.head == "→" and len(parts) == 2:
        return not holds(parts[0], values) or holds(parts[1], values)
    if statement.head == "↔":
        return holds(parts[0], values) == holds(parts[1], values)
    raise NotComputableError


def value(term: Term, values: Mapping[str, int]) -> int:
    """What a term comes to.

    Raises:
        NotComputableError: if it is no number, or a very large one.
    """
    if term.head in values and not term.arguments:
        return values[term.head]
    if term.head.isdigit():
        return int(term.head)
    if term.binders or len(term.arguments) != 2:
        raise NotComputableError
    left, right = (value(part, values) for part in term.arguments)
    if term.head == "^" and right <= _MAX_EXPONENT and abs(left) < _MAX_SIZE:
        return int(left**right)
    if term.head not in _OPERATIONS or max(abs(left), abs(right)) > _MAX_SIZE:
        raise NotComputableError
    return _OPERATIONS[term.head](left, right)
