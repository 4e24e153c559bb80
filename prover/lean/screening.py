"""Which candidates are sent to Lean at all.

A candidate is text from a model, put into the middle of a file. This keeps out what would end the tactic block it is
put into and what could never be part of a proof that counts. It is a sieve that saves work and keeps batches whole,
not the judge: that is `verification.py`.
"""

from __future__ import annotations

import re

from data.source import BRACKETS, CLOSING_BRACKETS, Token, tokens

_NEVER_PROVES = frozenset(
    {
        "sorry", "admit", "sorryAx", "stop", "native_decide", "native", "ofReduceBool", "ofReduceNat", "trustCompiler",
        "lcProof", "lcUnreachable", "lcCast", "unsafe", "unsafeCast", "run_tac", "run_elab", "run_meta", "eval_term",
        "implemented_by", "extern", "csimp", "initialize", "builtin_initialize", "include_str",
    }
)  # fmt: skip
_COMMANDS = frozenset(
    {
        "theorem", "lemma", "example", "def", "abbrev", "axiom", "opaque", "instance", "structure", "class",
        "inductive", "coinductive", "namespace", "section", "end", "variable", "universe", "macro", "macro_rules",
        "syntax", "notation", "notation3", "infix", "infixl", "infixr", "prefix", "postfix", "elab", "elab_rules",
        "attribute", "export", "import", "mutual", "deriving", "init_quot", "private", "protected", "local", "scoped",
        "noncomputable", "partial", "declare_syntax_cat", "simproc", "where", "termination_by", "decreasing_by",
        "include", "omit", "add_decl_doc", "alias", "initialize_simps_projections",
    }
)  # fmt: skip
_HARMLESS_OPTIONS = re.compile(r"pp\.|linter\.|trace\.|maxRecDepth$|synthInstance\.|exponentiation\.")


def objection(tactic: str) -> str | None:
    """Why the tactic must not be sent to Lean, in a few words; None if it may."""
    if not tactic.strip():
        return "an empty tactic"
    parts = [token for token in tokens(tactic) if token.kind != "comment" or token.text.startswith("/--")]
    if not parts:
        return "nothing but a comment"
    return _bracket_objection(parts) or _word_objection(parts)


def _bracket_objection(parts: list[Token]) -> str | None:
    """A bracket that closes what stands around the candidate would let it out of its block."""
    open_brackets: list[str] = []
    for token in parts:
        if token.kind == "error":
            return f"never ends: {token.text[:20]}"
        if token.kind != "symbol":
            continue
        if token.text in BRACKETS:
            open_brackets.append(BRACKETS[token.text])
        elif token.text in CLOSING_BRACKETS and (not open_brackets or open_brackets.pop() != token.text):
            return f"unexpected `{token.text}`"
    return f"no closing `{open_brackets[-1]}`" if open_brackets else None


def _word_objection(parts: list[Token]) -> str | None:
    for index, token in enumerate(parts):
        if token.kind == "string":  # An interpolated string holds terms.
            words = set(re.findall(r"[\w!?']+", token.text))
        else:
            words = {word.strip("«»`") for word in token.text.split(".")}
        forbidden = words & _NEVER_PROVES
        if forbidden:
            return f"`{min(forbidden)}` proves nothing"
        if token.kind in ("identifier", "symbol") and (token.text in _COMMANDS or token.text.startswith("#")):
            return f"`{token.text}` is no tactic"
        if token.text == "open" and not any(later.text == "in" for later in parts[index + 1 :]):
            return "`open` without `in`"
        if token.text == "set_option":
            option = parts[index + 1].text if index + 1 < len(parts) else ""
            if not _HARMLESS_OPTIONS.match(option) or not any(later.text == "in" for later in parts[index + 1 :]):
                return f"option `{option}` is not for a tactic to set"
    return None
