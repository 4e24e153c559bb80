"""Temporary folders that do not outlive their process for long, however it ended.

A process that is killed cannot clean up. So a folder is locked for as long as its process lives, and the next process
that wants one deletes those that nobody holds any more.
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import os
import shutil
import tempfile
import time
from pathlib import Path
from types import TracebackType

_PREFIX = "leanloop-"
# Between making a folder and locking it lie microseconds.
_LEAST_AGE = 60.0


class Scratch:
    """An empty folder, deleted on `close`, at the end of a `with` block, or after the process's death.

    Attributes:
        path: the folder.
    """

    def __init__(self) -> None:
        delete_abandoned(Path(tempfile.gettempdir()))
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX)
        self.path = Path(self._folder.name)
        self._lock: int | None = os.open(self.path, os.O_RDONLY)
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the folder. Once is enough, twice does no harm."""
        self._folder.cleanup()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


@functools.cache
def delete_abandoned(directory: Path) -> None:
    """Delete what processes that were killed have left in a directory, once in this process."""
    for folder in directory.glob(f"{_PREFIX}*"):
        # Others' folders, and what somebody else is just deleting, are none of our business.
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _LEAST_AGE and _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    lock = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
