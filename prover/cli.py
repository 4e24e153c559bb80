"""The command `prove`.

    prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
    prove --file F.lean --theorem NAME
    prove --repo logic --theorem Logic.and_swap
    prove doctor

Exit status: 0 if everything asked for is proved, 1 if not, 2 if it could not be tried.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from data.errors import LeanLoopError, UsageError
from data.repository import corpora
from data.theorem import Theorem
from prover.console import Reporter, progress_line
from prover.errors import ProverError
from prover.lean.command import Lean
from prover.patching import Patch
from prover.proof import ProofResult, TacticGenerator
from prover.prover import Prover, ProverOptions
from prover.run_folder import RunFolder
from prover.tactics.symbolic import symbolic_generator
from prover.targets import Request, Targets, find_targets, lean_for

_INTERRUPTED = 130

_TOUR = """\
LeanLoop proves theorems of Lean 4. Try:

  prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
                                         a statement of your own
  prove --file F.lean --theorem NAME     a theorem of a file; F.lean#12 for the one on line 12
  prove --file F.lean --all-sorries --write
                                         every sorry of a file, proofs written into it
  prove --repo {corpus} --all-sorries    a bundled corpus: {corpora}
  prove doctor                           which Lean is used, what is missing, how to get it

A proof is printed only after a fresh Lean has checked the whole file. `prove --help` lists every flag.
"""

_EXAMPLES = """\
examples:
  prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
  prove --file Basic.lean --theorem Foo.bar --seconds 30 --write
  prove --file Basic.lean#12
  prove --repo logic --all-sorries --json --out run1

exit status: 0 proved, 1 not proved, 2 could not be tried
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words:
            sys.stdout.write(_TOUR.format(corpus=(corpora() or ["PATH"])[0], corpora=", ".join(corpora())))
            return 0
        if words[0] == "doctor":
            return _doctor(words[1:])
        return _prove(words)
    except LeanLoopError as error:
        sys.stderr.write(f"prove: {' '.join(str(error).split())}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("prove: stopped\n")
        return _INTERRUPTED


class _Parser(argparse.ArgumentParser):
    """Reports a wrong flag as any other mistake of the user's: in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {text}")
    return number


def _positive_seconds(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError(f"must be positive, got {text}")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="prove",
        description="Find proofs that the Lean kernel accepts.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_argument_group("what to prove")
    what.add_argument("target", nargs="?", metavar="FILE", help="the same as --file")
    what.add_argument("--statement", metavar="TEXT", help="a statement, with or without `theorem NAME`")
    what.add_argument("--file", metavar="FILE", help="a Lean file, or FILE#LINE")
    what.add_argument("--repo", metavar="REPO", help=f"a Lean package's path, or a corpus: {', '.join(corpora())}")
    what.add_argument("--theorem", metavar="NAME", help="its full name, or the end of it; NAME#2 for its second sorry")
    what.add_argument("--all-sorries", action="store_true", help="every sorry of the file or package, one by one")
    how = parser.add_argument_group("how hard to try")
    how.add_argument(
        "--seconds", type=_positive_seconds, default=60.0, metavar="S", help="time for each theorem (default 60)"
    )
    how.add_argument(
        "--checks", type=_positive, default=100_000, metavar="N", help="Lean checks for each (default 100000)"
    )
    how.add_argument("--seed", type=int, default=0, metavar="K", help="for generators that draw at random (default 0)")
    how.add_argument("--processes", type=_positive, default=2, metavar="N", help="Leans side by side (default 2)")
    where = parser.add_argument_group("what comes out")
    where.add_argument("--write", action="store_true", help="put the proof into the file in place of its sorry")
    where.add_argument("--out", type=Path, metavar="DIR", help="keep results, proofs and search trees (JSON, HTML)")
    where.add_argument("--json", action="store_true", help="one JSON line a theorem on standard output")
    _add_lean_flags(parser)
    parser.add_argument("--version", action="version", version=f"leanloop {importlib.metadata.version('leanloop')}")
    return parser


def _add_lean_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("which Lean")
    group.add_argument("--lean", type=Path, metavar="PATH", help="a lean command, or the directory of a toolchain")
    group.add_argument(
        "--cache", type=Path, metavar="DIR", help="where the embedded Lean and compiled modules are kept"
    )


def _prove(words: list[str]) -> int:
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
        targets = find_targets(request)
        leans = lean_for(targets, requested=flags.lean, cache=flags.cache, progress=progress)
    for note in dict.fromkeys(lean.note for lean in leans.values() if lean.note):
        reporter.note(note)
    some_lean = next(iter(leans.values()))
    folder = RunFolder(flags.out, arguments=words, lean=some_lean) if flags.out is not None else None
    run = _Run(targets, leans, options, reporter, folder, writes=flags.write, keeps_going=flags.all_sorries)
    return run.run()


class _Run:
    """Proves the targets one after the other."""

    def __init__(
        self,
        targets: Targets,
        leans: dict[Path | None, Lean],
        options: ProverOptions,
        reporter: Reporter,
        folder: RunFolder | None,
        *,
        writes: bool,
        keeps_going: bool,
    ) -> None:
        self._targets = targets
        self._leans = leans
        self._options = options
        self._reporter = reporter
        self._folder = folder
        self._keeps_going = keeps_going
        sources = {theorem.path: theorem.source for theorem in targets.theorems if writes}
        self._patches = {path: Patch(path, source) for path, source in sources.items() if path is not None}

    def run(self) -> int:
        """Prove them all; the exit status."""
        statuses: set[str] = set()
        for path, lean in self._leans.items():
            with Prover(
                lean, make_generator=self._generator, directory=self._targets.directory(lean), options=self._options
            ) as prover:
                for theorem in self._targets.theorems:
                    if theorem.path == path:
                        result, is_interrupted = self._one(prover, theorem)
                        statuses.add(result.status)
                        if is_interrupted:
                            return _INTERRUPTED
        return 2 if "error" in statuses else 0 if statuses == {"proved"} else 1

    def _one(self, prover: Prover, theorem: Theorem) -> tuple[ProofResult, bool]:
        """Prove one theorem and keep what came of it; whether the user wants to end it all."""
        interruption = threading.Event()
        try:
            with _stops(prover, interruption), self._reporter.working(theorem.full_name) as show:
                attempt = prover.prove(
                    theorem, on_progress=lambda progress: show(progress_line(theorem.full_name, progress))
                )
        except ProverError as error:
            if not self._keeps_going:
                raise
            result = ProofResult(theorem, "error", None, 0, 0.0, (), " ".join(str(error).split()))
        else:
            result = attempt.result
            if self._folder is not None:
                self._folder.add(attempt)
        self._reporter.result(result)
        if result.proof is not None and theorem.path in self._patches:
            self._patches[theorem.path].write(theorem, result.proof)
        return result, interruption.is_set()

    def _generator(self, theorem: Theorem) -> TacticGenerator:
        return symbolic_generator(theorem, root=self._targets.root)


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


def _doctor(words: list[str]) -> int: ...
