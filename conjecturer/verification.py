"""The last word on the proofs of many conjectures at once: a fresh Lean that has seen none of the search.

The same rules as for one theorem (`prover/lean/verification.py`): no error, nothing but Lean's own axioms, no word in
the proof that could cheat. Hundreds of theorems go through one run, which makes a millisecond of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conjecturer.conjecture import Conjecture
from conjecturer.ground import Ground
from conjecturer.lean_batch import Message
from prover.lean.screening import objection
from prover.lean.verification import STANDARD_AXIOMS

_AXIOMS = re.compile(r"'.*' depends on axioms: \[(?P<axioms>[^\]]*)\]", re.DOTALL)
_NO_AXIOMS = "does not depend on any axioms"


def verified(ground: Ground, conjectures: Sequence[Conjecture]) -> list[bool]:
    """Whether the proof of each is one. Without a proof it is none."""
    places = [
        place for place, entry in enumerate(conjectures) if entry.proof is not None and objection(entry.proof) is None
    ]
    # One command each, so that no run of Lean has the question without the theorem.
    answers = ground.batch().run([_command(f"leanloop_{place}", conjectures[place]) for place in places])
    good = {place for place, messages in zip(places, answers, strict=True) if _is_proof(messages)}
    return [place in good for place in range(len(conjectures))]


def axioms_in(text: str) -> frozenset[str] | None:
    """The axioms in what `#print axioms` prints; None if it prints something else."""
    match = _AXIOMS.search(text)
    if match is not None:
        return frozenset(filter(None, (name.strip() for name in match["axioms"].split(","))))
    return frozenset() if _NO_AXIOMS in text else None


def _command(name: str, conjecture: Conjecture) -> str:
    return f"theorem {name} : {conjecture.statement} := {conjecture.proof}\n#print axioms {name}"


def _is_proof(messages: Sequence[Message]) -> bool:
    if any(message.is_error or "sorry" in message.text for message in messages):
        return False
    axioms = [axioms_in(message.text) for message in messages if message.severity == "information"]
    return len(axioms) == 1 and axioms[0] is not None and axioms[0] <= STANDARD_AXIOMS
