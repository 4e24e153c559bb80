"""Proofs of equations by completion: what is found is checked step by step, without Lean."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from prover.tactics.equational.completion import Completion, Derivation, Step
from prover.tactics.equational.ordering import Expression, Signature, replaced, subterm

X, Y, Z = 0, 16, 32
A, B, C = ("a",), ("b",), ("c",)
UNIT, ZERO = ("1",), ("0",)


def mul(left: Expression, right: Expression) -> Expression:
    return ("*", left, right)


def add(left: Expression, right: Expression) -> Expression:
    return ("+", left, right)


def inverse(term: Expression) -> Expression:
    return ("inv", term)


def negative(term: Expression) -> Expression:
    return ("-", term)


GROUP = [(mul(mul(X, Y), Z), mul(X, mul(Y, Z))), (mul(UNIT, X), X), (mul(inverse(X), X), UNIT)]
RING = [
    (add(add(X, Y), Z), add(X, add(Y, Z))),
    (add(X, Y), add(Y, X)),
    (add(ZERO, X), X),
    (add(negative(X), X), ZERO),
    (mul(mul(X, Y), Z), mul(X, mul(Y, Z))),
    (mul(UNIT, X), X),
    (mul(X, add(Y, Z)), add(mul(X, Y), mul(X, Z))),
    (mul(add(X, Y), Z), add(mul(X, Z), mul(Y, Z))),
]
SYMBOLS = {"0": 0, "1": 1, "a": 2, "b": 3, "c": 4, "+": 5, "-": 6, "*": 7, "inv": 8}
SIGNATURE = Signature(dict.fromkeys(SYMBOLS, 0), SYMBOLS, constants="01abc")


def end_of(start: Expression, steps: Sequence[Step], completion: Completion) -> Expression:
    """Where the steps lead; each must find what it rewrites."""
    for step in steps:
        before, after = completion.sides(step)
        assert subterm(start, step.path) == before
        start = replaced(start, step.path, after)
    return start


def is_proof(derivation: Derivation, left: Expression, right: Expression, completion: Completion) -> bool:
    known = {*range(len(completion.given)), *(lemma.equation for lemma in derivation.lemmas)}
    chains = [derivation.steps, *(lemma.steps for lemma in derivation.lemmas)]
    assert all(step.equation in known for chain in chains for step in chain)
    lemmas_hold = all(end_of(lemma.left, lemma.steps, completion) == lemma.right for lemma in derivation.lemmas)
    return lemmas_hold and end_of(left, derivation.steps, completion) == right


@pytest.mark.parametrize(
    ("laws", "left", "right"),
    [
        (GROUP, mul(A, inverse(A)), UNIT),
        (GROUP, inverse(inverse(A)), A),
        (GROUP, inverse(mul(A, B)), mul(inverse(B), inverse(A))),
        ([*GROUP, (mul(A, B), mul(A, C))], B, C),
        ([*GROUP, (mul(X, X), UNIT)], mul(A, B), mul(B, A)),
        (RING, mul(A, ZERO), ZERO),
        (RING, mul(negative(A), negative(B)), mul(A, B)),
        ([*RING, (mul(X, X), X)], add(A, A), ZERO),
    ],
)
def test_what_follows_from_the_laws_is_proved(
    laws: list[tuple[Expression, Expression]], left: Expression, right: Expression
) -> None:
    """These are the first pages of every book on groups and rings."""
    completion = Completion(laws, SIGNATURE)
    derivation = completion.prove(left, right, effort=1_000_000)
    assert derivation is not None
    assert is_proof(derivation, left, right, completion)


def test_what_does_not_follow_is_given_up() -> None:
    """A search must not wait for a proof that is not there."""
    assert Completion(GROUP, SIGNATURE).prove(mul(A, B), mul(B, A), effort=5_000) is None


def test_a_proof_does_not_depend_on_what_was_asked_before_in_vain() -> None:
    """The same rules answer for all states with the same hypotheses."""
    completion = Completion(GROUP, SIGNATURE)
    assert completion.prove(A, B, effort=1_000) is None
    derivation = completion.prove(mul(A, inverse(A)), UNIT, effort=0)
    assert derivation is not None
    assert is_proof(derivation, mul(A, inverse(A)), UNIT, completion)


def test_variables_stand_for_terms_of_their_sort_only() -> None:
    """`x = y` for the elements of one type says nothing about another."""
    signature = Signature({"a": 0, "b": 1, "c": 1}, {"a": 0, "b": 1, "c": 2}, constants="abc")
    assert Completion([(0, 16)], signature).prove(B, C, effort=500) is None
    assert Completion([(1, 17)], signature).prove(B, C, effort=500) is not None
