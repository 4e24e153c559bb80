"""What is right in a whole proof that Lean refuses: its longest correct beginning, or all but one statement's proof.

A proof is halved again and again to find the first tactic that fails. If that tactic states something (`have`) its
proof is left to the search, and the rest goes on; otherwise what stands before it is kept, and the search goes on from
there, with what failed and Lean's message for whoever proposes the next tactics.

Sources: truncate and resume as in DeepSeek-Prover-V1.5 (arXiv 2408.08152, section 3.2); repair with Lean's message as
in MA-LoT (arXiv 2503.03205).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from prover.proof import Attempt, Failed, Outcome, Progress, Proved, Suggestion, TimedOut
from prover.search.steps import flat_steps, open_statement

NUM_CHECKS = 12
"""So many checks one proof may cost at most before what is right in it is given up."""


def salvage(
    tried: Sequence[tuple[Suggestion, Outcome]],
    check: Callable[[Sequence[str]], list[Outcome]],
    *,
    num_checks: int,
) -> tuple[list[tuple[Suggestion, Outcome]], tuple[Attempt, ...], int]:
    """What is right in the whole proofs among what was tried.

    Args:
        tried: tactics and proofs, and what Lean said of each.
        check: runs tactics on the same state; fewer outcomes than tactics end it.
        num_checks: how many it may run.

    Returns:
        Tactics and what they leave; how the proofs failed, if nothing in any of them is right; the checks spent.
    """
    refused = [
        _Salvage(suggestion, outcome)
        for suggestion, outcome in tried
        if suggestion.is_proof and isinstance(outcome, Failed | TimedOut)
    ]
    num_left = num_checks
    while pending := [(each, text) for each in refused if (text := each.candidate) is not None][:num_left]:
        outcomes = check([text for _, text in pending])
        num_left -= len(outcomes)
        for (each, _), outcome in zip(pending, outcomes, strict=False):
            each.note(outcome)
        if len(outcomes) < len(pending):
            break
    known = {suggestion.tactic for suggestion, _ in tried}
    found: dict[str, tuple[Suggestion, Outcome]] = {}
    for each in refused:
        if each.found is not None and each.found[0].tactic not in known:
            found.setdefault(each.found[0].tactic, each.found)
    attempts = () if any(each.found for each in refused) else tuple(each.attempt for each in refused)
    return list(found.values()), attempts, num_checks - num_left


class _Salvage:
    """One refused proof on its way to what is right in it.

    Args:
        suggestion: the proof.
        outcome: why Lean refuses it.
    """

    def __init__(self, suggestion: Suggestion, outcome: Failed | TimedOut) -> None:
        self._suggestion = suggestion
        self._written = flat_steps(suggestion.tactic)
        self._steps = list(self._written)
        self._message = outcome.message
        self._num_good = 0
        self._num_bad = len(self._steps)  # so many fail, and so would more
        self._best: Proved | Progress | None = None
        self._asks_for_all = False
        if self._num_bad == 1:
            self._open_first_bad()

    @property
    def candidate(self) -> str | None:
        """What Lean is to be asked next; None if all is known."""
        if self._asks_for_all:
            return "\n".join(self._steps)
        if self._num_bad - self._num_good <= 1:
            return None
        return "\n".join(self._steps[: (self._num_good + self._num_bad) // 2])

    def note(self, outcome: Outcome) -> None:
        """Take Lean's answer to the candidate."""
        num_asked = len(self._steps) if self._asks_for_all else (self._num_good + self._num_bad) // 2
        self._asks_for_all = False
        if isinstance(outcome, Proved | Progress):
            self._num_good, self._best = num_asked, outcome
            if isinstance(outcome, Proved):  # What follows works on nothing.
                self._num_bad = num_asked
        else:
            self._num_bad, self._message = num_asked, outcome.message
        if self._num_bad == self._num_good + 1:
            self._open_first_bad()

    def _open_first_bad(self) -> None:
        """Leave the proof of what the first bad tactic states to the search, if it states anything."""
        statement = open_statement(self._steps[self._num_good])
        if statement is not None:
            self._steps[self._num_good] = statement
            self._num_bad = len(self._steps)
            self._asks_for_all = True

    @property
    def attempt(self) -> Attempt:
        """What follows the correct beginning, and why it fails."""
        return Attempt("\n".join(self._written[self._num_good :]), self._message)

    @property
    def found(self) -> tuple[Suggestion, Proved | Progress] | None:
        """The correct part as a tactic, and what it leaves; None if nothing is.

        A beginning is as much likelier than the whole as it is shorter.
        """
        if self._best is None:
            return None
        share = self._num_good / len(self._steps)
        log_probability = self._suggestion.log_probability * share
        suggestion = replace(self._suggestion, tactic=self._best.tactic, log_probability=log_probability)
        if isinstance(self._best, Progress) and self._num_good < len(self._steps):
            return suggestion, replace(self._best, state=replace(self._best.state, attempts=(self.attempt,)))
        return suggestion, self._best
