"""The command `prove`: a table of what it can do, and what every one of them has in common.

Exit status: 0 if everything asked for is proved, 1 if not, 2 if it could not be tried.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from data.command_line import exit_status
from data.repository import corpora
from prover.commands.build import run_build
from prover.commands.doctor import run_doctor
from prover.commands.prove import run_prove

# Anything else is what to prove.
_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"build": run_build, "doctor": run_doctor}

_TOUR = """\
LeanLoop proves theorems of Lean 4. Try:

  prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
                                         a statement of your own
  prove --file F.lean --theorem NAME     a theorem of a file; F.lean#12 for the one on line 12
  prove --file F.lean --all-sorries --write
                                         every sorry of a file, proofs written into it
  prove --repo {corpus} --all-sorries    a bundled corpus: {corpora}
  prove build REPO                       compile all its modules, for `retrieve extract`
  prove doctor                           which Lean is used, what is missing, how to get it

A proof is printed only after a fresh Lean has checked the whole file. `prove --help` lists every flag.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        sys.stdout.write(_TOUR.format(corpus=(corpora() or ["PATH"])[0], corpora=", ".join(corpora())))
        return 0
    command = _COMMANDS.get(words[0])
    return exit_status("prove", lambda: command(words[1:]) if command is not None else run_prove(words))
