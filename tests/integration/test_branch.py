"""Proofs as commits: they arrive on a branch that compiles, and nothing else of the user's repository changes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.errors import UsageError
from data.repository import Repository
from data.source import read_source
from prover.committing import OnBranch
from prover.lean.command import Lean
from prover.lean.project import open_project
from prover.patching import PatchedFile

FILES = {
    "lakefile.toml": 'name = "pack"\n',
    "Pack/Basis für alle.lean": "def Pack.double (n : Nat) : Nat := n + n\n",
    "Pack/Top.lean": """\
import Pack.«Basis für alle»
namespace Pack

theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := by
  sorry

/-- Two holes in a longer proof. -/
theorem both (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · sorry
  · exact sorry

theorem double_zero : double 0 = 0 := sorry

end Pack
""",
    "Other.lean": "theorem other : True := trivial\n",
}


def git(directory: Path, *words: str) -> str:
    command = ["git", "-C", str(directory), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def prove(*words: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "prover", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=250, check=False)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A repository with one commit on `main`."""
    root = tmp_path / "mein Paket"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    git(root, "config", "user.name", "Zoë")
    git(root, "config", "user.email", "zoe@example.org")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "begin")
    return root


def state_of(root: Path) -> tuple[str, bytes, str, dict[str, bytes]]:
    """All of a repository that belongs to its user: HEAD, index, status and files."""
    files = {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts}
    index = (root / ".git" / "index").read_bytes()
    return git(root, "rev-parse", "HEAD", "--symbolic-full-name", "HEAD"), index, git(root, "status", "-s"), files


@pytest.mark.lean
def test_a_fresh_clone_of_the_branch_compiles_without_sorry(package: Path, embedded: Lean, tmp_path: Path) -> None:
    """What is merged from such a branch would break the user's build, or hide a hole; or their own work is lost."""
    (package / "Other.lean").write_text("-- half-finished\n")
    (package / "new file.lean").write_text("-- not added yet\n")
    (package / "staged.txt").write_text("staged\n")
    git(package, "add", "staged.txt")
    git(package, "status")  # brings the index up to date
    before = state_of(package)
    first = prove("--repo", package, "--theorem", "double_zero", "--branch", "proofs/pack")
    rest = prove("--repo", package, "--all-sorries", "--branch", "proofs/pack")
    assert (first.returncode, rest.returncode) == (0, 0), first.stderr + rest.stderr
    assert "3 proofs on branch proofs/pack" in rest.stderr
    assert state_of(package) == before

    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--branch", "proofs/pack", package.as_uri(), str(clone))
    top = clone / "Pack" / "Top.lean"
    lean = open_project(clone, lean=embedded, cache=tmp_path / "cache").prepare(top)
    run = subprocess.run([*lean.command, str(top)], env=lean.environment(), capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
    assert "sorry" not in read_source(top)
    assert git(clone, "diff", "--name-only", "origin/main").split("\n") == ["Pack/Top.lean", ""]

    log = git(clone, "log", "--format=%an%n%B", "origin/main..").strip()
    subjects = ["Prove Pack.double_zero", "Prove Pack.swap", "Prove Pack.both", "Prove Pack.both#2"]
    assert [line for line in log.splitlines() if line.startswith("Prove ")] == subjects[::-1]
    for words in ("Zoë", f"Lean: {embedded.version} (embedded)", "Axioms: ", "--branch proofs/pack", "A fresh Lean"):
        assert log.count(words) == 4

    again = prove("--repo", package, "--all-sorries", "--branch", "proofs/pack")
    assert again.returncode == 0
    assert "Pack.swap: proved on branch proofs/pack already" in again.stderr


@pytest.mark.lean
@pytest.mark.usefixtures("embedded")
def test_one_broken_file_does_not_cost_the_others_their_proofs(package: Path) -> None:
    """A repository under work always has one."""
    (package / "A.lean").write_text("import Missing\ntheorem a : True := sorry\n")
    out = package.parent / "out"
    run = prove("--repo", package, "--all-sorries", "--out", out)
    assert run.returncode == 2
    assert "a: error" in run.stdout
    assert "import Missing" in run.stdout
    assert "Pack.swap: proved" in run.stdout
    git(package, "apply", str(out / "proofs.patch"))
    assert "sorry" not in (package / "Pack" / "Top.lean").read_text()


def change_the_file(root: Path) -> None:
    (root / "Pack" / "Top.lean").write_text(FILES["Pack/Top.lean"] + "-- more\n")


def change_an_import(root: Path) -> None:
    (root / "Pack" / "Basis für alle.lean").write_text("def Pack.double (n : Nat) : Nat := 2 * n\n")


def forget_the_file(root: Path) -> None:
    git(root, "rm", "-q", "--cached", "Pack/Top.lean")
    git(root, "commit", "-q", "-m", "forget")
    (root / ".gitignore").write_text("Top.lean\n")


def lose_the_history(root: Path) -> None:
    git(root, "update-ref", "-d", "HEAD")


def lose_git(root: Path) -> None:
    (root / ".git").rename(root / "gone")


def check_the_branch_out(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "proofs")


def put_it_elsewhere(root: Path) -> None:
    git(root, "branch", "proofs")
    git(root, "commit", "-q", "--allow-empty", "-m", "go on")


def put_other_work_on_it(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "proofs")
    change_the_file(root)
    git(root, "commit", "-q", "-a", "-m", "other")
    git(root, "checkout", "-q", "main")


def forget_who_commits(root: Path) -> None:
    git(root, "config", "user.name", "")
    git(root, "config", "user.useConfigOnly", "true")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (change_the_file, r"Top\.lean is not as in the last commit.*commit that first, or use --write or --patch"),
        (change_an_import, r"Top\.lean imports .*Basis für alle\.lean, which is not as in the last commit"),
        (forget_the_file, r"Top\.lean is not as in the last commit"),
        (lose_the_history, "no commit yet"),
        (lose_git, r"in no Git repository.*--write or --patch"),
        (check_the_branch_out, "proofs is checked out"),
        (put_it_elsewhere, "does not start from what is checked out.*branch -D proofs"),
        (put_other_work_on_it, r"Top\.lean is another one there"),
        (forget_who_commits, "user.name"),
    ],
)
def test_what_cannot_be_committed_is_told_before_the_search(
    package: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None], complaint: str
) -> None:
    """The user would learn after an hour, or get a branch that does not compile."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    spoil(package)
    path = package / "Pack" / "Top.lean"
    files = {path: PatchedFile(path, read_source(path))}
    with pytest.raises(UsageError, match=complaint) as caught:
        OnBranch("proofs", repository=Repository(package, name="pack"), files=files)
    assert "\n" not in str(caught.value)


def test_a_name_that_is_none_for_a_branch_is_told(package: Path) -> None:
    """Git's own words for it do not say which flag is meant."""
    with pytest.raises(UsageError, match=r"--branch.*'a\.\.b' is no name for a branch"):
        OnBranch("a..b", repository=Repository(package, name="pack"), files={})


@pytest.mark.parametrize("flags", [("--write",), ("--branch", "proofs")])
def test_bundled_corpora_stay_as_they_are(flags: tuple[str, ...]) -> None:
    """A user would patch the installed package, and find another corpus in every environment."""
    run = prove("--repo", "logic", "--all-sorries", *flags)
    assert run.returncode == 2
    assert "comes with LeanLoop and stays as it is; use --patch FILE" in run.stderr
