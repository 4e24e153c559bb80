"""Changes after which nobody knows whether the statement still holds: what is left for a prover to find out.

A number becomes a variable, a hypothesis goes, the implication is turned round, a relation or an operation is exchanged
for another, natural numbers become integers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conjecturer.conjecture import Ancestry, Conjecture
from conjecturer.mutation.draft import Parent
from conjecturer.statement import Binder, Statement, words_of
from data.source import Token, iterate_tokens

# Stronger conclusions, and weaker hypotheses, than the same text with the relation on the left.
_STRONGER = {"≤": ("<", "="), "≥": (">", "="), "∨": ("∧",), "≠": ("<",), "⊆": ("=",)}
_WEAKER = {"<": ("≤", "≠"), ">": ("≥",), "=": ("≤",), "∧": ("∨",)}
_EXCHANGED = {
    "+": "*", "*": "+", "∧": "∨", "∨": "∧", "∪": "∩", "∩": "∪", "max": "min", "min": "max", "=": "≤",
    "Nat.gcd": "Nat.lcm", "Nat.lcm": "Nat.gcd", "&&": "||", "||": "&&", "⊔": "⊓", "⊓": "⊔", "∀": "∃", "∃": "∀",
}  # fmt: skip


def unproved_mutants(parent: Parent) -> Iterator[Conjecture]:
    """All of them, each with its ancestry and none with a proof."""
    name = parent.theorem.name
    for method, detail, statement in _changed(parent.statement):
        yield Conjecture(statement, Ancestry(method, name, "", detail))


def _changed(statement: Statement) -> Iterator[tuple[str, str, str]]:
    yield from _without_hypothesis(statement)
    yield from _generalised(statement)
    yield from _turned_round(statement)
    yield from _related_otherwise(statement)
    yield from _exchanged(statement)


def _without_hypothesis(statement: Statement) -> Iterator[tuple[str, str, str]]:
    for place in statement.hypotheses:
        binders = statement.binders[:place] + statement.binders[place + 1 :]
        yield "drop a hypothesis", statement.binders[place].type, Statement(binders, statement.conclusion).text


def _generalised(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """Every numeral, and every operation on variables alone, becomes a new variable, everywhere at once."""
    text = statement.text
    numerals = dict.fromkeys(token.text for token in iterate_tokens(text) if token.kind == "number")
    for numeral in numerals:
        changed = re.sub(rf"(?<![\w.']){re.escape(numeral)}(?![\w.'])", "k'", text)
        yield "generalise", f"{numeral} to a variable", f"∀ (k' : _), {changed}"
    names = [binder.name for binder in statement.binders if binder.name]
    for operation in dict.fromkeys(_operations(text, names)):
        if text.count(operation) > 1:
            yield (
                "generalise",
                f"{operation} to a variable",
                f"∀ (k' : _), {text.replace(operation, chr(107) + chr(39))}",
            )


def _operations(text: str, names: list[str]) -> Iterator[str]:
    """The terms `x + y`, `x * y` over variables, in brackets."""
    tokens = list(iterate_tokens(text))
    for index in range(len(tokens) - 4):
        window = tokens[index : index + 5]
        if window[0].text == "(" and window[4].text == ")" and window[1].text in names and window[3].text in names:
            yield text[window[0].start : window[4].end]


def _turned_round(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """The converse of an implication; and the two as one equivalence."""
    hypotheses = statement.hypotheses
    if not hypotheses:
        return
    last = hypotheses[-1]
    rest = statement.binders[:last] + statement.binders[last + 1 :]
    hypothesis, conclusion = statement.binders[last].type, statement.conclusion
    yield "converse", hypothesis, Statement((*rest, Binder("", conclusion)), hypothesis).text
    yield "equivalence", hypothesis, Statement(rest, f"({hypothesis}) ↔ ({conclusion})").text


def _related_otherwise(statement: Statement) -> Iterator[tuple[str, str, str]]:
    for new in _replaced(statement.conclusion, _STRONGER):
        yield "strengthen", new, Statement(statement.binders, new).text
    for place in statement.hypotheses:
        for new in _replaced(statement.binders[place].type, _WEAKER):
            binders = (*statement.binders[:place], Binder("", new), *statement.binders[place + 1 :])
            yield "strengthen", f"from {new}", Statement(binders, statement.conclusion).text


def _exchanged(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """One operation exchanged for its fellow wherever it stands in the conclusion; natural numbers for integers."""
    for old, new in _EXCHANGED.items():
        for text in _replaced(statement.conclusion, {old: (new,)}):
            yield "exchange", f"{old} for {new}", Statement(statement.binders, text).text
    for old, new in (("Nat", "Int"), ("Int", "Nat")):
        if old in words_of(statement.text):
            changed = re.sub(rf"(?<![\w.']){old}(?![\w.'])", new, statement.text)
            yield "exchange", f"{old} for {new}", changed


def _replaced(text: str, by: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The text with one symbol replaced everywhere."""
    tokens = list(iterate_tokens(text))
    for symbol in dict.fromkeys(token.text for token in tokens if token.text in by):
        for new in by[symbol]:
            yield _with(text, tokens, symbol, new)


def _with(text: str, tokens: list[Token], symbol: str, new: str) -> str:
    for token in reversed(tokens):
        if token.text == symbol:
            text = text[: token.start] + new + text[token.end :]
    return text
