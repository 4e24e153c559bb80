"""A corpus of files that only look like proofs, and of files that are: one cheat accepted, and no result counts.

Each file holds what it tries in its first line, the original, a line `-- candidate`, and the candidate. A cheat says in
its second line what the reason of its refusal must hold.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from prover.lean.audit.audit import Auditor
from prover.lean.command import Lean
from prover.lean.sandbox import Limits

pytestmark = pytest.mark.lean

HERE = Path(__file__).parent
CHEATS = sorted((HERE / "dishonest").glob("*.lean"))
PROOFS = sorted((HERE / "honest").glob("*.lean"))
LIMITS = Limits(memory_bytes=1 << 30, cpu_seconds=60)
SHORT = Limits(memory_bytes=1 << 30, cpu_seconds=3)


class Entry(NamedTuple):
    original: str
    candidate: str
    reason: str


def read(path: Path) -> Entry:
    original, _, candidate = path.read_text(encoding="utf-8").partition("-- candidate\n")
    reasons = [line for line in original.splitlines() if line.startswith("-- refused: ")]
    return Entry(original, candidate, reasons[0].removeprefix("-- refused: ") if reasons else "")


@cache
def auditor(original: str, lean: Lean, limits: Limits) -> Auditor:
    """Many cheats are about the same original, which is then compiled once."""
    return Auditor(original, lean, limits=limits, seconds=120)


def without_comments(original: str) -> str:
    return "\n".join(line for line in original.splitlines() if not line.startswith("-- "))


def test_corpus_is_there() -> None:
    """The tests below would pass on an empty folder."""
    assert len(CHEATS) >= 60
    assert len(PROOFS) >= 60


@pytest.mark.parametrize("path", CHEATS, ids=lambda path: path.stem)
def test_cheat_is_refused_for_its_reason(path: Path, embedded: Lean) -> None:
    """Whoever publishes an accepted cheat has published a false theorem."""
    entry = read(path)
    limits = SHORT if path.stem.startswith("endless") else LIMITS
    audit = auditor(without_comments(entry.original), embedded, limits).audit(entry.candidate)
    assert not audit.accepted
    assert entry.reason
    assert entry.reason in audit.reason


@pytest.mark.parametrize("path", PROOFS, ids=lambda path: path.stem)
def test_honest_proof_is_accepted(path: Path, embedded: Lean) -> None:
    """A checker that refuses real proofs is soon switched off."""
    entry = read(path)
    audit = auditor(without_comments(entry.original), embedded, LIMITS).audit(entry.candidate)
    assert audit.accepted, audit.reason
    assert audit.num_checked > 0
