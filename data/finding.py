"""Which theorem a user means: its name or the end of it, a place in a file, or the text of what it states.

Files are taken apart only if they can hold the theorem, so that a large repository answers in a moment.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.commands import DECLARATION_KEYWORDS, split_name
from data.declarations import Declaration, declarations, holes
from data.errors import UsageError
from data.source import iterate_tokens, line_number, read_source
from data.stated import is_stated_in, mentioned
from data.theorem import Theorem

_PLACE = re.compile(r"(?P<file>.+\.lean)(?:#L?(?P<line>\d+)|:(?P<row>\d+)(?::\d+)?|:(?P<theorem>.+))", re.DOTALL)
_NUMBERED = re.compile(r"(?P<name>.+)#(?P<number>[1-9]\d*)")
_AT_LINE = re.compile(r"@L\d+$")
_DECLARED = re.compile(r"\b(?:theorem|lemma|def|abbrev|instance)\s+([^\W\d][^\s:({\[⟨]*)")
_MAX_CANDIDATES = 5
_MAX_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A theorem's place as typed: `F.lean#L12`, `F.lean:12:5` as Lean reports it, or `F.lean:name`.

    Attributes:
        file: the file.
        line: 1-based, None where a theorem is named instead.
        theorem: a name or statement, None where a line is given.
    """

    file: str
    line: int | None
    theorem: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path | None
    source: str
    declaration: Declaration

    def __str__(self) -> str:
        line = line_number(self.source, self.declaration.keyword_start)
        place = f"{self.path}#{line}" if self.path is not None else f"line {line}"
        return f"{self.declaration.full_name} ({place})"


def parse_place(text: str) -> Place | None:
    """The file and what stands behind it; None where nothing does."""
    match = _PLACE.fullmatch(text)
    if match is None:
        return None
    line = match["line"] or match["row"]
    return Place(file=match["file"], line=int(line) if line else None, theorem=match["theorem"])


def find_theorem(source: str, path: Path | None, wanted: str) -> Theorem:
    """The theorem that `wanted` means: a full name or the end of one, `foo#2` for a second `sorry`, or a statement.

    Raises:
        UsageError: if there is none, with the closest names, or several, with their places, or it cannot be proved.
    """
    where = str(path) if path is not None else "the source"
    return _only([(path, source)], wanted, where=where, known=lambda: _provable_names(source))


def find_in_files(list_files: Callable[[], Sequence[Path]], wanted: str, *, root: Path, where: str) -> Theorem:
    """The same for a theorem anywhere in some files; also `FILE#LINE` and `FILE:NAME`.

    Args:
        list_files: gives the Lean files of a repository, where they have to be looked through.
        wanted: which theorem.
        root: the folder that the names of files count from; the end of a file's name will do.
        where: what to call all of it in a message.

    Raises:
        UsageError: as `find_theorem` does.
    """
    place = parse_place(wanted)
    if place is not None:
        direct = next((path for path in (Path(place.file), root / place.file) if path.is_file()), None)
        path = direct or _file(list_files(), place.file, root=root, where=where)
        return theorem_at(read_source(path), path, place)
    files = list_files()
    tests = [_name_test(wanted)] if _is_name(wanted) else [_name_test(wanted), _statement_test(wanted)]
    sources = ((path, read_source(path)) for path in files)
    holders = [(path, source) for path, source in sources if any(can_hold(source) for can_hold in tests)]
    return _only(holders, wanted, where=where, known=lambda: _declared_names(files))


def theorem_at(source: str, path: Path, place: Place) -> Theorem:
    """The theorem of one file that `place`, behind the file's name, means.

    Raises:
        UsageError: as `find_theorem` and `theorem_at_line` do.
    """
    if place.line is not None:
        return theorem_at_line(source, path, place.line)
    assert place.theorem is not None
    return find_theorem(source, path, place.theorem)


