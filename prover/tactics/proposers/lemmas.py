"""Known lemmas: those that conclude the goal, those that the hypotheses set off, those that split it into cases."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice, product

from prover.tactics.declared import Lemma
from prover.tactics.matching import is_open, is_variable
from prover.tactics.patterns import decomposition
from prover.tactics.proposers.automation import grind, is_early
from prover.tactics.proposers.hypotheses import consequence
from prover.tactics.rules import Application, Rule, backward, forward, written
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, size, substitute

_SOURCE = "lemmas"
_MAX_BACKWARD, _MAX_FORWARD, _MAX_SPLITS, _MAX_BRIDGES = 30, 8, 6, 6
_NO_LEMMAS = frozenset({"False.elim", "absurd", "rfl", "id", "trivial"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """Everything that uses a lemma as it stands (rewriting has a file of its own)."""
    ranked: list[tuple[float, int, Proposal]] = []
    for goal, frame in _goals(sight):
        for lemma, rule in sight.premises.rules_for(goal.head):
            for found in backward(rule, goal, sight.facts, sight.type_of)[:2]:
                proposal = _backward(sight, lemma, rule, found, frame)
                if proposal is not None:
                    ranked.append((proposal.weight * (8 if proposal.closes else 1), -len(ranked), proposal))
    yield from (proposal for _, _, proposal in heapq.nlargest(_MAX_BACKWARD, ranked))
    yield from _forward(sight)
    yield from _case_splits(sight)


def _goals(sight: Sight) -> Iterator[tuple[Term, str]]:
    """What may be concluded, with the frame that makes the goal of it."""
    yield sight.conclusion, "{}"
    if sight.conclusion.head == "≠":
        yield Term("¬", (Term("=", sight.conclusion.arguments),)), "{}"
    if sight.meaning.head == "∨":
        yield sight.meaning.left, "Or.inl ({})"
        yield sight.meaning.right, "Or.inr ({})"


def _backward(sight: Sight, lemma: Lemma, rule: Rule, found: Application, frame: str) -> Proposal | None:
    if lemma.name in _NO_LEMMAS or found.specificity == 0 or sight.is_out_of_reach(rule):
        return None
    if _says_nothing(sight, lemma, rule):
        return None
    score = sight.nearness.get(lemma.name, 0.0) + 0.1 * min(found.specificity, 5)
    if found.num_holes == 0:
        return Proposal(f"exact {frame.format(found.text)}", 1.0 + 3 * score, _SOURCE, closes=True)
    if frame != "{}":
        return None
    weight = (0.15 + 1.5 * score) / found.num_holes
    if found.specificity <= 1 and found.num_holes == rule.num_premises:
        weight *= 0.2  # `a ≤ b` from `a < b`: fits everything and leads nowhere in particular
    if not found.is_determined:
        weight *= 0.15
    if sight.premises.is_logic(lemma):
        weight *= 0.2
    is_plain = found.num_holes == rule.num_premises and not rule.suffix
    if is_plain:
        return Proposal(f"apply {rule.name}", weight, _SOURCE)
    return Proposal(f"refine {found.text}", weight * (1.3 if found.num_holes < rule.num_premises else 1.0), _SOURCE)


def _says_nothing(sight: Sight, lemma: Lemma, rule: Rule) -> bool:
    """Whether the library's rule proves any equation at all, of anything: `x = y` from `some x = some y`."""
    if rule.conclusion.head != "=" or not sight.premises.is_core(lemma):
        return False
    heads = {side.head for side in rule.conclusion.arguments if not side.arguments}
    types = [parameter.type for parameter in rule.parameters if parameter.name in heads]
    return len(types) == 2 and all(known is None or is_variable(known.head) for known in types)


def _forward(sight: Sight) -> Iterator[Proposal]:
    """Lemmas all of whose premises are hypotheses."""
    known = {fact.type for fact in sight.facts}
    largest = max((size(term) for term in known), default=0)
    count = 0
    for lemma in sight.premises.lemmas:
        nearness = sight.nearness.get(lemma.name, 0.0)
        if nearness < 0.25 or sight.premises.is_logic(lemma):
            continue
        for rule in lemma.rules:
            if rule.suffix == ".symm" or rule.conclusion.head.startswith("?"):
                continue
            for found in forward(rule, sight.facts, sight.type_of)[:2]:
                is_new = found.conclusion not in known and not is_open(found.conclusion)
                is_new = is_new and size(found.conclusion) <= largest + 2
                if is_new and count < _MAX_FORWARD:
                    count += 1
                    yield from consequence(sight, found.text, found.conclusion, weight=0.8 * nearness, source=_SOURCE)


def _case_splits(sight: Sight) -> Iterator[Proposal]:
    """`a < b ∨ b ≤ a` and the like, for the objects of the goal."""
    names = [local for local in sight.objects if sight.mentions(local.name)] or list(sight.objects)
    count = 0
    for lemma, rule in sight.premises.rules_for("∨"):
        variables = [parameter for parameter in rule.parameters if parameter.is_explicit and not parameter.is_premise]
        nearness = sight.nearness.get(lemma.name, 0.0)
        if rule.num_premises or not 1 <= len(variables) <= 2 or count >= _MAX_SPLITS:
            continue
        if any(variable.type is None or is_open(variable.type) for variable in variables):
            continue
        fitting = [[local.name for local in names if local.type == variable.type] for variable in variables]
        for chosen in islice(product(*fitting), 3):
            if len(set(chosen)) < len(chosen):
                continue
            values = {variable.name: Term(name) for variable, name in zip(variables, chosen, strict=True)}
            proof = written(
                rule,
                [
                    values[parameter.name].head if parameter in variables else "_" if parameter.is_explicit else None
                    for parameter in rule.parameters
                ],
            )
            count += 1
            cases = substitute(rule.conclusion, values)
            yield from consequence(sight, proof, cases, weight=0.1 + 0.5 * nearness, source=_SOURCE)
            if is_early(sight) and not sight.premises.is_core(lemma):
                yield from _split_and_finished(sight, proof, cases)


def _split_and_finished(sight: Sight, proof: str, cases: Term) -> Iterator[Proposal]:
    """Every case at once, with the lemmas that lead from what it says to what the goal is about."""
    pattern = decomposition(sight, cases, name=sight.fresh("h", set()), taken=set())
    heads = {part.head for part in cases.arguments}
    bridges = [
        lemma.name
        for head in dict.fromkeys(part.head for part in sight.meaning.subterms())
        for lemma, rule in sight.premises.rules_for(head)
        if not sight.premises.is_core(lemma) and not rule.suffix
        if any(
            parameter.is_premise and parameter.type is not None and parameter.type.head in heads
            for parameter in rule.parameters
        )
    ]
    listed = ", ".join(dict.fromkeys(bridges[:_MAX_BRIDGES]))
    if pattern is not None and listed:
        finish = f"first | simp_all [{listed}] | {grind(sight, listed)} | solve_by_elim [{listed}]"
        yield Proposal(f"rcases {proof} with {pattern} <;> {finish}", 0.7, _SOURCE, closes=True)
