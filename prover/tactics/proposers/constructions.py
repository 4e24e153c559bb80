"""Elements that the laws of a class make what is wanted: inverses, solutions of equations, unknown factors.

Small terms are tried as witnesses; which of them solve the equations is known from the laws' completion, without Lean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from prover.tactics.equational.language import ForeignError
from prover.tactics.equational.problem import Problem, is_about, is_law
from prover.tactics.matching import is_variable
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Term, render, substitute

_SOURCE = "constructions"
_MAX_CANDIDATES, _MAX_FOUND = 150, 2


def propose(sight: Sight) -> Iterator[Proposal]:
    """`exact ⟨w, h⟩` where the equations for the witness follow from the laws; `refine` where more is to be shown."""
    goal = sight.meaning
    if goal.head != "∃" or len(goal.binders) != 1 or not sight.instances:
        return
    name = goal.binders[0].name
    parts = _conjuncts(goal.left)
    equations = [part for part in parts if part.head == "="]
    if not equations:
        return
    try:
        problem = Problem(sight, unfolds=False)
    except ForeignError:
        return
    found = 0
    for rank, candidate in enumerate(islice(_candidates(sight), _MAX_CANDIDATES)):
        proofs: list[str] = []
        for number, part in enumerate(equations):
            sides = (substitute(side, {name: candidate}) for side in part.arguments)
            proof = problem.proof(*sides, name=f"key{number}", is_quick=rank > 0)
            if proof is None:
                break
            proofs.append(proof)
        if len(proofs) == len(equations):
            found += 1
            yield _proposal(candidate, parts, proofs)
            if found == _MAX_FOUND:
                return


def _proposal(candidate: Term, parts: Sequence[Term], proofs: Sequence[str]) -> Proposal:
    names = iter(f"key{number}" for number in range(len(proofs)))
    components = [next(names) if part.head == "=" else "?_" for part in parts]
    is_whole = len(proofs) == len(parts)
    last = f"{'exact' if is_whole else 'refine'} ⟨{', '.join([render(candidate), *components])}⟩"
    return Proposal("\n".join([*proofs, last]), 8.0 if is_whole else 4.0, _SOURCE, closes=is_whole)


def _conjuncts(term: Term) -> list[Term]:
    return [term.left, *_conjuncts(term.right)] if term.head == "∧" else [term]


def _candidates(sight: Sight) -> Iterator[Term]:
    """Elements of the first carrier: objects and constants, what one operation makes of them, what two make."""
    carrier = sight.instances[0][0]
    constants: dict[Term, None] = {}
    unary: dict[str, Term] = {}
    binary: dict[str, Term] = {}
    for lemma in sight.premises.lemmas:
        if not sight.premises.is_field(lemma.name) or not is_law(rule := lemma.rules[0]) or not is_about(sight, rule):
            continue
        for part in (part for side in rule.conclusion.arguments for part in side.subterms()):
            if not is_variable(part.head):
                full = sight.premises.operations.get(part.head, part.text or part.head)
                known = Term(part.head, part.arguments, (), full)
                if not part.arguments:
                    constants.setdefault(Term(part.head, (), (), full))
                elif len(part.arguments) <= 2:
                    (unary if len(part.arguments) == 1 else binary).setdefault(part.head, known)
    objects = [Term(local.name, text=local.name) for local in sight.objects if local.type == carrier]
    atoms = [*reversed(objects), *constants]
    applied = [_made(operation, atom) for operation in unary.values() for atom in atoms]
    yield from atoms
    yield from applied
    for operation in binary.values():
        yield from (_made(operation, *pair) for pair in product(atoms, repeat=2))
    for operation in binary.values():
        for atom, other in product(atoms, applied):
            yield _made(operation, atom, other)
            yield _made(operation, other, atom)


def _made(operation: Term, *arguments: Term) -> Term:
    return Term(operation.head, arguments, (), operation.text if operation.head[:1].isalpha() else "")
