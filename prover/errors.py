"""The errors of the prover: Lean not found, Lean not answering, a file that Lean does not accept."""

from __future__ import annotations

from data.errors import LeanLoopError


class ProverError(LeanLoopError):
    """The root of the prover's errors."""


class LeanNotFoundError(ProverError):
    """No Lean can be had; the message says what was tried and how to get one."""


class LeanBuildError(ProverError):
    """Lean refused a module that had to be compiled; the message holds its first error."""


class LeanCrashedError(ProverError):
    """Lean's process ended, or its output was not the protocol's, while an answer was awaited."""


class LeanTimeoutError(ProverError):
    """Lean did not answer in time."""


class ElaborationError(ProverError):
    """Lean reports an error in the file before the theorem, or in the theorem's statement."""


class GenerationError(ProverError):
    """A model or the server it is behind gave no tactics; the message says why and what would help."""


class TrainingError(ProverError):
    """Training cannot go on; the message says why and where the last good model is."""
