"""A repository whose Lean comes from elan and whose modules come from Lake; stand-ins for both record their calls."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from data.known_repositories import KNOWN_REPOSITORIES, KnownRepository
from prover.cli import main
from prover.errors import LeanBuildError
from prover.lean.toolchain import Lean
from prover.targets import Request, find_targets, lean_for
from tests.integration.git_repositories import Origin

pytestmark = pytest.mark.lean

LEAN = '#!/bin/sh\nexec "{lean}" "$@"\n'
ELAN = """#!/bin/sh
echo "elan $*" >> "{log}"
if [ -f "{log}.no-elan" ]; then
  echo "info: syncing channel updates"
  echo "error: could not download nonexistent lean version"
  exit 1
fi
mkdir -p "{toolchain}"
cp "{parts}/lean" "{parts}/lake" "{toolchain}/"
"""
LAKE = """#!/bin/sh
echo "lake $*" >> "{log}"
case "$1" in
exe)
  echo "Attempting to download 3 file(s)"
  [ -f "{log}.no-cache" ] && {{ echo "curl: (6) Could not resolve host: lakecache.blob.core.windows.net"; exit 1; }}
  exit 0 ;;
build)
  shift
  [ -f "{log}.hang" ] && rm "{log}.hang" && exec sleep 100
  for module in "$@"; do
    place=$(echo "${{module#+}}" | tr . /)
    mkdir -p ".lake/build/lib/lean/$(dirname "$place")"
    lean -R . -o ".lake/build/lib/lean/$place.olean" "$place.lean" > out 2>&1 && continue
    echo "✖ [2/3] Building $module"
    echo "trace: .> LEAN_PATH=somewhere lean $place.lean"
    sed 's/^/error: /; s/error(lean[^)]*): //' out
    echo "error: Lean exited with code 1"
    exit 1
  done ;;
esac
"""
MATHLIB = {
    "lean-toolchain": "leanprover/lean4:v4.35.0\n",
    "lakefile.lean": (
        "import Lake\nopen Lake DSL\npackage mathlib where\n"
        "  leanOptions := #[⟨`autoImplicit, false⟩, ⟨`weak.linter.mathlibStandardSet, true⟩]\nlean_lib Mathlib\n"
    ),
    "Mathlib/Logic/Basic.lean": "theorem twice (p : Prop) (h : p) : p ∧ p := ⟨h, h⟩\n",
    "Mathlib/Order/Basic.lean": (
        "import Mathlib.Logic.Basic\n\ntheorem wanted (p : Prop) (h : p) : p ∧ p := by\n  exact twice p h\n"
    ),
}


class Machine:
    """A machine with elan on it and nothing else, and what was called there."""

    def __init__(self, root: Path, lean: Lean) -> None:
        self.log = root / "calls"
        self.elan = root / "home" / ".elan"
        self.toolchain = self.elan / "toolchains" / "leanprover--lean4---v4.35.0" / "bin"
        places = {"log": self.log, "toolchain": self.toolchain, "parts": root / "parts", "lean": lean.command[0]}
        self._write(root / "parts" / "lean", LEAN.format(**places))
        self._write(root / "parts" / "lake", LAKE.format(**places))
        self._write(self.elan / "bin" / "elan", ELAN.format(**places))

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    @property
    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def forget(self) -> None:
        self.log.unlink(missing_ok=True)

    def fail(self, step: str) -> None:
        """From now on this step fails: `elan` or `cache`."""
        Path(f"{self.log}.no-{step}").touch()


@pytest.fixture
def machine(tmp_path: Path, embedded: Lean, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path, embedded)
    monkeypatch.setenv("ELAN_HOME", str(machine.elan))
    monkeypatch.setenv("PATH", os.pathsep.join([str(machine.elan / "bin"), "/usr/bin", "/bin"]))
    monkeypatch.delenv("ELAN_TOOLCHAIN", raising=False)
    return machine


@pytest.fixture
def mathlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Origin:
    """What `--repo mathlib` stands for."""
    origin = Origin(tmp_path / "mathlib4")
    commit = origin.commit(MATHLIB)
    monkeypatch.setitem(KNOWN_REPOSITORIES, "mathlib", KnownRepository(origin.url, commit, "4.35.0"))
    return origin


def prove(tmp_path: Path, *words: str) -> int:
    return main([*words, "--cache", str(tmp_path / "cache"), "--seconds", "20", "--processes", "1"])


def install(machine: Machine) -> None:
    """What elan would install."""
    shutil.copytree(machine.log.parent / "parts", machine.toolchain)


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that a user sees."""
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("prove: ")]
    assert len(lines) == 1
    return lines[0]


