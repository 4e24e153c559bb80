"""A quick try at the negation, beside the search: who states something false should hear it soon.

A false statement keeps a search busy to the end of its budget, and most false statements fall to small numbers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from data.errors import LeanLoopError
from data.theorem import Theorem
from prover.lean.environment import LeanEnvironment
from prover.lean.verification import Verifier
from prover.proof import TacticGenerator
from prover.search.best_first import BestFirstSearch, SearchOptions
from prover.search.budget import Budget
from prover.search.proof_text import HOLE, ProofTree, render

NEGATION = "leanloop_negation"
"""What the negation is called."""
_MOST_CHECKS = 400
_SECONDS = 5.0


class Refutation:
    """Tries to prove the negation of a theorem in a thread and a Lean of its own.

    Args:
        negation: of the theorem, as `negation_of` gives it; None to try nothing.
        make_environment: gives a new environment; it is closed here.
        make_generator: gives a generator for the negation.
        make_verifier: gives what has the last word.
        on_refuted: called from the thread when the negation has been proved and verified.
        num_checks: Lean checks for the search beside it; the negation gets no more of them.
    """

    def __init__(
        self,
        negation: Theorem | None,
        *,
        make_environment: Callable[[], LeanEnvironment],
        make_generator: Callable[[Theorem], TacticGenerator],
        make_verifier: Callable[[Theorem], Verifier],
        on_refuted: Callable[[], None],
        num_checks: int,
    ) -> None:
        self._negation = negation
        self._make_environment = make_environment
        self._make_generator = make_generator
        self._make_verifier = make_verifier
        self._on_refuted = on_refuted
        self._num_checks = min(num_checks, _MOST_CHECKS)
        self._search: BestFirstSearch | None = None
        self._thread: threading.Thread | None = None
        self._is_cancelled = False
        self.proof: str | None = None

    def start(self) -> None:
        """Begin, unless it has begun or there is no negation."""
        if self._thread is None and self._negation is not None:
            self._thread = threading.Thread(target=self._run, args=(self._negation,), name="refutation", daemon=True)
            self._thread.start()

    def result(self) -> str | None:
        """Begin if need be, wait for the end, and return the proof of the negation if there is one."""
        self.start()
        if self._thread is not None:
            self._thread.join()
        return self.proof

    def cancel(self) -> None:
        """End it now, whatever it has."""
        self._is_cancelled = True
        if self._search is not None:
            self._search.stop()
        if self._thread is not None:
            self._thread.join()

    def _run(self, negation: Theorem) -> None:
        try:
            with self._make_environment() as environment:
                search = BestFirstSearch(
                    environment.start(negation),
                    theorem=negation,
                    environments=[environment],
                    generator=self._make_generator(negation),
                    budget=Budget(num_checks=self._num_checks, seconds=_SECONDS),
                    verify=lambda tree: self._refusal(negation, tree),
                    options=SearchOptions(num_in_flight=1),
                )
                self._search = search
                if not self._is_cancelled and search.run().proof is not None:
                    self._on_refuted()
        except LeanLoopError:
            return  # A negation that cannot be stated, or that Lean does not survive, refutes nothing.

    def _refusal(self, negation: Theorem, tree: ProofTree) -> str | None:
        text = render(tree)
        is_partial = HOLE in text
        verdict = self._make_verifier(negation).verify(text, is_partial=is_partial)
        if not verdict.accepted:
            return verdict.message
        if not is_partial:
            self.proof = text
        return None
