"""A batch from its first task to its last: what is missing is handed out, what comes back is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from prover.evaluation.folder import EvaluationFolder
from prover.evaluation.records import PassResult, Task
from prover.evaluation.worker import PassOutcome, Worker, WorkerSetting


class Pool(Protocol):
    """Somebody who has tasks done."""

    def run(self, tasks: Iterable[Task]) -> Iterator[PassOutcome]:
        """Take tasks as they can be done; give every one's outcome, in whatever order they come."""


class InProcessPool:
    """A pool of one worker, in this process.

    Args:
        setting: the project and the budget.
    """

    def __init__(self, setting: WorkerSetting) -> None:
        self._setting = setting

    def run(self, tasks: Iterable[Task]) -> Iterator[PassOutcome]:
        """As in `Pool`; in order."""
        with Worker(self._setting) as worker:
            for task in tasks:
                yield worker.run(task)


def run_batch(
    tasks: Iterable[Task], *, folder: EvaluationFolder, pool: Pool, on_result: Callable[[PassResult], None]
) -> None:
    """Do all tasks that the folder has no result of."""
    for outcome in pool.run(folder.remaining(tasks)):
        folder.add(outcome.result, outcome.attempt)
        on_result(outcome.result)
