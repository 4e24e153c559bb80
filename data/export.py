"""Writing down all that was extracted from a repository, in the form of LeanDojo's data sets.

corpus.jsonl                        every premise, one line a file, imported files first
declarations.jsonl                  every declaration with statement, proof, doc comment and the premises of its proof
random/, novel_premises/            the repository's theorems, divided: train.json, val.json, test.json
metadata.json                       where it all comes from; written last, so that what has none is not complete

Files are written as they are read, so memory holds a few numbers a theorem, however long the proofs.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from array import array
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from data.dataset import SPLITS, Split, Strategy, TracedTheorem, theorem_json, write_split
from data.errors import UsageError
from data.extraction import ExtractedDeclaration, ExtractedFile, Extraction
from data.leandojo import TacticStates, declaration_line, source_file, traced_theorems
from data.origin import Origin
from data.splits import novel_premises_split, random_split
from data.version import VERSION


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was written."""

    num_files: int
    num_premises: int
    num_declarations: int
    num_theorems: int
    num_tactics: int


def export_dataset(
    extraction: Extraction,
    directory: Path,
    *,
    name: str,
    origin: Origin,
    seed: int = 0,
    states: Callable[[str], Sequence[TacticStates]] | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Extract a repository into `directory`, over what an earlier extraction may have left there.

    Args:
        extraction: the repository's files.
        directory: where to write.
        name: what the data set is called.
        origin: the repository's address and commit.
        seed: decides which theorems are held out.
        states: for a file's path what is known of its tactics; None if no tactics are wanted.
        progress: gets a line for every file.

    Raises:
        UsageError: if the directory cannot be written to.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        metadata = directory / "metadata.json"
        metadata.unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(prefix=".extracting-", dir=directory) as scratch:
            with _Writer(Path(scratch), origin, states) as writer:
                for number, file in enumerate(extraction.files(), start=1):
                    progress(f"{file.path} ({number} of {len(extraction)})")
                    writer.add(file)
                writer.write_splits(directory, seed=seed)
            for file_name in ("corpus.jsonl", "declarations.jsonl"):
                (Path(scratch) / file_name).replace(directory / file_name)
        content = {
            "dataset_name": name,
            "creation_time": datetime.now(UTC).isoformat(sep=" ", timespec="seconds"),
            "from_repo": asdict(origin),
            "leanloop_version": VERSION,
            "lean_version": extraction.lean_version,
            "seed": seed,
            "corpus_digest": writer.corpus_digest,
            **asdict(writer.summary),
        }
        metadata.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write to {directory}: {error.strerror}") from error
    return writer.summary


class _Writer:
    """Writes file after file; theorems wait in a scratch file until it is known which part each belongs to."""

    def __init__(self, scratch: Path, origin: Origin, states: Callable[[str], Sequence[TacticStates]] | None) -> None:
        self._origin = origin
        self._states = states
        self._stack = ExitStack()
        self._corpus = self._stack.enter_context((scratch / "corpus.jsonl").open("w", encoding="utf-8"))
        self._declarations = self._stack.enter_context((scratch / "declarations.jsonl").open("w", encoding="utf-8"))
        self._theorems = self._stack.enter_context((scratch / "theorems").open("w+b"))
        self._offsets = array("q", [0])
        self._names: list[str] = []
        self._used: list[array[int]] = []
        self._shown: list[array[int]] = []
        self._digest = hashlib.sha256()
        self._num_files = self._num_premises = self._num_declarations = self._num_tactics = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def corpus_digest(self) -> str:
        """As `data.corpus.Corpus.digest`."""
        return self._digest.hexdigest()

    @property
    def summary(self) -> Summary:
        return Summary(self._num_files, self._num_premises, self._num_declarations, len(self._names), self._num_tactics)

    def add(self, file: ExtractedFile) -> None:
        """Write a file's lines."""
        line = source_file(file)
        self._digest.update(line.digest.encode())
        self._corpus.write(f"{line.to_json()}\n")
        for declaration in file.declarations:
            record = json.dumps(declaration_line(declaration, file), ensure_ascii=False)
            self._declarations.write(f"{record}\n")
        self._num_files += 1
        self._num_premises += len(line.premises)
        self._num_declarations += len(file.declarations)
        if file.is_own:
            states = self._states(file.path) if self._states is not None else ()
            for declaration, theorem in traced_theorems(file, origin=self._origin, states=states):
                self._add_theorem(declaration, theorem)

    def write_splits(self, directory: Path, *, seed: int) -> None:
        """Write all theorems to the parts they belong to, twice."""
        divided: dict[Strategy, list[Split]] = {
            "random": random_split(self._names, seed=seed),
            "novel_premises": novel_premises_split(self._names, self._used, self._shown, seed=seed),
        }
        for strategy, parts in divided.items():
            for split in SPLITS:
                numbers = (number for number, part in enumerate(parts) if part == split)
                write_split(directory, strategy, split, map(self._theorem, numbers))

    def _add_theorem(self, declaration: ExtractedDeclaration, theorem: TracedTheorem) -> None:
        """Keep its place in the scratch file, and the numbers of its premises."""
        numbers = {use.full_name: use.definition.premise for use in declaration.premises.values()}
        used = {number for number in numbers.values() if number is not None}
        shown = used
        if self._states is not None:
            uses = (use for tactic in theorem.traced_tactics for use in tactic.annotated_tactic[1])
            shown = used & {numbers.get(use.full_name) for use in uses}
        self._theorems.write(theorem_json(theorem))
        self._offsets.append(self._theorems.tell())
        self._names.append(f"{theorem.file_path} {theorem.full_name}")
        self._used.append(array("q", sorted(used)))
        self._shown.append(array("q", sorted(shown)))
        self._num_tactics += len(theorem.traced_tactics)

    def _theorem(self, number: int) -> bytes:
        """The theorem's JSON."""
        self._theorems.seek(self._offsets[number])
        return self._theorems.read(self._offsets[number + 1] - self._offsets[number])
