"""Running Lean where it can do no harm.

Lean files are programs: a tactic, a macro or an `#eval` may open files, fill the memory, or never end. Every Lean that
elaborates text from elsewhere is started through `sandboxed` and ended through `terminate_tree`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_GRACE_SECONDS = 2.0
# As an import, because a script would be compiled anew each time.
_SUPERVISOR = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import supervisor; supervisor.main(sys.argv[1:])"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a sandboxed command may use.

    Attributes:
        memory_bytes: memory that all its processes may fill together, mapped files not counted; None for no limit. It
            is looked at five times a second, so a command may be above it for a moment.
        cpu_seconds: processor time for each of its processes; None for no limit.
        file_bytes: how large a file may become that it writes; None for no limit.
        num_processes: how many processes it may have at a time, counted as often; None for no limit.
        writable: directories below which it may change files, where the system can confine it.
        readable: directories and files that it may read, besides these and the system's own; empty for all.
    """

    memory_bytes: int | None = None
    cpu_seconds: int | None = None
    file_bytes: int | None = 4 << 30
    num_processes: int | None = 1000
    writable: tuple[Path, ...] = ()
    readable: tuple[Path, ...] = ()


def sandboxed(command: Sequence[str], *, limits: Limits) -> list[str]:
    """The command line that runs `command` in a sandbox, with as many protections as the system allows.

    The command keeps its standard streams, directory, environment and exit status (128 + n after signal n), and it
    ends when the calling process ends. Past a limit on memory or processes all of it is killed, its last line on
    standard error says so, and the status is 125.
    """
    options: list[str] = []
    if limits.memory_bytes is not None:
        options += ["--memory", str(limits.memory_bytes)]
    if limits.cpu_seconds is not None:
        options += ["--cpu", str(limits.cpu_seconds)]
    if limits.file_bytes is not None:
        options += ["--file", str(limits.file_bytes)]
    if limits.num_processes is not None:
        options += ["--processes", str(limits.num_processes)]
    for place in limits.readable:
        options += ["--readable", str(place)]
    for directory in limits.writable:
        options += ["--writable", str(directory)]
    # Inside, PATH may lead to places that cannot be read.
    program = shutil.which(command[0]) or command[0]
    return [sys.executable, "-I", "-S", "-c", _SUPERVISOR, *options, "--", program, *command[1:]]


def terminate_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process started through `sandboxed` and everything that came from it, and wait until it is gone.

    It is asked to, so that it can find what left its process group; after two seconds it is killed with the group.
    """
    process.terminate()
    try:
        process.wait(timeout=_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


def available_protections() -> list[str]:
    """What a sandbox protects from on this system, found out by starting one."""
    numbers = ["--memory", str(1 << 30), "--cpu", "60", "--file", str(1 << 30), "--processes", "100"]
    everything = [*numbers, "--readable", os.devnull, "--probe"]
    command = [sys.executable, "-I", "-S", "-c", _SUPERVISOR, *everything]
    result = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, text=True)
    return result.stdout.splitlines()
