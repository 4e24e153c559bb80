"""The page of a search, in a real browser: what a reader sees, and that no text of Lean's can break it.

Each test asks the page a question in JavaScript, as a user's hands and eyes would; the page is opened by a headless
Chromium from its file, without a network.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prover.report import write_tree_page
from prover.search.record import EdgeRecord, NodeRecord, TreeRecord
from tests.integration.browser import ask_page

Ask = Callable[..., Any]

_HOSTILE = (
    "</script><script>window.broken = 1</script><img src=x onerror='window.broken = 2'><!-- {{record}} \u2028 & \"'"
)


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask the page of a search a question: the body of a JavaScript function, whose answer is given back."""

    def answer(tree: TreeRecord, question: str, *, fragment: str = "") -> Any:
        page = tmp_path / "tree.html"
        write_tree_page(tree, page)
        return ask_page(page, question, fragment=fragment)

    return answer


def edge(tactic: str, *children: int, outcome: str = "progress", wins: bool = False, message: str = "") -> EdgeRecord:
    return EdgeRecord.model_validate(
        {
            "tactic": tactic,
            "log_probability": -len(tactic) / 10,
            "source": "symbolic",
            "outcome": outcome,
            "message": message,
            "children": list(children),
            "is_winning": wins,
        }
    )


def node(number: int, *edges: EdgeRecord, state: str = "p : Prop\n⊢ p ∨ ¬p", depth: int = 0) -> NodeRecord:
    is_winning = any(one.is_winning for one in edges)
    return NodeRecord(
        id=number,
        state=state,
        status="proved" if is_winning else "expanded" if edges else "open",
        score=-float(number) / 10,
        depth=depth,
        is_winning=is_winning,
        order=number if edges else None,
        edges=list(edges),
    )


def search(*nodes: NodeRecord, theorem: str = "t", proof: str | None = None) -> TreeRecord:
    return TreeRecord(
        theorem=theorem,
        statement=f"theorem {theorem} (p : Prop) : p ∨ ¬p",
        status="open" if proof is None else "proved",
        seconds=1.5,
        num_checks=sum(len(one.edges) for one in nodes),
        stop_reason="checks" if proof is None else "proved",
        proof=proof,
        nodes=list(nodes),
    )


@pytest.fixture(scope="module")
def large_tree() -> TreeRecord:
    """A thousand goals: ten tactics tried on each of the first 330, a proof of seven tactics among them."""
    chance = random.Random(0)
    edges: dict[int, list[EdgeRecord]] = {number: [] for number in range(1000)}
    depths = {0: 0}
    for number in range(1, 1000):
        parent = chance.randrange(max(0, number // 3 - 30), number // 3 + 1)
        depths[number] = depths[parent] + 1
        edges[parent].append(edge(f"apply lemma_{number}", number))
    for number in range(330):
        refusals = [
            edge(f"exact h_{number}_{k}", outcome="failed", message=f"unknown identifier `h_{k}`") for k in range(7)
        ]
        edges[number] += [*refusals, edge("omega", outcome="timeout", message="over 2 s")]
    path = [1000, 1001, 1002, 1003, 1004]
    depths |= {1000: 1, 1001: 2, 1002: 2, 1003: 3, 1004: 3}
    edges[0].append(edge("intro winning_start", 1000, wins=True))
    edges[1000] = [edge("constructor", 1001, 1002, wins=True)]
    edges[1001] = [edge("left", 1003, wins=True)]
    edges[1002] = [edge("right", 1004, wins=True)]
    edges |= {number: [edge("exact winning_end", outcome="proved", wins=True)] for number in path[3:]}
    nodes = [
        node(number, *edges[number], state=f"n : Nat\n⊢ n + {number} = {number} + n", depth=depths[number])
        for number in range(1005)
    ]
    return search(*nodes, theorem="Large.add_comm", proof=":= by\n  intro n\n  exact winning_end")


def test_proof_is_seen_at_a_thousand_goals(ask: Ask, large_tree: TreeRecord) -> None:
    """A reader who opens the page sees the verdict, the proof and its tactics first, not a thousand goals."""
    seen = ask(
        large_tree,
        "const texts = (what) => [...document.querySelectorAll(what)].map((one) => one.textContent);"
        "return { head: texts('header')[0], winning: texts('.winning .tactic'), rows: texts('.row').length,"
        " resources: performance.getEntriesByType('resource').length }",
    )
    for text in ("Large.add_comm", "✓ proved", "3,645 Lean checks", "exact winning_end"):
        assert text in seen["head"]
    left, right = ["left", "exact winning_end"], ["right", "exact winning_end"]
    assert seen["winning"] == ["intro winning_start", "constructor", *left, *right]
    assert len(seen["winning"]) < seen["rows"] < 200
    assert seen["resources"] == 0


def test_only_the_proof_can_be_shown(ask: Ask, large_tree: TreeRecord) -> None:
    """A reader of the proof would otherwise pick it out of its neighbours."""
    rows = ask(
        large_tree,
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'w' }));"
        "return [...document.querySelectorAll('.row')].map((row) => row.classList.contains('winning'))",
    )
    assert rows == [True] * 9


