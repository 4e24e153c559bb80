"""`prove`: find proofs for the theorems that the flags name."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType

from data.command_line import INTERRUPTED, Parser, positive_count, positive_seconds
from data.errors import LeanLoopError, UsageError
from data.known_repositories import KNOWN_REPOSITORIES
from data.repository import Repository, corpora
from data.theorem import Theorem
from data.version import VERSION
from prover.commands.flags import add_generator_flag, add_lean_flags, add_retriever_flag, add_trust_flag
from prover.console import Reporter, progress_line
from prover.errors import ProverError
from prover.lean.command import Lean
from prover.lean.dojo_client import prepare_leandojo
from prover.lean.leandojo import LeanDojoEnvironment
from prover.lean.session import check_limits
from prover.patching import (
    Destination,
    InPlace,
    PatchedFile,
    PatchFile,
    account_of,
    patch_root,
    patched_files,
)
from prover.proof import ProofResult, TacticGenerator
from prover.prover import Attempt, Prover, ProverOptions
from prover.run_folder import RunFolder
from prover.search.best_first import SearchOptions
from prover.search.value import ValueModel
from prover.tactics.factory import Generators, open_model
from prover.tactics.nearness import find_selector
from prover.targets import Request, Targets, find_targets, lean_for

_EXAMPLES = """\
examples:
  prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
  prove --file Basic.lean --theorem Foo.bar --seconds 30 --write
  prove --file Basic.lean#12
  prove --repo logic --all-sorries --json --out run1
  prove --repo https://github.com/OWNER/NAME@v1.2 --theorem Foo.bar

exit status: 0 proved, 1 not proved, 2 could not be tried
"""

_IN_FLIGHT = SearchOptions().num_in_flight
_IN_FLIGHT_WITH_MODEL = 8  # half of them are one batch for the model

_REPO_HELP = f"""\
a Lean package: its path, its Git address (with @TAG, @BRANCH or @COMMIT if you like), or a name:
{", ".join(KNOWN_REPOSITORIES)}; bundled are {", ".join(corpora())}"""


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove",
        description="Find proofs that the Lean kernel accepts.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_argument_group("what to prove")
    what.add_argument("target", nargs="?", metavar="FILE", help="the same as --file")
    what.add_argument("--statement", metavar="TEXT", help="a statement, with or without `theorem NAME`")
    what.add_argument("--file", metavar="FILE", help="a Lean file, FILE#LINE or FILE:NAME")
    what.add_argument("--repo", metavar="REPO", help=_REPO_HELP)
    what.add_argument(
        "--theorem",
        metavar="NAME",
        help="its full name, or the end of it (NAME#2 for its second sorry), FILE#LINE, FILE:NAME, or what it states",
    )
    what.add_argument("--all-sorries", action="store_true", help="every sorry of the file or package, one by one")
    how = parser.add_argument_group("how hard to try")
    how.add_argument(
        "--seconds", type=positive_seconds, default=60.0, metavar="S", help="time for each theorem (default 60)"
    )
    how.add_argument(
        "--checks", type=positive_count, default=100_000, metavar="N", help="Lean checks for each (default 100000)"
    )
    how.add_argument("--seed", type=int, default=0, metavar="K", help="another seed, another search (default 0)")
    how.add_argument("--processes", type=positive_count, default=2, metavar="N", help="Leans side by side (default 2)")
    add_retriever_flag(how)
    add_generator_flag(how)
    how.add_argument(
        "--value",
        type=Path,
        metavar="PATH",
        help="a model, made by `prove train --value`, of which states lead to a proof",
    )
    how.add_argument(
        "--in-flight",
        type=positive_count,
        metavar="N",
        help="states asked about and checked at a time, which the search depends on (default 2, with a model 8)",
    )
    where = parser.add_argument_group("what comes out")
    back = where.add_mutually_exclusive_group()
    back.add_argument("--write", action="store_true", help="put the proof into the file in place of its sorry")
    back.add_argument("--branch", metavar="NAME", help="commit the proof on this branch; files stay as they are")
    back.add_argument("--patch", type=Path, metavar="FILE", help="put the proof into a patch for `git apply`")
    where.add_argument("--out", type=Path, metavar="DIR", help="keep results, proofs and search trees (JSON, HTML)")
    where.add_argument("--profile", action="store_true", help="say how busy the generator and Lean were")
    where.add_argument("--json", action="store_true", help="one JSON line a theorem on standard output")
    add_lean_flags(parser)
    add_trust_flag(parser)
    parser.add_argument(
        "--backend",
        choices=("lean", "leandojo"),
        default="lean",
        help="who tries tactics: Lean's own server (default), or the package lean-dojo, which runs Lake",
    )
    parser.add_argument("--version", action="version", version=f"leanloop {VERSION}")
    return parser


def run_prove(words: Sequence[str]) -> int:
    """Run `prove` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    if flags.target is not None and flags.file is not None:
        raise UsageError(f"two files, {flags.target} and {flags.file}: give one")
    options = ProverOptions(
        seconds=flags.seconds,
        num_checks=flags.checks,
        num_processes=flags.processes,
        search=SearchOptions(
            num_in_flight=flags.in_flight or (_IN_FLIGHT_WITH_MODEL if flags.generator.models else _IN_FLIGHT),
            value=ValueModel.load(flags.value) if flags.value is not None else None,
        ),
    )
    request = Request(
        repository=flags.repo,
        file=flags.file or flags.target,
        theorem=flags.theorem,
        statement=flags.statement,
        all_sorries=flags.all_sorries,
    )
    reporter = Reporter(as_json=flags.json)
    with reporter.working("reading") as progress:
        targets = find_targets(request, cache=flags.cache, progress=progress)
        files = patched_files(targets.theorems)
        destinations, done = _destinations(flags, targets, files)
        targets = dataclasses.replace(targets, theorems=tuple(each for each in targets.theorems if each not in done))
        preparation = lean_for(
            targets,
            requested=flags.lean,
            cache=flags.cache,
            progress=progress,
            is_trusted=flags.trust,
            ask=reporter.ask,
        )
        generators = Generators(
            flags.generator,
            make_selector=find_selector(flags.retriever, cache=flags.cache, progress=progress),
            open_model=partial(open_model, note=progress),
        )
        refusal = _prepare_leandojo(flags, targets, reporter, progress) if flags.backend == "leandojo" else ""
    for theorem in done:
        reporter.note(f"{theorem.full_name}: proved on branch {flags.branch} already")
    checkout = targets.repository.checkout if targets.repository is not None else None
    notes = [preparation.lean.note, checkout.note if checkout is not None else "", refusal]
    if any(isinstance(found, Lean) for found in preparation.files.values()):  # an error has it all in its one line
        for note in filter(None, notes):
            reporter.note(note)
    folder = None
    if flags.out is not None:
        folder = RunFolder(flags.out, arguments=words, lean=preparation.lean, checkout=checkout)
    if folder is not None and files:
        destinations.append(PatchFile(folder.root / "proofs.patch", root=patch_root(files)))
    run = _Run(
        targets=targets,
        leans=preparation.files,
        options=options,
        make_generator=partial(
            generators.make,
            root=targets.root,
            seed=flags.seed,
            is_embedded=preparation.lean.origin == "embedded",
        ),
        reporter=reporter,
        folder=folder,
        files=files,
        destinations=destinations,
        words=words,
        keeps_going=flags.all_sorries or flags.json,
        is_profiled=flags.profile,
        leandojo_root=targets.root if flags.backend == "leandojo" and not refusal else None,
    )
    try:
        with generators:
            return run.run()
    finally:
        for destination in destinations:
            if destination.summary:
                reporter.note(destination.summary)


