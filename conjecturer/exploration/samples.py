"""Values of simple types, as Lean text: what terms are tried on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from conjecturer.exploration.signature import Operation
from conjecturer.exploration.types import FUNCTION, PAIR, Type, match

_DEPTH = 3
# Of numbers; lists are one longer at most.
_LARGEST = 3
_NUMBERS = ("Nat", "Int")
_ON_NUMBERS = ("fun x => x + 1", "fun x => 2 * x", "fun x => x * x")
_TESTS = ("fun x => x % 2 == 0", "fun x => x == 1", "fun x => decide (x > 1)")
_OF_TWO = ("fun x y => x + 2 * y", "fun x y => x * y + 1", "fun x y => x - y")


def sample(type_: Type, constructors: Mapping[str, Sequence[Operation]], chance: random.Random) -> str | None:
    """A value of a type without variables; None for a type that it knows none of.

    Args:
        type_: of what.
        constructors: of data types, by name.
        chance: chooses.
    """
    return _Maker(constructors, chance).value(type_, _DEPTH)


class _Maker:
    def __init__(self, constructors: Mapping[str, Sequence[Operation]], chance: random.Random) -> None:
        self._constructors = constructors
        self._chance = chance

    def value(self, type_: Type, depth: int) -> str | None:
        if type_.head == "Nat":
            return str(self._chance.randint(0, _LARGEST))
        if type_.head == "Int":
            return f"({self._chance.randint(-_LARGEST, _LARGEST)})"
        if type_.head == "Bool":
            return self._chance.choice(("true", "false"))
        if type_.head in ("List", "Option", PAIR):
            return self._of_known(type_, depth)
        if type_.head == FUNCTION:
            return self._function(type_, depth)
        return self._constructed(type_, depth)

    def _of_known(self, type_: Type, depth: int) -> str | None:
        count = {"List": self._chance.randint(0, _LARGEST + 1), "Option": self._chance.randrange(2)}
        kinds = type_.arguments * count.get(type_.head, 1)
        values = [self.value(each, depth - 1) for each in kinds]
        parts = [each for each in values if each is not None]
        if len(parts) < len(values):
            return None
        if type_.head == "Option":
            return f"(some {parts[0]})" if parts else "none"
        return f"({', '.join(parts)})" if type_.head == PAIR else f"[{', '.join(parts)}]"

    def _function(self, type_: Type, depth: int) -> str | None:
        domain, codomain = type_.arguments
        if domain.head in _NUMBERS and codomain == domain:
            return f"({self._chance.choice(_ON_NUMBERS)})"
        if domain.head in _NUMBERS and codomain.head == "Bool":
            return f"({self._chance.choice(_TESTS)})"
        if domain.head in _NUMBERS and codomain == Type(FUNCTION, (domain, domain)):
            return f"({self._chance.choice(_OF_TWO)})"
        value = self.value(codomain, depth - 1)
        return f"(fun _ => {value})" if value is not None else None

    def _constructed(self, type_: Type, depth: int) -> str | None:
        """A value of a data type; near the bottom only what holds no other value of it."""
        fitting = []
        for each in self._constructors.get(type_.head, ()):
            bound = match(each.result, type_, each.variables, {})
            is_flat = all(type_.head not in argument.names for argument in each.arguments)
            if bound is not None and (depth > 0 or is_flat):
                fitting.append((each, bound))
        if not fitting:
            return None
        chosen, bound = self._chance.choice(fitting)
        parts = [self.value(each.replaced(bound), depth - 1) for each in chosen.arguments]
        known = [part for part in parts if part is not None]
        return f"({' '.join([chosen.name, *known])})" if len(known) == len(parts) else None
