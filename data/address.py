"""Git addresses as users type them: where a repository is, and which commit of it is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

_URL = re.compile(r"(?P<start>(?:https?|ssh|git)://[^/]+/|file://|[\w.-]+@[\w.-]+:(?!//))(?P<rest>.+)")
_BROWSER = re.compile(r"(?P<url>https://github\.com/[^/]+/[^/]+)/(?:tree|commit|releases/tag)/(?P<revision>.+?)/?")
_SECRET = re.compile(r"(https?://)[^/@\s]*@")


@dataclass(frozen=True, slots=True)
class Address:
    """A Git address, and which commit of it: a commit, a tag or a branch; None for the default branch."""

    url: str
    revision: str | None = None

    def __str__(self) -> str:
        """As a user may type it, without a password."""
        return f"{self.public_url}@{self.revision}" if self.revision else self.public_url

    @property
    def public_url(self) -> str:
        """The address without a password or token, for messages and files."""
        return without_secrets(self.url)

    @property
    def name(self) -> str:
        """The last part of the address: `mathlib4`."""
        last = re.split(r"[/:]", unquote(self.url).rstrip("/"))[-1]
        return last.removesuffix(".git") or "repository"


def parse_address(text: str) -> Address | None:
    """The address that a user typed (`https`, `ssh`, `git`, `file`, `user@host:path`), None if it is none.

    What stands behind an `@` in the path is the revision; a page of GitHub's on a branch, tag or commit will do, too.
    """
    text = text.strip()
    if match := _BROWSER.fullmatch(text):
        return Address(match["url"], match["revision"])
    match = _URL.fullmatch(text)
    if match is None:
        return None
    pieces = match["rest"].split("@")
    # A folder's name may have an `@` in it.
    lengths = [n for n in range(len(pieces), 1, -1) if match["start"] == "file://" and _is_folder("@".join(pieces[:n]))]
    length = lengths[0] if lengths else 1
    revision = "@".join(pieces[length:])
    return Address(match["start"] + "@".join(pieces[:length]), revision or None)


def without_secrets(text: str) -> str:
    """The text without the passwords and tokens of the web addresses in it."""
    return _SECRET.sub(r"\1", text)


def _is_folder(path: str) -> bool:
    return Path(path).is_dir() or Path(unquote(path)).is_dir()
