"""Which conjectures teach something: the rules of STP, each by itself.

Source: STP (arXiv 2502.00212, section 3, self-play training, and the appendix with its hyperparameters). Where a rule
needed a choice that the paper leaves open, or where a small run needs another, the function says so.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from conjecturer.interest import symbol_bag
from conjecturer.statement import names_of

BARELY_PROVABLE = 0.25
"""The highest pass rate of a conjecture that trains the conjecturer."""
ELEGANT_SHARE = 0.8
"""Of the conjectures that would train the conjecturer, the share that is not dropped as inelegant."""
LEMMA_SHARE = 0.1
"""The largest share of the conjecturer's examples that may come from one lemma."""
MATCHING_CAP = 4
"""How many unproved statements one conjecture may stand for."""
LEARNT_BELOW = 0.5
"""The pass rate from which on a statement teaches the prover nothing more."""
NUM_REPLAYED_ROUNDS = 3
_LENGTH_DISCOUNT = 0.001
_AGE_DISCOUNT = 0.01
_DIMENSION = 512

Vectors: TypeAlias = "NDArray[np.float32]"


@dataclass(frozen=True, slots=True)
class Tried:
    """A statement after all attempts of a round.

    Attributes:
        name: its name in the run.
        statement: what it says.
        lemma: the lemma that it was made with; empty where there is none.
        proofs: every verified proof, one for each attempt that found one.
        efforts: for each of them the share of the attempt's Lean checks that went before it: 0 for a proof that was
            there at once, always less than 1.
        num_attempts: how many attempts there were.
        is_conjecture: False for a theorem of the repository that is tried again.
        declared: what stands between the theorem's name and the `:=` in front of each proof.
    """

    name: str
    statement: str
    lemma: str
    proofs: tuple[str, ...]
    efforts: tuple[float, ...]
    num_attempts: int
    is_conjecture: bool = True
    declared: str = ""

    @property
    def pass_rate(self) -> float:
        return pass_rate(self.efforts, self.num_attempts)


def pass_rate(efforts: Sequence[float], num_attempts: int) -> float:
    """How likely an attempt finds a proof whose budget is drawn evenly between none and the attempts' own.

    STP counts which of dozens of attempts succeed. A search says more than that: one that took 30 of its 100 checks
    would have succeeded with any budget from 30 on, so that one attempt tells what a handful of samples would.
    """
    return sum(1.0 - effort for effort in efforts) / num_attempts if num_attempts else 0.0


def is_barely_provable(tried: Tried, *, ceiling: float = BARELY_PROVABLE) -> bool:
    """Whether it was proved, but seldom: 0 < pass rate <= 1/4 (STP, section 3, reward of the conjecturer)."""
    return 0 < tried.pass_rate <= ceiling


def uses_its_lemma(tried: Tried) -> bool:
    """Whether the lemma occurs in a correct proof (STP, section 3, reward of the conjecturer).

    A conjecture that was made without a lemma cannot break the rule.
    """
    last = tried.lemma.rpartition(".")[2]
    return not last or any(last == name.rpartition(".")[2] for proof in tried.proofs for name in names_of(proof))


def elegance(tried: Tried) -> float:
    """Length of the shortest proof by length of the statement (STP, section 3): low where a statement is only long."""
    assert tried.proofs, "what is not proved has no elegance"
    return min(map(len, tried.proofs)) / len(tried.statement)


def without_inelegant(entries: Sequence[Tried], *, share: float = ELEGANT_SHARE) -> list[Tried]:
    """All but the least elegant fifth, in order (STP, section 3: the lowest 20 % are dropped)."""
    num_dropped = int(len(entries) * (1 - share) + 1e-9)
    dropped = set(sorted(range(len(entries)), key=lambda place: elegance(entries[place]))[:num_dropped])
    return [entry for place, entry in enumerate(entries) if place not in dropped]


def capped_by_lemma(entries: Sequence[Tried], *, share: float = LEMMA_SHARE) -> list[Tried]:
    """At most a tenth, and at least one, from any lemma, the first ones (STP, section 3)."""
    cap = max(1, int(len(entries) * share))
    counts: Counter[str] = Counter()
    kept: list[Tried] = []
    for entry in entries:
        counts[entry.lemma] += 1
        if not entry.lemma or counts[entry.lemma] <= cap:
            kept.append(entry)
    return kept


def matching_weights(conjectures: Vectors, targets: Vectors, *, cap: int = MATCHING_CAP) -> list[float]:
    """How much each conjecture counts, so that together they lie where the still unproved statements lie.

    STP (section 3) moves the conjectures' distribution to that of the unproved statements by an optimal matching in
    embedding space in which no conjecture may take more than four. Here the matching is greedy, the nearest pair
    first, which needs no solver and differs little for a few hundred statements.

    Args:
        conjectures: (n, d), of unit length.
        targets: (m, d), of unit length.
        cap: how many targets a conjecture may take.

    Returns:
        n weights: how many targets each has taken. Without targets all weigh one.
    """
    num_conjectures, num_targets = len(conjectures), len(targets)
    if not num_targets:
        return [1.0] * num_conjectures
    taken = [0.0] * num_conjectures
    is_open = [True] * num_targets
    closeness = conjectures @ targets.T
    for pair in np.argsort(-closeness, axis=None, kind="stable"):
        place, target = divmod(int(pair), num_targets)
        if is_open[target] and taken[place] < cap:
            taken[place] += 1
            is_open[target] = False
    return taken


