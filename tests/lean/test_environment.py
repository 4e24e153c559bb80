"""Tactics tried on the real Lean: a wrong answer here is a proof that is missed or a search that goes astray."""

from __future__ import annotations

import dataclasses
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.declarations import sorry_theorems, theorem_from_statement
from data.finding import find_theorem
from data.theorem import Theorem
from prover.errors import ElaborationError
from prover.lean.command import Lean, Origin
from prover.lean.environment import LeanEnvironment
from prover.proof import Failed, Outcome, Progress, ProofState, Proved

pytestmark = pytest.mark.lean

SWAP = "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p"


@pytest.fixture(scope="module")
def environment(embedded: Lean) -> Iterator[LeanEnvironment]:
    """One Lean for the whole file: a search, too, opens theorem after theorem in the same one."""
    with LeanEnvironment(embedded) as environment:
        yield environment


def after(environment: LeanEnvironment, state: ProofState, tactic: str) -> ProofState:
    """The state that a tactic leads to."""
    (outcome,) = environment.check(state, [tactic])
    assert isinstance(outcome, Progress), outcome
    return outcome.state


def outcome(environment: LeanEnvironment, state: ProofState, tactic: str) -> Outcome:
    return environment.check(state, [tactic])[0]


def kinds(outcomes: list[Outcome]) -> list[type[Outcome]]:
    return [type(entry) for entry in outcomes]


def hole(source: str, name: str | None = None) -> Theorem:
    """The theorem of that name, or the only `sorry`."""
    if name is not None:
        return find_theorem(source, None, name)
    (theorem,) = sorry_theorems(source, None)
    return theorem


# Many tactics at once


def test_mixed_candidates_get_their_own_answers_in_order(environment: LeanEnvironment) -> None:
    """A search expands a state by dozens of tactics at once, good and bad ones side by side."""
    tactics = [
        "exact ⟨h.2, h.1⟩",
        "constructor",
        "no_such_tactic",
        "exact h",
        "cases h",
        "intro x",
        "exact ⟨h.2, h.1⟩ -- with a remark",
        "sorry",
        "obtain ⟨a, b⟩ := h\nexact ⟨b, a⟩",
        "constructor\n· exact h.2",
        "rcases h with ⟨a, b⟩",
        "exact (h",
        "simp_all",
        "skip",
    ]
    state = environment.start(theorem_from_statement(SWAP))
    outcomes = environment.check(state, tactics)
    expected: list[type[Outcome]] = [
        *(Proved, Progress, Failed, Failed, Progress, Failed, Proved),
        *(Failed, Proved, Progress, Progress, Failed, Proved, Progress),
    ]
    assert kinds(outcomes) == expected
    assert [entry.tactic for entry in outcomes if isinstance(entry, Proved)] == [tactics[i] for i in (0, 6, 8, 12)]
    assert isinstance(outcomes[1], Progress)
    assert [goal.conclusion for goal in outcomes[1].state.goals] == ["q", "p"]
    assert isinstance(outcomes[5], Failed)
    assert "no additional binders" in outcomes[5].message


@pytest.mark.parametrize(
    "tactic", ["exact h : q", "trivial = h", "exact h, h", "constructor |>.1", "exact ⟨h.2, h.1⟩ :"]
)
def test_only_what_is_a_tactic_can_succeed(environment: LeanEnvironment, tactic: str) -> None:
    """In a term position `exact h : q` would pass, but no proof could be written with it."""
    state = environment.start(theorem_from_statement("theorem t (p q : Prop) (h : q) : q"))
    outcomes = environment.check(state, [tactic, "exact h", "skip"])
    assert kinds(outcomes) == [Failed, Proved, Progress]


