"""Finding what a Lean leaves behind: every process it starts inherits a mark in its environment, wherever it flees."""

from __future__ import annotations

import time
import uuid
from dataclasses import replace
from pathlib import Path

from prover.lean.command import Lean

_MARK = "LEANLOOP_TEST_MARK"


def marked(lean: Lean) -> Lean:
    """The same Lean, with a mark that no other has."""
    return replace(lean, variables={**lean.variables, _MARK: uuid.uuid4().hex})


def processes(lean: Lean) -> list[int]:
    """The living processes that carry the mark of this Lean."""
    mark = f"{_MARK}={lean.variables[_MARK]}".encode()
    found = []
    for directory in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (directory / "environ").read_bytes().split(b"\0"):
                found.append(int(directory.name))
        except OSError:  # gone meanwhile, or not ours
            continue
    return found


def worker(lean: Lean) -> int:
    """The process that elaborates: the last that was started."""
    return max(processes(lean), key=lambda process: int(_fields(process)[19]))


def wait_until_gone(lean: Lean, seconds: float = 15.0) -> None:
    """Fail if a process of this Lean outlives the time."""
    deadline = time.monotonic() + seconds
    while left := processes(lean):
        assert time.monotonic() < deadline, f"still there: {[_command(process) for process in left]}"
        time.sleep(0.02)


def _fields(process: int) -> list[str]:
    """The fields of `/proc/PID/stat` behind the name; [19] is the time of the start."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return "gone"
