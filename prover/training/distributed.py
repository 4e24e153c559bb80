"""Fine-tuning on several GPUs or machines, with Ray Train: each worker holds the model and takes a share of a batch.

The workers compute what one would: a batch's gradients are added up, whoever computed them. They write and read one
folder, which on several machines has to be a shared one; a worker that dies ends the run, and the next one goes on.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from ray import train
from ray.train import RunConfig, ScalingConfig
from ray.train.torch import TorchTrainer, get_device

from data.errors import LeanLoopError
from prover.errors import TrainingError
from prover.tactics.prompts import Family
from prover.training.examples import Example
from prover.training.finetune import fine_tune
from prover.training.options import FineTuningOptions


def fine_tune_on_ray(
    examples: Sequence[Example],
    *,
    model: str,
    out: Path,
    num_workers: int,
    val: Sequence[Example] = (),
    options: FineTuningOptions | None = None,
    family: Family | None = None,
    on_gpus: bool | None = None,
) -> Path:
    """As `fine_tune`, by several workers. `ray.init` has been called.

    Args:
        examples: what to learn.
        model: as in `fine_tune`; a folder has to be there on every machine.
        out: the folder that takes the model; on several machines a shared one.
        num_workers: how many.
        val: as in `fine_tune`.
        options: how; the batch is that of all workers together.
        family: as in `fine_tune`.
        on_gpus: one GPU for each worker; None to find out whether there are any here.

    Raises:
        UsageError: as in `fine_tune`.
        TrainingError: as in `fine_tune`, or if a worker dies.
    """
    logging.getLogger("ray.train").setLevel(logging.ERROR)
    notes = out.absolute() / "ray"
    uses_gpus = torch.cuda.is_available() if on_gpus is None else on_gpus
    trainer = TorchTrainer(
        _worker,
        train_loop_config={
            "train": list(examples),
            "val": list(val),
            "model": model,
            "out": out.absolute(),
            "options": options,
            "family": family.name if family is not None else None,
        },
        scaling_config=ScalingConfig(num_workers=num_workers, use_gpu=uses_gpus),
        run_config=RunConfig(storage_path=str(notes)),
    )
    try:
        trainer.fit()
    except train.TrainingFailedError as error:
        raise _reason(error) from None
    finally:
        shutil.rmtree(notes, ignore_errors=True)
    return out


def _worker(setting: dict[str, Any]) -> None:
    """What every worker does. The process group is there already."""
    from prover.tactics.prompts import FAMILIES

    name = setting.pop("family")
    fine_tune(
        setting.pop("train"), **setting, family=FAMILIES[name] if name is not None else None, device=str(get_device())
    )


def _reason(error: train.TrainingFailedError) -> LeanLoopError:
    """Our own error that a worker raised, else what Ray says."""
    failures: dict[int, Exception] = getattr(error, "worker_failures", {})
    for failure in failures.values():
        for cause in (failure, getattr(failure, "cause", None), failure.__cause__):
            if isinstance(cause, LeanLoopError):
                return cause
    return TrainingError(f"a worker ended: {' '.join(str(error).split())[-300:]}; the next run goes on from here")
