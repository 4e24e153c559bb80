"""Which statements of miniF2F the embedded engine can read: `python scripts/list_minif2f.py --path FOLDER [--json]`.

FOLDER holds Lean files written for Mathlib, one theorem a file. Each is elaborated with `import Compat` in place of
`import Mathlib` and otherwise untouched; whatever it needs that we do not have is listed. A name that does not exist
is an error and never a variable (`autoImplicit` is off), so that no statement passes with another meaning.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rich.console import Console
from rich.table import Table

from data.errors import LeanLoopError, UsageError
from prover.lean.command import Lean
from prover.lean.embedded import embedded_lean

_SECONDS = 120
_HEADER = re.compile(r"^import Mathlib$", re.MULTILINE)
_NEEDS = (
    re.compile(r"^(`[^`]*`): .* need Mathlib"),
    re.compile(r"^[Uu]nknown (?:identifier|constant|namespace) (`[^`]*`)"),
    re.compile(r"^Function expected at\s+(\S+)"),
    re.compile(r"^failed to synthesize(?: instance of type class)?\s+(.+)"),
    re.compile(r"^Invalid field (`[^`]*`)"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one statement.

    Attributes:
        name: the file's name without its ending.
        needs: what is missing, in the order of Lean's errors; nothing if the statement elaborates.
    """

    name: str
    needs: tuple[str, ...]

    @property
    def elaborates(self) -> bool:
        return not self.needs


def list_statements(folder: Path, *, lean: Lean) -> list[Finding]:
    """Elaborate every Lean file below `folder`, several at a time, in the order of their names.

    Raises:
        UsageError: if there is none, or one does not import Mathlib.
    """
    files = sorted(folder.rglob("*.lean"))
    if not files:
        raise UsageError(f"{folder}: no Lean file there: --path takes the folder with the statements")
    with tempfile.TemporaryDirectory() as directory, ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(lambda file: _elaborate(file, lean=lean, directory=Path(directory)), files))


def need(message: str) -> str:
    """What one of Lean's errors asks for, in a few words."""
    for pattern in _NEEDS:
        if found := pattern.match(message):
            return found[1].strip("`")
    return message.splitlines()[0]


def _elaborate(file: Path, *, lean: Lean, directory: Path) -> Finding:
    source, num_imports = _HEADER.subn("import Compat", file.read_text(encoding="utf-8"))
    if num_imports != 1:
        raise UsageError(f"{file}: expected one line `import Mathlib`, found {num_imports}")
    copy = directory / file.name
    copy.write_text(source, encoding="utf-8")
    command = [*lean.command, "--json", "-DautoImplicit=false", str(copy)]
    try:
        output = subprocess.run(
            command, env=lean.environment(), capture_output=True, text=True, timeout=_SECONDS, check=False
        ).stdout
    except subprocess.TimeoutExpired:
        return Finding(name=file.stem, needs=(f"more than {_SECONDS} s",))
    messages = [json.loads(line) for line in output.splitlines()]
    errors = [str(message["data"]) for message in messages if message["severity"] == "error"]
    # A statement that Lean accepts still warns of its `sorry`; silence would mean that Lean died.
    if not messages:
        return Finding(name=file.stem, needs=("an answer of Lean",))
    return Finding(name=file.stem, needs=tuple(dict.fromkeys(need(error) for error in errors)))


def _tables(findings: Sequence[Finding]) -> Iterable[Table]:
    statements = Table("statement", "needs", title=f"{len(findings)} statements")
    for finding in findings:
        statements.add_row(finding.name, "; ".join(finding.needs) or "[green]elaborates[/]")
    yield statements
    num_elaborating = sum(finding.elaborates for finding in findings)
    summary = Table("statements", "need first", title=f"{num_elaborating} of {len(findings)} elaborate")
    for what, number in Counter(finding.needs[0] for finding in findings if finding.needs).most_common():
        summary.add_row(str(number), what)
    yield summary


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--path", type=Path, required=True, help="the folder with the statements")
    parser.add_argument("--cache", type=Path, help="where the engine is kept")
    parser.add_argument("--json", action="store_true", help="print one JSON object a statement")
    arguments = parser.parse_args()
    findings = list_statements(arguments.path, lean=embedded_lean(cache=arguments.cache))
    if arguments.json:
        for finding in findings:
            print(json.dumps({**asdict(finding), "elaborates": finding.elaborates}, ensure_ascii=False))
    else:
        console = Console()
        for table in _tables(findings):
            console.print(table)


if __name__ == "__main__":
    try:
        main()
    except LeanLoopError as error:
        sys.exit(f"error: {error}")
