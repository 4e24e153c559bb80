"""LeanDojo as a backend: theorems opened and tactics run through the package `lean-dojo`, by whoever prefers it.

Method: Yang et al., LeanDojo (arXiv 2306.15626), section 4: the file is copied with a read-eval-print loop in place of
the proof, and Lean runs on that copy. A repository is traced once, per commit, and kept in lean-dojo's own cache.
What it cannot do, and our own Lean server can: many candidates in one round trip, files that are not committed, a
`sorry` inside a longer proof, declarations other than theorems.

Versions: lean-dojo 4.20 names Lean 4.3.0-rc2 and later. Its tracer is a Lean program for Lean 4.20 to 4.26: earlier,
`Lean.Parser.parseHeader` returned plain syntax; since 4.27 the name `String.Pos` means another type. A repository that
is in the cache is used whatever its version, for what runs then was compiled when it was traced.

Everything runs in a process of its own, see `dojo_process.py`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import math
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from data.errors import UsageError
from data.theorem import Theorem
from prover.errors import ElaborationError, LeanCrashedError, LeanTimeoutError, ProverError
from prover.lean.goals import parse_goals
from prover.lean.sandbox import Limits, sandboxed
from prover.lean.screening import objection
from prover.lean.session import CheckLimits
from prover.lean.transport import JsonRpcProcess
from prover.proof import Failed, Outcome, Progress, ProofState, Proved, Step, TimedOut

_PACKAGE_ROOT = Path(__file__).parents[2]
_VERSION = re.compile(r"v?4\.(?P<minor>\d+)\.\d+")
_TRACED_MINOR_VERSIONS = range(20, 27)
_OWN_SERVER = "use --backend lean"
# lean-dojo writes each request to a terminal, which takes no longer line; a byte more and Lean waits for ever.
_MAX_REQUEST_BYTES = 4094
# For what lean-dojo does around Lean's own work: its import, cloning, reading the trace.
_OVERHEAD_SECONDS = 120.0
_LOOKING_SECONDS = 3600.0  # a local repository is copied when it is seen first
_CLOSING_SECONDS = 2.0
_TRACING_SECONDS = 7 * 24 * 3600.0

Message = dict[str, Any]


class LeanDojoError(ProverError):
    """lean-dojo cannot do what it is asked to; the message holds its own last words."""


def prepare_leandojo(root: Path, *, progress: Callable[[str], None]) -> str | None:
    """See to it that lean-dojo can open theorems of the repository at `root`, which it traces if it has not yet.

    Tracing builds the whole repository with Lake and asks GitHub for Lean's sources: minutes for a small repository,
    hours for Mathlib, and after an interruption it begins anew.

    Args:
        root: the repository's root.
        progress: gets a line for what begins.

    Returns:
        None if it can; else why our own Lean server is the better choice, in one line.

    Raises:
        UsageError: if the package, Lake, or the commit that it needs is missing.
        LeanDojoError: if it fails otherwise.
    """
    if importlib.util.find_spec("lean_dojo") is None:
        python = "" if sys.version_info < (3, 13) else ", with Python 3.12 or older"
        raise UsageError(f"--backend leandojo needs the package lean-dojo: pip install 'leanloop[leandojo]'{python}")
    place = {"root": str(root.resolve())}
    progress(f"lean-dojo looks at {root}")
    with _DojoProcess() as process:
        found = process.ask({"method": "look", **place}, seconds=_LOOKING_SECONDS)
    if found["kind"] == "no repository":
        raise UsageError(f"{root} is not the root of a Git repository with a commit, as lean-dojo needs: {_OWN_SERVER}")
    version = _VERSION.match(found["version"])
    if not found["is_traced"] and (version is None or int(version["minor"]) not in _TRACED_MINOR_VERSIONS):
        return f"lean-dojo traces repositories for Lean 4.20 to 4.26, and {root} asks for {found['version']}"
    if shutil.which("lake") is None:
        raise UsageError(f"lean-dojo runs Lake, and there is no `lake` on PATH: install elan, or {_OWN_SERVER}")
    if not found["is_traced"]:
        progress(f"lean-dojo traces {root}, from minutes to hours")
        with _DojoProcess(is_tracing=True) as process:
            process.ask({"method": "trace", **place}, seconds=_TRACING_SECONDS)
    return None


class LeanDojoEnvironment:
    """A `ProofEnvironment` over one Dojo. Not for several threads at once: give each its own.

    A Dojo that has died, or works on a tactic past its time, is started again, and the state that is asked for is
    reached again by its steps.

    Args:
        root: the root of the Git repository; `prepare_leandojo` has seen it.
        limits: what one check may use; lean-dojo sets no limit on heartbeats.
    """

    def __init__(self, root: Path, *, limits: CheckLimits | None = None) -> None:
        self._root = root.resolve()
        self._limits = limits or CheckLimits()
        self._process: _DojoProcess | None = None
        self._theorem: Theorem | None = None
        # The number that the open Dojo gives to the state after these steps; empty while none is open.
        self._states: dict[tuple[Step, ...], int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End Lean and all it started."""
        self._states.clear()
        if self._process is not None:
            self._process.close()
            self._process = None

    def start(self, theorem: Theorem) -> ProofState:
        """Open the theorem and return its first state.

        Raises:
            ElaborationError: if lean-dojo cannot open it; the message says why and what can.
            LeanDojoError, LeanCrashedError, LeanTimeoutError: if lean-dojo does not survive it.
        """
        self._theorem = theorem
        return ProofState(goals=parse_goals(self._open()["goals"]))

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        """Try each tactic on `state`, one after the other; one outcome a tactic. Nothing a tactic does raises here."""
        return [self._check(state, tactic) for tactic in tactics]

    def _check(self, state: ProofState, tactic: str) -> Outcome:
        reason = objection(tactic)
        if reason is not None:
            return Failed(reason)
        try:
            result = self._run(self._reach(state.steps), _in_brackets(tactic))
        except LeanTimeoutError:
            return TimedOut(f"did not end within {self._limits.seconds:g} s")
        except ProverError as error:
            return Failed(f"the tactic ends Lean: {error}")
        if result["kind"] == "state":
            steps = (*state.steps, Step(tactic))
            self._states[steps] = result["state"]
            return Progress(tactic, ProofState(goals=parse_goals(result["goals"]), steps=steps))
        # What is set aside counts as given up; the candidate itself was not let through with a `sorry` in it.
        is_proved = result["kind"] == "finished" or (
            result["kind"] == "given up" and any(step.focus is not None for step in state.steps)
        )
        return Proved(tactic) if is_proved else Failed(result.get("message", "the proof contains `sorry`"))

    def _reach(self, steps: tuple[Step, ...]) -> int:
        """The number of the state after `steps`, in a Dojo that is opened again if need be."""
        if not self._states:
            self._open()
        known = self._states.get(steps)
        if known is not None:
            return known
        *earlier, last = steps
        result = self._run(self._reach(tuple(earlier)), _in_brackets(last.tactic))
        if result["kind"] == "state" and last.focus is not None:
            num_goals = len(parse_goals(result["goals"]))
            if num_goals > 1:
                result = self._run(result["state"], _setting_aside(last.focus, num_goals))
        if result["kind"] != "state":
            raise LeanCrashedError(f"`{last.tactic}` does not lead where it led before")
        number: int = result["state"]
        self._states[steps] = number
        return number

    def _run(self, state: int, tactic: str) -> Message:
        """Run a tactic in the open Dojo.

        Raises:
            LeanTimeoutError, LeanCrashedError: if Dojo gives up on it; no Dojo is open then.
        """
        if _request_length(tactic) > _MAX_REQUEST_BYTES:
            return {"kind": "error", "message": f"longer than lean-dojo can take ({_MAX_REQUEST_BYTES} bytes)"}
        seconds = self._limits.seconds
        result = self._ask({"method": "run", "state": state, "tactic": tactic, "seconds": seconds}, seconds=seconds)
        if result["kind"] == "timed out":
            self._states.clear()
            raise LeanTimeoutError(f"no answer within {seconds:g} s")
        if result["kind"] == "crashed":
            self._states.clear()
            raise LeanCrashedError(result["message"])
        return result

    def _open(self) -> Message:
        theorem, seconds = self._theorem, self._limits.start_seconds
        assert theorem is not None, "no theorem has been started"
        self._states.clear()
        file = self._file(theorem)
        request = {"method": "open", "root": str(self._root), "file": str(file), "name": theorem.full_name}
        result = self._ask({**request, "source": theorem.source, "seconds": seconds}, seconds=seconds)
        place = f"{theorem.path}:{theorem.line}"
        if result["kind"] == "other text":
            commit = result["commit"][:8]
            raise ElaborationError(
                f"{place}: {file} differs from commit {commit}, which lean-dojo works on: commit it, or {_OWN_SERVER}"
            )
        if result["kind"] != "state":
            raise ElaborationError(f"{place}: lean-dojo cannot open {theorem.full_name}: {result['message']}")
        self._states[()] = result["state"]
        return result

    def _file(self, theorem: Theorem) -> Path:
        path = theorem.path.resolve() if theorem.path is not None else None
        if path is None or not path.is_relative_to(self._root):
            raise ElaborationError(f"lean-dojo opens theorems of files in {self._root} only: {_OWN_SERVER}")
        if not theorem.is_whole_proof or theorem.keyword not in ("theorem", "lemma"):
            what = "a `sorry` inside a proof" if not theorem.is_whole_proof else f"declared by `{theorem.keyword}`"
            raise ElaborationError(f"{path}:{theorem.line}: {what}: lean-dojo opens whole theorems only: {_OWN_SERVER}")
        return path.relative_to(self._root)

    def _ask(self, request: Message, *, seconds: float) -> Message:
        if self._process is None:
            self._process = _DojoProcess(memory_bytes=self._limits.process.memory_bytes)
        try:
            return self._process.ask(request, seconds=seconds + _OVERHEAD_SECONDS)
        except ProverError:
            self.close()
            raise


