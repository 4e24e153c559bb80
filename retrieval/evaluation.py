"""How good a retriever is, measured as ReProver measures (LeanDojo, arXiv 2306.15626, section 6.2).

Averages over all tactics that name at least one premise. With the premises used and the first 100 retrieved,
R@1 = [the first is used] / |used|, R@10 = |used & first ten| / |used|, MRR = 1 / rank of the first used, else 0.
A tactic may use several premises, so that R@1 cannot reach 100 %.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.corpus import Corpus, Premise
from data.durable import written_whole
from data.positions import Position
from retrieval.examples import Dataset, Example
from retrieval.retriever import Retrieved, Retriever
from retrieval.text import serialize

_NUM_RETRIEVED = 100
_EXAMPLES_PER_CALL = 256


@dataclass(frozen=True, slots=True)
class Metrics:
    """Averages over `num_tactics` tactics. R@1 and R@10 in percent, MRR between 0 and 1."""

    recall_1: float
    recall_10: float
    mrr: float
    num_tactics: int


def evaluate(
    retriever: Retriever,
    dataset: Dataset,
    examples: Sequence[Example],
    *,
    all_premises: bool = False,
    progress: Callable[[int], None] | None = None,
) -> tuple[Metrics, list[list[Retrieved]]]:
    """Retrieve for every example and compare with what its tactic uses.

    Args:
        retriever: of the dataset's premises.
        dataset: tells what is accessible.
        examples: at least one of them with a premise.
        all_premises: also those that are not accessible.
        progress: called with the number of examples done so far.

    Returns:
        The metrics, and for every example what was retrieved, at most 100 premises.
    """
    retrieved: list[list[Retrieved]] = []
    for first in range(0, len(examples), _EXAMPLES_PER_CALL):
        some = examples[first : first + _EXAMPLES_PER_CALL]
        retrieved += retriever.retrieve(
            [example.state for example in some],
            num_premises=_NUM_RETRIEVED,
            accessible=None if all_premises else dataset.accessible(some),
        )
        if progress is not None:
            progress(len(retrieved))
    return metrics([set(example.used) for example in examples], retrieved), retrieved


def metrics(used: Sequence[set[int]], retrieved: Sequence[Sequence[Retrieved]]) -> Metrics:
    """The metrics of what was retrieved, beside what is used; where nothing is used, nothing is measured."""
    pairs = [
        (gold, [premise.number for premise in premises]) for gold, premises in zip(used, retrieved, strict=True) if gold
    ]
    total = len(pairs)
    assert total, "somebody must use a premise"
    return Metrics(
        recall_1=100 * sum(len(gold.intersection(found[:1])) / len(gold) for gold, found in pairs) / total,
        recall_10=100 * sum(len(gold.intersection(found[:10])) / len(gold) for gold, found in pairs) / total,
        mrr=sum(_reciprocal_rank(gold, found) for gold, found in pairs) / total,
        num_tactics=total,
    )


def _reciprocal_rank(gold: set[int], found: Sequence[int]) -> float:
    return next((1 / rank for rank, number in enumerate(found[:_NUM_RETRIEVED], start=1) if number in gold), 0.0)


@dataclass(frozen=True)
class Context:
    """A state and where it occurs, under the names that ReProver gives its parts."""

    path: str
    theorem_full_name: str
    theorem_pos: Position
    state: str

    def serialize(self) -> str:
        """The state."""
        return self.state


@dataclass(frozen=True)
class PredictedPremise:
    """A premise under the names that ReProver gives its parts."""

    path: str
    full_name: str
    start: Position
    end: Position
    code: str

    def serialize(self) -> str:
        """What an encoder or a generator reads."""
        return serialize(Premise(self.full_name, self.code, self.path, self.start, self.end, ""))


def write_predictions(
    path: Path, corpus: Corpus, examples: Sequence[Example], retrieved: Sequence[Sequence[Retrieved]]
) -> None:
    """Write a `predictions.pickle` as ReProver's scripts read it: a list with a dictionary for every tactic.

    The objects in it need LeanLoop to be installed where it is read. It appears whole or not at all.
    """
    named = [
        PredictedPremise(premise.path, premise.full_name, premise.start, premise.end, premise.code)
        for premise in corpus.premises
    ]
    predictions: list[dict[str, Any]] = [
        {
            "url": example.theorem.url,
            "commit": example.theorem.commit,
            "file_path": example.theorem.file_path,
            "full_name": example.theorem.full_name,
            "start": list(example.theorem.start),
            "tactic_idx": example.tactic_number,
            "context": Context(
                example.theorem.file_path, example.theorem.full_name, example.theorem.start, example.state
            ),
            "all_pos_premises": [named[number] for number in example.used],
            "retrieved_premises": [named[premise.number] for premise in premises],
            "scores": [premise.score for premise in premises],
        }
        for example, premises in zip(examples, retrieved, strict=True)
    ]
    with written_whole(path) as partial, partial.open("wb") as file:
        pickle.dump(predictions, file, protocol=4)
