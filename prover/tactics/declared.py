"""What the declarations of one Lean file offer to a proof: lemmas, definitions and inductive types, as trees.

Read from the text alone, so that a file need not be compiled by us, and once per file, however many theorems need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from data.declarations import Declaration, declarations
from prover.tactics.rules import Rule, rules_of
from prover.tactics.structures import as_binders, fields, notations, signature, typed
from prover.tactics.term_parser import parse_binders, parse_signature, parse_term
from prover.tactics.terms import INFIXES, TUPLE, Binder, Term, applied, names_in, substitute, unbound_names, with_fields
from retrieval.text import marked

_AUTO_BOUND = re.compile(r"[a-zα-ωA-Z][0-9₀-₉']*")
_SIMP = re.compile(r"@\[[^\]]*\bsimp\b[^\]]*\]")
_WORD = re.compile(r"[^\W\d][\w'₀-₉]*")
_MATCH = re.compile(r"\bmatch\s+([\w', ]+?)\s+with\b")
_COMMENT = re.compile(r"/-.*?-/|--[^\n]*", re.DOTALL)
_VARIABLE = re.compile(r"^variable\b(?P<binders>.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_SCOPE = re.compile(r"^(?:(?P<opening>(?:noncomputable )?section|namespace|mutual)|end)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Lemma:
    """A statement that is known: a theorem, or a constructor of an inductive predicate.

    Attributes:
        name: its full name.
        rules: what it lets you conclude.
        symbols: the constants of its statement and its hypotheses.
        is_simp: whether `simp` uses it unasked.
        text: the statement as a retriever reads it; of a field or constructor only the name.
    """

    name: str
    rules: tuple[Rule, ...]
    symbols: frozenset[str]
    is_simp: bool
    text: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A function or a notion.

    Attributes:
        name: its full name.
        binders: the parameters before the colon, those of `variable` included.
        type: what stands behind the colon, None where nothing does.
        value: what it is, None where it is defined by cases or not in terms we understand.
        columns: which explicit arguments the definition takes apart, by their place.
        is_recursive: whether it mentions itself.
        words: the names and operators in its body.
    """

    name: str
    binders: tuple[Binder, ...]
    type: Term | None
    value: Term | None
    columns: tuple[int, ...]
    is_recursive: bool
    words: frozenset[str]

    def unfolded(self, term: Term) -> Term | None:
        """What the term, an application of this, means; None where that is not known or arguments are missing."""
        if self.value is None or self.is_recursive:
            return None
        explicit = [binder for binder in self.binders if binder.is_explicit]
        if len(term.arguments) < len(explicit):
            return None
        values = {binder.name: argument for binder, argument in zip(explicit, term.arguments, strict=False)}
        return applied(substitute(self.value, values), term.arguments[len(explicit) :])


@dataclass(frozen=True, slots=True)
class Constructor:
    """A constructor with its fields. Those in `{}` are fields too, but a pattern leaves them out."""

    name: str
    fields: tuple[Binder, ...]


@dataclass(frozen=True, slots=True)
class InductiveType:
    """An inductive type or predicate, or a structure (one constructor).

    Attributes:
        name: its full name.
        constructors: in order; a structure's parents are its first fields, `toMonoid`.
        is_proposition: whether it is a proposition, or becomes one when applied.
        is_structure: whether it is a structure or class.
        result: what stands behind its colon.
        parameters: a structure's parameters, in order.
        parents: the last names of the structures it extends.
    """

    name: str
    constructors: tuple[Constructor, ...]
    is_proposition: bool
    is_structure: bool
    result: Term | None = None
    parameters: tuple[Binder, ...] = ()
    parents: tuple[str, ...] = ()

    @property
    def field_names(self) -> frozenset[str]:
        """The names of all fields of all constructors."""
        return frozenset(field.name for constructor in self.constructors for field in constructor.fields)


@dataclass(slots=True)
class Declared:
    """All that a file, or the part of it before a theorem, declares. Lists are in the order of the file.

    `notations` has the symbols of functions that goals show as operators.
    """

    lemmas: list[Lemma] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    types: list[InductiveType] = field(default_factory=list)
    notations: dict[str, str] = field(default_factory=dict)


_RELATIONS = frozenset({"=", "≠", "<", "≤", "∣", "∈", "⊆", "↔", "∧", "∨", "¬", "∃", "≈"})


def ends_in_prop(term: Term) -> bool:
    """Whether `term` is `Prop`, or a function type into it."""
    while term.head in ("→", "∀"):
        term = term.arguments[-1]
    return term.head == "Prop"


@lru_cache(maxsize=512)
def declared_in_file(path: Path, _modified: int) -> Declared:
    """What the file declares. Its modification time is asked for so that an edited file is read again."""
    return declared(path.read_text(encoding="utf-8", errors="replace"))


