"""Compare our library with Lean's own `Init`: `python scripts/compare_library.py [--out PAGE.md]`.

Lean's `Init` is not on a machine that has only Python, neither compiled nor as text. Three things about it are still
known, and these are compared:

- functions: what Lean compiled of `Init` is in its shared library, module by module, under mangled names;
- theorems its tactics use: their names are literals in the shared library;
- statements: `scripts/core_statements.txt` has the most used theorems, written down from knowledge of Lean. Ours has to
  be the same up to reducible definitions, with the same explicit arguments.

What theorems `Init` has besides cannot be read off the shared library. The page says so.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.errors import LeanLoopError, UsageError
from prover.lean.command import Lean
from prover.lean.embedded import LEAN_VERSION, embedded_lean
from scripts.generate_bindings_objects import SharedLibrary, demangle

STATEMENTS = Path(__file__).with_name("core_statements.txt")
_SECONDS = 300
_SECTIONS = ("Nat", "Int", "List", "Option", "Bool", "Fin", "Function", "Prod", "Decidable", "Classical", "Rat")
_WRITTEN = re.compile(rf"(?:{'|'.join(_SECTIONS)})(?:\.[^\W\d][\w'!?]*)+")
# Made by Lean itself for every type, or named by a machine: nobody writes them.
_GENERATED = re.compile(
    r"\.(_|inst|ctor|match_|\d)|\.(elim|rec|recOn|casesOn|noConfusion\w*|toCtorIdx|go|loop|sizeOf)\b|\.Internal\b"
)

Verdict = Literal["same", "missing", "differs"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Names of one kind in one namespace."""

    namespace: str
    there: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A theorem of Lean's own library, as `core_statements.txt` has it.

    Attributes:
        name: `Nat.add_comm`.
        signature: `(n m : Nat) : n + m = m + n`.
    """

    name: str
    signature: str

    @property
    def arguments(self) -> tuple[str, ...]:
        """The names of the explicit binders."""
        found: list[str] = []
        depth = start = 0
        for index, character in enumerate(self.signature):
            if character in "([{":
                start = index if depth == 0 else start
                depth += 1
            elif character in ")]}":
                depth -= 1
                if depth == 0 and self.signature[start] == "(":
                    found += self.signature[start + 1 : index].split(" : ")[0].split()
            elif depth == 0 and character == ":":
                break
        return tuple(found)

    @property
    def example(self) -> str:
        """Lean that elaborates exactly if ours has this statement."""
        return f"example {self.signature} := by with_reducible exact {' '.join((self.name, *self.arguments))}"


def read_statements(file: Path = STATEMENTS) -> list[Statement]:
    """The statements in the file.

    Raises:
        UsageError: if a line has no statement.
    """
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            name, _, signature = line.partition(" ")
            if ":" not in signature:
                raise UsageError(f"{file}:{number}: expected `NAME BINDERS : STATEMENT`")
            found.append(Statement(name=name, signature=signature))
    return found


def compare_statements(statements: Sequence[Statement], *, lean: Lean) -> dict[Statement, Verdict]:
    """What became of each statement in our library; nothing of `Compat` counts here."""
    there = _declared([statement.name for statement in statements], lean=lean, imports="Init")
    header = ["import Init", "universe u v w"]
    errors = _errors([*header, *(statement.example for statement in statements)], lean=lean)
    verdicts: dict[Statement, Verdict] = {}
    for number, statement in enumerate(statements, start=len(header) + 1):
        differs: Verdict = "differs" if number in errors else "same"
        verdicts[statement] = differs if statement.name in there else "missing"
    return verdicts


def compare_names(names: set[str], *, lean: Lean) -> list[Comparison]:
    """Which names are declared by `Init` or `Compat`, namespace by namespace."""
    wanted = sorted(name for name in names if _WRITTEN.fullmatch(name) and not _GENERATED.search(name))
    there = _declared(wanted, lean=lean, imports="Compat")
    found = []
    for namespace in _SECTIONS:
        own = [name for name in wanted if name.startswith(f"{namespace}.")]
        found.append(
            Comparison(
                namespace=namespace,
                there=tuple(name for name in own if name in there),
                missing=tuple(name for name in own if name not in there),
            )
        )
    return found


def functions_of_init(library: SharedLibrary) -> set[str]:
    """The functions that Lean compiled of its own `Init`."""
    return {
        demangle(symbol.removeprefix("l_").partition("___")[0])
        for module, symbols in library.functions_by_module().items()
        if module.startswith("Init")
        for symbol in symbols
    }


def _declared(names: Sequence[str], *, lean: Lean, imports: str) -> set[str]:
    header = f"import {imports}"
    errors = _errors([header, *(f"#check @{name}" for name in names)], lean=lean)
    return {name for number, name in enumerate(names, start=2) if number not in errors}


def _errors(lines: Sequence[str], *, lean: Lean) -> set[int]:
    """The numbers of the lines with which Lean finds fault."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "Compare.lean"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [*lean.command, "--json", "-DmaxErrors=1000000", str(file)]
        output = subprocess.run(
            command, env=lean.environment(), capture_output=True, text=True, timeout=_SECONDS, check=False
        ).stdout
    messages = [json.loads(line) for line in output.splitlines()]
    return {message["pos"]["line"] for message in messages if message["severity"] == "error"}


