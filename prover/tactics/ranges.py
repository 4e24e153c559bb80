"""Between which numbers the unknowns of a goal lie, and why: bounds from inequalities, products and divisors.

Every bound comes with the lines of its proof in Lean. Where all unknowns are bounded, trying every value decides the
goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isqrt, prod

from prover.tactics.multiplying_out import multiplied_out
from prover.tactics.polynomials import Polynomial, plus, polynomial, written
from prover.tactics.term_parser import parse_term
from prover.tactics.terms import Term, names_in

_MAX_ROUNDS, _MAX_EXPONENT, _MAX_SHIFT = 4, 6, 12
_MAX_DIVIDEND = 100_000
# Beyond this degree, products of two differences prove no bounds of integers; of so few values none need be left out.
_MAX_DEGREE, _FEW = 2, 20


@dataclass(slots=True)
class Range:
    """What is known of one unknown.

    Attributes:
        kind: `Nat` or `Int`.
        low, high: the bounds; None where there is none.
        divided: a shift, a number that the unknown and the shift together divide, and the name of that fact.
    """

    kind: str
    low: int | None = None
    high: int | None = None
    divided: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def size(self) -> int | None:
        """How many values there are; None if there is no end of them."""
        return None if self.low is None or self.high is None else max(0, self.high - self.low + 1)


@dataclass(frozen=True, slots=True)
class _Constraint:
    """A polynomial that is not negative, or that is zero."""

    whole: Polynomial
    is_zero: bool


class Ranges:
    """The ranges of the unknowns that the facts give, and the lines that prove them, in order.

    Args:
        kinds: the unknowns with their types, `Nat` or `Int`.
        facts: the statements that hold.
    """

    def __init__(self, kinds: Mapping[str, str], facts: Sequence[Term]) -> None:
        self.ranges = {name: Range(kind, low=0 if kind == "Nat" else None) for name, kind in kinds.items()}
        self.proofs: list[str] = []
        self.helpers: list[str] = []
        self._constraints = [found for fact in facts for found in self._constraints_of(fact)]
        self._divisors(facts)
        for _ in range(_MAX_ROUNDS):
            before = len(self.proofs)
            for constraint in self._constraints:
                self._propagate(constraint.whole)
                if constraint.is_zero:
                    self._propagate(plus({}, constraint.whole, -1))
            if len(self.proofs) == before:
                break

    def _constraints_of(self, fact: Term) -> Iterator[_Constraint]:
        if fact.head == "∧":
            for part in fact.arguments:
                yield from self._constraints_of(part)
        elif fact.head in ("≤", "<", "=") and len(fact.arguments) == 2:
            left, right = (polynomial(side, subtracts=self._subtracts(fact)) for side in fact.arguments)
            difference = plus(right, left, -1)
            if fact.head == "<":
                difference = plus(difference, {(): -1})
            yield _Constraint(difference, is_zero=fact.head == "=")

    def _subtracts(self, fact: Term) -> bool:
        kinds = {known.kind for name, known in self.ranges.items() if name in names_in(fact)}
        return "Nat" not in kinds

    def _divisors(self, facts: Sequence[Term]) -> None:
        """`x * q = 720` makes `x` a divisor of 720, and `x * y + x + y = 71` makes `x + 1` one of 72."""
        for fact in (part for whole in facts for part in conjuncts(whole)):
            if fact.head == "∣" and fact.left.head in self.ranges and fact.right.head.isdigit():
                self._bounded_by_division(fact.left.head, 0, int(fact.right.head), proof=None)
            if fact.head != "=" or ("-" in names_in(fact) and not self._subtracts(fact)):
                continue
            left, right = (polynomial(side, subtracts=True) for side in fact.arguments)
            whole = plus(left, right, -1)
            if max(map(len, whole), default=0) < 2:
                continue
            for name, known in self.ranges.items():
                if not any(name in monomial for monomial in whole):
                    continue
                for shift in sorted(range(-_MAX_SHIFT, _MAX_SHIFT + 1), key=abs):
                    quotient, rest = _divided(whole, name, -shift)
                    if set(rest) != {()} or abs(rest[()]) > _MAX_DIVIDEND or set(quotient) == {()}:
                        continue
                    if known.kind == "Int" or min(_cofactor(quotient, rest).values()) > 0:
                        proof = _dividing(quotient, rest, known.kind)
                        self._bounded_by_division(name, shift, abs(rest[()]), proof=proof)
                        break

    def _bounded_by_division(self, name: str, shift: int, dividend: int, *, proof: str | None) -> None:
        known = self.ranges[name]
        if dividend == 0:
            return
        whole = shifted(name, shift)
        fact = f"hd{len(self.proofs)}{name}"
        self.proofs.append(f"have {fact} : {whole} ∣ {dividend} := {'by assumption' if proof is None else proof}")
        self.helpers.append(fact)
        if known.kind == "Nat":
            self._narrow(name, high=dividend - shift, proof=f"have := Nat.le_of_dvd (by decide) {fact}\nomega")
        else:
            self._narrow(name, high=dividend - shift, proof=f"have := Int.le_of_dvd (by decide) {fact}\nomega")
            negated = f"have := Int.le_of_dvd (by decide) (Int.neg_dvd.2 {fact})\nomega"
            self._narrow(name, low=-dividend - shift, proof=negated)
        known.divided.append((shift, dividend, fact))

    def _propagate(self, whole: Polynomial) -> None:
        """`whole` is not negative: what each product with a negative coefficient can be at most."""
        for monomial, coefficient in whole.items():
            if not monomial:
                continue
            most = 0
            for other, factor in whole.items():
                extreme = self._extreme(other, is_upper=factor > 0) if other != monomial else 0
                if extreme is None:
                    break
                most += factor * extreme
            else:
                if coefficient < 0:
                    self._at_most(monomial, most // -coefficient, whole)
                elif len(monomial) == 1 and monomial[0] in self.ranges and all(len(part) <= 1 for part in whole):
                    self._narrow(monomial[0], low=-(most // coefficient), proof="omega")

    def _extreme(self, monomial: tuple[str, ...], *, is_upper: bool) -> int | None:
        """The largest or smallest value that a product can have."""
        if not monomial:
            return 1
        bounds = []
        for unknown in set(monomial):
            low, high = self._bounds(unknown)
            power = monomial.count(unknown)
            if not is_upper and power % 2 == 0 and low is None:
                low = 0
            if low is None or (low < 0 and len(monomial) > 1) or (is_upper and high is None):
                return None
            bounds.append(int((high if is_upper and high is not None else low) ** power))
        return prod(bounds)

    def _bounds(self, unknown: str) -> tuple[int | None, int | None]:
        if (known := self.ranges.get(unknown)) is not None:
            return known.low, known.high
        if (power := self._power(unknown)) is not None:
            base, exponent = power
            low, high = self._bounds(exponent)
            return base ** (low or 0), None if high is None or high > 64 else base**high
        return (0 if all(known.kind == "Nat" for known in self.ranges.values()) else None), None

    def _power(self, unknown: str) -> tuple[int, str] | None:
        """`2 ^ n` for an unknown `n`."""
        term = parse_term(unknown)
        if term.head == "^" and term.left.head.isdigit() and int(term.left.head) > 1:
            exponent = term.right.head
            if not term.right.arguments and exponent in self.ranges and self.ranges[exponent].kind == "Nat":
                return int(term.left.head), exponent
        return None

    def _at_most(self, monomial: tuple[str, ...], most: int, whole: Polynomial) -> None:
        """What a bound for a product says of each of its factors."""
        for unknown in dict.fromkeys(monomial):
            rest = [other for other in monomial if other != unknown]
            exponent = len(monomial) - len(rest)
            least = [self._bounds(other)[0] for other in rest]
            if most < 0 or exponent > _MAX_EXPONENT or any(low is None or low < 1 for low in least):
                continue
            share = most // prod(low for low in least if low is not None)
            if (power := self._power(unknown)) is not None:
                base, inner = power
                bound = _logarithm(share ** (1 / exponent), base) if share > 0 else 0
                self._narrow(inner, high=bound, proof=self._contradiction(inner, bound, monomial, whole))
            elif (known := self.ranges.get(unknown)) is not None:
                bound = _root(share, exponent)
                if known.kind == "Int" and len(monomial) > _MAX_DEGREE:
                    continue
                self._narrow(unknown, high=bound, proof=self._contradiction(unknown, bound, monomial, whole))
                if known.kind == "Int" and exponent == 2 and not rest and known.low is None:
                    self._narrow(unknown, low=-bound, proof=self._square(unknown, bound, whole))

    def _narrow(self, name: str, *, low: int | None = None, high: int | None = None, proof: str) -> None:
        known = self.ranges[name]
        indented = "\n".join(f"  {line}" for line in proof.split("\n"))
        number = len(self.proofs)
        if known.size is not None and known.size <= _FEW:
            return
        if high is not None and (known.high is None or high < known.high):
            self.helpers.append(f"hu{number}{name}")
            self.proofs.append(f"have hu{number}{name} : {name} ≤ {signed(high)} := by\n{indented}")
            known.high = high
        if low is not None and (known.low is None or low > known.low):
            self.helpers.append(f"hl{number}{name}")
            self.proofs.append(f"have hl{number}{name} : {signed(low)} ≤ {name} := by\n{indented}")
            known.low = low

    def _contradiction(self, name: str, bound: int, monomial: tuple[str, ...], whole: Polynomial) -> str:
        """Beyond the bound the product would be too large."""
        kind = self.ranges[name].kind
        if len(monomial) == 1 and self._power(monomial[0]) is None and all(len(part) <= 1 for part in whole):
            return "omega"
        lines = [f"refine Classical.byContradiction fun hn => ?_\nhave hn' : {signed(bound + 1)} ≤ {name} := by omega"]
        if kind == "Nat":
            factors = [self._at_least(unknown, name, bound + 1) for unknown in monomial]
            product = factors[0]
            for factor in factors[1:]:
                product = f"Nat.mul_le_mul ({product}) ({factor})"
            lines.append(f"have hint := {product}")
        else:
            lines += self._integer_hints(name, bound + 1, whole)
        return "\n".join([*lines, multiplied_out(kind)])

    def _at_least(self, unknown: str, name: str, least: int) -> str:
        if unknown == name:
            return "hn'"
        low = self._bounds(unknown)[0] or 0
        power = self._power(unknown)
        if power is None:
            return f"show {low} ≤ {unknown} by omega"
        base, exponent = power
        if exponent == name:
            return f"show {base**least} ≤ {base} ^ {name} from Nat.pow_le_pow_right (show 0 < {base} by decide) hn'"
        return f"show 1 ≤ {base} ^ {exponent} from Nat.pow_pos (show 0 < {base} by decide)"

    def _integer_hints(self, name: str, least: int, whole: Polynomial) -> Iterator[str]:
        """Products of two differences that are not negative."""
        for number, pair in enumerate(monomial for monomial in whole if len(monomial) == 2):
            sides = []
            for unknown in pair:
                low = least if unknown == name else self._bounds(unknown)[0]
                if low is None:
                    break
                sides.append(f"(show 0 ≤ {unknown} - {signed(low)} by omega)")
            if len(sides) == 2:
                yield f"have hint{number} := Int.mul_nonneg {sides[0]} {sides[1]}"
            elif pair[0] == pair[1]:
                yield f"have hint{number} := @Int.natAbs_mul_self {pair[0]}"

    def _square(self, name: str, bound: int, whole: Polynomial) -> str:
        """The same for the negative bound of a square."""
        lines = [
            f"refine Classical.byContradiction fun hn => ?_\nhave hn' : {name} ≤ {signed(-bound - 1)} := by omega",
            f"have positive : 0 ≤ -{bound + 1} - {name} := by omega",
            "have hint := Int.mul_nonneg positive positive",
        ]
        others = [pair for pair in whole if len(pair) == 2 and pair[0] == pair[1] and pair[0] != name]
        lines += [f"have hint{number} := @Int.natAbs_mul_self {pair[0]}" for number, pair in enumerate(others)]
        return "\n".join([*lines, multiplied_out("Int")])


def conjuncts(term: Term) -> Iterator[Term]:
    """The parts of a conjunction."""
    if term.head == "∧":
        for part in term.arguments:
            yield from conjuncts(part)
    else:
        yield term


def _divided(whole: Polynomial, name: str, value: int) -> tuple[Polynomial, Polynomial]:
    """The quotient and the remainder by `name - value`, by Horner's rule."""
    coefficients: dict[int, Polynomial] = {}
    for monomial, coefficient in whole.items():
        rest = tuple(unknown for unknown in monomial if unknown != name)
        coefficients.setdefault(len(monomial) - len(rest), {})[rest] = coefficient
    carried: Polynomial = {}
    quotient: Polynomial = {}
    for power in range(max(coefficients), -1, -1):
        carried = plus(coefficients.get(power, {}), carried, value)
        if power:
            shifted = {tuple(sorted((*monomial, *[name] * (power - 1)))): n for monomial, n in carried.items()}
            quotient = plus(quotient, shifted)
    return quotient, carried


def _dividing(quotient: Polynomial, rest: Polynomial, kind: str) -> str:
    """A proof of divisibility: `whole = 0` is `(x + shift) * quotient + rest = 0`."""
    return f"⟨{written(_cofactor(quotient, rest))}, by {multiplied_out(kind)}⟩"


def _cofactor(quotient: Polynomial, rest: Polynomial) -> Polynomial:
    return quotient if rest[()] < 0 else plus({}, quotient, -1)


def _root(number: int, exponent: int) -> int:
    if exponent == 1:
        return number
    if exponent == 2:
        return isqrt(number)
    root: int = round(number ** (1 / exponent))
    while root**exponent > number:
        root -= 1
    while (root + 1) ** exponent <= number:
        root += 1
    return root


def _logarithm(number: float, base: int) -> int:
    found = 0
    while base ** (found + 1) <= number:
        found += 1
    return found


def shifted(name: str, shift: int) -> str:
    """`x + 1`, `x - 1`, `x`."""
    return f"{name} {'+' if shift > 0 else '-'} {abs(shift)}" if shift else name


def signed(number: int) -> str:
    """The number as an argument."""
    return str(number) if number >= 0 else f"({number})"
