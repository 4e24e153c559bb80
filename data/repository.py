"""A Lean repository: its modules, what they import, and the theorems in them.

Read from the files alone: nothing is built, and nothing is written but what is fetched from an address into the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from data.address import Address, parse_address
from data.declarations import sorry_theorems
from data.errors import UsageError
from data.finding import did_you_mean, find_in_files
from data.git import Checkout, Progress, checkout
from data.known_repositories import KNOWN_REPOSITORIES
from data.lakefile import lakefile, source_folders
from data.source import iterate_tokens, line_number, read_source
from data.theorem import Theorem

if TYPE_CHECKING:
    import networkx

LIBRARY = "library"
"""What the embedded engine's own library is called where a repository is asked for."""

_LIBRARY = Path(__file__).parent / "library"
_CORPORA = _LIBRARY / "corpora"
_SKIPPED_FOLDERS = frozenset({"build", "lake-packages"})
_PLAIN_PART = re.compile(r"[^\W\d][\w'!?]*")


@dataclass(frozen=True, slots=True)
class Import:
    """One `import` of a Lean file: the module's name, and the 1-based line it stands on."""

    module: str
    line: int


@dataclass(frozen=True)
class Repository:
    """A folder of Lean files.

    Attributes:
        root: the folder with the lakefile, or with the Lean files where there is none.
        name: what the user calls it: a bundled corpus's name, or the folder's.
        checkout: the commit it is, where it was fetched from an address.
        is_known: whether it is one of ours or of `KNOWN_REPOSITORIES`, whose lakefiles may be run.
    """

    root: Path
    name: str
    checkout: Checkout | None = None
    is_known: bool = False

    @cached_property
    def source_roots(self) -> tuple[Path, ...]:
        """The folders that module names count from: every `srcDir` of the lakefile and the root, the deepest first."""
        folders = {self.root, *(self.root / folder for folder in source_folders(self.root))}
        return tuple(sorted(folders, key=lambda folder: (-len(folder.resolve().parts), str(folder))))

    @cached_property
    def _resolved_roots(self) -> tuple[Path, ...]:
        return tuple(folder.resolve() for folder in self.source_roots)

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The Lean files of the repository in order, without build products, other packages and the lakefile."""
        return tuple(sorted(_lean_files(self.root)))

    @cached_property
    def modules(self) -> dict[str, Path]:
        """Dotted module name -> file."""
        return {self.module_of(path): path for path in self.files}

    @property
    def toolchain(self) -> str | None:
        """What `lean-toolchain` says, e.g. `leanprover/lean4:v4.9.0`; None where there is no such file."""
        path = self.root / "lean-toolchain"
        return (read_source(path).strip() or None) if path.is_file() else None

    def module_of(self, path: Path) -> str:
        """The dotted name of the module in the file at `path`.

        Raises:
            UsageError: if the file is not in this repository.
        """
        resolved = path.resolve()
        for folder in self._resolved_roots:
            if resolved.is_relative_to(folder):
                parts = resolved.relative_to(folder).with_suffix("").parts
                return ".".join(part if _PLAIN_PART.fullmatch(part) else f"«{part}»" for part in parts)
        raise UsageError(f"{path} is not in the repository {self.root}; give a file inside it")

    def path_of(self, module: str) -> Path:
        """The file of the module with this dotted name.

        Raises:
            UsageError: if there is no such module.
        """
        path = self.modules.get(module)
        if path is None:
            raise UsageError(f"no module {module!r} in {self.name}{did_you_mean(module, self.modules)}")
        return path

    def import_graph(self) -> networkx.DiGraph[str]:
        """Which module imports which: an edge from the importing to the imported module.

        A module of this repository has its file as the node attribute `path`; one from elsewhere has None.
        """
        import networkx  # here, because it takes 0.2 s that a quick proof does not have

        graph: networkx.DiGraph[str] = networkx.DiGraph()
        graph.add_nodes_from((module, {"path": path}) for module, path in self.modules.items())
        for module, path in self.modules.items():
            for imported in parse_imports(read_source(path)):
                if imported.module not in graph:
                    graph.add_node(imported.module, path=None)
                graph.add_edge(module, imported.module)
        return graph

    def imported_files(self, path: Path) -> set[Path]:
        """The files of this repository that the file at `path` imports, directly or not, resolved."""
        found: set[Path] = set()
        open_files = [path]
        while open_files:
            imports = parse_imports(read_source(open_files.pop()))
            inner = {self.modules[item.module].resolve() for item in imports if item.module in self.modules} - found
            found |= inner
            open_files += inner
        return found

    def find_theorem(self, wanted: str) -> Theorem:
        """The theorem that `wanted` means: a name or the end of one, `FILE#LINE`, `FILE:NAME`, or what it states.

        Raises:
            UsageError: if there is none, with the closest names, or there are several, with their places.
        """
        return find_in_files(lambda: self.files, wanted, root=self.root, where=self.name)

    def sorries(self) -> list[Theorem]:
        """Every `sorry` of the repository, in the order of files and lines."""
        texts = ((path, read_source(path)) for path in self.files)
        return [theorem for path, text in texts if "sorry" in text for theorem in sorry_theorems(text, path)]


def open_repository(text: str, *, cache: Path | None = None, progress: Progress | None = None) -> Repository:
    """The repository a user names: a bundled corpus, a name from our table, a Git address, or else a local path.

    A folder called like a corpus is `./logic`. Behind a name or an address may stand `@` and a commit, tag or branch.

    Args:
        text: what the user typed.
        cache: where what is fetched is kept; the user's cache directory if None.
        progress: gets lines about what is fetched.

    Raises:
        UsageError: if it is none of these, the folder holds no Lean, or it cannot be fetched.
    """
    if text in corpora():
        return corpus(text)
    if text == LIBRARY:
        return Repository(root=_LIBRARY, name=LIBRARY, is_known=True)
    name, _, revision = text.partition("@")
    known = KNOWN_REPOSITORIES.get(name)
    address = Address(known.url, revision or known.commit) if known is not None else parse_address(text)
    if address is not None:
        return _fetched(address, cache=cache, progress=progress)
    root = Path(text).expanduser()
    if not text.strip() or not root.exists():
        names = ", ".join([*corpora(), *KNOWN_REPOSITORIES])
        raise UsageError(
            f"no such repository: {text!r}; give the path of a local Lean package, a Git address, or one of: {names}"
        )
    if not root.is_dir():
        raise UsageError(
            f"{text} is a file; a repository is a folder with a lakefile or Lean files (for a file: --file)"
        )
    _refuse_without_lean(root, text)
    return Repository(root=root, name=root.resolve().name)


def _fetched(address: Address, *, cache: Path | None, progress: Progress | None) -> Repository:
    url = address.url.rstrip("/").removesuffix(".git")
    known = next((entry for entry in KNOWN_REPOSITORIES.values() if entry.url == url), None)
    found = checkout(address, cache=cache, progress=progress)
    root = found.root / known.folder if known is not None else found.root
    if not root.is_dir():
        raise UsageError(f"{address} has no folder {root.name} at {found.commit[:12]}: name another commit")
    _refuse_without_lean(root, str(address))
    return Repository(root=root, name=address.name, checkout=found, is_known=known is not None)


def _refuse_without_lean(root: Path, text: str) -> None:
    if lakefile(root) is None and next(_lean_files(root), None) is None:
        bundled = ", ".join(corpora()) or "none"
        raise UsageError(
            f"{text} is no Lean package: it has neither a lakefile nor a .lean file; bundled are: {bundled}"
        )


def corpus(name: str) -> Repository:
    """The bundled corpus called `name`.

    Raises:
        UsageError: if there is none of that name.
    """
    if name not in corpora():
        raise UsageError(f"no bundled corpus {name!r}; bundled are: {', '.join(corpora()) or 'none'}")
    return Repository(root=_CORPORA / name, name=name, is_known=True)


def corpora() -> list[str]:
    """The names of the bundled corpora."""
    if not _CORPORA.is_dir():
        return []
    return sorted(folder.name for folder in _CORPORA.iterdir() if folder.is_dir() and any(folder.rglob("*.lean")))


def parse_imports(source: str) -> tuple[Import, ...]:
    """The imports at the head of a Lean file, `public`, `meta` and `all` ones included, in order."""
    found: list[Import] = []
    in_import = False
    for token in iterate_tokens(source):
        if token.kind == "comment":
            continue
        if in_import and token.kind == "identifier" and token.text not in ("all", "runtime"):
            found.append(Import(module=token.text, line=line_number(source, token.start)))
            in_import = False
        elif token.text == "import":
            in_import = True
        elif not in_import and token.text not in ("module", "prelude", "public", "meta", "private"):
            break
    return tuple(found)


def is_prelude(source: str) -> bool:
    """Whether the file does not import Lean's own `Init` unasked."""
    code = (token.text for token in iterate_tokens(source) if token.kind != "comment")
    return next((text for text in code if text != "module"), "") == "prelude"


def _lean_files(folder: Path) -> Iterator[Path]:
    """The Lean files below `folder`. Links to folders are not followed: they may lead in circles."""
    try:
        entries = sorted(folder.iterdir())
    except PermissionError:
        raise UsageError(f"the folder {folder} cannot be read; change its permissions or name another") from None
    for path in entries:
        if path.is_dir() and not path.is_symlink():
            if path.name not in _SKIPPED_FOLDERS and not path.name.startswith(".") and path != _CORPORA:
                yield from _lean_files(path)
        elif path.suffix == ".lean" and path.is_file() and path.name != "lakefile.lean":
            yield path
