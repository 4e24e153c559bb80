"""Many independent commands in one run of Lean, and what Lean says to each of them.

A search asks about tactics at one place; a conjecturer asks thousands of small questions that have nothing to do with
each other. They are put into one file behind the imports, and Lean is started once for hundreds of them. A command
that kills Lean or does not end spoils its run for the others, so the run is halved until that one stands alone.
"""

from __future__ import annotations

import errno
import json
import os
import select
import subprocess
import time
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
_READ_BYTES = 1 << 16
# Its answer says that everything is imported, however long that took; from then on Lean must not be silent for long.
_READY = "\n#check Nat"


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
        idle_seconds: for commands that each have an answer: the one that Lean is silent about for so long is given up,
            and those behind it have their turn. None where there is only a limit for all together.
    """

    lean: Lean
    header: str
    directory: Path | None = None
    num_processes: int = 2
    limits: Limits = field(default_factory=lambda: Limits(memory_bytes=_MEMORY_BYTES))
    idle_seconds: float | None = None

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
        except _SilentError as error:
            done = max((number for number, answer in enumerate(error.answers) if answer), default=-1) + 1
            if not commands:
                raise LeanTimeoutError(str(error)) from None
            given_up = (Message("error", str(error)),)
            return [*error.answers[:done], given_up, *self._survived(commands[done + 1 :])][: len(commands)]
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
        if self.idle_seconds is not None:
            header += _READY
        line = header.count("\n") + 2
        owners: dict[int, int] = {}
        for number, command in enumerate(commands):
            num_lines = command.count("\n") + 1
            owners |= dict.fromkeys(range(line, line + num_lines), number)
            line += num_lines
        seconds = _START_SECONDS + _SECONDS_PER_COMMAND * len(commands)
        messages, is_done = self._messages("\n".join([header, *commands, ""]), seconds)
        for row, message in messages:
            if row in owners:
                answers[owners[row]].append(message)
        found = [tuple(answer) for answer in answers]
        if not is_done:
            raise _SilentError(f"no answer within {self.idle_seconds:g} s", found)
        return found

    def _messages(self, text: str, seconds: float) -> tuple[list[tuple[int, Message]], bool]:
        """Lean's messages with their lines, and whether there will be no more."""
        lean = self.lean.with_options(_OPTIONS)
        options = [_ALL_ERRORS] if lean.origin == "embedded" else []
        with Scratch() as scratch:
            file = scratch / "Batch.lean"
            file.write_text(text, encoding="utf-8")
            # Lean writes to a terminal line by line, and to a pipe when it has a page full.
            reading, writing = os.pipe() if self.idle_seconds is None else os.openpty()
            process = subprocess.Popen(
                sandboxed([*lean.command, *options, "--json", str(file)], limits=self.limits),
                stdin=subprocess.DEVNULL,
                stdout=writing,
                stderr=subprocess.DEVNULL,
                cwd=self.directory or scratch,
                env=lean.environment(),
                start_new_session=True,
            )
            os.close(writing)
            try:
                output, is_done = _output_of(reading, seconds=seconds, idle_seconds=self.idle_seconds)
                if is_done:
                    process.wait()
            finally:
                os.close(reading)
                terminate_tree(process)
        if is_done and process.returncode not in (0, 1):
            raise LeanCrashedError(f"Lean ended with code {process.returncode}")
        # A line that was being written when Lean was ended is no message yet.
        lines = output.split(b"\n")[:-1] if not is_done else output.splitlines()
        messages = [_message(line) for line in lines if line.startswith(b"{")]
        if any(message.text.startswith(_GIVEN_UP) for _, message in messages):
            raise LeanCrashedError("Lean gave up after too many errors")
        if not is_done and (self.idle_seconds is None or not messages):
            raise LeanTimeoutError(f"no answer within {seconds:g} s")
        return messages, is_done


class _SilentError(Exception):
    """Lean was silent for too long; `answers` is what it had said about each command by then."""

    def __init__(self, reason: str, answers: list[tuple[Message, ...]]) -> None:
        super().__init__(reason)
        self.answers = answers


def _output_of(reading: int, *, seconds: float, idle_seconds: float | None) -> tuple[bytes, bool]:
    """What comes until the other end is closed, or is silent or busy for too long; and whether it was closed.

    Before it says anything it may take its time.
    """
    end = time.monotonic() + seconds
    output = bytearray()
    while True:
        patience = max(0.0, end - time.monotonic())
        if idle_seconds is not None:
            patience = min(patience, idle_seconds if output else _START_SECONDS)
        if not select.select([reading], [], [], patience)[0]:
            return bytes(output), False
        try:
            more = os.read(reading, _READ_BYTES)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            more = b""  # a terminal that nobody holds any more
        if not more:
            return bytes(output), True
        output += more


def _message(line: bytes) -> tuple[int, Message]:
    try:
        entry = json.loads(line)
        return int(entry["pos"]["line"]), Message(str(entry["severity"]), str(entry["data"]))
    except (ValueError, KeyError, TypeError):
        raise LeanCrashedError(f"Lean wrote what is no message: {line[:80]!r}") from None
