"""A batch's run folder: results are appended as they come and never rewritten, and the same command goes on from them.

run.json             the configuration; a folder never takes results of another one
results.jsonl        one line a pass, on the disk before the next task is begun
proofs/NAME.lean     the whole file with its first proof in it, as Lean accepted it
trees/NAME.json      the search tree of the last pass (NAME.html the same, to look at)
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from data.durable import append_line, whole_lines, write_durably
from data.errors import UsageError
from data.locked_folder import LockedFolder, writing_to
from prover.evaluation.records import SETTLED, PassResult, RunConfiguration, Task
from prover.prover import Attempt
from prover.run_folder import keep_attempt

_RESULTS = "results.jsonl"
_HEAD = "run.json"


class EvaluationFolder(LockedFolder):
    """The folder of one run, open for writing by this process only.

    Args:
        root: the folder; it is made where it is not there.
        configuration: what is run.
        fork: start from the statements' results of another configuration all the same, their record set aside.

    Raises:
        UsageError: if another process writes to it, it belongs to another configuration, or it cannot be written.
    """

    def __init__(self, root: Path, *, configuration: RunConfiguration, fork: bool = False) -> None:
        self._configuration = configuration
        self._fork = fork
        super().__init__(root)

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

        Raises:
            UsageError: if it cannot be written.
        """
        with writing_to(self.root):
            if attempt is not None:
                keep_attempt(self.root, attempt, name=result.name)
            append_line(self.root / _RESULTS, result.model_dump_json())
        self.results.append(result)
        if result.outcome in SETTLED:
            self._settled.add(result.name)

    def _take_over(self) -> None:
        head, configuration = self.root / _HEAD, self._configuration
        if head.exists():
            known = read_configuration(self.root)
            differences = configuration.differences(known)
            if differences and not self._fork:
                raise UsageError(
                    f"{self.root} holds a run of another configuration ({'; '.join(differences)}); give another --out, "
                    "or --fork to set its results aside"
                )
            if differences:
                _set_aside(self.root)
            else:
                more_passes = max(known.num_passes, configuration.num_passes)
                configuration = known.model_copy(update={"num_passes": more_passes})
        elif (self.root / _RESULTS).exists():
            raise UsageError(f"{self.root} holds results but no {_HEAD}; give another --out")
        write_durably(head, configuration.model_dump_json(indent=2) + "\n")
        self.results = read_results(self.root)
        self._settled = {result.name for result in self.results if result.outcome in SETTLED}


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
    path = root / _RESULTS
    results: list[PassResult] = []
    for number, line in enumerate(whole_lines(path), start=1):
        try:
            results.append(PassResult.model_validate_json(line))
        except ValidationError as error:
            raise UsageError(
                f"{path}#{number} is no result ({error.errors()[0]['msg']}); delete that line and run again"
            ) from None
    return results


def _set_aside(root: Path) -> None:
    """Move all that an earlier configuration left into a folder of its own beside the new results."""
    number = next(number for number in range(1, 10_000) if not (root / f"earlier-{number}").exists())
    earlier = root / f"earlier-{number}"
    earlier.mkdir()
    for entry in list(root.iterdir()):
        if not entry.name.startswith("earlier-") and entry.name != ".lock":
            shutil.move(entry, earlier / entry.name)
