"""From text to vectors: any encoder of Hugging Face, pooled as ReProver pools.

A vector is the mean of the hidden states over unmasked positions, scaled to unit length, so that an inner product is a
cosine (LeanDojo, arXiv 2306.15626, section 5). Texts are batched by length, because padding costs as much as text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray
from transformers import AutoModelForTextEncoding, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase
from transformers.utils import logging

from retrieval.errors import EncoderError

Vectors = NDArray[np.float32]
"""One row a text, each of unit length."""

MAX_TOKENS = 1024
"""ReProver's limit for states and premises (its `max_seq_len`); with ByT5 a token is a byte."""
_TOKENS_PER_BATCH = {"cpu": 1 << 13, "cuda": 1 << 17}
_MAX_TEXTS_PER_BATCH = 512
_HUB_NAME = re.compile(r"[\w.-]+/[\w.-]+")


class Encoder:
    """A model with its tokenizer, on a device.

    Args:
        model: a text encoder of `transformers`.
        tokenizer: the model's own.
        name: what the user calls it, for messages.
        max_tokens: longer texts are cut.
        device: `cpu`, `cuda`, or `auto` for `cuda` where there is one. On CUDA the model runs in bfloat16.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        tokenizer: PreTrainedTokenizerBase,
        *,
        name: str,
        max_tokens: int = MAX_TOKENS,
        device: str = "auto",
    ) -> None:
        self.name = name
        self.max_tokens = max_tokens
        self.tokenizer = tokenizer
        self.device = torch.device(find_device(device))
        self.model = model
        torch.nn.Module.to(model, self.device)

    @classmethod
    def load(cls, name: str, *, device: str = "auto") -> Encoder:
        """Load a checkpoint from a folder, or from the Hugging Face hub by its name.

        Raises:
            EncoderError: if there is none, or it is no text encoder.
        """
        is_local = Path(name).exists() or not _HUB_NAME.fullmatch(name)
        _hide_progress_bars()
        try:
            tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=is_local)
            model = AutoModelForTextEncoding.from_pretrained(name, local_files_only=is_local)
        except (OSError, ValueError, KeyError) as error:
            reason = " ".join(str(error).split())[:200]
            raise EncoderError(
                f"no encoder {name!r}; give the folder of a model, e.g. one made by `retrieve train`,"
                f" or its name on the Hugging Face hub ({reason})"
            ) from None
        return cls(model, tokenizer, name=name, max_tokens=min(tokenizer.model_max_length, MAX_TOKENS), device=device)

    def save(self, folder: Path) -> None:
        """Write model and tokenizer so that `load` and `transformers` read them."""
        _hide_progress_bars()
        self.tokenizer.model_max_length = self.max_tokens
        self.model.save_pretrained(folder)
        self.tokenizer.save_pretrained(folder)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self.model.config.hidden_size)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever weights, vocabulary or the length limit do; the same on every device."""
        found = hashlib.sha256(f"{self.max_tokens}\n".encode())
        found.update(json.dumps(sorted(self.tokenizer.get_vocab().items()), ensure_ascii=False).encode())
        for name, weights in sorted(self.model.state_dict().items()):
            found.update(name.encode())
            found.update(weights.float().cpu().contiguous().numpy().tobytes())
        return found.hexdigest()

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        """The vectors of the texts, of shape (texts, dimension), in order.

        Args:
            texts: states or serialised premises.
            progress: called with the number of texts done so far.
        """
        found = np.zeros((len(texts), self.dimension), dtype=np.float32)
        dtype = torch.bfloat16 if self.device.type == "cuda" else torch.float32
        num_done = 0
        self.model.eval()  # type: ignore[no-untyped-call]
        ids = self.tokenize(texts)
        with torch.inference_mode(), torch.autocast(self.device.type, dtype, enabled=dtype != torch.float32):
            for batch in batches([len(text) for text in ids], max_tokens=_TOKENS_PER_BATCH[self.device.type]):
                found[batch] = self.embed([ids[place] for place in batch]).float().cpu().numpy()
                num_done += len(batch)
                if progress is not None:
                    progress(num_done)
        return found

    def tokenize(self, texts: Sequence[str]) -> list[list[int]]:
        """The token numbers of every text, cut to the limit; never empty."""
        if not texts:
            return []
        ids: list[list[int]] = self.tokenizer(list(texts), truncation=True, max_length=self.max_tokens)["input_ids"]
        return [text or [self.tokenizer.pad_token_id] for text in ids]

    def embed(self, ids: Sequence[Sequence[int]]) -> torch.Tensor:
        """The vectors of a batch of tokenised texts, with gradients where these are on."""
        lengths = torch.tensor([len(text) for text in ids])
        width = int(lengths.max())
        padded = torch.full((len(ids), width), self.tokenizer.pad_token_id or 0)
        for row, text in enumerate(ids):
            padded[row, : len(text)] = torch.tensor(text)
        mask = (torch.arange(width)[None, :] < lengths[:, None]).to(self.device)
        hidden = self.model(input_ids=padded.to(self.device), attention_mask=mask.long()).last_hidden_state
        summed = (hidden * mask.unsqueeze(2)).sum(dim=1)
        return functional.normalize(summed / lengths.to(self.device).unsqueeze(1), dim=1)


def batches(lengths: Sequence[int], *, max_tokens: int) -> Iterator[list[int]]:
    """The places of the texts in batches of similar length, the shortest first.

    Args:
        lengths: of each text, in tokens.
        max_tokens: the most a batch may hold, padding included; a single longer text is a batch of its own.
    """
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (lengths[place] * (len(batch) + 1) > max_tokens or len(batch) == _MAX_TEXTS_PER_BATCH):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _hide_progress_bars() -> None:
    """The command line shows its own."""
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def find_device(wanted: str) -> str:
    """`cpu` or `cuda` for `auto`, by what there is.

    Raises:
        EncoderError: if there is no CUDA and it is asked for.
    """
    if wanted == "cuda" and not torch.cuda.is_available():
        raise EncoderError("no CUDA device here; leave --device out, or use --device cpu")
    return ("cuda" if torch.cuda.is_available() else "cpu") if wanted == "auto" else wanted
