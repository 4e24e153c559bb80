"""What a repository needs before theorems of it can be proved, and what that will cost: `prove doctor --repo`.

Nothing is installed or built here, and no Lake is run.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from data.declarations import theorems
from data.errors import LeanLoopError
from data.git import missing_submodules
from data.lakefile import lakefile
from data.manifest import read_packages
from data.repository import Repository
from data.source import read_source
from data.theorem import Theorem
from prover.errors import ProverError
from prover.lean.compilation import Progress
from prover.lean.doctor import Finding
from prover.lean.embedded import INSTALL_ELAN, LEAN_VERSION
from prover.lean.environment import LeanEnvironment
from prover.lean.lake import depends_on_mathlib
from prover.lean.project import LeanProject, open_project
from prover.lean.session import check_limits
from prover.lean.supervisor import descendants, own_memory
from prover.lean.toolchain import elan_home, find_lean, missing_toolchain, wanted_toolchain
from prover.targets import Targets

_MAX_FILES = 50
_NUM_PROCESSES = 3  # two that search, and one that verifies


def examine(
    repository: Repository, *, requested: Path | None = None, cache: Path | None = None, progress: Progress
) -> list[Finding]:
    """Look at a repository; the other arguments are those of `find_lean`."""
    findings = [_identity(repository)]
    try:
        findings.append(_toolchain(repository))
        findings += _submodules(repository)
        lean = find_lean(requested=requested, repository=repository.root, cache=cache, progress=progress)
        project = open_project(repository.root, lean=lean, cache=cache, progress=progress)
        findings += _dependencies(repository, project)
        findings.append(_build(repository, project))
        findings += _first_tactic(repository, project, progress)
    except LeanLoopError as error:
        findings.append(Finding("repository's Lean", ok=False, detail=str(error), needed=True))
    return findings


def _identity(repository: Repository) -> Finding:
    checkout = repository.checkout
    origin = f", commit {checkout.commit[:12]} of {checkout.url}" if checkout is not None else ""
    path = lakefile(repository.root)
    kind = path.name if path is not None else "no lakefile"
    trust = "may be run" if repository.is_known else "is run with --trust only"
    detail = f"{repository.name} in {repository.root.resolve()}{origin}; {len(repository.files)} Lean files; {kind}"
    return Finding("repository", ok=True, detail=f"{detail}, which {trust}" if path is not None else detail)


def _toolchain(repository: Repository) -> Finding:
    wanted = wanted_toolchain(repository.root)
    if wanted is None:
        return Finding("toolchain", ok=True, detail="no lean-toolchain: any Lean is tried")
    if missing_toolchain(repository.root) is not None:
        mend = f"elan toolchain install {wanted}"
        return Finding("toolchain", ok=False, detail=f"{wanted}, which elan has not installed", mend=mend)
    if elan_home() is None and not wanted.endswith(f":v{LEAN_VERSION}"):
        return Finding("toolchain", ok=False, detail=f"{wanted}, which is not here", mend=INSTALL_ELAN)
    return Finding("toolchain", ok=True, detail=wanted)


def _submodules(repository: Repository) -> list[Finding]:
    missing = missing_submodules(repository.root)
    mend = f"git -C {repository.root} submodule update --init --recursive"
    detail = f"not checked out: {', '.join(missing)}"
    return [Finding("submodules", ok=False, detail=detail, mend=mend)] if missing else []


def _dependencies(repository: Repository, project: LeanProject) -> list[Finding]:
    """What the manifest names and is not here, and Mathlib's cache."""
    findings = []
    packages = read_packages(repository.root)
    absent = [package.name for package in packages if not package.root.is_dir()]
    by_lake = "prove --repo .. --trust (or `lake build` there) fetches them"
    if packages:
        detail = f"{len(packages)}, all fetched" if not absent else f"not fetched: {', '.join(absent)}"
        findings.append(Finding("packages", ok=not absent, detail=detail, mend=by_lake if absent else ""))
    if depends_on_mathlib(repository.root):
        findings.append(_mathlib(repository, project))
    return findings


