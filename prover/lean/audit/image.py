"""The bytes of a compiled module (`.olean`): a memory image of Lean objects, read without running or mapping anything.

A file that comes from elsewhere may have been written by its own tactics instead of by Lean. So nothing here trusts it:
every address is looked up within the file, every tag is checked, and what does not fit raises an error.
The layout is that of Lean's `compacted_region`: 88 bytes of header, the root's address, then the objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from prover.errors import ProverError

_MAGIC, _FORMAT = b"olean", 2
_HEADER_BYTES = 88
_BASE_OFFSET = 80
_ARRAY, _STRING, _BIG_NUMBER = 246, 249, 250
_MAX_CONSTRUCTOR = 244
_MAX_BIG_NUMBER_WORDS = 1 << 17


class CompiledFileError(ProverError):
    """A compiled file is not what Lean writes, or a format we do not know."""


class _Region:
    """One file: the words of the image and the address of the first."""

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        if len(content) < _HEADER_BYTES + 8 or content[:5] != _MAGIC:
            raise CompiledFileError(f"{path.name} is no compiled Lean module")
        if content[5] != _FORMAT:
            raise CompiledFileError(f"{path.name} has format {content[5]}, only format {_FORMAT} can be read")
        self.content = content
        self.base = int.from_bytes(content[_BASE_OFFSET : _BASE_OFFSET + 8], "little")
        self.end = self.base + (len(content) & ~7)
        self.words = memoryview(content[: len(content) & ~7]).cast("Q")

    @property
    def root(self) -> int:
        return int(self.words[_HEADER_BYTES >> 3])


class Image:
    """The objects of one compiled module, by address.

    Args:
        paths: its file, and for a module of Lean's module system the parts that belong to it (`.server`, `.private`);
            the last part is the one that holds everything.

    Raises:
        CompiledFileError: here and in every method, if the file is malformed.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._regions = [_Region(path) for path in paths]
        self._name = paths[-1].name

    @property
    def root(self) -> int:
        """The address of the module's data."""
        return self._regions[-1].root

    def malformed(self, what: str) -> CompiledFileError:
        """The error to raise for something that Lean would not have written."""
        return CompiledFileError(f"{self._name} is malformed: {what}")

    def _find(self, address: int) -> tuple[_Region, int]:
        """The region and the index of the object's first word."""
        for region in self._regions:
            if region.base + _HEADER_BYTES <= address < region.end and not address & 7:
                return region, (address - region.base) >> 3
        raise self.malformed("an address outside the file")

    def constructor(self, address: int) -> tuple[int, list[int]]:
        """The number of a constructor and its fields that are objects; a constant one has no fields."""
        if address & 1:
            return address >> 1, []
        region, index = self._find(address)
        head = region.words[index]
        tag, num_fields = head >> 56, (head >> 48) & 0xFF
        if tag > _MAX_CONSTRUCTOR:
            raise self.malformed(f"object of kind {tag} where a constructor should be")
        fields = region.words[index + 1 : index + 1 + num_fields].tolist()
        if len(fields) != num_fields:
            raise self.malformed("an object goes beyond the end")
        return tag, fields

    def scalar(self, address: int, offset: int, *, size: int = 1) -> int:
        """A number stored behind the object fields of a constructor, `offset` bytes behind them."""
        region, index = self._find(address)
        num_fields = (region.words[index] >> 48) & 0xFF
        start = ((index + 1 + num_fields) << 3) + offset
        return int.from_bytes(region.content[start : start + size], "little")

    def array(self, address: int) -> list[int]:
        """The elements of an array of objects."""
        region, index = self._find(address)
        if region.words[index] >> 56 != _ARRAY:
            raise self.malformed("no array where one should be")
        size = self._word(region, index + 1)
        elements = region.words[index + 3 : index + 3 + size].tolist() if size <= len(region.words) else []
        if len(elements) != size:
            raise self.malformed("an array goes beyond the end")
        return elements

    def items(self, address: int) -> list[int]:
        """The elements of a linked list."""
        found: list[int] = []
        seen: set[int] = set()
        while not address & 1:
            if address in seen:
                raise self.malformed("a list without end")
            seen.add(address)
            tag, fields = self.constructor(address)
            if tag != 1 or len(fields) != 2:
                raise self.malformed("no list where one should be")
            found.append(fields[0])
            address = fields[1]
        return found

    def text(self, address: int) -> str:
        """A string."""
        region, index = self._find(address)
        if region.words[index] >> 56 != _STRING:
            raise self.malformed("no string where one should be")
        start, size = (index + 4) << 3, self._word(region, index + 1)
        content = region.content[start : start + size - 1] if 1 <= size <= len(region.content) else b""
        if len(content) != size - 1:
            raise self.malformed("a string goes beyond the end")
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            raise self.malformed("a string that is not UTF-8") from error

    def number(self, address: int) -> int:
        """A natural number, small or big."""
        if address & 1:
            return address >> 1
        region, index = self._find(address)
        if region.words[index] >> 56 != _BIG_NUMBER:
            raise self.malformed("no number where one should be")
        num_words = self._word(region, index + 1) >> 32  # GMP: how many words are allocated, how many are used
        if num_words > _MAX_BIG_NUMBER_WORDS:
            raise self.malformed("a negative or an enormous number")
        limbs_region, limbs = self._find(self._word(region, index + 2))
        content = limbs_region.content[limbs << 3 : (limbs + num_words) << 3]
        return int.from_bytes(content, "little")

    def _word(self, region: _Region, index: int) -> int:
        try:
            return region.words[index]
        except IndexError as error:
            raise self.malformed("an object goes beyond the end") from error
