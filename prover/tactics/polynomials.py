"""Polynomials with integer coefficients, as far as a term is one: to find by computing what a witness has to be.

Whatever is no sum, product or power with a number as its exponent is an unknown.
"""

from __future__ import annotations

from collections.abc import Mapping

from prover.tactics.terms import Term, render_argument

# A monomial is the sorted sequence of its unknowns, each as Lean text, repeated for powers.
Monomial = tuple[str, ...]
Polynomial = dict[Monomial, int]
_MAX_EXPONENT, _MAX_TERMS = 6, 60


def polynomial(term: Term, *, subtracts: bool) -> Polynomial:
    """The polynomial that a term is.

    Args:
        term: the term.
        subtracts: whether `-` is subtraction; for natural numbers it is not.
    """
    if term.head.isdigit():
        return _clean({(): int(term.head)})
    parts = [polynomial(argument, subtracts=subtracts) for argument in term.arguments] if _is_open(term) else []
    if term.head == "+" and len(parts) == 2:
        return plus(parts[0], parts[1])
    if term.head == "*" and len(parts) == 2:
        return times(parts[0], parts[1])
    if term.head == "-" and subtracts and parts:
        return plus(parts[0], parts[1], -1) if len(parts) == 2 else plus({}, parts[0], -1)
    if term.head == "^" and len(parts) == 2 and term.right.head.isdigit() and int(term.right.head) <= _MAX_EXPONENT:
        power: Polynomial = {(): 1}
        for _ in range(int(term.right.head)):
            power = times(power, parts[0])
        return power
    return {(render_argument(term),): 1}


def plus(left: Polynomial, right: Polynomial, factor: int = 1) -> Polynomial:
    """`left + factor * right`."""
    total = dict(left)
    for monomial, coefficient in right.items():
        total[monomial] = total.get(monomial, 0) + factor * coefficient
    return _clean(total)


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """The product."""
    total: Polynomial = {}
    for one, first in left.items():
        for other, second in right.items():
            monomial = tuple(sorted(one + other))
            total[monomial] = total.get(monomial, 0) + first * second
    return _clean(total)


def replaced(whole: Polynomial, values: Mapping[str, Polynomial]) -> Polynomial:
    """The polynomial with others in place of unknowns."""
    total: Polynomial = {}
    for monomial, coefficient in whole.items():
        part: Polynomial = {(): coefficient}
        for unknown in monomial:
            part = times(part, values.get(unknown, {(unknown,): 1}))
        total = plus(total, part)
    return total


def solved(whole: Polynomial, unknown: str) -> Polynomial | None:
    """What the unknown is where the polynomial is zero; None where that is no polynomial."""
    factor: Polynomial = {}
    rest: Polynomial = {}
    for monomial, coefficient in whole.items():
        if unknown not in monomial:
            rest[monomial] = -coefficient
        elif monomial.count(unknown) == 1:
            factor[tuple(name for name in monomial if name != unknown)] = coefficient
        else:
            return None
    return quotient(rest, factor)


def quotient(dividend: Polynomial, divisor: Polynomial) -> Polynomial | None:
    """The quotient if the division leaves nothing."""
    if not divisor:
        return None
    lead = max(divisor, key=_rank)
    result: Polynomial = {}
    while dividend:
        top = max(dividend, key=_rank)
        missing = list(top)
        for unknown in lead:
            if unknown not in missing:
                return None
            missing.remove(unknown)
        share, remainder = divmod(dividend[top], divisor[lead])
        if remainder or len(dividend) > _MAX_TERMS:
            return None
        part = {tuple(missing): share}
        result = plus(result, part)
        dividend = plus(dividend, times(part, divisor), -1)
    return result


def written(whole: Polynomial) -> str:
    """The polynomial as Lean text."""
    text = ""
    for monomial in sorted(whole, key=_rank, reverse=True):
        coefficient = whole[monomial]
        factors = [str(abs(coefficient))] if abs(coefficient) != 1 or not monomial else []
        sign = "-" if coefficient < 0 else "+"
        product = " * ".join([*factors, *monomial])
        text += f" {sign} {product}" if text else product if sign == "+" else f"-{product}"
    return text or "0"


def _is_open(term: Term) -> bool:
    return bool(term.arguments) and not term.binders and term.head in ("+", "*", "-", "^")


def _rank(monomial: Monomial) -> tuple[int, Monomial]:
    return len(monomial), monomial


def _clean(whole: Polynomial) -> Polynomial:
    return {monomial: coefficient for monomial, coefficient in whole.items() if coefficient}
