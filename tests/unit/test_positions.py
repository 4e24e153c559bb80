"""Places in a file: a column counted in the wrong unit marks the wrong name as a premise."""

from __future__ import annotations

import pytest

from data.positions import Positions, utf16_length

SOURCE = "theorem a : 1 = 1\n\n  x𝔸 + 𝔹c → d\r\nlast"


@pytest.mark.parametrize("offset", range(len(SOURCE) + 1))
def test_an_offset_comes_back(offset: int) -> None:
    """Premises and tactics are cut out of the text by these."""
    positions = Positions(SOURCE)
    assert positions.offset(positions.at(offset)) == offset


@pytest.mark.parametrize("offset", range(len(SOURCE) + 1))
def test_columns_of_the_server_are_utf16_units(offset: int) -> None:
    """Letters such as 𝔸 count twice there, and every name behind one would be missed."""
    line_start = SOURCE.rfind("\n", 0, offset) + 1
    line, column = SOURCE.count("\n", 0, offset), utf16_length(SOURCE[line_start:offset])
    assert Positions(SOURCE).offset_utf16(line, column) == offset


def test_first_character_is_line_one_column_one() -> None:
    """LeanDojo counts so."""
    assert Positions(SOURCE).at(0) == (1, 1)
    assert Positions(SOURCE).at(SOURCE.index("x")) == (3, 3)


def test_a_place_behind_the_end_is_the_end() -> None:
    """An `.ilean` file may be older than the text."""
    assert Positions(SOURCE).offset_utf16(99, 3) == len(SOURCE)
    assert Positions(SOURCE).offset((99, 1)) == len(SOURCE)


def test_utf16_length_of_letters_beyond_the_first_plane() -> None:
    """The change of a document is told to Lean in these units."""
    assert [utf16_length(text) for text in ("", "abc", "α→", "𝔸x")] == [0, 3, 2, 3]
