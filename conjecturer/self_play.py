"""The loop: conjecture, screen, prove, verify, select, train prover and conjecturer, measure on held-out theorems.

Every stage of a round leaves a file or a folder, and a stage that has left it is not done again. What a stage does
follows from the configuration and from what earlier stages left, so a run that was broken off ends like any other.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from conjecturer.ground import Ground
from conjecturer.held_out import choose_held_out
from conjecturer.language_model import METHOD
from conjecturer.placement import Places
from conjecturer.proving import Claim, MakePool, ProvingOptions, prove_claims, read_steps
from conjecturer.round_conjectures import RoundConjectures
from conjecturer.round_provers import RoundProvers
from conjecturer.round_training import (
    choices_so_far,
    steps_so_far,
    train_conjecturer,
    train_first_conjecturer,
    train_prover,
    train_ranker_of_round,
)
from conjecturer.run_records import Conjectures, HeldOut, RoundRecord, SelfPlayConfiguration, read_record, write_record
from conjecturer.selection import Tried, by_pass_rate, diversity, is_barely_provable, pass_rate_ceiling
from data.errors import UsageError
from data.locked_folder import LockedFolder, make_folder
from prover.evaluation.batch import InProcessPool
from prover.search.best_first import SearchOptions
from prover.tactics.specification import GeneratorSpec

Note = Callable[[str], None]


class SelfPlay:
    """A run in a folder.

    Args:
        folder: the run's.
        configuration: what is asked for.
        grounds: the repositories of the configuration, in its order.
        options: how attempts are made; their number, checks and seed are the configuration's.
        make_pool: who has them made, see `pools`.
        note: gets a line on what is being done.

    Raises:
        UsageError: if the folder holds another run, or another process writes to it.
        NothingToConjectureError: if the repositories have too few theorems.
    """

    def __init__(
        self,
        folder: Path,
        *,
        configuration: SelfPlayConfiguration,
        grounds: Sequence[Ground],
        options: ProvingOptions,
        make_pool: MakePool = InProcessPool,
        note: Note = lambda _: None,
    ) -> None:
        self.folder = folder
        self._configuration = configuration
        self._grounds = {ground.name: ground for ground in grounds}
        self._places = {ground.name: Places(ground.repository) for ground in grounds}
        self._options = options
        self._make_pool = make_pool
        self._note = note
        make_folder(folder)
        self._take_over()
        self._held_out = self._chosen_once()
        self._provers = RoundProvers(folder, configuration)

    def run(self) -> Iterator[RoundRecord]:
        """All rounds, those that are done already included; every round's record as soon as it is written."""
        with LockedFolder(self.folder):
            for number in range(self._configuration.num_rounds + 1):
                path = self.folder / f"round-{number}" / "round.json"
                record = read_record(path, RoundRecord)
                if record is None:
                    record = self._round(number)
                    write_record(path, record)
                yield record
                if record.note.startswith("stopped"):
                    return

    @property
    def rounds(self) -> list[RoundRecord]:
        """The rounds that are done."""
        paths = [self.folder / f"round-{number}" / "round.json" for number in range(self._configuration.num_rounds + 1)]
        return [record for path in paths if (record := read_record(path, RoundRecord)) is not None]

    def _take_over(self) -> None:
        path = self.folder / "run.json"
        known = read_record(path, SelfPlayConfiguration)
        if known is not None:
            ours, theirs = (each.model_dump(exclude={"num_rounds"}) for each in (self._configuration, known))
            differences = [
                f"{name}: {ours[name]!r}, not {theirs[name]!r}" for name in ours if ours[name] != theirs[name]
            ]
            if differences:
                raise UsageError(f"{self.folder} holds another run ({'; '.join(differences)}); give another --out")
        write_record(path, self._configuration)

    def _chosen_once(self) -> HeldOut:
        """What is held out; it is decided when the run is begun."""
        path = self.folder / "held-out.json"
        known = read_record(path, HeldOut)
        if known is None:
            known = choose_held_out(list(self._grounds.values()), self._configuration)
            write_record(path, known)
        return known

    def _round(self, number: int) -> RoundRecord:
        """One round. In round 0 there are no conjectures: it makes the model that all variants of a run begin with."""
        clock = _Clock()
        folder = self.folder / f"round-{number}"
        if number == 0 and self._configuration.begins_with_model:
            return self._round_of_given_model(folder, clock)
        with clock.stage("conjecture"):
            conjectures = self._conjectures(number)
        claims = {name: self._claims(number, name, conjectures.get(name)) for name in self._grounds}
        if not any(claims.values()):
            return RoundRecord(number=number, note="stopped: there is nothing left to attempt")
        with clock.stage("prove"):
            tried = {name: self._proved(number, name, claims[name]) for name in self._grounds}
        everything = [entry for entries in tried.values() for entry in entries]
        with clock.stage("train the prover"):
            if self._provers.has_ranker:
                train_ranker_of_round(self.folder, number, self._provers)
            examples = (
                choices_so_far(self.folder, number, family=self._configuration.family)
                if self._provers.has_ranker
                else steps_so_far(self.folder, number, configuration=self._configuration)
            )
            if examples and self._configuration.has_models:
                train_prover(
                    self.folder,
                    number,
                    examples,
                    configuration=self._configuration,
                    without={name for names in self._held_out.by_repository.values() for name in names},
                    note=self._note,
                )
        with clock.stage("train the conjecturer"):
            if number == 0:
                self._train_first_conjecturer()
            else:
                train_conjecturer(
                    self.folder,
                    number,
                    tried,
                    conjectures,
                    self._grounds,
                    configuration=self._configuration,
                    note=self._note,
                )
        with clock.stage("measure"):
            measured = self._measured(number)
        return self._record(number, conjectures, everything, len(examples), measured, clock.seconds)

    def _round_of_given_model(self, folder: Path, clock: _Clock) -> RoundRecord:
        """Round 0 of a run that was given its first model, which has only to be measured."""
        folder.mkdir(parents=True, exist_ok=True)
        if not self._provers.model(0).is_dir():
            self._provers.model(0).symlink_to(self._configuration.preset)
        with clock.stage("train the conjecturer"):
            self._train_first_conjecturer()
        with clock.stage("measure"):
            measured = self._measured(0)
        return RoundRecord(number=0, seconds=clock.seconds).model_copy(update=measured)

    def _train_first_conjecturer(self) -> None:
        train_first_conjecturer(
            self.folder,
            self._grounds,
            configuration=self._configuration,
            without=self._held_out.by_repository,
            note=self._note,
        )

    def _conjectures(self, number: int) -> dict[str, Conjectures]:
        if number == 0 or self._configuration.ablation == "no-conjecturer":
            return {}
        makers = RoundConjectures(
            self.folder, number, self._configuration, self._held_out.by_repository, note=self._note
        )
        return {name: makers.on(ground) for name, ground in self._grounds.items()}

    def _claims(self, number: int, name: str, conjectures: Conjectures | None) -> list[Claim]:
        """What is attempted on a ground: its conjectures of this round, and theorems of the repository.

        Without a conjecturer as many more theorems come in their place, so that all variants make as many attempts.
        """
        ground, configuration = self._grounds[name], self._configuration
        passed = [entry for entry in conjectures.conjectures if entry.verdict == "passed"] if conjectures else []
        claims = []
        for place, entry in enumerate(passed):
            own_name = f"conjecture_{number}_{place}"
            chance = random.Random(f"{configuration.seed} {name} {own_name}")
            placed = self._places[name].theorem(own_name, entry.statement, made_of=entry.theorem, chance=chance)
            theorem = placed or ground.theorem(own_name, entry.statement)
            # A mutant's lemma has done its work already; only who was asked to use one is judged by its use.
            lemma = entry.lemma if entry.method == METHOD else ""
            claims.append(Claim(own_name, theorem, entry.statement, lemma))
        share = -(-(configuration.num_targets + configuration.num_conjectures) // len(self._grounds))
        return [*claims, *self._targets(number, ground, max(0, share - len(claims)))]

    def _targets(self, number: int, ground: Ground, count: int) -> list[Claim]:
        """Theorems of the repository that are not held out: those that no round has proved yet come first."""
        held_out = set(self._held_out.by_repository[ground.name])
        proved = {entry for earlier in range(number) for entry in self._proved_targets(earlier, ground.name)}
        theorems = [entry for entry in ground.own_theorems if entry.name not in held_out]
        random.Random(f"{self._configuration.seed} {number} {ground.name}").shuffle(theorems)
        theorems.sort(key=lambda entry: entry.name in proved)
        return _in_order(
            Claim(
                entry.name,
                ground.repository.find_theorem(entry.name),
                entry.statement,
                is_conjecture=False,
                is_true=entry.is_proved,
            )
            for entry in theorems[:count]
        )

    def _proved_targets(self, number: int, name: str) -> set[str]:
        steps = read_steps(self.folder / f"round-{number}" / f"proving-{name}")
        return {entry.name for entry in steps if not entry.name.startswith("conjecture_")}

    def _proved(self, number: int, name: str, claims: Sequence[Claim]) -> list[Tried]:
        if not claims:
            return []
        self._note(f"round {number}, {name}: proving {len(claims)} statements")
        return prove_claims(
            self._grounds[name],
            claims,
            self.folder / f"round-{number}" / f"proving-{name}",
            generator=self._provers.everything(number),
            options=self._options,
            make_pool=self._make_pool,
        )

    def _measured(self, number: int) -> dict[str, int]:
        """Fields of a round's record: how many held-out theorems are proved with all that has been learnt."""
        figures = {
            "num_held_out": sum(map(len, self._held_out.measured.values())),
            "held_out_solved": self._num_solved(number, "held-out", self._provers.everything(number + 1)),
        }
        if number == 0:
            figures["solved_at_start"] = self._num_solved(0, "held-out-start", self._provers.everything(0))
        return figures

    def _num_solved(self, number: int, prefix: str, generator: GeneratorSpec) -> int:
        """How many held-out theorems a generator proves, each within the frozen number of checks."""
        options = replace(
            self._options,
            num_attempts=1,
            num_checks=self._configuration.held_out_checks,
            seconds=self._configuration.seconds * 10,
            seed=0,
            shorten=False,
            num_first=SearchOptions().num_first,
        )
        solved = 0
        for name, names in self._held_out.measured.items():
            self._note(f"round {number}, {name}: measuring on {len(names)} held-out theorems")
            ground = self._grounds[name]
            claims = _in_order(
                Claim(each, ground.repository.find_theorem(each), "", is_conjecture=False, is_true=True)
                for each in names
            )
            folder = self.folder / f"round-{number}" / f"{prefix}-{name}"
            tried = prove_claims(
                ground, claims, folder, generator=generator, options=options, make_pool=self._make_pool
            )
            solved += sum(bool(entry.proofs) for entry in tried)
        return solved

    def _record(
        self,
        number: int,
        conjectures: dict[str, Conjectures],
        tried: Sequence[Tried],
        num_examples: int,
        measured: dict[str, int],
        seconds: dict[str, float],
    ) -> RoundRecord:
        attempted = [entry for entry in tried if entry.is_conjecture]
        targets = [entry for entry in tried if not entry.is_conjecture]
        proved = [entry for entry in attempted if entry.proofs]
        ceiling = pass_rate_ceiling(self._configuration.dial)
        hardest = sorted(proved, key=lambda entry: (entry.pass_rate, len(entry.statement)))[:10]
        notes = dict.fromkeys(entry.note for entry in conjectures.values() if entry.note)
        if conjectures and not attempted:
            notes = {"stopped: " + ("; ".join(notes) or "no conjecture passed the screens"): None}
        return RoundRecord(
            number=number,
            verdicts=Counter(each.verdict for entry in conjectures.values() for each in entry.conjectures),
            note="; ".join(notes),
            num_attempted=len(attempted),
            num_proved=len(proved),
            num_barely=sum(is_barely_provable(entry, ceiling=ceiling) for entry in attempted),
            num_targets_attempted=len(targets),
            num_targets_proved=sum(bool(entry.proofs) for entry in targets),
            pass_rates=dict(by_pass_rate(tried)),
            num_examples=num_examples,
            diversity=round(diversity([entry.statement for entry in attempted]), 4),
            seconds=seconds,
            interesting=tuple((entry.declared, min(entry.proofs, key=len)) for entry in hardest),
        ).model_copy(update=measured)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    """As they stand in the files: what is before one of them has then been read for the one before it."""
    return sorted(claims, key=lambda claim: (str(claim.theorem.path), claim.theorem.start))


class _Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - start, 1)
