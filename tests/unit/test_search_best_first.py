"""The search: what is proved, what is given up, and in which order."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence

import pytest

from data.errors import UsageError
from prover.errors import LeanCrashedError
from prover.proof import (
    Outcome,
    ProofState,
)
from prover.search.best_first import SearchOptions, SearchProgress
from prover.search.budget import Budget
from prover.search.proof_text import ProofTree, render
from tests.unit.search_worlds import (
    Logician,
    Script,
    Scripted,
    Sequents,
    Table,
    as_json,
    judge,
    run_script,
    searching,
)


@pytest.mark.parametrize(
    "statement",
    [
        "(p ∧ q) → (q ∧ p)",
        "(p ∨ q) → (q ∨ p)",
        "(p → q) → ((q → r) → (p → r))",
        "((p ∨ q) → r) → ((p → r) ∧ (q → r))",
        "(p ∧ (q ∨ r)) → ((p ∧ q) ∨ (p ∧ r))",
        "((p → q) ∧ (p → r)) → (p → (q ∧ r))",
    ],
)
def test_true_statements_are_proved_by_proofs_that_replay(statement: str) -> None:
    """With a generator that proposes the right tactics, a user must get a proof, whatever else it proposes."""
    environment = Sequents(statement)
    result = searching(environment, Logician(), verify=judge(environment)).run()
    assert result.stop_reason == "proved"
    assert result.proof is not None
    assert result.num_rejected == 0


def test_false_statement_ends_exhausted() -> None:
    """The user learns that nothing is left to try, and need not wait for the budget."""
    environment = Sequents("(p ∨ q) → (p ∧ q)")
    options = SearchOptions(max_depth=4)
    result = searching(environment, Logician(), options=options).run()
    assert (result.proof, result.stop_reason) == (None, "exhausted")


def test_a_dead_goal_ends_work_on_its_siblings() -> None:
    """Half the budget would go into goals whose proof cannot help."""
    script = Script({
        "root": {"split": (-0.1, ["stuck", "hard"]), "other": (-3.0, ["easy"])},
        "stuck": {"try": (-0.1, "no")},
        "hard": {"step": (-0.5, ["harder"])},
        "easy": {"close": (-0.1, [])},
    })  # fmt: skip
    result = run_script(script)
    assert result.proof == ProofTree("other", (ProofTree("close"),))
    assert script.expanded == ["root", "stuck", "easy"]


def test_a_tactic_that_changes_nothing_keeps_no_goal_alive() -> None:
    """Otherwise one idle tactic is enough to keep a dead goal's siblings in the race."""
    script = Script({
        "root": {"split": (-0.1, ["stuck", "hard"])},
        "stuck": {"stay": (-0.1, ["stuck"]), "try": (-0.1, "no")},
        "hard": {"step": (-0.5, ["harder"])},
    })  # fmt: skip
    run_script(script)
    assert script.expanded == ["root", "stuck"]


def test_alternatives_of_a_proved_goal_are_not_expanded() -> None:
    """Once a goal is proved, other ways to prove it are a waste."""
    script = Script({
        "root": {"split": (-0.1, ["first", "second"])},
        "first": {"detour": (-0.2, ["detour"]), "close": (-0.3, [])},
        "second": {"step": (-4.0, ["last"])},
        "last": {"close": (-4.0, [])},
        "detour": {"close": (-0.1, [])},
    })  # fmt: skip
    assert run_script(script).stop_reason == "proved"
    assert "detour" not in script.expanded


def test_states_equal_up_to_names_are_searched_once() -> None:
    """Two spellings of every `intro` would double the work at every step."""
    environment = Sequents("p → (q → (r → s))")
    search = searching(environment, Logician())
    search.run()
    assert len(search.tree.nodes) == 4


def test_a_goal_proved_once_is_not_searched_again() -> None:
    """The goals of a proof often repeat; each costs its checks once."""
    environment = Sequents("((p ∧ q) → (q ∧ p)) ∧ ((p ∧ q) → (q ∧ p))")
    result = searching(environment, Logician(), verify=judge(environment)).run()
    assert result.proof is not None
    assert environment.tried.count(("⊢ (p ∧ q) → (q ∧ p)", "intro h0")) == 1
    assert result.proof.children[0] == result.proof.children[1]


