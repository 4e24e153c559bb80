"""Texts behind one prompt, which a model reads in one pass, none seeing another: what it makes of each.

A causal model reads prompt and texts as one row with a mask, so that nothing is padded and the prompt is read once.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn.utils.rnn import pad_sequence
from transformers.modeling_outputs import BaseModelOutput

from prover.tactics.language_model import MAX_JUDGED_TOKENS
from prover.tactics.model import LoadedModel


@dataclass(frozen=True, eq=False, slots=True)
class Readings:
    """What a model has made of texts behind a prompt. Gradients flow through both.

    Attributes:
        log_probability: natural logarithm of the first text's probability; a scalar.
        endings: the last hidden state at the last token of every text that a judge looks at, of shape (texts, hidden).
    """

    log_probability: torch.Tensor
    endings: torch.Tensor

    def scores(self, judge: torch.Tensor) -> torch.Tensor:
        """How well every text fits, in nats, by what `LoadedModel.judge` says; of shape (texts,)."""
        return self.endings.float() @ judge


def ending_tokens(loaded: LoadedModel, texts: Sequence[str]) -> list[list[int]]:
    """The tokens of each text, with the one that says that it ends."""
    if not texts:
        return []
    tokenizer = loaded.tokenizer
    # Not verbose: it would warn of lengths that its callers see to.
    ids: list[list[int]] = tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"]
    return [[*each, tokenizer.eos_token_id] for each in ids]


def read_side_by_side(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> Readings:
    """Read texts behind a prompt.

    Args:
        loaded: who reads.
        prompt: its tokens.
        texts: what `ending_tokens` gives for them; at least one.
    """
    return (_in_rows if loaded.is_seq2seq else _in_one_row)(loaded, prompt, texts)


def _in_one_row(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> Readings:
    model: Any = loaded.model
    device, start = loaded.device, len(prompt)
    ids = torch.tensor([[*prompt, *itertools.chain(*texts)]], device=device)
    places = [*range(start), *(start + place for text in texts for place in range(len(text)))]
    owners = torch.tensor([0] * start + [number for number, text in enumerate(texts, 1) for _ in text], device=device)
    is_seen = ((owners == owners.unsqueeze(1)) | (owners == 0)).tril()
    mask = torch.zeros(is_seen.shape, dtype=model.dtype, device=device)
    mask.masked_fill_(~is_seen, torch.finfo(model.dtype).min)
    # The token before each of the first text's has to say it.
    saying = torch.arange(start - 1, start + len(texts[0]) - 1, device=device)
    is_short = "logits_to_keep" in inspect.signature(model.forward).parameters
    output = model(
        ids,
        attention_mask=mask[None, None],
        position_ids=torch.tensor([places], device=device),
        use_cache=False,
        output_hidden_states=True,
        **({"logits_to_keep": saying} if is_short else {}),
    )
    logits = output.logits[0] if is_short else output.logits[0, saying]
    starts = itertools.accumulate(map(len, texts), initial=start)
    ends = [first + last for first, last in zip(starts, _lasts(texts), strict=False)]
    return Readings(_said(logits, ids[0, saying + 1]), output.hidden_states[-1][0, ends])


def _in_rows(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> Readings:
    model: Any = loaded.model
    device = loaded.device
    read = model.get_encoder()(input_ids=torch.tensor([list(prompt)], device=device)).last_hidden_state
    first = model.config.decoder_start_token_id
    # What follows a text in its row is read after it, so nothing has to hide it.
    rows = pad_sequence([torch.tensor([first, *text], device=device) for text in texts], batch_first=True)
    output = model(
        encoder_outputs=BaseModelOutput(last_hidden_state=read.expand(len(texts), -1, -1)),
        decoder_input_ids=rows,
        use_cache=False,
        output_hidden_states=True,
    )
    ends = [1 + last for last in _lasts(texts)]
    said = torch.tensor(list(texts[0]), device=device)
    return Readings(
        _said(output.logits[0, : len(said)], said),
        output.decoder_hidden_states[-1][torch.arange(len(texts), device=device), ends],
    )


def _lasts(texts: Sequence[Sequence[int]]) -> list[int]:
    """The place in each text of the last token that is looked at."""
    return [min(len(text), MAX_JUDGED_TOKENS) - 1 for text in texts]


def _said(logits: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
    logs = torch.log_softmax(logits.float(), dim=-1)
    return logs.gather(1, tokens.unsqueeze(1)).sum()
