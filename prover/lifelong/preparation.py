"""A repository as data: fetched, compiled, its proofs replayed, and all of it in the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.compiled import Build, find_build
from data.database.adding import add_repository
from data.database.datasets import import_dataset
from data.database.store import Database
from data.errors import UsageError
from data.export import export_dataset
from data.extraction import Extraction, Problem, problem_lines
from data.origin import origin_of
from data.repository import Repository
from prover.lean.building import build_repository, open_to_build
from prover.lean.project import LeanProject
from prover.lean.replay_repository import replay_modules

_SECONDS_PER_FILE = 1800.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A repository that can be learnt from and proved in.

    Attributes:
        name: what the run calls it.
        repository: the repository.
        project: the same as Lean sees it.
        build: where it is compiled.
        url: its address in the database.
        dataset: the folder with its premises, theorems and tactics.
    """

    name: str
    repository: Repository
    project: LeanProject
    build: Build
    url: str
    dataset: Path


def prepare(
    text: str,
    *,
    name: str,
    dataset: Path,
    lean: Path | None,
    cache: Path | None,
    seed: int,
    note: Callable[[str], None],
    progress: Callable[[str], None],
) -> Prepared:
    """Compile and replay a repository; what is done already is not done again.

    Args:
        text: what the user typed.
        name: what the run calls it.
        dataset: where its data set is to be.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
        seed: decides which theorems are held out.
        note: gets what goes wrong with single files, a line each.
        progress: gets a line from time to time.

    Raises:
        LeanLoopError: if there is no such repository, it cannot be compiled, or no module of it can.
    """
    repository, project = open_to_build(text, requested=lean, cache=cache, progress=progress)
    for error in build_repository(repository, project):
        note(error)
    build = find_build(repository, cache=project.cache)
    origin = origin_of(repository)
    prepared = Prepared(name, repository, project, build, origin.url, dataset)
    done = dataset / "commit"
    state = f"{origin.commit} {sorted(build.digests.items())}"
    if done.is_file() and done.read_text(encoding="utf-8") == state:
        return prepared
    problems: list[Problem] = []
    extraction = Extraction(repository, build, report=problems.append)
    modules = [build.find(module) for module in sorted(extraction.own)]
    states = replay_modules(
        [module for module in modules if module is not None],
        project,
        dataset / "replay",
        num_processes=1,
        seconds=_SECONDS_PER_FILE,
        report=problems.append,
        progress=progress,
    )
    summary = export_dataset(
        extraction, dataset, name=name, origin=origin, seed=seed, states=lambda path: states.get(path, ())
    )
    for line in problem_lines(problems):
        note(line)
    if not summary.num_theorems:
        raise UsageError(f"{text} has no theorem to learn from")
    done.write_text(state, encoding="utf-8")
    return prepared


def enter(database: Database, prepared: Prepared, *, note: Callable[[str], None]) -> None:
    """Bring a prepared repository, its tactics included, into the database."""
    problems: list[Problem] = []
    add_repository(database, prepared.repository, prepared.build, report=problems.append)
    import_dataset(database, prepared.dataset)
    for line in problem_lines(problems):
        note(line)
