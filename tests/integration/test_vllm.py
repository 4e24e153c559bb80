"""vLLM as a generator: against the package itself where it is installed, and its engine where there is a GPU."""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path

import pytest
import torch

from prover.tactics.factory import open_model
from prover.tactics.specification import GeneratorSpec
from tests.integration import tiny_models
from tests.integration.tiny_models import ARROW, LINES, STATE, causal_model, taught

vllm = pytest.importorskip("vllm", reason="vllm is not installed (it needs a GPU): pip install 'leanloop[gpu]'")


def test_the_package_has_what_we_call() -> None:
    """It changes with every month; a user would meet a traceback after minutes of loading."""
    inspect.signature(vllm.LLM.__init__).bind(
        None, "name", dtype="auto", tensor_parallel_size=2, enable_prefix_caching=True
    )
    settings = vllm.SamplingParams(n=2, temperature=0.5, max_tokens=8, seed=1, stop=["\n---"], logprobs=0)
    assert (settings.n, settings.seed, settings.logprobs) == (2, 1, 0)
    inspect.signature(vllm.LLM.generate).bind(None, [{"prompt_token_ids": [1]}], [settings], use_tqdm=False)
    assert {"text", "token_ids", "logprobs"} <= {field.name for field in fields(vllm.CompletionOutput)}


@pytest.mark.skipif(not torch.cuda.is_available(), reason="vLLM needs a GPU")
def test_a_model_says_what_it_has_learned(tmp_path: Path) -> None:
    """Another engine is no other model: the same tactics with the same log-probabilities."""
    loaded = taught(causal_model(), {STATE: LINES[STATE], ARROW: LINES[ARROW]})
    folder = tiny_models.saved(loaded, tmp_path / "model")
    (source,) = GeneratorSpec.parse(f"vllm:{folder},prompt=state,temperature=0.2,tokens=40").models
    model = open_model(source)
    answers = model.complete([STATE, ARROW], num_samples=3, seed=0)
    assert [answer[0].text for answer in answers] == [LINES[STATE], LINES[ARROW]]
    expected = tiny_models.log_probability(loaded, STATE, LINES[STATE], has_ended=True)
    assert answers[0][0].log_probability == pytest.approx(expected, abs=0.05)
    assert model.complete([STATE, ARROW], num_samples=3, seed=0) == answers
