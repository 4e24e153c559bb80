"""From a tree of tactics to Lean text that survives being indented, moved and read.

Several goals become one `·` block each; the alternatives of `induction .. with` and `cases .. with` take their proofs
inside. A flat list would be shorter to print and would break as soon as a tactic left one goal more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

HOLE = "all_goals leanloop_hole!"
"""The tactic that stands for a part of a proof that is left out; a verification knows it."""
_LINE_WIDTH = 100
_HOLE = "=> ?_"
_BAR = re.compile(r"(?<![^\s])\|(?!\|)")
_BAR_AT_MARGIN = re.compile(r"^\|", re.MULTILINE)
_ALTERNATIVES = re.compile(r"^(?P<head>(?:induction|cases|match)\b.*?\bwith)\s*(?P<rest>\|.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ProofTree:
    """A proof: a tactic, and a proof for each goal it leaves.

    Attributes:
        tactic: the tactic's text, as it would stand at the left margin.
        children: the proofs of what it leaves, in the order of the goals.
        num_goals: how many goals, not separable because they share metavariables, this proof closes together. The
            tactics of such a proof stand flat, each working on the first goal that is left.
    """

    tactic: str
    children: tuple[ProofTree, ...] = ()
    num_goals: int = 1

    @property
    def size(self) -> int:
        """The number of tactics."""
        return 1 + sum(child.size for child in self.children)

    def subtrees(self) -> Iterator[ProofTree]:
        """The proof itself and every proof inside it, each before its parts."""
        yield self
        for child in self.children:
            yield from child.subtrees()


def cut(tree: ProofTree, num_tactics: int) -> ProofTree:
    """The first so many tactics of a proof, in the order in which they are written; the rest becomes `HOLE`s."""
    return _cut(tree, num_tactics)[0]


def _cut(tree: ProofTree, num_left: int) -> tuple[ProofTree, int]:
    if num_left == 0:
        return ProofTree(tactic=HOLE, num_goals=tree.num_goals), 0
    num_left -= 1
    children = []
    for child in tree.children:
        kept, num_left = _cut(child, num_left)
        children.append(kept)
    return replace(tree, children=tuple(children)), num_left


def render(tree: ProofTree, *, indent: int = 0) -> str:
    """The lines to put after `by`, each indented by `indent` spaces, without a final newline."""
    return "\n".join(" " * indent + line if line else line for line in _lines(tree))


def _lines(tree: ProofTree) -> list[str]:
    alternatives = _filled_alternatives(tree)
    if alternatives is not None:
        return alternatives
    lines = tree.tactic.strip().split("\n")
    if len(tree.children) == 1:
        return lines + _lines(tree.children[0])
    for child in tree.children:
        lines += _block("· ", child)
    return lines


def _block(bullet: str, tree: ProofTree) -> list[str]:
    first, *others = _lines(tree)
    return [bullet + first] + [" " * len(bullet) + line if line else line for line in others]


def _filled_alternatives(tree: ProofTree) -> list[str] | None:
    """`cases h with | inl h => ?_ | inr h => ?_` with the children's proofs in place of the holes, where that fits."""
    head, alternatives = split_alternatives(tree.tactic.strip())
    if not alternatives or any(child.num_goals > 1 for child in tree.children):
        return None
    if sum(alternative.endswith(_HOLE) for alternative in alternatives) != len(tree.children):
        return None
    lines = head.split("\n")
    children = iter(tree.children)
    for alternative in alternatives:
        if not alternative.endswith(_HOLE):
            lines += alternative.split("\n")
            continue
        opening = alternative.removesuffix("?_").rstrip()
        proof = _lines(next(children))
        if len(proof) == 1 and len(opening) + len(proof[0]) < _LINE_WIDTH:
            lines.append(f"{opening} {proof[0]}")
        else:
            lines += [opening] + ["  " + line if line else line for line in proof]
    return lines


def split_alternatives(tactic: str) -> tuple[str, list[str]]:
    """`cases h with | a => ?_ | b c => ?_` as its head and its alternatives; a tactic without any is all head.

    Those of an inner tactic belong to the alternative it is in: it is indented, or in brackets.
    """
    match = _ALTERNATIVES.match(tactic)
    if match is None:
        return tactic, []
    text = match["rest"]
    starts = [bar.start() for bar in _BAR_AT_MARGIN.finditer(text)] if "\n|" in text else _bars(text)
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    alternatives: list[str] = []
    for piece in pieces:
        # `| inl h | inr h => ?_` is one alternative with two patterns.
        if alternatives and "=>" not in alternatives[-1]:
            alternatives[-1] += piece
        else:
            alternatives.append(piece)
    return match["head"], [alternative.strip() for alternative in alternatives]


def _bars(text: str) -> list[int]:
    """Where alternatives in one line begin; a `|` inside brackets begins none."""
    depth, starts = 0, []
    for position, character in enumerate(text):
        depth += (character in "([{⟨") - (character in ")]}⟩")
        if depth == 0 and _BAR.match(text, position):
            starts.append(position)
    return starts
