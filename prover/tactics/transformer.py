"""A model of Hugging Face, run in this process: sampled with a loop of our own, or searched with beams.

The loop is ours for three reasons. A prompt is read once, not once a sample. A sample that ends leaves the batch, so
that one long tactic does not keep a hundred short ones in it. And each prompt has random numbers of its own, so that a
state gets the same tactics whatever it is batched with.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import torch

from prover.errors import GenerationError
from prover.tactics.language_model import MAX_JUDGED_TOKENS, Completion
from prover.tactics.model import LoadedModel
from prover.tactics.prompts import Family
from prover.tactics.readers import open_reader
from prover.tactics.side_by_side import ending_tokens, read_side_by_side
from prover.tactics.specification import Decoding

_MAX_ROWS = {"cpu": 128, "cuda": 512}
# How often it is looked whether a sample holds a whole tactic: to decode all samples at every token would cost more.
_TOKENS_BETWEEN_LOOKS = 4


@dataclass(slots=True)
class _Sample:
    """One completion under way: its prompt's number, its tokens, and the log-probability of each."""

    prompt: int
    uniform: np.ndarray[Any, np.dtype[np.float32]]
    tokens: list[int]
    log_probabilities: list[float]

    def cut(self, num_tokens: int) -> None:
        del self.tokens[num_tokens:], self.log_probabilities[num_tokens:]


_Answer = TypeVar("_Answer")