@pytest.mark.parametrize(
    "tactic",
    [
        "exact ⟨_, _⟩",
        "exact And.intro _ _",
        "exact ?_",
        "refine ⟨_, ?_⟩",
        "constructor\n· exact id _\n· exact id _",
        "constructor; exact id _",
        "constructor <;> exact id _",
        "constructor\nall_goals exact id _ -- done",
        "cases h with\n| intro a b => exact And.intro _ _",
    ],
)
def test_placeholder_that_cannot_be_filled_is_a_failure(environment: LeanEnvironment, tactic: str) -> None:
    """Lean is silent about it once a declaration has another error, and a batch has plenty: it looked like a proof."""
    state = environment.start(theorem_from_statement(SWAP))
    honest = "constructor\n· exact h.2\n· exact h.1"
    outcomes = environment.check(state, ["skip", "no_such", tactic, honest, "constructor\nskip"])
    assert kinds(outcomes) == [Progress, Failed, Failed, Proved, Progress]
    assert kinds(environment.check(state, [tactic])) == [Failed]


def test_theorem_does_not_prove_itself(environment: LeanEnvironment) -> None:
    """Lean allows `exact t` in the proof of `t` until the whole is checked; the search would be over by then."""
    state = environment.start(theorem_from_statement(SWAP))
    outcomes = environment.check(state, ["exact t p q h", "apply t <;> assumption", "simp [t]", "have := t\nsimp_all"])
    assert kinds(outcomes)[:3] == [Failed, Failed, Failed]
    assert isinstance(outcomes[3], Failed)


def test_two_hundred_candidates(environment: LeanEnvironment) -> None:
    """A sampler may propose this many, and Lean stops at 100 errors if it is not told otherwise."""
    statement = "theorem t (a b c : Nat) (h : a = b) (k : b = c) : a = c"
    some = [
        "exact h.trans k",
        "rw [h]",
        "exact h",
        "no_such",
        "subst h",
        "exact k",
        "omg (",
        "rw [k]",
        "exact no",
        "rfl",
    ]
    state = environment.start(theorem_from_statement(statement))
    outcomes = environment.check(
        state, [f"{tactic}" if i % 2 else f"{tactic} -- {i}" for i in range(20) for tactic in some]
    )
    assert len(outcomes) == 200
    row: list[type[Outcome]] = [Proved, Progress, Failed, Failed, Progress, Failed, Failed, Failed, Failed, Failed]
    assert kinds(outcomes) == row * 20


def test_grammar_of_one_file_is_not_that_of_another(environment: LeanEnvironment) -> None:
    """What does not parse is remembered; a file that defines it must not suffer from one that does not."""
    tactics = ["finish_it", "skip", "exact ⟨h.2, h.1⟩"]
    own = 'macro "finish_it" : tactic => `(tactic| exact ⟨h.2, h.1⟩)'
    for _ in range(2):
        state = environment.start(theorem_from_statement(SWAP))
        assert kinds(environment.check(state, tactics)) == [Failed, Progress, Proved]
        assert kinds(environment.check(state, tactics)) == [Failed, Progress, Proved]
        state = environment.start(hole(f"set_option hygiene false\n{own}\n{SWAP} := sorry", "t"))
        assert kinds(environment.check(state, tactics)) == [Proved, Progress, Proved]


def test_no_candidates_at_all(environment: LeanEnvironment) -> None:
    """A generator may have nothing to say."""
    assert environment.check(environment.start(theorem_from_statement(SWAP)), []) == []


def test_same_question_twice_gets_the_same_answer(environment: LeanEnvironment) -> None:
    """Lean sends nothing new for a text that did not change."""
    state = environment.start(theorem_from_statement(SWAP))
    tactics = ["exact ⟨h.2, h.1⟩", "constructor", "exact h"]
    first = environment.check(state, tactics)
    assert environment.check(state, tactics) == first
    assert environment.start(theorem_from_statement(SWAP)) == state
    assert environment.check(state, tactics) == first


