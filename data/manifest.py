"""The packages that a Lean package depends on, from `lake-manifest.json`, where Lake writes what it has chosen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.address import Address
from data.errors import UsageError

_PACKAGES_FOLDER = ".lake/packages"


@dataclass(frozen=True, slots=True)
class Package:
    """A package that another one depends on, directly or not.

    Attributes:
        name: what Lake calls it: `mathlib`.
        root: where Lake keeps its files; nothing may be there yet.
        address: where it comes from, None where it is a folder.
        folder: the package's place in what is at the address.
    """

    name: str
    root: Path
    address: Address | None = None
    folder: str = "."


def read_packages(root: Path) -> list[Package]:
    """The dependencies of the package in `root`, in the manifest's order; none without a manifest.

    Raises:
        UsageError: if the manifest is not Lake's.
    """
    path = root / "lake-manifest.json"
    if not path.is_file():
        return []
    try:
        manifest = json.loads(path.read_bytes())
        folder = root / manifest.get("packagesDir", _PACKAGES_FOLDER)
        return [_package(root, folder, entry) for entry in manifest["packages"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{path} is not Lake's manifest: run `lake update` in {root}") from error


def _package(root: Path, packages_folder: Path, entry: dict[str, Any]) -> Package:
    if "type" not in entry:  # before Lean 4.4 an entry was {"git": {...}} or {"path": {...}}
        ((kind, inner),) = entry.items()
        entry = {key.removesuffix("?"): value for key, value in inner.items()} | {"type": kind}
    name = entry["name"].strip("«»")
    if entry["type"] == "path":
        return Package(name, (root / entry["dir"]).resolve())
    inside = entry.get("subDir") or "."
    return Package(name, packages_folder / name / inside, Address(entry["url"], entry["rev"]), inside)
