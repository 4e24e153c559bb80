"""What is learnt from when a new repository comes: its proofs alone, with some of the earlier ones, or with all.

Every repository keeps the division of its theorems that it had when it was extracted, so that nothing that is measured
on is ever learnt from. Own files are told apart by the repository's name; what several import is there once.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from data.corpus import Corpus, SourceFile
from data.dataset import SPLITS, Split, Strategy, TracedTheorem, read_split, theorem_json, write_split

Memory = Literal["nothing", "some", "everything"]
_PACKAGES = ".lake/packages/"


@dataclass(frozen=True, slots=True)
class Part:
    """A repository's data set: what to call it, and where it is."""

    name: str
    folder: Path


def write_lesson(
    parts: Sequence[Part], out: Path, *, strategy: Strategy, memory: Memory, share: float = 1.0, seed: int = 0
) -> int:
    """Write the data set for one lesson; how many theorems there are to learn from.

    Args:
        parts: all repositories seen so far, the new one last.
        out: where to.
        strategy: which division.
        memory: what is learnt again of the earlier ones.
        share: for `some`: so many earlier theorems for each new one, chosen anew for each lesson.
        seed: of that choice.

    Raises:
        UsageError: if a data set is missing or damaged.
    """
    files: dict[str, SourceFile] = {}
    theorems: dict[Split, list[list[TracedTheorem]]] = {split: [] for split in SPLITS}
    for part in parts:
        names = _add_files(files, part)
        for split in SPLITS:
            found = read_split(part.folder, strategy, split)
            theorems[split].append([_renamed(theorem, names) for theorem in found if theorem.traced_tactics])
    out.mkdir(parents=True, exist_ok=True)
    Corpus(files.values()).write(out / "corpus.jsonl")
    chance = random.Random(f"{seed} {len(parts)}")
    train = _chosen(theorems["train"], memory, share, chance)
    write_split(out, strategy, "train", map(theorem_json, train))
    for split in SPLITS[1:]:
        every = theorems[split] if memory != "nothing" else theorems[split][-1:]
        write_split(out, strategy, split, (theorem_json(theorem) for some in every for theorem in some))
    return len(train)


def _chosen(
    theorems: Sequence[list[TracedTheorem]], memory: Memory, share: float, chance: random.Random
) -> list[TracedTheorem]:
    *earlier, new = theorems
    old = [theorem for some in earlier for theorem in some]
    if memory == "nothing":
        return new
    if memory == "some":
        old = chance.sample(old, min(len(old), round(share * len(new))))
    return [*old, *new]


def _add_files(files: dict[str, SourceFile], part: Part) -> dict[str, str]:
    """Add a data set's files; for each of its paths the one in the lesson."""
    names: dict[str, str] = {}
    for file in Corpus.read(part.folder / "corpus.jsonl").files:
        imports = tuple(names[path] for path in file.imports)
        name = file.path if file.path.startswith(_PACKAGES) else f"{part.name}/{file.path}"
        known = files.get(name)
        if known is not None and known.premises != file.premises:  # another version of a package
            name = f"{part.name}/{file.path}"
        names[file.path] = name
        premises = tuple(replace(premise, path=name) for premise in file.premises)
        files.setdefault(name, SourceFile(name, imports, premises))
    return names


def _renamed(theorem: TracedTheorem, names: dict[str, str]) -> TracedTheorem:
    tactics = []
    for tactic in theorem.traced_tactics:
        text, uses = tactic.annotated_tactic
        moved = tuple(replace(use, def_path=names.get(use.def_path, use.def_path)) for use in uses)
        tactics.append(replace(tactic, annotated_tactic=(text, moved)))
    return replace(theorem, file_path=names[theorem.file_path], traced_tactics=tuple(tactics))
