"""Every declaration of a compiled repository and the premises that its proof names, file by file.

The text says where a declaration, its statement and its proof begin and end; the `.ilean` file that Lean wrote says
what it is called and which constants are named in it. Both are read a file at a time, imported files first, and only
the places of definitions are kept, so that memory does not grow with the texts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx

from data.compiled import Build, CompiledModule, how_to_build, source_digest
from data.constants import Definition, Definitions, is_named, plain_name
from data.declarations import Declaration, declarations
from data.errors import UsageError
from data.ilean import Ilean, Span, Use, read_ilean
from data.positions import Position, Positions
from data.repository import Repository, is_prelude, parse_imports
from data.source import read_source

_MAX_PATHS = 3


@dataclass(frozen=True, slots=True)
class NamedPremise:
    """A place where a constant is named by an identifier.

    Attributes:
        start: offset of the identifier in the file's text.
        end: one past its last character.
        full_name: the constant.
        definition: where it is defined.
    """

    start: int
    end: int
    full_name: str
    definition: Definition


@dataclass(frozen=True, slots=True)
class ExtractedDeclaration:
    """A declaration that Lean accepted.

    Attributes:
        full_name: the name that Lean gave it, without the mangling of private ones.
        text: where it and its parts are in the file's text.
        start: its first character, doc comment and attributes included.
        end: one past its last character.
        keyword_start: its keyword.
        named: where it names constants, in order, its statement included; not what is defined by itself or behind it.
    """

    full_name: str
    text: Declaration
    start: Position
    end: Position
    keyword_start: Position
    named: tuple[NamedPremise, ...]

    @property
    def premises(self) -> dict[str, NamedPremise]:
        """The constants that its proof or value names, by name, each where it is named first."""
        found: dict[str, NamedPremise] = {}
        for use in self.named:
            if use.start >= self.text.statement_end:
                found.setdefault(use.full_name, use)
        return found


@dataclass(frozen=True, slots=True)
class ExtractedFile:
    """A file with its declarations.

    Attributes:
        path: the file, relative to the repository.
        is_own: False for a file of a package that the repository imports.
        source: its text.
        imports: the paths of the files it imports.
        declarations: in order.
        constants: all that it defines, by name, with the place of each name.
    """

    path: str
    is_own: bool
    source: str
    imports: tuple[str, ...]
    declarations: tuple[ExtractedDeclaration, ...]
    constants: Mapping[str, tuple[Position, Position]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, or not be trusted: its path and one line that says why."""

    path: str
    message: str


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """One line for every kind of problem, with the first files that have it."""
    by_message: dict[str, list[str]] = {}
    for problem in problems:
        by_message.setdefault(problem.message, []).append(problem.path)
    lines: list[str] = []
    for message, paths in by_message.items():
        more = f" and {len(paths) - _MAX_PATHS} more" if len(paths) > _MAX_PATHS else ""
        lines.append(f"{', '.join(paths[:_MAX_PATHS])}{more}: {message}")
    return lines


