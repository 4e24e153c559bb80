"""Attempts at many statements: the search of `prove batch`, several passes each, every proof verified.

The passes' folder is a batch's, so that what was broken off goes on at the pass where it stopped. Beside it lie the
steps of every proof as examples for training: a batch keeps the search tree of a statement's last pass only.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from conjecturer.ground import Ground
from conjecturer.selection import Tried
from data.benchmark import Benchmark, Problem
from data.durable import append_line, whole_lines
from data.theorem import Theorem
from data.version import VERSION
from prover.evaluation.batch import InProcessPool, Pool
from prover.evaluation.folder import EvaluationFolder
from prover.evaluation.records import PassResult, RunConfiguration, tasks
from prover.evaluation.worker import PassOutcome, WorkerSetting
from prover.lean.session import check_limits
from prover.prover import ProverOptions
from prover.search.best_first import SearchOptions
from prover.tactics.neural import near_premises
from prover.tactics.premises import Premises
from prover.tactics.prompts import FAMILIES, Family
from prover.tactics.specification import GeneratorSpec
from prover.training.dataset import tree_examples
from prover.training.examples import Example

MakePool = Callable[[WorkerSetting], Pool]
_EXAMPLES = "examples.jsonl"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement to be attempted.

    Attributes:
        name: unique in the run.
        theorem: as the prover takes it.
        statement: as Lean prints it.
        lemma: what it was made with; empty where there is none.
        is_conjecture: False for a theorem of the repository.
        is_true: whether it has a proof in the repository.
    """

    name: str
    theorem: Theorem
    statement: str
    lemma: str = ""
    is_conjecture: bool = True
    is_true: bool = False

    @property
    def declared(self) -> str:
        """What stands between a conjecture's name and its proof."""
        theorem = self.theorem
        stated = theorem.source[theorem.start : theorem.hole_start].strip().removesuffix(":=").rstrip()
        return stated.partition(self.name)[2].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvingOptions:
    """How hard to try.

    Attributes:
        num_attempts: passes over each statement.
        num_checks: Lean checks a pass.
        seconds: wall-clock seconds a pass, for what checks do not count.
        seed: the first pass's.
        family: the form of the prompts in which the steps of proofs are kept.
        lean: a Lean of the user's own, None for the one that is found.
        shorten: whether proofs are made shorter, for somebody to read or to learn.
        num_first: tactics that a new state begins with; more of them tell more about which of them are wrong.
    """

    num_attempts: int
    num_checks: int
    seconds: float
    seed: int
    family: Family = FAMILIES["state"]
    lean: Path | None = None
    shorten: bool = True
    num_first: int = 16


class ProofSteps(BaseModel):
    """One proof of a statement, step by step: a line of `examples.jsonl`. `effort` is as in `Tried.efforts`."""

    model_config = ConfigDict(frozen=True)
    name: str
    num_pass: int
    effort: float
    proof: str
    steps: tuple[tuple[str, str], ...]

    def examples(self, weight: float) -> list[Example]:
        """The steps for a model to learn, each with this weight."""
        return [Example(self.name, prompt, completion, weight) for prompt, completion in self.steps]


def prove_claims(
    ground: Ground,
    claims: Sequence[Claim],
    folder: Path,
    *,
    generator: GeneratorSpec,
    options: ProvingOptions,
    make_pool: MakePool = InProcessPool,
) -> list[Tried]:
    """Attempt every claim; passes that the folder has a result of are not made again.

    `make_pool` is who has them made, see `pools`.

    Raises:
        UsageError: if the folder holds another run, or cannot be written.
    """
    benchmark = Benchmark(
        name=ground.name,
        problems=tuple(Problem(claim.name, claim.theorem, None, None, is_true=claim.is_true) for claim in claims),
        digest=_digest(claims),
        licence=None,
    )
    configuration = RunConfiguration(
        benchmark=ground.name,
        digest=benchmark.digest,
        seconds=options.seconds,
        num_checks=options.num_checks,
        seed=options.seed,
        generator=generator.text,
        lean=f"{ground.lean.version} {ground.lean.origin}",
        library=ground.lean.key,
        leanloop=VERSION,
        num_statements=len(claims),
        num_passes=options.num_attempts,
    )
    with EvaluationFolder(folder, configuration=configuration) as results:
        wanted = tasks(benchmark, num_passes=options.num_attempts, seed=options.seed)
        if any(results.remaining(wanted)):
            for outcome in make_pool(_setting(ground, generator, options)).run(results.remaining(wanted)):
                _keep_steps(folder / _EXAMPLES, outcome, options, root=ground.repository.root)
                results.add(outcome.result, outcome.attempt)
        return _tried(claims, results.results, options)


