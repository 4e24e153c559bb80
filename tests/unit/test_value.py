"""The value model: what it learns from search trees, and what a search makes of it."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from data.errors import UsageError
from prover.lean.goals import parse_goals
from prover.proof import ProofState
from prover.search.best_first import SearchOptions
from prover.search.record import EdgeRecord, NodeRecord, TreeRecord
from prover.search.value import NUM_FEATURES, ValueModel, features
from prover.training.value import labels, train_value
from tests.unit.search_worlds import Script, searching


def state(text: str) -> ProofState:
    return ProofState(parse_goals(text))


def searched(number: int, *, chance: random.Random) -> TreeRecord:
    """A search in which goals about `even` were proved and goals about `odd` were not."""

    def node(index: int, text: str, status: str, edges: list[EdgeRecord] | None = None) -> NodeRecord:
        return NodeRecord.model_validate(
            {
                "id": index,
                "state": text,
                "status": status,
                "score": 0.0,
                "depth": 1,
                "is_winning": False,
                "order": index if status != "open" else None,
                "edges": edges or [],
            }
        )

    def some(word: str) -> str:
        return f"{chance.choice('abc')} : Nat\n⊢ {word} ({chance.choice('xyz')} + {chance.randrange(9)})"

    nodes = [node(0, "⊢ root", "proved"), node(1, some("even"), "proved"), node(2, some("odd"), "dead")]
    nodes += [node(3, some("odd"), "expanded"), node(4, some("open"), "open")]
    return TreeRecord(
        theorem=f"t{number}",
        statement="",
        status="proved",
        seconds=1,
        num_checks=1,
        stop_reason="",
        proof="",
        nodes=nodes,
    )


@pytest.fixture(scope="module")
def trained() -> ValueModel:
    chance = random.Random(0)
    model, report = train_value([searched(number, chance=chance) for number in range(40)])
    assert report.val_accuracy is not None
    assert report.val_accuracy > 0.95
    assert report.num_val_pairs > 0
    return model


def test_a_value_model_tells_good_states_from_bad_ones(trained: ValueModel) -> None:
    """A search led by a model that learnt nothing goes astray."""
    good, bad = state("k : Nat\n⊢ even (w + 4)"), state("k : Nat\n⊢ odd (w + 4)")
    assert trained.log_probability(bad) < trained.log_probability(good) < 0


def test_only_what_lean_has_decided_is_a_label() -> None:
    """States that nobody has looked at would be learnt as hopeless."""
    tree = searched(0, chance=random.Random(0))
    assert [is_good for _, is_good in labels(tree)] == [True, False, False], "an open state is neither good nor bad"
    stopped = tree.model_copy(update={"status": "open"})
    assert [is_good for _, is_good in labels(stopped)] == [True, False], "one look at a state decides nothing"
    far_short = tree.nodes[3].model_copy(
        update={
            "edges": [
                EdgeRecord(
                    tactic="t",
                    log_probability=-1,
                    source="s",
                    outcome="progress",
                    message="",
                    children=[1, 2],
                    is_winning=False,
                )
            ]
        }
    )
    tried = stopped.model_copy(update={"nodes": [*tree.nodes[:3], far_short, tree.nodes[4]]})
    assert [is_good for _, is_good in labels(tried)] == [True, False, False]


def test_names_of_hypotheses_do_not_matter() -> None:
    """The same state would be worth something else after `intro x` than after `intro y`."""
    assert features(state("n : Nat\nh : n = 0\n⊢ f n = 1")) == features(state("m : Nat\nhm : m = 0\n⊢ f m = 1"))
    assert features(state("n : Nat\n⊢ f n = 1")) != features(state("n : Nat\n⊢ 1 = f n"))


def test_a_model_is_read_as_it_was_written(trained: ValueModel, tmp_path: Path) -> None:
    """A model would be worth nothing in the next process."""
    trained.save(tmp_path / "value.npz")
    read = ValueModel.load(tmp_path / "value.npz")
    goal = state("⊢ even 2")
    assert read.log_probability(goal) == pytest.approx(trained.log_probability(goal), rel=1e-6)
    (tmp_path / "other").write_bytes(b"something else")
    for name in ("other", "missing"):
        with pytest.raises(UsageError, match=f"{name} is no value model"):
            ValueModel.load(tmp_path / name)


def test_nothing_to_tell_apart_is_said() -> None:
    """A model trained on nothing would look like one that was trained."""
    tree = searched(0, chance=random.Random(0))
    with pytest.raises(UsageError, match="have not both states"):
        train_value([tree.model_copy(update={"nodes": tree.nodes[:2]})])


def test_a_search_goes_first_where_proofs_are_likelier() -> None:
    """The value model would be loaded and not asked."""
    script = Script({"root": {"a": (-1.0, ["bad"]), "b": (-1.5, ["good"])}, "bad": {}, "good": {"c": (-1.0, [])}})
    weights = np.zeros(NUM_FEATURES, dtype=np.float32)
    weights[sorted({*features(state("⊢ bad"))} - {*features(state("⊢ good"))})] = -5
    orders = []
    for value in (None, ValueModel(weights, 0.0)):
        search = searching(script, script, options=SearchOptions(num_in_flight=1, value=value))
        assert search.run().proof is not None
        orders.append({node.state.text: node.order for node in search.tree.nodes})
    assert orders[0]["⊢ bad"] == 1
    assert orders[1]["⊢ good"] == 1