def _page(
    statements: dict[Statement, Verdict], functions: Sequence[Comparison], theorems: Sequence[Comparison]
) -> Iterator[str]:
    yield "# Our library beside Lean's Init"
    yield (
        f"\nLean {LEAN_VERSION}. Lean's own `Init` comes with the embedded engine neither as text nor compiled; "
        "compared is what its shared library tells of it, and a list of statements written down from knowledge of it.\n"
    )
    yield "## Statements\n"
    verdicts = list(statements.values())
    yield (
        f"Of {len(statements)} much used theorems {verdicts.count('same')} are in our `Init` with the same statement "
        f"and the same explicit arguments, {verdicts.count('missing')} are missing, {verdicts.count('differs')} differ."
        " Lean checked ours against each, up to reducible definitions.\n"
    )
    for verdict in ("differs", "missing"):
        for statement, found in statements.items():
            if found == verdict:
                yield f"- {verdict}: `{statement.name} {statement.signature}`"
    yield from _section("Functions", "Functions that Lean compiled of its `Init`; those of `Compat` count.", functions)
    yield from _section(
        "Theorems and constants that tactics use",
        "Names that Lean's code mentions. What else `Init` proves is not in the shared library.",
        theorems,
    )


def _section(title: str, remark: str, comparisons: Sequence[Comparison]) -> Iterator[str]:
    yield f"\n## {title}\n\n{remark}\n\n| namespace | in Lean | there | missing |\n|---|---|---|---|"
    for row in comparisons:
        num_there, num_missing = len(row.there), len(row.missing)
        yield f"| {row.namespace} | {num_there + num_missing} | {num_there} | {num_missing} |"
    for row in comparisons:
        if row.missing:
            names = ", ".join(f"`{name.removeprefix(row.namespace + '.')}`" for name in row.missing)
            yield f"\nMissing in {row.namespace}: {names}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="where the page is written (default: standard output)")
    parser.add_argument("--cache", type=Path, help="where the engine is kept")
    arguments = parser.parse_args()
    lean = embedded_lean(cache=arguments.cache)
    library = SharedLibrary()
    functions = functions_of_init(library)
    page = "\n".join(
        _page(
            compare_statements(read_statements(), lean=lean),
            compare_names(functions, lean=lean),
            compare_names(library.names() - functions, lean=lean),
        )
    )
    if arguments.out is None:
        print(page)
    else:
        arguments.out.write_text(page + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except LeanLoopError as error:
        sys.exit(f"error: {error}")
