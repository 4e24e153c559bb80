"""What a conjecturer's model learns before any conjecture was proved: which theorem people stated after which.

Source: STP (arXiv 2502.00212, section 3, model initialization): its conjecturer, too, begins with pairs of theorems
that stand in one file, and with a lemma that the second one's proof uses.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence

from conjecturer.conjecture import KnownTheorem
from conjecturer.language_model import Seed, example
from conjecturer.statement import names_of
from prover.training.examples import Example

# What is longer is seldom what a small model could state.
_MAX_STATEMENT_LENGTH = 240


def first_lesson(
    theorems: Sequence[KnownTheorem], *, proofs: Mapping[str, str], without: Collection[str]
) -> list[Example]:
    """Of two theorems of one namespace, one behind the other, the second as a conjecture made of the first.

    Args:
        theorems: all that are known, in the order of their files.
        proofs: as they are written, by the theorem's name; of a library's there are none.
        without: the names that must not be learnt from.
    """
    allowed = [entry for entry in theorems if entry.is_proved and entry.name not in without]
    by_last_part: dict[str, list[KnownTheorem]] = {}
    for entry in allowed:
        by_last_part.setdefault(_last_part(entry.name), []).append(entry)
    found: list[Example] = []
    for seed, stated in itertools.pairwise(allowed):
        if seed.name.rpartition(".")[0] != stated.name.rpartition(".")[0]:
            continue
        if len(stated.statement) <= _MAX_STATEMENT_LENGTH:
            lemma = _lemma_in(proofs.get(stated.name, ""), by_last_part)
            found.append(example(Seed(lemma, seed, proofs.get(seed.name, "")), stated.statement))
    return found


def _lemma_in(proof: str, by_last_part: Mapping[str, Iterable[KnownTheorem]]) -> KnownTheorem | None:
    """The first theorem that a proof names; it may leave out namespaces."""
    for name in names_of(proof):
        for entry in by_last_part.get(_last_part(name), ()):
            if f".{entry.name}".endswith(f".{name}"):
                return entry
    return None


def _last_part(name: str) -> str:
    return name.rpartition(".")[2]
