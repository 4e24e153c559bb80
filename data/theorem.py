"""A theorem to prove: a place in a Lean file where a proof is missing or is to be found anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.source import iterate_tokens


@dataclass(frozen=True, slots=True)
class Theorem:
    """One declaration of a Lean file and the hole in it that a search fills.

    All offsets count characters of `source`.

    Attributes:
        full_name: name with its namespaces (`Nat.add_comm`); an anonymous declaration has `example@L12`, and the second
            `sorry` of `foo` has `foo#2` (the first keeps `foo`).
        path: the file it was read from, None for a statement given as text.
        source: the text of the whole file.
        keyword: what declares it: `theorem`, `lemma`, `example`, `instance`, `def`, `abbrev`.
        start: first character of the declaration, its doc comment, attributes and modifiers included.
        hole_start: first character to be replaced. For a whole proof that is the `:=` (or the first `|`, or `where`)
            that ends the statement; for a `sorry` its first letter.
        hole_end: one past the last character to be replaced.
        end: one past the last character of the declaration.
        is_whole_proof: True where the hole is the whole proof, False where it is one `sorry` inside a longer one.
    """

    full_name: str
    path: Path | None
    source: str
    keyword: str
    start: int
    hole_start: int
    hole_end: int
    end: int
    is_whole_proof: bool

    @property
    def line(self) -> int:
        """The 1-based line of the hole's first character, or of the statement where the hole is the whole proof."""
        return self.source.count("\n", 0, self.statement_start if self.is_whole_proof else self.hole_start) + 1

    @property
    def statement_start(self) -> int:
        """Offset of the declaring keyword, after doc comment, attributes and modifiers."""
        later = iterate_tokens(self.source, self.start)
        return next((token.start for token in later if token.text == self.keyword), self.start)

    @property
    def statement(self) -> str:
        """From the start of the declaration to the hole: the statement where the hole is the whole proof."""
        return self.source[self.start : self.hole_start].strip()

    @property
    def before(self) -> str:
        """The text of the file in front of the declaration."""
        return self.source[: self.start]

    def filled(self, text: str) -> str:
        """The whole file with the hole replaced by `text`, to the letter."""
        return self.source[: self.hole_start] + text + self.source[self.hole_end :]
