"""A model that has read some prompts and reads on: in many ways for each, without reading the prompt again."""

from __future__ import annotations

import inspect
from typing import Protocol

import torch
from transformers import Cache, PreTrainedModel
from transformers.modeling_outputs import BaseModelOutput

from prover.tactics.growing_cache import growing_cache
from prover.tactics.model import LoadedModel


class Reader(Protocol):
    """A model behind its prompts.

    Attributes:
        logits: of the first token behind each prompt, of shape (prompts, vocabulary).
    """

    logits: torch.Tensor

    def repeat(self, count: int) -> None:
        """Go on from every prompt in so many ways, which stand side by side as rows."""

    def select(self, rows: torch.Tensor) -> None:
        """Go on with these rows only."""

    def read(self, tokens: torch.Tensor) -> torch.Tensor:
        """Read more tokens, of shape (rows, n); the logits behind each of them, of shape (rows, n, vocabulary)."""


def open_reader(loaded: LoadedModel, ids: torch.Tensor, mask: torch.Tensor) -> Reader:
    """Read prompts.

    Args:
        loaded: who reads.
        ids: the prompts' tokens, of shape (prompts, tokens), padded on the side of `loaded.tokenizer`.
        mask: 1 where they are no padding.
    """
    return (_Seq2SeqReader if loaded.is_seq2seq else _CausalReader)(loaded.model, ids, mask)


class _CausalReader:
    """A causal model, which reads a prompt and what follows in the same way."""

    def __init__(self, model: PreTrainedModel, ids: torch.Tensor, mask: torch.Tensor) -> None:
        self._model = model
        self._mask = mask
        parameters = inspect.signature(model.forward).parameters
        self._takes_positions = "position_ids" in parameters
        # Of a long prompt's logits only the last are wanted, and all of them can be gigabytes.
        shortened = {"logits_to_keep": 1} if "logits_to_keep" in parameters else {}
        positions = (mask.cumsum(-1) - 1).clamp(min=0)
        self._position = positions[:, -1:]
        self._cache: Cache = growing_cache(model)
        output = model(
            ids,
            attention_mask=mask,
            past_key_values=self._cache,
            use_cache=True,
            **shortened,
            **self._positions(positions),
        )
        self.logits: torch.Tensor = output.logits[:, -1]

    def _positions(self, positions: torch.Tensor) -> dict[str, torch.Tensor]:
        return {"position_ids": positions} if self._takes_positions else {}

    def repeat(self, count: int) -> None:
        self._cache.batch_repeat_interleave(count)
        self._mask = self._mask.repeat_interleave(count, dim=0)
        self._position = self._position.repeat_interleave(count, dim=0)

    def select(self, rows: torch.Tensor) -> None:
        self._cache.batch_select_indices(rows)
        self._mask, self._position = self._mask[rows], self._position[rows]

    def read(self, tokens: torch.Tensor) -> torch.Tensor:
        self._mask = torch.cat([self._mask, self._mask.new_ones(tokens.shape)], dim=1)
        positions = self._position + torch.arange(1, tokens.shape[1] + 1, device=tokens.device)
        self._position = positions[:, -1:]
        output = self._model(
            tokens,
            attention_mask=self._mask,
            past_key_values=self._cache,
            use_cache=True,
            **self._positions(positions),
        )
        logits: torch.Tensor = output.logits
        return logits


class _Seq2SeqReader:
    """A seq2seq model, whose encoder reads the prompt."""

    def __init__(self, model: PreTrainedModel, ids: torch.Tensor, mask: torch.Tensor) -> None:
        self._model = model
        self._mask = mask
        self._hidden = model.get_encoder()(input_ids=ids, attention_mask=mask).last_hidden_state
        self._cache: Cache | None = None
        self.logits = self.read(ids.new_full((len(ids), 1), model.config.decoder_start_token_id))[:, -1]

    def repeat(self, count: int) -> None:
        assert self._cache is not None
        self._cache.batch_repeat_interleave(count)
        self._mask = self._mask.repeat_interleave(count, dim=0)
        self._hidden = self._hidden.repeat_interleave(count, dim=0)

    def select(self, rows: torch.Tensor) -> None:
        assert self._cache is not None
        self._cache.batch_select_indices(rows)
        self._mask, self._hidden = self._mask[rows], self._hidden[rows]

    def read(self, tokens: torch.Tensor) -> torch.Tensor:
        output = self._model(
            encoder_outputs=BaseModelOutput(last_hidden_state=self._hidden),
            attention_mask=self._mask,
            decoder_input_ids=tokens,
            past_key_values=self._cache,
            use_cache=True,
        )
        self._cache = output.past_key_values
        logits: torch.Tensor = output.logits
        return logits
