"""What a model of any kind does for us, whoever runs it: it goes on with a text, several times over.

Models know nothing of Lean; prompts and the reading of what comes back are in `prompts.py`. So one model, here, behind
a server or on another machine of a cluster, serves all theorems and all workers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

MAX_JUDGED_TOKENS = 96
"""A judge looks at so many tokens of a text: what a longer tactic is good for is seen by then."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How a model goes on.

    Attributes:
        text: what follows the prompt.
        log_probability: natural logarithm of the probability of the whole of it, at temperature 1; never positive.
    """

    text: str
    log_probability: float


class LanguageModel(Protocol):
    """A model that goes on with texts. It may be used from several threads at a time."""

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """Go on with every prompt, in at most `num_samples` ways, in any order and perhaps with repetitions.

        The same prompt with the same seed goes on in the same ways, whatever it is batched with.
        """

    def close(self) -> None:
        """Give memory, connections and processes back."""


class Judge(Protocol):
    """Somebody who can say what they think of texts that are not their own."""

    def scores(self, prompts: Sequence[str], completions: Sequence[Sequence[str]]) -> list[list[float]]:
        """How well each completion fits its prompt, beside the others, in nats; one list a prompt.

        Of a completion no more than `MAX_JUDGED_TOKENS` are looked at.
        """


@runtime_checkable
class JudgingModel(LanguageModel, Judge, Protocol):
    """A model that can do both."""


def seed_of(seed: int, prompt: str, *, number: int = 0) -> int:
    """A seed of its own for a sample of a prompt, in the 31 bits that every engine has for it."""
    digest = hashlib.sha256(f"{seed} {number} {prompt}".encode()).digest()
    return int.from_bytes(digest[:4]) >> 1