def test_many_lines(environment: LeanEnvironment) -> None:
    """Structured tactics must keep their layout, also where they stand inside brackets."""
    statement = "theorem t (xs ys : List Nat) (f : Nat → Nat) : (xs ++ ys).map f = xs.map f ++ ys.map f"
    state = environment.start(theorem_from_statement(statement))
    outcomes = environment.check(
        state,
        [
            "induction xs with\n| nil => rfl\n| cons x xs ih => exact congrArg (f x :: ·) ih",
            "induction xs with\n  | nil => rfl\n  | cons x xs ih =>\n    skip\n\n    exact congrArg (f x :: ·) ih\n",
            "induction xs with\n| nil => rfl\n| cons x xs ih => skip",
            "induction xs\n· rfl\n-- one is left",
            "calc\n  (xs ++ ys).map f = (xs ++ ys).map f := rfl\n  _ = (xs ++ ys).map f := rfl",
        ],
    )
    assert kinds(outcomes) == [Proved, Proved, Failed, Progress, Progress]
    assert isinstance(outcomes[3], Progress)
    assert [goal.case for goal in outcomes[3].state.goals] == ["cons"]


def test_suggestion_replaces_the_tactic_that_made_it(environment: LeanEnvironment) -> None:
    """`exact?` is slow and may find something else next time: the proof must hold what it found."""
    state = environment.start(theorem_from_statement("theorem t (p q : Prop) (h : p) (k : p → q) : q"))
    outcomes = environment.check(state, ["exact?", "simp? [h, k]", "skip"])
    assert isinstance(outcomes[0], Proved)
    assert outcomes[0].tactic.startswith("exact ")
    assert outcome(environment, state, outcomes[0].tactic) == outcomes[0]
    assert isinstance(outcomes[1], Proved)
    assert outcomes[1].tactic.startswith("simp only")
    assert kinds(outcomes)[2] is Progress


# States below the first


def test_deep_path_replays_to_the_same_state(environment: LeanEnvironment) -> None:
    """Every state of a search tree is reached again by its tactics alone, in any order."""
    statement = "theorem t (p q r : Prop) (a : p) (b : q) (c : r) : (p ∧ q) ∧ (p → r ∧ q)"
    root = environment.start(theorem_from_statement(statement))
    left, right = after(environment, root, "constructor").split()
    first, second = after(environment, left, "constructor").split()
    third, fourth = after(environment, after(environment, right, "intro z"), "constructor").split()
    assert [state.goals[0].conclusion for state in (first, second, third, fourth)] == ["p", "q", "r", "q"]
    for state, proof in [(fourth, "b"), (first, "a"), (third, "c"), (second, "b"), (fourth, "b")]:
        outcomes = environment.check(state, ["skip", f"exact {proof}", "exact c.elim"])
        assert kinds(outcomes) == [Progress, Proved, Failed]
        assert isinstance(outcomes[0], Progress)
        assert outcomes[0].state.text == state.text


def test_goals_that_share_a_metavariable_are_tried_one_at_a_time(environment: LeanEnvironment) -> None:
    """In a batch the first candidate would choose the witness for all others."""
    root = environment.start(theorem_from_statement("theorem t (f : Nat → Nat) : ∃ n, f n = f 3 ∧ n < 5"))
    state = after(environment, root, "refine ⟨?_, ?_, ?_⟩")
    assert state.has_metavariables
    assert state.split() == (state,)
    pairs = after(environment, root, "constructor")
    outcomes = environment.check(
        pairs,
        ["exact ⟨rfl, by decide⟩", "exact ⟨rfl", "refine ⟨rfl, ?_⟩", "exact ⟨rfl, by decide⟩ -- again", "no_such"],
    )
    assert kinds(outcomes) == [Proved, Failed, Progress, Proved, Failed]
    assert isinstance(outcomes[2], Progress)
    assert outcomes[2].state.text == "f : Nat → Nat\n⊢ 3 < 5"
    assert outcome(environment, outcomes[2].state, "decide") == Proved("decide")


def test_theorem_can_be_opened_again(environment: LeanEnvironment) -> None:
    """States of a theorem stay good while others are worked on in between."""
    first, second = theorem_from_statement(SWAP), theorem_from_statement("theorem u (a b : Nat) : a = b → b = a")
    deep = after(environment, environment.start(first), "obtain ⟨x, y⟩ := h")
    other = after(environment, environment.start(second), "intro h")
    assert outcome(environment, other, "exact h.symm") == Proved("exact h.symm")
    environment.start(first)
    assert outcome(environment, deep, "exact ⟨y, x⟩") == Proved("exact ⟨y, x⟩")


