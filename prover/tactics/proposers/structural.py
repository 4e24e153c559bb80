"""What the shape of the conclusion demands: `intro`, `constructor`, `left`, `funext`, ..."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.patterns import inductive_type
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import QUANTIFIERS, Term, names_in

_SOURCE = "structural"
_INTRODUCIBLE = frozenset({"∀", "→", "¬", "≠"})
_LOGICAL = frozenset({"∧", "∨", "¬", "→", "↔", "∃", "∀", "True", "False"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """Tactics that follow the outermost connective of the conclusion, read literally and by its definition."""
    yield from _follow(sight, sight.conclusion, factor=1.0)
    if sight.meaning != sight.conclusion:
        yield from _follow(sight, sight.meaning, factor=0.3)
    elif sight.conclusion.head == "=":
        yield from _equation(sight)
    if "if" in names_in(sight.conclusion):
        yield Proposal("split", 4.0, _SOURCE)
    if any(part.startswith("match") for part in names_in(sight.conclusion)):
        yield Proposal("split", 3.0, _SOURCE)
    yield from _rename(sight)


def _follow(sight: Sight, term: Term, *, factor: float) -> Iterator[Proposal]:
    if term.head in _INTRODUCIBLE:
        names = introduced_names(sight, term)
        yield Proposal(f"intro {' '.join(names)}", 20 * factor, _SOURCE)
        if len(names) > 1 and term.head == "∀":
            yield Proposal(f"intro {names[0]}", 1.0 * factor, _SOURCE)
    elif term.head == "∧":
        yield Proposal(f"refine ⟨{', '.join(['?_'] * _num_conjuncts(term))}⟩", 15 * factor, _SOURCE)
    elif term.head == "↔":
        yield Proposal("constructor", 6 * factor, _SOURCE)
    elif term.head == "∨":
        yield Proposal("left", 1.5, _SOURCE)
        yield Proposal("right", 1.5, _SOURCE)
    else:
        inductive = inductive_type(sight, term)
        if inductive is not None and inductive.is_structure and inductive.is_proposition:
            holes = ", ".join(["?_"] * len(inductive.constructors[0].fields))
            yield Proposal(f"refine ⟨{holes}⟩", 8 * factor, _SOURCE)
        elif inductive is not None and inductive.is_proposition:
            yield Proposal("constructor", 0.3, _SOURCE)  # each constructor is a lemma, too


def introduced_names(sight: Sight, term: Term) -> list[str]:
    """Names for everything that can be introduced without unfolding anything further."""
    taken: set[str] = set()
    names: list[str] = []
    while True:
        if term.head == "∀":
            names += [sight.fresh(binder.name.rstrip("✝"), taken) for binder in term.binders if binder.bracket != "["]
            names += ["inst" for binder in term.binders if binder.bracket == "["]
            term = term.left
        elif term.head == "→":
            names.append(sight.fresh(_antecedent_name(term.left), taken))
            term = term.right
        elif term.head in ("¬", "≠"):
            names.append(sight.fresh("h", taken))
            return names
        else:
            return names


def _antecedent_name(term: Term) -> str:
    if term.head in ("Nat", "List", "Bool", "Int") or term.head in ("α", "β", "γ"):
        return "x"
    if not term.arguments and len(term.head) == 1:
        return f"h{term.head}"
    return "h"


def _num_conjuncts(term: Term) -> int:
    return 1 + _num_conjuncts(term.right) if term.head == "∧" else 1


def _equation(sight: Sight) -> Iterator[Proposal]:
    """An equation of functions is one of values, an equation of propositions an equivalence."""
    left, right = sight.conclusion.arguments
    types = {local.name: local.type for local in sight.locals}
    is_function = any(
        side.head == "fun" or (side.head in types and not side.arguments and types[side.head].head in ("→", "∀"))
        for side in (left, right)
    )
    is_proposition = any(
        side.head in _LOGICAL or (side.head in types and types[side.head].head == "Prop") for side in (left, right)
    )
    known = [sight.meaning_of_type(found) for side in (left, right) if (found := sight.type_of(side)) is not None]
    if is_function:
        yield Proposal(f"funext {sight.fresh('x', set())}", 6.0, _SOURCE)
    elif functions := [found for found in known if found.head == "→"]:
        # A type of the user's own for functions: sets as predicates, relations, sequences.
        taken: set[str] = set()
        result, names = functions[0], []
        while result.head == "→":
            result = result.arguments[-1]
            names.append(sight.fresh("x", taken))
        yield Proposal(f"funext {' '.join(names)}", 3.0, _SOURCE)
        if result.head == "Prop":
            holds = sight.fresh("h", set())
            both = f"funext {' '.join(names)}\nrefine propext ⟨fun {holds} => ?_, fun {holds} => ?_⟩"
            yield Proposal(both, 5.0, _SOURCE)
    elif not is_proposition and not left.head.isdigit() and left.head not in QUANTIFIERS:
        yield Proposal(f"funext {sight.fresh('x', set())}", 0.2, _SOURCE)
    if is_proposition:
        yield Proposal("apply propext", 6.0, _SOURCE)
    if left.head == right.head and left.arguments and len(left.arguments) == len(right.arguments):
        yield Proposal("congr 1", 0.4, _SOURCE)


def _rename(sight: Sight) -> Iterator[Proposal]:
    """Names for what has none, so that a tactic can mention it."""
    hidden = [local for local in sight.locals if not local.is_accessible and not local.name.startswith("inst")]
    if hidden:
        taken: set[str] = set()
        names = [sight.fresh(local.name.split("✝")[0] if not local.is_fact else "h", taken) for local in hidden]
        yield Proposal(f"rename_i {' '.join(names)}", 5.0, _SOURCE)
