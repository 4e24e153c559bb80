"""A lifelong run from its first repository to its last; the same run again goes on where it was.

For every repository in the order of the curriculum: learn, measure on all seen so far, prove their open `sorry`s, and
whatever further stages were handed in. A repository that fails is reported, and the run goes on without it.

Of the encoders three are kept: the first, the last, and the one with the best mean R@10; all others are removed as soon
as the next lesson is measured. Of the models that generate tactics the last two are kept.
"""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from data.curriculum import Candidate, Curriculum, make_curriculum
from data.database.proofs import finish_run, model_row, start_run
from data.database.queries import pass_rates, repository_named, step_counts, theorems
from data.database.store import Database
from data.errors import LeanLoopError, UsageError
from data.rehearsal import Part
from prover.committing import OnBranch
from prover.lifelong.configuration import LifelongConfiguration
from prover.lifelong.journal import Journal
from prover.lifelong.learning import MEMORY, learn, new_encoder, nothing_learnt
from prover.lifelong.measuring import can_be_measured, measure_proofs, measure_recall, record_probe
from prover.lifelong.preparation import Prepared, enter, prepare
from prover.lifelong.proving import Found, files_of, open_holes, prove_open, put
from prover.patching import Destination, PatchFile, patch_root
from prover.prover import ProverOptions
from prover.tactics.nearness import find_selector
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec
from retrieval.encoder import Encoder

