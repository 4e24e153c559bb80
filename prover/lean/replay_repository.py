"""Replaying all files of a repository side by side; what is done is kept, what fails is reported."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from data.compiled import CompiledModule
from data.errors import LeanLoopError
from data.extraction import Problem
from data.leandojo import TacticStates
from data.source import read_source
from prover.lean.project import LeanProject
from prover.lean.replay import Replay
from prover.lean.replay_store import ReplayStore, replay_key
from prover.lean.sandbox import Limits

_MEMORY_BYTES = 12 << 30
_BY = re.compile(r"\bby\b")


def replay_modules(
    modules: Sequence[CompiledModule],
    project: LeanProject,
    directory: Path,
    *,
    num_processes: int,
    seconds: float,
    report: Callable[[Problem], None],
    progress: Callable[[str], None],
) -> dict[str, tuple[TacticStates, ...]]:
    """The tactics of these modules by the paths of their files; a file that fails is not among them.

    Args:
        modules: of one repository.
        project: the repository as Lean sees it.
        directory: where what is done is kept; a second call with the same directory goes on from there.
        num_processes: how many Leans work side by side.
        seconds: how long a file may take.
        report: gets one line for every file that fails.
        progress: gets a line for every file.
    """
    store = ReplayStore(directory)
    is_embedded = project.lean.origin == "embedded"
    replay = Replay(
        directory=None if is_embedded else project.root,
        limits=Limits(memory_bytes=_MEMORY_BYTES),
        seconds=seconds,
    )

    def run(module: CompiledModule) -> tuple[TacticStates, ...]:
        source = read_source(module.source)
        if _BY.search(source) is None:
            return ()
        lean = project.prepare(module.source, source=source)
        key = replay_key(source, lean)
        states = store.states(module.path, key)
        if states is None:
            states = tuple(replay.file(module.source, source, lean))
            store.add(module.path, key, states)
        return states

    found: dict[str, tuple[TacticStates, ...]] = {}
    with ThreadPoolExecutor(max_workers=num_processes) as pool:
        running = {pool.submit(run, module): module.path for module in modules}
        try:
            for number, future in enumerate(as_completed(running), start=1):
                path = running[future]
                progress(f"replayed {path} ({number} of {len(running)})")
                try:
                    found[path] = future.result()
                except LeanLoopError as error:
                    report(Problem(path, " ".join(str(error).split())))
        except BaseException:  # Ctrl-C, most of all: nobody waits for the others
            for future in running:
                future.cancel()
            replay.stop()
            raise
    return found
