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
    """An even share of every repository's proved theorems.

    With a data set, all that it keeps from training (`val` and `test`) is held out, and the run is measured on some of
    `test`: so a model that was trained on the data set can be a run's first one.

    Raises:
        UsageError: if there is no such data set.
        NothingToConjectureError: if a repository has too few theorems.
    """
    share = -(-configuration.num_held_out // len(grounds))
    by_repository: dict[str, list[str]] = {}
    measured: dict[str, list[str]] = {}
    val, test = frozenset[str](), frozenset[str]()
    if configuration.data:
        val, test = (_names(configuration.data, split) for split in ("val", "test"))
    for ground in grounds:
        names = sorted(entry.name for entry in ground.own_theorems if entry.is_proved)
        pool = [name for name in names if name in test] if configuration.data else names
        if len(names) < 2 * share or len(pool) < share:
            raise NothingToConjectureError(
                f"{ground.name} has {len(pool)} proved theorems, too few to hold out {share}: give a smaller --held-out"
            )
        # Not the run's seed: runs with different seeds are to be compared on the same theorems.
        chosen = sorted(random.Random(f"held out {ground.name}").sample(pool, share))
        measured[ground.name] = chosen
        by_repository[ground.name] = sorted({*chosen, *(name for name in names if name in val or name in test)})
    return HeldOut(by_repository=by_repository, measured=measured)


def _names(dataset: str, split: Literal["val", "test"]) -> frozenset[str]:
    return frozenset(theorem.full_name for theorem in read_split(Path(dataset), "random", split))
