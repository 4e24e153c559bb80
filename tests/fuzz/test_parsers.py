"""Parsers of what others write: no text of theirs crashes one, and a large one takes no more than its share of time."""

# ruff: noqa: E501 - the tables of fragments

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.parsers import PARSERS, survives

# What the formats are made of: the interesting texts are those that are nearly right.
FRAGMENTS = [
    *("theorem", "def", "example", "instance", "structure", "mutual", "end", "namespace", "section", "where", "by", "sorry"),
    *("open", "in", "import", "variable", "private", "match", "with", "fun", "set_option", "@[simp]", "termination_by"),
    *("case h", "⊢", "n m : Nat", "inst✝ : Add α", "h : a = b", "«a b»", "x✝¹", ":=", ":", "|", "=>", "→", "∀", "∃", "λ"),
    *("(", ")", "[", "]", "{", "}", "⟨", "⟩", "⦃", "⦄", "/-", "-/", "/--", "--", "\n", "\n\n", "  ", "\t", "\r\n", "\ufeff"),
    *('"', '\\"', "'", "'a'", "s!\"{", "`", "``", "```", "```lean", "<think>", "</think>", "$", "#", "#check", "_", ".", "..", ","),
    *("0", "007", "1.5", "1e9", "0x", "-1", "∑ x ∈ s,", "a.b.c", "«", "»", "\x00", "\u2028", "𝔸", "é", "̈"),
    *('{"', '":', "null", "true", "[[lean_lib]]", 'name = "x"', "[leanOptions]", "a.b = 1", "https://", "git@", "file:///", "@v1"),
    *("'t' depends on axioms: [", "openai:", "vllm:", "symbolic+", ",temperature=", "#12", ":t", "/", "~", "-"),
    *('{"severity":"error","pos":{"line":1,"column":0},"data":"x"}', '{"module":"A","version":5,"decls":{},"references":{}}'),
]  # fmt: skip
NEARLY = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=25).map("".join)
SPACED = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
        ["module", "version", "decls", "references", "directImports", "severity", "pos", "line", "data", "path",
         "imports", "premises", "name", "formal_statement", "packages", "url", "dir", "type"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip
JSON = VALUES.map(json.dumps)

# Repeated to a large text, these have hurt parsers before: what opens and never closes, what begins again and again.
BURDENS = [
    *("(", "[", "⟨", "/-", "-/", '"', "«", "'", "`", "{", "}", "\n", " ", "a ", "a.", "a", "\\", "0", "--\n", "| x => "),
    *("theorem t : a := by\n", "case h\n⊢ a\n\n", "h : a\n", "fun x => ", "¬", "→ ", "∀ x, ", "a → ", "f (", "namespace A\n"),
    *("```lean\n", "<think>", "import A\n", "[[lean_lib]]\n", "[a]\n", '{"a":', "a.b = 1\n", "/--", "sorry ", "@[a] ", "where\n"),
    *("have : a := by\n  ", "· ", "open A in\n", "mutual\n", "calc a\n", "1 + ", "https://", "end\n", "s!\"{", "x✝ ", ", ", "+", "#"),
]  # fmt: skip
LARGE = 16_000


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(text=st.one_of(NEARLY, SPACED, JSON, st.text(max_size=40)))
def test_no_text_crashes_a_parser(name: str, text: str) -> None:
    """A model, a server or a repository may write anything, and a run of days must not end with a traceback."""
    survives(PARSERS[name], text)


@pytest.mark.parametrize("name", PARSERS)
def test_no_large_text_stalls_a_parser(name: str) -> None:
    """A file that is one long line of brackets, or a model that repeats itself, must not stop a run.

    What grows much faster than its text runs into the time limit that every test has.
    """
    for burden in BURDENS:
        survives(PARSERS[name], burden * (LARGE // len(burden)))
