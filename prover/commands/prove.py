"""`prove`: find proofs for the theorems that the flags name."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from data.errors import UsageError
from data.known_repositories import KNOWN_REPOSITORIES
from data.repository import corpora
from data.theorem import Theorem
from data.version import VERSION
from prover.commands.flags import INTERRUPTED, Parser, add_lean_flags, positive_count, positive_seconds
from prover.console import Reporter, progress_line
from prover.errors import ProverError
from prover.lean.command import Lean
from prover.patching import Patch
from prover.proof import ProofResult, TacticGenerator
from prover.prover import Prover, ProverOptions
from prover.run_folder import RunFolder
from prover.tactics.perturbed import Perturbed
from prover.tactics.symbolic import symbolic_generator
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
    where = parser.add_argument_group("what comes out")
    where.add_argument("--write", action="store_true", help="put the proof into the file in place of its sorry")
    where.add_argument("--out", type=Path, metavar="DIR", help="keep results, proofs and search trees (JSON, HTML)")
    where.add_argument("--json", action="store_true", help="one JSON line a theorem on standard output")
    add_lean_flags(parser)
    parser.add_argument("--version", action="version", version=f"leanloop {VERSION}")
    return parser


def run_prove(words: Sequence[str]) -> int:
    """Run `prove` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    if flags.target is not None and flags.file is not None:
        raise UsageError(f"two files, {flags.target} and {flags.file}: give one")
    options = ProverOptions(seconds=flags.seconds, num_checks=flags.checks, num_processes=flags.processes)
    request = Request(
        repository=flags.repo,
        file=flags.file or flags.target,
        theorem=flags.theorem,
        statement=flags.statement,
        all_sorries=flags.all_sorries,
    )
    if flags.write and request.statement is not None:
        raise UsageError("--write needs a file: put the statement into one and use --file")
    reporter = Reporter(as_json=flags.json)
    with reporter.working("reading") as progress:
        targets = find_targets(request, cache=flags.cache, progress=progress)
        leans = lean_for(targets, requested=flags.lean, cache=flags.cache, progress=progress)
    notes = [lean.note for lean in leans.values()]
    if targets.repository is not None and targets.repository.checkout is not None:
        notes.append(targets.repository.checkout.note)
    for note in dict.fromkeys(filter(None, notes)):
        reporter.note(note)
    some_lean = next(iter(leans.values()))
    folder = RunFolder(flags.out, arguments=words, lean=some_lean) if flags.out is not None else None
    sources = {theorem.path: theorem.source for theorem in targets.theorems if flags.write}
    run = _Run(
        targets=targets,
        leans=leans,
        options=options,
        make_generator=lambda theorem: _generator(theorem, root=targets.root, seed=flags.seed),
        reporter=reporter,
        folder=folder,
        patches={path: Patch(path, source) for path, source in sources.items() if path is not None},
        keeps_going=flags.all_sorries or flags.json,
    )
    return run.run()


def _generator(theorem: Theorem, *, root: Path | None, seed: int) -> TacticGenerator:
    """Seed 0 is the generator's own order, which is its best guess."""
    symbolic = symbolic_generator(theorem, root=root)
    return Perturbed(symbolic, seed=seed) if seed else symbolic


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Proves the targets one after the other.

    Attributes:
        leans: the Lean for every file of the targets.
        patches: for every file that proofs are to be written into.
        folder: where results are kept, if anywhere.
        keeps_going: what cannot be tried is a result like any other, and the next one is tried.
    """

    targets: Targets
    leans: dict[Path | None, Lean]
    options: ProverOptions
    make_generator: Callable[[Theorem], TacticGenerator]
    reporter: Reporter
    folder: RunFolder | None
    patches: dict[Path, Patch]
    keeps_going: bool

    def run(self) -> int:
        """Prove them all; the exit status."""
        statuses: set[str] = set()
        for path, lean in self.leans.items():
            with Prover(
                lean,
                make_generator=self.make_generator,
                directory=self.targets.directory(lean),
                options=dataclasses.replace(self.options, limits=self.targets.limits(lean)),
            ) as prover:
                for theorem in self.targets.theorems:
                    if theorem.path == path:
                        result, is_interrupted = self._one(prover, theorem)
                        statuses.add(result.status)
                        if is_interrupted:
                            return INTERRUPTED
        return 2 if "error" in statuses else 0 if statuses == {"proved"} else 1

    def _one(self, prover: Prover, theorem: Theorem) -> tuple[ProofResult, bool]:
        """Prove one theorem and keep what came of it; whether the user wants to end it all."""
        interruption = threading.Event()
        try:
            with _stops(prover, interruption), self.reporter.working(theorem.full_name) as show:
                attempt = prover.prove(
                    theorem, on_progress=lambda progress: show(progress_line(theorem.full_name, progress))
                )
        except ProverError as error:
            if not self.keeps_going:
                raise
            result = ProofResult(theorem, "error", None, 0, 0.0, (), " ".join(str(error).split()))
        else:
            result = attempt.result
            if self.folder is not None:
                self.folder.add(attempt)
        self.reporter.result(result)
        if result.proof is not None and theorem.path in self.patches:
            self.patches[theorem.path].write(theorem, result.proof)
        return result, interruption.is_set()


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
