"""How many tactics a second Lean can be asked about: `python scripts/bench_lean.py [--mix quick]`.

The same mixed tactics (some fail, some make progress, some close the goal) are tried on the same states by the same
engine, each contestant with one Lean process of its own, in turns, so that a busy machine slows all of them alike:

    batch           ours: all tactics of a state in one round trip
    one at a time   ours: a round trip for each tactic
    leanclient      the PyPI package: its synchronous client, the document updated in place for each tactic
    leanclient aio  its asynchronous scratch documents, made for trials of tactics, with one document
    lean            one run of the `lean` command over a file with one theorem for each tactic: the floor

The floor's time is that of the file less that of an empty one (the start and the import, which the others pay once for
all); with the start it is shown too. Contestants that do not agree on what a tactic does are an error. One untimed
round comes first; from it ours knows, as in a search, which tactics do not parse.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table

from data.declarations import theorem_from_statement
from data.errors import LeanLoopError, UsageError
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.toolchain import find_lean
from prover.proof import Outcome, Progress, ProofState, Proved

Answer = Literal["proved", "progress", "failed"]
_BATCH_TARGET, _FLOOR_TARGET = 8.0, 1.6
_UNSOLVED = "unsolved goals"

_QUICK_ANYWHERE = """
rfl; assumption; exact id; exact no_such_lemma; apply no_such_lemma; rw [no_such_lemma]; exact fun x => x
intro x; exact ⟨_, _⟩; exact trivial; refine no_such_lemma ?_; exact 0; exact True.intro; apply True.intro
exact no_such.1; exact fun x y => y; exact (no_such_lemma : True); show True
"""
_QUICK_STATES = {
    "theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p": """
exact ⟨h.2, h.1⟩; exact h; exact h.symm; constructor; exact ⟨h.1, h.2⟩; apply And.intro; exact And.intro h.2 h.1
refine ⟨?_, ?_⟩; refine ⟨h.2, ?_⟩; refine ⟨?_, h.1⟩; cases h; obtain ⟨a, b⟩ := h; apply And.symm; exact h.1
exact h.2; apply h.1; refine And.intro ?_ h.1; exact And.symm h; exact ⟨h.2, h.2⟩; intro a; have a := h.1
have b := h.2; exact h.left; exact ⟨h.right, h.left⟩; apply And.left; rw [h]; exact And.comm.mp h
exact (fun ⟨a, b⟩ => ⟨b, a⟩) h; left; right
""",
    "theorem commute (p q : Prop) (h : p ∨ q) : q ∨ p": """
exact h; exact h.symm; left; right; apply Or.inl; apply Or.inr; cases h; rcases h with a | b; exact Or.inl h
exact Or.inr h; exact h.elim Or.inr Or.inl; exact h.elim Or.inl Or.inr; exact Or.comm.mp h; apply Or.symm
exact Or.symm h; intro a; exact Or.elim h Or.inr Or.inl; refine h.elim ?_ ?_; refine Or.inl ?_; refine Or.inr ?_
exact h.1; exact ⟨h⟩; apply h.elim; exact Or.inr (Or.inl h); obtain a | b := h; have a := h.symm
exact (Or.comm).1 h; exact h.resolve_left; exact Or.inl rfl; rw [h]
""",
    "theorem chained (a b c : Nat) (h : a = b) (k : b = c) : a = c": """
exact h; exact k; exact h.trans k; exact h.symm; exact Eq.trans h k; exact Eq.trans k h; rw [h]; rw [k]
rw [h, k]; rw [← k]; rw [← h]; exact h ▸ k; exact k ▸ h; subst h; subst k; cases h; cases k; apply Eq.trans
apply Eq.symm; apply h; apply k; exact k.trans h; refine h.trans ?_; refine Eq.trans ?_ k; intro x
exact congrArg id h; have x := h.trans k; exact (h.trans k).symm; exact Nat.le_refl a; exact Nat.add_comm a c
""",
}  # fmt: skip

_THOROUGH_ANYWHERE = """
rfl; trivial; assumption; simp; simp_all; contradiction; constructor; exfalso; intro x; intros; split; left
right; decide; apply Eq.symm; apply funext; exact id; exact no_such_lemma; rw [no_such_lemma]
exact fun x => x; refine ⟨?_, ?_⟩; symm; have extra : True := trivial; have extra : 1 + 1 = 2 := rfl
by_cases extra : 1 = 2; apply Classical.byContradiction; exact absurd rfl; simp only [Nat.add_comm]
apply And.intro; apply Or.inl; show True; skip; exact ⟨_, _⟩; no_such_tactic
"""
_THOROUGH_STATES = {
    "theorem swap (p q r : Prop) (h : p ∧ q) (k : q → r) : (q ∧ p) ∧ r": """
