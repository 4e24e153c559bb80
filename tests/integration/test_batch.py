"""`prove batch` with real Ray and real Lean: one machine, several, and none but this process."""

from __future__ import annotations

import json
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import ray
from ray.cluster_utils import Cluster
from ray.job_submission import JobStatus, JobSubmissionClient

from data.benchmark import read_benchmark
from prover.cluster import ClusterPool, WorkerProcesses, start_worker
from prover.cluster_models import Handles
from prover.evaluation.batch import InProcessPool
from prover.evaluation.folder import read_results
from prover.evaluation.records import Task, tasks
from prover.evaluation.worker import WorkerSetting
from prover.lean.command import Lean
from prover.proof import ProofState, Suggestion
from prover.prover import ProverOptions
from prover.tactics.symbolic import SymbolicGenerator
from tests.integration.batches import CHECKS, STATEMENTS, essence, write_benchmark

pytestmark = [pytest.mark.lean, pytest.mark.xdist_group("ray")]


@pytest.fixture
def setting(embedded: Lean, tmp_path: Path) -> WorkerSetting:
    options = ProverOptions(seconds=60, num_checks=CHECKS, num_processes=1)
    return WorkerSetting(root=tmp_path, options=options, lean=None, cache=None, lean_key=embedded.key)


@pytest.fixture
def all_tasks(tmp_path: Path) -> list[Task]:
    return tasks(read_benchmark(write_benchmark(tmp_path)), num_passes=1, seed=0)


@pytest.fixture(scope="module")
def two_machines() -> Iterator[Cluster]:
    """Two Ray nodes with processes of their own, as two machines would have; the head takes jobs."""
    # Both ports are fixed by default, and the clusters of tests beside these have them; the second, 0, is any.
    ports = {"dashboard_port": _free_port(), "dashboard_agent_listen_port": 0}
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": True, **ports})
    cluster.add_node(num_cpus=1)
    yield cluster
    cluster.shutdown()  # type: ignore[no-untyped-call]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def connected(two_machines: Cluster) -> Iterator[None]:
    ray.init(address=two_machines.address, log_to_driver=False)
    yield
    ray.shutdown()


