"""The whole examination of a file that claims to prove what another one states.

Both are compiled by Lean, each in a process and a sandbox of its own. Then nothing of the candidate runs any more: its
compiled file is read as data, what it declares is compared with the original, and a fresh kernel checks every
declaration once more. This is what comparator and SafeVerify are for; like them it believes no message of the
candidate's, no environment that its tactics may have changed, and no option.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.declarations import declarations
from data.source import tokens
from prover.errors import ElaborationError, LeanTimeoutError
from prover.lean.audit.comparison import Comparison, Disagreement
from prover.lean.audit.compiling import NotCompiledError, compile_text
from prover.lean.audit.image import CompiledFileError
from prover.lean.audit.module import CompiledModule
from prover.lean.audit.recheck import Refusal, recheck
from prover.lean.audit.terms import Terms, shown
from prover.lean.command import Lean
from prover.lean.sandbox import Limits

_WEAKENING_OPTIONS = ("debug.", "bootstrap.")


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of an examination.

    Attributes:
        accepted: True only if all is in order.
        reason: why it is refused, in one line; empty if it is accepted.
        axioms: for every theorem of the original, what its proof rests on.
        filled: definitions that the original leaves open: whoever reads the proof must look at what they say now.
        num_checked: how many declarations the kernel has checked anew.
    """

    accepted: bool
    reason: str = ""
    axioms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    num_checked: int = 0


@dataclass(frozen=True)
class Auditor:
    """Examines candidates for one original, which is compiled once.

    Attributes:
        original: the text of the file that states what is to be proved, with `sorry` for what is open.
        lean: which Lean, with the search path on which the files' imports are found.
        limits: what Lean may use in each step.
        seconds: how long each step may take.
        allowed_axioms: axioms allowed besides Lean's own three, by name.
    """

    original: str
    lean: Lean
    limits: Limits
    seconds: float = 600.0
    allowed_axioms: frozenset[str] = frozenset()
    _terms: Terms = field(default_factory=Terms, init=False, repr=False)

    def audit(self, candidate: str) -> Audit:
        """Examine the text of a file that claims to prove what the original states.

        Raises:
            ElaborationError: if the original does not compile, or states nothing that has a name.
            LeanTimeoutError, LeanCrashedError: if the original is more than Lean can take.
            NoSecondOpinionError: if this Lean's kernel cannot be asked.
        """
        wanted = self._wanted
        try:
            _check_options(candidate, self.original)
            found = self._candidate(candidate)
            comparison = Comparison(wanted, found, terms=self._terms, written=self._written)
            comparison.check()
            _check_new_axioms(wanted, found)
            return self._asked_kernel(comparison, wanted, found)
        except (Refusal, Disagreement) as refusal:
            return Audit(accepted=False, reason=str(refusal))

    @cached_property
    def _wanted(self) -> CompiledModule:
        try:
            wanted = self._compiled(self.original)
        except (NotCompiledError, CompiledFileError) as error:
            raise ElaborationError(f"the original does not compile: {error}") from error
        if not Comparison(wanted, wanted, terms=self._terms, written=self._written).required:
            raise ElaborationError("the original states nothing that has a name: there is nothing to compare with")
        return wanted

    @cached_property
    def _written(self) -> frozenset[str]:
        return frozenset(each.full_name for each in declarations(self.original) if not each.is_anonymous)

    def _compiled(self, text: str) -> CompiledModule:
        return compile_text(text, lean=self.lean, limits=self.limits, seconds=self.seconds, terms=self._terms)

    def _candidate(self, text: str) -> CompiledModule:
        try:
            return self._compiled(text)
        except (NotCompiledError, LeanTimeoutError) as error:
            raise Refusal(str(error)) from error
        except CompiledFileError as error:
            raise Refusal(f"its compiled file was not written by Lean: {error}") from error

    def _asked_kernel(self, comparison: Comparison, wanted: CompiledModule, found: CompiledModule) -> Audit:
        # With the imports of both, a name that stands for something else in one of them is taken twice.
        imports = [*wanted.imports, *found.imports]
        result = recheck(
            found.constants,
            found,
            imports=imports,
            lean=self.lean,
            limits=self.limits,
            seconds=self.seconds,
            terms=self._terms,
        )
        theorems = [each.name for each in comparison.required if each.kind == "theorem"]
        required = [*theorems, *(each.name for each in comparison.required if each.is_safe)]
        everything = [*required, *(name for name, each in found.constants.items() if each.is_safe)]
        known = {*wanted.constants, *result.imported}
        grounds = result.grounds
        objection = grounds.unproved(everything, allowed_axioms=self.allowed_axioms) or grounds.veiled(
            required, known=known
        )
        if objection:
            raise Refusal(objection)
        return Audit(
            accepted=True,
            axioms={shown(name): grounds.axioms_of(name) for name in theorems},
            filled=tuple(shown(name) for name in comparison.filled),
            num_checked=result.num_checked,
        )


def _check_options(candidate: str, original: str) -> None:
    """Options that make Lean check less; what they let through the kernel would see, but nobody needs them."""
    more = Counter(_weakening(candidate)) - Counter(_weakening(original))
    for option in more:
        raise Refusal(f"it sets the option `{option}`, which weakens Lean's checks")


def _weakening(text: str) -> list[str]:
    parts = [token.text for token in tokens(text) if token.kind != "comment"]
    pairs = itertools.pairwise(parts)
    return [after for before, after in pairs if before == "set_option" and after.startswith(_WEAKENING_OPTIONS)]


def _check_new_axioms(wanted: CompiledModule, found: CompiledModule) -> None:
    for name, constant in found.constants.items():
        if constant.kind == "quotient":
            raise Refusal(f"it declares `{shown(name)}` anew")
        if constant.kind == "axiom" and constant.is_safe and name not in wanted.constants:
            how = " (native_decide: compiled code is believed)" if "_native" in name else ""
            raise Refusal(f"it declares the axiom `{shown(name)}`{how}")
