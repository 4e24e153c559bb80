"""The command `prove`: a table of what it can do, and what every one of them has in common.

Exit status: 0 if everything asked for is proved, 1 if not, 2 if it could not be tried.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence

from data.command_line import exit_status
from data.repository import corpora
from prover.commands.prove import run_prove

# Where each command is. Anything else is what to prove. A quick proof does not wait for what a batch imports.
_COMMANDS = {
    "batch": ("prover.commands.batch", "run_batch_command"),
    "build": ("prover.commands.build", "run_build"),
    "lifelong": ("prover.commands.lifelong", "run_lifelong_command"),
    "replay": ("prover.commands.replay", "run_replay"),
    "verify": ("prover.commands.verify", "run_verify"),
    "train": ("prover.commands.train", "run_train"),
    "compare": ("prover.commands.compare", "run_compare"),
    "db": ("prover.commands.db", "run_db"),
    "watch": ("prover.commands.watch", "run_watch"),
    "doctor": ("prover.commands.doctor", "run_doctor"),
}

_TOUR = """\
LeanLoop proves theorems of Lean 4. Try:

  prove --statement "theorem t (p q : Prop) : p ∧ q → q ∧ p"
                                         a statement of your own
  prove --file F.lean --theorem NAME     a theorem of a file; F.lean#12 for the one on line 12
  prove --file F.lean --all-sorries --write
                                         every sorry of a file, proofs written into it
  prove --repo {corpus} --all-sorries    a bundled corpus: {corpora}
  prove batch --path valid.jsonl         a benchmark: every statement, several passes, a report
  prove verify PROOF.lean --against ORIGINAL.lean
                                         whether a file proves what another one states
  prove build REPO                       compile all its modules, for `retrieve extract`
  prove replay REPO --out DIR            its human proofs as data: the goals around every tactic
  prove db add REPO                      remember its theorems, premises and proofs; `prove db --help`
  prove train --data DIR --model micro --out MODEL
                                         a model of your own, from that data
  prove lifelong REPOS.toml              learn from repository after repository; a report with all metrics
  prove watch REPO                       try the sorrys that every new commit brings
  prove doctor                           which Lean is used, what is missing, how to get it

A proof is printed only after a fresh Lean has checked the whole file. `prove --help` lists every flag.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        sys.stdout.write(_TOUR.format(corpus=(corpora() or ["PATH"])[0], corpora=", ".join(corpora())))
        return 0
    return exit_status("prove", lambda: _command(words[0])(words[1:]) if words[0] in _COMMANDS else run_prove(words))


def _command(name: str) -> Callable[[Sequence[str]], int]:
    module, function = _COMMANDS[name]
    command: Callable[[Sequence[str]], int] = getattr(importlib.import_module(module), function)
    return command
