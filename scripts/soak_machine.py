"""What `soak.py` gives a driver of its own, so that nobody else on the machine is disturbed: a disk and a clock.

The disk is a tmpfs, as large as it is told to be at the moment. The clock is moved by a shared library that the driver
is started with; what the driver starts keeps the machine's. A mark in their environment tells all these processes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

MARK = "LEANLOOP_SOAK"
DISK_BYTES, LEFT_BYTES = 4 << 30, 64 << 10


class Machine:
    """A disk and a clock for the driver alone, where this machine lets us have them.

    Args:
        folder: everything is put into it, the temporary files of the drivers, too.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.disk, self.clock = folder / "disk", folder / "clock"
        self.skipped: list[str] = []
        self.environment = {**os.environ, MARK: str(folder), "TMPDIR": str(folder), "PYTHONFAULTHANDLER": "1"}

    def __enter__(self) -> Machine:
        self.disk.mkdir()
        self.clock.write_bytes(bytes(8))
        if not _succeeds("mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "soak", str(self.disk)):
            self.skipped.append("disk")
        shim = self.folder / "clock.so"
        if _succeeds("gcc", "-shared", "-fPIC", "-O2", "-o", str(shim), str(Path(__file__).with_name("soak_clock.c"))):
            self.environment |= {"LD_PRELOAD": str(shim), "SOAK_CLOCK": str(self.clock)}
        else:
            self.skipped.append("clock")
        return self

    def __exit__(self, *_: object) -> None:
        if "disk" not in self.skipped:
            _succeeds("umount", "--lazy", str(self.disk))

    def set_clock(self, seconds: int) -> None:
        """Put the driver's time of day so far from the machine's."""
        with self.clock.open("r+b") as file:
            file.write(seconds.to_bytes(8, sys.byteorder, signed=True))

    def fill_disk(self) -> None:
        """Leave so little space that some of the next files do not find any."""
        self._resize_disk(shutil.disk_usage(self.disk).used + LEFT_BYTES)

    def free_disk(self) -> None:
        self._resize_disk(DISK_BYTES)

    def _resize_disk(self, size: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", str(self.disk)], check=True)

    def processes(self) -> Iterator[tuple[str, psutil.Process]]:
        """Everything that a driver started, the driver too, by what it is."""
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if process.environ().get(MARK) == str(self.folder) and process.status() != psutil.STATUS_ZOMBIE:
                    yield _kind(process.cmdline()), process


def _succeeds(*command: str) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True).returncode == 0


def _kind(words: list[str]) -> str:
    name = Path(words[0]).name if words else ""
    if name.startswith("ray::"):
        return "worker" if "_WorkerActor" in name else name
    if "prover" in words and "batch" in words:
        return "driver"
    return "supervisor" if any("supervisor" in word for word in words) else name
