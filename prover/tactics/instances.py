"""What holds for all values, at the values that a goal speaks of.

`h : ∀ k, f k < f (k + 1)` tells `omega` nothing before it stands there as `f n < f (n + 1)`. Which values matter is
read off: those that make a part of the statement a part of the goal or of a hypothesis, as an SMT solver triggers them
(de Moura and Bjørner, "Efficient E-matching for SMT solvers", 2007, section 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from prover.tactics.matching import Values, is_open, is_variable, match
from prover.tactics.rules import Parameter, Rule, fits, written
from prover.tactics.sight import Sight
from prover.tactics.terms import Term, names_in, render_argument, substitute

_RELATIONS = frozenset({"=", "≤", "<", "≠", "¬"})
_NUMBERS = ("Nat", "Int")
_CONSTANTS = (Term("0", text="0"), Term("1", text="1"))
_MAX_EACH, _MAX_ALTOGETHER, _MAX_PARTS = 4, 8, 60


@dataclass(frozen=True, slots=True)
class Instance:
    """A statement at certain values: a proof of it, and what it says."""

    proof: str
    conclusion: Term


@lru_cache(maxsize=4)  # several proposers ask, one after the other, about the same goal
def triggered(sight: Sight) -> tuple[Instance, ...]:
    """Hypotheses and lemmas of the user's own at values at which a part of them is a part of the goal."""
    parts = list(islice(dict.fromkeys(_ground_parts(sight)), _MAX_PARTS))
    found: dict[Term, Instance] = {}
    for rule in _universal(sight):
        for instance in islice(_at(sight, rule, _triggered_values(rule, parts)), _MAX_EACH):
            found.setdefault(instance.conclusion, instance)
    known = {fact.type for fact in sight.facts}
    return tuple(each for each in found.values() if each.conclusion not in known)[:_MAX_ALTOGETHER]


def at_constants(sight: Sight) -> list[Instance]:
    """Hypotheses on numbers at 0 and 1, where a functional equation says most."""
    found: list[Instance] = []
    for rule in sight.local_rules:
        variables = [parameter for parameter in rule.parameters if not parameter.is_premise]
        is_numeric = all(known.type is not None and known.type.head in _NUMBERS for known in variables)
        if not (_is_universal(rule) and variables and is_numeric) or rule.conclusion.head != "=":
            continue
        choices = product(_CONSTANTS, repeat=len(variables))
        values = ({known.name: number for known, number in zip(variables, chosen, strict=True)} for chosen in choices)
        found += islice(_at(sight, rule, values), _MAX_EACH)
    return found[:_MAX_ALTOGETHER]


def stated(instances: Sequence[Instance]) -> list[str]:
    """A line for every instance, named `i0`, `i1`, ..."""
    return [f"have i{number} := {instance.proof}" for number, instance in enumerate(instances)]


def _universal(sight: Sight) -> Iterator[Rule]:
    """The rules on all values that there are, hypotheses first, the latest lemma before the others."""
    yield from filter(_is_universal, sight.local_rules)
    for lemma in reversed(sight.premises.lemmas):
        if sight.premises.is_core(lemma):
            return  # the library's own lemmas are what tactics know anyway
        if not sight.premises.is_field(lemma.name):
            yield from filter(_is_universal, lemma.rules)


def _is_universal(rule: Rule) -> bool:
    has_variables = any(not parameter.is_premise for parameter in rule.parameters)
    return has_variables and not rule.suffix and rule.conclusion.head in _RELATIONS


def _ground_parts(sight: Sight) -> Iterator[Term]:
    """What the goal and the hypotheses speak of, the goal first."""
    for term in (sight.conclusion, *(fact.type for fact in sight.facts if fact.type.head not in ("∀", "→"))):
        yield from (part for part in term.subterms() if part.arguments and part.head not in _RELATIONS)


def _triggered_values(rule: Rule, parts: Sequence[Term]) -> Iterator[Values]:
    """Values at which a part of the rule is one of the parts: one trigger for all variables, or two together."""
    names = {parameter.name for parameter in rule.parameters if not parameter.is_premise and parameter.is_explicit}
    triggers = sorted(_triggers(rule), key=lambda term: -len(names_in(term) & names))
    for trigger in triggers:
        for part in parts:
            values = match(trigger, part)
            if values is None:
                continue
            if names <= values.keys():
                yield values
                continue
            for other in triggers:
                if names <= names_in(other) | values.keys():
                    yield from filter(None, (match(other, second, values) for second in parts))


def _triggers(rule: Rule) -> Iterator[Term]:
    """The applications in a rule's conclusion that hold variables and are none."""
    for part in dict.fromkeys(rule.conclusion.subterms()):
        if part.arguments and part.head not in _RELATIONS and not is_variable(part.head) and is_open(part):
            yield part


def _at(sight: Sight, rule: Rule, choices: Iterator[Values]) -> Iterator[Instance]:
    """The rule at each of these values, where they have the right types and its premises are to be had."""
    seen: set[Term] = set()
    for values in choices:
        arguments = [_argument(sight, parameter, values) for parameter in rule.parameters]
        conclusion = substitute(rule.conclusion, values)
        if None in arguments or conclusion in seen or is_open(conclusion) or "✝" in str(conclusion):
            continue
        if not fits(rule, values, sight.type_of):
            continue
        seen.add(conclusion)
        explicit = zip(arguments, rule.parameters, strict=True)
        yield Instance(
            written(rule, [text if parameter.is_explicit else None for text, parameter in explicit]), conclusion
        )


def _argument(sight: Sight, parameter: Parameter, values: Values) -> str | None:
    """What stands at a parameter; None if nothing fits."""
    if not parameter.is_premise:
        value = values.get(parameter.name)
        if value is None:
            return "_" if not parameter.is_explicit else None
        return render_argument(value)
    assert parameter.type is not None
    wanted = substitute(parameter.type, values)
    fact = next((fact.name for fact in sight.facts if fact.type == wanted), None)
    if fact is not None:
        return fact
    return "(by omega)" if wanted.head in ("≤", "<", "=", "≠") and sight.is_arithmetic else None
