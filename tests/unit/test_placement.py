"""Where a conjecture would stand in a repository: behind what it speaks of, before what people proved later."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from conjecturer.placement import Places
from data.repository import Repository, open_repository
from data.theorem import Theorem

TREES = """\
namespace Trees

universe u

inductive Tree (α : Type u) where
  | leaf
  | node (left : Tree α) (value : α) (right : Tree α)

theorem early : True := trivial

def Tree.size {α : Type u} : Tree α → Nat
  | .leaf => 0
  | .node left _ right => left.size + 1 + right.size

theorem Tree.size_leaf {α : Type u} : (Tree.leaf : Tree α).size = 0 := rfl

end Trees
"""
PATHS = """\
import Trees

def depth (t : Trees.Tree Nat) : Nat := t.size

theorem depth_leaf : depth .leaf = 0 := rfl
theorem two : 1 + 1 = 2 := rfl
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "Trees.lean").write_text(TREES, encoding="utf-8")
    (tmp_path / "Paths.lean").write_text(PATHS, encoding="utf-8")
    (tmp_path / "Other.lean").write_text(
        "def other : Nat := 0\ntheorem other_eq : other = 0 := rfl\n", encoding="utf-8"
    )
    repository: Repository = open_repository(str(tmp_path))
    return Places(repository)


def placed(places: Places, statement: str, made_of: str = "") -> Theorem | None:
    return places.theorem("new", statement, made_of=made_of, chance=random.Random(0))


def test_a_conjecture_stands_behind_what_it_speaks_of(places: Places) -> None:
    """In front of it Lean would not know the definition; behind everything later theorems would prove it at once."""
    found = placed(places, "∀ {α : Type u_1} (t : Trees.Tree α), 0 ≤ t.size")
    assert found is not None
    assert found.path is not None
    assert found.path.name == "Trees.lean"
    assert found.before.endswith("left.size + 1 + right.size\n\nuniverse u_1\n\n")
    assert found.full_name == "Trees.new"
    assert found.statement == "theorem new {α : Type u_1} (t : Trees.Tree α) : 0 ≤ t.size"


def test_it_stands_in_the_file_that_knows_all_of_it(places: Places) -> None:
    """What two files define is known to both only in the one that imports the other."""
    found = placed(places, "∀ (t : Trees.Tree Nat), depth t = Trees.Tree.size t")
    assert found is not None
    assert found.path is not None
    assert found.path.name == "Paths.lean"
    assert "universe" not in found.source
    assert placed(places, "∀ (t : Trees.Tree Nat), depth t = other") is None


def test_a_universe_that_the_file_has_is_not_declared_again(places: Places) -> None:
    """Lean refuses a level that is declared twice."""
    found = placed(places, "∀ {α : Type u} {β : Type v} (t : Trees.Tree α) (s : Trees.Tree β), t.size = s.size")
    assert found is not None
    assert found.before.endswith("universe v\n\n")


def test_what_speaks_of_no_definition_stands_where_it_was_made(places: Places) -> None:
    """Its parent proves it: it comes before that one, where somebody would have had to prove it afresh."""
    found = placed(places, "1 + 1 + 0 = 2", made_of="two")
    assert found is not None
    assert found.before.endswith("theorem depth_leaf : depth .leaf = 0 := rfl\n")
    assert placed(places, "1 + 1 + 0 = 2", made_of="elsewhere") is None
