"""A disk that gets full in the middle of a batch: one line, and with space again the same command goes on."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from prover.evaluation.folder import read_results
from tests.integration.batches import CHECKS, STATEMENTS, write_benchmark


@pytest.mark.lean
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_a_full_disk_is_one_line_and_costs_nothing(tmp_path: Path) -> None:
    """It was a stack trace, which tells nobody that the results are safe and what to do."""
    out = tmp_path / "run"
    (out / "trees").mkdir(parents=True)
    full = out / "trees" / "nil.json"
    full.symlink_to("/dev/full")
    command = [sys.executable, "-m", "prover", "batch", "--path", str(write_benchmark(tmp_path)), "--out", str(out)]
    command += ["--checks", str(CHECKS), "--in-process", "--json"]
    stopped = subprocess.run(command, capture_output=True, text=True, check=False)
    assert stopped.returncode == 2
    assert stopped.stderr.splitlines()[-1] == f"prove: --out {out} cannot be written: No space left on device"
    assert "Traceback" not in stopped.stderr
    assert 0 < len(read_results(out)) < len(STATEMENTS)
    full.unlink()
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    assert Counter(result.name for result in read_results(out)) == Counter(line["name"] for line in STATEMENTS)
