"""From what a user names as data to examples for training and for validation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.dataset import Strategy, read_split
from data.errors import UsageError
from prover.tactics.prompts import Family
from prover.training.dataset import dataset_examples, is_run, run_examples
from prover.training.examples import Example, deduplicated, divided
from retrieval.choice import make_retriever
from retrieval.examples import Dataset


@dataclass(frozen=True, slots=True)
class Collected:
    """Examples for training and for validation."""

    train: list[Example]
    val: list[Example]


def collect(
    folders: Sequence[Path],
    *,
    family: Family,
    strategy: Strategy = "random",
    retriever: str = "bm25",
    only_choices: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Collected:
    """Read datasets and runs.

    The division by theorem is the datasets' own. Of a run's proofs a twentieth goes to validation, and what is about a
    theorem that a dataset holds out is left out, so that what is measured there was never learnt.

    Args:
        folders: datasets as `prove replay` writes them, runs as `prove --out` does.
        family: the form of the prompts.
        strategy: which of the two divisions of the datasets.
        retriever: who puts premises into the prompts, as in `retrieve evaluate`, if the family wants them.
        only_choices: of runs learn only which of the tactics tried was right, and of datasets only what they hold out.
        progress: gets a line on what is being done.

    Raises:
        UsageError: if a folder is neither, or there is nothing to learn from.
    """
    train: list[Example] = []
    val: list[Example] = []
    found: list[Example] = []
    held_out: set[str] = set()
    for folder in folders:
        progress(f"reading {folder}")
        if is_run(folder):
            found += run_examples(folder, family=family, only_choices=only_choices)
            continue
        dataset = Dataset.open(folder)
        if not only_choices:
            chosen = None
            if family.wants_premises:
                chosen = make_retriever(retriever, dataset.corpus, indexes=folder / "indexes", progress=progress)
            train += dataset_examples(dataset, "train", family=family, strategy=strategy, retriever=chosen)
            val += dataset_examples(dataset, "val", family=family, strategy=strategy, retriever=chosen)
        for split in ("val", "test"):
            held_out |= {theorem.full_name for theorem in read_split(folder, strategy, split)}
    if found := [example for example in found if example.group not in held_out]:
        more = divided(found)
        train, val = train + more[0], val + more[1]
    if not train:
        raise UsageError(f"{', '.join(map(str, folders))}: no proofs of tactics in there, so there is nothing to learn")
    return Collected(deduplicated(train), deduplicated(val))
