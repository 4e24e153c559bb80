"""JSON-RPC messages to and from a child process, every read and write with a deadline.

Lean may hang, die or print something that is no message at any moment; whatever it does, a call here ends in time, with
an answer or with one of our errors. No thread: the caller that waits for an answer does the reading.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from prover.errors import LeanCrashedError, LeanTimeoutError
from prover.lean.sandbox import terminate_tree

_MAX_HEADER_BYTES = 4096
_MAX_MESSAGE_BYTES = 256 * 1024 * 1024
_CHUNK_BYTES = 1 << 16
# Notifications of Lean's own: what it is busy with, and tables for its watchdog that are large.
_UNUSED = b'"method":"$/lean/'
_MAX_METHOD_OFFSET = 60

Message = dict[str, Any]


class JsonRpcProcess:
    """A child process that speaks JSON-RPC with `Content-Length` headers on its standard input and output.

    Args:
        command: what to run; it becomes the leader of its own session, so that all it starts can be ended with it.
        environment: its whole environment.
        directory: its working directory.
        name: what it is called in errors.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        directory: Path,
        name: str = "Lean's server",
    ) -> None:
        self._name = name
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 -- closed in `close`
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            cwd=directory,
            env=dict(environment),
            start_new_session=True,
            bufsize=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._stdin, self._stdout = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._buffer = bytearray()
        os.set_blocking(self._stdin, False)
        os.set_blocking(self._stdout, False)

    @property
    def process_id(self) -> int:
        return self._process.pid

    def send(self, message: Message, *, deadline: float) -> None:
        """Write one message.

        Args:
            message: the JSON object.
            deadline: on the clock of `time.monotonic`.

        Raises:
            LeanCrashedError: if the process is gone.
            LeanTimeoutError: if it does not take the message in time.
        """
        body = json.dumps(message, ensure_ascii=False).encode()
        data = memoryview(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        while data:
            try:
                data = data[os.write(self._stdin, data) :]
            except BlockingIOError:
                self._wait(self._stdin, selectors.EVENT_WRITE, deadline)
            except OSError as error:
                raise LeanCrashedError(self._obituary()) from error

    def receive(self, *, deadline: float) -> Message:
        """Read one message that is not one of Lean's own notifications, of which we have no use.

        Raises:
            LeanCrashedError: also for bytes that are no message.
            LeanTimeoutError: as in `send`.
        """
        while True:
            message = self._take_message()
            if message is not None:
                return message
            if time.monotonic() > deadline:  # A server that never stops talking does not answer either.
                raise LeanTimeoutError(f"{self._name} did not answer in time")
            try:
                chunk = os.read(self._stdout, _CHUNK_BYTES)
            except BlockingIOError:
                self._wait(self._stdout, selectors.EVENT_READ, deadline)
                continue
            if not chunk:
                raise LeanCrashedError(self._obituary())
            self._buffer += chunk

    def close(self) -> None:
        """End the process and everything it started, and wait until they are gone."""
        terminate_tree(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._log.close()

    def _take_message(self) -> Message | None:
        """The first complete message of the buffer that is of use, taken out of it; None if there is none yet."""
        body = self._take_body()
        while body is not None and _UNUSED in body[:_MAX_METHOD_OFFSET]:
            body = self._take_body()
        if body is None:
            return None
        try:
            message = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise LeanCrashedError(f"{self._name} wrote a message that is no JSON: {_excerpt(body)}") from error
        if not isinstance(message, dict):
            raise LeanCrashedError(f"{self._name} wrote a message that is no object: {_excerpt(body)}")
        return message

    def _take_body(self) -> bytes | None:
        header_end = self._buffer.find(b"\r\n\r\n", 0, _MAX_HEADER_BYTES)
        if header_end < 0:
            if len(self._buffer) > _MAX_HEADER_BYTES:
                raise LeanCrashedError(f"{self._name} wrote what is no message: {_excerpt(self._buffer)}")
            return None
        length = _content_length(bytes(self._buffer[:header_end]))
        body_start = header_end + 4
        if len(self._buffer) < body_start + length:
            return None
        body = bytes(self._buffer[body_start : body_start + length])
        del self._buffer[: body_start + length]
        return body

    def _wait(self, descriptor: int, event: int, deadline: float) -> None:
        seconds = deadline - time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, event)
            if seconds <= 0 or not selector.select(seconds):
                raise LeanTimeoutError(f"{self._name} did not answer in time")

    def _obituary(self) -> str:
        try:
            code = self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return f"{self._name} closed its output"
        self._log.seek(0)
        words = self._log.read().decode(errors="replace").strip().splitlines()
        ending = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"{self._name} ended with {ending}" + (f": {words[-1]}" if words else "")


def _content_length(header: bytes) -> int:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
            if length <= _MAX_MESSAGE_BYTES:
                return length
    raise LeanCrashedError(f"Lean's server wrote what is no message: {_excerpt(header)}")


def _excerpt(data: bytes | bytearray) -> str:
    return repr(bytes(data[:80]))
