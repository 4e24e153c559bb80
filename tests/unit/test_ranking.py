"""The ranker: what it learns from search trees about tactics, and what a generator's suggestions become with it."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from data.errors import UsageError
from data.finding import find_theorem
from prover.commands.train import run_train
from prover.lean.goals import parse_goals
from prover.proof import ProofState, Step, Suggestion
from prover.search.record import EdgeRecord, NodeRecord, TreeRecord
from prover.tactics.factory import Generators
from prover.tactics.prompts import FAMILIES
from prover.tactics.ranking import NUM_FEATURES, OUR_RANKER, Ranked, Ranker, describe, features
from prover.tactics.specification import GeneratorSpec
from prover.training.dataset import choice_examples
from prover.training.decisions import decisions
from prover.training.ranking import choices, train_ranker

# Numbers fall to omega and lists to simp; the proposer always tries `ring` first.
_TACTICS = ("ring", "omega", "simp")
_GOALS = {
    "omega": "{name} : Nat\n⊢ {name} + {number} ≤ {number} + {name}",
    "simp": "{name} : List Nat\n⊢ {name} ++ [] = {name}",
}


def edge(tactic: str, *, wins: bool) -> EdgeRecord:
    return EdgeRecord(
        tactic=tactic,
        log_probability=math.log(0.6 if tactic == "ring" else 0.2),
        source="symbolic/test",
        outcome="proved" if wins else "failed",
        message="",
        children=[],
        is_winning=wins,
    )


def searched(number: int, winner: str, *, status: str = "proved") -> TreeRecord:
    text = _GOALS[winner].format(name="xyz"[number % 3], number=number)
    node = NodeRecord(
        id=0,
        state=text,
        status="proved",
        score=0.0,
        depth=0,
        is_winning=True,
        order=0,
        edges=[edge(tactic, wins=tactic == winner) for tactic in _TACTICS],
    )
    return TreeRecord(
        theorem=f"t{number}",
        statement="",
        status=status,
        seconds=1,
        num_checks=3,
        stop_reason="",
        proof="",
        nodes=[node],
    )


def progress(tactic: str, children: list[int]) -> EdgeRecord:
    return edge(tactic, wins=False).model_copy(update={"outcome": "progress", "children": children})


def in_vain() -> TreeRecord:
    """A search that has left a goal which nobody could prove."""
    tree = searched(1, "omega", status="open")
    node = tree.nodes[0].model_copy(update={"edges": [edge("ring", wins=False), progress("simp", [1])]})
    left = node.model_copy(update={"id": 1, "edges": []})
    return tree.model_copy(update={"nodes": [node, left]})


def unproved(tree: TreeRecord) -> TreeRecord:
    """The tree as it would be if the search had found no proof of the theorem."""
    nodes = [
        node.model_copy(
            update={
                "is_winning": False,
                "edges": [each.model_copy(update={"is_winning": False}) for each in node.edges],
            }
        )
        for node in tree.nodes
    ]
    return tree.model_copy(update={"status": "open", "nodes": nodes})


@pytest.fixture(scope="module")
def trees() -> list[TreeRecord]:
    return [searched(number, ("omega", "simp")[number % 2]) for number in range(60)]


class Proposer:
    """Proposes the same for every state."""

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        found = [Suggestion(tactic, math.log(0.6 if tactic == "ring" else 0.2), "symbolic/test") for tactic in _TACTICS]
        return [found[:num_suggestions] for _ in states]


def state(text: str) -> ProofState:
    return ProofState(parse_goals(text))


def test_what_belonged_to_proofs_of_such_goals_comes_first(trees: list[TreeRecord]) -> None:
    """Users lose the checks that are spent on tactics which never help."""
    ranker, report = train_ranker(trees)
    ranked = Ranked(Proposer(), ranker=ranker)
    goals = ["m : Nat\n⊢ m + 7 ≤ 7 + m", "l : List Nat\n⊢ l ++ [] = l"]
    about_numbers, about_lists = ranked.suggest([state(goal) for goal in goals], num_suggestions=8)
    assert about_numbers[0].tactic == "omega"
    assert about_lists[0].tactic == "simp"
    assert sum(math.exp(each.log_probability) for each in about_lists) == pytest.approx(1)
    proposed = {each.tactic: each.log_probability - each.added for each in about_lists}
    assert proposed["ring"] - proposed["simp"] == pytest.approx(math.log(3)), "what it thought itself is not lost"
    assert report.num_choices == 60
    assert report.ranker_rank == 1
    assert report.proposer_rank is not None
    assert report.proposer_rank > 2


def test_a_ranker_comes_back_as_it_was_written(trees: list[TreeRecord], tmp_path: Path) -> None:
    """Users lose what has been learnt."""
    ranker, _ = train_ranker(trees)
    ranker.save(tmp_path / "r.ranker")
    suggestions = Proposer().suggest([state("⊢ 1 = 1")], num_suggestions=8)[0]
    before, after = (
        each.scores(suggestions, state("n : Nat\n⊢ n = n")) for each in (ranker, Ranker.load(tmp_path / "r.ranker"))
    )
    assert after == pytest.approx(before, abs=0.1)
    assert any(after)


def test_what_an_earlier_ranker_has_added_is_not_learnt_again(trees: list[TreeRecord]) -> None:
    """Rounds of self-play would make the ranker surer with every round, of the same."""
    ranker, _ = train_ranker(trees)
    (choice,) = choices(trees[0])
    ranked = [
        edge.model_copy(update={"log_probability": edge.log_probability + score, "added": score})
        for edge, score in zip(trees[0].nodes[0].edges, map(ranker.score, choice.features), strict=True)
    ]
    node = trees[0].nodes[0].model_copy(update={"edges": ranked})
    (again,) = choices(trees[0].model_copy(update={"nodes": [node]}))
    assert again.log_probabilities == pytest.approx(choice.log_probabilities)


def test_names_of_variables_make_no_difference() -> None:
    """Users lose everything learnt as soon as they call their variables otherwise."""
    one, other = (
        features(Suggestion(f"induction {name}", -1.0, "symbolic/test"), describe(goal, previous="intro a"))
        for name in ("n", "k")
        for goal in parse_goals(f"{name} : Nat\n⊢ {name} + 0 = {name}")
    )
    assert one == other
    assert all(0 <= number < NUM_FEATURES for number in one)


def test_only_what_was_proved_is_learnt_from() -> None:
    """Users lose good tactics to searches that failed for other reasons."""
    assert list(choices(in_vain())) == []
    choice = next(choices(searched(1, "omega")))
    assert choice.winning == _TACTICS.index("omega")
    assert len(choice.features) == len(_TACTICS)


def test_what_was_proved_in_vain_is_learnt_from_too() -> None:
    """Users lose a fifth of what their searches could teach, and all of those that found no proof."""
    root, inner = (searched(number, "omega").nodes[0] for number in (1, 2))
    # One case of two was proved. The way back to the root is none: the root may be a consequence of what follows of it.
    opened = progress("cases", [1, 2]), progress("symm", [1])
    left = inner.model_copy(update={"id": 1, "edges": [progress("symm", [0]), progress("norm", [3]), *inner.edges]})
    right, normal = (
        searched(number, "omega").nodes[0].model_copy(update={"id": number, "edges": edges})
        for number, edges in ((2, [edge("simp", wins=False)]), (3, [edge("rfl", wins=True)]))
    )
    nodes = [root.model_copy(update={"edges": [opened[0], edge("simp", wins=False)]}), left, right, normal]
    tree = unproved(searched(1, "omega").model_copy(update={"nodes": nodes}))
    (decision,) = decisions(tree)
    assert decision.state == inner.state
    assert decision.before == ("cases",)
    assert [each.tactic for each in decision.tried] == ["symm", "ring", "omega", "simp"]
    assert decision.tried[decision.winning].tactic == "omega", "`norm` does as well, with a higher proof"
    circle = tree.model_copy(update={"nodes": [nodes[0].model_copy(update={"edges": opened}), *nodes[1:]]})
    first, second = decisions(circle)
    assert first.tried[first.winning].tactic == "symm"
    assert [each.tactic for each in second.tried] == ["ring", "omega", "simp"], "`symm` leads to what is proved"
    assert second.tried[second.winning].tactic == "omega", "not `symm`, which leads back to where it is needed"


def test_what_would_have_done_as_well_was_not_tried_in_vain() -> None:
    """A tactic would be learnt to be wrong because another one that closes the goal, too, came before it."""
    tree = searched(1, "omega")
    (node,) = tree.nodes
    others = [edge("simp", wins=False).model_copy(update={"outcome": "proved"}), edge("ring", wins=False)]
    as_well = tree.model_copy(
        update={"nodes": [node.model_copy(update={"edges": [edge("omega", wins=True), *others]})]}
    )
    (decision,) = decisions(as_well)
    assert [each.tactic for each in decision.tried] == ["omega", "ring"]
    (example,) = choice_examples(as_well, family=FAMILIES["state"])
    assert (example.completion, example.prompt) == ("omega", f"{node.state}:::")
    assert [rival.completion for rival in example.rivals] == ["ring"]
    assert example.rivals[0].head_start == pytest.approx(math.log(3)), "`ring` was thought three times as likely"


def test_without_suggestions_there_is_nothing_to_order() -> None:
    """Users lose a search to a crash where nothing can be proposed."""

    class Silent:
        def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
            assert num_suggestions
            return [[] for _ in states]

    ranked = Ranked(Silent(), ranker=Ranker([0.0] * NUM_FEATURES))
    assert ranked.suggest([ProofState(parse_goals("⊢ True"), (Step("skip"),))], num_suggestions=4) == [[]]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"leanloop ranker 1\nnonsense"])
def test_a_file_that_is_no_ranker_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    """Users lose the reason behind a stack trace."""
    path = tmp_path / "bad.ranker"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="is no ranker"):
        Ranker.load(path)
    with pytest.raises(UsageError, match="No such file"):
        Ranker.load(tmp_path / "none.ranker")


def test_a_ranker_is_trained_from_the_command_line(
    trees: list[TreeRecord], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Users lose the way from a run to a ranker."""
    (tmp_path / "run" / "trees").mkdir(parents=True)
    for tree in trees:
        (tmp_path / "run" / "trees" / f"{tree.theorem}.json").write_text(tree.model_dump_json())
    out = tmp_path / "mine.ranker"
    assert run_train(["--ranker", "--data", str(tmp_path / "run"), "--out", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["num_choices"] == 60
    theorem = find_theorem("theorem t (n : Nat) : n + 1 ≤ 1 + n := by sorry", None, "t")
    suggested = {
        which: Generators(GeneratorSpec.parse(f"symbolic,ranker={which}"))
        .make(theorem)
        .suggest([state("n : Nat\n⊢ n + 1 ≤ 1 + n")], num_suggestions=32)[0]
        for which in ("none", str(out))
    }
    assert {each.tactic for each in suggested["none"]} == {each.tactic for each in suggested[str(out)]}
    assert suggested["none"] != suggested[str(out)]


def test_ranker_and_judge_come_with_the_package() -> None:
    """Users lose the order that `prove` has learnt."""
    theorem = find_theorem("theorem t (n : Nat) : n * 0 = 0 := by sorry", None, "t")
    nobody, ranker, both = (
        Generators(GeneratorSpec.parse(spec))
        .make(theorem)
        .suggest([state("n : Nat\n⊢ n * 0 = 0")], num_suggestions=32)[0]
        for spec in ("symbolic,ranker=none", f"symbolic,ranker={OUR_RANKER}", "symbolic")
    )
    assert {each.tactic for each in nobody} == {each.tactic for each in ranker} == {each.tactic for each in both}
    assert not any(each.added for each in nobody)
    added = [{each.tactic: each.added for each in some} for some in (ranker, both)]
    assert all(added[0].values())
    assert added[0] != added[1], "the judge has no say"


def test_one_proof_is_enough_and_none_is_said_so(trees: list[TreeRecord]) -> None:
    """A run of self-play on a small repository would end in its first round."""
    for tree in trees[:10]:
        ranker, report = train_ranker([tree])
        assert any(ranker.weights)
        assert report.num_choices == 1
        assert report.ranker_rank is None, "one search cannot be both learnt from and measured on"
    with pytest.raises(UsageError, match="no proof to learn from"):
        train_ranker([in_vain()])
