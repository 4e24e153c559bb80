"""Proofs of equations by unfailing completion (Bachmair, Dershowitz and Plaisted, Completion without failure, 1989).

Equations are turned into rewrite rules; where two rules overlap, what follows is a new equation. In time both sides of
a true equation are rewritten to the same. Everything derived remembers how, so that the proof can be told as one chain
of steps, each with an equation that was given.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from prover.tactics.equational.ordering import (
    Expression,
    Path,
    Signature,
    Substitution,
    arguments,
    head,
    positions,
    replaced,
    shifted,
    size,
    substitute,
    variables,
)

_MAX_SIZE = 40
_MAX_REWRITES = 60
_MAX_STEPS = 150
_APART = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """One rewrite: the part at `path` is an instance of one side of an equation and becomes the other.

    Attributes:
        path: where.
        equation: the number of the equation.
        is_forward: whether from left to right.
        values: what the equation's variables stand for.
    """

    path: Path
    equation: int
    is_forward: bool
    values: Mapping[int, Expression]


@dataclass(frozen=True, slots=True)
class Chain:
    """An equation that was derived, for all values of its variables, and the steps from its left side to its right."""

    equation: int
    left: Expression
    right: Expression
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """A proof: the equations derived on the way, each from those before it, and the steps of the proof itself."""

    lemmas: tuple[Chain, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Equation:
    """Two equal terms. `steps` lead from the left one to the right one; a given equation has none."""

    left: Expression
    right: Expression
    steps: tuple[Step, ...] | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """One direction of an equation; where it is not oriented, only instances that become smaller may be rewritten."""

    left: Expression
    right: Expression
    equation: int
    is_forward: bool
    is_oriented: bool


class Completion:
    """A growing set of rules from given equations."""

    def __init__(self, given: Sequence[tuple[Expression, Expression]], signature: Signature) -> None:
        """Start with the equations.

        Args:
            given: their sides. Numbers of steps count in this list.
            signature: sorts and precedence of all symbols, those of later goals included.
        """
        self.signature = signature
        self.given = tuple(given)
        self._equations = [_Equation(left, right, None) for left, right in given]
        self._rules: dict[str, list[_Rule]] = {}
        self._active: list[_Rule] = []
        self._commutative_associative = _sorted_operations(given)
        self._passive: list[tuple[int, int]] = []
        self._seen: set[tuple[Expression, Expression]] = set()
        self.effort = 0
        for number, (left, right) in enumerate(given):
            # What is given may be used from the start, before anything is derived from it.
            for rule in self._directions(left, right, number):
                self._rules.setdefault(head(rule.left), []).append(rule)
            self._queue(number)

    def prove(self, left: Expression, right: Expression, *, effort: int) -> Derivation | None:
        """How to get from one ground term to another, trying no more than about so many rules on the way.

        None if that is not enough, or the proof would be too long to be written down.
        """
        last = self.effort + effort
        while True:
            (first, there), (second, back) = self._normal_form(left), self._normal_form(right)
            if first == second:
                return self._told(left, [*there, *_reversed(back)])
            is_new = False
            while self._passive and not is_new and self.effort < last:
                is_new = self._consider(heapq.heappop(self._passive)[1])
            if not is_new:
                return None

    def _consider(self, number: int) -> bool:
        """Take up one equation; whether that gave a rule."""
        equation = self._equations[number]
        self._forget(number)
        (left, first), (right, second) = self._normal_form(equation.left), self._normal_form(equation.right)
        if max(size(left), size(right)) > _MAX_SIZE or self._is_redundant(left, right):
            return False
        if first or second:
            whole = Step(
                (), number, True, {name: name for name in variables(equation.left) | variables(equation.right)}
            )
            number = self._derived(left, right, [*_reversed(first), whole, *second])
            left, right = self._equations[number].left, self._equations[number].right
        for rule in self._directions(left, right, number):
            self._add(rule)
        return True

    def _forget(self, number: int) -> None:
        """Rewrite with an equation no more; it is about to be looked at itself."""
        equation = self._equations[number]
        for symbol in {head(equation.left), head(equation.right)}:
            self._rules[symbol] = [rule for rule in self._rules.get(symbol, ()) if rule.equation != number]

    def _directions(self, left: Expression, right: Expression, number: int) -> list[_Rule]:
        """The ways to rewrite with an equation."""
        if self.signature.is_greater(left, right):
            return [_Rule(left, right, number, True, True)]
        if self.signature.is_greater(right, left):
            return [_Rule(right, left, number, False, True)]
        return [_Rule(left, right, number, True, False), _Rule(right, left, number, False, False)]

    def _add(self, rule: _Rule) -> None:
        """Drop the rules that the new one makes reducible, and queue what it gives together with each of the others."""
        for old in [known for known in self._active if rule.is_oriented and self._reduces(rule, known)]:
            self._active.remove(old)
            self._rules[head(old.left)].remove(old)
            equation = self._equations[old.equation]
            heapq.heappush(self._passive, (self._delay(equation.left, equation.right), old.equation))
        self._active.append(rule)
        self._rules.setdefault(head(rule.left), []).append(rule)
        for other in list(self._active):
            for outer, inner in dict.fromkeys([(rule, other), (other, rule)]):
                if not isinstance(inner.left, int):  # `x = c` rewrites everything, there is nothing to be learnt
                    self._overlap(outer, inner)

    def _reduces(self, rule: _Rule, other: _Rule) -> bool:
        return other.equation != rule.equation and any(
            self.signature.match(rule.left, part, {}) for _, part in positions(other.left)
        )

    def _overlap(self, outer: _Rule, inner: _Rule) -> None:
        """Every equation that follows from rewriting one term with both rules."""
        inner_left, inner_right = shifted(inner.left, _APART), shifted(inner.right, _APART)
        for path, part in positions(outer.left):
            if not path and outer.equation == inner.equation and outer.is_forward == inner.is_forward:
                continue
            values = self.signature.unify(part, inner_left)
            if values is None:
                continue
            peak, result = substitute(outer.left, values), substitute(outer.right, values)
            other = replaced(peak, path, substitute(inner_right, values))
            if result == other or self._grows(outer, peak, result) or self._grows(inner, peak, other):
                continue
            inner_values = {
                name: substitute(shifted(name, _APART), values)
                for name in variables(inner.left) | variables(inner.right)
            }
            outer_values = {name: substitute(name, values) for name in variables(outer.left) | variables(outer.right)}
            steps = [
                Step(path, inner.equation, not inner.is_forward, inner_values),
                Step((), outer.equation, outer.is_forward, outer_values),
            ]
            (other, back), (result, there) = self._normal_form(other), self._normal_form(result)
            if size(other) + size(result) <= _MAX_SIZE and not self._is_redundant(other, result):
                self._queue(self._derived(other, result, [*_reversed(back), *steps, *there]))

    def _grows(self, rule: _Rule, peak: Expression, result: Expression) -> bool:
        return not rule.is_oriented and self.signature.is_greater(result, peak)

    def _queue(self, number: int) -> None:
        equation = self._equations[number]
        if (equation.left, equation.right) not in self._seen:
            self._seen |= {(equation.left, equation.right), (equation.right, equation.left)}
            heapq.heappush(self._passive, (self._delay(equation.left, equation.right), number))

    def _delay(self, left: Expression, right: Expression) -> int:
        """Small equations first, and before all others those that put sums in order."""
        is_order = head(left) in self._commutative_associative and _puts_in_order(left, right)
        return 0 if is_order else size(left) + size(right)

    def _derived(self, left: Expression, right: Expression, steps: Sequence[Step]) -> int:
        """Keep an equation with its steps, its variables renumbered; its number."""
        used: set[int] = variables(left) | variables(right)
        inside = set().union(*(variables(value) for step in steps for value in step.values.values()))
        counts: Counter[int] = Counter()
        names: Substitution = {}
        for name in [*sorted(used), *sorted(inside - used)]:
            sort = self.signature.sort(name)
            # A variable that only the steps mention may stand for anything.
            names[name] = shifted(sort, counts[sort] if name in used else 0)
            counts[sort] += 1
        renamed = tuple(
            Step(
                step.path,
                step.equation,
                step.is_forward,
                {name: substitute(value, names) for name, value in step.values.items()},
            )
            for step in steps
        )
        self._equations.append(_Equation(substitute(left, names), substitute(right, names), renamed))
        return len(self._equations) - 1

    def _normal_form(self, term: Expression) -> tuple[Expression, list[Step]]:
        """The term rewritten as far as the rules go, innermost first, and the steps."""
        steps: list[Step] = []
        return self._rewritten(term, (), steps), steps

    def _rewritten(self, term: Expression, path: Path, steps: list[Step]) -> Expression:
        if isinstance(term, int):
            return term
        inner = [
            self._rewritten(argument, (*path, index), steps) for index, argument in enumerate(arguments(term), start=1)
        ]
        term = (term[0], *inner)
        if len(steps) > _MAX_REWRITES:
            return term
        for rule in (*self._rules.get(head(term), ()), *self._rules.get("", ())):
            self.effort += 1
            values: Substitution = {}
            if not self.signature.match(rule.left, term, values):
                continue
            result = self._result(rule, values)
            if result is None or not (rule.is_oriented or self.signature.is_greater(term, result)):
                continue
            steps.append(Step(path, rule.equation, rule.is_forward, values))
            return self._rewritten(result, path, steps)
        return term

    def _result(self, rule: _Rule, values: Substitution) -> Expression | None:
        """The right side of a rule. Variables that the left side does not have become the smallest constant."""
        if not rule.is_oriented:
            for name in variables(rule.right) - values.keys():
                constant = self.signature.smallest(name)
                if constant is None:
                    return None
                values[name] = constant
        return substitute(rule.right, values)

    def _is_redundant(self, left: Expression, right: Expression) -> bool:
        """Whether the equation says nothing new, or only reorders a sum, and others do that already."""
        if left == right or self._is_instance(left, right):
            return True
        operations = self._commutative_associative
        if not operations or _sorted_form(left, operations) != _sorted_form(right, operations):
            return False
        return head(left) not in operations or not (_puts_in_order(left, right) or _puts_in_order(right, left))

    def _is_instance(self, left: Expression, right: Expression) -> bool:
        """Whether one use of one rule makes the left term the right one."""
        if isinstance(left, int) or isinstance(right, int):
            return False
        for rule in self._rules.get(head(left), ()):
            values: Substitution = {}
            if self.signature.match(rule.left, left, values) and self.signature.match(rule.right, right, values):
                return True
        if head(left) != head(right):
            return False
        different = [pair for pair in zip(arguments(left), arguments(right), strict=False) if pair[0] != pair[1]]
        return len(different) == 1 and self._is_instance(*different[0])

    def _told(self, start: Expression, steps: Sequence[Step]) -> Derivation | None:
        """The steps with what they rest on: equations used more than once come first, others where they are used."""
        counts: Counter[int] = Counter()
        waiting = [steps]
        while waiting:
            for step in waiting.pop():
                counts[step.equation] += 1
                inner = self._equations[step.equation].steps
                if inner is not None and counts[step.equation] == 1:
                    waiting.append(inner)
        kept = {number for number, count in counts.items() if count > 1 and number >= len(self.given)}
        lemmas: list[Chain] = []
        for number in sorted(kept):
            equation = self._equations[number]
            assert equation.steps is not None
            chain = self._chain(equation.left, equation.right, equation.steps, kept)
            lemmas.append(Chain(number, equation.left, equation.right, chain))
        main = self._chain(start, start, steps, kept)
        if sum(len(chain.steps) for chain in lemmas) + len(main) > _MAX_STEPS:
            return None
        return Derivation(tuple(lemmas), main)

    def _chain(
        self, start: Expression, end: Expression, steps: Sequence[Step], kept: Collection[int]
    ) -> tuple[Step, ...]:
        """The steps with every derived equation but those kept replaced by its own steps, without detours."""
        free = variables(start) | variables(end)
        chain: list[Step] = []
        waiting = list(reversed(steps))
        while waiting:
            step = waiting.pop()
            inner = self._equations[step.equation].steps
            if inner is None or step.equation in kept:
                chain.append(self._closed(step, free))
                continue
            placed = [_placed(part, step) for part in inner]
            waiting += reversed(placed if step.is_forward else _reversed(placed))
        return self._straightened(start, chain)

    def _closed(self, step: Step, free: Collection[int]) -> Step:
        """The step with constants for all variables but some; where there is no constant, the variable stays."""
        used = set().union(*map(variables, step.values.values())) - set(free)
        constants = {name: self.signature.smallest(name) for name in used}
        values = {name: constant for name, constant in constants.items() if constant is not None}
        return replace(step, values={name: substitute(value, values) for name, value in step.values.items()})

    def _straightened(self, start: Expression, chain: Sequence[Step]) -> tuple[Step, ...]:
        """The chain without the parts between two occurrences of one term."""
        terms = [start]
        for step in chain:
            terms.append(replaced(terms[-1], step.path, self.sides(step)[1]))
        last = {term: index for index, term in enumerate(terms)}
        short: list[Step] = []
        index = last[start]
        while index < len(chain):
            short.append(chain[index])
            index = last[terms[index + 1]]
        return tuple(short)

    def sides(self, step: Step) -> tuple[Expression, Expression]:
        """What a step rewrites, and to what."""
        equation = self._equations[step.equation]
        sides = (substitute(equation.left, step.values), substitute(equation.right, step.values))
        return sides if step.is_forward else (sides[1], sides[0])


def _placed(part: Step, step: Step) -> Step:
    """A step inside an equation's proof, as it reads where that equation is used."""
    values = {name: substitute(value, step.values) for name, value in part.values.items()}
    return Step((*step.path, *part.path), part.equation, part.is_forward, values)