class TransformerModel:
    """A `JudgingModel` in this process.

    Args:
        loaded: the model.
        family: when a completion is whole, and how long prompt and tactic may be.
        decoding: independent samples, or beam search, whose completions all differ.
        temperature: of the samples.
        num_tokens: the longest completion; None for the family's.
        note: gets a line when memory was short.
    """

    def __init__(
        self,
        loaded: LoadedModel,
        *,
        family: Family,
        decoding: Decoding = "sample",
        temperature: float = 1.0,
        num_tokens: int | None = None,
        note: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._loaded = loaded
        self._model: Any = loaded.model
        torch.nn.Module.eval(loaded.model)
        self._tokenizer = loaded.tokenizer
        self._family = family
        self._decoding = decoding
        self._temperature = temperature
        self._num_tokens = num_tokens or family.num_tokens
        self._note = note
        self._max_rows = _MAX_ROWS[loaded.device.type]
        self._is_halved = False
        self._lock = threading.Lock()
        self._ends = _end_tokens(loaded)

    def close(self) -> None:
        """As in `LanguageModel`; the memory is given back with the object."""

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """As in `LanguageModel`. Beam search makes no use of the seed.

        Raises:
            GenerationError: if the device's memory does not do for half a batch, either.
        """
        return self._with_memory(lambda: self._in_batches(prompts, num_samples, seed))

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        """As in `JudgingModel`.

        Raises:
            GenerationError: as `complete`.
        """
        return self._with_memory(
            lambda: [self._scores(prompt, texts) for prompt, texts in zip(prompts, completions, strict=True)]
        )

    def _with_memory(self, work: Callable[[], _Answer]) -> _Answer:
        """Do it; where memory is short, once more with batches of half the size, and so from then on."""
        with self._lock, torch.inference_mode():
            try:
                return work()
            except RuntimeError as error:
                if not _is_out_of_memory(error):
                    raise
                if self._is_halved:
                    raise GenerationError(_out_of_memory(self._loaded.device, self._max_rows)) from None
            self._is_halved = True
            self._max_rows //= 2
            self._note(f"{self._loaded.device} is short of memory: {self._max_rows} samples at a time from now on")
            if self._loaded.device.type == "cuda":
                torch.cuda.empty_cache()
            try:
                return work()
            except RuntimeError as error:
                if not _is_out_of_memory(error):
                    raise
                raise GenerationError(_out_of_memory(self._loaded.device, self._max_rows)) from None

    def _scores(self, prompt: str, texts: Sequence[str]) -> list[float]:
        """Of one prompt's texts."""
        judge = self._loaded.judge
        assert judge is not None, "only who has learnt to judge is asked"
        ids = [each[:MAX_JUDGED_TOKENS] for each in ending_tokens(self._loaded, texts)]
        read, size = self._token_ids(prompt), self._max_rows
        parts = (read_side_by_side(self._loaded, read, ids[at : at + size]) for at in range(0, len(ids), size))
        return [value for part in parts for value in part.scores(judge).tolist()]

    def _in_batches(self, prompts: Sequence[str], num_samples: int, seed: int) -> list[list[Completion]]:
        ids = [self._token_ids(prompt) for prompt in prompts]
        run = self._sampled if self._decoding == "sample" else self._beams
        completions: list[list[Completion]] = [[] for _ in prompts]
        num_samples = min(num_samples, self._max_rows)
        for numbers in _batches([len(each) for each in ids], max(1, self._max_rows // num_samples)):
            seeds = [f"{seed} {prompts[number]}" for number in numbers]
            answers = run([ids[number] for number in numbers], num_samples, seeds)
            for number, answer in zip(numbers, answers, strict=True):
                completions[number] = answer
        return completions

    def _token_ids(self, prompt: str) -> list[int]:
        ids: list[int] = self._tokenizer(prompt, verbose=False)["input_ids"]
        if self._loaded.is_seq2seq:
            return ids[-self._family.num_prompt_tokens :]
        if ids and ids[-1] in self._ends:  # A causal model whose prompt has ended has nothing to say.
            ids = ids[:-1]
        limit = getattr(self._model.config, "max_position_embeddings", None) or 1 << 30
        return ids[-max(1, min(self._family.num_prompt_tokens, limit - self._num_tokens)) :]

    def _padded(self, ids: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        padded = self._tokenizer.pad({"input_ids": list(map(list, ids))}, return_tensors="pt").to(self._loaded.device)
        return padded["input_ids"], padded["attention_mask"]

    def _sampled(self, ids: Sequence[Sequence[int]], num_samples: int, seeds: Sequence[str]) -> list[list[Completion]]:
        reader = open_reader(self._loaded, *self._padded(ids))
        running = [
            _Sample(prompt, uniform, [], [])
            for prompt, seed in enumerate(seeds)
            for uniform in _uniform(seed, num_samples, self._num_tokens)
        ]
        answers: list[list[_Sample]] = [[] for _ in ids]
        logits = reader.logits.repeat_interleave(num_samples, dim=0)
        reader.repeat(num_samples)
        for step in range(self._num_tokens):
            tokens = self._draw(logits, running, step)
            is_last = step + 1 == self._num_tokens
            kept = []
            for row, sample in enumerate(running):
                if is_last or sample.tokens[-1] in self._ends or self._is_whole(sample):
                    answers[sample.prompt].append(sample)
                else:
                    kept.append(row)
            if not kept:
                break
            if len(kept) < len(running):
                rows = torch.tensor(kept, device=logits.device)
                reader.select(rows)
                tokens = tokens[rows]
                running = [running[row] for row in kept]
            logits = reader.read(tokens)[:, -1]
        return [[self._completion(sample) for sample in samples] for samples in answers]

    def _draw(self, logits: torch.Tensor, running: Sequence[_Sample], step: int) -> torch.Tensor:
        """The next token of every sample, by inverting the distribution function at the sample's own random number."""
        log_probabilities = torch.log_softmax(logits.float(), dim=-1)
        scaled = log_probabilities if self._temperature == 1 else log_probabilities / self._temperature
        cumulated = torch.softmax(scaled, dim=-1).cumsum(dim=-1)
        uniform = torch.tensor(np.array([sample.uniform[step] for sample in running]), device=logits.device)
        places = torch.searchsorted(cumulated, (uniform * cumulated[:, -1]).unsqueeze(1), right=True)
        tokens = places.clamp_(max=logits.shape[-1] - 1)
        chosen = log_probabilities.gather(1, tokens).squeeze(1).tolist()
        for sample, token, log_probability in zip(running, tokens.squeeze(1).tolist(), chosen, strict=True):
            sample.tokens.append(token)
            sample.log_probabilities.append(log_probability)
        return tokens

    def _is_whole(self, sample: _Sample) -> bool:
        """Whether the sample holds a whole tactic; it is then cut where it first did."""
        if not self._family.has_end or len(sample.tokens) % _TOKENS_BETWEEN_LOOKS:
            return False
        if not self._family.is_complete(self._text(sample.tokens)):
            return False
        first = max(1, len(sample.tokens) - _TOKENS_BETWEEN_LOOKS + 1)
        sample.cut(
            next(
                count
                for count in range(first, len(sample.tokens) + 1)
                if self._family.is_complete(self._text(sample.tokens[:count]))
            )
        )
        return True

    def _text(self, tokens: list[int]) -> str:
        return str(self._tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False))

    def _completion(self, sample: _Sample) -> Completion:
        return Completion(self._text(sample.tokens), min(0.0, sum(sample.log_probabilities)))

    def _beams(self, ids: Sequence[Sequence[int]], num_samples: int, _seeds: Sequence[str]) -> list[list[Completion]]:
        """Sums of log-probabilities, as ReProver takes them: no penalty for length."""
        inputs, mask = self._padded(ids)
        found = self._model.generate(
            inputs,
            attention_mask=mask,
            num_beams=num_samples,
            num_return_sequences=num_samples,
            do_sample=False,
            length_penalty=0.0,
            early_stopping=False,
            max_new_tokens=self._num_tokens,
            output_scores=True,
            return_dict_in_generate=True,
            pad_token_id=self._tokenizer.pad_token_id,
        )
        scores = found.sequences_scores.tolist() if num_samples > 1 else self._greedy_scores(found)
        first = 1 if self._loaded.is_seq2seq else inputs.shape[1]
        texts = [self._text(sequence) for sequence in found.sequences[:, first:].tolist()]
        completions = [Completion(text, min(0.0, score)) for text, score in zip(texts, scores, strict=True)]
        return [completions[start : start + num_samples] for start in range(0, len(completions), num_samples)]

    def _greedy_scores(self, found: Any) -> list[float]:
        steps = self._model.compute_transition_scores(found.sequences, found.scores, normalize_logits=True)
        return [float(row[torch.isfinite(row)].sum()) for row in steps]


def _end_tokens(loaded: LoadedModel) -> frozenset[int]:
    """The tokens after which nothing follows: the tokenizer's, and what the model's own settings add."""
    ends = {loaded.tokenizer.eos_token_id}
    settings = loaded.model.generation_config
    configured = settings.eos_token_id if settings is not None else None
    ends |= set(configured) if isinstance(configured, list) else {configured}
    return frozenset(end for end in ends if end is not None)


def _uniform(seed: str, num_samples: int, num_tokens: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Random numbers of shape (samples, tokens), always the same for the same text, on every machine."""
    digest = hashlib.sha256(seed.encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16])).random((num_samples, num_tokens), dtype=np.float32)


def _batches(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """Numbers of prompts, at most `size` at a time, such of like length together."""
    order = sorted(range(len(lengths)), key=lambda number: lengths[number])
    for start in range(0, len(order), size):
        yield order[start : start + size]


def _is_out_of_memory(error: RuntimeError) -> bool:
    return isinstance(error, torch.OutOfMemoryError) or "can't allocate memory" in str(error)


def _out_of_memory(device: torch.device, num_rows: int) -> str:
    return (
        f"the memory of {device} does not do for {num_rows} samples at a time; take a smaller model, fewer tokens "
        "(MODEL,tokens=64), or device=cpu"
    )
