"""Where the commands of a Lean file begin and end, and in which namespace each of them stands.

Lean ends a command where the next one begins, and most command keywords are reserved words that no term contains. The
exceptions have rules of their own here: `open ... in` and `set_option ... in` also occur inside proofs, and a file may
declare commands that only its own parser knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.source import BRACKETS, CLOSING_BRACKETS, Token, is_line_start, iterate_tokens, words

DECLARATION_KEYWORDS = words(
    "theorem lemma example instance def abbrev inductive structure class axiom opaque coinductive"
)
TYPE_KEYWORDS = words("inductive coinductive structure class")
MODIFIERS = words("private protected public meta noncomputable computable nonrec unsafe partial local scoped")
# Reserved words: wherever one stands outside brackets, a command begins (after its modifiers).
_RESERVED = DECLARATION_KEYWORDS | words(
    "namespace section end variable universe mutual attribute export import include omit initialize builtin_initialize"
    " syntax macro macro_rules notation infix infixl infixr prefix postfix elab elab_rules declare_syntax_cat"
    " #eval #eval! #check #check_failure #print #reduce #guard #guard_msgs #synth #exit #help"
)
# Names of commands that may also be ordinary identifiers: they begin a command at the left margin only.
_UNRESERVED = words(
    "alias recall proof_wanted irreducible_def notation3 library_note add_decl_doc assert_not_exists assert_exists"
    " assert_not_imported initialize_simps_projections run_cmd run_elab run_meta seal unseal simproc dsimproc"
    " simproc_decl dsimproc_decl builtin_simproc builtin_dsimproc register_simp_attr register_option"
    " register_builtin_option register_label_attr suppress_compilation unsuppress_compilation grind_pattern"
    " mk_iff_of_inductive_prop binder_predicate compile_inductive compile_def extend_docs open_locale tactic_extension"
    " deprecated_module prelude module init_quot gen_injective_theorems show_panel_widgets reset_grind_attrs"
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the half-open range `first:last` of the code it was found in.

    Attributes:
        first: index of its first token: doc comment, attribute, modifier, or a command before it that ends in `in`.
        own_first: the same without the commands that end in `in`.
        keyword: index of the token that names the command.
        last: index one past its last token.
        namespace: the components of the namespace it stands in.
        in_mutual: True between `mutual` and its `end`.
    """

    first: int
    own_first: int
    keyword: int
    last: int
    namespace: tuple[str, ...]
    in_mutual: bool


# Nobody writes more; a text that does is no Lean file, and must not take for ever.
_MAX_MODIFIERS, _MAX_SCOPES = 100, 200


def code_tokens(source: str) -> list[Token]:
    """The tokens that matter to Lean's parser: no comments but the doc comments `/-- -/` and `/-! -/`."""
    return [
        token
        for token in iterate_tokens(source)
        if token.kind != "comment" or token.is_doc_comment or token.is_module_doc
    ]


def commands(source: str, code: Sequence[Token]) -> list[Command]:
    """The commands of `source`, whose `code_tokens` are `code`, in order."""
    starts = _command_starts(source, code)
    found: list[Command] = []
    scopes: list[tuple[str, str]] = []
    first: int | None = None
    for number, (start, keyword) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else len(code)
        first = start if first is None else first
        word = code[keyword].text
        if code[last - 1].text == "in" and word not in DECLARATION_KEYWORDS and number + 1 < len(starts):
            continue
        found.append(
            Command(
                first=first,
                own_first=start,
                keyword=keyword,
                last=last,
                namespace=tuple(name for kind, name in scopes if kind == "namespace"),
                in_mutual=any(kind == "mutual" for kind, _ in scopes),
            )
        )
        first = None
        _change_scopes(source, scopes, code[keyword:last])
    return found


def matching_bracket(code: Sequence[Token], index: int) -> int:
    """The index of the bracket that closes the one at `index`; the last index of `code` where none does."""
    closers: list[str] = []
    for position in range(index, len(code)):
        text = code[position].text
        if text in BRACKETS:
            closers.append(BRACKETS[text])
        elif text in CLOSING_BRACKETS and text in closers:
            while closers.pop() != text:
                pass
            if not closers:
                return position
    return len(code) - 1


def _command_starts(source: str, code: Sequence[Token]) -> list[tuple[int, int]]:
    """For every command the index of its first token and of its keyword."""
    starts: list[tuple[int, int]] = []
    closers: list[str] = []
    openers: list[int] = []
    index = 0
    while index < len(code):
        token = code[index]
        if closers and is_line_start(source, token.start) and _is_torn(source, code, openers, index):
            closers.clear()
            openers.clear()
        if not closers and (keyword := _command_keyword(source, code, index)) is not None:
            starts.append((index, keyword))
            index = keyword + 1 + _keyword_tail(code, keyword)
            continue
        if token.text in BRACKETS:
            closers.append(BRACKETS[token.text])
            openers.append(index)
        elif token.text in CLOSING_BRACKETS and token.text in closers:
            while closers.pop() != token.text:
                openers.pop()
            openers.pop()
        index += 1
    return starts