def test_state_of_another_theorem_proves_nothing(environment: LeanEnvironment) -> None:
    """A path that does not lead anywhere in the open theorem must not look like one to a proof."""
    deep = after(environment, environment.start(theorem_from_statement(SWAP)), "obtain ⟨x, y⟩ := h")
    state = environment.start(theorem_from_statement("theorem u (a : Nat) : a = a"))
    assert kinds(environment.check(deep, ["rfl", "skip"])) == [Failed, Failed]
    assert outcome(environment, state, "rfl") == Proved("rfl")


# Anywhere in a file

PLACES: dict[str, tuple[str, str, str]] = {
    "namespace": ("namespace A.B\ntheorem t : 1 = 1 := sorry\nend A.B", "A.B.t", "rfl"),
    "name with a namespace": ("axiom A.x : 1 = 2\ntheorem A.t : 1 = 2 := sorry", "A.t", "exact x"),
    "open": ("namespace A\ntheorem one : 1 = 1 := rfl\nend A\nopen A\ntheorem t : 1 = 1 := sorry", "t", "exact one"),
    "open in": ("theorem A.one : 1 = 1 := rfl\nopen A in\ntheorem t : 1 = 1 := sorry", "t", "exact one"),
    "variable": ("variable (p : Prop) (h : p)\ninclude h\ntheorem t : p := sorry", "t", "exact h"),
    "section": ("section\nvariable {p : Prop}\ntheorem t (h : p) : p := sorry\nend", "t", "exact h"),
    "universe": ("universe u\ntheorem t (α : Type u) (x : α) : x = x := sorry", "t", "rfl"),
    "own universe": ("theorem t.{v} (α : Sort v) (x : α) : x = x := sorry", "t", "rfl"),
    "attributes": ("@[simp]\nprotected theorem A.t : True := sorry", "A.t", "trivial"),
    "doc comment": ("/-- It says\nthat `theorem t := sorry`. -/\ntheorem t : True := sorry", "t", "trivial"),
    "by": ("theorem t (p : Prop) : p → p := by\n  intro h\n  exact h\n\ntheorem u : True := trivial", "t", "exact id"),
    "term": ("theorem t (p : Prop) : p → p :=\n  fun h =>\n    h\n", "t", "exact id"),
    "equations": (
        "theorem t : ∀ n : Nat, n = n\n  | 0 => rfl\n  | n + 1 => congrArg (· + 1) (t n)\n",
        "t",
        "intro n; rfl",
    ),
    "private": ("private theorem t : True := sorry", "t", "trivial"),
    "example": ("example (p : Prop) (h : p) : p := sorry", "example@L1", "exact h"),
    "definition": ("def t (p : Prop) (h : p) : p ∧ p := sorry", "t", "exact ⟨h, h⟩"),
    "instance": ("instance t : Inhabited Nat := sorry", "t", "exact ⟨0⟩"),
    "after a longer theorem": (
        "theorem a : True := by\n  trivial\ntheorem b : True := a\ntheorem t : True := sorry",
        "t",
        "exact b",
    ),
    "guillemets": ("theorem «a b» : True := sorry", "«a b»", "trivial"),
    "string with sorry": ('def s := "sorry -- (" \ntheorem t : s = s := sorry', "t", "rfl"),
    "multiple lines of statement": (
        "theorem t\n    (p q : Prop) -- a remark := sorry\n    (h : p)\n    : p ∨ q\n    := by sorry",
        "t",
        "exact Or.inl h",
    ),
    "carriage returns": (
        "variable (p : Prop)\r\n\r\ntheorem t (h : p) :\r\n    p := by\r\n  sorry\r\n",
        "t",
        "exact h",
    ),
    "letters beyond the first plane": ("theorem t (𝔸 : Prop) (𝓱 : 𝔸) : 𝔸 /- 𝔸𝔸 -/ := sorry", "t", "exact 𝓱"),
    "own notation": ('local notation "⟪" x "⟫" => x = x\ntheorem t (n : Nat) : ⟪n⟫ := sorry', "t", "rfl"),
}


