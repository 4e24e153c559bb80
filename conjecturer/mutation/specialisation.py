"""A theorem with something put for one of its variables: a number, an expression, another variable of its type.

The shape of what is put in (`n + 1`, `2 * n`, `x :: l`, `l.reverse`) makes the statement look at the definition from
another side, which is why such mutants are worth having although the theorem implies them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from conjecturer.conjecture import Ancestry
from conjecturer.mutation.draft import Parent, TermDraft
from conjecturer.statement import Statement, words_of
from data.source import is_identifier, iterate_tokens

# What is put for a variable called `{x}`, and the variables that are then bound in its place.
_SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "Nat": (
        ("0", ""),
        ("1", ""),
        ("{x} + 1", "({x} : Nat)"),
        ("2 * {x}", "({x} : Nat)"),
        ("{x} * {x}", "({x} : Nat)"),
        ("{x} + {y}", "({x} {y} : Nat)"),
        ("{x} * {y}", "({x} {y} : Nat)"),
    ),
    "Int": (
        ("0", ""),
        ("1", ""),
        ("-{x}", "({x} : Int)"),
        ("{x} + 1", "({x} : Int)"),
        ("{x} * {x}", "({x} : Int)"),
        ("{x} - {y}", "({x} {y} : Int)"),
    ),
    "Bool": (("true", ""), ("false", ""), ("!{x}", "({x} : Bool)")),
    "Prop": (
        ("¬{x}", "({x} : Prop)"),
        ("{x} ∧ {y}", "({x} {y} : Prop)"),
        ("{x} ∨ {y}", "({x} {y} : Prop)"),
        ("{x} → {y}", "({x} {y} : Prop)"),
    ),
    "List": (
        ("[]", ""),
        ("[{y}]", "({y} : {type})"),
        ("{y} :: {x}", "({x} : List {type}) ({y} : {type})"),
        ("{x} ++ {y}", "({x} {y} : List {type})"),
        ("{x}.reverse", "({x} : List {type})"),
        ("{x}.map {y}", "({x} : List {type}) ({y} : {type} → {type})"),
    ),
}

# What new variables are called.
_NEW_NAMES = {"Nat": "kmnij", "Int": "kmnij", "Bool": "pqr", "Prop": "rstpq", "List": "fghxyz"}
_NO_OPERATIONS = frozenset(
    {"=", "≠", "≤", "<", "≥", ">", "↔", "→", "∧", "∨", ",", ":", "(", ")", "[", "]", "∈", "¬", "↑"}
)
_NUM_OPERATIONS = 6


def specialisations(parent: Parent, lemmas: Sequence[Parent]) -> Iterator[TermDraft]:
    """Every shape for every variable, and every pair of variables of one type made one.

    Args:
        parent: the theorem.
        lemmas: where the operations are looked for that the repository has on types of its own.
    """
    statement = parent.statement
    own_shapes = _operations([parent, *lemmas])
    for place, binder in enumerate(statement.binders):
        if not binder.name or binder.bracket == "[":
            continue
        for shape, bound in _shapes(binder.type) or own_shapes:
            parts = {"x": statement.names[place], "type": binder.type.removeprefix("List ")}
            parts["y"] = _fresh(statement, _NEW_NAMES.get(binder.type.split(" ")[0], "xyz"))
            value, variables = shape.format(**parts), bound.format(**parts)
            yield _draft(parent, place, value, variables, "shape" if bound else "specialise")
        for earlier in range(place):
            other = statement.binders[earlier]
            if other.name and other.type == binder.type and binder.type != "Prop":
                yield _draft(parent, place, statement.names[earlier], "", "identify")


def _shapes(kind: str) -> tuple[tuple[str, str], ...]:
    head, _, inner = kind.partition(" ")
    return _SHAPES.get(head, ()) if head == "List" or not inner else ()


def _operations(parents: Sequence[Parent]) -> list[tuple[str, str]]:
    """Shapes made of the operations that the statements apply to their variables, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for parent in parents:
        names = {binder.name for binder in parent.statement.binders if binder.name}
        words = [token.text for token in iterate_tokens(parent.statement.conclusion)]
        for left, middle, right in zip(words, words[1:], words[2:], strict=False):
            if left in names and right in names and not middle.isalnum() and middle not in _NO_OPERATIONS:
                counts[f"{{x}} {middle} {{y}}", "({x} {y} : {type})"] += 1
            elif left not in names and is_identifier(left) and middle in names and right in (")", "=", "≤"):
                counts[f"{left} {{x}}", "({x} : {type})"] += 1
    return [shape for shape, _ in counts.most_common(_NUM_OPERATIONS)]


def _fresh(statement: Statement, letters: str) -> str:
    """A name that the statement does not use."""
    candidates = (f"{letter}{prime}" for prime in ("", "'", "''") for letter in letters)
    used = words_of(statement.text)
    return next(name for name in candidates if name not in used)


def _draft(parent: Parent, place: int, value: str, variables: str, method: str) -> TermDraft:
    """The theorem with `value` at `place`; `variables` are bound where its variable was."""
    statement = parent.statement
    bound = [_bound(statement, number, changed=place) for number in range(len(statement.binders))]
    bound[place] = variables
    arguments = list(statement.names)
    arguments[place] = f"({value})"
    function = " ".join(filter(None, bound))
    term = f"{f'fun {function} => ' if function else ''}{' '.join([parent.term, *arguments])}"
    what = f"{statement.names[place]} := {value}"
    return TermDraft(term, Ancestry(method, parent.theorem.name, "", what))


def _bound(statement: Statement, number: int, *, changed: int) -> str:
    """A binder as it is bound anew; the type of one that depends on what was changed is left to Lean."""
    binder, name = statement.binders[number], statement.names[number]
    if binder.bracket == "[":
        return f"[{name} : {binder.type}]"
    depends = number > changed
    return f"({name} : {'_' if depends and not _is_plain(binder.type) else binder.type})"


def _is_plain(text: str) -> bool:
    """Whether a type is one of those that depend on nothing."""
    return text in _SHAPES
