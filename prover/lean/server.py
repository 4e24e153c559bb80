"""Lean's language server, driven with one document that is rewritten again and again.

The server keeps what it has elaborated of the text before the first change, so an edit near the end costs a few
milliseconds. The same protocol serves the embedded engine and any Lake project.

Lean's server is a watchdog that starts one worker for each open document and reads the tables of all compiled modules.
With one document neither is of use, and the worker speaks the same protocol. So the embedded engine's worker, of which
the version is known, is started by itself, in a third of the time; every other Lean gets its watchdog.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from data.positions import utf16_length
from prover.closing import Closing
from prover.errors import LeanCrashedError
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed
from prover.lean.transport import JsonRpcProcess, Message

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "information", "hint")
_STARTUP_SECONDS = 60.0
_LEAN_TAG_UNSOLVED_GOALS = 1

Severity = Literal["error", "warning", "information", "hint"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of Lean about the document. Lines and columns are 0-based; columns count UTF-16 units."""

    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    is_unsolved_goals: bool


class LeanServer(Closing):
    """One running Lean server with one open document.

    Args:
        lean: which Lean to run.
        directory: the working directory, for a Lake project its root.
        path: the file that the document pretends to be; Lean derives the module name from it.
        options: Lean options for the whole document, e.g. `{"maxHeartbeats": "20000"}`.
        limits: what the process may use.

    Raises:
        LeanCrashedError, LeanTimeoutError: from every method, when the server dies or is silent too long. The server is
            of no use afterwards: `close` it.
    """

    def __init__(self, lean: Lean, *, directory: Path, path: Path, options: Mapping[str, str], limits: Limits) -> None:
        self._uri = path.absolute().as_uri()
        self._text = ""
        self._version = 0
        self._next_id = 0
        self._diagnostics: list[Diagnostic] = []
        self._is_worker = lean.origin == "embedded"
        settings = [f"-D{name}={value}" for name, value in options.items()]
        mode = ["--worker", *settings, self._uri] if self._is_worker else ["--server", *settings]
        self._rpc = JsonRpcProcess(
            sandboxed([*lean.command, *mode], limits=replace(limits, readable=(*lean.places, directory))),
            environment=lean.environment(),
            directory=directory,
        )
        try:
            self._initialize(directory)
        except BaseException:
            self.close()
            raise

    @property
    def process_id(self) -> int:
        return self._rpc.process_id

    def elaborate(self, text: str, *, seconds: float, until_line: int | None = None) -> list[Diagnostic]:
        """Make `text` the document and return all that Lean says about it, once it has elaborated the whole.

        Args:
            text: the new document.
            seconds: how long to wait for the answer.
            until_line: return as soon as there is a message on this line. Messages come in the order of the text, those
                of one tactic together, and Lean is busy with the document for a while after the last of them.
        """
        deadline = time.monotonic() + seconds
        if self._version == 0:
            self._open(text, deadline)
        elif text != self._text:
            self._change(text, deadline)
        params = {"uri": self._uri, "version": self._version}
        self._request("textDocument/waitForDiagnostics", params, deadline, until_line=until_line)
        return list(self._diagnostics)

    def goals_at(self, line: int, column: int, *, seconds: float) -> list[str] | None:
        """The goals that Lean shows at a place of the document, which has been elaborated; None where it shows none.

        Args:
            line: from 0.
            column: from 0, in UTF-16 units.
            seconds: how long to wait for the answer.
        """
        params = {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}
        answer = self._request("$/lean/plainGoal", params, time.monotonic() + seconds)
        if answer is None:
            return None
        try:
            return [str(goal) for goal in answer["goals"]]
        except (LookupError, TypeError) as error:
            raise LeanCrashedError(f"Lean's server sent goals of an unknown form ({error!r})") from error

    def close(self) -> None:
        """End the server and its workers."""
        self._rpc.close()

    def _initialize(self, directory: Path) -> None:
        deadline = time.monotonic() + _STARTUP_SECONDS
        params = {
            "processId": None,
            "rootUri": directory.absolute().as_uri(),
            "capabilities": {},
            # Without a delay the server starts on an edit at once, not 200 ms later.
            "initializationOptions": {"editDelay": 0, "hasWidgets": False},
        }
        if self._is_worker:  # It answers nothing before it has a document.
            self._send_request("initialize", params, deadline)
        else:
            self._request("initialize", params, deadline)
            self._notify("initialized", {}, deadline)

    def _open(self, text: str, deadline: float) -> None:
        self._version, self._text = 1, text
        document = {"uri": self._uri, "languageId": "lean4", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document, "dependencyBuildMode": "never"}, deadline)
        if self._is_worker:  # A sign of life, which does not wait for the imports.
            deadline = min(deadline, time.monotonic() + _STARTUP_SECONDS)
            self._request("$/lean/rpc/connect", {"uri": self._uri}, deadline)

    def _change(self, text: str, deadline: float) -> None:
        """Send only the lines from the first difference on: Lean then compares no more than it must."""
        start = _first_differing_line(self._text, text)
        line = self._text.count("\n", 0, start)
        end_line = line + self._text.count("\n", start)
        last_line = self._text[self._text.rfind("\n") + 1 :]
        change = {
            "range": {
                "start": {"line": line, "character": 0},
                "end": {"line": end_line, "character": utf16_length(last_line)},
            },
            "text": text[start:],
        }
        self._version, self._text, self._diagnostics = self._version + 1, text, []
        document = {"uri": self._uri, "version": self._version}
        self._notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]}, deadline)

    def _notify(self, method: str, params: Message, deadline: float) -> None:
        self._rpc.send({"jsonrpc": "2.0", "method": method, "params": params}, deadline=deadline)

    def _send_request(self, method: str, params: Message, deadline: float) -> int:
        self._next_id += 1
        message = {"jsonrpc": "2.0", "id": self._next_id, "method": method, "params": params}
        self._rpc.send(message, deadline=deadline)
        return self._next_id

    def _request(self, method: str, params: Message, deadline: float, *, until_line: int | None = None) -> Any:
        """Send a request and read until its answer comes, or a message on `until_line`; diagnostics are kept.

        Returns what was asked for; None after a message on `until_line`.
        """
        request_id = self._send_request(method, params, deadline)
        while until_line is None or all(entry.line != until_line for entry in self._diagnostics):
            answer = self._rpc.receive(deadline=deadline)
            if "method" in answer:
                self._handle(answer, deadline)
            elif answer.get("id") == request_id:  # Others answer requests that nobody waits for any more.
                if "error" in answer:
                    raise LeanCrashedError(f"Lean's server gave up: {_error_text(answer)}")
                return answer.get("result")
        return None

    def _handle(self, message: Message, deadline: float) -> None:
        """Keep diagnostics of the current text; answer what the server asks of an editor with nothing."""
        if "id" in message:
            self._rpc.send({"jsonrpc": "2.0", "id": message["id"], "result": None}, deadline=deadline)
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message.get("params")
            if isinstance(params, dict) and params.get("version") == self._version:
                self._diagnostics = _parse_diagnostics(params)


