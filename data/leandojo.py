"""What LeanDojo would say of an extracted file: its premises, and its theorems with their tactics.

LeanDojo's own way is copied where it shows in the data: a theorem's premise is its statement without comments, a
nameless declaration is none, and a tactic that contains `·` is left out in favour of those inside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data.corpus import Premise, SourceFile
from data.dataset import PremiseUse, TracedTactic, TracedTheorem
from data.extraction import ExtractedDeclaration, ExtractedFile, NamedPremise
from data.origin import Origin
from data.positions import Position, Positions
from data.source import without_comments

_THEOREMS = frozenset({"theorem", "lemma"})
_NO_GOALS = "no goals"


@dataclass(frozen=True, slots=True)
class TacticStates:
    """The goals around one tactic of a human proof, as Lean prints them.

    Attributes:
        start: the tactic's first character.
        end: one past its last character.
        before: the goals before it.
        after: the goals behind it.
    """

    start: Position
    end: Position
    before: str
    after: str


def source_file(file: ExtractedFile) -> SourceFile:
    """The file's line of `corpus.jsonl`."""
    premises = (_premise(declaration, file) for declaration in file.declarations if not declaration.text.is_anonymous)
    return SourceFile(file.path, file.imports, tuple(premises))


def declaration_line(declaration: ExtractedDeclaration, file: ExtractedFile) -> dict[str, Any]:
    """All that is known of a declaration, for `declarations.jsonl`, which LeanDojo has not."""
    text = declaration.text
    return {
        "full_name": declaration.full_name,
        "kind": text.keyword,
        "path": file.path,
        "start": declaration.start,
        "end": declaration.end,
        "statement": file.source[text.keyword_start : text.statement_end].strip(),
        "proof": file.source[text.statement_end : text.end].strip(),
        "docstring": text.docstring(file.source),
        "premises": [
            {
                "full_name": name,
                "def_path": use.definition.path,
                "def_pos": use.definition.start,
                "def_end_pos": use.definition.end,
            }
            for name, use in declaration.premises.items()
        ],
    }


def traced_theorems(
    file: ExtractedFile, *, origin: Origin, states: Sequence[TacticStates]
) -> Iterator[tuple[ExtractedDeclaration, TracedTheorem]]:
    """The theorems of a file.

    Args:
        file: the file.
        origin: the repository.
        states: what is known of the tactics in the file; without it, theorems have no traced tactics.
    """
    positions = Positions(file.source)
    placed = [(positions.offset(state.start), positions.offset(state.end), state) for state in states]
    placed.sort(key=lambda place: (place[0], -place[1]))
    starts = [start for start, _, _ in placed]
    for declaration in file.declarations:
        text = declaration.text
        if text.keyword not in _THEOREMS or text.is_anonymous:
            continue
        tactics: dict[tuple[str, str, str], TracedTactic] = {}
        for start, end, state in placed[bisect_left(starts, text.start) : bisect_left(starts, text.end)]:
            if state.before not in (_NO_GOALS, state.after):
                tactic = _tactic(file.source, start, end, column=state.start[1])
                if "·" not in tactic:
                    traced = TracedTactic(
                        tactic, _annotated(file.source, start, end, declaration.named), state.before, state.after
                    )
                    tactics.setdefault((state.before, tactic, state.after), traced)
        yield (
            declaration,
            TracedTheorem(
                url=origin.url,
                commit=origin.commit,
                file_path=file.path,
                full_name=declaration.full_name,
                start=declaration.keyword_start if text.keyword == "theorem" else declaration.start,
                end=declaration.end,
                traced_tactics=tuple(tactics.values()),
            ),
        )


def _premise(declaration: ExtractedDeclaration, file: ExtractedFile) -> Premise:
    text = declaration.text
    is_theorem = text.keyword in _THEOREMS
    code = without_comments(file.source[text.own_start : text.statement_end if is_theorem else text.end])
    return Premise(
        full_name=declaration.full_name,
        code=code,
        path=file.path,
        start=declaration.start,
        end=declaration.end,
        kind="lemma" if text.keyword == "lemma" else "commanddeclaration",
    )


def _tactic(source: str, start: int, end: int, *, column: int) -> str:
    """The tactic's text without comments, its later lines moved to the left as its first line is."""
    first, *others = without_comments(source[start:end]).split("\n")
    return "\n".join([first, *(line[min(column - 1, len(line) - len(line.lstrip(" "))) :] for line in others)])


def _annotated(source: str, start: int, end: int, named: Sequence[NamedPremise]) -> tuple[str, tuple[PremiseUse, ...]]:
    pieces: list[str] = []
    premises: list[PremiseUse] = []
    position = start
    for use in named:
        if position <= use.start and use.end <= end:
            pieces += [source[position : use.start], "<a>", source[use.start : use.end], "</a>"]
            premises.append(_premise_use(use))
            position = use.end
    return "".join([*pieces, source[position:end]]), tuple(premises)


def _premise_use(use: NamedPremise) -> PremiseUse:
    return PremiseUse(use.full_name, use.definition.path, use.definition.start, use.definition.end)
