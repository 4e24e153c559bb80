"""Lean terms as trees, as far as their text alone shows them: what rules of proposing look at instead of characters.

A tree forgets what a reader of a goal forgets as well: brackets, implicit arguments, `n.succ` against `n + 1`, `a ≥ b`
against `b ≤ a`. What is not understood stays a leaf that holds its text, so that every goal has a tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

APPLICATION = "@"
OPAQUE = "text"
LIST, TUPLE, ANONYMOUS = "[]", "()", "⟨⟩"
QUANTIFIERS = frozenset({"∀", "∃", "∃!", "fun", "Σ", "∑", "∏"})
PREFIXES = {"¬": 40, "!": 90, "-": 75, "↑": 100, "⇑": 100, "↥": 100}
# Operator: how strongly it binds, and what its left and right arguments have to bind like.
INFIXES: dict[str, tuple[int, int, int]] = {
    **dict.fromkeys(("→", "->"), (25, 26, 25)),
    **dict.fromkeys(("↔", "<->"), (20, 21, 21)),
    **dict.fromkeys(("∨", "||", "⊕"), (30, 31, 30)),
    **dict.fromkeys(("∧", "&&", "×"), (35, 36, 35)),
    **dict.fromkeys(
        ("=", "≠", "<", ">", "≤", "≥", "<=", ">=", "==", "!=", "∈", "∉", "⊆", "⊂", "∣", "≈", "~", "≃", "≡", "≅"),
        (50, 51, 51),
    ),
    **dict.fromkeys(("+", "-", "++", "∪", "|||", "⊔"), (65, 65, 66)),
    **dict.fromkeys(("*", "/", "%", "∩", "⊓", "\\", "&&&"), (70, 70, 71)),
    **dict.fromkeys(("::", ":::"), (67, 68, 67)),
    **dict.fromkeys(("•", "^"), (75, 76, 75)),
    "▸": (75, 75, 76),
    **dict.fromkeys(("∘",), (90, 91, 90)),
    **dict.fromkeys(("<|", "$"), (10, 11, 10)),
}
_MAX_BINDING, _UNKNOWN_BINDING = 1000, (60, 60, 61)


@dataclass(frozen=True, slots=True)
class Binder:
    """A variable with its type, where the text gives one; `bracket` is `(`, `{`, `⦃` or `[`."""

    name: str
    type: Term | None
    bracket: str = "("

    @property
    def is_explicit(self) -> bool:
        return self.bracket == "("


@dataclass(frozen=True, slots=True)
class Term:
    """A term: a head and its arguments.

    Attributes:
        head: a name without its namespaces (`length` for `List.length`), a number, an operator, a quantifier, `if`,
            one of the constants above; `@` where what is applied is no name, and then it is the first argument.
        arguments: the explicit ones; for a quantifier its body alone.
        binders: of a quantifier, else empty.
        text: how the head is written: `List.length`, or `.length` behind its first argument; for `text` the whole term.
    """

    head: str
    arguments: tuple[Term, ...] = ()
    binders: tuple[Binder, ...] = ()
    text: str = ""

    def __eq__(self, other: object) -> bool:
        # How a head is written (with or without its namespace) makes no difference, unless it is all there is.
        if not isinstance(other, Term) or self.head != other.head or self.arguments != other.arguments:
            return False
        return self.binders == other.binders and (self.head != OPAQUE or self.text == other.text)

    def __hash__(self) -> int:
        return hash((self.head, self.arguments))

    @property
    def left(self) -> Term:
        return self.arguments[0]

    @property
    def right(self) -> Term:
        return self.arguments[1]

    def subterms(self) -> Iterator[Term]:
        """The term itself and every term inside it that mentions no variable bound inside it, the outermost first."""
        yield from _subterms(self, frozenset())

    def __str__(self) -> str:
        return render(self)


def is_operation(term: Term, *operators: str) -> bool:
    """Whether the term is a binary operation, one of those named."""
    return term.head in operators and len(term.arguments) == 2


@lru_cache(maxsize=20_000)
def names_in(term: Term) -> frozenset[str]:
    """Every head in the term, that is, all its names, numbers and symbols; of opaque text, its words."""
    if term.head == OPAQUE:
        return frozenset(term.text.replace("(", " ").replace(")", " ").split())
    inner = [names_in(argument) for argument in term.arguments]
    inner += [names_in(binder.type) for binder in term.binders if binder.type is not None]
    return frozenset({term.head}).union(*inner)


@lru_cache(maxsize=20_000)
def unbound_names(term: Term) -> frozenset[str]:
    """The same without the variables that the term binds itself."""
    if not term.binders:
        return frozenset({term.head}).union(*map(unbound_names, term.arguments)) if term.arguments else names_in(term)
    inner = [unbound_names(argument) for argument in term.arguments]
    types = [unbound_names(binder.type) for binder in term.binders if binder.type is not None]
    bound = {binder.name for binder in term.binders}
    return frozenset({term.head}).union(*inner).difference(bound).union(*types)


@lru_cache(maxsize=20_000)
def size(term: Term) -> int:
    """The number of heads in the term."""
    return 1 + sum(size(argument) for argument in term.arguments)


def substitute(term: Term, values: Mapping[str, Term]) -> Term:
    """The term with its free variables replaced; a variable applied to arguments keeps them.

    Variables that the term binds itself get other names where the values mention theirs.
    """
    if not values or not (values.keys() & names_in(term)) or term.head == OPAQUE:
        return term
    if term.binders:
        hidden = {binder.name for binder in term.binders}
        values = {name: value for name, value in values.items() if name not in hidden}
        mentioned = frozenset[str]().union(*map(names_in, values.values()))
        if captured := hidden & mentioned:
            return substitute(_rebound(term, captured, taken=names_in(term) | mentioned), values)
    arguments = tuple(substitute(argument, values) for argument in term.arguments)
    binders = tuple(
        Binder(binder.name, None if binder.type is None else substitute(binder.type, values), binder.bracket)
        for binder in term.binders
    )
    if term.head not in values:
        return Term(term.head, arguments, binders, term.text)
    return applied(values[term.head], arguments)


def _rebound(term: Term, names: Collection[str], *, taken: frozenset[str]) -> Term:
    """The term with new names for some of the variables that it binds."""
    fresh: dict[str, str] = {}
    for name in sorted(names):
        number = 1
        while f"{name}{number}" in taken or f"{name}{number}" in fresh.values():
            number += 1
        fresh[name] = f"{name}{number}"
    binders = tuple(Binder(fresh.get(binder.name, binder.name), binder.type, binder.bracket) for binder in term.binders)
    renamed = {name: Term(new, text=new) for name, new in fresh.items()}
    return Term(term.head, tuple(substitute(argument, renamed) for argument in term.arguments), binders, term.text)


def with_notation(term: Term, symbols: Mapping[str, str]) -> Term:
    """The term as goals show it: `op a b` as `a ⋄ b`."""
    if not symbols:
        return term
    arguments = tuple(with_notation(argument, symbols) for argument in term.arguments)
    binders = tuple(
        Binder(binder.name, None if binder.type is None else with_notation(binder.type, symbols), binder.bracket)
        for binder in term.binders
    )
    symbol = symbols.get(term.head) if 1 <= len(arguments) <= 2 else None
    return Term(symbol or term.head, arguments, binders, "" if symbol else term.text)


def with_fields(term: Term, names: Collection[str]) -> Term:
    """The term with `F.inter G` read as `inter F G` where `F` is one of the names; the parser took it for a namespace.

    Names bound inside the term count as well.
    """
    known = {*names, *(binder.name for binder in term.binders)}
    arguments = tuple(with_fields(argument, known) for argument in term.arguments)
    binders = tuple(
        binder if binder.type is None else Binder(binder.name, with_fields(binder.type, known), binder.bracket)
        for binder in term.binders
    )
    first, *fields = term.text.split(".") if term.head != OPAQUE else [""]
    if not fields or not first or first not in known:
        return Term(term.head, arguments, binders, term.text)
    result = Term(first, text=first)
    for field in fields:
        result = Term(field, (result,), (), f".{field}")
    return Term(result.head, (*result.arguments, *arguments), binders, result.text)


def applied(function: Term, arguments: tuple[Term, ...]) -> Term:
    """The function applied to the arguments; `fun x => t` is computed."""
    if not arguments:
        return function
    if function.head == "fun" and function.binders:
        first, *others = function.binders
        body = function.arguments[0] if not others else Term("fun", function.arguments, tuple(others))
        return applied(substitute(body, {first.name: arguments[0]}), arguments[1:])
    if function.head in INFIXES or function.head in QUANTIFIERS or function.head in (OPAQUE, "if"):
        return Term(APPLICATION, (function, *arguments))
    return Term(function.head, (*function.arguments, *arguments), (), function.text)


def free_names(term: Term, candidates: Collection[str]) -> frozenset[str]:
    """Which of the candidates occur in the term."""
    return names_in(term).intersection(candidates)


@lru_cache(maxsize=20_000)
def render(term: Term) -> str:
    """The term as Lean text, with brackets where in doubt."""
    return _rendered(term)[0]


def render_argument(term: Term) -> str:
    """The term as an argument of a function."""
    text, binding = _rendered(term)
    return text if binding >= _MAX_BINDING else f"({text})"


def _rendered(term: Term) -> tuple[str, int]:
    """The text of a term and how strongly it binds."""
    if term.head == OPAQUE:
        return term.text, 0 if " " in term.text else _MAX_BINDING
    if term.head == LIST:
        return f"[{', '.join(render(argument) for argument in term.arguments)}]", _MAX_BINDING
    if term.head == TUPLE:
        return f"({', '.join(render(argument) for argument in term.arguments)})", _MAX_BINDING
    if term.head == ANONYMOUS:
        return f"⟨{', '.join(render(argument) for argument in term.arguments)}⟩", _MAX_BINDING
    if term.binders:
        arrow = " =>" if term.head == "fun" else ","
        bound = " ".join(_rendered_binder(binder) for binder in term.binders)
        return f"{term.head} {bound}{arrow} {render(term.arguments[0])}", 0
    if term.head == "if" and len(term.arguments) == 3:
        condition, then, otherwise = (render(argument) for argument in term.arguments)
        return f"if {condition} then {then} else {otherwise}", 0
    if len(term.arguments) == 2 and (term.head in INFIXES or not _is_word(term.head)) and term.head != APPLICATION:
        own, left, right = INFIXES.get(term.head, _UNKNOWN_BINDING)
        return f"{_bracketed(term.left, left)} {term.head} {_bracketed(term.right, right)}", own
    if len(term.arguments) == 1 and term.head in (*PREFIXES, "⁻¹"):
        own = PREFIXES.get(term.head, _MAX_BINDING)
        operand = _bracketed(term.left, own)
        return f"{operand}{term.head}" if term.head == "⁻¹" else f"{term.head}{operand}", own
    if term.head == APPLICATION:
        return " ".join(render_argument(argument) for argument in term.arguments), 500
    name = term.text or term.head
    if name.startswith(".") and term.arguments:
        name, arguments = render_argument(term.left) + name, term.arguments[1:]
        text = " ".join([name, *(render_argument(argument) for argument in arguments)])
        return text, 500 if arguments else _MAX_BINDING
    if not term.arguments:
        return name, _MAX_BINDING if _is_word(name) else 0
    return " ".join([name, *(render_argument(argument) for argument in term.arguments)]), 500


def _bracketed(term: Term, least: int) -> str:
    text, binding = _rendered(term)
    return text if binding >= least else f"({text})"


def _rendered_binder(binder: Binder) -> str:
    if binder.type is None:
        return binder.name
    closing = {"(": ")", "{": "}", "⦃": "⦄", "[": "]"}[binder.bracket]
    return f"{binder.bracket}{binder.name} : {render(binder.type)}{closing}"


def _is_word(name: str) -> bool:
    return name[:1].isalnum() or name[:1] in "_«?@\"'⊤⊥∅"


def _subterms(term: Term, bound: frozenset[str]) -> Iterator[Term]:
    if term.binders:
        bound = bound | {binder.name for binder in term.binders}
    elif not bound or not (bound & names_in(term)):
        yield term
    if term.binders and not (bound & names_in(term)):
        yield term
    for argument in term.arguments:
        yield from _subterms(argument, bound)
