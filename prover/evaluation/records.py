"""What one pass over one statement left behind, and what was asked for: the lines and the head of a batch's run folder.

Written with pydantic, because a run is read again by another process, perhaps by another version, perhaps years later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from data.benchmark import Benchmark, Problem

# In the order of a report. `open` is: no proof within the budget.
Outcome = Literal[
    "proved", "disproved", "open", "does not elaborate", "needs Mathlib", "Lean crashed", "LeanLoop failed"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
# No search was possible: such a statement is neither proved nor failed, and every table says how many there are.
UNTRIED: frozenset[Outcome] = frozenset({"does not elaborate", "needs Mathlib"})
# What another pass over the same statement would only say again.
SETTLED: frozenset[Outcome] = UNTRIED | {"disproved"}


@dataclass(frozen=True, slots=True)
class Task:
    """One pass over one statement. The same task, engine and generator give the same search."""

    problem: Problem
    num_pass: int
    seed: int


class PassResult(BaseModel):
    """One line of `results.jsonl`.

    Attributes:
        name: the statement's name in the benchmark.
        num_pass: which pass, from 0.
        seed: what the generator's random choices were seeded with.
        outcome: what came of it.
        known_bad: why the statement is known to be wrong, if it is.
        proof: the whole declaration with its proof; None without one.
        num_checks: Lean tactic checks spent.
        seconds: wall-clock seconds spent.
        axioms: the axioms the proof rests on.
        message: why there is no proof, in one line.
        num_retries: how often the pass was begun anew because a worker died.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: str
    num_pass: int
    seed: int
    outcome: Outcome
    known_bad: str | None = None
    proof: str | None = None
    num_checks: int = 0
    seconds: float = 0.0
    axioms: tuple[str, ...] = ()
    message: str = ""
    num_retries: int = 0


class RunConfiguration(BaseModel):
    """What a run's results depend on: two results may share a folder only if all of this is the same.

    Attributes:
        benchmark: its name.
        digest: SHA-256 of the statements.
        commit: the commit of the repository that the statements come from, None where there is none.
        split: which split, None for all.
        seconds: wall-clock seconds a pass.
        num_checks: Lean checks a pass.
        seed: the first pass's seed; pass i has `seed + i`.
        generator: who proposes tactics, as given to `--generator`.
        retriever: who says which lemmas matter, as given to `--retriever`.
        lean: version and origin of Lean.
        library: digest of the library that Lean read the statements with.
        leanloop: our own version.
        num_statements: how many statements there are.
        num_passes: passes over each; the only field that may grow from one call to the next.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    benchmark: str
    digest: str
    commit: str | None = None
    split: str | None = None
    seconds: float
    num_checks: int
    seed: int = 0
    generator: str
    retriever: str = "lexical"
    lean: str
    library: str
    leanloop: str
    num_statements: int
    num_passes: int

    def differences(self, other: RunConfiguration) -> list[str]:
        """Every field in which two configurations differ, as `field: ours, not theirs`."""
        ours, theirs = (record.model_dump(exclude={"num_passes"}) for record in (self, other))
        return [f"{name}: {ours[name]!r}, not {theirs[name]!r}" for name in ours if ours[name] != theirs[name]]


def tasks(benchmark: Benchmark, *, num_passes: int, seed: int) -> list[Task]:
    """Every pass over every statement; all first passes come first, so that a run broken off is a smaller run."""
    return [
        Task(problem=problem, num_pass=number, seed=seed + number)
        for number in range(num_passes)
        for problem in benchmark.problems
    ]
