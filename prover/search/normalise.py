"""When are two proof states the same? When they differ only in the names of their hypotheses.

`intro h` and `intro hp` lead to one state, and a search should look at it once. A state's key is its text with every
hypothesis name replaced by a canonical one, in order of appearance, so equal keys mean equal states up to names. What
is proved under one set of names is carried over to another by renaming tokens in the tactics.

Lean prints less than it knows (implicit arguments, instances), so equal keys are strong evidence and no proof: a search
that shares states must be ready to be told that the whole proof was refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from prover.proof import Goal, ProofState

# Lean's own notion of a letter: ASCII, Greek without λ Π Σ, Coptic, polytonic Greek, letter-like symbols, script and
# fraktur, accented Latin. Python's `\w` would also swallow superscripts, so that `x²` were one word.
_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0391-\u039f\u03a1\u03a2\u03a4-\u03a9\u03b1-\u03ba\u03bc-\u03c9"
    "\u03ca-\u03fb\u1f00-\u1ffe\u2100-\u214f\U0001d49c-\U0001d59f"
)
_REST = _LETTER + "0-9'!?\u1d62-\u1d6a\u2080-\u2089\u2090-\u209c\u2c7c"
_DAGGER = "✝[⁰¹²³⁴⁵⁶⁷⁸⁹]*"
_WORD = rf"(?:[{_LETTER}][{_REST}]*|«[^«»\n]*»)"
# A name that stands for itself is captured; everything else is only stepped over.
_NAME = re.compile(
    rf"""
      "(?:[^"\\]|\\.)*"                                    # a string
    | '(?:[^'\\]|\\.)'                                     # a character
    | [0-9][0-9.]*                                         # a number
    | [?.]{_WORD}                                          # a hole `?h` or a field `.h`
    | ({_WORD}(?:{_DAGGER})?)(?:\.(?:{_WORD}|[0-9]+))*     # a name, with its fields
    """,
    re.VERBOSE,
)
_NAMED_ARGUMENT = re.compile(r"\s*:=")
_ANONYMOUS_METAVARIABLE = re.compile(r"\?m\.\d+")


@dataclass(frozen=True, slots=True)
class NormalForm:
    """A state without its names, and the names.

    Attributes:
        key: equal for two states that differ only in names, line breaks, and the case tag of an only goal.
        names: the hypotheses' names in the order in which the key numbers them. Inaccessible ones are numbered too, so
            that equal keys give sequences of equal length.
    """

    key: str
    names: tuple[str, ...]


def is_accessible(name: str) -> bool:
    """Whether a tactic can mention the hypothesis of this name."""
    return "✝" not in name


def normal_form(state: ProofState) -> NormalForm:
    """The state with its hypotheses numbered. Whether tactics can mention a name stays part of the key."""
    names: list[str] = []
    metavariables: dict[str, str] = {}
    keys = [_goal_key(goal, names=names, is_only=len(state.goals) == 1) for goal in state.goals]
    key = _ANONYMOUS_METAVARIABLE.sub(
        lambda match: metavariables.setdefault(match.group(), f"?§{len(metavariables)}"), "\n\n".join(keys)
    )
    return NormalForm(key=key, names=tuple(names))


def _goal_key(goal: Goal, *, names: list[str], is_only: bool) -> str:
    numbered: dict[str, str] = {}

    def words(text: str) -> str:
        # Line breaks depend on the width of the names.
        return " ".join(_substitute(text, numbered, keeps_named_arguments=False).split())

    lines = [] if is_only or goal.case is None else [f"case {goal.case}"]
    for hypothesis in goal.hypotheses:
        typed = words(hypothesis.type)
        value = "" if hypothesis.value is None else f" := {words(hypothesis.value)}"
        for name in hypothesis.names:
            numbered[name] = f"§{len(names)}{'' if is_accessible(name) else '✝'}"
            names.append(name)
            lines.append(f"{numbered[name]} : {typed}{value}")
    lines.append(f"⊢ {words(goal.conclusion)}")
    return "\n".join(lines)


def renaming(known: NormalForm, other: NormalForm) -> Mapping[str, str] | None:
    """How the accessible names of `known` read in `other`, a state of the same key; None where they are the same."""
    assert known.key == other.key
    pairs = {old: new for old, new in zip(known.names, other.names, strict=True) if is_accessible(old)}
    return None if all(old == new for old, new in pairs.items()) else pairs


def rename(tactic: str, names: Mapping[str, str]) -> str:
    """The tactic with whole names replaced: `h` in `h.1` is one, `h` in `hp`, `x.h` or `(h := 1)` is not."""
    return _substitute(tactic, names, keeps_named_arguments=True)


def extended(names: Mapping[str, str], tactic: str, introduced: Iterable[str]) -> Mapping[str, str]:
    """`names` for what follows `tactic`: a name it brings in that would hide a renamed one gets a fresh name."""
    mentioned = _names_in(tactic) | {name for name in introduced if is_accessible(name)}
    taken = set(names.values())
    clashing = sorted((mentioned & taken) - names.keys())
    if not clashing:
        return names
    result = dict(names)
    for name in clashing:
        result[name] = _fresh(name, avoid=taken | mentioned | result.keys())
        taken.add(result[name])
    return result


def _fresh(name: str, *, avoid: set[str]) -> str:
    number = 1
    while f"{name}_{number}" in avoid:
        number += 1
    return f"{name}_{number}"


def _substitute(text: str, names: Mapping[str, str], *, keeps_named_arguments: bool) -> str:
    def replacement(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in names:
            return match.group()
        is_named = text[match.start() - 1 : match.start()] == "(" and _NAMED_ARGUMENT.match(text, match.end(1))
        return match.group() if keeps_named_arguments and is_named else names[name] + match.group()[len(name) :]

    return _NAME.sub(replacement, text)


def _names_in(tactic: str) -> set[str]:
    return {match.group(1) for match in _NAME.finditer(tactic) if match.group(1)}


def hypothesis_names(states: Sequence[ProofState]) -> frozenset[str]:
    """The names of all hypotheses of the states."""
    return frozenset(
        name for state in states for goal in state.goals for line in goal.hypotheses for name in line.names
    )
