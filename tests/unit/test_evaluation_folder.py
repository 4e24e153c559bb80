"""A batch's run folder: nothing lost, nothing counted twice, nothing mixed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.benchmark import Problem
from data.declarations import theorem_from_statement
from data.errors import UsageError
from prover.commands.compare import run_compare
from prover.evaluation.folder import EvaluationFolder, read_results
from prover.evaluation.records import Outcome, PassResult, RunConfiguration, Task

_CONFIGURATION = RunConfiguration(
    benchmark="some", digest="0", seconds=1.0, num_checks=10, generator="symbolic", lean="4.35.0 embedded",
    library="1", leanloop="0", num_statements=2, num_passes=2,
)  # fmt: skip


def _result(name: str, num_pass: int = 0, outcome: Outcome = "open") -> PassResult:
    return PassResult(name=name, num_pass=num_pass, seed=num_pass, outcome=outcome)


def _tasks(*names: str, num_passes: int = 1) -> list[Task]:
    theorem = theorem_from_statement("theorem t : 1 = 1")
    return [
        Task(Problem(name=name, theorem=theorem, split=None, known_bad=None), num_pass=number, seed=number)
        for number in range(num_passes)
        for name in names
    ]


def test_a_run_goes_on_where_it_was(tmp_path: Path) -> None:
    """A night's run that was broken off in the morning would otherwise begin again."""
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("a"), None)
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        assert [task.problem.name for task in folder.remaining(_tasks("a", "b"))] == ["b"]


def test_half_a_line_is_no_result(tmp_path: Path) -> None:
    """A machine that went down while it wrote would otherwise spoil the line behind it, too."""
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("a"), None)
    results = tmp_path / "results.jsonl"
    results.write_bytes(results.read_bytes() + b'{"name": "b", "num_pa')
    assert [result.name for result in read_results(tmp_path)] == ["a"]
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("c"), None)
    assert [result.name for result in read_results(tmp_path)] == ["a", "c"]


def test_what_is_settled_is_not_tried_again(tmp_path: Path) -> None:
    """A statement that needs Mathlib would otherwise cost every pass."""
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("a", outcome="needs Mathlib"), None)
        folder.add(_result("b", outcome="proved"), None)
        left = list(folder.remaining(_tasks("a", "b", num_passes=2)))
    assert [(task.problem.name, task.num_pass) for task in left] == [("b", 1)]


def test_another_configuration_is_refused_and_named(tmp_path: Path) -> None:
    """Results of 10 s beside results of 60 s in one folder are a figure that nobody can repeat."""
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("a"), None)
    other = _CONFIGURATION.model_copy(update={"seconds": 60.0})
    with pytest.raises(UsageError, match=r"seconds: 60\.0, not 1\.0"):
        EvaluationFolder(tmp_path, configuration=other)
    with EvaluationFolder(tmp_path, configuration=other, fork=True) as folder:
        assert folder.results == []
    assert [result.name for result in read_results(tmp_path / "earlier-1")] == ["a"]


def test_more_passes_are_the_same_run(tmp_path: Path) -> None:
    """Who has pass@4 and wants pass@8 should pay for four passes."""
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION) as folder:
        folder.add(_result("a"), None)
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION.model_copy(update={"num_passes": 8})) as folder:
        assert len(folder.results) == 1


def test_two_runs_cannot_share_a_folder(tmp_path: Path) -> None:
    """Two writers would count every statement twice."""
    code = (
        "import sys; from pathlib import Path; from prover.evaluation.folder import EvaluationFolder\n"
        "from prover.evaluation.records import RunConfiguration\n"
        "configuration = RunConfiguration.model_validate_json(sys.argv[2])\n"
        "with EvaluationFolder(Path(sys.argv[1]), configuration=configuration): print('open', flush=True); input()"
    )
    words = [sys.executable, "-c", code, str(tmp_path), _CONFIGURATION.model_dump_json()]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(UsageError, match="another run writes to"):
            EvaluationFolder(tmp_path, configuration=_CONFIGURATION)
        other.communicate(b"\n")
    with EvaluationFolder(tmp_path, configuration=_CONFIGURATION):
        pass


def test_runs_over_different_statements_are_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comparison across two copies of a benchmark says nothing about the provers."""
    for name, digest in (("a", "0"), ("b", "0"), ("c", "1")):
        configuration = _CONFIGURATION.model_copy(update={"digest": digest, "generator": name})
        with EvaluationFolder(tmp_path / name, configuration=configuration) as folder:
            folder.add(_result("t", outcome="proved" if name == "a" else "open"), None)
    assert run_compare([str(tmp_path / "a"), str(tmp_path / "b"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["only_first"], found["differences"]) == (["t"], ["generator: 'a', not 'b'"])
    with pytest.raises(UsageError, match="different statements"):
        run_compare([str(tmp_path / "a"), str(tmp_path / "c")])
