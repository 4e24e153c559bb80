"""Which premises a state is trained against: its own, those of its neighbours in the batch, and chosen negatives."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.corpus import Corpus
from retrieval.examples import Dataset, Example
from retrieval.retriever import Retriever

Mined = NDArray[np.int32]
"""For every example the premises that were taken for right and are not, of shape (examples, count); -1 where fewer."""

_EXAMPLES_PER_CALL = 1024


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step is made of.

    Attributes:
        states: the goals.
        premises: the numbers of all premises that the states are compared with, each once.
        positives: for every state the place in `premises` of the one it is trained on.
        is_used: of shape (states, premises): whether the state's tactic uses the premise.
    """

    states: list[str]
    premises: list[int]
    positives: list[int]
    is_used: NDArray[np.bool_]


def make_batch(
    examples: Sequence[Example],
    mined: Mined,
    corpus: Corpus,
    *,
    num_file_negatives: int,
    num_hard_negatives: int,
    chance: random.Random,
) -> Batch:
    """Choose for every state one of its premises and the negatives.

    Args:
        examples: each with at least one premise.
        mined: for each of these examples.
        corpus: whose premises these are.
        num_file_negatives: for each state, from the file of the chosen premise.
        num_hard_negatives: for each state, from `mined`.
        chance: chooses.
    """
    chosen = [chance.choice(example.used) for example in examples]
    columns = dict.fromkeys(chosen)
    for example, number, hard in zip(examples, chosen, mined, strict=True):
        columns |= dict.fromkeys(_some(chance, _same_file(example, number, corpus), num_file_negatives))
        columns |= dict.fromkeys(_some(chance, [int(other) for other in hard if other >= 0], num_hard_negatives))
    places = {number: place for place, number in enumerate(columns)}
    is_used = np.zeros((len(examples), len(columns)), dtype=np.bool_)
    for row, example in enumerate(examples):
        is_used[row, [places[number] for number in example.used if number in places]] = True
    return Batch([example.state for example in examples], list(columns), [places[number] for number in chosen], is_used)


def mine(retriever: Retriever, dataset: Dataset, examples: Sequence[Example], *, count: int) -> Mined:
    """What the retriever takes for right and is not: the hard negatives of every example."""
    mined = np.full((len(examples), count), -1, dtype=np.int32)
    for first in range(0, len(examples), _EXAMPLES_PER_CALL):
        some = examples[first : first + _EXAMPLES_PER_CALL]
        found = retriever.retrieve(
            [example.state for example in some],
            num_premises=count + max(len(example.used) for example in some),
            accessible=dataset.accessible(some),
        )
        for row, (example, premises) in enumerate(zip(some, found, strict=True), start=first):
            wrong = [premise.number for premise in premises if premise.number not in example.used][:count]
            mined[row, : len(wrong)] = wrong
    return mined


def _same_file(example: Example, number: int, corpus: Corpus) -> list[int]:
    """The other premises of the premise's file; in the theorem's own file those before the theorem."""
    path = corpus.premises[number].path
    is_own = path == example.theorem.file_path
    return [
        other
        for other in corpus.premise_range(path)
        if other not in example.used and not (is_own and corpus.premises[other].end > example.theorem.start)
    ]


def _some(chance: random.Random, numbers: Sequence[int], count: int) -> list[int]:
    return chance.sample(numbers, min(count, len(numbers)))
