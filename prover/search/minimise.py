"""Make a found proof shorter: drop what is not needed, close earlier what can be closed earlier.

A search leaves detours behind (`have`s nobody uses, rewrites there and back, three `intro`s where one would do). Every
change is proposed blindly and judged by Lean on the whole proof, so none has to be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from prover.search.proof_text import ProofTree

_INTRO = re.compile(r"intro ([^\n;<|]+)")
_REWRITE = re.compile(r"(rw|simp only) \[([^\n;<]*)\]( at [^\n;<]+)?")
_FIRST = "first | "
_SIMP = re.compile(r"(?P<head>\bsimp(?:_all)?(?: only)?) \[(?P<names>[^\[\]]*)\]")
_OPTIONS = re.compile(r" -verbose| \(\w+ := \d+\)(?= \[|\Z| \()")
_MAX_CLOSERS = 4
_BATCH_SIZE = 32

Place = tuple[int, ...]


def minimise(
    tree: ProofTree, check_whole: Callable[[Sequence[ProofTree]], list[bool]], *, max_rounds: int = 20
) -> ProofTree:
    """A proof of the same statement with fewer tactics, or the proof itself.

    Args:
        tree: a proof that Lean accepts.
        check_whole: says of each of some whole proofs whether Lean accepts it.
        max_rounds: how often to start over with what was left.
    """
    for _ in range(max_rounds):
        smaller = _one_round(tree, check_whole)
        if smaller is None:
            break
        tree = smaller
    return tree


def without_arguments(tree: ProofTree, unused: Collection[str]) -> ProofTree:
    """The proof with nothing of that in the lists of `simp` and `simp_all`."""

    def shortened(match: re.Match[str]) -> str:
        kept = [name for name in match["names"].split(", ") if name not in unused]
        return match["head"] + (f" [{', '.join(kept)}]" if kept else "")

    children = tuple(without_arguments(child, unused) for child in tree.children)
    return replace(tree, tactic=_SIMP.sub(shortened, tree.tactic), children=children)


def _one_round(tree: ProofTree, check_whole: Callable[[Sequence[ProofTree]], list[bool]]) -> ProofTree | None:
    """The smallest proof that accepted changes lead to; None if no change is accepted."""
    changes = list(_changes(tree))
    accepted: list[tuple[Place, ProofTree]] = []
    for start in range(0, len(changes), _BATCH_SIZE):
        batch = changes[start : start + _BATCH_SIZE]
        verdicts = check_whole([_replaced(tree, place, by) for place, by in batch])
        accepted += [change for change, is_good in zip(batch, verdicts, strict=True) if is_good]
    if not accepted:
        return None
    accepted.sort(key=lambda change: (change[1].size - _at(tree, change[0]).size, len(change[1].tactic)))
    best = _replaced(tree, *accepted[0])
    together = _together(tree, accepted)
    return together if together.size < best.size and check_whole([together]) == [True] else best


def _together(tree: ProofTree, changes: Sequence[tuple[Place, ProofTree]]) -> ProofTree:
    """All changes at once, except those inside or around a place changed before."""
    done: list[Place] = []
    for place, by in changes:
        if all(place[: len(other)] != other and other[: len(place)] != place for other in done):
            tree = _replaced(tree, place, by)
            done.append(place)
    return tree


def _changes(tree: ProofTree) -> Iterator[tuple[Place, ProofTree]]:
    """Every change worth a try, as a place and what to put there; each makes the proof, or a tactic of it, smaller."""
    leaves = [part for part in tree.subtrees() if not part.children]
    closers = list(dict.fromkeys(leaf.tactic for leaf in leaves))[:_MAX_CLOSERS]
    for place, part in _places(tree):
        if part.size > 1:
            for closer in closers:
                yield place, ProofTree(tactic=closer, num_goals=part.num_goals)
        for tactic in (
            *_without_one_link(part.tactic),
            *_without_alternatives(part.tactic),
            *_without_options(part.tactic),
        ):
            yield place, replace(part, tactic=tactic)
        if len(part.children) == 1:
            child = part.children[0]
            yield place, replace(child, num_goals=part.num_goals)
            merged = _merged(part.tactic, child.tactic)
            if merged is not None:
                yield place, replace(child, tactic=merged)


def _without_one_link(tactic: str) -> Iterator[str]:
    """A chain `a <;> b <;> c` with each of its links left out in turn."""
    links = tactic.split(" <;> ")
    if len(links) > 1 and all(link.count("(") == link.count(")") for link in links):
        for index in range(len(links)):
            yield " <;> ".join(links[:index] + links[index + 1 :])


def _without_alternatives(tactic: str) -> Iterator[str]:
    """Each alternative of the last `first` by itself, and steps in parentheses as lines of their own."""
    head, *lines = tactic.split("\n")
    if head == "first" and all(line.startswith("| ") for line in lines):
        yield from (line.removeprefix("| ") for line in lines)
    *before, last = tactic.split("\n")
    start = last.rfind(_FIRST)
    if start >= 0 and not last.startswith(" "):
        alternatives, end = _parts(last, start + len(_FIRST), separator=" | ")
        yield from ("\n".join([*before, last[:start] + each + last[end:]]) for each in alternatives)
    if last.startswith("("):
        steps, end = _parts(last, 1, separator="; ")
        if end == len(last) - 1:
            yield "\n".join([*before, *steps])


def _without_options(tactic: str) -> Iterator[str]:
    """`grind (gen := 3) [a]` as `grind [a]`."""
    if (plain := _OPTIONS.sub("", tactic)) != tactic:
        yield plain


def _parts(text: str, start: int, *, separator: str) -> tuple[list[str], int]:
    """What separators divide from `start` on, up to the end of the brackets around it, and where that is."""
    parts, begin, place, depth = [], start, start, 0
    while place < len(text) and depth >= 0:
        depth += text[place] in "([{⟨"
        depth -= text[place] in ")]}⟩"
        if depth == 0 and text.startswith(separator, place):
            parts.append(text[begin:place])
            begin = place + len(separator)
        place += depth >= 0
    return [*parts, text[begin:place]], place


def _merged(first: str, second: str) -> str | None:
    """`intro a` and `intro b` as `intro a b`, `rw [a]` and `rw [b]` at the same place as `rw [a, b]`."""
    intros = _INTRO.fullmatch(first), _INTRO.fullmatch(second)
    if intros[0] and intros[1]:
        return f"intro {intros[0][1].strip()} {intros[1][1].strip()}"
    rewrites = _REWRITE.fullmatch(first), _REWRITE.fullmatch(second)
    if rewrites[0] and rewrites[1] and rewrites[0].group(1, 3) == rewrites[1].group(1, 3):
        return f"{rewrites[0][1]} [{rewrites[0][2]}, {rewrites[1][2]}]{rewrites[0][3] or ''}"
    return None


def _places(tree: ProofTree, here: Place = ()) -> Iterator[tuple[Place, ProofTree]]:
    yield here, tree
    for number, child in enumerate(tree.children):
        yield from _places(child, (*here, number))


def _at(tree: ProofTree, place: Place) -> ProofTree:
    for number in place:
        tree = tree.children[number]
    return tree


def _replaced(tree: ProofTree, place: Place, by: ProofTree) -> ProofTree:
    if not place:
        return by
    number, *rest = place
    children = list(tree.children)
    children[number] = _replaced(children[number], tuple(rest), by)
    return replace(tree, children=tuple(children))
