"""A small Llama that judges tactics, run with numpy: the model that comes with the package needs no torch.

It reads as `side_by_side.py` does: the prompt once, and behind it all texts, none seeing another. It writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError
from safetensors import SafetensorError
from safetensors.numpy import load_file
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from data.errors import UsageError
from prover.tactics.language_model import MAX_JUDGED_TOKENS
from prover.tactics.specification import JUDGE_FILE

Floats = NDArray[np.floating[Any]]
_Memory = tuple[Floats, Floats]

# What it has been trained on was no longer.
_MAX_PROMPT = 512 - MAX_JUDGED_TOKENS
_TOKENS_AT_A_TIME = 128
_END = "<end>"
_UNSEEN = np.float32(-1e9)


class _Rope(BaseModel):
    rope_theta: float


class _Config(BaseModel):
    """What a model's `config.json` must say for us to read as it does."""

    hidden_size: int
    num_attention_heads: int
    num_hidden_layers: int
    rms_norm_eps: float
    rope_parameters: _Rope


@dataclass(frozen=True, eq=False, slots=True)
class _Layer:
    """One layer's weights, each to be multiplied from the right."""

    before_attention: Floats
    queries: Floats
    keys: Floats
    values: Floats
    out: Floats
    before_feed_forward: Floats
    gate: Floats
    up: Floats
    down: Floats


_NAMES = {
    "before_attention": "input_layernorm",
    "queries": "self_attn.q_proj",
    "keys": "self_attn.k_proj",
    "values": "self_attn.v_proj",
    "out": "self_attn.o_proj",
    "before_feed_forward": "post_attention_layernorm",
    "gate": "mlp.gate_proj",
    "up": "mlp.up_proj",
    "down": "mlp.down_proj",
}