def _is_torn(source: str, code: Sequence[Token], openers: Sequence[int], index: int) -> bool:
    """True where a bracket was never closed: a command begins at the left margin, and not in a quoted command."""
    keyword = _command_keyword(source, code, index)
    if keyword is None or code[keyword].text not in _RESERVED:
        return False
    return not any(opener > 0 and code[opener - 1].text == "`" for opener in openers)


def _keyword_tail(code: Sequence[Token], keyword: int) -> int:
    """How many tokens behind the keyword belong to it and could be taken for a command."""
    following = code[keyword + 1].text if keyword + 1 < len(code) else ""
    word = code[keyword].text
    if word == "class" and following in ("inductive", "abbrev"):
        return 1
    if word == "deriving" and following == "instance":
        return 1
    return int(word == "open" and following in ("scoped", "private"))


def _command_keyword(source: str, code: Sequence[Token], index: int) -> int | None:
    """The index of the keyword of the command that begins at `index`; None where none begins there."""
    token = code[index]
    if token.is_module_doc:
        return index
    keyword = _skip_modifiers(code, index)
    if keyword >= len(code):
        return None
    word = code[keyword].text
    margin = is_line_start(source, token.start)
    if word in _RESERVED:
        return None if word == "lemma" and not _is_name(code, keyword + 1) else keyword
    if word == "deriving" and keyword + 1 < len(code) and code[keyword + 1].text == "instance":
        return keyword
    if word in ("open", "set_option"):
        return keyword if _is_command_prefix(source, code, keyword) else None
    if not margin:
        return None
    if word in _UNRESERVED or (word.startswith("#") and len(word) > 2):
        return keyword
    return keyword if keyword > index and _is_unknown_command(source, code, keyword) else None


def _skip_modifiers(code: Sequence[Token], index: int) -> int:
    """The index of the first token from `index` on that is no doc comment, attribute or modifier."""
    for _ in range(_MAX_MODIFIERS):
        if index >= len(code):
            break
        token = code[index]
        if token.text == "@[":
            index = matching_bracket(code, index) + 1
        elif token.text == "scoped" and index + 1 < len(code) and code[index + 1].text == "[":
            index = matching_bracket(code, index + 1) + 1
        elif token.is_doc_comment or token.text in MODIFIERS:
            index += 1
        else:
            break
    return index


def _is_name(code: Sequence[Token], index: int) -> bool:
    return index < len(code) and code[index].kind == "identifier" and code[index].text not in _RESERVED


def _is_unknown_command(source: str, code: Sequence[Token], keyword: int) -> bool:
    """True for `my_command name` or `my_command "text"`; a field of a structure has a colon behind its name."""
    if not _is_name(code, keyword) or keyword + 1 >= len(code):
        return False
    following = code[keyword + 1]
    same_line = "\n" not in source[code[keyword].end : following.start]
    return same_line and following.kind in ("identifier", "string")


def _is_command_prefix(source: str, code: Sequence[Token], keyword: int) -> bool:
    """True where the `open` or `set_option` at `keyword` is a command, False where it is part of a term or tactic."""
    if is_line_start(source, code[keyword].start):
        return True
    while True:
        behind = _end_of_prefix(source, code, keyword)
        if behind >= len(code) or code[behind].text != "in":
            return True
        keyword = _skip_modifiers(code, behind + 1)
        if keyword >= len(code):
            return False
        if code[keyword].text not in ("open", "set_option"):
            return _command_keyword(source, code, behind + 1) is not None


def _end_of_prefix(source: str, code: Sequence[Token], keyword: int) -> int:
    """The index of the first token behind the arguments of the `open` or `set_option` at `keyword`."""
    index = keyword + 1
    if code[keyword].text == "set_option":
        return index + 2
    while index < len(code) and not is_line_start(source, code[index].start):
        text = code[index].text
        if text == "(":
            index = matching_bracket(code, index) + 1
        elif text in ("→", "->", ",") or (_is_name(code, index) and text not in ("in", "open", "set_option")):
            index += 1
        else:
            break
    return index


def _change_scopes(source: str, scopes: list[tuple[str, str]], code: Sequence[Token]) -> None:
    """Open or close the scopes that one command opens or closes."""
    word = code[0].text
    name = ""
    if len(code) > 1 and code[1].kind == "identifier" and "\n" not in source[code[0].end : code[1].start]:
        name = code[1].text
    if len(scopes) > _MAX_SCOPES and word != "end":
        return
    if word in ("namespace", "section"):
        scopes.extend((word, part) for part in split_name(name) or [""])
    elif word == "mutual":
        scopes.append(("mutual", ""))
    elif word == "end":
        del scopes[max(0, len(scopes) - max(1, len(split_name(name)))) :]


def split_name(name: str) -> list[str]:
    """The components of a dotted name; a dot inside `«...»` separates nothing."""
    parts: list[str] = []
    for piece in name.split("."):
        if parts and "«" in parts[-1] and "»" not in parts[-1]:
            parts[-1] += "." + piece
        elif piece:
            parts.append(piece)
    return parts
