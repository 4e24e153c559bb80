"""What a round teaches: the examples of prover and conjecturer, and the training of both."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from conjecturer.conjecture import KnownTheorem
from conjecturer.first_lesson import first_lesson
from conjecturer.ground import Ground
from conjecturer.language_model import FAMILY, Seed, example
from conjecturer.proving import ProofSteps, read_steps
from conjecturer.round_conjectures import conjecturer_model
from conjecturer.round_provers import RoundProvers
from conjecturer.run_records import Conjectures, SelfPlayConfiguration, last_made
from conjecturer.selection import (
    Tried,
    conjecturer_examples,
    is_replayed,
    is_worth_learning,
    learnt_below,
    pass_rate,
    pass_rate_ceiling,
    proof_weight,
)
from prover.search.record import TreeRecord
from prover.tactics.prompts import Family
from prover.tactics.ranking import Ranker
from prover.training.dataset import choice_examples, dataset_examples, read_trees
from prover.training.examples import Example, deduplicated
from prover.training.options import RENAMED_SHARE, FineTuningOptions
from retrieval.choice import make_retriever
from retrieval.examples import Dataset

_LEARNING_RATE = 5e-4
# The conjecturer has few examples, and what it makes is screened anyway.
_CONJECTURER_SHARE = 0.25
# A new model has to learn to read first, from human proofs, of which there are many.
_FIRST_LESSON = 10
_MAX_TOKENS = 512
WITHOUT_CONJECTURER = ("no-conjecturer", "mutation-only", "exploration-only")
Note = Callable[[str], None]


def choices_so_far(folder: Path, number: int, *, family: Family) -> list[Example]:
    """What a model that judges learns in a round: which of the tactics tried was right, in all searches so far."""
    trees = _searches(folder, number)
    return deduplicated(each for tree in trees for each in choice_examples(tree, family=family))


def steps_so_far(folder: Path, number: int, *, configuration: SelfPlayConfiguration) -> list[Example]:
    """What a model that proves alone learns in a round: the steps of its proofs and of those that are replayed.

    The theorems of the repositories are what a run begins with: their proofs are never forgotten, however easy. Of
    conjectures those count that were hard enough when they were tried, unless the run does not select.
    """
    below = learnt_below(configuration.dial) if configuration.ablation != "no-selection" else math.inf
    chosen: list[Example] = []
    for earlier in range(number + 1):
        age = number - earlier
        steps = [step for path in _attempts(folder, earlier) for step in read_steps(path)]
        efforts: dict[str, list[float]] = defaultdict(list)
        for step in steps:
            efforts[step.name].append(step.effort)
        distinct = {(step.name, step.proof): step for step in steps}.values()
        num_proofs = Counter(step.name for step in distinct)
        for step in distinct:
            rate = pass_rate(efforts[step.name], configuration.num_attempts)
            is_target = not step.name.startswith("conjecture_")
            if is_target or (is_replayed(age) and is_worth_learning(rate, below=below)):
                chosen += _weighted(step, num_proofs[step.name], age)
    return deduplicated(chosen)


def train_prover(
    folder: Path,
    number: int,
    examples: Sequence[Example],
    *,
    configuration: SelfPlayConfiguration,
    without: Collection[str],
    note: Note,
) -> None:
    """Train the prover's model of a round, from the model before it; human proofs are replayed beside what is new.

    A new model learns them all, in more steps.
    """
    start = str(last_made(folder, "prover", before=number) or configuration.preset)
    note(f"round {number}: training the prover on {len(examples)} examples")
    human = [each for each in _human_examples(configuration) if each.group not in without]
    is_new = not Path(start).is_dir()
    if not is_new:
        # As many as there are new ones: a model that sees new ones only forgets the others.
        chance = random.Random(f"{configuration.seed} {number} human")
        human = chance.sample(human, min(len(examples), len(human)))
    _train(
        folder / f"round-{number}" / "prover",
        [*examples, *human],
        start,
        configuration,
        num_steps=configuration.num_steps * (_FIRST_LESSON if is_new and human else 1),
        family=configuration.family,
        note=note,
    )


def train_ranker_of_round(folder: Path, number: int, provers: RoundProvers) -> None:
    """Train the ranker of a round on the searches of all rounds so far: a matter of seconds, so it begins anew.

    It learns from every proof: a conjecture that is too easy for a model shows which tactic need not have waited.
    """
    from prover.training.ranking import choices, fitted

    known = [choice for tree in _searches(folder, number) for choice in choices(tree)]
    if known:
        Ranker(fitted(known).tolist()).save(provers.ranker(number))


def train_first_conjecturer(
    folder: Path,
    grounds: Mapping[str, Ground],
    *,
    configuration: SelfPlayConfiguration,
    without: Mapping[str, Collection[str]],
    note: Note,
) -> None:
    """Teach the conjecturer's model of round 0 what people state, so that it has something to say in round 1.

    It begins as the prover's model, which knows the repositories' words already (in STP both are one model).

    Args:
        folder: the run's.
        grounds: by name.
        configuration: the run's.
        without: by ground, the theorems that must not be learnt from.
        note: gets a line on what is being done.
    """
    if not configuration.has_models or configuration.ablation in WITHOUT_CONJECTURER:
        return
    examples = deduplicated(
        each
        for name, ground in grounds.items()
        for each in first_lesson(ground.theorems, proofs=ground.written_proofs, without=without[name])
    )
    if examples:
        note(f"round 0: training the conjecturer on {len(examples)} theorems that people stated")
        _train(
            folder / "round-0" / "conjecturer",
            examples,
            str(last_made(folder, "prover", before=1) or configuration.preset),
            configuration,
            num_steps=configuration.num_steps,
            family=FAMILY,
            note=note,
        )


def train_conjecturer(
    folder: Path,
    number: int,
    tried: Mapping[str, Sequence[Tried]],
    conjectures: Mapping[str, Conjectures],
    grounds: Mapping[str, Ground],
    *,
    configuration: SelfPlayConfiguration,
    note: Note,
) -> None:
    """Train the conjecturer's model of a round on what was barely provable; nothing happens where nothing was.

    A conjecturer that is frozen stays as it was in round 0.
    """
    if not configuration.has_models or configuration.ablation in (*WITHOUT_CONJECTURER, "frozen-conjecturer"):
        return
    examples = [
        made
        for name, ground in grounds.items()
        if name in conjectures
        for made in _conjecturer_examples(number, ground, tried[name], conjectures[name], configuration)
    ]
    if examples:
        note(f"round {number}: training the conjecturer on {len(examples)} conjectures")
        _train(
            folder / f"round-{number}" / "conjecturer",
            examples,
            str(conjecturer_model(folder, number) or configuration.preset),
            configuration,
            num_steps=math.ceil(configuration.num_steps * _CONJECTURER_SHARE),
            family=FAMILY,
            note=note,
        )


def _conjecturer_examples(
    number: int, ground: Ground, tried: Sequence[Tried], conjectures: Conjectures, configuration: SelfPlayConfiguration
) -> list[Example]:
    known = {entry.name: entry for entry in ground.theorems}
    passed = [entry for entry in conjectures.conjectures if entry.verdict == "passed"]
    records = {f"conjecture_{number}_{place}": entry for place, entry in enumerate(passed)}
    unproved = [entry.statement for entry in tried if not entry.is_conjecture and not entry.proofs]
    if configuration.ablation == "no-selection":
        chosen = [(entry, 1.0) for entry in tried if entry.is_conjecture and entry.proofs]
    else:
        chosen = conjecturer_examples(
            tried,
            unproved,
            ceiling=pass_rate_ceiling(configuration.dial),
            is_conditioned=configuration.ablation != "no-conditioning",
        )
    found: list[Example] = []
    for entry, weight in chosen:
        record = records[entry.name]
        theorem = known.get(record.theorem, KnownTheorem(record.theorem, ""))
        seed = Seed(known.get(record.lemma), theorem, ground.written_proofs.get(record.theorem, ""))
        found.append(example(seed, entry.statement, weight=weight))
    return found


def _human_examples(configuration: SelfPlayConfiguration) -> list[Example]:
    """The steps of the human proofs that may be learnt."""
    if not configuration.data:
        return []
    dataset, family = Dataset.open(Path(configuration.data)), configuration.family
    retriever = make_retriever("lexical", dataset.corpus, indexes=dataset.folder) if family.wants_premises else None
    return dataset_examples(dataset, "train", family=family, retriever=retriever)


def _searches(folder: Path, number: int) -> Iterator[TreeRecord]:
    """The search trees of all rounds up to this one."""
    for earlier in range(number + 1):
        for path in _attempts(folder, earlier):
            yield from read_trees(path)


def _attempts(folder: Path, number: int) -> list[Path]:
    """The folders of a round's attempts, one a ground."""
    return sorted((folder / f"round-{number}").glob("proving-*"))


