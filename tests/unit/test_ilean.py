"""`.ilean` files of every version: who cannot read them loses the premises of all proofs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from data.errors import UsageError
from data.ilean import Ilean, Use, read_ilean

PARENT_WITH_RANGES = ["A.t", 4, 0, 5, 9, 4, 8, 4, 9]


def reference(module: str, name: str, version: int) -> str:
    return f"c:{name}" if version < 3 else json.dumps({"c": {"m": module, "n": name}})


def content(version: int) -> dict[str, Any]:
    """A module that defines `A.t`, whose proof names `Nat.add_comm`; the forms are those of Lean's own sources."""
    parent = ["A.t"] if version == 5 else PARENT_WITH_RANGES
    local = "f:_uniq.1" if version < 3 else json.dumps({"f": {"m": "A", "i": "_uniq.1"}})
    found: dict[str, Any] = {
        "version": version,
        "module": "A",
        "references": {
            reference("A", "A.t", version): {"definition": [4, 8, 4, 9], "usages": []},
            reference("Init", "Nat.add_comm", version): {"definition": None, "usages": [[5, 2, 5, 14, *parent]]},
            local: {"definition": [4, 1, 4, 2, *parent], "usages": [[4, 3, 4, 4, *parent]]},
        },
    }
    if version >= 4:
        found["directImports"] = [["Init", False, False, False]]
    if version == 5:
        found["decls"] = {"A.t": [4, 0, 5, 9, 4, 8, 4, 9]}
    return found


@pytest.mark.parametrize("version", [2, 3, 4, 5])
def test_every_version_says_the_same(version: int, tmp_path: Path) -> None:
    """A repository stays with the Lean it was written for."""
    path = tmp_path / "A.ilean"
    path.write_text(json.dumps(content(version)))
    module = None if version == 2 else "Init"
    assert read_ilean(path) == Ilean("A", {"A.t": (4, 8, 4, 9)}, (Use(module, "Nat.add_comm", (5, 2, 5, 14)),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (json.dumps(content(5))[:90], "half written"),
        ("", "half written"),
        ("[]", "form"),
        ('{"version": 7, "module": "A"}', "version 7"),
        ('{"version": 5, "module": "A", "references": {"x": {"definition": null, "usages": []}}}', "version 5"),
        ('{"version": 5, "module": "A", "references": {"c:x": {"definition": [1], "usages": []}}}', "form"),
        ('{"version": 5, "module": "A", "references": {"c:x": {"definition": ["a", 1, 2, 3], "usages": []}}}', "form"),
    ],
)
def test_a_damaged_file_is_named(text: str, message: str, tmp_path: Path) -> None:
    """Half a file must not pass for a module without premises."""
    path = tmp_path / "A.ilean"
    path.write_text(text)
    with pytest.raises(UsageError, match=message) as caught:
        read_ilean(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    """One line, no traceback."""
    path = tmp_path / "A.ilean"
    path.write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(UsageError, match="damaged"):
        read_ilean(path)
