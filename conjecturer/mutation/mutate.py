"""All mutants of a theorem: against the lemmas that have most in common with it, in one or two runs of Lean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from conjecturer.conjecture import Conjecture, KnownTheorem
from conjecturer.ground import Ground
from conjecturer.mutation.composition import compositions
from conjecturer.mutation.consequences import consequences
from conjecturer.mutation.draft import Draft, Parent, work_out
from conjecturer.mutation.rewriting import rewrites
from conjecturer.mutation.specialisation import specialisations
from conjecturer.mutation.unproved import unproved_mutants
from retrieval.lexical import LexicalIndex
from retrieval.text import symbols

NUM_LEMMAS = 100


class Mutator:
    """Mutates theorems of one ground.

    Args:
        ground: where they are.
        num_lemmas: how many lemmas each is put together with.
        without: names of lemmas that no mutant may be made with.
    """

    def __init__(self, ground: Ground, *, num_lemmas: int = NUM_LEMMAS, without: Collection[str] = ()) -> None:
        self._ground = ground
        self._num_lemmas = num_lemmas
        self._lemmas = [entry for entry in ground.lemmas if entry.name not in without]
        self._index = LexicalIndex([symbols(entry.statement) for entry in self._lemmas])
        self._read: Callable[[int], Parent] = lru_cache(maxsize=None)(lambda number: Parent.of(self._lemmas[number]))

    def nearest(self, theorem: KnownTheorem) -> list[Parent]:
        """The lemmas that share most symbols with a theorem, the nearest first, itself left out."""
        query = dict.fromkeys(symbols(theorem.statement), 1.0)
        ranked = self._index.rank(query, count=self._num_lemmas + 1)
        found = [self._read(number) for number, _ in ranked]
        return [lemma for lemma in found if lemma.theorem.name != theorem.name][: self._num_lemmas]

    def drafts(self, parent: Parent, lemmas: Sequence[Parent]) -> list[Draft]:
        """What Lean is asked to work out."""
        return [
            *rewrites(parent, lemmas),
            *compositions(parent, lemmas),
            *specialisations(parent, lemmas),
            *consequences(parent),
        ]

    def mutants(self, theorem: KnownTheorem) -> list[Conjecture]:
        """Every mutant, those that come with a proof first, each statement once. Nothing about them is screened yet."""
        return self.mutants_of([theorem])

    def mutants_of(self, theorems: Sequence[KnownTheorem]) -> list[Conjecture]:
        """The mutants of several theorems, in the same one or two runs of Lean."""
        parents = [Parent.of(theorem, number) for number, theorem in enumerate(theorems)]
        drafts = [(parent, draft) for parent in parents for draft in self.drafts(parent, self.nearest(parent.theorem))]
        found = work_out(self._ground, drafts)
        found += [mutant for parent in parents for mutant in unproved_mutants(parent)]
        return list({mutant.statement: mutant for mutant in reversed(found)}.values())[::-1]
