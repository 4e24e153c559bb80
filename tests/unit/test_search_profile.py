"""Who was busy while a search ran: what tells a user whether a faster model or more Leans would help."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

from prover.proof import Outcome, ProofState, Suggestion
from prover.search.best_first import SearchOptions
from prover.search.profile import BusyTime, SearchProfile
from tests.unit.search_worlds import Logician, Sequents, searching


def test_time_together_is_counted_once_and_in_sum() -> None:
    """Two Leans that are busy half of the time each are not one that is always busy."""
    busy, both = BusyTime(), threading.Barrier(2)

    def work() -> None:
        with busy.working():
            both.wait()
            time.sleep(0.1)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    time.sleep(0.1)
    assert 0.1 <= busy.seconds < busy.seconds_together <= 2 * busy.seconds


class _Waiting(Sequents):
    """Ends its third check only when the generator has been asked for the third time."""

    def __init__(self, conclusion: str, asked: threading.Semaphore) -> None:
        super().__init__(conclusion)
        self._asked = asked
        self._num_calls = 0

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        self._num_calls += 1
        if self._num_calls == 3:
            for _ in range(3):
                assert self._asked.acquire(timeout=20), "the generator is asked only after Lean has answered"
        return super().check(state, tactics)


class _Asked(Logician):
    """Tells how often it was asked."""

    def __init__(self, asked: threading.Semaphore) -> None:
        super().__init__()
        self._asked = asked

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        self._asked.release()
        return super().suggest(states, num_suggestions=num_suggestions)


def test_the_generator_proposes_while_lean_checks() -> None:
    """A search that does one after the other takes the sum of both."""
    asked = threading.Semaphore(0)
    environment = _Waiting("(p → q) → ((q → r) → (p → r))", asked)
    result = searching(environment, _Asked(asked), options=SearchOptions(num_first=16)).run()
    assert result.proof is not None
    profile = result.profile
    assert 0 < profile.generator <= profile.search
    assert 0 < profile.lean <= profile.search
    assert profile.num_leans == 1


def test_the_profile_is_a_line() -> None:
    """It is for people."""
    assert str(SearchProfile(10.0, 4.0, 9.0, 15.0, 2)) == "generator busy 40%, Lean 90% (each of 2: 75%) of 10.0 s"