def _turned(step: Step) -> Step:
    return Step(step.path, step.equation, not step.is_forward, step.values)


def _reversed(steps: Sequence[Step]) -> list[Step]:
    return [_turned(step) for step in reversed(steps)]


def _sorted_operations(given: Sequence[tuple[Expression, Expression]]) -> frozenset[str]:
    """The operations that are commutative and associative by the given equations."""
    kinds: dict[str, set[str]] = {}
    for left, right in given:
        symbol, sides = head(left), (arguments(left), arguments(right))
        if not symbol or head(right) != symbol or len(sides[0]) != 2 or len(sides[1]) != 2:
            continue
        if all(isinstance(part, int) for part in (*sides[0], *sides[1])) and sides[0] == sides[1][::-1]:
            kinds.setdefault(symbol, set()).add("commutative")
        if size(left) == size(right) == 5 and _leaves(left, symbol) == _leaves(right, symbol):
            kinds.setdefault(symbol, set()).add("associative")
    return frozenset(symbol for symbol, known in kinds.items() if len(known) == 2)


def _leaves(term: Expression, symbol: str) -> list[Expression]:
    if head(term) != symbol:
        return [term]
    return [leaf for argument in arguments(term) for leaf in _leaves(argument, symbol)]


def _puts_in_order(left: Expression, right: Expression) -> bool:
    """Whether the equation is `x + y = y + x`, `x + y + z = x + (y + z)` or `x + (y + z) = y + (x + z)`."""
    symbol = head(left)
    if head(right) != symbol or len(variables(left)) != len(_leaves(left, symbol)) or len(arguments(left)) != 2:
        return False
    (a, b), (c, d) = arguments(left), arguments(right)
    if isinstance(a, int) and isinstance(b, int):
        return (c, d) == (b, a)
    if isinstance(a, int) and size(left) == size(right) == 5:
        first, second = arguments(b)
        return (c, d) == (first, (symbol, a, second)) or (c, d) == ((symbol, a, first), second)
    return isinstance(b, int) and size(left) == size(right) == 5 and _leaves(left, symbol) == _leaves(right, symbol)


def _sorted_form(term: Expression, symbols: Collection[str]) -> Expression:
    """The term with the operands of sums in order."""
    if isinstance(term, int):
        return term
    inner = [_sorted_form(argument, symbols) for argument in arguments(term)]
    if head(term) not in symbols:
        return (term[0], *inner)
    leaves = [leaf for part in inner for leaf in (arguments(part) if head(part) == term[0] else (part,))]
    return (term[0], *sorted(leaves, key=repr))
