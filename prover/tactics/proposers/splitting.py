"""Distinctions of cases that nothing in the goal offers by itself: `by_cases`, and proof by contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.matching import match
from prover.tactics.proposers.automation import grind
from prover.tactics.rules import written
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, names_in, render, render_argument, substitute

_SOURCE = "splitting"
_MAX_CASES, _MAX_TABLE = 5, 5
_CONNECTIVES = frozenset({"∧", "∨", "¬", "→", "↔"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """`by_cases` on propositions inside the goal and hypotheses; proof by contradiction."""
    yield from _truth_table(sight)
    yield from _trichotomy(sight)
    yield from _applicable(sight)
    known = {fact.type for fact in sight.facts}
    denied = {fact.type.left for fact in sight.facts if fact.type.head == "¬"}
    atoms: dict[Term, float] = {}
    for weight, term in ((1.0, sight.meaning), *((0.5, fact.type) for fact in sight.facts)):
        for atom in _atoms(sight, term, is_inside=False):
            if atom not in known and atom not in denied:
                atoms.setdefault(atom, weight)
    for atom, weight in list(atoms.items())[:_MAX_CASES]:
        name = sight.fresh(f"h{atom.head}" if not atom.arguments and atom.head.isalnum() else "h", set())
        yield Proposal(f"by_cases {name} : {render(atom)}", 0.5 * weight, _SOURCE)
    if sight.conclusion.head not in ("False", "¬", "∀", "→", "≠", "∧", "↔"):
        is_hopeful = any(fact.type.head == "¬" or fact.type.head == "∀" for fact in sight.facts)
        weight = 0.3 if is_hopeful or sight.conclusion.head in ("∨", "∃") else 0.1
        name = sight.fresh("hn", set())
        yield Proposal(f"refine Classical.byContradiction fun {name} => ?_", weight, _SOURCE)


def _trichotomy(sight: Sight) -> Iterator[Proposal]:
    """Two numbers are equal if neither is the smaller: what is known of `<` then refutes the other two cases."""
    numbers = {local.name: local.type.head for local in sight.objects if local.type.head in ("Nat", "Int")}
    goal = sight.conclusion
    if goal.head != "=" or any(side.head not in numbers or side.arguments for side in goal.arguments):
        return
    name = sight.fresh("h", set())
    split = f"rcases {numbers[goal.left.head]}.lt_trichotomy {goal.left} {goal.right} with {name} | {name} | {name}"
    yield Proposal(split, 0.4, _SOURCE)
    yield Proposal(f"{split} <;> {grind(sight)}", 0.5, _SOURCE, closes=True)


def _applicable(sight: Sight) -> Iterator[Proposal]:
    """Either there is something that an induction hypothesis can be applied to, and then it gives the goal, or not.

    So the least number of a kind is found: with `ih : ∀ m, m < n → p m → goal`, either a smaller one has the property,
    or `n` is the least.
    """
    for rule in sight.local_rules:
        values = match(rule.conclusion, sight.conclusion) if "ih" in rule.name and not rule.suffix else None
        if values is None:
            continue
        taken: set[str] = set()
        unknown = [each.name for each in rule.parameters if not each.is_premise and each.name not in values]
        if len(unknown) != 1:
            continue
        witness = sight.fresh("m", taken)
        values = {**values, unknown[0]: Term(witness)}
        premises = [substitute(each.type, values) for each in rule.parameters if each.is_premise and each.type]
        names = [sight.fresh("h", taken) for _ in premises]
        if not premises:
            continue
        known = iter(names)
        given = (next(known) if each.is_premise else render_argument(values[each.name]) for each in rule.parameters)
        arguments = [
            text if each.is_premise or each.is_explicit else None
            for each, text in zip(rule.parameters, given, strict=True)
        ]
        case = sight.fresh("hex", taken)
        lines = (
            f"by_cases {case} : ∃ {witness}, {' ∧ '.join(map(render_argument, premises))}",
            f"· obtain ⟨{', '.join([witness, *names])}⟩ := {case}",
            f"  exact {written(rule, arguments)}",
        )
        yield Proposal("\n".join(lines), 3.0, _SOURCE)


def _truth_table(sight: Sight) -> Iterator[Proposal]:
    """Propositional logic is decided by trying every truth value."""
    variables = [local.name for local in sight.objects if local.type.head == "Prop"]
    relevant = [sight.conclusion, *(fact.type for fact in sight.facts)]
    used = [name for name in variables if any(name in names_in(term) for term in relevant)]
    if 1 <= len(used) <= _MAX_TABLE and any(_is_propositional(sight, term) for term in relevant):
        splits = "".join(f"by_cases {sight.fresh(f'h{name}', set())} : {name} <;> " for name in used)
        yield Proposal(f"{splits}simp_all <;> done", 1.5, _SOURCE, closes=True)
    atoms = dict.fromkeys(
        atom
        for term in relevant
        for atom in _atoms(sight, term, is_inside=False)
        if atom.arguments and not atom.binders
    )
    if 1 <= len(atoms) <= _MAX_TABLE:
        taken: set[str] = set()
        splits = "".join(f"by_cases {sight.fresh('h', taken)} : {render(atom)} <;> " for atom in atoms)
        yield Proposal(f"{splits}simp_all <;> done", 1.0, _SOURCE, closes=True)


def _is_propositional(sight: Sight, term: Term) -> bool:
    """Whether the term is made of connectives and variables."""
    if term.head in ("∀", "∃"):
        return False
    if term.head in _CONNECTIVES or term.head == "=":
        return all(_is_propositional(sight, argument) for argument in term.arguments)
    return not term.arguments


def _atoms(sight: Sight, term: Term, *, is_inside: bool) -> Iterator[Term]:
    """The propositions that connectives join, and the conditions of every `if`."""
    if term.head in _CONNECTIVES:
        for argument in term.arguments:
            yield from _atoms(sight, argument, is_inside=True)
        return
    if term.head == "if":
        yield term.arguments[0]
    if term.head in ("∃", "∀", "fun", "True", "False", "text"):
        if is_inside and term.head in ("∃", "∀"):
            yield term
        return
    if is_inside:
        yield term
        return
    for argument in term.arguments:
        if argument.head == "if" or argument.head in _CONNECTIVES:
            yield from _atoms(sight, argument, is_inside=True)
        elif argument.arguments and not argument.binders:
            yield from _atoms(sight, argument, is_inside=False)
