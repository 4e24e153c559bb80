"""Statements written for Mathlib: the embedded engine reads them, and reads them as Mathlib does."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from prover.lean.command import Lean
from scripts.compare_library import Statement, compare_statements, read_statements
from scripts.list_minif2f import list_statements, need

pytestmark = pytest.mark.lean

HEADER = "import Compat\nset_option autoImplicit false\nopen BigOperators Real Nat Topology Rat\n"
FILES = sorted((Path(__file__).parent / "compat").glob("*.lean"))
MINIF2F = Path(__file__).parents[3] / "shared" / "benchmarks" / "minif2f" / "lean"


def errors(lean: Lean, file: Path) -> list[str]:
    """What Lean refuses in a file, warnings of `sorry` included."""
    finished = subprocess.run(
        [*lean.command, "--json", str(file)], env=lean.environment(), capture_output=True, text=True, timeout=120
    )
    messages = [json.loads(line) for line in finished.stdout.splitlines()]
    return [f"{m['pos']['line']}: {m['data']}" for m in messages if m["severity"] == "error" or "sorry" in m["data"]]


def refusal(lean: Lean, statement: str, directory: Path) -> list[str]:
    file = directory / "Statement.lean"
    file.write_text(HEADER + statement)
    return errors(lean, file)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_examples_elaborate_and_mean_what_they_mean_in_mathlib(embedded: Lean, file: Path) -> None:
    """A proof of a statement that only looks like Mathlib's would be worth nothing there."""
    assert errors(embedded, file) == []


@pytest.mark.parametrize(
    "statement",
    [
        "example : (7 : ℤ) / 2 = 7 / (2 : ℤ) + 1 := by decide",
        "example : ∑ x ∈ Finset.range 3, x + 1 = ∑ x ∈ Finset.range 3, (x + 1) := by decide",
        "example : Nat.Prime 1 := by decide",
        "example : ((2 - 3 : ℕ) : ℤ) = 2 - 3 := by decide",
        "example : (1 : ℚ) / 3 = 0 := by decide",
        "example : 5 ≡ 2 [MOD 4] := by decide",
    ],
)
def test_what_is_false_in_mathlib_is_refused(embedded: Lean, statement: str, tmp_path: Path) -> None:
    """Each of these would hold if a notation had a slightly different meaning."""
    assert refusal(embedded, statement, tmp_path) != []


@pytest.mark.parametrize("name", ["ℝ", "ℂ", "NNReal"])
def test_real_numbers_are_refused_by_name(embedded: Lean, name: str, tmp_path: Path) -> None:
    """Otherwise Lean would take the name for a variable and prove a statement about any type whatever."""
    (message,) = refusal(embedded, f"theorem any (x : {name}) (h : x = x) : x = x := h", tmp_path)
    assert need(message.partition(": ")[2]) == name


def test_sixty_statements_of_minif2f_elaborate_untouched(embedded: Lean) -> None:
    """A quarter of the benchmark is what a machine with only Python can be measured on."""
    if not MINIF2F.is_dir():
        pytest.skip(f"miniF2F is not at {MINIF2F}")
    findings = {finding.name: finding for finding in list_statements(MINIF2F, lean=embedded)}
    assert len(findings) == 244
    assert sum(finding.elaborates for finding in findings.values()) >= 60
    assert findings["mathd_algebra_462"].elaborates
    assert findings["aimeI_2000_p7"].needs[0] == "ℝ"


def test_no_statement_differs_from_leans_own_library(embedded: Lean) -> None:
    """What a model learns here must hold under the same name, with the same arguments, in every other Lean."""
    verdicts = compare_statements(read_statements(), lean=embedded)
    assert len(verdicts) > 300
    assert [statement.name for statement, verdict in verdicts.items() if verdict == "differs"] == []


def test_a_difference_from_leans_own_library_is_seen(embedded: Lean) -> None:
    """The comparison would otherwise say `same` of everything."""
    other = Statement(name="Nat.add_comm", signature="(n m : Nat) : n + m = n + m")
    implicit = Statement(name="Nat.add_comm", signature="{n m : Nat} : n + m = m + n")
    unknown = Statement(name="Nat.no_such_lemma", signature="(n : Nat) : n = n")
    same = Statement(name="Nat.add_comm", signature="(n m : Nat) : n + m = m + n")
    verdicts = compare_statements([other, implicit, unknown, same], lean=embedded)
    assert list(verdicts.values()) == ["differs", "differs", "missing", "same"]
