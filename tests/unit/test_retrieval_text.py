"""Premises as text: what an encoder reads and what BM25 counts."""

from __future__ import annotations

import pytest

from data.corpus import Premise
from retrieval.text import lean_words, serialize, symbols


def premise(full_name: str, code: str) -> Premise:
    return Premise(full_name, code, "A.lean", (1, 1), (1, 2), "commanddeclaration")


@pytest.mark.parametrize(
    ("full_name", "code", "expected"),
    [
        (
            "Nat.add_comm",
            "theorem Nat.add_comm (n m : Nat) : n + m = m + n",
            "theorem <a>Nat.add_comm</a> (n m : Nat) :",
        ),
        ("A.B.foo", "theorem foo : 1 = 1", "theorem <a>A.B.foo</a> : 1 = 1"),
        ("A.B.foo", "theorem B.foo : 1 = 1", "theorem <a>A.B.foo</a> : 1 = 1"),
        ("foo", "theorem _root_.foo : 1 = 1", "theorem <a>foo</a> : 1 = 1"),
        ("A.«fo o»", "theorem «fo o» : 1 = 1", "theorem <a>A.«fo o»</a> : 1 = 1"),
        ("A.le", "theorem le : le_trans = le", "theorem <a>A.le</a> : le_trans = <a>A.le</a>"),
        ("Add.mk", "class Add where mk :: (add : Nat)", "class Add where <a>Add.mk</a> :: (add : Nat)"),
    ],
)
def test_the_declared_name_is_marked_in_full(full_name: str, code: str, expected: str) -> None:
    """An encoder of ReProver's would see texts unlike those it was trained on."""
    assert serialize(premise(full_name, code)).startswith(expected)


def test_a_text_without_its_name_stays_as_it_is() -> None:
    """An instance that Lean named has its name nowhere; its text must still be found."""
    assert serialize(premise("instAddNat", "instance : Add Nat := ⟨Nat.add⟩")) == "instance : Add Nat := ⟨Nat.add⟩"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nat.add_comm", ["nat", "add", "comm"]),
        ("List.isEmpty xs", ["list", "is", "empty", "xs"]),
        ("⊢ a ∣ b ≤ 12", ["⊢", "∣", "≤", "12"]),
        ("h₁ : x' = (y :: [])", ["=", "::"]),
        ("theorem <a>Foo.bar</a> (n : ℕ) : ¬P n", ["foo", "bar", "ℕ", "¬"]),
        ("", []),
    ],
)
def test_names_count_by_their_parts_and_operators_as_they_are(text: str, expected: list[str]) -> None:
    """`add_comm` must be found by who looks for `add`, `∣` by who divides, and nothing by being called `a`."""
    assert lean_words(text) == expected


def test_symbols_are_names_without_namespace() -> None:
    """`Nat.succ_le` in one namespace is `succ_le` in another."""
    assert symbols("theorem foo (n : Nat) : Nat.succ_le n ∣ x.length") == {"foo", "Nat", "succ_le", "∣", "length"}
