"""A Lean package on disk, and what has to be built before one of its files can be opened.

A project that Lake has built is used as it stands, and Lake builds it where the user trusts it. Otherwise the modules
that a file imports are compiled into the cache, those of the packages it depends on, too; the lakefile is only read.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from filelock import FileLock

from data.cache import cache_directory
from data.errors import UsageError
from data.lakefile import lean_options
from data.repository import Import, Repository, parse_imports
from data.source import read_source
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.compilation import Module, Progress, compile_modules, module_keys
from prover.lean.lake import Lake, install_toolchain
from prover.lean.modules import PackageModules, plain_name
from prover.lean.sandbox import Limits
from prover.lean.toolchain import find_lean, missing_toolchain

_LIMITS = Limits(memory_bytes=8 << 30, cpu_seconds=3600)


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

    def built_by_lake(self, texts: Sequence[str]) -> LeanProject:
        """The project after Lake has compiled what files with these texts import.

        A lakefile is a program: only for a package that the user trusts. Nothing happens where Lake cannot be of use.
        Where it fails, only the files that import what is not built cannot be prepared.
        """
        lake = self.lake
        if lake is None:
            return self
        digest = hashlib.sha256(str(self.root).encode()).hexdigest()[:16]
        self.cache.mkdir(parents=True, exist_ok=True)
        with FileLock(self.cache / f"lake-{digest}.lock"):
            project = replace(self)  # which looks anew at what is built: another process may have been at work
            missing = project._not_built(texts)
            try:
                if missing:
                    lake.make(missing)
            except LeanBuildError as error:
                return replace(self, failure=error)
            return replace(self) if missing else project

    def _not_built(self, texts: Sequence[str]) -> list[str]:
        """The imports of these texts that neither the toolchain nor Lake has compiled."""
        wanted = dict.fromkeys(item.module for text in texts for item in parse_imports(text))
        modules = self._modules
        names = {name: plain_name(name) for name in wanted}
        return [n for n, plain in names.items() if not modules.is_in_toolchain(plain) and not modules.compiled(plain)]

    def num_built(self) -> tuple[int, int]:
        """How many of the modules that the package's files need are compiled, and how many there are.

        Raises:
            UsageError: if an import is found nowhere.
        """
        own = Repository(root=self.root, name=self.root.name).modules
        if self._modules.is_built_by_lake:
            return sum(self._modules.compiled(plain_name(name)) is not None for name in own), len(own)
        everything = tuple(Import(module=name, line=1) for name in own)
        modules, foreign = self._modules.to_compile(self.root / "Everything.lean", everything)
        keys = self._keys(modules, foreign)
        return sum((self._store / key).is_dir() for key in keys.values()), len(keys)

    def is_ready(self, file: Path) -> bool:
        """Whether all that a file imports is found and compiled."""
        try:
            modules, foreign = self._modules.to_compile(file, parse_imports(read_source(file)))
            return all((self._store / key).is_dir() for key in self._keys(modules, foreign).values())
        except (UsageError, LeanBuildError):
            return False

    @property
    def lake(self) -> Lake | None:
        """The Lake that could build the project, None where none can."""
        return self._modules.lake

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
        built = self._modules.built_directories
        lean = self.lean.with_search_path(built).with_options(lean_options(self.root))
        modules, foreign = self._modules.to_compile(file, parse_imports(source))
        if not modules:
            return lean
        content = [self._compiler(foreign).key, sorted((each.name, each.digest, each.options) for each in modules)]
        digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
        tree = self.cache / "trees" / digest
        if not tree.is_dir():
            self._compile(modules, tree, compiler=self._compiler(foreign))
        return lean.with_search_path([tree, *built], own=[tree])

    @cached_property
    def _modules(self) -> PackageModules:
        return PackageModules(self.root, self.lean, self.cache, self.progress, self.failure)

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
                lean=compiler.with_search_path([building, *self._modules.built_directories]),
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


def open_project(root: Path, *, lean: Lean, cache: Path | None = None, progress: Progress | None = None) -> LeanProject:
    """The project at `root`.

    Raises:
        UsageError: if there is no such directory.
    """
    if not root.is_dir():
        raise UsageError(f"{root} is not a directory: --repo takes the root of a Lean package")
    return LeanProject(root=root.resolve(), lean=lean, cache=cache_directory(cache), progress=progress)


def open_built_project(
    root: Path | None,
    *,
    texts: Sequence[str],
    requested: Path | None,
    cache: Path | None,
    progress: Progress,
    is_trusted: bool,
) -> LeanProject:
    """The project at `root` after elan and Lake, if the user trusts it, have got ready what these texts import.

    Args:
        root: the package's folder; None for texts that belong to none.
        texts: the files that are to be opened.
        requested: the Lean that the user named, if any: then elan installs none.
        cache: where we keep what we build; the user's cache directory if None.
        progress: gets lines about what is built.
        is_trusted: elan and Lake may be run: a lakefile is a program.

    Raises:
        LeanNotFoundError, LeanBuildError: if there is no Lean for it. Where Lake fails, `failure` says so.
    """
    toolchain = missing_toolchain(root) if root is not None and is_trusted and requested is None else None
    if toolchain is not None:
        install_toolchain(toolchain, progress=progress)
    lean = find_lean(requested=requested, repository=root, cache=cache, progress=progress)
    project = open_project(root or Path.cwd(), lean=lean, cache=cache, progress=progress)
    return project.built_by_lake(texts) if is_trusted else project
