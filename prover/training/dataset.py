"""Examples for a tactic generator: from human proofs in LeanDojo's format, and from proofs that a search has found.

The prompt is the one that a model of the family gets in a search, for a model knows no other. Only what Lean has
verified is learnt from: of a search tree the tactics of the proof, and those that proved a state, among others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from data.dataset import Split, Strategy, read_split
from data.errors import UsageError
from data.theorem import Theorem
from prover.proof import ProofState, Step
from prover.search.record import StepRecord, TreeRecord
from prover.tactics.prompts import Context, Family
from prover.training.decisions import decisions, ways_to
from prover.training.examples import Example, Rival
from prover.training.steps import first_goal, single_step
from retrieval.examples import Dataset, tactics_of
from retrieval.examples import Example as Tactic
from retrieval.retriever import Retriever
from retrieval.text import serialize

_NUM_PREMISES = 100
_QUERIES_AT_A_TIME = 512


def dataset_examples(
    dataset: Dataset,
    split: Split,
    *,
    family: Family,
    strategy: Strategy = "random",
    retriever: Retriever | None = None,
) -> list[Example]:
    """The tactics of the human proofs of one part of a dataset.

    Args:
        dataset: as `prove replay` or LeanDojo writes it.
        split: which part; the division is the dataset's own, theorem by theorem.
        family: the form of the prompts.
        strategy: which of the two divisions.
        retriever: of the dataset's premises; those that are accessible and fit best stand in the prompt, if the family
            wants premises.

    Raises:
        UsageError: if the dataset has no such part.
    """
    theorems = read_split(dataset.folder, strategy, split)
    tactics = [tactic for theorem in theorems for tactic in tactics_of(theorem, dataset.corpus)]
    premises = _premises(dataset, tactics, retriever if family.wants_premises else None, family)
    codes = {premise.full_name: premise.code for premise in dataset.corpus.premises}
    found: list[Example] = []
    for tactic, near in zip(tactics, premises, strict=True):
        name = tactic.theorem.full_name
        traced = tactic.theorem.traced_tactics
        earlier = tuple(Step(each.tactic) for each in traced[: tactic.tactic_number])
        step = single_step(traced[tactic.tactic_number].tactic)
        state = first_goal(tactic.state, steps=earlier)
        if step is not None and state is not None:
            context = Context(stated(name, codes.get(name, f"theorem {name}")), state, near)
            found.append(Example(name, family.write(context), family.written(step)))
    return found


def run_examples(folder: Path, *, family: Family, only_choices: bool = False) -> list[Example]:
    """The tactics of all proofs that a run has found, from its search trees: as printed, and as chosen among others.

    Args:
        folder: as `prove --out` or `prove batch --out` writes it.
        family: the form of the prompts; premises are not kept in trees, so that the prompts have none.
        only_choices: leave the printed proofs out.

    Raises:
        UsageError: if a tree cannot be read.
    """
    examples: list[Example] = []
    for tree in read_trees(folder):
        examples += choice_examples(tree, family=family)
        if not only_choices:
            examples += tree_examples(tree, family=family)
    return examples


def tree_examples(
    tree: TreeRecord, *, family: Family, weight: float = 1.0, near: Callable[[ProofState], Sequence[str]] | None = None
) -> list[Example]:
    """The tactics of the proof that a search has found, each with the state it is for; empty without a proof.

    They are those of the printed proof: on the way to it a search goes round in circles, and takes lemmas along that
    nothing needs.

    Args:
        tree: a search's record.
        family: the form of the prompts.
        weight: of each.
        near: gives the premises that the prompt for a state shows; a tree does not know them.
    """
    if tree.status != "proved":
        return []
    theorem = stated(tree.theorem, tree.statement)
    found: list[Example] = []
    for step in tree.steps or _winning_steps(tree):
        state = first_goal(step.state, steps=tuple(map(Step, step.before)))
        if state is not None:
            prompt = family.write(Context(theorem, state, near(state) if near is not None else ()))
            found.append(Example(tree.theorem, prompt, family.written(step.tactic), weight))
    return found


def choice_examples(tree: TreeRecord, *, family: Family) -> list[Example]:
    """The symbolic generator's tactics that proved a state, each with those that were tried beside it.

    They teach a model to judge. Prompts have no premises, as in `run_examples`.
    """
    theorem = stated(tree.theorem, tree.statement)
    found: list[Example] = []
    for choice in decisions(tree):
        state = first_goal(choice.state, steps=tuple(map(Step, choice.before)))
        if state is not None:
            prompt = family.write(Context(theorem, state))
            right = choice.tried[choice.winning]
            rivals = tuple(
                Rival(family.written(edge.tactic), edge.proposed - right.proposed)
                for edge in choice.tried
                if edge is not right
            )
            found.append(Example(tree.theorem, prompt, family.written(right.tactic), rivals=rivals))
    return found


def _winning_steps(tree: TreeRecord) -> Iterator[StepRecord]:
    """The proof as the search found it."""
    ways = ways_to(tree)
    for node in tree.nodes:
        for edge in node.edges:
            if edge.is_winning:
                yield StepRecord(state=node.state, tactic=edge.tactic, before=ways.get(node.id, ()))


def read_trees(folder: Path) -> Iterator[TreeRecord]:
    """The search trees of a run, by name.

    Raises:
        UsageError: if one cannot be read.
    """
    for path in sorted((folder / "trees").rglob("*.json")):
        try:
            yield TreeRecord.model_validate_json(path.read_bytes())
        except ValidationError as error:
            raise UsageError(f"{path} is no search tree ({error.errors()[0]['msg']}); delete it") from None


def is_run(folder: Path) -> bool:
    """Whether the folder holds search trees, not a dataset."""
    return (folder / "trees").is_dir()


def stated(full_name: str, statement: str) -> Theorem:
    """A theorem of which no more is known than its statement."""
    end = len(statement)
    return Theorem(
        full_name=full_name,
        path=None,
        source=statement,
        keyword="theorem",
        start=0,
        hole_start=end,
        hole_end=end,
        end=end,
        is_whole_proof=True,
    )


def _premises(
    dataset: Dataset, tactics: Sequence[Tactic], retriever: Retriever | None, family: Family
) -> list[list[str]]:
    """For every tactic the premises that its prompt shows, as text or by name, the best first."""
    if retriever is None:
        return [[] for _ in tactics]
    found: list[list[str]] = []
    for start in range(0, len(tactics), _QUERIES_AT_A_TIME):
        some = tactics[start : start + _QUERIES_AT_A_TIME]
        answers = retriever.retrieve(
            [tactic.state for tactic in some], num_premises=_NUM_PREMISES, accessible=dataset.accessible(some)
        )
        for near in answers:
            premises = [dataset.corpus.premises[each.number] for each in near]
            found.append([premise.full_name if family.shows_names else serialize(premise) for premise in premises])
    return found