@pytest.mark.parametrize("place", PLACES)
def test_theorem_anywhere_in_a_file(environment: LeanEnvironment, place: str) -> None:
    """Users' theorems stand in files, and mean what they mean only there."""
    source, name, proof = PLACES[place]
    state = environment.start(hole(source, name))
    assert kinds(environment.check(state, [proof, "skip", "no_such"])) == [Proved, Progress, Failed]


HOLES: dict[str, tuple[str, str]] = {
    "tactic": ("theorem t (p : Prop) (h : p) : p ∧ p := by\n  constructor\n  sorry\n  exact h", "exact h"),
    "bullet": ("theorem t (p : Prop) (h : p) : p ∧ p := by\n  constructor\n  · sorry\n  · exact h", "exact h"),
    "term": ("theorem t (p : Prop) (h : p) : p ∧ p :=\n  ⟨sorry, h⟩", "exact h"),
    "argument": ("theorem t (p : Prop) (h : p) : p ∧ p := And.intro sorry h", "exact h"),
    "exact": ("theorem t (p : Prop) (h : p) : p := by\n  exact sorry", "exact h"),
    "have as a term": (
        "theorem t (p : Prop) (h : p) : p ∧ p := by\n  have k : p ∧ p := sorry\n  exact k",
        "exact ⟨h, h⟩",
    ),
    "have as a tactic": (
        "theorem t (p : Prop) (h : p) : p ∧ p := by\n  have k : p := by sorry\n  exact ⟨k, k⟩",
        "exact h",
    ),
    "have on a line of its own": (
        "theorem t (p : Prop) (h : p) : p ∧ p := by\n  have k : p := by\n    skip\n    sorry\n  exact ⟨k, k⟩",
        "exact h",
    ),
    "alternative": (
        "theorem t (p : Prop) (h : p ∨ p) : p := by\n  cases h with\n  | inl h => sorry\n  | inr h => exact h",
        "exact h",
    ),
    "equation": ("theorem t : ∀ n : Nat, n = n\n  | 0 => rfl\n  | _ + 1 => sorry", "rfl"),
    "anonymous function": ("theorem t (p : Prop) : p → p := fun h => (sorry : p)", "exact h"),
    "before a semicolon": ("theorem t (p : Prop) (h : p) : p ∧ p := by\n  constructor; sorry; exact h", "exact h"),
    "before another combinator": (
        "theorem t (p : Prop) (h : p) : p ∧ p := by\n  constructor <;> sorry",
        "exact h",
    ),
    "calc": ("theorem t (a b : Nat) (h : a = b) : b = a := calc\n  b = b := rfl\n  _ = a := sorry", "exact h.symm"),
    "where": ("instance t : Inhabited Nat where\n  default := sorry", "exact 0"),
    "letters beyond the first plane": (
        "theorem t (p : Prop) (𝔸 : p) : p ∧ p := by have 𝓱 : p := 𝔸; have 𝓴 : p := (by sorry); exact ⟨𝓱, 𝓴⟩",
        "exact 𝓱",
    ),
}


@pytest.mark.parametrize("place", HOLES)
def test_sorry_inside_a_proof(environment: LeanEnvironment, place: str) -> None:
    """A user leaves a gap where it stands, and wants this gap filled, not the proof around it."""
    source, proof = HOLES[place]
    state = environment.start(hole(source))
    tactics = [proof, f"{proof} -- with a remark", f"skip\n{proof}", "skip", "no_such"]
    assert kinds(environment.check(state, tactics)) == [Proved, Proved, Proved, Progress, Failed]


def test_two_sorries_of_one_proof(environment: LeanEnvironment) -> None:
    """Each gap has its own goal; the other stays open."""
    source = "theorem t (p q : Prop) (a : p) (b : q) : p ∧ q := by\n  constructor\n  · sorry\n  · sorry"
    for theorem, proof in zip(sorry_theorems(source, None), ["exact a", "exact b"], strict=True):
        state = environment.start(theorem)
        assert kinds(environment.check(state, ["exact a", "exact b"])).count(Proved) == 1
        assert outcome(environment, state, proof) == Proved(proof)


