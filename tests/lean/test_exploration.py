"""Exploration of a small repository with a real Lean: what it finds, and what it does not wait for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from conjecturer.cli import main
from conjecturer.exploration.explore import explore
from conjecturer.exploration.signature import signature_of
from conjecturer.ground import Ground, open_ground

pytestmark = pytest.mark.lean

_FILE = """\
namespace Tiny

def twice (n : Nat) : Nat := n + n

def flip {α : Type u} : List α → List α
  | [] => []
  | a :: as => flip as ++ [a]

inductive Shape where
  | dot : Shape
  | box : Shape → Shape → Shape

def Shape.turned : Shape → Shape
  | .dot => .dot
  | .box s t => .box t.turned s.turned

def Shape.size : Shape → Nat
  | .dot => 1
  | .box s t => s.size + t.size

def endless : Nat → Nat
  | 0 => 1
  | 1 => 1
  | n + 2 => endless (n + 1) + endless n

def IsSmall (n : Nat) : Prop := n < 10

theorem twice_zero : twice 0 = 0 := rfl

end Tiny
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shapes", numbered=False)
    (folder / "Tiny.lean").write_text(_FILE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ground(repository: Path) -> Ground:
    return open_ground(str(repository))


def test_functions_and_data_types_are_those_of_the_repository(ground: Ground) -> None:
    """A predicate cannot be evaluated, and nothing must be said of it."""
    signature = signature_of(ground)
    own = {operation.name for operation in signature.operations if operation.is_own}
    assert own == {"Tiny.twice", "Tiny.flip", "Tiny.Shape.turned", "Tiny.Shape.size", "Tiny.endless"}
    assert [each.name for each in signature.constructors["Tiny.Shape"]] == ["Tiny.Shape.dot", "Tiny.Shape.box"]


def test_laws_that_hold_are_found_from_definitions_alone(ground: Ground) -> None:
    """Where a repository has no proofs to learn from, self-play would have nothing to begin with."""
    statements = {law.statement for law in explore(ground, seed=0)}
    flipped = "∀ {α : Type u} (xs : List α), Tiny.flip (Tiny.flip xs) = xs"
    assert flipped in statements
    assert any("Tiny.Shape.size (Tiny.Shape.turned" in each and " = Tiny.Shape.size" in each for each in statements)
    assert not any(each.endswith("Tiny.flip xs = xs") and each != flipped for each in statements), "that is false"


def test_a_command_that_lean_is_silent_about_costs_itself_only(ground: Ground) -> None:
    """A function that takes years on a small number would hold up all the others."""
    batch = ground.batch(idle_seconds=6)
    answers = batch.run(["#eval 1", "#eval Tiny.endless 70", *["#eval 2"] * 4, "#eval Tiny.endless 80"])
    assert [_texts(answer) for answer in answers[:1]] == [["1"]]
    assert answers[1][0].is_error
    assert "no answer within 6 s" in answers[1][0].text
    assert [_texts(answer) for answer in answers[2:6]] == [["2"]] * 4
    assert answers[6][0].is_error
    assert [_texts(answer) for answer in batch.run(["#eval 3"] * 300)] == [["3"]] * 300


def test_laws_are_shown_from_the_command_line(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who wants to know what could be proved of a new definition would have to think of it."""
    assert main(["explore", "--repo", str(repository), "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {entry["verdict"] for entry in found} == {"passed"}
    assert any("Tiny.flip" in entry["statement"] for entry in found)


def _texts(messages: Sequence[object]) -> list[str]:
    return [getattr(message, "text", "") for message in messages]
