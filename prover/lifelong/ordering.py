"""Which repositories a lifelong run learns from, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from data.curriculum import Candidate, Curriculum, make_curriculum
from data.database.queries import pass_rates, repository_named, step_counts, theorems
from data.database.store import Database
from data.errors import LeanLoopError, UsageError
from prover.lifelong.journal import ALL
from prover.lifelong.measuring import can_be_measured, record_probe
from prover.lifelong.preparation import Prepared, enter, prepare
from prover.lifelong.setting import Console, Setting

_NUM_PROBES = 8


def usable_repositories(setting: Setting) -> tuple[dict[str, Prepared], dict[str, str]]:
    """The repositories that can be used, by name, and why the others cannot.

    Raises:
        UsageError: if none can.
    """
    found: dict[str, Prepared] = {}
    failures: dict[str, str] = {}
    for text, name in _names(setting.configuration.repositories):
        note = partial(_note, setting.console, name)
        try:
            prepared = prepare(
                text,
                name=name,
                dataset=setting.places.datasets / name,
                lean=setting.places.lean,
                cache=setting.places.cache,
                seed=setting.configuration.seed,
                note=note,
                progress=setting.console.progress,
            )
            if not can_be_measured(prepared.dataset, setting.configuration.retriever.strategy):
                raise UsageError("no tactic of its proofs names a premise: there is nothing to learn or to measure")
            enter(setting.database, prepared, note=note)
        except LeanLoopError as error:
            failures[name] = " ".join(str(error).split())
            setting.console.note(f"{name} is left out: {error}")
        else:
            found[name] = prepared
    if not found:
        raise UsageError(f"none of the {len(failures)} repositories can be used; see above")
    return found, failures


def in_order(setting: Setting, prepared: Mapping[str, Prepared]) -> Curriculum:
    """The order in which to learn from repositories; a run that goes on keeps the one it began with."""
    known = setting.journal.result(ALL, "order")
    if known is None and setting.configuration.order == "pass_rate":
        _probe(setting, prepared)
    candidates = _candidates(setting.database, prepared)
    order = "given" if known is not None else setting.configuration.order
    if known is not None:  # pass rates have changed since
        places = {name: place for place, name in enumerate(known["names"])}
        candidates.sort(key=lambda candidate: places.get(candidate.name, len(places)))
    curriculum = make_curriculum(candidates, order=order)
    if known is None:
        names = [lesson.candidate.name for lesson in curriculum.lessons]
        if setting.configuration.setup == "reversed":
            curriculum = make_curriculum([lesson.candidate for lesson in curriculum.lessons], order="reversed")
            names.reverse()
        setting.journal.add(ALL, "order", {"names": names})
    return curriculum


def _candidates(database: Database, prepared: Mapping[str, Prepared]) -> list[Candidate]:
    """What the database knows of each repository."""
    rates = pass_rates(database)
    candidates: list[Candidate] = []
    for name, each in prepared.items():
        row = repository_named(database, each.url)
        every = theorems(database, repository_id=row.id)
        tries = [rates[theorem.id] for theorem in every if theorem.id in rates]
        needs = tuple(other for other, it in prepared.items() if other != name and _imports(each, it))
        candidates.append(
            Candidate(
                name,
                tuple(step_counts(database, row.id)),
                num_tries=sum(count for count, _ in tries),
                num_proved=sum(count for _, count in tries),
                needs=needs,
            )
        )
    return candidates


def _probe(setting: Setting, prepared: Mapping[str, Prepared]) -> None:
    """Try a few theorems of every repository, their proofs hidden, so that there are pass rates to go by."""
    for each in prepared.values():
        setting.console.progress(f"trying some theorems of {each.name}")
        record_probe(
            setting.database,
            each,
            count=max(_NUM_PROBES, setting.configuration.search.num_test_theorems),
            strategy=setting.configuration.retriever.strategy,
            options=setting.options,
            seed=setting.configuration.seed,
            run=setting.run_id(),
        )


def _note(console: Console, name: str, line: str) -> None:
    console.note(f"{name}: {line}")


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
