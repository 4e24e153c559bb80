"""From a theorem to a verified proof: search, verify, shorten, verify again; beside it a quick try at the negation."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from data.declarations import negation_of
from data.theorem import Theorem
from prover.closing import Closing
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.session import CheckLimits
from prover.lean.verification import Verdict, Verifier
from prover.proof import Progress, ProofEnvironment, ProofResult, ProofState, Proved, Status, TacticGenerator
from prover.refutation import NEGATION, Refutation
from prover.search.best_first import BestFirstSearch, SearchOptions, SearchProgress, SearchResult
from prover.search.budget import Budget
from prover.search.minimise import minimise, without_arguments
from prover.search.profile import SearchProfile
from prover.search.proof_text import HOLE, ProofTree, render
from prover.search.record import StepRecord, TreeRecord, tree_record

_CHECKS_BEFORE_REFUTATION = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class ProverOptions:
    """How much to spend on a theorem, and how.

    Attributes:
        seconds: wall-clock seconds for the search.
        num_checks: Lean tactic checks for the search.
        num_processes: Lean servers that check side by side.
        search: how to search.
        limits: what one check may use.
        shorten: whether a proof is made shorter after it was found; one that is only counted need not be.
    """

    seconds: float = 60.0
    num_checks: int = 100_000
    num_processes: int = 2
    search: SearchOptions = field(default_factory=SearchOptions)
    limits: CheckLimits = field(default_factory=CheckLimits)
    shorten: bool = True


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one theorem, the tree that was searched, and who worked how long, if that was measured."""

    result: ProofResult
    tree: TreeRecord
    profile: SearchProfile | None = None


