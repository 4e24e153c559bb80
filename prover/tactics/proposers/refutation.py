"""Counterexamples: a hypothesis that claims something of everything falls to a small value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Binder, Term, names_in

_SOURCE = "refutation"
_MAX_TRIALS = 16
_NUMBERS = ("0", "1", "2", "3")
_LARGEST = 1000


def propose(sight: Sight) -> Iterator[Proposal]:
    """Where `False` is to be shown: instances of universal hypotheses at small values, each refuted by computing."""
    if sight.conclusion.head != "False":
        return
    for local in sight.hypotheses:
        if local.type.head != "∀":
            continue
        for values in islice(_instances(local.type), _MAX_TRIALS):
            instance = " ".join([local.name, *values])
            yield Proposal(f"exact absurd ({instance}) (by decide)", 1.0, _SOURCE, closes=True)
            yield Proposal(f"have h := {instance}; simp at h; done", 0.9, _SOURCE, closes=True)


def _instances(statement: Term) -> Iterator[tuple[str, ...]]:
    """Values for the explicit variables, the smallest first."""
    # The numbers that a statement names are where it changes.
    named = [int(name) for name in names_in(statement) if name.isdigit() and int(name) < _LARGEST]
    numbers = tuple(dict.fromkeys([*_NUMBERS, *(str(value + step) for value in sorted(named) for step in (0, 1))]))
    binders: list[Binder] = []
    while statement.head == "∀":
        binders += statement.binders
        statement = statement.left
    choices = []
    for binder in binders:
        if binder.is_explicit:
            choices.append(_values(binder.type, numbers))
    yield from sorted(product(*choices), key=lambda values: sum(map(len, values)))


def _values(term: Term | None, numbers: tuple[str, ...]) -> tuple[str, ...]:
    head = term.head if term is not None else "Nat"
    if term is not None and head == "→":
        results = _values(term.right, numbers)
        return (*(["id"] if term.left == term.right else []), *(f"(fun _ => {value})" for value in results[:2]))
    return {
        "Nat": numbers,
        "Int": ("0", "1", "(-1)", "2"),
        "Bool": ("true", "false"),
        "Prop": ("True", "False"),
        "List": ("[]", "[0]", "[0, 1]"),
        "Type": ("Nat", "Bool", "Unit"),
        "Sort": ("Nat", "Bool"),
    }.get(head, ("_",))
