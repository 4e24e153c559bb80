"""Proofs lose what they do not need, and only that."""

from __future__ import annotations

from collections.abc import Sequence

from prover.search.minimise import minimise, without_arguments
from prover.search.proof_text import ProofTree, render


def tree(tactic: str, *children: ProofTree) -> ProofTree:
    return ProofTree(tactic, children)


class Judge:
    """Accepts a proof if every branch says the required words in this order; counts the questions."""

    def __init__(self, *required: str) -> None:
        self._required = required
        self.num_batches = 0
        self.num_proofs = 0

    def __call__(self, proofs: Sequence[ProofTree]) -> list[bool]:
        self.num_batches += 1
        self.num_proofs += len(proofs)
        return [all(self._suffices(branch) for branch in _branches(proof)) for proof in proofs]

    def _suffices(self, branch: str) -> bool:
        position = 0
        for word in self._required:
            position = branch.find(word, position)
            if position < 0:
                return False
        return True


def _branches(proof: ProofTree) -> list[str]:
    if not proof.children:
        return [proof.tactic]
    return [f"{proof.tactic}; {branch}" for child in proof.children for branch in _branches(child)]


def test_needless_tactics_are_dropped_wherever_they_stand() -> None:
    """A user reads and keeps the proof: detours of the search do not belong in it."""
    inner = tree("detour", tree("need", tree("detour", tree("done"))))
    proof = tree("waste", tree("split", inner, tree("need", tree("waste", tree("done")))))
    judge = Judge("split", "need", "done")
    expected = tree("split", tree("need", tree("done")), tree("need", tree("done")))
    assert minimise(proof, judge) == expected


def test_independent_changes_are_made_in_one_round() -> None:
    """Each round costs Lean runs over the whole proof; a long proof would take as many rounds as it has detours."""
    branch = tree("waste", tree("need", tree("done")))
    judge = Judge("split", "need", "done")
    minimise(tree("split", branch, tree("split", branch, branch)), judge)
    assert judge.num_batches <= 4


def test_a_branch_closes_as_early_as_it_can() -> None:
    """What `simp` closes at once need not be split first."""
    proof = tree("split", tree("a", tree("simp")), tree("b", tree("simp")))
    assert minimise(proof, Judge("simp")) == tree("simp")


def test_what_is_needed_stays() -> None:
    proof = tree("a", tree("b", tree("c")))
    assert minimise(proof, Judge("a", "b", "c")) == proof


def test_rounds_are_bounded() -> None:
    """A proof of hundreds of tactics must not be minimised for longer than it was searched."""
    proof = tree("waste", tree("waste", tree("waste", tree("done"))))
    assert minimise(proof, Judge("done"), max_rounds=0) == proof


def test_introductions_and_rewrites_are_merged_where_lean_agrees() -> None:
    """`intro a b` is what a person writes."""
    proof = tree("intro a", tree("intro b", tree("rw [c] at h", tree("rw [← d, e] at h", tree("exact f")))))

    def keeps_the_order(proofs: Sequence[ProofTree]) -> list[bool]:
        return [
            [letter for letter in _words(render(proof)) if letter in "abcdef"] == list("abcdef") for proof in proofs
        ]

    assert render(minimise(proof, keeps_the_order)) == "intro a b\nrw [c, ← d, e] at h\nexact f"


def test_of_several_alternatives_the_one_that_works_stays() -> None:
    """A proof that lists what else was tried is no proof a user wants to read."""
    proof = tree("first\n| exact a\n| exact b\n| exact c")
    assert minimise(proof, lambda proofs: [p.tactic.endswith("exact b") for p in proofs]) == tree("exact b")


def test_alternatives_within_a_line_and_needless_brackets_go() -> None:
    """`(refine ⟨a, ?_⟩; first | omega | (simp_all; done))` is no proof that anybody would keep."""
    proof = tree("(refine ⟨f (a, b), ?_⟩; first | omega | (simp_all [c | d]; done))")
    assert render(minimise(proof, Judge("refine ⟨f (a, b), ?_⟩", "omega"))) == "refine ⟨f (a, b), ?_⟩\nomega"
    assert render(minimise(proof, Judge("refine", "simp_all [c | d]"))) == (
        "refine ⟨f (a, b), ?_⟩\nsimp_all [c | d]\ndone"
    )


def test_options_that_are_not_needed_go() -> None:
    """What the search adds to be on the safe side is noise in a proof that people keep."""
    proof = tree("intro x <;> grind -verbose (gen := 3) (instances := 200) [a (n := 3)]")
    assert render(minimise(proof, Judge("intro x", "grind"))) == "intro x <;> grind [a (n := 3)]"
    assert "(gen := 3)" in render(minimise(proof, Judge("intro x", "grind", "gen")))


def test_what_simp_does_not_use_goes_from_its_lists() -> None:
    """Lean's linter would otherwise warn about the proofs that we write into people's files."""
    proof = tree("induction n <;> simp [f, a.b, *] at h", tree("simp_all [f]"), tree("rw [f]"))
    shorter = without_arguments(proof, {"f", "a.b"})
    assert [part.tactic for part in shorter.subtrees()] == ["induction n <;> simp [*] at h", "simp_all", "rw [f]"]


def test_rewrites_at_different_places_are_not_merged() -> None:
    proof = tree("rw [a] at h", tree("rw [b]", tree("exact h")))
    seen: list[str] = []

    def refuse(proofs: Sequence[ProofTree]) -> list[bool]:
        seen.extend(render(proof) for proof in proofs)
        return [False] * len(proofs)

    minimise(proof, refuse)
    assert all("[a, b]" not in text for text in seen)


def _words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()


def test_a_chain_loses_the_links_that_are_not_needed() -> None:
    """A case distinction that `simp` can do without makes a proof longer, and classical for nothing."""
    judge = Judge("simp_all")
    assert minimise(tree("by_cases hp : p <;> by_cases hq : q <;> simp_all <;> done"), judge) == tree("simp_all")


def test_a_chain_inside_brackets_is_left_alone() -> None:
    """Half of a bracket is no tactic; proposing it would waste checks."""
    judge = Judge("try")
    minimise(tree("try (constructor <;> simp)"), judge)
    assert judge.num_proofs == 0
