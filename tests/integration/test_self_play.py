"""A whole run of self-play on a tiny repository: real Lean, real search, a real model of the smallest size."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conjecturer.cli import main
from conjecturer.proving import read_steps
from conjecturer.round_training import choices_so_far, steps_so_far
from conjecturer.run_records import HeldOut, RoundRecord, SelfPlayConfiguration, read_record
from data.dataset import read_split
from prover.cli import main as prove
from prover.tactics.ranking import Ranker
from prover.tactics.specification import JUDGE_FILE
from prover.training.dataset import read_trees

pytest.importorskip("torch")
pytestmark = pytest.mark.lean

_FILE = """\
namespace Tiny

def twice (n : Nat) : Nat := n + n

theorem twice_zero : twice 0 = 0 := rfl

theorem twice_one : twice 1 = 2 := rfl

theorem twice_eq (n : Nat) : twice n = 2 * n := by
  unfold twice
  omega

theorem twice_two : twice 2 = 4 := by rfl

theorem twice_three : twice 3 = 6 := by rfl

theorem twice_four : twice 4 = 8 := by rfl

theorem twice_succ (n : Nat) : twice (n + 1) = twice n + 2 := by
  unfold twice
  omega

theorem twice_add (m n : Nat) : twice (m + n) = twice m + twice n := by
  unfold twice
  omega

theorem le_twice (n : Nat) : n ≤ twice n := by
  unfold twice
  omega

theorem twice_le {m n : Nat} (h : m ≤ n) : twice m ≤ twice n := Nat.add_le_add h h

