"""From what the user asked for to theorems, and the Lean that can open their file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.declarations import sorry_theorems, theorem_from_statement, theorems
from data.errors import LeanLoopError, UsageError
from data.finding import find_theorem, parse_place, theorem_at
from data.repository import Repository, open_repository
from data.source import read_source
from data.theorem import Theorem
from prover.lean.command import Lean
from prover.lean.lake import install_toolchain
from prover.lean.project import LeanProject, open_built_project
from prover.lean.toolchain import missing_toolchain

_PACKAGE_MARKS = ("lakefile.lean", "lakefile.toml", "lean-toolchain")
_MAX_NAMES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the user asked for, as typed; None where a flag was not given.

    Attributes:
        repository: a local path, a Git address, or a name that stands for one.
        file: a Lean file, perhaps with `#LINE` or `:NAME`.
        theorem: a theorem's name, the end of one, or what it states; in a repository also `FILE#LINE` or `FILE:NAME`.
        statement: a statement as text.
        all_sorries: take every `sorry` of the file or the repository.
    """

    repository: str | None = None
    file: str | None = None
    theorem: str | None = None
    statement: str | None = None
    all_sorries: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """Theorems to prove, in order, and the package they belong to.

    Attributes:
        theorems: what to prove.
        root: the package's folder, None for a statement without one.
        repository: what `--repo` named.
    """

    theorems: tuple[Theorem, ...]
    root: Path | None
    repository: Repository | None = field(default=None, compare=False)

    @property
    def are_known(self) -> bool:
        """Whether they are of a repository of our own table, on which elan and Lake may always be run."""
        return self.repository is not None and self.repository.is_known

    def directory(self, lean: Lean) -> Path | None:
        """Where Lean is to run: a Lake project's Lean in its root, the embedded engine in a directory of its own."""
        return None if lean.origin == "embedded" else self.root


def find_targets(
    request: Request, *, cache: Path | None = None, progress: Callable[[str], None] | None = None
) -> Targets:
    """The theorems that are asked for.

    Args:
        request: what the user typed.
        cache: where a repository with an address is kept; the user's cache directory if None.
        progress: gets lines about what is fetched.

    Raises:
        UsageError: if the request contradicts itself, something in it does not exist, or it cannot be fetched.
    """
    if request.repository is None:
        return _find(request, None)
    repository = open_repository(request.repository, cache=cache, progress=progress)
    return replace(_find(request, repository), repository=repository)


def _find(request: Request, repository: Repository | None) -> Targets:
    if request.statement is not None:
        if request.file is not None or request.theorem is not None or request.all_sorries:
            raise UsageError("--statement stands alone: drop --file, --theorem and --all-sorries")
        return Targets((theorem_from_statement(request.statement),), repository.root if repository else None)
    if request.theorem is not None and request.all_sorries:
        raise UsageError("--theorem names one theorem and --all-sorries means all: drop one of them")
    if request.file is not None:
        return _in_file(request, request.file, repository)
    if repository is None:
        raise UsageError("nothing to prove: give --statement TEXT, or --file FILE or --repo REPO with --theorem NAME")
    if request.all_sorries:
        return Targets(_some(repository.sorries(), f"no `sorry` in {repository.name}"), repository.root)
    if request.theorem is None:
        raise UsageError(f"which theorem of {repository.name}? add --theorem NAME, or --all-sorries")
    return Targets((repository.find_theorem(request.theorem),), repository.root)


@dataclass(frozen=True, slots=True)
class Preparation:
    """The Lean for the targets' package; for each of their files, the one that finds its imports, or why not."""

    lean: Lean
    files: dict[Path | None, Lean | LeanLoopError]


def lean_for(
    targets: Targets,
    *,
    requested: Path | None,
    cache: Path | None,
    progress: Callable[[str], None],
    is_trusted: bool = False,
    ask: Callable[[str], bool] = lambda _: False,
) -> Preparation:
    """The Lean that finds what the files of the targets import; what is missing is compiled first.

    Args:
        targets: what is to be proved.
        requested: the Lean that the user named, if any.
        cache: where we keep what we build; the user's cache directory if None.
        progress: gets lines about what is built.
        is_trusted: elan and Lake may be run on the repository. For those of our own table they always may.
        ask: puts a question to the user, and answers it with no where there is nobody: asked where Lake would help.

    Raises:
        LeanNotFoundError, LeanBuildError: if there is no Lean.
    """
    is_trusted = is_trusted or targets.are_known
    toolchain = missing_toolchain(targets.root) if targets.root is not None and requested is None else None
    if toolchain is not None and not is_trusted and ask(f"Install the toolchain {toolchain} with elan?"):
        install_toolchain(toolchain, progress=progress)
    sources = {theorem.path: theorem.source for theorem in targets.theorems}
    texts = list(sources.values())
    project = open_built_project(
        targets.root,
        texts=texts,
        requested=requested,
        cache=cache,
        progress=progress,
        is_trusted=is_trusted,
    )
    files = _prepared(project, sources)
    failure = next((found for found in files.values() if isinstance(found, LeanLoopError)), None)
    if failure is not None and project.lake is not None and not is_trusted:
        question = f"{failure}\nRun Lake in {project.root}? Its lakefile is a program and may do anything."
        if ask(question):
            files = _prepared(project.built_by_lake(texts), sources)
    return Preparation(project.lean, files)


def _prepared(project: LeanProject, sources: Mapping[Path | None, str]) -> dict[Path | None, Lean | LeanLoopError]:
    files: dict[Path | None, Lean | LeanLoopError] = {}
    for path, source in sources.items():
        try:
            files[path] = project.prepare(path or project.root / "Statement.lean", source=source)
        except LeanLoopError as error:
            files[path] = error
    return files


def _in_file(request: Request, file: str, repository: Repository | None) -> Targets:
    place = parse_place(file) if not Path(file).exists() else None
    name = place.file if place is not None else file
    path = Path(name).expanduser()
    if repository is not None and not path.exists():
        path = repository.root / name
    source = read_source(path)
    root = repository.root if repository is not None else package_root(path)
    if place is not None and (request.theorem is not None or request.all_sorries):
        raise UsageError(f"{file} names a theorem by itself: drop --theorem and --all-sorries, or give only {name}")
    if request.all_sorries:
        return Targets(_some(sorry_theorems(source, path), f"no `sorry` in {path}"), root)
    if request.theorem is not None:
        return Targets((find_theorem(source, path, request.theorem),), root)
    if place is not None:
        return Targets((theorem_at(source, path, place),), root)
    candidates = sorry_theorems(source, path) or theorems(source, path)
    if len(candidates) != 1:
        names = ", ".join(theorem.full_name for theorem in candidates[:_MAX_NAMES]) or "none"
        more = ", ..." if len(candidates) > _MAX_NAMES else ""
        raise UsageError(
            f"which theorem of {path}? add --theorem NAME, #LINE or --all-sorries; there are: {names}{more}"
        )
    return Targets(tuple(candidates), root)


def _some(found: list[Theorem], complaint: str) -> tuple[Theorem, ...]:
    if not found:
        raise UsageError(f"{complaint}: nothing to prove")
    return tuple(found)


def package_root(path: Path) -> Path:
    """The nearest directory above that marks a Lean package, else the file's own."""
    parents = path.absolute().parents
    marked = (parent for parent in parents if any((parent / mark).is_file() for mark in _PACKAGE_MARKS))
    return next(marked, parents[0])