def _first_differing_line(old: str, new: str) -> int:
    """Offset of the start of the first line in which the two texts differ."""
    low, high = 0, min(len(old), len(new))
    while low < high:  # The longest common prefix, by comparing whole slices: C speed instead of a Python loop.
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return old.rfind("\n", 0, low) + 1


def _parse_diagnostics(params: Message) -> list[Diagnostic]:
    try:
        return [_parse_diagnostic(entry) for entry in params["diagnostics"]]
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise LeanCrashedError(f"Lean's server sent diagnostics of an unknown form ({error!r})") from error


def _parse_diagnostic(entry: Message) -> Diagnostic:
    extent = entry.get("fullRange") or entry["range"]
    start, end = extent["start"], extent["end"]
    message = str(entry["message"])
    return Diagnostic(
        severity=_SEVERITIES[int(entry.get("severity", 1)) - 1],
        message=message,
        line=int(start["line"]),
        column=int(start["character"]),
        end_line=int(end["line"]),
        end_column=int(end["character"]),
        # Leans before 4.9 sent no tags.
        is_unsolved_goals=_LEAN_TAG_UNSOLVED_GOALS in entry.get("leanTags", ()) or message.startswith("unsolved goals"),
    )


def _error_text(answer: Message) -> str:
    error = answer["error"]
    return str(error.get("message", error)) if isinstance(error, dict) else str(error)
