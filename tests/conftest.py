"""What the tests share: the embedded engine as a user has it, and the parts to build a tiny one from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prover.lean.embedded import embedded_lean
from prover.lean.toolchain import Lean


@pytest.fixture(scope="session")
def embedded() -> Lean:
    """The embedded engine with our core library, built once in the user's cache like a user's own."""
    return embedded_lean()


def _write_tiny_library(directory: Path) -> Path:
    (directory / "Init").mkdir(parents=True)
    (directory / "Init.lean").write_text("prelude\nimport Init.First\n")
    (directory / "Init" / "First.lean").write_text("prelude\ninductive Truth : Prop where\n  | intro : Truth\n")
    return directory


@pytest.fixture
def tiny_library(tmp_path: Path) -> Path:
    """A core library of two modules and one proposition, `Truth`: it compiles in a moment, ours takes seconds."""
    return _write_tiny_library(tmp_path / "library")


@pytest.fixture(scope="session")
def tiny_lean(tmp_path_factory: pytest.TempPathFactory) -> Lean:
    """An engine with the tiny library, built from nothing."""
    directory = tmp_path_factory.mktemp("from_nothing")
    return embedded_lean(cache=directory / "cache", library=_write_tiny_library(directory / "library"))


@pytest.fixture
def fresh_cache(tmp_path: Path, tiny_lean: Lean) -> Path:
    """A cache in which nothing is built yet, but where a build has read the wheel's 230 MB and found them right."""
    shutil.copytree(Path(tiny_lean.command[0]).parents[2] / "checked", tmp_path / "a cache" / "checked")
    return tmp_path / "a cache"
