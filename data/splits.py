"""Dividing theorems into those to learn from and those to be measured on, twice.

A theorem's place follows from its name and the seed alone, so that a repository that grows a little keeps nearly all of
its division: figures of yesterday and today stay comparable.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence

from data.dataset import Split

_MAX_HELD_OUT = 2000
_ONE_IN = 10


def num_held_out(num_theorems: int) -> int:
    """How many theorems each of `val` and `test` gets: a tenth, but no more than LeanDojo's benchmark has, 2,000."""
    return min(_MAX_HELD_OUT, num_theorems // _ONE_IN)


def random_split(names: Sequence[str], *, seed: int) -> list[Split]:
    """For each of the theorems called `names` the part it belongs to, by chance."""
    order = sorted(range(len(names)), key=lambda number: _chance(names[number], seed))
    return _divided(len(names), order[: 2 * num_held_out(len(names))])


def novel_premises_split(
    names: Sequence[str],
    used: Sequence[Collection[Hashable]],
    shown: Sequence[Collection[Hashable]],
    *,
    seed: int,
) -> list[Split]:
    """The same, but every proof that is held out uses a premise that no proof of `train` uses.

    Premises are taken up from the rarest on, and all proofs that use one go together (LeanDojo, arXiv 2306.15626,
    section 4).

    Args:
        names: the theorems.
        used: for each the premises of its proof.
        shown: for each the premises that its tactics name in the data set; a premise counts as a reason to hold a proof
            out only if the data set itself shows it.
        seed: decides between equals.
    """
    users: dict[Hashable, list[int]] = defaultdict(list)
    for number, premises in enumerate(used):
        for premise in premises:
            users[premise].append(number)
    wanted = 2 * num_held_out(len(names))
    held_out: set[int] = set()
    for premise in sorted(users, key=lambda premise: (len(users[premise]), _chance(str(premise), seed))):
        if len(held_out) >= wanted:
            break
        if all(premise in shown[number] for number in users[premise]):
            held_out.update(users[premise])
    return _divided(len(names), sorted(held_out, key=lambda number: _chance(names[number], seed)))


def _divided(num_theorems: int, held_out: Sequence[int]) -> list[Split]:
    """The first half of `held_out` is `val`, the rest `test`, all others `train`."""
    parts: list[Split] = ["train"] * num_theorems
    for place, number in enumerate(held_out):
        parts[number] = "val" if place < num_held_out(num_theorems) else "test"
    return parts


def _chance(name: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed} {name}".encode()).digest()
