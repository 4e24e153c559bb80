"""One model for many threads: who asks while it works is answered in its next batch, and only with what is his."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from prover.errors import GenerationError
from prover.tactics.batching import Batching
from prover.tactics.language_model import Completion


class _Echo:
    """Says what it was asked; the first batch waits until it is let go. Refuses to answer `bad`."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.is_busy = threading.Event()
        self.may_go_on = threading.Event()

    def close(self) -> None:
        pass

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        self.batches.append(list(prompts))
        self.is_busy.set()
        assert self.may_go_on.wait(timeout=60)
        if "bad" in prompts:
            raise GenerationError("no")
        return [[Completion(f"{prompt} {seed}", 0.0)] * num_samples for prompt in prompts]


def _asked(
    batching: Batching, model: _Echo, requests: Sequence[tuple[list[str], int]]
) -> list[Future[list[list[Completion]]]]:
    """All answers, when the second request and those behind it came while the model was at the first."""
    with ThreadPoolExecutor(len(requests)) as pool:
        answers = [pool.submit(batching.complete, requests[0][0], num_samples=2, seed=requests[0][1])]
        assert model.is_busy.wait(timeout=60)
        answers += [pool.submit(batching.complete, prompts, num_samples=2, seed=seed) for prompts, seed in requests[1:]]
        while len(batching._waiting) < len(requests) - 1:
            time.sleep(0.001)
        model.may_go_on.set()
    return answers


def test_what_comes_while_the_model_works_is_one_batch() -> None:
    """A GPU that is asked for one state at a time is idle most of its time."""
    model = _Echo()
    requests = [(["a"], 0), (["b", "c"], 0), (["d"], 0), (["e"], 1)]
    answers = _asked(Batching(model), model, requests)
    assert sorted(map(sorted, model.batches)) == [["a"], ["b", "c", "d"], ["e"]]
    for (prompts, seed), answer in zip(requests, answers, strict=True):
        assert answer.result() == [[Completion(f"{prompt} {seed}", 0.0)] * 2 for prompt in prompts]


def test_a_batch_has_no_more_prompts_than_the_memory_takes() -> None:
    """A batch that grows with the number of workers would end in an out-of-memory error on the largest clusters."""
    model = _Echo()
    _asked(Batching(model, num_prompts=2), model, [(["a"], 0), (["b", "c", "d"], 0), (["e"], 0), (["f"], 0)])
    assert ["b", "c", "d"] in model.batches
    assert max(len(batch) for batch in model.batches if batch != ["b", "c", "d"]) <= 2


def test_everybody_in_a_batch_hears_of_its_error() -> None:
    """A worker that never hears of it waits until the end of the run."""
    model = _Echo()
    first, *others = _asked(Batching(model), model, [(["a"], 0), (["bad"], 0), (["b"], 0)])
    assert first.result()
    assert [type(answer.exception()) for answer in others] == [GenerationError, GenerationError]
