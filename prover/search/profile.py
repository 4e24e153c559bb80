"""Who works while a search runs: the generator, Lean, both, or neither.

A search is as fast as the slower of the two, if that one never waits for the other.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchProfile:
    """How long who worked, in seconds.

    Attributes:
        search: the whole search.
        generator: the generator.
        lean: at least one Lean.
        all_leans: all of them together.
        num_leans: how many there are.
    """

    search: float
    generator: float
    lean: float
    all_leans: float
    num_leans: int

    def __str__(self) -> str:
        search = max(self.search, 1e-9)
        shares = (self.generator / search, self.lean / search, self.all_leans / search / self.num_leans)
        generator, lean, each = (f"{share:.0%}" for share in shares)
        return f"generator busy {generator}, Lean {lean} (each of {self.num_leans}: {each}) of {self.search:.1f} s"


class BusyTime:
    """Measures how long anybody is inside `working`, and how long all are together."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._num_inside = 0
        self._since = 0.0
        self.seconds = 0.0
        self.seconds_together = 0.0

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._lock:
            now = time.monotonic()
            if self._num_inside:
                self.seconds += now - self._since
                self.seconds_together += (now - self._since) * self._num_inside
            self._since = now
            self._num_inside += change