def read_steps(folder: Path) -> list[ProofSteps]:
    """The steps of every proof that a folder of `prove_claims` holds, each pass once."""
    found = (ProofSteps.model_validate_json(line) for line in whole_lines(folder / _EXAMPLES))
    return list({(entry.name, entry.num_pass): entry for entry in found}.values())


@contextmanager
def pools(*, ray_address: str | None, num_workers: int) -> Iterator[MakePool]:
    """Who makes the pools of a run; on Ray the workers of one pool serve the next one, too.

    Args:
        ray_address: a Ray cluster; None for none.
        num_workers: workers side by side; one works in this process, without Ray.
    """
    if num_workers == 1 and ray_address is None:
        yield InProcessPool
        return
    from prover.cluster import ClusterPool, WorkerProcesses, connect  # here, because Ray is an extra

    with WorkerProcesses() as processes:
        yield lambda setting: ClusterPool(
            setting, num_workers=connect(ray_address, num_workers=num_workers), processes=processes
        )


def _setting(ground: Ground, generator: GeneratorSpec, options: ProvingOptions) -> WorkerSetting:
    root = ground.repository.root
    return WorkerSetting(
        root=root,
        options=ProverOptions(
            seconds=options.seconds,
            num_checks=options.num_checks,
            num_processes=1,
            limits=check_limits(ground.lean, root=root),
            shorten=options.shorten,
            search=SearchOptions(num_first=options.num_first),
        ),
        lean=options.lean,
        cache=ground.cache,
        lean_key=ground.key,
        generator=generator,
    )


def _keep_steps(path: Path, outcome: PassOutcome, options: ProvingOptions, *, root: Path) -> None:
    """Put the steps of a proof on the disk, before the result that says there is one."""
    result, attempt = outcome.result, outcome.attempt
    if attempt is None or result.proof is None:
        return
    near = None
    if options.family.wants_premises:  # to read what a theorem may use takes longer than many a proof
        premises = Premises(attempt.result.theorem, root=root)
        near = partial(near_premises, premises=premises, family=options.family)
    examples = tree_examples(attempt.tree, family=options.family, near=near)
    steps = tuple((each.prompt, each.completion) for each in examples)
    proof, effort = attempt.result.proof or "", _effort(result, options)
    line = ProofSteps(name=result.name, num_pass=result.num_pass, effort=effort, proof=proof, steps=steps)
    append_line(path, line.model_dump_json())


def _effort(result: PassResult, options: ProvingOptions) -> float:
    """What a proof has cost; minimising it afterwards may have taken more checks than the search was given."""
    return min(max(result.num_checks - 1, 0), options.num_checks - 1) / options.num_checks


def _tried(claims: Sequence[Claim], results: Sequence[PassResult], options: ProvingOptions) -> list[Tried]:
    proofs: dict[str, list[str]] = defaultdict(list)
    efforts: dict[str, list[float]] = defaultdict(list)
    for result in results:
        if result.outcome == "proved" and result.proof is not None and result.num_pass < options.num_attempts:
            proofs[result.name].append(result.proof)
            efforts[result.name].append(_effort(result, options))
    return [
        Tried(
            name=claim.name,
            statement=claim.statement,
            lemma=claim.lemma,
            proofs=tuple(_behind_statement(claim, proof) for proof in proofs[claim.name]),
            efforts=tuple(efforts[claim.name]),
            num_attempts=options.num_attempts,
            is_conjecture=claim.is_conjecture,
            declared=claim.declared,
        )
        for claim in claims
    ]


def _behind_statement(claim: Claim, declaration: str) -> str:
    """The proof alone, from behind `:=`, of a declaration with its proof."""
    theorem = claim.theorem
    statement = theorem.source[theorem.start : theorem.hole_start]
    return declaration.removeprefix(statement).strip().removeprefix(":=").strip()


def _digest(claims: Sequence[Claim]) -> str:
    texts = json.dumps([(claim.name, claim.theorem.source) for claim in claims], ensure_ascii=False)
    return hashlib.sha256(texts.encode()).hexdigest()
