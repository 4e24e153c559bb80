"""Equations between objects of an abstract type, proved from the laws of its class, lemmas and hypotheses at once.

The laws of a group prove that inverses are unique, but no simplifier finds the detour that it takes. What completion
finds is handed to Lean as a chain of explicit steps. A statement about one object is carried over to an equal one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from prover.tactics.equational.language import ForeignError
from prover.tactics.equational.problem import Problem, is_about
from prover.tactics.matching import is_variable, match
from prover.tactics.rules import Fact, Rule, written
from prover.tactics.sight import CONNECTIVES, Proposal, Sight
from prover.tactics.terms import Term, names_in, render, substitute

_SOURCE = "equations"
_MAX_INSTANCES, _MAX_FACTS = 8, 4
_KEY = "key"


def propose(sight: Sight) -> Iterator[Proposal]:
    """The whole proof, where completion finds one."""
    if not _is_abstract(sight):
        return
    for unfolds in (False, True):
        try:
            problem = Problem(sight, unfolds=unfolds)
        except ForeignError:
            return
        if unfolds and sight.expanded(sight.conclusion) == sight.conclusion:
            return
        tactic = _proof(sight, problem)
        if tactic is not None:
            yield Proposal(tactic, 15.0, _SOURCE, closes=True)
            return


def _is_abstract(sight: Sight) -> bool:
    """Whether an object in the goal has a type of which nothing is known but laws: a class's, or one of the user's."""
    types = {carrier.head for carrier, _ in sight.instances} | sight.own_types
    known = {local.name: local.type for local in sight.objects}
    return any(names_in(known[name]) & types for name in names_in(sight.conclusion) & known.keys())


def _proof(sight: Sight, problem: Problem) -> str | None:
    goal = sight.conclusion
    if goal.head == "=":
        found = problem.proof(goal.left, goal.right)
        return found if found is not None else next(_by_cancelling(sight, problem), None)
    if goal.head in CONNECTIVES or goal.binders or not goal.arguments:
        return None
    same = (fact for fact in sight.facts if fact.type.head == goal.head)
    carried = (_carried_over(problem, fact, goal) for fact in islice(same, _MAX_FACTS))
    return next((tactic for tactic in carried if tactic is not None), None)


def _by_cancelling(sight: Sight, problem: Problem) -> Iterator[str]:
    """The goal from an equation that implies it, by a lemma like `a + c = b + c → a = b`."""
    goal = sight.conclusion
    for _, rule in sight.premises.rules_for("="):
        left, right = rule.conclusion.arguments
        premises = [parameter.type for parameter in rule.parameters if parameter.is_premise]
        if len(premises) != 1 or premises[0] is None or premises[0].head != "=" or rule.suffix:
            continue
        values = match(rule.conclusion, goal) if is_variable(left.head) and is_variable(right.head) else None
        if values is None or not is_about(sight, rule) or sight.is_out_of_reach(rule):
            continue
        free = sorted(name for name in names_in(premises[0]) - values.keys() if is_variable(name))
        choices = product(sight.objects, repeat=len(free))
        for chosen in islice(choices, _MAX_INSTANCES):
            rest = {name: Term(local.name, text=local.name) for name, local in zip(free, chosen, strict=True)}
            wanted = substitute(premises[0], {**values, **rest})
            found = problem.proof(wanted.left, wanted.right, name=_KEY, is_quick=True)
            if found is not None:
                yield f"{found}\nexact {_applied_to_key(rule)}"


def _applied_to_key(rule: Rule) -> str:
    arguments = [
        None if not parameter.is_explicit else _KEY if parameter.is_premise else "_" for parameter in rule.parameters
    ]
    return written(rule, arguments)


def _carried_over(problem: Problem, fact: Fact, goal: Term) -> str | None:
    """The goal from a fact that says the same of equal objects."""
    if len(fact.type.arguments) != len(goal.arguments):
        return None
    lines: list[str] = []
    proof = fact.name
    current = list(fact.type.arguments)
    for index, (wanted, known) in enumerate(zip(goal.arguments, fact.type.arguments, strict=True)):
        if wanted == known:
            continue
        name = f"{_KEY}{index}"
        found = problem.proof(wanted, known, name=name)
        if found is None:
            return None
        lines.append(found)
        around = Term(goal.head, (*current[:index], Term("z"), *current[index + 1 :]), (), goal.text)
        proof = f"(Eq.mpr (congrArg (fun z => {render(around)}) {name}) {proof})"
        current[index] = wanted
    return "\n".join([*lines, f"exact {proof}"]) if lines else None
