"""When two statements are the same: up to names, the order of their binders, brackets, and the sides of an equation.

Lean has elaborated and printed both; what is left is which variable is called what and comes when. Every binder gets a
colour from its type, and again and again from the colours of what it mentions and of what mentions it, until the
colours tell apart all that can be told apart. Then the binders are numbered by colour and the names forgotten.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from conjecturer.statement import Statement, infix_at
from data.source import iterate_tokens

_SYMMETRIC = frozenset({"=", "↔", "≠"})
_INNER_BINDING = frozenset({"∀", "∃", "∃!", "fun", "λ"})
_UNIVERSE = re.compile(r"\bu(?:_\d+)?\b|\bv\b|\bw\b")

Piece = str | int
"""A token of a statement, or the place of the binder that it names."""


def canonical_form(statement: Statement) -> str:
    """The same text for statements that differ only in names, binder order, brackets or the sides of an equation."""
    forms = [_numbered(statement)]
    sides = infix_at(statement.conclusion, _SYMMETRIC)
    if sides is not None:
        left, operator, right = sides
        forms.append(_numbered(Statement(statement.binders, f"{right} {operator} {left}")))
    return min(forms)


def _numbered(statement: Statement) -> str:
    names = {binder.name: place for place, binder in enumerate(statement.binders) if binder.name}
    items = [_pieces(binder.type, names) for binder in statement.binders]
    items.append(_pieces(statement.conclusion, names))
    colours = _told_apart(items)
    order = sorted(range(len(items) - 1), key=lambda place: colours[place])
    ranks = {place: rank for rank, place in enumerate(order)}
    texts = [_written(items[place], ranks) for place in [*order, len(items) - 1]]
    return _universes(" ; ".join(texts))


def _pieces(text: str, names: Mapping[str, int]) -> list[Piece]:
    """The tokens, with references for the statement's variables and numbers for those bound further inside."""
    found: list[Piece] = []
    inner: dict[str, str] = {}
    is_binding = False
    for token in iterate_tokens(text):
        if token.text in _INNER_BINDING:
            is_binding = True
        elif token.text in (",", "=>", "↦", ":"):
            is_binding = False
        head, dot, field = token.text.partition(".")
        if token.kind == "identifier" and is_binding and not dot:
            inner[head] = f"#{len(inner)}" if head not in inner else inner[head] + "'"
        if head in inner and token.kind == "identifier":
            found += [inner[head], *([dot + field] if dot else [])]
        elif head in names and token.kind == "identifier":
            found += [names[head], *([dot + field] if dot else [])]
        else:
            found.append(token.text)
    return found


def _told_apart(items: Sequence[Sequence[Piece]]) -> list[str]:
    """A colour for every item; equal colours at the end mean that exchanging the two changes nothing."""
    colours = _stable(items, ["" for _ in items])
    while True:
        twins = sorted(colour for colour in set(colours[:-1]) if colours[:-1].count(colour) > 1)
        if not twins:
            return colours
        # Which of the twins comes first is free; the one that the conclusion names first is as good as any.
        place = min((p for p, colour in enumerate(colours[:-1]) if colour == twins[0]), key=lambda p: _first(items, p))
        colours[place] = _hash(colours[place], "first")
        colours = _stable(items, colours)


def _stable(items: Sequence[Sequence[Piece]], colours: list[str]) -> list[str]:
    num_colours = 0
    while True:
        new = [_colour(items, colours, place) for place in range(len(items))]
        if len(set(new)) == num_colours:
            return new
        num_colours, colours = len(set(new)), new


def _colour(items: Sequence[Sequence[Piece]], colours: Sequence[str], place: int) -> str:
    own = " ".join(_anonymous(piece) if isinstance(piece, str) else f"<{colours[piece]}>" for piece in items[place])
    uses = sorted(
        f"{colours[other]}@{index}"
        for other, pieces in enumerate(items)
        for index, piece in enumerate(pieces)
        if piece == place and isinstance(piece, int)
    )
    return _hash(colours[place], own, *uses)


def _anonymous(token: str) -> str:
    """A token as a colour sees it: universe levels are numbered at the very end."""
    return "u" if _UNIVERSE.fullmatch(token) else token


def _first(items: Sequence[Sequence[Piece]], place: int) -> tuple[int, int]:
    """Where an item is named first, the conclusion before all hypotheses."""
    for distance, pieces in enumerate(reversed(items)):
        if place in pieces:
            return distance, list(pieces).index(place)
    return len(items), place


def _written(pieces: Sequence[Piece], ranks: Mapping[int, int]) -> str:
    return " ".join(piece if isinstance(piece, str) else f"@{ranks[piece]}" for piece in pieces)


def _universes(text: str) -> str:
    """Universe levels by the order in which they come."""
    seen: dict[str, str] = {}
    return _UNIVERSE.sub(lambda match: seen.setdefault(match[0], f"u{len(seen)}"), text)


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()
