"""What Ray costs a batch, and how many workers one driver keeps busy: `python scripts/bench_batch.py`.

The same theorems are proved by one worker in this process, by one on Ray, and by one a processor; then the driver alone
is measured, with its real Ray, its real run folder and its real search trees: workers that only sleep take as long as
the real ones took, each a recorded pass drawn anew, and give what those gave. Starting Ray and the workers is left out.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import ray

from data.benchmark import Problem
from data.declarations import theorems
from data.repository import open_repository
from data.source import read_source
from data.version import VERSION
from prover.cluster import ClusterPool, Report, WorkerProcesses, connect
from prover.evaluation.batch import InProcessPool, Pool
from prover.evaluation.folder import EvaluationFolder
from prover.evaluation.records import RunConfiguration, Task
from prover.evaluation.worker import PassOutcome, WorkerSetting
from prover.lean.toolchain import find_lean
from prover.prover import ProverOptions

_FILE = "Propositional.lean"


@dataclass(frozen=True, slots=True)
class Timed:
    """A batch, without the time until every worker had its first answer."""

    seconds: float
    num_checks: int
    outcomes: list[PassOutcome]

    @property
    def checks_per_second(self) -> float:
        return self.num_checks / self.seconds


def main() -> None:
    """Run the benchmark and print its table."""
    flags = _flags()
    setting = WorkerSetting(
        root=Path.cwd(),
        options=ProverOptions(seconds=60, num_checks=flags.checks, num_processes=1),
        lean=None,
        cache=None,
        lean_key=find_lean().key,
    )
    num_processors = os.cpu_count() or 1
    connect(None, num_workers=num_processors)
    tasks = _tasks(flags.rounds)
    plain = timed(InProcessPool(setting), tasks, num_workers=1)
    alone = timed(ClusterPool(setting, num_workers=1), tasks, num_workers=1)
    together = timed(ClusterPool(setting, num_workers=num_processors), tasks, num_workers=num_processors)
    print(f"{len(tasks)} passes of at most {flags.checks} Lean checks")
    for name, result in (("in this process", plain), ("1 on Ray", alone), (f"{num_processors} on Ray", together)):
        print(f"{name:18}{result.checks_per_second:8.0f} checks/s")
    print(f"Ray's overhead a check: {plain.checks_per_second / alone.checks_per_second - 1:.1%}")
    efficiency = together.checks_per_second / alone.checks_per_second / num_processors
    print(f"efficiency of {num_processors} workers: {efficiency:.0%}")
    for num_workers in flags.simulated:
        share, rate = simulate(plain.outcomes, setting, num_workers=num_workers, slowed=flags.slowed)
        print(f"simulated {num_workers:5} workers: {share:.1%} busy, {rate:.0f} passes/s")


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure batches on Ray.")
    parser.add_argument("--checks", type=int, default=150, help="Lean checks a pass (default 150)")
    parser.add_argument("--rounds", type=int, default=3, help="times that every theorem is proved (default 3)")
    parser.add_argument(
        "--simulated", type=int, nargs="*", default=[100, 300, 1000, 2000], metavar="W", help="workers that sleep"
    )
    parser.add_argument(
        "--slowed",
        type=float,
        default=20.0,
        metavar="F",
        help="a simulated pass takes F times as long as the recorded one: budgets are larger in real runs (default 20)",
    )
    return parser.parse_args()


def _tasks(num_rounds: int) -> list[Task]:
    """The theorems of one file of the corpora, which imports nothing, once a round."""
    (path,) = (path for path in open_repository("logic").files if path.name == _FILE)
    found = theorems(read_source(path), path)
    return [
        Task(Problem(f"{theorem.full_name}-{number}", theorem, None, None), num_pass=0, seed=0)
        for number in range(num_rounds)
        for theorem in found
    ]


def timed(pool: Pool, tasks: Sequence[Task], *, num_workers: int) -> Timed:
    """Have the tasks done, and measure from when every worker has answered once."""
    outcomes: list[PassOutcome] = []
    start = time.monotonic()
    for outcome in pool.run(tasks):
        outcomes.append(outcome)
        if len(outcomes) == num_workers:
            start = time.monotonic()
    return Timed(
        time.monotonic() - start, sum(outcome.result.num_checks for outcome in outcomes[num_workers:]), outcomes
    )


class _Sleeper:
    """Many workers in one process: each pass takes as long as a recorded one, and gives what that gave."""

    def __init__(self, recorded: Sequence[PassOutcome], slowed: float) -> None:
        self._recorded = recorded
        self._slowed = slowed
        self._random = random.Random(0)

    async def run(self, task: Task) -> Report:
        outcome = self._random.choice(self._recorded)
        await asyncio.sleep(outcome.result.seconds * self._slowed)
        return Report(replace(outcome, result=outcome.result.model_copy(update={"name": task.problem.name})), 0)

    async def close(self) -> None:
        pass


def simulate(
    recorded: Sequence[PassOutcome], setting: WorkerSetting, *, num_workers: int, slowed: float
) -> tuple[float, float]:
    """How busy one driver keeps so many workers, and how many passes a second that makes.

    Measured from the first answer until nobody has begun a new pass: the time in which no worker has cause to be idle.
    """
    make: Any = ray.remote(num_cpus=0)(_Sleeper)
    sleeper = make.options(max_concurrency=num_workers + 1).remote(recorded, slowed)
    pool = ClusterPool(setting, num_workers=num_workers, processes=WorkerProcesses(lambda *_: sleeper))
    problem = _tasks(1)[0].problem
    all_tasks = [Task(replace(problem, name=f"t{number}"), 0, 0) for number in range(6 * num_workers)]
    num_done, busy_seconds, start, end = 0, 0.0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as directory, _folder(Path(directory), len(all_tasks)) as folder:
        for outcome in pool.run(all_tasks):
            folder.add(outcome.result, outcome.attempt)
            num_done += 1
            if num_done == num_workers:
                start = time.monotonic()
            elif num_workers < num_done <= len(all_tasks) - num_workers:
                busy_seconds += outcome.result.seconds * slowed
                end = time.monotonic()
    num_measured = len(all_tasks) - 2 * num_workers
    return busy_seconds / num_workers / (end - start), num_measured / (end - start)


def _folder(root: Path, num_statements: int) -> EvaluationFolder:
    configuration = RunConfiguration(
        benchmark="simulated",
        digest="",
        seconds=60,
        num_checks=1,
        generator="symbolic",
        lean="",
        library="",
        leanloop=VERSION,
        num_statements=num_statements,
        num_passes=1,
    )
    return EvaluationFolder(root, configuration=configuration)


if __name__ == "__main__":
    main()
