"""Compiling a file that need not be trusted, to what it declares."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace

from data.scratch import Scratch
from prover.errors import LeanTimeoutError, ProverError
from prover.lean.audit.module import CompiledModule, read_module
from prover.lean.audit.terms import Terms
from prover.lean.command import Lean
from prover.lean.sandbox import Limits, sandboxed, terminate_tree

# Private names hold the module's name, so original and candidate get the same.
_MODULE = "Statement"
_MAX_OUTPUT_BYTES = 1 << 20
_MAX_REASON_LENGTH = 200


class NotCompiledError(ProverError):
    """Lean does not compile a file; the message holds its first error."""


def compile_text(text: str, *, lean: Lean, limits: Limits, seconds: float, terms: Terms) -> CompiledModule:
    """What a file declares, by Lean in a sandbox of its own. Nothing that the file prints is believed.

    Args:
        text: the file.
        lean: which Lean, with the search path for the file's imports.
        limits: what it may use.
        seconds: how long it may take.
        terms: the table that gets all expressions.

    Raises:
        NotCompiledError: if Lean reports an error, crashes, or leaves no compiled file.
        CompiledFileError: if the compiled file is not what Lean would have written.
        LeanTimeoutError: if it takes too long.
    """
    with Scratch() as folder:
        file, log, out = folder / f"{_MODULE}.lean", folder / "log", folder / "out"
        file.write_text(text, encoding="utf-8", newline="")
        out.mkdir()
        compiled = out / f"{_MODULE}.olean"
        command = [*lean.command, "--json", "-R", str(folder), "-o", str(compiled), str(file)]
        with log.open("wb") as output:
            process = subprocess.Popen(
                sandboxed(command, limits=replace(limits, writable=(out,), readable=(*lean.places, file))),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
                cwd=out,
                env={**lean.environment(), "TMPDIR": str(out)},
                start_new_session=True,
            )
            try:
                status = process.wait(timeout=seconds)
            except subprocess.TimeoutExpired as error:
                raise LeanTimeoutError(f"Lean did not compile it within {seconds:g} s") from error
            finally:
                terminate_tree(process)
        if status != 0 or not compiled.is_file() or compiled.is_symlink():
            with log.open("rb") as output:
                raise NotCompiledError(_first_error(output.read(_MAX_OUTPUT_BYTES), status))
        return read_module(compiled, terms=terms)


def _first_error(output: bytes, status: int) -> str:
    """Lean's first error, or what else went wrong; the file may have written anything."""
    for line in output.splitlines():
        try:
            message = json.loads(line)
            if message["severity"] == "error":
                text = _printable(str(message["data"]))
                return f"line {int(message['pos']['line'])}: {text}"
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return f"Lean ended with status {status} and no compiled file"


def _printable(text: str) -> str:
    """A text of unknown origin in one line that does nothing to a terminal."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text[:2000]).split())
    return line if len(line) <= _MAX_REASON_LENGTH else f"{line[:_MAX_REASON_LENGTH]}…"
