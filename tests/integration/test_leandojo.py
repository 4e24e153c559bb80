"""The backend LeanDojo: the package `lean-dojo` as it is drives the embedded Lean, and answers as our own server."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from data.declarations import sorry_theorems, theorems
from data.errors import UsageError
from data.finding import find_theorem
from data.repository import corpus
from data.source import read_source
from data.theorem import Theorem
from prover.errors import ElaborationError
from prover.lean.command import Lean
from prover.lean.dojo_client import LeanDojoError, prepare_leandojo
from prover.lean.environment import LeanEnvironment
from prover.lean.leandojo import LeanDojoEnvironment
from prover.lean.session import CheckLimits
from prover.proof import Failed, Progress, ProofEnvironment, ProofState, Proved, TimedOut
from tests.integration.lake_stand_in import FAULTS
from tests.integration.traced_repository import environment, write_lake, write_repository, write_trace

pytestmark = [
    pytest.mark.lean,
    pytest.mark.skipif(importlib.util.find_spec("lean_dojo") is None, reason="lean-dojo needs Python 3.12 or older"),
]

NUM_DOJOS = 2
NUM_THEOREMS_A_FILE = 10
CORPORA = {"logic": "Logic/Propositional.lean", "naturals": "Naturals/Peano.lean", "lists": "Lists/Basic.lean"}
# On a statement, on the goals that its first steps leave, and on each goal alone.
TRIED = ("no_such_tactic", "intro x y", "constructor", "exact (")
TRIED_LATER = ("assumption", "skip")

OWN = """\
namespace Own