def test_goal_is_told_with_its_case_and_hypotheses(environment: LeanEnvironment) -> None:
    """Generators read the state: names, types and the goal must be Lean's own."""
    state = environment.start(theorem_from_statement("theorem t (n : Nat) (h : n ≠ 0) : ∃ m, n = m + 1"))
    zero, successor = after(environment, state, "cases n").split()
    assert [zero.goals[0].case, successor.goals[0].case] == ["zero", "succ"]
    assert state.text == "n : Nat\nh : n ≠ 0\n⊢ ∃ m, n = m + 1"


# Files that are wrong


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("theorem a : True := no_such\n\ntheorem t : True := sorry", "F.lean:1:21: "),
        (
            "theorem a : True := trivial\n\ntheorem b : 1 = 2 := by\n  rfl\n/-- Doc. -/\ntheorem t : True := sorry",
            "4:3: ",
        ),
        ("theorem t : Nat.no_such := sorry", "F.lean:1:13: "),
        ("theorem t : no_such := sorry", "F.lean:1:1: type of theorem `t` is not a proposition"),
        ("-- first\n\n@[simp]\ntheorem t :\n    Nat.no_such := sorry", "F.lean:5:5: "),
        ("theorem a : True := trivial\ntheorem t (p : Prop)\t: True := sorry", "F.lean:2:1: "),
        ("theorem t (p : Prop) : p := by\n  have a : NoSuch p := no\n  sorry", "F.lean:2:"),
        ("import No.Such\ntheorem t : True := sorry", "F.lean:1:"),
        ("theorem a : True := (\ntheorem t : True := sorry", "F.lean:2:1: "),
    ],
)
def test_error_before_the_hole_is_told_with_its_place(environment: LeanEnvironment, source: str, place: str) -> None:
    """A user can mend the file only if the position is that of their own file."""
    with pytest.raises(ElaborationError) as raised:
        environment.start(find_theorem(source, Path("F.lean"), "t"))
    assert place in str(raised.value)
    assert "\n" not in str(raised.value)


def test_environment_goes_on_after_a_wrong_file(environment: LeanEnvironment) -> None:
    """One broken file of a repository must not end the run over all others."""
    with pytest.raises(ElaborationError):
        environment.start(theorem_from_statement("theorem t : Nat.no_such"))
    state = environment.start(theorem_from_statement(SWAP))
    assert outcome(environment, state, "exact ⟨h.2, h.1⟩") == Proved("exact ⟨h.2, h.1⟩")


@pytest.mark.parametrize("origin", ["embedded", "elan"])
def test_theorems_with_other_imports_follow_each_other(embedded: Lean, origin: Origin) -> None:
    """Lean's worker ends itself at other imports, whether it has a watchdog, as an installed Lean has, or not."""
    plain = theorem_from_statement("theorem t (p : Prop) (h : p) : p")
    other = theorem_from_statement("import Compat\ntheorem t (n : ℕ) : n = n")
    with LeanEnvironment(dataclasses.replace(embedded, origin=origin)) as environment:
        for theorem, tactic in ((plain, "exact h"), (other, "rfl"), (plain, "exact h")):
            state = environment.start(theorem)
            assert environment.check(state, ["nonsense", tactic])[1] == Proved(tactic)


def test_lean_that_died_between_two_theorems_is_replaced(embedded: Lean) -> None:
    """The system may end an idle Lean, for want of memory; the next theorem would be an error."""
    with LeanEnvironment(embedded) as environment:
        environment.start(theorem_from_statement("theorem t (p : Prop) (h : p) : p"))
        assert environment.process_id is not None
        os.kill(environment.process_id, signal.SIGKILL)
        state = environment.start(theorem_from_statement("theorem u (q : Prop) (h : q) : q"))
        assert environment.check(state, ["exact h"]) == [Proved("exact h")]