def conjecturer_examples(
    tried: Sequence[Tried], unproved: Sequence[str], *, ceiling: float = BARELY_PROVABLE, is_conditioned: bool = True
) -> list[tuple[Tried, float]]:
    """What the conjecturer learns from, with weights: all of the rules above, in STP's order.

    Args:
        tried: what was tried in this round.
        unproved: the statements of the targets that are still unproved.
        ceiling: the curriculum's: see `pass_rate_ceiling`.
        is_conditioned: weigh by the unproved targets; else all weigh the same.
    """
    chosen = [entry for entry in tried if entry.is_conjecture and is_barely_provable(entry, ceiling=ceiling)]
    chosen = capped_by_lemma(without_inelegant([entry for entry in chosen if uses_its_lemma(entry)]))
    if not is_conditioned or not chosen:
        return [(entry, 1.0) for entry in chosen]
    weights = matching_weights(embedded([entry.statement for entry in chosen]), embedded(unproved))
    return [(entry, weight) for entry, weight in zip(chosen, weights, strict=True) if weight > 0]


def is_worth_learning(rate: float, *, below: float = LEARNT_BELOW) -> bool:
    """Whether the prover learns from a conjecture of this pass rate: below a half (STP, section 3), but proved."""
    return 0 < rate < below


def is_replayed(age: int) -> bool:
    """Whether proofs of so many rounds ago are still learnt from: this round's and those of the last three (STP)."""
    return 0 <= age <= NUM_REPLAYED_ROUNDS


def proof_weight(num_proofs: int, *, length: int, age: int) -> float:
    """How much one proof counts (STP, section 3): less if the statement has others, if it is long, if it is old.

    Args:
        num_proofs: distinct proofs of the same statement.
        length: of the proof, in tokens.
        age: rounds since it was found.
    """
    return math.exp(-_LENGTH_DISCOUNT * length - _AGE_DISCOUNT * age) / num_proofs


def pass_rate_ceiling(dial: float) -> float:
    """The curriculum's dial, from 0, where every conjecture that was proved counts, to 1, STP's barely provable ones.

    A small model has much to learn from easy ones, too, and wants something in between.
    """
    return 1.0 - dial * (1.0 - BARELY_PROVABLE)


def easy_share(dial: float) -> float:
    """Of the conjectures that are attempted, how many may be such that one tactic proves: half of them at 0, none at 1.

    Many theorems that people state are proved so, and which tactic it is has to be learnt from somewhere.
    """
    return 0.5 * (1.0 - dial)


def learnt_below(dial: float) -> float:
    """The same for what the prover learns from: from everything at 0 to STP's half at 1."""
    return 1.0 + 1e-9 - dial * (1.0 - LEARNT_BELOW)


def embedded(statements: Sequence[str]) -> Vectors:
    """Statements as vectors of unit length, (n, 512): the symbols that they are made of, hashed, rare ones stronger.

    STP takes a language model's hidden states; symbols need no model and see what matters here, the subject.
    """
    bags = [symbol_bag(statement) for statement in statements]
    frequencies = Counter(symbol for bag in bags for symbol in bag)
    vectors = np.zeros((len(statements), _DIMENSION), dtype=np.float32)
    for row, bag in enumerate(bags):
        for symbol, count in bag.items():
            digest = hashlib.blake2b(symbol.encode(), digest_size=4).digest()
            place, sign = int.from_bytes(digest[:3]) % _DIMENSION, 1 if digest[3] % 2 else -1
            vectors[row, place] += sign * math.sqrt(count) * math.log(1 + 100 / frequencies[symbol])
        length = float(np.linalg.norm(vectors[row]))
        vectors[row] /= length or 1.0
    return vectors


def diversity(statements: Sequence[str]) -> float:
    """One minus the mean cosine between two of the statements; 0 for fewer than two."""
    if len(statements) < 2:
        return 0.0
    vectors = embedded(statements)
    closeness = vectors @ vectors.T
    num_pairs = len(statements) * (len(statements) - 1)
    return float(1 - (closeness.sum() - np.trace(closeness)) / num_pairs)


def by_pass_rate(tried: Sequence[Tried], edges: Sequence[float] = (0.0, 0.25, 0.5, 0.75)) -> Mapping[str, int]:
    """How many statements have a pass rate of none, up to a quarter, and so on."""
    names = ("0", "(0, 1/4]", "(1/4, 1/2]", "(1/2, 3/4]", "(3/4, 1]")
    counts = dict.fromkeys(names, 0)
    for entry in tried:
        counts[names[sum(entry.pass_rate > edge for edge in edges)]] += 1
    return counts