exact ⟨⟨h.2, h.1⟩, k h.2⟩; cases h; obtain ⟨a, b⟩ := h; exact h; exact k; apply k; exact ⟨h, k h.2⟩
exact ⟨h.symm, k h.2⟩; constructor <;> simp_all; refine ⟨⟨?_, ?_⟩, k ?_⟩; refine ⟨⟨h.2, h.1⟩, ?_⟩
exact And.intro ⟨h.2, h.1⟩ (k h.2); simp [h]; rw [h]; have a := h.1; have b := k h.2
exact ⟨⟨h.1, h.2⟩, k h.2⟩; apply And.intro <;> intro x; simp [h, k]; subst h
""",
    "theorem exclude (p q : Prop) (h : p ∨ q) (n : ¬p) (k : q → ¬q ∨ p) : q ∧ ¬p": """
cases h; exact ⟨h.resolve_left n, n⟩; rcases h with a | b; obtain a | b := h; exact ⟨h, n⟩; refine ⟨?_, n⟩
exact n; cases h with | inl a => exact absurd a n | inr b => exact ⟨b, n⟩; exact ⟨k, n⟩
constructor <;> assumption; apply k; exact n.elim; cases h <;> simp_all; cases h <;> contradiction
have a := k; simp [n]; by_cases a : p; exact ⟨h.elim (fun a => absurd a n) id, n⟩
""",
    "theorem shuffle (a b c d : Nat) (h : a = b) (k : c = d) : a + (c + 0) = d + b": """
subst h; subst k; rw [h]; rw [k]; rw [h, k]; rw [h, k, Nat.add_comm]; rw [h, k, Nat.add_zero, Nat.add_comm]
exact h; simp [h]; simp [h, k]; simp [h, k, Nat.add_comm]; rw [Nat.add_comm]; rw [Nat.add_zero]
rw [Nat.mul_comm]; cases a; induction a; cases h; cases h <;> cases k; cases k; exact Nat.add_comm a c
rw [← h]; rw [← k]; calc a + (c + 0) = a + c := rfl; have x := h.symm; have x := h.trans k
generalize a + c = x; show a + c = d + b; exact h ▸ k ▸ Nat.add_comm _ _; congr
""",
    "theorem ordered (a b c : Nat) (h : a ≤ b) (k : b < c) : a < c ∧ a ≠ c": """
exact ⟨Nat.lt_of_le_of_lt h k, Nat.ne_of_lt (Nat.lt_of_le_of_lt h k)⟩; have x := Nat.lt_of_le_of_lt h k
exact h; exact k; refine ⟨Nat.lt_of_le_of_lt h k, ?_⟩; exact ⟨Nat.lt_of_le_of_lt h k, fun x => ?_⟩
apply Nat.lt_of_le_of_lt; cases h; cases k; constructor <;> intro x; induction a; induction b; cases a
exact Nat.lt_trans h k; rw [Nat.add_comm]; simp [h]; simp [h, k]; have x := Nat.le_trans h (Nat.le_of_lt k)
by_cases x : a = c; exact ⟨k, h⟩; refine ⟨?_, Nat.ne_of_lt ?_⟩; unfold Nat.lt
""",
    "theorem length (f : Nat → Nat) (xs ys : List Nat) (h : xs = ys) : (xs.map f ++ []).length = ys.length": """
subst h; cases h; rw [h]; simp [h]; induction xs; cases xs; induction ys; simp only [h]; rw [List.append_nil]
exact h; rw [← h]; simp; rw [List.length_map]; simp only [List.append_nil, List.length_map, h]
exact congrArg List.length h; induction xs <;> simp; cases ys <;> simp; have x := congrArg List.length h
generalize xs.map f = zs; rw [List.map_map]; unfold List.map; rw [List.append_nil, List.length_map, h]
simp only [List.length_map]; simp only [List.append_nil]
""",
    "theorem maps (f g : Nat → Nat) (x) (xs : List Nat) (h : ∀ y, f y = g y) : (x::xs).map f = (x::xs).map g": """
