"""What models of our own add to the symbolic generator, at equal Lean checks: `python scripts/bench_generators.py`.

Theorems of the bundled corpora are searched for, their human proofs hidden: by each of the generators given, with and
without retrieval and a value model. A data set says once and for all which theorems a model may learn from (`train`)
and which are measured (`test`). From nothing to the table:

    prove replay logic --out D/logic        the same for algebra, integers, lists, naturals, programs
    retrieve merge D/* --out all
    python scripts/bench_generators.py --data all --split train --first 16 --generator symbolic,ranker=none --keep trees
    prove train --ranker --data trees --out r.ranker
    prove train --data all --model nano --out model
    prove train --judge --data trees --model model --out judge
    prove train --value --data trees --out value.npz
    python scripts/bench_generators.py --data all --value value.npz --generator symbolic,ranker=none \
        --generator symbolic,ranker=r.ranker --generator model --generator symbolic,ranker=r.ranker+judge,judge=0.5

The searches are the same every time. Checks are what is held equal, because a model's time on a CPU is not its time
on a GPU; the time limit is there for searches that make no checks.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.dataset import SPLITS, read_split
from data.repository import corpora, open_repository
from prover.prover import ProverOptions
from prover.search.best_first import SearchOptions
from prover.search.value import ValueModel
from prover.tactics.specification import SYMBOLIC, GeneratorSpec
from prover.training.dataset import read_trees
from scripts.bench_corpora import Row, prove_again, proved_theorems

# Of the budget of checks: how much a generator does with less of it is told, too.
_PARTS = (1, 2, 4, 8)


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table."""

    generator: str
    retriever: str
    with_value: bool


def main() -> None:
    """Run the searches and print the table."""
    flags = _flags()
    held = {theorem.full_name for theorem in read_split(flags.data, "random", flags.split)}
    if flags.beside is not None:
        held -= {tree.theorem for tree in read_trees(flags.beside) if tree.status == "proved"}
    tasks = [
        (name, repository.name, path, repository.root)
        for repository in map(open_repository, corpora())
        for path, name in proved_theorems(repository)
        if name in held
    ][flags.offset :: flags.every]
    value = ValueModel.load(flags.value) if flags.value is not None else None
    settings = list(_settings(flags))
    if flags.keep is not None:
        flags.keep.mkdir(parents=True, exist_ok=True)
    rows: dict[Setting, list[Row]] = defaultdict(list)
    with ProcessPoolExecutor(max_workers=flags.jobs) as pool:
        futures = {}
        # By turns, so that a machine that becomes slower is as slow for all.
        for task, setting in itertools.product(tasks, settings):
            options = ProverOptions(
                seconds=flags.seconds,
                num_checks=flags.checks,
                num_processes=1,
                # What a search takes is measured; a proof that is learnt from is the one that people read.
                shorten=flags.keep is not None,
                search=SearchOptions(value=value if setting.with_value else None, num_first=flags.first),
            )
            spec = GeneratorSpec.parse(setting.generator)
            future = pool.submit(prove_again, *task, options, None, setting.retriever, spec, flags.keep)
            futures[future] = setting
        for number, future in enumerate(as_completed(futures), start=1):
            setting, row = futures[future], future.result()
            rows[setting].append(row)
            if flags.json:
                print(json.dumps({"setting": asdict(setting), **asdict(row)}, ensure_ascii=False), flush=True)
            elif sys.stderr.isatty():
                print(f"\r{number}/{len(futures)} {row.theorem[:60]:60}", end="", file=sys.stderr, flush=True)
    if not flags.json:
        print("\n".join(_table({setting: rows[setting] for setting in settings}, num_checks=flags.checks)))


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what a model adds to the symbolic generator.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the corpora's data set")
    parser.add_argument(
        "--split", choices=SPLITS, default="test", help="which theorems are searched for (default test)"
    )
    parser.add_argument(
        "--generator",
        action="append",
        metavar="WHO",
        help="as in `prove`, several times; the others stand beside the first (default: symbolic)",
    )
    parser.add_argument("--value", type=Path, metavar="PATH", help="a value model made by `prove train --value`")
    parser.add_argument(
        "--retriever", action="append", metavar="NAME", help="as in `prove`, several times (default: lexical)"
    )
    parser.add_argument("--checks", type=int, default=300, help="Lean checks for each theorem (default 300)")
    parser.add_argument("--seconds", type=float, default=600.0, help="the most for each theorem (default 600)")
    parser.add_argument(
        "--first",
        type=int,
        default=SearchOptions().num_first,
        metavar="N",
        help="tactics that a new state begins with (default %(default)s); trees for training tell more with 16",
    )
    parser.add_argument("--beside", type=Path, metavar="RUN", help="only what this run of --keep has not proved")
    parser.add_argument("--every", type=int, default=1, metavar="K", help="only every K-th theorem (default all)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="begin with the N-th theorem (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="theorems side by side (default 2)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep proofs and search trees, for `prove train`")
    parser.add_argument("--json", action="store_true", help="one JSON line a search instead of the table")
    return parser.parse_args()


def _settings(flags: argparse.Namespace) -> Iterator[Setting]:
    values = [False, True] if flags.value is not None else [False]
    generators, retrievers = flags.generator or [SYMBOLIC], flags.retriever or ["lexical"]
    for generator, retriever, with_value in itertools.product(generators, retrievers, values):
        yield Setting(generator, retriever, with_value)


def _table(rows: dict[Setting, list[Row]], *, num_checks: int) -> Iterator[str]:
    """What each setting proves, and what it gains and loses beside the first generator in the same setting.

    A search that ended within fewer checks would have ended so with a smaller budget, too.
    """
    budgets = sorted({max(1, num_checks // part) for part in _PARTS})
    proved = {setting: {row.theorem for row in some if row.is_proved} for setting, some in rows.items()}
    first = next(iter(rows)).generator
    width = max(len(setting.generator) for setting in rows) + 2
    yield f"proved within so many Lean checks; gained and lost beside {first} within {num_checks}; checks spent"
    within = "".join(f"{budget:>6}" for budget in budgets)
    yield f"{'generator':{width}}{'retriever':12}{'value':6}{'theorems':>9}{within}{'checks':>8}"
    for setting, some in rows.items():
        base = proved[replace(setting, generator=first)]
        gained, lost = len(proved[setting] - base), len(base - proved[setting])
        counts = (sum(row.is_proved and row.num_checks <= budget for row in some) for budget in budgets)
        within = "".join(f"{count:6}" for count in counts)
        checks = sum(row.num_checks for row in some) / max(1, len(some))
        value = "yes" if setting.with_value else "no"
        yield (
            f"{setting.generator:{width}}{setting.retriever[-11:]:12}{value:6}{len(some):9}{within}"
            f"{checks:8.0f}   +{gained} -{lost}"
        )


if __name__ == "__main__":
    main()
