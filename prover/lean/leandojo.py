"""LeanDojo as a backend: theorems opened and tactics run through the package `lean-dojo`, by whoever prefers it.

Method: Yang et al., LeanDojo (arXiv 2306.15626), section 4: the file is copied with a read-eval-print loop in place of
the proof, and Lean runs on that copy. A repository is traced once, per commit, and kept in lean-dojo's own cache.
What it cannot do, and our own Lean server can: many candidates in one round trip, files that are not committed, a
`sorry` inside a longer proof, declarations other than theorems.

Everything runs in a process of its own, see `dojo_client.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.theorem import Theorem
from prover.closing import Closing
from prover.errors import ElaborationError, LeanCrashedError, LeanTimeoutError, ProverError
from prover.lean.dojo_client import OWN_SERVER, DojoProcess, Message
from prover.lean.goals import parse_goals
from prover.lean.screening import objection
from prover.lean.session import CheckLimits
from prover.proof import Failed, Outcome, Progress, ProofState, Proved, Step, TimedOut

# For what lean-dojo does around Lean's own work: its import, cloning, reading the trace.
_OVERHEAD_SECONDS = 120.0


class LeanDojoEnvironment(Closing):
    """A `ProofEnvironment` over one Dojo. Not for several threads at once: give each its own.

    A Dojo that has died, or works on a tactic past its time, is started again, and the state that is asked for is
    reached again by its steps.

    Args:
        root: the root of the Git repository; `prepare_leandojo` has seen it.
        limits: what one check may use; lean-dojo sets no limit on heartbeats.
    """

    def __init__(self, root: Path, *, limits: CheckLimits | None = None) -> None:
        self._root = root.resolve()
        self._limits = limits or CheckLimits()
        self._process: DojoProcess | None = None
        self._theorem: Theorem | None = None
        # The number that the open Dojo gives to the state after these steps; empty while none is open.
        self._states: dict[tuple[Step, ...], int] = {}

    @property
    def process_id(self) -> int | None:
        """The process in which lean-dojo runs, None while there is none."""
        return self._process.process_id if self._process is not None else None

    def close(self) -> None:
        """End Lean and all it started."""
        self._states.clear()
        if self._process is not None:
            self._process.close()
            self._process = None

    def start(self, theorem: Theorem) -> ProofState:
        """Open the theorem and return its first state.

        Raises:
            ElaborationError: if lean-dojo cannot open it; the message says why and what can.
            LeanDojoError, LeanCrashedError, LeanTimeoutError: if lean-dojo does not survive it.
        """
        self._theorem = theorem
        return ProofState(goals=parse_goals(self._open()["goals"]))

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        """Try each tactic on `state`, one after the other; one outcome a tactic. Nothing a tactic does raises here."""
        return [self._check(state, tactic) for tactic in tactics]

    def _check(self, state: ProofState, tactic: str) -> Outcome:
        reason = objection(tactic)
        if reason is not None:
            return Failed(reason)
        try:
            result = self._run(self._reach(state.steps), _in_brackets(tactic))
        except LeanTimeoutError:
            return TimedOut(f"did not end within {self._limits.seconds:g} s")
        except ProverError as error:
            return Failed(f"the tactic ends Lean: {error}")
        if result["kind"] == "state":
            steps = (*state.steps, Step(tactic))
            self._states[steps] = result["state"]
            return Progress(tactic, ProofState(goals=parse_goals(result["goals"]), steps=steps))
        # What is set aside counts as given up; the candidate itself was not let through with a `sorry` in it.
        is_proved = result["kind"] == "finished" or (
            result["kind"] == "given up" and any(step.focus is not None for step in state.steps)
        )
        return Proved(tactic) if is_proved else Failed(result.get("message", "the proof contains `sorry`"))

    def _reach(self, steps: tuple[Step, ...]) -> int:
        """The number of the state after `steps`, in a Dojo that is opened again if need be."""
        if not self._states:
            self._open()
        known = self._states.get(steps)
        if known is not None:
            return known
        *earlier, last = steps
        result = self._run(self._reach(tuple(earlier)), _in_brackets(last.tactic))
        if result["kind"] == "state" and last.focus is not None:
            num_goals = len(parse_goals(result["goals"]))
            if num_goals > 1:
                result = self._run(result["state"], _setting_aside(last.focus, num_goals))
        if result["kind"] != "state":
            raise LeanCrashedError(f"`{last.tactic}` does not lead where it led before")
        number: int = result["state"]
        self._states[steps] = number
        return number

    def _run(self, state: int, tactic: str) -> Message:
        """Run a tactic in the open Dojo.

        Raises:
            LeanTimeoutError, LeanCrashedError: if Dojo gives up on it; no Dojo is open then.
        """
        seconds = self._limits.seconds
        result = self._ask({"method": "run", "state": state, "tactic": tactic, "seconds": seconds}, seconds=seconds)
        if result["kind"] == "timed out":
            self._states.clear()
            raise LeanTimeoutError(f"no answer within {seconds:g} s")
        if result["kind"] == "crashed":
            self._states.clear()
            raise LeanCrashedError(result["message"])
        return result

    def _open(self) -> Message:
        theorem, seconds = self._theorem, self._limits.start_seconds
        assert theorem is not None, "no theorem has been started"
        self._states.clear()
        file = self._file(theorem)
        request = {"method": "open", "root": str(self._root), "file": str(file), "name": theorem.full_name}
        result = self._ask({**request, "source": theorem.source, "seconds": seconds}, seconds=seconds)
        place = f"{theorem.path}:{theorem.line}"
        if result["kind"] == "other text":
            commit = result["commit"][:8]
            raise ElaborationError(
                f"{place}: {file} differs from commit {commit}, which lean-dojo works on: commit it, or {OWN_SERVER}"
            )
        if result["kind"] != "state":
            raise ElaborationError(f"{place}: lean-dojo cannot open {theorem.full_name}: {result['message']}")
        self._states[()] = result["state"]
        return result

    def _file(self, theorem: Theorem) -> Path:
        path = theorem.path.resolve() if theorem.path is not None else None
        if path is None or not path.is_relative_to(self._root):
            raise ElaborationError(f"lean-dojo opens theorems of files in {self._root} only: {OWN_SERVER}")
        if not theorem.is_whole_proof or theorem.keyword not in ("theorem", "lemma"):
            what = "a `sorry` inside a proof" if not theorem.is_whole_proof else f"declared by `{theorem.keyword}`"
            raise ElaborationError(f"{path}:{theorem.line}: {what}: lean-dojo opens whole theorems only: {OWN_SERVER}")
        return path.relative_to(self._root)

    def _ask(self, request: Message, *, seconds: float) -> Message:
        if self._process is None:
            self._process = DojoProcess(memory_bytes=self._limits.process.memory_bytes)
        try:
            return self._process.ask(request, seconds=seconds + _OVERHEAD_SECONDS)
        except ProverError:
            self.close()
            raise


def _in_brackets(tactic: str) -> str:
    """The tactic as one tactic, which is all that lean-dojo parses; the last line may be a comment."""
    return f"(\n{tactic}\n)"


def _setting_aside(goal: int, num_goals: int) -> str:
    """The tactic after which only this goal is left: all others are given up, which is for this search tree alone."""
    others_behind = num_goals - goal - 1
    tactics = ["sorry"] * goal + (["rotate_left"] + ["sorry"] * others_behind if others_behind else [])
    return f"({'; '.join(tactics)})"
