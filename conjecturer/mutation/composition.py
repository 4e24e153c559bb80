"""What one theorem concludes is what another one asks for: put together they are a third.

Backwards this is Alchemy's `apply` mutation (arXiv 2410.15748, section 3.1): a hypothesis of the theorem is replaced by
what a lemma needs to prove it. Forwards it is a step of a proof: the theorem is used as a lemma's hypothesis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conjecturer.conjecture import Ancestry
from conjecturer.mutation.draft import Parent, TermDraft
from conjecturer.statement import Binder, Statement, infix_at, words_of
from data.source import iterate_tokens

_RELATIONS = frozenset({"=", "≠", "<", ">", "≤", "≥", "∈", "∉", "⊆", "∣", "↔", "∧", "∨"})
_EQUIVALENCE = frozenset({"↔"})


def compositions(parent: Parent, lemmas: Sequence[Parent]) -> Iterator[TermDraft]:
    """Every lemma put into a hypothesis of the theorem, and the theorem into a hypothesis of every lemma."""
    name = parent.theorem.name
    for lemma in lemmas:
        if lemma.theorem.name == name:
            continue
        for outer, inner in ((parent, lemma), (lemma, parent)):
            for place in outer.statement.hypotheses:
                for suffix, extra, conclusion in _conclusions(inner.statement):
                    term = _composed(outer, inner, place, suffix, extra, conclusion)
                    if term is not None:
                        what = f"{inner.theorem.name} in hypothesis {place + 1} of {outer.theorem.name}"
                        yield TermDraft(term, Ancestry("compose", name, lemma.theorem.name, what))


def head(text: str) -> str:
    """The relation or connective that a proposition is made of, or the name at its front; empty for a variable."""
    for symbol in ("↔", "∨", "∧"):
        if infix_at(text, frozenset({symbol})) is not None:
            return symbol
    relation = infix_at(text, _RELATIONS)
    if relation is not None:
        return relation[1]
    tokens = list(iterate_tokens(text))
    return tokens[0].text if len(tokens) > 1 else ""


def _conclusions(statement: Statement) -> Iterator[tuple[str, tuple[Binder, ...], str]]:
    """What a theorem can be used for: as it is, and if it is an equivalence, in either direction."""
    yield "", (), statement.conclusion
    sides = infix_at(statement.conclusion, _EQUIVALENCE)
    if sides is not None:
        yield ".mp", (Binder("hyp", sides[0]),), sides[2]
        yield ".mpr", (Binder("hyp", sides[2]),), sides[0]


def _composed(
    outer: Parent, inner: Parent, place: int, suffix: str, extra: tuple[Binder, ...], conclusion: str
) -> str | None:
    """The proof `fun .. => outer .. (inner ..) ..`; None where the two can be seen not to fit."""
    wanted = outer.statement.binders[place].type
    if not head(wanted) or head(wanted) != head(conclusion):
        return None
    inferred = _inferred(outer.statement, place)
    bound = [
        f"{'(' if binder.bracket != '[' else '['}{name} : {binder.type}{']' if binder.bracket == '[' else ')'}"
        for name, binder in zip(inner.statement.names, inner.statement.binders, strict=True)
    ]
    bound += [f"({binder.name} : {binder.type})" for binder in extra]
    used = {*inner.statement.names, "hyp"}
    arguments: list[str] = []
    for number, (name, binder) in enumerate(zip(outer.statement.names, outer.statement.binders, strict=True)):
        if number == place:
            whole = f"({inner.applied})"
            arguments.append(f"({whole}{suffix} hyp)" if suffix else whole)
        elif (binder.name in inferred and binder.name) or binder.bracket == "[":
            arguments.append("_")
        else:
            fresh = name
            while fresh in used:
                fresh += "'"
            used.add(fresh)
            bound.append(f"({fresh} : _)")
            arguments.append(fresh)
    function = f"fun {' '.join(bound)} => " if bound else ""
    return f"{function}{' '.join([outer.term, *arguments])}"


def _inferred(statement: Statement, place: int) -> set[str]:
    """The variables that are known as soon as the hypothesis at `place` is: those in it, and those in their types."""
    found = words_of(statement.binders[place].type)
    for binder in reversed(statement.binders[:place]):
        if binder.name in found:
            found |= words_of(binder.type)
    return found
