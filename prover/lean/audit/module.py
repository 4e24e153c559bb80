"""The constants that a compiled module declares, taken out of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from prover.lean.audit.image import Image
from prover.lean.audit.terms import Name, Node, Terms

Kind = Literal["axiom", "definition", "theorem", "opaque", "quotient", "inductive", "constructor", "recursor"]
_KINDS: tuple[Kind, ...] = (
    "axiom", "definition", "theorem", "opaque", "quotient", "inductive", "constructor", "recursor",
)  # fmt: skip
_NUM_FIELDS = {
    "axiom": 1, "definition": 4, "theorem": 3, "opaque": 3, "quotient": 1,
    "inductive": 6, "constructor": 5, "recursor": 7,
}  # fmt: skip
_SAFE = 1  # in the enumeration unsafe, safe, partial
_ABBREVIATION = 1
_MAX_COMPONENTS = 10_000

# The constructors of Lean's `Expr`, by their numbers; 1 and 2 are the elaborator's variables, never in a compiled file.
_VARIABLE, _SORT, _CONSTANT, _APPLICATION, _LITERAL, _NOTE, _PROJECTION = 0, 3, 4, 5, 9, 10, 11
_BINDERS = {6: "lam", 7: "pi", 8: "let"}
_EXPRESSION_FIELDS = (1, 1, 1, 1, 2, 2, 3, 3, 4, 1, 2, 3)

_Parts = tuple[list[int], Callable[[list[int]], Node]]
"""The addresses that an object is made of, and what makes the node of their numbers."""


@dataclass(frozen=True, slots=True)
class Constant:
    """What the kernel knows of a constant.

    Attributes:
        name: its full name.
        kind: what declared it.
        level_params: its universe parameters.
        type: its type, a number in the table of terms.
        value: its value or proof, None where there is none.
        is_safe: False for `unsafe` and `partial`, of which the kernel takes no notice.
        height: how eagerly a definition is unfolded: -1 never, -2 always, else by this number.
        group: the inductive types declared together with it.
        members: the constructors of an inductive type.
        num_params: the parameters of an inductive type.
    """

    name: Name
    kind: Kind
    level_params: tuple[Name, ...]
    type: int
    value: int | None = None
    is_safe: bool = True
    height: int = -1
    group: tuple[Name, ...] = ()
    members: tuple[Name, ...] = ()
    num_params: int = 0


@dataclass(frozen=True, slots=True)
class CompiledModule:
    """A compiled module: the names of the modules it imports, and its constants by name."""

    imports: tuple[Name, ...]
    constants: dict[Name, Constant]


def read_module(path: Path, *, terms: Terms) -> CompiledModule:
    """What a compiled module declares.

    Args:
        path: its `.olean`; of a module of the module system the files beside it are read, too.
        terms: the table that gets all its expressions.

    Raises:
        CompiledFileError: if the file is malformed.
    """
    parts = [path, path.with_suffix(".olean.server"), path.with_suffix(".olean.private")]
    return _Reader(Image([part for part in parts if part.is_file()]), terms).module()


class _Reader:
    def __init__(self, image: Image, terms: Terms) -> None:
        self._image = image
        self._terms = terms
        self._names: dict[int, Name] = {}
        self._levels: dict[int, int] = {}
        self._expressions: dict[int, int] = {}

    def module(self) -> CompiledModule:
        _, fields = self._fields(self._image.root, 5)
        imports = [self._image.constructor(each)[1] for each in self._image.array(fields[0])]
        constants: dict[Name, Constant] = {}
        for address in self._image.array(fields[2]):
            constant = self._constant(address)
            if constant.name in constants:
                raise self._image.malformed("two constants of one name")
            constants[constant.name] = constant
        return CompiledModule(tuple(self._name(each[0]) for each in imports if each), constants)

    def _fields(self, address: int, count: int) -> tuple[int, list[int]]:
        tag, fields = self._image.constructor(address)
        if len(fields) != count:
            raise self._image.malformed(f"an object of {len(fields)} fields where one of {count} should be")
        return tag, fields

    def _constant(self, address: int) -> Constant:
        tag, (inner,) = self._fields(address, 1)
        if tag >= len(_KINDS):
            raise self._image.malformed(f"a constant of kind {tag}")
        kind = _KINDS[tag]
        _, fields = self._fields(inner, _NUM_FIELDS[kind])
        _, (name, level_params, statement) = self._fields(fields[0], 3)
        value: int | None = None
        is_safe, height, num_params = True, -1, 0
        group: tuple[Name, ...] = ()
        members: tuple[Name, ...] = ()
        if kind == "definition":
            value, height = fields[1], self._height(fields[2])
            is_safe = self._image.scalar(inner, 0) == _SAFE
        elif kind in ("theorem", "opaque"):
            value = fields[1]
            is_safe = kind == "theorem" or not self._image.scalar(inner, 0)
        elif kind == "axiom":
            is_safe = not self._image.scalar(inner, 0)
        elif kind == "inductive":
            num_params, group = self._image.number(fields[1]), self._name_list(fields[3])
            members, is_safe = self._name_list(fields[4]), not self._image.scalar(inner, 1)
        elif kind == "constructor":
            group, is_safe = (self._name(fields[1]),), not self._image.scalar(inner, 0)
        elif kind == "recursor":
            group, is_safe = self._name_list(fields[1]), not self._image.scalar(inner, 1)
        return Constant(
            name=self._name(name),
            kind=kind,
            level_params=self._name_list(level_params),
            type=self._expression(statement),
            value=None if value is None else self._expression(value),
            is_safe=is_safe,
            height=height,
            group=group,
            members=members,
            num_params=num_params,
        )

    def _height(self, address: int) -> int:
        if address & 1:
            return -2 if address >> 1 == _ABBREVIATION else -1
        return self._image.scalar(address, 0, size=4)

    def _name_list(self, address: int) -> tuple[Name, ...]:
        return tuple(self._name(each) for each in self._image.items(address))

    def _name(self, address: int) -> Name:
        chain: list[int] = []
        current = address
        while not current & 1 and current not in self._names:
            chain.append(current)
            current = self._fields(current, 2)[1][0]
            if len(chain) > _MAX_COMPONENTS:
                raise self._image.malformed("a name without end")
        name = self._names.get(current, ())
        for current in reversed(chain):
            tag, (_, last) = self._fields(current, 2)
            component: str | int = self._image.text(last) if tag == 1 else self._image.number(last)
            name = (*name, component)
            self._names[current] = name
        return name

    def _level(self, address: int) -> int:
        return self._numbered(address, self._levels, self._level_node)

    def _expression(self, address: int) -> int:
        return self._numbered(address, self._expressions, self._expression_node)

    def _numbered(self, root: int, known: dict[int, int], node: Callable[[int], _Parts]) -> int:
        """The number of the object at `root`; what it is made of comes first, without recursion: terms are deep."""
        waiting = [root]
        under_way: set[int] = set()
        while waiting:
            address = waiting[-1]
            if address in known:
                waiting.pop()
                continue
            parts, build = node(address)
            missing = [part for part in parts if part not in known]
            if not missing:
                known[address] = self._terms.add(build([known[part] for part in parts]))
                waiting.pop()
            elif address in under_way:
                raise self._image.malformed("a term that contains itself")
            else:
                under_way.add(address)
                waiting += missing
        return known[root]

    def _level_node(self, address: int) -> _Parts:
        tag, fields = self._image.constructor(address)
        if (tag, len(fields)) in ((1, 1), (2, 2), (3, 2)):
            kind = ("succ", "max", "imax")[tag - 1]
            return fields, lambda parts: (kind, *parts)
        if tag == 0:
            return [], lambda _: ("zero",)
        if tag == 4 and len(fields) == 1:
            name = self._name(fields[0])
            return [], lambda _: ("param", name)
        raise self._image.malformed("a universe level with a hole in it")

    def _expression_node(self, address: int) -> _Parts:
        tag, fields = self._image.constructor(address)
        if tag >= len(_EXPRESSION_FIELDS) or len(fields) != _EXPRESSION_FIELDS[tag]:
            raise self._image.malformed("a term with a hole in it")
        if tag in _BINDERS:  # their first field is the name of the bound variable
            kind = _BINDERS[tag]
            return fields[1:], lambda parts: (kind, *parts)
        if tag == _APPLICATION:
            return fields, lambda parts: ("app", *parts)
        if tag == _NOTE:
            return fields[1:], lambda parts: self._terms.nodes[parts[0]]
        if tag == _PROJECTION:
            name, index = self._name(fields[0]), self._image.number(fields[1])
            return fields[2:], lambda parts: ("proj", name, index, *parts)
        leaf = self._leaf(tag, fields)
        return [], lambda _: leaf

    def _leaf(self, tag: int, fields: list[int]) -> Node:
        if tag == _VARIABLE:
            return ("var", self._image.number(fields[0]))
        if tag == _SORT:
            return ("sort", self._level(fields[0]))
        if tag == _CONSTANT:
            return ("const", self._name(fields[0]), tuple(self._level(each) for each in self._image.items(fields[1])))
        if tag == _LITERAL:
            kind, (content,) = self._fields(fields[0], 1)
            return ("nat", self._image.number(content)) if kind == 0 else ("text", self._image.text(content))
        raise self._image.malformed("a term with a hole in it")