end Tiny
"""
_SMALL = (
    *("--rounds", "1", "--conjectures", "2", "--targets", "2", "--attempts", "1", "--checks", "40", "--seconds", "60"),
    *("--held-out", "1", "--held-out-checks", "4", "--preset", "nano", "--steps", "2", "--dial", "0"),
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny", numbered=False)
    (folder / "Tiny.lean").write_text(_FILE, encoding="utf-8")
    return folder


def play(repository: Path, out: Path, *more: str) -> int:
    return main(["self-play", "--repo", str(repository), "--out", str(out), *_SMALL, *more])


def test_a_run_goes_from_theorems_to_a_model_and_goes_on_where_it_stopped(repository: Path, tmp_path: Path) -> None:
    """A run takes hours: what is lost when a machine goes down must be one attempt, never a round."""
    out = tmp_path / "run"
    assert play(repository, out) == 0
    first, second = (read_record(out / f"round-{number}" / "round.json", RoundRecord) for number in (0, 1))
    assert first is not None
    assert second is not None
    assert first.num_targets_proved > 0
    assert second.num_attempted == 2
    assert second.num_held_out == 1
    assert sum(second.verdicts.values()) >= second.num_attempted
    assert (out / "round-1" / "prover" / "model.safetensors").exists()
    assert (out / "round-0" / "conjecturer" / "model.safetensors").exists()
    assert (first.solved_at_start, second.solved_at_start) in ((0, None), (1, None))
    rankers = [Ranker.load(out / f"round-{number}" / "tactics.ranker") for number in (0, 1)]
    assert list(rankers[0].weights) != list(rankers[1].weights)
    assert (out / "round-1" / "prover" / JUDGE_FILE).exists(), "what was tried in vain is learnt, too"
    asked = read_record(out / "run.json", SelfPlayConfiguration)
    assert asked is not None
    choices, steps = choices_so_far(out, 1, family=asked.family), steps_so_far(out, 1, configuration=asked)
    assert choices
    assert all(example.rivals for example in choices), "who judges learns nothing but to choose"
    assert steps
    assert not any(example.rivals for example in steps)
    run = json.loads((out / "round-1" / "proving-tiny" / "run.json").read_text(encoding="utf-8"))
    assert "judge=0.5" in run["generator"], "what the model learnt from the searches before counts at once"
    assert "Held-out theorems solved" in (out / "report.html").read_text(encoding="utf-8")
    held_out = json.loads((out / "held-out.json").read_text(encoding="utf-8"))["by_repository"]["tiny"]
    conjectures = json.loads((out / "round-1" / "conjectures-tiny.json").read_text(encoding="utf-8"))["conjectures"]
    assert not {entry["theorem"] for entry in conjectures} & set(held_out)

    (out / "round-1" / "round.json").unlink()
    shutil.rmtree(out / "round-1" / "prover")
    results = (out / "round-1" / "proving-tiny" / "results.jsonl").read_bytes()
    torn = (out / "round-1" / "proving-tiny" / "examples.jsonl").open("ab")
    torn.write(b'{"name": "conj')
    torn.close()
    assert play(repository, out) == 0
    again = read_record(out / "round-1" / "round.json", RoundRecord)
    assert again is not None
    assert again.model_dump(exclude={"seconds"}) == second.model_dump(exclude={"seconds"})
    assert (out / "round-1" / "proving-tiny" / "results.jsonl").read_bytes() == results


def test_a_run_without_models_teaches_the_ranker(repository: Path, tmp_path: Path) -> None:
    """Who has no torch, or no patience, would be left without a prover that learns."""
    out = tmp_path / "run"
    assert play(repository, out, "--preset", "none", "--seed", "1") == 0
    generators = [
        json.loads((out / f"round-{number}" / "proving-tiny" / "run.json").read_text(encoding="utf-8"))["generator"]
        for number in (0, 1)
    ]
    assert generators == ["symbolic,ranker=none", f"symbolic,ranker={(out / 'round-0' / 'tactics.ranker').resolve()}"]
    assert not list(out.rglob("model.safetensors"))


def test_a_run_learns_from_no_more_than_it_may(repository: Path, tmp_path: Path) -> None:
    """What self-play is worth where theorems are few could not be measured: the others would be learnt from, too."""
    out = tmp_path / "run"
    assert play(repository, out, "--preset", "none", "--targets", "9", "--learn-from", "4") == 0
    held_out = read_record(out / "held-out.json", HeldOut)
    assert held_out is not None
    assert len(held_out.by_repository["tiny"]) == 10 - 4
    tried = {json.loads(line)["name"] for line in (out / "round-0" / "proving-tiny" / "results.jsonl").open()}
    assert len(tried) == 4
    assert not tried & set(held_out.by_repository["tiny"])


def test_definitions_are_enough_to_conjecture_of(repository: Path, tmp_path: Path) -> None:
    """A new repository has functions before it has theorems, and self-play would have nothing to begin with."""
    out = tmp_path / "run"
    assert play(repository, out, "--preset", "none", "--exploration-only") == 0
    path = out / "round-1" / "conjectures-tiny.json"
    made = json.loads(path.read_text(encoding="utf-8"))["conjectures"]
    assert {entry["method"] for entry in made} == {"explore"}
    passed = {entry["statement"] for entry in made if entry["verdict"] == "passed"}
    assert passed
    assert all("Tiny.twice" in statement for statement in passed)
    attempted = {tree.theorem for tree in read_trees(out / "round-1" / "proving-tiny") if "conjecture" in tree.theorem}
    assert attempted == {"Tiny.conjecture_1_0", "Tiny.conjecture_1_1"}, "each stands among the file's own theorems"
    interesting = json.loads((out / "round-1" / "round.json").read_text(encoding="utf-8"))["interesting"]
    assert interesting
    assert all(declared.startswith("(") and proof.startswith("by") for declared, proof in interesting)


def test_a_run_begins_with_a_model_and_learns_nothing_that_its_data_set_holds_out(
    repository: Path, tmp_path: Path
) -> None:
    """A figure on a data set's test theorems is worth nothing once a run has trained the model on their proofs."""
    data, first, out = tmp_path / "data", tmp_path / "first", tmp_path / "run"
    assert prove(["replay", str(repository), "--out", str(data)]) == 0
    assert (
        prove(
            ["train", "--data", str(data), "--model", "nano", "--prompt", "names", "--epochs", "1", "--out", str(first)]
        )
        == 0
    )
    assert play(repository, out, "--preset", str(first), "--data", str(data)) == 0
    start, after = (read_record(out / f"round-{number}" / "round.json", RoundRecord) for number in (0, 1))
    assert start is not None
    assert after is not None
    assert (start.num_targets_attempted, start.num_held_out) == (0, 1), "a model that is there has only to be measured"
    assert after.num_examples > 0
    held_out = read_record(out / "held-out.json", HeldOut)
    assert held_out is not None
    kept = {theorem.full_name for split in ("val", "test") for theorem in read_split(data, "random", split)}
    assert set(held_out.by_repository["tiny"]) == kept
    tried = {step.name for step in read_steps(out / "round-1" / "proving-tiny")}
    assert not tried & kept


def test_another_configuration_does_not_take_over_a_run(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two variants in one folder would compare a mixture with itself."""
    out = tmp_path / "run"
    out.mkdir()
    (out / "run.json").write_text("{}", encoding="utf-8")
    assert play(repository, out, "--no-conjecturer") == 2
    assert "run.json is no record of a run" in capsys.readouterr().err


def test_too_few_theorems_to_hold_some_out_is_said_at_once(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run without held-out theorems measures nothing, and would say so only after hours."""
    assert play(repository, tmp_path / "run", "--held-out", "6") == 2
    assert "too few to hold out 6: give a smaller --held-out" in capsys.readouterr().err
