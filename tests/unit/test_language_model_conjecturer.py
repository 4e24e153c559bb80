"""What a language model is asked for conjectures, and what is made of its answers."""

from __future__ import annotations

from collections.abc import Sequence

from conjecturer.conjecture import KnownTheorem
from conjecturer.language_model import LanguageModelConjecturer, Seed, SymbolicGuide, cleanness, example, prompt
from prover.tactics.language_model import Completion

LEMMA = KnownTheorem("Nat.add_comm", "∀ (n m : Nat), n + m = m + n")
SEED = KnownTheorem("double_eq", "∀ (n : Nat), double n = 2 * n")


class Scripted:
    """A model that answers every prompt with the same texts."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        return [[Completion(text, -1.0) for text in self._texts[: num_samples + seed]] for _ in prompts]

    def close(self) -> None:
        """Nothing to give back."""


def test_the_prompt_holds_lemma_seed_and_proof() -> None:
    """STP's conjecturer starts from these three; without the lemma it cannot be rewarded for using it."""
    text = prompt(Seed(LEMMA, SEED, ":= by\n  unfold double\n  omega"))
    assert text == (
        "lemma Nat.add_comm : ∀ (n m : Nat), n + m = m + n\n"
        "theorem double_eq : ∀ (n : Nat), double n = 2 * n := by unfold double omega:::"
    )
    made = example(Seed(LEMMA, SEED), "∀ (n : Nat), n = n", weight=2)
    assert (made.completion, made.weight) == ("∀ (n : Nat), n = n", 2)


def test_answers_become_conjectures_with_ancestry() -> None:
    """What is no statement must not reach Lean, and what is said twice must not be tried twice."""
    model = Scripted(
        "∀ (n : Nat),\n double n = n + n", "∀ (n : Nat), double n = n + n", "sorry", "axiom x : False", ")"
    )
    found = LanguageModelConjecturer(model).conjectures([Seed(LEMMA, SEED)], num_samples=5, seed=0)
    assert [each.statement for each in found] == ["∀ (n : Nat), double n = n + n"]
    ancestry = found[0].ancestry
    assert (ancestry.method, ancestry.theorem, ancestry.lemma) == ("language model", "double_eq", "Nat.add_comm")


def test_the_guide_keeps_what_is_relevant_and_clean() -> None:
    """Without it the loop drifts into long statements about nothing."""
    good, far = "∀ (n : Nat), double n = n + n", "∀ (l : List Nat), l.reverse ++ l = l"
    ugly = "∀ (a b c d : Nat), double d = d + d"
    guide = SymbolicGuide(["∀ (k : Nat), double k + k = 3 * k"])
    conjecturer = LanguageModelConjecturer(Scripted(far, ugly, good), guide=guide, share=0.3)
    found = conjecturer.conjectures([Seed(None, SEED)], num_samples=3, seed=0)
    assert [each.statement for each in found] == [good]
    assert cleanness(ugly) < cleanness(good) == 1
