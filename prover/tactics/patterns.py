"""How to name what a hypothesis or an object consists of: patterns for `obtain`, alternatives for `cases`."""

from __future__ import annotations

from prover.tactics.declared import Constructor, InductiveType
from prover.tactics.sight import Sight
from prover.tactics.term_parser import parse_term
from prover.tactics.terms import Binder, Term, names_in

_NAT = Term("Nat", text="Nat")
# Types whose cases Lean names differently from their constructors, and those nobody declares in a file.
_BUILT_IN = {
    "Nat": InductiveType("Nat", (Constructor("zero", ()), Constructor("succ", (Binder("n", _NAT),))), False, False),
    "Bool": InductiveType("Bool", (Constructor("false", ()), Constructor("true", ())), False, False),
    "List": InductiveType(
        "List",
        (Constructor("nil", ()), Constructor("cons", (Binder("head", None), Binder("tail", parse_term("List α"))))),
        False,
        False,
    ),
    "Option": InductiveType(
        "Option", (Constructor("none", ()), Constructor("some", (Binder("a", None),))), False, False
    ),
    "×": InductiveType("Prod", (Constructor("mk", (Binder("a", None), Binder("b", None))),), False, True),
    "⊕": InductiveType(
        "Sum", (Constructor("inl", (Binder("a", None),)), Constructor("inr", (Binder("b", None),))), False, False
    ),
}


def inductive_type(sight: Sight, term: Term) -> InductiveType | None:
    """The inductive type that a type or a proposition belongs to."""
    if term.head in sight.names:
        return None
    declared = sight.premises.types.get(term.head)
    built_in = _BUILT_IN.get(term.head)
    if built_in is not None and (declared is None or sight.premises.is_library(declared.name)):
        return built_in
    return declared


def is_recursive(inductive: InductiveType) -> bool:
    """Whether a field of the type has the type again."""
    return any(_is_of(field, inductive) for constructor in inductive.constructors for field in constructor.fields)


def decomposition(sight: Sight, term: Term, *, name: str, taken: set[str], substitutes: bool = False) -> str | None:
    """The pattern that takes a hypothesis apart; None where there is nothing to take.

    Args:
        sight: the goal.
        term: the type of the hypothesis.
        name: its name.
        taken: names that must not be used; those that the pattern uses are added.
        substitutes: whether equations for a variable are used up at once, by `rfl`.
    """
    if substitutes:
        return _substituting(decomposition(sight, term, name=name, taken=taken), sight, term)
    if term.head in ("∧", "∃", "∃!"):
        return f"⟨{', '.join(_components(sight, term, name, taken))}⟩"
    if term.head == "∣" and len(term.arguments) == 2:
        return f"⟨{sight.fresh('k', taken)}, {sight.fresh(name, taken)}⟩"
    if term.head == "∨":
        return " | ".join(_alternatives(sight, term, name, taken))
    inductive = inductive_type(sight, term)
    if inductive is not None and inductive.is_structure and inductive.is_proposition:
        fields = inductive.constructors[0].fields
        return (
            f"⟨{', '.join(sight.fresh(_hypothesis_name(field.name), taken) for field in fields)}⟩" if fields else None
        )
    return None


def _substituting(pattern: str | None, sight: Sight, term: Term) -> str | None:
    """The pattern with `rfl` in place of its last name, if that is an equation for a variable of the goal."""
    last = term
    while last.head in ("∧", "∃"):
        last = last.arguments[-1]
    if pattern is None or last.head != "=" or not pattern.endswith("⟩"):
        return pattern
    variables = {local.name for local in sight.locals if not local.is_fact and local.value is None}
    for side, other in (last.arguments, reversed(last.arguments)):
        if side.head in variables and not side.arguments and side.head not in names_in(other):
            return f"{pattern.rstrip('⟩').rsplit(' ', 1)[0]} rfl{'⟩' * (len(pattern) - len(pattern.rstrip('⟩')))}"
    return pattern


