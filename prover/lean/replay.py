"""The goals before and after every tactic of a human proof: what LeanDojo traces a repository for.

Lean elaborates a file once more and prints its information trees, which hold all goals. Only where a goal may have been
broken into lines by the tree's indentation is the server asked how the goal looks by itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from data.leandojo import TacticStates
from data.positions import Position, Positions, utf16_length
from data.scratch import Scratch
from prover.errors import ElaborationError, LeanCrashedError, LeanTimeoutError
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed, terminate_tree
from prover.lean.server import LeanServer
from prover.lean.tactic_trace import TacticRun, is_wrapped, state_text, tactic_runs, unwrapped

_OPTIONS: Mapping[str, str] = {"linter.all": "false", "Elab.async": "false"}
_TRACE = "-Dtrace.Elab.info=true"
_TREE = "[Elab.info] "
_POLL_SECONDS = 0.02
_COMBINATORS = ("<;>", "<|>")
_BEGINS_SEQUENCE = re.compile(r"(?:\bby|=>|[·.{(;|])$")


class Replay:
    """Replays files of one repository, several at a time from several threads.

    Args:
        directory: where Lean runs, for a Lake project its root; None for an empty directory of our own.
        limits: what each Lean may use.
        seconds: how long a file may take.
    """

    def __init__(self, *, directory: Path | None, limits: Limits, seconds: float) -> None:
        self._directory = directory
        self._limits = limits
        self._seconds = seconds
        self._is_stopped = threading.Event()

    def stop(self) -> None:
        """End what runs; who waits for it gets a `LeanCrashedError`."""
        self._is_stopped.set()

    def file(self, path: Path, source: str, lean: Lean) -> list[TacticStates]:
        """The tactics of a file with the goals around them; of one that runs several times, the last run.

        Args:
            path: the file.
            source: its text.
            lean: the Lean that finds what it imports.

        Raises:
            ElaborationError: if Lean reports an error in the file.
            LeanCrashedError, LeanTimeoutError: if Lean does not come to its end.
        """
        positions = Positions(source)
        with Scratch() as scratch:
            directory = self._directory or scratch
            runs: dict[tuple[Position, Position], TacticRun] = {}
            with (scratch / "messages").open("w+b") as messages:
                self._elaborate(path, lean, directory, messages)
                for run in _runs(messages, path):
                    if not run.in_macro or _begins_or_follows(
                        source, positions.offset(run.start), positions.offset(run.end)
                    ):
                        runs[run.start, run.end] = run
            ordered = sorted(runs.values(), key=lambda run: (run.start, [-place for place in run.end]))
            wrapped = [run for run in ordered if is_wrapped([*run.before, *run.after])]
            exact: dict[tuple[Position, tuple[str, ...]], str] = {}
            if wrapped:
                exact = self._ask(path, source, lean, directory, wrapped)
        return [
            TacticStates(
                start=run.start,
                end=run.end,
                before=exact.get((run.start, run.before), state_text(unwrapped(run.before))),
                after=exact.get((run.end, run.after), state_text(unwrapped(run.after))),
            )
            for run in ordered
        ]

    def _elaborate(self, path: Path, lean: Lean, directory: Path, messages: IO[bytes]) -> None:
        """Let Lean write all its messages about the file; they may be too many to be held in memory."""
        settings = [f"-D{name}={value}" for name, value in _OPTIONS.items()]
        command = [*lean.command, *settings, _TRACE, "--json", str(path)]
        process = subprocess.Popen(
            sandboxed(command, limits=replace(self._limits, readable=(*lean.places, directory, path))),
            stdin=subprocess.DEVNULL,
            stdout=messages,
            stderr=subprocess.DEVNULL,
            cwd=directory,
            env=lean.environment(),
            start_new_session=True,
        )
        deadline = time.monotonic() + self._seconds
        try:
            while process.poll() is None:
                if self._is_stopped.wait(_POLL_SECONDS):
                    raise LeanCrashedError(f"{path}: given up")
                if time.monotonic() > deadline:
                    raise LeanTimeoutError(f"{path}: Lean did not come to its end within {self._seconds:g} s")
        finally:
            terminate_tree(process)
        if process.returncode not in (0, 1):
            raise LeanCrashedError(f"{path}: Lean ended with status {process.returncode}")
        messages.seek(0)

    def _ask(
        self, path: Path, source: str, lean: Lean, directory: Path, runs: Sequence[TacticRun]
    ) -> dict[tuple[Position, tuple[str, ...]], str]:
        """The states at the ends of these tactics as the server prints them, where it shows the same goals there."""
        lines = source.split("\n")
        found: dict[tuple[Position, tuple[str, ...]], str] = {}
        wanted = dict.fromkeys(
            (place, goals)
            for run in runs
            for place, goals in ((run.start, run.before), (run.end, run.after))
            if is_wrapped(goals)
        )
        starts = {run.before: run.start for run in runs}
        with LeanServer(lean, directory=directory, path=path, options=_OPTIONS, limits=self._limits) as server:
            server.elaborate(source, seconds=self._seconds)
            for place, goals in wanted:
                # What is left behind one tactic is what the next one finds.
                for line, column in dict.fromkeys((place, starts.get(goals, place))):
                    units = utf16_length(lines[line - 1][: column - 1])
                    shown = server.goals_at(line - 1, units, seconds=self._seconds)
                    if shown is not None and _letters(shown) == _letters(goals):
                        found[place, goals] = state_text(shown)
                        break
        return found


def _runs(messages: IO[bytes], path: Path) -> Iterator[TacticRun]:
    """The tactics in Lean's messages.

    Raises:
        ElaborationError: if there is an error among the messages.
    """
    for line in messages:
        if not line.startswith(b"{"):
            continue
        message = json.loads(line)
        text = message["data"]
        if message["severity"] == "error":
            place = message["pos"]
            raise ElaborationError(f"{path}:{place['line']}:{place['column'] + 1}: {text.strip().splitlines()[0]}")
        if text.startswith(_TREE):
            yield from tactic_runs(text)


def _begins_or_follows(source: str, start: int, end: int) -> bool:
    """Whether the tactic, as written, stands in a sequence: at its begin, on a line of its own, or behind a `;`."""
    line = source[source.rfind("\n", 0, start) + 1 : start]
    before, behind = source[:start].rstrip(), source[end:].lstrip()
    if before.endswith(_COMBINATORS) or behind.startswith(_COMBINATORS):
        return False
    return not line.strip() or _BEGINS_SEQUENCE.search(before) is not None


def _letters(goals: Sequence[str]) -> list[str]:
    """The goals without white space, which is all in which two prints of the same goal differ."""
    return [re.sub(r"\s+", "", goal) for goal in goals]
