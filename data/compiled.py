"""Where the compiled modules of a repository lie, and where their sources are.

Lake puts them below `.lake/build` of each package. What we compile ourselves goes to the cache, and a note beside it
says where, so that whoever only reads needs no Lean.
"""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from data.durable import written_whole
from data.errors import UsageError
from data.manifest import read_packages
from data.repository import Repository

TOOLCHAIN_SOURCES = ".lake/packages/lean4/src/lean"
"""Where LeanDojo says that the sources of Lean's own library are."""


class CompiledTree(BaseModel, frozen=True):
    """A directory of compiled modules and the sources they were made from.

    Attributes:
        compiled: the directory from which a compiled file's place is its module's name.
        sources: the directories from which a source file's place is its module's name.
        base: the directory from which the sources' paths in a data set count.
        prefix: what comes before such a path: empty for the repository itself.
    """

    compiled: Path
    sources: tuple[Path, ...]
    base: Path
    prefix: str = ""

    def find(self, module: str) -> CompiledModule | None:
        """The module called `module`, None if it is not in this tree."""
        place = Path(*module.replace("«", "").replace("»", "").split("."))
        ilean = self.compiled / place.with_name(f"{place.name}.ilean")
        source_place = place.with_name(f"{place.name}.lean")
        for directory in self.sources:
            source = directory / source_place
            if source.is_file():
                path = source.relative_to(self.base).as_posix()
                return CompiledModule(module, source, ilean, f"{self.prefix}/{path}" if self.prefix else path)
        return None


@dataclass(frozen=True, slots=True)
class CompiledModule:
    """A module: its name, its source, its `.ilean` file, which may be missing, and its path in a data set."""

    name: str
    source: Path
    ilean: Path
    path: str


class Build(BaseModel, frozen=True):
    """A compiled repository.

    Attributes:
        root: the repository.
        lean: the version of Lean that compiled it.
        trees: its own modules first, then what they import.
        digests: of each module that we compiled the SHA-256 of its source; empty for what Lake has built.
    """

    root: Path
    lean: str
    trees: tuple[CompiledTree, ...]
    digests: dict[str, str]

    @property
    def is_ours(self) -> bool:
        """False for what Lake has built."""
        return any(tree.prefix == "" for tree in self.trees)

    def find(self, module: str, *, own: bool = False) -> CompiledModule | None:
        """The module called `module`, a compiled one if there is one; None if even its source is nowhere.

        Args:
            module: its name.
            own: look only into the repository itself.
        """
        trees = (tree for tree in self.trees if not own or tree.prefix == "")
        found = [module for module in (tree.find(module) for tree in trees) if module is not None]
        return next((module for module in found if module.ilean.is_file()), found[0] if found else None)

    def write(self, cache: Path) -> None:
        """Leave a note in the cache."""
        path = _note(cache, self.root)
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as partial:
            partial.write_text(self.model_dump_json(indent=1), encoding="utf-8")


def find_build(repository: Repository, *, cache: Path, ileans: Path | None = None) -> Build:
    """What of a repository is compiled.

    Args:
        repository: the repository.
        cache: where we keep what we compile.
        ileans: the directory of its `.ilean` files, where that is not the usual one.

    Raises:
        UsageError: if nothing is compiled; the message names the command that does it.
    """
    root = repository.root.resolve()
    note = _read_note(_note(cache, root))
    trees = lake_trees(repository)
    if trees and note is not None and not note.is_ours:
        trees += note.trees  # Lean's own library
    if ileans is not None:
        if next(ileans.rglob("*.ilean"), None) is None:
            raise UsageError(f"no .ilean file below {ileans}; name the folder that Lake built, or its cache unpacked")
        trees = [CompiledTree(compiled=ileans.absolute(), sources=_roots(repository), base=root), *trees]
    if not trees and note is not None and note.is_ours and all(tree.compiled.is_dir() for tree in note.trees):
        return note
    if not any(tree.prefix == "" for tree in trees):
        raise UsageError(
            f"{repository.name} is not built, so there are no .ilean files to read: {how_to_build(repository)}"
        )
    return Build(root=root, lean=repository.toolchain or "", trees=tuple(trees), digests={})


def how_to_build(repository: Repository) -> str:
    """What the user is to do about a repository that is not built."""
    if (repository.root / "lake-manifest.json").is_file():
        return f"run `lake build` in {repository.root}"
    return f"run `prove build {repository.name if repository.is_known else shlex.quote(str(repository.root))}`"


def lake_trees(repository: Repository) -> list[CompiledTree]:
    """What Lake has compiled: the repository itself first, then its packages.

    Raises:
        UsageError: if Lake's manifest cannot be read.
    """
    root = repository.root.resolve()
    folders = {folder: folder.name for folder in sorted((root / ".lake" / "packages").glob("*"))}
    folders |= {package.root: package.name for package in read_packages(root)}
    trees = [
        _lake_tree(Repository(root=folder, name=name), folder, f".lake/packages/{name}")
        for folder, name in folders.items()
    ]
    return [tree for tree in (_lake_tree(repository, root, ""), *trees) if tree.compiled.is_dir()]


def _lake_tree(repository: Repository, root: Path, prefix: str) -> CompiledTree:
    library = root / ".lake" / "build" / "lib"
    # Lake before 4.15 had no directory `lean` below `lib`.
    compiled = library / "lean" if (library / "lean").is_dir() else library
    return CompiledTree(compiled=compiled, sources=_roots(repository), base=root, prefix=prefix)


def _roots(repository: Repository) -> tuple[Path, ...]:
    return tuple(folder.resolve() for folder in repository.source_roots)


def source_digest(source: bytes) -> str:
    """Tells one text of a module from another."""
    return hashlib.sha256(source).hexdigest()


def _note(cache: Path, root: Path) -> Path:
    return cache / "builds" / f"{hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:32]}.json"


def _read_note(path: Path) -> Build | None:
    """What was compiled by us; None if nothing was, or by a version that wrote other notes."""
    try:
        return Build.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
