"""What a self-play run was asked for, and what came of each round: what its folder holds, to be read again years later.

run.json                      the configuration; a folder never takes rounds of another one
held-out.json                 the theorems that are never learnt from, chosen once and for all
explored-G.json               what terms over the functions of ground G seem to be equal, found once
round-N/conjectures-G.json    what was conjectured on ground G, with the verdicts
round-N/proving-G/            the attempts, a batch's folder
round-N/tactics.ranker        the prover's ranker after the round
round-N/prover/               the prover's model after the round, if the run has models
round-N/conjecturer/          the conjecturer's model after the round, likewise
round-N/held-out-G/           the attempts at the held-out theorems
round-0/held-out-start-G/     the same before anything was learnt
round-N/round.json            the round's figures, written last
report.html                   the curves, the table, the most interesting theorems
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from conjecturer.exploration.explore import Law
from data.durable import write_durably
from data.errors import UsageError
from prover.tactics.prompts import FAMILIES, Family, family_of

Ablation = Literal[
    "none",
    "no-conjecturer",
    "mutation-only",
    "exploration-only",
    "language-model-only",
    "frozen-conjecturer",
    "no-conditioning",
    "no-selection",
]
NO_MODELS = "none"
_Record = TypeVar("_Record", bound=BaseModel)


class SelfPlayConfiguration(BaseModel):
    """What a run depends on.

    Attributes:
        repositories: where theorems come from.
        num_rounds: rounds in all; the only field that may grow.
        seed: of every random choice.
        num_conjectures: conjectures that are attempted each round, on all grounds together.
        num_targets: theorems of the repositories that are attempted each round.
        num_attempts: attempts at each.
        num_checks: Lean checks an attempt.
        seconds: wall-clock seconds an attempt.
        generator: who proposes tactics beside the model. A symbolic generator begins without a ranker, unless one is
            named: the one that comes with the package may know what is held out.
        preset: the size of the models, or a folder with the model that both begin with; `none` for no models.
        num_steps: steps of training a round; the conjecturer has a quarter of them, the first lesson of a new model on
            human proofs ten times as many.
        batch_size: examples a step.
        num_held_out: theorems that the run is measured on.
        learn_from: of each repository at most so many theorems are known to the run, as if it had no more; None for
            all that are not held out.
        data: a data set of human proofs: its `val` and `test` are held out, its `train` is what a new model learns
            first and what is replayed; empty for none.
        held_out_checks: Lean checks for each of them.
        dial: of the curriculum, see `selection.pass_rate_ceiling`.
        ablation: what is left out.
        lean: version and key of Lean and its library.
    """

    model_config = ConfigDict(frozen=True)
    repositories: tuple[str, ...]
    num_rounds: int
    seed: int
    num_conjectures: int
    num_targets: int
    num_attempts: int
    num_checks: int
    seconds: float
    generator: str
    preset: str
    num_steps: int
    batch_size: int
    num_held_out: int
    data: str
    held_out_checks: int
    dial: float
    ablation: Ablation
    lean: str
    learn_from: int | None = None

    @property
    def has_models(self) -> bool:
        """Whether language models take part, too."""
        return self.preset != NO_MODELS

    @property
    def begins_with_model(self) -> bool:
        """Whether the run was given its first model."""
        return Path(self.preset).is_dir()

    @property
    def family(self) -> Family:
        """The form of the prompts that the prover's models read."""
        return family_of(self.preset) if self.begins_with_model else FAMILIES["state"]


class ConjectureRecord(BaseModel):
    """One conjecture of a round, with its verdict."""

    model_config = ConfigDict(frozen=True)
    statement: str
    verdict: str
    form: str
    method: str
    theorem: str
    lemma: str


class RoundRecord(BaseModel):
    """A round's figures.

    Attributes:
        number: from 1; 0 is the measurement of the first model.
        verdicts: how many conjectures had which verdict.
        note: what went otherwise than it should, in one line.
        num_attempted: conjectures that were attempted.
        num_proved: of these.
        num_barely: of these, barely provable by the dial.
        num_targets_attempted, num_targets_proved: theorems of the repositories.
        pass_rates: how many statements fell how often.
        num_examples: steps that the prover was trained on.
        held_out_solved, num_held_out: by all that has learnt in this round together.
        solved_at_start: of the same, before anything was learnt; in round 0 only.
        diversity: of the conjectures that were attempted.
        seconds: by stage.
        interesting: the most interesting theorems found: what is declared behind the name, and the proof.
    """

    model_config = ConfigDict(frozen=True)
    number: int
    verdicts: dict[str, int] = {}
    note: str = ""
    num_attempted: int = 0
    num_proved: int = 0
    num_barely: int = 0
    num_targets_attempted: int = 0
    num_targets_proved: int = 0
    pass_rates: dict[str, int] = {}
    num_examples: int = 0
    held_out_solved: int = 0
    num_held_out: int = 0
    solved_at_start: int | None = None
    diversity: float = 0.0
    seconds: dict[str, float] = {}
    interesting: tuple[tuple[str, str], ...] = ()


class HeldOut(BaseModel):
    """The theorems that a run never learns from, by repository, and those of them that it is measured on."""

    model_config = ConfigDict(frozen=True)
    by_repository: dict[str, list[str]]
    measured: dict[str, list[str]]


class Explored(BaseModel):
    """What exploration has found on one ground."""

    model_config = ConfigDict(frozen=True)
    laws: tuple[Law, ...]


class Conjectures(BaseModel):
    """All conjectures of a round on one ground."""

    model_config = ConfigDict(frozen=True)
    note: str = ""
    conjectures: tuple[ConjectureRecord, ...]


def last_made(folder: Path, name: str, *, before: int) -> Path | None:
    """What the last of the rounds before a round has left under a name; None if none of them has left it."""
    paths = (folder / f"round-{number}" / name for number in range(before - 1, -1, -1))
    return next((path for path in paths if path.exists()), None)


def write_record(path: Path, record: BaseModel) -> None:
    """Write a file whole or not at all; what is there in the end is on the disk.

    Raises:
        UsageError: if it cannot be written, say because the disk is full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, record.model_dump_json(indent=1) + "\n")
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}; make room, and run the same command again"
        ) from None


def read_record(path: Path, kind: type[_Record]) -> _Record | None:
    """What was written there; None if nothing was.

    Raises:
        UsageError: if it is something else.
    """
    try:
        return kind.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise UsageError(
            f"{path} is no record of a run ({error.errors()[0]['msg']}); delete it and run again"
        ) from None
