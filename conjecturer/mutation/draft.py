"""A mutant that Lean has yet to work out: the command that has it do so, and how its answer is read.

Nearly all mutants are consequences of what they come from. So it is the proof that is written down, and Lean that says
what it proves: what a rewrite leaves of a goal, or what type a term has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from conjecturer.conjecture import Ancestry, Conjecture, KnownTheorem
from conjecturer.ground import Ground, proposition
from conjecturer.lean_batch import Message
from conjecturer.statement import Statement, read_statement

_ALIAS = "leanloop_parent"


@dataclass(frozen=True, eq=False)
class Parent:
    """A theorem as a term of it is written, and what it states.

    Attributes:
        theorem: what is changed.
        statement: what it states, read.
        alias: what it is called where no compiled module holds it; else empty.
    """

    theorem: KnownTheorem
    statement: Statement
    alias: str = ""

    @classmethod
    def of(cls, theorem: KnownTheorem, number: int = 0) -> Parent:
        """The theorem, its statement read; `number` tells parents apart that no module holds."""
        alias = f"{_ALIAS}_{number}" if theorem.proof is not None else ""
        return cls(theorem, read_statement(theorem.statement), alias)

    @property
    def term(self) -> str:
        """The theorem itself, with all of its arguments explicit."""
        return f"@{self.alias or self.theorem.name}"

    @property
    def applied(self) -> str:
        """The theorem applied to its own variables, which have been introduced by `statement.names`."""
        return " ".join([self.term, *self.statement.names])


class Draft(Protocol):
    """A command for Lean, and the mutant in what Lean says to it."""

    @property
    def command(self) -> str:
        """One command."""

    def read(self, messages: Sequence[Message]) -> Conjecture | None:
        """The mutant; None where there is none."""


@dataclass(frozen=True, slots=True)
class TermDraft:
    """A proof of which Lean is asked what it proves.

    Attributes:
        term: the proof.
        ancestry: where the mutant comes from.
    """

    term: str
    ancestry: Ancestry

    @property
    def command(self) -> str:
        return f"#check type_of% ({self.term})"

    def read(self, messages: Sequence[Message]) -> Conjecture | None:
        if any(message.is_error for message in messages):
            return None
        printed = next((message.text for message in messages if message.severity == "information"), "")
        statement = proposition(printed)
        # A metavariable, or a proof inside the statement, that Lean does not print.
        if statement is None or "?" in statement or "⋯" in statement:
            return None
        return Conjecture(statement, self.ancestry, self.term)


def work_out(ground: Ground, drafts: Sequence[tuple[Parent, Draft]]) -> list[Conjecture]:
    """Have Lean work out all drafts in one go; those that come to nothing are left out."""
    parents = dict.fromkeys(parent for parent, _ in drafts if parent.alias)
    preamble = "\n".join(f"theorem {parent.alias} : {parent.theorem.statement} := sorry" for parent in parents)
    answers = ground.batch(preamble).run([draft.command for _, draft in drafts])
    found = [(parent, draft.read(messages)) for (parent, draft), messages in zip(drafts, answers, strict=True)]
    return [_self_contained(mutant, parent) for parent, mutant in found if mutant is not None]


def _self_contained(mutant: Conjecture, parent: Parent) -> Conjecture:
    """The mutant with the parent's own proof in its proof, as Alchemy has it (arXiv 2410.15748, section 3.2)."""
    theorem, proof = parent.theorem, mutant.proof
    if not theorem.is_proved:
        proof = None  # a consequence of what is not proved
    elif theorem.proof is not None and proof is not None:
        own = f"have {parent.alias} : {theorem.statement} := {_indented(theorem.proof)}"
        proof = f"by\n  {own}\n  exact {_indented(proof)}"
    return Conjecture(mutant.statement, mutant.ancestry, proof)


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")
