"""The documents in which tactics are tried: a block looked for in the wrong place answers for another candidate."""

from __future__ import annotations

from itertools import pairwise

import pytest

from data.declarations import sorry_theorems, theorem_from_statement, theorems
from data.finding import find_theorem
from data.theorem import Theorem
from prover.lean.document import (
    Block,
    Document,
    HoleKind,
    batch_document,
    frame,
    parse_document,
    sequential_document,
    state_document,
)
from prover.proof import Step

SIMPLE = "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p"
TACTICS = ("simp", "cases h with\n| intro a b =>\n  exact ⟨b, a⟩", "exact h -- no", "constructor\n-- done")


def whole(statement: str = SIMPLE) -> Theorem:
    return theorem_from_statement(statement)


def batch(theorem: Theorem, *tactics: str, kind: HoleKind = HoleKind.PROOF, steps: tuple[Step, ...] = ()) -> Document:
    return batch_document(frame(theorem, kind=kind, max_heartbeats=7), steps, tactics)


def text_at(document: Document, block: Block) -> str:
    """What stands from the block's column on, columns counted as Lean's server does."""
    line = document.text.split("\n")[block.line]
    return line.encode("utf-16-le")[2 * block.column :].decode("utf-16-le")


def test_every_candidate_has_the_lines_it_stands_on() -> None:
    """Messages are told apart by line: a shared or a missing line would hand one candidate's error to its neighbour."""
    document = batch(whole(), *TACTICS)
    assert document.canary is not None
    blocks = [*document.candidates, document.canary]
    for block, tactic in zip(blocks, [*TACTICS, "skip"], strict=True):
        lines = document.text.split("\n")[block.line : block.last_line + 1]
        assert text_at(document, block).startswith(f"by ({tactic.split()[0]}")
        assert all(part.strip() in "\n".join(lines) for part in tactic.split("\n"))
    for earlier, later in pairwise(blocks):
        assert later.line == earlier.last_line + 1


def test_brackets_are_not_swallowed_by_a_comment() -> None:
    """A model's remark behind its tactic would make a syntax error of the whole batch."""
    document = batch(whole(), "simp -- the end")
    lines = document.text.split("\n")
    assert lines[document.candidates[0].last_line].strip() == "))"


@pytest.mark.parametrize("kind", [HoleKind.TACTIC, HoleKind.TERM])
def test_closing_of_a_hole_is_not_swallowed_by_a_comment(kind: HoleKind) -> None:
    """A candidate that ends in a comment would fail for the comment alone."""
    source = "theorem t : ∃ n : Nat, n = 3 := by\n  constructor; sorry"
    (theorem,) = sorry_theorems(source, None)
    document = sequential_document(frame(theorem, kind=kind, max_heartbeats=7), (), "rfl -- so")
    assert document.text.endswith("rfl -- so\n)\n")


@pytest.mark.parametrize(
    ("source", "kind", "opening"),
    [
        ("theorem t : 𝔸 = 𝔸 := sorry", HoleKind.PROOF, "by"),
        ("theorem t : 𝔸 = 𝔸 ∧ True := ⟨sorry, trivial⟩", HoleKind.TERM, "by"),
        ("example (𝔸 : Nat) : 𝔸 = 𝔸 := by have «𝔸𝔸é» : 1 = 1 := by sorry\n  rfl", HoleKind.TACTIC, "·"),
    ],
)
def test_columns_are_counted_in_utf16_units(source: str, kind: HoleKind, opening: str) -> None:
    """Letters such as 𝔸 count twice in the protocol; a wrong column and the goal behind one is never found."""
    theorem = sorry_theorems(source, None)[0]
    document = state_document(frame(theorem, kind=kind, max_heartbeats=7), ())
    assert text_at(document, document.head) == opening


