"""Language models of the real kinds, a thousandth of the real size, made from configuration and taught a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from torch.nn.utils.rnn import pad_sequence
from transformers import (
    ByT5Tokenizer,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerBase,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
)

from prover.tactics.model import LoadedModel, save_model

STATE = "p q : Prop\n⊢ q:::"
ARROW = "p q : Prop\n⊢ p → p:::"
CASES = "p q : Prop\nh : p ∨ q\n⊢ q ∨ p:::"
PROOF = "theorem t (p q : Prop) (h : p ∨ q) : q ∨ p := by\n"
LINES = {
    STATE: "exact hq",
    ARROW: "intro h\nsimp",
    CASES: "cases h with\n| inl a => simp [a]\n| inr b => simp [b]",
    PROOF: "  cases h with\n  | inl a =>\n    simp [a]\n  | inr b => simp [b]\n  done\n  done\n```\nThat was it.",
}
"""What the models are taught: prompts and how they go on."""


def byte_tokenizer() -> PreTrainedTokenizerFast:
    """One token a byte, and no more: as byte pair encoding has it that found no pairs."""
    words = ["<pad>", "<eos>", *sorted(pre_tokenizers.ByteLevel.alphabet())]
    tokenizer = Tokenizer(models.BPE(vocab={word: number for number, word in enumerate(words)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token="<pad>", eos_token="<eos>", clean_up_tokenization_spaces=False
    )


def causal_model(*, seed: int = 0) -> LoadedModel:
    """A Llama that was taught nothing yet."""
    tokenizer = byte_tokenizer()
    tokenizer.padding_side = "left"
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=1,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=1024,
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=None,
    )
    torch.manual_seed(seed)
    model = LlamaForCausalLM(config)
    settings = model.generation_config
    assert settings is not None
    settings.do_sample = True
    return LoadedModel(model, tokenizer, torch.device("cpu"))


def byt5_model(*, seed: int = 0) -> LoadedModel:
    """ReProver's kind of model, which was taught nothing yet."""
    config = T5Config(
        vocab_size=384,
        d_model=64,
        d_ff=128,
        d_kv=16,
        num_heads=4,
        num_layers=1,
        dropout_rate=0.0,
    )
    config.decoder_start_token_id, config.tie_word_embeddings = 0, False
    torch.manual_seed(seed)
    return LoadedModel(T5ForConditionalGeneration(config), ByT5Tokenizer(), torch.device("cpu"))


def taught(loaded: LoadedModel, lines: Mapping[str, str] = LINES, *, num_steps: int = 100) -> LoadedModel:
    """The same model, when it has seen all lines so many times."""
    examples = [_example(loaded, prompt, text) for prompt, text in lines.items()]
    batch = {
        name: pad_sequence([example[name][0] for example in examples], batch_first=True, padding_value=padding)
        for name, padding in (("input_ids", 0), ("attention_mask", 0), ("labels", -100))
    }
    model: Any = loaded.model
    torch.nn.Module.train(model)
    optimiser = torch.optim.Adam(model.parameters(), lr=4e-3)
    for _ in range(num_steps):
        optimiser.zero_grad()
        model(**batch).loss.backward()
        optimiser.step()
    torch.nn.Module.eval(model)
    return loaded


def saved(loaded: LoadedModel, folder: Path) -> Path:
    """The folder, with the model in it as `transformers` saves one."""
    save_model(loaded, folder)
    return folder


def write_causal_model(folder: Path, *, seed: int = 0) -> Path:
    """The folder, with a causal model in it that was taught nothing."""
    return saved(causal_model(seed=seed), folder)


def log_probability(loaded: LoadedModel, prompt: str, text: str, *, has_ended: bool) -> float:
    """What the model itself gives for a text behind a prompt: one forward pass, no cache, no padding."""
    batch = _example(loaded, prompt, text, has_ended=has_ended)
    labels = batch["labels"]
    model: Any = loaded.model
    with torch.no_grad():
        logits = model(**batch).logits
    if not loaded.is_seq2seq:
        logits, labels = logits[:, :-1], labels[:, 1:]
    logs = torch.log_softmax(logits, dim=-1)
    is_said = labels != -100
    return float(logs.gather(2, labels.clamp(min=0).unsqueeze(2)).squeeze(2)[is_said].sum())


def _example(loaded: LoadedModel, prompt: str, text: str, *, has_ended: bool = True) -> dict[str, torch.Tensor]:
    tokenizer = loaded.tokenizer
    said = _ids(tokenizer, text) + ([tokenizer.eos_token_id] if has_ended else [])
    if loaded.is_seq2seq:
        ids, labels = tokenizer(prompt)["input_ids"], said
    else:
        read = _ids(tokenizer, prompt)
        ids, labels = read + said, [-100] * len(read) + said
    return {
        "input_ids": torch.tensor([ids]),
        "attention_mask": torch.ones(1, len(ids), dtype=torch.long),
        "labels": torch.tensor([labels]),
    }


def _ids(tokenizer: PreTrainedTokenizerBase, text: str) -> list[int]:
    ids: list[int] = tokenizer(text, add_special_tokens=False)["input_ids"]
    return ids
