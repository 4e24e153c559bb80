"""A Lean package on disk, and what has to be built before one of its files can be opened.

A project that Lake has built is used as it stands, and Lake builds it where the user trusts it. Otherwise the modules
that a file imports are compiled into the cache, those of the packages it depends on, too; the lakefile is only read.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from data.cache import cache_directory
from data.errors import UsageError
from data.git import checkout, missing_submodules
from data.lakefile import lean_options
from data.manifest import Package, read_packages
from data.repository import Import, Repository, parse_imports
from data.source import read_source
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.compilation import Module, Progress, compile_modules, module_keys
from prover.lean.embedded import INSTALL_ELAN
from prover.lean.lake import Lake, find_lake
from prover.lean.sandbox import Limits

_LIMITS = Limits(memory_bytes=8 << 30, cpu_seconds=3600)
# Packages about Lean itself, whose modules the embedded engine lacks: to fetch their sources would be of no use.
_NEED_LEAN_ITSELF = frozenset(
    [
        "mathlib",
        "batteries",
        "std",
        "aesop",
        "Qq",
        "proofwidgets",
        "importGraph",
        "LeanSearchClient",
        "plausible",
        "Cli",
    ]
)


@dataclass(frozen=True)
class LeanProject:
    """A directory with Lean files, and the Lean that is to read them.

    Attributes:
        root: the package's directory.
        lean: the Lean for it, without a search path of its own.
        cache: where modules are compiled to.
        progress: gets a line for every module that has to be compiled.
        failure: what Lake said when it could not build all that it was asked for.
    """

    root: Path
    lean: Lean
    cache: Path
    progress: Progress | None = None
    failure: LeanBuildError | None = None

    def built_by_lake(self, files: Mapping[Path, str]) -> LeanProject:
        """The project after Lake has compiled what these files, given with their texts, import.

        A lakefile is a program: only for a package that the user trusts. Nothing happens where Lake cannot be of use.
        Where it fails, only the files that import what is not built cannot be prepared.
        """
        wanted = {_plain(item.module): item.module for text in files.values() for item in parse_imports(text)}
        missing = [
            name for plain, name in wanted.items() if not self._is_in_toolchain(plain) and not self._compiled(plain)
        ]
        if self.lake is None or not missing:
            return self
        try:
            self.lake.make(missing)
        except LeanBuildError as error:
            return replace(self, failure=error)
        return replace(self)  # which looks anew at what is built

    def num_built(self) -> tuple[int, int]:
        """How many of the modules that the package's files need are compiled, and how many there are.

        Raises:
            UsageError: if an import is found nowhere.
        """
        own = self._repository.modules
        if self._is_built_by_lake:
            return sum(self._compiled(_plain(name)) is not None for name in own), len(own)
        everything = tuple(Import(module=name, line=1) for name in own)
        modules, foreign = self._modules_to_compile(self.root / "Everything.lean", everything)
        keys = self._keys(modules, foreign)
        return sum((self._store / key).is_dir() for key in keys.values()), len(keys)

    def is_ready(self, file: Path) -> bool:
        """Whether all that a file imports is found and compiled."""
        try:
            modules, foreign = self._modules_to_compile(file, parse_imports(read_source(file)))
            return all((self._store / key).is_dir() for key in self._keys(modules, foreign).values())
        except (UsageError, LeanBuildError):
            return False

    @cached_property
    def lake(self) -> Lake | None:
        """The Lake that could build the project, None where none can."""
        return find_lake(self.root, lean=self.lean, progress=self.progress or _silence)

    def prepare(self, file: Path, *, source: str | None = None) -> Lean:
        """The Lean that finds whatever `file` imports; missing modules are compiled first.

        Args:
            file: a Lean file of the project, or a place where one could be.
            source: its text, if that is not what lies on the disk.

        Raises:
            UsageError: if the file cannot be read, or an import is found nowhere.
            LeanBuildError: if a module that it imports does not compile; the message holds Lean's first error.
        """
        if source is None:
            source = read_source(file)
        built = self._built_directories
        lean = self.lean.with_search_path(built).with_options(lean_options(self.root))
        modules, foreign = self._modules_to_compile(file, parse_imports(source))
        if not modules:
            return lean
        keys = self._keys(modules, foreign)
        digest = hashlib.sha256(json.dumps(sorted(keys.items())).encode()).hexdigest()[:32]
        tree = self.cache / "trees" / digest
        if not tree.is_dir():
            self._compile(modules, tree, compiler=self._compiler(foreign))
        return lean.with_search_path([tree, *built])

    @property
    def _store(self) -> Path:
        return self.cache / "modules"

    def _keys(self, modules: list[Module], foreign: list[tuple[str, int]]) -> dict[str, str]:
        return module_keys(modules, lean=self._compiler(foreign))

    def _compiler(self, foreign: list[tuple[str, int]]) -> Lean:
        # What is compiled against another package's build is of no use after that is built anew.
        return replace(self.lean, key=json.dumps([self.lean.key, foreign]))

    def _compile(self, modules: list[Module], tree: Path, *, compiler: Lean) -> None:
        tree.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=tree.parent))
        try:
            compile_modules(
                modules,
                lean=compiler.with_search_path([building, *self._built_directories]),
                store=self._store,
                destination=building,
                limits=_LIMITS,
                progress=self.progress,
            )
            try:
                building.rename(tree)
            except OSError:
                if not tree.is_dir():  # otherwise another process was quicker
                    raise
        except LeanBuildError as error:
            raise LeanBuildError(f"{error} ({self.lean.note})" if self.lean.note else str(error)) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)

    def _modules_to_compile(self, file: Path, wanted: tuple[Import, ...]) -> tuple[list[Module], list[tuple[str, int]]]:
        """All modules behind the imports `wanted` of `file` of which there is only the source.

        Also the compiled files of other packages that these need, each with the time it was written.
        """
        found: dict[str, Module] = {}
        foreign: dict[str, int] = {}
        open_imports = [(file, item) for item in wanted]
        while open_imports:
            importer, item = open_imports.pop()
            name = _plain(item.module)
            if name in found or self._is_in_toolchain(name):
                continue
            compiled = self._compiled(name)
            if compiled is not None:
                foreign[str(compiled)] = compiled.stat().st_mtime_ns
                continue
            if self.failure is not None:
                raise self.failure
            path, package = self._source_of(name, importer)
            if path is None or self._is_built_by_lake:
                raise UsageError(self._not_found(importer, item, path))
            text = read_source(path)
            inner = parse_imports(text)
            names = tuple(_plain(other.module) for other in inner)
            options = tuple(sorted(lean_options(package).items()))
            found[name] = Module(name=name, path=path, source=text.encode(), imports=names, options=options)
            open_imports += [(path, other) for other in inner]
        return list(found.values()), sorted(foreign.items())

    def _compiled(self, module: str) -> Path | None:
        """The compiled file of a module that Lake has built, here or in another package."""
        place = Path(*module.split(".")).with_suffix(".olean")
        files = (directory / place for directory in self._built_directories)
        return next((file for file in files if file.is_file()), None)

    def _is_in_toolchain(self, module: str) -> bool:
        # To ask the toolchain takes a moment, and every file imports `Init`.
        return module == "Init" or (self._library / Path(*module.split(".")).with_suffix(".olean")).is_file()

    def _source_of(self, module: str, importer: Path) -> tuple[Path | None, Path]:
        """The source of a module and the root of its package."""
        place = Path(*module.split(".")).with_suffix(".lean")
        above = [directory for directory in importer.absolute().parents if directory.is_relative_to(self.root)]
        for directory in [*self._repository.source_roots, *reversed(above)]:
            if (directory / place).is_file():
                return directory / place, self.root
        for package in self._dependencies():
            for directory in Repository(root=package, name=package.name).source_roots:
                if (directory / place).is_file():
                    return directory / place, package
        return None, self.root

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

    @property
    def _is_built_by_lake(self) -> bool:
        """The embedded engine has a library of its own, so what another Lean compiled is of no use to it."""
        return self.lean.origin != "embedded" and any(
            directory.is_relative_to(self.root / ".lake" / "build") for directory in self._built_directories
        )

    @cached_property
    def _built_directories(self) -> list[Path]:
        if self.lean.origin == "embedded":
            return []
        installed = sorted((self.root / ".lake" / "packages").glob("*"))
        packages = dict.fromkeys([self.root, *installed, *(package.root for package in self._packages)])
        # Lake before 4.15 had no directory `lean` below `lib`.
        places = [package / ".lake" / "build" / "lib" for package in packages]
        return [place / "lean" if (place / "lean").is_dir() else place for place in places if place.is_dir()]

    @cached_property
    def _packages(self) -> list[Package]:
        return read_packages(self.root)

    @cached_property
    def _repository(self) -> Repository:
        return Repository(root=self.root, name=self.root.name)

    @cached_property
    def _library(self) -> Path:
        """Where the toolchain keeps its own compiled modules."""
        command = [*self.lean.command, "--print-libdir"]
        result = subprocess.run(command, env=self.lean.environment(), capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise LeanBuildError(f"`{' '.join(command)}` failed with status {result.returncode}")
        return Path(result.stdout.strip())


def open_project(root: Path, *, lean: Lean, cache: Path | None = None, progress: Progress | None = None) -> LeanProject:
    """The project at `root`.

    Raises:
        UsageError: if there is no such directory.
    """
    if not root.is_dir():
        raise UsageError(f"{root} is not a directory: --repo takes the root of a Lean package")
    return LeanProject(root=root.resolve(), lean=lean, cache=cache_directory(cache), progress=progress)


def _plain(module: str) -> str:
    """The name as the file system has it."""
    return module.replace("«", "").replace("»", "")


def _silence(_: str) -> None:
    pass