def _mathlib(repository: Repository, project: LeanProject) -> Finding:
    if project.lean.origin == "embedded":
        mend = f"{INSTALL_ELAN}; `import Compat` reads many statements without it"
        return Finding("Mathlib", ok=False, detail="needed, and the embedded engine has none", mend=mend)
    roots = [
        repository.root,
        *(package.root for package in read_packages(repository.root) if package.name == "mathlib"),
    ]
    compiled = (path for root in roots for path in (root / ".lake" / "build" / "lib").rglob("Mathlib/**/*.olean"))
    if next(compiled, None) is None:
        mend = f"`lake exe cache get` in {repository.root}, or prove with --trust"
        return Finding("Mathlib", ok=False, detail="no compiled files: they were never downloaded", mend=mend)
    return Finding("Mathlib", ok=True, detail="compiled files are here")


def _build(repository: Repository, project: LeanProject) -> Finding:
    try:
        num_built, num_modules = project.num_built()
    except LeanLoopError as error:
        return Finding("build", ok=False, detail=str(error))
    detail = f"{num_built:,} of {num_modules:,} modules are compiled"
    if num_built == num_modules:
        return Finding("build", ok=True, detail=detail)
    if project.lake is None:
        return Finding("build", ok=True, detail=f"{detail}; the others are when a theorem needs them")
    return Finding("build", ok=False, detail=detail, mend=f"`lake build` in {repository.root}, or prove with --trust")


def _first_tactic(repository: Repository, project: LeanProject, progress: Progress) -> list[Finding]:
    """How long it takes from nothing to the first answer of Lean, and what a running Lean weighs, on one theorem."""
    theorem = next(_ready_theorems(repository, project), None)
    if theorem is None:
        mend = "prove a theorem of it: what that needs is built on the way"
        return [Finding("first tactic", ok=False, detail="not measured: no file with a theorem is ready", mend=mend)]
    assert theorem.path is not None
    progress(f"opening {theorem.full_name}")
    lean = project.prepare(theorem.path)
    targets = Targets((theorem,), repository.root)
    start = time.monotonic()
    with LeanEnvironment(
        lean, directory=targets.directory(lean), limits=check_limits(lean, root=repository.root)
    ) as environment:
        try:
            environment.check(environment.start(theorem), ["trivial"])
        except ProverError as error:
            return [Finding("first tactic", ok=False, detail=str(error))]
        seconds = time.monotonic() - start
        process = environment.process_id
        memory = _memory(process) if process is not None else []
    return [Finding("first tactic", ok=True, detail=f"{seconds:.1f} s, measured on {theorem.full_name}"), *memory]


def _ready_theorems(repository: Repository, project: LeanProject) -> Iterator[Theorem]:
    """The first theorem of every file whose imports are all compiled, of the first files that have theorems."""
    found = (theorems(read_source(path), path)[:1] for path in repository.files)
    for theorem in itertools.islice(itertools.chain.from_iterable(found), _MAX_FILES):
        if theorem.path is not None and project.is_ready(theorem.path):
            yield theorem


def _memory(process: int) -> list[Finding]:
    """An estimate from what this one Lean uses: what it computed is its own, compiled modules are shared by all."""
    tree = [process, *descendants(process)]
    own = sum(map(own_memory, tree))
    shared = max(map(_mapped, tree))
    if own == 0:
        return []
    needed = _NUM_PROCESSES * own + shared
    parts = (
        f"{_NUM_PROCESSES} Leans of {own >> 20:,} MB each, and {shared >> 20:,} MB of compiled files that they share"
    )
    return [Finding("memory", ok=True, detail=f"about {needed >> 20:,} MB to begin with, with --processes 2: {parts}")]


def _mapped(process: int) -> int:
    """Bytes of files that the process has in memory."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("RssFile:"))
