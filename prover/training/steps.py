"""A proof's tactics as single steps, the way a search takes them.

A search looks at one goal at a time and goes on with each of the goals that a tactic leaves. So of several goals the
first is kept, and a tactic that holds the proofs of its own cases inside is cut down to what it does by itself:
`induction n with | zero => ?_ | succ n ih => ?_`, whose cases are steps of their own.
"""

from __future__ import annotations

import re

from prover.lean.goals import parse_goals
from prover.proof import ProofState, Step

# These choose among goals, by tags that a state does not show.
_CHOOSES = re.compile(r"(?:case'?|next|all_goals|any_goals|rotate_left|rotate_right|swap|pick_goal|on_goal)\b")
_ALTERNATIVE = re.compile(r"^\|\s*([^|]+?)\s*=>", re.MULTILINE)
_BLOCK = re.compile(r":=\s*by\s*\n[^\n].*", re.DOTALL)
_NO_GOALS = "no goals"


def single_step(tactic: str) -> str | None:
    """The tactic without the proofs inside it; None if it is no step of a search.

    What is left of a tactic that brings its cases with it has a hole `?_` for each.
    """
    tactic = tactic.strip()
    if _CHOOSES.match(tactic) or "sorry" in tactic:
        return None
    head, line_end, _ = tactic.partition("\n")
    if not line_end:
        return tactic
    if head.endswith(" with"):
        cases = [" ".join(case.split()) for case in _ALTERNATIVE.findall(tactic)]
        return " ".join([head, *(f"| {case} => ?_" for case in cases)]) if cases else None
    if head.startswith("have "):
        shown, num_cut = _BLOCK.subn(":= ?_", tactic, count=1)
        return " ".join(shown.split()) if num_cut else tactic
    return tactic


def first_goal(state: str, *, steps: tuple[Step, ...] = ()) -> ProofState | None:
    """The goal that a tactic works on; None where there is none.

    Args:
        state: goals as Lean prints them.
        steps: the tactics before.
    """
    if not state.strip() or state.strip() == _NO_GOALS:
        return None
    return ProofState(goals=parse_goals(state)[:1], steps=steps)
