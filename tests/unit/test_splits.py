"""Which theorems are learned from and which are measured on: figures mean nothing if a proof is in both."""

from __future__ import annotations

import random
from collections import Counter

from data.splits import novel_premises_split, num_held_out, random_split

NAMES = [f"theorem{number}" for number in range(400)]


def premises() -> list[set[int]]:
    """For each theorem a few premises, some used often, some by one proof only."""
    chance = random.Random(1)
    return [{int(chance.paretovariate(0.6)) % 300 for _ in range(chance.randrange(6))} for _ in NAMES]


def test_sizes() -> None:
    """Too few held out and the figures are noise, too many and there is nothing to learn from."""
    assert Counter(random_split(NAMES, seed=0)) == {"train": 320, "val": 40, "test": 40}
    assert (num_held_out(9), num_held_out(100), num_held_out(10**6)) == (0, 10, 2000)


def test_held_out_proofs_use_a_premise_that_training_does_not() -> None:
    """The split is for this: a prover that only repeats what it has seen fails on it."""
    used = premises()
    parts = novel_premises_split(NAMES, used, used, seed=0)
    trained = set().union(*(found for found, part in zip(used, parts, strict=True) if part == "train"))
    held_out = [found for found, part in zip(used, parts, strict=True) if part != "train"]
    assert len(held_out) >= 2 * num_held_out(len(NAMES))
    assert all(found - trained for found in held_out)


def test_a_premise_that_the_data_does_not_show_is_no_reason() -> None:
    """A reader who sees the tactics only could not tell why a proof is held out."""
    used = premises()
    shown = [{premise for premise in found if premise % 2} for found in used]
    parts = novel_premises_split(NAMES, used, shown, seed=0)
    trained = set().union(*(found for found, part in zip(used, parts, strict=True) if part == "train"))
    held_out = [found for found, part in zip(shown, parts, strict=True) if part != "train"]
    assert held_out
    assert all(found - trained for found in held_out)


def test_the_seed_decides() -> None:
    """A run could not be repeated, or a second opinion would be the first."""
    assert random_split(NAMES, seed=3) == random_split(NAMES, seed=3) != random_split(NAMES, seed=4)
    used = premises()
    assert novel_premises_split(NAMES, used, used, seed=3) == novel_premises_split(NAMES, used, used, seed=3)


def test_a_new_theorem_moves_few_others() -> None:
    """After each commit of the repository all figures would have to be measured again."""
    before, after = random_split(NAMES, seed=0), random_split([*NAMES, "new"], seed=0)
    assert sum(old != new for old, new in zip(before, after, strict=False)) <= 2
