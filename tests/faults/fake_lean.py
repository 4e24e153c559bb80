"""A Lean server that misbehaves on cue: it passes everything on to the real one until a message holds the cue.

    python fake_lean.py FAULT CUE -- LEAN ARGUMENTS...

Without a cue it misbehaves from the start. Only faults are faked; every answer before is the real Lean's.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

NUM_FLOODED = 10_000_000
_output_lock = threading.Lock()


def write(data: bytes) -> None:
    """All of it, past Python's buffers."""
    while data:
        data = data[os.write(1, data) :]


def write_message(message: Any) -> None:
    body = json.dumps(message).encode()
    write(b"Content-Length: %d\r\n\r\n" % len(body) + body)


def read_message(stream: BinaryIO) -> bytes:
    """The next message with its header; empty at the end."""
    length, header = 0, b""
    while line := stream.readline():
        header += line
        if line == b"\r\n":
            return header + stream.read(length)
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    return b""


def diagnostics(params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params}


def sleep() -> NoReturn:
    while True:
        time.sleep(600)


class Fault:
    """What the server does instead of answering. `request` is the message with the cue, empty at the start."""

    def __init__(self, request: dict[str, Any]) -> None:
        document = request.get("params", {}).get("textDocument", {})
        self._uri, self._version = document.get("uri", ""), document.get("version", 1)

    def silence(self) -> None:
        sleep()

    def stubbornness(self) -> None:
        """Silent, and deaf to polite requests to end."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        sleep()

    def exit(self) -> None:
        print("a fault on cue", file=sys.stderr, flush=True)
        os._exit(3)

    def kill(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def garbage(self) -> None:
        write(os.urandom(100_000))
        sleep()

    def text(self) -> None:
        write(b"PANIC at Lean.Server: unreachable code has been reached\n\r\n\r\n")
        sleep()

    def cut_off(self) -> None:
        write(b'Content-Length: 1000\r\n\r\n{"jsonrpc"')
        os._exit(0)

    def half_a_message(self) -> None:
        write(b'Content-Length: 1000\r\n\r\n{"jsonrpc"')
        sleep()

    def closed_output(self) -> None:
        os.close(1)
        sleep()

    def huge_length(self) -> None:
        write(b"Content-Length: 123456789012345\r\n\r\n{}")
        sleep()

    def deep_json(self) -> None:
        write(b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000)
        sleep()

    def no_object(self) -> None:
        write_message([1, 2, 3])
        sleep()

    def wrong_ids(self) -> None:
        """Answers to questions that nobody asked, of every type that an id can have."""
        for number in (-1, 10**6, "1", None, [1], {"id": 1}, 1.5):
            write_message({"jsonrpc": "2.0", "id": number, "result": None})
        sleep()

    def error_answer(self) -> None:
        """All that is asked is refused."""
        for number in range(1000):
            write_message({"jsonrpc": "2.0", "id": number, "error": {"code": -32902, "message": "worker crashed"}})
        sleep()

    def flood(self) -> None:
        """Diagnostics without end, and never an answer."""
        entry = {
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}},
            "severity": 1,
            "message": "again " * 100,
        }
        message = diagnostics({"uri": self._uri, "version": self._version, "diagnostics": [entry]})
        for _ in range(NUM_FLOODED):
            write_message(message)

    def questions(self) -> None:
        """Asks its client things without end, and never reads what it is told."""
        for number in range(NUM_FLOODED):
            write_message({"jsonrpc": "2.0", "id": number, "method": "workspace/configuration", "params": []})

    def wrong_types(self) -> None:
        """Diagnostics of the right shape with the wrong things in them."""
        span = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
        wrong: list[Any] = [
            "error",
            None,
            {"message": "x"},
            {"message": "x", "range": "here"},
            {"message": "x", "range": {"start": None, "end": None}},
            {"message": ["x"], "range": span, "severity": "bad"},
            {"message": "x", "range": span, "severity": 99},
            {"message": "x", "range": span, "severity": 1, "leanTags": 3},
            {"message": "x", "range": {"start": {"line": float("inf"), "character": 0}, "end": {}}},
        ]
        right = {"version": self._version, "diagnostics": [wrong[os.getpid() % len(wrong)]]}
        every: list[Any] = [None, [], 3, right]
        for params in every:
            write_message(diagnostics(params))
        sleep()

    def memory(self) -> None:
        """Fills the memory."""
        kept = []
        while True:
            kept.append(bytearray(os.urandom(1 << 20)))

    def orphan(self) -> None:
        """Leaves behind a process that has left its group, its session and its parent."""
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                sleep()
            os._exit(0)
        os._exit(0)


def misbehave(fault: str, body: bytes) -> NoReturn:
    act: Callable[[], None] = getattr(Fault(json.loads(body) if body else {}), fault)
    act()
    sleep()


def pass_on(source: BinaryIO) -> None:
    """From the real Lean to our client, whole messages only."""
    while message := read_message(source):
        with _output_lock:
            write(message)


def main(fault: str, cue: str, command: list[str]) -> NoReturn:
    if not cue:
        misbehave(fault, b"")
    lean = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert lean.stdin is not None
    assert lean.stdout is not None
    threading.Thread(target=pass_on, args=(lean.stdout,), daemon=True).start()
    while message := read_message(sys.stdin.buffer):
        if cue.encode() in message:
            with _output_lock:
                misbehave(fault, message.split(b"\r\n\r\n", 1)[1])
        lean.stdin.write(message)
        lean.stdin.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[sys.argv.index("--") + 1 :])
