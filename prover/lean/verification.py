"""The last word on a proof: the whole file, with the proof in it, goes through a fresh Lean.

A search believes what a warm server tells it about a candidate in a copy of the goal. That is not a proof. A proof is a
file that Lean compiles from its first line, in which the statement means what it meant before, and whose theorem rests
on no axiom but Lean's own three. Where the file has means to change what Lean does, macros or options, a second kernel
is asked that knows nothing of them (`audit/`).
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from data.scratch import Scratch
from data.source import tokens
from data.theorem import Theorem
from prover.errors import ElaborationError, LeanCrashedError, LeanTimeoutError
from prover.lean.audit.image import CompiledFileError
from prover.lean.audit.kernel import NoSecondOpinionError
from prover.lean.audit.kernel_process import SUPPORTED
from prover.lean.audit.module import CompiledModule, read_module
from prover.lean.audit.recheck import Refusal, recheck
from prover.lean.audit.terms import Terms, shown
from prover.lean.command import Lean
from prover.lean.filling import fillings
from prover.lean.sandbox import Limits, sandboxed, terminate_tree
from prover.lean.screening import objection
from prover.lean.subject import HOLE, Probed, Subject

STANDARD_AXIOMS = frozenset({"propext", "Classical.choice", "Quot.sound"})
_AXIOMS = "' depends on axioms: ["
_UNUSED = re.compile(r"This simp argument is unused:\n  (.*)")
_NO_AXIOMS = "does not depend on any axioms"
# What a file may use to change what Lean does with a proof. A proof cannot: `screening.py` keeps these out of it.
_MEANS = frozenset(
    {
        "set_option", "macro", "macro_rules", "syntax", "notation", "infix", "infixl", "infixr", "prefix", "postfix",
        "elab", "elab_rules", "attribute", "unsafe", "implemented_by", "extern", "csimp", "initialize", "simproc",
        "run_cmd", "run_elab", "run_meta", "prelude",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a fresh Lean says of a proof.

    Attributes:
        accepted: True only if all is in order.
        filling: the text that replaces the hole, empty if not accepted.
        axioms: what the theorem rests on, as Lean lists it.
        message: why the proof is refused, in one line; empty if it is accepted.
        unused: what an accepted proof gives to `simp` in vain, as it is written there.
    """

    accepted: bool
    filling: str = ""
    axioms: tuple[str, ...] = ()
    message: str = ""
    unused: frozenset[str] = frozenset()


class _Message(NamedTuple):
    severity: str
    line: int
    text: str


class _Report(NamedTuple):
    statement: str
    axioms: str
    errors: list[_Message]
    unused: frozenset[str]
    module: CompiledModule | None


