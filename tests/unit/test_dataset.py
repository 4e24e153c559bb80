"""Theorems with their tactics: what is written can be read, by us and by code that knows only LeanDojo's format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.dataset import PremiseUse, TracedTactic, TracedTheorem, read_split, theorem_json, write_split
from data.errors import UsageError

USE = PremiseUse("Nat.add_comm", "Init/Nat.lean", (3, 9), (3, 17))
TACTIC = TracedTactic("rw [add_comm]", ("rw [<a>add_comm</a>]", (USE,)), "⊢ a + b = b + a", "no goals")
THEOREMS = [
    TracedTheorem("u", "c", "A.lean", "swap", (1, 1), (2, 16), (TACTIC,)),
    TracedTheorem("u", "c", "A.lean", "«odd name»", (4, 1), (4, 30), ()),
]


def test_written_and_read_back(tmp_path: Path) -> None:
    """Training data would be lost."""
    for theorems in (THEOREMS, []):
        write_split(tmp_path, "random", "val", map(theorem_json, theorems))
        assert read_split(tmp_path, "random", "val") == tuple(theorems)


def test_the_format_is_leandojos(tmp_path: Path) -> None:
    """ReProver could not train on our data."""
    write_split(tmp_path, "novel_premises", "train", map(theorem_json, THEOREMS))
    first, second = json.loads((tmp_path / "novel_premises" / "train.json").read_text(encoding="utf-8"))
    assert first == {
        "url": "u",
        "commit": "c",
        "file_path": "A.lean",
        "full_name": "swap",
        "start": [1, 1],
        "end": [2, 16],
        "traced_tactics": [
            {
                "tactic": "rw [add_comm]",
                "annotated_tactic": [
                    "rw [<a>add_comm</a>]",
                    [
                        {
                            "full_name": "Nat.add_comm",
                            "def_path": "Init/Nat.lean",
                            "def_pos": [3, 9],
                            "def_end_pos": [3, 17],
                        }
                    ],
                ],
                "state_before": "⊢ a + b = b + a",
                "state_after": "no goals",
            }
        ],
    }
    assert second["full_name"] == "«odd name»"


def test_fields_of_other_versions_are_ignored(tmp_path: Path) -> None:
    """LeanDojo 2 writes `theorem_statement` as well; its data could not be read."""
    write_split(tmp_path, "random", "test", map(theorem_json, THEOREMS[1:]))
    path = tmp_path / "random" / "test.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps([{**row, "theorem_statement": "theorem"} for row in rows]), encoding="utf-8")
    assert read_split(tmp_path, "random", "test") == tuple(THEOREMS[1:])


@pytest.mark.parametrize("content", [b"", b"[{", b'[{"url": "u"}]', "[]".encode("utf-16")])
def test_a_damaged_split_is_named(tmp_path: Path, content: bytes) -> None:
    """A half-written file must not pass for a small data set."""
    path = tmp_path / "random" / "val.json"
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"val\.json") as caught:
        read_split(tmp_path, "random", "val")
    assert "\n" not in str(caught.value)


def test_a_missing_split_says_how_to_make_it(tmp_path: Path) -> None:
    """A user who has not extracted anything yet."""
    with pytest.raises(UsageError, match="retrieve extract"):
        read_split(tmp_path, "random", "val")
