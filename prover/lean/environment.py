"""The environment in which a search tries tactics: many candidates on one state in one round trip.

Whatever a candidate does (loop, exhaust memory, kill Lean, not even parse), it alone pays for it: the others are
answered all the same, if need be one at a time and by a fresh Lean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from data.theorem import Theorem
from prover.closing import Closing
from prover.errors import LeanCrashedError, LeanTimeoutError
from prover.lean.command import Lean
from prover.lean.document import (
    Document,
    batch_document,
    confirming_document,
    parse_document,
    sequential_document,
)
from prover.lean.outcomes import error_in, num_completed, outcome_of, suggestion_in
from prover.lean.screening import objection
from prover.lean.server import Diagnostic
from prover.lean.session import CheckLimits, TheoremSession
from prover.proof import Failed, Outcome, Progress, ProofState, Proved, TimedOut

_SECONDS_PER_CANDIDATE = 0.02
_SEVERAL_TACTICS = re.compile(r"[\n;·|]|=>|all_goals|calc")
# Computations are many steps of the kernel, and whoever proposes one has counted them. They come alone, with more time.
_COMPUTING, _TIMES_AS_LONG = re.compile(r"\bdecide \+kernel\b"), 4
_SEARCHING = re.compile(r"\b(?:grind|solve_by_elim|simp_all|apply_rules|exact\?|decide)")


class LeanEnvironment(Closing):
    """A `ProofEnvironment` over a Lean server. Not for several threads at once: give each its own.

    Args:
        lean: which Lean, with the search path on which the file's imports are found.
        directory: where Lean runs, for a Lake project its root; None for an empty directory of our own.
        limits: what one check may use.
    """

    def __init__(self, lean: Lean, *, directory: Path | None = None, limits: CheckLimits | None = None) -> None:
        self._limits = limits or CheckLimits()
        self._session = TheoremSession(lean, directory=directory, limits=self._limits)
        # What does not parse at one state does not at any other of the theorem, and costs a batch each time.
        self._unparsable: dict[str, str] = {}
        self._grammar = ""

    @property
    def process_id(self) -> int | None:
        """The process of Lean's server, None while there is none."""
        return self._session.process_id

    def close(self) -> None:
        """End Lean and all it started."""
        self._session.close()

    def start(self, theorem: Theorem) -> ProofState:
        """Open the theorem and return its first state.

        Raises:
            ElaborationError: if Lean reports an error before the hole, or shows no goal at it.
            LeanCrashedError, LeanTimeoutError: if Lean does not survive the file itself.
        """
        if theorem.before != self._grammar:
            self._unparsable, self._grammar = {}, theorem.before
        return self._session.open(theorem)

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        """Try each tactic on `state`; one outcome a tactic, in order. Nothing a tactic does raises here."""
        return _Check(self._session, self._limits, self._unparsable, state, tactics).outcomes()


