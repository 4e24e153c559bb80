"""Mutation, screening and verification of conjectures with a real Lean, on a small repository of our own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.errors import NothingToConjectureError
from conjecturer.ground import Ground, open_ground
from conjecturer.lean_batch import LeanBatch
from conjecturer.mutation.mutate import Mutator
from conjecturer.screening import Screen, Screened
from conjecturer.verification import verified

pytestmark = pytest.mark.lean

_FILE = """\
namespace Small

def double (n : Nat) : Nat := n + n

theorem double_le {m n : Nat} (h : m ≤ n) : double m ≤ double n := Nat.add_le_add h h

theorem double_succ (n : Nat) : double (n + 1) = double n + 2 := by
  unfold double
  omega

theorem double_eq_two_mul (n : Nat) : double n = 2 * n := by
  unfold double
  omega

theorem double_eq_zero {n : Nat} : double n = 0 ↔ n = 0 := by
  unfold double
  omega

theorem double_of_pos {n : Nat} (h : 0 < n) : double n = double (n - 1) + 2 := by
  unfold double
  omega

theorem open_one (n : Nat) : double n < double (n + 1) := sorry

end Small
"""


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A repository of one file, whose theorems are known with those of the library."""
    root = tmp_path_factory.mktemp("small")
    (root / "Small.lean").write_text(_FILE, encoding="utf-8")
    return open_ground(str(root))


def guess(statement: str, proof: str | None = None) -> Conjecture:
    return Conjecture(statement, Ancestry("by hand"), proof)


def test_known_theorems_are_as_lean_prints_them(ground: Ground) -> None:
    """Novelty is decided by what Lean prints; a theorem that is missing there could be found again as new."""
    known = {entry.name: entry for entry in ground.theorems}
    assert known["Small.double_le"].statement == "∀ {m n : Nat}, m ≤ n → Small.double m ≤ Small.double n"
    assert not known["Small.open_one"].is_proved
    assert known["Nat.add_comm"].is_library


def test_mutants_come_with_proofs_that_lean_accepts(ground: Ground) -> None:
    """The proof of a rewrite, a composition, a shape and a consequence is what makes a mutant a theorem for nothing."""
    mutator = Mutator(ground, num_lemmas=60)
    mutants = [mutant for name in ("double_le", "double_eq_zero") for mutant in mutator.mutants(ground.find(name))]
    with_proof = [mutant for mutant in mutants if mutant.proof is not None]
    proved = Counter(
        mutant.ancestry.method for mutant, good in zip(with_proof, verified(ground, with_proof), strict=True) if good
    )
    assert set(proved) >= {"rewrite", "compose", "shape", "specialise", "identify", "weaken", "contrapositive"}
    assert proved.total() == len(with_proof)
    statements = {mutant.statement for mutant in mutants}
    assert "∀ (n : Nat), Small.double n = 0 → n = 0" in statements
    assert "∀ (m n : Nat), ¬Small.double m ≤ Small.double n → ¬m ≤ n" in statements
    assert {mutant.ancestry.method for mutant in mutants if mutant.proof is None} >= {"converse", "exchange"}


def test_a_hypothesis_of_a_rule_becomes_one_of_the_mutant(ground: Ground) -> None:
    """Rules with conditions are most of the rules that say something; Alchemy leaves their mutants out."""
    mutants = Mutator(ground, num_lemmas=60).mutants(ground.find("double_succ"))
    rewritten = [mutant for mutant in mutants if mutant.ancestry.method == "rewrite" and "→" in mutant.statement]
    assert rewritten
    assert all(verified(ground, rewritten))


def test_consequences_of_what_is_not_proved_are_not_proved(ground: Ground) -> None:
    """A library would rest on `sorry`."""
    mutants = Mutator(ground, num_lemmas=5).mutants(ground.find("open_one"))
    assert mutants
    assert all(mutant.proof is None for mutant in mutants)


