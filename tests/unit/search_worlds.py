"""Small worlds to search in: propositional logic, and scripted states where logic is too well-behaved."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.theorem import Theorem
from prover.proof import (
    Failed,
    Goal,
    Hypothesis,
    Outcome,
    Progress,
    ProofResult,
    ProofState,
    Proved,
    Status,
    Step,
    Suggestion,
    TimedOut,
)
from prover.search.best_first import BestFirstSearch, SearchOptions, SearchProgress, SearchResult
from prover.search.budget import Budget
from prover.search.proof_text import ProofTree, render
from prover.search.record import tree_record

THEOREM = Theorem(
    full_name="t", path=None, source="theorem t : P", keyword="theorem", start=0, hole_start=13, hole_end=13, end=13,
    is_whole_proof=True,
)  # fmt: skip
Applied = list[Goal] | str
Table = Mapping[str, Mapping[str, tuple[float, list[str] | str]]]


def goal(conclusion: str, hypotheses: Sequence[tuple[str, str]] = ()) -> Goal:
    lines = [f"{name} : {formula}" for name, formula in hypotheses]
    text = "\n".join([*lines, f"⊢ {conclusion}"])
    return Goal(text, None, tuple(Hypothesis((name,), formula) for name, formula in hypotheses), conclusion)


class Sequents:
    """Propositional logic with `intro`, `exact`, `constructor`, `left`, `right`, `cases`, `apply` and `clear`.

    Every implication, conjunction and disjunction inside another one stands in brackets.
    """

    def __init__(self, conclusion: str = "p", *, delays: random.Random | None = None) -> None:
        self.root = ProofState((goal(conclusion),))
        self.num_starts = 0
        self.tried: list[tuple[str, str]] = []
        self._delays = delays
        self._lock = threading.Lock()

    def start(self, theorem: Theorem) -> ProofState:
        assert theorem is THEOREM
        self.num_starts += 1
        return self.root

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        assert self._lock.acquire(blocking=False), "an environment is not for two checks at once"
        try:
            if self._delays is not None:
                time.sleep(self._delays.random() / 200)
            self.tried += [(state.text, tactic) for tactic in tactics]
            return [self._outcome(state, tactic) for tactic in tactics]
        finally:
            self._lock.release()

    def apply(self, focused: Goal, tactic: str) -> Applied:
        """The goals the tactic leaves, or why it fails."""
        context = [(line.names[0], line.type) for line in focused.hypotheses]
        word, _, rest = tactic.partition(" ")
        if word in ("exact", "apply", "cases", "clear"):
            name = rest.split()[0]
            if name not in dict(context):
                return f"unknown identifier '{name}'"
            others = [entry for entry in context if entry[0] != name]
            return self._use(word, focused, dict(context)[name], rest, context, others)
        return self._build(word, focused.conclusion, rest, context)

    def _outcome(self, state: ProofState, tactic: str) -> Outcome:
        (focused,) = state.goals
        left = self.apply(focused, tactic)
        if isinstance(left, str):
            return TimedOut(left) if left == "timeout" else Failed(left)
        if not left:
            return Proved(tactic)
        return Progress(tactic, ProofState(tuple(left), (*state.steps, Step(tactic))))

    def _use(
        self, word: str, focused: Goal, formula: str, rest: str, context: list[tuple[str, str]],
        others: list[tuple[str, str]],
    ) -> Applied:  # fmt: skip
        main = _parts(formula)
        if word == "exact":
            return [] if formula == focused.conclusion else "type mismatch"
        if word == "clear":
            return [goal(focused.conclusion, others)]
        if word == "apply":
            return [goal(main[1], context)] if main and main[0] == "→" and main[2] == focused.conclusion else "mismatch"
        names = [part.split() for part in rest.split("|")[1:]]
        patterns = [words[0] for words in names]
        if main and main[0] == "∧" and patterns == ["intro"]:
            return [goal(focused.conclusion, [*others, (names[0][1], main[1]), (names[0][2], main[2])])]
        if main and main[0] == "∨" and patterns == ["inl", "inr"]:
            pairs = zip(names, main[1:], strict=True)
            return [goal(focused.conclusion, [*others, (words[1], side)]) for words, side in pairs]
        return "no such alternatives"

    def _build(self, word: str, conclusion: str, rest: str, context: list[tuple[str, str]]) -> Applied:
        main = _parts(conclusion)
        if word == "intro" and main and main[0] == "→":
            hidden = [(f"{name}✝" if name == rest else name, formula) for name, formula in context]
            return [goal(main[2], [*hidden, (rest, main[1])])]
        if word == "constructor" and main and main[0] == "∧":
            return [goal(main[1], context), goal(main[2], context)]
        if word in ("left", "right") and main and main[0] == "∨":
            return [goal(main[1 if word == "left" else 2], context)]
        return f"tactic '{word}' failed"


def _parts(formula: str) -> tuple[str, str, str] | None:
    """Connective and sides of a formula."""
    depth = 0
    for position, character in enumerate(formula):
        depth += (character == "(") - (character == ")")
        if depth == 0 and character in "∧∨→":
            return character, _bare(formula[: position - 1]), _bare(formula[position + 2 :])
    return None


def _bare(formula: str) -> str:
    return formula[1:-1] if formula.startswith("(") else formula


@dataclass
class Script:
    """An environment and a generator that follow a table: state, tactic, log-probability, states left or a message."""

    table: Table
    tried: list[tuple[str, str]] = field(default_factory=list)

    def start(self, theorem: Theorem) -> ProofState:
        assert theorem is THEOREM
        return ProofState((goal("root"),))

    def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
        outcomes: list[Outcome] = []
        for tactic in tactics:
            self.tried.append((state.goals[0].conclusion, tactic))
            left = self.table[state.goals[0].conclusion][tactic][1]
            if isinstance(left, str):
                outcomes.append(Failed(left))
            elif left:
                goals = tuple(goal(conclusion) for conclusion in left)
                outcomes.append(Progress(tactic, ProofState(goals, (*state.steps, Step(tactic)))))
            else:
                outcomes.append(Proved(tactic))
        return outcomes

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        rows = [self.table.get(state.goals[0].conclusion, {}) for state in states]
        return [[Suggestion(tactic, row[tactic][0], "script") for tactic in row][:num_suggestions] for row in rows]

    @property
    def expanded(self) -> list[str]:
        return list(dict.fromkeys(conclusion for conclusion, _ in self.tried))


@dataclass
class Logician:
    """Proposes every tactic that could apply, introducing the names given, and some that cannot."""

    names: tuple[str, ...] = ("h", "k")
    num_calls: int = 0
    num_states: int = 0

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        self.num_calls += 1
        self.num_states += len(states)
        return [self._suggest(state)[:num_suggestions] for state in states]

    def _suggest(self, state: ProofState) -> list[Suggestion]:
        known = [line.names[0] for line in state.goals[0].hypotheses]
        fresh = [f"{name}{len(known)}" for name in self.names]
        tactics = [f"exact {name}" for name in known]
        tactics += [f"intro {name}" for name in fresh]
        tactics += ["constructor", "left", "right"]
        for name in known:
            tactics += [f"cases {name} with | intro {fresh[0]}a {fresh[0]}b => ?_", f"apply {name}"]
            tactics += [f"cases {name} with | inl {fresh[0]} => ?_ | inr {fresh[0]} => ?_"]
        return [Suggestion(tactic, -0.5 - 0.1 * place, "logician") for place, tactic in enumerate(tactics)]


@dataclass
class Scripted:
    """Proposes for each state what the table says."""

    table: Mapping[str, Sequence[str]]

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        rows = [self.table.get(state.text, ())[:num_suggestions] for state in states]
        return [[Suggestion(tactic, -1.0, "script") for tactic in row] for row in rows]


def replays(tree: ProofTree, focused: Goal, environment: Sequents) -> bool:
    """Whether the proof, run tactic by tactic, closes the goal: what Lean would say of the printed text."""
    left = environment.apply(focused, tree.tactic)
    return (
        not isinstance(left, str)
        and len(left) == len(tree.children)
        and all(replays(child, rest, environment) for child, rest in zip(tree.children, left, strict=True))
    )


def judge(environment: Sequents) -> Callable[[ProofTree], str | None]:
    (focused,) = environment.root.goals
    return lambda tree: None if replays(tree, focused, environment) else "does not replay"


def accept(_: ProofTree) -> None:
    return None


def searching(
    environment: Sequents | Script,
    generator: Logician | Script | Scripted,
    *,
    num_checks: int = 10_000,
    seconds: float = 60.0,
    verify: Callable[[ProofTree], str | None] = accept,
    others: Sequence[Sequents | Script] = (),
    on_progress: Callable[[SearchProgress], None] | None = None,
    options: SearchOptions | None = None,
) -> BestFirstSearch:
    root = environment.root if isinstance(environment, Sequents) else environment.start(THEOREM)
    return BestFirstSearch(
        root,
        theorem=THEOREM,
        environments=[environment, *others],
        generator=generator,
        budget=Budget(num_checks, seconds),
        verify=verify,
        options=options,
        on_progress=on_progress,
    )


def run_script(script: Script, **settings: Any) -> SearchResult:
    return searching(script, script, options=SearchOptions(num_in_flight=1, **settings)).run()


def as_json(search: BestFirstSearch, result: SearchResult | None = None) -> dict[str, Any]:
    status: Status = "proved" if result is not None and result.proof is not None else "open"
    proof = render(result.proof) if result is not None and result.proof is not None else None
    outcome = ProofResult(THEOREM, status, proof, search.progress().num_checks, 0.0, (), "")
    return tree_record(
        search.tree, result=outcome, stop_reason="" if result is None else result.stop_reason
    ).model_dump()
