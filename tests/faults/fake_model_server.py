"""A model server that misbehaves on cue: it answers requests with what it is told, one after the other."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a server says: a status, what goes with it, and how it says it."""

    content: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    is_cut: bool = False

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else json.dumps(self.content).encode()


Script = Callable[[str, Body, int], Answer]
"""From a path, a request's body and its number (from 0) to the answer."""


def completions(*texts: str, log_probability: float | None = -0.5) -> Answer:
    """As servers give them; every character a token, each of the same log-probability, None for none at all."""
    choices: list[Body] = []
    for text in texts:
        logs = {"tokens": list(text), "token_logprobs": [log_probability] * len(text)}
        choices.append({"text": text, "logprobs": logs if log_probability is not None else None})
    return Answer({"choices": choices})


@dataclass
class FakeServer:
    """A running server, and the requests that came: path and body."""

    url: str
    requests: list[tuple[str, Body]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


@contextmanager
def serving(script: Script) -> Iterator[FakeServer]:
    """A server on loopback for as long as the block runs."""
    lock = threading.Lock()
    is_over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                number = len(fake.requests)
                fake.requests.append((self.path, body))
                fake.seconds.append(time.monotonic())
            answer = script(self.path, body, number)
            is_over.wait(answer.seconds)
            data = answer.data
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data) + (100 if answer.is_cut else 0)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake = FakeServer(f"http://127.0.0.1:{server.server_address[1]}/v1")
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield fake
    finally:
        is_over.set()
        server.shutdown()
        server.server_close()
