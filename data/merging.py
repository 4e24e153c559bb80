"""Several datasets as one: the files of all, each once, and their theorems divided anew.

Repositories share what they import. A file that is one repository's own and another's import (`Init/Core.lean` here,
`.lake/packages/lean4/src/lean/Init/Core.lean` there) is known by the end of its path and by its premises.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from data.corpus import Corpus, SourceFile
from data.dataset import (
    SPLITS,
    PremiseUse,
    Split,
    Strategy,
    TracedTactic,
    TracedTheorem,
    read_split,
    theorem_json,
    write_split,
)
from data.errors import UsageError
from data.jsonl import read_lines
from data.splits import novel_premises_split, random_split
from data.version import VERSION


@dataclass(frozen=True, slots=True)
class Merged:
    """How much a merged dataset holds."""

    num_files: int
    num_premises: int
    num_theorems: int
    num_tactics: int


def merge_datasets(folders: Sequence[Path], out: Path, *, seed: int = 0) -> Merged:
    """Write the datasets in `folders` as one into `out`.

    Args:
        folders: datasets as `retrieve extract` and `prove replay` write them.
        out: where to write.
        seed: decides which theorems are held out.

    Raises:
        UsageError: if a dataset is missing or damaged, or two have different files at the same path.
    """
    files: dict[str, SourceFile] = {}
    theorems: dict[tuple[str, str, tuple[int, int]], TracedTheorem] = {}
    declarations: dict[tuple[str, str], dict[str, object]] = {}
    for folder in folders:
        names = _take_files(files, Corpus.read(folder / "corpus.jsonl"), folder)
        for split in SPLITS:
            for theorem in read_split(folder, "random", split):
                moved = _moved(theorem, names)
                theorems.setdefault((moved.file_path, moved.full_name, moved.start), moved)
        for line in _declarations(folder, names):
            declarations.setdefault((str(line["path"]), str(line["full_name"])), line)
    out.mkdir(parents=True, exist_ok=True)
    (out / "metadata.json").unlink(missing_ok=True)
    corpus = Corpus(files.values())
    corpus.write(out / "corpus.jsonl")
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in declarations.values())
    (out / "declarations.jsonl").write_text("".join(lines), encoding="utf-8")
    _write_splits(out, corpus, list(theorems.values()), declarations, seed=seed)
    num_tactics = sum(len(theorem.traced_tactics) for theorem in theorems.values())
    merged = Merged(len(files), len(corpus), len(theorems), num_tactics)
    metadata = {
        "dataset_name": " + ".join(folder.name for folder in folders),
        "creation_time": datetime.now(UTC).isoformat(sep=" ", timespec="seconds"),
        "from_repo": None,
        "leanloop_version": VERSION,
        "merged_from": [json.loads((folder / "metadata.json").read_text(encoding="utf-8")) for folder in folders],
        "seed": seed,
        "corpus_digest": corpus.digest,
    }
    (out / "metadata.json").write_text(json.dumps(metadata, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return merged


def _take_files(files: dict[str, SourceFile], corpus: Corpus, folder: Path) -> dict[str, str]:
    """Add the corpus's files; for each of its paths the path in the merged corpus."""
    by_name: dict[str, list[str]] = {}
    for path in files:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    names: dict[str, str] = {}
    for file in corpus.files:
        candidates = by_name.get(file.path.rpartition("/")[2], ())
        same = [path for path in candidates if _ends_in(path, file.path) and _is_same(files[path], file)]
        if not same and file.path in files:
            raise UsageError(f"{folder} has another {file.path} than the datasets before it: they cannot be merged")
        names[file.path] = same[0] if same else file.path
        if not same:
            files[file.path] = replace(file, imports=tuple(names[path] for path in file.imports))
    return names


def _ends_in(path: str, other: str) -> bool:
    return path == other or path.endswith(f"/{other}") or other.endswith(f"/{path}")


def _is_same(file: SourceFile, other: SourceFile) -> bool:
    return [replace(premise, path="") for premise in file.premises] == [
        replace(premise, path="") for premise in other.premises
    ]


def _moved(theorem: TracedTheorem, names: dict[str, str]) -> TracedTheorem:
    """The theorem with its paths as the merged corpus has them."""

    def moved(tactic: TracedTactic) -> TracedTactic:
        text, uses = tactic.annotated_tactic
        return replace(tactic, annotated_tactic=(text, tuple(_moved_use(use, names) for use in uses)))

    return replace(
        theorem,
        file_path=names.get(theorem.file_path, theorem.file_path),
        traced_tactics=tuple(moved(tactic) for tactic in theorem.traced_tactics),
    )


def _moved_use(use: PremiseUse, names: dict[str, str]) -> PremiseUse:
    return replace(use, def_path=names.get(use.def_path, use.def_path))


def _declarations(folder: Path, names: dict[str, str]) -> Iterator[dict[str, object]]:
    """The lines of `declarations.jsonl`, which LeanDojo's datasets have not, with the merged corpus's paths."""
    if not (folder / "declarations.jsonl").is_file():
        return
    for text in read_lines(folder / "declarations.jsonl"):
        line = json.loads(text)
        uses = [{**use, "def_path": names.get(use["def_path"], use["def_path"])} for use in line["premises"]]
        yield {**line, "path": names.get(line["path"], line["path"]), "premises": uses}


def _write_splits(
    out: Path,
    corpus: Corpus,
    theorems: Sequence[TracedTheorem],
    declarations: dict[tuple[str, str], dict[str, object]],
    *,
    seed: int,
) -> None:
    names = [f"{theorem.file_path} {theorem.full_name}" for theorem in theorems]
    shown = [
        _located(
            corpus,
            ((use.def_path, use.def_pos) for tactic in theorem.traced_tactics for use in tactic.annotated_tactic[1]),
        )
        for theorem in theorems
    ]
    used = [
        numbers | _located(corpus, _uses(declarations.get((theorem.file_path, theorem.full_name))))
        for theorem, numbers in zip(theorems, shown, strict=True)
    ]
    divided: dict[Strategy, list[Split]] = {
        "random": random_split(names, seed=seed),
        "novel_premises": novel_premises_split(names, used, shown, seed=seed),
    }
    for strategy, parts in divided.items():
        for split in SPLITS:
            chosen = (theorem for theorem, part in zip(theorems, parts, strict=True) if part == split)
            write_split(out, strategy, split, map(theorem_json, chosen))


def _uses(declaration: dict[str, object] | None) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where the premises are defined that a line of `declarations.jsonl` names."""
    uses = declaration["premises"] if declaration is not None else []
    assert isinstance(uses, list)
    for use in uses:
        line, column = use["def_pos"]
        yield use["def_path"], (line, column)


def _located(corpus: Corpus, places: Iterator[tuple[str, tuple[int, int]]]) -> set[Hashable]:
    return {number for number in (corpus.locate(*place) for place in places) if number is not None}
