"""What Lean's messages about a document say about each candidate in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prover.lean.document import Block, Document
from prover.lean.goals import parse_goals
from prover.lean.server import Diagnostic
from prover.proof import Failed, Outcome, Progress, ProofState, Proved, Step

_OUT_OF_HEARTBEATS = "maximum number of heartbeats"
_TRY_THIS = re.compile(
    r"Try th(?:is|ese):\s*(?:\[apply\]\s*|• )?(?P<tactic>.+?)(?=\n\s*(?:\[apply\]|•)|\n\n|\Z)", re.DOTALL
)


def goals_at(block: Block, diagnostics: Iterable[Diagnostic]) -> str | None:
    """The text of the goals that the block left, None if it left none or was not run."""
    return next((entry.message for entry in diagnostics if _is_left_by(entry, block)), None)


def outcome_of(
    tactic: str, block: Block, diagnostics: Sequence[Diagnostic], *, steps: tuple[Step, ...], head: Block | None = None
) -> Outcome:
    """The outcome of a candidate that has been run.

    Args:
        tactic: the candidate.
        block: where it stands.
        diagnostics: all that Lean says about the document.
        steps: how the state was reached on which it was tried.
        head: the block in which the goals that it left are shown, if that is not its own.
    """
    goals_block = head or block
    left = goals_at(goals_block, diagnostics)
    for entry in diagnostics:
        if entry.severity == "error" and _is_within(entry, block) and not _is_left_by(entry, goals_block):
            return Failed(entry.message)
    if left is None:
        return Proved(tactic)
    return Progress(tactic, ProofState(goals=parse_goals(left), steps=(*steps, Step(tactic))))


def num_completed(document: Document, diagnostics: Sequence[Diagnostic]) -> tuple[int, bool]:
    """How many candidates of a batch have been run, counted from the first, and whether heartbeats ended it there.

    The candidates after the one that used up the heartbeats of the declaration have not been run properly. Without the
    message of our own last block none has: the batch did not parse, or Lean gave up on the whole of it.
    """
    for index, block in enumerate(document.candidates):
        if any(_OUT_OF_HEARTBEATS in entry.message and _is_within(entry, block) for entry in diagnostics):
            return index, True
    assert document.canary is not None
    if goals_at(document.canary, diagnostics) is None:
        return 0, False
    return len(document.candidates), False


def error_in(block: Block, diagnostics: Iterable[Diagnostic]) -> str | None:
    """The first error inside the block."""
    return next(
        (entry.message for entry in diagnostics if entry.severity == "error" and _is_within(entry, block)), None
    )


def suggestion_in(block: Block, diagnostics: Iterable[Diagnostic]) -> str | None:
    """The first tactic that `exact?`, `simp?` and their like offer in the block, laid out from the left margin."""
    for entry in diagnostics:
        match = _TRY_THIS.search(entry.message) if entry.severity == "information" else None
        if match and _is_within(entry, block):
            # `rw?` adds a remark on the goals that remain.
            lines = match["tactic"].strip().split("\n")
            first, *rest = [line for line in lines if not line.lstrip().startswith("--")]
            margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
            return "\n".join([first, *("  " + line[margin:] for line in rest)])
    return None


def _is_left_by(entry: Diagnostic, block: Block) -> bool:
    return entry.is_unsolved_goals and (entry.line, entry.column) == (block.line, block.column)


def _is_within(entry: Diagnostic, block: Block) -> bool:
    return block.line <= entry.line <= block.last_line
