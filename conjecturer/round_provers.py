"""Who proves in a round of self-play: the run's generator, with what has been learnt in the rounds before."""

from __future__ import annotations

from pathlib import Path

from conjecturer.run_records import SelfPlayConfiguration, last_made
from prover.tactics.specification import JUDGE_FILE, JUDGE_STRENGTH, NO_RANKER, SYMBOLIC, GeneratorSpec, SourceSpec

_MODEL, _RANKER = "prover", "tactics.ranker"
# How a run's own model is asked for tactics, and after how many states, so that what is easy for others stays cheap.
_NUM_SAMPLES = 24
_LEAST = 8
_AFTER = 8


class RoundProvers:
    """The provers of a run.

    Args:
        folder: the run's.
        configuration: the run's.
    """

    def __init__(self, folder: Path, configuration: SelfPlayConfiguration) -> None:
        self._folder = folder
        self._sources = GeneratorSpec.parse(configuration.generator).sources

    def everything(self, number: int) -> GeneratorSpec:
        """The run's generator, with ranker and model as they are before a round."""
        learnt = last_made(self._folder, _RANKER, before=number)
        sources = [
            source.model_copy(update={"ranker": str(learnt.resolve()) if learnt else source.ranker or NO_RANKER})
            if source.kind == SYMBOLIC
            else source
            for source in self._sources
        ]
        model = last_made(self._folder, _MODEL, before=number)
        if model is not None:
            is_judge = self.has_ranker and (model / JUDGE_FILE).exists()
            sources.append(
                SourceSpec(
                    kind="transformer",
                    name=str(model.resolve()),
                    samples=_NUM_SAMPLES,
                    least=_LEAST,
                    after=_AFTER,
                    judge=JUDGE_STRENGTH if is_judge else 0.0,
                )
            )
        return GeneratorSpec(tuple(sources))

    def model(self, number: int) -> Path:
        """Where the model of a round is."""
        return self._folder / f"round-{number}" / _MODEL

    @property
    def has_ranker(self) -> bool:
        """Whether there is a symbolic generator, whose tactics a ranker can put into order."""
        return any(source.kind == SYMBOLIC for source in self._sources)

    def ranker(self, number: int) -> Path:
        """Where the ranker of a round is."""
        return self._folder / f"round-{number}" / _RANKER
