"""The text of the document in which Lean tries tactics, and where in it each answer will stand.

At a state reached by some steps, one line copies the goal and runs every candidate in a block of its own:

    exact @((fun {α : Sort _} (x0 x1 x2 : α) => x0)
      (by (simp))
      (by (cases h))
      (by (skip))
      )

Every `by` recovers on its own, so one round trip answers all: no message is a closed goal, `unsolved goals` at the `by`
is progress, anything else is a failure. The inner brackets take nothing but tactics; without them a candidate could go
on as a term: `exact h : T`. Without the `@` Lean would introduce what a goal `∀ {x}, ..` binds. The last block is
ours: only when its message comes back have all the others been run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from data.commands import split_name
from data.positions import utf16_length
from data.source import Token, iterate_tokens
from data.theorem import Theorem
from prover.proof import Step

_BATCH_HEAD = "exact @((fun {{α : Sort _}} ({names} : α) => x0)"
_BATCH_TAIL = "  )"
_LAST_COMMAND = "#check Prop"
# What stands before and behind a tactic that is run, one whose success is confirmed, and one that is only parsed.
_RUNNING = ("  (by (", "))")
_CONFIRMING = ("  (by first | ((", "); all_goals admit) | fail)")
_PARSING = ("example : True := by first | trivial | (", ")")
# A letter to Lean, and not one that anybody uses.
_HIDDEN_LETTER = "℥"


class HoleKind(Enum):
    """What stands around a hole, and so how a block of tactics is put into it."""

    PROOF = auto()
    TACTIC = auto()
    TERM = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block of tactics stands: its `by` or `·` (0-based, in UTF-16 units), and its last line."""

    line: int
    column: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document for Lean.

    Attributes:
        text: all of it.
        head: the block in whose first message the goals of the state stand.
        candidates: a block for each candidate, in order.
        canary: the block of which there is a message as soon as all before it has been run; None where there is none.
    """

    text: str
    head: Block
    candidates: tuple[Block, ...] = ()
    canary: Block | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the document that stays the same for one theorem.

    Attributes:
        before: the file up to the hole, and what opens a block of tactics there.
        after: what closes the block, and the rest of the declaration.
        indent: how far the tactics of the block are indented.
        head_line, head_column: where the block's `by` or `·` stands.
        num_added_lines: how many lines `before` has that the file has not, in front of the declaration.
        hidden_name: the last part of the theorem's name, empty where `before` shows it as it is.
    """

    before: str
    after: str
    indent: int
    head_line: int
    head_column: int
    num_added_lines: int
    hidden_name: str

    def with_name(self, message: str) -> str:
        """A message of Lean with the theorem's own name in it."""
        return (
            message.replace(_HIDDEN_LETTER * len(self.hidden_name), self.hidden_name) if self.hidden_name else message
        )


def frame(theorem: Theorem, *, kind: HoleKind, max_heartbeats: int) -> Frame:
    """Cut the file around the theorem's hole.

    The rest of the file is left out: it costs time and cannot matter. The limit on heartbeats comes right in front of
    the declaration, for what precedes it may need more.
    """
    limit = f"set_option maxHeartbeats {max_heartbeats} in\n"
    head, hidden_name = _head(theorem)
    before = theorem.before + limit + head
    opening, closing = {HoleKind.PROOF: (":= by", ""), HoleKind.TACTIC: ("(·", ")"), HoleKind.TERM: ("(by", ")")}[kind]
    line_start = before.rfind("\n") + 1
    column = utf16_length(before[line_start:]) + next(opening.find(word) for word in ("by", "·") if word in opening)
    indent = 2 if kind is HoleKind.PROOF else len(before) - line_start + 2
    return Frame(
        before=before + opening + "\n",
        after=closing + theorem.source[theorem.hole_end : theorem.end] + "\n",
        indent=indent,
        head_line=before.count("\n"),
        head_column=column,
        num_added_lines=limit.count("\n"),
        hidden_name=hidden_name,
    )


def _head(theorem: Theorem) -> tuple[str, str]:
    """The declaration up to its hole, under a name that no candidate knows, and the last part of its real name.

    In its own proof a theorem can be referred to, and it proves itself until its recursion is checked, at the very end.
    Where the rest of the proof does refer to it, the name stays.
    """
    source = theorem.source
    _, *rest = _code_tokens(theorem)
    if not rest or rest[0].kind != "identifier" or rest[0].start >= theorem.hole_start:
        return source[theorem.start : theorem.hole_start], ""
    token, *rest = rest
    name = split_name(token.text)[-1]
    if not theorem.is_whole_proof and any(name in split_name(later.text) for later in rest):
        return source[theorem.start : theorem.hole_start], ""
    hidden = token.text.removesuffix(name) + _HIDDEN_LETTER * len(name)
    return source[theorem.start : token.start] + hidden + source[token.end : theorem.hole_start], name


def _code_tokens(theorem: Theorem) -> list[Token]:
    """The tokens of the declaration from its keyword on, without comments."""
    found = iterate_tokens(theorem.source[: theorem.end], theorem.statement_start)
    return [token for token in found if token.kind != "comment"]


