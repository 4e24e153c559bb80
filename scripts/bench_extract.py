"""How fast premises and theorems are extracted, and in how much memory.

    python scripts/bench_extract.py                     5,000 files, 200,000 declarations, and the embedded library
    python scripts/bench_extract.py --files 500         a tenth of it

The synthetic repository is written to a temporary directory: sources, and the `.ilean` files that Lean would write for
them. Each extraction runs in a process of its own, on one core; its processor time and its largest memory are printed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.cache import cache_directory
from data.command_line import positive_count
from data.compiled import find_build
from data.export import export_dataset
from data.extraction import Extraction
from data.origin import origin_of
from data.repository import LIBRARY, open_repository
from prover.lean.building import build_repository, open_to_build

NUM_IMPORTS = 3
NUM_PREMISES = 4


def write_repository(root: Path, *, num_files: int, num_declarations: int, seed: int) -> None:
    """Write a repository in which every file imports some earlier ones and every proof names some of their theorems."""
    chance = random.Random(seed)
    compiled = root / ".lake" / "build" / "lib" / "lean" / "Synthetic"
    sources = root / "Synthetic"
    compiled.mkdir(parents=True)
    sources.mkdir()
    (root / "lakefile.toml").write_text('name = "synthetic"\n[[lean_lib]]\nname = "Synthetic"\n')
    for number in range(num_files):
        imports = sorted({chance.randrange(number) for _ in range(NUM_IMPORTS)}) if number else []
        lines = ["prelude", *(f"import Synthetic.File{other}" for other in imports), f"namespace File{number}", ""]
        references: dict[str, dict[str, Any]] = {}
        for place in range(num_declarations):
            name = f"File{number}.theorem_{place}_of_group"
            line = len(lines)
            _refer(references, number, name)["definition"] = [
                line + 1,
                8,
                line + 1,
                8 + len(f"theorem_{place}_of_group"),
            ]
            lines += [
                f"/-- The law number {place}, which says that two sides are equal. -/",
                f"theorem theorem_{place}_of_group (a b c : G) (h : a * b = c) : a * (b * c) = c * c := by",
            ]
            for _ in range(NUM_PREMISES):
                other = chance.choice([*imports, number])
                last = place if other == number else num_declarations
                used = f"File{other}.theorem_{chance.randrange(last) if last else 0}_of_group"
                lines.append(f"  rw [{used} a b c h]")
                usage = [len(lines) - 1, 6, len(lines) - 1, 6 + len(used), name]
                _refer(references, other, used)["usages"].append(usage)
            lines.append("")
        lines.append(f"end File{number}")
        (sources / f"File{number}.lean").write_text("\n".join(lines) + "\n", encoding="utf-8")
        content = {"version": 5, "module": f"Synthetic.File{number}", "directImports": [], "decls": {}}
        (compiled / f"File{number}.ilean").write_text(json.dumps({**content, "references": references}))


def _refer(references: dict[str, dict[str, Any]], number: int, name: str) -> dict[str, Any]:
    key = json.dumps({"c": {"m": f"Synthetic.File{number}", "n": name}})
    return references.setdefault(key, {"definition": None, "usages": []})


def extract(repository_name: str, cache: Path) -> None:
    """Extract, and print what it took as one JSON line."""
    repository = open_repository(repository_name)
    with tempfile.TemporaryDirectory() as out:
        start = time.process_time()
        build = find_build(repository, cache=cache)
        extraction = Extraction(repository, build, report=print)
        summary = export_dataset(extraction, Path(out), name="benchmark", origin=origin_of(repository))
        seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    record = {
        "files": summary.num_files,
        "declarations": summary.num_declarations,
        "seconds": seconds,
        "memory": memory,
    }
    sys.stdout.write(json.dumps(record) + "\n")


def measured(repository_name: str) -> str:
    """One line about an extraction in a process of its own."""
    command = [sys.executable, __file__, "--extract", repository_name]
    record = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    rate = record["declarations"] / record["seconds"]
    return (
        f"{record['files']:,} files, {record['declarations']:,} declarations: {record['seconds']:.1f} s of one core,"
        f" {rate:,.0f} declarations a second, {record['memory'] / 1e6:,.0f} MB at most"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=positive_count, default=5000, metavar="N")
    parser.add_argument("--declarations", type=positive_count, default=40, metavar="N", help="in each file")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--extract", metavar="REPO", help=argparse.SUPPRESS)
    flags = parser.parse_args()
    if flags.extract is not None:
        extract(flags.extract, cache_directory(None))
        return
    build_repository(*open_to_build(LIBRARY, requested=None, cache=None, progress=lambda _: None))
    sys.stdout.write(f"embedded library: {measured(LIBRARY)}\n")
    for num_files in (max(flags.files // 10, 1), flags.files):
        with tempfile.TemporaryDirectory() as scratch:
            root = Path(scratch) / "synthetic"
            write_repository(root, num_files=num_files, num_declarations=flags.declarations, seed=flags.seed)
            sys.stdout.write(f"synthetic: {measured(str(root))}\n")


if __name__ == "__main__":
    main()
