"""Small well-typed terms over a signature, in which every argument is a variable or a term that was kept before."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conjecturer.exploration.signature import TYPE_VARIABLES, Operation, Signature
from conjecturer.exploration.types import FUNCTION, Type, match

_NUM_TYPES = 14
_LETTERS = {"Nat": "nmk", "Int": "abc", "Bool": "pq", "List": ("xs", "ys", "zs"), FUNCTION: "fg", "α": "xyz", "β": "uv"}
_OTHERS = "stwd"
# Of so many ways to apply an operation, at most.
_NUM_WAYS = 40


@dataclass(frozen=True, slots=True)
class Term:
    """A term.

    Attributes:
        text: as it is written.
        type: what it is.
        variables: the variables in it, with their types.
        size: how many operations and variables it has.
        own: the repository's functions in it.
        constraints: classes that type variables must be in.
    """

    text: str
    type: Type
    variables: tuple[tuple[str, Type], ...]
    size: int
    own: frozenset[str] = frozenset()
    constraints: frozenset[str] = frozenset()

    @property
    def as_argument(self) -> str:
        """As it is written behind a function."""
        return f"({self.text})" if " " in self.text or self.text.startswith("-") else self.text


def variables_for(signature: Signature) -> list[Term]:
    """Two variables of every type that the repository's functions take, of a function type one; each name once."""
    wanted = Counter(type_ for each in signature.operations if each.is_own for type_ in each.arguments)
    used: set[str] = set()
    found: list[Term] = []
    for type_, _ in wanted.most_common(_NUM_TYPES):
        letters = [*_LETTERS.get(type_.head, ()), *_OTHERS]
        fresh = [name for name in (*letters, *(f"{name}'" for name in letters)) if name not in used]
        for name in fresh[: 1 if type_.is_function else 2]:
            used.add(name)
            found.append(Term(name, type_, ((name, type_),), 1))
    return found


def applications(
    operations: Sequence[Operation], old: Sequence[Term], new: Sequence[Term], *, chance: random.Random
) -> list[Term]:
    """Every operation applied to terms, at least one of which is new; of very many ways only some.

    Args:
        operations: what may be applied.
        old: terms.
        new: others; where there is none, all terms count as new.
        chance: chooses.
    """
    found: dict[tuple[str, Type], Term] = {}
    fresh = {term.text for term in new}
    for operation in operations:
        ways = list(_ways(operation, [*old, *new], fresh))
        for arguments, values in chance.sample(ways, min(len(ways), _NUM_WAYS)):
            term = _applied(operation, arguments, values)
            found.setdefault((term.text, term.type), term)
    return list(found.values())


def _ways(
    operation: Operation, terms: Sequence[Term], fresh: set[str]
) -> Iterator[tuple[tuple[Term, ...], Mapping[str, Type]]]:
    """The tuples of arguments, with what the operation's type variables stand for then."""
    partial: list[tuple[tuple[Term, ...], dict[str, Type]]] = [((), {})]
    for wanted in operation.arguments:
        partial = [
            ((*arguments, term), values)
            for arguments, known in partial
            for term in terms
            if (values := match(wanted, term.type, operation.variables, known)) is not None
        ]
    for arguments, values in partial:
        if not fresh or not arguments or any(term.text in fresh for term in arguments):
            yield arguments, values


def _applied(operation: Operation, arguments: Sequence[Term], values: Mapping[str, Type]) -> Term:
    words = [term.as_argument for term in arguments]
    if operation.is_infix:
        text = f" {operation.name} ".join(words)
    elif not operation.name[0].isalpha() and words:
        text = operation.name + words[0]
    else:
        text = " ".join([operation.name, *words])
    own = {operation.name} if operation.is_own else set()
    constraints = {
        f"{name} {bound}"
        for name, variable in (each.split() for each in operation.constraints)
        if not (bound := values.get(variable, Type(variable))).arguments and bound.head in TYPE_VARIABLES
    }
    return Term(
        text,
        operation.result.replaced(values),
        tuple(dict.fromkeys(pair for term in arguments for pair in term.variables)),
        1 + sum(term.size for term in arguments),
        frozenset(own.union(*(term.own for term in arguments))),
        frozenset(constraints.union(*(term.constraints for term in arguments))),
    )
