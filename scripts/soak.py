"""A batch that everything goes wrong for, beside the same batch left alone: what is lost, doubled, or judged otherwise.

    python scripts/soak.py --theorems 300 --faults 24 [--workers N]

Half of the statements are theorems of the bundled corpora, their proofs hidden, the others are generated, true and
false. The faults come in rounds, in every round each kind once, in an order drawn by lot:

driver, worker, lean, supervisor, raylet, gcs_server    one such process gets SIGKILL
disk     the run's folder is on a disk of its own, which gets full; there is space again when the driver has ended
clock    the driver's time of day jumps by up to twelve hours

A driver that has ended is started again with the same command, until it ends by itself with status 0. It may end before
only by SIGKILL, with status 2 and one line on a full disk or without Ray's raylet or GCS, or with status 1 and Ray's
own line a minute after Ray's GCS. Some seconds after any end nothing that it started may be left. What this machine has
no means for (disk: root; clock: gcc) is named in the record under `skipped`. The status is 1 if anything came out
otherwise.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.declarations import theorems
from data.repository import corpora, open_repository, parse_imports
from data.source import read_source
from scripts.soak_machine import Machine

SHAPES = (
    "(a b : Nat) : a + b + {n} = b + a + {n}", "(p q : Prop) (h : p ∧ q) : q ∧ (p ∨ {n} = 0)",
    "(a b : Nat) (h : a < b) : a + {n} < b + {n} + 1", "(l : List Nat) : (l ++ []).length + {n} = {n} + l.length",
    "(a : Nat) : a * {n} + 1 = a", "(a : Int) : a - {n} < a", "(b : Bool) : (b && !b) = false ∧ {n} = {n}",
    "(p q r : Prop) : (p → q) → (q → r) → p → r ∧ {n} ≤ {n} + 1", "(f : Nat → Nat) (h : ∀ n, f n = {n}) : f 1 = f 2",
    "(l : List Nat) : l.reverse.reverse = l ++ [] ∨ l = [{n}]", "(p q : Prop) (h : p ∨ q) : p ∧ {n} = {n}",
    "(a b : Nat) : ∃ c, a + b + {n} = c + a", "(a b : Nat) (h : a + {n} = b + {n}) : a = b + 1",
    "(f : Nat → Nat) (h : ∀ n, f (n + 1) > f (f n)) : f {n} = {n}",
)  # fmt: skip
RAY = ("worker", "raylet", "gcs_server")
STATUSES = {"driver": {-9}, "disk": {2}, "raylet": {2}, "gcs_server": {1, 2}}
"""With which status a driver may end after a fault."""
PATIENCE_SECONDS = 300.0  # so long may a driver find nothing and not end
ORPHAN_SECONDS = 10.0


@dataclass
class Run:
    """What has been seen of one run of the batch, the driver started as often as it took.

    Attributes:
        ends: how drivers ended: the exit status, and the fault before that may have ended one.
        driver_bytes: the driver's memory at every look, since its last start.
        bad_ends: how drivers ended that should not have.
        orphans: what was left of drivers that had ended.
        outcomes: name and outcome of every line of the results.
        num_left: temporary folders that nobody has deleted.
    """

    faults: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    peak_bytes: Counter[str] = field(default_factory=Counter)
    driver_bytes: list[int] = field(default_factory=list)
    bad_ends: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    outcomes: list[tuple[str, str]] = field(default_factory=list)
    num_left: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--theorems", type=int, default=300, metavar="N", help="how many theorems (default 300)")
    parser.add_argument("--faults", type=int, default=24, metavar="N", help="how many faults at most (default 24)")
    parser.add_argument("--every", type=float, default=8.0, metavar="S", help="mean seconds between them (default 8)")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="Ray workers; 0 for none (default)")
    parser.add_argument("--seed", type=int, default=0)
    flags = parser.parse_args()
    # Ray's sockets lie in it, whose paths may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="soak-") as scratch, Machine(Path(scratch)) as machine:
        write_statements(machine.folder / "soak.jsonl", flags.theorems, random.Random(flags.seed))
        quiet = soak(machine, "quiet", flags, num_faults=0)
        disturbed = soak(machine, "disturbed", flags, num_faults=flags.faults)
    counts = Counter(name for name, _ in disturbed.outcomes)
    expected = dict(quiet.outcomes)
    wrong = {
        "lost": len(expected.keys() - counts.keys()) + flags.theorems - len(expected),
        "doubled": sum(count > 1 for count in counts.values()),
        "other_verdicts": sorted(f"{name}: {out}" for name, out in disturbed.outcomes if expected.get(name) != out),
        "bad_ends": quiet.bad_ends + disturbed.bad_ends,
        "orphans": quiet.orphans + disturbed.orphans,
    }
    peaks = quiet.peak_bytes | disturbed.peak_bytes
    sizes = quiet.driver_bytes
    record = {
        "theorems": flags.theorems,
        "outcomes": dict(Counter(expected.values())),
        "faults": dict(disturbed.faults),
        "skipped": machine.skipped,
        "ends": dict(disturbed.ends),
        **wrong,
        "seconds": [round(run.seconds) for run in (quiet, disturbed)],
        "driver_mb_at_a_quarter_and_the_end": [sizes[len(sizes) // 4] >> 20, sizes[-1] >> 20],
        "temporary_folders_left": [run.num_left for run in (quiet, disturbed)],
        "peak_mb": {kind: peaks[kind] >> 20 for kind in ("driver", "worker", "lean") if peaks[kind]},
    }
    print(json.dumps(record, ensure_ascii=False))
    return int(any(wrong.values()))


def write_statements(path: Path, number: int, generator: random.Random) -> None:
    """The batch: in turn a theorem of a corpus, below what stands before it in its file, and a generated one."""
    files = [file for name in corpora() for file in open_repository(name).files if not parse_imports(read_source(file))]
    bundled = [theorem for file in files for theorem in theorems(read_source(file), file)]
    generator.shuffle(bundled)
    with path.open("w", encoding="utf-8") as lines:
        for n in range(number):
            theorem = bundled[n // 2 % len(bundled)]
            name = f"{theorem.full_name}_{n}" if n % 2 else f"s{n}"
            line = {"name": name, "formal_statement": f"theorem s{n} {SHAPES[n // 2 % len(SHAPES)].format(n=n)} := by"}
            if n % 2:
                line |= {"header": theorem.before, "formal_statement": f"{theorem.statement} := by"}
            lines.write(json.dumps(line) + "\n")


class Faults:
    """What goes wrong: in rounds, in each of which every kind has its turn."""

    def __init__(self, machine: Machine, generator: random.Random, *, with_ray: bool) -> None:
        self._machine, self._generator = machine, generator
        kinds = {"driver", "lean", "supervisor", "disk", "clock", *(RAY if with_ray else ())}
        self._kinds = sorted(kinds - {*machine.skipped})
        self._round: list[str] = []

    def strike(self, found: dict[str, list[psutil.Process]]) -> list[str]:
        """Let the next fault happen: its kind, or nothing while no such process has been started."""
        self._round = self._round or self._generator.sample(self._kinds, k=len(self._kinds))
        kind = self._round[-1]
        if kind == "clock":
            self._machine.set_clock(self._generator.randint(-43200, 43200))
        elif kind == "disk":
            self._machine.fill_disk()
        elif victims := found.get(kind):
            self._generator.choice(victims).kill()
        else:
            return []
        return [self._round.pop()]


def soak(machine: Machine, name: str, flags: argparse.Namespace, *, num_faults: int) -> Run:
    """Run the batch to its end, with faults on the way."""
    run, generator = Run(), random.Random(flags.seed)
    faults = Faults(machine, generator, with_ray=bool(flags.workers))
    out, log = machine.disk / name, machine.folder / f"{name}.log"
    command = [sys.executable, "-m", "prover", "batch", "--path", str(machine.folder / "soak.jsonl"), "--json"]
    command += ["--out", str(out), "--checks", "40"]
    command += ["--workers", str(flags.workers)] if flags.workers else ["--in-process"]
    start, status = time.monotonic(), -1
    while status != 0 and len(run.bad_ends) < 3:
        with log.open("wb") as errors:
            driver = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=machine.environment)
        run.driver_bytes = []
        excuses: list[str] = []
        progress = 0, time.monotonic()
        next_fault = time.monotonic() + generator.expovariate(1 / flags.every)
        while driver.poll() is None:
            time.sleep(0.2)
            found = look(machine, run)
            size = (out / "results.jsonl").stat().st_size if (out / "results.jsonl").exists() else 0
            if size != progress[0]:
                progress = (size, time.monotonic())
            elif time.monotonic() - progress[1] > PATIENCE_SECONDS:
                excuses = []
                driver.send_signal(signal.SIGABRT)  # of which Python says where it was
            is_ending = "disk" in excuses or "driver" in excuses
            if run.faults.total() < num_faults and time.monotonic() > next_fault and not is_ending:
                for fault in faults.strike(found):
                    run.faults[fault] += 1
                    excuses += [fault] if fault in STATUSES else []
                    next_fault = time.monotonic() + generator.expovariate(1 / flags.every)
        status = driver.wait()
        end = f"{status} after {' and '.join(excuses) or 'nothing'}"
        run.ends[end] += 1
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        if status not in {0}.union(*(STATUSES[fault] for fault in excuses)) or "Traceback" in "".join(lines):
            run.bad_ends.append(f"{end}: {' '.join(lines)[-1500:]}")
        if "disk" not in machine.skipped:
            machine.free_disk()
        run.orphans += orphans(machine)
    run.seconds = time.monotonic() - start
    results = map(json.loads, (out / "results.jsonl").read_text(encoding="utf-8").splitlines())
    run.num_left = len(list(machine.folder.glob("leanloop-*")))
    run.outcomes = [(result["name"], result["outcome"]) for result in results]
    return run


def look(machine: Machine, run: Run) -> dict[str, list[psutil.Process]]:
    """What is running, by kind; its memory is noted."""
    found: dict[str, list[psutil.Process]] = {}
    for kind, process in machine.processes():
        with contextlib.suppress(psutil.Error):
            size = process.memory_info().rss
            found.setdefault(kind, []).append(process)
            run.peak_bytes[kind] = max(run.peak_bytes[kind], size)
            if kind == "driver":
                run.driver_bytes.append(size)
    return found


def orphans(machine: Machine) -> list[str]:
    """What is left some seconds after a driver's end; it is ended, so that the next driver begins alone."""
    deadline = time.monotonic() + ORPHAN_SECONDS
    while (left := list(machine.processes())) and time.monotonic() < deadline:
        time.sleep(0.2)
    for _, process in left:
        with contextlib.suppress(psutil.Error):
            process.kill()
    return [kind for kind, _ in left]


if __name__ == "__main__":
    sys.exit(main())
