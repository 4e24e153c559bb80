"""Where an import leads: to the toolchain, to a file that Lake has compiled, or to a source that is to be compiled.

Sources are looked for in the package itself and then in the packages of its manifest, which are fetched if they have to
be. Lake is not run, and the lakefile is only read.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from data.errors import UsageError
from data.git import checkout, missing_submodules
from data.manifest import Package, read_packages
from data.repository import Import
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.compilation import Module, Progress
from prover.lean.embedded import INSTALL_ELAN
from prover.lean.lake import Lake, find_lake
from prover.lean.sources import Sources

# Packages about Lean itself, whose modules the embedded engine lacks: to fetch their sources would be of no use.
_NEED_LEAN_ITSELF = frozenset(
    ("mathlib", "batteries", "std", "aesop", "Qq", "proofwidgets", "importGraph", "LeanSearchClient", "plausible")
)


@dataclass(frozen=True)
class PackageModules:
    """The modules that the files of a package may import; the attributes are those of `LeanProject`."""

    root: Path
    lean: Lean
    cache: Path
    progress: Progress | None
    failure: LeanBuildError | None

    def to_compile(self, file: Path, wanted: tuple[Import, ...]) -> tuple[list[Module], list[tuple[str, int]]]:
        """All modules behind the imports `wanted` of `file` of which there is only the source.

        Also the compiled files of other packages that these need, each with the time it was written.
        """
        found: dict[str, Module] = {}
        foreign: dict[str, int] = {}
        open_imports = [(file, item) for item in wanted]
        name = hashlib.sha256(str(self.root).encode()).hexdigest()[:32]
        memory = self.cache / "sources" / f"{name}.json"
        sources = Sources(self.root, dependencies=self._dependencies, memory=memory)
        while open_imports:
            importer, item = open_imports.pop()
            name = plain_name(item.module)
            if name in found or self.is_in_toolchain(name):
                continue
            compiled = self.compiled(name)
            if compiled is not None:
                foreign[str(compiled)] = compiled.stat().st_mtime_ns
                continue
            if self.failure is not None:
                raise self.failure
            source = sources.find(name, importer)
            if source is None or self.is_built_by_lake:
                raise UsageError(self._not_found(importer, item, source.path if source is not None else None))
            names = tuple(plain_name(other.module) for other in source.imports)
            found[name] = Module(
                name=name, path=source.path, digest=source.digest, imports=names, options=source.options
            )
            open_imports += [(source.path, other) for other in source.imports]
        sources.remember()
        return list(found.values()), sorted(foreign.items())

    def compiled(self, module: str) -> Path | None:
        """The compiled file of a module that Lake has built, here or in another package."""
        files = (directory / f"{module.replace('.', '/')}.olean" for directory in self.built_directories)
        return next((file for file in files if file.is_file()), None)

    def is_in_toolchain(self, module: str) -> bool:
        # Every file imports `Init`, and to ask the toolchain may take a moment.
        if module == "Init" or module.partition(".")[0] not in self._library_names:
            return module == "Init"
        return (self._library / f"{module.replace('.', '/')}.olean").is_file()

    @property
    def is_built_by_lake(self) -> bool:
        """The embedded engine has a library of its own, so what another Lean compiled is of no use to it."""
        return self.lean.origin != "embedded" and any(
            directory.is_relative_to(self.root / ".lake" / "build") for directory in self.built_directories
        )

    @cached_property
    def built_directories(self) -> list[Path]:
        if self.lean.origin == "embedded":
            return []
        installed = sorted((self.root / ".lake" / "packages").glob("*"))
        packages = dict.fromkeys([self.root, *installed, *(package.root for package in self._packages)])
        # Lake before 4.15 had no directory `lean` below `lib`.
        places = [package / ".lake" / "build" / "lib" for package in packages]
        return [place / "lean" if (place / "lean").is_dir() else place for place in places if place.is_dir()]

    @cached_property
    def lake(self) -> Lake | None:
        """The Lake that could build the project, None where none can."""
        return find_lake(self.root, lean=self.lean, progress=self.progress or _silence)

    def _dependencies(self) -> Iterator[Path]:
        """The packages that this one depends on: first those that are here, then those that can be fetched."""
        absent = []
        for package in self._packages:
            if package.root.is_dir():
                yield package.root
            elif package.address is not None and package.name not in _NEED_LEAN_ITSELF:
                absent.append(package)
        for package in absent:
            assert package.address is not None
            yield checkout(package.address, cache=self.cache, progress=self.progress).root / package.folder

    def _not_found(self, importer: Path, item: Import, source: Path | None) -> str:
        place = f"{importer}:{item.line}: import {item.module}"
        by_hand = f"run `lake build {item.module}` in {self.root}"
        if source is not None:
            return f"{place}: not built yet: {by_hand}, or add --trust to have it done"
        needed = f"{place}: neither in {self.root} nor in Lean {self.lean.version} ({self.lean.origin})"
        if missing := missing_submodules(self.root):
            mend = f"git -C {self.root} submodule update --init --recursive"
            return f"{needed}; the submodule {missing[0]} is not checked out: {mend}"
        if self.lake is not None:
            return f"{needed}: {by_hand}, or add --trust to have it done: its lakefile is a program"
        if self.lean.origin == "embedded":
            reason = self.lean.note or "it has only its own library"
            return f"{needed}; {reason}; {INSTALL_ELAN}, then use --repo with --trust"
        return f"{needed}: run `lake build` in the project that has it"

    @cached_property
    def _packages(self) -> list[Package]:
        return read_packages(self.root)

    @cached_property
    def _library_names(self) -> frozenset[str]:
        return frozenset(entry.name.removesuffix(".olean") for entry in self._library.glob("*"))

    @cached_property
    def _library(self) -> Path:
        """Where the toolchain keeps its own compiled modules."""
        usual = Path(self.lean.command[0]).resolve().parent.parent / "lib" / "lean"
        if len(self.lean.command) == 1 and (usual / "Init.olean").is_file():
            return usual  # To ask takes as long as all else.
        command = [*self.lean.command, "--print-libdir"]
        result = subprocess.run(command, env=self.lean.environment(), capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise LeanBuildError(f"`{' '.join(command)}` failed with status {result.returncode}")
        return Path(result.stdout.strip())


def plain_name(module: str) -> str:
    """The name as the file system has it."""
    return module.replace("«", "").replace("»", "")


def _silence(_: str) -> None:
    pass
