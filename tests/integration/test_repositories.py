"""`prove --repo ADDRESS` from the clone to the proof: real Git repositories, built on the embedded engine."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from prover.cli import main
from prover.lean.project import open_project
from prover.lean.toolchain import Lean
from tests.integration.git_repositories import Origin

pytestmark = pytest.mark.lean

FIRST = {
    "lean-toolchain": "leanprover/lean4:v4.35.0\n",
    "lakefile.toml": (
        'name = "größen"\ndefaultTargets = ["Größen"]\n[leanOptions]\nautoImplicit = false\n'
        '[[lean_lib]]\nname = "Größen"\nsrcDir = "src"\n[[lean_lib]]\nname = "Extra"\nsrcDir = "more libs"\n'
    ),
    "src/Größen.lean": "import Größen.Basis\nimport Extra.«In-between»\n",
    "src/Größen/Basis.lean": "def Größen.doppelt (n : Nat) : Nat := n + n\n",
    "src/Größen/Sätze.lean": (
        "import Größen.Basis\nimport Extra.«In-between»\n\nnamespace Größen\n\n"
        "theorem doppelt_null : doppelt 0 = 0 := by\n  sorry\n\n"
        "theorem und (p q : Prop) (hp : p) (hq : q) : q ∧ p := by\n  constructor\n  · sorry\n  · exact hp\n\n"
        "end Größen\n"
    ),
    "more libs/Extra/In-between.lean": "import Größen.Basis\ntheorem Größen.doppelt_eins : doppelt 1 = 2 := rfl\n",
}
SECOND = {
    "src/Größen/Sätze.lean": "import Größen.Basis\ntheorem Größen.neu (p : Prop) (h : p) : p ∨ False := by\n  sorry\n",
    "Broken.lean": "import Größen.Kaputt\ntheorem after_broken : True := by\n  sorry\n",
    "src/Größen/Kaputt.lean": "theorem fine : True := trivial\ntheorem kaputt : 1 = 2 := by\n  nonsense\n",
    "Twice.lean": (
        "theorem A.same : True := trivial\ntheorem B.same : True := trivial\ntheorem c (p : Prop : p := sorry\n"
    ),
}


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    """Two commits, the first with a tag and a branch, under a name with a space and letters beyond ASCII."""
    origin = Origin(tmp_path / "far away" / "Größen")
    origin.commit(FIRST, tag="v1")
    origin.git("branch", "alt/zweig")
    origin.commit(SECOND)
    return origin


@pytest.fixture
def cache(tmp_path: Path, embedded: Lean) -> Path:
    """A cache that holds the embedded engine and no repository yet."""
    built = Path(embedded.command[0]).parents[1]
    cache = tmp_path / "a cache"
    cache.mkdir()
    for name in (built.name, "checked"):
        (cache / name).symlink_to(built.parent / name)
    return cache


@pytest.fixture(autouse=True)
def plain_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git, and no elan."""
    monkeypatch.setenv("ELAN_HOME", str(tmp_path / "no-elan"))
    monkeypatch.setenv("PATH", "/usr/bin:/bin")


def prove(cache: Path, *words: str) -> int:
    return main([*words, "--cache", str(cache), "--seconds", "20", "--processes", "1"])


def error_line(capsys: pytest.CaptureFixture[str]) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("prove: ")
    return line


