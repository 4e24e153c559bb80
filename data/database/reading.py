"""From a repository's files to records: by Lean's `.ilean` files where it is built, from the text alone where not.

First only digests are taken, so that whoever knows a file already need not have it read.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.compiled import Build
from data.constants import Definitions
from data.database.records import Constant, DeclarationRecord, FileKey, FileRecord
from data.declarations import Declaration, declarations
from data.errors import UsageError
from data.extraction import ExtractedFile, Extraction, Problem
from data.positions import Positions
from data.repository import Repository, parse_imports
from data.source import read_source, without_comments

_STATED = ("theorem", "lemma")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file before it is read: where it is, what tells its content, and what it imports itself."""

    key: FileKey
    digest: str
    imports: tuple[FileKey, ...]


class Reader:
    """Reads a repository.

    Args:
        repository: the repository.
        build: where it is compiled; None to read the texts alone, without premises.
        definitions: finds what is defined in files that are not read this time.
        report: gets what is wrong with a file; the rest goes on.

    Raises:
        UsageError: if modules import each other in a circle.
    """

    def __init__(
        self,
        repository: Repository,
        build: Build | None,
        *,
        definitions: Definitions,
        report: Callable[[Problem], None],
    ) -> None:
        self._report = report
        self._problems: dict[str, Problem] = {}
        self._extraction: Extraction | None = None
        self._modules: dict[FileKey, str] = {}
        self._texts: dict[FileKey, Path] = {}
        self.listed: list[Listed] = []
        if build is not None:
            self._extraction = Extraction(repository, build, report=self._keep, definitions=definitions)
            self._list_compiled(self._extraction, build)
        self._list_texts(repository, is_missed=build is not None)

    def _list_compiled(self, extraction: Extraction, build: Build) -> None:
        for name in extraction.order:
            module = extraction.modules[name]
            key = FileKey.of(module.path)
            self._modules[key] = name
            imports = tuple(map(FileKey.of, extraction.imports_of(name)))
            self.listed.append(Listed(key, _file_digest(module.source, build.lean), imports))

    def _list_texts(self, repository: Repository, *, is_missed: bool) -> None:
        places = {name: FileKey("", _inner(path, repository)) for name, path in repository.modules.items()}
        for name, key in places.items():
            if key in self._modules:
                continue
            path = repository.modules[name]
            if is_missed:
                self._report(Problem(key.path, "not built: its premises stay unknown"))
            imports = dict.fromkeys(places[name] for name in _imports(path) if name in places)
            self._texts[key] = path
            self.listed.append(Listed(key, _file_digest(path, "text"), tuple(imports)))

    def key_of(self, module: str) -> FileKey | None:
        """The file of a module, None if it is not known."""
        found = self._extraction.modules.get(module) if self._extraction is not None else None
        return FileKey.of(found.path) if found is not None else None

    def read(self, wanted: Collection[FileKey]) -> Iterator[FileRecord]:
        """The records of some files, imported ones first."""
        listed = {item.key: item for item in self.listed}
        if self._extraction is not None:
            names = {self._modules[key] for key in wanted if key in self._modules}
            for file in self._extraction.files(only=names):
                item = listed[FileKey.of(file.path)]
                problem = self._problems.pop(file.path, None)
                if problem is not None:
                    self._report(problem)
                if file.source:
                    yield _extracted_record(file, item)
                else:  # not what was built: its text says nearly all, but is to be looked at again next time
                    source = self._extraction.modules[self._modules[item.key]].source
                    yield self._text_record(source, Listed(item.key, f"{item.digest}?", item.imports))
        for key in wanted:
            if key in self._texts:
                yield self._text_record(self._texts[key], listed[key])

    def _keep(self, problem: Problem) -> None:
        self._problems[problem.path] = problem

    def _text_record(self, path: Path, item: Listed) -> FileRecord:
        try:
            source = read_source(path)
        except UsageError as error:
            self._report(Problem(item.key.path, str(error)))
            source = ""
        found = declarations(source)
        records = _declaration_records(source, [(text, text.full_name, ()) for text in found])
        positions = Positions(source)
        constants = tuple(
            Constant(text.full_name, positions.at(text.name_start), positions.at(text.name_end), owner)
            for owner, text in enumerate(found)
            if not text.is_anonymous
        )
        return FileRecord(item.key, item.digest, source, item.imports, records, constants)


def _extracted_record(file: ExtractedFile, item: Listed) -> FileRecord:
    triples = [
        (
            declaration.text,
            declaration.full_name,
            tuple((FileKey.of(use.definition.path), name) for name, use in declaration.premises.items()),
        )
        for declaration in file.declarations
    ]
    records = _declaration_records(file.source, triples)
    starts = [declaration.start for declaration in file.declarations]
    constants: list[Constant] = []
    for name, (start, end) in file.constants.items():
        owner = bisect_right(starts, start) - 1
        is_owned = owner >= 0 and start < file.declarations[owner].end
        constants.append(Constant(name, start, end, owner if is_owned else None))
    return FileRecord(item.key, item.digest, file.source, item.imports, records, tuple(constants))


def _declaration_records(
    source: str, found: Sequence[tuple[Declaration, str, tuple[tuple[FileKey, str], ...]]]
) -> tuple[DeclarationRecord, ...]:
    positions = Positions(source)
    before, position = hashlib.sha256(), 0
    records: list[DeclarationRecord] = []
    for text, full_name, uses in found:
        before.update(source[position : text.start].encode())
        position = max(position, text.start)
        proof = source[text.statement_end : text.end].strip()
        is_stated = text.keyword in _STATED
        records.append(
            DeclarationRecord(
                full_name=full_name,
                kind=text.keyword,
                is_theorem=text.is_theorem,
                is_anonymous=text.is_anonymous,
                start=positions.at(text.own_start),
                end=positions.at(text.end),
                code=without_comments(source[text.own_start : text.statement_end if is_stated else text.end]),
                statement=source[text.keyword_start : text.statement_end].strip(),
                proof=proof,
                docstring=text.docstring(source),
                num_holes=len(text.sorries) if text.has_hole else 0,
                num_steps=_num_steps(proof) if text.is_by and not text.sorries else None,
                before_digest=before.hexdigest()[:32],
                uses=uses,
            )
        )
    return tuple(records)


def _num_steps(proof: str) -> int:
    """How many tactics a `by` block has, by its lines and semicolons: near enough until the proof is replayed."""
    lines = [line.strip() for line in without_comments(proof).split("\n")]
    num_lines = sum(line not in ("", ":= by", ":=", "by") for line in lines)
    return max(1, num_lines + sum(line.count(";") for line in lines))


def _imports(path: Path) -> list[str]:
    try:
        return [item.module for item in parse_imports(read_source(path))]
    except UsageError:  # reported when the file is read
        return []


def _file_digest(path: Path, reading: str) -> str:
    """Changes with the text and with how it is read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None
    return hashlib.sha256(f"{reading}\n".encode() + content).hexdigest()[:32]


def _inner(path: Path, repository: Repository) -> str:
    return path.relative_to(repository.root).as_posix()
