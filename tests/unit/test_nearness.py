"""Who says which lemmas matter: every retriever behind one door, for the symbolic generator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import torch

from data.finding import find_theorem
from prover.tactics.nearness import find_selector
from prover.tactics.premises import Premises
from retrieval.encoder import Encoder, Vectors
from retrieval.errors import EncoderError
from retrieval.small import small_encoder

SOURCE = """\
theorem add_swap (a b : Nat) : a + b = b + a := Nat.add_comm a b
theorem mul_swap (a b : Nat) : a * b = b * a := Nat.mul_comm a b
theorem target (x y : Nat) : x * y = y * x := sorry
"""
GOAL, SYMBOLS = "x y : Nat\n⊢ x * y = y * x", {"*": 1.0, "=": 1.0}


def premises(retriever: str, cache: Path) -> Premises:
    return Premises(find_theorem(SOURCE, None, "target"), make_selector=find_selector(retriever, cache=cache))


@pytest.mark.parametrize("retriever", ["lexical", "bm25"])
def test_the_lemma_about_the_goals_operation_is_near(retriever: str, tmp_path: Path) -> None:
    """The search would try lemmas about addition first."""
    found = premises(retriever, tmp_path).select(SYMBOLS, count=2000, goal=GOAL)
    nearness = {selected.lemma.name: selected.nearness for selected in found}
    assert nearness["mul_swap"] > nearness.get("add_swap", 0.0)
    assert all(0 <= value <= 1 for value in nearness.values())


def test_an_encoder_ranks_lemmas_and_encodes_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `prove` would encode the whole library again, half a minute before the first tactic."""
    torch.set_num_threads(1)
    encoder = small_encoder([SOURCE, GOAL], seed=0, dimension=32, num_layers=1, device="cpu")
    encoder.save(tmp_path / "encoder")
    first = premises(str(tmp_path / "encoder"), tmp_path).select(SYMBOLS, count=10, goal=GOAL)
    assert len(first) == 10
    encoded: list[int] = []
    encode = Encoder.encode

    def counting(self: Encoder, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> Vectors:
        encoded.append(len(texts))
        return encode(self, texts, progress=progress)

    monkeypatch.setattr(Encoder, "encode", counting)
    again = premises(str(tmp_path / "encoder"), tmp_path).select(SYMBOLS, count=10, goal=GOAL)
    assert [selected.lemma.name for selected in again] == [selected.lemma.name for selected in first]
    assert encoded == [1]


def test_without_a_retriever_no_lemma_is_near(tmp_path: Path) -> None:
    """The comparison with retrieval would compare retrieval with itself."""
    assert premises("none", tmp_path).select(SYMBOLS, count=10, goal=GOAL) == []


def test_an_unknown_retriever_is_named_in_one_line(tmp_path: Path) -> None:
    """A misspelt name would otherwise be looked for on the network."""
    with pytest.raises(EncoderError, match="no encoder 'bm52'"):
        find_selector("bm52", cache=tmp_path)
