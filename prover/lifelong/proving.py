"""The open `sorry`s of a repository: known proofs are checked again, the rest is searched for, and all of it recorded.

The cheapest come first. What a killed run has tried already with the same retriever is not tried again.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path

from data.database.proofs import Attempt, Verdict, record_attempt, record_proof, split_hole
from data.database.queries import proofs, repository_named, unproved_by_difficulty
from data.database.store import Database
from data.errors import LeanLoopError
from data.theorem import Theorem
from prover.errors import ProverError
from prover.lean.command import Lean
from prover.lean.project import LeanProject
from prover.lean.session import check_limits
from prover.lean.verification import Verifier
from prover.lifelong.preparation import Prepared
from prover.proof import ProofResult
from prover.prover import Prover, ProverOptions
from prover.tactics.factory import Generators
from prover.tactics.nearness import MakeSelector
from prover.tactics.specification import GeneratorSpec


@dataclass(frozen=True, slots=True)
class OpenHole:
    """A `sorry` without a proof: its row in the database, which of the theorem's it is, and the place in the file."""

    theorem_id: int
    hole: int
    theorem: Theorem


@dataclass(frozen=True, slots=True)
class Found:
    """A proof, and the Lean that accepted it."""

    result: ProofResult
    lean: Lean


def open_holes(database: Database, prepared: Prepared) -> list[OpenHole]:
    """The `sorry`s of a repository for which the database has no current proof, the cheapest first."""
    repository = repository_named(database, prepared.url)
    rows = {
        (row.path, row.full_name): (place, row.id)
        for place, row in enumerate(unproved_by_difficulty(database, repository_id=repository.id))
    }
    done = {
        (row.theorem_id, row.hole)
        for row in proofs(database, repository_id=repository.id)
        if row.is_current and row.verdict == "accepted"
    }
    root = prepared.repository.root.resolve()
    found: list[tuple[int, OpenHole]] = []
    for theorem in prepared.repository.sorries():
        assert theorem.path is not None
        name, hole = split_hole(theorem.full_name)
        place, theorem_id = rows.get((theorem.path.resolve().relative_to(root).as_posix(), name), (0, None))
        if theorem_id is not None and (theorem_id, hole) not in done:
            found.append((place, OpenHole(theorem_id, hole, theorem)))
    return [hole for _, hole in sorted(found, key=lambda pair: pair[0])]


def prove_open(
    database: Database,
    prepared: Prepared,
    holes: Sequence[OpenHole],
    *,
    selector: MakeSelector,
    generator: GeneratorSpec,
    options: ProverOptions,
    seed: int,
    run: int,
    model: int | None,
    progress: Callable[[str], None],
) -> list[Found]:
    """Try these holes and record what came of each.

    Args:
        database: takes attempts and proofs.
        prepared: the repository.
        holes: in the order in which they are to be tried.
        selector: says which lemmas matter.
        generator: who proposes tactics.
        options: how much to spend on each.
        seed: of the search.
        run: the run's row.
        model: the retriever's row; holes that this run has tried with it are left out.
        progress: gets a line for every hole.

    Returns:
        What was proved.
    """
    tried = {
        (row[0], row[1])
        for row in database.connection.execute(
            "SELECT theorem_id, hole FROM attempt WHERE run_id = ? AND model_id IS ?", (run, model)
        )
    }
    found: list[Found] = []
    left: list[OpenHole] = []
    for hole in holes:
        if (hole.theorem_id, hole.hole) in tried:
            continue
        known = _known_proof(database, prepared.project, hole)
        if known is not None:
            found.append(known)
        else:
            left.append(hole)
    by_theorem = {id(hole.theorem): hole for hole in left}
    searches = search(
        prepared.project,
        [hole.theorem for hole in left],
        selector=selector,
        generator=generator,
        options=options,
        seed=seed,
    )
    for number, (result, lean) in enumerate(searches, start=1):
        hole = by_theorem[id(result.theorem)]
        progress(f"{prepared.name}: {result.theorem.full_name} {result.status} ({number} of {len(left)})")
        attempt = attempt_of(result, options, generator=generator, seed=seed)
        record_attempt(database, hole.theorem_id, hole.hole, attempt, run=run, model=model)
        if result.proof is not None and lean is not None:
            found.append(Found(result, lean))
    return found


