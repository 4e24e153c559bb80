"""A benchmark: statements to be proved, as researchers publish them, in a folder of Lean files or as JSON lines.

Every statement stays as it was published. What is known to be wrong with one is said beside it, and the header that it
was written under can be exchanged for the embedded engine's without touching the statement itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from data.declarations import sorry_theorems, theorems
from data.errors import UsageError
from data.finding import did_you_mean, find_theorem
from data.repository import parse_imports
from data.source import read_source
from data.theorem import Theorem

_KNOWN_BAD = Path(__file__).parent / "benchmarks" / "known_bad.toml"
_SPLITS = {"valid": "valid", "validation": "valid", "val": "valid", "test": "test", "train": "train"}
_MATHLIB_PACKAGES = ("Mathlib", "Aesop", "Batteries")
_MATHLIB = re.compile(rf"^import (?:{'|'.join(_MATHLIB_PACKAGES)})\b[\w.]*[ \t]*$\n?", re.MULTILINE)
# As Mathlib is compiled: a name that does not exist must be an error, never a variable.
_COMPAT_HEADER = "import Compat\nset_option autoImplicit false\n"
_UNFINISHED = re.compile(r":=\s*(?:by)?\s*\Z")
# PutnamBench leaves the answer out of the statement and gives it in a comment: `:= sorry` and below it `-- answer`.
_ANSWER = re.compile(
    r"(?P<front>_solution\b(?:(?!\n\n).)*?:=\s*)sorry\s*\n(?P<answer>(?:[ \t]*--[^\n]*\n)+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One statement of a benchmark.

    Attributes:
        name: its name in the benchmark; unique there.
        theorem: what is to be proved, in the text it was published with.
        split: `valid`, `test`, ..., None where the benchmark has no splits.
        known_bad: why the statement cannot be proved as it stands, where that is known; else None.
        is_true: whether it is known to have a proof, so that nobody need try its negation.
    """

    name: str
    theorem: Theorem
    split: str | None
    known_bad: str | None
    is_true: bool = False

    @property
    def wants_mathlib(self) -> bool:
        """Whether the statement was written under Mathlib's header."""
        imports = parse_imports(self.theorem.source)
        return any(imported.module.split(".")[0] in _MATHLIB_PACKAGES for imported in imports)

    def with_compatibility_header(self) -> Problem:
        """The same statement under the header that the embedded engine's library has in place of Mathlib's."""
        front = _MATHLIB.sub("", self.theorem.source[: self.theorem.start])
        grown = len(_COMPAT_HEADER) + len(front) - self.theorem.start
        moved = replace(
            self.theorem,
            source=_COMPAT_HEADER + front + self.theorem.source[self.theorem.start :],
            start=self.theorem.start + grown,
            hole_start=self.theorem.hole_start + grown,
            hole_end=self.theorem.hole_end + grown,
            end=self.theorem.end + grown,
        )
        return replace(self, theorem=moved)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Statements in the order in which they were published.

    Attributes:
        name: what it is called.
        problems: the statements.
        digest: SHA-256 over names and texts; two runs are comparable only where it is the same.
        licence: the first line of the licence beside the statements, None where there is none.
    """

    name: str
    problems: tuple[Problem, ...]
    digest: str
    licence: str | None


class _Line(BaseModel):
    """One line of a JSONL benchmark; the fields' names differ between publishers."""

    model_config = ConfigDict(extra="ignore")
    name: Annotated[str, Field(min_length=1, validation_alias=AliasChoices("name", "theorem_name", "problem_id", "id"))]
    statement: Annotated[str, Field(min_length=1, validation_alias=AliasChoices("formal_statement", "lean4_statement"))]
    header: Annotated[str, Field(validation_alias=AliasChoices("header", "lean4_header"))] = ""
    split: str | None = None


