"""A lifelong run from its first repository to its last; the same run again goes on where it was.

For every repository in the order of the curriculum: learn, measure on all seen so far, prove their open `sorry`s, and
whatever further stages were handed in. A repository that fails is reported, and the run goes on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from data.curriculum import Curriculum
from data.database.proofs import finish_run
from data.database.store import Database
from data.errors import LeanLoopError
from prover.lifelong.configuration import LifelongConfiguration
from prover.lifelong.journal import Journal
from prover.lifelong.models import Models
from prover.lifelong.ordering import in_order, usable_repositories
from prover.lifelong.preparation import Prepared
from prover.lifelong.setting import Console, Places, Setting
from prover.lifelong.stages import Lesson, Stage, stage_named
from prover.lifelong.task import Task


def run_lifelong(
    configuration: LifelongConfiguration,
    out: Path,
    *,
    places: Places,
    console: Console,
    stages: Sequence[Stage] = (),
) -> dict[str, Any]:
    """Do the whole run; what the report shows.

    Raises:
        UsageError: if the folder holds another run, or no repository can be used.
    """
    every = (*stages, *map(stage_named, configuration.stages))
    with Journal(out, configuration) as journal, Database(out / "theorems.db") as database:
        return _Run(Setting(configuration, journal, database, places, console), every).run()


class _Run:
    def __init__(self, setting: Setting, stages: Sequence[Stage]) -> None:
        self._setting = setting
        self._journal = setting.journal
        self._console = setting.console
        self._models = Models(setting.journal.root)
        self._stages = stages

    def run(self) -> dict[str, Any]:
        prepared, failures = usable_repositories(self._setting)
        curriculum = in_order(self._setting, prepared)
        self._console.curriculum(curriculum)
        run_id = self._setting.run_id()
        if not (self._models.encoder(0) / "config.json").exists():
            self._console.progress("making an encoder")
            datasets = [each.dataset for each in prepared.values()]
            self._models.make_first_encoder(datasets, self._setting.configuration)
        seen: list[Prepared] = []
        for lesson in curriculum.lessons:
            seen.append(prepared[lesson.candidate.name])
            self._task(len(seen), tuple(seen))
        finish_run(self._setting.database, run_id)
        return self._record(curriculum, failures)

    def _task(self, number: int, seen: tuple[Prepared, ...]) -> None:
        name = seen[-1].name
        task = Task(self._setting, self._models, number, seen)
        self._stage("learn", name, task.learn)
        if self._setting.configuration.generator is not None:
            self._stage("learn generator", name, task.learn_generator)
        self._stage("measure", name, task.measure)
        self._stage("prove", name, task.prove)
        for stage in self._stages:
            folder = self._journal.root / "stages" / f"{number:02}-{stage.name}"
            folder.mkdir(parents=True, exist_ok=True)
            encoder, seed = self._models.encoder(number), self._setting.configuration.seed
            lesson = Lesson(seen[-1], seen, self._setting.database, encoder, folder, seed)
            self._stage(stage.name, name, partial(self._extra, stage, lesson))
        self._models.keep_encoders(number, best=self._best(seen))

    def _stage(self, stage: str, task: str, do: Callable[[], dict[str, Any]]) -> None:
        if self._journal.result(task, stage) is None:
            self._console.progress(f"{task}: {stage}")
            self._journal.add(task, stage, do())

    def _extra(self, stage: Stage, lesson: Lesson) -> dict[str, Any]:
        try:
            return dict(stage.run(lesson, progress=self._console.progress))
        except LeanLoopError as error:
            self._console.note(f"{lesson.prepared.name}: {stage.name}: {error}")
            return {"error": " ".join(str(error).split())}

    def _best(self, seen: Sequence[Prepared]) -> int:
        """The lesson after which the mean R@10 was best."""
        means = {}
        for place, each in enumerate(seen, start=1):
            test = (self._journal.result(each.name, "measure") or {})["test"]
            means[place] = sum(test.values()) / len(test)
        return max(means, key=lambda place: means[place])

    def _record(self, curriculum: Curriculum, failures: Mapping[str, str]) -> dict[str, Any]:
        """All that the report shows, as JSON has it."""
        names = [lesson.candidate.name for lesson in curriculum.lessons]
        stages = ("learn", "measure", "prove", *(stage.name for stage in self._stages))
        tasks = [
            {
                "name": lesson.candidate.name,
                "easy": lesson.num_easy,
                "medium": lesson.num_medium,
                "hard": lesson.num_hard,
                "open": lesson.num_open,
                **{stage: self._journal.result(lesson.candidate.name, stage) for stage in stages},
            }
            for lesson in curriculum.lessons
        ]
        configuration = self._setting.configuration
        return {
            "setup": configuration.setup,
            "order": configuration.order,
            "names": names,
            "tasks": tasks,
            "failures": failures,
        }
