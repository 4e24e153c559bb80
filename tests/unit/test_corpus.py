"""The premises of a repository: their format, their numbers, and what is accessible from where."""

from __future__ import annotations

import json
from pathlib import Path

import networkx
import pytest

from data.corpus import Corpus, Premise, SourceFile
from data.errors import UsageError


def source_file(path: str, *imports: str, lines: int = 2) -> SourceFile:
    """A file with a premise on each of its lines."""
    premises = tuple(
        Premise(f"{path}.t{line}", f"theorem t{line} : True", path, (line, 1), (line, 20), "commanddeclaration")
        for line in range(1, lines + 1)
    )
    return SourceFile(path, imports, premises)


DIAMOND = [
    source_file("Core.lean"),
    source_file("Left.lean", "Core.lean", lines=1),
    source_file("Right.lean", "Core.lean", lines=3),
    source_file("Alone.lean"),
    source_file("Top.lean", "Left.lean", "Right.lean", lines=3),
]


def names(corpus: Corpus, path: str, position: tuple[int, int]) -> set[str]:
    return {corpus.premises[number].full_name for number in corpus.accessible(path, position)}


def test_accessible_is_what_is_imported_or_earlier() -> None:
    """A proof would be offered lemmas it cannot use, or not those that it can."""
    corpus = Corpus(DIAMOND)
    core, left = {"Core.lean.t1", "Core.lean.t2"}, {"Left.lean.t1"}
    right = {f"Right.lean.t{line}" for line in (1, 2, 3)}
    assert names(corpus, "Core.lean", (1, 1)) == set()
    assert names(corpus, "Left.lean", (1, 1)) == core
    assert names(corpus, "Top.lean", (2, 1)) == core | left | right | {"Top.lean.t1"}


def test_a_declaration_is_accessible_only_behind_its_end() -> None:
    """A theorem would be offered for its own proof."""
    corpus = Corpus(DIAMOND)
    assert names(corpus, "Core.lean", (1, 19)) == set()
    assert names(corpus, "Core.lean", (1, 20)) == {"Core.lean.t1"}


def test_accessible_agrees_with_the_transitive_closure() -> None:
    """The bit sets are an own invention; networkx says what they should hold, on a graph of more than 64 files."""
    files = [
        source_file(f"{n}.lean", *{f"{m}.lean" for m in (n // 2, n // 3, n - 7) if 0 <= m < n}, lines=n % 4)
        for n in range(150)
    ]
    corpus = Corpus(files)
    closure = networkx.transitive_closure_dag(corpus.import_graph)
    for file in files:
        expected = [i for i, premise in enumerate(corpus.premises) if closure.has_edge(file.path, premise.path)]
        assert corpus.accessible(file.path, (0, 0)).tolist() == expected


def test_a_new_file_may_use_what_it_imports() -> None:
    """The user's own file is not in the corpus."""
    corpus = Corpus(DIAMOND)
    found = {corpus.premises[i].path for i in corpus.importable_mask(["Left.lean"]).nonzero()[0]}
    assert found == {"Core.lean", "Left.lean"}


def test_locate_finds_the_premise_by_a_position_inside_it() -> None:
    """A tactic names its premises by the position of the name in the definition."""
    corpus = Corpus(DIAMOND)
    assert corpus.locate("Right.lean", (2, 9)) == corpus.premise_range("Right.lean")[1]
    assert corpus.locate("Right.lean", (9, 1)) is None
    assert corpus.locate("Nowhere.lean", (1, 1)) is None


def test_written_and_read_back(tmp_path: Path) -> None:
    """An index would belong to another corpus than the one on the disk."""
    corpus = Corpus(DIAMOND)
    corpus.write(tmp_path / "corpus.jsonl")
    again = Corpus.read(tmp_path / "corpus.jsonl")
    assert again.files == corpus.files
    assert again.digest == corpus.digest
    assert Corpus([*DIAMOND[:-1], source_file("Top.lean", "Left.lean", lines=3)]).digest != corpus.digest


def test_what_reprover_leaves_out_is_left_out(tmp_path: Path) -> None:
    """Numbers of premises, and so all predictions, would differ from ReProver's on LeanDojo's own file."""
    rows = [(None, "def"), ("a.user__.n.b", "def"), ("[a, b]", "def"), ("empty", ""), ("kept", "def kept := 1")]
    premises = [
        {"full_name": name, "code": code, "start": [1, 1], "end": [1, 9], "kind": "commanddeclaration"}
        for name, code in rows
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"path": "A.lean", "imports": [], "premises": premises}) + "\n")
    assert [premise.full_name for premise in Corpus.read(path).premises] == ["kept"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([source_file("A.lean", "B.lean"), source_file("B.lean", "A.lean")], "circle"),
        ([source_file("A.lean", "B.lean")], "B.lean"),
        ([source_file("A.lean"), source_file("A.lean")], "twice"),
    ],
)
def test_files_that_do_not_fit_together(files: list[SourceFile], message: str) -> None:
    """Accessibility would be silently wrong."""
    with pytest.raises(UsageError, match=message):
        Corpus(files)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"path": "A.lean"}', "\ufffe", '{"path": "A", "imports": [], "premises": [1]}']
)
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    """A half-written file must not pass for a small corpus."""
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"path": "Fine.lean", "imports": [], "premises": []}\n' + line.encode("utf-16"))
    with pytest.raises(UsageError, match=r"corpus.jsonl:2: ") as caught:
        Corpus.read(path)
    assert "\n" not in str(caught.value)


def test_a_missing_corpus(tmp_path: Path) -> None:
    """One line, no traceback."""
    with pytest.raises(UsageError, match="no such file"):
        Corpus.read(tmp_path / "corpus.jsonl")
