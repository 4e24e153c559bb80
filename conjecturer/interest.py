"""How interesting a new theorem is, as far as that can be counted.

    interest = difficulty * distance * brevity

difficulty: 1 where `grind` alone proves it, 2 where it does not (what simpler tactics prove never comes so far);
distance: one minus the largest share of symbols (Jaccard) that it has in common with a theorem it was made of;
brevity: 60 / (60 + the statement's length in characters): of two theorems that say as much the shorter one is better.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from conjecturer.conjecture import Conjecture
from conjecturer.ground import Ground
from conjecturer.statement import read_statement
from data.source import iterate_tokens

_TYPICAL_LENGTH = 60


def interest(statement: str, parents: Sequence[str], *, is_hard: bool) -> float:
    """The measure above.

    Args:
        statement: as Lean prints it.
        parents: the statements that it was made of.
        is_hard: whether `grind` alone does not prove it.
    """
    own = symbol_bag(statement)
    nearest = max((_shared(own, symbol_bag(parent)) for parent in parents), default=0.0)
    brevity = _TYPICAL_LENGTH / (_TYPICAL_LENGTH + len(statement))
    return (2 if is_hard else 1) * (1 - nearest) * brevity


def hard_ones(ground: Ground, conjectures: Sequence[Conjecture]) -> list[bool]:
    """Which of them `grind` does not prove by itself."""
    commands = [f"example : {entry.statement} := by intros; grind" for entry in conjectures]
    return [any(message.is_error for message in messages) for messages in ground.batch().run(commands)]


def symbol_bag(statement: str) -> Counter[str]:
    """What a statement is made of: tokens and how often; all variables count as one token, brackets as none."""
    read = read_statement(statement)
    variables = {binder.name for binder in read.binders}
    bag: Counter[str] = Counter()
    for text in (*(binder.type for binder in read.binders if not binder.name), read.conclusion):
        for token in iterate_tokens(text):
            head, _, field = token.text.partition(".")
            if head in variables:
                bag["variable"] += 1
                if field:
                    bag[field] += 1
            elif token.text not in "()[]{},":
                bag[token.text] += 1
    return bag


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(1, (one | other).total())
