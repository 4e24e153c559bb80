"""Statements as Lean prints them: taken apart, put together, and told apart."""

from __future__ import annotations

import pytest

from conjecturer.canonical import canonical_form
from conjecturer.counterexamples import refutation
from conjecturer.screening import text_objection
from conjecturer.statement import Statement, infix_at, read_statement


def form(text: str) -> str:
    return canonical_form(read_statement(text))


@pytest.mark.parametrize(
    ("text", "names", "hypotheses", "conclusion"),
    [
        ("∀ (a b : Nat), a < b → a ≤ b", ["a", "b", ""], ["a < b"], "a ≤ b"),
        ("∀ {p : Prop}, ¬¬p ↔ p", ["p"], [], "¬¬p ↔ p"),
        ("∀ (p q r : Prop), (p → q ↔ r) → p", ["p", "q", "r", ""], ["p → q ↔ r"], "p"),
        ("∀ (p : Prop), p → p ↔ p", ["p"], [], "p → p ↔ p"),
        ("(∃ x, 0 < x → x = 1) → 1 = 1", [""], ["(∃ x, 0 < x → x = 1)"], "1 = 1"),
        ("∀ (n : Nat), ∃ m, n < m → m = n", ["n"], [], "∃ m, n < m → m = n"),
        ("∀ {α : Type u_1} [inst : LE α] (a : α), a ≤ a", ["α", "inst", "a"], [], "a ≤ a"),
    ],
)
def test_a_statement_is_taken_apart(text: str, names: list[str], hypotheses: list[str], conclusion: str) -> None:
    """A hypothesis taken for a part of the conclusion would be lost to every mutation and to every screen."""
    statement = read_statement(text)
    assert [binder.name for binder in statement.binders] == names
    assert [statement.binders[place].type for place in statement.hypotheses] == hypotheses
    assert statement.conclusion == conclusion


@pytest.mark.parametrize(
    "text",
    [
        "∀ (a b : Nat), a < b → (a = b → False) → a ≤ b",
        "∀ (p q r : Prop), (p → q ↔ r) → p",
        "∀ (f : Nat → Nat), (∀ (x : Nat), f x = x) → f 0 = 0",
        "∀ (a : Nat) (h : a = a), (p h → q) → r",
        "∀ (n : Nat), 0 < n → (n = 0 ↔ False)",
    ],
)
def test_a_statement_put_together_again_says_the_same(text: str) -> None:
    """Mutants are put together from parts; a missing bracket would make another statement of them."""
    again = read_statement(text).text
    assert read_statement(again) == read_statement(text)
    assert form(again) == form(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("∀ (a b : Nat), a + b = b + a", "∀ (y x : Nat), x + y = y + x"),
        ("∀ (x y : Nat) (z : Int), x < y → 0 < z → y = x", "∀ (i : Int) (b a : Nat), 0 < i → a < b → b = a"),
        ("∀ (a : Nat), a * 1 = a", "∀ (a : Nat), a = a * 1"),
        ("∀ {α : Type u_3} (l : List α), l.length = 0", "∀ (α : Type u) (xs : List α), xs.length = 0"),
        ("∀ (n : Nat), ∃ k, n < k", "∀ (m : Nat), ∃ j, m < j"),
        ("∀ (a b c : Nat), a < b → a < c → b = c", "∀ (a b c : Nat), a < c → a < b → b = c"),
    ],
)
def test_statements_that_say_the_same_have_one_form(one: str, other: str) -> None:
    """A library would count one theorem several times."""
    assert form(one) == form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("∀ (a b : Nat), a ≤ b → a < b", "∀ (a b : Nat), a ≤ b → b < a"),
        ("∀ (a b : Nat), a + b = a", "∀ (a b : Nat), a + a = b"),
        ("∀ (a b c : Nat), a < b → b < c → a < c", "∀ (a b c : Nat), a < b → b < c → c < a"),
        ("∀ (n : Nat), ∃ k, n < k", "∀ (n : Nat), ∃ k, k < n"),
        ("∀ (a : Nat), a < 1", "∀ (a : Nat), 1 < a"),
    ],
)
def test_statements_that_differ_have_different_forms(one: str, other: str) -> None:
    """A new theorem would be thrown away as known."""
    assert form(one) != form(other)