def _weighted(step: ProofSteps, num_proofs: int, age: int) -> list[Example]:
    length = sum(len(completion.split()) for _, completion in step.steps)
    return step.examples(proof_weight(num_proofs, length=length, age=age))


def _train(
    out: Path,
    examples: Sequence[Example],
    start: str,
    configuration: SelfPlayConfiguration,
    *,
    num_steps: int,
    family: Family,
    note: Note,
) -> None:
    """The same number of steps in every round and every variant, as near as whole epochs come to it.

    Where there is more to learn than so many steps hold, chance decides what is left out.
    """
    from prover.training.finetune import fine_tune  # here, because torch takes seconds to import

    most = num_steps * configuration.batch_size
    if len(examples) > most:
        chance = random.Random(f"{configuration.seed} {out.parent.name} {out.name}")
        examples = chance.sample(examples, most)
    steps_per_epoch = math.ceil(len(examples) / configuration.batch_size)
    options = FineTuningOptions(
        num_epochs=round(num_steps / steps_per_epoch),
        batch_size=configuration.batch_size,
        learning_rate=_LEARNING_RATE if Path(start).is_dir() else None,
        num_warmup_steps=min(20, max(1, num_steps // 10)),
        max_tokens=_MAX_TOKENS,
        renamed_share=RENAMED_SHARE,
        seed=configuration.seed,
    )
    fine_tune(examples, model=start, out=out, options=options, family=family, note=note)
