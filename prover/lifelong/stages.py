"""Further stages of a lifelong run: what a user's own code does after each lesson."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from data.database.store import Database
from data.errors import UsageError
from prover.lifelong.preparation import Prepared


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a further stage gets to know.

    Attributes:
        prepared: the repository that was just learnt from.
        seen: all so far, this one last.
        database: the theorem database.
        encoder: the folder of the retriever's encoder as it is now.
        folder: for the stage's own files.
        seed: of all that is left to chance.
    """

    prepared: Prepared
    seen: tuple[Prepared, ...]
    database: Database
    encoder: Path
    folder: Path
    seed: int


class Stage(Protocol):
    """Something more that is done after each lesson: self-play, most of all.

    A stage that was stopped is begun again; what it has left in its folder is its own affair.
    """

    @property
    def name(self) -> str:
        """What it is called in the report."""

    def run(self, lesson: Lesson, *, progress: Callable[[str], None]) -> Mapping[str, Any]:
        """Do it; what came of it, as JSON has it, for the report.

        Raises:
            LeanLoopError: if it cannot be done; the run goes on without it.
        """


def stage_named(text: str) -> Stage:
    """The stage that `module:function` makes.

    Raises:
        UsageError: if there is no such function.
    """
    module, _, function = text.partition(":")
    try:
        made: Stage = getattr(importlib.import_module(module), function)()
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(f"no stage {text!r}: {error}; name it as MODULE:FUNCTION") from None
    return made
