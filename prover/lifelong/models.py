"""The models of a lifelong run: a retriever's encoder after each lesson, and a generator of tactics.

Of the encoders three are kept: the first, the last, and the one with the best mean R@10; all others are removed as soon
as the next lesson is measured. Of the generators the last two are kept.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from prover.lifelong.configuration import LifelongConfiguration
from prover.lifelong.learning import new_encoder


class Models:
    """The models in a run's folder, by the number of lessons they have had."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def vectors(self) -> Path:
        """Where vectors are kept as long as their encoder is in use."""
        return self._root / "vectors"

    def encoder(self, number: int) -> Path:
        """The folder of an encoder."""
        folder = self._root / "encoders" / f"{number:02}"
        folder.parent.mkdir(exist_ok=True)
        return folder

    def generator(self, number: int) -> Path:
        """The folder of a generator."""
        return self._root / "generators" / f"{number:02}"

    def make_first_encoder(self, datasets: Sequence[Path], configuration: LifelongConfiguration) -> None:
        """Make the encoder that has had no lesson."""
        partial = self.encoder(0).with_name("making")
        shutil.rmtree(partial, ignore_errors=True)
        new_encoder(datasets, configuration).save(partial)
        partial.replace(self.encoder(0))

    def keep_encoders(self, number: int, *, best: int) -> None:
        """Remove encoders that are neither the first, the last, nor the best, and all vectors."""
        shutil.rmtree(self.vectors, ignore_errors=True)
        for place in range(1, number):
            if place != best:
                shutil.rmtree(self.encoder(place), ignore_errors=True)

    def keep_generators(self, number: int) -> None:
        """Remove the generator that is no longer needed when the next one is learnt."""
        shutil.rmtree(self.generator(number - 2), ignore_errors=True)
