"""A small encoder of our own, made from configuration: trains in minutes on a CPU and needs nothing downloaded.

ReProver reads bytes with a model that has seen terabytes; a model that has seen one library cannot learn to spell, too.
So the words of Lean are found first (byte pair encoding within the parts of names), and two layers do the rest.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, T5Config, T5EncoderModel

from retrieval.encoder import Encoder

_PADDING, _UNKNOWN = "[PAD]", "[UNK]"
# The parts of names, digits and signs, one by one: nothing longer than these becomes a word.
_PARTS = r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+|\d|[^\w\s]|_"
_NUM_WORDS = 4096
_DIMENSION, _NUM_LAYERS, _HEAD_DIMENSION = 192, 2, 32
_MAX_TOKENS = 256


def small_encoder(
    texts: Iterable[str],
    *,
    seed: int,
    dimension: int = _DIMENSION,
    num_layers: int = _NUM_LAYERS,
    device: str = "auto",
) -> Encoder:
    """An untrained encoder with the vocabulary of `texts`.

    Args:
        texts: premises and states of the training set.
        seed: of the weights.
        dimension: of the vectors, a multiple of 32.
        num_layers: of the transformer (a T5 encoder, as ByT5 is one).
        device: as in `Encoder`.
    """
    tokenizer = _tokenizer(texts)
    config = T5Config(
        vocab_size=len(tokenizer),
        d_model=dimension,
        d_ff=2 * dimension,
        d_kv=_HEAD_DIMENSION,
        num_heads=dimension // _HEAD_DIMENSION,
        num_layers=num_layers,
        dropout_rate=0.1,
        feed_forward_proj="gated-gelu",
        pad_token_id=tokenizer.pad_token_id,
        is_encoder_decoder=False,
        use_cache=False,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = T5EncoderModel(config)
    return Encoder(model, tokenizer, name="a new small encoder", max_tokens=_MAX_TOKENS, device=device)


def _tokenizer(texts: Iterable[str]) -> PreTrainedTokenizerFast:
    tokenizer = Tokenizer(models.BPE(unk_token=_UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(Regex(_PARTS), "isolated")]
    )
    trainer = trainers.BpeTrainer(vocab_size=_NUM_WORDS, special_tokens=[_PADDING, _UNKNOWN], show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token=_PADDING, unk_token=_UNKNOWN, model_max_length=_MAX_TOKENS
    )
