"""What came of screening, as commands tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from conjecturer.screening import Screened


def told(screened: Sequence[Screened], console: Console, *, everything: bool) -> list[Screened]:
    """Say how many had which verdict, and give those that are to be shown: what has passed, or everything."""
    counts = Counter(entry.verdict for entry in screened)
    console.print(", ".join(f"{number} {verdict}" for verdict, number in counts.most_common()), style="dim")
    return [entry for entry in screened if everything or entry.verdict == "passed"]


def status_of(screened: Sequence[Screened]) -> int:
    """The exit status: 0 if any has passed, else 1."""
    return 0 if any(entry.verdict == "passed" for entry in screened) else 1
