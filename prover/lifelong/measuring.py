"""What the retriever is worth on every repository seen so far: R@10, and the share of test theorems proved with it.

Every repository is measured on its own test set and among its own accessible premises. Texts that several repositories
share are encoded once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from data.database.proofs import find_theorem_id, record_attempt
from data.database.store import Database
from data.dataset import Split, Strategy, read_split
from data.declarations import theorems
from data.errors import UsageError
from data.source import read_source
from data.theorem import Theorem
from prover.lifelong.learning import has_examples
from prover.lifelong.preparation import Prepared
from prover.lifelong.proving import attempt_of, search
from prover.prover import ProverOptions
from prover.tactics.nearness import MakeSelector, SharedSymbols
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec
from retrieval.dense import DenseRetriever
from retrieval.encoder import Encoder
from retrieval.evaluation import evaluate
from retrieval.examples import Dataset
from retrieval.index import PremiseIndex
from retrieval.text import serialize

# A small repository has few theorems held out, perhaps none that names a premise; then the next best part is taken.
_TEST: tuple[Split, ...] = ("test", "val", "train")
_VALIDATION: tuple[Split, ...] = ("val", "test", "train")


@dataclass(frozen=True, slots=True)
class Recall:
    """R@10 in percent on a repository's test set and on its validation set."""

    test: float
    validation: float


def measure_recall(
    encoder: Encoder, repositories: Sequence[Prepared], strategy: Strategy, *, progress: Callable[[str], None]
) -> dict[str, Recall]:
    """R@10 on each of these repositories, by name."""
    datasets = {prepared.name: Dataset.open(prepared.dataset) for prepared in repositories}
    texts: dict[str, int] = {}
    for dataset in datasets.values():
        for premise in dataset.corpus.premises:
            texts.setdefault(serialize(premise), len(texts))
    vectors = encoder.encode(list(texts), progress=lambda done: progress(f"encoding premises: {done} of {len(texts)}"))
    found: dict[str, Recall] = {}
    for name, dataset in datasets.items():
        progress(f"measuring {name}")
        rows = np.array([texts[serialize(premise)] for premise in dataset.corpus.premises])
        own = np.ascontiguousarray(vectors[rows])
        retriever = DenseRetriever(encoder, PremiseIndex("exact", own, np.arange(len(own))))
        test, validation = (
            evaluate(retriever, dataset, dataset.examples(strategy, _measured(dataset, strategy, order)))[0].recall_10
            for order in (_TEST, _VALIDATION)
        )
        found[name] = Recall(test, validation)
    return found


def can_be_measured(dataset: Path, strategy: Strategy) -> bool:
    """Whether any tactic of a data set names a premise."""
    opened = Dataset.open(dataset)
    return any(has_examples(opened, strategy, split) for split in _TEST)


def measure_proofs(
    prepared: Prepared,
    *,
    count: int,
    strategy: Strategy,
    selector: MakeSelector,
    generator: GeneratorSpec,
    options: ProverOptions,
    seed: int,
) -> float:
    """The percentage of a repository's test theorems, a fixed choice of `count`, that are proved with a retriever."""
    chosen = test_theorems(prepared, count=count, strategy=strategy)
    if not chosen:
        return 0.0
    results = search(prepared.project, chosen, selector=selector, generator=generator, options=options, seed=seed)
    return 100 * sum(result.status == "proved" for result, _ in results) / len(chosen)


def record_probe(
    database: Database,
    prepared: Prepared,
    *,
    count: int,
    strategy: Strategy,
    options: ProverOptions,
    seed: int,
    run: int,
) -> None:
    """Try some test theorems without a trained retriever, and record it: what pass rates are made of."""
    root = prepared.repository.root.resolve()
    chosen = test_theorems(prepared, count=count, strategy=strategy)
    searches = search(
        prepared.project, chosen, selector=SharedSymbols, generator=SYMBOLIC_ALONE, options=options, seed=seed
    )
    for result, _ in searches:
        assert result.theorem.path is not None
        path = result.theorem.path.resolve().relative_to(root).as_posix()
        row = find_theorem_id(database, repository=prepared.url, path=path, name=result.theorem.full_name)
        if row is not None:
            attempt = replace(attempt_of(result, options, generator=SYMBOLIC_ALONE, seed=seed), proof=None)
            record_attempt(database, row, 1, attempt, run=run)


def test_theorems(prepared: Prepared, *, count: int, strategy: Strategy) -> list[Theorem]:
    """At most `count` theorems of the test set with a proof, its own hidden; the same ones every time."""
    wanted = {(theorem.file_path, theorem.full_name) for theorem in read_split(prepared.dataset, strategy, "test")}
    root = prepared.repository.root.resolve()
    found: list[Theorem] = []
    for path in prepared.repository.files:
        name = path.resolve().relative_to(root).as_posix()
        if any(file == name for file, _ in wanted):
            source = read_source(path)
            found += [each for each in theorems(source, path) if (name, each.full_name) in wanted]
    found = [each for each in found if "sorry" not in each.source[each.hole_start : each.hole_end]]
    found.sort(key=lambda theorem: hashlib.sha256(theorem.full_name.encode()).digest())
    return sorted(found[:count], key=lambda theorem: str(theorem.path))


def _measured(dataset: Dataset, strategy: Strategy, order: Sequence[Split]) -> Split:
    for split in order:
        if has_examples(dataset, strategy, split):
            return split
    raise UsageError(f"no tactic of {dataset.folder} names a premise: it cannot be measured")
