"""What the command lines of all floors have in common."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import NoReturn

from data.errors import LeanLoopError, UsageError

# What the light base does not bring, by the name under which it is imported.
EXTRAS = {
    "torch": "learn",
    "transformers": "learn",
    "peft": "learn",
    "httpx2": "learn",
    "vllm": "gpu",
    "faiss": "learn",
    "tensorboard": "tensorboard",
    "ray": "cluster",
}
INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells have it."""


class Parser(argparse.ArgumentParser):
    """Reports a wrong flag as any other mistake of the user's: in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`")


def exit_status(program: str, run: Callable[[], int]) -> int:
    """What `run` returns; an error of ours, or an extra that is missing, is printed as one line instead."""
    try:
        with sigterm_kept():
            _obey_sigterm()
            return run()
    except LeanLoopError as error:
        sys.stderr.write(f"{program}: {' '.join(str(error).split())}\n")
        return error.exit_code
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in EXTRAS:
            raise
        sys.stderr.write(f"{program}: {package} is not installed: pip install 'leanloop[{EXTRAS[package]}]'\n")
        return UsageError.exit_code
    except KeyboardInterrupt:
        sys.stderr.write(f"{program}: stopped\n")
        return INTERRUPTED


@contextlib.contextmanager
def sigterm_kept() -> Iterator[None]:
    """What the block makes of SIGTERM is forgotten behind it."""
    handler = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)


def _obey_sigterm() -> None:
    """Take SIGTERM for Ctrl-C: a job that a cluster ends, ends in one line, too, and with all that it started."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def positive_count(text: str) -> int:
    """A whole number, at least 1, from a flag."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, got {text!r}") from None
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, got {text}")
    return number


def positive_seconds(text: str) -> float:
    """A time in seconds, more than none, from a flag."""
    try:
        number = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number of seconds, got {text!r}") from None
    if not number > 0:
        raise argparse.ArgumentTypeError(f"must be positive, got {text}")
    return number