def declared(source: str, *, before: int | None = None, hides_private: bool = True) -> Declared:
    """What `source` declares, up to the offset `before`, without anything that rests on a `sorry` of its own."""
    found = Declared(notations=notations(source if before is None else source[:before]))
    shared = _variables(source)
    for declaration in declarations(source):
        if before is not None and declaration.end > before:
            break
        if declaration.sorries or declaration.is_anonymous or (hides_private and "private" in declaration.modifiers):
            continue
        scope = [binder for start, end, binders in shared if start < declaration.start < end for binder in binders]
        if declaration.keyword in ("theorem", "lemma", "axiom"):
            found.lemmas += _lemma(source, declaration, scope)
        elif declaration.keyword in ("def", "abbrev", "instance"):
            found.definitions += _definition(source, declaration, scope)
        elif declaration.keyword in ("inductive", "structure", "class"):
            _add_type(found, source, declaration, scope)
    return found


def _variables(source: str) -> list[tuple[int, int, tuple[Binder, ...]]]:
    """The binders of every `variable` command, with its offset and that of the end of its section."""
    found: list[tuple[int, int, tuple[Binder, ...]]] = []
    scopes = list(_SCOPE.finditer(source))
    for command in _VARIABLE.finditer(source):
        depth, end = 0, len(source)
        for scope in scopes:
            if scope.start() < command.start():
                continue
            depth += 1 if scope["opening"] else -1
            if depth < 0:
                end = scope.start()
                break
        found.append((command.start(), end, parse_binders(command["binders"])))
    return found


def _lemma(source: str, declaration: Declaration, scope: Sequence[Binder]) -> Iterator[Lemma]:
    text = source[declaration.name_end : declaration.statement_end]
    binders, statement = parse_signature(text)
    if statement is None:
        return
    statement = with_fields(statement, {binder.name for binder in (*binders, *scope)})
    is_simp = bool(_SIMP.search(source[declaration.start : declaration.keyword_start]))
    if not declaration.full_name.startswith(("Lean.", "_", "Nat.Simproc.")):
        free = _with_free(binders, statement, scope, text)
        shown = f"{declaration.keyword} {marked(declaration.full_name)}{text.rstrip()}"
        yield _known(declaration.full_name, free, statement, is_simp=is_simp, text=shown)


def _known(
    name: str, binders: Sequence[Binder], statement: Term, *, is_simp: bool = False, text: str | None = None
) -> Lemma:
    symbols = set(unbound_names(statement))
    for binder in binders:
        symbols |= unbound_names(binder.type) if binder.type is not None and binder.bracket != "[" else set()
    symbols -= {binder.name for binder in binders}
    return Lemma(name, tuple(rules_of(name, binders, statement)), frozenset(symbols), is_simp, text or marked(name))


def _with_free(
    binders: Sequence[Binder], statement: Term | None, scope: Sequence[Binder], text: str = ""
) -> tuple[Binder, ...]:
    """The binders, and before them the variables of the file and the auto-bound ones that the statement mentions.

    A type may stand in the text alone: the tree of `(unit : α)` is that of `unit`.
    """
    free = set(unbound_names(statement)) if statement is not None else set()
    for binder in binders:
        free |= unbound_names(binder.type) if binder.type is not None else set()
    mentioned = free | set(_WORD.findall(text))
    known = {binder.name for binder in binders}
    outer: dict[str, Binder] = {}
    for binder in reversed(scope):
        if binder.name in mentioned and binder.name not in known and binder.name not in outer:
            outer[binder.name] = binder
            mentioned |= names_in(binder.type) if binder.type is not None else set()
    auto_bound = [
        Binder(name, None, "{") for name in sorted(free - known - outer.keys()) if _AUTO_BOUND.fullmatch(name)
    ]
    included = known | outer.keys()
    instances = [
        binder
        for binder in dict.fromkeys(scope)
        if binder.bracket == "[" and binder.type is not None and binder.type.arguments
        if all(argument.head in included for argument in binder.type.arguments)
    ]
    return (*auto_bound, *reversed(outer.values()), *instances, *binders)


def _definition(source: str, declaration: Declaration, scope: Sequence[Binder]) -> Iterator[Definition]:
    binders, result = parse_signature(source[declaration.name_end : declaration.statement_end])
    body = _COMMENT.sub(" ", source[declaration.statement_end : declaration.end])
    value = parse_term(body.removeprefix(":=").strip()) if body.startswith(":=") else None
    words = frozenset(re.findall(r"[\w'.!?]+", body))
    short = declaration.full_name.rsplit(".", 1)[-1]
    explicit = [binder.name for binder in binders if binder.is_explicit]
    outer = _with_free(binders, parse_term(" ".join(sorted(words))) if not binders else result, scope)
    yield Definition(
        name=declaration.full_name,
        binders=tuple(binder for binder in outer if binder in binders or binder.is_explicit),
        type=result,
        value=value,
        columns=_columns(body, explicit),
        is_recursive=any(word.rsplit(".", 1)[-1] == short for word in words),
        words=words | _operators_in(body),
    )


