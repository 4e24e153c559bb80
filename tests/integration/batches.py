"""A small benchmark for the tests of batches: quick proofs, one that is not found, and what cannot be searched."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from prover.evaluation.records import PassResult

_MATHLIB = "import Mathlib\n\nopen Nat\n\n"
STATEMENTS = (
    {"name": "swap", "formal_statement": "theorem swap (p q : Prop) : p ∧ q → q ∧ p := by"},
    {"name": "sum", "header": _MATHLIB, "formal_statement": "theorem sum (a b : ℕ) (h : a + b = 3) : b + a = 3 := by"},
    {"name": "real", "header": _MATHLIB, "formal_statement": "theorem real (a : ℝ) : a + 0 = a := by"},
    {"name": "nil", "formal_statement": "theorem nil (l : List Nat) : l ++ [] = l := by sorry"},
    {
        "name": "hard",
        "formal_statement": "theorem hard (p q : Nat → Prop) (h : ∀ n, p n → q (n + 1)) (k : ∀ n, q n → p (n + 1)) "
        "(b : p 0) : ∃ n, p (n + 1) ∧ n = 99 := by",
    },
    {"name": "unknown", "formal_statement": "theorem unknown (a : Nat) : a + 1 = frob a := by"},
    {"name": "or", "formal_statement": "theorem or (p q : Prop) (h : p ∨ q) : q ∨ p := by"},
    {"name": "le", "formal_statement": "theorem le (a b : Nat) (h : a < b) : a ≤ b := by"},
)
CHECKS = 40
"""Few enough that the search for the hard one ends soon, and everywhere at the same point."""


def write_benchmark(folder: Path) -> Path:
    """The benchmark as a JSONL file."""
    file = folder / "small.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in STATEMENTS), encoding="utf-8")
    return file


def essence(results: Iterable[PassResult]) -> list[tuple[str, int, str, str | None]]:
    """What must not depend on who did it, where, and after which accidents."""
    return sorted((result.name, result.num_pass, result.outcome, result.proof) for result in results)
