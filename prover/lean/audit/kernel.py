"""Asking the kernel, in a process of its own, whether declarations are right, and what they rest on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from prover.errors import LeanCrashedError, LeanTimeoutError, ProverError
from prover.lean.audit.kernel_process import SUPPORTED
from prover.lean.audit.terms import Name
from prover.lean.command import Lean
from prover.lean.embedded import find_wheel
from prover.lean.sandbox import Limits, sandboxed, terminate_tree

_ROOT = Path(__file__).parents[3]
_PROGRAM = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from prover.lean.audit.kernel_process import main; main()"


class NoSecondOpinionError(ProverError):
    """The kernel of this Lean cannot be asked: its library is not found, or is of a version that we do not know."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the kernel says.

    Attributes:
        refused: the first declaration that it refuses, and why; None if it accepts all.
        axioms: for each axiom in what the declarations build on, the constants among `used` that rest on it.
    """

    refused: tuple[Name, str] | None
    axioms: Mapping[Name, frozenset[Name]]


def ask_kernel(
    request: Mapping[str, Any], *, imports: Sequence[Name], lean: Lean, limits: Limits, seconds: float
) -> Opinion:
    """Have the kernel check declarations from nothing but their terms.

    Args:
        request: what `kernel_request` returns.
        imports: the modules on which the declarations build.
        lean: whose kernel, with the search path for the imports.
        limits: what the process may use.
        seconds: how long it may take.

    Raises:
        NoSecondOpinionError: if this Lean's kernel cannot be asked.
        LeanCrashedError, LeanTimeoutError: if it gives no answer.
    """
    library, modules = _library(lean)
    content = {**request, "library": str(library), "imports": imports}
    path = os.pathsep.join([*map(str, lean.search_path), str(modules)])
    process = subprocess.Popen(
        sandboxed([sys.executable, "-I", "-S", "-c", _PROGRAM], limits=replace(limits, writable=())),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**lean.environment(), "LEAN_PATH": path},
        start_new_session=True,
    )
    try:
        output, remarks = process.communicate(json.dumps(content).encode(), timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise LeanTimeoutError(f"the kernel did not check the file again within {seconds:g} s") from error
    finally:
        terminate_tree(process)
    try:
        answer = json.loads(output)
    except ValueError as error:
        last = remarks.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
        raise LeanCrashedError(f"the kernel gave no answer (status {process.returncode}): {last[0]}") from error
    refused = answer["refused"]
    return Opinion(
        refused=None if refused is None else (tuple(refused[0]), refused[1]),
        axioms={tuple(axiom): frozenset(map(tuple, users)) for axiom, users in answer["axioms"]},
    )


@cache
def _library(lean: Lean) -> tuple[Path, Path]:
    """Lean's shared library, and the folder of the modules that come with it."""
    if lean.version != SUPPORTED:
        raise NoSecondOpinionError(f"the kernel of Lean {lean.version} cannot be asked, only that of {SUPPORTED}")
    modules = toolchain_modules(lean)
    library = find_wheel() / "libleanshared.so" if lean.origin == "embedded" else modules / "libleanshared.so"
    if not library.is_file():
        raise NoSecondOpinionError(f"{library} is not there")
    return library, modules


@cache
def toolchain_modules(lean: Lean) -> Path:
    """The folder of the compiled modules that come with a Lean.

    Raises:
        LeanCrashedError: if it does not say where it is.
    """
    command = [*lean.command, "--print-prefix"]
    result = subprocess.run(command, env=lean.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        raise LeanCrashedError(f"`{' '.join(command)}` failed with status {result.returncode}")
    return Path(result.stdout.strip()) / "lib" / "lean"
