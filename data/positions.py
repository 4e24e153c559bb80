"""Places in a Lean file, as the formats count them that have to be read together.

We count characters from the start of the file; LeanDojo counts lines and columns from 1; the language server, and with
it `.ilean` files, count from 0, and columns in UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_right

Position = tuple[int, int]
"""1-based line and 1-based column, in characters, as LeanDojo counts."""

_BEYOND_FIRST_PLANE = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Translates the places of one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._is_wide = _BEYOND_FIRST_PLANE.search(source) is not None

    def at(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, position: Position) -> int:
        """The offset of a line and column; a place behind the end is the end."""
        line, column = position
        if line > len(self._starts):
            return len(self._source)
        return min(self._starts[line - 1] + column - 1, len(self._source))

    def offset_utf16(self, line: int, column: int) -> int:
        """The offset of a 0-based line and a 0-based column in UTF-16 units; a place behind the end is the end."""
        if self._is_wide and line < len(self._starts):
            start = self._starts[line]
            units = self._source[start : start + column].encode("utf-16-le")[: 2 * column]
            column = len(units.decode("utf-16-le", errors="ignore"))
        return self.offset((line + 1, column + 1))


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text has: the unit in which the language server counts columns."""
    return len(text.encode("utf-16-le")) // 2
