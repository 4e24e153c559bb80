"""What a model loses on examples: the negative log-probability of their completions, computed in few passes.

An example with rivals costs more: how surely the model, together with who proposed them all, takes its completion for
the right one (the loss of `ranking.py`). So it learns to judge tactics as `prover.tactics.judged` has it do.

Examples of similar length share a pass, so that little of it is padding, and a pass is as large as memory allows: a
step's gradient is the same however many passes it takes.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from prover.tactics.language_model import MAX_JUDGED_TOKENS
from prover.tactics.model import LoadedModel
from prover.tactics.side_by_side import ending_tokens, read_side_by_side
from prover.training.examples import Example
from prover.training.precision import has_fast_bfloat16, keep_attention_in_float32
from retrieval.encoder import batches

_IGNORED = -100
# Of one nat by which a choice is uncertain, beside one of a token. With less the tokens, of which there are so many
# more, decide where the weights go, and the judge is left behind.
_CHOICE_WEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """An example as numbers. Completions end with the token that says so; `head_starts` are the rivals', in nats."""

    prompt: list[int]
    completion: list[int]
    weight: float
    rivals: tuple[list[int], ...] = ()
    head_starts: tuple[float, ...] = ()

    def __len__(self) -> int:
        return len(self.prompt) + len(self.completion) + sum(map(len, self.rivals))

    @property
    def mass(self) -> float:
        """What it contributes to the sum that the loss of several examples is divided by."""
        return self.weight * len(self.completion)


def tokenize(examples: Sequence[Example], loaded: LoadedModel, *, max_tokens: int) -> list[Tokens]:
    """The examples as numbers.

    Args:
        examples: any.
        loaded: whose tokens.
        max_tokens: prompt and completion together; a longer prompt loses its beginning, as when tactics are generated,
            and an example whose completion alone is longer is left out.
    """
    if not examples:
        return []
    tokenizer = loaded.tokenizer
    end = tokenizer.eos_token_id
    # Not verbose: it would warn of lengths that are seen to below.
    prompts = tokenizer([example.prompt for example in examples], verbose=False)["input_ids"]
    completions = ending_tokens(loaded, [example.completion for example in examples])
    found: list[Tokens] = []
    for example, prompt, completion in zip(examples, prompts, completions, strict=True):
        if not loaded.is_seq2seq and prompt and prompt[-1] == end:
            prompt = prompt[:-1]
        # No rival may leave its example no room: which examples there are must not depend on who is drawn.
        texts = ending_tokens(loaded, [rival.completion for rival in example.rivals])
        rivals = [text[: min(MAX_JUDGED_TOKENS, max_tokens // 2)] for text in texts]
        head_starts = tuple(rival.head_start for rival in example.rivals)
        room = max_tokens - max(map(len, [completion, *rivals]))
        if room > 0 and example.weight > 0:
            found.append(Tokens(prompt[-room:], completion, example.weight, tuple(rivals), head_starts))
    return found


class Loss:
    """Computes losses of one model.

    Args:
        loaded: the model.
        tokens_per_pass: the most tokens in one pass, padding included.
        in_float32: compute in float32 even where the device multiplies bfloat16 faster.
    """

    def __init__(self, loaded: LoadedModel, *, tokens_per_pass: int, in_float32: bool = False) -> None:
        self._loaded = loaded
        self._model: Any = loaded.model
        self._is_mixed = not in_float32 and has_fast_bfloat16(loaded.device, width=loaded.model.config.hidden_size)
        if self._is_mixed:
            keep_attention_in_float32(loaded.model, loaded.device)
        self._padding = int(loaded.tokenizer.pad_token_id or 0)
        self._has_positions = "position_ids" in inspect.signature(loaded.model.forward).parameters
        self.tokens_per_pass = tokens_per_pass

    def passes(self, examples: Sequence[Tokens]) -> list[list[Tokens]]:
        """The examples in passes of similar length."""
        lengths = [len(example) for example in examples]
        return [[examples[place] for place in places] for places in batches(lengths, max_tokens=self.tokens_per_pass)]

    def of_pass(self, examples: Sequence[Tokens]) -> torch.Tensor:
        """The sum, over all tokens of all completions, of weight times negative log-probability: a scalar.

        On top of it comes, of each example with rivals, what its choice costs.
        """
        alone = [example for example in examples if not example.rivals]
        with torch.autocast(self._loaded.device.type, torch.bfloat16, enabled=self._is_mixed):
            parts = [example.weight * self._with_choice(example) for example in examples if example.rivals]
            if alone:
                parts.append(self._of_completions(alone))
        return torch.stack(parts).sum()

    def _of_completions(self, examples: Sequence[Tokens]) -> torch.Tensor:
        logits, labels = (self._seq2seq if self._loaded.is_seq2seq else self._causal)(examples)
        labels = labels.to(logits.device)
        losses = functional.cross_entropy(
            logits.float().transpose(1, 2), labels, ignore_index=_IGNORED, reduction="none"
        )
        return (losses.sum(dim=1) * torch.tensor([example.weight for example in examples], device=logits.device)).sum()

    def _with_choice(self, example: Tokens) -> torch.Tensor:
        """What the completion costs, and the negative logarithm of its share of the probability among its rivals."""
        assert self._loaded.judge is not None, "who learns from rivals has a judge"
        readings = read_side_by_side(self._loaded, example.prompt, [example.completion, *example.rivals])
        head_starts = torch.tensor([0.0, *example.head_starts], device=self._loaded.device)
        choice = torch.log_softmax(head_starts + readings.scores(self._loaded.judge), dim=0)[0]
        return -readings.log_probability - _CHOICE_WEIGHT * choice

    def _causal(self, examples: Sequence[Tokens]) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of shape (examples, longest completion, vocabulary) and what should have come."""
        ids, mask = self._padded([example.prompt + example.completion for example in examples], on_left=True)
        labels, _ = self._padded([example.completion for example in examples], on_left=True, padding=_IGNORED)
        width = labels.shape[1]
        positions = {"position_ids": (mask.cumsum(1) - 1).clamp(min=0)} if self._has_positions else {}
        # Completions end at the right margin, so the head need not look at the prompts.
        output = self._model(input_ids=ids, attention_mask=mask, use_cache=False, logits_to_keep=width + 1, **positions)
        return output.logits[:, -width - 1 : -1], labels

    def _seq2seq(self, examples: Sequence[Tokens]) -> tuple[torch.Tensor, torch.Tensor]:
        ids, mask = self._padded([example.prompt for example in examples], on_left=False)
        labels, _ = self._padded([example.completion for example in examples], on_left=False, padding=_IGNORED)
        output = self._model(input_ids=ids, attention_mask=mask, labels=labels.to(self._loaded.device))
        return output.logits, labels

    def _padded(
        self, rows: Sequence[Sequence[int]], *, on_left: bool, padding: int | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The rows as one matrix, and where it is no padding."""
        width = max(len(row) for row in rows)
        ids = torch.full((len(rows), width), self._padding if padding is None else padding)
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        for number, row in enumerate(rows):
            place = slice(width - len(row), width) if on_left else slice(0, len(row))
            ids[number, place] = torch.tensor(row)
            mask[number, place] = 1
        return ids.to(self._loaded.device), mask.to(self._loaded.device)