def test_a_theorem_of_a_tag_is_proved(origin: Origin, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command of the README, with an address as users have it."""
    out = cache.parent / "run"
    assert prove(cache, "--repo", f"{origin.url}@v1", "--theorem", "Größen.doppelt_null", "--out", str(out)) == 0
    assert "theorem doppelt_null : doppelt 0 = 0 := by" in capsys.readouterr().out
    commit = origin.git("rev-parse", "v1^{commit}")
    assert json.loads((out / "run.json").read_text())["repository"] == {"url": origin.url, "commit": commit}
    origin.root.rename(origin.root.with_name("gone"))
    assert prove(cache, "--repo", f"{origin.url}@v1", "--theorem", "und") == 0
    assert "using the copy of" in capsys.readouterr().err
    assert not list(cache.rglob("src/**/*.olean")), "the work tree is left as it was fetched"


def test_all_sorries_go_onto_a_branch_that_compiles(
    origin: Origin, cache: Path, embedded: Lean, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What comes back is offered to other people: it must build where they fetch it."""
    words = ["--repo", f"{origin.url}@alt/zweig", "--all-sorries", "--json", "--branch", "bewiesen"]
    assert prove(cache, *words) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["theorem"] for line in lines] == ["Größen.doppelt_null", "Größen.und"]
    (tree,) = (path for path in cache.glob("repositories/*/*") if path.is_dir())
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--branch", "bewiesen", tree.as_uri(), str(clone)], check=True)
    sentences = clone / "src" / "Größen" / "Sätze.lean"
    assert "sorry" not in sentences.read_text(encoding="utf-8")
    assert prove(cache, "--repo", str(clone), "--all-sorries") == 2
    assert "no `sorry` in clone" in error_line(capsys)
    lean = open_project(clone, lean=embedded, cache=cache).prepare(sentences)
    subprocess.run([*lean.command, str(sentences)], env=lean.environment(), check=True, timeout=60)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--theorem", "after_broken"], r"Größen/Kaputt\.lean:3:\d+: unknown tactic"),
        (["--theorem", "same"], r"'same' names several theorems in Größen: A\.same .*Twice\.lean#1.*B\.same"),
        (["--theorem", "c"], r"Twice\.lean:3"),
        (["--theorem", "Größen.neues"], r"no theorem 'Größen\.neues'.*Größen\.neu"),
        (["--statement", "theorem t (x : α) : x = x", "--seconds", "5"], "Unknown identifier `α`"),
    ],
)
def test_a_mistake_in_a_repository_is_one_line(
    words: list[str], complaint: str, origin: Origin, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The user must learn whether the mistake is his own, the repository's or ours."""
    assert prove(cache, "--repo", origin.url, *words) == 2
    assert re.search(complaint, error_line(capsys))


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({"README.md": "no Lean"}, r"is no Lean package: it has neither a lakefile nor a \.lean file"),
        (
            {"A.lean": "theorem a : 1 = 1 := sorry\n", "lean-toolchain": "leanprover-community/lean:3.51.1\n"},
            "is for Lean 3 .*: only Lean 4",
        ),
        (
            {
                "A.lean": "import Mathlib.Tactic\ntheorem a : 1 = 1 := sorry\n",
                "lean-toolchain": "leanprover/lean4:v4.9.0",
            },
            r"A\.lean:1: import Mathlib\.Tactic: .* asks for leanprover/lean4:v4\.9\.0, .*install Lean with elan",
        ),
        (
            {
                "A.lean": "import B\ntheorem a : True := sorry\n",
                ".gitmodules": '[submodule "inner"]\npath = inner\nurl = ../nowhere\n',
            },
            "submodule inner is not checked out: git -C .* submodule update --init",
        ),
    ],
)
def test_a_repository_that_cannot_be_used_is_explained(
    files: dict[str, str], complaint: str, cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There are a hundred ways for a repository to be of no use, and each has its own mend."""
    other = Origin(tmp_path / "other")
    other.commit(files)
    assert prove(cache, "--repo", other.url, "--file", "A.lean", "--theorem", "a") == 2
    assert re.search(complaint, error_line(capsys))


def test_the_doctor_knows_a_fetched_repository(origin: Origin, cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which commit is looked at, and what is built already, decides what to expect."""
    words = ["doctor", "--repo", f"{origin.url}@v1", "--json", "--cache", str(cache)]
    main(words)
    before = {finding["name"]: finding for finding in json.loads(capsys.readouterr().out)}
    assert origin.git("rev-parse", "v1^{commit}")[:12] in before["repository"]["detail"]
    assert "is run with --trust only" in before["repository"]["detail"]
    assert before["build"]["detail"].startswith("0 of 4 modules are compiled")
    assert before["first tactic"]["detail"].startswith("not measured")
    assert prove(cache, "--repo", f"{origin.url}@v1", "--theorem", "und") == 0
    capsys.readouterr()
    main(words)
    after = {finding["name"]: finding for finding in json.loads(capsys.readouterr().out)}
    assert after["build"]["detail"].startswith("2 of 4 modules")
    assert "measured on Größen" in after["first tactic"]["detail"]
    assert "MB" in after["memory"]["detail"]
