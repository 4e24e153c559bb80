"""The command line of the sandbox."""

from __future__ import annotations

import sys
from pathlib import Path

from prover.lean.sandbox import Limits, available_protections, sandboxed


def test_command_line_holds_the_limits_and_ends_with_the_command() -> None:
    """A limit that gets lost protects nobody, and the command's own arguments must stay its own."""
    limits = Limits(
        memory_bytes=123, cpu_seconds=4, file_bytes=None, num_processes=None, writable=(Path("/a b"), Path("/c"))
    )
    python, *options = sandboxed(["lean", "--server", "--memory"], limits=limits)
    assert python == sys.executable
    separator = options.index("--")
    assert options[separator + 1 :] == ["lean", "--server", "--memory"]
    assert options[separator - 8 : separator] == [
        *("--memory", "123", "--cpu", "4"),
        *("--writable", "/a b", "--writable", "/c"),
    ]


def test_no_limits_means_no_options() -> None:
    """An unlimited run must not be limited by a default that nobody asked for."""
    command = sandboxed(["lean"], limits=Limits(file_bytes=None, num_processes=None))
    assert not {"--memory", "--cpu", "--file", "--processes", "--writable", "--readable"} & set(command)


def test_protections_are_found_on_every_system() -> None:
    """`prove doctor` shows this list; an empty one would mean that no Lean can be started at all."""
    protections = available_protections()
    assert "no core dumps" in protections
    assert len(protections) == len(set(protections))
