"""Renaming the variables of examples."""

from __future__ import annotations

import random

from prover.training.examples import Example
from prover.training.renaming import renamed

_EXAMPLE = Example(
    "t", "a b : Nat\nh : a.succ = b\nx✝ : Nat.le a b\n⊢ ∀ n, b = a.succ ∨ n.h:::", "exact fun n => .inl h.symm"
)


def test_prompt_and_tactic_get_the_same_names() -> None:
    """A model would learn to use hypotheses that are not there."""
    for seed in range(50):
        found = renamed(_EXAMPLE, random.Random(seed))
        first, second, third, goal = found.prompt.split("\n")
        a, b = first.removesuffix(" : Nat").split()
        h = second.partition(" : ")[0]
        assert second == f"{h} : {a}.succ = {b}"
        assert third == f"x✝ : Nat.le {a} {b}"
        assert goal == f"⊢ ∀ n, {b} = {a}.succ ∨ n.h:::"
        assert found.completion == f"exact fun n => .inl {h}.symm"
        assert len({a, b, h, "n"}) == 4, "nothing may be captured"
        assert {a, b, h}.isdisjoint({"a", "b", "h"})


def test_named_arguments_and_unusual_names_stay() -> None:
    """The tactic would no longer be one: constants' arguments have names of their own."""
    example = Example("t", "n foo : Nat\n⊢ n = foo", "exact f (n := n) foo")
    assert renamed(example, random.Random(0)) == example


def test_the_same_chance_gives_the_same_names() -> None:
    """A run that was killed would end in other weights."""
    assert renamed(_EXAMPLE, random.Random(3)) == renamed(_EXAMPLE, random.Random(3))
