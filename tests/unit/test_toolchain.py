"""Which Lean is taken, with stand-ins for elan and its toolchains."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from data.cache import cache_directory
from prover.errors import LeanNotFoundError
from prover.lean.toolchain import Lean, find_lean


def make_lean(path: Path, version: str) -> Path:
    """A command that answers `--version` as Lean does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'#!/bin/sh\necho "Lean (version {version}, x86_64-unknown-linux-gnu, commit 0123456789ab, Release)"\n'
    )
    path.chmod(0o755)
    return path


class Machine:
    """A home directory and a PATH of our own."""

    def __init__(self, root: Path) -> None:
        self.elan = root / "home" / ".elan"
        self.tools = root / "tools"
        self.repository = root / "repository"
        self.repository.mkdir()

    def install_elan(self, **toolchains: str) -> None:
        """Put elan there, with the toolchains `directory=version`, and its proxies on PATH."""
        for directory, version in toolchains.items():
            make_lean(self.elan / "toolchains" / directory / "bin" / "lean", version)
        (self.elan / "bin").mkdir(parents=True, exist_ok=True)
        self.tools.mkdir(exist_ok=True)
        # The proxy would download; whoever runs it fails the test.
        for path in (self.elan / "bin" / "elan", self.elan / "bin" / "lean", self.tools / "elan", self.tools / "lean"):
            path.write_text("#!/bin/sh\nexit 99\n")
            path.chmod(0o755)

    def want(self, toolchain: str) -> None:
        (self.repository / "lean-toolchain").write_text(f"{toolchain}\n")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{machine.tools}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.delenv("ELAN_HOME", raising=False)
    monkeypatch.delenv("ELAN_TOOLCHAIN", raising=False)
    return machine


def test_flag_comes_before_everything(machine: Machine, tmp_path: Path) -> None:
    """Whoever names a Lean must get that one."""
    machine.install_elan(**{"leanprover--lean4---v4.9.0": "4.9.0"})
    machine.want("leanprover/lean4:v4.9.0")
    asked = make_lean(tmp_path / "my lean" / "bin" / "lean", "4.20.1")
    for requested in (asked, tmp_path / "my lean"):
        lean = find_lean(requested=requested, repository=machine.repository)
        assert (lean.command, lean.version, lean.origin) == ((str(asked),), "4.20.1", "flag")


@pytest.mark.parametrize("text", ["", "#!/bin/sh\necho hello\n", "#!/bin/sh\nexit 1\n", "\x7fELF"])
def test_flag_that_names_no_lean_is_refused(tmp_path: Path, text: str) -> None:
    """A mistyped path must not end in a traceback later."""
    path = tmp_path / "lean"
    path.write_text(text)
    path.chmod(0o755 if text else 0o644)
    with pytest.raises(LeanNotFoundError, match="lean") as caught:
        find_lean(requested=path)
    assert "\n" not in str(caught.value)


def test_flag_that_names_nothing_is_refused(tmp_path: Path) -> None:
    """The message must repeat what was asked for."""
    with pytest.raises(LeanNotFoundError, match=r"missing is neither a lean command nor"):
        find_lean(requested=tmp_path / "missing")


@pytest.mark.parametrize("wanted", ["leanprover/lean4:v4.9.0", "leanprover/lean4:4.9.0", "v4.9.0", "4.9.0"])
def test_repositorys_toolchain_comes_from_elan(machine: Machine, wanted: str) -> None:
    """A project's compiled files load in the very version that made them only."""
    machine.install_elan(**{"leanprover--lean4---v4.9.0": "4.9.0", "leanprover--lean4---v4.20.1": "4.20.1"})
    machine.want(wanted)
    lean = find_lean(repository=machine.repository)
    toolchain = machine.elan / "toolchains" / "leanprover--lean4---v4.9.0"
    assert lean.command == (str(toolchain / "bin" / "lean"),)
    assert (lean.version, lean.origin, lean.note) == ("4.9.0", "elan", "")


def test_linked_toolchain_is_found_by_its_name(machine: Machine) -> None:
    """Lean's developers link their own builds."""
    machine.install_elan(**{"my-build": "4.21.0-pre"})
    machine.want("my-build")
    assert find_lean(repository=machine.repository).version == "4.21.0-pre"


