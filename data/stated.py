"""Whether two texts state the same, as far as text can tell: up to white space, comments, spelling and names.

The name of the theorem does not matter, nor do the names of what it binds; `->` is `→`. What is written in another way,
say with an implicit argument given, is another text.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.declarations import declarations
from data.signatures import outside_brackets
from data.source import BRACKETS, Token, iterate_tokens, words

# What people type, and what files have; longer ones first.
_SPELLINGS = {
    "<->": "↔",
    "->": "→",
    "<-": "←",
    "/\\": "∧",
    "\\/": "∨",
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "↦": "=>",
    "λ": "fun ",
}
_BINDER_WORDS = words("∀ ∃ Σ Π ∑ ∏ fun forall")
_END_OF_NAMES = words(": , => ∈ ∉ < ≤ > ≥ ⊆ :=")


def is_stated_in(text: str, signature: str) -> int | None:
    """How closely the `signature` of a theorem states `text`; None where it does not.

    Args:
        text: a declaration, with or without a proof; a signature `(p : Prop) : p → p`; or a proposition.
        signature: what stands between the name of a theorem and its proof.

    Returns:
        0 for the same text, 1 for the same but for the names that are bound, 2 where only the conclusion is the text.
    """
    wanted, given = _signature(text), _tokens(signature)
    if not wanted:
        return None
    colon = _colon(given)
    if _texts(wanted) == _texts(given):
        return 0
    if len(wanted) == len(given) and _canonical(wanted) == _canonical(given):
        return 1
    conclusion = given[colon:] if colon is not None else []
    return 2 if wanted[0].text == ":" and _canonical(wanted) == _canonical(conclusion) else None


def mentioned(text: str) -> set[str]:
    """The names in `text` that are not bound there: whatever states it mentions them too."""
    wanted = _signature(text)
    bound = _bound(wanted)
    heads = {token.text.split(".")[0] for token in wanted if token.kind == "identifier"}
    return heads - bound - _BINDER_WORDS - {""}


def _signature(text: str) -> list[Token]:
    """The tokens from behind the name to the proof; a bare proposition gets its colon."""
    found = declarations(text)
    if found:
        return _tokens(text[found[-1].name_end : found[-1].statement_end])
    tokens = _tokens(text)
    return tokens if not tokens or _colon(tokens) is not None else [Token("symbol", ":", 0, 0), *tokens]


def _colon(tokens: Sequence[Token]) -> int | None:
    """Where the conclusion begins: the first colon outside brackets that no binder owns."""
    for index in outside_brackets(tokens, 0, len(tokens)):
        if tokens[index].text in _BINDER_WORDS:
            return None
        if tokens[index].text == ":":
            return index
    return None


def _tokens(text: str) -> list[Token]:
    for typed, printed in _SPELLINGS.items():
        text = text.replace(typed, printed)
    return [token for token in iterate_tokens(text) if token.kind != "comment"]


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def _canonical(tokens: Sequence[Token]) -> list[str]:
    """The texts of the tokens, every bound name replaced by its number in order of appearance."""
    bound = _bound(tokens)
    numbers: dict[str, str] = {}
    texts: list[str] = []
    for token in tokens:
        head, dot, rest = token.text.partition(".")
        if token.kind == "identifier" and head in bound:
            texts.append(numbers.setdefault(head, f"#{len(numbers)}") + dot + rest)
        else:
            texts.append(token.text)
    return texts


def _bound(tokens: Sequence[Token]) -> set[str]:
    """The names that stand behind `∀`, `fun`, ..., or at the head of a bracket `(x y : T)`."""
    bound: set[str] = set()
    for index, token in enumerate(tokens):
        if token.text in _BINDER_WORDS:
            bound |= _names_behind(tokens, index, needs_colon=False)
        elif token.text in BRACKETS:
            bound |= _names_behind(tokens, index, needs_colon=True)
    return bound


def _names_behind(tokens: Sequence[Token], index: int, *, needs_colon: bool) -> set[str]:
    names: set[str] = set()
    for token in tokens[index + 1 :]:
        if token.kind != "identifier":
            is_end = token.text == ":" if needs_colon else token.text in _END_OF_NAMES
            return names if is_end else set()
        names.add(token.text)
    return set()