def attempt_of(result: ProofResult, options: ProverOptions, *, generator: GeneratorSpec, seed: int) -> Attempt:
    """What the database keeps of a search."""
    return Attempt(
        outcome=result.status,
        budget_checks=options.num_checks,
        budget_seconds=options.seconds,
        num_checks=result.num_checks,
        seconds=result.seconds,
        seed=seed,
        generator=generator.text,
        proof=result.proof,
        axioms=result.axioms,
    )


def search(
    project: LeanProject,
    theorems: Sequence[Theorem],
    *,
    selector: MakeSelector,
    generator: GeneratorSpec,
    options: ProverOptions,
    seed: int,
) -> Iterator[tuple[ProofResult, Lean | None]]:
    """Search for a proof of each theorem; what cannot be tried is a result, too, and then there may be no Lean."""
    with Generators(generator, make_selector=selector) as generators:
        for path, some in groupby(theorems, key=lambda theorem: theorem.path):
            group = list(some)
            lean = _lean_for(project, path, group[0].source)
            if isinstance(lean, LeanLoopError):
                for theorem in group:
                    yield _not_tried(theorem, lean), None
                continue
            with Prover(
                lean,
                make_generator=partial(
                    generators.make, root=project.root, seed=seed, is_embedded=lean.origin == "embedded"
                ),
                directory=_directory(project, lean),
                options=replace(options, limits=check_limits(lean, root=project.root)),
            ) as prover:
                for theorem in group:
                    try:
                        yield prover.prove(theorem).result, lean
                    except ProverError as error:
                        yield _not_tried(theorem, error), None


def _lean_for(project: LeanProject, path: Path | None, source: str) -> Lean | LeanLoopError:
    try:
        return project.prepare(path or project.root / "Statement.lean", source=source)
    except LeanLoopError as error:
        return error


def _directory(project: LeanProject, lean: Lean) -> Path | None:
    return None if lean.origin == "embedded" else project.root


def _not_tried(theorem: Theorem, error: LeanLoopError) -> ProofResult:
    return ProofResult(theorem, "error", None, 0, 0.0, (), " ".join(str(error).split()))


def _known_proof(database: Database, project: LeanProject, hole: OpenHole) -> Found | None:
    """A proof that was found before something changed, or elsewhere, if a fresh Lean accepts it now."""
    for row in proofs(database, theorem_id=hole.theorem_id):
        if row.hole != hole.hole or row.verdict == "refused":
            continue
        lean = _lean_for(project, hole.theorem.path, hole.theorem.source)
        if isinstance(lean, LeanLoopError):
            return None
        limits = check_limits(lean, root=project.root).process
        verifier = Verifier(hole.theorem, lean=lean, directory=_directory(project, lean), limits=limits)
        try:
            verdict = verifier.verify(_tactics(row.text))
        except ProverError:  # the search will meet it again and report it
            return None
        said: Verdict = "accepted" if verdict.accepted else "refused"
        record_proof(
            database,
            hole.theorem_id,
            hole.hole,
            row.text if not verdict.accepted else verdict.filling,
            origin=row.origin,
            verdict=said,
            axioms=verdict.axioms,
        )
        if verdict.accepted:
            result = ProofResult(hole.theorem, "proved", verdict.filling, 1, 0.0, verdict.axioms, "known before")
            return Found(result, lean)
    return None


def _tactics(filling: str) -> str:
    """The tactics of what fills a hole, as they would stand at the left margin."""
    text = filling.removeprefix(":=").strip(" ")
    if text.startswith("by"):
        return textwrap.dedent(text.removeprefix("by")).strip()
    return textwrap.dedent(text).strip() or "skip"
