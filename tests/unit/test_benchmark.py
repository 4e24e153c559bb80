"""Benchmarks are read as they were published: nothing dropped, nothing renamed, nothing silently mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.benchmark import Problem, read_benchmark
from data.errors import UsageError

_MINIF2F = Path(__file__).resolve().parents[2].parent / "shared" / "benchmarks" / "minif2f"
_HEADER = "import Mathlib\nimport Aesop\n\nset_option maxHeartbeats 0\n\nopen Nat\n\n"


def _jsonl(path: Path, *lines: dict[str, str]) -> Path:
    file = path / "some.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def _only(path: Path) -> Problem:
    (problem,) = read_benchmark(path).problems
    return problem


@pytest.mark.skipif(not _MINIF2F.is_dir(), reason="no copy of miniF2F lies beside this checkout")
def test_both_forms_of_minif2f_hold_the_same_statements() -> None:
    """Otherwise figures from the JSONL and from the Lean folder could not be compared."""
    lines = read_benchmark(_MINIF2F / "minif2f_valid.jsonl", split="valid")
    folder = read_benchmark(_MINIF2F / "lean", split="valid")
    assert len(lines.problems) == len(folder.problems) == 244
    assert {problem.name for problem in lines.problems} == {problem.name for problem in folder.problems}
    assert folder.licence == "MIT License"


def test_an_unfinished_statement_gets_its_hole(tmp_path: Path) -> None:
    """Many JSONL files stop at `:= by`, which Lean alone cannot read."""
    for end in (":=", ":= by", ":= by\n", ":= by sorry", ":= sorry"):
        problem = _only(
            _jsonl(tmp_path, {"name": "t", "header": _HEADER, "formal_statement": f"theorem t : 1 = 1 {end}"})
        )
        assert problem.theorem.filled(":= rfl").rstrip().endswith("theorem t : 1 = 1 := rfl")


def test_the_header_is_exchanged_and_the_statement_is_not(tmp_path: Path) -> None:
    """A statement that changed on the way to the embedded engine would be another benchmark."""
    statement = "/-- import Mathlib\nimport Mathlib\n-/\ntheorem t (n : ℕ) : n = n := by sorry"
    problem = _only(_jsonl(tmp_path, {"name": "t", "header": _HEADER, "formal_statement": statement}))
    moved = problem.with_compatibility_header()
    assert problem.wants_mathlib
    assert moved.theorem.source.startswith("import Compat\n")
    assert moved.theorem.statement == problem.theorem.statement
    assert moved.theorem.filled(":= rfl").rstrip().endswith("theorem t (n : ℕ) : n = n := rfl")


def test_putnambench_answers_take_their_placeholders(tmp_path: Path) -> None:
    """With a placeholder for the answer nobody can prove that the answer is right."""
    (tmp_path / "putnam_1.lean").write_text(
        "import Mathlib\n\nabbrev putnam_1_solution : Nat := sorry\n-- 1 +\n-- 2\n"
        "/-- What is it? -/\ntheorem putnam_1 : putnam_1_solution = 3 := sorry\n",
        encoding="utf-8",
    )
    problem = _only(tmp_path)
    assert problem.name == "putnam_1"
    assert "abbrev putnam_1_solution : Nat := 1 + 2\n" in problem.theorem.source


def test_a_bad_statement_is_marked_and_a_mended_one_is_not(tmp_path: Path) -> None:
    """A report that blames the prover for a false statement, or excuses it for a mended one, misleads."""
    bad = "theorem mathd_numbertheory_618 (n : ℕ) (h : 1 < n.gcd 2) : 41 ≤ n := by"
    mended = "theorem mathd_numbertheory_618 (n : ℕ) (hn : n > 0) (h : 1 < n.gcd 2) : 41 ≤ n := by"
    marks = [
        _only(_jsonl(tmp_path, {"name": "mathd_numbertheory_618", "formal_statement": text})).known_bad
        for text in (bad, mended)
    ]
    assert marks[0] is not None
    assert "n = 0" in marks[0]
    assert marks[1] is None


def test_the_digest_tells_statement_sets_apart(tmp_path: Path) -> None:
    """Two runs over different statements under one name must not be compared unawares."""
    first = read_benchmark(_jsonl(tmp_path, {"name": "t", "formal_statement": "theorem t : 1 = 1 := by"}))
    again = read_benchmark(_jsonl(tmp_path, {"name": "t", "formal_statement": "theorem t : 1 = 1 := by"}))
    other = read_benchmark(_jsonl(tmp_path, {"name": "t", "formal_statement": "theorem t : 2 = 2 := by"}))
    assert first.digest == again.digest != other.digest


@pytest.mark.parametrize(
    ("lines", "split", "complaint"),
    [
        ([], None, "holds no statement"),
        ([{"name": "t"}], None, "formal_statement"),
        ([{"formal_statement": "theorem t : 1 = 1 := by"}], None, "name"),
        ([{"name": "t", "formal_statement": "def x := 1"}], None, "states no theorem"),
        ([{"name": "t", "formal_statement": "theorem t : 1 = 1 := by"}] * 2, None, "twice"),
        ([{"name": "t", "formal_statement": "theorem t : 1 = 1 := by", "split": "valid"}], "tets", "no split 'tets'"),
    ],
)
def test_bad_input_is_told_in_one_line(
    tmp_path: Path, lines: list[dict[str, str]], split: str | None, complaint: str
) -> None:
    """A night's run should not end in a stack trace because of one line."""
    with pytest.raises(UsageError, match=complaint) as caught:
        read_benchmark(_jsonl(tmp_path, *lines), split=split)
    assert "\n" not in str(caught.value)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    """Which of ten thousand lines is broken is what its owner wants to know."""
    file = tmp_path / "broken.jsonl"
    file.write_text('{"name": "t", "formal_statement": "theorem t : 1 = 1 := by"}\n{"name": \n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"broken\.jsonl#2"):
        read_benchmark(file)