def test_a_mistake_of_our_own_costs_one_statement(
    setting: WorkerSetting, all_tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One goal of an unexpected shape would end the night's batch, and every time at the same place."""
    suggest = SymbolicGenerator.suggest

    def stumbling(
        self: SymbolicGenerator, states: Sequence[ProofState], *, num_suggestions: int
    ) -> list[list[Suggestion]]:
        if "∨" in states[0].text:
            raise ValueError("not enough values to unpack")
        return suggest(self, states, num_suggestions=num_suggestions)

    monkeypatch.setattr(SymbolicGenerator, "suggest", stumbling)
    chosen = [task for task in all_tasks if task.problem.name in ("swap", "or", "le")]
    results = {outcome.result.name: outcome.result for outcome in InProcessPool(setting).run(chosen)}
    assert {name: result.outcome for name, result in results.items()} == {
        "swap": "proved", "or": "LeanLoop failed", "le": "proved",
    }  # fmt: skip
    assert "please report it: ValueError: not enough values to unpack" in results["or"].message


@pytest.mark.usefixtures("connected")
def test_a_cluster_finds_what_one_process_finds(setting: WorkerSetting, all_tasks: list[Task]) -> None:
    """Figures from a cluster and from a laptop would otherwise be two different figures."""
    on_cluster = [outcome.result for outcome in ClusterPool(setting, num_workers=2).run(all_tasks)]
    in_process = [outcome.result for outcome in InProcessPool(setting).run(all_tasks)]
    assert essence(on_cluster) == essence(in_process)
    outcomes = {result.name: result.outcome for result in in_process}
    assert outcomes == {
        **dict.fromkeys(("swap", "sum", "nil", "or", "le"), "proved"),
        "hard": "open",
        "real": "needs Mathlib",
        "unknown": "does not elaborate",
    }


@pytest.mark.usefixtures("connected")
def test_processes_that_are_kept_serve_the_next_run(setting: WorkerSetting, all_tasks: list[Task]) -> None:
    """The next run would go by the settings of the one before, or wait again for every process to start."""
    started: list[WorkerSetting] = []

    def counted(setting: WorkerSetting, models: Handles) -> Any:
        started.append(setting)
        return start_worker(setting, models)

    chosen = [task for task in all_tasks if task.problem.name in ("swap", "sum", "nil")]
    hasty = replace(setting, options=replace(setting.options, num_checks=1))
    with WorkerProcesses(counted) as processes:
        for each in (setting, hasty):
            pool = ClusterPool(each, num_workers=2, processes=processes)
            found = [outcome.result for outcome in pool.run(chosen)]
            assert essence(found) == essence([outcome.result for outcome in InProcessPool(each).run(chosen)])
        assert started == [setting, setting]


@pytest.mark.timeout(900)  # a minute where nothing else runs
def test_a_batch_is_submitted_as_a_job(two_machines: Cluster, tmp_path: Path) -> None:
    """Who has a cluster has no terminal on it that stays open for a night."""
    out = tmp_path / "run"
    words = [sys.executable, "-m", "prover", "batch", "--path", str(write_benchmark(tmp_path)), "--out", str(out)]
    # Not `auto`: that joins any cluster of this machine, and other tests beside this one end theirs.
    words += ["--checks", str(CHECKS), "--ray-address", two_machines.address, "--json"]
    head = two_machines.head_node
    assert head is not None
    client = JobSubmissionClient(f"http://{head.webui_url}")
    deadline = time.monotonic() + 600
    job = _submitted(client, shlex.join(words), deadline=deadline)
    while not (status := client.get_job_status(job)).is_terminal() and time.monotonic() < deadline:
        time.sleep(0.5)
    assert status == JobStatus.SUCCEEDED, client.get_job_logs(job)
    assert {result.name for result in read_results(out)} == {str(line["name"]) for line in STATEMENTS}


def _submitted(client: JobSubmissionClient, command: str, *, deadline: float) -> str:
    """The job's number. A cluster that has just come up says "please try again later"."""
    while True:
        try:
            return client.submit_job(entrypoint=command, runtime_env={"env_vars": {"PYTHONPATH": str(Path.cwd())}})
        except RuntimeError as error:
            if "try again" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(1.0)


def test_the_command_goes_on_and_says_how_far_it_is(tmp_path: Path) -> None:
    """The whole command as a researcher types it: a run, one more pass on top, and a look from another terminal."""
    out = tmp_path / "run"
    words = [sys.executable, "-m", "prover", "batch", "--path", str(write_benchmark(tmp_path)), "--out", str(out)]
    words += ["--checks", str(CHECKS), "--workers", "2", "--json"]
    first = subprocess.run(words, capture_output=True, text=True, check=False, timeout=280)
    assert first.returncode == 0, first.stderr
    summary = json.loads(first.stdout)
    assert summary["outcomes"]["proved"] == 5
    assert summary["outcomes"]["needs Mathlib"] == 1
    again = subprocess.run([*words, "--passes", "2"], capture_output=True, text=True, check=False, timeout=280)
    assert again.returncode == 0, again.stderr
    results = read_results(out)
    num_searchable = len(STATEMENTS) - 2
    assert len(results) == len({(result.name, result.num_pass) for result in results}) == 8 + num_searchable
    status = [sys.executable, "-m", "prover", "batch", "--status", str(out), "--json"]
    shown = json.loads(subprocess.run(status, capture_output=True, check=True).stdout)
    assert [rate["k"] for rate in shown["pass_at_k"]] == [1, 2]
    assert (out / "proofs" / "swap.lean").read_text().startswith("theorem swap (p q : Prop)")
    assert (out / "trees" / "hard.html").exists()
    other = subprocess.run([*words, "--seconds", "7"], capture_output=True, text=True, check=False)
    assert (other.returncode, other.stderr.count("\n")) == (2, 1)
    assert "seconds: 7.0, not 60.0" in other.stderr
