"""What the light base must do without: every command says what it can do before it needs a library of an extra."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from data.command_line import EXTRAS

ROOT = Path(__file__).parents[2]
COMMANDS = [
    f"{floor}.commands.{path.stem}"
    for floor in ("retrieval", "prover", "conjecturer")
    for path in sorted((ROOT / floor / "commands").glob("*.py"))
]
_PROGRAM = """
import importlib, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {extras!r}:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Missing())
for name in {modules!r}:
    importlib.import_module(name)
"""


@pytest.mark.parametrize("module", ["conjecturer.self_play", "prover.prover", "prover.tactics.small_judge"])
def test_what_needs_no_model_imports_no_torch(module: str) -> None:
    """Self-play without models, and proving, would need gigabytes that they make no use of."""
    _import(module)


def test_every_command_starts_without_the_extras() -> None:
    """Somebody who has not installed an extra would see a stack trace instead of its name."""
    assert len(COMMANDS) > 20
    _import(*COMMANDS)


def _import(*modules: str) -> None:
    program = _PROGRAM.format(extras=set(EXTRAS), modules=modules)
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr
