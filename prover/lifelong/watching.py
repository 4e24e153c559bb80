"""A repository that people work on: every new commit goes into the database, and its new `sorry`s are tried.

What is open when the watch begins is not touched. From then on a `sorry` is tried once for every form of its theorem,
and proofs that a commit has outdated are checked again. What was tried is noted, so that a watch that was stopped
misses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.address import parse_address
from data.compiled import find_build
from data.database.adding import Added, add_repository
from data.database.datasets import export_dataset
from data.database.proofs import start_run
from data.database.queries import proofs, repositories, repository_named
from data.database.store import Database
from data.durable import write_durably
from data.errors import UsageError
from data.extraction import Problem, problem_lines
from data.origin import origin_of
from data.repository import open_repository
from prover.lean.building import build_repository, open_to_build
from prover.lifelong.preparation import Prepared
from prover.lifelong.proving import Found, OpenHole, open_holes, prove_open
from prover.lifelong.writing_back import files_of, put
from prover.patching import PatchFile, patch_root
from prover.prover import ProverOptions
from prover.tactics.nearness import find_selector
from prover.tactics.specification import SYMBOLIC_ALONE

_NOTES = "watched.json"
_NO_ENCODERS = frozenset({"lexical", "bm25", "none"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one commit.

    Attributes:
        commit: the commit.
        added: what it changed in the database.
        is_first: the watch began with it, so nothing was tried.
        num_tried: `sorry`s that were tried.
        found: what was proved.
        patch: the file with the proofs, None without any.
    """

    commit: str
    added: Added
    is_first: bool
    num_tried: int
    found: tuple[Found, ...]
    patch: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchOptions:
    """What is watched and how.

    Attributes:
        repository: a local path or an address.
        branch: the branch that is followed; None for the work tree as it is.
        retriever: as in `prove --retriever`; an encoder's index is kept up to date.
        out: takes patches and notes.
        prover: how much to spend on each `sorry`.
        seed: of the search.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
    """

    repository: str
    branch: str | None
    retriever: str
    out: Path
    prover: ProverOptions
    seed: int = 0
    lean: Path | None = None
    cache: Path | None = None


class Watch:
    """Follows one repository.

    Args:
        database: takes what is found out.
        options: what is watched and how.
        note: gets what goes wrong with single files.
        progress: gets a line about what is being done.

    Raises:
        UsageError: if the folder cannot be written.
    """

    def __init__(
        self,
        database: Database,
        options: WatchOptions,
        *,
        note: Callable[[str], None],
        progress: Callable[[str], None],
    ) -> None:
        self._database = database
        self._options = options
        self._note = note
        self._progress = progress
        self._selector = find_selector(options.retriever, cache=options.cache, progress=progress)
        try:
            options.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--out {options.out} cannot be written: {error.strerror}") from None
        self._notes = options.out / _NOTES
        self._known: dict[str, Any] = {}
        if self._notes.exists():
            self._known = json.loads(self._notes.read_text(encoding="utf-8"))

    def look(self) -> Seen | None:
        """Deal with a new commit; None if there is none.

        Raises:
            LeanLoopError: if the repository cannot be had or read. Another look may go better.
        """
        text = _address(self._options.repository, self._options.branch)
        origin = origin_of(open_repository(text, cache=self._options.cache, progress=self._progress))
        if not origin.commit:
            raise UsageError(f"{self._options.repository} has no commit to watch for: `git init` and commit")
        if self._known.get("commit") == origin.commit:
            return None
        prepared, added = self._update(text)
        self._update_index(prepared)
        holes = open_holes(self._database, prepared)
        is_first = "commit" not in self._known
        tried = set(self._known.get("tried", ()))
        wanted = [] if is_first else [hole for hole in holes if self._key(hole) not in tried or self._has_proof(hole)]
        found: list[Found] = []
        if wanted:
            found = self._prove(prepared, wanted)
        patch = self._write(origin.commit, found) if found else None
        self._remember(origin.commit, sorted({*tried, *map(self._key, holes)}))
        return Seen(origin.commit, added, is_first, len(wanted), tuple(found), patch)

    def _update(self, text: str) -> tuple[Prepared, Added]:
        """Compile what has changed and bring it into the database."""
        options = self._options
        repository, project = open_to_build(text, requested=options.lean, cache=options.cache, progress=self._progress)
        for error in build_repository(repository, project):
            self._note(error)
        build = find_build(repository, cache=project.cache)
        problems: list[Problem] = []
        added = add_repository(self._database, repository, build, report=problems.append, progress=self._progress)
        for line in problem_lines(problems):
            self._note(line)
        url = next(row.url for row in repositories(self._database) if row.id == added.repository_id)
        return Prepared(repository.name, repository, project, build, url, options.out / "data"), added

    def _update_index(self, prepared: Prepared) -> None:
        """Bring the index of the retriever's encoder up to date: only new premises are encoded."""
        name = self._options.retriever
        export_dataset(self._database, repository_named(self._database, prepared.url), prepared.dataset)
        if name in _NO_ENCODERS:
            return
        from data.corpus import Corpus
        from retrieval.choice import counted, index_folder
        from retrieval.encoder import Encoder
        from retrieval.index import build_index

        encoder = Encoder.load(name)
        folder = index_folder(prepared.dataset / "indexes", encoder, "exact")
        corpus = Corpus.read(prepared.dataset / "corpus.jsonl")
        build_index(folder, corpus, encoder, progress=counted("encoding premises", self._progress))

    def _prove(self, prepared: Prepared, holes: list[OpenHole]) -> list[Found]:
        run = start_run(self._database, command="watch", configuration={"repository": self._options.repository})
        return prove_open(
            self._database,
            prepared,
            holes,
            selector=self._selector,
            generator=SYMBOLIC_ALONE,
            options=self._options.prover,
            seed=self._options.seed,
            run=run,
            model=None,
            progress=self._progress,
        )

    def _write(self, commit: str, found: list[Found]) -> Path:
        files = files_of(found)
        patch = self._options.out / f"{commit[:12]}.patch"
        put(found, files, [PatchFile(patch, root=patch_root(files))], words=["watch", self._options.repository])
        return patch

    def _key(self, hole: OpenHole) -> str:
        question = "SELECT statement_digest FROM theorem WHERE id = ?"
        (digest,) = self._database.connection.execute(question, (hole.theorem_id,)).fetchone()
        return f"{hole.theorem_id}#{hole.hole} {digest}"

    def _has_proof(self, hole: OpenHole) -> bool:
        known = proofs(self._database, theorem_id=hole.theorem_id)
        return any(row.hole == hole.hole and row.verdict != "refused" for row in known)

    def _remember(self, commit: str, tried: list[str]) -> None:
        self._known = {"commit": commit, "tried": tried}
        write_durably(self._notes, json.dumps(self._known, indent=1) + "\n")


def _address(repository: str, branch: str | None) -> str:
    """What `open_repository` takes for a branch: of a folder, its address with the branch behind it."""
    if branch is None:
        return repository
    if parse_address(repository) is not None:
        return f"{repository}@{branch}"
    folder = Path(repository).expanduser()
    if not folder.is_dir():
        raise UsageError(f"no such folder: {repository}; --branch wants a Git repository's folder or address")
    return f"{folder.resolve().as_uri()}@{branch}"
