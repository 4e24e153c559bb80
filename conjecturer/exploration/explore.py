"""Conjectures about a repository's functions: small terms are evaluated, and those that agree are said to be equal.

Source: QuickSpec (Smallbone, Johansson, Claessen, Algehed: "Quick specifications for the busy programmer", 2017): terms
are built in layers, and only the smallest of those that agree so far is built upon, so that what follows from an
equation by rewriting is not conjectured again. Where mutants stay near the theorem they are made from, and are mostly
proved like it, these are what a library states of its own functions, and their proofs often need induction.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.exploration.samples import sample
from conjecturer.exploration.signature import TYPE_VARIABLES, Signature, signature_of
from conjecturer.exploration.terms import Term, applications, variables_for
from conjecturer.exploration.types import Type
from conjecturer.ground import Ground
from conjecturer.lean_batch import LeanBatch

METHOD = "explore"
_NUM_SAMPLES = 12
_NUM_LAYERS = 2
_MAX_TERMS = 360
_INEQUALITY = 3
# Some functions take longer than anybody waits, and nothing but a clock can tell.
_IDLE_SECONDS = 6.0
_NUMBER = re.compile(r"-?\d+")
# What stands for every type variable when a term is tried.
_CONCRETE = {name: Type("Nat") for name in TYPE_VARIABLES}


class Law(BaseModel):
    """What is said of two terms.

    Attributes:
        statement: a closed proposition.
        size: of both terms together; an inequality counts as larger than an equation, for there are so many.
    """

    model_config = ConfigDict(frozen=True)
    statement: str
    size: int


def explore(ground: Ground, *, seed: int) -> list[Law]:
    """Equations between terms, and for numbers inequalities, that hold for all values tried; a matter of seconds.

    Args:
        ground: whose functions.
        seed: another seed, other terms and other values.
    """
    signature = signature_of(ground)
    chance = random.Random(f"{seed} {ground.name} explore")
    kept = variables_for(signature)
    samples = {
        name: values
        for each in kept
        for name, type_ in each.variables
        if (values := _samples(type_, signature, chance)) is not None
    }
    # So that Lean can print values of types of the repository's own.
    printing = "\n".join(f"deriving instance Repr for {name}" for name in signature.constructors)
    batch = ground.batch(printing, idle_seconds=_IDLE_SECONDS)
    known = _evaluated(batch, kept, samples)
    new: list[Term] = []
    for _ in range(_NUM_LAYERS):
        made = applications(signature.operations, kept, new, chance=chance)
        kept += new
        made = [term for term in made if term not in known]
        known |= _evaluated(batch, chance.sample(made, min(len(made), _MAX_TERMS)), samples)
        new = [term for term in _smallest(known) if term not in kept]
    return _laws(known)


def drawn(laws: Sequence[Law], count: int, *, chance: random.Random) -> list[Conjecture]:
    """Some of the laws as conjectures, small ones likelier than large ones.

    Args:
        laws: of one ground.
        count: how many at most.
        chance: draws (weighted, without replacement: Efraimidis and Spirakis 2006).
    """
    keys = {law: chance.random() ** (law.size**2) for law in laws}
    chosen = sorted(keys, key=lambda law: -keys[law])[:count]
    return [Conjecture(law.statement, Ancestry(METHOD, detail="so on all samples")) for law in chosen]


def _samples(type_: Type, signature: Signature, chance: random.Random) -> list[str] | None:
    """Values for a variable; None where it has none that could be written."""
    concrete = type_.replaced(_CONCRETE)
    found = [sample(concrete, signature.constructors, chance) for _ in range(_NUM_SAMPLES)]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else None


def _evaluated(batch: LeanBatch, terms: Sequence[Term], samples: Mapping[str, Sequence[str]]) -> dict[Term, str]:
    """What Lean makes of each term on all samples; what it cannot evaluate is left out, but functions stay."""
    possible = [term for term in terms if all(name in samples for name, _ in term.variables)]
    answers = batch.run([_command(term, samples) for term in possible])
    found: dict[Term, str] = {}
    for term, messages in zip(possible, answers, strict=True):
        printed = [message.text for message in messages if message.severity == "information"]
        if printed and not any(message.is_error for message in messages):
            found[term] = " ".join(printed[0].split())
        elif term.type.is_function:
            found[term] = term.text
    return found


def _command(term: Term, samples: Mapping[str, Sequence[str]]) -> str:
    rows = []
    for number in range(_NUM_SAMPLES):
        given = (
            f"let {name} : {type_.replaced(_CONCRETE)} := {samples[name][number]}; " for name, type_ in term.variables
        )
        rows.append(f"({''.join(given)}{term.text})")
    return f"#eval ([{', '.join(rows)}] : List ({term.type.replaced(_CONCRETE)}))"


def _classes(known: Mapping[Term, str]) -> list[list[Term]]:
    """Terms of one type that agree on all samples, the smallest of each class first."""
    classes: dict[tuple[Type, str], list[Term]] = defaultdict(list)
    for term in sorted(known, key=lambda term: (term.size, len(term.text), term.text)):
        classes[term.type, known[term]].append(term)
    return list(classes.values())


def _smallest(known: Mapping[Term, str]) -> list[Term]:
    return [some[0] for some in _classes(known)]


def _laws(known: Mapping[Term, str]) -> list[Law]:
    """What is said of terms that were evaluated: each agrees with the smallest like it, or is never above one."""
    pairs: list[tuple[Term, str, Term]] = []
    for first, *others in _classes(known):
        pairs += [(term, "=", first) for term in others if not first.type.is_function]
    numbers = [term for term in _smallest(known) if term.type in (Type("Nat"), Type("Int"))]
    for simple in (term for term in numbers if term.size == 1 and term.variables):
        for term in numbers:
            if term is not simple and set(simple.variables) <= set(term.variables):
                pairs += [
                    (one, "≤", other)
                    for one, other in ((term, simple), (simple, term))
                    if one.type == other.type and _never_above(known[one], known[other])
                ]
    return [_law(*pair) for pair in pairs if pair[0].own | pair[2].own]


def _never_above(one: str, other: str) -> bool:
    lower, upper = (list(map(int, _NUMBER.findall(text))) for text in (one, other))
    return len(lower) == len(upper) and all(low <= high for low, high in zip(lower, upper, strict=True))


def _law(left: Term, relation: str, right: Term) -> Law:
    variables = dict([*left.variables, *right.variables])
    names = {name for type_ in variables.values() for name in type_.names}
    binders = [f"{{{name} : Type u}}" for name in _CONCRETE if name in names]
    binders += [f"[{each}]" for each in sorted(left.constraints | right.constraints)]
    binders += [f"({name} : {type_})" for name, type_ in variables.items()]
    body = f"{left.text} {relation} {right.text}"
    size = left.size + right.size + (_INEQUALITY if relation == "≤" else 0)
    return Law(statement=f"∀ {' '.join(binders)}, {body}" if binders else body, size=size)
