"""Simple types as trees: read from what Lean prints, matched, and written again.

Only what terms can be put together from by text alone is read: constants applied to types, functions and pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FUNCTION, PAIR = "→", "×"
_TOKEN = re.compile(r"\s*([^\W\d][\w.'✝]*|[→×()]|\S)")
_NAME = re.compile(r"[^\W\d][\w.']*")


@dataclass(frozen=True, slots=True)
class Type:
    """A type.

    Attributes:
        head: a constant or a variable by its name, `→` or `×`.
        arguments: what it is applied to; of a function its domain and its codomain.
    """

    head: str
    arguments: tuple[Type, ...] = ()

    def __str__(self) -> str:
        if self.head in (FUNCTION, PAIR):
            left, right = self.arguments
            return f"{_bracketed(left)} {self.head} {right if right.head == self.head else _bracketed(right)}"
        return " ".join([self.head, *map(_bracketed, self.arguments)])

    @property
    def names(self) -> Iterator[str]:
        """All heads in it."""
        yield self.head
        for argument in self.arguments:
            yield from argument.names

    @property
    def is_function(self) -> bool:
        """Whether its values are functions."""
        return self.head == FUNCTION

    def replaced(self, values: Mapping[str, Type]) -> Type:
        """The type with other types in place of variables."""
        if not self.arguments and self.head in values:
            return values[self.head]
        return Type(self.head, tuple(argument.replaced(values) for argument in self.arguments))


def match(pattern: Type, found: Type, variables: frozenset[str], known: Mapping[str, Type]) -> dict[str, Type] | None:
    """What the variables of a pattern stand for if it is to be a given type; None if it cannot be.

    Args:
        pattern: with variables.
        found: what it is to be.
        variables: names that stand for any type.
        known: what some of them stand for already.
    """
    if pattern.head in variables and not pattern.arguments:
        bound = known.get(pattern.head)
        return {**known, pattern.head: found} if bound is None or bound == found else None
    if pattern.head != found.head or len(pattern.arguments) != len(found.arguments):
        return None
    values: dict[str, Type] | None = dict(known)
    for ours, theirs in zip(pattern.arguments, found.arguments, strict=True):
        values = match(ours, theirs, variables, values) if values is not None else None
    return values


def read_type(text: str) -> Type | None:
    """A type that Lean has printed; None for one that is not simple."""
    tokens = _TOKEN.findall(text.strip())
    found, rest = _infix(tokens, FUNCTION)
    return found if not rest else None


def _infix(tokens: list[str], operator: str) -> tuple[Type | None, list[str]]:
    """The longest type in front of the tokens whose operators bind at least like this one, and the tokens behind it."""
    left, rest = _infix(tokens, PAIR) if operator == FUNCTION else _application(tokens)
    if left is None or not rest or rest[0] != operator:
        return left, rest
    right, rest = _infix(rest[1:], operator)
    return (Type(operator, (left, right)) if right is not None else None), rest


def _application(tokens: list[str]) -> tuple[Type | None, list[str]]:
    parts: list[Type] = []
    while tokens and (tokens[0] == "(" or _NAME.fullmatch(tokens[0])):
        if tokens[0] != "(":
            parts.append(Type(tokens[0]))
        else:
            inside, tokens = _infix(tokens[1:], FUNCTION)
            if inside is None or not tokens or tokens[0] != ")":
                return None, tokens
            parts.append(inside)
        tokens = tokens[1:]
    if not parts or (len(parts) > 1 and parts[0].head in (FUNCTION, PAIR)):
        return None, tokens
    head = parts[0]
    return Type(head.head, (*head.arguments, *parts[1:])), tokens


def _bracketed(type_: Type) -> str:
    return f"({type_})" if type_.arguments else type_.head
