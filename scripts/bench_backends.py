"""Our own Lean server beside lean-dojo's client: `python scripts/bench_backends.py [--theorems 10] [--rounds 3]`.

The same theorems of a bundled corpus are opened, and the same tactics tried on their statements, by the same engine, in
turns. What differs is the way there: ours sends all tactics of a state in one round trip, or each in its own;
lean-dojo sends each in a line to a terminal, and starts a Lean for every theorem. Lake and lean-dojo's loop inside Lean
are played by the tests' stand-in, so the table says what the client and its protocol cost, not what their Lean would.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table

from data.declarations import theorems
from data.repository import corpus
from data.source import read_source
from data.theorem import Theorem
from prover.lean.embedded import embedded_lean
from prover.lean.environment import LeanEnvironment
from prover.lean.leandojo import LeanDojoEnvironment
from prover.proof import Outcome, ProofEnvironment
from tests.integration.traced_repository import environment, write_lake, write_repository, write_trace

_FILE = "Logic/Propositional.lean"
_TACTICS = [
    *(
        "intro h",
        "intro x y",
        "constructor",
        "left",
        "right",
        "rfl",
        "trivial",
        "assumption",
        "skip",
        "simp",
        "cases h",
    ),
    *("apply Iff.intro", "refine ⟨?_, ?_⟩", "exact trivial", "exact fun h => h", "exact no_such_lemma"),
]


@dataclass
class Contestant:
    """One way to try tactics.

    Attributes:
        name: what it is called in the table.
        environment: what tries them.
        at_once: all tactics of a state in one call, or one in each.
        opening: seconds to open each theorem.
        checking: seconds for all tactics of each theorem.
    """

    name: str
    environment: ProofEnvironment
    at_once: bool
    opening: list[float] = field(default_factory=list)
    checking: list[float] = field(default_factory=list)

    def run(self, theorem: Theorem) -> list[str]:
        """Open the theorem and try all tactics on it; the kinds of their outcomes."""
        start = time.perf_counter()
        state = self.environment.start(theorem)
        opened = time.perf_counter()
        outcomes: list[Outcome] = []
        for tactics in [_TACTICS] if self.at_once else [[tactic] for tactic in _TACTICS]:
            outcomes += self.environment.check(state, tactics)
        self.opening.append(opened - start)
        self.checking.append(time.perf_counter() - opened)
        return [type(outcome).__name__ for outcome in outcomes]


def main(words: Sequence[str] | None = None) -> int:
    """Run the benchmark and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--theorems", type=int, default=10, metavar="N", help="theorems (default 10)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="times each is opened (default 3)")
    flags = parser.parse_args(words)
    if importlib.util.find_spec("lean_dojo") is None:
        print("this benchmark needs lean-dojo, with Python 3.12 or older: pip install 'leanloop[leandojo]'")
        return 2
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leanloop-bench-")))
        source = read_source(corpus("logic").root / _FILE)
        root = write_repository(folder / "repository", {_FILE: source})
        write_trace(root, folder / "cache")
        os.environ |= environment(cache=folder / "cache", lake=write_lake(folder / "bin"))
        lean = embedded_lean()
        contestants = [
            Contestant("lean, all at once", stack.enter_context(LeanEnvironment(lean)), at_once=True),
            Contestant("lean, one at a time", stack.enter_context(LeanEnvironment(lean)), at_once=False),
            Contestant("leandojo", stack.enter_context(LeanDojoEnvironment(root)), at_once=False),
        ]
        _compete(contestants, theorems(source, root / _FILE)[: flags.theorems], num_rounds=flags.rounds)
    _print(contestants)
    return 0


def _compete(contestants: list[Contestant], found: list[Theorem], *, num_rounds: int) -> None:
    for contestant in contestants:  # The first start pays for imports and for a Lean that is not warm.
        contestant.run(found[0])
        contestant.opening.clear()
        contestant.checking.clear()
    for _ in range(num_rounds):
        for theorem in found:
            kinds = {contestant.name: contestant.run(theorem) for contestant in contestants}
            assert len(set(map(tuple, kinds.values()))) == 1, f"no agreement on {theorem.full_name}: {kinds}"


def _print(contestants: list[Contestant]) -> None:
    first = contestants[0]
    num_theorems = len(first.opening)
    table = Table(title=f"{num_theorems} theorems opened, {len(_TACTICS)} tactics tried on each; medians")
    table.add_column()
    for column in ("ms to open", "times", "checks/s", "times"):
        table.add_column(column, justify="right")
    for contestant in contestants:
        opening, checking = statistics.median(contestant.opening), statistics.median(contestant.checking)
        table.add_row(
            contestant.name,
            f"{1000 * opening:.0f}",
            f"{opening / statistics.median(first.opening):.1f}",
            f"{len(_TACTICS) / checking:.0f}",
            f"{statistics.median(first.checking) / checking:.2f}",
        )
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
