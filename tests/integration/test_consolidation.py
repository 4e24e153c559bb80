"""Elastic weight consolidation: weights that mattered stay where they are, and others may move."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from retrieval.consolidation import Consolidation, consolidated
from retrieval.encoder import Encoder
from retrieval.examples import Dataset
from retrieval.small import small_encoder
from retrieval.text import serialize
from retrieval.training import Trainer, TrainingOptions
from tests.integration.small_dataset import write_dataset

OPTIONS = TrainingOptions(num_epochs=2, batch_size=16, learning_rate=5e-3, num_warmup_steps=5)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    torch.set_num_threads(1)
    write_dataset(tmp_path / "data")
    return Dataset.open(tmp_path / "data")


def encoder(dataset: Dataset) -> Encoder:
    states = [example.state for example in dataset.examples("novel_premises", "train")]
    texts = [serialize(premise) for premise in dataset.corpus.premises]
    return small_encoder([*texts, *states], seed=0, dimension=32, num_layers=1, device="cpu")


def test_what_mattered_is_held_while_something_else_is_learnt(dataset: Dataset, tmp_path: Path) -> None:
    """With a penalty that holds nothing, `ewc` would be `sequential` under another name."""
    start = encoder(dataset)
    anchor = {name: weights.detach().clone() for name, weights in start.model.named_parameters()}
    importance = Trainer(start, dataset, tmp_path / "judge", OPTIONS).importance(num_batches=3)
    held = consolidated(start.model, importance, earlier=None, strength=1e4)
    assert held(start.model).item() == 0
    held.save(tmp_path / "held.pt")
    again = Consolidation.load(tmp_path / "held.pt", strength=1e4, device=torch.device("cpu"))
    assert again.identity == held.identity
    moved: list[float] = []
    for name, penalty in (("free", None), ("held", again)):
        learner = encoder(dataset)
        Trainer(learner, dataset, tmp_path / name, OPTIONS, penalty=penalty).run()
        moved.append(held(Encoder.load(str(tmp_path / name)).model).item())
    free, tied = moved
    assert 0 < tied < free / 4
    later = consolidated(start.model, importance, earlier=held, strength=1e4)
    assert all(torch.equal(later._anchor[name], anchor[name]) for name in anchor)
