"""What the sandbox costs: the time to start a command in it, and the time per Lean check beside one without it.

    python scripts/bench_sandbox.py [--runs N]

Both are measured by turns, so that whatever else the machine does falls on both alike. The quickest of all runs are
compared: what disturbs a run only ever makes it longer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from data.declarations import theorem_from_statement
from prover.lean import server
from prover.lean.embedded import embedded_lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits, sandboxed

STATEMENT = "theorem t (a b c d : Nat) (h : a = b) (k : c = d) : a + c = d + b"
TACTICS = [f"{tactic} -- {number}" for number in range(8) for tactic in ("omega", "simp", "rfl", "assumption")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=40, help="how often each is measured (default 40)")
    parser.add_argument("--json", action="store_true", help="one JSON line")
    flags = parser.parse_args()
    plain, confined = start_seconds(flags.runs)
    free, boxed = check_seconds(flags.runs)
    record = {
        "start_ms": round(1000 * (confined - plain), 1),
        "check_ms": round(1000 * boxed, 3),
        "check_ms_without": round(1000 * free, 3),
        "overhead_percent": round(100 * (boxed / free - 1), 2),
    }
    if flags.json:
        print(json.dumps(record))
    else:
        print(f"starting a command takes {record['start_ms']} ms more in the sandbox")
        print(f"a Lean check takes {record['check_ms']} ms in it, {record['check_ms_without']} ms without: ", end="")
        print(f"{record['overhead_percent']:+} %")


def start_seconds(num_runs: int) -> tuple[float, float]:
    """The shortest time of a command that does nothing, without and with the sandbox."""
    limits = Limits(memory_bytes=2 << 30, readable=(Path("/usr"),))
    commands = (["true"], sandboxed(["true"], limits=limits))
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(num_runs):
        for command, measured in zip(commands, times, strict=True):
            start = time.perf_counter()
            subprocess.run(command, check=True)
            measured.append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def check_seconds(num_runs: int) -> tuple[float, float]:
    """The shortest time of one check in a batch, without and with the sandbox."""
    lean = embedded_lean()

    def unconfined(command: Sequence[str], *, limits: Limits) -> list[str]:  # noqa: ARG001
        return list(command)

    theorem = theorem_from_statement(STATEMENT)
    with mock.patch.object(server, "sandboxed", unconfined):
        free = LeanEnvironment(lean)
        free_state = free.start(theorem)
    with free, LeanEnvironment(lean) as boxed:
        boxed_state = boxed.start(theorem)
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(num_runs):
            for environment, state, measured in ((free, free_state, times[0]), (boxed, boxed_state, times[1])):
                start = time.perf_counter()
                environment.check(state, TACTICS)
                measured.append((time.perf_counter() - start) / len(TACTICS))
    return min(times[0]), min(times[1])


if __name__ == "__main__":
    main()
