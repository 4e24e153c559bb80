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
def _checked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build from nothing leaves in the cache as proof that it read the wheel's 230 MB and found them right."""
    directory = tmp_path_factory.mktemp("from_nothing")
    embedded_lean(cache=directory / "cache", library=_write_tiny_library(directory / "library"))
    return directory / "cache" / "checked"


@pytest.fixture
def fresh_cache(tmp_path: Path, _checked_wheel: Path) -> Path:
    """A cache in which nothing is built yet, only the wheel's hash is known."""
    shutil.copytree(_checked_wheel, tmp_path / "a cache" / "checked")
    return tmp_path / "a cache"
