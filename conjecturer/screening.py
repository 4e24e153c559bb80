"""Which conjectures are worth a search, cheapest question first.

Text, then size, then Lean: does it elaborate, is it known, does one tactic close it, do its hypotheses contradict each
other, is it false for small numbers. Each question is put for hundreds of statements in one run of Lean.

Sources: DeepSeek-Prover (arXiv 2405.14333, section 3.1) for proving `False` from the hypotheses and for trying the
negation; the questions about novelty and triviality are STP's and LeanConjecturer's (arXiv 2502.00212, 2506.22005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from conjecturer.canonical import canonical_form
from conjecturer.conjecture import Conjecture
from conjecturer.counterexamples import refutation
from conjecturer.ground import Ground, proposition
from conjecturer.lean_batch import Message
from conjecturer.statement import Statement, read_statement
from data.source import tokens
from prover.lean.screening import objection

Verdict = Literal[
    "malformed", "too large", "does not elaborate", "known", "repeated", "trivial", "contradictory", "false", "passed"
]
VERDICTS: tuple[Verdict, ...] = (
    "malformed", "too large", "does not elaborate", "known", "repeated", "trivial", "contradictory", "false", "passed"
)  # fmt: skip
"""In the order in which they are found."""
INVALID: frozenset[Verdict] = frozenset({"malformed", "too large", "does not elaborate"})
OLD: frozenset[Verdict] = frozenset({"known", "repeated"})

_FORBIDDEN = frozenset({"by", "set_option", "open", "let_fun", "macro", "do", "unsafe", "type_of%", "by_elab"})
_CLOSERS = ("rfl", "assumption", "contradiction", "decide", "omega", "simp")
_NOT_CLOSED = "none of them"
_OUT_OF_EFFORT = ("maximum number of heartbeats", "maximum recursion depth")


@dataclass(frozen=True, slots=True)
class SizeLimits:
    """What is too large to be of use.

    Attributes:
        num_characters: of the statement as Lean prints it.
        num_binders: variables and hypotheses.
        num_universes: universe levels.
        numeral: the greatest number.
    """

    num_characters: int = 300
    num_binders: int = 12
    num_universes: int = 3
    numeral: int = 1000


@dataclass(frozen=True, slots=True)
class Screened:
    """What came of one conjecture.

    Attributes:
        conjecture: with its statement as Lean prints it, where Lean got to see it.
        verdict: `passed`, or the first thing that is wrong with it.
        form: its canonical form; empty where Lean did not see it.
        detail: more about the verdict, in one line.
    """

    conjecture: Conjecture
    verdict: Verdict
    form: str = ""
    detail: str = ""


_CommandFor = Callable[[Screened], str | None]
_Read = Callable[[Screened, Sequence[Message]], Screened]


class Screen:
    """Screens conjectures on one ground. What has passed once, or was known before, does not pass again.

    Args:
        ground: where they are read.
        forms: canonical forms that are known besides those of the ground's theorems.
        limits: how large a statement may be.
        keep_trivial: let statements pass that one tactic proves, for the easy end of a curriculum.
        search_library: also ask `exact?`, which finds instances of what is known but takes its time.
    """

    def __init__(
        self,
        ground: Ground,
        *,
        forms: Iterable[str] = (),
        limits: SizeLimits | None = None,
        keep_trivial: bool = False,
        search_library: bool = False,
    ) -> None:
        self._ground = ground
        self._limits = limits or SizeLimits()
        self._keep_trivial = keep_trivial
        self._search_library = search_library
        self._known = set(ground.known_forms)
        self._seen = set(forms)

    def screen(self, conjectures: Sequence[Conjecture]) -> list[Screened]:
        """A verdict on every conjecture, in order."""
        screened = self.elaborated(conjectures)
        if not self._keep_trivial:
            screened = self._asked(screened, _triviality_command, _trivial)
            if self._search_library:
                screened = self._asked(screened, _instance_command, _instance)
        screened = self._asked(screened, _contradiction_command, _contradictory)
        return self._asked(screened, _falsity_command, _false)

    def elaborated(self, conjectures: Sequence[Conjecture]) -> list[Screened]:
        """The first questions only: text, size, elaboration and novelty."""
        screened = [self._by_text(conjecture) for conjecture in conjectures]
        screened = self._asked(screened, _elaboration_command, self._elaborated)
        return [self._by_novelty(entry) for entry in screened]

    def _asked(self, screened: Sequence[Screened], command_for: _CommandFor, read: _Read) -> list[Screened]:
        """Put a question about all that have passed so far; `read` says what an answer means."""
        result = list(screened)
        commands = {
            place: command
            for place, entry in enumerate(screened)
            if entry.verdict == "passed" and (command := command_for(entry)) is not None
        }
        answers = self._ground.batch().run(list(commands.values()))
        for place, messages in zip(commands, answers, strict=True):
            result[place] = read(screened[place], messages)
        return result

    def _by_text(self, conjecture: Conjecture) -> Screened:
        reason = text_objection(conjecture.statement)
        if reason is not None:
            return Screened(conjecture, "malformed", detail=reason)
        return Screened(replace(conjecture, statement=" ".join(conjecture.statement.split())), "passed")

    def _elaborated(self, entry: Screened, messages: Sequence[Message]) -> Screened:
        errors = [message.text for message in messages if message.is_error or "sorry" in message.text]
        printed = [message.text for message in messages if message.severity == "information"]
        statement = proposition(printed[0]) if printed else None
        if errors or statement is None or "⋯" in statement or "?" in statement.replace("?_", ""):
            reason = errors[0] if errors else "not a closed proposition that Lean can print"
            return replace(entry, verdict="does not elaborate", detail=" ".join(reason.split())[:200])
        read = read_statement(statement)
        too_large = _too_large(statement, read, self._limits)
        if too_large is not None:
            return replace(entry, verdict="too large", detail=too_large)
        return Screened(replace(entry.conjecture, statement=statement), "passed", canonical_form(read))

    def _by_novelty(self, entry: Screened) -> Screened:
        if entry.verdict != "passed":
            return entry
        if entry.form in self._known:
            return replace(entry, verdict="known")
        if entry.form in self._seen:
            return replace(entry, verdict="repeated")
        self._seen.add(entry.form)
        return entry


def text_objection(statement: str) -> str | None:
    """Why a text is not sent to Lean as a statement, in a few words; None if it may."""
    found = tokens(statement)
    if any(token.kind in ("comment", "error", "string") for token in found):
        return "a comment or a string in a statement"
    forbidden = {token.text for token in found} & _FORBIDDEN
    if forbidden:
        return f"`{min(forbidden)}` in a statement"
    return objection(statement)


def _too_large(statement: str, read: Statement, limits: SizeLimits) -> str | None:
    numerals = [int(t.text) for t in tokens(statement) if t.kind == "number" and t.text.isdecimal()]
    universes = {word for word in statement.replace("(", " ").replace(")", " ").split() if word.startswith("u_")}
    sizes = (
        ("characters", len(statement), limits.num_characters),
        ("variables and hypotheses", len(read.binders), limits.num_binders),
        ("universes", len(universes), limits.num_universes),
        ("as a numeral", max(numerals, default=0), limits.numeral),
    )
    return next((f"{size} {what}, at most {limit}" for what, size, limit in sizes if size > limit), None)


def _elaboration_command(entry: Screened) -> str:
    return f"#check ({entry.conjecture.statement} : Prop)"


def _triviality_command(entry: Screened) -> str:
    ways = " | ".join(f'({closer}; done; trace "{closer}")' for closer in _CLOSERS)
    return f'example : {entry.conjecture.statement} := by intros; first | {ways} | trace "{_NOT_CLOSED}"'


def _trivial(entry: Screened, messages: Sequence[Message]) -> Screened:
    traces = [message.text for message in messages if message.severity == "information"]
    closer = next((text for text in traces if text in _CLOSERS), None)
    if closer is not None:
        return replace(entry, verdict="trivial", detail=f"by {closer}")
    is_tired = any(reason in message.text for message in messages for reason in _OUT_OF_EFFORT)
    if _NOT_CLOSED in traces or is_tired:
        return entry
    reason = next((message.text for message in messages if message.is_error), "Lean says nothing")
    detail = f"what Lean prints is not what it reads: {' '.join(reason.split())[:150]}"
    return replace(entry, verdict="does not elaborate", detail=detail)


def _instance_command(entry: Screened) -> str:
    return f"example : {entry.conjecture.statement} := by intros; exact?"


def _instance(entry: Screened, messages: Sequence[Message]) -> Screened:
    if any(message.is_error for message in messages):
        return entry
    found = next((message.text for message in messages if message.severity == "information"), "")
    return replace(entry, verdict="trivial", detail=f"exact?: {' '.join(found.split())[:150]}")


def _contradiction_command(entry: Screened) -> str | None:
    """Whether `False` follows: variables alone never give that, unless their types are empty."""
    read = read_statement(entry.conjecture.statement)
    if not read.hypotheses:
        return None
    contradiction = Statement(read.binders, "False").text
    return f"example : {contradiction} := by intros; first | contradiction | omega | simp_all; done | grind"


def _contradictory(entry: Screened, messages: Sequence[Message]) -> Screened:
    is_refuted = not any(message.is_error for message in messages)
    return replace(entry, verdict="contradictory", detail="False follows from its hypotheses") if is_refuted else entry


def _falsity_command(entry: Screened) -> str | None:
    proof = refutation(read_statement(entry.conjecture.statement))
    return f"example : ¬ ({entry.conjecture.statement}) := {proof}" if proof is not None else None


def _false(entry: Screened, messages: Sequence[Message]) -> Screened:
    if any(message.is_error for message in messages):
        return entry
    return replace(entry, verdict="false", detail="small numbers refute it")