class Prover(Closing):
    """Proves theorems, one after the other, in Lean servers that stay open between theorems of one file.

    Args:
        lean: which Lean, with the search path on which the files' imports are found.
        make_generator: gives a generator of tactics for a theorem.
        directory: where Lean runs, for a Lake project its root; None for an empty directory of our own.
        options: how much to spend on a theorem, and how.
        make_environment: gives an environment to search in, of another backend than our own Lean server. What it finds
            is verified by `lean` all the same, and negations are tried there.
    """

    def __init__(
        self,
        lean: Lean,
        *,
        make_generator: Callable[[Theorem], TacticGenerator],
        directory: Path | None = None,
        options: ProverOptions | None = None,
        make_environment: Callable[[], AbstractContextManager[ProofEnvironment]] | None = None,
    ) -> None:
        self._lean = lean
        self._directory = directory
        self._make_generator = make_generator
        self._options = options or ProverOptions()
        self._open_environments = contextlib.ExitStack()
        make: Callable[[], AbstractContextManager[ProofEnvironment]] = make_environment or self._environment
        self._environments = [self._open_environments.enter_context(make()) for _ in range(self._options.num_processes)]
        self._search: BestFirstSearch | None = None
        self._is_stopped = False
        self._filled_holes: dict[tuple[str, int], str] = {}  # what was found, by the file's text and the hole's offset

    def close(self) -> None:
        """End every Lean."""
        self._open_environments.close()

    def stop(self) -> None:
        """End the search soon, also one that is about to begin; `prove` then returns what there is."""
        self._is_stopped = True
        if self._search is not None:
            self._search.stop()

    def prove(
        self,
        theorem: Theorem,
        *,
        may_be_false: bool = True,
        on_progress: Callable[[SearchProgress], None] | None = None,
    ) -> Attempt:
        """Search for a proof that a fresh Lean accepts.

        Args:
            theorem: what to prove.
            may_be_false: whether its negation is tried, too.
            on_progress: called after every expansion.

        Raises:
            ElaborationError: if Lean does not accept the file up to the theorem.
            LeanCrashedError, LeanTimeoutError: if Lean does not survive the file itself.
        """
        start = time.monotonic()
        budget = Budget(num_checks=self._options.num_checks, seconds=self._options.seconds)
        root, generator = self._opened(theorem)
        verification = _Verification(self._verifier(theorem))
        search = BestFirstSearch(
            root,
            theorem=theorem,
            environments=self._environments,
            generator=generator,
            budget=budget,
            verify=verification,
            options=self._options.search,
            on_progress=lambda progress: self._watch(progress, refutation, on_progress),
        )
        negation = negation_of(theorem, NEGATION) if may_be_false else None
        refutation = self._refutation(negation, on_refuted=search.stop)
        self._search = search
        if self._is_stopped:
            search.stop()
        try:
            found = search.run()
            verdict, num_more, steps = self._shortened(root, found, verification)
            is_wanted = found.proof is None and found.stop_reason != "stopped"
            disproof = refutation.result() if is_wanted else refutation.proof
        finally:
            refutation.cancel()
            self._search = None
        result = _result(
            theorem, found, verdict, disproof, num_checks=budget.num_spent + num_more, seconds=time.monotonic() - start
        )
        if result.proof is not None:
            self._filled_holes[theorem.source, theorem.hole_start] = result.proof
        record = tree_record(search.tree, result=result, stop_reason=found.stop_reason, steps=steps)
        return Attempt(result, record, found.profile)

    def _opened(self, theorem: Theorem) -> tuple[ProofState, TacticGenerator]:
        """The first state, and the generator, which reads what is in scope while Lean is busy with the file."""
        with ThreadPoolExecutor(max_workers=1) as pool:
            generator = pool.submit(self._make_generator, theorem)
            return self._environments[0].start(theorem), generator.result()

    def _environment(self) -> LeanEnvironment:
        return LeanEnvironment(self._lean, directory=self._directory, limits=self._options.limits)

    def _verifier(self, theorem: Theorem) -> Verifier:
        # The last hole of a declaration is so checked together with what fills the others.
        filled = {start: text for (source, start), text in self._filled_holes.items() if source == theorem.source}
        limits = self._options.limits.process
        return Verifier(theorem, lean=self._lean, directory=self._directory, limits=limits, filled_holes=filled)

    def _refutation(self, negation: Theorem | None, *, on_refuted: Callable[[], None]) -> Refutation:
        return Refutation(
            negation,
            make_environment=self._environment,
            make_generator=self._make_generator,
            make_verifier=self._verifier,
            on_refuted=on_refuted,
            num_checks=self._options.num_checks,
        )

    def _watch(
        self, progress: SearchProgress, refutation: Refutation, on_progress: Callable[[SearchProgress], None] | None
    ) -> None:
        if progress.num_checks >= _CHECKS_BEFORE_REFUTATION:
            refutation.start()
        if on_progress is not None:
            on_progress(progress)

    def _shortened(
        self, root: ProofState, found: SearchResult, verification: _Verification
    ) -> tuple[Verdict | None, int, list[StepRecord]]:
        """The verdict on the shortest proof that is accepted, the checks it took to find it, and its steps if any."""
        if found.proof is None:
            return None, 0, []
        num_checks = 0

        def check_whole(trees: Sequence[ProofTree]) -> list[bool]:
            nonlocal num_checks
            num_checks += len(trees)
            outcomes = self._environments[0].check(root, [render(tree) for tree in trees])
            return [isinstance(outcome, Proved) for outcome in outcomes]

        accepted = verification.accepted
        assert accepted is not None, "a search proves nothing that was not verified"
        if not self._options.shorten:
            return accepted, 0, []
        proof = without_arguments(found.proof, accepted.unused)
        if proof != found.proof and check_whole([proof]) != [True]:
            proof = found.proof
        shorter = minimise(proof, check_whole)
        if shorter == found.proof or verification(shorter) is not None:
            return accepted, num_checks, []
        return verification.accepted, num_checks, list(self._steps(root, shorter))

    def _steps(self, state: ProofState, proof: ProofTree) -> Iterator[StepRecord]:
        """A proof's tactics with the states they are written for, so that models learn what people read."""
        before = tuple(step.tactic for step in state.steps)
        yield StepRecord(state=state.text, tactic=proof.tactic, before=before)
        if not proof.children:
            return
        (outcome,) = self._environments[0].check(state, [proof.tactic])
        if isinstance(outcome, Progress):
            # Goals that hang together are one state, and the tactics on the later ones are not learnt from.
            for part, child in zip(outcome.state.split(), proof.children, strict=False):
                yield from self._steps(part, child)


class _Verification:
    """The last word on a proof, as the search wants it; remembers the verdict on the last proof accepted."""

    def __init__(self, verifier: Verifier) -> None:
        self._verifier = verifier
        self.accepted: Verdict | None = None

    def __call__(self, tree: ProofTree) -> str | None:
        text = render(tree)
        is_partial = HOLE in text
        verdict = self._verifier.verify(text, is_partial=is_partial)
        if not verdict.accepted:
            return verdict.message
        if not is_partial:
            self.accepted = verdict
        return None


_MESSAGES = {
    "checks": "no proof within the budget of checks",
    "seconds": "no proof within the time",
    "exhausted": "nothing left to try",
    "nodes": "the search tree is full",
    "stopped": "stopped",
}


def _result(
    theorem: Theorem,
    found: SearchResult,
    verdict: Verdict | None,
    negation: str | None,
    *,
    num_checks: int,
    seconds: float,
) -> ProofResult:
    status: Status = "open"
    message = _MESSAGES.get(found.stop_reason, "")
    if verdict is not None:
        status = "proved"
    elif negation is not None:
        status, message = "disproved", f"the negation is provable: by {'; '.join(negation.split(chr(10)))}"
    return ProofResult(
        theorem=theorem,
        status=status,
        proof=verdict.filling if verdict is not None else None,
        num_checks=num_checks,
        seconds=seconds,
        axioms=verdict.axioms if verdict is not None else (),
        message=message,
    )
