"""Kill -9 in the middle of a batch: of a Lean, of a worker, of the driver. Nothing is lost, nothing counts twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
import ray

from data.benchmark import read_benchmark
from data.errors import UsageError
from prover.cluster import ClusterPool, connect
from prover.evaluation.batch import InProcessPool
from prover.evaluation.folder import read_results
from prover.evaluation.records import PassResult, Task, tasks
from prover.evaluation.worker import WorkerSetting
from prover.lean.command import Lean
from prover.prover import ProverOptions
from tests.integration.batches import CHECKS, essence, write_benchmark

pytestmark = [pytest.mark.lean, pytest.mark.xdist_group("ray")]


@pytest.fixture
def setting(embedded: Lean, tmp_path: Path) -> WorkerSetting:
    options = ProverOptions(seconds=60, num_checks=CHECKS, num_processes=1)
    return WorkerSetting(root=tmp_path, options=options, lean=None, cache=None, lean_key=embedded.key)


@pytest.fixture
def all_tasks(tmp_path: Path) -> list[Task]:
    return tasks(read_benchmark(write_benchmark(tmp_path)), num_passes=1, seed=0)


@pytest.fixture
def cluster() -> Iterator[None]:
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def _descendants(of: int, is_wanted: Callable[[list[str]], bool]) -> list[psutil.Process]:
    found = []
    for process in psutil.Process(of).children(recursive=True):
        try:
            if is_wanted(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def _is_worker(words: list[str]) -> bool:
    return any("_WorkerActor" in word for word in words)


def _is_lean(words: list[str]) -> bool:
    return Path(words[0]).name == "lean" and ("--server" in words or "--worker" in words)


@pytest.mark.parametrize("is_victim", [_is_worker, _is_lean], ids=["worker", "Lean"])
@pytest.mark.usefixtures("cluster")
def test_a_killed_process_costs_its_pass_and_no_more(
    setting: WorkerSetting, all_tasks: list[Task], is_victim: Callable[[list[str]], bool]
) -> None:
    """On a busy cluster some process always dies; a run that ends, or loses a statement, with it is of no use."""
    undisturbed = [outcome.result for outcome in InProcessPool(setting).run(all_tasks)]
    results: list[PassResult] = []
    num_killed = 0
    for outcome in ClusterPool(setting, num_workers=2).run(all_tasks):
        results.append(outcome.result)
        if num_killed < 2:
            for victim in _descendants(os.getpid(), is_victim)[:1]:
                victim.kill()
                num_killed += 1
    assert num_killed == 2
    assert essence(results) == essence(undisturbed)


def _start_batch(tmp_path: Path, *more: str) -> tuple[subprocess.Popen[str], list[str]]:
    """A driver with two workers that has written its first result, and its command."""
    out = tmp_path / "run"
    words = [sys.executable, "-m", "prover", "batch", "--path", str(tmp_path / "small.jsonl"), "--out", str(out)]
    words += ["--checks", str(CHECKS), "--workers", "2", "--json", *more]
    driver = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 120
    while not (out / "results.jsonl").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return driver, words


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_driver_that_is_told_to_stop_does_so_in_one_line(
    all_tasks: list[Task], tmp_path: Path, number: signal.Signals
) -> None:
    """Clusters end jobs by SIGTERM: its user would find a stack trace, and ask whether something is lost."""
    driver, _ = _start_batch(tmp_path, "--passes", "20")
    driver.send_signal(number)
    _, errors = driver.communicate(timeout=120)
    assert driver.returncode == 130, errors
    assert errors.splitlines()[-1] == "prove: stopped"
    assert "Traceback" not in errors
    assert 0 < len(read_results(tmp_path / "run")) < 20 * len(all_tasks)


def test_a_ray_that_does_not_answer_any_more_ends_the_driver() -> None:
    """It would wait for ever, and a night be lost: nothing wakes who waits inside of Ray."""
    program = """
import time
from prover import cluster
cluster._SECONDS_WITHOUT_ANSWER = 1.0
with cluster._answer_expected():
    print("answered", flush=True)
time.sleep(2)
print("still here", flush=True)
with cluster._answer_expected():
    time.sleep(60)
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=50)
    assert ended.stdout.splitlines() == ["answered", "still here"]
    assert ended.returncode == 2
    assert ended.stderr == "Ray does not answer any more; the same command again goes on where this run was\n"


def test_a_cluster_without_nodes_is_an_error(all_tasks: list[Task], tmp_path: Path) -> None:
    """The driver waited for ever, for workers that no node was there to start."""
    assert all_tasks
    driver, _ = _start_batch(tmp_path, "--passes", "20")
    for victim in _descendants(driver.pid, lambda words: Path(words[0]).name == "raylet"):
        victim.kill()
    _, errors = driver.communicate(timeout=120)
    assert driver.returncode == 2, errors
    assert "no node of the Ray cluster is left" in errors.splitlines()[-1]
    assert "Traceback" not in errors


def test_ray_that_does_not_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A node that is killed while Ray starts is a bare exception of Ray's, and was a stack trace."""

    def fail(**_: object) -> None:
        raise Exception("The current node timed out during startup.")

    monkeypatch.setattr(ray, "init", fail)
    with pytest.raises(UsageError, match="Ray does not start on this machine: The current node timed out"):
        connect(None, num_workers=2)


def test_a_batch_leaves_no_temporary_files(
    all_tasks: list[Task], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every worker of every run left a folder behind, until some day the disk would have been full."""
    assert all_tasks
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("RAY_TMPDIR", os.environ.get("RAY_TMPDIR", "/tmp"))  # its sockets want a short path
    monkeypatch.setenv("TMPDIR", str(temporary))
    driver, _ = _start_batch(tmp_path)
    _, errors = driver.communicate(timeout=280)
    assert driver.returncode == 0, errors
    assert not list(temporary.iterdir())


def test_a_killed_driver_goes_on_where_it_was(setting: WorkerSetting, all_tasks: list[Task], tmp_path: Path) -> None:
    """A machine that reboots at night would otherwise cost the night."""
    undisturbed = [outcome.result for outcome in InProcessPool(setting).run(all_tasks)]
    out = tmp_path / "run"
    driver, words = _start_batch(tmp_path)
    started = _descendants(driver.pid, lambda words: _is_lean(words) or _is_worker(words))
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    num_before = len(read_results(out))
    assert 0 < num_before < len(undisturbed)
    assert started
    _, alive = psutil.wait_procs(started, timeout=60)
    assert not alive
    finished = subprocess.run(words, capture_output=True, text=True, check=False, timeout=280)
    assert finished.returncode == 0, finished.stderr
    assert essence(read_results(out)) == essence(undisturbed)
