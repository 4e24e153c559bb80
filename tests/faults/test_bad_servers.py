"""A Lean server that misbehaves costs the candidate that made it so, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from data.declarations import theorem_from_statement
from prover.errors import LeanCrashedError, LeanTimeoutError, ProverError
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.server import LeanServer
from prover.lean.session import CheckLimits
from prover.lean.verification import Verifier
from prover.proof import Failed, Progress, Proved, TimedOut
from tests.faults.traces import marked, processes, wait_until_gone

pytestmark = [
    pytest.mark.lean,
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc"),
]

FAKE = Path(__file__).with_name("fake_lean.py")
CUE = "misbehave_now"
TACTICS = ["exact ⟨h.2, h.1⟩", f"exact {CUE}", "constructor", "exact h"]
SWAP = theorem_from_statement("theorem t (p q : Prop) (h : p ∧ q) : q ∧ p")
LIMITS = CheckLimits(seconds=0.5, process=Limits(memory_bytes=1 << 30))
QUICK = ("exit", "kill", "garbage", "text", "cut_off", "closed_output", "huge_length", "deep_json", "no_object")
SLOW = ("silence", "stubbornness", "half_a_message", "wrong_ids", "flood", "questions")
OTHERS = ("error_answer", "wrong_types", "memory", "orphan")


def faulty(lean: Lean, fault: str, cue: str = CUE) -> Lean:
    """The Lean behind the fake, marked."""
    command = (sys.executable, str(FAKE), fault, cue, "--", *lean.command)
    return marked(replace(lean, command=command, needs=(*lean.places, FAKE.parent)))


@pytest.mark.parametrize("fault", [*QUICK, *SLOW, *OTHERS])
def test_only_the_candidate_that_spoils_the_server_pays(embedded: Lean, fault: str) -> None:
    """A search of hours must not end because one tactic of thousands brings Lean down."""
    lean = faulty(embedded, fault)
    with LeanEnvironment(lean, limits=LIMITS) as environment:
        state = environment.start(SWAP)
        outcomes = environment.check(state, TACTICS)
        assert [type(outcome) for outcome in outcomes[:1] + outcomes[2:]] == [Proved, Progress, Failed]
        assert isinstance(outcomes[1], TimedOut if fault in SLOW else Failed | TimedOut)
        assert environment.check(state, TACTICS[:1]) == [Proved(TACTICS[0])]
    wait_until_gone(lean)


@pytest.mark.parametrize("fault", [*QUICK, *SLOW, *OTHERS])
def test_server_that_never_works_is_our_error(embedded: Lean, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is told in one line, not in a traceback, and leaves nothing running."""
    monkeypatch.setattr("prover.lean.server._STARTUP_SECONDS", 1.0)
    lean = faulty(embedded, fault, cue="")
    with LeanEnvironment(lean, limits=LIMITS) as environment, pytest.raises(ProverError) as raised:
        environment.start(SWAP)
    assert isinstance(raised.value, LeanCrashedError | LeanTimeoutError)
    assert "\n" not in str(raised.value)
    wait_until_gone(lean)


def test_lean_that_cannot_be_started_is_named(tmp_path: Path) -> None:
    """A wrong path must not look like a Lean that is slow."""
    lean = Lean(command=(str(tmp_path / "no-lean"),), version="4.0.0", origin="flag", key="")
    with pytest.raises(LeanCrashedError, match=r"cannot start .*no-lean"):
        LeanServer(lean, directory=tmp_path, path=tmp_path / "A.lean", options={}, limits=Limits())


@pytest.mark.parametrize("fault", ["exit", "kill", "garbage", "text", "memory", "silence", "cut_off", "no_object"])
def test_verification_by_a_broken_lean_accepts_nothing(embedded: Lean, fault: str) -> None:
    """What no Lean has checked is not proved."""
    lean = faulty(embedded, fault, cue="")
    verifier = Verifier(SWAP, lean=lean, limits=Limits(memory_bytes=1 << 29), seconds=1.0)
    verdict = verifier.verify("exact ⟨h.2, h.1⟩")
    assert not verdict.accepted
    assert verdict.message
    wait_until_gone(lean)


def test_killed_server_is_replaced(embedded: Lean) -> None:
    """The system may end Lean at any moment, for want of memory."""
    lean = marked(embedded)
    with LeanEnvironment(lean, limits=LIMITS) as environment:
        state = environment.start(SWAP)
        for _ in range(2):
            for process in processes(lean):
                os.kill(process, signal.SIGKILL)
            wait_until_gone(lean)
            outcomes = environment.check(state, ["exact h", TACTICS[0]])
            assert [type(outcome) for outcome in outcomes] == [Failed, Proved]
    wait_until_gone(lean)


def test_lean_killed_while_a_candidate_runs(embedded: Lean) -> None:
    """Whatever kills Lean each time that a tactic runs, the tactic is blamed and the others are answered."""
    lean = marked(embedded)
    with LeanEnvironment(lean, limits=replace(LIMITS, seconds=5.0)) as environment:
        state = environment.start(SWAP)
        killers = [threading.Timer(seconds, _kill_all, [lean]) for seconds in (1.0, 3.0, 5.0)]
        for killer in killers:
            killer.start()
        outcomes = environment.check(state, [TACTICS[0], "sleep 20000", "constructor"])
        for killer in killers:
            killer.cancel()
    assert [type(outcome) for outcome in outcomes] == [Proved, Failed, Progress]
    wait_until_gone(lean)


def test_a_tactic_is_not_to_blame_for_one_kill(embedded: Lean) -> None:
    """On a machine short of memory the same theorem would have this proof today and that one tomorrow, or none."""
    lean = marked(embedded)
    with LeanEnvironment(lean, limits=replace(LIMITS, seconds=5.0)) as environment:
        state = environment.start(SWAP)
        killer = threading.Timer(0.5, _kill_all, [lean])
        killer.start()
        assert environment.check(state, [f"(sleep 1500; {TACTICS[0]})"]) == [Proved(f"(sleep 1500; {TACTICS[0]})")]
        killer.join()
    wait_until_gone(lean)


def test_no_lean_survives_its_user(embedded: Lean) -> None:
    """A prover that is killed, or runs out of memory, must not leave Leans that fill the machine."""
    lean = marked(embedded)
    places = f"tuple(map(Path, {[str(place) for place in lean.needs]}))"
    script = f"""
import sys, time
from pathlib import Path
from data.declarations import theorem_from_statement
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.session import CheckLimits
lean = Lean(command={lean.command!r}, version="", origin="path", key="", needs={places}, variables={lean.variables!r})
environment = LeanEnvironment(lean, limits=CheckLimits(seconds=100.0))
state = environment.start(theorem_from_statement({SWAP.source!r}))
print("ready", flush=True)
environment.check(state, ["sleep 100000"])
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as user:
        assert user.stdout is not None
        assert user.stdout.readline() == "ready\n"
        time.sleep(0.3)
        assert processes(lean)
        user.kill()
    wait_until_gone(lean)


def _kill_all(lean: Lean) -> None:
    for process in processes(lean):
        os.kill(process, signal.SIGKILL)
