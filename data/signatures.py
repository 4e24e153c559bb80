"""Where the statement of one declaration ends and its proof, value or constructors begin.

The end is the first `:=`, `where`, or `|` of an equation that stands outside brackets and belongs to the declaration
itself. A `let` inside the statement owns a `:=`, a `match` owns every `|` behind it, and `|x|` is an absolute value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.source import BRACKETS, CLOSING_BRACKETS, Token, words

_LETS = words("let have letI haveI let_fun let_delayed")
# Words behind which a term begins, so that a `|` there opens an absolute value.
_EXPECT_TERM = words("fun λ by then else if in at from show let have with do return")
_END_OF_TERM = words("⊤ ⊥ ∅ ∞ ! ' † ᶜ ⁻ ¹ ² ³ ᵀ ˣ") | CLOSING_BRACKETS


@dataclass(frozen=True, slots=True)
class Constructor:
    """One constructor of an inductive type.

    Attributes:
        name: as written, without the type's name.
        text: what stands behind the name: fields in brackets, and the type behind a colon; may be empty.
    """

    name: str
    text: str


class SignatureScanner:
    """Walks over the tokens `first:last` of one declaration, from behind its name to its end."""

    def __init__(self, code: Sequence[Token], first: int, last: int) -> None:
        self._code = code
        self._outside = outside_brackets(code, first, last)
        self._pending_lets = 0
        self._owns_bars = False
        self._open_bars = 0

    def end_of_statement(self) -> int | None:
        """The index of the `:=`, `|` or `where` that ends the statement; None where there is nothing behind it."""
        for index in self._outside:
            text = self._code[index].text
            if text in _LETS:
                self._pending_lets += 1
            elif text == ":=":
                if self._pending_lets == 0:
                    return index
                self._pending_lets -= 1
            elif text in ("←", "<-") and self._pending_lets:
                self._pending_lets -= 1
            elif text == "where":
                return index
            elif text == "match":
                self._owns_bars = True
            elif text == "|" and self._is_equation(index):
                return index
        return None

    def end_of_type(self) -> int | None:
        """The same for `inductive` and `structure`, whose constructors have no `=>`."""
        for index in self._outside:
            if self._code[index].text in (":=", "|", "where", "deriving"):
                return index
        return None

    def _is_equation(self, index: int) -> bool:
        code = self._code
        spaced_before = index > 0 and code[index - 1].end < code[index].start
        spaced_after = index + 1 < len(code) and code[index].end < code[index + 1].start
        if self._open_bars and not spaced_before:
            self._open_bars -= 1
            return False
        if code[index - 1].text in ("fun", "λ"):
            self._owns_bars = True
        if self._owns_bars:
            return False
        if not spaced_after and (not _ends_term(code[index - 1]) or self._has_closing_bar(index)):
            self._open_bars += 1
            return False
        if self._pending_lets:  # `let f : Nat → Nat | 0 => ..`
            self._pending_lets -= 1
            self._owns_bars = True
            return False
        return self._next_of(index, "=>", ":=") == "=>"

    def _has_closing_bar(self, index: int) -> bool:
        """True where a `|` follows, before any `=>` or `:=`, right behind the term in front of it."""
        for position in self._outside[bisect_right(self._outside, index) :]:
            token = self._code[position]
            if token.text in ("=>", ":="):
                return False
            if token.text == "|" and self._code[position - 1].end == token.start:
                return True
        return False

    def _next_of(self, index: int, *texts: str) -> str | None:
        """Which of `texts` comes first behind `index`."""
        for position in self._outside[bisect_right(self._outside, index) :]:
            if self._code[position].text in texts:
                return self._code[position].text
        return None


def outside_brackets(code: Sequence[Token], first: int, last: int) -> list[int]:
    """The indices of `first:last` that are outside every bracket opened there; brackets themselves are left out."""
    found: list[int] = []
    closers: list[str] = []
    for index in range(first, last):
        text = code[index].text
        if text in BRACKETS:
            closers.append(BRACKETS[text])
        elif text in CLOSING_BRACKETS:
            if text in closers:
                while closers.pop() != text:
                    pass
        elif not closers:
            found.append(index)
    return found


def constructors(source: str, code: Sequence[Token], first: int, last: int) -> tuple[Constructor, ...]:
    """The constructors in the tokens `first:last` of an inductive type, the first of which is its `where` or `|`."""
    outside = outside_brackets(code, first, last)
    clause = next((index for index in outside if code[index].text == "deriving"), last)
    bars = [index for index in outside if code[index].text == "|" and index < clause]
    found: list[Constructor] = []
    for bar, following in pairwise([*bars, clause]):
        name = next((i for i in outside if bar < i < following and _is_constructor_name(code[i])), None)
        if name is None:
            continue
        stop = following
        while stop > name + 1 and code[stop - 1].kind == "comment":
            stop -= 1
        found.append(Constructor(code[name].text, source[code[name].end : code[stop - 1].end].strip()))
    return tuple(found)


def _is_constructor_name(token: Token) -> bool:
    return token.kind == "identifier" and token.text not in ("private", "protected")


def _ends_term(token: Token) -> bool:
    if token.kind == "symbol":
        return token.text in _END_OF_TERM
    return token.text not in _EXPECT_TERM
