"""One model for many who ask at the same time: what comes in while it works is its next batch.

Nobody waits for a batch to fill. While the model is busy requests gather, and it then takes all of them at once, so
that batches grow with the load and a single request is answered at once.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future

from prover.tactics.language_model import Completion, JudgingModel, LanguageModel


class Batching:
    """A `LanguageModel` that puts the requests of several threads together.

    Args:
        model: who answers; it is asked by one thread at a time.
        num_prompts: the most prompts in one batch; a larger request is a batch of its own.
    """

    def __init__(self, model: LanguageModel, *, num_prompts: int = 64) -> None:
        self._model = model
        self._num_prompts = num_prompts
        self._is_free = threading.Lock()
        self._guard = threading.Lock()
        self._waiting: list[_Request] = []

    def close(self) -> None:
        """Close the model."""
        self._model.close()

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """As in `LanguageModel`."""
        request = _Request(prompts, num_samples, seed)
        with self._guard:
            self._waiting.append(request)
        while not request.answer.done():
            # Whoever gets the model serves all that wait, perhaps before its own turn comes.
            with self._is_free:
                if not request.answer.done():
                    self._serve(self._take())
        return request.answer.result()

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        """As in `JudgingModel`, if the model is one; in turn, for every prompt is read by itself anyway."""
        assert isinstance(self._model, JudgingModel)
        with self._is_free:
            return self._model.scores(prompts, completions)

    def _take(self) -> list[_Request]:
        """The oldest request, and those that can be answered together with it."""
        with self._guard:
            first = self._waiting[0]
            taken: list[_Request] = []
            num_prompts = 0
            for request in self._waiting:
                fits = num_prompts + len(request.prompts) <= self._num_prompts or not taken
                if fits and (request.num_samples, request.seed) == (first.num_samples, first.seed):
                    taken.append(request)
                    num_prompts += len(request.prompts)
            self._waiting = [request for request in self._waiting if request not in taken]
        return taken

    def _serve(self, requests: Sequence[_Request]) -> None:
        """Answer them all; what the model raises is raised in every thread that waits for it."""
        prompts = [prompt for request in requests for prompt in request.prompts]
        try:
            answers = self._model.complete(prompts, num_samples=requests[0].num_samples, seed=requests[0].seed)
        except BaseException as error:
            for request in requests:
                request.answer.set_exception(error)
            return
        start = 0
        for request in requests:
            end = start + len(request.prompts)
            request.answer.set_result(answers[start:end])
            start = end


class _Request:
    """What one thread asks. Compared by identity."""

    def __init__(self, prompts: Sequence[str], num_samples: int, seed: int) -> None:
        self.prompts = prompts
        self.num_samples = num_samples
        self.seed = seed
        self.answer: Future[list[list[Completion]]] = Future()
