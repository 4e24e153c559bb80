"""A lexer for Lean source, good enough to find declarations without a Lean process.

Lean's grammar grows with every `notation` of a file, so nobody but Lean can parse it in full. What can be told from the
text alone is where comments, strings, names and brackets are, and that is enough for all that is asked on this floor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from data.errors import UsageError

TokenKind = Literal["comment", "string", "char", "identifier", "number", "symbol", "error"]

BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⦃": "⦄", "@[": "]"}
CLOSING_BRACKETS = frozenset(BRACKETS.values())

# Superscripts are letters to Python but postfix operators to Lean (`x²`, `sᶜ`).
_SUPERSCRIPTS = "¹²³⁰-⁹ⁱⁿ\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf"
_PART = rf"(?:[^\W\dλΠΣ{_SUPERSCRIPTS}](?:[^\W{_SUPERSCRIPTS}]+|['!?])*|«[^«»\n]*»)"
_IDENTIFIER = rf"{_PART}(?:\.{_PART})*"

_SPACE = re.compile(r"[\s\ufeff]*")
_WHOLE_IDENTIFIER = re.compile(rf"\.?{_IDENTIFIER}")
_TOKEN = re.compile(
    rf"""
      (?P<line_comment>--[^\n]*)
    | (?P<block_comment>/-)
    | (?P<interpolated>[a-z]+!")
    | (?P<string>r(?P<hashes>\#*)"(?s:.*?)"(?P=hashes)|"(?:[^"\\]|\\(?s:.))*")
    | (?P<image>'')
    | (?P<char>(?<![\])}}⟩'¹])'(?:\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|.)|[^\\'\n])')
    | (?P<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<name_literal>``?{_IDENTIFIER})
    | (?P<identifier>\.?{_IDENTIFIER})
    | (?P<command>\#{_PART})
    | (?P<symbol>:=|::|=>|<\|>|\|>\.?|<\||\|\|\|?|\.\.\.?|@\[|<-|->|.)
    """,
    re.VERBOSE,
)
_KINDS: dict[str, TokenKind] = {
    "line_comment": "comment",
    "string": "string",
    "char": "char",
    "number": "number",
    "identifier": "identifier",
}
_COMMENT_START = re.compile(r"/-|--")
_COMMENT_EDGE = re.compile(r"/-|-/")
_MAX_INTERPOLATIONS = 5  # one inside the other
_INTERPOLATION_EDGE = re.compile(r'\\(?s:.)|[{"]')


class Token(NamedTuple):
    """One lexical piece of a Lean file.

    Attributes:
        kind: `identifier` covers keywords; `.succ` and `Nat.succ` are one identifier each; `#eval` and `` `name `` are
            symbols; `error` is a quote or comment that never ends.
        text: the characters themselves.
        start: offset of the first character.
        end: offset one past the last character.
    """

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def is_doc_comment(self) -> bool:
        """True for `/-- ... -/`, which belongs to the declaration behind it."""
        return self.kind == "comment" and self.text.startswith("/--")

    @property
    def is_module_doc(self) -> bool:
        """True for `/-! ... -/`, which is a command of its own."""
        return self.kind == "comment" and self.text.startswith("/-!")


def tokens(source: str) -> list[Token]:
    """Every token of `source` in order, comments included, white space not."""
    return list(iterate_tokens(source))


def iterate_tokens(source: str, start: int = 0, *, depth: int = 0) -> Iterator[Token]:
    """The tokens from offset `start` on, one at a time, for readers that stop early.

    Args:
        source: the text.
        start: where to begin.
        depth: how many interpolated strings there are around it.
    """
    skip_space, match_token = _SPACE.match, _TOKEN.match
    position, length = start, len(source)
    while True:
        space = skip_space(source, position)
        assert space is not None, "the pattern matches the empty text"
        position = space.end()
        if position >= length:
            return
        match = match_token(source, position)
        assert match is not None, "the last alternative matches any character"
        group, end = match.lastgroup or "symbol", match.end()
        kind = _KINDS.get(group, "symbol")
        if group == "block_comment":
            end = _comment_end(source, end)
            kind = "comment"
            if end < 0:
                kind, end = "error", length
        elif group == "interpolated":
            end = _interpolation_end(source, end, depth + 1)
            kind = "string"
            if end < 0:
                kind, end = "error", match.end()
        elif kind == "symbol" and match.group() == '"':
            kind = "error"
        yield Token(kind, source[position:end], position, end)
        position = end


def _comment_end(source: str, position: int) -> int:
    """One past the `-/` of the comment whose `/-` ends at `position`; -1 where there is none."""
    depth = 1
    for edge in _COMMENT_EDGE.finditer(source, position):
        depth += 1 if edge.group() == "/-" else -1
        if depth == 0:
            return edge.end()
    return -1


def _interpolation_end(source: str, position: int, depth: int) -> int:
    """One past the closing quote of an interpolated string whose opening quote ends at `position`; -1 for none."""
    if depth > _MAX_INTERPOLATIONS:
        return -1
    while (edge := _INTERPOLATION_EDGE.search(source, position)) is not None:
        if edge.group() == '"':
            return edge.end()
        position = edge.end()
        if edge.group() == "{":
            num_open = 1
            for token in iterate_tokens(source, position, depth=depth):
                if token.kind == "error":  # what does not end in here does not let this end either
                    return -1
                num_open += (token.text == "{") - (token.text == "}")
                position = token.end
                if num_open == 0:
                    break
    return -1


def is_identifier(text: str) -> bool:
    """Whether the text is one identifier and nothing else."""
    return _WHOLE_IDENTIFIER.fullmatch(text) is not None


def without_comments(code: str) -> str:
    """The text without comments and doc comments; where there are any, also without empty lines."""
    if "--" not in code and "/-" not in code:
        return code.strip()
    pieces: list[str] = []
    position = 0
    for start, end in _comments(code):
        pieces.append(code[position:start])
        position = end
    lines = "".join([*pieces, code[position:]]).split("\n")
    return "\n".join(line.rstrip() for line in lines if line.strip()).strip()


def _comments(code: str) -> Iterator[tuple[int, int]]:
    """Where the comments are. Without strings and quoted names nothing but a comment looks like one."""
    if '"' in code or "«" in code:
        yield from ((token.start, token.end) for token in iterate_tokens(code) if token.kind == "comment")
        return
    position = 0
    while (opening := _COMMENT_START.search(code, position)) is not None:
        is_block = opening.group() == "/-"
        position = _comment_end(code, opening.end()) if is_block else code.find("\n", opening.end())
        position = position if position >= 0 else len(code)
        yield opening.start(), position


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set: tables of keywords read better without quotes and commas."""
    return frozenset(text.split())


def line_number(source: str, offset: int) -> int:
    """The 1-based line of the character at `offset`."""
    return source.count("\n", 0, offset) + 1


def is_line_start(source: str, offset: int) -> bool:
    """True where the character at `offset` stands at the left margin."""
    return offset == 0 or source[offset - 1] in "\n\ufeff"


def read_source(path: Path) -> str:
    """The text of a Lean file with its line ends as they are, so that offsets fit the file and it can be written back.

    Raises:
        UsageError: if there is no such file, it is not UTF-8 text, or Git LFS has not fetched it.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise UsageError(f"no such file: {path}") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder, not a Lean file; a whole package is named with --repo") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None
    if text.startswith("version https://git-lfs.github.com/spec/"):
        raise UsageError(f"{path} is only a pointer of Git LFS: install git-lfs, run `git lfs pull` in {path.parent}")
    return text
