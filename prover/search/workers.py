"""Lean processes that check while the search thinks: as many checks at a time as there are environments.

Which environment answers must not matter, and does not: a state carries the tactics that lead to it. Tactics go to Lean
a batch at a time, the likeliest first, but those that search by themselves last: once one of them closes the goal the
others need not be tried.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType

from data.theorem import Theorem
from prover.proof import Attempt, Outcome, ProofEnvironment, ProofState, Proved, Suggestion
from prover.search.profile import BusyTime
from prover.search.salvage import salvage

_BATCH_SIZE = 16
_SEARCHING = re.compile(r"\b(?:grind|solve_by_elim|exact\?|apply\?|rw\?)")


def searches(suggestion: Suggestion) -> bool:
    """Whether the tactic searches by itself, which takes as long as a hundred others do together."""
    return _SEARCHING.search(suggestion.tactic) is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of the suggestions for a state.

    Attributes:
        tried: the first suggestions and their outcomes, all of them unless one proves the state or the search is over;
            behind them, what is right in whole proofs that failed.
        num_answered: how many of the suggestions these are.
        num_checks: the checks spent.
        attempts: whole proofs in which nothing is right.
    """

    tried: Sequence[tuple[Suggestion, Outcome]] = ()
    num_answered: int = 0
    num_checks: int = 0
    attempts: tuple[Attempt, ...] = ()


class Workers:
    """A queue of checks in front of some environments.

    Only the first environment has to be started on the theorem; each other one is started when it first gets work, and
    it first gets work when all before it are busy. `busy` measures how long they work.
    """

    def __init__(
        self, environments: Sequence[ProofEnvironment], *, theorem: Theorem, is_over: Callable[[], bool]
    ) -> None:
        assert environments
        self._theorem = theorem
        self._is_over = is_over
        self._environments = environments
        self._free = set(range(len(environments)))
        self._started = {0}
        self._lock = threading.Lock()
        self.busy = BusyTime()
        self._executor = ThreadPoolExecutor(max_workers=len(environments), thread_name_prefix="lean-check")

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # After Ctrl-C or an error nobody waits for Lean: whoever owns the environments closes them.
        self._executor.shutdown(wait=kind is None, cancel_futures=True)

    def submit(self, state: ProofState, suggestions: Sequence[Suggestion], *, num_more: int = 0) -> Future[Answer]:
        """Check the suggestions on the state as soon as an environment is free.

        Args:
            state: where they are tried.
            suggestions: what is tried.
            num_more: how many checks may be spent besides on what is right in whole proofs that fail.
        """
        return self._executor.submit(self._check, state, suggestions, num_more)

    def _check(self, state: ProofState, suggestions: Sequence[Suggestion], num_more: int) -> Answer:
        if not suggestions:
            return Answer()
        with self._lock:
            number = min(self._free)
            self._free.remove(number)
        try:
            with self.busy.working():
                return self._answer(number, state, suggestions, num_more)
        finally:
            with self._lock:
                self._free.add(number)

    def _answer(self, number: int, state: ProofState, suggestions: Sequence[Suggestion], num_more: int) -> Answer:
        environment = self._environments[number]
        if number not in self._started:
            environment.start(self._theorem)
            self._started.add(number)

        def run(tactics: Sequence[str]) -> list[Outcome]:
            return self._run(environment, state, tactics)

        outcomes: list[Outcome] = []
        for _, group in groupby(suggestions, key=searches):
            tactics = [suggestion.tactic for suggestion in group]
            found = run(tactics)
            outcomes += found
            if len(found) < len(tactics) or any(isinstance(outcome, Proved) for outcome in found):
                break
        tried = list(zip(suggestions, outcomes, strict=False))
        if any(isinstance(outcome, Proved) for outcome in outcomes):
            return Answer(tried, len(tried), len(tried))
        more, attempts, num_salvaging = salvage(tried, run, num_checks=num_more)
        return Answer(tried + more, len(tried), len(tried) + num_salvaging, attempts)

    def _run(self, environment: ProofEnvironment, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        while len(outcomes) < len(tactics) and not self._is_over():
            batch = tactics[len(outcomes) : len(outcomes) + _BATCH_SIZE]
            outcomes += environment.check(state, batch)
            if any(isinstance(outcome, Proved) for outcome in outcomes):
                break
        return outcomes
