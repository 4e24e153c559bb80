"""Compiling every module of a repository and leaving a note of where they are, for programs that have no Lean.

What Lake has built is left to Lake; the note then only adds where Lean's own library and its sources are.
"""

from __future__ import annotations

import importlib.resources
import subprocess
from pathlib import Path

from data.compiled import TOOLCHAIN_SOURCES, Build, CompiledTree, lake_trees, source_digest
from data.repository import LIBRARY, Repository, open_repository
from prover.errors import LeanBuildError
from prover.lean.command import Lean
from prover.lean.project import LeanProject


def build_repository(repository: Repository, project: LeanProject) -> Build:
    """Compile what is not compiled yet and leave a note in the project's cache.

    Args:
        repository: the repository.
        project: the same as the Lean sees it that is to compile it.

    Raises:
        UsageError: if an import is found nowhere.
        LeanBuildError: if a module does not compile; the message holds Lean's first error.
    """
    toolchain = _toolchain(project.lean)
    if repository.name == LIBRARY:
        trees = [toolchain.model_copy(update={"prefix": ""})]
    else:
        everything = "".join(f"import {name}\n" for name in repository.modules)
        directories = project.prepare(project.root / "Everything.lean", source=everything).search_path
        by_lake = {tree.compiled for tree in lake_trees(repository)}
        roots = tuple(folder.resolve() for folder in repository.source_roots)
        trees = [
            CompiledTree(compiled=directory, sources=roots, base=project.root)
            for directory in directories
            if directory not in by_lake
        ]
        trees.append(toolchain)
    compiled = dict(repository.modules)
    if project.lean.origin == "embedded":
        compiled |= open_repository(LIBRARY).modules
    build = Build(
        root=project.root,
        lean=project.lean.version,
        trees=tuple(trees),
        digests={name: source_digest(path.read_bytes()) for name, path in compiled.items()},
    )
    build.write(project.cache)
    return build


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
