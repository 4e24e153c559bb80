"""The errors of retrieval."""

from __future__ import annotations

from data.errors import LeanLoopError


class RetrievalError(LeanLoopError):
    """The root of retrieval's errors."""


class EncoderError(RetrievalError):
    """An encoder cannot be loaded, or is not one; the message says what was tried and what would do."""


class IndexMismatchError(RetrievalError):
    """An index was made by another encoder, or from another corpus, or is damaged."""
