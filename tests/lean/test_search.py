"""The search on a real Lean: what it finds is printed, verified and shortened as a user would get it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pytest

from data.declarations import theorem_from_statement
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.verification import Verifier
from prover.proof import ProofResult, ProofState, Proved, Status, Suggestion
from prover.search.best_first import BestFirstSearch, SearchOptions, SearchResult
from prover.search.budget import Budget
from prover.search.minimise import minimise
from prover.search.proof_text import ProofTree, render
from prover.search.record import TreeRecord, tree_record

pytestmark = pytest.mark.lean


@dataclass(frozen=True)
class ByConclusion:
    """Proposes what the table has for a state's conclusion, in that order."""

    table: Mapping[str, Sequence[str]]

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        rows = [self.table.get(state.goals[0].conclusion, ())[:num_suggestions] for state in states]
        return [[Suggestion(tactic, -0.1 * (place + 1), "test") for place, tactic in enumerate(row)] for row in rows]


class Laboratory:
    """Searches for proofs of one statement in two Lean processes."""

    def __init__(self, lean: Lean, statement: str) -> None:
        self.theorem = theorem_from_statement(statement)
        self.environments = [LeanEnvironment(lean), LeanEnvironment(lean)]
        self.root = self.environments[0].start(self.theorem)
        self._verifier = Verifier(self.theorem, lean=lean, limits=Limits())

    def refusal(self, tree: ProofTree) -> str | None:
        verdict = self._verifier.verify(render(tree))
        return None if verdict.accepted else verdict.message

    def search(self, generator: ByConclusion, *, num_in_flight: int = 2) -> tuple[BestFirstSearch, SearchResult]:
        search = BestFirstSearch(
            self.root,
            theorem=self.theorem,
            environments=self.environments,
            generator=generator,
            budget=Budget(500, 60.0),
            verify=self.refusal,
            options=SearchOptions(num_in_flight=num_in_flight),
        )
        return search, search.run()

    def check_whole(self, trees: Sequence[ProofTree]) -> list[bool]:
        outcomes = self.environments[0].check(self.root, [render(tree) for tree in trees])
        return [isinstance(outcome, Proved) for outcome in outcomes]

    def close(self) -> None:
        for environment in self.environments:
            environment.close()


@pytest.fixture
def laboratory(embedded: Lean, request: pytest.FixtureRequest) -> Iterator[Laboratory]:
    opened = Laboratory(embedded, request.param)
    yield opened
    opened.close()


