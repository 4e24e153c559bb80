"""Transitive relations: a known step from one end of the goal, so that less of the way is left.

To show `Perm (a :: b :: as) (b :: as ++ [a])`, what `Perm.swap` says of the left side is composed with what is then
missing. No lemma concludes the goal, and trying `Perm.trans` alone leaves a middle that nothing tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.matching import WILDCARD
from prover.tactics.rules import Rule, backward, written
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term

_SOURCE = "chains"
_MAX_STEPS, _MAX_TRANSITIVE = 8, 2


def propose(sight: Sight) -> Iterator[Proposal]:
    """`refine R.trans step ?_` and `refine R.trans ?_ step`, for every step that is fully known."""
    goal = sight.conclusion
    if len(goal.arguments) < 2 or goal.head in ("=", "↔", "∧", "∨", "→"):
        return
    lemmas = sight.premises.rules_for(goal.head)
    rules = [*sight.local_rules, *(rule for _, rule in lemmas)]
    transitive = [(rule, swaps) for rule in rules if (swaps := _swaps(rule, goal.head)) is not None]
    if sight.is_arithmetic:
        # The library's steps fit everything and lead away: what they are good for, `omega` does.
        rules = [*sight.local_rules, *(rule for lemma, rule in lemmas if not sight.premises.is_core(lemma))]
        transitive = [each for each in transitive if each[0].name.startswith(("Nat.", "Int.")) or each[0] in rules]
    for rule, swaps in transitive[-_MAX_TRANSITIVE:]:
        steps = [step for step in rules if step.conclusion.head == goal.head and step not in (t for t, _ in transitive)]
        found = 0
        for at_left in (True, False):
            for text, weight in _steps(sight, steps, goal, at_left=at_left):
                if found < _MAX_STEPS:
                    found += 1
                    proofs = (text, "?_") if at_left else ("?_", text)
                    yield Proposal(f"refine {_composed(rule, proofs, swaps=swaps)}", weight, _SOURCE)


def _swaps(rule: Rule, head: str) -> bool | None:
    """Whether the rule is transitivity with its premises the other way round; None if it is no transitivity."""
    premises = [parameter.type for parameter in rule.parameters if parameter.is_premise and parameter.type is not None]
    if rule.conclusion.head != head or len(rule.conclusion.arguments) < 2 or rule.suffix or len(premises) != 2:
        return None
    if any(premise.head != head or len(premise.arguments) != len(rule.conclusion.arguments) for premise in premises):
        return None
    start, end = rule.conclusion.arguments[-2:]
    for swaps, (first, second) in ((False, premises), (True, reversed(premises))):
        if first.arguments[-2] == start and second.arguments[-1] == end and first.arguments[-1] == second.arguments[-2]:
            return swaps if not start.arguments and not end.arguments else None
    return None


def _steps(sight: Sight, rules: list[Rule], goal: Term, *, at_left: bool) -> Iterator[tuple[str, float]]:
    *others, start, end = goal.arguments
    ends = (start, WILDCARD) if at_left else (WILDCARD, end)
    wanted = Term(goal.head, (*others, *ends), (), goal.text)
    for rule in rules:
        for found in backward(rule, wanted, sight.facts, sight.type_of):
            reached = found.conclusion.arguments[-1 if at_left else -2]
            if found.num_holes or not found.is_determined or reached in (start, end):
                continue
            uses_fact = rule in sight.local_rules or any(fact.name in found.text.split() for fact in sight.facts)
            yield f"({found.text})", 6.0 if uses_fact else 3.0 if found.specificity > 1 else 1.0
            break


def _composed(rule: Rule, proofs: tuple[str, str], *, swaps: bool) -> str:
    given = iter(reversed(proofs) if swaps else proofs)
    arguments = [
        None if not parameter.is_explicit else next(given) if parameter.is_premise else "_"
        for parameter in rule.parameters
    ]
    return written(rule, arguments)
