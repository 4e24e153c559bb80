"""A library of new theorems: mutants of a repository's own, screened, their proofs accepted by a fresh Lean.

A line of `theorems.jsonl` is a few theorems of the repository with all that came of them, written whole before the next
are begun, so that a library that was broken off goes on. No two theorems of a library are made of the same symbols
in the same numbers: that would be one of them with its sums in another order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from conjecturer.conjecture import Conjecture, KnownTheorem
from conjecturer.errors import NothingToConjectureError
from conjecturer.ground import Ground
from conjecturer.interest import hard_ones, interest, symbol_bag
from conjecturer.mutation.mutate import Mutator
from conjecturer.screening import Screen
from conjecturer.verification import verified
from data.durable import append_line, whole_lines
from data.errors import UsageError
from data.locked_folder import make_folder

_FILE = "theorems.jsonl"
# So many theorems share a run of Lean, whose start costs as much as a hundred questions.
_NUM_AT_ONCE = 10
# `exact?` would find each of these to be an instance of what it was made of.
_INSTANCES = frozenset({"specialise", "shape", "identify"})


class Entry(BaseModel):
    """A new theorem.

    Attributes:
        name: what it is called in the exported file.
        repository: what it is about.
        statement: as Lean prints it.
        proof: what stands behind `:=`.
        form: the canonical form, by which novelty is decided.
        method, theorem, lemma, change: how it was made, and of what.
        is_hard: whether `grind` alone does not prove it.
        interest: the measure of `interest.py`.
    """

    model_config = ConfigDict(frozen=True)
    name: str
    repository: str
    statement: str
    proof: str
    form: str
    method: str
    theorem: str
    lemma: str
    change: str
    is_hard: bool
    interest: float


class _Line(BaseModel):
    """What came of a few theorems of a repository."""

    repository: str
    theorems: list[str]
    counts: dict[str, int]
    entries: list[Entry]


class Library:
    """A library in a folder.

    Args:
        folder: it is made if it is not there.
        per_theorem: how many mutants of one theorem it takes, the most interesting ones.

    Raises:
        UsageError: if it cannot be written, or holds a line that is none.
    """

    def __init__(self, folder: Path, *, per_theorem: int = 12) -> None:
        self.folder = folder
        self._per_theorem = per_theorem
        make_folder(folder)
        self._lines = list(_read(folder / _FILE))
        self._bags = {_bag_key(entry.statement) for entry in self.entries}

    @property
    def entries(self) -> list[Entry]:
        """All theorems so far."""
        return [entry for line in self._lines for entry in line.entries]

    @property
    def counts(self) -> Counter[str]:
        """How many mutants had which verdict; `verified` are those whose proof a fresh Lean accepted."""
        return sum((Counter(line.counts) for line in self._lines), Counter())

    def grow(self, ground: Ground, theorems: Sequence[KnownTheorem], *, num_lemmas: int) -> Iterator[int]:
        """Mutate those theorems that are in no line yet; after every few the number of theorems of the library."""
        done = {(line.repository, name) for line in self._lines for name in line.theorems}
        screen = Screen(ground, forms=[entry.form for entry in self.entries], search_library=True)
        mutator = Mutator(ground, num_lemmas=num_lemmas)
        statements = {entry.name: entry.statement for entry in ground.theorems}
        missing = [theorem for theorem in theorems if (ground.name, theorem.name) not in done]
        for start in range(0, len(missing), _NUM_AT_ONCE):
            self._append(self._line(ground, missing[start : start + _NUM_AT_ONCE], mutator, screen, statements))
            yield len(self.entries)

    def _line(
        self,
        ground: Ground,
        theorems: Sequence[KnownTheorem],
        mutator: Mutator,
        screen: Screen,
        statements: dict[str, str],
    ) -> _Line:
        mutants = [mutant for mutant in mutator.mutants_of(theorems) if _is_wanted(mutant)]
        fresh = [mutant for mutant in mutants if _bag_key(mutant.statement) not in self._bags]
        screened = screen.screen(_one_a_bag(fresh))
        counts = Counter[str](entry.verdict for entry in screened)
        passed = [entry for entry in screened if entry.verdict == "passed"]
        proofs = verified(ground, [entry.conjecture for entry in passed])
        good = [entry for entry, is_verified in zip(passed, proofs, strict=True) if is_verified]
        hard = hard_ones(ground, [entry.conjecture for entry in good])
        entries = []
        for entry, is_hard in zip(good, hard, strict=True):
            conjecture, ancestry = entry.conjecture, entry.conjecture.ancestry
            parents = [statements[name] for name in (ancestry.theorem, ancestry.lemma) if name in statements]
            value = interest(conjecture.statement, parents, is_hard=is_hard)
            entries.append(_entry(ground.name, conjecture, entry.form, is_hard=is_hard, value=value))
        entries.sort(key=lambda entry: -entry.interest)
        counts["verified"] = len(good)
        names = [theorem.name for theorem in theorems]
        kept = [named for name in names for named in self._named(entries, name)]
        return _Line(repository=ground.name, theorems=names, counts=counts, entries=kept)

    def _named(self, entries: Sequence[Entry], theorem: str) -> list[Entry]:
        """The best of one theorem's, with names of their own: the theorem's, how they were made, and a number."""
        own = [entry for entry in entries if entry.theorem == theorem][: self._per_theorem]
        return [
            entry.model_copy(update={"name": f"{theorem}.{entry.name}_{number}"})
            for number, entry in enumerate(own, start=1)
        ]

    def _append(self, line: _Line) -> None:
        try:
            append_line(self.folder / _FILE, line.model_dump_json())
        except OSError as error:
            raise UsageError(
                f"{self.folder / _FILE} cannot be written: {error.strerror}; what is there stays"
            ) from error
        self._lines.append(line)
        self._bags |= {_bag_key(entry.statement) for entry in line.entries}


def grow_to(
    library: Library,
    grounds: Sequence[Ground],
    *,
    num_theorems: int,
    num_lemmas: int,
    on_growth: Callable[[str, int], None],
) -> None:
    """Mutate theorems of all grounds in turn until the library is large enough or there are no more.

    Raises:
        NothingToConjectureError: if all theorems have been mutated and nothing has come of it.
    """
    growing = {
        ground.name: library.grow(
            ground, [entry for entry in ground.own_theorems if entry.is_proved], num_lemmas=num_lemmas
        )
        for ground in grounds
    }
    while growing and len(library.entries) < num_theorems:
        for name in list(growing):
            size = next(growing[name], None)
            if size is None:
                del growing[name]
            else:
                on_growth(name, size)
    if not library.entries:
        verdicts = ", ".join(f"{number} {verdict}" for verdict, number in library.counts.most_common())
        raise NothingToConjectureError(f"no new theorem comes of these repositories ({verdicts or 'no mutants'})")


def most_interesting(entries: Sequence[Entry], count: int) -> list[Entry]:
    """The most interesting theorems, of each parent and of each lemma only the best one."""
    found: list[Entry] = []
    used: set[str] = set()
    for entry in sorted(entries, key=lambda entry: -entry.interest):
        parents = {name for name in (entry.theorem, entry.lemma) if name}
        if not parents & used:
            found.append(entry)
            used |= parents
    return found[:count]


def _read(path: Path) -> Iterator[_Line]:
    for number, line in enumerate(whole_lines(path), start=1):
        try:
            yield _Line.model_validate_json(line)
        except ValidationError:
            raise UsageError(f"{path}#{number} is no line of a library; delete that line and run again") from None


def _is_wanted(mutant: Conjecture) -> bool:
    return mutant.proof is not None and mutant.ancestry.method not in _INSTANCES


def _one_a_bag(mutants: Sequence[Conjecture]) -> list[Conjecture]:
    return list({_bag_key(mutant.statement): mutant for mutant in reversed(mutants)}.values())[::-1]


def _bag_key(statement: str) -> str:
    return " ".join(f"{token}:{number}" for token, number in sorted(symbol_bag(statement).items()))


def _entry(repository: str, conjecture: Conjecture, form: str, *, is_hard: bool, value: float) -> Entry:
    ancestry, proof = conjecture.ancestry, conjecture.proof
    assert proof is not None, "only what is proved comes into a library"
    return Entry(
        name=ancestry.method.replace(" ", "_"),
        repository=repository,
        statement=conjecture.statement,
        proof=proof,
        form=form,
        method=ancestry.method,
        theorem=ancestry.theorem,
        lemma=ancestry.lemma,
        change=ancestry.detail,
        is_hard=is_hard,
        interest=round(value, 4),
    )