RENAMED = {
    "⊢ (p → (p → (p ∧ p))) ∧ (r → (p → (p → (p ∧ p))))": ["constructor"],
    "⊢ p → (p → (p ∧ p))": ["intro h"],
    "h : p\n⊢ p → (p ∧ p)": ["intro k"],
    "h : p\nk : p\n⊢ p ∧ p": ["constructor"],
    "h : p\nk : p\n⊢ p": ["exact k"],
    "⊢ r → (p → (p → (p ∧ p)))": ["intro r"],
    "r : r\n⊢ p → (p → (p ∧ p))": ["intro k"],
    "r : r\nk : p\n⊢ p → (p ∧ p)": ["clear r"],
}


def test_a_shared_proof_is_printed_in_the_names_of_its_place() -> None:
    """`exact h` is no proof where the hypothesis is called `k`, and a `k` introduced there must not hide it."""
    environment = Sequents("(p → (p → (p ∧ p))) ∧ (r → (p → (p → (p ∧ p))))")
    result = searching(environment, Scripted(RENAMED), verify=judge(environment)).run()
    assert result.num_rejected == 0
    assert result.proof is not None
    assert render(result.proof).split("\n")[6:] == [
        "· intro r",
        "  intro k",
        "  clear r",
        "  intro k_1",
        "  constructor",
        "  · exact k_1",
        "  · exact k_1",
    ]


def test_a_refused_proof_is_found_again_without_sharing() -> None:
    """Lean prints less than it knows: states that look alike may differ, and the theorem is provable all the same."""
    environment = Sequents("(p → (p → (p ∧ p))) ∧ (r → (p → (p → (p ∧ p))))")
    table = {**RENAMED, "k : p\n⊢ p → (p ∧ p)": ["intro j"], "k : p\nj : p\n⊢ p ∧ p": ["constructor"],
             "k : p\nj : p\n⊢ p": ["exact j"]}  # fmt: skip

    def refuse_shared(_: ProofTree) -> str | None:
        found = search.tree.proof()
        assert found is not None
        return "looks shared" if any(link.names is not None for link in found.aliases) else None

    search = searching(environment, Scripted(table), verify=refuse_shared)
    result = search.run()
    assert result.proof is not None
    assert render(result.proof).endswith("intro j\n  constructor\n  · exact j\n  · exact j")
    # Nothing below the state taken out is shared with the rest either: one refusal is enough.
    assert result.num_rejected == 1


def test_a_refused_tactic_is_given_up_and_another_one_found() -> None:
    """A tactic that closes its goal in the search but not in the file must not block the theorem."""
    script = Script({"root": {"cheat": (-0.1, []), "step": (-1.0, ["next"])}, "next": {"close": (-0.1, [])}})
    seen: list[str] = []

    def verify(tree: ProofTree) -> str | None:
        seen.append(tree.tactic)
        return "uses an axiom" if tree.tactic == "cheat" else None

    search = searching(script, script, verify=verify)
    result = search.run()
    assert seen == ["cheat", "step"]
    assert result.proof == ProofTree("step", (ProofTree("close"),))
    edge = as_json(search, result)["nodes"][0]["edges"][0]
    assert edge["outcome"] == "failed"
    assert "uses an axiom" in edge["message"]


def test_tactics_left_out_because_of_a_refused_one_are_tried_after_all() -> None:
    """What closes a goal ends its batches; if that was no proof, the rest of the list must get its turn."""
    useless: dict[str, tuple[float, list[str] | str]] = {f"no {number}": (-0.1, "no") for number in range(40)}
    script = Script({"root": {"cheat": (-0.1, []), **useless, "step": (-1.0, ["next"])}, "next": {"close": (-0.1, [])}})
    options = SearchOptions(num_suggestions=100)
    result = searching(
        script, script, verify=lambda tree: "no" if tree.tactic == "cheat" else None, options=options
    ).run()
    assert result.proof == ProofTree("step", (ProofTree("close"),))
    assert len(script.tried) == len(set(script.tried)) == 43


def test_unlikely_tactics_are_spared_once_a_likely_one_closes_the_goal() -> None:
    """The likeliest closes the goal more often than not: trying all others would take most of the time."""
    useless: dict[str, tuple[float, list[str] | str]] = {f"no {number}": (-2.0, "no") for number in range(90)}
    script = Script({"root": {"close": (-0.1, []), **useless}})
    options = SearchOptions(num_suggestions=100)
    search = searching(script, script, options=options)
    assert search.run().progress.num_checks == len(script.tried) < 20


def test_unlikely_tactics_wait_until_likelier_states_have_been_tried() -> None:
    """A budget is otherwise spent on what is unlikely at the first states, and no proof of some length is reached."""
    useless: dict[str, tuple[float, list[str] | str]] = {f"no {number}": (-5.0, "no") for number in range(50)}
    script = Script({"root": {"go": (-0.1, ["next"]), **useless}, "next": {"close": (-0.1, []), **useless}})
    search = searching(script, script, options=SearchOptions(num_suggestions=100, num_in_flight=1))
    assert search.run().progress.num_checks <= 8


