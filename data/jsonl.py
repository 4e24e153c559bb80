"""Files of JSON, and what to tell a user about one that is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from data.errors import UsageError


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, one at a time.

    Raises:
        UsageError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield from file
    except FileNotFoundError:
        raise UsageError(f"no such file: {path}") from None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None


def first_error(error: ValidationError) -> str:
    """What is wrong first, and where, in a few words."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]