simp [h]; have e : f = g := funext h; rw [funext h]; simp only [h]; exact congrArg _ h; induction xs; cases xs
rw [h]; intro y; exact (funext h : f = g) ▸ rfl; rw [show f = g from funext h]; simp [List.map]
simp [List.map, h]; exact h x; specialize h x; obtain rfl : f = g := funext h; unfold List.map; congr 1; congr
apply congrArg; have y := h x; simp only [List.map, h]; cases h; induction xs <;> simp [h]
induction xs <;> simp_all; generalize x :: xs = zs; show f x :: _ = g x :: _; exact List.map_congr h
""",
}  # fmt: skip
# Quick tactics show what a round trip costs; with thorough ones most of the time is Lean's own work, the same for all.
_MIXES = {"quick": (_QUICK_STATES, _QUICK_ANYWHERE), "thorough": (_THOROUGH_STATES, _THOROUGH_ANYWHERE)}


@dataclass(frozen=True, slots=True)
class Trial:
    """A state, given as a statement, and the tactics to try on it."""

    statement: str
    tactics: tuple[str, ...]


class Ours:
    """LeanLoop's environment, with all tactics at once or one at a time."""

    def __init__(self, environment: LeanEnvironment, *, at_once: bool) -> None:
        self._environment = environment
        self._at_once = at_once
        self._state: ProofState | None = None

    def open(self, trial: Trial) -> None:
        self._state = self._environment.start(theorem_from_statement(trial.statement))

    def check(self, trial: Trial) -> list[Answer]:
        assert self._state is not None
        if self._at_once:
            return [_answer(outcome) for outcome in self._environment.check(self._state, trial.tactics)]
        return [_answer(self._environment.check(self._state, [tactic])[0]) for tactic in trial.tactics]


class LeanClient:
    """`leanclient`'s synchronous client: only the tactic's lines are sent, as its documentation advises."""

    def __init__(self, client: Any, document: Path) -> None:
        self._client = client
        self._path = document.name
        self._client.open_file(self._path)

    def open(self, trial: Trial) -> None:
        self._client.update_file_content(self._path, f"{trial.statement} := by\n  skip\n")
        self._client.get_diagnostics(self._path)

    def check(self, trial: Trial) -> list[Answer]:
        return [self._try(tactic) for tactic in trial.tactics]

    def _try(self, tactic: str) -> Answer:
        from leanclient import DocumentContentChange

        num_lines = self._client.get_file_content(self._path).count("\n")
        change = DocumentContentChange(text=_indented(tactic) + "\n", start=(1, 0), end=(num_lines, 0))
        self._client.update_file(self._path, [change])
        return _answer_of_diagnostics(self._client.get_diagnostics(self._path).diagnostics)


