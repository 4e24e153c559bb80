"""One model on the cluster for all its workers, with real Ray, real Lean and a real, tiny model."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
import ray
import torch

from data.benchmark import read_benchmark
from data.errors import UsageError
from prover.cluster import ClusterPool
from prover.cluster_models import RemoteModel, end_models, start_models
from prover.evaluation.batch import InProcessPool
from prover.evaluation.records import tasks
from prover.evaluation.worker import WorkerSetting
from prover.lean.command import Lean
from prover.prover import ProverOptions
from prover.tactics.factory import open_model
from prover.tactics.language_model import LanguageModel
from prover.tactics.specification import GeneratorSpec
from tests.integration.batches import essence, write_benchmark
from tests.integration.tiny_models import causal_model, saved

pytestmark = [pytest.mark.lean, pytest.mark.xdist_group("ray")]


@pytest.fixture(scope="module")
def generator(tmp_path_factory: pytest.TempPathFactory) -> GeneratorSpec:
    loaded = causal_model()
    judge = torch.ones(loaded.model.config.hidden_size)
    folder = saved(replace(loaded, judge=judge), tmp_path_factory.mktemp("model"))
    return GeneratorSpec.parse(f"symbolic+{folder},prompt=state,tokens=12,judge=0.5")


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def setting_for(generator: GeneratorSpec, *, lean: Lean, root: Path) -> WorkerSetting:
    options = ProverOptions(seconds=60, num_checks=12, num_processes=1)
    return WorkerSetting(root=root, options=options, lean=None, cache=None, lean_key=lean.key, generator=generator)


@pytest.mark.usefixtures("cluster")
def test_workers_that_share_a_model_find_what_one_process_finds(
    generator: GeneratorSpec, embedded: Lean, tmp_path: Path
) -> None:
    """A figure must not depend on who was batched with whom."""
    setting = setting_for(generator, lean=embedded, root=tmp_path)
    all_tasks = tasks(read_benchmark(write_benchmark(tmp_path)), num_passes=1, seed=0)
    in_process = [outcome.result for outcome in InProcessPool(setting).run(all_tasks)]
    on_cluster = [outcome.result for outcome in ClusterPool(setting, num_workers=2).run(all_tasks)]
    assert essence(on_cluster) == essence(in_process)


def _texts(model: LanguageModel) -> list[str]:
    """What it says. The last digits of the probabilities depend on how many threads a process has."""
    (answers,) = model.complete(["⊢ p:::"], num_samples=3, seed=1)
    return [answer.text for answer in answers]


def _only_model() -> psutil.Process:
    """The model's process, as soon as those of earlier tests are gone."""
    deadline = time.monotonic() + 60
    while True:
        found = [process for process in psutil.Process(os.getpid()).children(recursive=True) if _is_model(process)]
        if len(found) == 1 or time.monotonic() > deadline:
            (model,) = found
            return model
        time.sleep(0.05)


def _is_model(process: psutil.Process) -> bool:
    try:
        return any("_ModelActor" in word for word in process.cmdline())
    except psutil.Error:
        return False


@pytest.mark.usefixtures("cluster")
def test_a_model_that_is_killed_answers_all_the_same(generator: GeneratorSpec) -> None:
    """The machine with the GPU is the one that runs out of memory; a night's run must not end with it."""
    (source,) = generator.models
    expected = _texts(open_model(source))
    actors = start_models(generator)
    model = RemoteModel(actors[source])
    assert _texts(model) == expected
    _only_model().kill()
    assert _texts(model) == expected
    end_models(actors)


@pytest.mark.usefixtures("cluster")
def test_a_model_that_is_not_there_is_named() -> None:
    """The stack trace of a remote process tells a user nothing."""
    with pytest.raises(UsageError, match="no folder /nowhere"):
        start_models(GeneratorSpec.parse("symbolic+/nowhere,prompt=state"))


@pytest.mark.usefixtures("cluster")
def test_a_model_for_hard_theorems_is_not_waited_for(embedded: Lean, tmp_path: Path) -> None:
    """Every repository of a run would begin with the seconds that a model takes to load, whether or not it is asked."""
    broken = tmp_path / "model"
    broken.mkdir()
    generator = GeneratorSpec.parse(f"symbolic+{broken},prompt=state,after=1000")
    setting = setting_for(generator, lean=embedded, root=tmp_path)
    swap, *_ = tasks(read_benchmark(write_benchmark(tmp_path)), num_passes=1, seed=0)
    (outcome,) = ClusterPool(setting, num_workers=1).run([swap])
    assert outcome.result.outcome == "proved"
    with pytest.raises(UsageError, match="no folder /nowhere"):
        start_models(GeneratorSpec.parse("symbolic+/nowhere,prompt=state,after=1000"))
