"""The embedded engine is built from the wheel and works as a Lean, with a C compiler and without."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from prover.errors import LeanBuildError
from prover.lean.embedded import LauncherKind, embedded_lean, find_c_compiler
from prover.lean.toolchain import Lean, find_lean

pytestmark = pytest.mark.lean

LAUNCHERS = [
    pytest.param("c", marks=pytest.mark.skipif(find_c_compiler() is None, reason="no C compiler here")),
    "python",
]


def run(lean: Lean, source: str, directory: Path) -> subprocess.CompletedProcess[str]:
    file = directory / "Example.lean"
    file.write_text(source)
    command = [*lean.command, str(file)]
    return subprocess.run(command, env=lean.environment(), capture_output=True, text=True, timeout=60)


def say(method: str, request_id: int | None, **params: object) -> bytes:
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    body = json.dumps(message if request_id is None else {**message, "id": request_id}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_both_launchers_elaborate_and_reject(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, launcher: LauncherKind
) -> None:
    """Where one of them fails, a user has no Lean at all on machines with, or without, a C compiler."""
    lean = embedded_lean(cache=fresh_cache, library=tiny_library, launcher=launcher)
    manifest = json.loads((Path(lean.command[0]).parents[1] / "manifest.json").read_text())
    assert manifest["launcher"] == launcher
    assert lean.version == "4.35.0"
    good = run(lean, "theorem t : Truth := Truth.intro", tmp_path)
    assert (good.returncode, good.stdout) == (0, "")
    bad = run(lean, "theorem t : Truth := Truth", tmp_path)
    assert bad.returncode == 1
    assert "Example.lean:1:21: error" in bad.stdout


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_both_launchers_start_server_workers(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, launcher: LauncherKind
) -> None:
    """The prover talks to the language server, whose workers are started through the launcher again."""
    lean = embedded_lean(cache=fresh_cache, library=tiny_library, launcher=launcher)
    uri = (tmp_path / "Example.lean").as_uri()
    document = {"uri": uri, "languageId": "lean4", "version": 1, "text": "theorem t : Truth := Truth"}
    with subprocess.Popen(
        [*lean.command, "--server"], env=lean.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(say("initialize", 1, processId=None, rootUri=None, capabilities={}))
        server.stdin.write(say("initialized", None))
        server.stdin.write(say("textDocument/didOpen", None, textDocument=document))
        server.stdin.write(say("textDocument/waitForDiagnostics", 2, uri=uri, version=1))
        server.stdin.flush()
        answers = b""
        while b'"id":2' not in answers:
            piece = os.read(server.stdout.fileno(), 65536)
            assert piece, answers
            answers += piece
        server.kill()
    assert b"Type mismatch" in answers


def test_second_call_builds_nothing(tiny_library: Path, fresh_cache: Path) -> None:
    """Otherwise every start of the prover would take seconds."""
    lines: list[str] = []
    first = embedded_lean(cache=fresh_cache, library=tiny_library, progress=lines.append)
    assert "compiled Init.First (1 of 2)" in lines
    lines.clear()
    assert embedded_lean(cache=fresh_cache, library=tiny_library, progress=lines.append) == first
    assert lines == []


def test_changed_module_rebuilds_only_what_imports_it(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """A changed library must not be served from old files, nor must all of it be compiled again."""
    before = embedded_lean(cache=fresh_cache, library=tiny_library)
    with (tiny_library / "Init.lean").open("a") as file:
        file.write("inductive Void : Prop\n")
    lines: list[str] = []
    after = embedded_lean(cache=fresh_cache, library=tiny_library, progress=lines.append)
    assert [line for line in lines if line.startswith("compiled")] == ["compiled Init (1 of 1)"]
    assert after.key != before.key
    assert run(after, "theorem t : Void → Void := fun v => v", tmp_path).returncode == 0
    assert run(before, "theorem t : Void → Void := fun v => v", tmp_path).returncode == 1


def test_file_cleared_from_the_cache_is_built_again(tiny_library: Path, fresh_cache: Path, tmp_path: Path) -> None:
    """Clean-up tools delete old files from caches; the prover must mend that, not fail."""
    lean = embedded_lean(cache=fresh_cache, library=tiny_library)
    (Path(lean.command[0]).parents[1] / "lib" / "lean" / "Init" / "First.olean").unlink()
    lean = embedded_lean(cache=fresh_cache, library=tiny_library)
    assert run(lean, "theorem t : Truth := Truth.intro", tmp_path).returncode == 0


def test_module_that_imports_itself_through_another_is_named(tiny_library: Path, fresh_cache: Path) -> None:
    """A circle must be told, not looped on."""
    (tiny_library / "Init" / "First.lean").write_text("prelude\nimport Init\n")
    with pytest.raises(LeanBuildError, match=r"circle: .*Init"):
        embedded_lean(cache=fresh_cache, library=tiny_library)


def test_leftover_variables_of_another_lean_do_no_harm(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user may call the prover from inside `lake env`."""
    monkeypatch.setenv("LEAN_SYSROOT", "/nonexistent")
    monkeypatch.setenv("LEAN_PATH", "/nonexistent")
    lean = embedded_lean(cache=fresh_cache, library=tiny_library)
    assert run(lean, "theorem t : Truth := Truth.intro", tmp_path).returncode == 0


@pytest.mark.parametrize("launcher", LAUNCHERS)
def test_search_path_adds_modules(
    tiny_library: Path, fresh_cache: Path, tmp_path: Path, launcher: LauncherKind
) -> None:
    """Files that import a project's modules could not be opened otherwise."""
    lean = embedded_lean(cache=fresh_cache, library=tiny_library, launcher=launcher)
    source = tmp_path / "Extra.lean"
    source.write_text("theorem extra : Truth := Truth.intro")
    command = [*lean.command, "-R", str(tmp_path), "-o", str(source.with_suffix(".olean")), str(source)]
    subprocess.run(command, env=lean.environment(), check=True, timeout=60)
    found = run(lean.with_search_path([tmp_path]), "import Extra\ntheorem t : Truth := extra", tmp_path)
    assert (found.returncode, found.stdout) == (0, "")


def test_engine_is_what_a_machine_without_lean_gets(
    embedded: Lean, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise is a machine that has only Python."""
    for tool in ("cc", "ld"):  # the same launcher as the fixture's, if there is a compiler
        if (path := shutil.which(tool)) is not None:
            (tmp_path / tool).symlink_to(path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    lean = find_lean(cache=Path(embedded.command[0]).parents[2])
    assert lean == embedded
    good = run(lean, "theorem t (p q : Prop) : p ∧ q → q ∧ p := fun ⟨a, b⟩ => ⟨b, a⟩\n#print axioms t", tmp_path)
    assert (good.returncode, good.stdout) == (0, "'t' does not depend on any axioms\n")
