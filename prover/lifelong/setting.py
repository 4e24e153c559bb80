"""What every part of a lifelong run works with: what is asked for, what is done already, and where to say so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.curriculum import Curriculum
from data.database.proofs import start_run
from data.database.store import Database
from prover.lifelong.configuration import LifelongConfiguration
from prover.lifelong.journal import ALL, Journal
from prover.prover import ProverOptions


class Console(Protocol):
    """Where a run says what it does."""

    def note(self, text: str, /) -> None:
        """A line to be kept."""

    def progress(self, text: str, /) -> None:
        """A line about what is being done."""

    def curriculum(self, curriculum: Curriculum, /) -> None:
        """The order, before anything is learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a run finds and puts things.

    Attributes:
        datasets: the repositories as data, which several runs may share.
        lean: the Lean that the user wants.
        cache: where everything is kept that can be made again.
    """

    datasets: Path
    lean: Path | None
    cache: Path | None


@dataclass(frozen=True, slots=True)
class Setting:
    """One run.

    Attributes:
        configuration: what is asked for.
        journal: what is done already, and the run's folder.
        database: the theorem database.
        places: where to find and put things.
        console: where to say what is done.
    """

    configuration: LifelongConfiguration
    journal: Journal
    database: Database
    places: Places
    console: Console

    @property
    def options(self) -> ProverOptions:
        """How much a search may spend."""
        table = self.configuration.search
        return ProverOptions(seconds=table.seconds, num_checks=table.num_checks, num_processes=1)

    def run_id(self) -> int:
        """The run's row in the database; it is made when it is first asked for."""
        known = self.journal.result(ALL, "run")
        if known is None:
            configuration = self.configuration.model_dump(mode="json")
            known = {"id": start_run(self.database, command="lifelong", configuration=configuration)}
            self.journal.add(ALL, "run", known)
        return int(known["id"])
