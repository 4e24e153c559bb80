"""The process in which the package `lean-dojo` runs; `dojo_client.py` starts it and talks to it. It takes no arguments.

A process of its own, because `lean_dojo` changes the working directory of its process whenever it opens a theorem,
reads its settings from the environment while it is imported, brings Ray along, and prints where it likes. So several
Dojos work side by side, and whatever `lean_dojo` does to its process it does to nobody else's.

Requests and answers are JSON objects behind a `Content-Length` header, as a language server's are. What `lean_dojo`
raises beyond its own documented errors ends this process: the last line on standard error then says why.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tty
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import lean_dojo
from git.exc import GitError
from lean_dojo.data_extraction.trace import get_traced_repo_path, is_available_in_cache

_EXPLAIN_SECONDS = 60

Message = dict[str, Any]


class _Worker:
    """Answers requests; at most one Dojo is open at a time."""

    def __init__(self) -> None:
        self._dojo: lean_dojo.Dojo | None = None
        self._states: dict[int, lean_dojo.TacticState] = {}

    def answer(self, request: Message) -> Message:
        methods: dict[str, Callable[..., Message]] = {
            "look": self._look,
            "trace": self._trace,
            "open": self._open,
            "run": self._run,
            "close": self._close,
        }
        return methods[request.pop("method")](**request)

    def close(self) -> None:
        """End Lean and remove the file that Dojo made; both may be missing if Dojo failed half-way."""
        dojo, self._dojo = self._dojo, None
        self._states.clear()
        if dojo is None:
            return
        if hasattr(dojo, "proc"):
            dojo.__exit__(None, None, None)
        elif hasattr(dojo, "modified_file"):
            dojo.modified_file.close()

    def _close(self) -> Message:
        self.close()
        return {"kind": "closed"}

    def _look(self, *, root: str) -> Message:
        """Whether the head of the repository is traced already, and which Lean it asks for."""
        try:
            repository = lean_dojo.LeanGitRepo.from_path(root)
        except (GitError, ValueError) as error:
            return {"kind": "no repository", "message": str(error)}
        return {
            "kind": "repository",
            "commit": repository.commit,
            "version": repository.lean_version,
            "is_traced": is_available_in_cache(repository),
        }

    def _trace(self, *, root: str) -> Message:
        get_traced_repo_path(lean_dojo.LeanGitRepo.from_path(root), build_deps=False)
        return {"kind": "traced"}

    def _open(self, *, root: str, file: str, name: str, source: str, seconds: float) -> Message:
        """Open a theorem; the answer holds its first state.

        Args:
            root: the repository.
            file: the theorem's file, relative to it.
            name: the theorem's full name.
            source: the text that the file is expected to have.
            seconds: how long Lean may take to get to the theorem.
        """
        self.close()
        repository = lean_dojo.LeanGitRepo.from_path(root)
        traced = get_traced_repo_path(repository, build_deps=False) / file
        if not traced.is_file() or traced.read_text(encoding="utf-8") != source:
            return {"kind": "other text", "commit": repository.commit}
        self._dojo = lean_dojo.Dojo(lean_dojo.Theorem(repository, file, name), timeout=seconds, build_deps=False)
        try:
            _, state = self._dojo.__enter__()
        except (lean_dojo.DojoInitError, lean_dojo.DojoCrashError) as error:
            reason = self._first_error(traced.parents[len(Path(file).parts) - 1])
            self.close()
            return {"kind": "not opened", "message": str(error) + (f": {reason}" if reason else "")}
        except lean_dojo.DojoTacticTimeoutError:
            self.close()
            return {"kind": "not opened", "message": "Timeout during initialization"}
        # pexpect waits 50 ms before every line, for terminals that echo, and a moment after every letter that it reads.
        self._dojo.proc.delaybeforesend = self._dojo.proc.delayafterread = None
        # A terminal that waits for whole lines drops what is beyond 4096 bytes, and Lean would wait for ever.
        tty.setcbreak(self._dojo.proc.child_fd)
        return self._shown(state)

    def _run(self, *, state: int, tactic: str, seconds: float) -> Message:
        assert self._dojo is not None
        self._dojo.proc.timeout = seconds  # The time-out that Dojo was made with is for its start, too.
        try:
            result = self._dojo.run_tac(self._states[state], tactic)
        except lean_dojo.DojoTacticTimeoutError:
            self.close()  # Lean still works on that tactic and would give its answer to the next one.
            return {"kind": "timed out"}
        except lean_dojo.DojoCrashError as error:
            self.close()
            return {"kind": "crashed", "message": "out of memory" if error.is_out_of_memory else str(error)}
        except OSError as error:  # Lean died while the request was written.
            self.close()
            return {"kind": "crashed", "message": str(error)}
        except AssertionError:
            return {"kind": "error", "message": "lean-dojo cannot read the goals that this leaves"}
        if isinstance(result, lean_dojo.LeanError):
            return {"kind": "error", "message": result.error}
        if isinstance(result, lean_dojo.ProofGivenUp):
            return {"kind": "given up"}
        if isinstance(result, lean_dojo.ProofFinished):
            return {"kind": "finished"}
        return self._shown(result)

    def _shown(self, state: lean_dojo.TacticState) -> Message:
        self._states[state.id] = state
        return {"kind": "state", "state": state.id, "goals": state.pp}

    def _first_error(self, root: Path) -> str | None:
        """What Lean has against the file that Dojo made: Dojo itself only knows that there was no answer."""
        if not hasattr(self._dojo, "modified_file"):
            return None
        assert self._dojo is not None
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            run = subprocess.run(
                ["lake", "env", "lean", self._dojo.modified_file.name],
                cwd=root,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                text=True,
                timeout=_EXPLAIN_SECONDS,
            )
            lines = (run.stdout + run.stderr).splitlines()
            return next((line.rpartition("error: ")[2] for line in lines if "error: " in line), None)
        return None


def _receive(stream: BinaryIO) -> Message | None:
    header = stream.readline()
    if not header:
        return None
    stream.readline()
    message: Message = json.loads(stream.read(int(header.partition(b":")[2])))
    return message


def _send(stream: BinaryIO, message: Message) -> None:
    body = json.dumps(message, ensure_ascii=False).encode()
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    stream.flush()


def main() -> None:
    """Answer requests on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # What lean_dojo and the programs it starts print is no answer.
    worker = _Worker()
    try:
        while (request := _receive(sys.stdin.buffer)) is not None:
            _send(answers, worker.answer(request))
    finally:
        worker.close()


if __name__ == "__main__":
    main()
