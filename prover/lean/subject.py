"""The file that a verification compiles: the user's, with a proof in the hole and two questions behind the declaration.

Two things stand in the way of asking Lean what a theorem rests on. An `example` has no name to ask by, so it gets one.
And a declaration with several `sorry`s rests on `sorryAx` until the last is filled, so the others are turned into an
axiom of their own, which can be told from a `sorry` in the proof that is being checked. The same axiom stands for the
parts of a proof that are left out to see whether the rest holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.declarations import Declaration, declarations
from data.theorem import Theorem

HOLE = "leanloop_hole"
_HOLE_PREAMBLE = f"""\
axiom _root_.{HOLE}.{{u}} (α : Sort u) : α
local macro "{HOLE}!" : term => `({HOLE} _)
local macro "{HOLE}!" : tactic => `(tactic| exact {HOLE} _)
"""
_ANONYMOUS = "leanloop_anonymous"


@dataclass(frozen=True, slots=True)
class Probed:
    """A file with the two questions in it.

    Attributes:
        text: the file.
        lines: the 1-based lines on which Lean's answers to the questions stand.
        has_holes: whether parts of the proof are left out, for which an axiom stands.
    """

    text: str
    lines: tuple[int, int]
    has_holes: bool


class Subject:
    """A theorem as a verification sees it.

    Args:
        theorem: the theorem; its file need not be touched for it.
        filled_holes: what has been found for other `sorry`s of the same declaration, by their offsets.
    """

    def __init__(self, theorem: Theorem, *, filled_holes: Mapping[int, str]) -> None:
        self._theorem = theorem
        found = [entry for entry in declarations(theorem.source) if entry.start == theorem.start]
        assert len(found) == 1, f"{theorem.full_name} is no declaration of its own source"
        self._declaration = found[0]
        others = [] if theorem.is_whole_proof else self._declaration.sorries
        self._siblings = {
            offset: filled_holes.get(offset, f"{HOLE}!") for offset in others if offset != theorem.hole_start
        }

    def with_sorry(self) -> Probed:
        """The file with nothing proved."""
        return self.filled(":= sorry" if self._theorem.is_whole_proof else "sorry")

    def filled(self, text: str) -> Probed:
        """The file with `text` in the hole."""
        theorem, source = self._theorem, self._theorem.source
        head = self._head()
        edits = [(offset, offset + len("sorry"), sibling) for offset, sibling in self._siblings.items()]
        edits.append((theorem.hole_start, theorem.hole_end, text))
        body, position = "", self._declaration.name_end
        for start, end, replacement in sorted(edits):
            body += source[position:start] + replacement
            position = end
        body += source[position : theorem.end]
        has_holes = f"{HOLE}!" in body
        front = source[: theorem.start] + (_HOLE_PREAMBLE if has_holes else "") + head + body
        rest = source[theorem.end :]
        if self._declaration.in_mutual:  # No command fits into a mutual block, so the questions wait for the end.
            front, rest = front + rest, ""
        name = self._name
        # Without full names an axiom of the file's own could pass for one of Lean's, where its namespace is open.
        probe = f"\nset_option pp.all true in\n#check @{name}\nset_option pp.fullNames true in\n#print axioms {name}\n"
        line = front.count("\n") + 3
        return Probed(text=front + probe + rest, lines=(line, line + 2), has_holes=has_holes)

    def is_called(self, name: str) -> bool:
        """Whether the constant of this name, without what Lean puts before a private one, is the theorem."""
        if self._declaration.is_anonymous:
            return name.rpartition(".")[2] == _ANONYMOUS
        return name == self._declaration.full_name

    @property
    def _name(self) -> str:
        declaration = self._declaration
        if declaration.is_anonymous:
            return _ANONYMOUS
        if (
            "private" in declaration.modifiers
        ):  # Its real name is Lean's secret; here the one it is written with will do.
            return self._theorem.source[declaration.name_start : declaration.name_end]
        return f"_root_.{declaration.full_name}"

    def _head(self) -> str:
        """The declaration from its start to the end of its name, which it is given if it has none."""
        declaration, source = self._declaration, self._theorem.source
        before, behind = source[declaration.start : declaration.keyword_start], ""
        if not declaration.is_anonymous:
            return source[declaration.start : declaration.name_end]
        behind = source[declaration.keyword_start + len(declaration.keyword) : declaration.name_end]
        return before + self._named_keyword(declaration) + " " + behind.lstrip(" ")

    def _named_keyword(self, declaration: Declaration) -> str:
        if declaration.keyword != "example":
            return f"{declaration.keyword} {_ANONYMOUS}"
        # Like `example`, and unlike `theorem`, a definition takes in the variables that only its body names.
        return ("" if "noncomputable" in declaration.modifiers else "noncomputable ") + f"def {_ANONYMOUS}"
