"""Structures and classes as their text shows them: parameters, parents, and fields with their types.

The fields of a class are the laws of an algebra, those of a structure of propositions what its hypotheses offer: both
are premises like any theorem, but nothing declares them by that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from prover.tactics.term_parser import parse_signature, parse_term
from prover.tactics.terms import Binder, Term

_FIELD = re.compile(r"\s*(?P<names>[\w'!? ]+?)\s*(?P<signature>[({\[⦃:].+)", re.DOTALL)
_EXTENDS = re.compile(r"\bextends\b(?P<parents>.*)", re.DOTALL)
_NOTATION = re.compile(
    r"^[ \t]*(?:scoped |local )?(?:infix[lr]?|postfix|prefix)\s*(?::\s*\w+)?\s*(?:\([^)]*\)\s*)?"
    r"\"\s*(?P<symbol>[^\"]+?)\s*\"\s*=>\s*(?P<name>[\w.']+)\s*$"
    r"|^[ \t]*(?:scoped |local )?notation\s*(?::\s*\w+)?\s+(?P<left>\w+)(?::\w+)?\s*\"\s*(?P<between>[^\"]+?)\s*\""
    r"\s*(?P<right>\w+)(?::\w+)?\s*=>\s*(?P<function>[\w.']+)\s+(?P=left)\s+(?P=right)\s*$",
    re.MULTILINE,
)


def signature(text: str) -> tuple[tuple[Binder, ...], Term | None, tuple[Term, ...]]:
    """The parameters of a structure, what stands behind its colon, and its parents, from what follows its name."""
    extended = _EXTENDS.search(text)
    before = text[: extended.start()] if extended else text
    binders, result = parse_signature(before)
    parents: tuple[Term, ...] = ()
    if extended is not None:
        listed, _, behind = extended["parents"].partition(" : ")
        parents = tuple(parse_term(parent.strip()) for parent in _split_at_commas(listed))
        result = parse_term(behind.strip()) if behind else result
    return binders, result, parents


def fields(body: str) -> Iterator[Binder]:
    """The fields of a structure, from its body: `where` or `:=`, then one or more `name : type`, each on its line."""
    entries: list[str] = []
    indent: int | None = None
    for line in body.split("\n")[1:]:
        if not line.strip() or line.strip().startswith("deriving") or "::" in line.split(" "):
            continue
        margin = len(line) - len(line.lstrip())
        indent = margin if indent is None else indent
        if margin > indent and entries:
            entries[-1] += " " + line.strip()
        else:
            entries.append(line.strip())
    for entry in entries:
        is_bracketed = entry.startswith("(") and entry.endswith(")")
        match = _FIELD.fullmatch((entry[1:-1] if is_bracketed else entry).partition(" := ")[0])
        if match is None:
            continue
        binders, field_type = parse_signature(match["signature"])
        if field_type is not None:
            whole = Term("∀", (field_type,), binders) if binders else field_type
            for name in match["names"].split():
                yield Binder(name, whole)


def typed(law: Term, operations: Mapping[str, Term], *, default: Term | None) -> Term:
    """A law with the types of its variables written out: where an operation takes them, they have its argument's type.

    Args:
        law: a field's type, maybe `∀ a b, op a b = op b a`.
        operations: the types of the fields before it.
        default: the type of what no operation takes.
    """
    if law.head != "∀" or all(binder.type is not None for binder in law.binders):
        return law
    binders = tuple(
        replace(binder, type=binder.type or _argument_type(binder.name, law.left, operations) or default)
        for binder in law.binders
    )
    return replace(law, binders=binders)


def _argument_type(name: str, term: Term, operations: Mapping[str, Term]) -> Term | None:
    expected = operations.get(term.head)
    for argument in term.arguments:
        is_arrow = expected is not None and expected.head == "→"
        if expected is not None and is_arrow and argument.head == name and not argument.arguments:
            return expected.left
        found = _argument_type(name, argument, operations)
        if found is not None:
            return found
        expected = expected.right if expected is not None and is_arrow else None
    return None


def notations(source: str) -> dict[str, str]:
    """The symbol of every function that a file declares an operator for, by the function's last name."""
    found: dict[str, str] = {}
    for match in _NOTATION.finditer(source):
        name = match["name"] or match["function"]
        found[name.rsplit(".", 1)[-1]] = match["symbol"] or match["between"]
    return found


def as_binders(parents: Sequence[Term]) -> tuple[Binder, ...]:
    """The fields that parents are: `toMonoid : Monoid α`."""
    return tuple(Binder(f"to{parent.head}", parent) for parent in parents)


def _split_at_commas(text: str) -> list[str]:
    """The parts between the commas outside all brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character in "([{⟨") - (character in ")]}⟩")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
