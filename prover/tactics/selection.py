"""Which lemmas to hand to a tactic that searches by itself: `simp_all`, `solve_by_elim`.

Such a tactic is only as good as its list. What belongs on it speaks of nothing but what the goal speaks of, or what
comes to light when the goal's definitions are computed (`length (join xss)` computes to an append).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prover.tactics.matching import frozen, is_variable, match, specificity
from prover.tactics.premises import Premises, Selected, is_about_connectives
from prover.tactics.rules import Rule
from prover.tactics.terms import INFIXES, Term, size, unbound_names

_NUM_NEAR, _NUM_SIMPLIFYING, _NUM_CONCLUDING, _NUM_RELATED = 150, 8, 8, 12
_UNFOLDED = 0.5
# What a statement may mention although the goal does not.
_COMMON = frozenset({"::", "[]", "+", "0", "1", "true", "false", "True", "False", "()", "some", "none", "fun", "@"})
_TYPES = frozenset({"List", "Nat", "Int", "Bool", "Option", "×", "⊕"})
_CORE_AVOIDED = frozenset({"=", "False", "¬", "≠"})
_CONNECTIVES_ALONE = frozenset({"∧", "∨", "→", "↔", "∃", "∀"})
_CONNECTIVES = frozenset({"∧", "∨", "¬", "→", "↔", "∃", "∀", "=", "≠", "Prop", "Type", "Sort"})


@dataclass(frozen=True, slots=True)
class Selection:
    """Lemmas for a goal, the nearest first.

    Attributes:
        simplifying: names of equations and equivalences that lead from left to right.
        vocabulary: the goal's symbols and those behind its definitions, with how much they matter.
        concluding: terms whose types conclude something the goal may need, `h.mp` for a half of an equivalence.
        related: the nearest lemmas of any shape whose symbols the goal's lead to.
        transitive: lemmas that go from one end to the other over something in the middle.
    """

    vocabulary: Mapping[str, float]
    simplifying: tuple[str, ...]
    concluding: tuple[str, ...]
    related: tuple[str, ...]
    transitive: tuple[str, ...]


def _vocabulary(symbols: Mapping[str, float], premises: Premises) -> dict[str, float]:
    """The symbols of a goal with their weights, and those in the definitions behind them."""
    found = dict(symbols)
    for symbol, weight in symbols.items():
        definition = premises.definition(Term(symbol))
        if definition is None or premises.is_library(definition.name):
            continue
        for word in definition.words:
            head = word.rsplit(".", 1)[-1]
            if head in INFIXES or head in premises.definitions:
                found[head] = max(found.get(head, 0.0), _UNFOLDED * weight)
    return found


def select(symbols: Mapping[str, float], premises: Premises, *, goal_heads: frozenset[str]) -> Selection:
    """The lemmas for a goal.

    Args:
        symbols: those of the goal, with their weights.
        premises: what is known.
        goal_heads: the predicates that the goal or a part of it concludes.
    """
    words = _vocabulary(symbols, premises)
    near = [found for found in premises.select(words, count=_NUM_NEAR) if not is_about_connectives(found.lemma)]
    allowed = words.keys() | _COMMON | _CONNECTIVES
    names = dict.fromkeys(_simplifying(near, premises, allowed))
    concluding = dict.fromkeys(_concluding(near, premises, goal_heads))
    return Selection(
        vocabulary=words,
        simplifying=tuple(names)[:_NUM_SIMPLIFYING],
        concluding=tuple(concluding)[:_NUM_CONCLUDING],
        related=tuple(dict.fromkeys(_related(words, allowed, premises)))[:_NUM_RELATED],
        transitive=tuple(dict.fromkeys(_transitive(premises, goal_heads & premises.own_heads))),
    )


def _simplifying(near: Sequence[Selected], premises: Premises, allowed: Collection[str]) -> Iterator[str]:
    chosen: list[Rule] = []
    for selected in near:
        lemma = selected.lemma
        if lemma.is_simp or premises.is_core(lemma):
            continue
        for rule in lemma.rules:
            if rule.suffix or rule.conclusion.head not in ("=", "↔"):
                continue
            left, right = rule.conclusion.arguments
            heads = _constants(rule.conclusion)
            # A right side that brings in something new leads to where none of the other lemmas apply.
            if is_variable(left.head) or not heads.issubset(allowed) or _repeats(left, right) or _undoes(rule, chosen):
                continue
            chosen.append(rule)
            yield lemma.name


def _related(words: Mapping[str, float], allowed: Collection[str], premises: Premises) -> Iterator[str]:
    """Lemmas about the symbols of the goal and those that equivalences for them bring in."""
    near = premises.select(dict(words), count=_NUM_NEAR)
    more = dict(words)
    for selected in near:
        for rule in selected.lemma.rules:
            if rule.conclusion.head == "↔" and not rule.suffix and not premises.is_core(selected.lemma):
                left, right = map(_constants, rule.conclusion.arguments)
                if left.issubset(allowed):
                    more |= dict.fromkeys(right - more.keys() - _CONNECTIVES, _UNFOLDED**2)
    for selected in premises.select(more, count=_NUM_NEAR):
        known = more.keys() | _COMMON | _CONNECTIVES | _TYPES
        if (
            selected.lemma.symbols <= known
            and not premises.is_core(selected.lemma)
            and not is_about_connectives(selected.lemma)
        ):
            yield selected.lemma.name


def _constants(pattern: Term) -> frozenset[str]:
    """The heads in a pattern that are no variables."""
    return frozenset(name for name in unbound_names(pattern) if not is_variable(name))


def _repeats(left: Term, right: Term) -> bool:
    """Whether the left side occurs in the right one again, so that rewriting goes on for ever."""
    return any(part.head == left.head and match(left, frozen(part)) is not None for part in right.subterms())


def _undoes(rule: Rule, chosen: list[Rule]) -> bool:
    """Whether the rule leads back what another one leads on."""
    left, right = rule.conclusion.arguments
    return any(
        other.conclusion.right.head == left.head
        and match(left, frozen(other.conclusion.right)) is not None
        and match(right, frozen(other.conclusion.left)) is not None
        and size(right) >= size(left)
        for other in chosen
    )


def _concluding(near: Sequence[Selected], premises: Premises, goal_heads: frozenset[str]) -> Iterator[str]:
    """Lemmas with such a conclusion, then those that show what the former ask for."""
    found: list[Rule] = []
    heads, seen = goal_heads - _CONNECTIVES_ALONE, set[str]()
    for _ in range(2):
        asked: set[str] = set()
        for selected in near:
            # The library's lemmas on equality fit everything; those on a namesake of the user's notion fit nothing.
            avoided = _CORE_AVOIDED | premises.own_heads if premises.is_core(selected.lemma) else frozenset[str]()
            for rule in selected.lemma.rules:
                if rule.conclusion.head in heads - avoided and _is_a_step(rule):
                    found.append(rule)
                    asked |= {
                        parameter.type.head for parameter in rule.parameters if parameter.is_premise and parameter.type
                    }
        seen |= heads
        heads = frozenset(asked) - seen - _CONNECTIVES_ALONE
    for rule in found:
        explicit = sum(parameter.is_explicit for parameter in rule.parameters[: rule.num_applied])
        if not rule.suffix:
            yield rule.name
        else:
            yield f"({rule.name}{' _' * explicit}){rule.suffix}" if explicit else f"{rule.name}{rule.suffix}"


def _is_a_step(rule: Rule) -> bool:
    """Whether applying the rule may get one nearer; `rw` and `simp` do better with an equation."""
    if rule.conclusion.head in ("=", "↔") and not rule.num_premises:
        return False
    if rule.conclusion.head in ("¬", "False", "≠") and specificity(rule.conclusion) <= 1:
        return False
    premises = [parameter.type for parameter in rule.parameters if parameter.is_premise and parameter.type]
    is_general = specificity(rule.conclusion) <= 1 or rule.conclusion.head == "="
    if is_general and any(premise.head == rule.conclusion.head for premise in premises):
        return False  # symmetry, transitivity, `p x` from `p (f x)`: these can always be applied once more
    return rule.suffix in ("", ".mp", ".mpr", ".left", ".right")


def _transitive(premises: Premises, heads: frozenset[str]) -> Iterator[str]:
    for head in sorted(heads):
        for lemma, rule in premises.rules_for(head):
            asked = [parameter.type.head for parameter in rule.parameters if parameter.is_premise and parameter.type]
            if (
                not premises.is_core(lemma)
                and not rule.suffix
                and asked == [head, head]
                and specificity(rule.conclusion) <= 1
            ):
                yield lemma.name
