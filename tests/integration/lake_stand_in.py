"""Stands in for Lake where lean-dojo runs `lake env lean ... FILE`: plays lean-dojo's loop on the embedded Lean.

lean-dojo puts a tactic into the file whose Lean program reads tactics from the terminal and prints states. That program
is compiled by Lake against Lean's own modules, which the embedded engine has not. So this program speaks the same
protocol: a line of JSON with `sid` and `cmd` in, `REPL> ` and one with `sid`, `tacticState` and `error` out. Every
answer is Lean's own, about a document with all the tactics up to the state in it.

A tactic with one of the words in `FAULTS` makes it misbehave.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from data.finding import theorem_at_line
from data.source import read_source
from prover.errors import ElaborationError
from prover.lean.document import state_document
from prover.lean.embedded import embedded_lean
from prover.lean.outcomes import goals_at
from prover.lean.project import open_project
from prover.lean.session import CheckLimits, TheoremSession
from prover.proof import Step

_LOOP = "by\n  lean_dojo_repl\n  sorry\n"
_SECONDS = 600.0
FAULTS = ("misbehave_exit", "misbehave_garbage", "misbehave_hang")


class RefusedError(Exception):
    """What Lean has against a tactic."""


class Loop:
    """The states by their numbers, each as the tactics that lead to it."""

    def __init__(self, session: TheoremSession) -> None:
        self._session = session
        self._states: list[tuple[Step, ...]] = [()]

    def answer(self, number: int, tactic: str) -> dict[str, object]:
        steps = (*self._states[number], Step(tactic))
        try:
            goals = self.goals(steps)
        except RefusedError as refusal:
            return {"sid": None, "tacticState": None, "error": str(refusal)}
        self._states.append(steps)
        return {"sid": len(self._states) - 1, "tacticState": goals, "error": None}

    def goals(self, steps: tuple[Step, ...]) -> str:
        document = state_document(self._session.frame, steps)
        diagnostics = self._session.ask(document, seconds=_SECONDS)
        left = goals_at(document.head, diagnostics)
        for entry in diagnostics:
            if entry.severity == "error" and entry.message != left:
                raise RefusedError(entry.message)
        if left is not None:
            return left.removeprefix("unsolved goals\n")
        if any("declaration uses" in entry.message for entry in diagnostics):
            raise RefusedError("proof contains `sorry`")
        return "no goals"


def say(answer: dict[str, object]) -> None:
    print("REPL>", json.dumps(answer, ensure_ascii=False), flush=True)


def misbehave(fault: str) -> None:
    if fault == "misbehave_exit":
        os._exit(137)
    if fault == "misbehave_hang":
        time.sleep(_SECONDS)
    print("REPL> {", flush=True)


def main(words: Sequence[str]) -> int:
    """Play `lake`."""
    if words[:2] != ["env", "lean"]:
        print(f"error: this is no Lake, it cannot {' '.join(words)}", file=sys.stderr)
        return 1
    path = Path(words[-1]).absolute()
    text = read_source(path).replace("import Lean4Repl\n", "", 1)
    line = text.count("\n", 0, text.index(_LOOP)) + 1
    theorem = theorem_at_line(text.replace(_LOOP, "by\n  sorry\n"), path, line)
    lean = open_project(Path.cwd(), lean=embedded_lean()).prepare(path, source=theorem.source)
    session = TheoremSession(lean, directory=None, limits=CheckLimits())
    try:
        session.open(theorem)
    except ElaborationError as error:
        place, _, message = str(error).partition(": ")
        print(f"{place}: error: {message}")
        return 1
    loop = Loop(session)
    say({"sid": 0, "tacticState": loop.goals(()), "error": None})
    for request in map(json.loads, sys.stdin):
        fault = next((word for word in FAULTS if word in request["cmd"]), None)
        if fault is not None:
            misbehave(fault)
        else:
            say(loop.answer(request["sid"], request["cmd"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
