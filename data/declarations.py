"""The declarations of a Lean file and the holes in them that a search can fill, read from the text alone.

No Lean process is asked: a name, a line or a `sorry` is found in milliseconds, also in files that do not elaborate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.commands import DECLARATION_KEYWORDS, MODIFIERS, TYPE_KEYWORDS, Command, code_tokens, commands, split_name
from data.errors import UsageError
from data.signatures import Constructor, SignatureScanner, constructors, outside_brackets
from data.source import CLOSING_BRACKETS, Token, is_line_start, iterate_tokens, line_number, words
from data.statements import check_signature, readable_source
from data.theorem import Theorem

_HOLE_KEYWORDS = frozenset({"theorem", "lemma", "example", "instance", "def", "abbrev"})
_THEOREM_KEYWORDS = frozenset({"theorem", "lemma", "example"})
# Words that continue a declaration at the left margin.
_CONTINUATIONS = words(
    "by where with deriving termination_by decreasing_by then else from do fun at using in extends end"
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration of a Lean file. All offsets count characters of the file's text.

    Attributes:
        keyword: what declares it: `theorem`, `def`, `inductive`, ...; `class` for `class inductive` too.
        full_name: name with its namespaces, without `_root_`; `example@L12` where it has no name.
        modifiers: `private`, `noncomputable`, ..., in order.
        start: first character, doc comment, attributes, modifiers and `open ... in` prefixes included.
        own_start: the same without the prefixes: where Lean, too, lets the declaration begin.
        keyword_start: first character of the keyword.
        name_start: first character of the name as written, or of what follows the keyword where there is no name.
        name_end: one past the last character of the name; equal to `name_start` where there is no name.
        statement_end: where the proof, value or body begins: its `:=`, `|` or `where`; `end` where there is none.
        end: one past the last character; comments behind it do not belong to it.
        sorries: offsets of the `sorry`s in its proof or body.
        constructors: of an inductive type, else empty.
        is_only_sorry: True where the proof is `sorry` or `by sorry` and nothing else.
        is_by: True where the proof is a `by` block.
        in_mutual: True in a `mutual` block.
    """

    keyword: str
    full_name: str
    modifiers: tuple[str, ...]
    start: int
    own_start: int
    keyword_start: int
    name_start: int
    name_end: int
    statement_end: int
    end: int
    sorries: tuple[int, ...]
    constructors: tuple[Constructor, ...]
    is_only_sorry: bool
    is_by: bool
    in_mutual: bool

    @property
    def is_anonymous(self) -> bool:
        return self.name_start == self.name_end

    def docstring(self, source: str) -> str | None:
        """What its doc comment says, None where it has none."""
        head = source[self.own_start : self.keyword_start]
        comment = next((token.text for token in iterate_tokens(head) if token.is_doc_comment), None)
        return None if comment is None else comment[3:-2].strip()

    @property
    def has_hole(self) -> bool:
        """True for what a search can prove: not for types, axioms and opaque constants."""
        return self.keyword in _HOLE_KEYWORDS

    @property
    def is_theorem(self) -> bool:
        """True for a theorem, lemma or example, and for an instance proved by tactics."""
        return self.keyword in _THEOREM_KEYWORDS or (self.keyword == "instance" and self.is_by)


def declarations(source: str) -> list[Declaration]:
    """Every declaration of `source` in order. Never raises: what cannot be read is left out."""
    code = code_tokens(source)
    return [
        _declaration(source, code, command)
        for command in commands(source, code)
        if code[command.keyword].text in DECLARATION_KEYWORDS
    ]


def theorems(source: str, path: Path | None) -> list[Theorem]:
    """Every theorem, lemma, example and tactic-proved instance of `source`, its whole proof as the hole."""
    return [_whole_proof(declaration, source, path) for declaration in declarations(source) if declaration.is_theorem]


def sorry_theorems(source: str, path: Path | None) -> list[Theorem]:
    """One theorem for every `sorry` of `source`; a proof that is nothing but `sorry` is a whole proof to be found."""
    return [
        hole
        for declaration in declarations(source)
        if declaration.has_hole and declaration.sorries
        for hole in holes(declaration, source, path)
    ]


def holes(declaration: Declaration, source: str, path: Path | None) -> list[Theorem]:
    """What of the declaration can be searched for: every `sorry` of a longer proof, or else the whole proof."""
    whole = _whole_proof(declaration, source, path)
    if declaration.is_only_sorry or not declaration.sorries:
        return [whole]
    return [
        replace(
            whole,
            full_name=declaration.full_name if number == 1 else f"{declaration.full_name}#{number}",
            hole_start=offset,
            hole_end=offset + len("sorry"),
            is_whole_proof=False,
        )
        for number, offset in enumerate(declaration.sorries, start=1)
    ]


