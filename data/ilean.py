"""What Lean itself wrote down about the names in a module: its `.ilean` file.

Every compiled module has one, beside its `.olean`. It says where each constant of the module is defined and where each
constant, of this or another module, is named: the premises of every proof, without tracing anything. Versions 2 to 5
are read; what differs between them is how keys are spelled, and data that is not needed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from data.errors import UsageError

Span = tuple[int, int, int, int]
"""First line, first column, last line, column behind the end; from 0, columns in UTF-16 units."""


class Use(NamedTuple):
    """A place where a constant is named. Before version 3 nothing says which module it comes from: None."""

    module: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ilean:
    """One `.ilean` file.

    Attributes:
        module: the module's name.
        definitions: where each constant of the module that has a place in its text is defined: the place of its name.
        uses: where constants are named, in no order.
    """

    module: str
    definitions: dict[str, Span]
    uses: tuple[Use, ...]


def read_ilean(path: Path) -> Ilean:
    """Read an `.ilean` file.

    Raises:
        UsageError: if it is missing, damaged, or of a form that is not known.
    """
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(f"no such file: {path}") from None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is damaged or only half written; build the repository again") from None
    try:
        return _parse(content)
    except (LookupError, TypeError, ValueError, AttributeError):
        version = content.get("version") if isinstance(content, dict) else None
        known = "versions 2 to 5 are known"
        raise UsageError(f"{path} has not the form of an .ilean file (version {version}; {known})") from None


def _parse(content: dict[str, Any]) -> Ilean:
    definitions: dict[str, Span] = {}
    uses: list[Use] = []
    for key, places in content["references"].items():
        constant = _constant(key)
        if constant is None:
            continue
        module, name = constant
        if places["definition"] is not None:
            definitions[name] = _span(places["definition"])
        uses.extend(Use(module, name, _span(place)) for place in places["usages"])
    return Ilean(str(content["module"]), definitions, tuple(uses))


def _constant(key: str) -> tuple[str | None, str] | None:
    """The module and name of a constant; None for a local variable. Version 2 spells `c:NAME`, later ones JSON."""
    if key.startswith("{"):
        fields = json.loads(key).get("c")
        return None if fields is None else (fields["m"], fields["n"])
    kind, _, name = key.partition(":")
    if kind not in ("c", "f"):
        raise ValueError(key)
    return (None, name) if kind == "c" else None


def _span(place: list[Any]) -> Span:
    """The place itself, without the enclosing declaration that may follow it."""
    line, column, end_line, end_column = place[:4]
    if not (isinstance(line, int) and isinstance(column, int) and isinstance(end_line, int)):
        raise TypeError(place)
    return line, column, end_line, int(end_column)
