"""The whole way from a theorem to a verified proof, on the embedded engine, with proposals chosen by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from data.declarations import sorry_theorems, theorem_from_statement
from data.finding import find_theorem
from data.theorem import Theorem
from prover.errors import ElaborationError
from prover.lean.command import Lean
from prover.proof import ProofState, Suggestion, TacticGenerator
from prover.prover import Prover, ProverOptions
from prover.tactics.prompts import FAMILIES
from prover.training.dataset import tree_examples

pytestmark = pytest.mark.lean

OPTIONS = ProverOptions(seconds=30, num_checks=500)


class Menu:
    """Proposes the same tactics for every state, in order of preference."""

    def __init__(self, *tactics: str) -> None:
        self._suggestions = [Suggestion(tactic, -1.0 - rank, "menu") for rank, tactic in enumerate(tactics)]

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        return [self._suggestions[:num_suggestions] for _ in states]


@pytest.fixture
def prover_with(embedded: Lean) -> Iterator[Callable[..., Prover]]:
    """Makes provers that propose the given tactics, and closes them."""
    made: list[Prover] = []

    def make(*tactics: str) -> Prover:
        generator: TacticGenerator = Menu(*tactics)
        made.append(Prover(embedded, make_generator=lambda _: generator, options=OPTIONS))
        return made[-1]

    yield make
    for prover in made:
        prover.close()


def test_a_proof_that_verification_refuses_does_not_end_the_search(prover_with: Callable[..., Prover]) -> None:
    """A macro of the file may hide a `sorry`; the user must get the honest proof behind it, or none."""
    source = 'macro "magic" : tactic => `(tactic| sorry)\ntheorem t (p : Prop) (h : p) : p ∧ p := sorry\n'
    theorem = find_theorem(source, None, "t")
    result = prover_with("magic", "constructor", "exact h").prove(theorem).result
    assert result.status == "proved"
    assert result.declaration is not None
    assert "magic" not in result.declaration
    assert prover_with("magic").prove(theorem).result.status == "open"


def test_detours_are_dropped_and_the_rest_is_readable(prover_with: Callable[..., Prover]) -> None:
    """Users keep the proofs; a needless `have` or a flat list of tactics is a chore for whoever reads them next."""
    theorem = theorem_from_statement("theorem t (p q : Prop) (hp : p) (hq : q) : q ∧ p")
    prover = prover_with("have unused : p := hp", "constructor", "assumption")
    result = prover.prove(theorem).result
    assert result.declaration == (
        "theorem t (p q : Prop) (hp : p) (hq : q) : q ∧ p := by\n  constructor\n  · assumption\n  · assumption"
    )


def test_models_learn_the_printed_proof_and_not_the_way_to_it(prover_with: Callable[..., Prover]) -> None:
    """Trained on needless steps a model proposes needless steps."""
    theorem = theorem_from_statement("theorem t (p q : Prop) : p → q → p ∧ q")
    tree = prover_with("intro a", "intro b", "constructor", "exact a", "exact b").prove(theorem).tree
    assert [(step.tactic, step.state.partition("⊢ ")[2], step.before) for step in tree.steps] == [
        ("intro a b", "p → q → p ∧ q", ()),
        ("constructor", "p ∧ q", ("intro a b",)),
        ("exact a", "p", ("intro a b", "constructor")),
        ("exact b", "q", ("intro a b", "constructor")),
    ]
    examples = tree_examples(tree, family=FAMILIES["state"])
    assert [example.completion for example in examples] == ["intro a b", "constructor", "exact a", "exact b"]


def test_a_proof_that_is_only_counted_is_left_as_it_was_found(embedded: Lean) -> None:
    """To make thousands of proofs pretty that nobody reads takes longer than to find them."""
    theorem = theorem_from_statement("theorem t (p q : Prop) : p → q → p ∧ q")
    generator: TacticGenerator = Menu("intro a", "intro b", "constructor", "exact a", "exact b")
    with Prover(embedded, make_generator=lambda _: generator, options=replace(OPTIONS, shorten=False)) as prover:
        attempt = prover.prove(theorem)
    assert attempt.result.declaration is not None
    assert "intro a\n  intro b\n" in attempt.result.declaration
    assert attempt.tree.steps == ()


def test_lean_has_nothing_to_remark_on_the_arguments_of_simp(prover_with: Callable[..., Prover]) -> None:
    """A proof that brings warnings into a clean file is one that its owner has to mend."""
    theorem = theorem_from_statement("theorem t (a b c : Nat) (h : a = b) : a * c = b * c")
    result = prover_with("simp [h, Nat.mul_succ, Nat.add_assoc]").prove(theorem).result
    assert result.proof is not None
    assert result.proof.endswith("simp [h]")


def test_several_holes_of_one_proof_are_proved_one_by_one(prover_with: Callable[..., Prover]) -> None:
    """A proof with two `sorry`s rests on `sorryAx` until both are gone; the first one found must count all the same."""
    source = "theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor\n  · sorry\n  · sorry\n"
    prover = prover_with("exact hp", "exact hq")
    results = [prover.prove(hole).result for hole in sorry_theorems(source, None)]
    assert [(result.status, result.proof) for result in results] == [("proved", "exact hp"), ("proved", "exact hq")]


def test_a_false_statement_is_refuted_with_a_proof(prover_with: Callable[..., Prover]) -> None:
    """`disproved` is a claim like `proved`: it rests on a verified proof of the negation, and the user can read it."""
    theorem = theorem_from_statement("theorem wrong : ∀ n : Nat, n < 2")
    result = prover_with("intro h", "exact absurd (h 2) (by decide)").prove(theorem).result
    assert result.status == "disproved"
    assert "exact absurd (h 2) (by decide)" in result.message


def test_nobody_tries_to_refute_what_is_known_to_be_true(prover_with: Callable[..., Prover]) -> None:
    """For every hard theorem of a repository the negation would cost as long as the theorem."""
    theorem = theorem_from_statement("theorem wrong : ∀ n : Nat, n < 2")
    prover = prover_with("intro h", "exact absurd (h 2) (by decide)")
    assert prover.prove(theorem, may_be_false=False).result.status == "open"


def test_what_is_merely_hard_is_not_called_false(prover_with: Callable[..., Prover]) -> None:
    """A true statement reported as false would be the worst answer of all."""
    theorem = theorem_from_statement("theorem t (n : Nat) : n * n + n = n * (n + 1)")
    result = prover_with("intro h", "skip").prove(theorem).result
    assert (result.status, result.proof) == ("open", None)


def test_one_prover_takes_theorem_after_theorem(prover_with: Callable[..., Prover]) -> None:
    """A bad theorem in a file of many must not spoil those behind it."""
    prover = prover_with("trivial", "rfl")
    sources = ["theorem a : True", "theorem b : Undefined.thing", "theorem c : 1 + 1 = 2"]
    assert _status(prover, theorem_from_statement(sources[0])) == "proved"
    with pytest.raises(ElaborationError, match=r"Undefined\.thing"):
        prover.prove(theorem_from_statement(sources[1]))
    assert _status(prover, theorem_from_statement(sources[2])) == "proved"


def test_checks_are_counted_and_never_exceed_the_budget(embedded: Lean) -> None:
    """Pass rates of two provers cannot be compared when one of them spends more than it says."""
    theorem = theorem_from_statement("theorem t (f : Nat → Nat) : f 0 = f 1")
    options = ProverOptions(seconds=30, num_checks=7)
    menu = Menu("have a : True := trivial", "have b : 1 = 1 := rfl", "rfl", "simp", "assumption")
    with Prover(embedded, make_generator=lambda _: menu, options=options) as prover:
        result = prover.prove(theorem).result
    assert (result.status, result.num_checks) == ("open", 7)


def _status(prover: Prover, theorem: Theorem) -> str:
    return prover.prove(theorem).result.status


def test_open_namespaces_change_no_axiom_s_name(prover_with: Callable[..., Prover]) -> None:
    """Lean prints `choice` under `open Classical`, and `propext` for any axiom so called in an open namespace."""
    honest = "open Classical\ntheorem t (p : Prop) : p ∨ ¬p := sorry\n"
    result = prover_with("exact em p").prove(find_theorem(honest, None, "t")).result
    assert result.status == "proved"
    assert set(result.axioms) == {"propext", "Classical.choice", "Quot.sound"}
    cheat = "axiom Evil.propext : 1 = 2\nopen Evil\ntheorem t : 1 = 2 := sorry\n"
    assert prover_with("exact Evil.propext").prove(find_theorem(cheat, None, "t")).result.status == "open"


def test_implicit_binders_of_a_goal_stay_in_the_goal(prover_with: Callable[..., Prover]) -> None:
    """A search that is shown another goal than the one it is to prove finds proofs that are none."""
    theorem = theorem_from_statement("theorem t : ∀ {p : Prop}, p → p")
    result = prover_with("intro p", "intro h", "exact h").prove(theorem).result
    assert result.status == "proved"


def test_a_name_that_is_taken_is_an_error_and_not_a_proof(prover_with: Callable[..., Prover]) -> None:
    """The question what such a theorem rests on would be answered for the other one of that name."""
    source = 'macro "magic" : tactic => `(tactic| sorry)\ntheorem Nat.add_comm : 1 = 2 := sorry\n'
    with pytest.raises(ElaborationError, match="already been declared"):
        prover_with("magic").prove(find_theorem(source, None, "Nat.add_comm"))
