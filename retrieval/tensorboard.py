"""Where the figures of a training run go: TensorBoard, or nowhere. Who only names it needs no torch."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol


class Log(Protocol):
    """Where the figures of a run are noted; TensorBoard's `SummaryWriter` is one."""

    def add_scalar(self, tag: str, scalar_value: float, global_step: int) -> object:
        """Note one figure."""


@contextlib.contextmanager
def open_log(folder: Path | None) -> Iterator[Log | None]:
    """TensorBoard's writer for the folder; None without one.

    Raises:
        ModuleNotFoundError: without TensorBoard, which is an extra.
    """
    if folder is None:
        yield None
        return
    from torch.utils.tensorboard import SummaryWriter

    with SummaryWriter(folder) as writer:
        yield writer
