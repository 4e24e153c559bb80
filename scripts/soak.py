"""A batch that is killed at random, beside the same batch left alone: what is lost, doubled, or judged otherwise.

    python scripts/soak.py --theorems 300 --kills 20 [--workers N]

Simple theorems are made, as many as asked for, true and false. Lean, workers and the driver itself are killed with
SIGKILL; the driver is started again on the same folder until it ends by itself. Peak memory is that of the driver, and
of the largest Lean, looked at ten times a second. Full disks and clocks that jump are not tried here.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil

SHAPES = (
    "(a b : Nat) : a + b + {n} = b + a + {n}", "(p q : Prop) (h : p ∧ q) : q ∧ (p ∨ {n} = 0)",
    "(a b : Nat) (h : a < b) : a + {n} < b + {n} + 1", "(l : List Nat) : (l ++ []).length + {n} = {n} + l.length",
    "(a : Nat) : a * {n} + 1 = a",
)  # fmt: skip


@dataclass
class Watch:
    """What has been seen of a run's processes."""

    kills: Counter[str] = field(default_factory=Counter)
    peak_bytes: Counter[str] = field(default_factory=Counter)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--theorems", type=int, default=300, metavar="N", help="how many theorems (default 300)")
    parser.add_argument("--kills", type=int, default=20, metavar="N", help="how many kills at most (default 20)")
    parser.add_argument("--every", type=float, default=4.0, metavar="S", help="mean seconds between kills (default 4)")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="Ray workers; 0 for none (default)")
    parser.add_argument("--seed", type=int, default=0)
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="leanloop-soak-") as scratch:
        folder = Path(scratch)
        statements = folder / "soak.jsonl"
        lines = [
            {"name": f"s{n}", "formal_statement": f"theorem s{n} {SHAPES[n % len(SHAPES)].format(n=n)} := by"}
            for n in range(flags.theorems)
        ]
        statements.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        quiet, _ = run(statements, folder / "quiet", flags, num_kills=0)
        disturbed, watch = run(statements, folder / "disturbed", flags, num_kills=flags.kills)
    counts = Counter(name for name, _ in disturbed)
    expected = dict(quiet)
    record = {
        "theorems": flags.theorems,
        "kills": dict(watch.kills),
        "lost": len(expected.keys() - counts.keys()),
        "doubled": sum(count > 1 for count in counts.values()),
        "other_verdicts": sum(expected.get(name) != outcome for name, outcome in disturbed),
        "peak_mb": {kind: size >> 20 for kind, size in watch.peak_bytes.items()},
    }
    print(json.dumps(record))
    return int(any(record[key] for key in ("lost", "doubled", "other_verdicts")))


def run(
    statements: Path, out: Path, flags: argparse.Namespace, *, num_kills: int
) -> tuple[list[tuple[str, str]], Watch]:
    """Run the batch to its end, killing on the way; the outcome of every line of its results."""
    generator, watch = random.Random(flags.seed), Watch()
    where = ["--workers", str(flags.workers)] if flags.workers else ["--in-process"]
    command = [sys.executable, "-m", "prover", "batch", "--path", str(statements), "--out", str(out), "--checks", "40"]
    while True:
        driver = psutil.Popen([*command, *where, "--json"], stdout=subprocess.DEVNULL)
        next_kill = time.monotonic() + generator.expovariate(1 / flags.every)
        while driver.poll() is None:
            time.sleep(0.1)
            processes = seen(driver, watch)
            if num_kills > watch.kills.total() and time.monotonic() > next_kill:
                kind = generator.choice(sorted(processes))
                generator.choice(processes[kind]).kill()
                watch.kills[kind] += 1
                next_kill = time.monotonic() + generator.expovariate(1 / flags.every)
        if driver.returncode >= 0:
            break
    lines = (out / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return [(entry["name"], entry["outcome"]) for entry in map(json.loads, lines)], watch


def seen(driver: psutil.Process, watch: Watch) -> dict[str, list[psutil.Process]]:
    """The driver, its workers and its Leans, by kind; their memory is noted."""
    found: dict[str, list[psutil.Process]] = {"driver": [driver]}
    try:
        for process in driver.children(recursive=True):
            words = process.cmdline() or [""]
            if Path(words[0]).name == "lean":
                found.setdefault("lean", []).append(process)
            elif "_WorkerActor" in words[0]:
                found.setdefault("worker", []).append(process)
        for kind, processes in found.items():
            watch.peak_bytes[kind] = max(watch.peak_bytes[kind], *(each.memory_info().rss for each in processes))
    except psutil.NoSuchProcess:
        pass
    return found


if __name__ == "__main__":
    sys.exit(main())
