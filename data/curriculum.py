"""In which order repositories are learnt from: the easy ones first, by whatever is taken for easy.

`steps` is LeanAgent's (arXiv 2410.06209, section 3.2): a theorem of S tactics has difficulty e^S, one without a proof
is infinitely difficult, and one whose proof has no tactics counts a third to each class. The classes end at the 33rd
and the 67th percentile of all theorems of all repositories; the repository with the most easy theorems comes first.
`pass_rate` asks the prover itself; `imports` puts what others build on first; `given` and `reversed` are to compare.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import networkx
import numpy as np

from data.errors import UsageError

Order = Literal["steps", "pass_rate", "imports", "given", "reversed"]
ORDERS: tuple[Order, ...] = get_args(Order)
_PERCENTILES = (33.0, 67.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A repository that is to be learnt from.

    Attributes:
        name: of the repository.
        steps: for every theorem the tactics of its proof, None without tactics, and whether it has a proof.
        num_tries: searches made in it so far.
        num_proved: those of them that found a proof.
        needs: the names of the repositories that it imports.
    """

    name: str
    steps: tuple[tuple[int | None, bool], ...]
    num_tries: int = 0
    num_proved: int = 0
    needs: tuple[str, ...] = ()

    @property
    def pass_rate(self) -> float | None:
        """The share of searches that found a proof, None without any."""
        return self.num_proved / self.num_tries if self.num_tries else None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A repository's place in the curriculum: how many of its theorems are of each class."""

    candidate: Candidate
    num_easy: float
    num_medium: float
    num_hard: float
    num_open: int


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The repositories in order, and the difficulties at which the classes end."""

    order: Order
    lessons: tuple[Lesson, ...]
    easy_until: float
    medium_until: float


def difficulty(num_steps: int | None, *, is_proved: bool) -> float | None:
    """e^S for a proof of S tactics, infinite without a proof, None for a proof without tactics."""
    if not is_proved:
        return math.inf
    return math.exp(min(num_steps, 700)) if num_steps is not None else None  # beyond 700 it would not be a number


def make_curriculum(candidates: Sequence[Candidate], *, order: Order) -> Curriculum:
    """Put repositories in order.

    Args:
        candidates: the repositories, in the user's order, which decides between equals.
        order: by what.

    Raises:
        UsageError: if they are to come by imports and import each other in a circle, or by pass rates and none of them
            was tried yet.
    """
    finite = [
        value
        for candidate in candidates
        for steps, is_proved in candidate.steps
        if (value := difficulty(steps, is_proved=is_proved)) is not None and math.isfinite(value)
    ]
    easy, medium = (float(value) for value in np.percentile(finite, _PERCENTILES)) if finite else (0.0, 0.0)
    lessons = [_lesson(candidate, easy, medium) for candidate in candidates]
    return Curriculum(order, tuple(_ordered(lessons, order)), easy, medium)


def _lesson(candidate: Candidate, easy: float, medium: float) -> Lesson:
    values = [difficulty(steps, is_proved=is_proved) for steps, is_proved in candidate.steps]
    share = values.count(None) / 3
    known = [value for value in values if value is not None and math.isfinite(value)]
    num_easy = sum(value <= easy for value in known)
    num_medium = sum(easy < value <= medium for value in known)
    return Lesson(
        candidate,
        num_easy=num_easy + share,
        num_medium=num_medium + share,
        num_hard=len(known) - num_easy - num_medium + share,
        num_open=values.count(math.inf),
    )


def _ordered(lessons: Sequence[Lesson], order: Order) -> list[Lesson]:
    if order == "given":
        return list(lessons)
    if order == "reversed":
        return list(reversed(lessons))
    if order == "steps":
        return sorted(lessons, key=lambda lesson: -lesson.num_easy)
    if order == "pass_rate":
        rates = {lesson.candidate.name: lesson.candidate.pass_rate for lesson in lessons}
        if all(rate is None for rate in rates.values()):
            raise UsageError("nothing was tried yet, so there are no pass rates to go by: use order steps first")
        # What was never tried is neither easy nor hard.
        return sorted(lessons, key=lambda lesson: -(0.5 if (rate := lesson.candidate.pass_rate) is None else rate))
    return _by_imports(lessons)


def _by_imports(lessons: Sequence[Lesson]) -> list[Lesson]:
    places: Mapping[str, int] = {lesson.candidate.name: place for place, lesson in enumerate(lessons)}
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(places)
    graph.add_edges_from(
        (need, lesson.candidate.name) for lesson in lessons for need in lesson.candidate.needs if need in places
    )
    try:
        names = list(networkx.lexicographical_topological_sort(graph, key=lambda name: places[name]))
    except networkx.NetworkXUnfeasible:
        raise UsageError("the repositories import each other in a circle: use another order than imports") from None
    return [lessons[places[name]] for name in names]