def test_a_state_whose_turn_comes_again_tries_as_many_as_it_has_tried() -> None:
    """Four at a time for ever, and Lean would wait for a round trip more often than it works."""
    sizes: list[int] = []

    class Counted(Script):
        def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
            sizes.append(len(tactics))
            return super().check(state, tactics)

    script = Counted({"root": {f"no {number}": (-2.0, "no") for number in range(60)}})
    searching(script, script, options=SearchOptions(num_suggestions=100, num_in_flight=1)).run()
    assert sizes == [4, 4, 8, 16, 16, 12]


def test_what_waits_is_tried_when_nothing_likelier_is_left() -> None:
    """Every tactic proposed for a state may be the one that proves it."""
    useless: dict[str, tuple[float, list[str] | str]] = {f"no {number}": (-0.1, "no") for number in range(9)}
    script = Script({"root": {**useless, "stray": (-0.2, ["lost"]), "close": (-5.0, [])}, "lost": useless})
    result = run_script(script, num_at_once=2)
    assert result.stop_reason == "proved"
    assert script.tried.index(("root", "close")) > script.tried.index(("lost", "no 0"))


def test_tactics_that_search_come_last_and_are_spared() -> None:
    """Most goals are closed in a millisecond, and a search that takes seconds ran beside it."""
    script = Script({"root": {"grind": (-0.1, "no"), "close": (-0.3, []), "simp <;> grind": (-0.2, "no")}})
    assert run_script(script).stop_reason == "proved"
    assert script.tried == [("root", "close")]


def test_a_way_that_leads_on_and_on_does_not_keep_the_rest_of_the_root_waiting() -> None:
    """The tactic that proves the theorem at once would never be tried, because a likelier one always has a next."""
    depth = 40
    script = Script({
        "root": {"go": (-0.1, ["s1"]), "try": (-4.0, "no"), "close": (-5.0, [])},
        **{f"s{n}": {"go": (-0.01, [f"s{n + 1}"]), "stop": (-0.02, "no")} for n in range(1, depth)},
        f"s{depth}": {},
    })  # fmt: skip
    result = run_script(script, num_at_once=1)
    assert result.stop_reason == "proved"
    assert result.progress.num_checks < depth // 2


def test_cycles_end() -> None:
    """Rewriting there and back must neither loop nor count as a proof."""
    script = Script({
        "root": {"there": (-0.1, ["other"]), "stay": (-0.1, ["root"])},
        "other": {"back": (-0.1, ["root"]), "both": (-0.2, ["root", "closed"])},
        "closed": {"close": (-0.1, [])},
    })  # fmt: skip
    result = run_script(script)
    assert (result.proof, result.stop_reason) == (None, "exhausted")


def test_work_given_up_is_taken_up_when_another_way_leads_to_it() -> None:
    """A state below a dead end is dropped; if a later tactic needs it, it must come back."""
    script = Script({
        "root": {"a": (-0.1, ["dead", "shared"]), "b": (-9.0, ["late"])},
        "shared": {"go": (-2.0, ["below"])},
        "dead": {"x": (-0.3, ["deader"])},
        "deader": {"y": (-0.1, "no")},
        "below": {"close": (-0.1, [])},
        "late": {"c": (-1.0, ["shared"])},
    })  # fmt: skip
    result = run_script(script, alpha=0.0)
    assert result.proof is not None
    assert render(result.proof) == "b\nc\ngo\nclose"


def test_the_likeliest_way_comes_first_and_ties_go_to_the_older() -> None:
    script = Script({
        "root": {"b": (-2.0, ["B"]), "a": (-1.0, ["A"]), "c": (-1.0, ["C"])},
        "A": {"x": (-5.0, "no")}, "B": {"x": (-5.0, "no")}, "C": {"x": (-5.0, "no")},
    })  # fmt: skip
    run_script(script)
    assert script.expanded == ["root", "A", "C", "B"]


@pytest.mark.parametrize(("alpha", "first"), [(0.0, "wide"), (1.0, "deep")])
def test_alpha_decides_between_short_and_long_ways(alpha: float, first: str) -> None:
    """The figure is there to keep long proofs from starving; it must do so."""
    script = Script({
        "root": {"go": (-1.0, ["mid"]), "wide": (-1.5, ["wide"])},
        "mid": {"go": (-1.0, ["deep"])},
        "deep": {"x": (-1.0, "no")},
        "wide": {"x": (-1.0, "no")},
    })  # fmt: skip
    run_script(script, alpha=alpha)
    assert script.expanded[2] == first


