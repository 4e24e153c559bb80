"""Compiling every module of a repository and leaving a note of where they are, for programs that have no Lean.

What Lake has built is left to Lake; the note then only adds where Lean's own library and its sources are.
"""

from __future__ import annotations

import importlib.resources
import subprocess
from collections.abc import Sequence
from pathlib import Path

from data.compiled import TOOLCHAIN_SOURCES, Build, CompiledTree, lake_trees, source_digest
from data.errors import UsageError
from data.manifest import read_packages
from data.repository import LIBRARY, Repository, open_repository
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.compilation import Progress
from prover.lean.embedded import embedded_lean
from prover.lean.project import LeanProject, open_project
from prover.lean.toolchain import find_lean


def open_to_build(
    text: str, *, requested: Path | None, cache: Path | None, progress: Progress
) -> tuple[Repository, LeanProject]:
    """The repository that a user names, and the same as Lean sees it; our own library needs our own Lean.

    Args:
        text: what the user typed.
        requested: the Lean that the user wants.
        cache: where everything is kept that can be made again.
        progress: gets lines about what is fetched or built.

    Raises:
        UsageError, LeanNotFoundError, LeanBuildError: if there is no such repository, or no Lean for it.
    """
    repository = open_repository(text, cache=cache, progress=progress)
    if repository.name == LIBRARY:
        lean = embedded_lean(cache=cache, progress=progress)
    else:
        lean = find_lean(requested=requested, repository=repository.root, cache=cache, progress=progress)
    return repository, open_project(repository.root, lean=lean, cache=cache, progress=progress)


def build_repository(repository: Repository, project: LeanProject) -> list[str]:
    """Compile what is not compiled yet and leave a note in the project's cache.

    Args:
        repository: the repository.
        project: the same as the Lean sees it that is to compile it.

    Returns:
        One line for every module that does not compile, or imports one that does not, with Lean's first error.
    """
    own, errors = _own_trees(repository, project)
    toolchain = _toolchain(project.lean)
    trees = [toolchain.model_copy(update={"prefix": ""})] if repository.name == LIBRARY else [*own, toolchain]
    compiled = dict(repository.modules) if own else {}
    if project.lean.origin == "embedded":
        compiled |= open_repository(LIBRARY).modules
    build = Build(
        root=project.root,
        lean=project.lean.version,
        trees=tuple(trees),
        digests={name: source_digest(path.read_bytes()) for name, path in compiled.items()},
    )
    build.write(project.cache)
    return errors


def _own_trees(repository: Repository, project: LeanProject) -> tuple[list[CompiledTree], list[str]]:
    """Where the repository's own modules are compiled, if not by Lake, and what went wrong with some of them."""
    is_for_lake = any(tree.prefix == "" for tree in lake_trees(repository)) and project.lean.origin != "embedded"
    if repository.name == LIBRARY or is_for_lake:
        return [], []
    good = list(repository.modules)
    errors: list[str] = []
    try:
        directories = _compiled(project, good)
    except (LeanBuildError, UsageError):
        good, errors = _sorted_out(project, good)
        directories = _compiled(project, good)
    packages = [(repository, "")]
    for package in read_packages(project.root):
        folder = Repository(root=package.root, name=package.name)
        packages += [(folder, f".lake/packages/{package.name}")] if package.root.is_dir() else []
    trees = [
        CompiledTree(
            compiled=directory,
            sources=tuple(folder.resolve() for folder in package.source_roots),
            base=package.root.resolve(),
            prefix=prefix,
        )
        for directory in directories
        if directory.is_relative_to(project.cache)  # all others are Lake's
        for package, prefix in packages
    ]
    return trees, errors


def _sorted_out(project: LeanProject, modules: Sequence[str]) -> tuple[list[str], list[str]]:
    """The modules that compile, and one line for each other: they are tried one by one, which takes its time."""
    good: list[str] = []
    errors: list[str] = []
    for name in modules:
        try:
            _compiled(project, [name])
            good.append(name)
        except (LeanBuildError, UsageError) as error:
            errors.append(f"{name}: {error}")
    return good, errors


def _compiled(project: LeanProject, modules: Sequence[str]) -> tuple[Path, ...]:
    """The directories in which these modules are found after they have been compiled."""
    everything = "".join(f"import {name}\n" for name in modules)
    return project.prepare(project.root / "Everything.lean", source=everything).search_path


def _toolchain(lean: Lean) -> CompiledTree:
    """Lean's own library and its sources, which some installations do not have."""
    command = [*lean.command, "--print-prefix"]
    result = subprocess.run(command, env=lean.environment(), capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise LeanBuildError(f"`{' '.join(command)}` failed with status {result.returncode}")
    prefix = Path(result.stdout.strip())
    sources = prefix / "src" / "lean"
    if lean.origin == "embedded":
        sources = Path(str(importlib.resources.files("data") / "library"))
    return CompiledTree(compiled=prefix / "lib" / "lean", sources=(sources,), base=sources, prefix=TOOLCHAIN_SOURCES)
