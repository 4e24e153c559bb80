"""Several datasets as one: what is shared is taken once, and nothing learnt from is measured on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from data.corpus import Corpus, Premise, SourceFile
from data.dataset import SPLITS, PremiseUse, TracedTactic, TracedTheorem, read_split, theorem_json, write_split
from data.errors import UsageError
from data.merging import merge_datasets

SHARED = "packages/lean/Init.lean"


def source_file(path: str, *names: str, imports: tuple[str, ...] = ()) -> SourceFile:
    premises = (
        Premise(name, f"theorem {name}", path, (line, 1), (line, 20), "commanddeclaration")
        for line, name in enumerate(names, start=1)
    )
    return SourceFile(path, imports, tuple(premises))


def theorem(path: str, name: str, *uses: PremiseUse) -> TracedTheorem:
    tactics = tuple(TracedTactic("t", (f"<a>{use.full_name}</a>", (use,)), "⊢ p", "no goals") for use in uses)
    return TracedTheorem("url", "commit", path, name, (9, 1), (9, 9), tactics)


def write_dataset(folder: Path, files: list[SourceFile], theorems: list[TracedTheorem]) -> Path:
    folder.mkdir()
    Corpus(files).write(folder / "corpus.jsonl")
    for split in SPLITS:
        write_split(folder, "random", split, map(theorem_json, theorems if split == "train" else []))
    (folder / "metadata.json").write_text(json.dumps({"dataset_name": folder.name}))
    return folder


@pytest.fixture
def datasets(tmp_path: Path) -> list[Path]:
    """Two packages that import one library, and the library itself, where it has another path."""
    shared = source_file(SHARED, "Init.a", "Init.b")
    own = source_file("Init.lean", "Init.a", "Init.b")
    use = PremiseUse("Init.b", SHARED, (2, 9), (2, 12))
    logic = [theorem("Logic.lean", f"Logic.t{number}", use) for number in range(20)]
    lists = [theorem("Lists.lean", f"Lists.t{number}", use) for number in range(20)]
    library = [theorem("Init.lean", "Init.b", replace(use, full_name="Init.a", def_path="Init.lean", def_pos=(1, 9)))]
    return [
        write_dataset(tmp_path / "logic", [shared, source_file("Logic.lean", "Logic.x", imports=(SHARED,))], logic),
        write_dataset(tmp_path / "lists", [shared, source_file("Lists.lean", "Lists.x", imports=(SHARED,))], lists),
        write_dataset(tmp_path / "library", [own], library),
    ]


def test_shared_files_are_taken_once_wherever_they_lie(datasets: list[Path], tmp_path: Path) -> None:
    """Each library lemma would be there several times, and finding one of its copies would count as a miss."""
    merged = merge_datasets(datasets, tmp_path / "merged")
    corpus = Corpus.read(tmp_path / "merged" / "corpus.jsonl")
    assert [file.path for file in corpus.files] == [SHARED, "Logic.lean", "Lists.lean"]
    assert (merged.num_premises, merged.num_theorems) == (4, 41)
    theorems = [each for split in SPLITS for each in read_split(tmp_path / "merged", "random", split)]
    (from_library,) = [each for each in theorems if each.full_name == "Init.b"]
    assert from_library.file_path == SHARED
    ((_, (use,)),) = (tactic.annotated_tactic for tactic in from_library.traced_tactics)
    assert corpus.locate(use.def_path, use.def_pos) == 0


def test_every_theorem_is_in_one_part(datasets: list[Path], tmp_path: Path) -> None:
    """A theorem to be measured on would have been learnt from."""
    merge_datasets(datasets, tmp_path / "merged")
    for strategy in ("random", "novel_premises"):
        names = [each.full_name for split in SPLITS for each in read_split(tmp_path / "merged", strategy, split)]
        assert len(names) == len(set(names)) == 41


def test_different_files_with_one_path_are_refused(datasets: list[Path], tmp_path: Path) -> None:
    """Premises of one repository would be taken for another's."""
    other = write_dataset(tmp_path / "other", [source_file("Logic.lean", "Other.y")], [])
    with pytest.raises(UsageError, match=r"has another Logic\.lean than the datasets before it"):
        merge_datasets([*datasets, other], tmp_path / "merged")
