"""What a user types as a statement, made into text that Lean can read.

People leave out the proof, write `lemma` without Mathlib, or give the bare proposition. All of that is mended here;
what cannot be mended is told in one line, before any Lean is started.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.commands import DECLARATION_KEYWORDS, TYPE_KEYWORDS, Command, code_tokens, commands, matching_bracket
from data.errors import UsageError
from data.signatures import SignatureScanner, outside_brackets
from data.source import BRACKETS, CLOSING_BRACKETS, Token, is_line_start, line_number, words

_EXAMPLE = "`theorem t (p q : Prop) : p ∧ q → q ∧ p`"
_BINDERS = words("∀ ∃ ∃! ∑ ∏ Σ Π λ fun let have if match ⋃ ⋂ ⨆ ⨅ ∫ show")
_PROPOSITION_SIGNS = words("∀ ∃ ¬ ( ∑ ∏ | ‖ ↑ √")
_CONTINUATIONS = words("where deriving with then else by termination_by decreasing_by")
_GOAL = "theorem goal : "


def readable_source(text: str) -> str:
    """The text of a Lean file with the statement `text` as its last theorem, which may still have no proof.

    Raises:
        UsageError: if the statement is empty, is cut off, or states nothing.
    """
    source = text.strip().removeprefix("\ufeff")
    code = code_tokens(source)
    if all(token.kind == "comment" for token in code):
        raise UsageError(f"the statement is empty; write for example {_EXAMPLE}")
    _check_brackets(source, code)
    found = commands(source, code)
    proposition = _proposition_start(source, code, found)
    if proposition is None:
        _check_last_declaration(code, found)
    else:
        _check_proposition(code, proposition)
        offset = code[proposition].start
        source = source[:offset] + _GOAL + source[offset:]
    return _without_lemma(source)


def check_signature(name: str, signature: str) -> None:
    """Check what stands between the name of a theorem and its proof.

    Raises:
        UsageError: if it has no colon or nothing behind the colon.
    """
    code = code_tokens(signature)
    outside = outside_brackets(code, 0, len(code))
    colon = next((index for index in outside if code[index].text == ":"), None)
    if colon is None:
        raise UsageError(f"`{name}` has no `:` in front of what it states; write for example {_EXAMPLE}")
    if colon + 1 >= len(code):
        raise UsageError(f"`{name}` states nothing behind its `:`; write for example {_EXAMPLE}")


def _check_brackets(source: str, code: Sequence[Token]) -> None:
    opened: list[Token] = []
    for token in code:
        if token.kind == "error":
            what = "comment `/-`" if token.text.startswith("/-") else "string"
            raise UsageError(f"the statement has a {what} that never ends ({_place(source, token)}); close it")
        if token.text in BRACKETS:
            opened.append(token)
        elif token.text in CLOSING_BRACKETS and (not opened or BRACKETS[opened.pop().text] != token.text):
            raise UsageError(f"unbalanced brackets: `{token.text}` at {_place(source, token)} closes nothing")
    if opened:
        closing = BRACKETS[opened[-1].text]
        raise UsageError(
            f"unbalanced brackets: `{opened[-1].text}` at {_place(source, opened[-1])} is never closed; add `{closing}`"
        )


def _place(source: str, token: Token) -> str:
    column = token.start - source.rfind("\n", 0, token.start)
    return f"line {line_number(source, token.start)}, column {column}"


def _proposition_start(source: str, code: Sequence[Token], found: Sequence[Command]) -> int | None:
    """The index of the first token of a bare proposition that ends the text; None where a declaration ends it."""
    if not found:
        return 0
    if found[0].first > 0 and all(code[command.keyword].text not in DECLARATION_KEYWORDS for command in found):
        return 0
    command = found[-1]
    word = code[command.keyword].text
    index = command.keyword + 1
    if word in ("theorem", "lemma", "example", "instance"):
        return None
    if word in DECLARATION_KEYWORDS:
        scanner = SignatureScanner(code, index, command.last)
        body = scanner.end_of_type() if word in TYPE_KEYWORDS else scanner.end_of_statement()
        if body is None:
            return None
        index = min(body + 2, command.last)
    while index < command.last:
        if is_line_start(source, code[index].start) and _begins_proposition(code[index], word):
            return index
        index = matching_bracket(code, index) + 1 if code[index].text in BRACKETS else index + 1
    if any(token.text == "in" for token in code[command.keyword : command.last]):  # `open Nat in ∀ n, ..`, a term
        return command.keyword
    return None


def _begins_proposition(token: Token, word: str) -> bool:
    """True where `token`, at the left margin, cannot continue the command that `word` began."""
    if token.kind == "symbol":
        continues = token.text in "(|" and (word == "variable" or word in DECLARATION_KEYWORDS)
        return token.text in _PROPOSITION_SIGNS and not continues
    return token.text not in _CONTINUATIONS


def _check_last_declaration(code: Sequence[Token], found: Sequence[Command]) -> None:
    declarations = [command for command in found if code[command.keyword].text in DECLARATION_KEYWORDS]
    declared = [code[command.keyword].text for command in declarations]
    if not declared:
        raise UsageError(f"the statement holds no theorem; end it with one, for example {_EXAMPLE}")
    if declared[-1] not in ("theorem", "lemma", "example", "instance"):
        raise UsageError(f"the statement ends with `{declared[-1]}`; end it with a theorem, for example {_EXAMPLE}")
    for command in declarations[:-1]:
        scanner = SignatureScanner(code, command.keyword + 1, command.last)
        if code[command.keyword].text in ("theorem", "lemma", "example") and scanner.end_of_statement() is None:
            raise UsageError("the statement has a theorem without a proof before its last one; give one at a time")


def _check_proposition(code: Sequence[Token], first: int) -> None:
    for index in outside_brackets(code, first, len(code)):
        if code[index].text in _BINDERS:
            return
        if code[index].text == ":":
            raise UsageError(
                "the statement has a `:` but no `theorem` in front of its name; write `theorem NAME ... : ...`"
            )


def _without_lemma(source: str) -> str:
    """`source` with every `lemma` made a `theorem`: only Mathlib knows the former."""
    code = code_tokens(source)
    for command in reversed(commands(source, code)):
        keyword = code[command.keyword]
        if keyword.text == "lemma":
            source = source[: keyword.start] + "theorem" + source[keyword.end :]
    return source
