"""How many theorems with human proofs are found again, their proofs hidden: `python scripts/bench_corpora.py`.

Every proved theorem of the bundled corpora (or of the packages given) is searched for, the theorems before it in its
file and in the files it imports usable, and counts when a fresh Lean accepts the whole file.
The table goes by corpus and by grade: the number of lines of the human proof.
"""

from __future__ import annotations

import argparse
import functools
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.cache import cache_directory
from data.declarations import theorems
from data.repository import Repository, corpora, open_repository
from data.source import read_source
from data.theorem import Theorem
from prover.commands.flags import add_generator_flag
from prover.errors import ProverError
from prover.lean.project import open_project
from prover.lean.toolchain import find_lean
from prover.prover import Prover, ProverOptions
from prover.run_folder import keep_attempt
from prover.search.best_first import SearchOptions
from prover.tactics.factory import Generators
from prover.tactics.nearness import find_selector
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec

_GRADES = ((1, "1"), (3, "2-3"), (6, "4-6"), (10, "7-10"), (10_000, "11+"))


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one theorem. `grade` is the number of lines of the human proof."""

    corpus: str
    theorem: str
    grade: int
    is_proved: bool
    num_checks: int
    seconds: float
    proof: str
    message: str


def main() -> None:
    """Run the benchmark and print its tables."""
    flags = _flags()
    tasks = [
        (repository.name, path, name)
        for repository in map(open_repository, flags.repositories or corpora())
        for path, name in proved_theorems(repository)
        if flags.only in name
    ][flags.skip :: flags.every]
    rows: list[Row] = []
    with ProcessPoolExecutor(max_workers=flags.jobs) as pool:
        roots = {
            repository.name: repository.root for repository in map(open_repository, flags.repositories or corpora())
        }
        futures = [
            pool.submit(
                prove_again, name, corpus, path, roots[corpus], _options(flags), flags.lean, generator=flags.generator
            )
            for corpus, path, name in tasks
        ]
        for future in as_completed(futures):
            row = future.result()
            rows.append(row)
            if flags.json:
                print(json.dumps(asdict(row), ensure_ascii=False), flush=True)
            elif sys.stderr.isatty():
                print(f"\r{len(rows)}/{len(tasks)} {row.theorem[:60]:60}", end="", file=sys.stderr, flush=True)
    if not flags.json:
        print("\n".join(_report(rows)))


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Find the proofs of the bundled theorems again.")
    parser.add_argument("repositories", nargs="*", help="packages or corpora (default: all bundled corpora)")
    parser.add_argument("--seconds", type=float, default=30.0, help="for each theorem (default 30)")
    parser.add_argument("--checks", type=int, default=100_000, help="Lean checks for each (default 100000)")
    parser.add_argument("--jobs", type=int, default=2, help="theorems side by side (default 2)")
    parser.add_argument("--processes", type=int, default=1, help="Leans for each theorem (default 1)")
    parser.add_argument("--only", default="", metavar="NAME", help="only theorems whose name contains NAME")
    parser.add_argument("--every", type=int, default=1, metavar="K", help="only every K-th theorem (default all)")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="leave the first N out: another sample")
    parser.add_argument("--suggestions", type=int, default=64, help="tactics a state (default 64)")
    add_generator_flag(parser)
    parser.add_argument("--lean", type=Path, metavar="PATH", help="a Lean of your own (default: as `prove` finds it)")
    parser.add_argument("--json", action="store_true", help="one JSON line a theorem instead of tables")
    return parser.parse_args()


def _options(flags: argparse.Namespace) -> ProverOptions:
    return ProverOptions(
        seconds=flags.seconds,
        num_checks=flags.checks,
        num_processes=flags.processes,
        search=SearchOptions(num_suggestions=flags.suggestions),
    )


def proved_theorems(repository: Repository) -> Iterator[tuple[Path, str]]:
    """Every theorem of the package that has a proof."""
    for path in repository.files:
        for theorem in theorems(read_source(path), path):
            if "sorry" not in theorem.source[theorem.hole_start : theorem.hole_end]:
                yield path, theorem.full_name


@functools.cache
def _generators(spec: GeneratorSpec, retriever: str) -> Generators:
    """The generators of this process, whose models are loaded once."""
    return Generators(spec, make_selector=find_selector(retriever))


def prove_again(
    name: str,
    corpus: str,
    path: Path,
    root: Path,
    options: ProverOptions,
    lean_path: Path | None,
    retriever: str = "lexical",
    generator: GeneratorSpec = SYMBOLIC_ALONE,
    keep: Path | None = None,
) -> Row:
    """Search for a theorem's proof, its human proof hidden.

    `retriever` is as in `prove --retriever`; proof and search tree go into the run's folder `keep`, if there is one.
    """
    theorem = next(found for found in theorems(read_source(path), path) if found.full_name == name)
    lean = find_lean(requested=lean_path, repository=root)
    lean = open_project(root, lean=lean, cache=cache_directory(None)).prepare(path)
    try:
        make = _generators(generator, retriever).make
        make_generator = partial(make, root=root, is_embedded=lean.origin == "embedded")
        with Prover(lean, make_generator=make_generator, options=options) as prover:
            attempt = prover.prove(theorem, may_be_false=False)
    except ProverError as error:
        return Row(corpus, name, _grade(theorem), False, 0, 0.0, "", str(error))
    if keep is not None:
        keep_attempt(keep, attempt, name=name)
    result = attempt.result
    return Row(
        corpus=corpus,
        theorem=name,
        grade=_grade(theorem),
        is_proved=result.status == "proved",
        num_checks=result.num_checks,
        seconds=round(result.seconds, 2),
        proof=result.proof or "",
        message=result.message,
    )


def _grade(theorem: Theorem) -> int:
    """The lines of the human proof, without the one that only says `:= by`."""
    proof = theorem.source[theorem.hole_start : theorem.hole_end].removeprefix(":=").strip().removeprefix("by")
    return max(1, sum(bool(line.strip()) for line in proof.split("\n")))


def _report(rows: list[Row]) -> Iterator[str]:
    yield f"{'':16}{'theorems':>9}{'proved':>8}{'':>7}{'checks':>9}{'seconds':>9}"
    for corpus in sorted({row.corpus for row in rows}):
        yield _line(corpus, [row for row in rows if row.corpus == corpus])
    yield _line("all", rows)
    yield ""
    yield "by lines of the human proof"
    lowest = 1
    for highest, label in _GRADES:
        graded = [row for row in rows if lowest <= row.grade <= highest]
        lowest = highest + 1
        if graded:
            yield _line(label, graded)
    failures = [row for row in rows if not row.is_proved]
    if failures:
        yield ""
        yield "not proved"
        yield from (f"  {row.corpus} {row.theorem} ({row.grade}): {row.message}" for row in _sorted(failures))


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.corpus, row.grade, row.theorem))


def _line(label: str, rows: list[Row]) -> str:
    num_proved = sum(row.is_proved for row in rows)
    checks = sum(row.num_checks for row in rows) / len(rows)
    seconds = sum(row.seconds for row in rows) / len(rows)
    return f"{label:16}{len(rows):9}{num_proved:8}{num_proved / len(rows):7.1%}{checks:9.0f}{seconds:9.1f}"


if __name__ == "__main__":
    main()
