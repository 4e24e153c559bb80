"""Which theorems a run of self-play never learns from, and on which of them it is measured."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from conjecturer.errors import NothingToConjectureError
from conjecturer.ground import Ground
from conjecturer.run_records import HeldOut, SelfPlayConfiguration
from data.dataset import read_split


def choose_held_out(grounds: Sequence[Ground], configuration: SelfPlayConfiguration) -> HeldOut:
    """An even share of every repository's proved theorems, as far as it has so many.

    With a data set, all that it keeps from training (`val` and `test`) is held out, and the run is measured on some of
    `test`, and of `val` where more are wanted: so a model that was trained on the data set can be a run's first one.

    Raises:
        UsageError: if there is no such data set.
        NothingToConjectureError: if a repository has too few theorems.
    """
    kept = frozenset[str]()
    pools = {ground.name: sorted(entry.name for entry in ground.own_theorems if entry.is_proved) for ground in grounds}
    num_proved = {name: len(pool) for name, pool in pools.items()}
    if configuration.data:
        val, test = (_names(configuration.data, split) for split in ("val", "test"))
        kept = val | test
        num_test = sum(theorem in test for pool in pools.values() for theorem in pool)
        measured_on = test if configuration.num_held_out <= num_test else kept
        pools = {name: [theorem for theorem in pool if theorem in measured_on] for name, pool in pools.items()}
    measured: dict[str, list[str]] = {}
    left = configuration.num_held_out
    # Who has few gives all; what is missing is made up for by the others.
    for number, name in enumerate(sorted(pools, key=lambda name: len(pools[name]))):
        wanted = -(-left // (len(pools) - number))
        share = min(len(pools[name]), wanted)
        if not share or num_proved[name] < 2 * share:
            raise NothingToConjectureError(
                f"{name} has {len(pools[name])} proved theorems, too few to hold out {wanted}: "
                "give a smaller --held-out"
            )
        # Not the run's seed: runs with different seeds are to be compared on the same theorems.
        measured[name] = sorted(random.Random(f"held out {name}").sample(pools[name], share))
        left -= share
    by_repository = {
        ground.name: sorted(
            {
                *measured[ground.name],
                *(entry.name for entry in ground.own_theorems if entry.name in kept),
                *_beyond(ground, configuration, without=kept.union(measured[ground.name])),
            }
        )
        for ground in grounds
    }
    return HeldOut(by_repository=by_repository, measured={name: measured[name] for name in by_repository})


def _beyond(ground: Ground, configuration: SelfPlayConfiguration, *, without: frozenset[str]) -> list[str]:
    """The theorems that are too many, if a run is to know only some: another seed, other theorems."""
    if configuration.learn_from is None:
        return []
    names = sorted(entry.name for entry in ground.own_theorems if entry.name not in without)
    random.Random(f"{configuration.seed} learnt from {ground.name}").shuffle(names)
    return names[configuration.learn_from :]


def _names(dataset: str, split: Literal["val", "test"]) -> frozenset[str]:
    return frozenset(theorem.full_name for theorem in read_split(Path(dataset), "random", split))
