"""Proofs as commits on a branch, one a theorem, each of which says how the proof was found and how it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from data.branch import Branch
from data.errors import UsageError
from data.repository import Repository
from data.theorem import Theorem
from prover.patching import PatchedFile


class OnBranch:
    """Commits every proof on a branch of the files' repository; work tree and index stay as they are.

    A branch that an earlier run has begun is continued: its proofs are taken over.

    Args:
        name: the branch.
        repository: the package that the files belong to.
        files: the files that proofs are to be found for.

    Raises:
        UsageError: as `Branch` does; if a file, or one that it imports, differs from the checked-out commit, for what
            is proved would not be what is committed; or if the branch holds other changes to a file.
    """

    def __init__(self, name: str, *, repository: Repository, files: Mapping[Path, PatchedFile]) -> None:
        self._branch = Branch(repository.root, name)
        self._num_commits = 0
        self.done: list[Theorem] = []
        for path, file in files.items():
            self._refuse_changes(path, repository)
            if self._branch.exists:
                adopted = file.adopt(self._branch.text(path))
                if adopted is None:
                    raise UsageError(
                        f"--branch: {name} exists and {path} is another one there than is checked out;"
                        f" give another name, or `git branch -D {name}`"
                    )
                self.done += adopted

    def take(self, file: PatchedFile, account: str, /) -> None:
        """Commit the file."""
        self._branch.commit({file.path: file.text}, account)
        self._num_commits += 1

    @property
    def summary(self) -> str:
        if not self._num_commits:
            return ""
        proofs = "1 proof" if self._num_commits == 1 else f"{self._num_commits} proofs"
        return f"{proofs} on branch {self._branch.name}: git -C {self._branch.root} log -p HEAD..{self._branch.name}"

    def _refuse_changes(self, path: Path, repository: Repository) -> None:
        changed = self._branch.changed_files
        mend = "commit that first, or use --write or --patch FILE"
        if path.resolve() in changed or not self._branch.holds(path):
            raise UsageError(f"--branch: {path} is not as in the last commit, which the branch starts from: {mend}")
        if any(file.suffix == ".lean" for file in changed):
            imported = sorted(repository.imported_files(path) & changed)
            if imported:
                raise UsageError(f"--branch: {path} imports {imported[0]}, which is not as in the last commit: {mend}")
