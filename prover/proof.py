"""The nouns that every room of the prover passes around, and the two protocols between them.

A search never knows which Lean it talks to or which model suggests; a backend never knows who searches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

from data.theorem import Theorem

# Not the question mark of a name or notation: `l.head?`, `l[i]?.getD`.
_METAVARIABLE = re.compile(r"(?<![\w'!)\]])\?[\w✝][\w.✝]*")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One line of a local context: `names : type`, or `names : type := value`. Inaccessible names end in `✝`."""

    names: tuple[str, ...]
    type: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal as Lean prints it.

    Attributes:
        text: Lean's own words, without the `case` line.
        case: the goal's tag (`inl`, `succ`, ...), None where Lean prints none.
        hypotheses: the local context, in order.
        conclusion: what is to be proved, without the `⊢`; several lines where Lean broke it.
    """

    text: str
    case: str | None
    hypotheses: tuple[Hypothesis, ...]
    conclusion: str

    @property
    def metavariables(self) -> frozenset[str]:
        """The metavariables that occur in the goal, e.g. `?w`."""
        return frozenset(_METAVARIABLE.findall(self.text))


@dataclass(frozen=True, slots=True)
class Step:
    """One tactic on the way to a state.

    Attributes:
        tactic: the tactic's text, of one or several lines, as it would stand at the left margin.
        focus: which of the goals that the tactic left is looked at, all others set aside; None keeps all of them.
    """

    tactic: str
    focus: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """How a proof went on from a state, and Lean's message on why it fails: what a model is to repair."""

    proof: str
    message: str


@dataclass(frozen=True)
class ProofState:
    """Goals that are to be proved together, and how to get back to them from the statement.

    Attributes:
        goals: one goal; several only where they share metavariables and so cannot be proved apart.
        steps: the tactics from the statement to here.
        attempts: whole proofs that went on from here and failed.
    """

    goals: tuple[Goal, ...]
    steps: tuple[Step, ...] = ()
    attempts: tuple[Attempt, ...] = ()

    @property
    def text(self) -> str:
        """All goals as Lean prints them, a blank line between two."""
        return "\n\n".join(goal.text for goal in self.goals)

    @cached_property
    def has_metavariables(self) -> bool:
        return any(goal.metavariables for goal in self.goals)

    def split(self) -> tuple[ProofState, ...]:
        """The states that can be proved independently: one a goal, or the state itself if goals share metavariables."""
        if len(self.goals) == 1 or self.has_metavariables:
            return (self,)
        assert self.steps, "only a tactic can leave several goals"
        *earlier, last = self.steps
        return tuple(
            ProofState(
                goals=(goal,),
                steps=(*earlier, Step(tactic=last.tactic, focus=index)),
                attempts=() if index else self.attempts,  # A proof goes on with the first goal.
            )
            for index, goal in enumerate(self.goals)
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tactic somebody proposes for a state.

    Attributes:
        tactic: its text, as it would stand at the left margin.
        log_probability: natural logarithm of how likely the proposer finds it; never positive.
        source: who proposed it, for credit and statistics.
        is_proof: it is meant as a whole proof; if it is not one, what is right in it is kept.
        added: how much of the log-probability is not the proposer's own, but of those who put his tactics into another
            order; up to a number that all tactics of a state share.
    """

    tactic: str
    log_probability: float
    source: str
    is_proof: bool = False
    added: float = 0.0


@dataclass(frozen=True, slots=True)
class Proved:
    """The candidate closes every goal. `tactic` is what to write: the candidate, or what a `?` tactic found."""

    tactic: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The candidate runs and leaves the goals of `state`. `tactic` as in `Proved`."""

    tactic: str
    state: ProofState


@dataclass(frozen=True, slots=True)
class Failed:
    """Lean refuses the candidate, with this message."""

    message: str


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The candidate did not end within the limits of one check."""

    message: str


Outcome = Proved | Progress | Failed | TimedOut
Status = Literal["proved", "open", "disproved", "error"]


@dataclass(frozen=True, slots=True)
class ProofResult:
    """What came of one theorem.

    Attributes:
        theorem: what was to be proved.
        status: `proved` only after a fresh Lean accepted the whole file.
        proof: the text that replaces the hole, None where there is none.
        num_checks: Lean tactic checks spent.
        seconds: wall-clock seconds spent.
        axioms: the axioms the proof rests on, as Lean lists them.
        message: why it is not proved, or a remark; one line.
    """

    theorem: Theorem
    status: Status
    proof: str | None
    num_checks: int
    seconds: float
    axioms: tuple[str, ...]
    message: str

    @property
    def declaration(self) -> str | None:
        """The whole declaration with its proof, to be pasted where the declaration stands; None without a proof."""
        if self.proof is None:
            return None
        theorem = self.theorem
        before = theorem.source[theorem.start : theorem.hole_start]
        return before + self.proof + theorem.source[theorem.hole_end : theorem.end]


class ProofEnvironment(Protocol):
    """Somewhere tactics can be tried: a Lean server, LeanDojo, ..."""

    def start(self, theorem: Theorem) -> ProofState:
        """Open the theorem and return its first state.

        Raises:
            ElaborationError: if Lean does not accept the file up to the hole.
        """

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        """Try each tactic on `state`, all of them in as few round trips as possible; one outcome a tactic, in order."""


class TacticGenerator(Protocol):
    """Somebody who proposes tactics."""

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
