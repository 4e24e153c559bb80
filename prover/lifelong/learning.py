"""One lesson for the retriever: the new repository's proofs, with what is remembered of earlier ones.

The encoder that comes out is in a folder of its own, and a lesson that was stopped goes on to the same encoder.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from data.dataset import Split, Strategy, read_split, theorem_json, write_split
from data.errors import LeanLoopError
from data.rehearsal import Memory, Part, write_lesson
from prover.lifelong.configuration import LifelongConfiguration, Setup
from retrieval.consolidation import Consolidation, consolidated
from retrieval.encoder import Encoder
from retrieval.examples import Dataset, tactics_of
from retrieval.small import small_encoder
from retrieval.text import serialize
from retrieval.training import Trainer, TrainingOptions

MEMORY: dict[Setup, Memory] = {
    "replay": "some", "reversed": "some", "merged": "everything", "sequential": "nothing", "ewc": "nothing",
}  # fmt: skip
"""What each set-up learns again of earlier repositories."""
_NUM_IMPORTANCE_BATCHES = 20
_WARMUP_SHARE = 0.05
_CONSOLIDATION = "consolidation.pt"


def new_encoder(datasets: Sequence[Path], configuration: LifelongConfiguration) -> Encoder:
    """The encoder to begin with: the user's, or a small one that knows the words of all repositories, and no more."""
    table = configuration.retriever
    if table.start is not None:
        return Encoder.load(table.start)
    texts: set[str] = set()
    for folder in datasets:
        texts.update(serialize(premise) for premise in Dataset.open(folder).corpus.premises)
        train = read_split(folder, table.strategy, "train")
        texts.update(tactic.state_before for theorem in train for tactic in theorem.traced_tactics)
    return small_encoder(sorted(texts), seed=configuration.seed, dimension=table.dimension, num_layers=table.num_layers)


def learn(
    parts: Sequence[Part],
    *,
    start: Path,
    out: Path,
    configuration: LifelongConfiguration,
    progress: Callable[[str], None],
) -> int:
    """Train the encoder in `start` on a lesson, into `out`; how many theorems the lesson had.

    Args:
        parts: all repositories seen so far, the new one last.
        start: the encoder after the last lesson.
        out: takes the encoder, and with `ewc` what holds it from now on.
        configuration: how.
        progress: gets a line after every step.

    Raises:
        UsageError: if the lesson has no tactic that names a premise.
    """
    table = configuration.retriever
    lesson = out / "lesson"
    num_theorems = write_lesson(
        parts,
        lesson,
        strategy=table.strategy,
        memory=MEMORY[configuration.setup],
        share=table.replay_share,
        seed=configuration.seed,
    )
    dataset = Dataset.open(lesson)
    if not has_examples(dataset, table.strategy, "val"):
        # The best of the epochs is then that which knows best what it has learnt.
        train = read_split(lesson, table.strategy, "train")
        write_split(lesson, table.strategy, "val", map(theorem_json, train))
    num_states = len(dataset.examples(table.strategy, "train"))
    num_steps = max(1, num_states * table.num_epochs // table.batch_size)
    options = TrainingOptions(
        strategy=table.strategy,
        num_epochs=table.num_epochs,
        batch_size=table.batch_size,
        learning_rate=table.learning_rate,
        num_warmup_steps=max(1, round(_WARMUP_SHARE * num_steps)),
        seed=configuration.seed,
    )
    encoder = Encoder.load(str(start))
    held = start / _CONSOLIDATION
    penalty = None
    if configuration.setup == "ewc" and held.is_file():
        penalty = Consolidation.load(held, strength=table.ewc_strength, device=encoder.device)
    trainer = Trainer(
        encoder,
        dataset,
        out,
        options,
        on_progress=lambda now: progress(f"lesson {len(parts)}: step {now.step} of {now.num_steps}"),
        penalty=penalty,
    )
    trainer.run()
    if configuration.setup == "ewc":
        learnt = Encoder.load(str(out))
        judge = Trainer(learnt, dataset, out / "importance", options)
        importance = judge.importance(num_batches=_NUM_IMPORTANCE_BATCHES)
        consolidated(learnt.model, importance, earlier=penalty, strength=table.ewc_strength).save(out / _CONSOLIDATION)
    shutil.rmtree(lesson)
    return num_theorems


def has_examples(dataset: Dataset, strategy: Strategy, split: Split) -> bool:
    """Whether a tactic of this part names a premise."""
    theorems = read_split(dataset.folder, strategy, split)
    return any(example.used for theorem in theorems for example in tactics_of(theorem, dataset.corpus))


def nothing_learnt(start: Path, out: Path, error: LeanLoopError) -> str:
    """Go on with the model as it was; the remark for the report."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(start, out)
    return f"nothing learnt: {error}"
