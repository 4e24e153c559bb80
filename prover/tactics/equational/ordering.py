"""First-order terms for equational proofs, small and fast: matching, unification, and the order that rewriting follows.

A variable is an integer, whose remainder modulo `NUM_SORTS` is its sort; an application is a tuple of its symbol and
its arguments. The order is the lexicographic path order (Baader and Nipkow, Term Rewriting and All That, section
5.4.2): it lets products be distributed over sums, which no order by size does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

NUM_SORTS = 16

# `int` or `tuple[str, Term, ...]`, which the type checker cannot be told more exactly.
Expression: TypeAlias = "int | tuple[str | Expression, ...]"
Substitution: TypeAlias = dict[int, Expression]
Path: TypeAlias = tuple[int, ...]


def size(term: Expression) -> int:
    """The number of symbols and variables in the term."""
    return 1 if isinstance(term, int) else 1 + sum(size(argument) for argument in arguments(term))


def arguments(term: Expression) -> tuple[Expression, ...]:
    """The arguments of an application; none of a variable."""
    return () if isinstance(term, int) else term[1:]  # type: ignore[return-value]


def head(term: Expression) -> str:
    """The symbol of an application; empty for a variable."""
    return "" if isinstance(term, int) else str(term[0])


def variables(term: Expression) -> set[int]:
    """All variables in the term."""
    if isinstance(term, int):
        return {term}
    return set().union(*map(variables, arguments(term)))


def substitute(term: Expression, values: Mapping[int, Expression]) -> Expression:
    """The term with values, in which no variable of `values` occurs, in place of variables."""
    if isinstance(term, int):
        return values.get(term, term)
    return (term[0], *[substitute(argument, values) for argument in arguments(term)])


def shifted(term: Expression, offset: int) -> Expression:
    """The term with other variables of the same sorts."""
    if isinstance(term, int):
        return term + offset * NUM_SORTS
    return (term[0], *[shifted(argument, offset) for argument in arguments(term)])


def subterm(term: Expression, path: Path) -> Expression:
    """The part of the term at a path of argument numbers, which count from 1."""
    for index in path:
        assert not isinstance(term, int)
        term = term[index]  # type: ignore[assignment]
    return term


def replaced(term: Expression, path: Path, part: Expression) -> Expression:
    """The term with another part at the path."""
    if not path:
        return part
    assert not isinstance(term, int)
    inner = replaced(term[path[0]], path[1:], part)  # type: ignore[arg-type]
    return (*term[: path[0]], inner, *term[path[0] + 1 :])


def positions(term: Expression, path: Path = ()) -> Iterator[tuple[Path, Expression]]:
    """Every part of the term that is no variable, with its path."""
    if isinstance(term, int):
        return
    yield path, term
    for index, argument in enumerate(arguments(term), start=1):
        yield from positions(argument, (*path, index))


class Signature:
    """The sorts of the symbols, and their precedence: which of two heads makes a term the greater one.

    Args:
        sorts: of every symbol.
        precedence: of every symbol.
        constants: the symbols that take no arguments.
    """

    def __init__(self, sorts: Mapping[str, int], precedence: Mapping[str, int], constants: Collection[str]) -> None:
        self._sorts = dict(sorts)
        self._precedence = dict(precedence)
        self._constants = set(constants)
        self._greater: dict[tuple[Expression, Expression], bool] = {}

    def extend(self, other: Signature) -> None:
        """Take over the symbols of another signature that this one does not have."""
        self._sorts = other._sorts | self._sorts
        self._precedence = other._precedence | self._precedence
        self._constants |= other._constants

    def sort(self, term: Expression) -> int:
        return term % NUM_SORTS if isinstance(term, int) else self._sorts[head(term)]

    def smallest(self, name: int) -> Expression | None:
        """The smallest constant of a variable's sort; None if there is none."""
        constants = [symbol for symbol in self._constants if self._sorts[symbol] == self.sort(name)]
        return (min(constants, key=lambda symbol: (self._precedence[symbol], symbol)),) if constants else None

    def match(self, pattern: Expression, target: Expression, values: Substitution) -> bool:
        """Whether the pattern becomes the target, whose variables stand for themselves; extends `values`."""
        if isinstance(pattern, int):
            known = values.get(pattern)
            if known is not None:
                return known == target
            if self.sort(pattern) != self.sort(target):
                return False
            values[pattern] = target
            return True
        if isinstance(target, int) or pattern[0] != target[0] or len(pattern) != len(target):
            return False
        for index in range(1, len(pattern)):  # noqa: SIM110 - a generator takes twice as long
            if not self.match(pattern[index], target[index], values):  # type: ignore[arg-type]
                return False
        return True

    def unify(self, left: Expression, right: Expression) -> Substitution | None:
        """The most general values that make both terms one; None if there are none."""
        values: Substitution = {}
        waiting = [(left, right)]
        while waiting:
            one, other = waiting.pop()
            one, other = _walk(one, values), _walk(other, values)
            if one == other:
                continue
            if isinstance(other, int) and not isinstance(one, int):
                one, other = other, one
            if isinstance(one, int):
                if self.sort(one) != self.sort(other) or _occurs(one, other, values):
                    return None
                values[one] = other
            elif isinstance(other, int) or one[0] != other[0] or len(one) != len(other):
                return None
            else:
                waiting += zip(one[1:], other[1:], strict=True)  # type: ignore[arg-type]
        return {name: _resolved(value, values) for name, value in values.items()}

    def is_greater(self, one: Expression, other: Expression) -> bool:
        """Whether `one` is greater than `other`, whatever their variables stand for."""
        known = self._greater.get((one, other))
        if known is None:
            known = self._greater[one, other] = self._is_greater(one, other)
        return known

    def _is_greater(self, one: Expression, other: Expression) -> bool:
        if isinstance(one, int):
            return False
        if isinstance(other, int):
            return _contains(one, other)
        if any(argument == other or self.is_greater(argument, other) for argument in arguments(one)):
            return True
        mine, theirs = (self._precedence.get(head(term), 0) for term in (one, other))
        if head(one) != head(other):
            return mine > theirs and all(self.is_greater(one, argument) for argument in arguments(other))
        for first, second in zip(arguments(one), arguments(other), strict=False):
            if first != second:
                return self.is_greater(first, second) and all(
                    self.is_greater(one, argument) for argument in arguments(other)
                )
        return False


def _contains(term: Expression, name: int) -> bool:
    return term == name or any(_contains(argument, name) for argument in arguments(term))


def _walk(term: Expression, values: Substitution) -> Expression:
    while isinstance(term, int) and term in values:
        term = values[term]
    return term


def _occurs(name: int, term: Expression, values: Substitution) -> bool:
    term = _walk(term, values)
    return term == name or any(_occurs(name, argument, values) for argument in arguments(term))


def _resolved(term: Expression, values: Substitution) -> Expression:
    term = _walk(term, values)
    if isinstance(term, int):
        return term
    return (term[0], *[_resolved(argument, values) for argument in arguments(term)])
