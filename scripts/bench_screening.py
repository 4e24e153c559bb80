"""How many candidate statements a second go through elaboration and novelty, and what the other screens take.

    python scripts/bench_screening.py --repo naturals --num 2000

The statements are mutants of the corpus's own theorems, as a round of self-play makes them, each with a variable more,
so that no two are the same and all have to be elaborated.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.ground import open_ground
from conjecturer.mutation.draft import Parent
from conjecturer.mutation.unproved import unproved_mutants
from conjecturer.screening import Screen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repo", default="naturals")
    parser.add_argument("--num", type=int, default=2000, help="statements (default 2000)")
    parser.add_argument("--processes", type=int, default=2, help="Leans side by side (default 2)")
    parser.add_argument("--json", action="store_true")
    flags = parser.parse_args()
    ground = open_ground(flags.repo, num_processes=flags.processes)
    statements = _statements(flags.num, [Parent.of(entry) for entry in ground.own_theorems])
    screen = Screen(ground)  # which reads what is known already
    start, before = time.monotonic(), _processor_seconds()
    screened = screen.elaborated(statements)
    seconds = time.monotonic() - start
    processor_seconds = _processor_seconds() - before
    num_valid = sum(entry.verdict in ("passed", "known", "repeated") for entry in screened)
    record = {
        "statements": len(statements),
        "valid": num_valid,
        "seconds": round(seconds, 2),
        "per_second": round(len(statements) / seconds),
        "processor_seconds": round(processor_seconds, 2),
    }
    if flags.json:
        sys.stdout.write(json.dumps(record) + "\n")
    else:
        print(f"{len(statements)} statements in {seconds:.1f} s: {record['per_second']} a second, {num_valid} valid")
        each = 1000 * processor_seconds / len(statements)
        print(f"{processor_seconds:.1f} s of processor time, Lean's included: {each:.1f} ms a statement")


def _processor_seconds() -> float:
    """Of this process and of the Leans that it has started, which on a busy machine says more than the clock."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _statements(count: int, parents: list[Parent]) -> list[Conjecture]:
    texts = [text for parent in parents for text in (parent.theorem.statement, *_mutants(parent))]
    endless = (
        f"∀ (extra_{number} : Nat), extra_{number} = {number} → {text}"
        for number, text in enumerate(itertools.cycle(texts))
    )
    return [Conjecture(text, Ancestry("benchmark")) for text in itertools.islice(endless, count)]


def _mutants(parent: Parent) -> list[str]:
    return [mutant.statement for mutant in unproved_mutants(parent)]


if __name__ == "__main__":
    main()
