"""A closed proposition as Lean prints it, taken apart: what it quantifies over, its hypotheses, its conclusion.

Only the outside is read (`∀`, `→` and brackets): what a theorem says inside is Lean's business, in whatever notation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from data.source import BRACKETS, CLOSING_BRACKETS, Token, iterate_tokens

# What reaches to the end of the term it stands in, so that an arrow behind it belongs to it.
_GREEDY = frozenset({"∀", "∃", "∃!", "fun", "λ", "let", "have", "if", "match", "Σ", "∑", "∏"})
# What binds less than an arrow: `p → q ↔ r` is an equivalence.
_WEAKER_THAN_ARROW = frozenset({"↔", "<|", "$"})
_PLAIN_NAME = re.compile(r"[^\W\d][\w'!?]*")


@dataclass(frozen=True, slots=True)
class Binder:
    """One variable or hypothesis.

    Attributes:
        name: as Lean prints it; empty for a hypothesis in front of an arrow.
        type: its type, as printed.
        bracket: `(`, `{`, `⦃` or `[`.
    """

    name: str
    type: str
    bracket: str = "("

    @property
    def text(self) -> str:
        """As it stands behind `∀`; it must have a name."""
        return f"{self.bracket}{self.name} : {self.type}{BRACKETS[self.bracket]}"


@dataclass(frozen=True)
class Statement:
    """A closed proposition.

    Attributes:
        binders: variables and hypotheses, in order.
        conclusion: what is left, as printed.
    """

    binders: tuple[Binder, ...]
    conclusion: str

    @property
    def text(self) -> str:
        """All of it on one line."""
        parts: list[str] = []
        is_open = False
        for binder in self.binders:
            if binder.name:
                parts.append(binder.text if is_open else f"∀ {binder.text}")
                is_open = True
            else:
                arrow = f"{_in_front_of_arrow(binder.type)} →"
                parts.append(f", {arrow}" if is_open else arrow)
                is_open = False
        is_behind_arrow = bool(self.binders) and not is_open
        conclusion = _behind_arrow(self.conclusion) if is_behind_arrow else self.conclusion
        parts.append(f", {conclusion}" if is_open else conclusion)
        return " ".join(parts).replace(" ,", ",")

    @property
    def declared(self) -> str:
        """What stands behind a theorem's name: variables and hypotheses in front of the colon, as people write it.

        Where two of them have the same name it is the statement as it is, behind the colon.
        """
        own = [(binder.name, name) for binder, name in zip(self.binders, self.names, strict=True) if binder.name]
        if any(printed != name for printed, name in own):
            return f": {self.text}"
        named = [replace(binder, name=name) for binder, name in zip(self.binders, self.names, strict=True)]
        return " ".join([*(binder.text for binder in named), ":", self.conclusion])

    def closed(self, proof: str) -> str:
        """A proof of what is `declared`, made into one of the statement itself.

        Args:
            proof: what stands behind `:=`.
        """
        if self.declared.startswith(":"):
            return proof
        tactics = proof.removeprefix("by") if re.match(r"by\b", proof) else f"exact {proof}"
        tactics = tactics.strip("\n") if tactics.startswith("\n") else f"  {tactics.strip()}"
        return f"by\n  intro {' '.join(self.names)}\n{tactics}"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for every binder to introduce it by: its own, or `h`, `h_1`, ...; all different."""
        used: set[str] = set()
        found: list[str] = []
        for binder in self.binders:
            wanted = binder.name if _PLAIN_NAME.fullmatch(binder.name) else ("inst" if binder.bracket == "[" else "h")
            name, number = wanted, 0
            while name in used:
                number += 1
                name = f"{wanted}_{number}"
            used.add(name)
            found.append(name)
        return tuple(found)

    def mentions(self, name: str, *, behind: int) -> bool:
        """Whether a binder behind the one at place `behind`, or the conclusion, mentions a name."""
        return any(name in words_of(text) for text in (*(b.type for b in self.binders[behind + 1 :]), self.conclusion))

    @property
    def hypotheses(self) -> tuple[int, ...]:
        """The places of the binders that nothing mentions, and so are hypotheses, to all that text can tell."""
        return tuple(place for place, binder in enumerate(self.binders) if not binder.name)


def read_statement(text: str) -> Statement:
    """Take a proposition apart that Lean has printed, on one line or several."""
    text = " ".join(text.split())
    binders: list[Binder] = []
    tokens = [token for token in iterate_tokens(text) if token.kind != "comment"]
    while found := _quantified(text, tokens) or _implied(text, tokens):
        more, tokens = found
        binders += more
    return Statement(tuple(binders), _without_brackets(text[tokens[0].start :] if tokens else ""))


