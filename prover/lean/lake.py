"""elan and Lake: the toolchain that a repository asks for, the compiled files that Mathlib offers, and what is missing.

Both are run as Mathlib's documentation asks its users to. A lakefile is a program and so may a toolchain be: whoever
calls these functions must know that the user trusts the repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.lakefile import lakefile
from data.manifest import read_packages
from data.source import read_source
from prover.errors import LeanBuildError, LeanNotFoundError
from prover.lean.command import Lean
from prover.lean.compilation import Progress
from prover.lean.toolchain import elan_home

_NUM_LINES = 400
# `error: A.lean:1:2: unknown`, `./././A.lean:1:2: error: unknown`: Lake has written it both ways.
_LEAN_ERROR = re.compile(r"(?:error: )?(?P<place>\S[^:\n]*\.lean:\d+:\d+): (?P<kind>error\S*: )?(?P<text>.+)")
_SHOWN_WORDS = ("error:", "fatal:", "curl:")


@dataclass(frozen=True, slots=True)
class Lake:
    """The Lake of a toolchain, at work in one package.

    Attributes:
        command: the `lake` command.
        root: the package.
        lean: the Lean that it belongs to.
        progress: gets every line that Lake prints.
    """

    command: Path
    root: Path
    lean: Lean
    progress: Progress

    def make(self, modules: Sequence[str]) -> None:
        """Have the modules compiled, with everything they import; what Mathlib's cache has is downloaded.

        Raises:
            LeanBuildError: if Lake fails; the message holds its first error and what to do.
        """
        if depends_on_mathlib(self.root):
            again = "check the network and try again; `lake exe cache get!` fetches damaged files anew"
            self._run(["exe", "cache", "get"], mend=again)
        self._run(["build", *map(_target, modules)], mend="mend that first")

    def _run(self, words: Sequence[str], *, mend: str) -> None:
        environment = self.lean.environment()
        # Lake's own programs look for `lake` and `lean` on PATH.
        environment["PATH"] = os.pathsep.join([str(self.command.parent), environment.get("PATH", "")])
        status, lines = _run([str(self.command), *words], self.root, environment, self.progress)
        if status != 0:
            command = " ".join(["lake", *words])
            raise LeanBuildError(f"`{command}` failed in {self.root}: {first_error(lines, status)}; {mend}")


def find_lake(root: Path, *, lean: Lean, progress: Progress) -> Lake | None:
    """The Lake for a package, None if Lake cannot build it: no lakefile, the embedded engine, no `lake` command."""
    if lean.origin == "embedded" or lakefile(root) is None:
        return None
    beside = Path(lean.command[0]).with_name("lake")
    found = str(beside) if beside.is_file() else shutil.which("lake")
    return Lake(Path(found).absolute(), root, lean, progress) if found is not None else None


def install_toolchain(toolchain: str, *, progress: Progress) -> None:
    """Have elan install a toolchain.

    Raises:
        LeanNotFoundError: if it cannot.
    """
    home = elan_home()
    assert home is not None, "only elan's toolchains are installed"
    own = home / "bin" / "elan"
    elan = str(own) if own.is_file() else "elan"
    words = ["toolchain", "install", toolchain]
    status, lines = _run([elan, *words], Path.cwd(), dict(os.environ), progress)
    if status != 0:
        raise LeanNotFoundError(
            f"`elan {' '.join(words)}` failed: {first_error(lines, status)}; check lean-toolchain and the network"
        )


def depends_on_mathlib(root: Path) -> bool:
    """Whether the package is Mathlib or needs it, and so has its `lake exe cache`."""
    if any(package.name == "mathlib" for package in read_packages(root)):
        return True
    path = lakefile(root)
    return path is not None and "mathlib" in read_source(path).lower()


def _target(module: str) -> str:
    """How `lake build` is told of a module; a name without a dot could as well be that of a whole library."""
    return module if "." in module else f"+{module}"


def _run(
    command: Sequence[str], directory: Path, environment: dict[str, str], progress: Progress
) -> tuple[int, Iterable[str]]:
    """Run a command and pass on what it prints, line by line; its status and its last lines."""
    lines: deque[str] = deque(maxlen=_NUM_LINES)
    try:
        process = subprocess.Popen(
            command,
            cwd=directory,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        return 127, [f"{command[0]} does not start: {error.strerror}"]
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip():
                lines.append(line.strip())
                progress(line.strip())
        return process.wait(), lines
    finally:  # after Ctrl-C nobody reads on
        process.terminate()
        process.wait()


def first_error(lines: Iterable[str], status: int) -> str:
    """Lean's first error, with its place; else the first line that looks like an error; else the last."""
    kept = list(lines)
    for line in kept:
        match = _LEAN_ERROR.fullmatch(line)
        if match is not None and (match["kind"] or line.startswith("error: ")):
            return f"{match['place'].removeprefix('./').replace('././', '')}: {match['text']}"
    errors = [line for line in kept if any(word in line.lower() for word in _SHOWN_WORDS)]
    return (errors or kept[-1:] or [f"it ended with status {status} and said nothing"])[0].removeprefix("error: ")