def test_a_better_way_to_an_open_state_raises_it() -> None:
    script = Script({
        "root": {"a": (-5.0, ["X"]), "b": (-2.0, ["Y"]), "c": (-1.0, ["X"])},
        "X": {"x": (-1.0, "no")}, "Y": {"x": (-1.0, "no")},
    })  # fmt: skip
    run_script(script)
    assert script.expanded == ["root", "X", "Y"]


def test_a_tactic_proposed_twice_is_checked_once() -> None:
    environment = Sequents("p → p")
    table = {"⊢ p → p": ["intro h", "left", "intro h", "left"]}
    searching(environment, Scripted(table)).run()
    assert environment.tried == [("⊢ p → p", "intro h"), ("⊢ p → p", "left")]


@pytest.mark.parametrize("num_in_flight", [1, 2, 5])
def test_the_tree_does_not_depend_on_who_is_faster(num_in_flight: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this a user cannot reproduce a run, nor compare two."""
    monkeypatch.setattr("prover.search.best_first._POLL_SECONDS", 0.001)  # Lean may be slow enough to be looked for
    statement = "((p ∧ q) ∨ (q ∧ r)) → (((q ∧ p) ∨ (r ∧ q)) ∧ (q ∨ s))"
    records = []
    for seed in range(4):
        environments = [Sequents(statement, delays=random.Random(seed * 10 + index)) for index in range(3)]
        options = SearchOptions(num_in_flight=num_in_flight)
        search = searching(
            environments[0], Logician(), others=environments[1:], options=options, num_checks=900,
            verify=judge(environments[0]),
        )  # fmt: skip
        records.append(as_json(search, search.run()))
    assert all(record == records[0] for record in records)
    assert len(records[0]["nodes"]) > 20


def test_generator_gets_several_states_at_once() -> None:
    """A model on a GPU answers eight states as fast as one."""
    generator = Logician()
    environment = Sequents("(a → (b → (c → d))) → (((p ∧ q) ∨ (q ∧ r)) → (s ∨ (d ∨ (p ∧ t))))")
    searching(environment, generator, options=SearchOptions(num_in_flight=8, num_first=16), num_checks=2000).run()
    assert generator.num_states >= 2 * generator.num_calls


def test_further_environments_start_only_when_they_are_needed() -> None:
    """Starting a Lean costs time and memory; a proof in three steps needs one."""
    first, second = Sequents("(p ∧ q) → (q ∧ p)"), Sequents()
    searching(first, Logician(), others=[second], options=SearchOptions(num_in_flight=1)).run()
    assert (first.num_starts, second.num_starts) == (0, 0)


@pytest.mark.parametrize("num_checks", [1, 7, 50])
def test_the_budget_of_checks_is_spent_to_the_last_and_not_exceeded(num_checks: int) -> None:
    """Pass rates at a budget are compared across machines; one check more would not be the same budget."""
    environment = Sequents("(p ∨ q) → ((q ∨ p) ∧ (r ∨ s))")
    result = searching(environment, Logician(), num_checks=num_checks).run()
    assert len(environment.tried) == num_checks
    assert (result.stop_reason, result.progress.num_checks) == ("checks", num_checks)


def test_checks_given_back_go_to_a_state_that_had_too_few() -> None:
    """Two states share the last checks; what the first does not need must not be lost with the second."""
    useless: dict[str, tuple[float, list[str] | str]] = {f"no {number}": (-9.0, "no") for number in range(60)}
    script = Script({
        "root": {"split": (-0.1, ["left", "right"])},
        "left": {"close": (-0.1, []), **useless},
        "right": {"fail": (-0.1, "no"), "close": (-0.2, [])},
    })  # fmt: skip
    options = SearchOptions(num_suggestions=100, num_in_flight=2)
    assert searching(script, script, num_checks=60, options=options).run().stop_reason == "proved"


def test_a_proof_found_with_the_last_check_counts() -> None:
    environment = Sequents("p → p")
    table = {"⊢ p → p": ["left", "intro h"], "h : p\n⊢ p": ["exact h"]}
    assert searching(environment, Scripted(table), num_checks=3).run().stop_reason == "proved"
    assert searching(environment, Scripted(table), num_checks=2).run().stop_reason == "checks"


def test_a_proof_found_after_the_time_is_over_does_not_count() -> None:
    """A user comparing pass rates would otherwise compare different budgets."""

    class Slow(Script):
        def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
            time.sleep(0.02)
            return super().check(state, tactics)

    script = Slow({"root": {"close": (-0.1, [])}})
    result = searching(script, script, seconds=0.01).run()
    assert (result.proof, result.stop_reason) == (None, "seconds")


def test_a_budget_must_be_positive() -> None:
    with pytest.raises(UsageError, match="got 0 checks"):
        Budget(0, 1.0)


def test_ctrl_c_leaves_the_tree_readable() -> None:
    """After an hour of search the user keeps what was found."""

    class Interrupted(Sequents):
        def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
            if len(self.tried) > 30:
                raise KeyboardInterrupt
            return super().check(state, tactics)

    search = searching(Interrupted("(p ∨ q) → ((q ∨ p) ∧ (r ∨ s))"), Logician())
    with pytest.raises(KeyboardInterrupt):
        search.run()
    nodes = as_json(search)["nodes"]
    assert sum(len(node["edges"]) for node in nodes) > 20
    assert all(child < len(nodes) for node in nodes for edge in node["edges"] for child in edge["children"])


def test_ctrl_c_does_not_wait_for_a_lean_that_is_busy() -> None:
    """A tactic may run for seconds in another process; the user has asked to stop."""
    is_busy, release, is_done = threading.Event(), threading.Event(), threading.Event()

    class Interrupted(Script):
        def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
            if state.goals[0].conclusion == "left":
                assert is_busy.wait(20)
                raise KeyboardInterrupt
            if state.goals[0].conclusion == "right":
                is_busy.set()
                release.wait(20)
                is_done.set()
            return super().check(state, tactics)

    leaf: tuple[float, str] = (-0.1, "no")
    table: Table = {"root": {"split": (-0.1, ["left", "right"])}, "left": {"x": leaf}, "right": {"x": leaf}}
    script = Interrupted(table)
    search = searching(script, script, others=[Interrupted(table)])
    with pytest.raises(KeyboardInterrupt):
        search.run()
    assert not is_done.is_set()
    release.set()


def test_an_environment_that_gives_up_ends_the_search_with_its_own_error() -> None:
    """The user must read why Lean is gone, not that nothing was found."""

    class Broken(Sequents):
        def check(self, state: ProofState, tactics: Sequence[str]) -> list[Outcome]:
            raise LeanCrashedError(f"Lean's process ended after {state.text!r} and {len(tactics)} tactics")

    with pytest.raises(LeanCrashedError, match="Lean's process ended"):
        searching(Broken("p → p"), Logician()).run()


def test_a_search_can_be_stopped_from_outside() -> None:
    search = searching(Sequents("(p ∨ q) → ((q ∨ p) ∧ (r ∨ s))"), Logician(), on_progress=lambda _: search.stop())
    result = search.run()
    assert (result.stop_reason, result.progress.num_expansions) == ("stopped", 1)


def test_progress_shows_figures_that_grow_and_the_best_state() -> None:
    """What the user watches must be what happens."""
    seen: list[SearchProgress] = []
    environment = Sequents("(p ∧ q) → (q ∧ p)")
    searching(environment, Logician(), on_progress=seen.append).run()
    assert [snapshot.num_expansions for snapshot in seen] == list(range(1, len(seen) + 1))
    assert seen[0].best_state == "h0 : p ∧ q\n⊢ q ∧ p"
    assert seen[0].num_checks > 0


def test_the_record_marks_the_winning_path_and_nothing_else() -> None:
    """The page draws this; later training learns from it."""
    script = Script({
        "root": {"bad": (-0.1, "unknown tactic"), "split": (-0.2, ["left", "right"]), "away": (-2.0, ["away"])},
        "left": {"close": (-0.1, [])},
        "right": {"close": (-0.1, [])},
        "away": {"close": (-0.1, [])},
    })  # fmt: skip
    search = searching(script, script, options=SearchOptions(num_in_flight=1))
    record = as_json(search, search.run())
    assert [node["is_winning"] for node in record["nodes"]] == [True, True, True, False]
    assert [edge["is_winning"] for edge in record["nodes"][0]["edges"]] == [False, True, False]
    assert [node["status"] for node in record["nodes"]] == ["proved", "proved", "proved", "open"]
    assert record["nodes"][0]["edges"][0] == {
        "tactic": "bad", "log_probability": -0.1, "added": 0.0, "source": "script", "outcome": "failed",
        "message": "unknown tactic", "children": [], "is_winning": False,
    }  # fmt: skip
    assert record["proof"] == "split\n· close\n· close"
