"""Finding a Lean: the one asked for, the repository's own, the one on PATH, else the embedded engine.

Nothing is ever downloaded here. elan's `lean` is a proxy that fetches a missing toolchain without asking, so it is
never run: the toolchains it has installed are looked up in its directory.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from data.repository import Repository
from prover.errors import LeanNotFoundError
from prover.lean.command import Lean, Origin
from prover.lean.compilation import Progress
from prover.lean.embedded import embedded_lean

__all__ = ["Lean", "elan_home", "find_lean", "missing_toolchain", "wanted_toolchain"]

_VERSION = re.compile(r"version ([^,\s)]+)")
_DEFAULT = re.compile(r'^default_toolchain\s*=\s*"([^"]*)"', re.MULTILINE)
_LEAN_3 = re.compile(r"(?:.*:)?v?[0-3]\..*")
_LIBRARY = re.compile(r"=> (/\S+)")  # as the dynamic linker lists them
_START_SECONDS = 60


def find_lean(
    *,
    requested: Path | None = None,
    repository: Path | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> Lean:
    """The Lean to use.

    Args:
        requested: a `lean` command or a toolchain's directory, from the user's flag.
        repository: the root of the Lean package that is worked on.
        cache: where the embedded engine is built; the user's cache directory if None.
        progress: gets a line for every step if the embedded engine has to be built.

    Returns:
        The Lean; its `note` says where the choice may surprise.

    Raises:
        LeanNotFoundError: if `requested` is no Lean, if elan lacks the repository's toolchain, or there is none at all.
        LeanBuildError: if the embedded engine cannot be built.
    """
    if requested is not None:
        return _from_flag(requested.expanduser())
    wanted = wanted_toolchain(repository) if repository is not None else None
    elan = elan_home()
    if wanted is not None and elan is not None:
        directory = _installed(elan, wanted)
        if directory is None:
            asked = f"{repository}/lean-toolchain asks for {wanted}, which is not installed"
            raise LeanNotFoundError(f"{asked}: add --trust to have it done, or run elan toolchain install {wanted}")
        return _started(directory / "bin" / "lean", origin="elan")
    lean = _from_path(elan) or embedded_lean(cache=cache, progress=progress)
    if wanted is not None and wanted.rpartition(":")[2].removeprefix("v") != lean.version:
        note = f"{repository} asks for {wanted}, but there is no elan to provide it"
        return replace(lean, note=f"{note}: using Lean {lean.version} ({lean.origin})")
    return lean


def wanted_toolchain(repository: Path) -> str | None:
    """What the package's `lean-toolchain` asks for, e.g. `leanprover/lean4:v4.9.0`; None where it says nothing.

    Raises:
        LeanNotFoundError: if it is a Lean 3.
    """
    wanted = Repository(root=repository, name=repository.name).toolchain
    if wanted is not None and _LEAN_3.fullmatch(wanted):
        raise LeanNotFoundError(f"{repository} is for Lean 3 ({wanted}): only Lean 4 is understood; look for its port")
    return wanted


def missing_toolchain(repository: Path) -> str | None:
    """The toolchain that the package asks for if there is an elan that lacks it, else None."""
    wanted, elan = wanted_toolchain(repository), elan_home()
    return wanted if wanted is not None and elan is not None and _installed(elan, wanted) is None else None


def elan_home() -> Path | None:
    """The directory where elan keeps its toolchains, None where there is no elan."""
    home = Path(os.environ.get("ELAN_HOME") or Path.home() / ".elan")
    return home if (home / "bin" / "elan").is_file() or shutil.which("elan") else None


def _from_flag(requested: Path) -> Lean:
    path = requested / "bin" / "lean" if requested.is_dir() else Path(shutil.which(requested) or requested)
    if not path.is_file():
        raise LeanNotFoundError(f"{requested} is neither a lean command nor a directory with bin/lean")
    return _started(path.absolute(), origin="flag")


def _from_path(elan: Path | None) -> Lean | None:
    """The `lean` on PATH; where that is elan's proxy, the toolchain it would run. Other programs have that name too."""
    found = shutil.which("lean")
    if found is None:
        return None
    path = Path(found).absolute()
    if elan is None or not (path.resolve().name == "elan" or path.with_name("elan").exists()):
        with contextlib.suppress(LeanNotFoundError):
            return _started(path, origin="path")
        return None
    default = _default_toolchain(elan)
    directory = None if default is None else _installed(elan, default)
    return None if directory is None else _started(directory / "bin" / "lean", origin="path")


def _default_toolchain(elan: Path) -> str | None:
    if override := os.environ.get("ELAN_TOOLCHAIN"):
        return override
    try:
        match = _DEFAULT.search((elan / "settings.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return match.group(1) if match else None


def _installed(elan: Path, toolchain: str) -> Path | None:
    """The directory of an installed toolchain, by elan's rules for names."""
    origin, _, release = toolchain.rpartition(":")
    if release[:1].isdigit():
        release = f"v{release}"
    # The name as it stands may be a linked toolchain's; otherwise elan supplies the usual origin.
    for name in (toolchain, f"{origin or 'leanprover/lean4'}:{release}"):
        directory = elan / "toolchains" / name.replace("/", "--").replace(":", "---")
        if (directory / "bin" / "lean").is_file():
            return directory
    return _newest_release(elan) if release == "stable" else None


def _newest_release(elan: Path) -> Path | None:
    """What `stable` means without asking the network."""
    releases = {
        tuple(map(int, match.groups())): directory
        for directory in (elan / "toolchains").glob("leanprover--lean4---v*")
        if (match := re.fullmatch(r".*---v(\d+)\.(\d+)\.(\d+)", directory.name)) and (directory / "bin/lean").is_file()
    }
    return releases[max(releases)] if releases else None


def _started(path: Path, *, origin: Origin) -> Lean:
    """The Lean at `path`, after asking it for its version."""
    environment = Lean(command=(str(path),), version="", origin=origin, key="").environment()
    try:
        result = subprocess.run(
            [path, "--version"],
            env=environment,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=_START_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LeanNotFoundError(f"{path} does not start: {error}") from error
    match = _VERSION.search(result.stdout)
    if result.returncode != 0 or match is None or "Lean" not in result.stdout:
        raise LeanNotFoundError(f"{path} is not Lean 4: `--version` gave {result.stdout.strip()[:80]!r}")
    # The whole line, because it names the commit; the path, because two builds may say the same.
    key = f"{result.stdout.strip()} {path}"
    needs = _places(path, environment)
    return Lean(command=(str(path),), version=match.group(1), origin=origin, key=key, needs=needs)


def _places(path: Path, environment: dict[str, str]) -> tuple[Path, ...]:
    """Where a Lean's files are besides those around its command, which may be a script, or linked to a library afar."""

    def answer(program: Path, *words: str, **variables: str) -> str:
        command = [str(program), *words]
        return subprocess.run(command, env={**environment, **variables}, capture_output=True, text=True).stdout

    prefix = Path(answer(path, "--print-prefix").strip())
    programs = [path, prefix / "bin" / "lean"] if sys.platform == "linux" else []
    listed = "".join(answer(program, LD_TRACE_LOADED_OBJECTS="1") for program in programs if program.is_file())
    places = [prefix, *(Path(library).parent for library in _LIBRARY.findall(listed))]
    return tuple(dict.fromkeys(place for place in places if place.is_absolute() and len(place.parts) > 1))
