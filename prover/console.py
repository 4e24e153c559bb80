"""What the user sees while a search runs and when it ends.

Standard output is the result: Lean text to be pasted, or one JSON line a theorem. All else goes to standard error.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.markup import escape
from rich.prompt import Confirm
from rich.status import Status as StatusLine
from rich.syntax import Syntax
from rich.text import Text

from prover.proof import ProofResult, Status
from prover.run_folder import result_line
from prover.search.best_first import SearchProgress

_STYLES: dict[Status, str] = {
    "proved": "bold green",
    "open": "bold yellow",
    "disproved": "bold red",
    "error": "bold red",
}
_MAX_STATE_LENGTH = 100


class Reporter:
    """Prints progress and results.

    Args:
        as_json: one JSON line a theorem instead of Lean text.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._out = Console(soft_wrap=True, highlight=False)
        self._err = Console(stderr=True, soft_wrap=True, highlight=False)
        self._status: StatusLine | None = None

    def note(self, text: str) -> None:
        """A remark that is no result."""
        self._err.print(Text(text, style="dim"))

    @contextlib.contextmanager
    def working(self, what: str) -> Iterator[Callable[[str], None]]:
        """While the block runs, a line shows what is done; the block gets a function to change it."""
        with self._err.status(escape(what)) as status:
            self._status = status
            yield lambda text: status.update(escape(text))
            self._status = None

    def ask(self, question: str) -> bool:
        """Put a question to the user while a line shows what is done; no, where nobody sits at a terminal."""
        if not (sys.stdin.isatty() and self._err.is_terminal):
            return False
        if self._status is None:
            return Confirm.ask(escape(question), console=self._err, default=False)
        self._status.stop()  # which would write over the question
        try:
            return Confirm.ask(escape(question), console=self._err, default=False)
        finally:
            self._status.start()

    def result(self, result: ProofResult) -> None:
        """Print what came of one theorem."""
        if self._as_json:
            sys.stdout.write(json.dumps(result_line(result), ensure_ascii=False) + "\n")
            sys.stdout.flush()
            return
        self._out.print(_verdict(result))
        if result.declaration is not None:
            text = result.declaration.strip("\n")
            self._out.print(Syntax(text, "lean4", background_color="default") if self._out.is_terminal else Text(text))


def progress_line(name: str, progress: SearchProgress) -> str:
    """One line about a search under way."""
    goal = progress.best_state.rpartition("⊢ ")[2].split("\n")[0]
    shown = goal if len(goal) <= _MAX_STATE_LENGTH else goal[: _MAX_STATE_LENGTH - 1] + "…"
    rate = f"{progress.checks_per_second:,.0f} checks/s"
    counts = f"{progress.num_expansions:,} expansions, {progress.num_checks:,} checks, {rate}"
    return f"{name}: {progress.seconds:.0f} s, {counts}, {progress.num_open:,} open; best: ⊢ {shown}"


def _verdict(result: ProofResult) -> Text:
    """The line above the proof, a Lean comment, so that all of standard output is Lean."""
    text = Text("-- ")
    text.append(f"{result.theorem.full_name}: ")
    text.append(result.status, style=_STYLES[result.status])
    text.append(f" in {result.seconds:.2f} s with {result.num_checks} Lean checks")
    if result.status == "proved":
        text.append(f"; axioms: {', '.join(result.axioms) or 'none'}")
    if result.message:
        text.append(f"; {result.message}")
    return text