def on(statement: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("laboratory", [statement], indirect=True)


@on("theorem t (p q : Prop) (h : p ∧ q ∨ q ∧ p) : q ∧ p")
def test_cases_and_blocks_are_accepted_as_printed(laboratory: Laboratory) -> None:
    """Lean is strict about layout; a user copies this text into a file."""
    table = {
        "q ∧ p": [
            "cases h with | inl h => ?_ | inr h => ?_",
            "cases h with | intro left right => ?_",
            "exact h",
            "refine ⟨?_, ?_⟩",
        ],
        "q": ["exact right"],
        "p": ["exact left"],
    }
    _, result = laboratory.search(ByConclusion(table), num_in_flight=1)
    assert result.num_rejected == 0
    assert result.proof is not None
    assert render(result.proof).split("\n") == [
        "cases h with",
        "| inl h =>",
        "  cases h with",
        "  | intro left right =>",
        "    refine ⟨?_, ?_⟩",
        "    · exact right",
        "    · exact left",
        "| inr h => exact h",
    ]


@on("theorem t (n : Nat) : 0 + n = n ∧ (n = n)")
def test_induction_inside_a_block_is_accepted_as_printed(laboratory: Laboratory) -> None:
    table = {
        "0 + n = n ∧ n = n": ["constructor"],
        "0 + n = n": ["induction n with | zero => ?_ | succ n ih => ?_"],
        "n = n": ["rfl"],
        "0 + 0 = 0": ["rfl"],
        "0 + (n + 1) = n + 1": ["rw [← Nat.add_assoc]"],
        "0 + n + 1 = n + 1": ["rw [ih]"],
    }
    _, result = laboratory.search(ByConclusion(table))
    assert result.num_rejected == 0
    assert result.proof is not None
    assert render(result.proof).split("\n") == [
        "constructor",
        "· induction n with",
        "  | zero => rfl",
        "  | succ n ih =>",
        "    rw [← Nat.add_assoc]",
        "    rw [ih]",
        "· rfl",
    ]


@on("theorem t (p : Nat → Prop) (q : Prop) (h : p 3) (hq : q) : (∃ n, p n) ∧ q")
def test_goals_that_share_a_metavariable_are_proved_together(laboratory: Laboratory) -> None:
    """Apart, `?w : Nat` would be proved by any number, and the other goal with it would be false."""
    table = {
        "(∃ n, p n) ∧ q": ["refine ⟨?_, ?_⟩"],
        "∃ n, p n": ["refine Exists.intro ?w ?_"],
        "Nat": ["exact 0", "exact 3"],
        "p 3": ["exact h"],
        "q": ["exact hq"],
    }
    _, result = laboratory.search(ByConclusion(table))
    assert result.num_rejected == 0
    assert result.proof is not None
    assert render(result.proof).split("\n") == [
        "refine ⟨?_, ?_⟩",
        "· refine Exists.intro ?w ?_",
        "  exact 3",
        "  exact h",
        "· exact hq",
    ]


@on("theorem t (p q : Prop) : (p → q → p ∧ p) ∧ (q → p → q → p ∧ p)")
def test_a_shared_proof_is_accepted_in_its_other_names(laboratory: Laboratory) -> None:
    """The second half is the first under other names: its proof is carried over and must survive Lean's reading."""
    table = {
        "(p → q → p ∧ p) ∧ (q → p → q → p ∧ p)": ["constructor"],
        "p → q → p ∧ p": ["intro a b"],
        "q → p → q → p ∧ p": ["intro b a", "intro c d"],
        "q → p ∧ p": ["clear c", "clear b", "intro c"],
        "p ∧ p": ["exact And.intro a a", "constructor"],
    }
    search, result = laboratory.search(ByConclusion(table))
    assert result.num_rejected == 0
    assert result.proof is not None
    assert laboratory.refusal(result.proof) is None
    assert any(link.is_alias for node in search.tree.nodes for edge in node.edges for link in edge.links)


@on("theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q")
def test_a_detour_is_removed_and_lean_agrees(laboratory: Laboratory) -> None:
    """The shortened proof is what is written into the user's file."""
    detour = ProofTree("exact hp")
    proof = ProofTree(
        "have h : p := hp",
        (ProofTree("constructor", (ProofTree("have k := h", (detour,)), ProofTree("revert hq", (
            ProofTree("intro hq", (ProofTree("exact hq"),)),
        )))),),
    )  # fmt: skip
    assert laboratory.check_whole([proof]) == [True]
    shorter = minimise(proof, laboratory.check_whole)
    assert render(shorter) == "constructor\n· exact hp\n· exact hq"
    assert laboratory.refusal(shorter) is None


@on("theorem t (p q r : Prop) : (p → q → r) → (q → p → r)")
def test_two_runs_with_several_leans_give_the_same_tree(laboratory: Laboratory) -> None:
    """A run can be repeated and compared only if Lean's timing leaves no trace."""
    table = {
        "(p → q → r) → q → p → r": ["intro f", "intro g", "intro h a", "simp"],
        "q → p → r": ["intro a", "intro b", "intro a b", "exact g", "intro x y"],
        "p → r": ["intro b", "intro c", "intro a", "apply h", "exact f"],
        "r": ["apply b", "apply f", "exact h", "apply h", "apply g", "assumption"],
        "p": ["exact a", "exact b", "exact c", "assumption"],
        "q": ["exact b", "exact x", "assumption"],
    }
    records = [self_contained(laboratory, *laboratory.search(ByConclusion(table), num_in_flight=4)) for _ in range(2)]
    assert records[0] == records[1]
    assert records[0].proof is not None


def self_contained(laboratory: Laboratory, search: BestFirstSearch, result: SearchResult) -> TreeRecord:
    proof = render(result.proof) if result.proof is not None else None
    status: Status = "proved" if result.proof is not None else "open"
    outcome = ProofResult(laboratory.theorem, status, proof, result.progress.num_checks, 0.0, (), "")
    return tree_record(search.tree, result=outcome, stop_reason=result.stop_reason)
