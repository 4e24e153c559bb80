"""Models of Hugging Face, from a folder or from the hub: for generating tactics and for being trained further.

Whether a model is a seq2seq or a causal one, and whether a folder holds a whole model or a LoRA adapter for one, is
read from its own files; a user gives a name and nothing else. A folder that `prove train` made from search trees holds
one thing more: by what the model judges others' tactics.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    PreTrainedModel,
    PreTrainedTokenizerBase,
)
from transformers.utils import logging

from data.errors import UsageError
from prover.tactics.specification import JUDGE_FILE

_ADAPTER = "adapter_config.json"
_GENERATES = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration", "ForSeq2SeqLM")


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model on its device.

    Attributes:
        model: with its weights.
        tokenizer: pads on the left for causal models.
        device: where the model is.
        judge: of shape (hidden,): its product with the last hidden state behind a tactic says how well the tactic fits,
            in nats; None for a model that has not learnt it.
    """

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    device: torch.device
    judge: torch.Tensor | None = None

    @property
    def is_seq2seq(self) -> bool:
        return bool(self.model.config.is_encoder_decoder)


def find_device(requested: str | None) -> torch.device:
    """The device asked for, or CUDA where there is one.

    Raises:
        UsageError: if CUDA is asked for and there is none.
    """
    if requested is None:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if requested.startswith("cuda") and not torch.cuda.is_available():
        raise UsageError(f"device={requested}: there is no CUDA device here; leave the device out, or use device=cpu")
    return torch.device(requested)


def load_model(
    name: str,
    *,
    device: str | None = None,
    dtype: torch.dtype | None = None,
    is_merged: bool = True,
) -> LoadedModel:
    """Load a model that writes text.

    Args:
        name: a folder, or a name on the hub.
        device: `cpu` or `cuda`; None for CUDA where there is one.
        dtype: of the weights; None for bfloat16 on CUDA and float32 elsewhere.
        is_merged: a LoRA adapter is merged into its base model, for speed; training it further needs it apart.

    Raises:
        UsageError: if there is no such model, or it writes no text.
    """
    where = find_device(device)
    dtype = dtype or (torch.bfloat16 if where.type == "cuda" else torch.float32)
    adapter = name if (Path(name) / _ADAPTER).is_file() else None
    base = _base_of(name) if adapter is not None else name
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        config = AutoConfig.from_pretrained(base, local_files_only=_is_local(base))
        _check_kind(name, config.architectures or [])
        kind = AutoModelForSeq2SeqLM if config.is_encoder_decoder else AutoModelForCausalLM
        model = kind.from_pretrained(base, dtype=dtype, local_files_only=_is_local(base))
        has_tokenizer = adapter is not None and (Path(adapter) / "tokenizer_config.json").is_file()
        tokenizer = AutoTokenizer.from_pretrained(name if has_tokenizer else base, local_files_only=_is_local(base))
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UsageError(
            f"no model {base}; give the folder of a model that `transformers` saved, or its name on the hub ({reason})"
        ) from None
    if adapter is not None:
        model = _with_adapter(model, adapter, is_merged=is_merged)
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    tokenizer.padding_side = "right" if config.is_encoder_decoder else "left"
    torch.nn.Module.to(model, where)
    return LoadedModel(model, tokenizer, where, _judge_of(name, where))


def save_model(loaded: LoadedModel, folder: Path) -> None:
    """Write it so that `load_model` takes the folder."""
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    loaded.model.save_pretrained(folder)
    loaded.tokenizer.save_pretrained(folder)
    if loaded.judge is not None:
        save_file({"judge": loaded.judge.detach().cpu()}, folder / JUDGE_FILE)


def _is_local(name: str) -> bool:
    """What is no name on the hub is not asked for there: `OWNER/NAME`, or one word."""
    return Path(name).exists() or name.startswith((".", "/", "~")) or name.count("/") > 1


def _check_kind(name: str, architectures: list[str]) -> None:
    if architectures and not any(each.endswith(_GENERATES) for each in architectures):
        raise UsageError(f"{name} is a {architectures[0]}, which writes no text; give a causal or a seq2seq model")


def _base_of(adapter: str) -> str:
    from peft import PeftConfig

    base = PeftConfig.from_pretrained(adapter).base_model_name_or_path
    if not base:
        raise UsageError(f"{adapter}/{_ADAPTER} does not say which model the adapter is for: base_model_name_or_path")
    return str(base)


def _judge_of(name: str, device: torch.device) -> torch.Tensor | None:
    path = Path(name) / JUDGE_FILE
    return load_file(path, device=str(device))["judge"] if path.is_file() else None


def _with_adapter(model: PreTrainedModel, adapter: str, *, is_merged: bool) -> PreTrainedModel:
    from peft import PeftModel

    adapted: Any = PeftModel.from_pretrained(model, adapter, is_trainable=not is_merged)
    found: PreTrainedModel = adapted.merge_and_unload() if is_merged else adapted
    return found
