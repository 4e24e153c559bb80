"""A batch's run folder: results are appended as they come and never rewritten, and the same command goes on from them.

run.json             the configuration; a folder never takes results of another one
results.jsonl        one line a pass, on the disk before the next task is begun
proofs/NAME.lean     the whole file with its first proof in it, as Lean accepted it
trees/NAME.json      the search tree of the last pass (NAME.html the same, to look at)
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout
from pydantic import ValidationError

from data.errors import UsageError
from prover.evaluation.records import SETTLED, PassResult, RunConfiguration, Task
from prover.prover import Attempt
from prover.run_folder import keep_attempt

_RESULTS = "results.jsonl"
_HEAD = "run.json"


class EvaluationFolder:
    """The folder of one run, open for writing by this process only.

    Args:
        root: the folder; it is made where it is not there.
        configuration: what is run.
        fork: start from the statements' results of another configuration all the same, their record set aside.

    Raises:
        UsageError: if another process writes to it, it belongs to another configuration, or it cannot be written.
    """

    def __init__(self, root: Path, *, configuration: RunConfiguration, fork: bool = False) -> None:
        self.root = root
        try:
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--out {root} cannot be written: {error.strerror}") from error
        self._lock = FileLock(root / ".lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise UsageError(f"another run writes to {root}; wait for it, or give another --out") from None
        try:
            self._take_over(configuration, fork=fork)
            self.results = list(_complete_results(root / _RESULTS))
            self._settled = {result.name for result in self.results if result.outcome in SETTLED}
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()

    def remaining(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """The tasks without a result, in order; what a pass settles meanwhile is not handed out again."""
        done = {(result.name, result.num_pass) for result in self.results}
        for task in tasks:
            if (task.problem.name, task.num_pass) not in done and task.problem.name not in self._settled:
                yield task

    def add(self, result: PassResult, attempt: Attempt | None) -> None:
        """Put a result on the disk: whole, and for good. The proof and the tree are there before the line is.

        Args:
            result: the line.
            attempt: proof and search tree, None where no search was possible.
        """
        if attempt is not None:
            keep_attempt(self.root, attempt, name=result.name)
        with (self.root / _RESULTS).open("ab") as file:
            file.write(result.model_dump_json().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.results.append(result)
        if result.outcome in SETTLED:
            self._settled.add(result.name)

    def _take_over(self, configuration: RunConfiguration, *, fork: bool) -> None:
        head = self.root / _HEAD
        if head.exists():
            known = read_configuration(self.root)
            differences = configuration.differences(known)
            if differences and not fork:
                raise UsageError(
                    f"{self.root} holds a run of another configuration ({'; '.join(differences)}); give another --out, "
                    "or --fork to set its results aside"
                )
            if differences:
                _set_aside(self.root)
            else:
                _drop_torn_line(self.root / _RESULTS)
                more_passes = max(known.num_passes, configuration.num_passes)
                configuration = known.model_copy(update={"num_passes": more_passes})
        elif (self.root / _RESULTS).exists():
            raise UsageError(f"{self.root} holds results but no {_HEAD}; give another --out")
        temporary = self.root / f".{_HEAD}"
        temporary.write_text(configuration.model_dump_json(indent=2) + "\n", encoding="utf-8")
        temporary.replace(head)


def read_configuration(root: Path) -> RunConfiguration:
    """What the run in `root` was asked for.

    Raises:
        UsageError: if there is no such run.
    """
    try:
        return RunConfiguration.model_validate_json((root / _HEAD).read_bytes())
    except FileNotFoundError:
        raise UsageError(
            f"no run in {root}: it has no {_HEAD}; give the folder that `prove batch --out` made"
        ) from None
    except (OSError, ValidationError) as error:
        raise UsageError(f"{root / _HEAD} is no record of a batch: {str(error).splitlines()[0]}") from None


def read_results(root: Path) -> list[PassResult]:
    """The results in a run folder that perhaps another process is still writing to.

    Raises:
        UsageError: if a line that was written whole is no result.
    """
    return list(_complete_results(root / _RESULTS))


def _complete_results(path: Path) -> Iterator[PassResult]:
    if not path.exists():
        return
    # What stands behind the last line's end is being written, or was when the machine went down.
    *lines, _torn = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, start=1):
        try:
            yield PassResult.model_validate_json(line)
        except ValidationError as error:
            raise UsageError(
                f"{path}#{number} is no result ({error.errors()[0]['msg']}); delete that line and run again"
            ) from None


def _drop_torn_line(path: Path) -> None:
    if not path.exists():
        return
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        with path.open("r+b") as file:
            file.truncate(content.rfind(b"\n") + 1)


def _set_aside(root: Path) -> None:
    """Move all that an earlier configuration left into a folder of its own beside the new results."""
    number = next(number for number in range(1, 10_000) if not (root / f"earlier-{number}").exists())
    earlier = root / f"earlier-{number}"
    earlier.mkdir()
    for entry in list(root.iterdir()):
        if not entry.name.startswith("earlier-") and entry.name != ".lock":
            shutil.move(entry, earlier / entry.name)