def test_every_screen_stops_what_it_is_for(ground: Ground) -> None:
    """One screen that lets everything pass fills the rounds with what teaches nothing."""
    double = "Small.double"
    expected = {
        "sorry": "malformed",
        "∀ (n : Nat), n = missing": "does not elaborate",
        "Nat": "does not elaborate",
        f"∀ (n : Nat), {double} n = {double} n + 100000000": "too large",
        f"∀ {{b a : Nat}}, a ≤ b → {double} a ≤ {double} b": "known",
        "∀ (x y : Nat), x + y = y + x": "known",
        "∀ (n : Nat), n + 0 < n + 1": "trivial",
        f"∀ (n : Nat), n < n → {double} n = 7": "trivial",
        f"∀ (n m : Nat), {double} n < m → m ≤ {double} n → {double} n = m": "contradictory",
        f"∀ (n : Nat), {double} n = n": "false",
        f"∀ (n m : Nat), {double} (n + m) = {double} m + {double} n": "passed",
        f"∀ (a b : Nat), {double} (b + a) = {double} a + {double} b": "repeated",
    }
    screened = Screen(ground).screen([guess(statement) for statement in expected])
    found = {statement: entry.verdict for statement, entry in zip(expected, screened, strict=True)}
    contradictory = f"∀ (n m : Nat), {double} n < m → m ≤ {double} n → {double} n = m"
    assert found.pop(contradictory) in ("trivial", "contradictory")
    assert found == {key: verdict for key, verdict in expected.items() if key != contradictory}


def test_what_is_contradictory_only_to_a_prover_is_found(ground: Ground) -> None:
    """Everything follows from such hypotheses, and a search proves it: worthless, and fast to find."""
    entry = Screened(guess("∀ (n m : Nat), n < m → m < n → Small.double n = 7"), "passed")
    screen = Screen(ground, keep_trivial=True)
    assert [each.verdict for each in screen.screen([entry.conjecture])] == ["contradictory"]


def test_only_what_a_fresh_lean_accepts_is_verified(ground: Ground) -> None:
    """A wrong proof, a proof by `sorry`, one by an axiom and none at all."""
    statement = "∀ (n : Nat), Small.double n = n + n"
    proofs = ["fun n => rfl", "by simp", "sorry", "fun n => lcProof", "fun n => Small.open_one n", None]
    assert verified(ground, [guess(statement, proof) for proof in proofs]) == [True, False, False, False, False, False]
    borrowed = guess("∀ (n : Nat), Small.double n ≠ Small.double (n + 1)", "fun n => Nat.ne_of_lt (Small.open_one n)")
    assert verified(ground, [borrowed]) == [False]


def test_a_command_that_kills_lean_costs_itself_only(ground: Ground) -> None:
    """One runaway statement among hundreds must not take the answers to the others with it."""
    batch: LeanBatch = ground.batch()
    deep = f"#check {'(' * 60000}0{')' * 60000}"
    answers = batch.run(["#check (1 : Nat)", deep, "#check (2 : Nat)", *["#check nothing"] * 150, "#check (3 : Nat)"])
    assert answers[0][0].text == "1 : Nat"
    assert answers[1][0].is_error
    assert answers[2][0].text == "2 : Nat"
    assert answers[-1][0].text == "3 : Nat"


def test_a_repository_without_a_theorem_that_elaborates_is_refused(tmp_path: Path) -> None:
    """A run on nothing would end after hours with nothing, and not say why."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "Broken.lean").write_text("theorem t : nonsense := rfl\n", encoding="utf-8")
    with pytest.raises(NothingToConjectureError, match="no module of broken compiles"):
        open_ground(str(tmp_path / "broken"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "Empty.lean").write_text("def one := 1\n", encoding="utf-8")
    with pytest.raises(NothingToConjectureError, match="states no theorem"):
        _ = open_ground(str(tmp_path / "empty")).theorems
