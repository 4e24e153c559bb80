"""Premises and goals as text for a retriever: what an encoder reads, and the words that BM25 counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.commands import split_name
from data.source import words

if TYPE_CHECKING:
    from data.corpus import Premise

_START, _END = "<a>", "</a>"
# A name with its dots, a number, or a run of operator characters; brackets, commas and colons say nothing.
_WORD = re.compile(r"[^\W\d][\w.'!?]*|\d+|::|[^\w\s()\[\]{},:;⦃⦄⟨⟩]+")
_VARIABLE = re.compile(r"[a-zA-Zα-ω][0-9₀-₉']*")
_NAME_PART = re.compile(r"[._]+|(?<=[a-zα-ω0-9])(?=[A-Z])")
# What stands in nearly every statement and tells nothing about it.
_NOISE = words("theorem lemma def abbrev instance private protected noncomputable by fun")


def serialize(premise: Premise) -> str:
    """A premise as ReProver's encoder reads it: its text with the declared name in full, between `<a>` and `</a>`.

    Source: LeanDojo (arXiv 2306.15626, section 5), `Premise.serialize` of its code.
    """
    name = marked(premise.full_name)
    code = premise.code.replace(f"_root_.{premise.full_name}", name)
    parts = split_name(premise.full_name)
    for first in range(len(parts)):
        written = re.escape(".".join(parts[first:]))
        found, num_found = re.subn(rf"(?<=\s)«?{written}»?(?![\w.'!?])", lambda _: name, code)
        if num_found:
            return found
    return code


def marked(full_name: str) -> str:
    """The name between `<a>` and `</a>`."""
    return f"{_START}{full_name}{_END}"


def without_marks(text: str) -> str:
    """The text without `<a>` and `</a>`."""
    return text.replace(_START, "").replace(_END, "")


def lean_words(text: str) -> list[str]:
    """The words of a statement or goal, in lower case, with their repetitions.

    A name counts by its parts: `Nat.add_comm` is `nat`, `add`, `comm`, and `isEmpty` is `is`, `empty`. Operators (`∣`,
    `≤`, `::`) are words; single letters, which are nearly always variables, are not.
    """
    found: list[str] = []
    for match in _WORD.finditer(without_marks(text)):
        word = match.group()
        if not (word[0].isalpha() or word[0] == "_"):
            found.append(word)
            continue
        parts = (part.lower() for part in _NAME_PART.split(word) if part)
        found += [part for part in parts if part not in _NOISE and not _VARIABLE.fullmatch(part)]
    return found


def symbols(text: str) -> frozenset[str]:
    """The constants and operators of a statement or goal: names whole, but without their namespaces."""
    found = (match.group() for match in _WORD.finditer(without_marks(text)))
    last_parts = (word.rsplit(".", 1)[-1] if word[0].isalpha() else word for word in found)
    return frozenset(part for part in last_parts if part not in _NOISE and not _VARIABLE.fullmatch(part))
