"""What can be read from a lakefile without running it, for a lakefile is a program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from data.errors import UsageError
from data.source import iterate_tokens, read_source

_LAKEFILES = ("lakefile.lean", "lakefile.toml")  # Lake, too, takes the first where there are both
# An element of `leanOptions`: ⟨`autoImplicit, false⟩.
_OPTION = re.compile(r"⟨\s*`(?P<name>[\w.]+)\s*,\s*(?:\.of\w+\s+)?(?P<value>true|false|\d+)\s*⟩")
# The older way, in `moreLeanArgs`: "-DautoImplicit=false".
_ARGUMENT = re.compile(r'"-D(?P<name>[\w.]+)=(?P<value>\w+)"')
_NOT_EVERYWHERE = ("weak.", "linter.")


_MAX_LAKEFILE = 20_000


def lakefile(root: Path) -> Path | None:
    """The lakefile of the package in `root`, None if it has none."""
    return next((root / name for name in _LAKEFILES if (root / name).is_file()), None)


def source_folders(root: Path) -> set[str]:
    """Every folder that the lakefile in `root` names as a source folder, relative to `root`."""
    path = lakefile(root)
    if path is None:
        return set()
    return _source_folders_of_toml(path) if path.suffix == ".toml" else _source_folders_of_lean(read_source(path))


def lean_options(root: Path) -> dict[str, str]:
    """The options with which Lake compiles the package in `root`, as far as a look at the text can tell.

    Those about linters are left out: the linters of a library are known only where it is imported.
    """
    path = lakefile(root)
    if path is None:
        return {}
    if path.suffix == ".toml":
        package = _read_toml(path)
        tables = [package.get("leanOptions", {}), *(library.get("leanOptions", {}) for library in _targets(package))]
        found = {name: value for table in tables for name, value in _flat(table).items()}
    else:
        code = "".join(token.text + " " for token in iterate_tokens(read_source(path)) if token.kind != "comment")
        found = {match["name"]: match["value"] for shape in (_ARGUMENT, _OPTION) for match in shape.finditer(code)}
    return {name: value for name, value in found.items() if not name.startswith(_NOT_EVERYWHERE)}


def _source_folders_of_toml(path: Path) -> set[str]:
    package = _read_toml(path)
    base = package.get("srcDir", ".")
    return {str(base), *(f"{base}/{target['srcDir']}" for target in _targets(package) if "srcDir" in target)}


def _read_toml(path: Path) -> dict[str, Any]:
    source = read_source(path)
    if len(source) > _MAX_LAKEFILE:  # the standard reader takes quadratic time for keys of many parts
        raise UsageError(f"{path} has {len(source):,} characters; at most {_MAX_LAKEFILE:,} of a lakefile are read")
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from None


def _targets(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [target for kind in ("lean_lib", "lean_exe") for target in package.get(kind, [])]


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """`pp.unicode.fun = true` is a table in a table in TOML."""
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[prefix + name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found


def _source_folders_of_lean(source: str) -> set[str]:
    base, in_package = ".", False
    folders: list[str] = []
    tokens = [token for token in iterate_tokens(source) if token.kind != "comment"]
    for index, token in enumerate(tokens):
        if token.text in ("package", "lean_lib", "lean_exe"):
            in_package = token.text == "package"
        elif token.text == "srcDir":
            value = next(
                (later.text.strip('"') for later in tokens[index + 1 : index + 4] if later.kind == "string"), ""
            )
            if in_package:
                base = value
            else:
                folders.append(value)
    return {base, *(f"{base}/{folder}" for folder in folders)}
