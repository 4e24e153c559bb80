"""Reads Lean terms, as goals and statements show them, into trees.

This is an operator-precedence parser over the notations of Lean's core. It knows no types and no user's notation: an
unknown symbol between two terms is taken for an operator of middling strength, and what cannot be read at all becomes
one leaf. It never raises.
"""

from __future__ import annotations

import re
from functools import lru_cache

from prover.tactics.terms import ANONYMOUS, APPLICATION, INFIXES, LIST, OPAQUE, PREFIXES, TUPLE, Binder, Term

_LETTER = r"[^\W\d_λ¹²³⁰-⁹ⁱⁿ]|_"
_PART = rf"(?:(?:{_LETTER})(?:[\w'!?✝]|(?<=✝)[⁰¹²³⁴⁵⁶⁷⁸⁹])*|«[^«»\n]*»)"
_OPERATORS = sorted(
    (op for op in {*INFIXES, ":=", "=>", "↦", "//", "..", "...", "⁻¹", "?_", "<|>", ">>=", ".{"} if len(op) > 1),
    key=len,
    reverse=True,
)
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+|--[^\n]*|/-(?s:.*?)-/)
    | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)')
    | (?P<number>\d[\d_]*(?:\.\d+)?)
    | (?P<name>@?[?.]?{_PART}(?:\.(?:{_PART}|\d+))*)
    | (?P<field>\.\d+)
    | (?P<symbol>{"|".join(re.escape(op) for op in _OPERATORS)}|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSING = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⦃": "⦄", "‹": "›"}
_STOP = frozenset(
    {")", "]", "}", "⟩", "⦄", "›", ",", ":", ":=", "=>", "↦", "|", ";", "//", "then", "else", "with", "from"}
)
_BINDING_WORDS = frozenset({"∀", "∃", "∃!", "fun", "λ", "Π"})
_OPAQUE_WORDS = frozenset(
    {"match", "let", "have", "show", "by", "do", "calc", "nomatch", "nofun", "suffices", "Σ", "∑", "∏", "⋃", "⋂", "∫"}
)
_UNIVERSES = frozenset({"Type", "Sort"})
_WRITTEN_OUT = {
    "LE.le": "≤",
    "LT.lt": "<",
    "GE.ge": "≥",
    "GT.gt": ">",
    "Nat.le": "≤",
    "Nat.lt": "<",
    "Eq": "=",
    "Ne": "≠",
    "And": "∧",
    "Or": "∨",
    "Iff": "↔",
    "HAdd.hAdd": "+",
    "HMul.hMul": "*",
    "HSub.hSub": "-",
    "Nat.add": "+",
    "Nat.mul": "*",
}
_COERCED_TO = frozenset({"Int", "Rat", "Real", "Complex", "ℤ", "ℚ", "ℝ", "ℂ"})
_BINDER_RELATIONS = frozenset({"∈", "∉", "<", ">", "≤", "≥", "⊆"})


class _UnreadableError(Exception):
    """The text is not a term we understand; caught where the parser is entered."""


@lru_cache(maxsize=50_000)
def parse_term(text: str) -> Term:
    """The tree of a term; a single leaf holding the text where it cannot be read."""
    parser = _Parser(text)
    try:
        term = parser.term(0)
        if parser.peek() is None:
            return term
    except (_UnreadableError, RecursionError):  # nested too deeply is as good as unreadable
        pass
    return Term(OPAQUE, text=" ".join(text.split()))


def parse_signature(text: str) -> tuple[tuple[Binder, ...], Term | None]:
    """The parameters of a declaration and its type, from what stands between its name and its `:=`."""
    parser = _Parser(text)
    binders: list[Binder] = []
    try:
        while parser.peek() in _CLOSING:
            binders += parser.bracketed_binders()
        if parser.peek() != ":":
            return tuple(binders), None
    except (_UnreadableError, RecursionError):  # nested too deeply is as good as unreadable
        return tuple(binders), None
    rest = text[parser.position() + 1 :]
    return tuple(binders), parse_term(rest.strip())


def parse_binders(text: str) -> tuple[Binder, ...]:
    """The variables of `variable (a b : α) {n} [C α]`, from what stands behind the word; what is unreadable ends it."""
    parser = _Parser(text)
    binders: list[Binder] = []
    try:
        while parser.peek() in _CLOSING:
            binders += parser.bracketed_binders()
    except (_UnreadableError, RecursionError):  # nested too deeply is as good as unreadable
        pass
    return tuple(binders)


class _Parser:
    """One pass over the tokens of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [match for match in _TOKEN.finditer(text) if match.lastgroup != "space"]
        self._next = 0

    def peek(self) -> str | None:
        return self._tokens[self._next].group() if self._next < len(self._tokens) else None

    def position(self) -> int:
        """The offset of the next token."""
        return self._tokens[self._next].start() if self._next < len(self._tokens) else len(self._text)

    def term(self, least: int) -> Term:
        """A term whose operators bind at least as strongly as `least`."""
        result = self._prefixed()
        while (operator := self.peek()) is not None and operator not in _STOP:
            own, _, right = INFIXES.get(operator, (60, 60, 61))
            if own < least or self._kind() != "symbol" or operator in _CLOSING:
                break
            self._next += 1
            if operator == "⁻¹" or self.peek() is None or self.peek() in _STOP:
                result = Term(operator, (result,))
            else:
                result = _operation(operator, result, self.term(right))
        return result

    def bracketed_binders(self) -> list[Binder]:
        """`(a b : T)`, `{a}`, `[C T]`: one binder a name."""
        bracket = self._take()
        start = self._next
        names: list[str] = []
        while self._kind() == "name" or self.peek() == "_":
            names.append(self._take())
        if self.peek() == ":":
            self._next += 1
            binder_type: Term | None = self.term(0)
            if self.peek() == ":=":
                self._skip_to(_CLOSING[bracket])
        elif bracket == "[":
            self._next, names = start, ["_"]
            binder_type = self.term(0)
        else:
            binder_type = None
        self._expect(_CLOSING[bracket])
        return [Binder(name, binder_type, bracket) for name in names]

    def _kind(self) -> str | None:
        return self._tokens[self._next].lastgroup if self._next < len(self._tokens) else None

    def _take(self) -> str:
        token = self.peek()
        if token is None:
            raise _UnreadableError
        self._next += 1
        return token

    def _expect(self, token: str) -> None:
        if self._take() != token:
            raise _UnreadableError

    def _skip_to(self, closing: str) -> None:
        """To the bracket that closes the one we are in."""
        depth = 0
        while (token := self.peek()) is not None and (depth > 0 or token != closing):
            depth += (token in _CLOSING) - (token in _CLOSING.values())
            self._next += 1

    def _prefixed(self) -> Term:
        token = self.peek()
        if token is None or token in _STOP:
            raise _UnreadableError
        if token in _BINDING_WORDS:
            return self._quantified(self._take())
        if token in _OPAQUE_WORDS:
            return self._opaque()
        if token == "if":
            return self._conditional()
        if token in ("(", "{", "⦃") and (dependent := self._dependent_arrow()) is not None:
            return dependent
        if token in PREFIXES:
            self._next += 1
            argument = self.term(PREFIXES[token]) if PREFIXES[token] < 100 else self._atom()
            return Term(token, (argument,))
        return self._application()

    def _quantified(self, word: str) -> Term:
        """`∀ x y, p`, `∃ x ∈ s, p`, `fun (x : α) y => t`."""
        binders: list[Binder] = []
        guards: list[Term] = []
        while (token := self.peek()) is not None and token not in (",", "=>", "↦", ":"):
            if token in _BINDER_RELATIONS:
                self._next += 1
                guards.append(_operation(token, Term(binders[-1].name, text=binders[-1].name), self.term(51)))
            elif token in ("(", "{", "[", "⦃"):
                binders += self.bracketed_binders()
            elif self._kind() == "name" or token == "_":
                binders.append(Binder(self._take(), None))
            else:
                raise _UnreadableError
        if self.peek() == ":":
            self._next += 1
            bound_type = self.term(0)
            binders = [binder if binder.type else Binder(binder.name, bound_type) for binder in binders]
        self._next += 1
        body = self.term(0)
        for guard in reversed(guards):
            body = Term("∧" if word.startswith("∃") else "→", (guard, body))
        word = {"λ": "fun", "Π": "∀"}.get(word, word)
        if not binders:
            raise _UnreadableError
        if body.head == word and body.binders and word in ("∀", "∃", "fun"):
            return Term(word, body.arguments, (*binders, *body.binders))
        return Term(word, (body,), tuple(binders))

    def _dependent_arrow(self) -> Term | None:
        """`(x : α) → p x`, `{x : α} → p x`; None, and nothing read, where something else stands."""
        start = self._next
        try:
            binders = self.bracketed_binders()
            if binders and binders[0].type is not None and self.peek() in ("→", "->"):
                self._next += 1
                return Term("∀", (self.term(25),), tuple(binders))
        except _UnreadableError:
            pass
        self._next = start
        return None

    def _conditional(self) -> Term:
        self._next += 1
        condition = self.term(0)
        if self.peek() == ":":  # `if h : p then ..`
            self._next += 1
            condition = self.term(0)
        self._expect("then")
        then = self.term(0)
        self._expect("else")
        return Term("if", (condition, then, self.term(0)))

    def _opaque(self) -> Term:
        """What we do not look into, up to the bracket around it."""
        start, depth = self.position(), 0
        while (token := self.peek()) is not None:
            depth += (token in _CLOSING) - (token in _CLOSING.values())
            if depth < 0 or (depth == 0 and token == ","):
                break
            self._next += 1
        return Term(OPAQUE, text=" ".join(self._text[start : self.position()].split()))

    def _application(self) -> Term:
        function = self._atom()
        arguments: list[Term] = []
        while (token := self.peek()) is not None and self._starts_argument(token):
            arguments.append(self._quantified(self._take()) if token in ("fun", "λ") else self._atom())
        if not arguments:
            return function
        if function.head in _UNIVERSES:
            return Term(function.head)
        if function.binders or function.head in INFIXES or function.head in (OPAQUE, LIST, TUPLE, "if"):
            return Term(APPLICATION, (function, *arguments))
        return _normal(Term(function.head, (*function.arguments, *arguments), (), function.text))

    def _starts_argument(self, token: str) -> bool:
        if token in _STOP or token in _OPAQUE_WORDS or token in ("if", "∀", "∃"):
            return False
        kind = self._kind()
        if kind in ("name", "number", "string"):
            return True
        return token in ("(", "[", "{", "⟨", "‹", "fun", "λ", "_", "?_", "∅", "⊤", "⊥", "@", "↑", "⇑")

    def _atom(self) -> Term:
        kind, token = self._kind(), self._take()
        if kind == "name":
            result = _named(token)
        elif kind in ("number", "string") or token in ("_", "?_", "∅", "⊤", "⊥"):
            result = Term(token, text=token)
        elif token == "(":
            result = self._parenthesised()
        elif token == "[":
            result = _list(self._separated("]"))
        elif token == "⟨":
            result = Term(ANONYMOUS, tuple(self._separated("⟩")))
        elif token in ("↑", "⇑"):
            return Term(token, (self._atom(),))
        elif token == "@":
            return self._atom()
        elif token in _CLOSING:
            start = self._next - 1
            self._skip_to(_CLOSING[token])
            self._expect(_CLOSING[token])
            result = Term(OPAQUE, text=self._text[self._tokens[start].start() : self._tokens[self._next - 1].end()])
        else:
            raise _UnreadableError
        return self._with_fields(result)

    def _with_fields(self, result: Term) -> Term:
        """`(f x).length`, `p.1`, `xs[i]`, `x⁻¹`, `f.{u}`: what follows without a space."""
        while self._next < len(self._tokens) and self.position() == self._tokens[self._next - 1].end():
            token = self.peek() or ""
            if self._kind() in ("name", "field") and token.startswith("."):
                self._next += 1
                for field in token[1:].split("."):
                    result = _normal(Term(field, (result,), (), f".{field}"))
            elif token == "[":
                self._next += 1
                result = Term("getElem", (result, *self._separated("]")))
            elif token == "⁻¹":
                self._next += 1
                result = Term(token, (result,))
            elif token == ".{":
                self._skip_to("}")
                self._next += 1
            else:
                break
        return result

    def _separated(self, closing: str) -> list[Term]:
        items: list[Term] = []
        while self.peek() != closing:
            items.append(self.term(0))
            if self.peek() == ",":
                self._next += 1
        self._next += 1
        return items

    def _parenthesised(self) -> Term:
        start = self._next - 1
        checkpoint = self._next
        try:
            items: list[Term] = []
            while self.peek() != ")":
                items.append(self.term(0))
                if self.peek() == ":":  # A type ascription says what is known anyway, or coerces.
                    self._next += 1
                    if self.term(0).head in _COERCED_TO and not items[-1].head.isdigit():
                        items[-1] = Term("↑", (items[-1],))
                if self.peek() == ",":
                    self._next += 1
                elif self.peek() != ")":
                    raise _UnreadableError
            self._next += 1
        except _UnreadableError:  # `(· + 1)`, `(x, y) ↦ ..`, a user's notation
            self._next = checkpoint
            self._skip_to(")")
            self._expect(")")
            return Term(OPAQUE, text=self._text[self._tokens[start].start() : self._tokens[self._next - 1].end()])
        return items[0] if len(items) == 1 else Term(TUPLE, tuple(items))


# As Mathlib writes them.
_NUMBER_TYPES = {"ℕ": "Nat", "ℤ": "Int", "ℚ": "Rat"}


def _named(token: str) -> Term:
    """A name; one that begins like a variable's has fields behind its dots (`xs.length`), others have namespaces."""
    token = token.removeprefix("@")
    token = _NUMBER_TYPES.get(token, token)
    parts = token.split(".")
    is_field = len(parts) > 1 and parts[0] and not parts[0][0].isupper() and parts[0][0] != "«"
    if is_field and parts[0] != "_root_":
        result = Term(parts[0], text=parts[0])
        for field in parts[1:]:
            result = _normal(Term(field, (result,), (), f".{field}"))
        return result
    return _normal(Term(parts[-1], (), (), token))


def _normal(term: Term) -> Term:
    """One spelling for what has several."""
    if term.head == "succ" and len(term.arguments) == 1:
        return Term("+", (term.left, Term("1", text="1")))
    if term.text in _WRITTEN_OUT and len(term.arguments) == 2:
        return _operation(_WRITTEN_OUT[term.text], term.left, term.right)
    if term.text == "Nat.zero":
        return Term("0", text="0")
    if term.text == "List.nil":
        return Term(LIST)
    if term.head == "cons" and len(term.arguments) == 2 and term.text == "List.cons":
        return Term("::", term.arguments)
    return term


def _operation(operator: str, left: Term, right: Term) -> Term:
    operator = {"->": "→", "<->": "↔", "<=": "≤", ">=": "≥"}.get(operator, operator)
    if operator in ("≥", ">"):
        return Term("≤" if operator == "≥" else "<", (right, left))
    if operator in ("<|", "$"):
        return _normal(Term(left.head, (*left.arguments, right), (), left.text))
    return Term(operator, (left, right))


def _list(items: list[Term]) -> Term:
    """`[a, b]` as `a :: b :: []`, so that both look the same."""
    result = Term(LIST)
    for item in reversed(items):
        result = Term("::", (item, result))
    return result
