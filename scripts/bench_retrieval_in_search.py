"""What retrieval brings to a search: `python scripts/bench_retrieval_in_search.py`.

The same theorems of the bundled corpora are searched for again and again, their human proofs hidden, with the same
number of Lean checks each time; only who says which lemmas matter differs. Checks are what is held equal, because time
would also measure the retrievers; the time limit is there for searches that make no checks. The same theorem, retriever
and budget give the same tree, so that a theorem which only one of two ways proves is a difference between the two.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.repository import corpora, open_repository
from prover.prover import ProverOptions
from prover.tactics.specification import GeneratorSpec
from scripts.bench_corpora import Row, prove_again, proved_theorems

# The ranker that comes with us has learnt from searches for these very theorems.
_GENERATOR = GeneratorSpec.parse("symbolic,ranker=none")


def main() -> None:
    """Run the benchmark and print its table."""
    flags = _flags()
    tasks = [
        (name, repository.name, path, repository.root)
        for repository in map(open_repository, flags.repositories or corpora())
        for path, name in proved_theorems(repository)
    ][flags.offset :: flags.every]
    options = ProverOptions(seconds=flags.seconds, num_checks=flags.checks, num_processes=1)
    retrievers: list[str] = flags.retriever or ["none", "bm25", "lexical"]
    rows: dict[str, list[Row]] = defaultdict(list)
    with ProcessPoolExecutor(max_workers=flags.jobs) as pool:
        # By turns, so that a machine that becomes slower is as slow for all.
        futures = {
            pool.submit(prove_again, *task, options, flags.lean, retriever, _GENERATOR): retriever
            for task in tasks
            for retriever in retrievers
        }
        for number, future in enumerate(as_completed(futures), start=1):
            retriever, row = futures[future], future.result()
            rows[retriever].append(row)
            if flags.json:
                print(json.dumps({"retriever": retriever, **asdict(row)}, ensure_ascii=False), flush=True)
            elif sys.stderr.isatty():
                print(f"\r{number}/{len(futures)} {row.theorem[:60]:60}", end="", file=sys.stderr, flush=True)
    if not flags.json:
        print("\n".join(_table({retriever: rows[retriever] for retriever in retrievers}, num_checks=flags.checks)))


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Prove the same theorems with different retrievers.")
    parser.add_argument("repositories", nargs="*", help="packages or corpora (default: all bundled corpora)")
    parser.add_argument(
        "--retriever", action="append", metavar="NAME", help="as in `prove`; default none, bm25, lexical"
    )
    parser.add_argument("--checks", type=int, default=400, help="Lean checks for each theorem (default 400)")
    parser.add_argument("--seconds", type=float, default=300.0, help="the most for each theorem (default 300)")
    parser.add_argument("--every", type=int, default=12, metavar="K", help="only every K-th theorem (default 12)")
    parser.add_argument("--offset", type=int, default=0, metavar="N", help="begin with the N-th theorem (default 0)")
    parser.add_argument("--jobs", type=int, default=2, help="theorems side by side (default 2)")
    parser.add_argument("--lean", type=Path, metavar="PATH", help="a Lean of your own (default: as `prove` finds it)")
    parser.add_argument("--json", action="store_true", help="one JSON line a search instead of the table")
    return parser.parse_args()


def _table(rows: dict[str, list[Row]], *, num_checks: int) -> Iterator[str]:
    """What each proves, and which theorems it alone proves or misses beside the first."""
    first = next(iter(rows))
    base = {row.theorem for row in rows[first] if row.is_proved}
    yield f"at {num_checks} Lean checks each"
    yield f"{'retriever':30}{'theorems':>9}{'proved':>8}{'':>7}{'checks':>8}   beside {first}"
    for retriever, some in rows.items():
        proved = {row.theorem for row in some if row.is_proved}
        checks = sum(row.num_checks for row in some) / max(1, len(some))
        gained, lost = len(proved - base), len(base - proved)
        share = len(proved) / max(1, len(some))
        yield f"{retriever[-29:]:30}{len(some):9}{len(proved):8}{share:7.1%}{checks:8.0f}   +{gained} -{lost}"


if __name__ == "__main__":
    main()
