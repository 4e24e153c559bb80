"""Expressions of the kernel's language as a table in which equal ones have the same number.

Names of bound variables, how binders are written and notes for the elaborator are left out: they mean nothing to the
kernel. Two statements mean the same, up to the constants they mention, if and only if their numbers are equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Name = tuple[str | int, ...]
"""The components of a hierarchical name; the anonymous one is empty."""

Node = tuple[Any, ...]
"""A constructor, by a word, and its fields: numbers of other nodes, names, or plain values."""


class Terms:
    """The table of all nodes, levels and expressions alike.

    ("zero",) ("succ", l) ("max", l, l) ("imax", l, l) ("param", name)
    ("var", index) ("sort", l) ("const", name, (l, ...)) ("app", e, e) ("lam", e, e) ("pi", e, e) ("let", e, e, e)
    ("nat", n) ("text", s) ("proj", name, index, e)
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._numbers: dict[Node, int] = {}

    def add(self, node: Node) -> int:
        """The number of a node; a new one if it is not in the table."""
        number = self._numbers.get(node)
        if number is None:
            number = self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return number

    def children(self, number: int) -> tuple[int, ...]:
        """The nodes that a node is made of."""
        node = self.nodes[number]
        kind = node[0]
        if kind in ("var", "zero", "param", "nat", "text"):
            return ()
        if kind == "const":
            levels: tuple[int, ...] = node[2]
            return levels
        return (node[3],) if kind == "proj" else node[1:]

    def below(self, roots: list[int]) -> Iterator[int]:
        """All nodes that these are made of, each once, in no particular order."""
        seen = set(roots)
        waiting = list(seen)
        while waiting:
            number = waiting.pop()
            yield number
            for child in self.children(number):
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)

    def constants(self, roots: list[int]) -> set[Name]:
        """The names of the constants that these expressions mention, the types of projections included."""
        found: set[Name] = set()
        for number in self.below(roots):
            node = self.nodes[number]
            if node[0] in ("const", "proj"):
                found.add(node[1])
        return found


def shown(name: Name) -> str:
    """A name as users write it; a private one without what Lean puts in front."""
    parts = name[name.index(0) + 1 :] if name[:1] == ("_private",) and 0 in name else name
    return ".".join(map(str, parts)) or "[anonymous]"
