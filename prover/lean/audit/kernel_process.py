"""The program in which the kernel checks declarations anew: trusted, and started afresh for every file.

It loads Lean's shared library, imports the compiled modules that the declarations build on, and gives the declarations
to the kernel one by one, at trust level 0. No frontend runs here, no macro, no elaborator, no initializer, and no file
of the candidate's is opened: declarations arrive on standard input as plain data and are made into terms by Lean's own
constructors. The answer on standard output is one line of JSON.

The functions called and the objects made for them are those of one version of Lean, `SUPPORTED`.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Sequence
from typing import Any

from prover.lean.audit.memory import (
    ANONYMOUS,
    NIL,
    NONE,
    Address,
    Memory,
    elements_of,
    fields_of,
    is_text,
    items_of,
    retain,
    text_of,
)  # fmt: skip

SUPPORTED = "4.35.0"
_EMPTY_TREE = 3
_PRIVATE_LEVEL = 2
_EXPORTED = 1 << 8  # an import's flags: importAll, isExported, isMeta
_SAFE = 1
_REFUSALS = {
    0: "it mentions a constant that is not there", 1: "its name is taken", 2: "its value has another type",
    3: "it has a hole in it", 4: "it has a free variable", 5: "it applies what is no function",
    6: "it uses a term as a type", 7: "a local value has another type", 8: "a term has another type",
    9: "a function is applied to a term of another type", 10: "a projection of what is no structure",
    11: "what it states is no proposition", 13: "it takes too long", 14: "it takes too much memory",
    15: "it is nested too deeply",
}  # fmt: skip
_OTHER_REFUSAL = 12


class Kernel:
    """An environment to which declarations are added.

    Args:
        memory: the library.
        imports: the modules it starts with.
    """

    def __init__(self, memory: Memory, imports: Sequence[Sequence[str | int]]) -> None:
        self.memory = memory
        self._names: dict[tuple[str | int, ...], Address] = {(): ANONYMOUS}
        self._read_names: dict[Address, tuple[str | int, ...]] = {}
        wanted = memory.array([memory.object(0, [self.name(tuple(each))], scalars=_EXPORTED) for each in imports])
        self._result(memory.counted("lean_init_search_path"))
        options = ctypes.c_size_t.in_dll(memory.lean, "l_Lean_Options_empty").value
        environment = self._result(
            memory.counted(
                "l_Lean_importModules", wanted, options, 0, memory.array([]), 0, 0, _PRIVATE_LEVEL, _EMPTY_TREE
            )
        )
        self._environment = memory.counted("lean_elab_environment_to_kernel_env", environment)
        self._terms: list[Address] = []

    def _result(self, result: Address) -> Address:
        tag, (value, *_) = fields_of(result)
        if tag != 0:
            _, fields = fields_of(value)
            told = next((text_of(each) for each in fields if is_text(each)), "an error")
            raise SystemExit(f"cannot import: {told}")
        return value

    def name(self, components: tuple[str | int, ...]) -> Address:
        known = self._names.get(components)
        if known is None:
            before, last = self.name(components[:-1]), components[-1]
            if isinstance(last, str):
                known = self.memory.call("lean_name_mk_string", before, self.memory.text(last))
            else:
                known = self.memory.call("lean_name_mk_numeral", before, self.memory.number(last))
            self._names[components] = known
        return known

    def read_name(self, address: Address) -> tuple[str | int, ...]:
        if address & 1:
            return ()
        known = self._read_names.get(address)
        if known is None:
            tag, (before, last) = fields_of(address)
            component = text_of(last) if tag == 1 else last >> 1
            known = self._read_names[address] = (*self.read_name(before), component)
        return known

    def build(self, nodes: Sequence[Sequence[Any]]) -> None:
        """Make all levels and terms; a node refers to those before it by their places."""
        for kind, *fields in nodes:
            if kind in ("app", "lam", "pi", "let", "succ", "max", "imax", "sort"):
                made = self._compound(kind, [self._terms[each] for each in fields])
            else:
                made = self._leaf(kind, fields)
            self._terms.append(made)

    def _compound(self, kind: str, parts: list[Address]) -> Address:
        call = self.memory.call
        if kind == "app":
            return call("lean_expr_mk_app", *parts)
        if kind == "lam":
            return call("lean_expr_mk_lambda", ANONYMOUS, *parts, 0)
        if kind == "pi":
            return call("lean_expr_mk_forall", ANONYMOUS, *parts, 0)
        if kind == "let":
            return call("lean_expr_mk_let", ANONYMOUS, *parts, 0)
        return call("lean_expr_mk_sort" if kind == "sort" else f"lean_level_mk_{kind}", *parts)

    def _leaf(self, kind: str, fields: list[Any]) -> Address:
        """A node that begins with a name or a value."""
        memory = self.memory
        if kind == "const":
            levels = memory.list(self._terms[each] for each in fields[1])
            return memory.call("lean_expr_mk_const", self.name(tuple(fields[0])), levels)
        if kind == "proj":
            name, index = self.name(tuple(fields[0])), memory.number(fields[1])
            return memory.call("lean_expr_mk_proj", name, index, self._terms[fields[2]])
        if kind == "var":
            return memory.call("lean_expr_mk_bvar", memory.number(fields[0]))
        if kind == "nat":
            return memory.call("lean_expr_mk_lit", memory.object(0, [memory.number(fields[0])]))
        if kind == "text":
            return memory.call("lean_expr_mk_lit", memory.object(1, [memory.text(fields[0])]))
        if kind == "param":
            return memory.call("lean_level_mk_param", self.name(tuple(fields[0])))
        assert kind == "zero", kind
        return memory.call("lean_level_mk_zero", NIL)

    def add(self, declaration: dict[str, Any]) -> str:
        """Have the kernel check a declaration; why it refuses, empty if it does not."""
        result = self.memory.counted("lean_add_decl", self._environment, 0, 0, self._declaration(declaration), NONE)
        tag, (value,) = fields_of(result)
        if tag == 1:
            self._environment = value
            return ""
        kind, fields = fields_of(value)
        if kind == _OTHER_REFUSAL:
            return text_of(fields[0])
        return _REFUSALS.get(kind, f"error {kind}")

    def _declaration(self, declaration: dict[str, Any]) -> Address:
        memory, kind = self.memory, declaration["kind"]
        levels = memory.list(self.name(tuple(each)) for each in declaration["levels"])
        if kind == "inductive":
            types = memory.list(
                memory.object(0, [self._name_of(each), self._type_of(each), self._constructors(each)])
                for each in declaration["types"]
            )
            return memory.object(6, [levels, memory.number(declaration["num_params"]), types], scalars=0)
        name = self._name_of(declaration)
        head = memory.object(0, [name, levels, self._type_of(declaration)])
        if kind == "axiom":
            return memory.object(0, [memory.object(0, [head], scalars=0)])
        value, group = self._terms[declaration["value"]], memory.list([name])
        if kind == "theorem":
            return memory.object(2, [memory.object(0, [head, value, group])])
        if kind == "opaque":
            return memory.object(3, [memory.object(0, [head, value, group], scalars=0)])
        assert kind == "definition", kind
        height = declaration["height"]
        hints = memory.object(2, [], scalars=height) if height >= 0 else (-height - 1) * 2 + 1
        return memory.object(1, [memory.object(0, [head, value, hints, group], scalars=_SAFE)])

    def _constructors(self, declaration: dict[str, Any]) -> Address:
        made = (self.memory.object(0, [self._name_of(each), self._type_of(each)]) for each in declaration["members"])
        return self.memory.list(made)

    def _name_of(self, declaration: dict[str, Any]) -> Address:
        return self.name(tuple(declaration["name"]))

    def _type_of(self, declaration: dict[str, Any]) -> Address:
        place: int = declaration["type"]
        return self._terms[place]

    def uses(self, name: tuple[str | int, ...]) -> tuple[bool, set[tuple[str | int, ...]]]:
        """Whether a constant is an axiom, and what it is made of, an inductive type's constructors included."""
        memory = self.memory
        retain(self._environment)
        found, (info,) = fields_of(memory.counted("lean_environment_find", self._environment, self.name(name)))
        assert found == 1, name
        kind, (inner,) = fields_of(info)
        _, fields = fields_of(inner)
        _, (_, _, statement) = fields_of(fields[0])
        terms = [statement, fields[1]] if kind in (1, 2, 3) else [statement]
        used: set[tuple[str | int, ...]] = set()
        for term in terms:
            retain(term)
            used |= {self.read_name(each) for each in elements_of(memory.counted("l_Lean_Expr_getUsedConstants", term))}
        if kind == 5:
            used |= {self.read_name(each) for each in items_of(fields[4])}
        if kind == 6:
            used.add(self.read_name(fields[1]))
        return kind == 0, used

    def axioms(self, roots: Sequence[Sequence[str | int]]) -> list[list[Any]]:
        """The axioms that each of these constants rests on, as pairs of an axiom and the roots that rest on it."""
        users: dict[tuple[str | int, ...], list[tuple[str | int, ...]]] = {}
        axioms: list[tuple[str | int, ...]] = []
        waiting = [tuple(each) for each in roots]
        seen = set(waiting)
        while waiting:
            name = waiting.pop()
            is_axiom, used = self.uses(name)
            if is_axiom:
                axioms.append(name)
            for each in used:
                users.setdefault(each, []).append(name)
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        wanted = {tuple(each) for each in roots}
        return [[axiom, sorted(wanted & _reached(axiom, users), key=str)] for axiom in sorted(axioms, key=str)]


def _reached(start: tuple[str | int, ...], edges: dict[Any, list[Any]]) -> set[tuple[str | int, ...]]:
    seen, waiting = {start}, [start]
    while waiting:
        for each in edges.get(waiting.pop(), ()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen


def main() -> None:
    """Answer the request on standard input."""
    sys.set_int_max_str_digits(0)
    request = json.load(sys.stdin)
    kernel = Kernel(Memory(request["library"]), request["imports"])
    kernel.build(request["nodes"])
    refused = None
    for declaration in request["declarations"]:
        reason = kernel.add(declaration)
        if reason:
            refused = [declaration["name"], reason]
            break
    answer = {"refused": refused, "axioms": [] if refused else kernel.axioms(request["used"])}
    sys.stdout.write(json.dumps(answer) + "\n")