def theorem_from_statement(text: str) -> Theorem:
    """The theorem a user typed: a declaration with or without a proof, or a bare proposition, which is called `goal`.

    Commands in front of it (`import`, `open`, `variable`, `def`) stay; its source always has a proof, `sorry` where
    none was given; `lemma` becomes `theorem`.

    Raises:
        UsageError: if the statement is empty or cannot be read; the message is one line and says how to mend it.
    """
    source = readable_source(text)
    found = declarations(source)
    assert found, "a readable statement declares something"
    target = found[-1]
    if target.is_anonymous and target.keyword in ("theorem", "lemma"):
        raise UsageError(f"the {target.keyword} has no name; write `theorem NAME ... : ...`, or `example : ...`")
    check_signature(
        target.keyword if target.is_anonymous else target.full_name, source[target.name_end : target.statement_end]
    )
    proof = [token.text for token in code_tokens(source[target.statement_end : target.end])]
    if proof in ([], [":="], [":=", "by"]):
        signature = source[: target.statement_end]
        space = "" if signature[-1].isspace() else " "
        source = f"{signature}{space}:= sorry{source[target.end :]}"
    return holes(declarations(source)[-1], source, None)[0]


def negation_of(theorem: Theorem, name: str) -> Theorem | None:
    """A theorem called `name` that says the negation of `theorem`, right behind it, so that it means the same names.

    None where the theorem cannot be referred to: a `sorry` in a longer proof, an example, one in a `mutual` block, or
    one behind an `include`, whose hypotheses would be added to the negation.
    """
    if not theorem.is_whole_proof or theorem.keyword not in ("theorem", "lemma"):
        return None
    before = theorem.source[: theorem.hole_start].rstrip() + " := sorry"
    code = code_tokens(before)
    if any(code[command.keyword].text == "include" for command in commands(before, code)):
        return None
    target = declarations(before)[-1]
    if target.in_mutual or target.is_anonymous or target.full_name != theorem.full_name:
        return None
    source = f"{before}\n\ntheorem {name} : ¬ (type_of% @{theorem.full_name}) := sorry\n"
    return _whole_proof(declarations(source)[-1], source, theorem.path)


def _declaration(source: str, code: Sequence[Token], command: Command) -> Declaration:
    keyword = code[command.keyword]
    head = command.keyword + 1
    if keyword.text == "class" and head < command.last and code[head].text in ("inductive", "abbrev"):
        head += 1
    if keyword.text == "instance" and head + 1 < command.last and code[head + 1].text == "priority":
        head = next((index for index in range(head, command.last) if code[index].text == ")"), head) + 1
    name = code[head] if head < command.last and keyword.text != "example" else None
    if name is not None and name.kind != "identifier":
        name = None
    scanner = SignatureScanner(code, head + (name is not None), command.last)
    body = scanner.end_of_type() if keyword.text in TYPE_KEYWORDS else scanner.end_of_statement()
    last = command.last if body is None else _last_of_body(source, code, body, command.last)
    while last > command.keyword + 1 and code[last - 1].kind == "comment":
        last -= 1
    end = code[last - 1].end
    proof = [token.text for token in code[body:last]] if body is not None else []
    name_start = name.start if name is not None else code[min(head, last - 1)].start
    return Declaration(
        keyword=keyword.text,
        full_name=_full_name(source, command, keyword, name),
        modifiers=tuple(token.text for token in code[command.first : command.keyword] if token.text in MODIFIERS),
        start=code[command.first].start,
        own_start=code[command.own_first].start,
        keyword_start=keyword.start,
        name_start=name_start,
        name_end=name.end if name is not None else name_start,
        statement_end=code[body].start if body is not None else end,
        end=end,
        sorries=tuple(token.start for token in code[body:last] if token.text == "sorry") if body is not None else (),
        constructors=constructors(source, code, body, last)
        if body is not None and _is_inductive(code, command)
        else (),
        is_only_sorry=proof in ([":=", "sorry"], [":=", "by", "sorry"]),
        is_by=proof[:2] == [":=", "by"],
        in_mutual=command.in_mutual,
    )


def _is_inductive(code: Sequence[Token], command: Command) -> bool:
    words = [token.text for token in code[command.keyword : command.keyword + 2]]
    return words[0] in ("inductive", "coinductive") or words == ["class", "inductive"]


def _full_name(source: str, command: Command, keyword: Token, name: Token | None) -> str:
    if name is None:
        return f"{keyword.text}@L{line_number(source, keyword.start)}"
    parts = [*command.namespace, *split_name(name.text)]
    while "_root_" in parts:
        parts = parts[parts.index("_root_") + 1 :]
    return ".".join(parts)


def _last_of_body(source: str, code: Sequence[Token], body: int, last: int) -> int:
    """One past the last token of the declaration: before an unknown word at the left margin (a user's command).

    Where the proof itself is written at the left margin, nothing tells such a word from a tactic, and all is proof.
    """
    first = body + 2 if body + 1 < last and code[body + 1].text == "by" else body + 1
    if first < last and is_line_start(source, code[first].start) and code[first].kind == "identifier":
        return last
    for index in outside_brackets(code, first + 1, last):
        token = code[index]
        if token.kind != "identifier" or token.text in _CONTINUATIONS or not is_line_start(source, token.start):
            continue
        if code[index - 1].kind != "symbol" and code[index - 1].text not in _CONTINUATIONS:
            return index
        if code[index - 1].text in CLOSING_BRACKETS:
            return index
    return last


def _whole_proof(declaration: Declaration, source: str, path: Path | None) -> Theorem:
    return Theorem(
        full_name=declaration.full_name,
        path=path,
        source=source,
        keyword=declaration.keyword,
        start=declaration.start,
        hole_start=declaration.statement_end,
        hole_end=declaration.end,
        end=declaration.end,
        is_whole_proof=True,
    )
