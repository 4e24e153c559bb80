"""What is known of the objects in a goal as equations, and which equations follow from it.

The completion of the same equations is kept for the theorem: the states of a search mostly differ in their goals only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prover.tactics.equational.completion import Completion
from prover.tactics.equational.language import ForeignError, Language
from prover.tactics.equational.ordering import NUM_SORTS, Expression
from prover.tactics.matching import is_variable
from prover.tactics.rules import Rule
from prover.tactics.sight import Sight
from prover.tactics.terms import Term, names_in, substitute

_MAX_LAWS = 48
# What exponents and lengths need.
_ARITHMETIC = ("Nat.add_zero", "Nat.zero_add", "Nat.add_assoc", "Nat.add_comm", "Nat.mul_zero", "Nat.mul_add")
# One attempt gets no more than such a part of what is left, so that there is always something left.
_SHARES = 6
# In rules tried, of which Python manages a few hundred thousand a second.
_EFFORT_FIRST, _EFFORT_AGAIN, _EFFORT_ALTOGETHER = 80_000, 10_000, 600_000


class Problem:
    """The equations that a goal can be proved from.

    Args:
        sight: the goal.
        unfolds: whether definitions that are no recursions are replaced by what they mean.

    Raises:
        ForeignError: if nothing is known.
    """

    def __init__(self, sight: Sight, *, unfolds: bool) -> None:
        self._sight = sight
        self._unfolds = unfolds
        self._language = Language(sight)
        self._given: list[tuple[Expression, Expression]] = []
        self._names: list[str] = []
        for rule in _laws(sight, self.unfolded(sight.conclusion)):
            for carrier in carriers(sight, rule):
                self._add(rule, carrier)
        if not self._given:
            raise ForeignError
        self._key = (tuple(self._given), tuple(self._names))
        self._num_symbols = 0

    def proof(self, left: Term, right: Term, *, name: str = "", is_quick: bool = False) -> str | None:
        """The tactics that prove an equation of objects of the goal, None if no proof is found.

        Args:
            left: the left side.
            right: the right side.
            name: for the equation, if it is not the goal.
            is_quick: whether what is known by now has to do.
        """
        left, right = self.unfolded(left), self.unfolded(right)
        try:
            expected = self._language.type_of(left, {}) or self._language.type_of(right, {})
            if expected is None and self._sight.instances:
                expected = self._sight.instances[0][0]
            one, other = (self._language.encoded(side, bound={}, expected=expected) for side in (left, right))
        except ForeignError:
            return None
        completion, effort = self._completion()
        derivation = completion.prove(one, other, effort=0 if is_quick else effort)
        if derivation is None:
            return None
        return self._language.written(derivation, left=one, completion=completion, names=self._names, name=name)

    def _completion(self) -> tuple[Completion, int]:
        """The completion of the equations, and what may be spent on it now."""
        known: dict[object, Completion] = self._sight.premises.completions
        is_new = self._key not in known
        if is_new:
            known[self._key] = Completion(self._given, self._language.signature(self._given))
        elif self._language.num_symbols > self._num_symbols:
            known[self._key].signature.extend(self._language.signature(self._given))
        self._num_symbols = self._language.num_symbols
        left_over = _EFFORT_ALTOGETHER - sum(entry.effort for entry in known.values())
        return known[self._key], max(0, min(_EFFORT_FIRST if is_new else _EFFORT_AGAIN, left_over // _SHARES))

    def unfolded(self, term: Term) -> Term:
        """The term as the equations have it."""
        return self._sight.expanded(term) if self._unfolds else term

    def _add(self, rule: Rule, carrier: Term | None) -> None:
        """Take up the rule, unless it is not first-order."""
        wanted = _open_classes(self._sight, rule)
        types = {wanted[0].left.head: carrier} if wanted and carrier is not None else {}
        conclusion = self.unfolded(substitute(rule.conclusion, types))
        bound: dict[str, tuple[int, Term]] = {}
        explicit: list[str] = []
        try:
            for number, parameter in enumerate(rule.parameters):
                if parameter.type is None or parameter.type.head in self._sight.classes or parameter.name in types:
                    continue
                type_ = substitute(parameter.type, types)
                if type_.head in ("Type", "Sort"):
                    raise ForeignError
                variable = self._language.sort(type_) + NUM_SORTS * number
                bound[parameter.name] = (variable, type_)
                if parameter.is_explicit:
                    explicit.append(f"{{{variable}}}")
            known = (self._language.type_of(side, bound) for side in conclusion.arguments)
            expected = next((found for found in known if found is not None), carrier)
            left, right = (
                self._language.encoded(side, bound=bound, expected=expected) for side in conclusion.arguments
            )
        except ForeignError:
            return
        self._given.append((left, right))
        self._names.append(f"{rule.name} {' '.join(explicit)}".strip())


def _laws(sight: Sight, goal: Term) -> Iterator[Rule]:
    """Hypotheses, the laws of the classes in sight, and lemmas on what is in sight, the nearest first."""
    seen: set[str] = set(names_in(goal))
    hypotheses = [rule for rule in sight.local_rules if is_law(rule)]
    for rule in hypotheses:
        seen |= names_in(rule.conclusion)
    laws: list[Rule] = []
    others = [rule for rule in sight.lemma_rules if is_law(rule)]
    for lemma in sight.premises.lemmas:
        rule = lemma.rules[0]
        if is_law(rule) and is_about(sight, rule):
            (laws if sight.premises.is_field(lemma.name) else others).append(rule)
    for rule in laws:
        seen |= names_in(rule.conclusion)
    if "+" in seen and any(local.type.head == "Nat" for local in sight.objects):
        laws += [rule for name in _ARITHMETIC for rule in sight.premises.rules_named(name)]
    near = [rule for rule in others if all(is_variable(name) or name in seen for name in names_in(rule.conclusion))]
    near.sort(key=lambda rule: -sight.nearness.get(rule.name.strip("()").split()[0], 0.0))
    yield from [*hypotheses, *laws, *near][:_MAX_LAWS]


def is_law(rule: Rule) -> bool:
    """Whether the rule is an equation without premises."""
    return rule.conclusion.head == "=" and not rule.num_premises and not rule.suffix.endswith(".symm")


def is_about(sight: Sight, rule: Rule) -> bool:
    """Whether the rule is about elements of a class that the context has, or objects of a type of the user's own."""
    types = [parameter.type for parameter in rule.parameters if parameter.type is not None]
    return bool(_open_classes(sight, rule)) or any(names_in(known) & sight.own_types for known in types)


def carriers(sight: Sight, rule: Rule) -> Sequence[Term | None]:
    """The types that the rule holds for; None where it is about no type in particular."""
    wanted = _open_classes(sight, rule)
    if not wanted:
        return (None,)
    if len({term.arguments for term in wanted}) != 1:
        return ()
    heads = {term.head for term in wanted}
    return [carrier for carrier, classes in sight.instances if heads <= classes]


def _open_classes(sight: Sight, rule: Rule) -> list[Term]:
    """The classes that the rule wants of a type that it leaves open."""
    return [
        parameter.type
        for parameter in rule.parameters
        if parameter.type is not None and not parameter.is_explicit and parameter.type.head in sight.classes
        if is_variable(parameter.type.left.head)
    ]
