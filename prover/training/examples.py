"""What a model is trained on: what it reads, what it is to write then, and how much that counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.errors import UsageError


@dataclass(frozen=True, slots=True)
class Rival:
    """What was tried in an example's place, and was not it.

    Attributes:
        completion: what a model would have written for it.
        head_start: how much likelier than the example's own its proposer found it, in nats.
    """

    completion: str
    head_start: float


@dataclass(frozen=True, slots=True)
class Example:
    """One thing to learn.

    Attributes:
        group: what it was made from, a theorem's full name; examples of one group are never divided between training
            and validation.
        prompt: what the model reads.
        completion: what it is to write behind the prompt before it ends.
        weight: how much it counts beside the others; not negative.
        rivals: what the model is to find less likely than the completion.
    """

    group: str
    prompt: str
    completion: str
    weight: float = 1.0
    rivals: tuple[Rival, ...] = ()


def deduplicated(examples: Iterable[Example]) -> list[Example]:
    """Every pair of prompt and completion once, in order; of several the one that counts most, or has more rivals."""
    found: dict[tuple[str, str], Example] = {}
    for example in examples:
        key = (example.prompt, example.completion)
        known = found.get(key)
        if known is None or (example.weight, len(example.rivals)) > (known.weight, len(known.rivals)):
            found[key] = example
    return list(found.values())


def divided(examples: Sequence[Example], *, one_in: int = 20, seed: int = 0) -> tuple[list[Example], list[Example]]:
    """Divide examples into those for training and those for validation, whole groups at a time.

    A group's place follows from its name and the seed alone, so that it stays where it is when other groups come.

    Args:
        examples: any.
        one_in: about one group in so many goes to validation.
        seed: another seed, another division.

    Raises:
        UsageError: if there is no example.
    """
    if not examples:
        raise UsageError("there is nothing to learn from: give a data set or a run with proofs in it")
    train: list[Example] = []
    val: list[Example] = []
    for example in examples:
        digest = hashlib.sha256(f"{seed} {example.group}".encode()).digest()
        is_held_out = int.from_bytes(digest[:8], "big") % one_in == 0
        (val if is_held_out else train).append(example)
    return train, val


def balanced(examples: Sequence[Example]) -> list[Example]:
    """Make the examples of one prompt count as much together as one example of another.

    Many proofs of one statement would otherwise crowd out the others (STP, arXiv 2502.00212, section 3.3).
    """
    totals: dict[str, float] = {}
    for example in examples:
        totals[example.prompt] = totals.get(example.prompt, 0.0) + example.weight
    return [replace(example, weight=example.weight / (totals[example.prompt] or 1.0)) for example in examples]
