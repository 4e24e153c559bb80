"""State keys and renaming: what two states must share to be searched once, and how a proof moves between them."""

from __future__ import annotations

import pytest

from prover.proof import Goal, Hypothesis, ProofState
from prover.search.normalise import extended, normal_form, rename, renaming


def state(*lines: str, conclusion: str, case: str | None = None) -> ProofState:
    """A state with one goal; a line is `names : type` or `names : type := value`."""
    hypotheses = []
    for line in lines:
        names, rest = line.split(" : ", 1)
        kind, _, value = rest.partition(" := ")
        hypotheses.append(Hypothesis(tuple(names.split()), kind, value or None))
    return ProofState((Goal("\n".join([*lines, f"⊢ {conclusion}"]), case, tuple(hypotheses), conclusion),))


def key(*lines: str, conclusion: str, case: str | None = None) -> str:
    return normal_form(state(*lines, conclusion=conclusion, case=case)).key


def test_names_do_not_tell_states_apart() -> None:
    """Otherwise `intro h` and `intro hp` are searched twice, and so is everything below them."""
    assert key("n : Nat", "h : n = 0", conclusion="0 = n") == key("m : Nat", "e : m = 0", conclusion="0 = m")


def test_case_tags_and_line_breaks_do_not_tell_states_apart() -> None:
    """The same goal reached by `cases` and by `induction`, or with longer names, is searched once."""
    assert key("n : Nat", conclusion="n =\n  n", case="zero") == key("k : Nat", conclusion="k = k")


def test_hypotheses_on_one_line_equal_hypotheses_on_two() -> None:
    """Lean joins lines of the same type; that is layout."""
    assert key("p q : Prop", conclusion="p") == key("a : Prop", "b : Prop", conclusion="a")


@pytest.mark.parametrize(
    ("lines", "conclusion"),
    [
        (("n : Nat", "h : n = 0"), "n = 0"),
        (("h : 0 = 0", "n : Nat"), "0 = n"),
        (("n : Nat", "h✝ : n = 0"), "0 = n"),
        (("n : Nat := 0", "h : n = 0"), "0 = n"),
        (("n m : Nat", "h : m = 0"), "0 = n"),
        (("n : Nat", "h : n = 0"), "0 = x.n"),
    ],
)
def test_different_states_have_different_keys(lines: tuple[str, ...], conclusion: str) -> None:
    """A merged state would be proved by a proof of another one, or given up with it."""
    assert key(*lines, conclusion=conclusion) != key("n : Nat", "h : n = 0", conclusion="0 = n")


def test_inaccessible_names_are_interchangeable() -> None:
    """No tactic can mention them, so they cannot matter."""
    assert key("n✝ : Nat", conclusion="n✝ = n✝") == key("a✝¹ : Nat", conclusion="a✝¹ = a✝¹")


def test_anonymous_metavariables_are_numbered() -> None:
    """Lean numbers them anew in every run; without this no such state would ever be recognised."""
    assert key(conclusion="f ?m.12 = ?m.34") == key(conclusion="f ?m.7 = ?m.8")
    assert key(conclusion="f ?m.12 = ?m.12") != key(conclusion="f ?m.7 = ?m.8")


def test_renaming_pairs_accessible_names_in_order() -> None:
    """The proof of one state is written in the names of the other through this table."""
    known = normal_form(state("n : Nat", "a✝ : n = 0", "h : 0 = n", conclusion="n = n"))
    other = normal_form(state("k : Nat", "b✝ : k = 0", "n : 0 = k", conclusion="k = k"))
    assert renaming(known, other) == {"n": "k", "h": "n"}
    assert renaming(known, known) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("exact h.1", "exact k.1"),
        ("exact h.symm.trans hp", "exact k.symm.trans hp"),
        ("simp [h, Nat.h, x.h] at h ⊢", "simp [k, Nat.h, x.h] at k ⊢"),
        ("refine foo (h := h) ?h", "refine foo (h := k) ?h"),
        ("exact (h' ▸ h)", "exact (h' ▸ k)"),
        ("rw [h₁, ← h]", "rw [h₁, ← k]"),
        ("exact !h", "exact !k"),
        ("exact h²", "exact k²"),
        ("exact ⟨h,h⟩", "exact ⟨k,k⟩"),
        ('exact foo "h" h', 'exact foo "h" k'),
        ("cases h with | inl h => ?_ | inr hq => ?_", "cases k with | inl k => ?_ | inr hq => ?_"),
        ("exact «h» h", "exact «h» k"),
    ],
)
def test_rename_replaces_whole_names_only(before: str, after: str) -> None:
    """A half-replaced word is an unknown identifier, and the found proof is lost."""
    assert rename(before, {"h": "k"}) == after


def test_rename_swaps_names_at_once() -> None:
    """One replacement after the other would make one name of two."""
    assert rename("exact ⟨a, b⟩", {"a": "b", "b": "a"}) == "exact ⟨b, a⟩"


def test_a_name_that_would_hide_a_renamed_one_gets_a_fresh_one() -> None:
    """`intro k` under a hypothesis that is now called `k` would make it unreachable."""
    names = extended({"h": "k"}, "intro k", ["h", "k"])
    assert rename("intro k", names) == "intro k_1"
    assert rename("exact ⟨h, k⟩", names) == "exact ⟨k, k_1⟩"