def theorem_at_line(source: str, path: Path | None, line: int) -> Theorem:
    """The theorem, or the `sorry` in a longer proof, on the 1-based `line`; between two declarations, the next one.

    Raises:
        UsageError: if the file has no such line, or no theorem there or behind.
    """
    where = str(path) if path is not None else "the source"
    num_lines = line_number(source, len(source))
    if not 1 <= line <= num_lines:
        raise UsageError(f"{where} has lines 1 to {num_lines}, not {line}")
    for declaration in declarations(source):
        if line_number(source, max(declaration.end - 1, 0)) < line:
            continue
        if not declaration.has_hole:
            if line_number(source, declaration.start) > line:
                continue
            raise UsageError(
                f"{where}, line {line}: {declaration.full_name} is declared by `{declaration.keyword}`,"
                " there is nothing to prove"
            )
        return min(holes(declaration, source, path), key=lambda hole: abs(hole.line - line))
    raise UsageError(f"no theorem at or behind line {line} of {where}; name another line")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of a message: up to three of the `known` names that come close to `name`; empty if none does.

    The last components count as well as the full names: people forget the namespace, or misspell one of the two.
    """
    by_key: dict[str, str] = {}
    for full_name in known:
        by_key.setdefault(full_name.lower(), full_name)
        by_key.setdefault(full_name.rpartition(".")[2].lower(), full_name)
    closeness: dict[str, float] = {}
    for wanted in {name.lower(), name.rpartition(".")[2].lower()}:
        for key in difflib.get_close_matches(wanted, by_key, n=6, cutoff=0.6):
            ratio = difflib.SequenceMatcher(None, key, wanted).ratio()
            closeness[by_key[key]] = max(ratio, closeness.get(by_key[key], 0.0))
    best = sorted(closeness, key=lambda candidate: (-closeness[candidate], candidate))[:3]
    return f"; did you mean {', '.join(best)}?" if best else ""


def _only(
    holders: Sequence[tuple[Path | None, str]], wanted: str, *, where: str, known: Callable[[], Iterable[str]]
) -> Theorem:
    """The one theorem in the texts `holders` that `wanted` means; `known` names are read for a message only."""
    everything = [_Found(path, source, declaration) for path, source in holders for declaration in declarations(source)]
    is_name = _is_name(wanted)
    named = _named(everything, wanted)
    found = named if named or is_name else _stating(everything, wanted)
    shown = repr(wanted if len(wanted) <= _MAX_SHOWN else wanted[: _MAX_SHOWN - 1] + "…")
    if not found:
        what = "no theorem" if is_name or not wanted.strip(" .") else "no theorem is called or states"
        raise UsageError(f"{what} {shown} in {where}{did_you_mean(wanted, known())}")
    if len(found) > 1:
        what = "names several theorems" if named else "is stated by several theorems"
        places = ", ".join(map(str, found[:_MAX_CANDIDATES])) + ", ..." * (len(found) > _MAX_CANDIDATES)
        raise UsageError(f"{shown} {what} in {where}: {places}; give the full name, FILE:NAME or FILE#LINE")
    return _hole(found[0], wanted if named else found[0].declaration.full_name)


def _is_name(text: str) -> bool:
    """Whether the text is a name, maybe with a number or line behind it, and not a statement."""
    tokens = list(iterate_tokens(_AT_LINE.sub("", _without_number(text))))
    return len(tokens) == 1 and tokens[0].kind == "identifier" and tokens[0].text == text[: tokens[0].end]


def _named(everything: Sequence[_Found], name: str) -> list[_Found]:
    """Those with the full name `name`; where there are none, those whose full name ends in it."""
    wanted = _name_key(name)
    keys = [(_name_key(entry.declaration.full_name), entry) for entry in everything]
    exactly = [entry for key, entry in keys if key == wanted]
    return exactly or [entry for key, entry in keys if key[-len(wanted) :] == wanted]


def _stating(everything: Sequence[_Found], text: str) -> list[_Found]:
    """Those whose statement is the text; where there are none, those that state it behind some hypotheses."""
    provable = [entry for entry in everything if entry.declaration.has_hole]
    by_rank: dict[int, list[_Found]] = {}
    for entry in provable:
        declaration = entry.declaration
        rank = is_stated_in(text, entry.source[declaration.name_end : declaration.statement_end])
        if rank is not None:
            by_rank.setdefault(rank, []).append(entry)
    return by_rank[min(by_rank)] if by_rank else []


def _hole(found: _Found, name: str) -> Theorem:
    declaration = found.declaration
    if not declaration.has_hole:
        raise UsageError(
            f"{declaration.full_name} is declared by `{declaration.keyword}`; only theorems and definitions have proofs"
        )
    candidates = holes(declaration, found.source, found.path)
    numbered = _NUMBERED.fullmatch(name)
    number = int(numbered["number"]) if numbered is not None else 1
    if number > len(candidates):
        raise UsageError(f"{name}: {declaration.full_name} has {len(declaration.sorries)} `sorry`, not {number}")
    return candidates[number - 1]


def _without_number(name: str) -> str:
    numbered = _NUMBERED.fullmatch(name)
    return numbered["name"] if numbered is not None else name


def _name_key(name: str) -> tuple[str, ...]:
    """The components of a name, without quotes and the number of a `sorry`."""
    base = _without_number(name).removeprefix("_root_.")
    return tuple(part.removeprefix("«").removesuffix("»") for part in split_name(base))


def _name_test(name: str) -> Callable[[str], bool]:
    """A cheap test for a file that may declare `name`: its last component behind a declaring keyword."""
    last_part = (split_name(_without_number(name)) or [name])[-1]
    if _AT_LINE.search(last_part):
        keyword = _AT_LINE.sub("", last_part)
        return lambda source: keyword in source
    part = re.escape(last_part.strip("«»"))
    keywords = "|".join(sorted(DECLARATION_KEYWORDS))
    pattern = re.compile(rf"\b(?:{keywords})\b[^:]*?(?<![\w'!?]){part}(?![\w'!?])")
    return lambda source: pattern.search(source) is not None


def _statement_test(text: str) -> Callable[[str], bool]:
    """A cheap test for a file that may state `text`: every constant must occur in it."""
    constants = mentioned(text)
    return lambda source: all(name in source for name in constants)


def _file(files: Sequence[Path], name: str, *, root: Path, where: str) -> Path:
    """The only file whose name ends in `name`."""
    relative = {path: path.relative_to(root) for path in files}
    parts = Path(name).parts
    found = [path for path, inner in relative.items() if inner.parts[-len(parts) :] == parts]
    if not found:
        close = difflib.get_close_matches(name, map(str, relative.values()), n=3)
        raise UsageError(f"no file {name} in {where}" + (f"; did you mean {', '.join(close)}?" if close else ""))
    if len(found) > 1:
        places = ", ".join(str(relative[path]) for path in found[:_MAX_CANDIDATES])
        raise UsageError(f"{name} names several files in {where}: {places}; give more of its path")
    return found[0]


def _provable_names(source: str) -> Iterator[str]:
    return (declaration.full_name for declaration in declarations(source) if declaration.has_hole)


def _declared_names(files: Sequence[Path]) -> Iterator[str]:
    """Every declared name as written: a cheap look that leaves out namespaces, for messages only."""
    for path in files:
        yield from _DECLARED.findall(read_source(path))
