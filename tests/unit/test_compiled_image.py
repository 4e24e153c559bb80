"""Compiled files from elsewhere: whatever is in them, reading one ends with an error of ours."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from prover.lean.audit.image import CompiledFileError, Image
from prover.lean.audit.module import read_module
from prover.lean.audit.terms import Terms

BASE = 0x10000
HEADER = b"olean\x02" + bytes(74) + BASE.to_bytes(8, "little")


def image(tmp_path: Path, *words: int) -> Image:
    """A file whose words behind the header are these; the first is the root's address."""
    path = tmp_path / "X.olean"
    path.write_bytes(HEADER + b"".join(word.to_bytes(8, "little") for word in words))
    return Image([path])


def at(index: int) -> int:
    """The address of the word with this number behind the header."""
    return BASE + len(HEADER) + 8 * index


@pytest.mark.parametrize("content", [b"", b"olean", b"elf" * 40, b"olean\x01" + bytes(100)])
def test_other_files_are_named(tmp_path: Path, content: bytes) -> None:
    """A user may pass any file, or a Lean may be too old."""
    path = tmp_path / "X.olean"
    path.write_bytes(content)
    with pytest.raises(CompiledFileError, match="X"):
        Image([path])


def test_fields_of_a_constructor(tmp_path: Path) -> None:
    """The tag and the number of fields are in the last two bytes of the head."""
    found = image(tmp_path, at(1), (3 << 56) | (2 << 48), 7, 9).constructor(at(1))
    assert found == (3, [7, 9])


@pytest.mark.parametrize("words", [(at(1), 255 << 48), (BASE - 8,), (at(1) + 4, 0), (1 << 63,), (at(500),)])
def test_addresses_outside_are_refused(tmp_path: Path, words: tuple[int, ...]) -> None:
    """A forged file could otherwise have any memory read."""
    built = image(tmp_path, *words)
    with pytest.raises(CompiledFileError):
        built.constructor(built.root)


def test_list_without_end_is_refused(tmp_path: Path) -> None:
    """It would be read for ever."""
    built = image(tmp_path, at(1), (1 << 56) | (2 << 48), 1, at(1))
    with pytest.raises(CompiledFileError, match="without end"):
        built.items(built.root)


def test_enormous_sizes_are_refused(tmp_path: Path) -> None:
    """A size is believed only if that much is there."""
    array = image(tmp_path, at(1), 246 << 56, 1 << 60, 1 << 60)
    with pytest.raises(CompiledFileError):
        array.array(array.root)
    string = image(tmp_path, at(1), 249 << 56, 1 << 60, 0, 0)
    with pytest.raises(CompiledFileError):
        string.text(string.root)
    number = image(tmp_path, at(1), 250 << 56, 0xFFFFFFFF << 32, at(3), 0)
    with pytest.raises(CompiledFileError):
        number.number(number.root)


@pytest.mark.lean
def test_damaged_files_never_crash_the_reader(tmp_path: Path) -> None:
    """A tactic may write the compiled file itself: what is read then is an error, or terms like any others."""
    from prover.lean.embedded import embedded_lean

    library = Path(embedded_lean().command[0]).parents[1] / "lib" / "lean" / "Init" / "Cast.olean"
    good = library.read_bytes()
    generator = random.Random(0)
    path = tmp_path / "X.olean"
    refused = 0
    for _ in range(60):
        damaged = bytearray(good)
        for _ in range(generator.choice([1, 5, 50])):
            damaged[generator.randrange(88, len(damaged))] = generator.randrange(256)
        path.write_bytes(damaged[: generator.choice([len(damaged), generator.randrange(88, len(damaged))])])
        try:
            read_module(path, terms=Terms())
        except CompiledFileError:
            refused += 1
    assert refused
