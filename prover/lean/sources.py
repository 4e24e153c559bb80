"""Where the source of an imported module lies, what it imports in turn, and the hash of its text.

This is asked of every module behind a theorem's imports, hundreds in a large package, each time that one is opened. So
what was read of a file is remembered for as long as the system says that it is the same file.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from data.lakefile import lean_options
from data.repository import Import, Repository, parse_imports
from data.source import read_source

_FORMAT = 1
# Within the resolution of a file system's clock a file may change and look the same.
_SETTLED_NANOSECONDS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one module.

    Attributes:
        path: the file.
        digest: the hash of its text.
        imports: what it imports.
        options: the Lean options of its package, sorted.
    """

    path: Path
    digest: str
    imports: tuple[Import, ...]
    options: tuple[tuple[str, str], ...]


class Sources:
    """The sources of a package and of those that it depends on.

    Args:
        root: the package's directory.
        dependencies: gives the roots of the other packages, one after the other, the costly ones last.
        memory: the file in which to remember what was read.
    """

    def __init__(self, root: Path, *, dependencies: Callable[[], Iterator[Path]], memory: Path) -> None:
        self._root = root
        self._memory = memory
        self._others = dependencies()
        self._folders: list[tuple[str, Path]] = []  # of the other packages asked for so far
        self._own: dict[str, list[str]] = {}
        self._options: dict[Path, tuple[tuple[str, str], ...]] = {}
        self._has_news = False

    def find(self, module: str, importer: Path) -> Source | None:
        """The source of `module`, as `importer` means it; None if there is none.

        Raises:
            UsageError: if the file cannot be read.
        """
        inner = f"/{module.replace('.', '/')}.lean"
        own = ((folder, self._root) for folder in self._folders_for(importer))
        for folder, package in itertools.chain(own, self._other_folders()):
            source = self._source(folder + inner, package)
            if source is not None:
                return source
        return None

    def remember(self) -> None:
        """Keep what was read for the next time."""
        if self._has_news:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._memory.with_suffix(f".{os.getpid()}")
            temporary.write_text(json.dumps({"format": _FORMAT, "files": self._files}), encoding="utf-8")
            temporary.replace(self._memory)
            self._has_news = False

    @cached_property
    def _files(self) -> dict[str, list[Any]]:
        """By path: the file's status, the hash of its text, and its imports as pairs of name and line."""
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError):
            memory = json.loads(self._memory.read_bytes())
            if memory["format"] == _FORMAT:
                return dict(memory["files"])
        return {}

    @cached_property
    def _source_roots(self) -> list[str]:
        return [str(folder) for folder in Repository(root=self._root, name=self._root.name).source_roots]

    def _folders_for(self, importer: Path) -> list[str]:
        """Where modules that this file imports may lie: also above it, where there is no lakefile."""
        directory = os.path.dirname(importer)  # noqa: PTH120 -- pathlib takes ten times as long, and so below
        if directory not in self._own:
            above = (importer.parent.absolute(), *importer.parent.absolute().parents)
            inside = [str(each) for each in reversed(above) if each.is_relative_to(self._root)]
            self._own[directory] = list(dict.fromkeys([*self._source_roots, *inside]))
        return self._own[directory]

    def _other_folders(self) -> Iterator[tuple[str, Path]]:
        yield from self._folders
        for package in self._others:
            found = [(str(folder), package) for folder in Repository(root=package, name=package.name).source_roots]
            self._folders += found
            yield from found

    def _source(self, place: str, package: Path) -> Source | None:
        try:
            status = os.stat(place)  # noqa: PTH116
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        if package not in self._options:
            self._options[package] = tuple(sorted(lean_options(package).items()))
        seen = [status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]
        known = self._files.get(place)
        path = Path(place)
        if known is None or known[0] != seen:
            text = read_source(path)
            found = [[item.module, item.line] for item in parse_imports(text)]
            known = [seen, hashlib.sha256(text.encode()).hexdigest(), found]
            if time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > _SETTLED_NANOSECONDS:
                self._files[place] = known
                self._has_news = True
        _, digest, pairs = known
        imports = tuple(Import(module=module, line=line) for module, line in pairs)
        return Source(path=path, digest=digest, imports=imports, options=self._options[package])
