"""The command `prove`, as a user runs it: a process of its own, the embedded engine, real files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from prover.lean.command import Lean

SWAP = "theorem swap (p q : Prop) : p ∧ q → q ∧ p"
# True, and far beyond any quick search: there is no largest pair of that kind to run into.
# Without a tactic that takes as long as the limit on one check allows: on a busy machine it would end another way.
EXPLORED = (
    "theorem explored (p q : Nat → Prop) (h : ∀ n, p n → q (n + 1)) (k : ∀ n, q n → p (n + 1)) (b : p 0) : "
    "∃ n, p (n + 1) ∧ n = 99"
)
HARD = "theorem hard (f : Nat → Nat) (h : ∀ n, f (n + 1) > f (f n)) : ∀ n, f n = n"

pytestmark = [pytest.mark.lean, pytest.mark.usefixtures("embedded")]


def prove(*arguments: str | Path, directory: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "prover", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        command, capture_output=True, text=True, cwd=directory, env=environment, timeout=120, check=False
    )


def json_lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def compiles(text: str, lean: Lean, directory: Path) -> bool:
    """Whether Lean accepts the text without an error or a `sorry`."""
    file = directory / "Pasted.lean"
    file.write_text(text)
    command = [*lean.command, str(file)]
    run = subprocess.run(command, env=lean.environment(), capture_output=True, text=True, check=False)
    return run.returncode == 0 and "sorry" not in run.stdout


def test_what_is_printed_can_be_pasted(embedded: Lean, tmp_path: Path) -> None:
    """A proof that has to be mended by hand is no proof to a user."""
    run = prove("--statement", SWAP)
    assert run.returncode == 0, run.stderr
    assert "swap: proved" in run.stdout
    assert compiles(run.stdout, embedded, tmp_path)


def test_a_json_line_says_all_there_is_to_know(embedded: Lean, tmp_path: Path) -> None:
    """Scripts read these fields; standard output must hold nothing else."""
    run = prove("--statement", SWAP, "--json")
    (line,) = json_lines(run.stdout)
    assert list(line) == ["theorem", "status", "proof", "checks", "seconds", "axioms", "message"]
    assert (line["theorem"], line["status"]) == ("swap", "proved")
    assert line["checks"] > 0
    assert set(line["axioms"]) <= {"propext", "Classical.choice", "Quot.sound"}
    assert compiles(line["proof"], embedded, tmp_path)


def test_write_fills_every_sorry_of_a_file(embedded: Lean, tmp_path: Path) -> None:
    """Users point `prove` at their file and expect it back complete, every other character as it was."""
    file = tmp_path / "Mine.lean"
    file.write_text(
        "namespace Mine\n\n/-- A remark. -/\ntheorem zero_add (n : Nat) : 0 + n = n := by\n  sorry\n\n"
        "variable (p q : Prop)\n\ntheorem both (hp : p) (hq : q) : p ∧ q := by\n  constructor\n  · sorry\n  · sorry\n\n"
        "example (h : p ∨ q) : q ∨ p := sorry\n\nend Mine\n"
    )
    run = prove("--file", file, "--all-sorries", "--write", "--json")
    assert run.returncode == 0, run.stdout + run.stderr
    names = [line["theorem"] for line in json_lines(run.stdout)]
    assert names == ["Mine.zero_add", "Mine.both", "Mine.both#2", "example@L14"]
    assert "/-- A remark. -/" in file.read_text()
    assert compiles(file.read_text(), embedded, tmp_path)


def test_what_does_not_fall_alone_falls_with_the_proofs_before_it(embedded: Lean, tmp_path: Path) -> None:
    """A file of lemmas that build on each other is how people leave their work for the night."""
    file = tmp_path / "Powers.lean"
    file.write_text(
        "def pow (b : Nat) : Nat → Nat\n  | 0 => 1\n  | n + 1 => pow b n * b\n\n"
        "theorem pow_add (b m n : Nat) : pow b (m + n) = pow b m * pow b n := by\n  sorry\n\n"
        "theorem pow_mul (b m n : Nat) : pow b (m * n) = pow (pow b m) n := by\n  sorry\n"
    )
    run = prove("--file", file, "--all-sorries", "--checks", "400", "--write", "--json")
    assert run.returncode == 0, run.stdout + run.stderr
    first, second = json_lines(run.stdout)
    assert first["message"] == ""
    assert "earlier" in second["message"], "whoever pastes one proof only must know"
    assert "pow_add" in second["proof"]
    assert compiles(file.read_text(), embedded, tmp_path)


def test_without_write_no_file_is_touched(tmp_path: Path) -> None:
    """Looking for a proof must not change the user's work."""
    file = tmp_path / "Mine.lean"
    text = "theorem t : True ∧ True := by\n  sorry\n"
    file.write_text(text)
    assert prove(f"{file}#1").returncode == 0
    assert file.read_text() == text
    assert list(tmp_path.iterdir()) == [file]


def test_a_theorem_of_a_bundled_corpus_that_imports_others() -> None:
    """`--repo NAME --theorem NAME` is the first thing the README shows of a repository."""
    run = prove("--repo", "logic", "--theorem", "nowhere")
    assert run.returncode == 2
    assert "no theorem 'nowhere' in logic" in run.stderr