def read_benchmark(path: Path, *, split: str | None = None) -> Benchmark:
    """Read a benchmark from a `.jsonl` file, or from a folder (or file) of Lean files with `sorry`.

    Args:
        path: where it lies.
        split: keep this split only; in a folder the split is a folder's or a file's name, `Valid/` or `Test.lean`.

    Raises:
        UsageError: if it holds no statement, two of one name, no such split, or a line that is no statement.
    """
    if not path.exists():
        raise UsageError(f"no benchmark at {path}; --path takes a .jsonl file or a folder of Lean files")
    problems = tuple(_from_lines(path) if path.suffix == ".jsonl" else _from_files(path))
    if not problems:
        raise UsageError(f"{path} holds no statement to prove: neither a .jsonl line nor a Lean theorem with `sorry`")
    twice = [name for name, number in Counter(problem.name for problem in problems).items() if number > 1]
    if twice:
        raise UsageError(f"{path} has {len(twice)} names twice, {twice[0]!r} for one; give each statement its own")
    chosen = _of_split(problems, split, path)
    texts = json.dumps([(problem.name, problem.theorem.source) for problem in chosen], ensure_ascii=False)
    return Benchmark(
        name=path.stem if path.is_file() else path.resolve().name,
        problems=chosen,
        digest=hashlib.sha256(texts.encode()).hexdigest(),
        licence=_licence(path if path.is_dir() else path.parent),
    )


def _of_split(problems: Sequence[Problem], split: str | None, path: Path) -> tuple[Problem, ...]:
    if split is None:
        return tuple(problems)
    chosen = tuple(problem for problem in problems if problem.split == _SPLITS.get(split.lower(), split))
    if not chosen:
        known = sorted({problem.split for problem in problems if problem.split is not None})
        there = f"there are: {', '.join(known)}" if known else "it has no splits: drop --split"
        raise UsageError(f"no split {split!r} in {path}{did_you_mean(split, known)}; {there}")
    return chosen


def _from_lines(path: Path) -> Iterator[Problem]:
    for number, text in enumerate(read_source(path).splitlines(), start=1):
        if not text.strip():
            continue
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise UsageError(f"{path}#{number}: {where + ': ' if where else ''}{first['msg']}") from None
        source = _with_answers(_finished(f"{line.header.rstrip()}\n\n{line.statement}".lstrip("\n")))
        yield _problem(line.name, _last_theorem(source, name=line.name, place=f"{path}#{number}"), line.split)


def _from_files(path: Path) -> Iterator[Problem]:
    files = sorted(path.rglob("*.lean")) if path.is_dir() else [path]
    for file in files:
        source = _with_answers(read_source(file))
        for theorem in sorry_theorems(source, file):
            if theorem.is_whole_proof:
                # An example, and the second `sorry` of a proof, have a name in their file only.
                name = theorem.full_name if "@" not in theorem.full_name else f"{file.stem}.{theorem.full_name}"
                yield _problem(name, theorem, _split_of(file.relative_to(path) if path.is_dir() else Path(file.name)))


def _problem(name: str, theorem: Theorem, split: str | None) -> Problem:
    normal = None if split is None else _SPLITS.get(split.lower(), split)
    return Problem(name=name, theorem=theorem, split=normal, known_bad=_known_bad(name, theorem))


def _last_theorem(source: str, *, name: str, place: str) -> Theorem:
    """The theorem that a line states: the one of the line's name, or else the last."""
    found = theorems(source, None)
    if not found:
        raise UsageError(f"{place}: {name!r} states no theorem")
    named = [theorem for theorem in found if theorem.full_name == name]
    return find_theorem(source, None, (named or found)[-1].full_name)


def _finished(source: str) -> str:
    """The text with a `sorry` where the publisher stopped at `:=` or `:= by`."""
    return source.rstrip() + " sorry\n" if _UNFINISHED.search(source) else source


def _with_answers(source: str) -> str:
    """The text with the published answers in place of PutnamBench's `_solution` placeholders."""

    def fill(match: re.Match[str]) -> str:
        lines = (line.strip().removeprefix("--").strip() for line in match["answer"].splitlines())
        return f"{match['front']}{' '.join(lines)}\n"

    return _ANSWER.sub(fill, source)


def _split_of(path: Path) -> str | None:
    parts = [*path.parts[:-1], path.stem]
    return next((part.lower() for part in parts if part.lower() in _SPLITS), None)


def _licence(folder: Path) -> str | None:
    for place in (folder, folder.parent):
        for name in ("LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"):
            if (place / name).is_file():
                return next((line.strip() for line in read_source(place / name).splitlines() if line.strip()), None)
    return None


@cache
def _bad_statements() -> dict[str, tuple[re.Pattern[str], str]]:
    entries = tomllib.loads(read_source(_KNOWN_BAD))["statement"]
    return {entry["name"]: (re.compile(entry["pattern"]), entry["reason"]) for entry in entries}


def _known_bad(name: str, theorem: Theorem) -> str | None:
    pattern, reason = _bad_statements().get(name, (None, ""))
    return reason if pattern is not None and pattern.search(" ".join(theorem.statement.split())) else None
