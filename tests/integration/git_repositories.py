"""Real Git repositories for tests: Lean packages with a history, made on the spot."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


class Origin:
    """A repository somewhere on the network, which here is another folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    @property
    def url(self) -> str:
        return self.root.as_uri()

    def git(self, *words: str) -> str:
        """Run git in the repository; what it prints."""
        identity = ["-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", *identity, "-c", "protocol.file.allow=always", *words]
        return subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, files: Mapping[str, str], *, tag: str | None = None) -> str:
        """Write the files and commit them; the commit."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", f"Add {', '.join(files)}")
        if tag is not None:
            self.git("tag", "--annotate", tag, "--message", tag)
        return self.git("rev-parse", "HEAD")