def names_of(text: str) -> list[str]:
    """The names in a term or a proof, in order, each as often as it stands there."""
    return [token.text for token in iterate_tokens(text) if token.kind == "identifier"]


def words_of(text: str) -> set[str]:
    """The names in a term; of `l.length` both the whole and `l`."""
    found = set(names_of(text))
    return found | {name.split(".")[0] for name in found}


def infix_at(text: str, operators: frozenset[str]) -> tuple[str, str, str] | None:
    """The term cut at its only operator among these outside of brackets; None where there is none or another word.

    Only operators that no other symbol of the term can bind less than are to be asked for: relations and connectives.
    """
    tokens = [token for token in iterate_tokens(text) if token.kind != "comment"]
    places = [token for token in _outside(tokens) if token.text in operators]
    if len(places) != 1 or any(token.text in _GREEDY for token in _outside(tokens) if token.start < places[0].start):
        return None
    token = places[0]
    return text[: token.start].strip(), token.text, text[token.end :].strip()


def _quantified(text: str, tokens: list[Token]) -> tuple[list[Binder], list[Token]] | None:
    """The binders behind a `∀` in front, and what follows the comma; None if there are none."""
    if not tokens or tokens[0].text != "∀":
        return None
    binders: list[Binder] = []
    index = 1
    while index < len(tokens) and tokens[index].text != ",":
        opening = tokens[index]
        if opening.text not in ("(", "{", "⦃", "["):
            return None
        closing = _closing(tokens, index)
        if closing is None:
            return None
        binders += _binders(text, tokens[index : closing + 1])
        index = closing + 1
    if index == len(tokens):
        return None
    return binders, tokens[index + 1 :]


def _binders(text: str, tokens: Sequence[Token]) -> list[Binder]:
    """The variables of one bracket."""
    bracket = tokens[0].text
    colon = next((index for index, token in enumerate(tokens) if token.text == ":"), None)
    if colon is None:
        return [Binder("", text[tokens[0].end : tokens[-1].start].strip(), bracket)]
    shared = text[tokens[colon].end : tokens[-1].start].strip()
    names = text[tokens[0].end : tokens[colon].start].split()
    return [Binder(name, shared, bracket) for name in names]


def _implied(text: str, tokens: list[Token]) -> tuple[list[Binder], list[Token]] | None:
    """The hypothesis in front of the first arrow, and what follows it; None if there is none."""
    outside = _outside(tokens)
    arrow = next((token for token in outside if token.text == "→"), None)
    if arrow is None:
        return None
    for token in outside:
        if token.text in _GREEDY and token.start < arrow.start:
            return None
        if token.text in _GREEDY:
            break
        if token.text in _WEAKER_THAN_ARROW:
            return None
    hypothesis = text[tokens[0].start : arrow.start].strip()
    return [Binder("", _without_brackets(hypothesis))], tokens[tokens.index(arrow) + 1 :]


def _outside(tokens: Sequence[Token]) -> list[Token]:
    """The tokens outside all brackets."""
    depth, found = 0, []
    for token in tokens:
        if token.text in CLOSING_BRACKETS:
            depth -= 1
        elif token.text in BRACKETS:
            depth += 1
        elif depth == 0:
            found.append(token)
    return found


def _closing(tokens: Sequence[Token], start: int) -> int | None:
    depth = 0
    for index in range(start, len(tokens)):
        if tokens[index].text in BRACKETS:
            depth += 1
        elif tokens[index].text in CLOSING_BRACKETS:
            depth -= 1
            if depth == 0:
                return index
    return None


def _without_brackets(text: str) -> str:
    """A term without a pair of round brackets around all of it."""
    if not text.startswith("("):
        return text
    tokens = list(iterate_tokens(text))
    while tokens and tokens[0].text == "(" and _closing(tokens, 0) == len(tokens) - 1:
        inner = tokens[1:-1]
        if any(token.text in (":", ",") for token in _outside(inner)):
            break  # a type ascription or a pair
        text = text[tokens[0].end : tokens[-1].start].strip()
        tokens = list(iterate_tokens(text))
    return text


def _in_front_of_arrow(text: str) -> str:
    """A hypothesis as it has to be written in front of an arrow."""
    return f"({text})" if _words_outside(text) & (_GREEDY | _WEAKER_THAN_ARROW | {"→", ","}) else text


def _behind_arrow(text: str) -> str:
    """A conclusion as it has to be written behind an arrow."""
    return f"({text})" if _words_outside(text) & _WEAKER_THAN_ARROW else text


def _words_outside(text: str) -> set[str]:
    return {token.text for token in _outside(list(iterate_tokens(text)))}
