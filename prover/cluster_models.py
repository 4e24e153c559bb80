"""Models on a Ray cluster: each is loaded once, on a GPU where there is one, and serves the workers of all machines.

What the workers ask at the same time is one batch. An answer depends on prompt and seed only, so that a model that died
is started again and asked again, and nobody notices.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

import ray
from ray.exceptions import RayActorError, RayTaskError

from prover.errors import GenerationError
from prover.tactics.batching import Batching
from prover.tactics.factory import family_for, open_model
from prover.tactics.language_model import Completion, LanguageModel
from prover.tactics.specification import GeneratorSpec, SourceSpec

Handles = Mapping[SourceSpec, Any]
"""The actor of every model that is on the cluster."""

_MAX_RESTARTS = 3
# Threads of an actor, and so the most requests that can wait to be answered together.
_MAX_REQUESTS = 256


class _ModelActor:
    """A model in a process of its own."""

    def __init__(self, source: SourceSpec) -> None:
        self._source = source
        self._is_opening = threading.Lock()
        self._model: Batching | None = None

    def open(self) -> None:
        self._opened()

    def complete(self, prompts: Sequence[str], num_samples: int, seed: int) -> list[list[Completion]]:
        return self._opened().complete(prompts, num_samples=num_samples, seed=seed)

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        return self._opened().scores(prompts, completions)

    def _opened(self) -> Batching:
        # Not in the constructor, whose errors reach nobody; and once, though many ask a new process at the same time.
        with self._is_opening:
            if self._model is None:
                self._model = Batching(open_model(self._source))
            return self._model


class RemoteModel:
    """A `JudgingModel` that asks a model's actor."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor

    def close(self) -> None:
        """As in `LanguageModel`. The actor stays: it serves others, too."""

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """As in `LanguageModel`.

        Raises:
            GenerationError: if the model gives no tactics, or its process dies again and again.
        """
        answer: list[list[Completion]] = _answered(self._actor.complete.remote(prompts, num_samples, seed))
        return answer

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        """As in `JudgingModel`, if the model is one.

        Raises:
            GenerationError: as `complete`.
        """
        answer: list[list[float]] = _answered(self._actor.scores.remote(prompts, completions))
        return answer


def _answered(reference: Any) -> Any:
    try:
        return ray.get(reference)
    except RayTaskError as error:
        raise error.cause from None
    except RayActorError:
        raise GenerationError(
            f"the model's process died {_MAX_RESTARTS + 1} times; give it more memory or another model"
        ) from None


def start_models(spec: GeneratorSpec) -> Handles:
    """Start an actor for every model that takes a machine's memory; what a server has stays there.

    A model that is asked about hard theorems only is loaded when the first of them asks. `ray.init` has been called.

    Raises:
        UsageError: if a model cannot be had.
        ModuleNotFoundError: if what it takes is not installed.
    """
    num_gpus = 1 if ray.cluster_resources().get("GPU", 0) else 0  # type: ignore[no-untyped-call]
    make: Any = ray.remote(num_cpus=0, num_gpus=num_gpus)(_ModelActor)
    make = make.options(max_restarts=_MAX_RESTARTS, max_task_retries=_MAX_RESTARTS, max_concurrency=_MAX_REQUESTS)
    sources = [source for source in spec.models if source.kind != "openai"]
    for source in sources:
        family_for(source)  # A folder that is not there is a mistake to be told at once.
    actors = {source: make.remote(source) for source in sources}
    try:
        ray.get([actor.open.remote() for source, actor in actors.items() if source.is_wanted_at_once])
    except RayTaskError as error:
        end_models(actors)
        raise error.cause from None
    return actors


def end_models(handles: Handles) -> None:
    """End the actors, and give their memory back."""
    for actor in handles.values():
        ray.kill(actor)


def shared_model(handles: Handles, source: SourceSpec) -> LanguageModel:
    """A source's model: the one on the cluster where there is one, else opened here."""
    return RemoteModel(handles[source]) if source in handles else open_model(source)
