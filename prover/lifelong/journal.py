"""What a lifelong run has done: a line for every stage, on the disk before the next one begins.

A line that was cut off by a crash is dropped, and its stage is done again.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data.durable import append_line, whole_lines, write_durably
from data.errors import UsageError
from data.locked_folder import LockedFolder
from prover.lifelong.configuration import LifelongConfiguration

_HEAD, _LINES = "run.json", "stages.jsonl"
ALL = "(all)"
"""Stands where a repository's name would for what is no single one's."""


class Journal(LockedFolder):
    """The folder of one run, open for writing by this process only.

    Args:
        root: the folder; it is made where it is not there.
        configuration: what is run.

    Raises:
        UsageError: if another process writes to it, it is another run's, or it cannot be written.
    """

    def __init__(self, root: Path, configuration: LifelongConfiguration) -> None:
        self._wanted = configuration.model_dump(mode="json")
        super().__init__(root)

    def result(self, task: str, stage: str) -> dict[str, Any] | None:
        """What a stage came to; None if it is not done yet."""
        return self._results.get((task, stage))

    def add(self, task: str, stage: str, result: dict[str, Any]) -> None:
        """Note that a stage is done."""
        line = json.dumps({"task": task, "stage": stage, "result": result}, ensure_ascii=False)
        append_line(self.root / _LINES, line)
        self._results[task, stage] = result

    def _take_over(self) -> None:
        head = self.root / _HEAD
        if head.exists():
            known = json.loads(head.read_text(encoding="utf-8"))
            differences = [name for name, value in self._wanted.items() if known.get(name) != value]
            if differences:
                raise UsageError(
                    f"{self.root} holds a run of another configuration ({', '.join(differences)}); give another --out"
                )
        else:
            write_durably(head, json.dumps(self._wanted, indent=1) + "\n")
        self._results: dict[tuple[str, str], dict[str, Any]] = {}
        for text in whole_lines(self.root / _LINES):
            line = json.loads(text)
            self._results[line["task"], line["stage"]] = line["result"]
