"""What a retriever is trained and measured on: the tactics of human proofs, the state before each and its premises.

A premise counts as used where the tactic names it, as in ReProver (LeanDojo, arXiv 2306.15626, section 5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.corpus import Corpus
from data.dataset import Split, Strategy, TracedTheorem, read_split
from data.errors import UsageError
from retrieval.retriever import Mask


@dataclass(frozen=True, slots=True)
class Example:
    """One tactic of a theorem's proof.

    Attributes:
        theorem: whose proof it is of.
        tactic_number: which of the theorem's tactics, from 0.
        state: the goals before it.
        used: the numbers of the premises that it names, ascending.
    """

    theorem: TracedTheorem
    tactic_number: int
    state: str
    used: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A corpus and where the proofs are that go with it, as `retrieve extract` and `prove replay` write them."""

    folder: Path
    corpus: Corpus

    @classmethod
    def open(cls, folder: Path) -> Dataset:
        """Read the corpus of the dataset in `folder`.

        Raises:
            UsageError: if there is none, or it is damaged.
        """
        path = folder / "corpus.jsonl"
        if not path.is_file():
            raise UsageError(f"no dataset in {folder}: make one with `retrieve extract REPO --out {folder}`")
        return cls(folder, Corpus.read(path))

    def examples(self, strategy: Strategy, split: Split, *, with_others: bool = False) -> list[Example]:
        """The tactics of the split that name a premise of the corpus, in order.

        Args:
            strategy: how the theorems were divided.
            split: which part.
            with_others: also the tactics that name none.

        Raises:
            UsageError: if the split is missing or damaged, or has no such tactic.
        """
        found = [
            example
            for theorem in read_split(self.folder, strategy, split)
            for example in tactics_of(theorem, self.corpus)
            if example.used or with_others
        ]
        if not any(example.used for example in found):
            raise UsageError(
                f"no tactic of {self.folder / strategy / split}.json names a premise: fill in the proofs' tactics with"
                f" `prove replay REPO --out {self.folder}`"
            )
        return found

    def accessible(self, examples: Sequence[Example]) -> list[Mask]:
        """For every example which premises its theorem may use."""
        masks: dict[tuple[str, tuple[int, int]], Mask] = {}
        for example in examples:
            place = (example.theorem.file_path, example.theorem.start)
            if place not in masks:
                masks[place] = self.corpus.accessible_mask(*place)
        return [masks[example.theorem.file_path, example.theorem.start] for example in examples]


def tactics_of(theorem: TracedTheorem, corpus: Corpus) -> Iterator[Example]:
    """Every tactic of the theorem's proof, those without premises included."""
    for number, tactic in enumerate(theorem.traced_tactics):
        located = (corpus.locate(use.def_path, use.def_pos) for use in tactic.annotated_tactic[1])
        used = sorted({premise for premise in located if premise is not None})
        yield Example(theorem, number, tactic.state_before, tuple(used))
