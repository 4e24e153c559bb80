"""Encoders: real models of every kind, tiny, made from configuration."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import ByT5Tokenizer, T5Config, T5EncoderModel

from retrieval.encoder import Encoder, batches
from retrieval.errors import EncoderError
from retrieval.small import small_encoder

TEXTS = ["theorem <a>Nat.add_comm</a> (a b : ℕ) : a + b = b + a", "⊢ a ∣ b", "", "⊢ " + "x = " * 400]


@pytest.fixture(scope="module")
def byt5() -> Encoder:
    """ReProver's kind of model, a thousandth of its size."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    config = T5Config(vocab_size=384, d_model=32, d_ff=64, d_kv=16, num_heads=2, num_layers=1)
    model = T5EncoderModel(config)
    torch.nn.Module.eval(model)  # Tests ask it directly, too, and in whatever order.
    return Encoder(model, ByT5Tokenizer(), name="tiny ByT5", device="cpu")


@pytest.fixture(scope="module")
def small() -> Encoder:
    """Our own kind."""
    torch.set_num_threads(1)
    return small_encoder(TEXTS, seed=0, dimension=32, num_layers=1, device="cpu")


@pytest.mark.parametrize("kind", ["byt5", "small"])
def test_vectors_have_unit_length_whatever_the_text(kind: str, request: pytest.FixtureRequest) -> None:
    """An inner product would be no cosine, and an empty state or a huge one would break a search."""
    vectors = request.getfixturevalue(kind).encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)


def test_a_vector_is_the_mean_over_the_text_without_padding(byt5: Encoder) -> None:
    """Checkpoints of ReProver would give other vectors than they were trained for (its `_encode`)."""
    (ids,) = byt5.tokenize([TEXTS[1]])
    with torch.no_grad():
        hidden = byt5.model(input_ids=torch.tensor([ids]), attention_mask=torch.ones(1, len(ids))).last_hidden_state[0]
    expected = torch.nn.functional.normalize(hidden.mean(dim=0), dim=0).numpy()
    alone, beside_a_longer = byt5.encode([TEXTS[1]])[0], byt5.encode([TEXTS[0], TEXTS[1]])[1]
    assert alone == pytest.approx(expected, abs=1e-5)
    assert beside_a_longer == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("kind", ["byt5", "small"])
def test_a_saved_encoder_is_the_same_encoder(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """An index would be refused, or worse, searched with other vectors than it has."""
    encoder: Encoder = request.getfixturevalue(kind)
    encoder.save(tmp_path)
    loaded = Encoder.load(str(tmp_path), device="cpu")
    assert loaded.fingerprint == encoder.fingerprint
    assert loaded.encode(TEXTS) == pytest.approx(encoder.encode(TEXTS), abs=1e-6)


def test_other_weights_have_another_fingerprint(small: Encoder) -> None:
    """A retrained encoder would be searched in the index of its former self."""
    same = small_encoder(TEXTS, seed=0, dimension=32, num_layers=1, device="cpu")
    other = small_encoder(TEXTS, seed=1, dimension=32, num_layers=1, device="cpu")
    assert same.fingerprint == small.fingerprint != other.fingerprint


def test_texts_are_batched_by_length_and_none_is_lost() -> None:
    """One long premise would make a thousand short ones cost as much as itself."""
    lengths = [5, 900, 7, 5, 2000, 6]
    found = list(batches(lengths, max_tokens=1000))
    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    assert [1] in found
    assert [4] in found
    assert all(len(batch) * max(lengths[place] for place in batch) <= 1000 for batch in found if len(batch) > 1)


@pytest.mark.parametrize("name", ["/no/such/folder", "."])
def test_what_is_no_encoder_is_refused_in_one_line(name: str) -> None:
    """A page of traceback, or five attempts to reach the network, for a misspelt path."""
    with pytest.raises(EncoderError, match=r"no encoder .*give the folder of a model") as error:
        Encoder.load(name)
    assert "\n" not in str(error.value)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has CUDA")
def test_cuda_where_there_is_none_is_a_mistake_of_the_users(small: Encoder) -> None:
    """Otherwise torch's assertion is what they see."""
    with pytest.raises(EncoderError, match="no CUDA device here"):
        Encoder(small.model, small.tokenizer, name="x", device="cuda")