class _DojoProcess:
    """The process in which lean-dojo runs.

    It has no network: for a local repository none is needed. Files are not protected from it: Lake, Git and lean-dojo
    write into folders of their own choice.

    Args:
        memory_bytes: memory for it and for Lean together; None for no limit.
        is_tracing: leave it the network and the user's token for GitHub.
    """

    def __init__(self, *, memory_bytes: int | None = None, is_tracing: bool = False) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="leanloop-")
        command = [sys.executable, "-P", "-m", "prover.lean.dojo_process"]
        # lean-dojo loses its way where its cache is behind a symbolic link.
        cache = Path(os.environ.get("CACHE_DIR") or Path.home() / ".cache" / "lean_dojo").resolve()
        environment = os.environ | {"CACHE_DIR": str(cache), "DISABLE_REMOTE_CACHE": "1"}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")]))
        if not is_tracing:
            command = sandboxed(command, limits=Limits(memory_bytes=memory_bytes, writable=(Path("/"),)))
            environment["GITHUB_ACCESS_TOKEN"] = ""  # With one, `import lean_dojo` asks GitHub who we are.
        if memory_bytes is not None:
            environment["TACTIC_MEMORY_LIMIT"] = f"{math.ceil(memory_bytes / (1 << 30))}g"
        directory = Path(self._scratch.name)
        self._rpc = JsonRpcProcess(command, environment=environment, directory=directory, name="lean-dojo")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, request: Message, *, seconds: float) -> Message:
        """The answer to a request.

        Raises:
            LeanDojoError: if there is none, with the last words of the process.
        """
        deadline = time.monotonic() + seconds
        try:
            self._rpc.send(request, deadline=deadline)
            return self._rpc.receive(deadline=deadline)
        except (LeanCrashedError, LeanTimeoutError) as error:
            raise LeanDojoError(" ".join(str(error).split())) from error

    def close(self) -> None:
        with contextlib.suppress(
            LeanDojoError
        ):  # So that Dojo removes the file that it put into the traced repository.
            self.ask({"method": "close"}, seconds=_CLOSING_SECONDS)
        self._rpc.close()
        self._scratch.cleanup()


def _in_brackets(tactic: str) -> str:
    """The tactic as one tactic, which is all that lean-dojo parses; the last line may be a comment."""
    return f"(\n{tactic}\n)"


def _setting_aside(goal: int, num_goals: int) -> str:
    """The tactic after which only this goal is left: all others are given up, which is for this search tree alone."""
    others_behind = num_goals - goal - 1
    tactics = ["sorry"] * goal + (["rotate_left"] + ["sorry"] * others_behind if others_behind else [])
    return f"({'; '.join(tactics)})"


def _request_length(tactic: str) -> int:
    """Bytes of the line that lean-dojo writes to Lean's terminal."""
    return len(json.dumps({"sid": 10**9, "cmd": tactic}, ensure_ascii=False).encode())
