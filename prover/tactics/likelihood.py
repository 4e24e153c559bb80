"""How likely a model finds given texts behind a prompt, which it reads once however many they are."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn.utils.rnn import pad_sequence

from prover.tactics.model import LoadedModel
from prover.tactics.readers import open_reader

_NUM_CUE = 2


def ending_tokens(loaded: LoadedModel, texts: Sequence[str]) -> list[list[int]]:
    """The tokens of each text, with the one that says that it ends."""
    if not texts:
        return []
    tokenizer = loaded.tokenizer
    # Not verbose: it would warn of lengths that its callers see to.
    ids: list[list[int]] = tokenizer(list(texts), add_special_tokens=False, verbose=False)["input_ids"]
    return [[*each, tokenizer.eos_token_id] for each in ids]


def log_probabilities(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> torch.Tensor:
    """The natural logarithm of each text's probability behind the prompt. Gradients flow through it.

    Args:
        loaded: who is asked.
        prompt: its tokens.
        texts: what `ending_tokens` gives for them; at least one.

    Returns:
        Of shape (texts,).
    """
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    lengths = [len(texts[place]) for place in order]
    # A few long texts would make all rows as long: to read the prompt once more for them may cost less.
    cut = min(range(len(texts)), key=lambda cut: _num_tokens(len(prompt), lengths, cut))
    parts = [part for part in (order[:cut], order[cut:]) if part]
    found = torch.cat([_side_by_side(loaded, prompt, [texts[place] for place in part]) for part in parts])
    return found[torch.tensor(order, device=loaded.device).argsort()]


def gains(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> torch.Tensor:
    """How many times likelier the prompt makes each text, as a natural logarithm; of shape (texts,).

    A text's probability says first of all how long it is and how common its words are, which has nothing to do with
    the prompt. Divided by what it is behind the prompt's end alone, it says how well they fit (pointwise mutual
    information; Holtzman et al. 2021, Surface Form Competition, section 3).
    """
    return log_probabilities(loaded, prompt, texts) - commonness(loaded, prompt, texts)


def commonness(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> torch.Tensor:
    """What `log_probabilities` gives behind the prompt's end alone; no gradients flow through it."""
    with torch.no_grad():
        return log_probabilities(loaded, cue(prompt), texts)


def cue(prompt: Sequence[int]) -> Sequence[int]:
    """The end of a prompt, which says that a tactic is to follow, and nothing of the goal."""
    return prompt[-_NUM_CUE:]


def _num_tokens(num_prompt: int, lengths: Sequence[int], cut: int) -> int:
    """How many tokens are read for texts of ascending lengths, the first `cut` of them apart."""
    apart = num_prompt + cut * lengths[cut - 1] if cut else 0
    return apart + num_prompt + (len(lengths) - cut) * lengths[-1]


def _side_by_side(loaded: LoadedModel, prompt: Sequence[int], texts: Sequence[Sequence[int]]) -> torch.Tensor:
    device = loaded.device
    ids = torch.tensor([list(prompt)], device=device)
    reader = open_reader(loaded, ids, torch.ones_like(ids))
    rows = [torch.tensor(list(text), device=device) for text in texts]
    # What follows a text in its row is read after it, so nothing has to hide it.
    tokens = pad_sequence(rows, batch_first=True)
    is_said = pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    total = torch.log_softmax(reader.logits.float(), dim=-1)[0, tokens[:, 0]]
    if tokens.shape[1] > 1:
        reader.repeat(len(rows))
        logs = torch.log_softmax(reader.read(tokens[:, :-1]).float(), dim=-1)
        said = logs.gather(2, tokens[:, 1:].unsqueeze(2)).squeeze(2)
        total = total + (said * is_said[:, 1:]).sum(dim=1)
    return total
