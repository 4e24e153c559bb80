"""Theorems with the tactics of their human proofs, as LeanDojo writes them in `random/` and `novel_premises/`.

Both folders hold `train.json`, `val.json` and `test.json`; the same theorems are divided in two ways. In
`novel_premises`, every proof to be found uses at least one premise that no proof of the training set uses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from data.durable import written_whole
from data.errors import UsageError
from data.jsonl import first_error
from data.positions import Position

Strategy = Literal["random", "novel_premises"]
Split = Literal["train", "val", "test"]
SPLITS: tuple[Split, ...] = ("train", "val", "test")


@dataclass(frozen=True, slots=True)
class PremiseUse:
    """Where the premise is defined that a tactic names.

    Attributes:
        full_name: the constant's name as Lean has it.
        def_path: the file it is defined in, relative to the repository.
        def_pos: the first character of the name in its definition.
        def_end_pos: one past the name's last character.
    """

    full_name: str
    def_path: str
    def_pos: Position
    def_end_pos: Position


@dataclass(frozen=True, slots=True)
class TracedTactic:
    """One tactic of a human proof.

    Attributes:
        tactic: its text without comments.
        annotated_tactic: its text with `<a>` and `</a>` around every premise's name, and one entry for each of these.
        state_before: the goals before it, as Lean prints them.
        state_after: the goals behind it; `no goals` where there are none.
    """

    tactic: str
    annotated_tactic: tuple[str, tuple[PremiseUse, ...]]
    state_before: str
    state_after: str


@dataclass(frozen=True, slots=True)
class TracedTheorem:
    """A theorem with its proof.

    Attributes:
        url: the repository's address.
        commit: the commit of the repository, empty where there is none.
        file_path: the file, relative to the repository.
        full_name: the theorem's name with its namespaces.
        start: the declaring keyword; for Mathlib's `lemma`, its modifiers.
        end: one past the end of its proof.
        traced_tactics: the tactics in order; empty for a proof without tactics.
    """

    url: str
    commit: str
    file_path: str
    full_name: str
    start: Position
    end: Position
    traced_tactics: tuple[TracedTactic, ...]


_THEOREMS = TypeAdapter(tuple[TracedTheorem, ...])
_THEOREM = TypeAdapter(TracedTheorem)


def read_split(directory: Path, strategy: Strategy, split: Split) -> tuple[TracedTheorem, ...]:
    """Read one file of a dataset, ours or LeanDojo's.

    Raises:
        UsageError: if it is missing or not as LeanDojo writes it.
    """
    path = directory / strategy / f"{split}.json"
    try:
        return _THEOREMS.validate_json(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(f"no such file: {path}; make it with `retrieve extract REPO --out {directory}`") from None
    except ValidationError as error:
        raise UsageError(f"{path}: not a split of a dataset ({first_error(error)}); extract it again") from None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None


def theorem_json(theorem: TracedTheorem) -> bytes:
    """A theorem as it stands in a file of a dataset."""
    return _THEOREM.dump_json(theorem)


def write_split(directory: Path, strategy: Strategy, split: Split, theorems: Iterable[bytes]) -> None:
    """Write one file of a dataset from the JSON of its theorems; it appears whole or not at all."""
    path = directory / strategy / f"{split}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as partial, partial.open("wb") as output:
        output.write(b"[")
        for number, theorem in enumerate(theorems):
            output.write(b",\n" if number else b"\n")
            output.write(theorem)
        output.write(b"\n]\n")
