"""The command `conjecture`: a table of what it can do.

Exit status: 0 if something came of it, 1 if nothing did, 2 if it could not be tried.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from conjecturer.errors import ConjecturerError
from data.command_line import exit_status
from data.errors import UsageError
from data.finding import did_you_mean

# Named, not imported: a command needs much that others do without.
_COMMANDS = {
    "library": ("conjecturer.commands.library", "a library of new theorems, as a Lean file and as a page"),
    "self-play": ("conjecturer.commands.self_play", "rounds of conjecturing, proving and training"),
    "explore": ("conjecturer.commands.explore", "what seems to hold of a repository's functions, from nothing"),
    "mutate": ("conjecturer.commands.mutate", "the mutants of a theorem, screened, with their proofs"),
}

_TOUR = """\
Invents theorems from theorems. Commands:

{commands}

`conjecture COMMAND --help` lists the flags of each.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help"):
        lines = "\n".join(f"  conjecture {name:11}{purpose}" for name, (_, purpose) in _COMMANDS.items())
        sys.stdout.write(_TOUR.format(commands=lines))
        return 0
    return exit_status("conjecture", lambda: _run(words[0], words[1:]))


def _run(name: str, words: Sequence[str]) -> int:
    try:
        return _command(name)(words)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        mend = "what is done is kept: make room, and run the same command again"
        raise ConjecturerError(f"the disk is full ({error.filename or error.strerror}); {mend}") from None


def _command(name: str) -> Callable[[Sequence[str]], int]:
    if name not in _COMMANDS:
        raise UsageError(f"no command {name!r}{did_you_mean(name, _COMMANDS)}; there are: {', '.join(_COMMANDS)}")
    run: Callable[[Sequence[str]], int] = import_module(_COMMANDS[name][0]).run
    return run