_ALL = "(all)"  # what is no single repository's
_NUM_PROBES = 8


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a further stage gets to know.

    Attributes:
        prepared: the repository that was just learnt from.
        seen: all so far, this one last.
        database: the theorem database.
        encoder: the folder of the retriever's encoder as it is now.
        folder: for the stage's own files.
        seed: of all that is left to chance.
    """

    prepared: Prepared
    seen: tuple[Prepared, ...]
    database: Database
    encoder: Path
    folder: Path
    seed: int


class Stage(Protocol):
    """Something more that is done after each lesson: self-play, most of all.

    A stage that was stopped is begun again; what it has left in its folder is its own affair.
    """

    @property
    def name(self) -> str:
        """What it is called in the report."""

    def run(self, lesson: Lesson, *, progress: Callable[[str], None]) -> Mapping[str, Any]:
        """Do it; what came of it, as JSON has it, for the report.

        Raises:
            LeanLoopError: if it cannot be done; the run goes on without it.
        """


class Console(Protocol):
    """Where a run says what it does."""

    def note(self, text: str, /) -> None:
        """A line to be kept."""

    def progress(self, text: str, /) -> None:
        """A line about what is being done."""

    def curriculum(self, curriculum: Curriculum, /) -> None:
        """The order, before anything is learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a run finds and puts things.

    Attributes:
        datasets: the repositories as data, which several runs may share.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
    """

    datasets: Path
    lean: Path | None
    cache: Path | None


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
    every = (*stages, *map(_stage, configuration.stages))
    with Journal(out, configuration) as journal, Database(out / "theorems.db") as database:
        return _Run(configuration, journal, database, places, console, every).run()


class _Run:
    def __init__(
        self,
        configuration: LifelongConfiguration,
        journal: Journal,
        database: Database,
        places: Places,
        console: Console,
        stages: Sequence[Stage],
    ) -> None:
        self._configuration = configuration
        self._journal = journal
        self._database = database
        self._places = places
        self._console = console
        self._stages = stages
        self._root = journal.root
        self._failures: dict[str, str] = {}

    def run(self) -> dict[str, Any]:
        prepared = self._prepared()
        curriculum = self._curriculum(prepared)
        self._console.curriculum(curriculum)
        run_id = self._run_row()
        self._first_encoder(list(prepared.values()))
        seen: list[Prepared] = []
        for lesson in curriculum.lessons:
            seen.append(prepared[lesson.candidate.name])
            self._task(len(seen), tuple(seen), run_id)
        finish_run(self._database, run_id)
        return self._record(curriculum)

    def _prepared(self) -> dict[str, Prepared]:
        """The repositories that can be used, by name."""
        found: dict[str, Prepared] = {}
        for text, name in _names(self._configuration.repositories):
            try:
                prepared = prepare(
                    text,
                    name=name,
                    dataset=self._places.datasets / name,
                    lean=self._places.lean,
                    cache=self._places.cache,
                    seed=self._configuration.seed,
                    note=partial(self._note, name),
                    progress=self._console.progress,
                )
                if not can_be_measured(prepared.dataset, self._configuration.retriever.strategy):
                    raise UsageError("no tactic of its proofs names a premise: there is nothing to learn or to measure")
                enter(self._database, prepared, note=partial(self._note, name))
            except LeanLoopError as error:
                self._failures[name] = " ".join(str(error).split())
                self._console.note(f"{name} is left out: {error}")
            else:
                found[name] = prepared
        if not found:
            raise UsageError(f"none of the {len(self._failures)} repositories can be used; see above")
        return found

    def _note(self, name: str, line: str) -> None:
        self._console.note(f"{name}: {line}")

    def _curriculum(self, prepared: Mapping[str, Prepared]) -> Curriculum:
        known = self._journal.result(_ALL, "order")
        if known is None and self._configuration.order == "pass_rate":
            self._probe(prepared)
        rates = pass_rates(self._database)
        candidates: list[Candidate] = []
        for name, each in prepared.items():
            row = repository_named(self._database, each.url)
            every = theorems(self._database, repository_id=row.id)
            tries = [rates[theorem.id] for theorem in every if theorem.id in rates]
            needs = tuple(other for other, it in prepared.items() if other != name and _imports(each, it))
            candidates.append(
                Candidate(
                    name,
                    tuple(step_counts(self._database, row.id)),
                    num_tries=sum(count for count, _ in tries),
                    num_proved=sum(count for _, count in tries),
                    needs=needs,
                )
            )
        order = "given" if known is not None else self._configuration.order
        if known is not None:  # pass rates have changed since
            places = {name: place for place, name in enumerate(known["names"])}
            candidates.sort(key=lambda candidate: places.get(candidate.name, len(places)))
        curriculum = make_curriculum(candidates, order=order)
        if known is None:
            names = [lesson.candidate.name for lesson in curriculum.lessons]
            if self._configuration.setup == "reversed":
                curriculum = make_curriculum([lesson.candidate for lesson in curriculum.lessons], order="reversed")
                names.reverse()
            self._journal.add(_ALL, "order", {"names": names})
        return curriculum

    def _probe(self, prepared: Mapping[str, Prepared]) -> None:
        """Try a few theorems of every repository, their proofs hidden, so that there are pass rates to go by."""
        run_id = self._run_row()
        for each in prepared.values():
            self._console.progress(f"trying some theorems of {each.name}")
            record_probe(
                self._database,
                each,
                count=max(_NUM_PROBES, self._configuration.search.num_test_theorems),
                strategy=self._configuration.retriever.strategy,
                options=self._options,
                seed=self._configuration.seed,
                run=run_id,
            )

    def _run_row(self) -> int:
        known = self._journal.result(_ALL, "run")
        if known is None:
            configuration = self._configuration.model_dump(mode="json")
            known = {"id": start_run(self._database, command="lifelong", configuration=configuration)}
            self._journal.add(_ALL, "run", known)
        return int(known["id"])

    def _first_encoder(self, prepared: Sequence[Prepared]) -> None:
        folder = self._encoder(0)
        if not (folder / "config.json").exists():
            self._console.progress("making an encoder")
            encoder = new_encoder([each.dataset for each in prepared], self._configuration)
            partial = folder.with_name("making")
            shutil.rmtree(partial, ignore_errors=True)
            encoder.save(partial)
            partial.replace(folder)

    def _task(self, number: int, seen: tuple[Prepared, ...], run_id: int) -> None:
        name = seen[-1].name
        self._stage("learn", name, lambda: self._learn(number, seen))
        if self._configuration.generator is not None:
            self._stage("learn generator", name, lambda: self._learn_generator(number, seen))
        self._stage("measure", name, lambda: self._measure(number, seen))
        self._stage("prove", name, lambda: self._prove(number, seen, run_id))
        for stage in self._stages:
            folder = self._root / "stages" / f"{number:02}-{stage.name}"
            folder.mkdir(parents=True, exist_ok=True)
            lesson = Lesson(seen[-1], seen, self._database, self._encoder(number), folder, self._configuration.seed)
            self._stage(stage.name, name, partial(self._extra, stage, lesson))
        self._prune(number, seen)

    def _stage(self, stage: str, task: str, do: Callable[[], dict[str, Any]]) -> None:
        if self._journal.result(task, stage) is None:
            self._console.progress(f"{task}: {stage}")
            self._journal.add(task, stage, do())

    def _learn(self, number: int, seen: Sequence[Prepared]) -> dict[str, Any]:
        parts = [Part(each.name, each.dataset) for each in seen]
        start, out = self._encoder(number - 1), self._encoder(number)
        try:
            num_theorems = learn(
                parts, start=start, out=out, configuration=self._configuration, progress=self._console.progress
            )
        except UsageError as error:
            return {"theorems": 0, "remark": nothing_learnt(start, out, error)}
        return {"theorems": num_theorems}

    def _learn_generator(self, number: int, seen: Sequence[Prepared]) -> dict[str, Any]:
        from prover.lifelong.generator import learn_generator

        table, retriever = self._configuration.generator, self._configuration.retriever
        assert table is not None
        out = self._model(number)
        shutil.rmtree(self._model(number - 2), ignore_errors=True)
        try:
            num_tactics = learn_generator(
                [Part(each.name, each.dataset) for each in seen],
                start=table.model if number == 1 else str(self._model(number - 1)),
                out=out,
                table=table,
                strategy=retriever.strategy,
                memory=MEMORY[self._configuration.setup],
                share=retriever.replay_share,
                seed=self._configuration.seed,
                progress=self._console.progress,
            )
        except LeanLoopError as error:
            if number == 1:
                raise
            return {"tactics": 0, "remark": nothing_learnt(self._model(number - 1), out, error)}
        return {"tactics": num_tactics}

    def _generator(self, number: int) -> GeneratorSpec:
        """Who proposes tactics after a lesson."""
        if self._configuration.generator is None:
            return SYMBOLIC_ALONE
        from prover.lifelong.generator import with_model

        return with_model(self._model(number))

    def _measure(self, number: int, seen: Sequence[Prepared]) -> dict[str, Any]:
        table, strategy = self._configuration.search, self._configuration.retriever.strategy
        folder = self._encoder(number)
        recall = measure_recall(Encoder.load(str(folder)), seen, strategy, progress=self._console.progress)
        proved: dict[str, float] = {}
        if table.num_test_theorems:
            selector = find_selector(str(folder), cache=self._vectors)
            for each in seen:
                self._console.progress(f"proof rate of {each.name}")
                proved[each.name] = measure_proofs(
                    each,
                    count=table.num_test_theorems,
                    strategy=strategy,
                    selector=selector,
                    generator=self._generator(number),
                    options=self._options,
                    seed=self._configuration.seed,
                )
        return {
            "test": {name: each.test for name, each in recall.items()},
            "validation": {name: each.validation for name, each in recall.items()},
            "proved": proved,
        }

    def _prove(self, number: int, seen: Sequence[Prepared], run_id: int) -> dict[str, Any]:
        folder = self._encoder(number)
        selector = find_selector(str(folder), cache=self._vectors)
        model = model_row(self._database, name=f"after {seen[-1].name}", kind="retriever", path=str(folder))
        result: dict[str, Any] = {"proved": {}, "tried": {}}
        for each in seen:
            holes = open_holes(self._database, each)[: self._configuration.search.max_sorries]
            found = prove_open(
                self._database,
                each,
                holes,
                selector=selector,
                generator=self._generator(number),
                options=self._options,
                seed=self._configuration.seed,
                run=run_id,
                model=model,
                progress=self._console.progress,
            )
            result["tried"][each.name] = len(holes)
            result["proved"][each.name] = [one.result.theorem.full_name for one in found]
            self._write_back(each, found)
        rows = (repository_named(self._database, each.url) for each in seen)
        result["sorries proved"] = sum(row.statuses["sorry-proved"] for row in rows)
        return result

    def _write_back(self, prepared: Prepared, found: Sequence[Found]) -> None:
        """Put proofs on the repository's branch and into a patch, as they are found."""
        files = files_of(found)
        if not files:
            return
        patches = self._root / "patches"
        patches.mkdir(exist_ok=True)
        number = next(n for n in range(1, 10_000) if not (patches / f"{prepared.name}-{n}.patch").exists())
        destinations: list[Destination] = [
            PatchFile(patches / f"{prepared.name}-{number}.patch", root=patch_root(files))
        ]
        branch = self._configuration.branch
        if branch is not None and not (prepared.repository.is_known and prepared.repository.checkout is None):
            try:
                destinations.append(OnBranch(branch, repository=prepared.repository, files=files))
            except UsageError as error:
                self._console.note(f"{prepared.name}: proofs are in {patches} only: {error}")
        put(found, files, destinations, words=["lifelong"])

    def _extra(self, stage: Stage, lesson: Lesson) -> dict[str, Any]:
        try:
            return dict(stage.run(lesson, progress=self._console.progress))
        except LeanLoopError as error:
            self._console.note(f"{lesson.prepared.name}: {stage.name}: {error}")
            return {"error": " ".join(str(error).split())}

    def _prune(self, number: int, seen: Sequence[Prepared]) -> None:
        """Remove encoders that are neither the first, the last, nor the best, and all vectors."""
        shutil.rmtree(self._vectors, ignore_errors=True)
        means = {}
        for place, each in enumerate(seen, start=1):
            test = (self._journal.result(each.name, "measure") or {})["test"]
            means[place] = sum(test.values()) / len(test)
        best = max(means, key=lambda place: means[place])
        for place in range(1, number):
            if place != best:
                shutil.rmtree(self._encoder(place), ignore_errors=True)

    def _model(self, number: int) -> Path:
        return self._root / "generators" / f"{number:02}"

    def _encoder(self, number: int) -> Path:
        folder = self._root / "encoders" / f"{number:02}"
        folder.parent.mkdir(exist_ok=True)
        return folder

    @property
    def _vectors(self) -> Path:
        """Where vectors are kept as long as their encoder is in use."""
        return self._root / "vectors"

    @property
    def _options(self) -> ProverOptions:
        table = self._configuration.search
        return ProverOptions(seconds=table.seconds, num_checks=table.num_checks, num_processes=1)

    def _record(self, curriculum: Curriculum) -> dict[str, Any]:
        """All that the report shows, as JSON has it."""
        names = [lesson.candidate.name for lesson in curriculum.lessons]
        tasks = [
            {
                "name": lesson.candidate.name,
                "easy": lesson.num_easy,
                "medium": lesson.num_medium,
                "hard": lesson.num_hard,
                "open": lesson.num_open,
                **{
                    stage: self._journal.result(lesson.candidate.name, stage)
                    for stage in ("learn", "measure", "prove", *(stage.name for stage in self._stages))
                },
            }
            for lesson in curriculum.lessons
        ]
        return {
            "setup": self._configuration.setup,
            "order": self._configuration.order,
            "names": names,
            "tasks": tasks,
            "failures": self._failures,
        }


def _names(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A name for every repository: the last part of what was typed, numbered where two have the same."""
    used: dict[str, int] = {}
    for text in texts:
        name = text.partition("@")[0].rstrip("/").rsplit("/", 1)[-1].removesuffix(".git") or "repository"
        used[name] = used.get(name, 0) + 1
        yield text, name if used[name] == 1 else f"{name}-{used[name]}"


def _imports(prepared: Prepared, other: Prepared) -> bool:
    """Whether a repository imports a module of another one."""
    own = set(other.repository.modules)
    graph = prepared.repository.import_graph()
    return any(path is None and module in own for module, path in graph.nodes(data="path"))


def _stage(text: str) -> Stage:
    """The stage that `module:function` makes.

    Raises:
        UsageError: if there is no such function.
    """
    module, _, function = text.partition(":")
    try:
        made: Stage = getattr(importlib.import_module(module), function)()
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f"no stage {text!r}: {error}; name it as MODULE:FUNCTION") from None
    return made
