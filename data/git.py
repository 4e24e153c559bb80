"""Git repositories from anywhere: an address becomes a work tree in the cache, one for every commit.

A work tree is a small repository of its own, made in a folder beside its place and then moved there in one step: so it
is complete or not there at all, whatever was killed meanwhile. Of a commit that the server gives by its name only its
own files are fetched, far less than any history; where the history has to be searched it comes without files.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from data.address import Address, without_secrets
from data.cache import cache_directory
from data.durable import written_whole
from data.errors import UsageError
from data.finding import did_you_mean

if TYPE_CHECKING:
    import git

_COMMIT = re.compile(r"[0-9a-f]{40}")
_START_OF_COMMIT = re.compile(r"[0-9a-f]{7,39}")
_UNREACHABLE = re.compile(
    r"could not resolve host|could not resolve hostname|unable to access|connection (?:refused|timed out|reset)"
    r"|network is unreachable|no route to host|failed to connect|temporary failure|operation too slow",
    re.IGNORECASE,
)
_NO_REPOSITORY = re.compile(
    r"not found|does not exist|does not appear to be a git repository|could not read username|authentication failed"
    r"|permission denied|access rights|not accessible",
    re.IGNORECASE,
)
_MAX_NAMES = 8

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Checkout:
    """A commit on disk.

    Attributes:
        root: the work tree.
        url: where it was fetched from, without a password.
        commit: all 40 digits of it.
        note: one line that the user should know, empty where there is none.
    """

    root: Path
    url: str
    commit: str
    note: str = ""


def checkout(address: Address, *, cache: Path | None = None, progress: Progress | None = None) -> Checkout:
    """The commit at an address, fetched if it is not in the cache yet.

    Args:
        address: where, and which commit.
        cache: the cache's directory; the user's own if None.
        progress: gets lines about what is fetched.

    Raises:
        UsageError: if there is no git, no repository, no such commit, or no network and the commit is not in the cache.
    """
    if shutil.which("git") is None:
        raise UsageError(f"{address} needs git, which is not on PATH: install it (apt install git) and try again")
    return _Store(address, cache_directory(cache), progress or _silence).checkout()


def cached_checkouts(cache: Path | None = None) -> list[str]:
    """What is in the cache, each as it can be asked for again: `https://host/name@0123456789ab`."""
    found = []
    for record in sorted((cache_directory(cache) / "repositories").glob("*/repository.json")):
        url = json.loads(record.read_text(encoding="utf-8"))["url"]
        commits = sorted(path.name for path in record.parent.iterdir() if _COMMIT.fullmatch(path.name))
        found += [f"{url}@{commit[:12]}" for commit in commits]
    return found


def missing_submodules(root: Path) -> list[str]:
    """The submodules that are not checked out, by their paths in the work tree at `root`."""
    modules = root / ".gitmodules"
    if not modules.is_file():
        return []
    paths = re.findall(r"^\s*path\s*=\s*(.+?)\s*$", modules.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
    return [path for path in paths if not (root / path).is_dir() or not any((root / path).iterdir())]


class _Store:
    """The place of one repository in the cache: a folder for every commit, and what names stood for when last asked."""

    def __init__(self, address: Address, cache: Path, progress: Progress) -> None:
        self._address = address
        self._url = address.public_url
        self._cache = cache
        self._progress = progress
        key = hashlib.sha256(self._url.rstrip("/").removesuffix(".git").encode()).hexdigest()[:8]
        name = re.sub(r"[^\w.-]", "_", address.name)
        self._folder = cache / "repositories" / f"{name}-{key}"
        self._record = self._folder / "repository.json"

    def checkout(self) -> Checkout:
        try:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"{self._folder} cannot be made: {error.strerror}; name another place: --cache DIR"
            ) from error
        with FileLock(f"{self._folder}.lock"):
            commit, note = self._resolve()
            if not (self._folder / commit).is_dir():
                commit = self._fetch(commit)
            self._remember(commit)
        return Checkout(self._folder / commit, self._url, commit, note)

    def _resolve(self) -> tuple[str, str]:
        """The commit that is meant, or the start of its name; and a remark, if the network could not be asked."""
        revision = self._address.revision or "HEAD"
        if _COMMIT.fullmatch(revision):
            return revision, ""
        is_start = _START_OF_COMMIT.fullmatch(revision) is not None
        if is_start:
            here = [path.name for path in self._folder.glob(f"{revision}*") if _COMMIT.fullmatch(path.name)]
            if len(here) == 1:
                return here[0], ""
        try:
            names = self._remote_names()
        except UsageError as error:
            commit = self._remembered().get(revision, "")
            if not (commit and (self._folder / commit).is_dir()):
                raise
            return commit, f"using the copy of {self._address} in the cache ({commit[:12]}): {error}"
        named = [f"refs/tags/{revision}^{{}}", f"refs/tags/{revision}", f"refs/heads/{revision}"]
        wanted = ["HEAD"] if revision == "HEAD" else named
        found = next((names[name] for name in wanted if name in names), None)
        if found is not None:
            return found, ""
        if is_start:
            return next((commit for commit in names.values() if commit.startswith(revision)), revision), ""
        raise self._no_commit(names)

    def _remote_names(self) -> dict[str, str]:
        """Every branch and tag of the server, `refs/...`, and the commit (for an annotated tag also under `...^{}`)."""
        import git

        self._progress(f"asking {self._url}")
        command = git.Git()
        command.update_environment(**_environment())
        try:
            answer = str(command.ls_remote("--", self._address.url))
        except git.GitCommandError as error:
            raise self._explained(error) from error
        pairs = (line.split("\t", 1) for line in answer.splitlines() if "\t" in line)
        return {name: commit for commit, name in pairs}

    def _fetch(self, commit: str) -> str:
        """Put the work tree of a commit, perhaps given by the start of its name, in its place; its full name."""
        import git

        self._folder.mkdir(exist_ok=True)
        for left_over in self._folder.glob(".cloning-*"):
            shutil.rmtree(left_over)
        building = Path(tempfile.mkdtemp(prefix=".cloning-", dir=self._folder))
        try:
            with git.Repo.init(building) as repository:
                repository.git.update_environment(**_environment())
                repository.create_remote("origin", self._address.url)
                try:
                    commit = self._fetch_objects(repository, commit)
                    self._run(repository, "checkout", "--progress", "--detach", commit)
                except git.GitCommandError as error:
                    raise self._explained(error) from error
                self._fetch_submodules(repository)
                repository.remote("origin").set_url(self._url)
            if not (self._folder / commit).is_dir():  # it may hold what was built and proved there
                building.rename(self._folder / commit)
        finally:
            shutil.rmtree(building, ignore_errors=True)
            with contextlib.suppress(OSError):  # it is not empty unless nothing has come of it
                self._folder.rmdir()
        return commit

    def _fetch_objects(self, repository: git.Repo, commit: str) -> str:
        import git

        if _COMMIT.fullmatch(commit):
            try:
                self._run(repository, "fetch", "--progress", "--no-tags", "--depth=1", "origin", commit)
            except git.GitCommandError as error:
                if _UNREACHABLE.search(str(error.stderr)):
                    raise
            else:
                return commit
        # Some servers give only what has a name; and the start of a commit's name means nothing to any of them.
        self._run(repository, "fetch", "--progress", "--tags", "--filter=blob:none", "origin")
        try:
            return str(repository.git.rev_parse("--verify", "--quiet", f"{commit}^{{commit}}"))
        except git.GitCommandError:
            raise self._no_commit(self._remote_names()) from None

    def _fetch_submodules(self, repository: git.Repo) -> None:
        """One that cannot be had is missed only where something in it is imported."""
        import git

        assert repository.working_tree_dir is not None
        if (Path(repository.working_tree_dir) / ".gitmodules").is_file():
            # Git itself refuses folders of this machine, which strangers might point at.
            local = ["-c", "protocol.file.allow=always"] if self._url.startswith("file:") else []
            with contextlib.suppress(git.GitCommandError):
                self._run(repository, *local, "submodule", "update", "--init", "--recursive", "--progress")

    def _run(self, repository: git.Repo, *words: str) -> None:
        """Run git in the repository and pass on what it says of its progress, line by line."""
        process = repository.git.execute(["git", *words], as_process=True)
        last_lines: deque[str] = deque(maxlen=20)
        for line in io.TextIOWrapper(process.stderr, encoding="utf-8", errors="replace"):
            last_lines.append(line)
            if re.search(r"\d%", line):
                self._progress(f"{self._address.name}: {line.removeprefix('remote:').strip()}")
        process.wait(stderr="".join(last_lines))

    def _remembered(self) -> Mapping[str, str]:
        try:
            record = json.loads(self._record.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return {str(name): str(commit) for name, commit in record["revisions"].items()}

    def _remember(self, commit: str) -> None:
        revisions = {**self._remembered(), self._address.revision or "HEAD": commit}
        with written_whole(self._record) as partial:
            partial.write_text(json.dumps({"url": self._url, "revisions": revisions}, indent=1), encoding="utf-8")

    def _no_commit(self, names: Mapping[str, str]) -> UsageError:
        tags, branches = (
            [name.removeprefix(start) for name in names if name.startswith(start) and not name.endswith("^{}")]
            for start in ("refs/tags/", "refs/heads/")
        )
        close = did_you_mean(self._address.revision or "HEAD", [*tags, *branches])
        if not close:
            listed = [
                f"{what} {', '.join(found[-_MAX_NAMES:])}"
                for what, found in (("tags", tags), ("branches", branches))
                if found
            ]
            close = f"; it has {' and '.join(listed) or 'no commit at all'}"
        return UsageError(f"{self._url} has no commit, tag or branch {self._address.revision or 'HEAD'!r}{close}")

    def _explained(self, error: git.GitCommandError) -> UsageError:
        """What git's complaint means for the user."""
        said = str(error.stderr).strip().removeprefix("stderr:").strip(" '\n")
        lines = [
            line.strip() for line in said.splitlines() if re.match(r"\s*(fatal|error|ssh|ERROR|remote: [^%]*$)", line)
        ]
        complaint = without_secrets(lines[0] if lines else said[-200:]).removeprefix("fatal: ")
        if _UNREACHABLE.search(said) and not re.search(r"returned error: 40[134]", said):
            cached = cached_checkouts(self._cache)
            shown = f"; in the cache are: {', '.join(cached[:_MAX_NAMES])}" if cached else "; the cache is empty"
            return UsageError(f"{self._url} cannot be reached ({complaint}){shown}")
        if _NO_REPOSITORY.search(said):
            mend = "check the address; a private one needs an SSH key or a credential helper of git's"
            return UsageError(f"no Git repository at {self._url} ({complaint}): {mend}")
        return UsageError(f"git cannot fetch {self._address}: {complaint}")


def _environment() -> dict[str, str]:
    """Nobody sits at a prompt; a server that sends next to nothing for a minute is given up."""
    return {
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "true",
        "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", "ssh -o BatchMode=yes"),
        "GIT_HTTP_LOW_SPEED_LIMIT": "1000",
        "GIT_HTTP_LOW_SPEED_TIME": "60",
        "LC_ALL": "C",
    }


def _silence(_: str) -> None:
    pass
