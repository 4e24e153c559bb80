"""Fine-tuning by two workers on Ray, as several GPUs would do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import ray
import torch
from safetensors.torch import load_file

from prover.cluster import connect
from prover.tactics.model import save_model
from prover.training.distributed import fine_tune_on_ray
from prover.training.finetune import fine_tune
from prover.training.presets import Preset, new_model
from tests.integration.training_examples import OPTIONS, small_examples

EXAMPLES = small_examples(64)


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    connect(None, num_workers=2)
    yield
    ray.shutdown()


@pytest.mark.timeout(900)
def test_two_workers_end_where_one_does(tmp_path: Path) -> None:
    """More GPUs would train another model, or only one of them would be of use."""
    start = new_model(
        Preset(num_words=300, dimension=64, num_layers=1),
        [example.prompt for example in EXAMPLES],
        seed=0,
        device=torch.device("cpu"),
    )
    save_model(start, tmp_path / "start")
    options = replace(OPTIONS, num_epochs=1, learning_rate=1e-3, in_float32=True)
    common = {"val": EXAMPLES[:9], "model": str(tmp_path / "start"), "options": options}
    alone = fine_tune(EXAMPLES, out=tmp_path / "alone", device="cpu", **common)  # type: ignore[arg-type]
    together = fine_tune_on_ray(EXAMPLES, out=tmp_path / "together", num_workers=2, on_gpus=False, **common)  # type: ignore[arg-type]
    expected, found = (load_file(folder / "model.safetensors") for folder in (alone, together))
    for name, weights in expected.items():
        torch.testing.assert_close(found[name], weights, rtol=1e-3, atol=1e-4)
    assert not (together / "ray").exists()
