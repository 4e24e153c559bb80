"""Principles of induction that are stated and not built in: a lemma, or a hypothesis, that concludes any property.

`P [] → (∀ as a, P as → P (snoc as a)) → P as` is used by saying for which `P`: read off from the goal, by Lean for a
lemma (`induction .. using`), by us for a hypothesis that is one only once its definition is unfolded.
"""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.proposers.automation import grind, is_early, simplification
from prover.tactics.rules import Parameter, Rule, motive_of
from prover.tactics.sight import Local, Proposal, Sight
from prover.tactics.terms import Binder, Term, names_in, render, substitute

_SOURCE = "eliminators"
_MAX_LEMMAS = 3


def propose(sight: Sight) -> Iterator[Proposal]:
    """Induction by the user's own principles, and hypotheses at properties read off from the goal."""
    damping = 0.35**sight.num_induction_hypotheses
    yield from _by_lemmas(sight, damping)
    yield from _by_hypotheses(sight)


def _by_lemmas(sight: Sight, damping: float) -> Iterator[Proposal]:
    for rule in sight.premises.eliminators[-_MAX_LEMMAS:]:
        types = [_type_of(rule, argument) for argument in rule.conclusion.arguments]
        major = types[-1]
        if major is None or len(types) > 1:
            continue
        fitting = [local for local in sight.objects if local.type.head == major.head and sight.mentions(local.name)]
        for local in fitting:
            text = f"induction {local.name} using {rule.name}"
            # One principle is one idea, however many variables it could be tried on.
            yield Proposal(text, 1.2 * damping / len(fitting), _SOURCE)
            if is_early(sight):
                weight = 0.8 / len(fitting)
                yield Proposal(f"{text} <;> {simplification(sight)} <;> done", weight, _SOURCE, closes=True)
                yield Proposal(f"{text} <;> {grind(sight)}", weight, _SOURCE, closes=True)


def _by_hypotheses(sight: Sight) -> Iterator[Proposal]:
    known = [sight.conclusion, *(fact.type for fact in sight.facts)]
    for rule in sight.local_rules:
        motive = motive_of(rule)
        if motive is None or motive.type is None or not motive.is_explicit or len(rule.conclusion.arguments) != 1:
            continue
        wanted = motive.type.left
        if rule.parameters.index(motive) != 0:
            continue
        for local in sight.objects:
            if _fits(sight, wanted, local.type) and any(_mentions(term, local) for term in known):
                statement, arguments = _general(sight, local, besides=rule.name)
                given = " ".join([_holes(rule, motive, local.name), *arguments])
                yield Proposal(f"refine {rule.name} (fun {local.name} => {statement}) {given}", 2.0, _SOURCE)
        for local in sight.objects:
            if local.type.head == "→" and local.type.right.head == "Prop" and _fits(sight, wanted, local.type.left):
                name = sight.fresh("h", set())
                for argument in (local.name, f"(fun x => ¬{local.name} x)"):
                    yield Proposal(f"have {name} := {rule.name} {argument}", 0.6, _SOURCE)


def _general(sight: Sight, local: Local, *, besides: str) -> tuple[str, list[str]]:
    """The goal with what is known of an object, for all values of what else that mentions; and what to give it."""
    facts = [fact for fact in sight.facts if fact.name != besides and _mentions(fact.type, local)]
    mentioned = names_in(sight.conclusion).union(*(names_in(fact.type) for fact in facts))
    others = [
        other
        for other in sight.objects
        if other.name != local.name and other.name in mentioned and other.type.head not in ("→", "∀", "Prop")
    ]
    others = [other for other in others if sight.premises.definition(other.type) is None]
    statement = sight.conclusion
    for fact in facts:
        statement = Term("→", (fact.type, statement))
    if others:
        statement = Term("∀", (statement,), tuple(Binder(other.name, other.type) for other in others))
    return render(statement), [*(other.name for other in others), *(fact.name for fact in reversed(facts))]


def _mentions(term: Term, local: Local) -> bool:
    """Whether the term is about the object; a bound variable of its name is another."""
    return substitute(term, {local.name: Term("_")}) != term


def _fits(sight: Sight, wanted: Term, known: Term) -> bool:
    """Whether the types may be the same; a type variable of the rule's own definition may be any."""
    return wanted == known or (not wanted.arguments and wanted.head not in sight.names and len(wanted.head) == 1)


def _type_of(rule: Rule, argument: Term) -> Term | None:
    return next((parameter.type for parameter in rule.parameters if parameter.name == argument.head), None)


def _holes(rule: Rule, motive: Parameter, major: str) -> str:
    """What the rule is given behind the property: its object, and a hole for each premise."""
    following = rule.parameters[rule.parameters.index(motive) + 1 :]
    given = [
        "?_" if parameter.is_premise else major if parameter.name == rule.conclusion.left.head else "_"
        for parameter in following
        if parameter.is_explicit
    ]
    return " ".join(given)
