"""A Lean repository on disk: a user names it and a theorem in it, and nothing is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import UsageError
from data.repository import Import, Repository, corpora, corpus, open_repository, parse_imports

TEXTS = {
    "lean-toolchain": "leanprover/lean4:v4.9.0\n",
    "lakefile.lean": 'import Lake\npackage x where\n  -- srcDir := "no"\nlean_lib Foo where\n  srcDir := "src"\n',
    "src/Foo.lean": "import Foo.Basic\nimport Foo.«Odd-name»\n",
    "src/Foo/Basic.lean": "import Init\nnamespace Foo\ntheorem one : p := sorry\ntheorem two : p := rfl\nend Foo\n",
    "src/Foo/Odd-name.lean": "import Foo.Basic\ntheorem Bar.two : p := ⟨sorry, sorry⟩\ntheorem Bar.only\n  : p := h\n",
    "scripts/tool.lean": "-- theorem one in a comment\ndef main := 1\n",
    ".lake/packages/dep/Dep.lean": "theorem dep : p := sorry",
    "build/Old.lean": "theorem old : p := sorry",
    ".git/Hook.lean": "theorem hook : p := sorry",
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    for name, text in TEXTS.items():
        path = tmp_path / "foo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_repository(str(tmp_path / "foo"))


def test_modules(repository: Repository) -> None:
    """Lean would not find the module of a file, or the products of a build would be taken for sources."""
    assert repository.name == "foo"
    assert repository.toolchain == "leanprover/lean4:v4.9.0"
    assert sorted(repository.modules) == ["Foo", "Foo.Basic", "Foo.«Odd-name»", "scripts.tool"]
    for module in repository.modules:
        assert repository.module_of(repository.path_of(module)) == module


def test_unknown_modules_and_files_are_explained(repository: Repository, tmp_path: Path) -> None:
    """The user would not know the module's right name."""
    with pytest.raises(UsageError, match=r"no module 'Foo.Basik' in foo; did you mean Foo.Basic"):
        repository.path_of("Foo.Basik")
    with pytest.raises(UsageError, match="is not in the repository"):
        repository.module_of(tmp_path / "Other.lean")


@pytest.mark.parametrize(
    ("name", "text", "modules"),
    [
        ("lakefile.toml", 'name = "x"\n[[lean_lib]]\nname = "A"\nsrcDir = "lib"\n', ["A", "root.B"]),
        ("lakefile.toml", 'name = "x"\nsrcDir = "."\n', ["lib.A", "root.B"]),
        ("lakefile.toml", 'srcDir = "lib"\n', ["A", "root.B"]),
        ("lakefile.lean", 'package x where\n  srcDir := "root"\nlean_lib A { srcDir := "../lib" }', ["A", "B"]),
        ("lakefile.lean", "package x\nlean_lib A", ["lib.A", "root.B"]),
        ("other.txt", "", ["lib.A", "root.B"]),
    ],
)
def test_source_folders_of_the_lakefile(tmp_path: Path, name: str, text: str, modules: list[str]) -> None:
    """Modules below a source folder would get names that Lean does not know."""
    for path in ("lib/A.lean", "root/B.lean"):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).touch()
    (tmp_path / name).write_text(text)
    assert sorted(open_repository(str(tmp_path)).modules) == modules


def test_broken_lakefile_is_explained(tmp_path: Path) -> None:
    """The user would see a traceback of a TOML reader."""
    (tmp_path / "lakefile.toml").write_text("srcDir = \n")
    (tmp_path / "A.lean").touch()
    with pytest.raises(UsageError, match="is not TOML"):
        _ = open_repository(str(tmp_path)).modules


def test_import_graph(repository: Repository) -> None:
    """What a theorem may use is what its file imports."""
    graph = repository.import_graph()
    assert set(graph.edges) == {
        ("Foo", "Foo.Basic"),
        ("Foo", "Foo.«Odd-name»"),
        ("Foo.«Odd-name»", "Foo.Basic"),
        ("Foo.Basic", "Init"),
    }
    assert graph.nodes["Foo"]["path"] == repository.path_of("Foo")
    assert graph.nodes["Init"]["path"] is None


def test_find_theorem(repository: Repository) -> None:
    """A user would have to know the file of every theorem."""
    one = repository.find_theorem("one")
    assert (one.full_name, one.line, one.path) == ("Foo.one", 3, repository.path_of("Foo.Basic"))
    assert repository.find_theorem("Foo.two").full_name == "Foo.two"
    assert repository.find_theorem("Bar.two#2").full_name == "Bar.two#2"
    assert repository.find_theorem("Bar.only").line == 3


def test_unclear_names_are_explained(repository: Repository) -> None:
    """The user would get any of several theorems, or no hint at the right name."""
    with pytest.raises(
        UsageError, match=r"'two' names several theorems in foo: Foo.two \(.*Basic.lean#4\), Bar.two \("
    ):
        repository.find_theorem("two")
    with pytest.raises(UsageError, match=r"no theorem 'Foo\.onne' in foo; did you mean one"):
        repository.find_theorem("Foo.onne")
    for name in ("dep", "old", "", "."):
        with pytest.raises(UsageError, match="no theorem"):
            repository.find_theorem(name)


def test_sorries(repository: Repository) -> None:
    """Work would be missed, or done in other people's packages."""
    assert [theorem.full_name for theorem in repository.sorries()] == ["Foo.one", "Bar.two", "Bar.two#2"]


def test_every_corpus_is_readable() -> None:
    """A bundled corpus that cannot be named is not there."""
    assert corpora()
    for name in corpora():
        opened = open_repository(name)
        assert opened == corpus(name)
        assert opened.modules


@pytest.mark.parametrize("text", ["", " ", "no/such/place", "nonsense"])
def test_unknown_repositories_are_explained(text: str) -> None:
    """The user would not know what may stand there."""
    with pytest.raises(
        UsageError,
        match=f"no such repository: .*path of a local .*, a Git address, or one of: .*{corpora()[0]}.*mathlib",
    ):
        open_repository(text)


def test_folders_without_lean_are_refused(tmp_path: Path) -> None:
    """A misspelt path would look like a repository without theorems."""
    with pytest.raises(UsageError, match=r"no Lean package: it has neither a lakefile nor a \.lean file"):
        open_repository(str(tmp_path))
    (tmp_path / "A.lean").touch()
    with pytest.raises(UsageError, match=r"is a file; .*--file"):
        open_repository(str(tmp_path / "A.lean"))
    with pytest.raises(UsageError, match="no bundled corpus 'x'; bundled are"):
        corpus("x")


@pytest.mark.parametrize(
    ("source", "imports"),
    [
        ("", []),
        ("theorem import : p := h", []),
        ("import A", [("A", 1)]),
        ("import A.B import C\r\nimport D", [("A.B", 1), ("C", 1), ("D", 2)]),
        (
            "/- import X -/\n-- import Y\nprelude\nimport A\n/-! # B -/\nimport C\nopen D\nimport E",
            [("A", 4), ("C", 6)],
        ),
        (
            "module\n\npublic import A\nimport all B\nmeta import C\npublic meta import D",
            [("A", 3), ("B", 4), ("C", 5), ("D", 6)],
        ),
        ("import\n  A", [("A", 2)]),
        ("import «A b».C", [("«A b».C", 1)]),
        ("\ufeffimport A", [("A", 1)]),
        ("import", []),
    ],
)
def test_imports(source: str, imports: list[tuple[str, int]]) -> None:
    """A module that is not seen is missing from what a proof may use."""
    assert parse_imports(source) == tuple(Import(module, line) for module, line in imports)
