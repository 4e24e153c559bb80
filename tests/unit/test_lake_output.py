"""What a user is told of hundreds of lines that Lake has printed."""

from __future__ import annotations

import pytest

from prover.lean.lake import first_error


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        (
            [
                "⚠ [2/9] Built A",
                "warning: A.lean:3:8: declaration uses 'sorry'",
                "✖ [3/9] Building B",
                "trace: .> LEAN_PATH=x lean B.lean -o B.olean",
                "error: some folder/B.lean:1:20: Unknown identifier `x`",
                "error: some folder/B.lean:7:1: unsolved goals",
                "error: Lean exited with code 1",
            ],
            "some folder/B.lean:1:20: Unknown identifier `x`",
        ),
        (
            [
                "[1/2] Building B",
                "error: > LEAN_PATH=./build/lib lean ./././B.lean -o ./build/lib/B.olean",
                "error: stdout:",
                "./././B.lean:1:2: warning: unused variable `n`",
                "./././B.lean:1:20: error: unknown identifier 'x'",
                "error: external command `lean` exited with code 1",
            ],
            "B.lean:1:20: unknown identifier 'x'",
        ),
        (
            ["info: mathlib: cloning", "error: mathlib: external command `git` exited"],
            "mathlib: external command `git`",
        ),
        (["curl: (6) Could not resolve host: x", "uncaught exception: failed"], "curl: (6) Could not resolve host: x"),
        (["something", "else"], "else"),
        ([], "it ended with status 3 and said nothing"),
    ],
)
def test_the_first_error_is_found(lines: list[str], error: str) -> None:
    """The last lines say only that something failed; warnings before it say nothing about why."""
    assert first_error(lines, 3).startswith(error)
