"""Cantor's diagonal: where every function is among the values of `f`, the one that differs from `f x` at `x` is not."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.rules import Rule
from prover.tactics.sight import Local, Proposal, Sight
from prover.tactics.terms import Term, names_in, render

_SOURCE = "diagonal"
# A function without a fixed point on a type.
_CHANGES = {"Prop": "¬{}", "Bool": "!{}", "Nat": "{} + 1", "Int": "{} + 1"}


def propose(sight: Sight) -> Iterator[Proposal]:
    """`obtain ⟨a, ha⟩ := h (fun x => g (f x x))`, and what that says at `a` itself."""
    for rule in sight.local_rules:
        conclusion = rule.conclusion
        if conclusion.head != "∃" or rule.suffix or len(rule.parameters) != 1 or len(conclusion.binders) != 1:
            continue
        for local in sight.objects:
            if local.name in names_in(conclusion.left) and (value := _values_of(sight, local)) is not None:
                yield from _diagonals(sight, rule, local.name, value)


def _values_of(sight: Sight, local: Local) -> Term | None:
    """The type `γ` of the values of a function of type `α → α → γ`."""
    function = local.type
    if function.head != "→":
        return None
    inner = sight.meaning_of_type(function.right)
    return inner.right if inner.head == "→" and inner.left == function.left else None


def _diagonals(sight: Sight, rule: Rule, name: str, value: Term) -> Iterator[Proposal]:
    patterns = [_CHANGES[value.head]] if value.head in _CHANGES else []
    patterns += [
        f"{other.name} ({{}})"
        for other in sight.objects
        if other.type.head == "→" and other.type.left == other.type.right == value
    ]
    a = sight.fresh("a", set())
    h, diagonal = sight.fresh("h", set()), sight.fresh("hdiagonal", set())
    for pattern in patterns[:2]:
        at_x, at_a = pattern.format(f"{name} x x"), pattern.format(f"{name} {a} {a}")
        opened = f"obtain ⟨{a}, {h}⟩ := {rule.name} (fun x => {at_x})"
        said = f"have {diagonal} : {name} {a} {a} = ({at_a}) := congrFun {h} {a}"
        yield Proposal(f"{opened}; {said}", 1.5, _SOURCE)
        if render(value) in _CHANGES:
            yield Proposal(f"{opened}; {said}; simp at {diagonal}", 1.5, _SOURCE, closes=True)
            yield Proposal(f"{opened}; {said}; grind", 1.5, _SOURCE, closes=True)