def test_symmetric_variables_are_told_apart_in_one_way() -> None:
    """Variables that may be exchanged have to be numbered somehow, whatever they are called and in which order."""
    texts = [f"∀ ({a} {b} {c} : Nat), {a} + {b} + {c} = {c} + {b} + {a}" for a, b, c in ("xyz", "zyx", "yxz")]
    assert len({form(text) for text in texts}) == 1


def test_only_the_outermost_relation_is_cut_at() -> None:
    """`rw` with a rule whose sides are cut wrongly finds nothing."""
    assert infix_at("(a = b) ↔ c", frozenset({"="})) is None
    assert infix_at("f (a = b) = c", frozenset({"="})) == ("f (a = b)", "=", "c")
    assert infix_at("∃ x, x = y", frozenset({"="})) is None


@pytest.mark.parametrize(
    "statement",
    [
        "sorry = 1",
        "True) axiom bad : False #check (True",
        "True -- and the rest is a comment",
        "∀ (n : Nat), (by exact n) = n",
        "set_option pp.all true in True",
        "open Nat in succ 0 = 1",
        "lcProof = trivial",
        "",
    ],
)
def test_a_statement_that_is_more_than_one_never_reaches_lean(statement: str) -> None:
    """A model's text could otherwise declare an axiom, or be about `sorry`, and count as a theorem."""
    assert text_objection(statement) is not None


def test_what_has_no_small_values_is_not_refuted() -> None:
    """A wrong value for a variable of an unknown type would make every refutation fail with a type error."""
    assert refutation(read_statement("∀ (q : Queue), q = q")) is None
    assert "(@h 0 0)" in (refutation(Statement(read_statement("∀ (a b : Nat), a = b").binders, "a = b")) or "")


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("∀ (a b : Nat), a < b → a ≤ b", "(a : Nat) (b : Nat) (h : a < b) : a ≤ b"),
        ("∀ {α : Type u_1} [inst : LE α] (a : α), a ≤ a", "{α : Type u_1} [inst : LE α] (a : α) : a ≤ a"),
        ("∀ (p : Prop), p → p ↔ p", "(p : Prop) : p → p ↔ p"),
        ("1 = 1", ": 1 = 1"),
        ("∀ (a : Nat), a = a → ∀ (a : Int), a = a", ": ∀ (a : Nat), a = a → ∀ (a : Int), a = a"),
    ],
)
def test_a_statement_is_declared_as_people_write_it(text: str, declared: str) -> None:
    """Every conjecture would begin with `intro`, and a prover would learn to begin everybody's theorems so."""
    assert read_statement(text).declared == declared


@pytest.mark.parametrize(
    ("text", "proof", "closed"),
    [
        ("∀ (a b : Nat), a < b → a ≤ b", "by\n  omega", "by\n  intro a b h\n  omega"),
        ("∀ (a b : Nat), a < b → a ≤ b", "by omega", "by\n  intro a b h\n  omega"),
        ("∀ (a b : Nat), a < b → a ≤ b", "Nat.le_of_lt h", "by\n  intro a b h\n  exact Nat.le_of_lt h"),
        ("∀ (a : Nat), a = a → ∀ (a : Int), a = a", "by simp", "by simp"),
        ("1 = 1", "rfl", "rfl"),
    ],
)
def test_a_proof_of_what_is_declared_is_made_one_of_the_statement(text: str, proof: str, closed: str) -> None:
    """What is made of a conjecture would come with a proof that Lean does not accept."""
    assert read_statement(text).closed(proof) == closed
