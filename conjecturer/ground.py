"""The ground that conjectures are made on: a repository's compiled modules, and every theorem that is known there.

A conjecture stands by itself: it is a closed proposition with full names, read behind the imports of all modules and
with no namespace open. So it can be stated, compared, proved and printed anywhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from conjecturer.canonical import canonical_form
from conjecturer.conjecture import KnownTheorem
from conjecturer.errors import NothingToConjectureError
from conjecturer.lean_batch import LeanBatch
from conjecturer.statement import read_statement
from data.cache import cache_directory
from data.declarations import declarations, theorem_from_statement
from data.durable import keep_in_cache
from data.errors import UsageError
from data.repository import LIBRARY, Repository, open_repository
from data.source import read_source
from data.theorem import Theorem
from prover.errors import LeanBuildError
from prover.lean.building import open_to_build
from prover.lean.command import Lean
from prover.lean.project import LeanProject

UNIVERSES = "universe u v w u_1 u_2 u_3 u_4 u_5 u_6 u_7 u_8"
_PRINTING = """\
set_option autoImplicit false
set_option relaxedAutoImplicit false
set_option maxHeartbeats 20000
set_option pp.fullNames true
set_option pp.coercions.types true
set_option format.width 1000000
"""
_FORMAT = 2
_LEVEL = re.compile(r"\bu_\d+\b")
_PROPOSITION = re.compile(r"(?P<statement>.*) : Prop", re.DOTALL)
# Internal to the decision procedures: nobody's idea of a theorem.
_INTERNAL = re.compile(r"(?:Lean|Int\.Linear|Nat\.Linear|Lean\.Grind|Lean\.Omega)\b")
# What Lean marks arguments with while it looks at a recursion.
_INTERNAL_CONSTANT = "wfParam"
_INTERNAL_MODULES = re.compile(r"Init\.(?:Grind|Omega|Meta|Syntax|Names|Text|RArray|Repr)\b")


@dataclass(frozen=True)
class Ground:
    """A repository, seen from behind all of its modules.

    Attributes:
        name: what the user calls it.
        repository: its files.
        lean: the Lean that finds its compiled modules.
        imports: the modules.
        cache: where everything is kept that can be made again.
        key: of the Lean, without what the project adds to it.
        num_processes: Leans side by side.
    """

    name: str
    repository: Repository
    lean: Lean
    imports: tuple[str, ...]
    cache: Path
    key: str
    num_processes: int = 2

    @property
    def directory(self) -> Path | None:
        """Where Lean runs."""
        return None if self.lean.origin == "embedded" else self.repository.root

    @property
    def import_lines(self) -> str:
        """What stands at the head of a file on this ground."""
        return "".join(f"import {name}\n" for name in self.imports)

    def batch(self, preamble: str = "", *, idle_seconds: float | None = None) -> LeanBatch:
        """Commands on this ground.

        Args:
            preamble: commands in front of all others.
            idle_seconds: as in `LeanBatch`.
        """
        return LeanBatch(
            lean=self.lean,
            header=f"{self.import_lines}{_PRINTING}{UNIVERSES}\n{preamble}".rstrip("\n"),
            directory=self.directory,
            num_processes=self.num_processes,
            idle_seconds=idle_seconds,
        )

    def theorem(self, name: str, statement: str) -> Theorem:
        """A conjecture as the prover wants it, and as people write theirs, which it is to help with."""
        head = f"{self.import_lines}set_option autoImplicit false\n{UNIVERSES}\n\n"
        return theorem_from_statement(f"{head}theorem {name} {read_statement(statement).declared} := sorry")

    @cached_property
    def theorems(self) -> tuple[KnownTheorem, ...]:
        """Every theorem of the repository and of the engine's library, as Lean prints it.

        Raises:
            NothingToConjectureError: if the repository has none that elaborates.
        """
        kept = self._kept_theorems
        if kept.is_file():
            return tuple(KnownTheorem(**entry) for entry in json.loads(kept.read_text(encoding="utf-8")))
        found = self._printed_theorems()
        if not any(not entry.is_library for entry in found):
            raise NothingToConjectureError(
                f"{self.name} states no theorem that Lean elaborates; `prove build {self.name}` says why"
            )
        keep_in_cache(kept, json.dumps([asdict(entry) for entry in found], ensure_ascii=False).encode())
        return tuple(found)

    def _printed_theorems(self) -> list[KnownTheorem]:
        own = dict(_named_theorems(self.repository))
        library = dict(_named_theorems(open_repository(LIBRARY))) if self.lean.origin == "embedded" else {}
        entries = [(name, proved, False) for name, proved in own.items()]
        entries += [(name, proved, True) for name, proved in library.items() if name not in own]
        answers = self.batch().run([f"#check type_of% @{name}" for name, _, _ in entries])
        found: list[KnownTheorem] = []
        for (name, is_proved, is_library), messages in zip(entries, answers, strict=True):
            text = next((message.text for message in messages if message.severity == "information"), "")
            statement = proposition(text)
            if statement is not None and not any(message.is_error for message in messages):
                found.append(KnownTheorem(name, statement, is_proved, is_library))
        return found

    @property
    def _kept_theorems(self) -> Path:
        """Where they are kept, by the hash of all that they depend on."""
        places = [str(path) for path in self.lean.search_path]
        sources = [hashlib.sha256(path.read_bytes()).hexdigest() for path in self.repository.files]
        content = json.dumps([_FORMAT, self.lean.key, places, self.imports, sources])
        return self.cache / "theorems" / f"{hashlib.sha256(content.encode()).hexdigest()[:32]}.json"

    @cached_property
    def known_forms(self) -> frozenset[str]:
        """The canonical form of every known theorem."""
        return frozenset(canonical_form(read_statement(entry.statement)) for entry in self.theorems)

    @cached_property
    def written_proofs(self) -> dict[str, str]:
        """The proof of every theorem of the repository, by full name, as it is written, `:=` included."""
        found: dict[str, str] = {}
        for path in self.repository.files:
            source = read_source(path)
            for entry in declarations(source):
                if entry.is_theorem and not entry.is_anonymous:
                    found[entry.full_name] = source[entry.statement_end : entry.end]
        return found

    @property
    def own_theorems(self) -> list[KnownTheorem]:
        """The repository's own theorems."""
        return [entry for entry in self.theorems if not entry.is_library]

    @property
    def lemmas(self) -> list[KnownTheorem]:
        """What a proof may use."""
        return [
            entry
            for entry in self.theorems
            if entry.is_proved and not _INTERNAL.match(entry.name) and _INTERNAL_CONSTANT not in entry.statement
        ]

    def find(self, wanted: str) -> KnownTheorem:
        """The theorem that a user means.

        Raises:
            UsageError: if there is none, or Lean does not elaborate it.
        """
        name = self.repository.find_theorem(wanted).full_name
        for entry in self.theorems:
            if entry.name == name:
                return entry
        raise UsageError(f"{name} of {self.name} cannot be used: it is private, nameless, or does not elaborate")