def state_document(around: Frame, steps: Sequence[Step]) -> Document:
    """The document that shows the state after `steps`."""
    writer = _Writer(around, steps)
    writer.line("skip")
    return writer.document()


def with_end_mark(document: Document) -> tuple[str, int]:
    """The document's text with one more command, and its line: a message there says that Lean is done with the rest.

    Lean's own answer that it is done comes later: first it makes tables for an editor, of the whole file, each time.
    """
    text = document.text if document.text.endswith("\n") else f"{document.text}\n"
    return f"{text}{_LAST_COMMAND}\n", text.count("\n")


def sequential_document(around: Frame, steps: Sequence[Step], tactic: str) -> Document:
    """The document that runs one candidate as the next tactic: for goals that share metavariables."""
    writer = _Writer(around, steps)
    block = writer.tactic(tactic)
    return writer.document(candidates=(block,))


def batch_document(around: Frame, steps: Sequence[Step], tactics: Sequence[str]) -> Document:
    """The document that runs every candidate on a copy of the one goal."""
    return _batch(around, steps, tactics, _RUNNING)


def confirming_document(around: Frame, steps: Sequence[Step], tactics: Sequence[str]) -> Document:
    """The document with an error in the block of every candidate that does not run to its end, and none in others."""
    return _batch(around, steps, tactics, _CONFIRMING)


def _batch(around: Frame, steps: Sequence[Step], tactics: Sequence[str], brackets: tuple[str, str]) -> Document:
    writer = _Writer(around, steps)
    writer.line(_BATCH_HEAD.format(names=" ".join(f"x{index}" for index in range(len(tactics) + 1))))
    blocks = tuple(writer.argument(tactic, brackets) for tactic in tactics)
    canary = writer.argument("skip", _RUNNING)
    writer.line(_BATCH_TAIL)
    return writer.document(candidates=blocks, canary=canary)


def parse_document(around: Frame, tactics: Sequence[str]) -> Document:
    """The document that only parses every candidate: in a command of its own, on a branch that is never taken."""
    writer = _Writer(around, ())
    writer.line("skip")
    document = writer.document()
    line = document.text.count("\n")
    lines: list[str] = []
    blocks = []
    for tactic in tactics:
        own = _enclosed(_PARSING, tactic, 0)
        blocks.append(Block(line=line + len(lines), column=0, last_line=line + len(lines) + len(own) - 1))
        lines += own
    return Document(text=document.text + "\n".join(lines) + "\n", head=document.head, candidates=tuple(blocks))


class _Writer:
    """Writes the lines of the block and keeps count of where they are."""

    def __init__(self, around: Frame, steps: Sequence[Step]) -> None:
        self._around = around
        self._indent = around.indent
        self._lines: list[str] = []
        self._head_line, self._head_column = around.head_line, around.head_column
        self._first_line = around.before.count("\n")
        for step in steps:
            self.tactic(step.tactic)
            if step.focus is not None:
                self._focus(step.focus)

    def line(self, text: str) -> None:
        self._lines.append(" " * self._indent + text)

    def tactic(self, text: str) -> Block:
        line = self._next_line
        self._lines += _indented(text, self._indent)
        return Block(line=line, column=self._indent, last_line=self._next_line - 1)

    def argument(self, tactic: str, brackets: tuple[str, str]) -> Block:
        """A tactic as one argument `(by ...)` of the batch."""
        line, column = self._next_line, self._indent + brackets[0].index("by")
        self._lines += _enclosed(brackets, tactic, self._indent)
        return Block(line=line, column=column, last_line=self._next_line - 1)

    def document(self, *, candidates: tuple[Block, ...] = (), canary: Block | None = None) -> Document:
        # A comment in the last line would swallow what comes after it.
        gap = "\n" if self._around.after[0] == ")" and "--" in self._lines[-1] else ""
        text = self._around.before + "\n".join(self._lines) + gap + self._around.after
        head = Block(line=self._head_line, column=self._head_column, last_line=self._next_line - 1)
        return Document(text=text, head=head, candidates=candidates, canary=canary)

    @property
    def _next_line(self) -> int:
        return self._first_line + len(self._lines)

    def _focus(self, goal: int) -> None:
        if goal:
            self.line(f"rotate_left {goal}")
        self._head_line, self._head_column = self._next_line, self._indent
        self.line("·")
        self._indent += 2


def _enclosed(brackets: tuple[str, str], tactic: str, indent: int) -> list[str]:
    """The lines of the tactic between the two, aligned behind the first."""
    opening, closing = brackets
    lines = _indented(opening + tactic.rstrip(), indent, hanging=len(opening))
    if "--" in lines[-1]:  # A comment would swallow what closes.
        return [*lines, " " * (indent + len(opening)) + closing]
    return [*lines[:-1], lines[-1] + closing]


def _indented(text: str, indent: int, *, hanging: int = 0) -> list[str]:
    """The lines of the text, all indented; the ones after the first by `hanging` more."""
    first, *rest = text.split("\n")
    return [" " * indent + first, *(" " * (indent + hanging) + line if line else line for line in rest)]
