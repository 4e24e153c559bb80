"""`prove verify`: what a user of the command sees, and that a repository's own modules are not believed either."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prover.cli import main

pytestmark = pytest.mark.lean

ORIGINAL = "theorem t (n : Nat) : n < n + 1 := sorry\n"
PROOF = "theorem t (n : Nat) : n < n + 1 := Nat.lt_succ_self n\n"


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return written(tmp_path / "Original.lean", ORIGINAL)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_accepted_proof(tmp_path: Path, original: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A user reads whether it holds and what it rests on."""
    proof = written(tmp_path / "Proof.lean", PROOF)
    assert main(["verify", str(proof), "--against", str(original)]) == 0
    printed = capsys.readouterr().out
    assert "accepted" in printed
    assert "t: axioms: none" in printed


def test_refused_proof_as_json(tmp_path: Path, original: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that grades proofs needs verdict and reason."""
    proof = written(tmp_path / "Proof.lean", ORIGINAL)
    assert main(["verify", str(proof), "--against", str(original), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert record["accepted"] is False
    assert "sorryAx" in record["reason"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("theorem t : nonsense := sorry\n", "the original does not compile: line 1"),
        ("example : 1 = 1 := sorry\n", "states nothing that has a name"),
        ("import Nowhere\n", "Nowhere"),
    ],
)
def test_original_that_cannot_be_examined_is_the_user_s_mistake(
    tmp_path: Path, text: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Calling such a proof refused would blame the wrong file."""
    original, proof = written(tmp_path / "Original.lean", text), written(tmp_path / "Proof.lean", PROOF)
    assert main(["verify", str(proof), "--against", str(original)]) == 2
    assert complaint in capsys.readouterr().err


def test_candidate_that_imports_what_is_not_there_is_refused(tmp_path: Path, original: Path) -> None:
    """It is the proof's fault, not the user's."""
    proof = written(tmp_path / "Proof.lean", f"import Nowhere\n{PROOF}")
    assert main(["verify", str(proof), "--against", str(original)]) == 1


def test_axiom_may_be_allowed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Some theories begin with axioms of their own."""
    theory = "axiom parallel : 1 = 2\ntheorem t : 2 = 1 := {}\n"
    original = written(tmp_path / "Original.lean", theory.format("sorry"))
    proof = written(tmp_path / "Proof.lean", theory.format("parallel.symm"))
    assert main(["verify", str(proof), "--against", str(original)]) == 1
    assert "`t` rests on the axiom `parallel`" in capsys.readouterr().out.replace("\n", " ")
    assert main(["verify", str(proof), "--against", str(original), "--allow-axiom", "parallel"]) == 0


def test_modules_of_the_repository_are_checked_by_the_kernel(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lemma that no kernel has seen may hide in a module that the proof, or even the statement, imports."""
    written(tmp_path / "lakefile.toml", 'name = "evil"\n[[lean_lib]]\nname = "Evil"\n')
    written(
        tmp_path / "Evil.lean",
        "set_option debug.skipKernelTC true in\ntheorem helper : (1 : Nat) = 2 := by decide +kernel\n",
    )
    original = written(tmp_path / "Original.lean", "theorem t : (2 : Nat) = 1 := sorry\n")
    proof = written(tmp_path / "Proof.lean", "import Evil\ntheorem t : (2 : Nat) = 1 := helper.symm\n")
    cache = ["--repo", str(tmp_path)]
    assert main(["verify", str(proof), "--against", str(original), *cache]) == 1
    assert "the kernel refuses `helper" in capsys.readouterr().out.replace("\n", " ")
    written(original, "import Evil\ntheorem t : (2 : Nat) = 1 := sorry\n")
    assert main(["verify", str(proof), "--against", str(original), *cache]) == 1


def test_name_of_an_imported_module_cannot_be_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the original's import the same name could stand for something else."""
    written(tmp_path / "lakefile.toml", 'name = "defs"\n[[lean_lib]]\nname = "Defs"\n')
    written(tmp_path / "Defs.lean", "def small (n : Nat) : Prop := n < 5\n")
    original = written(tmp_path / "Original.lean", "import Defs\ntheorem t (n : Nat) : small n := sorry\n")
    proof = "def small (_ : Nat) : Prop := True\ntheorem t (n : Nat) : small n := trivial\n"
    path = written(tmp_path / "Proof.lean", proof)
    assert main(["verify", str(path), "--against", str(original), "--repo", str(tmp_path)]) == 1
    assert "accepted" not in capsys.readouterr().out