def test_focused_steps_nest() -> None:
    """A state below a split must be reached again with all other goals set aside."""
    steps = (Step("constructor", focus=1), Step("intro x\nintro y"), Step("constructor", focus=0))
    document = batch(whole(), "simp", steps=steps)
    body = document.text.split(":= by\n")[1].split("\n")
    assert body[:9] == [
        "  constructor",
        "  rotate_left 1",
        "  ·",
        "    intro x",
        "    intro y",
        "    constructor",
        "    ·",
        "      exact @((fun {α : Sort _} (x0 x1 : α) => x0)",
        "        (by (simp))",
    ]
    assert text_at(document, document.head) == "·"
    assert document.head.line == document.candidates[0].line - 2


def test_rest_of_the_file_is_left_out() -> None:
    """What comes behind the theorem cannot matter to it and would be elaborated at every check."""
    source = "axiom before : True\ntheorem t : True := sorry\naxiom behind : True\n"
    text = batch(find_theorem(source, None, "t"), "simp").text
    assert "axiom before" in text
    assert "behind" not in text


def test_heartbeats_are_limited_from_the_declaration_on() -> None:
    """What precedes the theorem may need more than one check of a tactic."""
    source = "axiom before : True\n/-- Doc. -/\n@[simp] theorem t : True := sorry"
    around = frame(find_theorem(source, None, "t"), kind=HoleKind.PROOF, max_heartbeats=7)
    assert "axiom before : True\nset_option maxHeartbeats 7 in\n/-- Doc. -/\n@[simp] theorem" in around.before
    assert around.num_added_lines == 1


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("theorem foo : True := sorry", "foo"),
        ("namespace A\nprotected theorem B.foo.{u} : True := sorry", "A.B.foo"),
        ("/-- foo -/ instance foo : Inhabited Nat := by exact ⟨0⟩", "foo"),
        ("theorem «foo bar» : True := sorry", "«foo bar»"),
        ("theorem foo : True := by\n  have h : True := sorry\n  exact h", "foo"),
    ],
)
def test_theorem_cannot_be_named_in_its_own_proof(source: str, name: str) -> None:
    """`exact foo` would look like a proof of `foo` until the whole file is checked, and end the search for nothing."""
    theorem = find_theorem(source, None, name)
    before = frame(theorem, kind=HoleKind.PROOF, max_heartbeats=7).before
    declared = before[before.index(theorem.keyword) :]
    assert "foo" not in declared
    assert len(declared.removesuffix(":= by\n")) == len(theorem.source[theorem.statement_start : theorem.hole_start])


def test_recursive_proof_keeps_its_name() -> None:
    """The other cases of a proof by recursion refer to the theorem and would not elaborate under another name."""
    source = "theorem foo : ∀ n : Nat, 0 + n = n\n  | 0 => sorry\n  | n + 1 => congrArg (· + 1) (foo n)"
    (theorem,) = sorry_theorems(source, None)
    assert "theorem foo" in frame(theorem, kind=HoleKind.TERM, max_heartbeats=7).before


@pytest.mark.parametrize("declared", ["example : True := sorry", "instance : Inhabited Nat := by exact ⟨0⟩"])
def test_declaration_without_a_name_is_left_as_it_is(declared: str) -> None:
    """Renaming the first word of a statement would change the statement."""
    (theorem,) = theorems(declared, None)
    around = frame(theorem, kind=HoleKind.PROOF, max_heartbeats=7)
    assert around.before.endswith(declared.split(":=")[0] + ":= by\n")


def test_each_candidate_is_parsed_in_a_command_of_its_own() -> None:
    """One that does not parse must not take the others with it when the culprit is looked for."""
    document = parse_document(frame(whole(), kind=HoleKind.PROOF, max_heartbeats=7), TACTICS)
    lines = document.text.split("\n")
    for block, tactic in zip(document.candidates, TACTICS, strict=True):
        assert lines[block.line].startswith("example : True := by first | trivial | (" + tactic.split("\n")[0])
    assert lines[document.candidates[-1].last_line + 1 :] == [""]