def _destinations(
    flags: argparse.Namespace, targets: Targets, files: Mapping[Path, PatchedFile]
) -> tuple[list[Destination], list[Theorem]]:
    """Where the flags want proofs put, and the theorems whose proofs are there already."""
    flag = "--write" if flags.write else "--branch" if flags.branch else "--patch" if flags.patch else None
    if flag is None:
        return [], []
    if flags.statement is not None:
        raise UsageError(f"{flag} needs a file: put the statement into one and use --file")
    for theorem in targets.theorems:
        if theorem.path is not None and not files[theorem.path].has(theorem):
            raise UsageError(f"{flag}: {theorem.full_name} in {theorem.path} has a proof already; it is left as it is")
    if flags.repo in corpora() and flag != "--patch":
        raise UsageError(f"{flag}: {flags.repo} comes with LeanLoop and stays as it is; use --patch FILE")
    if flags.write and targets.repository is not None and targets.repository.checkout is not None:
        raise UsageError(f"--write: {flags.repo} is not in a folder of yours; use --branch NAME or --patch FILE")
    if flags.write:
        return [InPlace(files)], []
    if flags.patch is not None:
        if flags.patch.exists() or not flags.patch.absolute().parent.is_dir():
            state = "exists already" if flags.patch.exists() else "cannot be made: there is no such folder"
            raise UsageError(f"--patch: {flags.patch} {state}; name another file")
        return [PatchFile(flags.patch, root=patch_root(files))], []
    if shutil.which("git") is None:
        raise UsageError("--branch needs git, which is not on PATH: install it (apt install git), or use --patch FILE")
    from prover.committing import OnBranch  # here, because to import Git takes 0.1 s

    assert targets.root is not None, "a file belongs to some folder"
    on_branch = OnBranch(flags.branch, repository=Repository(targets.root, name=targets.root.name), files=files)
    return [on_branch], on_branch.done


