"""Whether the names in a tactic exist: a model that writes `exact hx` where there is no `hx` need not trouble Lean.

Small models invent names, and each invention would cost a check of the search's budget. What is looked at is names
only, and in doubt a name exists: a name that the tactic itself may introduce, the field of something, a keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.source import Token, iterate_tokens
from prover.proof import Goal
from prover.tactics.premises import Premises


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What people call variables and hypotheses, and hardly anybody a theorem.
_LIKE_A_LOCAL = re.compile(r"(?:i?h[a-z]{0,2}|[a-z]{1,2})['₀-₉0-9]*")
_BINDERS = _words(
    "fun λ ∀ ∃ intro intros rintro have let obtain with | rename_i next case ext funext suffices haveI letI"
)
_ENDS = _words("=> ↦ := : ; ] ) by")
# Behind these comes a tactic, whose name is not looked at.
_TACTIC_FOLLOWS = _words("; by · => ( {")
_KEYWORDS = _words(
    "at using only by fun from show have let if then else match with do in generalizing this Prop Type Sort rfl id not "
    "exact apply refine rw simp omega split unfold assumption clear cases rcases induction constructor left right "
    "subst simp_all decide grind contradiction exfalso trivial sorry where _ true false if_pos if_neg dif_pos dif_neg"
)
# Lean makes these of every declaration or type.
_MADE = _words(
    "rec recOn casesOn noConfusion mk inj injEq sizeOf_spec eq_1 eq_2 eq_3 eq_def symm trans mp mpr elim induct"
)
# These give names to what stands anywhere in them.
_BIND_ANYWHERE = frozenset({"generalize", "set", "conv", "match", "calc", "change", "choose"})


class Vocabulary:
    """The names that a proof of one theorem may use.

    Args:
        premises: the declarations that it may use.
        is_complete: whether there are no others. If there may be, as in Mathlib, whose sources are not read, only what
            looks like the name of a variable or hypothesis must be one.
    """

    def __init__(self, premises: Premises, *, is_complete: bool) -> None:
        self._is_complete = is_complete
        names = [lemma.name for lemma in premises.lemmas]
        names += [definition.name for known in premises.definitions.values() for definition in known]
        for inductive in premises.types.values():
            names += [inductive.name, *(f"{inductive.name}.{part.name}" for part in inductive.constructors)]
        self._last = frozenset(name.rsplit(".", 1)[-1] for name in names)
        # What looks like a local is hardly ever the field of a structure.
        fields = {field for known in premises.types.values() for field in known.field_names}
        self._last |= {field for field in fields if not _LIKE_A_LOCAL.fullmatch(field)}
        names += [f"{known.name}.{field}" for known in premises.types.values() for field in known.field_names]
        self._pairs = frozenset(".".join(name.split(".")[-2:]) for name in names)
        self._namespaces = frozenset(part for name in names for part in name.split(".")[:-1])

    def unknown_name(self, tactic: str, goal: Goal) -> str | None:
        """The first name in the tactic that does not exist where the goal is to be proved; None if all may.

        Args:
            tactic: its text.
            goal: the first one of the state.
        """
        tokens = [token for token in iterate_tokens(tactic) if token.kind != "comment"]
        if any(token.text in _BIND_ANYWHERE for token in tokens):
            return None
        known = {name for hypothesis in goal.hypotheses for name in hypothesis.names} | set(_bound(tokens))
        return next((name for name in _used(tactic, tokens) if not self._exists(name, known)), None)

    def _exists(self, name: str, known: set[str]) -> bool:
        first, *rest = name.split(".")
        if first in known or first in _KEYWORDS or not first:
            return True
        is_known = first in self._last or first in self._namespaces
        if not rest and is_known:
            return True
        if not is_known and _LIKE_A_LOCAL.fullmatch(first):
            return False
        if not self._is_complete or not rest:
            return not self._is_complete
        parts = [first, *rest]
        pairs = [".".join(pair) for pair in zip(parts, rest, strict=False)]
        return first in self._last - self._namespaces or rest[-1] in _MADE or any(pair in self._pairs for pair in pairs)


def _bound(tokens: list[Token]) -> Iterator[str]:
    """Names that the tactic may introduce: those behind a binder, as far as it can reach, and `n` in `(n := 0)`."""
    is_binding = False
    for place, token in enumerate(tokens):
        if token.text in _BINDERS:
            is_binding = True
        elif token.text in _ENDS:
            is_binding = False
        elif token.kind == "identifier" and (
            is_binding or (place + 1 < len(tokens) and tokens[place + 1].text in (":=", ":", "✝", "@"))
        ):
            yield token.text


def _used(tactic: str, tokens: list[Token]) -> Iterator[str]:
    """The names that must exist."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        is_on_new_line = before is not None and "\n" in tactic[before.end : token.start]
        begins_tactic = before is None or is_on_new_line or before.text in _TACTIC_FOLLOWS
        if token.kind == "identifier" and not begins_tactic and (before is None or before.text not in (".", "?", "@")):
            yield token.text
