"""Examples that a tiny model learns in seconds: which hypothesis closes the goal."""

from __future__ import annotations

import math
import random
import sys
from dataclasses import replace
from pathlib import Path

import torch

from data.corpus import Corpus, SourceFile
from data.dataset import SPLITS, TracedTactic, TracedTheorem, theorem_json, write_split
from prover.training import finetune
from prover.training.examples import Example, Rival, divided
from prover.training.options import FineTuningOptions
from prover.training.presets import PRESETS, Preset

TINY = "tiny"
OPTIONS = FineTuningOptions(
    num_epochs=8, batch_size=8, learning_rate=1e-2, num_warmup_steps=10, max_tokens=100, patience=5
)
_LETTERS = "abcdefgh"


def add_tiny_preset() -> None:
    """Offer a model below the smallest."""
    torch.set_num_threads(1)
    PRESETS[TINY] = Preset(num_words=300, dimension=64, num_layers=1)


def small_split() -> tuple[list[Example], list[Example]]:
    """Examples for training and for validation; some tell what was tried in vain, too."""
    examples = small_examples(240)
    return divided(
        [with_rivals(each, times=7) if place % 8 == 0 else each for place, each in enumerate(examples)], one_in=8
    )


def with_rivals(example: Example, *, times: int = 1) -> Example:
    """The same, beside what another proposer thought twice as likely: the two hypotheses that are not wanted.

    Each comes so many times; of many an epoch reads some.
    """
    hypotheses = [line.partition(" : ")[0] for line in example.prompt.split("\n")[1:-1]]
    wrong = [f"exact {name}" for name in hypotheses if f"exact {name}" != example.completion]
    return replace(example, rivals=tuple(Rival(tactic, math.log(2)) for tactic in wrong * times))


def small_examples(count: int, *, seed: int = 0) -> list[Example]:
    """States with three hypotheses, each called after what it says, and `exact` with the one that is wanted."""
    chance = random.Random(seed)
    return [_example(number, chance) for number in range(count)]


def _example(number: int, chance: random.Random) -> Example:
    letters = chance.sample(_LETTERS, 3)
    wanted = chance.choice(letters)
    lines = [f"{' '.join(letters)} : Prop", *(f"h{letter} : {letter}" for letter in letters), f"⊢ {wanted}"]
    return Example(group=f"t{number % 60}", prompt="\n".join(lines) + ":::", completion=f"exact h{wanted}")


def write_small_dataset(folder: Path) -> None:
    """The same as theorems with proofs of one tactic, in LeanDojo's format."""
    folder.mkdir(parents=True)
    Corpus([SourceFile("A.lean", (), ())]).write(folder / "corpus.jsonl")
    train, val = small_split()
    for split, examples in zip(SPLITS, (train, val, val[:1]), strict=True):
        theorems = (_theorem(number, example) for number, example in enumerate(examples, start=1))
        write_split(folder, "random", split, map(theorem_json, theorems))


def _theorem(number: int, example: Example) -> TracedTheorem:
    tactic = TracedTactic(example.completion, (example.completion, ()), example.prompt.removesuffix(":::"), "no goals")
    return TracedTheorem("url", "commit", "A.lean", example.group, (number, 1), (number, 40), (tactic,))


def main() -> None:
    """Train in the folder that is named, a checkpoint after every step, and say which step is done."""
    add_tiny_preset()
    finetune._SECONDS_BETWEEN_CHECKPOINTS = 0.0
    train, val = small_split()
    finetune.fine_tune(
        train,
        val=val,
        model=TINY,
        out=Path(sys.argv[1]),
        options=OPTIONS,
        on_progress=lambda progress: print(progress.step, flush=True),
    )


if __name__ == "__main__":
    main()
