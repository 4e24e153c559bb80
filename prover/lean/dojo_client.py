"""The way to the package `lean-dojo`: the process in which it runs, and whether it can be of use for a repository.

Versions: lean-dojo 4.20 names Lean 4.3.0-rc2 and later. Its tracer is a Lean program for Lean 4.20 to 4.26: earlier,
`Lean.Parser.parseHeader` returned plain syntax; since 4.27 the name `String.Pos` means another type. A repository that
is in the cache is used whatever its version, for what runs then was compiled when it was traced.
"""

from __future__ import annotations

import contextlib
import importlib.util
import math
import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.errors import UsageError
from data.scratch import Scratch
from prover.closing import Closing
from prover.errors import LeanCrashedError, LeanTimeoutError, ProverError
from prover.lean.sandbox import Limits, sandboxed
from prover.lean.transport import JsonRpcProcess

OWN_SERVER = "use --backend lean"
_PACKAGE_ROOT = Path(__file__).parents[2]
_VERSION = re.compile(r"v?4\.(?P<minor>\d+)\.\d+")
_TRACED_MINOR_VERSIONS = range(20, 27)
_LOOKING_SECONDS = 3600.0  # a local repository is copied when it is seen first
_TRACING_SECONDS = 7 * 24 * 3600.0
_CLOSING_SECONDS = 2.0

Message = dict[str, Any]


class LeanDojoError(ProverError):
    """lean-dojo cannot do what it is asked to; the message holds its own last words."""


def prepare_leandojo(
    root: Path,
    *,
    progress: Callable[[str], None],
    is_trusted: bool = False,
    ask: Callable[[str], bool] = lambda _: False,
) -> str | None:
    """See to it that lean-dojo can open theorems of the repository at `root`, which it traces if it has not yet.

    Tracing builds the whole repository with Lake and asks GitHub for Lean's sources: minutes for a small repository,
    hours for Mathlib, and after an interruption it begins anew.

    Args:
        root: the repository's root.
        progress: gets a line for what begins.
        is_trusted: Lake may be run on the repository; lean-dojo does so whenever it opens a theorem.
        ask: puts a question to the user, and answers it with no where there is nobody.

    Returns:
        None if it can; else why our own Lean server is the better choice, in one line.

    Raises:
        UsageError: if the package, Lake, the commit that it needs, or the user's trust is missing.
        LeanDojoError: if it fails otherwise.
    """
    if importlib.util.find_spec("lean_dojo") is None:
        python = "" if sys.version_info < (3, 13) else ", with Python 3.12 or older"
        raise UsageError(f"--backend leandojo needs the package lean-dojo: pip install 'leanloop[leandojo]'{python}")
    place = {"root": str(root.resolve())}
    progress(f"lean-dojo looks at {root}")
    with DojoProcess() as process:
        found = process.ask({"method": "look", **place}, seconds=_LOOKING_SECONDS)
    if found["kind"] == "no repository":
        raise UsageError(f"{root} is not the root of a Git repository with a commit, as lean-dojo needs: {OWN_SERVER}")
    version = _VERSION.match(found["version"])
    if not found["is_traced"] and (version is None or int(version["minor"]) not in _TRACED_MINOR_VERSIONS):
        return f"lean-dojo traces repositories for Lean 4.20 to 4.26, and {root} asks for {found['version']}"
    if shutil.which("lake") is None:
        raise UsageError(f"lean-dojo runs Lake, and there is no `lake` on PATH: install elan, or {OWN_SERVER}")
    if not is_trusted and not ask(f"Let lean-dojo run Lake in {root}? Its lakefile is a program and may do anything."):
        raise UsageError(f"lean-dojo runs Lake, and {root}'s lakefile is a program: add --trust, or {OWN_SERVER}")
    if not found["is_traced"]:
        progress(f"lean-dojo traces {root}, from minutes to hours")
        with DojoProcess(is_tracing=True) as process:
            process.ask({"method": "trace", **place}, seconds=_TRACING_SECONDS)
    return None


class DojoProcess(Closing):
    """The process in which lean-dojo runs.

    It has no network: for a local repository none is needed. Files are not protected from it: Lake, Git and lean-dojo
    write into folders of their own choice.

    Args:
        memory_bytes: memory for it and for Lean together; None for no limit.
        is_tracing: leave it the network and the user's token for GitHub.
    """

    def __init__(self, *, memory_bytes: int | None = None, is_tracing: bool = False) -> None:
        self._scratch = Scratch()
        command = [sys.executable, "-P", "-m", "prover.lean.dojo_process"]
        # lean-dojo loses its way where its cache is behind a symbolic link.
        cache = Path(os.environ.get("CACHE_DIR") or Path.home() / ".cache" / "lean_dojo").resolve()
        environment = os.environ | {"CACHE_DIR": str(cache), "DISABLE_REMOTE_CACHE": "1"}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH")]))
        if not is_tracing:
            command = sandboxed(command, limits=Limits(memory_bytes=memory_bytes, writable=(Path("/"),)))
            environment["GITHUB_ACCESS_TOKEN"] = ""  # With one, `import lean_dojo` asks GitHub who we are.
        if memory_bytes is not None:
            environment["TACTIC_MEMORY_LIMIT"] = f"{math.ceil(memory_bytes / (1 << 30))}g"
        directory = self._scratch.path
        self._rpc = JsonRpcProcess(command, environment=environment, directory=directory, name="lean-dojo")

    @property
    def process_id(self) -> int:
        return self._rpc.process_id

    def ask(self, request: Message, *, seconds: float) -> Message:
        """The answer to a request.

        Raises:
            LeanDojoError: if there is none, with the last words of the process.
        """
        deadline = time.monotonic() + seconds
        try:
            self._rpc.send(request, deadline=deadline)
            return self._rpc.receive(deadline=deadline)
        except (LeanCrashedError, LeanTimeoutError) as error:
            raise LeanDojoError(" ".join(str(error).split())) from error

    def close(self) -> None:
        with contextlib.suppress(
            LeanDojoError
        ):  # So that Dojo removes the file that it put into the traced repository.
            self.ask({"method": "close"}, seconds=_CLOSING_SECONDS)
        self._rpc.close()
        self._scratch.close()
