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
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed

MODULE_SECONDS = 600
_FORMAT = "1"  # changes when what lies in a store entry changes

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Module:
    """One `.lean` file to compile.

    Attributes:
        name: `Init.Core`.
        path: the file, which lies at `Init/Core.lean` below some root.
        source: its text.
        imports: the names of the modules it imports.
    """

    name: str
    path: Path
    source: bytes
    imports: tuple[str, ...]

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
    try:
        for name in sorter.static_order():
            imported = sorted((other, keys[other]) for other in by_name[name].imports if other in by_name)
            digest = hashlib.sha256(json.dumps([_FORMAT, lean.key, name, imported]).encode())
            digest.update(by_name[name].source)
            keys[name] = digest.hexdigest()[:32]
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
    provide = partial(_provide, lean=lean, destination=destination, limits=limits)
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
        finally:
            for future in running:
                future.cancel()


def _sorter(modules: Sequence[Module]) -> graphlib.TopologicalSorter[str]:
    names = {module.name for module in modules}
    return graphlib.TopologicalSorter(
        {module.name: [name for name in module.imports if name in names] for module in modules}
    )


def _provide(module: Module, entry: Path, *, lean: Lean, destination: Path, limits: Limits | None) -> None:
    if not entry.is_dir():
        _compile(module, entry, lean=lean, limits=limits)
    target = destination / Path(*module.name.split("."))
    target.parent.mkdir(parents=True, exist_ok=True)
    for file in entry.iterdir():
        _link(file, target.with_name(f"{target.name}.{file.name}"))


def _compile(module: Module, entry: Path, *, lean: Lean, limits: Limits | None) -> None:
    """Compile into a directory of its own, which becomes the entry in one step."""
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=entry.parent))
    try:
        # Lean derives further outputs (`m.olean.private`, ...) from the name of the first.
        outputs = ["-o", str(building / "m.olean"), "-i", str(building / "m.ilean")]
        command = [*lean.command, "--json", "-R", str(module.root), *outputs, str(module.path)]
        if limits is not None:
            command = sandboxed(command, limits=replace(limits, writable=(building,)))
        _run_compiler(command, lean=lean, file=module.path)
        for file in building.iterdir():
            file.rename(file.with_name(file.name.removeprefix("m.")))
        try:
            building.rename(entry)
        except OSError:
            if not entry.is_dir():  # otherwise another process was quicker
                raise
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _run_compiler(command: Sequence[str], *, lean: Lean, file: Path) -> None:
    """Run Lean with `--json` over `file`.

    Raises:
        LeanBuildError: with its first error.
    """
    try:
        result = subprocess.run(
            command, env=lean.environment(), capture_output=True, stdin=subprocess.DEVNULL, timeout=MODULE_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise LeanBuildError(f"{file}: Lean did not compile it within {MODULE_SECONDS} s") from error
    if result.returncode == 0:
        return
    for line in result.stdout.splitlines():
        if line.startswith(b"{"):
            message = json.loads(line)
            if message["severity"] == "error":
                position = message["pos"]
                text = " ".join(message["data"].split())
                raise LeanBuildError(f"{file}:{position['line']}:{position['column'] + 1}: {text}")
    remark = result.stderr.decode(errors="replace").strip().splitlines()
    raise LeanBuildError(
        f"{file}: Lean ended with status {result.returncode}: {remark[-1] if remark else 'no message'}"
    )


def _link(source: Path, target: Path) -> None:
    """Make `target` the same file, or a copy where the file system has no hard links."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
