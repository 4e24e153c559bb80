"""What is handed to the kernel: declarations as plain data, each after those that it is made of."""

from __future__ import annotations

import graphlib
from collections.abc import Iterable, Mapping
from typing import Any

from prover.lean.audit.module import Constant
from prover.lean.audit.terms import Name, Terms, shown


class CircularError(Exception):
    """A declaration is made of itself, which no Lean would have accepted."""


def uses(constant: Constant, terms: Terms) -> set[Name]:
    """The constants that a constant is made of; an inductive type and its constructors are made of each other."""
    roots = [constant.type] if constant.value is None else [constant.type, constant.value]
    return terms.constants(roots) | set(constant.members) | set(constant.group)


def closure(roots: Iterable[Name], constants: Mapping[Name, Constant], terms: Terms) -> dict[Name, set[Name]]:
    """What each constant is made of, for those of `constants` that the roots are made of, in the end."""
    found: dict[Name, set[Name]] = {}
    waiting = [name for name in roots if name in constants]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = uses(constants[name], terms)
            waiting += [each for each in found[name] if each in constants and each not in found]
    return found


def kernel_request(graph: Mapping[Name, set[Name]], constants: Mapping[Name, Constant], terms: Terms) -> dict[str, Any]:
    """The request for all constants of the graph that are safe.

    Args:
        graph: what each constant is made of.
        constants: the constants of the graph, by name.
        terms: the table of their terms.

    Returns:
        `nodes`, `declarations` in order, and `used`, the constants from elsewhere that they mention.

    Raises:
        CircularError: if there is no order.
    """
    safe = {name: constants[name] for name in graph if constants[name].is_safe}
    sorter: graphlib.TopologicalSorter[Name] = graphlib.TopologicalSorter()
    for name in safe:
        head = _head(name, safe)
        sorter.add(head, *({_head(each, safe) for each in graph[name] if each in safe} - {head}))
    try:
        order = [name for name in sorter.static_order() if name in safe]
    except graphlib.CycleError as error:
        raise CircularError(f"`{shown(error.args[1][0])}` is made of itself") from error
    numbers: dict[int, int] = {}
    nodes: list[list[Any]] = []
    roots = [root for each in safe.values() for root in (each.type, each.value) if root is not None]
    for number in sorted(terms.below(roots)):  # what a term is made of is in the table before it
        numbers[number] = len(nodes)
        nodes.append(_renumbered(number, numbers, terms))
    return {
        "nodes": nodes,
        "declarations": [_declaration(safe[name], safe, numbers) for name in order],
        "used": sorted({each for name in safe for each in graph[name] if each not in constants}, key=str),
    }


def _head(name: Name, constants: Mapping[Name, Constant]) -> Name:
    """The constant with which the kernel is given this one: the first of the inductive types it belongs to."""
    constant = constants[name]
    if constant.kind == "constructor" and constant.group[0] in constants:
        constant = constants[constant.group[0]]
    return constant.group[0] if constant.group else name


def _renumbered(number: int, numbers: Mapping[int, int], terms: Terms) -> list[Any]:
    node = terms.nodes[number]
    kind = node[0]
    if kind == "const":
        return [kind, node[1], [numbers[each] for each in node[2]]]
    if kind == "proj":
        return [kind, node[1], node[2], numbers[node[3]]]
    if kind in ("var", "param", "nat", "text"):
        return list(node)
    return [kind, *(numbers[each] for each in node[1:])]


def _declaration(constant: Constant, constants: Mapping[Name, Constant], numbers: Mapping[int, int]) -> dict[str, Any]:
    head = {"name": constant.name, "kind": constant.kind, "levels": constant.level_params}
    if constant.kind != "inductive":
        value = None if constant.value is None else numbers[constant.value]
        return {**head, "type": numbers[constant.type], "value": value, "height": constant.height}
    types = [constants[name] for name in constant.group if name in constants]
    return {
        **head,
        "num_params": constant.num_params,
        "types": [
            {
                "name": each.name,
                "type": numbers[each.type],
                "members": [
                    {"name": name, "type": numbers[constants[name].type]} for name in each.members if name in constants
                ],
            }
            for each in types
        ],
    }
