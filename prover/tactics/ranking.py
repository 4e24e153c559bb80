"""What a search has learnt about tactics: which of those proposed for a goal is likeliest to belong to its proof.

A log-linear model over hashed features of goal and tactic, added to what the proposer thinks of the tactic himself (as
TacticToe, arXiv 1804.00596, and ENIGMA, arXiv 1701.06532, order theirs). It is asked about every tactic of every state,
so it is made to cost less than proposing them, and needs neither numpy nor torch. `prover.training.ranking` trains it.
"""

from __future__ import annotations

import array
import itertools
import math
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.durable import written_whole
from data.errors import UsageError
from prover.proof import Goal, ProofState, Suggestion, TacticGenerator
from prover.tactics.reordering import reordered
from prover.tactics.term_parser import parse_term
from prover.tactics.terms import OPAQUE, Term, names_in

NUM_FEATURES = 1 << 18
OUR_RANKER = Path(__file__).parents[1] / "models" / "tactics.ranker"
"""The one that comes with the package; its card lies beside it."""
_MAGIC = b"leanloop ranker 1\n"
_WORD = re.compile(r"[^\W\d][\w.'!?]*✝?|\d+|<;>|=>|\S")
_MAX_WORDS = 24
_LONGEST_SHAPE = 8
_LEAST_WEIGHT = 1 / 64


@dataclass(frozen=True, slots=True)
class Described:
    """What is the case for a state, as far as it bears on which tactic helps.

    Attributes:
        facts: hashes of it.
        head: the hash of what the conclusion is first of all: an equation, a disjunction, ...
        kinds: of every hypothesis and variable, what its type is first of all.
    """

    facts: tuple[int, ...]
    head: int
    kinds: dict[str, str]


def describe(goal: Goal, *, previous: str) -> Described:
    """Look at a goal.

    Args:
        goal: the first of the state.
        previous: the tactic that led to it, empty at the root.
    """
    types = {name: parse_term(hypothesis.type) for hypothesis in goal.hypotheses for name in hypothesis.names}
    kinds = {name: _head(type_) for name, type_ in types.items()}
    conclusion = parse_term(goal.conclusion)
    return Described(
        facts=tuple(sorted({_hash(fact) for fact in _facts(conclusion, types, kinds, previous)})),
        head=_hash(f"conclusion {_head(conclusion)}"),
        kinds=kinds,
    )


def features(suggestion: Suggestion, state: Described) -> list[int]:
    """The numbers, from 0 to `NUM_FEATURES` - 1, of what is the case for a tactic on a state; each once, ascending."""
    words = [_general(word, state.kinds) for word in _WORD.findall(suggestion.tactic)[:_MAX_WORDS]]
    if not words:
        return []
    source = _hash(suggestion.source)
    first = _hash(words[0])
    used = " ".join(dict.fromkeys(word for word in words[1:] if word.startswith("§")))
    keys = {source, first, _hash(f"{suggestion.source} {words[0]} {used}")}
    found = {*keys, *(_joined(key, fact) for key in keys for fact in state.facts)}
    for word in words:
        number = _hash(f"word {word}")
        found |= {number, _joined(number, state.head)}
    found |= {_hash(f"pair {one} {two}") for one, two in itertools.pairwise(words)}
    if len(words) <= _LONGEST_SHAPE:
        shape = _hash("shape " + " ".join(words))
        found |= {shape, _joined(shape, state.head)}
    found.add(_joined(source, len(words).bit_length()))
    return sorted(number % NUM_FEATURES for number in found)


@dataclass(frozen=True, eq=False)
class Ranker:
    """Says how much likelier, or less likely, a tactic belongs to a proof than its proposer thinks.

    Attributes:
        weights: of the features, `NUM_FEATURES` of them.
    """

    weights: Sequence[float]

    @classmethod
    def load(cls, path: Path) -> Ranker:
        """Read a ranker.

        Raises:
            UsageError: if there is none at `path`.
        """
        weights = array.array("f")
        try:
            content = path.read_bytes()
            if not content.startswith(_MAGIC):
                raise ValueError
            weights.frombytes(zlib.decompress(content[len(_MAGIC) :]))
        except (OSError, ValueError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or "not written by `prove train --ranker`"
            raise UsageError(f"{path} is no ranker ({reason}); make one: prove train --ranker --data RUN") from None
        if len(weights) != NUM_FEATURES:
            raise UsageError(f"{path} is a ranker of another version; make it again: prove train --ranker --data RUN")
        return cls(weights)

    def save(self, path: Path) -> None:
        """Write it, without weights that hardly count; the file appears whole or not at all."""
        path.parent.mkdir(parents=True, exist_ok=True)
        rounded = array.array("f", (round(weight / _LEAST_WEIGHT) * _LEAST_WEIGHT for weight in self.weights))
        with written_whole(path) as partial:
            partial.write_bytes(_MAGIC + zlib.compress(rounded.tobytes(), 9))

    def scores(self, suggestions: Sequence[Suggestion], state: ProofState) -> list[float]:
        """What is to be added to the log-probability of each tactic, before all are scaled to sum to one again."""
        described = describe(state.goals[0], previous=state.steps[-1].tactic if state.steps else "")
        return [self.score(features(suggestion, described)) for suggestion in suggestions]

    def score(self, active: Sequence[int]) -> float:
        """What is to be added for a tactic of these features."""
        weights = self.weights
        return sum(weights[number] for number in active) / math.sqrt(len(active) or 1)


class Ranked:
    """A `TacticGenerator` that puts another one's suggestions into the order that a ranker has learnt.

    Args:
        generator: who proposes.
        ranker: who has learnt.
    """

    def __init__(self, generator: TacticGenerator, *, ranker: Ranker) -> None:
        self._generator = generator
        self._ranker = ranker

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        proposed = self._generator.suggest(states, num_suggestions=num_suggestions)
        return [
            reordered(suggestions, self._ranker.scores(suggestions, state))
            for suggestions, state in zip(proposed, states, strict=True)
        ]


def _facts(conclusion: Term, types: dict[str, Term], kinds: dict[str, str], previous: str) -> Iterator[str]:
    head = _head(conclusion)
    yield f"conclusion {head}"
    yield f"conclusion {head} {' '.join(_general(_head(argument), kinds) for argument in conclusion.arguments)}"
    yield from (f"in conclusion {name}" for name in names_in(conclusion) if name not in kinds)
    yield from (f"of type {kind}" for kind in kinds.values())
    yield from (f"in hypothesis {name}" for type_ in types.values() for name in names_in(type_) if name not in kinds)
    words = _WORD.findall(previous)
    yield f"after {words[0] if words else 'nothing'}"
    yield f"names {len(kinds).bit_length()}"


def _head(term: Term) -> str:
    return term.head if term.head != OPAQUE else "?"


def _general(word: str, kinds: dict[str, str]) -> str:
    """A word of a tactic: of a hypothesis only what it is, of a theorem its name without the namespaces."""
    name, _, field = word.partition(".")
    if name in kinds:
        return f"§{kinds[name]}{'.' + field if field else ''}"
    return word.rsplit(".", 1)[-1] or word


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _joined(one: int, other: int) -> int:
    return zlib.crc32(other.to_bytes(4), one)
