"""Training a ranker on search trees: of all tactics tried on a state of a proof, which one is the proof's.

The loss is the cross-entropy of the proof's tactic among those tried, what the proposer thought of them included (a
conditional logit model; McFadden 1974): so the ranker learns only where the proposer was wrong. Tactics that would have
come after the proof's were never tried, and nothing is said about them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.errors import UsageError
from prover.lean.goals import parse_goals
from prover.proof import Suggestion
from prover.search.record import TreeRecord
from prover.tactics.ranking import NUM_FEATURES, Ranker, describe, features
from prover.training.decisions import decisions

_VAL_ONE_IN = 5
_NUM_STEPS = 200
_LEARNING_RATE = 2.0
_MOMENTUM = 0.9
# Of a normal prior on every weight: what few choices say counts for little beside it.
_PRIOR = 0.1


@dataclass(frozen=True, slots=True)
class Choice:
    """The tactics that were tried on a state of a proof.

    Attributes:
        features: of each, as `prover.tactics.ranking.features` gives them.
        log_probabilities: of each, the proposer's.
        winning: which one is the proof's.
    """

    features: list[list[int]]
    log_probabilities: list[float]
    winning: int


@dataclass(frozen=True, slots=True)
class RankerReport:
    """How good a ranker is on searches that it has not seen.

    Attributes:
        num_choices: trained on.
        num_val_choices: measured on.
        proposer_rank: the mean place of the proof's tactic in the proposer's order, 1 for the first, among those that
            were tried; None where nothing was measured.
        ranker_rank: the same in the ranker's order.
    """

    num_choices: int
    num_val_choices: int
    proposer_rank: float | None
    ranker_rank: float | None


def train_ranker(trees: Iterable[TreeRecord], *, seed: int = 0) -> tuple[Ranker, RankerReport]:
    """Train a ranker. A fifth of the theorems measures one trained on the others; what is returned knows all.

    Args:
        trees: searches.
        seed: decides what is held out.

    Raises:
        UsageError: if there are no proofs to learn from.
    """
    train: list[Choice] = []
    val: list[Choice] = []
    for tree in trees:
        digest = hashlib.sha256(f"{seed} {tree.theorem}".encode()).digest()
        (val if digest[0] % _VAL_ONE_IN == 0 else train).extend(choices(tree))
    if not train and not val:
        raise UsageError("the search trees hold no proof to learn from: give longer runs")
    ranks = (mean_rank(val, None), mean_rank(val, fitted(train))) if train and val else (None, None)
    return Ranker(fitted([*train, *val]).tolist()), RankerReport(len(train) + len(val), len(val), *ranks)


def choices(tree: TreeRecord) -> Iterator[Choice]:
    """The decisions of a proof, as the ranker sees them: without what another ranker had added."""
    for choice in decisions(tree):
        goal = parse_goals(choice.state)[0]
        described = describe(goal, previous=choice.before[-1] if choice.before else "")
        tried = [Suggestion(edge.tactic, edge.proposed, edge.source) for edge in choice.tried]
        active = [features(suggestion, described) for suggestion in tried]
        yield Choice(active, [suggestion.log_probability for suggestion in tried], choice.winning)


def fitted(known: Sequence[Choice]) -> NDArray[np.float64]:
    """The weights, of shape (features,), by gradient descent over all choices at once: the same result every time.

    Not by Adam, whose steps are as long for a feature seen once as for one seen always.
    """
    table, decay = _Table(known), _PRIOR / len(known)
    weights, velocity = np.zeros(NUM_FEATURES), np.zeros(NUM_FEATURES)
    for _ in range(_NUM_STEPS):
        velocity = _MOMENTUM * velocity + table.slopes(weights) / len(known) + decay * weights
        weights -= _LEARNING_RATE * velocity
    return weights


def mean_rank(known: Sequence[Choice], weights: NDArray[np.float64] | None) -> float:
    """The mean place of the proof's tactic among those tried; equals are half before it."""
    ranks = []
    for choice in known:
        values = np.array(choice.log_probabilities)
        if weights is not None:
            values += [weights[active].sum() / max(1, len(active)) ** 0.5 for active in choice.features]
        best = values[choice.winning]
        ranks.append(1 + (values > best).sum() + ((values == best).sum() - 1) / 2)
    return float(np.mean(ranks))


class _Table:
    """All tactics of all choices as one sparse matrix."""

    def __init__(self, known: Sequence[Choice]) -> None:
        rows = [active for choice in known for active in choice.features]
        lengths = np.array([len(active) for active in rows])
        self._columns = np.fromiter((number for active in rows for number in active), dtype=np.int64)
        self._rows = np.repeat(np.arange(len(rows)), lengths)
        self._scale = 1 / np.sqrt(np.maximum(lengths, 1))
        sizes = [len(choice.features) for choice in known]
        self._groups = np.repeat(np.arange(len(known)), sizes)
        self._starts = np.cumsum([0, *sizes[:-1]])
        self._offsets = np.array([value for choice in known for value in choice.log_probabilities])
        self._winning = np.zeros(len(rows))
        self._winning[self._starts + np.array([choice.winning for choice in known])] = 1

    def slopes(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The gradient of the sum of the choices' cross-entropies."""
        sums = np.bincount(self._rows, weights=weights[self._columns], minlength=len(self._scale))
        values = self._offsets + sums * self._scale
        values -= np.maximum.reduceat(values, self._starts)[self._groups]
        shares = np.exp(values)
        shares /= np.add.reduceat(shares, self._starts)[self._groups]
        error = (shares - self._winning) * self._scale
        slopes: NDArray[np.float64] = np.bincount(
            self._columns, weights=error[self._rows], minlength=NUM_FEATURES
        ).astype(np.float64)
        return slopes
