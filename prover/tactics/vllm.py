"""A model run by vLLM in this process: continuous batching, a cache of shared beginnings, several GPUs for one model.

All that vLLM does well it does by itself; here prompts become its requests, each with a seed of its own, and its
answers completions. Written for the interface of vLLM 0.8 to 0.33.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.errors import UsageError
from prover.tactics.language_model import Completion, seed_of
from prover.tactics.prompts import Family


def open_engine(name: str, *, num_gpus: int) -> Any:
    """An engine for a model: a folder, or a name on the hub.

    Raises:
        UsageError: if there is no such model, or it cannot be run here.
    """
    from vllm import LLM

    if Path(name).is_dir() and not (Path(name) / "config.json").is_file():
        raise UsageError(
            f"vllm:{name}: the folder holds no whole model (no config.json); for an adapter leave `vllm:` out"
        )
    try:
        return LLM(name, dtype="auto", tensor_parallel_size=num_gpus, enable_prefix_caching=True)
    except (OSError, ValueError, RuntimeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UsageError(f"vLLM does not run {name} on {num_gpus} GPU here: {reason}") from None


class VllmModel:
    """A `LanguageModel` in this process.

    Args:
        engine: what `open_engine` made.
        family: when a completion is whole, and how long prompt and tactic may be.
        temperature: of the samples.
        num_tokens: the longest completion; None for the family's.
    """

    def __init__(self, engine: Any, *, family: Family, temperature: float = 1.0, num_tokens: int | None = None) -> None:
        self._engine = engine
        self._tokenizer = engine.get_tokenizer()
        self._family = family
        self._temperature = temperature
        self._num_tokens = num_tokens or family.num_tokens
        self._lock = threading.Lock()

    def close(self) -> None:
        """As in `LanguageModel`; the memory is given back with the object."""

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """As in `LanguageModel`."""
        from vllm import SamplingParams

        requests = [{"prompt_token_ids": self._ids(prompt)} for prompt in prompts]
        settings = [
            SamplingParams(
                n=num_samples,
                temperature=self._temperature,
                max_tokens=self._num_tokens,
                seed=seed_of(seed, prompt),
                stop=[self._family.stop] if self._family.stop else None,
                logprobs=0,  # of the tokens drawn, and of no others
            )
            for prompt in prompts
        ]
        with self._lock:
            answers = self._engine.generate(requests, settings, use_tqdm=False)
        return [[self._completion(output) for output in answer.outputs] for answer in answers]

    def _ids(self, prompt: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(prompt)
        return ids[-self._family.num_prompt_tokens :]

    def _completion(self, output: Any) -> Completion:
        drawn = [each[token] for token, each in zip(output.token_ids, output.logprobs, strict=True)]
        tokens = [(each.decoded_token or "", each.logprob) for each in drawn]
        return Completion(output.text, self._family.log_probability(tokens))