class LeanClientAio:
    """`leanclient.aio`'s scratch documents, made for trials of tactics, with one document."""

    def __init__(self, pool: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._pool = pool
        self._loop = loop

    def open(self, trial: Trial) -> None:
        self._loop.run_until_complete(self._try(trial, "skip"))

    def check(self, trial: Trial) -> list[Answer]:
        return self._loop.run_until_complete(self._try_all(trial))

    async def _try_all(self, trial: Trial) -> list[Answer]:
        return [await self._try(trial, tactic) for tactic in trial.tactics]

    async def _try(self, trial: Trial, tactic: str) -> Answer:
        result = await self._pool.run_text(f"{trial.statement} := by\n{_indented(tactic)}\n")
        return _answer_of_diagnostics(result.diagnostics.items)


class Floor:
    """One run of `lean` over a file in which each tactic has a theorem of its own."""

    def __init__(self, lean: Lean, directory: Path) -> None:
        self._lean = lean
        self._file = directory / "Floor.lean"
        self.start_seconds = 0.0

    def open(self, trial: Trial) -> None:
        """Measure what a file without any theorem costs."""
        del trial
        start = time.perf_counter()
        self._run("")
        self.start_seconds = time.perf_counter() - start

    def check(self, trial: Trial) -> list[Answer]:
        signature = trial.statement.removeprefix("theorem ").split(" ", 1)[1]
        text, ends = "", []
        for index, tactic in enumerate(trial.tactics):
            text += f"theorem candidate_{index} {signature} := by\n{_indented(tactic)}\n"
            ends.append(text.count("\n"))
        answers: list[Answer] = ["proved"] * len(ends)
        for message in self._run(text):
            if message["severity"] != "error":
                continue
            index = sum(end < message["pos"]["line"] for end in ends)
            is_progress = message["data"].startswith(_UNSOLVED) and message["pos"]["line"] == ([0, *ends][index] + 1)
            if answers[index] != "failed":
                answers[index] = "progress" if is_progress else "failed"
        return answers

    def _run(self, text: str) -> list[dict[str, Any]]:
        self._file.write_text(text, encoding="utf-8")
        command = [*self._lean.command, "--json", "-DmaxErrors=1000000", str(self._file)]
        result = subprocess.run(
            command, env=self._lean.environment(), capture_output=True, text=True, encoding="utf-8", check=False
        )
        return [json.loads(line) for line in result.stdout.splitlines()]


Contestant = Ours | LeanClient | LeanClientAio | Floor


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds that each contestant took for all trials, by name; `lean` without its start, which stands apart."""

    seconds: dict[str, float]
    floor_start_seconds: float


def main() -> int:
    """Run the benchmark and print it; 1 if contestants disagree or a target is missed."""
    flags = _flags()
    try:
        with _contestants(find_lean(requested=flags.lean)) as contestants:
            trials = _trials(flags.mix)
            _check_agreement(contestants, trials)
            rounds = [_round(contestants, trials) for _ in range(flags.rounds)]
    except LeanLoopError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    report = _report(rounds, trials)
    if flags.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    return 0 if report["targets_met"] else 1


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often everything is measured (default 7)")
    parser.add_argument("--mix", choices=sorted(_MIXES), default="quick", help="which tactics (default quick)")
    parser.add_argument(
        "--lean", type=Path, default=None, help="a `lean` command to use instead of the embedded engine"
    )
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    return parser.parse_args()


def _trials(mix: str) -> list[Trial]:
    """Every state with its own tactics and those that fit anywhere."""
    states, anywhere = _MIXES[mix]
    return [Trial(statement, (*_split(own), *_split(anywhere))) for statement, own in states.items()]


@contextmanager
def _contestants(lean: Lean) -> Iterator[dict[str, Contestant]]:
    """All of them, started. Those that have a Lean keep it to the end."""
    try:
        from leanclient import LeanLSPClient
        from leanclient.aio import AsyncLeanLSPClient, ScratchPool
    except ImportError as error:
        raise UsageError("this benchmark compares with leanclient: pip install 'leanloop[dev]'") from error
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leanloop-bench-")))
        stack.enter_context(_lake_on_path(lean, directory))
        environment = stack.enter_context(LeanEnvironment(lean))
        document = directory / "Bench.lean"
        document.write_text("")
        client = LeanLSPClient(str(directory), prevent_cache_get=True)
        stack.callback(client.close)
        loop = asyncio.new_event_loop()
        stack.callback(loop.close)
        aio_client = AsyncLeanLSPClient(str(directory), check_version=False)
        loop.run_until_complete(aio_client.start())
        stack.callback(lambda: loop.run_until_complete(aio_client.close()))
        yield {
            "batch": Ours(environment, at_once=True),
            "one at a time": Ours(environment, at_once=False),
            "leanclient": LeanClient(client, document),
            "leanclient aio": LeanClientAio(ScratchPool(aio_client, header="", size=1), loop),
            "lean": Floor(lean, directory),
        }


@contextmanager
def _lake_on_path(lean: Lean, directory: Path) -> Iterator[None]:
    """Stand in for `lake`, which leanclient starts: `lake serve` becomes `lean --server`, all else does nothing."""
    binaries = directory / "bin"
    binaries.mkdir()
    lake = binaries / "lake"
    lake.write_text(
        "#!/bin/sh\n"
        'if [ "$1" = serve ]; then\n'
        "  shift\n"
        '  if [ "$1" = -- ]; then shift; fi\n'
        f'  exec env -i {_assignments(lean)} {shlex.join(lean.command)} --server "$@"\n'
        "fi\n"
    )
    lake.chmod(0o755)
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{binaries}{os.pathsep}{path}"
    try:
        yield
    finally:
        os.environ["PATH"] = path


def _assignments(lean: Lean) -> str:
    return " ".join(shlex.quote(f"{name}={value}") for name, value in lean.environment().items())


def _check_agreement(contestants: dict[str, Contestant], trials: Sequence[Trial]) -> None:
    """Let each answer all trials once, untimed; the first is the measure of the others."""
    for trial in trials:
        answers = {}
        for name, contestant in contestants.items():
            contestant.open(trial)
            answers[name] = contestant.check(trial)
        for index, tactic in enumerate(trial.tactics):
            given = {name: answer[index] for name, answer in answers.items()}
            if len(set(given.values())) > 1:
                raise UsageError(f"contestants disagree on `{tactic}` at `{trial.statement}`: {given}")


def _round(contestants: dict[str, Contestant], trials: Sequence[Trial]) -> Round:
    seconds = dict.fromkeys(contestants, 0.0)
    start_seconds = 0.0
    for trial in trials:
        for name, contestant in contestants.items():
            contestant.open(trial)
            start = time.perf_counter()
            contestant.check(trial)
            seconds[name] += time.perf_counter() - start
            if isinstance(contestant, Floor):
                seconds[name] -= contestant.start_seconds
                start_seconds += contestant.start_seconds
    return Round(seconds, start_seconds)


def _report(rounds: Sequence[Round], trials: Sequence[Trial]) -> dict[str, Any]:
    """Medians over the rounds; ratios are taken within a round, for all of it ran under the same load."""
    num_checks = sum(len(trial.tactics) for trial in trials)

    contestants = {}
    for name in rounds[0].seconds:
        seconds = statistics.median(entry.seconds[name] for entry in rounds)
        contestants[name] = {
            "checks_per_second": num_checks / seconds,
            "milliseconds_per_check": 1000 * seconds / num_checks,
            "times_floor": statistics.median(entry.seconds[name] / entry.seconds["lean"] for entry in rounds),
        }
    speedups = {
        name: statistics.median(entry.seconds[name] / entry.seconds["batch"] for entry in rounds)
        for name in ("leanclient", "leanclient aio")
    }
    times_floor = contestants["batch"]["times_floor"]
    with_start = statistics.median(entry.seconds["lean"] + entry.floor_start_seconds for entry in rounds)
    return {
        "rounds": len(rounds),
        "states": len(trials),
        "checks": num_checks,
        "contestants": contestants,
        "floor_with_start_milliseconds_per_check": 1000 * with_start / num_checks,
        "batch_times_faster_than": speedups,
        "batch_times_floor": times_floor,
        "targets_met": speedups["leanclient"] >= _BATCH_TARGET and times_floor <= _FLOOR_TARGET,
    }


def _print(report: dict[str, Any]) -> None:
    title = f"{report['checks']} tactics on {report['states']} states, medians of {report['rounds']} rounds"
    table = Table(title=title)
    table.add_column()
    for column in ("checks/s", "ms/check", "times the floor"):
        table.add_column(column, justify="right")
    for name, row in report["contestants"].items():
        figures = (
            f"{row['checks_per_second']:.0f}",
            f"{row['milliseconds_per_check']:.2f}",
            f"{row['times_floor']:.2f}",
        )
        table.add_row(name, *figures)
    console = Console()
    console.print(table)
    faster, slower = report["batch_times_faster_than"], report["batch_times_floor"]
    console.print(
        f"batch is {faster['leanclient']:.1f} times as fast as leanclient (wanted: {_BATCH_TARGET:g} or more),"
        f" {faster['leanclient aio']:.1f} times as fast as its asynchronous scratch documents"
    )
    console.print(
        f"batch takes {slower:.2f} times the floor's time, start not counted (wanted: {_FLOOR_TARGET:g} or less)"
    )
    console.print(f"lean with its start: {report['floor_with_start_milliseconds_per_check']:.2f} ms/check")


def _split(tactics: str) -> list[str]:
    """The tactics of a table: one a line or several behind semicolons with a space."""
    return [tactic for line in tactics.strip().split("\n") for tactic in line.split("; ")]


def _indented(tactic: str) -> str:
    return "\n".join("  " + line for line in tactic.split("\n"))


def _answer(outcome: Outcome) -> Answer:
    if isinstance(outcome, Proved):
        return "proved"
    return "progress" if isinstance(outcome, Progress) else "failed"


def _answer_of_diagnostics(diagnostics: Sequence[dict[str, Any]]) -> Answer:
    """What the messages about a document say in which the tactic is all of the proof, whose `by` is on line 0."""
    errors = [entry for entry in diagnostics if entry["severity"] == 1]
    if not errors:
        return "proved"
    left = [
        entry for entry in errors if entry["message"].startswith(_UNSOLVED) and entry["range"]["start"]["line"] == 0
    ]
    return "progress" if len(left) == len(errors) else "failed"


if __name__ == "__main__":
    sys.exit(main())