class _Check:
    """One call of `check`: the answers so far, and the ways to get the missing ones."""

    def __init__(
        self,
        session: TheoremSession,
        limits: CheckLimits,
        unparsable: dict[str, str],
        state: ProofState,
        tactics: Sequence[str],
    ) -> None:
        self._session = session
        self._limits = limits
        self._unparsable = unparsable
        self._state = state
        self._tactics = tactics
        self._answers: dict[int, Outcome] = {}
        self._suggestions: dict[int, str] = {}
        self._is_coupled = len(state.goals) != 1 or state.has_metavariables

    def outcomes(self) -> list[Outcome]:
        for index, tactic in enumerate(self._tactics):
            reason = objection(tactic) or self._unparsable.get(tactic)
            if reason is not None:
                self._answers[index] = Failed(reason)
        if not self._is_coupled:
            self._all_at_once(is_searching=False)
            self._all_at_once(is_searching=True)
        self._one_at_a_time(self._missing())
        for index, tactic in self._suggestions.items():
            self._answers[index] = self._suggested(tactic)
        return [self._answers[index] for index in range(len(self._tactics))]

    def _missing(self) -> list[int]:
        return [index for index in range(len(self._tactics)) if index not in self._answers]

    def _all_at_once(self, *, is_searching: bool) -> None:
        """Run batches of all that is missing, until one is at most, or until a batch teaches nothing.

        Tactics that search come by themselves: one that does not end would cost all the others a second run.
        """
        kind = {
            index
            for index, tactic in enumerate(self._tactics)
            if is_searching == bool(_SEARCHING.search(tactic)) and not _COMPUTING.search(tactic)
        }
        while len(missing := [index for index in self._missing() if index in kind]) > 1:
            tactics = [self._tactics[index] for index in missing]
            document = batch_document(self._session.frame, self._state.steps, tactics)
            try:
                seconds = self._seconds(len(missing))
                diagnostics = self._session.ask(document, seconds=seconds, until=document.canary)
            except (LeanCrashedError, LeanTimeoutError):
                return
            num_done, is_exhausted = num_completed(document, diagnostics)
            self._settle(missing[:num_done], document, diagnostics)
            if not self._confirm([index for index in missing[:num_done] if self._is_doubtful(index)]):
                return
            if is_exhausted and num_done == 0:
                # At the head of the batch it had all the heartbeats to itself.
                self._answers[missing[0]] = TimedOut("needs more heartbeats than one check has")
            elif not is_exhausted and num_done == 0 and not self._refuse_unparsable(missing):
                return

    def _is_doubtful(self, index: int) -> bool:
        """Whether the success of a candidate in a batch may be none.

        Once a declaration has an error, Lean is silent about placeholders that it cannot fill: `exact ⟨_, _⟩` looks
        like `skip` then, and a bullet that ends with it looks done.
        """
        outcome = self._answers[index]
        if isinstance(outcome, Progress):
            tactic = self._tactics[index]
            return outcome.state.text == self._state.text or _SEVERAL_TACTICS.search(tactic) is not None
        return isinstance(outcome, Proved)

    def _confirm(self, doubtful: Sequence[int]) -> bool:
        """Refuse the candidates that do not run to their end; forget the answers, and False, if Lean does not say."""
        if not doubtful:
            return True
        tactics = [self._tactics[index] for index in doubtful]
        document = confirming_document(self._session.frame, self._state.steps, tactics)
        try:
            diagnostics = self._session.ask(document, seconds=self._seconds(len(doubtful)))
            num_done, _ = num_completed(document, diagnostics)
        except (LeanCrashedError, LeanTimeoutError):
            num_done = 0
        for index in doubtful[num_done:]:
            del self._answers[index]
        for index, block in zip(doubtful[:num_done], document.candidates, strict=False):
            if error_in(block, diagnostics) is not None:
                self._answers[index] = Failed("don't know how to synthesize a placeholder")
        return num_done == len(doubtful)

    def _refuse_unparsable(self, missing: Sequence[int]) -> bool:
        """Find the candidates that do not parse, which make the whole batch one; False if there is none."""
        document = parse_document(self._session.frame, [self._tactics[index] for index in missing])
        try:
            diagnostics = self._session.ask(document, seconds=self._seconds(len(missing)))
        except (LeanCrashedError, LeanTimeoutError):
            return False
        errors = [error_in(block, diagnostics) for block in document.candidates]
        for index, error in zip(missing, errors, strict=True):
            if error is not None:
                self._answers[index] = Failed(error)
                self._unparsable[self._tactics[index]] = error
        return any(error is not None for error in errors)

    def _one_at_a_time(self, missing: Iterable[int]) -> None:
        """The slow way, in which no candidate can spoil another's answer."""
        for index in missing:
            tactic = self._tactics[index]
            if self._is_coupled:
                document = sequential_document(self._session.frame, self._state.steps, tactic)
            else:
                document = batch_document(self._session.frame, self._state.steps, [tactic])
            seconds = self._limits.seconds * (_TIMES_AS_LONG if _COMPUTING.search(tactic) else 1)
            try:
                diagnostics = self._asked_twice(document, seconds=seconds)
            except LeanTimeoutError:
                self._answers[index] = TimedOut(f"did not end within {seconds:g} s")
            except LeanCrashedError as error:
                self._answers[index] = Failed(f"the tactic ends Lean: {error}")
            else:
                self._settle_alone(index, document, diagnostics)

    def _asked_twice(self, document: Document, *, seconds: float) -> list[Diagnostic]:
        """What killed Lean may have come from outside, so a second Lean is asked before the tactic is to blame."""
        try:
            return self._session.ask(document, seconds=seconds)
        except LeanCrashedError:
            return self._session.ask(document, seconds=seconds)

    def _settle_alone(self, index: int, document: Document, diagnostics: Sequence[Diagnostic]) -> None:
        if self._is_coupled:
            self._settle([index], document, diagnostics)
            return
        num_done, is_exhausted = num_completed(document, diagnostics)
        if num_done == 1:
            self._settle([index], document, diagnostics)
        elif is_exhausted:
            self._answers[index] = TimedOut("needs more heartbeats than one check has")
        else:
            error = error_in(document.candidates[0], diagnostics)
            self._answers[index] = Failed(error or "Lean did not run this tactic to its end")

    def _settle(self, indices: Sequence[int], document: Document, diagnostics: Sequence[Diagnostic]) -> None:
        """Read the answers to the first candidates of the document."""
        head = document.head if self._is_coupled else None
        for index, block in zip(indices, document.candidates, strict=False):
            tactic = self._tactics[index]
            self._answers[index] = outcome_of(tactic, block, diagnostics, steps=self._state.steps, head=head)
            suggestion = suggestion_in(block, diagnostics)
            if suggestion is not None:
                self._suggestions[index] = suggestion

    def _suggested(self, tactic: str) -> Outcome:
        """What becomes of the tactic that `exact?` or its like offers: only what can be written down counts."""
        check = _Check(self._session, self._limits, self._unparsable, self._state, [tactic])
        return Failed("suggests another suggestion") if "?" in tactic.split(" ")[0] else check.outcomes()[0]

    def _seconds(self, num_candidates: int) -> float:
        return self._limits.seconds + num_candidates * _SECONDS_PER_CANDIDATE
