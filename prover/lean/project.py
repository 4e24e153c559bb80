"""A Lean package on disk, and what has to be built before one of its files can be opened.

A project that Lake has built is used as it stands. Otherwise the modules that a file imports are compiled into the
cache; the user's tree is never written to.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from data.cache import cache_directory
from data.errors import UsageError
from data.repository import Import, Repository, parse_imports
from data.source import read_source
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.compilation import Module, Progress, compile_modules, module_keys
from prover.lean.sandbox import Limits

_LIMITS = Limits(memory_bytes=8 << 30, cpu_seconds=3600)


@dataclass(frozen=True)
class LeanProject:
    """A directory with Lean files, and the Lean that is to read them.

    Attributes:
        root: the package's directory.
        lean: the Lean for it, without a search path of its own.
        cache: where modules are compiled to.
        progress: gets a line for every module that has to be compiled.
    """

    root: Path
    lean: Lean
    cache: Path
    progress: Progress | None = None

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
        lean = self.lean.with_search_path(built)
        modules, foreign = self._modules_to_compile(file, parse_imports(source))
        if not modules:
            return lean
        # What is compiled against another package's build is of no use after that is built anew.
        compiler = replace(self.lean, key=json.dumps([self.lean.key, foreign]))
        keys = module_keys(modules, lean=compiler)
        digest = hashlib.sha256(json.dumps(sorted(keys.items())).encode()).hexdigest()[:32]
        tree = self.cache / "trees" / digest
        if not tree.is_dir():
            self._compile(modules, tree, compiler=compiler)
        return lean.with_search_path([tree, *built])

    def _compile(self, modules: list[Module], tree: Path, *, compiler: Lean) -> None:
        tree.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".building-", dir=tree.parent))
        try:
            compile_modules(
                modules,
                lean=compiler.with_search_path([building, *self._built_directories]),
                store=self.cache / "modules",
                destination=building,
                limits=_LIMITS,
                progress=self.progress,
            )
            try:
                building.rename(tree)
            except OSError:
                if not tree.is_dir():  # otherwise another process was quicker
                    raise
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
            path = self._source_of(name, importer)
            if path is None or self._is_built_by_lake:
                raise UsageError(self._not_found(importer, item, path))
            text = read_source(path)
            inner = parse_imports(text)
            names = tuple(_plain(other.module) for other in inner)
            found[name] = Module(name=name, path=path, source=text.encode(), imports=names)
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

    def _source_of(self, module: str, importer: Path) -> Path | None:
        place = Path(*module.split(".")).with_suffix(".lean")
        above = [directory for directory in importer.absolute().parents if directory.is_relative_to(self.root)]
        for directory in [*self._repository.source_roots, *reversed(above)]:
            if (directory / place).is_file():
                return directory / place
        return None

    def _not_found(self, importer: Path, item: Import, source: Path | None) -> str:
        place = f"{importer}:{item.line}: import {item.module}"
        if source is not None:
            return f"{place}: not built yet: run `lake build {item.module}` in {self.root}"
        engine = f"Lean {self.lean.version} ({self.lean.origin})"
        needed = f"{place}: neither in {self.root} nor in {engine}"
        if self.lean.origin == "embedded":
            return (
                f"{needed}, which has only its own library: use --repo with a project that Lake has built, and its Lean"
            )
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
        packages = [self.root, *sorted((self.root / ".lake" / "packages").glob("*")), *self._neighbours()]
        # Lake before 4.15 had no directory `lean` below `lib`.
        places = [package / ".lake" / "build" / "lib" for package in packages]
        return [place / "lean" if (place / "lean").is_dir() else place for place in places if place.is_dir()]

    def _neighbours(self) -> list[Path]:
        """Packages required by a path."""
        manifest = self.root / "lake-manifest.json"
        if not manifest.is_file():
            return []
        try:
            packages = json.loads(manifest.read_bytes())["packages"]
            return [(self.root / package["dir"]).resolve() for package in packages if package["type"] == "path"]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{manifest} is not Lake's manifest: run `lake update` in {self.root}") from error

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
