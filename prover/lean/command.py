"""How a Lean is started: its command line, its environment, and where it looks for compiled modules.

The nouns stand apart from the finding (`toolchain.py`) and the building (`embedded.py`), because both make them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

_FIRST_WITH_WEAK_OPTIONS = (4, 10)

_SECRET = re.compile(r"KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH|COOKIE", re.IGNORECASE)

Origin = Literal["flag", "elan", "path", "embedded"]


@dataclass(frozen=True, slots=True)
class Lean:
    """A Lean that can be started.

    Attributes:
        command: the `lean` command; arguments such as `--json FILE` or `--server` are appended.
        version: `4.35.0`, `4.9.0-rc1`, ...
        origin: where it was found.
        key: changes whenever modules compiled by it have to be compiled anew.
        search_path: directories of compiled modules besides the toolchain's own.
        own_path: those among them that we compiled from a user's sources, which nobody vouches for.
        needs: directories it reads besides its own and those of the search path.
        variables: environment variables it needs besides those of this process.
        note: one line the user should know about the choice of this Lean, empty where there is none.
    """

    command: tuple[str, ...]
    version: str
    origin: Origin
    key: str
    search_path: tuple[Path, ...] = ()
    own_path: tuple[Path, ...] = ()
    needs: tuple[Path, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict, hash=False)
    note: str = ""

    def environment(self) -> dict[str, str]:
        """The whole environment to start it in.

        `LEAN_...` left over from another Lean would mislead it, and what looks like a password is no tactic's business.
        """
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("LEAN_") and not _SECRET.search(name)
        }
        environment.update(self.variables)
        if self.search_path:
            environment["LEAN_PATH"] = os.pathsep.join(str(directory) for directory in self.search_path)
        return environment

    @property
    def places(self) -> tuple[Path, ...]:
        """The directories and files that it reads wherever it works: its own, and the search path."""
        program = Path(self.command[0]).absolute()
        homes = [each.parents[1] for each in (program, program.resolve()) if len(each.parents) > 1]
        files = [Path(word) for word in self.command[1:] if Path(word).is_absolute()]
        return (*homes, *files, *self.needs, *self.search_path)

    def with_options(self, options: Mapping[str, str]) -> Lean:
        """The same Lean with these options for every file; one that it does not know is ignored, where it can do so."""
        if not options:
            return self
        release = tuple(int(part) for part in re.findall(r"\d+", self.version)[:2])
        prefix = "weak." if release >= _FIRST_WITH_WEAK_OPTIONS else ""
        words = tuple(f"-D{prefix}{name}={value}" for name, value in sorted(options.items()))
        return replace(self, command=(*self.command, *words), key=f"{self.key} {' '.join(words)}")

    def with_search_path(self, directories: Iterable[Path], *, own: Iterable[Path] = ()) -> Lean:
        """The same Lean looking for modules in these directories (and its own, last)."""
        return replace(self, search_path=tuple(directories), own_path=tuple(own))
