"""Premise selection by words: what a search is shown first when a thousand lemmas are known."""

from __future__ import annotations

from retrieval.lexical import LexicalIndex

COMMON = [{"=", "+", "Nat"} for _ in range(20)]


def test_a_shared_rare_symbol_counts_more_than_shared_common_ones() -> None:
    """Otherwise every lemma about `+` would come before the one about the goal's own function."""
    index = LexicalIndex([*COMMON, {"=", "double", "List"}])
    assert index.rank({"=": 1.0, "+": 1.0, "double": 1.0}, count=1)[0][0] == len(COMMON)


def test_a_short_statement_is_nearer_than_a_long_one_with_the_same_symbol() -> None:
    """Otherwise statements that mention everything would be near to everything."""
    index = LexicalIndex([{"double", "a", "b", "c", "d", "e"}, {"double"}])
    assert [number for number, _ in index.rank({"double": 1.0}, count=2)] == [1, 0]


def test_nothing_in_common_is_not_ranked() -> None:
    """A list padded with strangers would cost a Lean check for each."""
    index = LexicalIndex([{"double"}, {"half"}])
    assert [number for number, _ in index.rank({"half": 1.0, "unknown": 1.0}, count=5)] == [1]
    assert index.rank({"unknown": 1.0}, count=5) == []


def test_scores_lie_between_zero_and_one_and_fall() -> None:
    """They are turned into probabilities."""
    index = LexicalIndex([{"a"}, {"a", "b"}, {"a", "b", "c"}])
    scores = [score for _, score in index.rank({"a": 1.0, "b": 0.5}, count=3)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 + 1e-9 for score in scores)


def test_equal_statements_come_in_a_fixed_order_the_latest_first() -> None:
    """The same goal must get the same list, and what was proved last is likeliest to be used next."""
    index = LexicalIndex([{"a"}, {"a"}, {"a"}])
    assert [number for number, _ in index.rank({"a": 1.0}, count=2)] == [2, 1]


def test_an_empty_index_answers() -> None:
    """A file may have no lemma before its first theorem."""
    assert LexicalIndex([]).rank({"a": 1.0}, count=3) == []
