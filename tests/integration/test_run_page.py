"""The report of a batch in a real browser: it opens without an error, sorts, filters, and leads to the proof trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from prover.evaluation.records import Outcome, PassResult, RunConfiguration
from prover.evaluation.report import write_report
from tests.integration.browser import ask_page

_HOSTILE = "</script><img src=x onerror='window.broken = 1'>"
_CONFIGURATION = RunConfiguration(
    benchmark=f"some {_HOSTILE}", digest="0" * 64, seconds=1.0, num_checks=10, generator="symbolic",
    lean="4.35.0 embedded", library="1", leanloop="0", num_statements=4, num_passes=2,
)  # fmt: skip


def _result(name: str, outcome: Outcome, num_checks: int, num_pass: int = 0) -> PassResult:
    return PassResult(
        name=name, num_pass=num_pass, seed=num_pass, outcome=outcome, num_checks=num_checks, seconds=num_checks / 10
    )


_RESULTS = [
    _result("nine", "proved", 9),
    _result("ten", "proved", 10),
    _result("ten", "open", 700, num_pass=1),
    _result(f"far {_HOSTILE}", "open", 700),
    _result("real", "needs Mathlib", 0),
]
_NAMES = "[...document.querySelectorAll('#statements tbody td:first-child')].map((cell) => cell.textContent)"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees" / "ten.html").write_text("<title>the tree of ten</title>", encoding="utf-8")
    write_report(tmp_path, configuration=_CONFIGURATION, results=_RESULTS)
    return tmp_path / "report.html"


def test_the_tables_say_what_the_results_say(report: Path) -> None:
    """A reader takes these numbers into a paper."""
    outcomes = ask_page(report, "return [...document.querySelectorAll('#outcomes tr')].map((row) => row.innerText)")
    assert [line.split() for line in outcomes] == [["proved", "2"], ["open", "1"], ["needs", "Mathlib", "1"]]
    assert ask_page(report, "return document.querySelectorAll('.curve').length") == 2


def test_clicking_a_column_sorts_by_number_and_not_by_text(report: Path) -> None:
    """As text, 700 checks stand before 9, and the page answers another question than the reader's."""
    click = "document.querySelector('[data-key=checks]').click();"
    assert ask_page(report, f"{click} return {_NAMES}") == ["real", "nine", "ten", f"far {_HOSTILE}"]
    assert ask_page(report, f"{click}{click} return {_NAMES}") == [f"far {_HOSTILE}", "ten", "nine", "real"]


def test_a_reader_finds_a_statement_and_its_tree(report: Path) -> None:
    """Among thousands of statements nobody scrolls."""
    find = (
        "const query = document.getElementById('query'); query.value = 'TEN'; query.dispatchEvent(new Event('input'));"
    )
    link = "document.querySelector('#statements tbody a').getAttribute('href')"
    assert ask_page(report, f"{find} return [{_NAMES}, {link}]") == [["ten"], "trees/ten.html"]


def test_what_lean_says_is_text_and_never_a_program(report: Path) -> None:
    """A benchmark from a stranger must not run anything in the reader's browser."""
    assert ask_page(report, "return [window.broken ?? null, document.querySelectorAll('img').length]") == [None, 0]