def test_not_proved_is_exit_status_1() -> None:
    """A script must be able to tell a theorem that is still open from a mistake in its own call."""
    run = prove("--statement", HARD, "--checks", "40", "--json")
    (line,) = json_lines(run.stdout)
    assert (run.returncode, line["status"], line["proof"]) == (1, "open", None)
    assert line["checks"] <= 40
    assert "checks" in line["message"]


def test_a_false_statement_is_called_false() -> None:
    """A typo in a statement would otherwise cost the user the whole budget and the reason."""
    run = prove("--statement", "theorem wrong (a b : Nat) : a + b = a", "--json")
    (line,) = json_lines(run.stdout)
    assert (run.returncode, line["status"], line["proof"]) == (1, "disproved", None)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--statement", ""], "empty"),
        (["--statement", "theorem t : Undefined.thing"], "Undefined.thing"),
        (["--statement", "theorem t (p : Prop : p"], ""),
        (["--file", "nowhere.lean"], "no such file"),
        (["--file", "."], "--repo"),
        (["--seconds", "soon", "--statement", "True"], "a number of seconds, got 'soon'"),
        (["--seconds", "0", "--statement", "True"], "--seconds"),
        (["--checks", "many", "--statement", "True"], "--checks"),
        (["--nonsense"], "--help"),
        (["--write", "--statement", "True"], "--write"),
        (["--lean", "/nowhere/lean", "--statement", "True"], "/nowhere/lean"),
        (["a.lean", "--file", "b.lean"], "b.lean"),
    ],
)
def test_a_mistake_is_one_line_and_exit_status_2(arguments: list[str], complaint: str, tmp_path: Path) -> None:
    """A stack trace, or a page of usage, hides from the user what was wrong."""
    run = prove(*arguments, directory=tmp_path)
    assert run.returncode == 2, run.stdout
    assert run.stderr.count("\n") == 1, run.stderr
    assert run.stderr.startswith("prove: ")
    assert complaint in run.stderr
    assert run.stdout == ""


def test_an_error_before_the_theorem_is_shown_with_its_place(tmp_path: Path) -> None:
    """The user has to mend the file first, and must be told where."""
    file = tmp_path / "Broken.lean"
    file.write_text("theorem fine : True := trivial\n\ntheorem broken : 1 = 2 := rfl\n\ntheorem t : True := sorry\n")
    run = prove("--file", file, "--theorem", "t")
    assert run.returncode == 2
    assert f"{file}:3:" in run.stderr


def test_out_keeps_result_proof_and_tree(embedded: Lean, tmp_path: Path) -> None:
    """A run that cannot be looked at afterwards has to be made again."""
    out = tmp_path / "run"
    assert prove("--statement", SWAP, "--out", out).returncode == 0
    (line,) = json_lines((out / "results.jsonl").read_text())
    tree = json.loads((out / "trees" / "swap.json").read_text())
    assert line["status"] == tree["status"] == "proved"
    assert any(node["is_winning"] for node in tree["nodes"])
    assert compiles((out / "proofs" / "swap.lean").read_text(), embedded, tmp_path)
    assert "<html" in (out / "trees" / "swap.html").read_text()
    assert json.loads((out / "run.json").read_text())["lean"]["version"] == embedded.version


def test_the_same_seed_gives_the_same_tree(tmp_path: Path) -> None:
    """Nobody could reproduce a result, or find out why a change made it worse."""
    trees = []
    for name in ("first", "second"):
        out = tmp_path / name
        prove("--statement", EXPLORED, "--checks", "400", "--seconds", "120", "--seed", "7", "--out", out)
        tree = json.loads((out / "trees" / "explored.json").read_text())
        trees.append(tree["nodes"])
    assert len(trees[0]) > 1
    for one, other in zip(*trees, strict=True):
        for tactic, again in zip(one["edges"], other["edges"], strict=True):
            assert tactic == again
        assert one == other


def test_ctrl_c_saves_the_tree_and_leaves_no_lean_behind(tmp_path: Path) -> None:
    """A user who loses patience must not lose what was found, nor the machine to forgotten processes."""
    out = tmp_path / "run"
    process = subprocess.Popen(
        [sys.executable, "-m", "prover", "--statement", HARD, "--seconds", "100", "--out", str(out)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "LEANLOOP_TEST_MARK": str(out)},
    )
    try:
        wait_until(lambda: len(marked_processes(out)) > 2, "Lean never started", seconds=100.0)
        time.sleep(1.0)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert json.loads((out / "trees" / "hard.json").read_text())["nodes"]
    wait_until(lambda: not marked_processes(out), "Lean outlived the prover")


def marked_processes(mark: Path) -> list[int]:
    """The processes whose environment carries our mark: `prove` and everything it started."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                marked = f"LEANLOOP_TEST_MARK={mark}".encode() in (entry / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if marked:
                found.append(int(entry.name))
    return found


def wait_until(condition: Any, complaint: str, *, seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, complaint
        time.sleep(0.1)


def test_without_arguments_a_tour_and_with_help_examples() -> None:
    """The first thing a newcomer types must show what to type next."""
    tour, manual = prove(), prove("--help")
    assert tour.returncode == manual.returncode == 0
    assert "prove --statement" in tour.stdout
    assert "examples:" in manual.stdout


def test_doctor_names_the_lean_it_found(embedded: Lean) -> None:
    """When something does not work, this is what the user is asked to run."""
    run = prove("doctor")
    assert run.returncode == 0, run.stdout + run.stderr
    assert embedded.version in run.stdout
