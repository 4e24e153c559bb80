"""Repositories from an address, as Git serves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.address import parse_address
from data.errors import UsageError
from data.git import Checkout, cached_checkouts, checkout, missing_submodules
from data.repository import open_repository
from tests.integration.git_repositories import Origin


@pytest.fixture
def origin(tmp_path: Path) -> Origin:
    origin = Origin(tmp_path / "some where" / "Größen")
    origin.commit({"A.lean": "theorem one : True := trivial\n"}, tag="v1.0.0")
    origin.git("branch", "versuch/größer")
    origin.commit({"B.lean": "import A\n"})
    return origin


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def fetched(text: str, cache: Path) -> Checkout:
    address = parse_address(text)
    assert address is not None
    return checkout(address, cache=cache)


def lean_files(found: Checkout) -> set[str]:
    return {path.name for path in found.root.glob("*.lean")}


def test_tags_branches_and_commits_are_found(origin: Origin, cache: Path) -> None:
    """A result can only be compared if it is known which commit was used."""
    first, second = origin.git("rev-list", "--reverse", "HEAD").split()
    for revision, commit in (("", second), ("@v1.0.0", first), ("@versuch/größer", first), (f"@{first}", first)):
        found = fetched(origin.url + revision, cache)
        assert found.commit == commit
        assert lean_files(found) == ({"A.lean"} if commit == first else {"A.lean", "B.lean"})
    assert cached_checkouts(cache) == [f"{origin.url}@{commit[:12]}" for commit in sorted((first, second))]


def test_a_commit_without_a_name_is_found_by_its_first_digits(origin: Origin, cache: Path) -> None:
    """`git log --oneline` shows nothing longer."""
    unnamed = origin.commit({"C.lean": ""})
    origin.commit({"D.lean": ""})
    found = fetched(f"{origin.url}@{unnamed[:9]}", cache)
    assert found.commit == unnamed
    assert lean_files(found) == {"A.lean", "B.lean", "C.lean"}


def test_a_server_that_gives_only_what_has_a_name_will_do(
    origin: Origin, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old servers refuse a commit that no branch or tag ends in; then the history has to be searched."""
    (tmp_path / "gitconfig").write_text("[protocol]\n  version = 0\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    unnamed = origin.commit({"C.lean": ""})
    origin.commit({"D.lean": ""})
    found = fetched(f"{origin.url}@{unnamed}", cache)
    assert found.commit == unnamed
    assert lean_files(found) == {"A.lean", "B.lean", "C.lean"}


def test_what_is_here_needs_no_network(origin: Origin, cache: Path) -> None:
    """On a train, nothing that was fetched before could be used."""
    commit = fetched(f"{origin.url}@v1.0.0", cache).commit
    newest = fetched(origin.url, cache).commit
    origin.root.rename(origin.root.with_name("gone"))
    assert fetched(f"{origin.url}@{commit[:10]}", cache).note == ""
    for revision, known in (("", newest), ("@v1.0.0", commit)):
        found = fetched(origin.url + revision, cache)
        assert (found.commit, found.note.split(" of ")[0]) == (known, "using the copy")


def test_a_moved_branch_is_noticed(origin: Origin, cache: Path) -> None:
    """Yesterday's statements would be proved today."""
    before = fetched(origin.url, cache)
    origin.commit({"New.lean": ""})
    after = fetched(origin.url, cache)
    assert lean_files(after) - lean_files(before) == {"New.lean"}
    assert before.root.is_dir()


def test_submodules_come_along(origin: Origin, cache: Path, tmp_path: Path) -> None:
    """Some packages keep their dependencies so, and nothing in them would be found."""
    other = Origin(tmp_path / "other")
    other.commit({"Other.lean": ""})
    origin.git("submodule", "add", other.url, "vendor/other")
    origin.commit({})
    found = fetched(origin.url, cache)
    assert (found.root / "vendor" / "other" / "Other.lean").is_file()
    assert missing_submodules(found.root) == []
    other.root.rename(tmp_path / "gone")
    (found.root / "vendor" / "other" / "Other.lean").unlink()
    origin.commit({"E.lean": ""})
    assert missing_submodules(fetched(origin.url, cache).root) == ["vendor/other"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("file:///no/such/place", r"no Git repository at file:///no/such/place .*: check the address"),
        ("{url}@v1.0", r"no commit, tag or branch 'v1.0'; did you mean v1\.0\.0"),
        (
            "{url}@unheard",
            r"no commit, tag or branch 'unheard'; it has tags v1\.0\.0 and branches main, versuch/größer",
        ),
        ("{url}@" + "0" * 40, r"has no commit.*tags v1\.0\.0"),
        ("https://localhost:1/a/b", r"cannot be reached .*in the cache are: file://.*@[0-9a-f]{12}"),
    ],
)
def test_what_cannot_be_fetched_is_explained(text: str, complaint: str, origin: Origin, cache: Path) -> None:
    """Git's own words are ten lines and name neither the mend nor what is there."""
    known = fetched(origin.url, cache).root.parent
    with pytest.raises(UsageError, match=complaint) as caught:
        fetched(text.format(url=origin.url), cache)
    assert "\n" not in str(caught.value)
    assert [path for path in cache.glob("repositories/*") if path.is_dir()] == [known], "nothing is left behind"


def test_a_machine_without_git_is_told_so(origin: Origin, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback of a library would not say what to install."""
    monkeypatch.setenv("PATH", str(cache))
    with pytest.raises(UsageError, match="needs git, which is not on PATH: install it"):
        fetched(origin.url, cache)


def test_a_repository_without_lean_is_refused(cache: Path, tmp_path: Path) -> None:
    """A wrong address would look like a repository without theorems."""
    empty = Origin(tmp_path / "empty")
    empty.commit({"README.md": ""})
    with pytest.raises(UsageError, match=r"no Lean package: it has neither a lakefile nor a \.lean file"):
        open_repository(empty.url, cache=cache)


def test_a_pointer_of_lfs_is_not_taken_for_lean(tmp_path: Path) -> None:
    """Lean's complaint about the pointer's text leads nowhere."""
    (tmp_path / "A.lean").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    with pytest.raises(UsageError, match="pointer of Git LFS: install git-lfs, run `git lfs pull`"):
        open_repository(str(tmp_path)).sorries()