macro "leave_it" : tactic => `(tactic| sorry)

/-- A remark. -/
theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := by
  exact ⟨h.2, h.1⟩

theorem half (p : Prop) (h : p) : p ∧ p := by
  constructor
  · exact h
  · sorry

def two : Nat := 2

end Own
"""
BROKEN = "theorem first : 1 + 1 = no_such_name := by rfl\n\ntheorem second : True := by trivial\n"

Record = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, embedded: Lean) -> Iterator[Path]:
    """A folder with lean-dojo's cache in it, while Lake is the stand-in; the space in its name is meant."""
    assert embedded.command  # built before any stand-in is waited for
    folder = tmp_path_factory.mktemp("lean dojo")
    (folder / "cache").mkdir()
    (folder / "link").symlink_to(folder / "cache")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(cache=folder / "link", lake=write_lake(folder / "bin")).items():
            patch.setenv(name, value)
        # With a token lean-dojo would ask GitHub who we are, while it is imported.
        patch.setenv("GITHUB_ACCESS_TOKEN", "no such token")
        yield folder


@pytest.fixture(scope="module")
def root(folder: Path) -> Iterator[Path]:
    """A traced repository with corpora and files of our own; what was put into its trace must be gone at the end."""
    files = {"Own.lean": OWN, "Broken.lean": BROKEN}
    files |= {file: read_source(corpus(name).root / file) for name, file in CORPORA.items()}
    root = write_repository(folder / "traced", files)
    traced = write_trace(root, folder / "cache")
    before = sorted(traced.rglob("*.lean"))
    assert prepare_leandojo(root, progress=print, is_trusted=True) is None
    yield root
    assert sorted(traced.rglob("*.lean")) == before


@pytest.fixture(scope="module")
def dojo(root: Path) -> Iterator[LeanDojoEnvironment]:
    with LeanDojoEnvironment(root, limits=CheckLimits(seconds=2.0)) as dojo:
        yield dojo


def own(root: Path, name: str) -> Theorem:
    return find_theorem(OWN, root / "Own.lean", name)


def proofs(root: Path) -> list[tuple[Theorem, list[str]]]:
    """Theorems of the corpora, each with the tactics of its own proof."""
    found = []
    for file in CORPORA.values():
        source = read_source(root / file)
        by_tactics = [
            entry for entry in theorems(source, root / file) if source.startswith(":= by\n", entry.hole_start)
        ]
        found += [(theorem, tactics(theorem)) for theorem in by_tactics[:NUM_THEOREMS_A_FILE]]
    return found


def tactics(theorem: Theorem) -> list[str]:
    """The steps of the theorem's proof: its lines at the margin, each with what belongs to it."""
    steps: list[str] = []
    for line in theorem.source[theorem.hole_start : theorem.end].strip().split("\n")[1:]:
        if line.startswith("  ") and line[2:3] not in (" ", "|"):
            steps.append(line[2:])
        else:
            steps[-1] += "\n" + line[2:]
    return steps


def walk(environment: ProofEnvironment, theorem: Theorem, proof: list[str]) -> Record:
    """What came of everything that was tried along the proof: the state, the tactic, the outcome."""
    record: Record = []

    def try_all(state: ProofState, tried: tuple[str, ...]) -> list[Progress]:
        outcomes = environment.check(state, tried)
        for tactic, outcome in zip(tried, outcomes, strict=True):
            left = outcome.state.text if isinstance(outcome, Progress) else ""
            record.append((state.text, tactic, f"{type(outcome).__name__} {left}"))
        return [outcome for outcome in outcomes if isinstance(outcome, Progress)]

    state = environment.start(theorem)
    for number, tactic in enumerate(proof):
        progress = try_all(state, (tactic, *(TRIED if number == 0 else TRIED_LATER)))
        state = next((outcome.state for outcome in progress if outcome.tactic == tactic), state)
        if number == 0 and len(state.goals) > 1:
            for goal in state.split():
                try_all(goal, TRIED_LATER)
    return record


def test_both_backends_give_the_same_outcomes(embedded: Lean, root: Path) -> None:
    """A user who changes the backend changes who runs Lean, not which tactics work; several Dojos run side by side."""
    found = proofs(root)
    assert len(found) >= 30

    def through_lean_dojo(part: int) -> dict[str, Record]:
        with LeanDojoEnvironment(root) as environment:
            return {entry[0].full_name: walk(environment, *entry) for entry in found[part::NUM_DOJOS]}

    with ThreadPoolExecutor(NUM_DOJOS) as executor:
        parts = executor.map(through_lean_dojo, range(NUM_DOJOS))
        with LeanEnvironment(embedded) as environment:
            ours = {entry[0].full_name: walk(environment, *entry) for entry in found}
        theirs = {name: record for part in parts for name, record in part.items()}
    for theorem, proof in found:
        record = theirs[theorem.full_name]
        assert record == ours[theorem.full_name]
        assert "Proved " in {outcome for _, tactic, outcome in record if tactic == proof[-1]}


@pytest.mark.parametrize("fault", FAULTS)
def test_only_the_tactic_that_spoils_a_dojo_pays(root: Path, dojo: LeanDojoEnvironment, fault: str) -> None:
    """A search of hours must not end because one tactic of thousands kills Lean, never ends, or breaks the protocol."""
    (both,) = dojo.check(dojo.start(own(root, "swap")), ["constructor"])
    assert isinstance(both, Progress)
    _, second = both.state.split()
    outcomes = dojo.check(second, ["exact h.2", f"exact {fault}", "exact h.1", "skip"])
    assert [type(entry) for entry in outcomes] == [
        Failed,
        TimedOut if fault == "misbehave_hang" else Failed,
        Proved,
        Progress,
    ]


def test_a_killed_lean_dojo_is_started_again(folder: Path) -> None:
    """The system kills what takes too much memory, and lean-dojo keeps every state until the theorem is left."""
    root = write_repository(folder / "killed", {"Own.lean": OWN})
    write_trace(root, folder / "cache")
    with LeanDojoEnvironment(root) as dojo:
        state = dojo.start(own(root, "swap"))
        assert dojo.process_id is not None
        others = psutil.Process(dojo.process_id).children(recursive=True)
        os.kill(dojo.process_id, signal.SIGKILL)
        psutil.wait_procs(others, timeout=60)  # what it has started may live a moment longer, and answer
        first, second = dojo.check(state, ["constructor", "constructor"])
        assert isinstance(first, Failed)
        assert isinstance(second, Progress)


def test_a_lean_that_does_not_get_to_the_theorem_is_not_waited_for(root: Path) -> None:
    """A file that never ends to elaborate would hold up all other theorems of a run."""
    limits = CheckLimits(start_seconds=0.01)
    with (
        LeanDojoEnvironment(root, limits=limits) as dojo,
        pytest.raises(ElaborationError, match="Timeout during initialization"),
    ):
        dojo.start(own(root, "swap"))


def test_a_proof_that_gives_up_is_none(root: Path, dojo: LeanDojoEnvironment) -> None:
    """Lean only warns of a `sorry`, and a macro can hide one from us: such a proof must not end a search."""
    outcomes = dojo.check(dojo.start(own(root, "swap")), ["leave_it", "sorry", "exact ⟨h.2, h.1⟩"])
    assert [type(entry) for entry in outcomes] == [Failed, Failed, Proved]


def test_a_tactic_longer_than_a_terminal_line_is_tried(root: Path, dojo: LeanDojoEnvironment) -> None:
    """lean-dojo speaks to Lean through a terminal, where a long line would never arrive: a time-out for each."""
    tactic = "exact ⟨h.2, h.1⟩ -- " + "x" * 100_000
    assert dojo.check(dojo.start(own(root, "swap")), [tactic]) == [Proved(tactic)]


@pytest.mark.parametrize(
    ("file", "name", "complaint"),
    [
        ("Own.lean", "half", "a `sorry` inside a proof"),
        ("Own.lean", "two", "declared by `def`"),
        ("Broken.lean", "second", "lean-dojo cannot open second: Unexpected EOF: "),
        ("../Elsewhere.lean", "swap", "opens theorems of files in"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    root: Path, dojo: LeanDojoEnvironment, file: str, name: str, complaint: str
) -> None:
    """lean-dojo itself says `Unexpected EOF`, or proves another theorem than the one that was asked for."""
    source = BROKEN if file == "Broken.lean" else OWN
    theorem = find_theorem(source, root / file, name)
    if name == "half":
        (theorem,) = sorry_theorems(OWN, root / file)
    with pytest.raises(ElaborationError) as caught:
        dojo.start(theorem)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_committed_is_not_taken_for_the_committed_one(root: Path, dojo: LeanDojoEnvironment) -> None:
    """lean-dojo works on the commit: a user would get proofs for the text of yesterday."""
    theorem = own(root, "swap")
    with pytest.raises(ElaborationError, match="differs from commit"):
        dojo.start(replace(theorem, source=theorem.source + "\n"))
    assert dojo.start(theorem).goals


@pytest.mark.usefixtures("folder")
def test_what_lean_dojo_cannot_use_is_refused_with_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own errors are tracebacks that end in an assertion, after minutes of trying."""
    with pytest.raises(UsageError, match=r"not the root of a Git repository.*--backend lean"):
        prepare_leandojo(tmp_path, progress=print)
    newer = write_repository(tmp_path / "newer", {"A.lean": OWN}, toolchain="leanprover/lean4:v4.35.0")
    refusal = prepare_leandojo(newer, progress=print)
    assert refusal is not None
    assert "Lean 4.20 to 4.26" in refusal
    assert "v4.35.0" in refusal
    older = write_repository(tmp_path / "untraced", {"A.lean": OWN})
    monkeypatch.delenv("GITHUB_ACCESS_TOKEN")  # Tracing would use it.
    with pytest.raises(UsageError, match="lakefile is a program: add --trust"):
        prepare_leandojo(older, progress=print)
    with pytest.raises(LeanDojoError, match="lake build"):  # The stand-in builds nothing.
        prepare_leandojo(older, progress=print, is_trusted=True)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").symlink_to(str(shutil.which("git")))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/bin")
    with pytest.raises(UsageError, match="no `lake` on PATH"):
        prepare_leandojo(older, progress=print)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match="needs the package lean-dojo: pip install"):
        prepare_leandojo(older, progress=print)


def test_prove_finds_the_same_verified_proof(folder: Path) -> None:
    """A search must not know who tries its tactics; where lean-dojo is of no use, the user is told and helped."""
    results = []
    for toolchain in ("v4.20.0", "v4.35.0"):
        name = f"proved {toolchain}"
        root = write_repository(folder / name, {"Own.lean": OWN}, toolchain=f"leanprover/lean4:{toolchain}")
        if toolchain == "v4.20.0":
            write_trace(root, folder / "cache")
        words = ["--backend", "leandojo", "--trust", "--repo", str(root), "--theorem", "Own.swap", "--json"]
        run = subprocess.run(
            [sys.executable, "-m", "prover", *words],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert ("using our own Lean server" in run.stderr) == (toolchain == "v4.35.0")
        results.append({key: value for key, value in json.loads(run.stdout).items() if key != "seconds"})
    assert results[0]["status"] == "proved"
    assert results[0] == results[1]