def test_mathlib_is_prepared_as_its_documentation_says(
    machine: Machine, mathlib: Origin, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Anything else compiles Mathlib for hours, or leaves files that Lean refuses."""
    assert prove(tmp_path, "--repo", "mathlib", "--theorem", "wanted") == 0
    assert "theorem wanted (p : Prop) (h : p) : p ∧ p := by" in capsys.readouterr().out
    assert machine.calls == [
        "elan toolchain install leanprover/lean4:v4.35.0",
        "lake exe cache get",
        "lake build Mathlib.Logic.Basic",
    ]
    machine.forget()
    assert prove(tmp_path, "--repo", "mathlib", "--theorem", "wanted") == 0
    assert machine.calls == [], "what is built is used as it stands"
    assert mathlib.git("status", "--porcelain") == ""


@pytest.mark.usefixtures("mathlib")
@pytest.mark.parametrize(
    ("step", "mend"),
    [
        (
            "elan",
            r"`elan toolchain install .*v4.35.0` failed: could not download nonexistent lean version; check lean-too",
        ),
        (
            "cache",
            r"`lake exe cache get` failed .*Could not resolve host.*; check the network and try again; `lake exe c",
        ),
    ],
)
def test_a_step_that_fails_is_named_with_its_mend(
    step: str, mend: str, machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason stands somewhere in hundreds of lines of a tool that the user did not call."""
    machine.fail(step)
    assert prove(tmp_path, "--repo", "mathlib", "--theorem", "wanted") == 2
    assert re.search(mend, complaint(capsys))


def test_a_module_that_lake_cannot_compile_gives_leans_first_error(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`build failed` says nothing; the first error says all."""
    origin = Origin(tmp_path / "broken")
    origin.commit(
        MATHLIB | {"Mathlib/Logic/Basic.lean": "theorem twice : True := trivial\ntheorem two : True := nonsense\n"}
    )
    assert prove(tmp_path, "--repo", origin.url, "--theorem", "wanted", "--trust") == 2
    assert "failed in" in (message := complaint(capsys))
    assert "Mathlib/Logic/Basic.lean:2:22: Unknown identifier `nonsense`" in message
    assert machine.calls[-1] == "lake build Mathlib.Logic.Basic"


def test_a_strangers_lakefile_is_not_run_without_leave(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lakefile may delete the user's files; so may the program of a toolchain."""
    stranger = Origin(tmp_path / "stranger")
    stranger.commit(MATHLIB | {"Foreign.lean": "import Batteries.Data\ntheorem foreign : True := trivial\n"})
    assert prove(tmp_path, "--repo", stranger.url, "--theorem", "wanted") == 2
    assert "add --trust" in complaint(capsys)
    assert machine.calls == []
    install(machine)
    assert prove(tmp_path, "--repo", stranger.url, "--theorem", "wanted") == 0, "its own modules need no Lake"
    assert prove(tmp_path, "--repo", stranger.url, "--theorem", "foreign") == 2
    assert "import Batteries.Data" in (message := complaint(capsys))
    assert "add --trust" in message
    assert machine.calls == []
    assert prove(tmp_path, "--repo", stranger.url, "--theorem", "wanted", "--trust") == 0
    assert machine.calls == ["lake exe cache get", "lake build Mathlib.Logic.Basic"]


def test_a_user_who_is_asked_decides(machine: Machine, tmp_path: Path, embedded: Lean) -> None:
    """At a terminal a question is kinder than an error; nothing may run before the answer."""
    stranger = Origin(tmp_path / "stranger")
    stranger.commit(MATHLIB | {"Foreign.lean": "import Batteries.Data\ntheorem foreign : True := trivial\n"})
    install(machine)
    targets = find_targets(Request(repository=stranger.url, theorem="foreign"), cache=tmp_path / "cache")
    questions: list[str] = []

    def answered(answer: bool, question: str) -> bool:
        questions.append(question)
        return answer

    prepare = partial(lean_for, targets, requested=None, cache=tmp_path / "cache", progress=questions.append)
    prepare(ask=partial(answered, False))
    assert machine.calls == []
    assert questions[-1].endswith("Its lakefile is a program and may do anything.")
    preparation = prepare(ask=partial(answered, True))
    assert machine.calls == ["lake exe cache get", "lake build Batteries.Data"]
    (found,) = preparation.files.values()
    assert isinstance(found, LeanBuildError), "Lake has nothing to build it from"
    assert preparation.lean.version == embedded.version


def test_a_build_of_lakes_that_is_killed_is_done_by_the_same_command(machine: Machine, tmp_path: Path) -> None:
    """Building takes hours; whoever closes the laptop must be able to go on without cleaning up."""
    origin = Origin(tmp_path / "origin")
    origin.commit(MATHLIB)
    Path(f"{machine.log}.hang").touch()
    words = ["--repo", origin.url, "--theorem", "wanted", "--trust"]
    command = [sys.executable, "-m", "prover", *words, "--cache", str(tmp_path / "cache")]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    killed = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 60
    while "lake build Mathlib.Logic.Basic" not in machine.calls:
        assert time.monotonic() < deadline, "Lake was never called"
        time.sleep(0.05)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert prove(tmp_path, *words) == 0


def findings(tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, dict[str, Any]]:
    main(["doctor", *words, "--json", "--cache", str(tmp_path / "cache")])
    return {finding["name"]: finding for finding in json.loads(capsys.readouterr().out)}


@pytest.mark.usefixtures("mathlib")
def test_the_doctor_says_what_a_repository_lacks(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before hours of building, a user wants to know what is missing and what it will cost."""
    sick = findings(tmp_path, capsys, "--repo", "mathlib")
    assert sick["toolchain"]["mend"] == "elan toolchain install leanprover/lean4:v4.35.0"
    assert machine.calls == [], "a look changes nothing"
    install(machine)
    sick = findings(tmp_path, capsys, "--repo", "mathlib")
    assert "lake exe cache get" in sick["Mathlib"]["mend"]
    assert sick["build"]["detail"].startswith("0 of 2 modules")
    assert "--trust" in sick["build"]["mend"]
    assert machine.calls == []
    assert prove(tmp_path, "--repo", "mathlib", "--theorem", "wanted") == 0
    capsys.readouterr()
    well = findings(tmp_path, capsys, "--repo", "mathlib")
    assert well["build"]["detail"].startswith("1 of 2 modules"), "nothing imports the module of the theorem"
    for name in ("toolchain", "Mathlib", "first tactic", "memory"):
        assert well[name]["ok"], well[name]