class SmallJudge:
    """A `Judge` that any machine can run: a model of ours that `prove train --judge` has made.

    Args:
        folder: the model's.

    Raises:
        UsageError: if the folder holds no such model.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._config = _Config.model_validate_json((folder / "config.json").read_bytes())
            self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._end = self._tokenizer.get_vocab()[_END]
            weights = {
                name: np.ascontiguousarray(value.astype(np.float32).T)
                for name, value in load_file(folder / "model.safetensors").items()
            }
            self._judge = load_file(folder / JUDGE_FILE)["judge"].astype(np.float32)
            self._layers = [
                _Layer(**{field: weights[f"model.layers.{number}.{name}.weight"] for field, name in _NAMES.items()})
                for number in range(self._config.num_hidden_layers)
            ]
            self._words = np.ascontiguousarray(weights["model.embed_tokens.weight"].T)
            self._norm = weights["model.norm.weight"]
        except (OSError, KeyError, ValidationError, SafetensorError) as error:
            raise UsageError(f"{folder} is no judge of ours ({' '.join(str(error).split())[:200]})") from None
        self._tokenizer.no_padding()
        self._threads = ThreadpoolController().select(internal_api="openblas")
        self._num_heads = self._config.num_attention_heads
        self._head = self._config.hidden_size // self._num_heads

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        """As in `Judge`."""
        # Its matrices are too small to share, and threads that wait for a share take the time that Lean needs.
        with self._threads.limit(limits=1):
            return [self._scores(prompt, texts) for prompt, texts in zip(prompts, completions, strict=True)]

    def _scores(self, prompt: str, texts: Sequence[str]) -> list[float]:
        read = self._tokenizer.encode(prompt).ids[-_MAX_PROMPT:]
        ids = [[*each.ids, self._end][:MAX_JUDGED_TOKENS] for each in self._tokenizer.encode_batch(list(texts))]
        nothing = np.zeros((self._num_heads, 0, self._head), dtype=np.float32)
        _, memory = self._read([read], 0, [(nothing, nothing)] * len(self._layers))
        found = np.zeros(len(ids), dtype=np.float32)
        for some in _alike(ids):
            hidden, _ = self._read([ids[place] for place in some], len(read), memory)
            ends = hidden[np.arange(len(some)), [len(ids[place]) - 1 for place in some]]
            found[some] = _normal(ends, self._norm, self._config.rms_norm_eps) @ self._judge
        return found.tolist()

    def _read(
        self, texts: Sequence[Sequence[int]], start: int, memory: Sequence[_Memory]
    ) -> tuple[Floats, list[_Memory]]:
        """Read texts that stand behind the same, none seeing another.

        Args:
            texts: the tokens of each; what is behind the end of a shorter one means nothing.
            start: the place of their first tokens, from 0.
            memory: of every layer, what is remembered of the tokens before, which all see.

        Returns:
            The last layer's hidden states, of shape (texts, length, hidden), and what is to be remembered of the first
            text.
        """
        length = max(map(len, texts))
        ids = np.array([[*text, *[self._end] * (length - len(text))] for text in texts], dtype=np.int64)
        later = np.where(np.triu(np.ones((length, length), dtype=bool), 1), _UNSEEN, np.float32(0))
        turn = self._turn(range(start, start + length))
        hidden: Floats = self._words[ids]
        found: list[_Memory] = []
        for layer, (old_keys, old_values) in zip(self._layers, memory, strict=True):
            normal = _normal(hidden, layer.before_attention, self._config.rms_norm_eps)
            queries = _turned(self._heads(normal @ layer.queries), turn) * np.float32(self._head**-0.5)
            keys = _turned(self._heads(normal @ layer.keys), turn)
            values = self._heads(normal @ layer.values)
            fits_old = _flat(queries) @ old_keys.swapaxes(1, 2)
            fits = [fits_old.reshape(*queries.shape[:3], start), queries @ keys.swapaxes(2, 3) + later]
            shares = _softmax(np.concatenate(fits, axis=3))
            read = (_flat(shares[..., :start]) @ old_values).reshape(queries.shape) + shares[..., start:] @ values
            hidden = hidden + read.transpose(1, 2, 0, 3).reshape(hidden.shape) @ layer.out
            normal = _normal(hidden, layer.before_feed_forward, self._config.rms_norm_eps)
            gate = normal @ layer.gate
            hidden = hidden + (gate / (1 + np.exp(-gate)) * (normal @ layer.up)) @ layer.down
            found.append((keys[:, 0], values[:, 0]))
        return hidden, found

    def _heads(self, hidden: Floats) -> Floats:
        """From (texts, length, hidden) to (heads, texts, length, head)."""
        shape = (*hidden.shape[:2], self._num_heads, self._head)
        return np.ascontiguousarray(hidden.reshape(shape).transpose(2, 0, 1, 3))

    def _turn(self, places: Sequence[int]) -> tuple[Floats, Floats]:
        """Cosine and sine of the rotary positions (Su et al., arXiv 2104.09864), each of shape (tokens, head)."""
        speeds = self._config.rope_parameters.rope_theta ** (-np.arange(0, self._head, 2) / self._head)
        angles = np.outer(places, np.concatenate([speeds, speeds]))
        return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


def _alike(texts: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places of the texts, those of about the same length together, so many as make a row of a usual length."""
    row: list[int] = []
    for place in sorted(range(len(texts)), key=lambda place: len(texts[place])):
        if row and (len(row) + 1) * len(texts[place]) > _TOKENS_AT_A_TIME:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _flat(heads: Floats) -> Floats:
    """From (heads, texts, length, ..) to (heads, texts * length, ..): what all texts see is multiplied at once."""
    return heads.reshape(heads.shape[0], heads.shape[1] * heads.shape[2], heads.shape[3])


def _normal(hidden: Floats, weight: Floats, epsilon: float) -> Floats:
    squares = np.mean(np.square(hidden), axis=-1, keepdims=True)
    normal: Floats = hidden / np.sqrt(squares + np.float32(epsilon)) * weight
    return normal


def _turned(heads: Floats, turn: tuple[Floats, Floats]) -> Floats:
    half = heads.shape[-1] // 2
    other = np.concatenate([-heads[..., half:], heads[..., :half]], axis=-1)
    return heads * turn[0] + other * turn[1]


def _softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares
