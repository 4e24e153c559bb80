"""A folder that one process writes to: a second run in it would mix its results with those of the first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from data.errors import UsageError


class LockedFolder:
    """The folder of a run, for this process only, until it is left.

    Args:
        root: the folder; it is made where it is not there.

    Raises:
        UsageError: if another process writes to it, or it cannot be written.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        make_folder(root)
        self._lock = FileLock(root / ".lock")
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise UsageError(f"another run writes to {root}; wait for it, or give another --out") from None
        try:
            with writing_to(root):
                self._take_over()
        except BaseException:
            self._lock.release()
            raise

    def _take_over(self) -> None:
        """Read what an earlier run left; if that fails, the folder is free again."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()


def make_folder(root: Path) -> None:
    """Make the folder that `--out` names, if it is not there.

    Raises:
        UsageError: if it cannot be made.
    """
    with writing_to(root):
        root.mkdir(parents=True, exist_ok=True)


@contextmanager
def writing_to(root: Path) -> Iterator[None]:
    """The block writes into the folder that `--out` names. A full disk, for one, is the user's to mend, and no bug.

    Raises:
        UsageError: if the system does not let the block write.
    """
    try:
        yield
    except OSError as error:
        raise UsageError(f"--out {root} cannot be written: {error.strerror}") from error
