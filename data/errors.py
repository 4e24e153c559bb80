"""The root of every error LeanLoop raises on purpose.

The command line prints such an error as one line and exits with its `exit_code`; any other exception is a bug.
"""

from __future__ import annotations


class LeanLoopError(Exception):
    """Something went wrong that a user can understand: the message is one line and says what, where and the mend."""

    exit_code = 2


class UsageError(LeanLoopError):
    """A user's mistake: a name, file, flag or value that cannot be used as given."""
