"""A language model that conjectures: a lemma and a seed theorem with its proof go in, a statement comes out.

Source: STP (arXiv 2502.00212, section 3) for the form; the optional guide, which scores how relevant and how clean a
conjecture is so that the loop does not drift into long and ugly statements, is SGS's (arXiv 2604.20209). Any
`LanguageModel` of `prover/tactics` will do; what it is trained on is decided in `selection.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from conjecturer.conjecture import Ancestry, Conjecture, KnownTheorem
from conjecturer.screening import text_objection
from conjecturer.selection import embedded
from conjecturer.statement import read_statement
from prover.tactics.language_model import LanguageModel
from prover.tactics.prompts import FAMILIES
from prover.training.examples import Example

METHOD = "language model"
FAMILY = FAMILIES["state"]
"""How a conjecturer's model is asked: with a text of our own, and it ends by itself."""
_SEPARATOR = ":::"
_MAX_PROOF_LENGTH = 300
_TYPICAL_LENGTH = 120
_NUM_BINDERS = 6


@dataclass(frozen=True, slots=True)
class Seed:
    """What one conjecture is to be made from.

    Attributes:
        lemma: a lemma that a proof uses; None where there is none.
        theorem: the seed.
        proof: the seed's proof, as it is written.
    """

    lemma: KnownTheorem | None
    theorem: KnownTheorem
    proof: str = ""


class Guide(Protocol):
    """Somebody who scores conjectures before anything is spent on them."""

    def scores(self, conjectures: Sequence[Conjecture]) -> list[float]:
        """A score between 0 and 1 for each, the better the higher."""


class SymbolicGuide:
    """A guide that needs no model: relevance times cleanness.

    Relevance is the greatest cosine with a statement that is still unproved. Cleanness falls with length, with more
    than a few variables and hypotheses, and with variables that nothing mentions.

    Args:
        unproved: the targets.
    """

    def __init__(self, unproved: Sequence[str]) -> None:
        self._unproved = list(unproved)

    def scores(self, conjectures: Sequence[Conjecture]) -> list[float]:
        """As in `Guide`."""
        if not conjectures:
            return []
        statements = [conjecture.statement for conjecture in conjectures]
        relevance = [1.0] * len(statements)
        if self._unproved:
            vectors = embedded([*statements, *self._unproved])
            closeness = vectors[: len(statements)] @ vectors[len(statements) :].T
            relevance = [max(0.0, float(best)) for best in closeness.max(axis=1)]
        return [near * cleanness(statement) for near, statement in zip(relevance, statements, strict=True)]


def cleanness(statement: str) -> float:
    """Between 0 and 1: 1 for a short statement with few variables, all of them used."""
    read = read_statement(statement)
    unused = sum(
        not read.mentions(binder.name, behind=place)
        for place, binder in enumerate(read.binders)
        if binder.name and binder.bracket != "["
    )
    length = min(1.0, _TYPICAL_LENGTH / max(1, len(statement)))
    few = min(1.0, _NUM_BINDERS / max(1, len(read.binders)))
    return float(length * few * 0.5**unused)


def prompt(seed: Seed) -> str:
    """What the model reads."""
    lines = [f"lemma {seed.lemma.name} : {seed.lemma.statement}"] if seed.lemma is not None else []
    proof = " ".join(seed.proof.split())[:_MAX_PROOF_LENGTH]
    lines.append(f"theorem {seed.theorem.name} : {seed.theorem.statement} {proof}".rstrip())
    return "\n".join(lines) + _SEPARATOR


def example(seed: Seed, statement: str, *, weight: float = 1.0) -> Example:
    """A conjecture as the model is to make it."""
    return Example(statement, prompt(seed), statement, weight)


class LanguageModelConjecturer:
    """Conjectures with a language model.

    Args:
        model: who is asked.
        guide: who scores the conjectures; None to keep them all.
        share: the share of the conjectures that is kept where there is a guide, the best ones.
    """

    def __init__(self, model: LanguageModel, *, guide: Guide | None = None, share: float = 0.5) -> None:
        self._model = model
        self._guide = guide
        self._share = share

    def conjectures(self, seeds: Sequence[Seed], *, num_samples: int, seed: int) -> list[Conjecture]:
        """What the model makes of the seeds, every statement once; text that is no statement is left out."""
        answers = self._model.complete([prompt(each) for each in seeds], num_samples=num_samples, seed=seed)
        found: dict[str, Conjecture] = {}
        for each, completions in zip(seeds, answers, strict=True):
            for completion in completions:
                statement = " ".join(completion.text.split())
                if text_objection(statement) is None:
                    lemma = each.lemma.name if each.lemma is not None else ""
                    found.setdefault(statement, Conjecture(statement, Ancestry(METHOD, each.theorem.name, lemma)))
        return self._guided(list(found.values()))

    def _guided(self, conjectures: list[Conjecture]) -> list[Conjecture]:
        if self._guide is None:
            return conjectures
        scores = self._guide.scores(conjectures)
        best = sorted(range(len(conjectures)), key=lambda place: -scores[place])
        kept = set(best[: math.ceil(len(best) * self._share)])
        return [conjecture for place, conjecture in enumerate(conjectures) if place in kept]
