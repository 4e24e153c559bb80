"""Where the files of a repository, and of the packages that it imports, are in the database.

Packages are repositories of their own there, shared by all that import them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from data.compiled import Build
from data.constants import Definition, Definitions
from data.database.records import TOOLCHAIN, FileKey
from data.manifest import read_packages
from data.origin import Origin
from data.repository import LIBRARY, Repository, open_repository

LIBRARY_URL = f"leanloop/{LIBRARY}"


class Places:
    """The rows of a repository and of the packages that it imports.

    Args:
        connection: in a transaction.
        name: what the repository is called.
        origin: where it comes from.
        package_url: what tells a package from all others, by its name.
    """

    def __init__(
        self, connection: sqlite3.Connection, name: str, origin: Origin, *, package_url: Callable[[str], str]
    ) -> None:
        self._connection = connection
        self._package_url = package_url
        self.name = name
        self.repository_id = self._row(name, origin.url, is_package=False)
        self._ids = {"": self.repository_id}

    def id(self, package: str) -> int:
        """The row of a package, made if it is not there; of the repository itself for an empty name."""
        if package not in self._ids:
            self._ids[package] = self._row(package, self._package_url(package), is_package=True)
        return self._ids[package]

    @property
    def ids(self) -> Mapping[str, int]:
        """The rows of all packages met so far, by name."""
        return self._ids

    def _row(self, name: str, url: str, *, is_package: bool) -> int:
        self._connection.execute(
            "INSERT INTO repository (name, url, is_package) VALUES (?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET is_package = is_package AND excluded.is_package",
            (name, url, is_package),
        )
        return int(self._connection.execute("SELECT id FROM repository WHERE url = ?", (url,)).fetchone()[0])


def package_urls(repository: Repository, build: Build | None) -> Callable[[str], str]:
    """What tells the packages of a repository from all others: their addresses in Lake's manifest."""
    library = open_repository(LIBRARY).root.resolve()
    is_embedded = build is not None and any(tree.base.resolve() == library for tree in build.trees)
    packages = {package.name: package for package in read_packages(repository.root)}

    def url(package: str) -> str:
        if package == TOOLCHAIN:
            return LIBRARY_URL if is_embedded or build is None else f"lean4@{build.lean}"
        found = packages.get(package)
        return str(found.address or found.root) if found is not None else f"package {package}"

    return url


class StoredDefinitions(Definitions):
    """Definitions, those of files that are not read this time looked up in the database.

    Attributes:
        ignored: files that are about to be read; what the database says of them is outdated.
        key_of: the file of a module.
    """

    def __init__(self, connection: sqlite3.Connection, places: Places) -> None:
        super().__init__()
        self._connection = connection
        self._places = places
        self._looked_up: dict[tuple[str | None, str], Definition | None] = {}
        self.ignored: set[int] = set()
        self.key_of: Callable[[str], FileKey | None] = lambda _: None

    def _find(self, module: str | None, name: str) -> Definition | None:
        found = super()._find(module, name)
        if found is not None:
            return found
        if (module, name) not in self._looked_up:
            self._looked_up[module, name] = self._look_up(module, name)
        return self._looked_up[module, name]

    def _look_up(self, module: str | None, name: str) -> Definition | None:
        packages = {row: package for package, row in self._places.ids.items()}
        rows = self._connection.execute(
            "SELECT file.id, repository_id, path, theorem_id, start_line, start_column, end_line, end_column"
            " FROM constant JOIN file ON file.id = file_id WHERE name = ? AND NOT is_gone",
            (name,),
        )
        found = [
            Definition(FileKey(packages[row[1]], row[2]).dataset_path, (row[4], row[5]), (row[6], row[7]), row[3])
            for row in rows
            if row[1] in packages and row[0] not in self.ignored
        ]
        if len(found) > 1 and module is not None:
            key = self.key_of(module)
            found = [each for each in found if key is not None and each.path == key.dataset_path] or found
        return found[0] if found else None
