"""What has been replayed, a file on disk for each file of the repository, so that no minute is spent twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from data.durable import written_whole
from data.leandojo import TacticStates
from prover.lean.command import Lean

_FORMAT = "2"  # changes when the same file would give other states


@dataclass(frozen=True, slots=True)
class _Record:
    key: str
    states: tuple[TacticStates, ...]


_RECORD = TypeAdapter(_Record)


class ReplayStore:
    """The replayed files below a directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def states(self, path: str, key: str) -> tuple[TacticStates, ...] | None:
        """What was found for the file at `path`; None if nothing was, or under another key."""
        try:
            record = _RECORD.validate_json(self._place(path).read_bytes())
        except (FileNotFoundError, ValidationError):
            return None
        return record.states if record.key == key else None

    def add(self, path: str, key: str, states: tuple[TacticStates, ...]) -> None:
        """Keep what was found; the file appears whole or not at all."""
        place = self._place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(place) as partial:
            partial.write_bytes(_RECORD.dump_json(_Record(key, states)))

    def _place(self, path: str) -> Path:
        return self._directory / f"{path}.json"


def replay_key(source: str, lean: Lean) -> str:
    """Changes with the text, with Lean, and with what the text imports."""
    parts = [_FORMAT, lean.key, [str(directory) for directory in lean.search_path], source]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
