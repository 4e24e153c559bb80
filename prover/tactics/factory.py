"""From what `--generator` says to generators of tactics: the one place where every command gets them.

Models are loaded once, when the generators are opened, and shared by all theorems. Torch, vLLM and HTTP are imported
only where a model needs them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from data.errors import UsageError
from data.theorem import Theorem
from prover.closing import Closing
from prover.proof import TacticGenerator
from prover.tactics.language_model import Judge, JudgingModel, LanguageModel
from prover.tactics.mixture import Mixture, Part
from prover.tactics.nearness import MakeSelector, SharedSymbols
from prover.tactics.perturbed import Perturbed
from prover.tactics.premises import Premises
from prover.tactics.prompts import Family, family_of
from prover.tactics.ranking import OUR_RANKER, Ranked, Ranker
from prover.tactics.specification import JUDGE_STRENGTH, NO_RANKER, GeneratorSpec, Kind, SourceSpec
from prover.tactics.symbolic import SymbolicGenerator

OUR_JUDGE = OUR_RANKER.with_name("judge")
"""The folder of the model that comes with the package and judges behind `OUR_RANKER`; its card lies beside it."""
Note = Callable[[str], None]
"""Gets a line on what is being done, or on what was done in another way than asked for."""


def family_for(source: SourceSpec) -> Family:
    """The form of prompt that a source's model has learned.

    Raises:
        UsageError: if it cannot be told, there is no such folder, or such a model cannot do what it is to.
    """
    is_folder = source.name.startswith((".", "/", "~")) and source.kind != "openai"
    if is_folder and not Path(source.name).is_dir():
        raise UsageError(f"--generator {source.text}: there is no folder {source.name}; name one that holds a model")
    family = family_of(source.name.rpartition("#")[2], requested=source.prompt)
    if source.judge and family.is_whole:
        raise UsageError(f"--generator {source.text}: who writes whole proofs cannot judge tactics; leave judge out")
    return family


def open_model(source: SourceSpec, *, note: Note = lambda _: None) -> LanguageModel:
    """Load a source's model, or connect to it.

    Raises:
        UsageError: if there is no such model.
        ModuleNotFoundError: if what it takes is not installed.
    """
    return _OPENERS[source.kind](source, family_for(source), note)


def _open_transformer(source: SourceSpec, family: Family, note: Note) -> LanguageModel:
    from prover.tactics.model import load_model
    from prover.tactics.transformer import TransformerModel

    note(f"loading {source.name}")
    loaded = load_model(source.name, device=source.device)
    if source.judge and loaded.judge is None:
        raise UsageError(
            f"--generator {source.text}: the model has not learnt to judge; teach it with `prove train --data RUN"
            f" --model {source.name}`, or leave judge out"
        )
    return TransformerModel(
        loaded,
        family=family,
        decoding=source.decoding or family.decoding,
        temperature=source.temperature,
        num_tokens=source.tokens,
        note=note,
    )


def _open_openai(source: SourceSpec, family: Family, note: Note) -> LanguageModel:
    from prover.tactics.http_client import ServerOptions
    from prover.tactics.openai import OpenAIModel

    url, _, model = source.name.partition("#")
    return OpenAIModel(
        url,
        model,
        family=family,
        temperature=source.temperature,
        num_tokens=source.tokens,
        options=ServerOptions(
            timeout=source.timeout, num_parallel=source.parallel, rate=source.rate, key=_key(source.key)
        ),
        note=note,
    )


def _open_vllm(source: SourceSpec, family: Family, note: Note) -> LanguageModel:
    from prover.tactics.vllm import VllmModel, open_engine

    note(f"loading {source.name} into vLLM")
    engine = open_engine(source.name, num_gpus=source.gpus)
    return VllmModel(engine, family=family, temperature=source.temperature, num_tokens=source.tokens)


def _key(file: str | None) -> str | None:
    """The key in the file, or in the environment."""
    if file is None:
        return os.environ.get("OPENAI_API_KEY")
    try:
        key = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"key={file} cannot be read: {error}") from None
    if not key or len(key.split()) > 1:
        raise UsageError(f"key={file}: the file must hold a key, and nothing else")
    return key


def _ranker(source: SourceSpec) -> Ranker | None:
    """What orders the symbolic generator's tactics."""
    if source.ranker == NO_RANKER:
        return None
    return Ranker.load(OUR_RANKER if source.ranker is None else Path(source.ranker))