def test_missing_toolchain_is_named_with_the_command_that_installs_it(machine: Machine) -> None:
    """Nothing is downloaded behind the user's back, and nothing else is taken in its place."""
    machine.install_elan(**{"leanprover--lean4---v4.20.1": "4.20.1"})
    machine.want("leanprover/lean4:v4.9.0")
    with pytest.raises(LeanNotFoundError, match=r"elan toolchain install leanprover/lean4:v4\.9\.0$"):
        find_lean(repository=machine.repository)


def test_lean_on_path_is_taken_without_elan_and_said_to_differ(machine: Machine) -> None:
    """The user must learn that their project is read by another version than it asks for."""
    path = make_lean(machine.tools / "lean", "4.20.1")
    machine.want("leanprover/lean4:v4.9.0")
    lean = find_lean(repository=machine.repository)
    assert (lean.command, lean.version, lean.origin) == ((str(path),), "4.20.1", "path")
    assert "asks for leanprover/lean4:v4.9.0" in lean.note
    assert "4.20.1" in lean.note


def test_same_version_on_path_needs_no_note(machine: Machine) -> None:
    """A warning about nothing teaches users to ignore warnings."""
    make_lean(machine.tools / "lean", "4.9.0")
    machine.want("leanprover/lean4:v4.9.0")
    assert find_lean(repository=machine.repository).note == ""


def test_other_program_of_that_name_is_passed_over(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trading platform's command is called `lean` too; the embedded engine is there all the same."""
    machine.tools.mkdir()
    (machine.tools / "lean").write_text("#!/bin/sh\necho lean 1.0.221\n")
    (machine.tools / "lean").chmod(0o755)
    monkeypatch.setattr("prover.lean.embedded.WHEEL_HASHES", {})
    with pytest.raises(LeanNotFoundError, match="the embedded Lean runs on"):
        find_lean()


def test_elans_proxy_is_never_run(machine: Machine) -> None:
    """It would download a whole toolchain without asking."""
    machine.install_elan(**{"leanprover--lean4---v4.9.0": "4.9.0", "leanprover--lean4---v4.20.1": "4.20.1"})
    (machine.elan / "settings.toml").write_text('version = "12"\ndefault_toolchain = "leanprover/lean4:v4.9.0"\n')
    lean = find_lean()
    assert (lean.version, lean.origin) == ("4.9.0", "path")


def test_stable_is_the_newest_release_that_is_installed(machine: Machine) -> None:
    """`stable` is elan's default, and what it stands for is known to the network only."""
    toolchains = ["v4.9.0", "v4.20.1", "v4.3.0", "v4.21.0-rc1"]
    machine.install_elan(**{f"leanprover--lean4---{name}": name[1:] for name in toolchains})
    (machine.elan / "settings.toml").write_text('default_toolchain = "stable"\n')
    assert find_lean().version == "4.20.1"


def test_leftovers_of_another_lean_are_kept_from_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside `lake env` another Lean's search path is set; modules of the wrong version would be loaded."""
    monkeypatch.setenv("LEAN_PATH", "/elsewhere")
    monkeypatch.setenv("LEAN_SYSROOT", "/elsewhere")
    monkeypatch.setenv("KEPT", "yes")
    lean = Lean(command=("lean",), version="4.9.0", origin="path", key="", variables={"LEAN_NUM_THREADS": "1"})
    environment = lean.environment()
    assert {name: text for name, text in environment.items() if name.startswith("LEAN_")} == {"LEAN_NUM_THREADS": "1"}
    assert environment["KEPT"] == "yes"
    both = lean.with_search_path([Path("/one"), Path("/two")]).environment()
    assert both["LEAN_PATH"] == f"/one{os.pathsep}/two"


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has a place of its own")
def test_cache_is_where_the_user_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files elsewhere in the home directory would be a nuisance."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache_directory(None) == tmp_path / ".cache" / "leanloop"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_directory(None) == tmp_path / ".cache" / "leanloop"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_directory(None) == tmp_path / "xdg" / "leanloop"
    assert cache_directory(Path("~/here")) == tmp_path / "here"