def _prepare_leandojo(
    flags: argparse.Namespace, targets: Targets, reporter: Reporter, progress: Callable[[str], None]
) -> str:
    """Why lean-dojo is not used after all; empty if it is."""
    if targets.root is None:
        raise UsageError("--backend leandojo opens theorems of a Git repository: give --repo, or a --file in it")
    is_trusted = flags.trust or targets.are_known
    refusal = prepare_leandojo(targets.root, progress=progress, is_trusted=is_trusted, ask=reporter.ask)
    return f"{refusal}: using our own Lean server" if refusal is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Proves the targets one after the other.

    Attributes:
        leans: the Lean for every file of the targets, or why there is none.
        folder: where results are kept, if anywhere.
        files: the files with holes that proofs are put into.
        destinations: where these files go.
        words: the arguments of the command line.
        keeps_going: what cannot be tried is a result like any other, and the next one is tried.
        is_profiled: it is said how busy generator and Lean were.
        leandojo_root: the repository in which lean-dojo tries tactics, None where our own Lean server does.
    """

    targets: Targets
    leans: dict[Path | None, Lean | LeanLoopError]
    options: ProverOptions
    make_generator: Callable[[Theorem], TacticGenerator]
    reporter: Reporter
    folder: RunFolder | None
    files: Mapping[Path, PatchedFile]
    destinations: Sequence[Destination]
    words: Sequence[str]
    keeps_going: bool
    is_profiled: bool
    leandojo_root: Path | None

    def run(self) -> int:
        """Prove them all; the exit status."""
        statuses: set[str] = set()
        for path, lean in self.leans.items():
            theorems = [theorem for theorem in self.targets.theorems if theorem.path == path]
            if isinstance(lean, LeanLoopError):
                statuses |= {self._not_tried(theorem, lean).status for theorem in theorems}
                continue
            limits, dojo_root = check_limits(lean, root=self.targets.root), self.leandojo_root
            with Prover(
                lean,
                make_generator=self.make_generator,
                directory=self.targets.directory(lean),
                options=dataclasses.replace(self.options, limits=limits),
                make_environment=partial(LeanDojoEnvironment, dojo_root, limits=limits) if dojo_root else None,
            ) as prover:
                for theorem in theorems:
                    result, is_interrupted = self._one(prover, theorem)
                    statuses.add(result.status)
                    if result.proof is not None:
                        self._put(result, lean)
                    if is_interrupted:
                        return INTERRUPTED
        return 2 if "error" in statuses else 0 if statuses <= {"proved"} else 1

    def _one(self, prover: Prover, theorem: Theorem) -> tuple[ProofResult, bool]:
        """Prove one theorem and keep what came of it; whether the user wants to end it all."""
        interruption = threading.Event()
        try:
            with _stops(prover, interruption), self.reporter.working(theorem.full_name) as show:
                prove = partial(
                    prover.prove, on_progress=lambda progress: show(progress_line(theorem.full_name, progress))
                )
                attempt = prove(theorem)
                later = self._with_earlier_proofs(theorem)
                if attempt.result.status == "open" and later is not None and not interruption.is_set():
                    # What the first attempt says stands, whatever befalls the second.
                    with contextlib.suppress(ProverError):
                        attempt = _resting_on_others(attempt, prove(later))
        except ProverError as error:
            return self._not_tried(theorem, error), interruption.is_set()
        if self.folder is not None:
            self.folder.add(attempt)
        self.reporter.result(attempt.result)
        if self.is_profiled and attempt.profile is not None:
            self.reporter.note(f"{theorem.full_name}: {attempt.profile}")
        return attempt.result, interruption.is_set()

    def _with_earlier_proofs(self, theorem: Theorem) -> Theorem | None:
        """The theorem in its file with the proofs that were found for what stands before it; None if there are none.

        lean-dojo knows committed files only.
        """
        if self.leandojo_root is not None:
            return None
        file = self.files.get(theorem.path) if theorem.path is not None else None
        return file.with_earlier_proofs(theorem) if file is not None else None

    def _not_tried(self, theorem: Theorem, error: LeanLoopError) -> ProofResult:
        """Report it as a result where others follow."""
        if not self.keeps_going:
            raise error
        result = ProofResult(theorem, "error", None, 0, 0.0, (), " ".join(str(error).split()))
        self.reporter.result(result)
        return result

    def _put(self, result: ProofResult, lean: Lean) -> None:
        """Put the proof wherever it is to be."""
        theorem = result.theorem
        file = self.files.get(theorem.path) if theorem.path is not None else None
        if file is None or not file.has(theorem):
            return
        assert result.proof is not None
        file.fill(theorem, result.proof)
        for destination in self.destinations:
            destination.take(file, account_of(result, lean=lean, words=self.words))


def _resting_on_others(first: Attempt, second: Attempt) -> Attempt:
    """Of two attempts at a theorem the second, which could use the proofs found before it, if that has helped."""
    result = second.result
    if result.status != "proved":
        return first
    together = dataclasses.replace(
        result,
        theorem=first.result.theorem,
        num_checks=first.result.num_checks + result.num_checks,
        seconds=first.result.seconds + result.seconds,
        message="with the proofs found for earlier sorrys of the file",
    )
    return dataclasses.replace(second, result=together)


@contextlib.contextmanager
def _stops(prover: Prover, interruption: threading.Event) -> Iterator[None]:
    """While the block runs, the first Ctrl-C ends the search in good order; the second ends everything."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        if interruption.is_set():
            raise KeyboardInterrupt
        interruption.set()
        prover.stop()

    signals = (signal.SIGINT, signal.SIGTERM)
    previous = {number: signal.signal(number, stop) for number in signals}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
