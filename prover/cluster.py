"""Batches on Ray: a pool of workers, each with a Lean of its own, on one machine or on many.

One driver hands every worker one task at a time, so that a slow statement holds up nobody else's. A worker or a node
that dies costs the pass it was at: another worker makes it again, with the same seed, so that the result is the same.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import resource
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import ray
from ray.exceptions import GetTimeoutError, ObjectLostError, RayActorError, RayTaskError, WorkerCrashedError

from data.command_line import sigterm_kept
from data.errors import UsageError
from prover.closing import Closing
from prover.cluster_models import Handles, end_models, shared_model, start_models
from prover.evaluation.records import PassResult, Task
from prover.evaluation.worker import PassOutcome, Worker, WorkerSetting

_MAX_RETRIES = 3
_WAIT_SECONDS = 5.0
_SECONDS_TO_FETCH = 60.0
_SECONDS_WITHOUT_ANSWER = 180.0
# What comes on top of a pass's own time: reading the statement, the last verification, the negation.
_SECONDS_BESIDE_A_PASS = 1800.0
_LOST = (RayActorError, WorkerCrashedError, ObjectLostError)


@dataclass(frozen=True, slots=True)
class Report:
    """A pass's outcome, and the memory that its worker's own process has come to fill."""

    outcome: PassOutcome
    memory_bytes: int


class _WorkerActor:
    """A `Worker` in a process of its own."""

    def __init__(self, setting: WorkerSetting, models: Handles) -> None:
        self._setting = setting
        self._models = models
        self._worker: Worker | None = None

    def begin(self, setting: WorkerSetting, models: Handles) -> None:
        """Serve another run from now on; the one before has been closed."""
        self._setting = setting
        self._models = models

    def run(self, task: Task) -> Report:
        if self._worker is None:  # Not in the constructor, whose errors reach nobody.
            self._worker = Worker(self._setting, open_model=partial(shared_model, self._models))
        return Report(self._worker.run(task), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def start_worker(setting: WorkerSetting, models: Handles) -> Any:
    """Start an actor that makes passes, on a processor of its own.

    Its `run` takes a task and gives a `Report`; its `close` ends Lean, its `begin` gives it another setting then.
    """
    make: Any = ray.remote(num_cpus=1, max_restarts=0)(_WorkerActor)
    return make.remote(setting, models)


@contextlib.contextmanager
def _answer_expected() -> Iterator[None]:
    """End this process if Ray does not come back from what is done meanwhile.

    It seldom fails to after a node's death, and nothing wakes who waits inside of it. What was found is on the disk.
    """
    timer = threading.Timer(_SECONDS_WITHOUT_ANSWER, _give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _give_up() -> None:
    sys.stderr.write("Ray does not answer any more; the same command again goes on where this run was\n")
    sys.stderr.flush()
    os._exit(2)


class WorkerProcesses(Closing):
    """Processes of workers that outlive a run: the next run need not wait until they have started.

    Args:
        start_worker: starts an actor with methods as `start_worker` makes them; a measurement may feign them.
    """

    def __init__(self, start_worker: Callable[[WorkerSetting, Handles], Any] = start_worker) -> None:
        self._start_worker = start_worker
        self._idle: list[Any] = []

    def take(self, setting: WorkerSetting, models: Handles) -> Any:
        """A worker's actor, for a run."""
        if not self._idle:
            return self._start_worker(setting, models)
        actor = self._idle.pop()
        actor.begin.remote(setting, models)
        return actor

    def give_back(self, actors: Sequence[Any]) -> None:
        """The run is done; between runs they have no Lean."""
        _close(actors)
        self._idle += actors

    def close(self) -> None:
        """End them all; they have no Lean any more."""
        _kill(self._idle)
        self._idle = []


@dataclass(frozen=True, slots=True)
class _Flight:
    """A task under way."""

    task: Task
    actor: Any
    num_retries: int
    deadline: float


