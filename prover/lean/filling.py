"""What is written into the hole of a theorem's file when its proof is found."""

from __future__ import annotations

from data.theorem import Theorem

_INDENT = 2


def fillings(theorem: Theorem, proof: str) -> tuple[str, ...]:
    """The texts that can replace the hole, the most natural first: Lean says which of them it accepts.

    Args:
        theorem: the theorem; its hole says where the text goes.
        proof: the tactics, one a line, laid out from the left margin.
    """
    if theorem.is_whole_proof:
        return (":= by\n" + _indented(proof, _INDENT),)
    line_start = theorem.source.rfind("\n", 0, theorem.hole_start) + 1
    column = theorem.hole_start - line_start
    is_alone = not theorem.source[line_start : theorem.hole_start].strip()
    is_one_line = "\n" not in proof
    if is_one_line:
        as_tactic, as_term = proof, f"by {proof}"
    else:
        # At the margin of its own line the block goes on there; inside a line it begins on the next.
        as_tactic = _indented(proof, column).lstrip() if is_alone else _on_next_lines(theorem, proof)
        as_term = "by" + _on_next_lines(theorem, proof)
    bulleted = "·\n" + _indented(proof, column + _INDENT)
    return (as_tactic, bulleted, as_term, f"({as_term})")


def _on_next_lines(theorem: Theorem, proof: str) -> str:
    line_start = theorem.source.rfind("\n", 0, theorem.hole_start) + 1
    line = theorem.source[line_start : theorem.hole_start]
    margin = len(line) - len(line.lstrip())
    # Behind a bullet or an alternative the block must stand right of what opened it.
    return "\n" + _indented(proof, margin + 2 * _INDENT)


def _indented(text: str, indent: int) -> str:
    return "\n".join(" " * indent + line if line else line for line in text.split("\n"))
