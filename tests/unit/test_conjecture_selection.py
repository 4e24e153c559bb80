"""STP's rules of selection, one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from conjecturer.selection import (
    MATCHING_CAP,
    Tried,
    by_pass_rate,
    capped_by_lemma,
    conjecturer_examples,
    diversity,
    easy_share,
    embedded,
    is_barely_provable,
    is_replayed,
    is_worth_learning,
    learnt_below,
    matching_weights,
    pass_rate,
    pass_rate_ceiling,
    proof_weight,
    uses_its_lemma,
    without_inelegant,
)


def tried(
    name: str, *, proved: int = 1, attempts: int = 8, lemma: str = "", proof: str = "by simp", statement: str = "x = y"
) -> Tried:
    return Tried(name, statement, lemma, (proof,) * proved, (0.0,) * proved, attempts)


@pytest.mark.parametrize(("proved", "expected"), [(0, False), (1, True), (2, True), (3, False), (8, False)])
def test_only_what_is_barely_provable_is_rewarded(proved: int, expected: bool) -> None:
    """Rewarded for easy conjectures the conjecturer makes easy ones, for unprovable ones nonsense."""
    assert is_barely_provable(tried("a", proved=proved)) is expected


@pytest.mark.parametrize(("proved", "expected"), [(0, False), (1, True), (3, True), (4, False)])
def test_the_prover_learns_from_what_it_seldom_proves(proved: int, expected: bool) -> None:
    """Trained on what it can do already a model forgets what it has just learnt."""
    assert is_worth_learning(tried("a", proved=proved).pass_rate) is expected


def test_the_lemma_must_occur_in_a_proof() -> None:
    """Else the conjecturer learns to ignore what it is given."""
    assert uses_its_lemma(tried("a", lemma="Nat.add_comm", proof="by rw [Nat.add_comm]"))
    assert uses_its_lemma(tried("a", lemma="Nat.add_comm", proof="by rw [add_comm]"))
    assert not uses_its_lemma(tried("a", lemma="Nat.add_comm", proof="by rw [Nat.add_comm_left]"))
    assert uses_its_lemma(tried("a"))


def test_the_least_elegant_fifth_is_dropped() -> None:
    """Long statements with short proofs are how a conjecturer games its reward."""
    entries = [tried(str(number), statement="x" * (10 + 10 * number)) for number in range(10)]
    assert [entry.name for entry in without_inelegant(entries)] == [str(number) for number in range(8)]
    assert without_inelegant(entries[:4]) == entries[:4]


def test_no_lemma_has_more_than_a_tenth() -> None:
    """A conjecturer that has found one fertile lemma would use no other."""
    entries = [tried(str(number), lemma="same" if number % 2 else f"other_{number}") for number in range(40)]
    kept = capped_by_lemma(entries)
    assert sum(entry.lemma == "same" for entry in kept) == 4
    assert len(kept) == 24


def test_conjectures_are_matched_to_what_is_still_unproved() -> None:
    """Conjectures about what is proved already lead nowhere; and no single one may stand for all targets."""
    targets = embedded([f"∀ (a : Nat), f {number} a = a" for number in range(6)])
    near, far = "∀ (a : Nat), f 9 a = a", "∀ (l : List Nat), l.reverse ++ l = l"
    assert matching_weights(embedded([near, far]), targets) == [MATCHING_CAP, 2]
    assert matching_weights(embedded([near, far]), targets[:2]) == [2, 0]
    assert matching_weights(embedded([near, far]), targets[:0]) == [1, 1]


def test_all_rules_together() -> None:
    """What trains the conjecturer is what every rule lets through, weighted by the targets."""
    entries = [
        tried("good", lemma="l", proof="exact l", statement="∀ (a : Nat), f a = a"),
        tried("easy", proved=8),
        tried("open", proved=0),
        tried("ignores its lemma", lemma="l"),
        Tried("no conjecture", "x = y", "", ("by simp",), (0.0,), 8, is_conjecture=False),
    ]
    chosen = conjecturer_examples(entries, ["∀ (b : Nat), f b = b", "∀ (b : Nat), f b ≤ b"])
    assert [(entry.name, weight) for entry, weight in chosen] == [("good", 2.0)]
    assert [entry.name for entry, _ in conjecturer_examples(entries, [], ceiling=1.0)] == ["good", "easy"]


def test_a_statement_counts_once_and_short_recent_proofs_more() -> None:
    """Else a statement with many long proofs drowns all others."""
    assert proof_weight(1, length=0, age=0) == 1
    assert proof_weight(4, length=0, age=0) == 0.25
    assert proof_weight(1, length=1000, age=0) == pytest.approx(math.exp(-1))
    assert proof_weight(1, length=0, age=100) == pytest.approx(math.exp(-1))
    assert [is_replayed(age) for age in (0, 3, 4)] == [True, True, False]


def test_the_dial_goes_from_everything_to_barely_provable() -> None:
    """With four attempts a quarter is one proof: a small run must be able to take more."""
    assert pass_rate_ceiling(0) == 1
    assert pass_rate_ceiling(1) == 0.25
    assert learnt_below(1) == pytest.approx(0.5)
    assert (easy_share(0), easy_share(1)) == (0.5, 0)
    assert is_worth_learning(1.0, below=learnt_below(0)), "what was proved at once counts, too, where everything does"
    assert not is_worth_learning(0.8, below=learnt_below(0.5))


def test_an_attempt_that_took_long_says_as_much_as_many_that_failed() -> None:
    """One attempt at many statements teaches more than many at one, but could not tell hard ones from easy ones."""
    assert pass_rate([0.8], 1) == pytest.approx(0.2)
    assert pass_rate([0.0, 0.5], 4) == pytest.approx(0.375)
    assert pass_rate([], 3) == 0


def test_vectors_know_the_subject_and_not_the_names() -> None:
    """Variables are called anything; what a statement is about are its symbols."""
    vectors = embedded(["∀ (a : Nat), f a = a", "∀ (x : Nat), f x = x", "∀ (l : List Nat), l.reverse = l"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert vectors[0] @ vectors[1] == pytest.approx(1)
    assert vectors[0] @ vectors[2] < 0.8
    assert diversity(["a = b", "a = b"]) == pytest.approx(0, abs=1e-6)
    assert diversity(["∀ (a : Nat), f a = a", "∀ (l : List Nat), l.reverse = l"]) > 0.1


def test_pass_rates_fall_into_the_right_class() -> None:
    """The round's table would otherwise call a conjecture barely provable that always falls."""
    entries = [tried(str(proved), proved=proved) for proved in (0, 1, 2, 3, 4, 5, 8)]
    assert by_pass_rate(entries) == {"0": 1, "(0, 1/4]": 2, "(1/4, 1/2]": 2, "(1/2, 3/4]": 1, "(3/4, 1]": 1}
