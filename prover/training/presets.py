"""Models of our own, from nothing: three sizes of one architecture, with a vocabulary learnt from the examples.

A Llama in miniature (rotary positions, gated feed-forward, tied embeddings), so that everything that runs Llama runs
these. Tokens are pieces of names, single signs and single digits, with the blank in front: what a small model must do
is copy names from the goal into the tactic, and it copies more easily what always comes in the same pieces.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from prover.tactics.model import LoadedModel

_PADDING, _END = "<pad>", "<end>"
_MAX_TOKENS = 2048
# A blank and what follows it; the parts of a name, digits and signs one by one; line breaks with their indentation.
_PIECES = r"\n *| ?[A-Z]?[^\W\dA-Z_]+| ?[A-Z]+| ?\d| ?[^\w\s]| ?_|\s"
_HEAD_DIMENSION = 32


@dataclass(frozen=True, slots=True)
class Preset:
    """A size of model.

    Attributes:
        num_words: the size of the vocabulary, where the examples yield so many.
        dimension: of the hidden states, a multiple of 32.
        num_layers: of the transformer.
    """

    num_words: int
    dimension: int
    num_layers: int


PRESETS = {
    "nano": Preset(num_words=1024, dimension=128, num_layers=4),
    "micro": Preset(num_words=2048, dimension=256, num_layers=6),
    "small": Preset(num_words=4096, dimension=512, num_layers=9),
}
"""About 1, 5 and 31 million parameters."""


def new_model(preset: Preset, texts: Iterable[str], *, seed: int, device: torch.device) -> LoadedModel:
    """An untrained model.

    Args:
        preset: its size.
        texts: what the vocabulary is learnt from; other texts can be written with it, too, only longer.
        seed: of the weights.
        device: where it is put.
    """
    tokenizer = _tokenizer(texts, num_words=preset.num_words)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=preset.dimension,
        intermediate_size=preset.dimension * 11 // 4,
        num_hidden_layers=preset.num_layers,
        num_attention_heads=preset.dimension // _HEAD_DIMENSION,
        max_position_embeddings=_MAX_TOKENS,
        tie_word_embeddings=True,
        pad_token_id=tokenizer.pad_token_id,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = LlamaForCausalLM(config)
    torch.nn.Module.to(model, device)
    return LoadedModel(model, tokenizer, device)


def _tokenizer(texts: Iterable[str], *, num_words: int) -> PreTrainedTokenizerFast:
    """Byte pairs within pieces, so that every text comes out as it went in."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(_PIECES), "isolated"), pre_tokenizers.ByteLevel(False, use_regex=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=num_words,
        special_tokens=[_PADDING, _END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        pad_token=_PADDING,
        eos_token=_END,
        model_max_length=_MAX_TOKENS,
        clean_up_tokenization_spaces=False,
        padding_side="left",
    )
