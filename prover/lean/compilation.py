"""Compiling Lean modules in the order of their imports, in parallel, and never the same module twice.

A compiled module is kept in a store under the hash of everything it depends on: the Lean, its own source, and the
hashes of the modules it imports. The library of the embedded engine and the modules of a user's project are built by
the same function; the user's own tree is never written to.
"""

from __future__ import annotations

import graphlib
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed, terminate_tree

MODULE_SECONDS = 600
_FORMAT = "2"  # changes when what lies in a store entry changes

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Module:
    """One `.lean` file to compile.

    Attributes:
        name: `Init.Core`.
        path: the file, which lies at `Init/Core.lean` below some root.
        digest: the hash of its text.
        imports: the names of the modules it imports.
        options: Lean options of its package, sorted.
    """

    name: str
    path: Path
    digest: str
    imports: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()

    @property
    def root(self) -> Path:
        """The directory from which the file's place is the module's name."""
        return self.path.parents[self.name.count(".")]


def module_keys(modules: Sequence[Module], *, lean: Lean) -> dict[str, str]:
    """The key of each module in the store, in an order in which imports come first.

    Raises:
        LeanBuildError: if modules import each other in a circle.
    """
    by_name = {module.name: module for module in modules}
    sorter = _sorter(modules)
    keys: dict[str, str] = {}
    lean_keys: dict[tuple[tuple[str, str], ...], str] = {}
    try:
        for name in sorter.static_order():
            imported = sorted((other, keys[other]) for other in by_name[name].imports if other in by_name)
            options = by_name[name].options
            if options not in lean_keys:
                lean_keys[options] = lean.with_options(dict(options)).key
            content = [_FORMAT, lean_keys[options], name, imported, by_name[name].digest]
            keys[name] = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        raise LeanBuildError(f"modules import each other in a circle: {circle}") from error
    return keys


def compile_modules(
    modules: Sequence[Module],
    *,
    lean: Lean,
    store: Path,
    destination: Path,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> None:
    """Put the compiled files of all modules below `destination`, compiling those that the store does not have.

    Args:
        modules: all modules that import each other; imports of others must be on the search path of `lean`.
        lean: the compiler; `destination` must be on its search path, or be its own library.
        store: where compiled modules are kept.
        destination: where `.olean` and `.ilean` files are to lie by module name.
        limits: what each Lean may use; None for modules of our own, which need no sandbox.
        progress: gets one line for every module that had to be compiled.

    Raises:
        LeanBuildError: with Lean's first error, its file and its position.
    """
    by_name = {module.name: module for module in modules}
    keys = module_keys(modules, lean=lean)
    missing = [name for name in keys if not (store / keys[name]).is_dir()]
    store.mkdir(parents=True, exist_ok=True)
    sorter = _sorter(modules)
    sorter.prepare()
    num_compiled = 0
    compilers = _Compilers(lean, limits)
    provide = partial(_provide, compilers=compilers, destination=destination)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        running: dict[Future[None], str] = {}
        try:
            while sorter.is_active():
                for name in sorter.get_ready():
                    running[pool.submit(provide, by_name[name], store / keys[name])] = name
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    name = running.pop(future)
                    future.result()
                    sorter.done(name)
                    if progress is not None and name in missing:
                        num_compiled += 1
                        progress(f"compiled {name} ({num_compiled} of {len(missing)})")
        finally:  # after an error or Ctrl-C nobody waits for the others
            for future in running:
                future.cancel()
            compilers.stop()


def _sorter(modules: Sequence[Module]) -> graphlib.TopologicalSorter[str]:
    names = {module.name for module in modules}
    return graphlib.TopologicalSorter(
        {module.name: [name for name in module.imports if name in names] for module in modules}
    )


def _provide(module: Module, entry: Path, *, compilers: _Compilers, destination: Path) -> None:
    if not entry.is_dir():
        compilers.compile(module, entry)
    target = destination / Path(*module.name.split("."))
    target.parent.mkdir(parents=True, exist_ok=True)
    for file in entry.iterdir():
        _link(file, target.with_name(f"{target.name}.{file.name}"))


class _Compilers:
    """The Leans at work for one call of `compile_modules`, so that all of them can be ended at once."""

    def __init__(self, lean: Lean, limits: Limits | None) -> None:
        self._lean = lean
        self._limits = limits
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_stopped = False

    def compile(self, module: Module, entry: Path) -> None:
        """Compile into a directory of its own, which becomes the entry in one step."""
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=entry.parent))
        try:
            # Lean derives further outputs (`m.olean.private`, ...) from the name of the first.
            outputs = ["-o", str(building / "m.olean"), "-i", str(building / "m.ilean")]
            lean = self._lean.with_options(dict(module.options))
            command = [*lean.command, "--json", "-R", str(module.root), *outputs, str(module.path)]
            if self._limits is not None:
                places = (*lean.places, module.root)
                command = sandboxed(command, limits=replace(self._limits, writable=(building,), readable=places))
            self._run(command, file=module.path)
            for file in building.iterdir():
                file.rename(file.with_name(file.name.removeprefix("m.")))
            try:
                building.rename(entry)
            except OSError:
                if not entry.is_dir():  # otherwise another process was quicker
                    raise
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def stop(self) -> None:
        """End all that run and start no more."""
        with self._lock:
            self._is_stopped = True
            for process in self._running:
                terminate_tree(process)

    def _run(self, command: Sequence[str], *, file: Path) -> None:
        with self._lock:
            if self._is_stopped:
                raise LeanBuildError(f"{file}: compiling it was given up")
            process = subprocess.Popen(
                command,
                env=self._lean.environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            self._running.add(process)
        try:
            output, remarks = process.communicate(timeout=MODULE_SECONDS)
        except subprocess.TimeoutExpired as error:
            terminate_tree(process)
            raise LeanBuildError(f"{file}: Lean did not compile it within {MODULE_SECONDS} s") from error
        finally:
            with self._lock:
                self._running.discard(process)
        if process.returncode != 0:
            raise LeanBuildError(_first_error(file, output, remarks, process.returncode))


def _first_error(file: Path, output: bytes, remarks: bytes, status: int) -> str:
    """One line with Lean's first error, from what it wrote under `--json`."""
    for line in output.splitlines():
        if line.startswith(b"{"):
            message = json.loads(line)
            if message["severity"] == "error":
                position = message["pos"]
                text = " ".join(message["data"].split())
                return f"{file}:{position['line']}:{position['column'] + 1}: {text}"
    last = remarks.decode(errors="replace").strip().splitlines()
    return f"{file}: Lean ended with status {status}: {last[-1] if last else 'no message'}"


def _link(source: Path, target: Path) -> None:
    """Make `target` the same file, or a copy where the file system has no hard links."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
