"""What a run leaves on disk: `results.jsonl`, a proof and a search tree for every theorem.

run.json             what was run: arguments, versions, the commit of a fetched repository
results.jsonl        one line a theorem, appended whole
proofs/NAME.lean     the whole file with the proof in it, as Lean accepted it
trees/NAME.json      the search tree
trees/NAME.html      the same, to look at
"""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from data.git import Checkout
from data.locked_folder import make_folder, writing_to
from data.version import VERSION
from prover.lean.command import Lean
from prover.proof import ProofResult
from prover.prover import Attempt
from prover.report import write_tree_page

_MAX_NAME_LENGTH = 120


def result_line(result: ProofResult) -> dict[str, Any]:
    """One theorem's result as the command line and `results.jsonl` give it.

    `proof` is the whole declaration with its proof, to be pasted where the declaration stands.
    """
    return {
        "theorem": result.theorem.full_name,
        "status": result.status,
        "proof": result.declaration,
        "checks": result.num_checks,
        "seconds": round(result.seconds, 3),
        "axioms": list(result.axioms),
        "message": result.message,
    }


class RunFolder:
    """A directory that takes the results of one run.

    Args:
        root: the directory.
        arguments: the command line.
        lean: which Lean was used.
        checkout: the commit that the theorems are from, if they were fetched.

    Raises:
        UsageError: if it cannot be made or written to.
    """

    def __init__(self, root: Path, *, arguments: Sequence[str], lean: Lean, checkout: Checkout | None = None) -> None:
        self.root = root
        record = _run_record(arguments, lean, checkout)
        make_folder(root)
        with writing_to(root):
            (root / "run.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")

    def add(self, attempt: Attempt) -> None:
        """Keep what came of one theorem.

        Raises:
            UsageError: if it cannot be written.
        """
        with writing_to(self.root):
            keep_attempt(self.root, attempt, name=attempt.result.theorem.full_name)
            with (self.root / "results.jsonl").open("a", encoding="utf-8") as results:
                results.write(json.dumps(result_line(attempt.result), ensure_ascii=False) + "\n")


def keep_attempt(root: Path, attempt: Attempt, *, name: str) -> None:
    """Write proof and search tree of one theorem into a run's folder, under the theorem's name."""
    stem = file_name(name)
    proofs, trees = root / "proofs", root / "trees"
    proofs.mkdir(exist_ok=True)
    trees.mkdir(exist_ok=True)
    result = attempt.result
    if result.proof is not None:
        (proofs / f"{stem}.lean").write_text(result.theorem.filled(result.proof), encoding="utf-8")
    (trees / f"{stem}.json").write_text(attempt.tree.model_dump_json(indent=1), encoding="utf-8")
    write_tree_page(attempt.tree, trees / f"{stem}.html")


def _run_record(arguments: Sequence[str], lean: Lean, checkout: Checkout | None) -> dict[str, Any]:
    return {
        "arguments": list(arguments),
        "repository": {"url": checkout.url, "commit": checkout.commit} if checkout is not None else None,
        "lean": {"version": lean.version, "origin": lean.origin, "command": list(lean.command)},
        "leanloop": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
    }


def file_name(name: str) -> str:
    """A theorem's name as a file's: no separators, nothing hidden, not too long."""
    return re.sub(r"[/\\\0:]", "_", name).lstrip(".")[:_MAX_NAME_LENGTH] or "_"
