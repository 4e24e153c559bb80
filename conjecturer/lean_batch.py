"""Many independent commands in one run of Lean, and what Lean says to each of them.

A search asks about tactics at one place; a conjecturer asks thousands of small questions that have nothing to do with
each other. They are put into one file behind the imports, and Lean is started once for hundreds of them. A command
that kills Lean or does not end spoils its run for the others, so the run is halved until that one stands alone.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from data.scratch import Scratch
from prover.errors import LeanCrashedError, LeanTimeoutError
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed, terminate_tree

_OPTIONS = {"Elab.async": "false", "linter.all": "false"}
# Older Leans know neither the option nor the limit; of those between we get a few commands at a time.
_ALL_ERRORS = "-DmaxErrors=1000000"
_GIVEN_UP = "maximum number of errors"
_NUM_COMMANDS = 500
_START_SECONDS = 120.0
_SECONDS_PER_COMMAND = 1.0
_MEMORY_BYTES = 4 << 30


@dataclass(frozen=True, slots=True)
class Message:
    """One message of Lean about a command: its severity (`error`, `warning`, `information`) and its text."""

    severity: str
    text: str

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeanBatch:
    """Runs commands behind a header.

    Attributes:
        lean: which Lean, with the search path on which the header's imports are found.
        header: imports, options and whatever else the commands need; an error in it is the caller's mistake.
        directory: where Lean runs, for a Lake project its root; None for an empty directory.
        num_processes: how many Leans run side by side.
        limits: what one of them may use.
    """

    lean: Lean
    header: str
    directory: Path | None = None
    num_processes: int = 2
    limits: Limits = field(default_factory=lambda: Limits(memory_bytes=_MEMORY_BYTES))

    def run(self, commands: Sequence[str]) -> list[tuple[Message, ...]]:
        """Lean's messages on every command, in order. A command that Lean does not survive has an error that says so.

        Raises:
            LeanCrashedError, LeanTimeoutError: if Lean does not survive the header.
        """
        size = max(1, min(_NUM_COMMANDS, -(-len(commands) // self.num_processes)))
        chunks = [commands[start : start + size] for start in range(0, len(commands), size)]
        with ThreadPoolExecutor(max_workers=self.num_processes) as pool:
            return [answer for answers in pool.map(self._survived, chunks) for answer in answers]

    def _survived(self, commands: Sequence[str]) -> list[tuple[Message, ...]]:
        try:
            return self._run(commands)
        except (LeanCrashedError, LeanTimeoutError) as error:
            if not commands:
                raise
            if len(commands) == 1:
                self._run([])
                return [(Message("error", f"Lean did not survive it: {error}"),)]
        middle = len(commands) // 2
        return [*self._survived(commands[:middle]), *self._survived(commands[middle:])]

    def _run(self, commands: Sequence[str]) -> list[tuple[Message, ...]]:
        answers: list[list[Message]] = [[] for _ in commands]
        header = self.header.rstrip("\n")
        line = header.count("\n") + 2
        owners: dict[int, int] = {}
        for number, command in enumerate(commands):
            num_lines = command.count("\n") + 1
            owners |= dict.fromkeys(range(line, line + num_lines), number)
            line += num_lines
        seconds = _START_SECONDS + _SECONDS_PER_COMMAND * len(commands)
        for row, message in self._messages("\n".join([header, *commands, ""]), seconds):
            if row in owners:
                answers[owners[row]].append(message)
        return [tuple(answer) for answer in answers]

    def _messages(self, text: str, seconds: float) -> list[tuple[int, Message]]:
        lean = self.lean.with_options(_OPTIONS)
        options = [_ALL_ERRORS] if lean.origin == "embedded" else []
        with Scratch() as scratch:
            file = scratch / "Batch.lean"
            file.write_text(text, encoding="utf-8")
            process = subprocess.Popen(
                sandboxed([*lean.command, *options, "--json", str(file)], limits=self.limits),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self.directory or scratch,
                env=lean.environment(),
                start_new_session=True,
            )
            try:
                output, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                raise LeanTimeoutError(f"no answer within {seconds:g} s") from None
            finally:
                terminate_tree(process)
        if process.returncode not in (0, 1):
            raise LeanCrashedError(f"Lean ended with code {process.returncode}")
        messages = [_message(line) for line in output.splitlines() if line.startswith(b"{")]
        if any(message.text.startswith(_GIVEN_UP) for _, message in messages):
            raise LeanCrashedError("Lean gave up after too many errors")
        return messages


def _message(line: bytes) -> tuple[int, Message]:
    try:
        entry = json.loads(line)
        return int(entry["pos"]["line"]), Message(str(entry["severity"]), str(entry["data"]))
    except (ValueError, KeyError, TypeError):
        raise LeanCrashedError(f"Lean wrote what is no message: {line[:80]!r}") from None
