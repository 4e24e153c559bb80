"""A dataset in which only learning helps: states name things otherwise than premises do, always in the same way."""

from __future__ import annotations

import random
from pathlib import Path

from data.corpus import Corpus, Premise, SourceFile
from data.dataset import SPLITS, PremiseUse, TracedTactic, TracedTheorem, theorem_json, write_split

_NOTIONS = [
    first + second for first in ("open", "closed", "dense", "finite") for second in ("Set", "Map", "Cover", "Net")
]
_NUM_FILES, _NUM_PREMISES, _NUM_THEOREMS = 3, 30, 120


def write_dataset(folder: Path, *, seed: int = 0) -> Corpus:
    """Write a dataset of 90 premises in three files, and 120 theorems at the end of the last one, into `folder`."""
    chance = random.Random(seed)
    corpus = Corpus(small_file(number, chance) for number in range(_NUM_FILES))
    folder.mkdir(parents=True, exist_ok=True)
    corpus.write(folder / "corpus.jsonl")
    theorems = [_theorem(number, corpus, chance) for number in range(_NUM_THEOREMS)]
    parts = (theorems[:80], theorems[80:100], theorems[100:])
    for split, part in zip(SPLITS, parts, strict=True):
        write_split(folder, "novel_premises", split, map(theorem_json, part))
        write_split(folder, "random", split, map(theorem_json, part))
    return corpus


def small_file(number: int, chance: random.Random) -> SourceFile:
    """A file of 30 premises that imports all files with smaller numbers."""
    premises = tuple(
        Premise(
            full_name=f"File{number}.p{line}",
            code=f"theorem p{line} : {chance.choice(_NOTIONS)} {chance.choice(_NOTIONS)}",
            path=f"File{number}.lean",
            start=(line, 1),
            end=(line, 40),
            kind="commanddeclaration",
        )
        for line in range(1, _NUM_PREMISES + 1)
    )
    return SourceFile(f"File{number}.lean", tuple(f"File{other}.lean" for other in range(number)), premises)


def _theorem(number: int, corpus: Corpus, chance: random.Random) -> TracedTheorem:
    line = 100 + number
    tactics = tuple(_tactic(chance.choice(corpus.premises)) for _ in range(2))
    return TracedTheorem("url", "commit", f"File{_NUM_FILES - 1}.lean", f"t{number}", (line, 1), (line, 40), tactics)


def _tactic(premise: Premise) -> TracedTactic:
    first, second = (_NOTIONS.index(word) for word in premise.code.split()[-2:])
    use = PremiseUse(premise.full_name, premise.path, premise.start, premise.start)
    annotated = (f"exact <a>{premise.full_name}</a>", (use,))
    return TracedTactic(f"exact {premise.full_name}", annotated, f"x : T\n⊢ q{first}z q{second}z", "no goals")
