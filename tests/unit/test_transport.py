"""Messages to and from a child process: every call must end in time, with an answer or with our own error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from prover.errors import LeanCrashedError, LeanTimeoutError
from prover.lean.transport import JsonRpcProcess, Message

ECHO = """
import sys
while header := sys.stdin.buffer.readline():
    sys.stdin.buffer.readline()
    body = sys.stdin.buffer.read(int(header.split(b":")[1]))
    sys.stdout.buffer.write(header + b"\\r\\n" + body)
    sys.stdout.buffer.flush()
"""


def printing(data: str, then: str = "time.sleep(600)") -> str:
    return f"import os, sys, time\nos.write(1, {data.encode()!r})\n{then}"


@contextmanager
def process(script: str) -> Iterator[JsonRpcProcess]:
    rpc = JsonRpcProcess([sys.executable, "-c", script], environment=dict(os.environ), directory=Path.cwd())
    try:
        yield rpc
    finally:
        rpc.close()


def soon(seconds: float = 20.0) -> float:
    return time.monotonic() + seconds


def test_messages_come_back_as_they_were_sent() -> None:
    """Lengths count bytes, and Lean's text is full of letters that take several."""
    messages: list[Message] = [{"a": "x ≤ 𝔸\r\n\r\n"}, {}, {"b": [1, None, "é" * 200_000]}]
    with process(ECHO) as rpc:
        for message in messages:
            rpc.send(message, deadline=soon())
            assert rpc.receive(deadline=soon()) == message


def test_messages_in_one_piece_and_in_many_pieces() -> None:
    """A pipe keeps no message together."""
    split = "sys.stdout.flush(); " + "; ".join(
        f"os.write(1, {part!r}); time.sleep(0.05)" for part in (b"Content-Le", b"ngth: 7\r\n\r", b'\n{"c"', b":3}")
    )
    data = 'Content-Length: 7\r\n\r\n{"a":1}Content-Type: x\r\ncontent-length:7\r\n\r\n{"b":2}'
    with process(printing(data, split + "; time.sleep(600)")) as rpc:
        received = [rpc.receive(deadline=soon()) for _ in range(3)]
    assert received == [{"a": 1}, {"b": 2}, {"c": 3}]


@pytest.mark.parametrize(
    "data",
    [
        "hello\r\n\r\n",
        "x" * 5000,
        "Content-Length: -3\r\n\r\n{}",
        "Content-Length: ten\r\n\r\n{}",
        "Content-Length: 999999999999\r\n\r\n{}",
        "Content-Length: " + "9" * 4200 + "\r\n\r\n{}",
        "Content-Length: 3\r\n\r\n{]}",
        "Content-Length: 2\r\n\r\n[]",
        "Content-Length: 4\r\n\r\nnull",
        "Content-Length: 100000\r\n\r\n" + "[" * 100_000,
    ],
    ids=lambda data: data[:40].strip(),
)
def test_what_is_no_message_is_our_error(data: str) -> None:
    """A traceback from the depth of a parser tells a user nothing."""
    with process(printing(data)) as rpc, pytest.raises(LeanCrashedError, match="is no"):
        rpc.receive(deadline=soon())


def test_silence_ends_at_the_deadline() -> None:
    """A search must go on when Lean hangs."""
    with process("import time; time.sleep(600)") as rpc, pytest.raises(LeanTimeoutError):
        rpc.receive(deadline=soon(0.1))


def test_endless_talk_ends_at_the_deadline() -> None:
    """Reading what always comes must not keep the clock from being looked at."""
    script = printing("Content-Length: 200000000\r\n\r\n", "while True: os.write(1, b'x' * 10)")
    with process(script) as rpc, pytest.raises(LeanTimeoutError):
        rpc.receive(deadline=soon(0.2))


def test_process_that_reads_nothing_ends_at_the_deadline() -> None:
    """A message longer than the pipe must not block the whole prover."""
    with process("import time; time.sleep(600)") as rpc, pytest.raises(LeanTimeoutError):
        rpc.send({"a": "x" * 2_000_000}, deadline=soon(0.1))


def test_last_words_are_told() -> None:
    """What Lean said when it died is all that a user can go by."""
    script = "import sys; print('first', file=sys.stderr); sys.exit('out of everything')"
    with process(script) as rpc, pytest.raises(LeanCrashedError, match=r"exit code 1: out of everything"):
        rpc.receive(deadline=soon())


def test_death_by_signal_is_told() -> None:
    """A killed Lean is not one that ended by itself."""
    with process("import os; os.kill(os.getpid(), 9)") as rpc, pytest.raises(LeanCrashedError, match="signal 9"):
        rpc.receive(deadline=soon())


def test_sending_to_the_dead_is_our_error() -> None:
    """A broken pipe is no bug of ours."""
    with process("pass") as rpc, pytest.raises(LeanCrashedError, match="exit code 0"):
        rpc.send({"a": "x" * 2_000_000}, deadline=soon())


def test_closed_output_is_told() -> None:
    """A process that lives but will never answer must not be waited for."""
    script = "import os, time; os.close(1); time.sleep(600)"
    with process(script) as rpc, pytest.raises(LeanCrashedError, match="closed its output"):
        rpc.receive(deadline=soon())
