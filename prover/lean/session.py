"""One theorem open in one Lean server, which is started again whenever it has died."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from data.scratch import Scratch
from data.theorem import Theorem
from prover.errors import ElaborationError, LeanCrashedError, LeanTimeoutError
from prover.lean.command import Lean
from prover.lean.document import Block, Document, Frame, HoleKind, frame, state_document, with_end_mark
from prover.lean.goals import parse_goals
from prover.lean.outcomes import goals_at
from prover.lean.sandbox import Limits
from prover.lean.server import Diagnostic, LeanServer
from prover.proof import ProofState

_CANCEL_SECONDS = 1.0
_MEMORY_BYTES = 4 << 30
_PROJECT_MEMORY_BYTES = 12 << 30
_PROJECT_HEARTBEATS = 100_000
_PROJECT_SECONDS = 10.0
_MAX_MESSAGE_LENGTH = 300
_OPTIONS = {"Elab.async": "false", "linter.all": "false", "maxErrors": "1000000", "server.reportDelayMs": "0"}


@dataclass(frozen=True, slots=True)
class CheckLimits:
    """What one check of a tactic may use.

    Attributes:
        max_heartbeats: Lean's deterministic measure (thousands of small allocations), for a whole batch.
        seconds: wall-clock seconds, for what heartbeats do not count; a batch gets a little more.
        start_seconds: wall-clock seconds to elaborate the file up to the theorem.
        process: memory and access rights of Lean's process.
    """

    max_heartbeats: int = 20_000
    seconds: float = 3.0
    start_seconds: float = 600.0
    process: Limits = field(default_factory=lambda: Limits(memory_bytes=_MEMORY_BYTES))


def check_limits(lean: Lean, *, root: Path | None) -> CheckLimits:
    """What one check may use: with Mathlib tactics think longer, imports are larger, and Lake keeps notes.

    Args:
        lean: which Lean.
        root: the project's folder, None for a statement without one.
    """
    if lean.origin == "embedded":
        return CheckLimits()
    writable = (root / ".lake",) if root is not None and (root / ".lake").is_dir() else ()
    process = Limits(memory_bytes=_PROJECT_MEMORY_BYTES, writable=writable)
    return CheckLimits(max_heartbeats=_PROJECT_HEARTBEATS, seconds=_PROJECT_SECONDS, process=process)


class TheoremSession:
    """Keeps a theorem open in a Lean server.

    Args:
        lean: which Lean, with the search path on which the file's imports are found.
        directory: where Lean runs, for a Lake project its root; None for an empty directory of our own.
        limits: what one check may use.
    """

    def __init__(self, lean: Lean, *, directory: Path | None, limits: CheckLimits) -> None:
        self._lean = lean
        self._scratch = Scratch()
        self._directory = directory or self._scratch.path
        self._limits = limits
        self._server: LeanServer | None = None
        self._theorem: Theorem | None = None
        self._frame: Frame | None = None

    @property
    def frame(self) -> Frame:
        """The part of the document around the tactics."""
        assert self._frame is not None, "no theorem has been opened"
        return self._frame

    @property
    def process_id(self) -> int | None:
        """The process of the server, None while there is none."""
        return self._server.process_id if self._server is not None else None

    def close(self) -> None:
        self._drop_server()
        self._scratch.close()

    def open(self, theorem: Theorem) -> ProofState:
        """Open the theorem and return its first state.

        Raises:
            ElaborationError: if Lean reports an error before the hole, or shows no goal at it.
            LeanCrashedError, LeanTimeoutError: if Lean does not survive the file itself.
        """
        if self._theorem is not None and self._theorem.path != theorem.path:
            self._drop_server()  # Lean takes the module's name from the file that a server was opened with.
        self._theorem = theorem
        if self._server is not None:
            with contextlib.suppress(LeanCrashedError):  # It may have died since, and ends itself at other imports.
                return self._open(theorem)
        return self._open(theorem)

    def _open(self, theorem: Theorem) -> ProofState:
        diagnostics: list[Diagnostic] = []
        # Text alone does not tell whether a `sorry` is a tactic or a term. Lean does: only one of the two parses.
        for kind in (HoleKind.PROOF,) if theorem.is_whole_proof else (HoleKind.TACTIC, HoleKind.TERM):
            self._frame = frame(theorem, kind=kind, max_heartbeats=self._limits.max_heartbeats)
            document = state_document(self._frame, ())
            hole = (document.head.line, document.head.column)
            # What looks like an error may be a message still to come: that is judged when Lean has said everything.
            for is_whole in (False, True):
                try:
                    diagnostics = self._elaborate(document, self._limits.start_seconds, is_whole=is_whole)
                except (LeanCrashedError, LeanTimeoutError):
                    self._drop_server()
                    raise
                goals = goals_at(document.head, diagnostics)
                before = [entry for entry in diagnostics if (entry.line, entry.column) < hole]
                if goals is not None and all(entry.severity != "error" for entry in before):
                    return ProofState(goals=parse_goals(goals))
            if goals is not None:
                self._refuse_errors(before)
        self._refuse_errors(diagnostics)
        raise ElaborationError(f"{theorem.path or 'statement'}:{theorem.line}: Lean shows no goal to prove here")

    def ask(self, document: Document, *, seconds: float, until: Block | None = None) -> list[Diagnostic]:
        """What Lean says about the document.

        Args:
            document: the document.
            seconds: how long to wait for the answer.
            until: take what there is as soon as there is a message about this block. What Lean says only when it
                comes to the end of the declaration is then missed, say that a recursion does not end.

        Raises:
            LeanCrashedError, LeanTimeoutError: if Lean dies of it or does not answer in time. The session has then
                recovered: what ran is cancelled, and a new server takes the place of one that is of no use any more.
        """
        if self._server is None:  # So that no check pays for the start.
            self._elaborate(state_document(self.frame, ()), self._limits.start_seconds)
        try:
            return self._elaborate(document, seconds, until)
        except LeanCrashedError:
            self._drop_server()
            raise
        except LeanTimeoutError:
            self._cancel()
            raise

    def _cancel(self) -> None:
        """An edit cancels what runs. A server that does not come back from that is killed."""
        try:
            self._elaborate(state_document(self.frame, ()), _CANCEL_SECONDS)
        except (LeanCrashedError, LeanTimeoutError):
            self._drop_server()

    def _elaborate(
        self, document: Document, seconds: float, until: Block | None = None, *, is_whole: bool = False
    ) -> list[Diagnostic]:
        if self._server is None:
            assert self._theorem is not None
            self._server = LeanServer(
                self._lean,
                directory=self._directory,
                path=self._theorem.path or self._directory / "Statement.lean",
                options=_OPTIONS,
                limits=self._limits.process,
            )
        text, last_line = with_end_mark(document)
        until_line = None if is_whole else last_line if until is None else until.line
        return self._server.elaborate(text, seconds=seconds, until_line=until_line)

    def _drop_server(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _refuse_errors(self, diagnostics: list[Diagnostic]) -> None:
        """Raise the first error there is, at its position in the user's file."""
        errors = [entry for entry in diagnostics if entry.severity == "error"]
        if not errors:
            return
        assert self._theorem is not None
        first = min(errors, key=lambda entry: (entry.line, entry.column))
        line, column = first.line, first.column
        num_lines_before = self._theorem.before.count("\n")
        if line == num_lines_before:  # Our own line is where Lean notices that the text before it does not end.
            column = 0
        elif line > num_lines_before:
            line -= self.frame.num_added_lines
        message = " ".join(self.frame.with_name(first.message).split())
        if len(message) > _MAX_MESSAGE_LENGTH:
            message = f"{message[:_MAX_MESSAGE_LENGTH]}.."
        raise ElaborationError(f"{self._theorem.path or 'statement'}:{line + 1}:{column + 1}: {message}")