class ClusterPool:
    """Workers on a Ray cluster, and the models that they share.

    Args:
        setting: the project and the budget.
        num_workers: how many workers; each takes one processor of the cluster.
        memory_bytes: a worker whose own process (Lean has its own limit) has grown past this is replaced.
        processes: where the workers come from, and go when a run is done; None for its own, ended with the run.

    `ray.init` has been called.
    """

    def __init__(
        self,
        setting: WorkerSetting,
        *,
        num_workers: int,
        memory_bytes: int = 2 << 30,
        processes: WorkerProcesses | None = None,
    ) -> None:
        self._setting = setting
        self._num_workers = num_workers
        self._memory_bytes = memory_bytes
        self._pass_seconds = setting.options.seconds + _SECONDS_BESIDE_A_PASS
        self._processes = processes

    def run(self, tasks: Iterable[Task]) -> Iterator[PassOutcome]:
        """As in `Pool`.

        Raises:
            UsageError: if a node's Lean is not that of the run, a model cannot be had, or no node is left.
        """
        models = start_models(self._setting.generator)
        try:
            if self._processes is not None:
                yield from self._run(tasks, models, self._processes)
            else:
                with WorkerProcesses() as processes:
                    yield from self._run(tasks, models, processes)
        finally:
            end_models(models)

    def _run(self, tasks: Iterable[Task], models: Handles, processes: WorkerProcesses) -> Iterator[PassOutcome]:
        fresh = iter(tasks)
        again: deque[tuple[Task, int]] = deque()
        flights: dict[Any, _Flight] = {}
        idle: list[Any] = []
        try:
            while True:
                while len(flights) < self._num_workers and (entry := _next(again, fresh)) is not None:
                    task, num_retries = entry
                    actor: Any = idle.pop() if idle else processes.take(self._setting, models)
                    deadline = time.monotonic() + self._pass_seconds
                    flights[actor.run.remote(task)] = _Flight(task, actor, num_retries, deadline)
                if not flights:
                    return
                ready = _ready(flights)
                if not ready:
                    _check_nodes()
                for reference in ready:
                    flight = flights.pop(reference)
                    report = _report(reference, flight.actor)
                    if report is None:
                        yield from _lost(flight, again)
                        continue
                    if report.memory_bytes < self._memory_bytes:
                        idle.append(flight.actor)
                    else:
                        _close([flight.actor])
                        _kill([flight.actor])
                    yield _counted(report.outcome, flight.num_retries)
                self._end_overdue(flights)
        finally:
            _kill(flight.actor for flight in flights.values())
            processes.give_back(idle)

    def _end_overdue(self, flights: dict[Any, _Flight]) -> None:
        """Kill the workers that hang; their tasks come back as lost."""
        now = time.monotonic()
        _kill(flight.actor for flight in flights.values() if flight.deadline < now)


def connect(address: str | None, *, num_workers: int | None) -> int:
    """Connect to a cluster, or start one on this machine.

    Args:
        address: as Ray has it (`auto`, `HOST:PORT`, `ray://HOST:PORT`); None to start one here, whatever others run.
        num_workers: how many workers are wanted; None for one a processor.

    Returns:
        How many workers there are to be.

    Raises:
        UsageError: if no cluster answers there, or none can be started.
    """
    if ray.is_initialized():
        return num_workers or _num_processors()
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address is None:
        # Without the word `local` Ray joins the cluster that was started last on this machine, whoever's it is.
        address = "local"
        options |= {"include_dashboard": False, "num_cpus": num_workers}
    try:
        with sigterm_kept():  # Ray's own way to end leaves stack traces.
            ray.init(address=address, **options)
    except Exception as error:  # A node that does not come up is just that to Ray.
        reason = " ".join(str(error).split())[:200]
        if address == "local":
            raise UsageError(f"Ray does not start on this machine: {reason}; try again, or --in-process") from None
        raise UsageError(f"no Ray cluster answers at {address}: {reason}; start one with `ray start --head`") from None
    return num_workers or _num_processors()


@_answer_expected()
def _ready(references: Iterable[Any]) -> list[Any]:
    """The first that there is a report for; none if that takes long."""
    ready: list[Any] = ray.wait(list(references), num_returns=1, timeout=_WAIT_SECONDS)[0]
    return ready


@_answer_expected()
def _kill(actors: Iterable[Any]) -> None:
    for actor in actors:
        ray.kill(actor)


@_answer_expected()
def _check_nodes() -> None:
    """Nobody would ever answer on a cluster without nodes, and Ray waits for one for ever."""
    if not any(node["Alive"] for node in ray.nodes()):  # type: ignore[no-untyped-call]
        raise UsageError("no node of the Ray cluster is left; the same command again goes on where this run was")


@_answer_expected()
def _close(actors: Sequence[Any]) -> None:
    """Have idle workers end their Lean. Killed with it they would leave temporary files of Lean's behind."""
    closed = [actor.close.remote() for actor in actors]
    if closed:
        ray.wait(closed, num_returns=len(closed), timeout=_WAIT_SECONDS)


def _num_processors() -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))  # type: ignore[no-untyped-call]


def _next(again: deque[tuple[Task, int]], fresh: Iterator[Task]) -> tuple[Task, int] | None:
    """What to do next: what was lost comes first."""
    if again:
        return again.popleft()
    return next(((task, 0) for task in itertools.islice(fresh, 1)), None)


@_answer_expected()
def _report(reference: Any, actor: Any) -> Report | None:
    """What a worker reported; None, and the worker is ended, if it died over it or its report is not to be had."""
    try:
        report = ray.get(reference, timeout=_SECONDS_TO_FETCH)
    except RayTaskError as error:
        raise error.cause from None
    except (*_LOST, GetTimeoutError):
        _kill([actor])
        return None
    assert isinstance(report, Report)
    return report


def _lost(flight: _Flight, again: deque[tuple[Task, int]]) -> Iterator[PassOutcome]:
    """A pass whose worker died is made again, but not for ever: it may be the statement that kills."""
    if flight.num_retries < _MAX_RETRIES:
        again.append((flight.task, flight.num_retries + 1))
        return
    task = flight.task
    yield PassOutcome(
        PassResult(
            name=task.problem.name,
            num_pass=task.num_pass,
            seed=task.seed,
            outcome="Lean crashed",
            known_bad=task.problem.known_bad,
            message=f"its worker died {flight.num_retries + 1} times",
            num_retries=flight.num_retries,
        ),
        None,
    )


def _counted(outcome: PassOutcome, num_retries: int) -> PassOutcome:
    return replace(outcome, result=outcome.result.model_copy(update={"num_retries": num_retries}))
