"""Small Lean repositories of growing difficulty, in Git, to learn from one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from prover.lifelong.stages import Lesson
from tests.integration.git_repositories import Origin

# What is stated, and a tactic that proves it and names a premise.
_FACTS = (
    ("(p q : Prop) (hp : p) (hq : q) : p ∧ q", "exact And.intro hp hq"),
    ("(p q : Prop) (hp : p) : p ∨ q", "exact Or.inl hp"),
    ("(p q : Prop) (hq : q) : p ∨ q", "exact Or.inr hq"),
    ("(a b : Nat) : a + b = b + a", "rw [Nat.add_comm]"),
    ("(a b c : Nat) : a + b + c = a + (b + c)", "rw [Nat.add_assoc]"),
    ("(p : Prop) (h : p) : ¬ ¬ p", "exact not_not_intro h"),
)
_NUM_THEOREMS = 24


def lean_repository(root: Path, name: str, *, num_steps: int) -> Origin:
    """A repository whose proofs have `num_steps` tactics each; two more theorems have a `sorry`, one of them false."""
    origin = Origin(root / name)
    lines = [f"namespace {name}", ""]
    for number in range(_NUM_THEOREMS):
        statement, tactic = _FACTS[number % len(_FACTS)]
        steps = [f"  have h{step} : True := True.intro" for step in range(num_steps - 1)]
        lines += [f"theorem t{number} {statement} := by", *steps, f"  {tactic}", ""]
    lines += ["theorem open_one (p q : Prop) (h : p ∧ q) : q ∧ p := by", "  sorry", ""]
    lines += ["theorem hopeless (p q : Prop) (h : p ∨ q) : p ∧ q := by", "  sorry", "", f"end {name}", ""]
    origin.commit({"lakefile.toml": f'name = "{name}"\n', f"{name}.lean": "\n".join(lines)})
    return origin


class StoppedOnce:
    """A further stage that is stopped, as by Ctrl-C, the first time it is run, and counts its runs in its folder."""

    name = "extra"

    def run(self, lesson: Lesson, *, progress: Callable[[str], None]) -> Mapping[str, Any]:
        """Count."""
        progress("counting")
        mark = lesson.folder.parent / "stopped"
        if not mark.exists():
            mark.touch()
            raise KeyboardInterrupt
        return {"seen": [prepared.name for prepared in lesson.seen]}
