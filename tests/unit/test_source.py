"""The lexer: whoever reads a comment as code, or code as a comment, finds theorems that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import UsageError
from data.source import is_identifier, line_number, read_source, tokens, without_comments

LEXED: list[tuple[str, list[tuple[str, str]]]] = [
    ("", []),
    ("  \t\r\n", []),
    ("x' 'a'", [("identifier", "x'"), ("char", "'a'")]),
    (
        r"'\n' '\'' '\\' '\x41' '\u03b1' '(' '\"'",
        [("char", t) for t in [r"'\n'", r"'\''", r"'\\'", r"'\x41'", r"'\u03b1'", r"'('", r"'\"'"]],
    ),
    (
        "f '' s '' t",
        [("identifier", "f"), ("symbol", "''"), ("identifier", "s"), ("symbol", "''"), ("identifier", "t")],
    ),
    (
        "xs[i]'h",
        [
            (k, t)
            for k, t in zip(
                ["identifier", "symbol", "identifier", "symbol", "symbol", "identifier"],
                ["xs", "[", "i", "]", "'", "h"],
                strict=True,
            )
        ],
    ),
    ('"a \\" -- b"', [("string", '"a \\" -- b"')]),
    ('"two\nlines"', [("string", '"two\nlines"')]),
    ('r"a\\" b', [("string", 'r"a\\"'), ("identifier", "b")]),
    ('r#"a"b"# c', [("string", 'r#"a"b"#'), ("identifier", "c")]),
    ('r##"a"#b"## c', [("string", 'r##"a"#b"##'), ("identifier", "c")]),
    ('s!"a {f ")"} b" x', [("string", 's!"a {f ")"} b"'), ("identifier", "x")]),
    ('s!"{ { x := s!"{y}" } }" z', [("string", 's!"{ { x := s!"{y}" } }"'), ("identifier", "z")]),
    ('m!"\\{" z', [("string", 'm!"\\{"'), ("identifier", "z")]),
    ("-- a := b\nc", [("comment", "-- a := b"), ("identifier", "c")]),
    ("/- a /- b -/ c -/ d", [("comment", "/- a /- b -/ c -/"), ("identifier", "d")]),
    (
        "/-- doc -/ /-! mod -/ /--/ x",
        [("comment", "/-- doc -/"), ("comment", "/-! mod -/"), ("comment", "/--/"), ("identifier", "x")],
    ),
    ('/- " -/ x', [("comment", '/- " -/'), ("identifier", "x")]),
    ('"/-" x', [("string", '"/-"'), ("identifier", "x")]),
    ("«a b».c «end»", [("identifier", "«a b».c"), ("identifier", "«end»")]),
    ("Nat.succ .succ x₁ α'", [("identifier", t) for t in ["Nat.succ", ".succ", "x₁", "α'"]]),
    ("λx Σ' y", [("symbol", "λ"), ("identifier", "x"), ("symbol", "Σ"), ("symbol", "'"), ("identifier", "y")]),
    (
        "n² sᶜ x⁻¹",
        [
            ("identifier", "n"),
            ("symbol", "²"),
            ("identifier", "s"),
            ("symbol", "ᶜ"),
            ("identifier", "x"),
            ("symbol", "⁻"),
            ("symbol", "¹"),
        ],
    ),
    ("a.{u}", [("identifier", "a"), ("symbol", "."), ("symbol", "{"), ("identifier", "u"), ("symbol", "}")]),
    (
        "0xff 1.5 1e-3 h.1",
        [
            ("number", "0xff"),
            ("number", "1.5"),
            ("number", "1e-3"),
            ("identifier", "h"),
            ("symbol", "."),
            ("number", "1"),
        ],
    ),
    ("1..2", [("number", "1"), ("symbol", ".."), ("number", "2")]),
    ("`theorem ``Nat.add", [("symbol", "`theorem"), ("symbol", "``Nat.add")]),
    ("#eval #[1]", [("symbol", "#eval"), ("symbol", "#"), ("symbol", "["), ("number", "1"), ("symbol", "]")]),
    (
        "a:=b::c=>d|e||f",
        [
            ("identifier", "a"),
            ("symbol", ":="),
            ("identifier", "b"),
            ("symbol", "::"),
            ("identifier", "c"),
            ("symbol", "=>"),
            ("identifier", "d"),
            ("symbol", "|"),
            ("identifier", "e"),
            ("symbol", "||"),
            ("identifier", "f"),
        ],
    ),
    ("\ufeffimport A", [("identifier", "import"), ("identifier", "A")]),
    ('"open', [("error", '"'), ("identifier", "open")]),
    ("a /- open", [("identifier", "a"), ("error", "/- open")]),
]


@pytest.mark.parametrize(("source", "expected"), LEXED)
def test_tokens(source: str, expected: list[tuple[str, str]]) -> None:
    """A token of the wrong kind puts the end of a statement in the wrong place."""
    found = tokens(source)
    assert [(token.kind, token.text) for token in found] == expected
    assert all(source[token.start : token.end] == token.text for token in found)


def test_nothing_but_white_space_is_left_out() -> None:
    """Text between two tokens would be lost to every reader."""
    source = "theorem t : ∀ x, |x| ≤ 𝔸 ⊗ₘ $(y) ‹p› ∎\r\n\tby simp; done -- ok"
    position = 0
    for token in tokens(source):
        assert source[position : token.start].isspace() or position == token.start
        position = token.end
    assert position == len(source)


def test_lines_are_counted_from_one() -> None:
    """A message would point the user to the wrong line."""
    assert [line_number("a\r\nb\nc", offset) for offset in (0, 3, 5)] == [1, 2, 3]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """Writing a proof into a file with CRLF line ends would otherwise change every line of it."""
    path = tmp_path / "A.lean"
    path.write_bytes("a\r\nβ".encode())
    assert read_source(path) == "a\r\nβ"


def test_unreadable_files_are_the_users_mistake(tmp_path: Path) -> None:
    """The user would see a traceback instead of a line that says what to mend."""
    with pytest.raises(UsageError, match="no such file"):
        read_source(tmp_path / "none.lean")
    (tmp_path / "latin.lean").write_bytes(b"-- caf\xe9")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_source(tmp_path / "latin.lean")
    with pytest.raises(UsageError, match="a folder, not a Lean file"):
        read_source(tmp_path)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("theorem t : p := h", "theorem t : p := h"),
        ("/-- Doc. -/\ntheorem t : p -- why\n    ∧ q", "theorem t : p\n    ∧ q"),
        ("/- a /- nested -/ one -/ def x := 1 - -2", "def x := 1 - -2"),
        ('def s := "-- no /- comment" -- but this', 'def s := "-- no /- comment"'),
        ("def «a--b» := 1 /- end", "def «a--b» := 1 /- end"),
        ("def f : Nat\n  -- first\n  | 0 => 1 /- zero -/\n\n  | n => n", "def f : Nat\n  | 0 => 1\n  | n => n"),
        ("-- nothing else", ""),
    ],
)
def test_comments_are_taken_out(code: str, expected: str) -> None:
    """A retriever would learn from remarks, or lose what stands behind a dash."""
    assert without_comments(code) == expected


def test_names_are_told_from_notation() -> None:
    """What is no identifier is not marked as a premise in a tactic."""
    names = ("Nat.add_comm", "h'", "«odd name».x", ".succ", "α₁")
    assert all(is_identifier(text) for text in names)
    assert not any(is_identifier(text) for text in ("a b", "", "+", "(f)", "f.", "⟨x⟩", "a,"))
