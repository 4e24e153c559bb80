"""A branch of a Git repository that takes commits while the user's work tree and index stay as they are.

A commit needs no checkout: its tree is made in an index of its own, from the branch's last commit and the new texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from git import GitCommandError, InvalidGitRepositoryError, NoSuchPathError, Repo

from data.errors import UsageError
from data.scratch import Scratch

_NO_COMMIT = "0" * 40


class Branch:
    """A branch that starts from the commit which is checked out, or that was started from it before.

    Args:
        directory: a directory in the repository.
        name: the branch's name; it is made with the first commit.

    Raises:
        UsageError: if there is no repository or no commit in it, if the name is none for a branch, if the branch is
            checked out or does not start from the checked-out commit, or if Git does not know who commits.
    """

    def __init__(self, directory: Path, name: str) -> None:
        try:
            self._repo = Repo(directory, search_parent_directories=True)
        except (InvalidGitRepositoryError, NoSuchPathError):
            raise UsageError(
                f"--branch: {directory} is in no Git repository: `git init` and commit, or use --write or --patch FILE"
            ) from None
        if self._repo.working_tree_dir is None:
            raise UsageError(f"--branch: {directory} is in a bare Git repository: clone it and work there")
        self.root = Path(self._repo.working_tree_dir).resolve()
        self.name = name
        self._reference = f"refs/heads/{name}"
        with _one_line_errors(self.root):
            self._git("check_ref_format", self._reference, complaint=f"{name!r} is no name for a branch")
            self._base = self._git("rev_parse", "--verify", "HEAD^{commit}", complaint="it has no commit yet")
            self._git(
                "var", "GIT_COMMITTER_IDENT", complaint="Git does not know who commits: set user.name and user.email"
            )
            self._tip = self._repo.git.for_each_ref("--format=%(objectname)", self._reference)
            if f"branch {self._reference}" in self._repo.git.worktree("list", "--porcelain").splitlines():
                raise UsageError(f"--branch: {name} is checked out; give another name, or use --write")
            if self._tip and self._repo.git.rev_list("--count", f"{self._tip}..{self._base}") != "0":
                raise UsageError(
                    f"--branch: {name} exists and does not start from what is checked out;"
                    f" give another name, or `git branch -D {name}`"
                )

    @property
    def exists(self) -> bool:
        return bool(self._tip)

    @cached_property
    def changed_files(self) -> frozenset[Path]:
        """What differs from the checked-out commit on disk or in the index, files that Git does not know included."""
        # Without the variable `git status` would write the index.
        with _one_line_errors(self.root), self._repo.git.custom_environment(GIT_OPTIONAL_LOCKS="0"):
            status = self._repo.git.status("--porcelain", "-z", "--untracked-files=all", "--no-renames")
        return frozenset((self.root / entry[3:]).resolve() for entry in status.split("\0") if entry)

    def holds(self, file: Path) -> bool:
        """Whether the checked-out commit has the file."""
        if not file.resolve().is_relative_to(self.root):
            return False
        with _one_line_errors(self.root):
            return bool(self._repo.git.ls_tree("-z", self._base, "--", self._inner(file)))

    def text(self, file: Path) -> str:
        """The file in the branch's last commit, as a checkout would write it."""
        revision = f"{self._tip or self._base}:{self._inner(file)}"
        with _one_line_errors(self.root):
            content = self._repo.git.cat_file(
                "--filters", revision, stdout_as_string=False, strip_newline_in_stdout=False
            )
        assert isinstance(content, bytes)
        return content.decode()

    def commit(self, texts: Mapping[Path, str], message: str) -> str:
        """Commit these files with these texts on top of the branch, all others as they are there; the commit's hash."""
        parent = self._tip or self._base
        with _one_line_errors(self.root), Scratch() as scratch:
            with self._repo.git.custom_environment(GIT_INDEX_FILE=f"{scratch}/index"):
                self._repo.git.read_tree(parent)
                for file, text in texts.items():
                    self._stage(file, text, scratch / "text")
                tree = self._repo.git.write_tree()
            words = scratch / "message"
            words.write_text(message, encoding="utf-8")
            commit = str(self._repo.git.commit_tree(tree, "-p", parent, "-F", words))
            # Git refuses if somebody else has moved the branch.
            self._repo.git.update_ref("-m", "prove", self._reference, commit, self._tip or _NO_COMMIT)
        self._tip = commit
        return commit

    def _stage(self, file: Path, text: str, scratch: Path) -> None:
        inner = self._inner(file)
        scratch.write_bytes(text.encode())
        with scratch.open("rb") as content:
            blob = self._repo.git.hash_object("-w", "--stdin", f"--path={inner}", istream=content)
        mode = self._repo.git.ls_files("--stage", "-z", "--", f":(top,literal){inner}").split(" ")[0]
        self._repo.git.update_index("--cacheinfo", f"{mode},{blob},{inner}")

    def _inner(self, file: Path) -> str:
        return file.resolve().relative_to(self.root).as_posix()

    def _git(self, command: str, *arguments: str, complaint: str) -> str:
        try:
            return str(getattr(self._repo.git, command)(*arguments))
        except GitCommandError:
            raise UsageError(f"--branch: {self.root}: {complaint}") from None


@contextmanager
def _one_line_errors(root: Path) -> Iterator[None]:
    try:
        yield
    except GitCommandError as error:
        words = str(error.stderr).strip().removeprefix("stderr:").strip(" '\n").splitlines()
        raise UsageError(f"Git refuses in {root}: {words[-1] if words else error}") from error
