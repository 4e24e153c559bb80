"""The text of a proof as a list of tactics, and its holes as goals that are left.

Lean checks a proof whole or not at all. What is right in a proof that is refused, and what a sketch leaves open, can be
kept only if the text is taken apart: into tactics that follow one another, the blocks of bullets and cases among them,
for a tactic works on the first goal wherever it stands. A hole becomes a goal that is put off to the end.

Source: sketches as in SubgoalXL (arXiv 2408.11172) and BFS-Prover-V2 (arXiv 2509.06493).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent

from data.source import BRACKETS, CLOSING_BRACKETS, Token, tokens
from prover.search.proof_text import split_alternatives

# What may stand at the same indentation as a tactic and still belongs to it.
CONTINUES = re.compile(r"\||<;>|\)|⟩|\]|\}|else\b|where\b|at\b|using\b|with\b")
_HOLES = frozenset({"sorry", "admit"})
_PUT_OFF = "rotate_left"  # makes the first goal the last
_BULLET = re.compile(r"[·.]\s+(?=\S)")
_CASE = re.compile(r"case'?\s+(?P<which>[^\n]*?)\s*=>\s*")
_NEXT = re.compile(r"next\s*(?P<names>[^\n]*?)\s*=>\s*")
_STATES = re.compile(r"(?:have|obtain|suffices)\b")
_EXACT = re.compile(r"exact\b")


def split_steps(proof: str) -> list[str]:
    """The tactics of a proof that stands at the left margin, in order, without the comments between them."""
    for token in reversed(tokens(proof)):
        if token.kind == "comment" and _column(proof, token) == 0:
            proof = proof[: token.start] + proof[token.end :].lstrip("\n")
    depth, starts = 0, [0]
    for token in tokens(proof):
        is_first = token.start > 0 and depth == 0 and _column(proof, token) == 0
        if is_first and not CONTINUES.match(proof, token.start) and not proof[: token.start].rstrip().endswith("<;>"):
            starts.append(token.start)
        depth += (token.text in BRACKETS) - (token.text in CLOSING_BRACKETS)
    pieces = [proof[start:end].rstrip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
    return [piece for piece in pieces if piece]


def flat_steps(proof: str) -> list[str]:
    """The same with the blocks of bullets, cases and alternatives taken apart."""
    return _flattened(proof, lambda _: True, lambda step: [step])


def open_holes(sketch: str) -> str:
    """The sketch with a goal left at the end for each `sorry`. One of which no goal can be made stays as it is."""
    return "\n".join(_flattened(sketch, has_hole, _opened)) if has_hole(sketch) else sketch


def open_statement(step: str) -> str | None:
    """`have h : p := by ..` with its proof as a goal that is left; None for tactics that state nothing."""
    last = next((block for block in _blocks(step) if block[1] == len(step)), None)
    return _with_goals(step, [last]) if last is not None and _STATES.match(step) else None


def has_hole(text: str) -> bool:
    """Whether something in the text is left out with `sorry` or `admit`."""
    return any(_is_hole(token) for token in tokens(text))


def _is_hole(token: Token) -> bool:
    return token.kind == "identifier" and token.text in _HOLES


def _flattened(proof: str, applies: Callable[[str], bool], leaf: Callable[[str], list[str]]) -> list[str]:
    """All tactics in order, the blocks to which it applies taken apart, and `leaf` of the tactics to which it does."""
    return [
        flat
        for step in split_steps(proof)
        for flat in (_block(step, applies, leaf) or leaf(step) if applies(step) else [step])
    ]


def _block(step: str, applies: Callable[[str], bool], leaf: Callable[[str], list[str]]) -> list[str]:
    """The tactics of a block, none if the tactic is no block."""
    if match := _BULLET.match(step):
        return _flattened(_body(step, match.end()), applies, leaf)
    if match := _CASE.match(step):
        return [f"case' {match['which']} => skip", *_flattened(_body(step, match.end()), applies, leaf)]
    if match := _NEXT.match(step):
        renaming = [f"rename_i {match['names']}"] if match["names"] else []
        return [*renaming, *_flattened(_body(step, match.end()), applies, leaf)]
    head, alternatives = split_alternatives(step)
    inside: list[str] = []
    for number, alternative in enumerate(alternatives):
        pattern, _, body = alternative.partition("=>")
        if applies(body) and body.strip() != "?_":
            alternatives[number] = f"{pattern}=> ?_"
            inside += _flattened(_body(alternative, alternative.index(body.lstrip())), applies, leaf)
    return ["\n".join([head, *alternatives]), *inside] if inside else []


def _body(text: str, start: int) -> str:
    """The block that starts at this offset, moved to the left margin."""
    line_start = text.rfind("\n", 0, start) + 1
    return dedent(" " * (start - line_start) + text[start:])


def _opened(step: str) -> list[str]:
    """A tactic in which something is left out, with goals in place of that."""
    if step in _HOLES:
        return [_PUT_OFF]
    step = _with_goals(step, [block for block in _blocks(step) if has_hole(step[slice(*block)])])
    holes = [(token.start, token.end) for token in tokens(step) if _is_hole(token)]
    return [_EXACT.sub("refine", _with_goals(step, holes), count=1) if _EXACT.match(step) else _with_goals(step, holes)]


def _with_goals(step: str, parts: list[tuple[int, int]]) -> str:
    """The tactic with a goal in place of each of these parts of it."""
    for start, end in reversed(parts):
        is_argument = step[:start].rstrip().endswith((":=", "from", "=>", "(", ",", "⟨")) or not _STATES.match(step)
        step = f"{step[:start]}{'?_' if is_argument else 'from ?_'}{step[end:]}"
    return step


def _blocks(text: str) -> list[tuple[int, int]]:
    """Where the outermost blocks behind `by` begin and end. The `by` belongs to them."""
    found: list[tuple[int, int]] = []
    parts = [token for token in tokens(text) if token.kind != "comment"]
    number = 0
    while number < len(parts):
        if parts[number].text != "by" or number + 1 == len(parts):
            number += 1
            continue
        first, column, depth = number, _column(text, parts[number + 1]), 0
        number += 1
        while number < len(parts):
            token = parts[number]
            is_below = number > first + 1 and _starts_line(text, token) and _column(text, token) < column
            depth += (token.text in BRACKETS) - (token.text in CLOSING_BRACKETS)
            if is_below or depth < 0 or (depth == 0 and token.text == ","):
                break
            number += 1
        found.append((parts[first].start, parts[number - 1].end))
    return found


def _column(text: str, token: Token) -> int:
    return token.start - (text.rfind("\n", 0, token.start) + 1)


def _starts_line(text: str, token: Token) -> bool:
    return not text[token.start - _column(text, token) : token.start].strip()
