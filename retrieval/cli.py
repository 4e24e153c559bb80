"""The command `retrieve`: a table of what it can do.

Exit status: 0 if all went well, 1 if some of it could not be done, 2 if nothing could.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from data.command_line import exit_status
from data.errors import UsageError
from data.finding import did_you_mean

# Named, not imported: a command needs much that others do without.
_COMMANDS = {
    "extract": "premises and theorems of a built repository, in LeanDojo's form",
    "merge": "several datasets as one",
    "train": "an encoder, on the human proofs of such a dataset",
    "index": "the premises' vectors, for search",
    "evaluate": "R@1, R@10 and MRR of retrievers, side by side",
    "query": "the premises that a goal needs",
}

_TOUR = """\
Premises of Lean repositories, and which of them a goal needs. Commands:

{commands}

`retrieve COMMAND --help` lists the flags of each.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help"):
        lines = "\n".join(f"  retrieve {name:10}{purpose}" for name, purpose in _COMMANDS.items())
        sys.stdout.write(_TOUR.format(commands=lines))
        return 0
    return exit_status("retrieve", lambda: _command(words[0])(words[1:]))


def _command(name: str) -> Callable[[Sequence[str]], int]:
    if name not in _COMMANDS:
        raise UsageError(f"no command {name!r}{did_you_mean(name, _COMMANDS)}; there are: {', '.join(_COMMANDS)}")
    run: Callable[[Sequence[str]], int] = import_module(f"retrieval.commands.{name}").run
    return run
