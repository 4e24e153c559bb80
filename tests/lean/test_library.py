"""The core library of the embedded engine: ordinary Lean files elaborate with it, and its theorems are proved."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from prover.lean.command import Lean

pytestmark = pytest.mark.lean

FILES = sorted((Path(__file__).parent / "library").glob("*.lean"))
STANDARD_AXIOMS = {"propext", "Classical.choice", "Quot.sound"}
# What Lean itself demands besides: the marker of `sorry`, and constants that only compiled code can mention.
AXIOMS_OF_LEAN = re.compile(r"sorryAx|lc[A-Z]\w+|Quot\.lcInv")


def messages(lean: Lean, file: Path) -> list[dict[str, object]]:
    """Everything Lean says about a file."""
    finished = subprocess.run(
        [*lean.command, "--json", str(file)], env=lean.environment(), capture_output=True, text=True, timeout=120
    )
    return [json.loads(line) for line in finished.stdout.splitlines()]


def compiled_modules(lean: Lean) -> dict[str, list[str]]:
    """The modules of the compiled library, each with the names that it declares and another file can write."""
    root = Path(lean.command[0]).parents[1] / "lib" / "lean"
    return {
        ".".join(index.relative_to(root).with_suffix("").parts): sorted(
            name for name in json.loads(index.read_text())["decls"] if not re.match(r"_private\b|.*\b_", name)
        )
        for index in sorted(root.rglob("*.ilean"))
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_ordinary_lean_file_elaborates(embedded: Lean, file: Path) -> None:
    """A user's own textbook file would be rejected, although Lean with its own library accepts it."""
    complaints = [
        message
        for message in messages(embedded, file)
        if message["severity"] == "error" or "sorry" in str(message["data"])
    ]
    assert complaints == []


def test_every_theorem_rests_on_the_three_standard_axioms(embedded: Lean, tmp_path: Path) -> None:
    """A proof found with a lemma that is itself only assumed would be no proof."""
    modules = compiled_modules(embedded)
    names = [name for declared in modules.values() for name in declared if not AXIOMS_OF_LEAN.fullmatch(name)]
    assert len(names) > 1000
    file = tmp_path / "Axioms.lean"
    imports = "".join(f"import {module}\n" for module in modules)
    file.write_text(imports + "".join(f"#print axioms {name}\n" for name in names))
    reports = [str(message["data"]) for message in messages(embedded, file)]
    assert [report for report in reports if "axioms" not in report] == []
    assert len(reports) == len(names)
    used = {
        axiom.strip()
        for report in reports
        for found in re.findall(r"depends on axioms: \[([^]]*)\]", report)
        for axiom in found.split(",")
    }
    assert used <= STANDARD_AXIOMS


def test_the_library_declares_no_axiom_of_its_own() -> None:
    """An axiom that no theorem uses yet could still prove anything in a user's file."""
    library = Path(__file__).parents[2] / "data" / "library"
    sources = [library / "Init.lean", *(library / "Init").rglob("*.lean")]
    declared = {
        name
        for source in sources
        for name in re.findall(r"^(?:unsafe )?axiom (\S+)", source.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }
    assert {name for name in declared if not AXIOMS_OF_LEAN.fullmatch(name)} == STANDARD_AXIOMS
