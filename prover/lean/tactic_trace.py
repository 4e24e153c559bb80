"""The tactics of a file with the goals around each, from the information trees that Lean prints with `trace.Elab.info`.

A tree says for every piece of syntax what elaborated it; a tactic of a proof is what stands directly in a sequence of
tactics, as LeanDojo counts them. No Lean has to be patched for this, and nothing has to be imported by the file.

    • [Tactic] @ ⟨3, 2⟩-⟨3, 11⟩ @ Lean.Elab.Tactic.evalTacticSeq1Indented
      (the syntax)
      before
      p q : Prop
      ⊢ q
      after no goals
      • [Tactic] @ ⟨3, 2⟩-⟨3, 11⟩ @ Lean.Elab.Tactic.evalExact
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.positions import Position

NO_GOALS = "no goals"

_NODE = re.compile(r" *• \[")
_TACTIC = re.compile(r"• \[Tactic\] @ ⟨(\d+), (\d+)⟩(?P<from_macro>†?)-⟨(\d+), (\d+)⟩†?(?: @ (?P<elaborator>\S+))?")
_SEQUENCES = ("Lean.Elab.Tactic.evalTacticSeq1Indented", "Lean.Elab.Tactic.evalTacticSeqBracketed")


@dataclass(frozen=True, slots=True)
class TacticRun:
    """One run of a tactic; one inside `all_goals` runs several times.

    Attributes:
        start: its first character.
        end: one past its last character.
        in_macro: whether the sequence it stands in was put together by a macro: that of `have := by`, whose tactics are
            a sequence as written, too, or that of `t <;> u`, whose are not.
        before: the goals before it, as in the tree.
        after: the goals behind it.
    """

    start: Position
    end: Position
    in_macro: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


class _Sequence(NamedTuple):
    """A sequence of tactics."""

    is_from_macro: bool


def tactic_runs(tree: str) -> Iterator[TacticRun]:
    """The tactics of one printed tree, in the order in which they ran."""
    lines = tree.split("\n")
    nodes = [number for number, line in enumerate(lines) if _NODE.match(line)]
    if not nodes:
        return
    enclosing: list[tuple[int, _Sequence | None]] = []  # each with its indentation
    for first, last in zip(nodes, [*nodes[1:], len(lines)], strict=True):
        indentation = lines[first].index("•")
        while enclosing and enclosing[-1][0] >= indentation:
            enclosing.pop()
        sequence = enclosing[-1][1] if enclosing else None
        match = _TACTIC.fullmatch(lines[first].strip())
        is_sequence = match is not None and match["elaborator"] in _SEQUENCES
        enclosing.append((indentation, _Sequence(bool(match and match["from_macro"])) if is_sequence else None))
        if match is not None and not match["from_macro"] and sequence is not None:
            line, column, end_line, end_column = (int(match[group]) for group in (1, 2, 4, 5))
            goals = _goals(lines[first + 1 : last], indentation + 2)
            if goals is not None:
                yield TacticRun((line, column + 1), (end_line, end_column + 1), sequence.is_from_macro, *goals)


def is_wrapped(goals: Sequence[str]) -> bool:
    """Whether Lean may have broken a line of these because of the tree's indentation."""
    return any("\n " in goal for goal in goals)


def state_text(goals: Sequence[str]) -> str:
    """A state as LeanDojo writes it."""
    return "\n\n".join(goals) if goals else NO_GOALS


def unwrapped(goals: Sequence[str]) -> list[str]:
    """The goals, every hypothesis and every target on one line."""
    return [re.sub(r"\n +", " ", goal) for goal in goals]


def _goals(lines: Sequence[str], indentation: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The goals before and after in the text of a node, None if it does not say."""
    text = [line[indentation:] for line in lines]
    before = next((n for n, line in enumerate(text) if line in ("before ", f"before {NO_GOALS}")), None)
    after = next((n for n, line in enumerate(text) if line in ("after ", f"after {NO_GOALS}")), None)
    if before is None or after is None:
        return None
    return tuple(_split(text[before + 1 : after])), tuple(_split(text[after + 1 :]))


def _split(lines: Sequence[str]) -> Iterator[str]:
    """The goals one by one: each ends with its target and the lines that continue it."""
    goal: list[str] = []
    for line in lines:
        if goal and not line.startswith(" ") and any(other.startswith(("⊢ ", "| ")) for other in goal):
            yield "\n".join(goal)
            goal = []
        if goal or line:
            goal.append(line)
    if goal:
        yield "\n".join(goal).rstrip()
