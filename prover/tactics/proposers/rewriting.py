"""Rewriting: with hypotheses, with lemmas, in the goal and in hypotheses, step by step or many at once."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from prover.tactics.matching import Values, is_variable, occurs_as, specificity
from prover.tactics.rules import Rule, fits, written
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in, render_argument, size, substitute

_SOURCE = "rewriting"
_MAX_LEMMAS, _MAX_SUBTERMS, _MAX_FACTS, _NUM_SIMP, _MAX_COMPOSED = 20, 60, 4, 4, 8


def propose(sight: Sight) -> Iterator[Proposal]:
    """`rw` and `simp` with equations whose one side occurs."""
    yield from _with_hypotheses(sight)
    yield from _cancelled(sight)
    yield from _with_lemmas(sight, sight.conclusion, place="", factor=1.0)
    for fact in sight.facts[:_MAX_FACTS]:
        yield from _with_lemmas(sight, fact.type, place=f" at {fact.name}", factor=0.35)
    yield from _simplify_with_near(sight)


def _with_hypotheses(sight: Sight) -> Iterator[Proposal]:
    equations = [
        rule
        for rule in (*sight.local_rules, *sight.lemma_rules)
        if rule.conclusion.head in ("=", "↔") and rule.suffix in ("", ".symm")
    ]
    yield from _simplify_with_composed(sight, equations)
    yield from _backwards(sight, equations)
    places = [("", sight.conclusion, 1.0), *((f" at {fact.name}", fact.type, 0.4) for fact in sight.facts)]
    for rule in equations:
        left, right = rule.conclusion.arguments
        is_induction = rule.name.startswith("ih")
        for place, term, factor in places:
            if place == f" at {rule.name}" or not _occurrences(left, term):
                continue
            weight = factor * (3.0 if is_induction else 2.0) * (1.0 if rule.suffix == "" else 0.6)
            if not left.arguments and size(right) > 1 and left.head in names_in(right):
                continue
            arrow = "← " if rule.suffix == ".symm" else ""
            if rule.name.startswith("("):
                weight *= 0.4
            yield Proposal(f"rw [{arrow}{rule.name}]{place}", weight, _SOURCE)


def _simplify_with_composed(sight: Sight, equations: Sequence[Rule]) -> Iterator[Proposal]:
    """`simp` with the equations that hypotheses hold inside, or that lemmas give of them, which `*` does not see."""
    names = [rule.name for rule in equations if not rule.suffix and not rule.name.isidentifier()]
    listed = ", ".join(dict.fromkeys([*names[:_MAX_COMPOSED], *sight.definitions]))
    if names:
        yield Proposal(f"simp [{listed}]", 1.0, _SOURCE)
        yield Proposal(f"simp_all [{listed}]", 0.5, _SOURCE, closes=True)


def _backwards(sight: Sight, equations: Sequence[Rule]) -> Iterator[Proposal]:
    """With `h : ∀ x, g (f x) = x`, a side `t` of an equation becomes `g (f t)`."""
    if sight.conclusion.head != "=":
        return
    for rule in equations:
        left, right = rule.conclusion.arguments
        explicit = [parameter for parameter in rule.parameters if parameter.is_explicit]
        if rule.suffix or not is_variable(right.head) or right.arguments or not left.arguments or len(explicit) != 1:
            continue
        for side in dict.fromkeys(sight.conclusion.arguments):
            yield Proposal(f"rw [← {rule.name} {render_argument(side)}]", 0.8, _SOURCE)
        for fact in sight.facts:
            if fact.type.head == "=" and left.head in sight.names and occurs_as(left.arguments[-1], fact.type.left):
                name = sight.fresh("h", set())
                yield Proposal(
                    f"have {name} := congrArg {left.head} {fact.name}; simp only [{rule.name} _] at {name}",
                    0.8,
                    _SOURCE,
                )


def _cancelled(sight: Sight) -> Iterator[Proposal]:
    """With a lemma `g (f x) = x` and `h : f a = f b`, what `g` makes of both sides: `a = b`."""
    for fact in sight.facts:
        if fact.type.head != "=" or fact.type.left.head != fact.type.right.head or not fact.type.left.arguments:
            continue
        for lemma, rule in sight.premises.cancelling(fact.type.left.head):
            left = rule.conclusion.left
            proof = f"congrArg {left.text or left.head} {fact.name}"
            yield Proposal(f"simpa only [{lemma.name}] using {proof}", 1.0, _SOURCE, closes=True)
            name = sight.fresh("h", set())
            yield Proposal(f"have {name} := {proof}; simp only [{lemma.name}] at {name}", 0.8, _SOURCE)


def _with_lemmas(sight: Sight, term: Term, *, place: str, factor: float) -> Iterator[Proposal]:
    ranked: list[tuple[float, int, Proposal]] = []
    seen: set[Term] = set()
    is_arithmetic = term.head in ("=", "≤", "<", "≠") and sight.is_arithmetic
    for part in term.subterms():
        if part in seen or len(seen) > _MAX_SUBTERMS:
            continue
        seen.add(part)
        if part.head.isdigit():
            continue  # `0` is `0 - 0`, and a hundred other things
        for lemma, rule in sight.premises.equations_for(part.head):
            values = occurs_as(rule.conclusion.left, part)
            if (
                values is None
                or sight.is_out_of_reach(rule)
                or not fits(rule, values, sight.type_of)
                or any(is_variable(name) for name in names_in(substitute(rule.conclusion.right, values)))
            ):
                continue
            nearness = sight.nearness.get(lemma.name, 0.0)
            weight = factor * _promise(rule, nearness, is_simp=lemma.is_simp)
            if sight.premises.is_logic(lemma) or (is_arithmetic and lemma.name.startswith(("Nat.", "Int."))):
                weight *= 0.3  # tactics that decide do these better
            arrow = "← " if rule.suffix == ".symm" else ""
            ranked.append((weight, -len(ranked), Proposal(f"rw [{arrow}{rule.name}]{place}", weight, _SOURCE)))
            if _is_exchange(rule) and rule.suffix == "":
                exact = f"rw [{_instance(rule, values)}]{place}"
                ranked.append((0.6 * weight, -len(ranked), Proposal(exact, 0.6 * weight, _SOURCE)))
    best: dict[str, Proposal] = {}
    for _, _, proposal in heapq.nlargest(3 * _MAX_LEMMAS, ranked):
        best.setdefault(proposal.tactic, proposal)
    yield from list(best.values())[: _MAX_LEMMAS if not place else _MAX_LEMMAS // 4]


def _promise(rule: Rule, nearness: float, *, is_simp: bool) -> float:
    """What a rewrite is worth: near lemmas, patterns that say something, results that are no longer."""
    left, right = rule.conclusion.arguments
    weight = 0.1 + 1.2 * nearness + 0.05 * min(specificity(left), 6)
    if size(right) > size(left):
        weight *= 0.6
    if rule.suffix == ".symm":
        weight *= 0.5
    if rule.num_premises:
        weight *= 0.5
    return weight * (0.8 if is_simp else 1.0)


def _is_exchange(rule: Rule) -> bool:
    """Whether both sides have the same size and names (`a + b = b + a`), so that where it is used matters."""
    left, right = rule.conclusion.arguments
    return size(left) == size(right) and names_in(left) == names_in(right)


def _instance(rule: Rule, values: Values) -> str:
    """The rule at the values that matching found."""
    arguments = [
        None
        if not parameter.is_explicit
        else render_argument(values[parameter.name])
        if parameter.name in values
        else "_"
        for parameter in rule.parameters
    ]
    return written(rule, arguments)


def _occurrences(pattern: Term, term: Term) -> bool:
    if is_variable(pattern.head) and not pattern.arguments:
        return False
    return any(part.head == pattern.head and occurs_as(pattern, part) is not None for part in term.subterms()) or (
        is_variable(pattern.head) and any(part.arguments for part in term.subterms())
    )


def _simplify_with_near(sight: Sight) -> Iterator[Proposal]:
    """`simp` with the nearest equations and the hypotheses, for what takes many small steps."""
    scored: dict[str, float] = {}
    for part in sight.conclusion.subterms():
        for lemma, rule in sight.premises.equations_for(part.head):
            if (
                rule.suffix
                or lemma.is_simp
                or sight.premises.is_logic(lemma)
                or sight.is_out_of_reach(rule)
                or lemma.name not in sight.nearness
                or _is_exchange(rule)
            ):
                continue
            values = occurs_as(rule.conclusion.left, part)
            if values is not None and fits(rule, values, sight.type_of):
                scored[lemma.name] = sight.nearness[lemma.name]
    names = heapq.nlargest(_NUM_SIMP, scored, key=lambda name: scored[name])
    if not names:
        return
    listed = ", ".join(names)
    yield Proposal(f"simp [{listed}]", 0.6, _SOURCE)
    if sight.facts:
        yield Proposal(f"simp [{listed}, *]", 0.6, _SOURCE)
        if sight.definitions and sight.num_induction_hypotheses:
            # One step of every function, the laws that bring out what the hypothesis speaks of, and the hypothesis.
            yield Proposal(f"simp [{', '.join([*sight.definitions, *names])}, *]", 1.2, _SOURCE)
    yield Proposal(f"simp only [{listed}]", 0.4, _SOURCE)
    if sight.definitions:
        yield Proposal(f"simp [{', '.join([*sight.definitions, *names])}]", 0.4, _SOURCE)