class Extraction:
    """Reads the files of a repository and all that they import.

    Args:
        repository: the repository.
        build: where its compiled modules are.
        report: gets what is wrong with a file; the file then has no declarations and the rest goes on.
        definitions: of files that were read before; None if there are none.

    Raises:
        UsageError: if no module of the repository is compiled, or modules import each other in a circle.
    """

    def __init__(
        self,
        repository: Repository,
        build: Build,
        *,
        report: Callable[[Problem], None],
        definitions: Definitions | None = None,
    ) -> None:
        self._build = build
        self._report = report
        self._modules: dict[str, CompiledModule] = {}
        self._imports: dict[str, tuple[str, ...]] = {}
        self.own = frozenset(self._own_modules(repository))
        self.outside: set[str] = set()
        self.order = self._in_order_of_imports()
        self._definitions = Definitions() if definitions is None else definitions
        self._num_premises = 0

    @property
    def lean_version(self) -> str:
        """The version of Lean that built the repository, empty if nothing says."""
        return self._build.lean

    def __len__(self) -> int:
        """The number of files."""
        return len(self.order)

    @property
    def modules(self) -> Mapping[str, CompiledModule]:
        """Every module that is read, by name."""
        return self._modules

    def imports_of(self, name: str) -> tuple[str, ...]:
        """The paths of the files that the module imports itself."""
        return self._imports[name]

    def files(self, only: Collection[str] | None = None) -> Iterator[ExtractedFile]:
        """Every file, imported ones first; to be gone through once.

        Args:
            only: leave out all modules but these; what the others define must be known to `definitions`.
        """
        for name in self.order:
            if only is None or name in only:
                yield self._extract(name)

    def _own_modules(self, repository: Repository) -> list[str]:
        """The repository's compiled modules. What else lies there (scripts, tests) is not missed."""
        found: list[str] = []
        for name, path in repository.modules.items():
            module = self._build.find(name, own=True)
            if module is not None and module.ilean.is_file():
                self._modules[name] = module
                found.append(name)
            else:
                self._report(Problem(path.relative_to(repository.root).as_posix(), "not built, left out"))
        if not found:
            raise UsageError(f"no module of {repository.name} is built: {how_to_build(repository)}")
        return found

    def _in_order_of_imports(self) -> list[str]:
        graph: networkx.DiGraph[str] = networkx.DiGraph()
        waiting = sorted(self.own)
        seen = set(waiting)
        while waiting:
            name = waiting.pop()
            imported = [other for other in self._imports_of(name) if self._is_known(other)]
            self._imports[name] = tuple(self._modules[other].path for other in imported)
            graph.add_node(name)
            graph.add_edges_from((other, name) for other in imported)
            waiting.extend(other for other in imported if other not in seen)
            seen.update(imported)
        try:
            return list(networkx.lexicographical_topological_sort(graph))
        except networkx.NetworkXUnfeasible:
            circle = [edge[1] for edge in reversed(networkx.find_cycle(graph))]
            raise UsageError(f"modules import each other in a circle: {' -> '.join([*circle, circle[0]])}") from None

    def _imports_of(self, name: str) -> list[str]:
        try:
            source = read_source(self._modules[name].source)
        except UsageError:  # said again, and reported, when the file's turn comes
            return []
        imported = list(dict.fromkeys(item.module for item in parse_imports(source)))
        return imported if is_prelude(source) or "Init" in imported else ["Init", *imported]

    def _is_known(self, name: str) -> bool:
        """Whether the module's source is at hand; what is nowhere is remembered."""
        if name not in self._modules and name not in self.outside:
            module = self._build.find(name)
            if module is None:
                self.outside.add(name)
            else:
                self._modules[name] = module
        return name in self._modules

    def _extract(self, name: str) -> ExtractedFile:
        module = self._modules[name]
        empty = ExtractedFile(module.path, name in self.own, "", self._imports[name], ())
        try:
            source = read_source(module.source)
            ilean = read_ilean(module.ilean)
            file = self._declarations(empty, source, ilean)
            self._warn_if_stale(module, source)
            return file
        except UsageError as error:
            self._report(Problem(module.path, str(error)))
            return empty

    def _warn_if_stale(self, module: CompiledModule, source: str) -> None:
        digest = self._build.digests.get(module.name)
        if digest is None:
            is_stale = module.source.stat().st_mtime > module.ilean.stat().st_mtime
        else:
            is_stale = digest != source_digest(source.encode())
        if is_stale:
            self._report(Problem(module.path, "changed since it was built; build it again"))

    def _declarations(self, empty: ExtractedFile, source: str, ilean: Ilean) -> ExtractedFile:
        positions = Positions(source)
        spans = {name: _offsets(positions, span) for name, span in ilean.definitions.items()}
        names: dict[int, str] = {}
        for name, (offset, _) in spans.items():
            if offset not in names or len(name) < len(names[offset]):  # a longer one was generated from it
                names[offset] = name
        found = declarations(source)
        _refuse_shifted(found, names, len(source))
        found = [text for text in found if _name_place(text) in names]
        self._define(empty.path, positions, ilean.module, spans, found)
        named = self._named(source, positions, ilean.uses)
        starts = [use.start for use in named]
        extracted: list[ExtractedDeclaration] = []
        for text in found:
            start = positions.at(text.own_start)
            inside = named[bisect_left(starts, text.own_start) : bisect_left(starts, text.end)]
            earlier = (use for use in inside if use.definition.path != empty.path or use.definition.start < start)
            extracted.append(
                ExtractedDeclaration(
                    full_name=text.full_name if text.keyword == "example" else plain_name(names[_name_place(text)]),
                    text=text,
                    start=start,
                    end=positions.at(text.end),
                    keyword_start=positions.at(text.keyword_start),
                    named=tuple(earlier),
                )
            )
        constants = {name: (positions.at(first), positions.at(last)) for name, (first, last) in spans.items()}
        return ExtractedFile(empty.path, empty.is_own, source, empty.imports, tuple(extracted), constants)

    def _define(
        self,
        path: str,
        positions: Positions,
        module: str,
        spans: dict[str, tuple[int, int]],
        found: Sequence[Declaration],
    ) -> None:
        """Keep where the constants of a file are defined, and number the premises among its declarations."""
        numbers: list[int | None] = []
        for text in found:
            numbers.append(None if text.is_anonymous else self._num_premises)
            self._num_premises += not text.is_anonymous
        starts = [text.own_start for text in found]
        for name, (start, end) in spans.items():
            place = bisect_right(starts, start) - 1
            owner = numbers[place] if place >= 0 and start < found[place].end else None
            self._definitions.add(module, name, Definition(path, positions.at(start), positions.at(end), owner))

    def _named(self, source: str, positions: Positions, uses: Sequence[Use]) -> list[NamedPremise]:
        """The uses by name, in order; notation names constants, too, but not by an identifier."""
        found: list[NamedPremise] = []
        for module, name, span in uses:
            start, end = _offsets(positions, span)
            if is_named(source[start:end], name) and (definition := self._definitions.find(module, name)) is not None:
                found.append(NamedPremise(start, end, name, definition))
        found.sort(key=lambda use: (use.start, -use.end))
        return found


def _name_place(text: Declaration) -> int:
    """Where Lean says that a declaration's name is: for a nameless one that is its keyword."""
    return text.keyword_start if text.is_anonymous else text.name_start


def _offsets(positions: Positions, span: Span) -> tuple[int, int]:
    line, column, end_line, end_column = span
    return positions.offset_utf16(line, column), positions.offset_utf16(end_line, end_column)


def _refuse_shifted(found: Sequence[Declaration], names: dict[int, str], length: int) -> None:
    """Raise if Lean has seen a declaration elsewhere than it stands now: the premises of all proofs would be wrong."""
    places = {plain_name(name): start for start, name in names.items()}
    starts = {text.name_start for text in found}
    moved = (
        text.full_name
        for text in found
        if not text.is_anonymous
        and text.name_start not in names
        and places.get(text.full_name, text.name_start) not in starts
    )
    first = next(moved, next((name for start, name in names.items() if start >= length), None))
    if first is not None:
        raise UsageError(f"not the text that was built ({first} was elsewhere), left out; build it again")
