"""One lesson for the tactic generator: a pass over the lesson's tactics, from the model as the last lesson left it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from data.dataset import Strategy
from data.rehearsal import Memory, Part, write_lesson
from prover.lifelong.configuration import GeneratorTable
from prover.tactics.prompts import family_of
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec, SourceSpec
from prover.training.dataset import dataset_examples
from prover.training.finetune import fine_tune
from prover.training.options import FineTuningOptions
from prover.training.presets import PRESETS
from retrieval.examples import Dataset

_FAMILY_OF_NEW_MODELS = "state"


def learn_generator(
    parts: Sequence[Part],
    *,
    start: str,
    out: Path,
    table: GeneratorTable,
    strategy: Strategy,
    memory: Memory,
    share: float,
    seed: int,
    progress: Callable[[str], None],
) -> int:
    """Fine-tune the model called `start` on a lesson, into `out`; how many tactics the lesson had.

    Args:
        parts: all repositories seen so far, the new one last.
        start: a preset's name, or a model's folder or name on the hub.
        out: takes the model.
        table: how.
        strategy: which division of the theorems.
        memory: what is learnt again of earlier repositories.
        share: how much of it, as in `write_lesson`.
        seed: of all that is left to chance.
        progress: gets a line after every step.

    Raises:
        UsageError: if there is no such model, or the lesson has no tactic.
        TrainingError: if the loss is no number.
    """
    lesson = out.with_name(f"{out.name}-lesson")
    write_lesson(parts, lesson, strategy=strategy, memory=memory, share=share, seed=seed)
    dataset = Dataset.open(lesson)
    family = family_of(start, requested=table.prompt or (_FAMILY_OF_NEW_MODELS if start in PRESETS else None))
    train, val = (dataset_examples(dataset, split, family=family, strategy=strategy) for split in ("train", "val"))
    shutil.rmtree(lesson)
    options = FineTuningOptions(
        num_epochs=table.num_epochs, batch_size=table.batch_size, learning_rate=table.learning_rate, seed=seed
    )
    fine_tune(
        train,
        model=start,
        out=out,
        val=val,
        options=options,
        family=family,
        on_progress=lambda now: progress(f"generator, lesson {len(parts)}: step {now.step} of {now.num_steps}"),
    )
    return len(train)


def with_model(folder: Path) -> GeneratorSpec:
    """The symbolic generator and the model in a folder, their proposals put together."""
    return GeneratorSpec((*SYMBOLIC_ALONE.sources, SourceSpec(kind="transformer", name=str(folder.resolve()))))