def open_ground(
    text: str,
    *,
    requested: Path | None = None,
    cache: Path | None = None,
    num_processes: int = 2,
    progress: Callable[[str], None] = lambda _: None,
) -> Ground:
    """The ground of the repository that a user names.

    Args:
        text: a bundled corpus, a path or an address.
        requested: the Lean that the user wants.
        cache: where everything is kept that can be made again.
        num_processes: Leans side by side.
        progress: gets lines about what is fetched, built, or left out.

    Raises:
        UsageError: if there is no such repository.
        NothingToConjectureError: if none of its modules compiles.
    """
    repository, project = open_to_build(text, requested=requested, cache=cache, progress=progress)
    if not repository.modules:
        raise NothingToConjectureError(f"{text} holds no Lean file; name a repository with theorems in it")
    imports, lean = _compiled(project, list(repository.modules), progress)
    return Ground(
        repository.name,
        repository,
        lean,
        tuple(_tops(repository, imports)),
        cache_directory(cache),
        project.lean.key,
        num_processes,
    )


def proposition(text: str) -> str | None:
    """The statement in what `#check` prints of a proposition; None for anything else."""
    match = _PROPOSITION.fullmatch(text.strip())
    return tidy(match["statement"]) if match is not None else None


def tidy(printed: str) -> str:
    """What Lean prints on one line, with its universe levels called by the names that the header declares."""
    levels: dict[str, str] = {}
    text = " ".join(printed.split())
    return _LEVEL.sub(lambda match: levels.setdefault(match[0], f"u_{len(levels) + 1}"), text)


def _compiled(project: LeanProject, modules: list[str], progress: Callable[[str], None]) -> tuple[list[str], Lean]:
    """The modules that compile, and a Lean that finds them; they are tried one by one only where some do not."""
    try:
        return modules, project.prepare(project.root / "Everything.lean", source=_importing(modules))
    except (LeanBuildError, UsageError) as error:
        first = str(error)
    good: list[str] = []
    for name in modules:
        try:
            project.prepare(project.root / "Everything.lean", source=_importing([name]))
            good.append(name)
        except (LeanBuildError, UsageError) as error:
            progress(f"left out {name}: {error}")
    if not good:
        raise NothingToConjectureError(f"no module of {project.root.name} compiles; the first error: {first}")
    return good, project.prepare(project.root / "Everything.lean", source=_importing(good))


def _importing(modules: list[str]) -> str:
    return "".join(f"import {name}\n" for name in modules)


def _tops(repository: Repository, modules: list[str]) -> list[str]:
    """The modules that none of the others imports: importing them imports all."""
    graph = repository.import_graph().subgraph(modules)
    return [name for name in modules if not any(True for _ in graph.predecessors(name))]


def _named_theorems(repository: Repository) -> Iterator[tuple[str, bool]]:
    """The full name of every theorem that can be named from outside, and whether it is proved."""
    for module, path in repository.modules.items():
        if _INTERNAL_MODULES.match(module):
            continue
        for entry in declarations(read_source(path)):
            is_hidden = entry.is_anonymous or "private" in entry.modifiers or entry.keyword == "instance"
            if entry.is_theorem and not is_hidden:
                yield entry.full_name, not entry.sorries
