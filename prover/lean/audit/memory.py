"""Lean's shared library in this process, and objects laid out in memory as `lean.h` says.

What we make is never freed, which a reference count of 0 tells Lean. It imports nothing but the standard library.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

NIL = NONE = ANONYMOUS = 1
"""The empty list, the absent option, the empty name: constructors without fields are odd numbers."""

_ARRAY, _STRING = 246, 249

Address = int


class Memory:
    """Lean's library, and the objects that we make for it."""

    def __init__(self, library: str) -> None:
        self.lean = ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
        self._kept: list[object] = []
        self.lean.lean_initialize.restype = None
        self.lean.lean_initialize()

    def call(self, function: str, *arguments: Any) -> Address:
        """What a function returns, an object that is never freed."""
        result = self.counted(function, *arguments)
        if not result & 1:
            ctypes.c_int32.from_address(result).value = 0
        return result

    def counted(self, function: str, *arguments: Any) -> Address:
        """What a function returns, an object whose references are counted."""
        pointer = getattr(self.lean, function)
        if pointer.restype is not ctypes.c_size_t:
            pointer.restype = ctypes.c_size_t
        words = (each if not isinstance(each, int) else ctypes.c_size_t(each) for each in arguments)
        return int(pointer(*words))

    def object(self, tag: int, fields: Sequence[Address], *, scalars: int | None = None) -> Address:
        """A constructor with its object fields and up to eight bytes of scalars."""
        words = [*fields] if scalars is None else [*fields, scalars]
        return self._laid_out((tag << 56) | (len(fields) << 48) | ((1 + len(words)) * 8 << 32), words)

    def array(self, elements: Sequence[Address]) -> Address:
        return self._laid_out((_ARRAY << 56) | (1 << 32), [len(elements), len(elements), *elements])

    def list(self, elements: Iterable[Address]) -> Address:
        tail = NIL
        for element in reversed([*elements]):
            tail = self.object(1, [element, tail])
        return tail

    def number(self, value: int) -> Address:
        return value * 2 + 1 if value < 1 << 63 else self.call("lean_cstr_to_nat", str(value).encode())

    def text(self, value: str) -> Address:
        content = value.encode()
        return self.call("lean_mk_string_from_bytes", content, len(content))

    def _laid_out(self, head: int, words: Sequence[int]) -> Address:
        block = (ctypes.c_uint64 * (len(words) + 1))(head, *words)
        self._kept.append(block)
        return ctypes.addressof(block)


def fields_of(address: Address) -> tuple[int, list[Address]]:
    """The number of a constructor, and its object fields."""
    if address & 1:
        return address >> 1, []
    head = ctypes.c_uint64.from_address(address).value
    count = (head >> 48) & 0xFF
    return head >> 56, list((ctypes.c_uint64 * count).from_address(address + 8))


def elements_of(address: Address) -> list[Address]:
    """The elements of an array."""
    size = ctypes.c_uint64.from_address(address + 8).value
    return list((ctypes.c_uint64 * size).from_address(address + 24))


def text_of(address: Address) -> str:
    """A string."""
    size = ctypes.c_uint64.from_address(address + 8).value
    return ctypes.string_at(address + 32, size - 1).decode()


def items_of(address: Address) -> list[Address]:
    """The elements of a linked list."""
    found = []
    while not address & 1:
        _, (head, address) = fields_of(address)
        found.append(head)
    return found


def is_text(address: Address) -> bool:
    """Whether an object is a string."""
    return not address & 1 and ctypes.c_uint64.from_address(address).value >> 56 == _STRING


def retain(address: Address) -> None:
    """Count one more reference: functions take theirs away."""
    count = ctypes.c_int32.from_address(address)
    if count.value:
        count.value += 1 if count.value > 0 else -1
