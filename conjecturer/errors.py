"""The errors of the conjecturer."""

from __future__ import annotations

from data.errors import LeanLoopError


class ConjecturerError(LeanLoopError):
    """The root of the conjecturer's errors."""


class NothingToConjectureError(ConjecturerError):
    """There is nothing to begin with, or nothing comes of it: the message says what was tried and what would help."""
