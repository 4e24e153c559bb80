"""Goals, from the text in which Lean prints them.

Lean's messages carry goals only as text: an optional `case` line, one line a hypothesis (continued on indented lines),
then `⊢` and the conclusion; a blank line between two goals.
"""

from __future__ import annotations

import re

from prover.proof import Goal, Hypothesis

_CASE = re.compile(r"case (.+)")
_HYPOTHESIS = re.compile(r"(?P<names>[^\s:]+(?: [^\s:]+)*) : (?P<type>.*)", re.DOTALL)
_OPENING, _CLOSING = "([{⟨⟪", ")]}⟩⟫"
_TURNSTILE = "⊢ "


def parse_goals(text: str) -> tuple[Goal, ...]:
    """The goals of a message of Lean, which may begin with the line `unsolved goals`."""
    text = text.removeprefix("unsolved goals").strip("\n")
    return tuple(parse_goal(block) for block in re.split(r"\n\n(?! )", text) if block.strip())


def parse_goal(text: str) -> Goal:
    """One goal. Lines of a form we do not know are left out of the hypotheses; `text` keeps them."""
    lines = text.rstrip().split("\n")
    case = _CASE.fullmatch(lines[0])
    if case:
        lines = lines[1:]
    turnstile = next((index for index, line in enumerate(lines) if line.startswith(_TURNSTILE)), len(lines))
    conclusion = "\n".join(lines[turnstile:]).removeprefix(_TURNSTILE)
    return Goal(
        text="\n".join(lines),
        case=case[1] if case else None,
        hypotheses=tuple(_parse_hypotheses(lines[:turnstile])),
        conclusion=conclusion,
    )


def _parse_hypotheses(lines: list[str]) -> list[Hypothesis]:
    entries: list[str] = []
    for line in lines:
        if line.startswith(" ") and entries:
            entries[-1] += "\n" + line
        else:
            entries.append(line)
    matches = (_HYPOTHESIS.fullmatch(entry) for entry in entries)
    return [_hypothesis(match["names"], match["type"]) for match in matches if match]


def _hypothesis(names: str, rest: str) -> Hypothesis:
    """Split `type := value` at the first `:=` outside brackets."""
    depth = 0
    for index, character in enumerate(rest):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth -= 1
        elif depth == 0 and rest.startswith(":=", index):
            return Hypothesis(tuple(names.split()), rest[:index].strip(), rest[index + 2 :].strip())
    return Hypothesis(tuple(names.split()), rest)