def test_a_goal_is_opened_by_its_address(ask: Ask, large_tree: TreeRecord) -> None:
    """A goal can be shown to a colleague: its text, the way to it, every tactic with Lean's word on it."""
    seen = ask(
        large_tree,
        "const panel = document.querySelector('#details');"
        "return { text: panel.textContent, row: document.querySelector('[aria-selected=true]').dataset.key,"
        " groups: [...panel.querySelectorAll('summary')].map((one) => one.textContent) }",
        fragment="#node=300",
    )
    assert seen["row"] == "n300"
    for text in ("Node 300", "⊢ n + 300 = 300 + n", "apply lemma_300", "exact h_300_3", "unknown identifier `h_3`"):
        assert text in seen["text"]
    assert seen["groups"] == ["unknown identifier … × 7", "Timed out × 1"]


def test_rows_are_opened_and_closed_by_keys(ask: Ask, large_tree: TreeRecord) -> None:
    """Without it the tree is closed to whoever uses no mouse."""
    seen = ask(
        large_tree,
        "const rows = () => document.querySelectorAll('.row');"
        "const event = (key) => new KeyboardEvent('keydown', { key, bubbles: true });"
        "const press = (key) => document.activeElement.dispatchEvent(event(key));"
        "const counts = [rows().length]; rows()[0].focus();"
        "press('ArrowLeft'); counts.push(rows().length);"
        "press('ArrowRight'); counts.push(rows().length);"
        "press('ArrowDown'); press('ArrowDown');"
        "const at = document.activeElement; press('ArrowLeft'); press('ArrowLeft');"
        "return { counts, at: at.textContent, level: at.ariaLevel, parent: document.activeElement.textContent }",
    )
    first, closed, opened = seen["counts"]
    assert closed == 1
    assert opened == first
    assert "constructor" in seen["at"]
    assert seen["level"] == "3"
    assert "intro winning_start" in seen["parent"]


def test_what_is_sought_is_found_with_the_way_to_it(ask: Ask, large_tree: TreeRecord) -> None:
    """At a thousand goals nobody finds a tactic by eye; failed ones are searched on request only."""
    question = (
        "const rows = [...document.querySelectorAll('.row')];"
        "const found = document.querySelector('#found').textContent;"
        "document.querySelector('#failures').click();"
        "return { found, first: rows[0]?.dataset.key, marked: document.querySelectorAll('.row mark').length,"
        " withFailures: document.querySelector('#found').textContent }"
    )
    seen = ask(large_tree, question, fragment="#find=lemma_777")
    assert seen == {"found": "1 match", "first": "n0", "marked": 1, "withFailures": "1 match"}
    seen = ask(large_tree, question, fragment="#find=h_300_3")
    assert (seen["found"], seen["withFailures"]) == ("0 matches", "1 match")


def test_lean_text_is_never_read_as_html(ask: Ask) -> None:
    """A tactic, a state or a message would otherwise run as a script on whoever opens the page."""
    hostile = search(
        node(
            0,
            edge(_HOSTILE, 1, wins=True),
            edge(_HOSTILE, outcome="failed", message=_HOSTILE),
            state=f"h : {_HOSTILE}\n⊢ {_HOSTILE}",
        ),
        node(1, edge(_HOSTILE, outcome="proved", wins=True), state=_HOSTILE),
        theorem=_HOSTILE,
        proof=_HOSTILE,
    )
    seen = ask(
        hostile,
        "return { broken: window.broken ?? null, theorem: document.querySelector('h1').textContent,"
        " proof: document.querySelectorAll('.card pre')[1].textContent, images: document.images.length,"
        " tactic: document.querySelector('#details .attempt pre').textContent,"
        " message: document.querySelector('#details summary').textContent }",
    )
    assert seen == {
        "broken": None,
        "theorem": _HOSTILE,
        "proof": _HOSTILE,
        "images": 0,
        "tactic": _HOSTILE,
        "message": f"{_HOSTILE} × 1",
    }


def test_shared_goals_and_circles_are_shown_once(ask: Ask) -> None:
    """A search that comes back to an earlier goal would otherwise never be drawn to its end."""
    tree = search(
        node(0, edge("rw [h]", 1), edge("symm", 0), edge("constructor", 1, 2, 2)),
        node(1, edge("rw [← h]", 0), edge("simp", 2), edge("skip", 1)),
        node(2, edge("symm", 1), edge("interrupted", 99)),
    )
    rows = ask(
        tree,
        "document.querySelector('#expand').click();"
        "return [...document.querySelectorAll('.row')].map((row) => row.dataset.key)",
    )
    assert len(rows) == len(set(rows)) == 12
    assert [key for key in rows if key.startswith("n")] == ["n0", "n1", "n2"]
    assert ask(tree, "return document.querySelector('[aria-selected=true]').dataset.key", fragment="#node=2") == "n2"


def test_search_without_a_proof(ask: Ask) -> None:
    """Most pages are opened because a proof was not found."""
    tree = search(node(0, edge("cases h", 1), edge("rfl", outcome="failed", message="no\nmore")), node(1))
    seen = ask(
        tree,
        "const one = (what) => document.querySelector(what);"
        "return { head: one('header').textContent, off: one('#view-winning').disabled,"
        " rows: document.querySelectorAll('.row').length, panel: one('#details').textContent }",
    )
    assert "not proved" in seen["head"]
    assert "out of Lean checks" in seen["head"]
    assert seen["off"] is True
    assert seen["rows"] == 2
    assert "What failed (1)" in seen["panel"]


def test_search_that_ended_before_its_first_goal(ask: Ask) -> None:
    """A theorem that does not elaborate has a page too."""
    question = "return document.querySelector('#tree').textContent"
    assert ask(search(), question) == "No goal was explored."
    assert ask(search(), question, fragment="#node=3&find=simp&show=winning") == "No goal was explored."
