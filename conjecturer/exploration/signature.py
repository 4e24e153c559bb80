"""What terms can be made of: the functions and the data types of a repository, as Lean prints their types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conjecturer.exploration.types import FUNCTION, Type, read_type
from conjecturer.ground import Ground
from data.declarations import declarations
from data.source import read_source

_PRINTED = re.compile(r"@?[^\s:]+(?:\.\{[^}]*\})? : (?P<type>.*)", re.DOTALL)
_BINDER = re.compile(r"([{⦃(\[])([^{}⦃⦄()\[\]]*)[}⦄)\]] → ")
_CONSTRUCTOR = re.compile(r"^(?P<name>[^\s:]+) : (?P<type>.*)$", re.MULTILINE)
TYPE_VARIABLES = ("α", "β", "γ")
"""What type variables are called in every operation, in order."""
_NUM_ARGUMENTS = 4


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that is applied to terms.

    Attributes:
        name: what it is called; a symbol between its two arguments where `is_infix`.
        arguments: their types.
        result: the type of what comes of it.
        variables: the type variables in these.
        constraints: classes that they must be in: `DecidableEq α`.
        is_own: whether it is the repository's.
        is_infix: whether it is written between its arguments.
    """

    name: str
    arguments: tuple[Type, ...]
    result: Type
    variables: frozenset[str] = frozenset()
    constraints: tuple[str, ...] = ()
    is_own: bool = True
    is_infix: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """What a repository offers.

    Attributes:
        operations: its functions on data, and those of arithmetic and of lists that go with them.
        constructors: of its data types, by the type's name.
    """

    operations: tuple[Operation, ...]
    constructors: dict[str, tuple[Operation, ...]]


def signature_of(ground: Ground) -> Signature:
    """Ask Lean for the types of a repository's definitions; what is no function on simple data is left out."""
    functions, data = _declared(ground)
    batch = ground.batch()
    answers = batch.run([*(f"#check @{name}" for name in functions), *(f"#print {name}" for name in data)])
    texts = [next((each.text for each in messages if each.severity == "information"), "") for messages in answers]
    operations: list[Operation] = []
    for name, text in zip(functions, texts, strict=False):
        printed = _PRINTED.fullmatch(text.strip())
        operation = read_operation(name, printed["type"]) if printed is not None else None
        if operation is not None and operation.arguments and _is_data(operation.result):
            operations.append(operation)
    constructors: dict[str, tuple[Operation, ...]] = {}
    for name, text in zip(data, texts[len(functions) :], strict=True):
        _, _, listed = text.partition("constructors:\n")
        read = [read_operation(match["name"], match["type"]) for match in _CONSTRUCTOR.finditer(listed)]
        if read and None not in read:
            constructors[name] = tuple(each for each in read if each is not None)
    mentioned = {name for each in operations for type_ in (*each.arguments, each.result) for name in type_.names}
    background = (each for head, some in _BACKGROUND.items() if head in mentioned for each in some)
    return Signature((*operations, *background), constructors)


def read_operation(name: str, printed: str) -> Operation | None:
    """A function by the type that Lean prints of it; None if it is not simple."""
    text = " ".join(printed.split())
    variables: dict[str, str] = {}
    arguments: list[Type] = []
    classes: list[str] = []
    while binder := _BINDER.match(text):
        bracket, inside = binder[1], binder[2]
        names, colon, kind = inside.partition(" : ")
        if bracket == "[":
            classes.append(kind if colon else inside)
        elif not colon:
            break  # brackets around a type
        elif re.match(r"(?:Type|Sort)\b", kind):
            variables.update(
                (each, TYPE_VARIABLES[min(len(variables), len(TYPE_VARIABLES) - 1)]) for each in names.split()
            )
        else:
            type_ = read_type(kind)
            if bracket != "(" or type_ is None:
                return None
            arguments += [type_] * len(names.split())
        text = text[binder.end() :]
    type_ = read_type(text)
    if type_ is None or len(set(variables.values())) < len(variables):
        return None
    while type_.head == FUNCTION:
        arguments.append(type_.arguments[0])
        type_ = type_.arguments[1]
    renamed = {old: Type(new) for old, new in variables.items()}
    constraints = [" ".join(variables.get(word, word) for word in each.split()) for each in classes]
    if len(arguments) > _NUM_ARGUMENTS or any(len(each.split()) != 2 for each in constraints):
        return None
    return Operation(
        name,
        tuple(each.replaced(renamed) for each in arguments),
        type_.replaced(renamed),
        frozenset(variables.values()),
        tuple(constraints),
    )


def _declared(ground: Ground) -> tuple[list[str], list[str]]:
    """The names of the repository's definitions, and of its inductive types."""
    functions: list[str] = []
    data: list[str] = []
    for path in ground.repository.files:
        for entry in declarations(read_source(path)):
            if entry.is_anonymous or "private" in entry.modifiers or "noncomputable" in entry.modifiers:
                continue
            if entry.keyword in ("def", "abbrev"):
                functions.append(entry.full_name)
            elif entry.keyword == "inductive":
                data.append(entry.full_name)
    return functions, data


def _is_data(type_: Type) -> bool:
    """Whether Lean can print a value of it: propositions, types and functions it cannot."""
    return not {"Prop", "Type", "Sort", FUNCTION} & set(type_.names)


def _operations(*entries: tuple[str, Sequence[str], str]) -> Iterator[Operation]:
    for name, arguments, result in entries:
        types = [read_type(text) for text in (*arguments, result)]
        simple = [each for each in types if each is not None]
        assert len(simple) == len(types), "ours are simple"
        variables = frozenset({"α"} & {part for each in simple for part in each.names})
        is_infix = len(arguments) == 2 and not name[0].isalpha()
        yield Operation(name, tuple(simple[:-1]), simple[-1], variables, is_own=False, is_infix=is_infix)


_BACKGROUND: dict[str, tuple[Operation, ...]] = {
    "Nat": tuple(
        _operations(("0", (), "Nat"), ("1", (), "Nat"), ("+", ("Nat", "Nat"), "Nat"), ("*", ("Nat", "Nat"), "Nat"))
    ),
    "Int": tuple(
        _operations(
            ("0", (), "Int"), ("-", ("Int",), "Int"), ("+", ("Int", "Int"), "Int"), ("*", ("Int", "Int"), "Int")
        )
    ),
    "Bool": tuple(_operations(("true", (), "Bool"), ("false", (), "Bool"), ("!", ("Bool",), "Bool"))),
    "List": tuple(
        _operations(
            ("[]", (), "List α"),
            ("::", ("α", "List α"), "List α"),
            ("++", ("List α", "List α"), "List α"),
            ("List.length", ("List α",), "Nat"),
        )
    ),
}