def _components(sight: Sight, term: Term, name: str, taken: set[str]) -> list[str]:
    if term.head == "∧":
        return [
            _component(sight, term.left, name, taken),
            *(
                _components(sight, term.right, name, taken)
                if term.right.head in ("∧", "∃")
                else [_component(sight, term.right, name, taken)]
            ),
        ]
    if term.head in ("∃", "∃!"):
        variables = [sight.fresh(binder.name.rstrip("✝"), taken) for binder in term.binders]
        body = term.left
        inner = f"h{variables[-1]}"
        if term.head == "∃!":
            return [*variables, sight.fresh(inner, taken), sight.fresh("hunique", taken)]
        if body.head in ("∧", "∃"):
            return [*variables, *_components(sight, body, inner, taken)]
        return [*variables, _component(sight, body, inner, taken)]
    return [_component(sight, term, name, taken)]


def _component(sight: Sight, term: Term, name: str, taken: set[str]) -> str:
    if term.head in ("∧", "∃"):
        return f"⟨{', '.join(_components(sight, term, name, taken))}⟩"
    return sight.fresh(name, taken)


def _alternatives(sight: Sight, term: Term, name: str, taken: set[str]) -> list[str]:
    if term.head != "∨":
        if term.head in ("∧", "∃"):
            return [f"⟨{', '.join(_components(sight, term, name, set(taken)))}⟩"]
        return [name if name not in taken else sight.fresh(name, set(taken))]
    return [*_alternatives(sight, term.left, name, taken), *_alternatives(sight, term.right, name, taken)]


def alternatives(
    sight: Sight, inductive: InductiveType, *, name: str, with_hypotheses: bool, keeps: bool = False
) -> str:
    """`| zero => ?_ | succ n ih => ?_` for the variable or hypothesis `name`.

    Args:
        sight: the goal.
        inductive: its type.
        name: what is taken apart; its name is free again in the alternatives.
        with_hypotheses: whether induction hypotheses are to be named too.
        keeps: whether `name` itself stays in use.
    """
    parts = []
    for constructor in inductive.constructors:
        taken: set[str] = {name} if keeps else set()
        names = [_field_name(sight, field, inductive, name, taken, keeps) for field in constructor.fields]
        needs_all = any(not field.is_explicit for field in constructor.fields)
        if with_hypotheses:
            recursive = [
                field_name
                for field, field_name in zip(constructor.fields, names, strict=True)
                if _is_of(field, inductive)
            ]
            for field_name in recursive:
                wanted = "ih" if len(recursive) == 1 else f"ih_{field_name}"
                names.append(sight.fresh(wanted, taken))
        head = f"@{constructor.name}" if needs_all else constructor.name
        parts.append(f"| {' '.join([head, *names])} => ?_")
    return " ".join(parts)


def _is_of(field: Binder, inductive: InductiveType) -> bool:
    """Whether the field is of the type, or a function into it."""
    field_type = field.type
    while field_type is not None and field_type.head in ("→", "∀"):
        field_type = field_type.arguments[-1]
    return field_type is not None and field_type.head == inductive.name.rsplit(".", 1)[-1]


def _field_name(sight: Sight, field: Binder, inductive: InductiveType, name: str, taken: set[str], keeps: bool) -> str:
    is_same = _is_of(field, inductive)
    if inductive.name == "List" and not is_same:
        wanted = name[:-1] if len(name) > 1 and name.endswith("s") else "a"
        return sight.fresh(wanted, taken)
    if is_same and (field.name == "_" or inductive.name in ("Nat", "List")):
        if not keeps and name not in taken and not inductive.is_proposition:
            taken.add(name)
            return name
        return sight.fresh("h" if inductive.is_proposition else name, taken)
    if field.name == "_":
        return sight.fresh("h" if inductive.is_proposition else "x", taken)
    return sight.fresh(field.name, taken)


def _hypothesis_name(field_name: str) -> str:
    return field_name if field_name.startswith("h") else f"h{field_name}"
