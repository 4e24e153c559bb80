"""Who proves in a round of self-play: the run's generator, with what has been learnt in the rounds before."""

from __future__ import annotations

from pathlib import Path

from conjecturer.run_records import SelfPlayConfiguration
from prover.tactics.ranking import Ranker
from prover.tactics.specification import NO_RANKER, SYMBOLIC, GeneratorSpec, SourceSpec

# How a run's own model is asked, and after how many states beside others, so that what is easy for them stays cheap.
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
        ranker = self._ranker_before(number)
        sources = [
            source.model_copy(update={"ranker": ranker or source.ranker or NO_RANKER})
            if source.kind == SYMBOLIC
            else source
            for source in self._sources
        ]
        model = self._last_model(number - 1)
        if model is not None:
            sources.append(
                SourceSpec(kind="transformer", name=str(model), samples=_NUM_SAMPLES, least=_LEAST, after=_AFTER)
            )
        return GeneratorSpec(tuple(sources))

    def model(self, number: int) -> Path:
        """Where the model of a round is."""
        return self._folder / f"round-{number}" / "prover"

    def _last_model(self, number: int) -> Path | None:
        """A round's model, or that of the last round before it that has one."""
        models = (self.model(earlier) for earlier in range(number, -1, -1))
        return next((model.resolve() for model in models if model.is_dir()), None)

    @property
    def has_ranker(self) -> bool:
        """Whether there is a symbolic generator, whose tactics a ranker can put into order."""
        return any(source.kind == SYMBOLIC for source in self._sources)

    def ranker(self, number: int) -> Path:
        """Where the ranker of a round is."""
        return self._folder / f"round-{number}" / "tactics.ranker"

    def ranker_used(self, number: int) -> Ranker | None:
        """The ranker that the searches of a round went by."""
        names = [source.ranker for source in self.everything(number).sources if source.kind == SYMBOLIC]
        return None if names[0] in (None, NO_RANKER) else Ranker.load(Path(names[0]))

    def _ranker_before(self, number: int) -> str | None:
        rankers = (self.ranker(earlier).resolve() for earlier in range(number - 1, -1, -1))
        return next((str(path) for path in rankers if path.is_file()), None)
