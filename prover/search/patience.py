"""Which kinds of tactics are not worth waiting for on this theorem.

Tactics that search by themselves mostly end in milliseconds and sometimes not at all, and the same lemmas that made
one of them run away do so again at the next state. A few of them would eat up a search's seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from prover.proof import Outcome, Suggestion, TimedOut

_TOLERATED = 2
# One time-out more is tolerated for so many answers.
_ANSWERS_FOR_ONE = 15
_LIST = re.compile(r"\[[^\[\]]*\]")
_TACTIC = re.compile(r"(?:^|<;>|;|\(|\n|=>)\s*([a-z_]+)")
_STRUCTURAL = frozenset({"induction", "fun_induction", "cases", "rcases", "by_cases", "try", "done", "repeat", "split"})


class Patience:
    """Counts time-outs by kind of tactic: what it runs once goals are split, `simp_all` in `cases b <;> simp_all`."""

    def __init__(self) -> None:
        self._num_answers: Counter[frozenset[str]] = Counter()
        self._num_time_outs: Counter[frozenset[str]] = Counter()

    def note(self, tried: Iterable[tuple[Suggestion, Outcome]]) -> None:
        """Count what came of these tactics."""
        for suggestion, outcome in tried:
            counts = self._num_time_outs if isinstance(outcome, TimedOut) else self._num_answers
            counts[_kind(suggestion.tactic)] += 1

    def allowed(self, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
        """Those of a kind that has not timed out too often."""
        return [suggestion for suggestion in suggestions if self._is_allowed(_kind(suggestion.tactic))]

    def _is_allowed(self, kind: frozenset[str]) -> bool:
        return self._num_time_outs[kind] < _TOLERATED + self._num_answers[kind] // _ANSWERS_FOR_ONE


def _kind(tactic: str) -> frozenset[str]:
    heads = frozenset(_TACTIC.findall(_LIST.sub("", tactic)))
    return heads - _STRUCTURAL or heads