_OPENERS: dict[Kind, Callable[[SourceSpec, Family, Note], LanguageModel]] = {
    "transformer": _open_transformer,
    "openai": _open_openai,
    "vllm": _open_vllm,
}


class Generators(Closing):
    """Makes the generator for a theorem. Its models stay open until it is closed.

    Args:
        spec: who proposes.
        make_selector: says which lemmas are near to a goal.
        open_model: how a source's model is had; a cluster's workers share one that is elsewhere.

    Raises:
        UsageError: if a model or a ranker cannot be had.
    """

    def __init__(
        self,
        spec: GeneratorSpec,
        *,
        make_selector: MakeSelector = SharedSymbols,
        open_model: Callable[[SourceSpec], LanguageModel] = open_model,
    ) -> None:
        self._spec = spec
        self._make_selector = make_selector
        self._open_model = open_model
        self._open_models = contextlib.ExitStack()
        self._models: dict[SourceSpec, LanguageModel] = {}
        self._families = {source: family_for(source) for source in spec.models}
        self._rankers = {source: _ranker(source) for source in spec.sources if source.kind == "symbolic"}
        self._our_judge: Future[tuple[Judge, Family]] | None = None
        if any(source.kind == "symbolic" and source.ranker is None for source in spec.sources):
            # Meanwhile Lean starts.
            loader = ThreadPoolExecutor(max_workers=1)
            self._our_judge = loader.submit(_our_judge)
            loader.shutdown(wait=False)
        for source in spec.models:
            if source.is_wanted_at_once:
                self._model(source)

    def close(self) -> None:
        """Close the models."""
        self._open_models.close()

    def make(
        self, theorem: Theorem, *, root: Path | None = None, seed: int = 0, is_embedded: bool = False
    ) -> TacticGenerator:
        """The generator for a theorem.

        Args:
            theorem: what is to be proved.
            root: its package's directory, where the modules that its file imports are looked for.
            seed: of all random choices; the symbolic generator makes none with seed 0, which is its best guess.
            is_embedded: whether the Lean is the embedded one, of whose library all sources are known.
        """
        premises = Premises(theorem, root=root, make_selector=self._make_selector)
        parts = [
            Part(partial(self._one, source, theorem, premises, seed, is_embedded), source.weight, source.after)
            for source in self._spec.proposers
        ]
        return parts[0].make() if len(parts) == 1 else Mixture(parts)

    def _model(self, source: SourceSpec) -> LanguageModel:
        """A source's model, opened once."""
        if source not in self._models:
            self._models[source] = self._open_model(source)
            self._open_models.callback(self._models[source].close)
        return self._models[source]

    def _one(
        self, source: SourceSpec, theorem: Theorem, premises: Premises, seed: int, is_embedded: bool
    ) -> TacticGenerator:
        if source.kind == "symbolic":
            symbolic: TacticGenerator = SymbolicGenerator(theorem, premises=premises)
            if (ranker := self._rankers[source]) is not None:
                symbolic = Ranked(symbolic, ranker=ranker)
            for judge, family, strength in self._judges(source):
                from prover.tactics.judged import Judged  # it takes numpy, which `ranker=none` can do without

                symbolic = Judged(
                    symbolic, theorem=theorem, model=judge, family=family, strength=strength, premises=premises
                )
            return Perturbed(symbolic, seed=seed) if seed else symbolic
        from prover.tactics.neural import NeuralGenerator  # it takes numpy, which a quick proof has no time for

        return NeuralGenerator(
            theorem,
            model=self._model(source),
            family=self._families[source],
            name=source.name,
            seed=seed,
            num_samples=source.samples,
            least=source.least,
            premises=premises,
            is_complete=is_embedded,
        )

    def _judges(self, source: SourceSpec) -> Iterator[tuple[Judge, Family, float]]:
        """Who puts the symbolic generator's tactics into order behind its ranker, how to ask them, and their shares."""
        if source.ranker is None:
            assert self._our_judge is not None, "it is loaded for such sources"
            yield *self._our_judge.result(), JUDGE_STRENGTH
        for judge in self._spec.models:
            if judge.judge:
                model = self._model(judge)
                assert isinstance(model, JudgingModel), "only such a source can be told to judge"
                yield model, self._families[judge], judge.judge


def _our_judge() -> tuple[Judge, Family]:
    """The model that comes with the package, and how it is asked."""
    from prover.tactics.small_judge import SmallJudge  # it takes numpy, which `ranker=none` can do without

    return SmallJudge(OUR_JUDGE), family_of(str(OUR_JUDGE))
