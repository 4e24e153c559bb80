"""What a lifelong run is asked for: the TOML file with the repositories and how to learn from them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt, ValidationError

from data.curriculum import Order
from data.dataset import Strategy
from data.errors import UsageError
from data.jsonl import first_error

Setup = Literal["replay", "sequential", "merged", "ewc", "reversed"]
SETUPS: tuple[Setup, ...] = get_args(Setup)
SETUP_HELP = (
    "replay: new proofs with a sample of earlier ones; sequential: new proofs alone; merged: all proofs so far; "
    "ewc: new proofs alone, important weights held; reversed: replay, the last repository first"
)


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RetrieverTable(_Table):
    """How the retriever is trained: LeanAgent's one epoch a repository, at batches of 16.

    Attributes:
        start: an encoder to begin with, a folder or a name on the hub; without it a small new one.
        dimension: of a new one's vectors.
        num_layers: of a new one.
        num_epochs: over each lesson.
        batch_size: states a step.
        learning_rate: the highest.
        replay_share: so many earlier theorems for each new one, with `replay`.
        ewc_strength: how strongly weights are held, with `ewc`.
        strategy: how theorems are divided into train, val and test.
    """

    start: str | None = None
    dimension: PositiveInt = 192
    num_layers: PositiveInt = 2
    num_epochs: PositiveInt = 1
    batch_size: PositiveInt = 16
    learning_rate: PositiveFloat = 1e-3
    replay_share: PositiveFloat = 1.0
    ewc_strength: PositiveFloat = 100.0
    strategy: Strategy = "random"


class GeneratorTable(_Table):
    """How a generator of tactics is trained, beside the symbolic one.

    Attributes:
        model: what to begin with: nano, micro or small for a new one, or a model of Hugging Face.
        prompt: the form of its prompts, if its name does not say it.
        num_epochs: over each lesson.
        batch_size: tactics a step.
        learning_rate: the highest; None for what is usual for the model.
    """

    model: str
    prompt: str | None = None
    num_epochs: PositiveInt = 1
    batch_size: PositiveInt = 16
    learning_rate: PositiveFloat | None = None


class SearchTable(_Table):
    """How hard proofs are searched for.

    Attributes:
        num_checks: Lean checks for each theorem.
        seconds: wall-clock seconds for each.
        num_test_theorems: of each repository, on which the proof rate is measured; 0 for none.
        max_sorries: of each repository, tried after each lesson; the cheapest first.
    """

    num_checks: PositiveInt = 300
    seconds: PositiveFloat = 30.0
    num_test_theorems: int = Field(default=0, ge=0)
    max_sorries: int = Field(default=20, ge=0)


class LifelongConfiguration(_Table):
    """The whole file.

    Attributes:
        repositories: paths, addresses or bundled corpora; paths count from the file's folder.
        order: of the curriculum.
        setup: what is remembered of earlier repositories.
        seed: of all that is left to chance.
        branch: proofs are committed on this branch of each repository that is in Git; None for patches only.
        generator: a model that is trained, too, and proposes tactics beside the symbolic generator; None for none.
        stages: further stages after each lesson, `module:function` each; see `prover.lifelong.stages.Stage`.
    """

    repositories: tuple[str, ...] = Field(min_length=1)
    order: Order = "steps"
    setup: Setup = "replay"
    seed: int = 0
    branch: str | None = None
    stages: tuple[str, ...] = ()
    retriever: RetrieverTable = RetrieverTable()
    generator: GeneratorTable | None = None
    search: SearchTable = SearchTable()


def read_configuration(path: Path) -> LifelongConfiguration:
    """Read a run's TOML file.

    Raises:
        UsageError: if it is missing, no TOML, or asks for something that does not exist.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(f'no such file: {path}; it holds `repositories = ["logic", ..]` at least') from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
    try:
        configuration = LifelongConfiguration.model_validate(content)
    except ValidationError as error:
        raise UsageError(f"{path}: {first_error(error)}") from None
    twice = [text for text in configuration.repositories if configuration.repositories.count(text) > 1]
    if twice:
        raise UsageError(f"{path}: the repository {twice[0]} is there twice")
    places = tuple(_from(path.parent, text) for text in configuration.repositories)
    return configuration.model_copy(update={"repositories": places})


def _from(folder: Path, text: str) -> str:
    """A path that counts from the file's folder, if there is something; anything else as it stands."""
    place = folder / text
    return str(place.resolve()) if place.exists() else text
