"""A library as one Lean file that a fresh Lean compiles, and as a page to browse."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from conjecturer.errors import ConjecturerError
from conjecturer.ground import UNIVERSES, Ground
from conjecturer.lean_batch import LeanBatch
from conjecturer.library import Entry, Library, most_interesting
from conjecturer.verification import axioms_in
from prover.lean.verification import STANDARD_AXIOMS
from prover.page import write_page

_NUM_SHOWN = 10
_NAMESPACE = "LeanLoop"


def write_library(library: Library, grounds: Sequence[Ground]) -> None:
    """Write `Library.lean` and `library.html` into the library's folder, and have a fresh Lean compile the former.

    Raises:
        ConjecturerError: if Lean does not accept the file, or a theorem rests on more than Lean's own axioms.
        OSError: if they cannot be written.
    """
    entries = library.entries
    head = "".join(f"import {name}\n" for ground in grounds for name in ground.imports)
    head += f"\nset_option autoImplicit false\n{UNIVERSES}\n"
    body = "\n".join(_declaration(entry) for entry in entries)
    _compile(grounds, head, body, [entry.name for entry in entries])
    (library.folder / "Library.lean").write_text(f"{head}\n{body}", encoding="utf-8")
    record = {
        "repositories": [ground.name for ground in grounds],
        "lean": grounds[0].lean.version,
        "counts": dict(library.counts),
        "interesting": [entry.name for entry in most_interesting(entries, _NUM_SHOWN)],
        "theorems": [entry.model_dump(exclude={"form"}) for entry in entries],
    }
    write_page(
        library.folder / "library.html",
        package="conjecturer",
        folder="library_page",
        title=f"{len(entries)} new theorems",
        record=json.dumps(record, ensure_ascii=False),
    )


def markdown(entries: Sequence[Entry]) -> str:
    """The most interesting theorems as a table for a README."""
    rows = [
        f"| `{entry.statement}` | {entry.interest:.2f} | {entry.method}: {entry.change.replace('|', chr(92) + '|')} |"
        for entry in most_interesting(entries, _NUM_SHOWN)
    ]
    return "\n".join(["| theorem | interest | how it was made |", "|---|---|---|", *rows]) + "\n"


def _declaration(entry: Entry) -> str:
    origin = " and ".join(filter(None, [entry.theorem, entry.lemma]))
    return (
        f"/-- {entry.method}, from {origin}: {entry.change}. -/\n"
        f"theorem {_NAMESPACE}.{entry.name} : {entry.statement} := {entry.proof}\n"
    )


def _compile(grounds: Sequence[Ground], head: str, body: str, names: Sequence[str]) -> None:
    """One run of a fresh Lean over the whole file, and what every theorem rests on."""
    paths = dict.fromkeys(path for ground in grounds for path in ground.lean.search_path)
    lean = replace(grounds[0].lean, search_path=tuple(paths))
    batch = LeanBatch(lean=lean, header=head, directory=grounds[0].directory, num_processes=1)
    questions = "\n".join(f"#print axioms {_NAMESPACE}.{name}" for name in names)
    (messages,) = batch.run([f"{body}\n{questions}"])
    error = next((message.text for message in messages if message.is_error or "sorry" in message.text), None)
    if error is not None:
        raise ConjecturerError(f"Lean does not accept the library: {' '.join(error.split())[:200]}")
    answers = [axioms_in(message.text) for message in messages if message.severity == "information"]
    if len(answers) != len(names) or any(axioms is None or not axioms <= STANDARD_AXIOMS for axioms in answers):
        raise ConjecturerError("a theorem of the library rests on more than Lean's own axioms")