class Verifier:
    """Checks proofs of one theorem.

    Args:
        theorem: what is to be proved.
        filled_holes: what has been found for other `sorry`s of the same declaration, by their offsets.
        lean: which Lean, with the search path on which the file's imports are found.
        directory: where Lean runs, for a Lake project its root; None for an empty directory of our own.
        limits: what Lean may use.
        seconds: how long one run over the whole file may take.
    """

    def __init__(
        self,
        theorem: Theorem,
        *,
        lean: Lean,
        limits: Limits,
        filled_holes: Mapping[int, str] | None = None,
        directory: Path | None = None,
        seconds: float = 600.0,
    ) -> None:
        self._theorem = theorem
        self._subject = Subject(theorem, filled_holes=filled_holes or {})
        self._lean = lean
        self._directory = directory
        self._limits = limits
        self._seconds = seconds
        self._terms = Terms()
        words = (token.text for token in tokens(theorem.source) if token.kind != "comment")
        self._asks_twice = lean.version == SUPPORTED and not _MEANS.isdisjoint(words)

    def verify(self, proof: str, *, is_partial: bool = False) -> Verdict:
        """Check a proof.

        Args:
            proof: the tactics, one a line, laid out from the left margin.
            is_partial: allow `leanloop_hole!`, as a tactic or a term, for parts of the proof that are left out.

        Raises:
            ElaborationError: if Lean refuses the declaration even without a proof, say because its name is taken.
            LeanCrashedError, LeanTimeoutError: if the file as it was, without the proof, is more than Lean can take.
        """
        reason = f"`{HOLE}` is not for a proof to use" if HOLE in proof and not is_partial else objection(proof)
        if reason is not None:
            return Verdict(accepted=False, message=reason)
        verdict = Verdict(accepted=False, message="no way to write the proof into the file")
        for filling in fillings(self._theorem, proof):
            verdict = self._check(filling)
            if verdict.accepted:
                return verdict
        return verdict

    @cached_property
    def _original(self) -> _Report:
        """What Lean says of the file without the proof."""
        probed = self._subject.with_sorry()
        report = self._compile(probed)
        for entry in report.errors:
            if entry.line <= probed.lines[1]:
                place = f"{self._theorem.path or 'statement'}: {self._theorem.full_name}"
                raise ElaborationError(f"{place}: Lean refuses it even without a proof: {entry.text.splitlines()[0]}")
        return report

    def _check(self, filling: str) -> Verdict:
        probed = self._subject.filled(filling)
        with ThreadPoolExecutor(max_workers=1) as pool:  # the first time, two files are to be compiled
            original = pool.submit(lambda: self._original)
            try:
                report = self._compile(probed)
            except (LeanCrashedError, LeanTimeoutError) as error:
                return Verdict(accepted=False, message=str(error))
            excused = Counter(entry.text for entry in original.result().errors)
        # A file may be wrong further down without touching this theorem; a proof must not add to that. What is wrong up
        # to the end of the declaration is never excused: a theorem that is not declared rests on no axioms.
        new = Counter(entry.text for entry in report.errors) - excused
        for entry in report.errors:
            if entry.line <= probed.lines[1] or entry.text in new:
                return Verdict(accepted=False, message=f"line {entry.line}: {entry.text.splitlines()[0]}")
        if report.statement != self._original.statement:
            return Verdict(accepted=False, message="the proof changes what the statement means")
        axioms = _parse_axioms(report.axioms)
        if axioms is None:
            return Verdict(accepted=False, message=f"Lean does not say what it rests on: {report.axioms[:80]!r}")
        foreign = sorted(set(axioms) - STANDARD_AXIOMS - ({HOLE} if probed.has_holes else set()))
        if foreign:
            return Verdict(accepted=False, axioms=axioms, message=f"rests on {', '.join(foreign)}")
        if report.module is not None and not probed.has_holes:
            try:
                self._ask_again(report.module)
            except Refusal as refusal:
                return Verdict(accepted=False, axioms=axioms, message=str(refusal))
        own = tuple(name for name in axioms if name != HOLE)
        return Verdict(accepted=True, filling=filling, axioms=own, unused=report.unused)

    def _ask_again(self, module: CompiledModule) -> None:
        """Have a fresh kernel check what the theorem is made of."""
        roots = [each for each in module.constants if self._subject.is_called(shown(each))]
        if not roots:
            raise Refusal("the compiled file does not hold the theorem")
        try:
            result = recheck(
                roots,
                module,
                imports=module.imports,
                lean=replace(self._lean, own_path=()),
                limits=self._limits,
                seconds=self._seconds,
                terms=self._terms,
            )
        except NoSecondOpinionError:  # its library is not where it should be: then the first opinion has to do
            return
        objection = result.grounds.unproved(roots, allowed_axioms=())
        if objection:
            raise Refusal(objection)

    def _compile(self, probed: Probed) -> _Report:
        """Compile the file and sort Lean's messages into the answers to the two questions, and all others."""
        messages, module = self._run(probed.text)
        answers = [[entry.text for entry in messages if entry.line == line] for line in probed.lines]
        statement, axioms = ("\n".join(texts) for texts in answers)
        others = [entry for entry in messages if entry.line not in probed.lines]
        return _Report(
            statement=statement,
            axioms=axioms,
            errors=[entry for entry in others if entry.severity == "error"],
            unused=frozenset(match[1] for entry in others if (match := _UNUSED.match(entry.text)) is not None),
            module=module,
        )

    def _run(self, text: str) -> tuple[list[_Message], CompiledModule | None]:
        """Lean's messages on a file. A crash is no verdict: on a machine short of memory another try may succeed."""
        try:
            return self._run_once(text)
        except LeanCrashedError:
            return self._run_once(text)

    def _run_once(self, text: str) -> tuple[list[_Message], CompiledModule | None]:
        """Lean's messages, and what it has compiled: nothing if there is an error anywhere in the file."""
        module = None
        with Scratch() as scratch:
            file = scratch / "Verify.lean"
            file.write_text(text, encoding="utf-8")
            compiled = scratch / "out" / "Verify.olean"
            compiled.parent.mkdir()
            command = [*self._lean.command, "--json", str(file)]
            if self._asks_twice:
                command += ["-R", str(scratch), "-o", str(compiled)]
            limits = replace(
                self._limits,
                writable=(*self._limits.writable, compiled.parent),
                readable=(*self._lean.places, self._directory or file, file),
            )
            process = subprocess.Popen(
                sandboxed(command, limits=limits),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._directory or scratch,
                env=self._lean.environment(),
                start_new_session=True,
            )
            try:
                output, _ = process.communicate(timeout=self._seconds)
            except subprocess.TimeoutExpired as error:
                raise LeanTimeoutError(f"Lean did not check the file within {self._seconds:g} s") from error
            finally:
                terminate_tree(process)
            if process.returncode not in (0, 1):
                raise LeanCrashedError(f"Lean ended with code {process.returncode} while it checked the file")
            if compiled.is_file():
                try:
                    module = read_module(compiled, terms=self._terms)
                except CompiledFileError as error:
                    raise LeanCrashedError(str(error)) from error
        messages = [_parse_message(line) for line in output.decode(errors="replace").splitlines() if line.strip()]
        return messages, module


def _parse_axioms(text: str) -> tuple[str, ...] | None:
    _, is_there, rest = text.partition(_AXIOMS)
    if is_there and "]" in rest:
        names = (name.strip().removeprefix("_root_.") for name in rest.partition("]")[0].split(","))
        return tuple(sorted(filter(None, names)))
    return () if _NO_AXIOMS in text else None


def _parse_message(line: str) -> _Message:
    try:
        entry = json.loads(line)
        return _Message(str(entry["severity"]), int(entry["pos"]["line"]), str(entry["data"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise LeanCrashedError(f"Lean wrote what is no message: {line[:80]!r}") from error
