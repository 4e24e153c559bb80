"""What a lifelong run has done: a line for every stage, on the disk before the next one begins.

A line that was cut off by a crash is dropped, and its stage is done again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from data.errors import UsageError
from prover.lifelong.configuration import LifelongConfiguration

_HEAD, _LINES = "run.json", "stages.jsonl"


class Journal:
    """The folder of one run, open for writing by this process only.

    Args:
        root: the folder; it is made where it is not there.
        configuration: what is run.

    Raises:
        UsageError: if another process writes to it, it is another run's, or it cannot be written.
    """

    def __init__(self, root: Path, configuration: LifelongConfiguration) -> None:
        self.root = root
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--out {root} cannot be written: {error.strerror}") from None
        self._lock = FileLock(root / ".lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise UsageError(f"another run writes to {root}; wait for it, or give another --out") from None
        try:
            self._take_over(configuration)
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()

    def result(self, task: str, stage: str) -> dict[str, Any] | None:
        """What a stage came to; None if it is not done yet."""
        return self._results.get((task, stage))

    def add(self, task: str, stage: str, result: dict[str, Any]) -> None:
        """Note that a stage is done."""
        line = json.dumps({"task": task, "stage": stage, "result": result}, ensure_ascii=False)
        with (self.root / _LINES).open("ab") as file:
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self._results[task, stage] = result

    def _take_over(self, configuration: LifelongConfiguration) -> None:
        head, lines = self.root / _HEAD, self.root / _LINES
        wanted = configuration.model_dump(mode="json")
        if head.exists():
            known = json.loads(head.read_text(encoding="utf-8"))
            differences = [name for name in wanted if known.get(name) != wanted[name]]
            if differences:
                raise UsageError(
                    f"{self.root} holds a run of another configuration ({', '.join(differences)}); give another --out"
                )
        else:
            partial = self.root / f".{_HEAD}"
            partial.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
            partial.replace(head)
        self._results: dict[tuple[str, str], dict[str, Any]] = {}
        if lines.exists():
            content = lines.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            if whole != content:
                with lines.open("r+b") as file:
                    file.truncate(len(whole))
            for text in whole.splitlines():
                line = json.loads(text)
                self._results[line["task"], line["stage"]] = line["result"]
