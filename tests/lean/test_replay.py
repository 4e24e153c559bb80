"""The states of human proofs, held against what Lean's server shows at the same places."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.leandojo import TacticStates
from data.positions import Positions, utf16_length
from data.repository import open_repository
from prover.errors import ElaborationError, LeanTimeoutError
from prover.lean.command import Lean
from prover.lean.project import open_project
from prover.lean.replay import Replay
from prover.lean.sandbox import Limits
from prover.lean.server import LeanServer

pytestmark = pytest.mark.lean

LIMITS = Limits(memory_bytes=4 << 30)
LONG = "a_rather_long_name_for_a_number"
SOURCE = f"""\
theorem blocks (p q : Prop) (hp : p) (hq : q) : (p ∧ q) ∧ (q ∧ p) := by
  have h𝔸 : p ∧ q := by
    constructor
    · exact hp -- the left one
    · {{ skip; exact hq }}
  refine ⟨h𝔸, ?_⟩; constructor
  all_goals first
    | exact hq
    | exact hp

theorem alternatives (n : Nat) : n = 0 ∨ 0 < n := by
  cases n with
  | zero => left; rfl
  | succ n =>
    right
    exact Nat.succ_pos n

theorem macros (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor <;> assumption

theorem wide ({LONG}₁ {LONG}₂ : Nat)
    (h : {LONG}₁ + {LONG}₂ + {LONG}₁ = {LONG}₂ + {LONG}₁ + {LONG}₂) :
    {LONG}₁ + {LONG}₂ + {LONG}₁ = {LONG}₂ + {LONG}₁ + {LONG}₂ ∧ True := by
  constructor
  · exact h
  · trivial

theorem term : True ∧ True := ⟨trivial, by exact trivial⟩
"""


@pytest.fixture
def replay() -> Replay:
    return Replay(directory=None, limits=LIMITS, seconds=120)


def written(directory: Path, source: str) -> Path:
    path = directory / "File.lean"
    path.write_text(source, encoding="utf-8")
    return path


def tactics(source: str, states: list[TacticStates]) -> list[str]:
    positions = Positions(source)
    return [source[positions.offset(item.start) : positions.offset(item.end)] for item in states]


def test_the_tactics_are_those_that_stand_in_a_sequence(tmp_path: Path, replay: Replay, embedded: Lean) -> None:
    """A model learns to write these; parts of tactics and what macros make of them are none."""
    states = replay.file(written(tmp_path, SOURCE), SOURCE, embedded)
    found = [text.split("\n")[0] for text in tactics(SOURCE, states)]
    assert found[:9] == [
        "have h𝔸 : p ∧ q := by",
        "constructor",
        "· exact hp",
        "exact hp",
        "· { skip; exact hq }",
        "{",
        "skip",
        ";",
        "exact hq",
    ]
    assert found.count("constructor <;> assumption") == 1
    assert "assumption" not in found
    assert found[-1] == "exact trivial"


def test_states_are_what_the_server_shows(tmp_path: Path, replay: Replay, embedded: Lean) -> None:
    """A model is trained on these and then sees what the server prints, long lines broken in the same places."""
    path = written(tmp_path, SOURCE)
    states = replay.file(path, SOURCE, embedded)
    assert any("\n  " in item.before for item in states)
    assert_shown(path, SOURCE, embedded, states, except_for={"first", "exact"})


def test_states_of_a_whole_file_are_what_the_server_shows(replay: Replay, embedded: Lean) -> None:
    """The same for proofs as people write them."""
    root = open_repository("algebra").root
    path = root / "Algebra" / "Rings.lean"
    source = path.read_text(encoding="utf-8")
    lean = open_project(root, lean=embedded).prepare(path)
    states = replay.file(path, source, lean)
    assert len(states) > 100
    assert_shown(path, source, lean, states, except_for={"cases"})


def assert_shown(path: Path, source: str, lean: Lean, states: list[TacticStates], *, except_for: set[str]) -> None:
    """Compare with the server, except where it shows all goals of several runs, or those inside a tactic."""
    lines = source.split("\n")
    with LeanServer(lean, directory=path.parent, path=path, options={}, limits=LIMITS) as server:
        server.elaborate(source, seconds=120)
        for text, item in zip(tactics(source, states), states, strict=True):
            line, column = item.start
            if text.split()[0] not in except_for and text != ";":
                shown = server.goals_at(line - 1, utf16_length(lines[line - 1][: column - 1]), seconds=60)
                assert "\n\n".join(shown or ["no goals"]) == item.before, text


def test_a_tactic_that_runs_several_times_has_its_last_states(tmp_path: Path, replay: Replay, embedded: Lean) -> None:
    """LeanDojo keeps the last run; several states in one would be no state."""
    states = replay.file(written(tmp_path, SOURCE), SOURCE, embedded)
    last = [item for text, item in zip(tactics(SOURCE, states), states, strict=True) if text == "exact hp"][-1]
    assert last.before.endswith("⊢ p")
    assert last.before.count("⊢") == 1
    assert last.after == "no goals"


def test_what_comes_after_is_what_the_next_one_finds(tmp_path: Path, replay: Replay, embedded: Lean) -> None:
    """A chain of states would be torn."""
    states = replay.file(written(tmp_path, SOURCE), SOURCE, embedded)
    by_text = dict(zip(tactics(SOURCE, states), states, strict=True))
    assert by_text["left"].after == by_text["rfl"].before
    assert by_text["right"].after == by_text["exact Nat.succ_pos n"].before
    assert by_text["refine ⟨h𝔸, ?_⟩"].after.startswith("p q : Prop")


def test_a_file_with_an_error_is_refused_with_its_place(tmp_path: Path, replay: Replay, embedded: Lean) -> None:
    """States in front of an error may be those of a proof that fails."""
    source = "theorem t : True := by\n  exact nothing_of_the_kind\n"
    with pytest.raises(ElaborationError, match=r"File.lean:2:9: "):
        replay.file(written(tmp_path, source), source, embedded)


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path, embedded: Lean) -> None:
    """One file must not keep a repository waiting for ever."""
    source = "set_option maxHeartbeats 0\ntheorem t : True := by\n  repeat (have : 1 = 1 := rfl)\n"
    replay = Replay(directory=None, limits=LIMITS, seconds=1)
    with pytest.raises(LeanTimeoutError, match="within 1 s"):
        replay.file(written(tmp_path, source), source, embedded)
