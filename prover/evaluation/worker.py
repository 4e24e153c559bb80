"""One worker of a batch: it owns a Lean, keeps the imports warm from one statement to the next, and proves.

It knows nothing of who hands out the tasks, so that the same worker serves one process, many, or a cluster.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from data.benchmark import Problem
from data.errors import UsageError
from data.theorem import Theorem
from prover.closing import Closing
from prover.errors import ElaborationError, LeanBuildError, LeanCrashedError, ProverError
from prover.evaluation.records import Outcome, PassResult, Task
from prover.lean.command import Lean
from prover.lean.project import LeanProject, open_project
from prover.lean.toolchain import find_lean
from prover.proof import Status, TacticGenerator
from prover.prover import Attempt, Prover, ProverOptions
from prover.tactics.factory import Generators, open_model
from prover.tactics.language_model import LanguageModel
from prover.tactics.nearness import find_selector
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec, SourceSpec

_OUTCOMES: dict[Status, Outcome] = {"proved": "proved", "open": "open", "disproved": "disproved"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSetting:
    """What a worker needs to begin, on whichever machine.

    Attributes:
        root: the Lean project that the statements are read in.
        options: what one pass may spend.
        lean: a Lean of the user's own, None for the one that `find_lean` finds.
        cache: the cache's directory, None for the user's own.
        lean_key: the key of the Lean that the run was begun with.
        generator: who proposes tactics.
        retriever: who says which lemmas matter, as `prove --retriever` takes it.
    """

    root: Path
    options: ProverOptions
    lean: Path | None
    cache: Path | None
    lean_key: str
    generator: GeneratorSpec = SYMBOLIC_ALONE
    retriever: str = "lexical"

    def project(self) -> LeanProject:
        """The project, with the Lean of this machine.

        Raises:
            UsageError: if that is not the Lean of the run.
        """
        lean = find_lean(requested=self.lean, repository=self.root, cache=self.cache)
        if lean.key != self.lean_key:
            raise UsageError(
                f"Lean on {platform.node()} ({lean.version}, {lean.origin}) is not that of the run; "
                "install the same leanloop and the same Lean on every machine"
            )
        return open_project(self.root, lean=lean, cache=self.cache)


# What only a wrong program raises. It costs the statement that it is found by, and not those that a night is left for.
_MISTAKES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class PassOutcome:
    """What one pass left: its line, and proof and tree where there was a search."""

    result: PassResult
    attempt: Attempt | None


class Worker(Closing):
    """Proves statements one after the other.

    Args:
        setting: the project and the budget.
        open_model: how a model is had, as in `Generators`.
    """

    def __init__(
        self, setting: WorkerSetting, *, open_model: Callable[[SourceSpec], LanguageModel] = open_model
    ) -> None:
        self._setting = setting
        self._project = setting.project()
        self._generators = Generators(
            setting.generator,
            make_selector=find_selector(setting.retriever, cache=setting.cache),
            open_model=open_model,
        )
        self._prover: Prover | None = None
        self._lean: Lean | None = None
        self._seed = 0

    def close(self) -> None:
        """End Lean, and close what proposes tactics."""
        self._end_lean()
        self._generators.close()

    def _end_lean(self) -> None:
        if self._prover is not None:
            self._prover.close()
            self._prover = None

    def run(self, task: Task) -> PassOutcome:
        """Make one pass over a statement. Whatever is wrong with the statement is a result, not an error."""
        is_embedded = self._project.lean.origin == "embedded"
        wants_mathlib = task.problem.wants_mathlib
        problem = task.problem.with_compatibility_header() if is_embedded and wants_mathlib else task.problem
        # Without a path all statements are one file to Lean's server, which keeps the imports they share.
        theorem = replace(problem.theorem, path=None)
        self._seed = task.seed
        try:
            attempt = self._attempt(theorem, task.problem)
        except (ElaborationError, LeanBuildError, UsageError) as error:
            unread: Outcome = "needs Mathlib" if is_embedded and wants_mathlib else "does not elaborate"
            return PassOutcome(_unsuccessful(task, unread, error), None)
        except ProverError as error:
            self._end_lean()
            return PassOutcome(_unsuccessful(task, "Lean crashed", error), None)
        except _MISTAKES as error:
            self._end_lean()
            told = ProverError(f"a mistake of LeanLoop's own, please report it: {type(error).__name__}: {error}")
            return PassOutcome(_unsuccessful(task, "LeanLoop failed", told), None)
        return PassOutcome(_result(task, attempt), attempt)

    def _attempt(self, theorem: Theorem, problem: Problem) -> Attempt:
        """Prove it. What killed Lean may have come from outside, so a second Lean gets a try before it is a result."""
        path, may_be_false = problem.theorem.path, not problem.is_true
        try:
            return self._prover_for(theorem, path).prove(theorem, may_be_false=may_be_false)
        except LeanCrashedError:
            self._end_lean()
            return self._prover_for(theorem, path).prove(theorem, may_be_false=may_be_false)

    def _prover_for(self, theorem: Theorem, path: Path | None) -> Prover:
        """The prover that is open, unless this statement imports what needs another search path."""
        project = self._project
        lean = project.prepare(path or project.root / "Statement.lean", source=theorem.source)
        if self._prover is None or lean != self._lean:
            self._end_lean()
            self._lean = lean
            directory = None if lean.origin == "embedded" else project.root
            self._prover = Prover(
                lean, make_generator=self._generator, directory=directory, options=self._setting.options
            )
        return self._prover

    def _generator(self, theorem: Theorem) -> TacticGenerator:
        is_embedded = self._lean is not None and self._lean.origin == "embedded"
        return self._generators.make(theorem, root=self._project.root, seed=self._seed, is_embedded=is_embedded)


def _result(task: Task, attempt: Attempt) -> PassResult:
    result = attempt.result
    return PassResult(
        name=task.problem.name,
        num_pass=task.num_pass,
        seed=task.seed,
        outcome=_OUTCOMES[result.status],
        known_bad=task.problem.known_bad,
        proof=result.declaration,
        num_checks=result.num_checks,
        seconds=round(result.seconds, 3),
        axioms=result.axioms,
        message=result.message,
    )


def _unsuccessful(task: Task, outcome: Outcome, error: Exception) -> PassResult:
    return PassResult(
        name=task.problem.name,
        num_pass=task.num_pass,
        seed=task.seed,
        outcome=outcome,
        known_bad=task.problem.known_bad,
        message=" ".join(str(error).split()),
    )
