"""Tactics that never end, fill the memory or bring Lean down: each pays for itself, and the search goes on."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from data.declarations import theorem_from_statement
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.session import CheckLimits
from prover.proof import Failed, Outcome, Progress, Proved, TimedOut
from tests.faults.traces import marked, processes, wait_until_gone

pytestmark = [
    pytest.mark.lean,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc"),
]

SOURCE = """
theorem forth (a b : Nat) : a + b = b + a + 0 := Nat.add_comm a b
theorem back (a b : Nat) : a + b + 0 = b + a := Nat.add_comm a b
def spin : Nat → Nat → Nat
  | 0, a => a
  | n + 1, a => spin n (spin n (a + 1))
macro "deeper" : tactic => `(tactic| skip)
macro_rules | `(tactic| deeper) => `(tactic| (deeper; deeper))
theorem t (p q : Prop) (a b : Nat) (h : p ∧ q) : q ∧ p := sorry
"""
THEOREM = theorem_from_statement(SOURCE)
GOOD = ["exact ⟨h.2, h.1⟩", "exact h", "constructor"]
LIMITS = CheckLimits(seconds=1.0, process=Limits(memory_bytes=3 << 29))

LOOPS = {
    "tactic that repeats": "repeat (have := h)",
    "tactic that repeats without spending heartbeats": "repeat (first | skip; skip)",
    "evaluation in the kernel": "have : spin 64 0 = 1 := by decide +kernel",
    "sleep": "sleep 1000000",
}
EXCESSES = {
    "tactic that iterates": "iterate 1000000000 skip",
    "lemmas that turn in a circle": "have : a + b = b + a := by simp only [forth, back]",
    "macro that calls itself": "deeper",
    "evaluation by the elaborator": "have : spin 64 0 = 1 := by rfl",
    "evaluation by decide": "have : spin 64 0 = 1 := by decide",
    "number with billions of digits": "have : 2 ^ (2 ^ 33) % 7 = 1 := by decide +kernel",
    "deep term": "exact " + "id (" * 3000 + "h" + ")" * 3000,
    "deep brackets": "exact " + "(" * 20000 + "h" + ")" * 20000,
    "deep tactic blocks": "(" * 5000 + "skip" + ")" * 5000,
    "many lines": "\n".join(["skip"] * 3000) + "\nno_such_tactic",
    "deep recursion": "set_option maxRecDepth 100000000 in\n"
    "have : (fun n : Nat => Nat.rec (motive := fun _ => Nat) 0 (fun _ x => x + 1) n) 1000000 = 1 := by decide",
}


def check(environment: LeanEnvironment, tactic: str) -> Outcome:
    """The outcome of the tactic among good ones, which must be answered as ever, in that batch and after it."""
    state = environment.start(THEOREM)
    tactics = [GOOD[0], tactic, *GOOD[1:]]
    first, outcome, *others = environment.check(state, tactics)
    assert [type(entry) for entry in (first, *others)] == [Proved, Failed, Progress]
    assert environment.check(state, GOOD[:1]) == [Proved(GOOD[0])]
    return outcome


@pytest.mark.parametrize("name", LOOPS)
def test_tactic_never_ends(embedded: Lean, name: str) -> None:
    """Every search meets such tactics; each may cost its seconds but not the answers to the others."""
    lean = marked(embedded)
    with LeanEnvironment(lean, limits=LIMITS) as environment:
        assert isinstance(check(environment, LOOPS[name]), TimedOut)
    wait_until_gone(lean)


def test_heartbeats_end_a_tactic(embedded: Lean) -> None:
    """Heartbeats are the same on every machine: with them a search gives the same tree everywhere."""
    limits = replace(LIMITS, seconds=60.0, max_heartbeats=200)
    with LeanEnvironment(embedded, limits=limits) as environment:
        outcome = check(environment, LOOPS["tactic that repeats"])
    assert outcome == TimedOut("needs more heartbeats than one check has")


@pytest.mark.parametrize("name", EXCESSES)
def test_tactic_goes_beyond_what_lean_can_take(embedded: Lean, name: str) -> None:
    """Lean's stack is finite, and a sampler's text may be anything."""
    lean = marked(embedded)
    with LeanEnvironment(lean, limits=LIMITS) as environment:
        assert isinstance(check(environment, EXCESSES[name]), TimedOut | Failed)
    wait_until_gone(lean)


def test_tactic_eats_memory(embedded: Lean) -> None:
    """Without a limit the machine would swap to death, or the system end the prover itself."""
    lean = marked(embedded)
    count = "Nat.rec (motive := fun _ => Nat) 0 (fun _ x => x + 1) 10000000"
    hungry = f"have : (10000000 : Nat) = {count} := by decide +kernel"
    limits = replace(LIMITS, seconds=60.0, process=Limits(memory_bytes=160 << 20))
    with LeanEnvironment(lean, limits=limits) as environment:
        outcome = check(environment, hungry)
    assert isinstance(outcome, Failed)
    assert "more than 160 MB of memory" in outcome.message
    wait_until_gone(lean)


def test_two_bad_tactics_in_one_batch(embedded: Lean) -> None:
    """Each of them is found out, and each good one answered."""
    lean = marked(embedded)
    bad = [LOOPS["sleep"], LOOPS["tactic that repeats"], "exact (", "no_such_tactic"]
    with LeanEnvironment(lean, limits=LIMITS) as environment:
        state = environment.start(THEOREM)
        outcomes = environment.check(state, [bad[0], GOOD[0], bad[1], GOOD[2], bad[2], bad[3], GOOD[1]])
        assert processes(lean)
    expected = [TimedOut, Proved, TimedOut, Progress, Failed, Failed, Failed]
    assert [type(outcome) for outcome in outcomes] == expected
    wait_until_gone(lean)
