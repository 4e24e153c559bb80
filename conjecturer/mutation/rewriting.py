"""Rewriting a theorem's conclusion or one of its hypotheses with an equation or equivalence.

Source: Alchemy (arXiv 2410.15748, section 3.1, `rw` mutation). What a rule itself demands becomes a hypothesis of the
mutant; Alchemy leaves such mutants out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.ground import tidy
from conjecturer.lean_batch import Message
from conjecturer.mutation.draft import Parent
from conjecturer.statement import Binder, Statement, infix_at, read_statement
from prover.lean.goals import parse_goals

_RULES = frozenset({"=", "↔"})


def rewrites(parent: Parent, lemmas: Sequence[Parent]) -> Iterator[RewriteDraft]:
    """Every rewrite of the conclusion and of every hypothesis, with every lemma that is a rule, in both directions."""
    for lemma in lemmas:
        if lemma.theorem.name == parent.theorem.name or infix_at(lemma.statement.conclusion, _RULES) is None:
            continue
        for place in (None, *parent.statement.hypotheses):
            for arrow in ("", "← "):
                yield RewriteDraft(parent, lemma, arrow, place)


@dataclass(frozen=True, slots=True)
class RewriteDraft:
    """One rewrite.

    Attributes:
        parent: what is rewritten.
        lemma: the rule.
        arrow: empty, or `← `.
        place: the place of the hypothesis that is rewritten; None for the conclusion.
    """

    parent: Parent
    lemma: Parent
    arrow: str
    place: int | None

    @property
    def command(self) -> str:
        names = " ".join(self.parent.statement.names[: self._num_introduced])
        lines = [f"intro {names}"] if names else []
        lines += [f"rewrite [{self._rule}]"] + ([f"all_goals revert {names}"] if names else [])
        return "\n  ".join([f"example : {self._goal} := by", *lines])

    def read(self, messages: Sequence[Message]) -> Conjecture | None:
        errors = [message.text for message in messages if message.is_error]
        if len(errors) != 1 or not errors[0].startswith("unsolved goals"):
            return None
        goals = [tidy(goal.conclusion) for goal in parse_goals(errors[0])]
        # A side goal with metavariables is a choice that somebody would have to make.
        if any("?" in goal or "⋯" in goal for goal in goals):
            return None
        main, *sides = (self._without_introduced(goal) for goal in goals)
        statement = self._mutant(main, [Binder("", side) for side in sides])
        where = "the conclusion" if self.place is None else f"hypothesis {self.place + 1}"
        ancestry = Ancestry(
            "rewrite", self.parent.theorem.name, self.lemma.theorem.name, f"rw [{self._rule}] in {where}"
        )
        return Conjecture(statement.text, ancestry, self._proof(len(sides)))

    @property
    def _rule(self) -> str:
        return f"{self.arrow}{self.lemma.term.removeprefix('@')}"

    @property
    def _num_introduced(self) -> int:
        return len(self.parent.statement.binders) if self.place is None else self.place

    @property
    def _goal(self) -> str:
        if self.place is None:
            return f"type_of% {self.parent.term}"
        binders = self.parent.statement.binders
        return Statement(binders[: self.place], binders[self.place].type).text

    def _without_introduced(self, goal: str) -> str:
        read = read_statement(goal)
        return Statement(read.binders[self._num_introduced :], read.conclusion).text

    def _mutant(self, main: str, sides: list[Binder]) -> Statement:
        binders, place = self.parent.statement.binders, self.place
        if place is None:
            return Statement((*binders, *sides), main)
        changed = Binder(binders[place].name, main, binders[place].bracket)
        return Statement((*binders[:place], *sides, changed, *binders[place + 1 :]), self.parent.statement.conclusion)

    def _proof(self, num_sides: int) -> str:
        names = list(self.parent.statement.names)
        sides = [f"side_{number}" for number in range(num_sides)]
        if self.place is None:
            lines = [f"intro {' '.join([*names, *sides])}"] if [*names, *sides] else []
            lines += [f"have this := {self.parent.applied}", f"rewrite [{self._rule}] at this"]
            lines += [f"· exact {name}" for name in ["this", *sides]]
        else:
            introduced = [*names[: self.place], *sides, *names[self.place :]]
            changed = names[self.place]
            steps = "; ".join(f"· exact {name}" for name in [changed, *sides])
            names[self.place] = f"(by rewrite [{self._rule}]; {steps})"
            lines = [f"intro {' '.join(introduced)}", f"exact {' '.join([self.parent.term, *names])}"]
        return "\n  ".join(["by", *lines])
