"""Training a value model on search trees: which states led to a proof, and which did not.

All labels are Lean's (as in FoVer, arXiv 2505.15960): a state is good if it was proved, bad if everything tried on it
failed or it was worked on in vain. A search's good states count together as much as another's, and so do its bad ones,
and all good states as much as all bad ones: what is to be learnt is to tell the states of one search apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.errors import UsageError
from prover.lean.goals import parse_goals
from prover.proof import ProofState
from prover.search.record import NodeRecord, TreeRecord
from prover.search.value import NUM_FEATURES, ValueModel, features

_VAL_ONE_IN = 5
_NUM_STEPS = 300
_LEARNING_RATE = 0.05
_DECAY = 3e-3
# Where nothing came of so many states, the first of them fell far short.
_MIN_EXPANSIONS = 3

Labelled = tuple[list[int], bool]
"""A state's features, and whether it was proved."""


@dataclass(frozen=True, slots=True)
class ValueReport:
    """How good a value model is on searches it has not seen.

    Attributes:
        num_searches: trained on.
        num_states: trained on.
        num_val_pairs: of a state that was proved and one that was not, in one held-out search.
        val_accuracy: in which share of these pairs the former is valued higher, a half by chance; None without pairs.
    """

    num_searches: int
    num_states: int
    num_val_pairs: int
    val_accuracy: float | None


def train_value(
    trees: Iterable[TreeRecord], *, influence: float = 1.0, seed: int = 0
) -> tuple[ValueModel, ValueReport]:
    """Train a value model; a fifth of the theorems is held out to measure it.

    Args:
        trees: searches, finished or not.
        influence: how much a search is to make of it.
        seed: decides what is held out.

    Raises:
        UsageError: if the searches have not states of both kinds.
    """
    train: list[list[Labelled]] = []
    val: list[list[Labelled]] = []
    for tree in trees:
        labelled = labels(tree)
        if labelled:
            digest = hashlib.sha256(f"{seed} {tree.theorem}".encode()).digest()
            (val if digest[0] % _VAL_ONE_IN == 0 else train).append(labelled)
    if len({is_good for search in train for _, is_good in search}) < 2:
        raise UsageError("the search trees have not both states that were proved and that were not: give longer runs")
    model = _fitted(train, influence=influence)
    num_pairs, accuracy = _ranking(model, val)
    return model, ValueReport(len(train), sum(map(len, train)), num_pairs, accuracy)


def labels(tree: TreeRecord) -> list[Labelled]:
    """The states of a search of which it is known whether they lead to a proof; the root is left out.

    Of the open states nothing is known. A state that was looked at is bad if the search found its proof elsewhere, or
    nothing came of several states below it.
    """
    is_over = tree.status == "proved"
    below = _expansions_below(tree)
    found: list[Labelled] = []
    for node in tree.nodes[1:]:
        is_bad = node.status == "dead" or (node.status == "expanded" and (is_over or below[node.id] >= _MIN_EXPANSIONS))
        if node.status == "proved" or is_bad:
            found.append((features(_state(node)), node.status == "proved"))
    return found


def _state(node: NodeRecord) -> ProofState:
    return ProofState(parse_goals(node.state))


def _expansions_below(tree: TreeRecord) -> list[int]:
    """For every state how many states were expanded among it and those that came from it."""
    children = {node.id: {child for edge in node.edges for child in edge.children} for node in tree.nodes}
    is_expanded = {node.id: node.order is not None for node in tree.nodes}
    counts = []
    for node in tree.nodes:
        seen, waiting = {node.id}, [node.id]
        while waiting:
            new = children[waiting.pop()] - seen
            seen |= new
            waiting += new
        counts.append(sum(is_expanded[number] for number in seen))
    return counts


def _fitted(searches: Sequence[Sequence[Labelled]], *, influence: float) -> ValueModel:
    """Logistic regression with Adam over all states at once: a few seconds, and the same result every time."""
    states = [state for search in searches for state in search]
    lengths = np.array([len(active) for active, _ in states])
    columns = np.concatenate([np.array(active, dtype=np.int64) for active, _ in states])
    rows = np.repeat(np.arange(len(states)), lengths)
    scale = 1 / np.sqrt(lengths)
    targets = np.array([is_good for _, is_good in states], dtype=np.float64)
    mass = _masses(searches)
    weights = np.zeros(NUM_FEATURES + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _NUM_STEPS + 1):
        sums = np.bincount(rows, weights=weights[columns], minlength=len(states)) * scale + weights[-1]
        error = mass * (1 / (1 + np.exp(-sums)) - targets)
        slopes = np.bincount(columns, weights=(error * scale)[rows], minlength=NUM_FEATURES + 1)
        slopes[-1] = error.sum()
        gradient = slopes + _DECAY / len(searches) * weights
        first += 0.1 * (gradient - first)
        second += 0.01 * (gradient**2 - second)
        corrected = first / (1 - 0.9**step), second / (1 - 0.99**step)
        weights -= _LEARNING_RATE * corrected[0] / (np.sqrt(corrected[1]) + 1e-8)
    return ValueModel(weights[:-1].astype(np.float32), float(weights[-1]), influence)


def _masses(searches: Sequence[Sequence[Labelled]]) -> NDArray[np.float64]:
    """What every state counts; all together 1."""
    counts = [Counter(is_good for _, is_good in search) for search in searches]
    totals = Counter(is_good for count in counts for is_good in count)
    return np.array(
        [
            0.5 / (count[is_good] * totals[is_good])
            for search, count in zip(searches, counts, strict=True)
            for _, is_good in search
        ]
    )


def _ranking(model: ValueModel, searches: Sequence[Sequence[Labelled]]) -> tuple[int, float | None]:
    """The number of pairs, and the mean over the searches of the share that is ranked right; a tie is half right."""
    num_pairs, shares = 0, []
    for search in searches:
        values = [(float(model.weights[active].sum()) / len(active) ** 0.5, is_good) for active, is_good in search]
        good = np.array([value for value, is_good in values if is_good])
        bad = np.array([value for value, is_good in values if not is_good])
        if not (len(good) and len(bad)):
            continue
        differences = np.sign(good[:, None] - bad[None, :])
        num_pairs += differences.size
        shares.append(float((differences + 1).mean() / 2))
    return num_pairs, float(np.mean(shares)) if shares else None
