"""Where a repository comes from: what a data set made from it has to say, so that it can be made again."""

from __future__ import annotations

from dataclasses import dataclass

from data.repository import Repository
from data.version import VERSION


@dataclass(frozen=True, slots=True)
class Origin:
    """An address, and a commit or, where there is none, a version.

    Attributes:
        url: the address; a path for a folder that was never anywhere else.
        commit: all digits of the commit; empty for a folder without Git.
    """

    url: str
    commit: str


def origin_of(repository: Repository) -> Origin:
    """The origin of a repository; a bundled one has our version for a commit."""
    if repository.checkout is not None:
        return Origin(repository.checkout.url, repository.checkout.commit)
    root = repository.root.resolve()
    if repository.is_known:
        return Origin(f"leanloop/{repository.name}", VERSION)
    import git  # here, because it looks for the program `git`, and a bundled repository needs none

    try:
        checkout = git.Repo(root, search_parent_directories=True)
        urls = [url for remote in checkout.remotes if remote.name == "origin" for url in remote.urls]
        return Origin(urls[0] if urls else str(root), checkout.head.commit.hexsha)
    except (git.exc.InvalidGitRepositoryError, ValueError):  # a repository without a commit raises the latter
        return Origin(str(root), "")