def _operators_in(body: str) -> frozenset[str]:
    return frozenset(token for token in re.findall(r"[^\w\s()\[\]{}⟨⟩,.|']+", body) if token in INFIXES)


def _columns(body: str, explicit: Sequence[str]) -> tuple[int, ...]:
    """The explicit arguments that a definition by cases looks into."""
    found: set[int] = set()
    if body.startswith("|"):
        for alternative in re.findall(r"(?:^|\n)\s*\|(.*?)=>", body, re.DOTALL):
            whole = parse_term(f"({alternative})")
            patterns = whole.arguments if whole.head == TUPLE else (whole,)
            for index, pattern in enumerate(patterns):
                if (
                    pattern.arguments
                    or pattern.head.isdigit()
                    or pattern.head.startswith(("[", "."))
                    or ("." in pattern.text)
                ):
                    found.add(len(explicit) + index)
    for scrutinees in _MATCH.findall(body):
        found |= {explicit.index(name.strip()) for name in scrutinees.split(",") if name.strip() in explicit}
    return tuple(sorted(found))


def _add_type(found: Declared, source: str, declaration: Declaration, scope: Sequence[Binder]) -> None:
    if declaration.keyword != "inductive" and not declaration.constructors:
        _add_structure(found, source, declaration)
        return
    binders, result = parse_signature(source[declaration.name_end : declaration.statement_end])
    name = declaration.full_name
    is_proposition = result is not None and ends_in_prop(result)
    head = name.rsplit(".", 1)[-1]
    plain = Term(head, tuple(Term(binder.name) for binder in binders if binder.is_explicit), (), name)
    constructors: list[Constructor] = []
    for constructor in declaration.constructors:
        parameters, target = parse_signature(constructor.text)
        statement = target if target is not None else plain
        constructors.append(Constructor(constructor.name, (*parameters, *_arrows(statement))))
        if constructor.text:
            bound = _with_free((*_as_implicit(binders), *parameters), statement, scope)
            found.lemmas.append(_known(f"{name}.{constructor.name}", bound, statement))
    found.types.append(InductiveType(name, tuple(constructors), is_proposition, is_structure=False, result=result))


def _add_structure(found: Declared, source: str, declaration: Declaration) -> None:
    """The type itself, and each field that says something as a lemma: of any instance, of any proof of it."""
    binders, result, parents = signature(source[declaration.name_end : declaration.statement_end])
    name = declaration.full_name
    body = _COMMENT.sub(" ", source[declaration.statement_end : declaration.end])
    own = tuple(fields(body))
    is_proposition = result is not None and ends_in_prop(result)
    found.types.append(
        InductiveType(
            name,
            (Constructor("mk", (*as_binders(parents), *own)),),
            is_proposition,
            is_structure=True,
            result=result,
            parameters=binders,
            parents=tuple(parent.head for parent in parents),
        )
    )
    plain = tuple(Term(binder.name) for binder in binders if binder.is_explicit)
    whole = Term(name.rsplit(".", 1)[-1], plain, (), name)
    given = Binder("self", whole, "[" if declaration.keyword == "class" else "(")
    operations = {entry.name: entry.type for entry in own if entry.type is not None}
    default = plain[0] if len(plain) == 1 else None
    for entry in own:
        assert entry.type is not None
        if is_proposition or _says_something(entry.type):
            law = typed(entry.type, operations, default=default)
            found.lemmas.append(_known(f"{name}.{entry.name}", (*_as_implicit(binders), given), law))


def _says_something(field_type: Term) -> bool:
    """Whether the type of a field is a proposition: a law, not an operation."""
    while field_type.head in ("→", "∀"):
        field_type = field_type.arguments[-1]
    return field_type.head in _RELATIONS


def _as_implicit(binders: Sequence[Binder]) -> tuple[Binder, ...]:
    """The parameters of a type as its constructors have them."""
    return tuple(binder if binder.bracket == "[" else Binder(binder.name, binder.type, "{") for binder in binders)


def _arrows(statement: Term) -> Iterator[Binder]:
    """The fields that a constructor's type has behind its colon."""
    while True:
        if statement.head == "→":
            yield Binder("_", statement.left)
            statement = statement.right
        elif statement.head == "∀":
            yield from statement.binders
            statement = statement.left
        else:
            return
