"""What is never sent to Lean: what breaks out of its block, and what could not be part of a proof that counts."""

from __future__ import annotations

import pytest

from prover.lean.screening import objection

GOOD = [
    "simp",
    "simp only [Nat.add_comm, h] at *",
    "rcases h with ⟨a, ⟨b, rfl⟩⟩ | h",
    "induction n with\n| zero => rfl\n| succ n ih => simp [ih]",
    "exact fun x => ⟨x, [1, 2], {a := 1}⟩",
    'exact absurd h (by decide) -- "quoted (bracket',
    'have s := "a ) string ("\nsimp',
    "exact (h ')').elim",
    "calc a = b := h\n  _ = c := k",
    "show a = b\n/- a remark (\n -/ rfl",
    "obtain ⟨x, hx⟩ : ∃ x, p x := h",
    "open Classical in exact em p",
    "set_option maxRecDepth 2000 in decide",
    "set_option pp.all true in simp",
    "exact h.«strange name»",
    "exact sorryful",
    "exact not_sorry.admit'",
    "· exact h\n· exact k",
    "(constructor <;> intro h) <;> simp_all",
    "exact?",
]
BAD = [
    ("", "empty"),
    ("  \n ", "empty"),
    ("-- nothing", "comment"),
    ("/- nothing -/ -- at all", "comment"),
    ("sorry", "sorry"),
    ("admit", "admit"),
    ("exact sorryAx _ false", "sorryAx"),
    ("exact «sorryAx» _ false", "sorryAx"),
    ("«sorry»", "sorry"),
    ("exact Lean.«sorryAx» _", "sorryAx"),
    ("exact _root_.sorryAx (p ∧ q) true", "sorryAx"),
    ("exact @sorryAx _", "sorryAx"),
    ("constructor <;> (first | sorry)", "sorry"),
    ('exact absurd s!"{(sorry : Nat)}" h', "sorry"),
    ("by native_decide", "native_decide"),
    ("decide +native", "native"),
    ("decide (config := { native := true })", "native"),
    ("exact Lean.ofReduceBool _ _ rfl", "ofReduceBool"),
    ("exact lcProof", "lcProof"),
    ("exact (unsafe foo)", "unsafe"),
    ("run_tac pure ()", "run_tac"),
    ("stop", "stop"),
    ("exact h) (by skip", "unexpected"),
    ("exact ⟨h)", "unexpected"),
    ("exact (h", "no closing"),
    ("exact ⟨h, k", "no closing"),
    ("simp ]", "unexpected"),
    ("simp -/ axiom", "axiom"),
    ("simp /- no end", "never ends"),
    ('exact "no end', "never ends"),
    ("simp\nend", "no tactic"),
    ("exact h\ntheorem u : False := u", "no tactic"),
    ("exact h\naxiom u : False", "no tactic"),
    ('simp\nmacro "x" : tactic => `(tactic| rfl)', "no tactic"),
    ("simp\nlocal notation q => True", "no tactic"),
    ("#eval 1", "no tactic"),
    ("attribute [simp] h in simp", "no tactic"),
    ("open private foo in simp", "no tactic"),
    ("open Nat", "without `in`"),
    ("set_option debug.skipKernelTC true in trivial", "option"),
    ("set_option maxHeartbeats 0 in simp", "option"),
    ("set_option", "option"),
    ("exact foo where foo := 1", "no tactic"),
]


@pytest.mark.parametrize("tactic", GOOD)
def test_ordinary_tactic_passes(tactic: str) -> None:
    """What is kept out can never be found."""
    assert objection(tactic) is None


@pytest.mark.parametrize(("tactic", "reason"), BAD)
def test_useless_tactic_is_named(tactic: str, reason: str) -> None:
    """One such candidate costs a whole batch, or a search that ends with a proof that is none."""
    found = objection(tactic)
    assert found is not None
    assert reason in found
