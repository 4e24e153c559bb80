"""First-order matching of a statement's pattern against a term of a goal, which gives its variables values.

Lean unifies far better. This only has to tell, in microseconds, which of a thousand lemmas are worth a check.
"""

from __future__ import annotations

from collections.abc import Mapping

from prover.tactics.terms import APPLICATION, INFIXES, OPAQUE, QUANTIFIERS, Binder, Term, applied, names_in, substitute

Values = Mapping[str, Term]
_VARIABLE = "?"
# In a target: what may be anything.
WILDCARD = Term("?_", text="?_")


def variable(name: str) -> str:
    """The name under which a pattern knows its variable: one that no goal contains."""
    return f"{_VARIABLE}{name}"


def is_variable(name: str) -> bool:
    """Whether a head is the variable of a pattern."""
    return len(name) > 1 and name.startswith(_VARIABLE)


def frozen(term: Term) -> Term:
    """A pattern as a target: its variables are not those of the pattern that it is matched with."""
    return substitute(term, {name: Term(f"!{name}") for name in names_in(term) if is_variable(name)})


def is_open(term: Term) -> bool:
    """Whether variables of a pattern are left in the term."""
    return any(is_variable(name) for name in names_in(term))


def match(pattern: Term, target: Term, values: Values | None = None) -> Values | None:
    """The values that make the pattern the target, as an extension of `values`; None if there are none."""
    found = dict(values or {})
    return found if _match(pattern, target, found, frozenset()) else None


def occurs_as(pattern: Term, target: Term) -> Values | None:
    """The same for rewriting, which does not see `0 + 1` in `1`."""
    values = match(pattern, target)
    if values is None or any(value.head.isdigit() and value not in set(target.subterms()) for value in values.values()):
        return None
    return values


def specificity(pattern: Term) -> int:
    """How much a pattern says: the number of heads in it that are no variables."""
    if pattern.head == OPAQUE:
        return 1
    return (not is_variable(pattern.head)) + sum(specificity(argument) for argument in pattern.arguments)


def _match(pattern: Term, target: Term, values: dict[str, Term], bound: frozenset[str]) -> bool:
    if target == WILDCARD:
        return True
    if is_variable(pattern.head):
        return _match_variable(pattern, target, values, bound)
    pattern, target = _canonical(pattern), _canonical(target)
    if pattern.head != target.head:
        return _match_numbers(pattern, target, values, bound)
    if pattern.head == OPAQUE:
        return pattern.text == target.text
    if len(pattern.arguments) != len(target.arguments) or len(pattern.binders) != len(target.binders):
        return False
    if pattern.binders:
        names = {
            mine.name: Term(theirs.name, text=theirs.name)
            for mine, theirs in zip(pattern.binders, target.binders, strict=True)
        }
        body = substitute(pattern.left, names)
        return _match(body, target.left, values, bound | {binder.name for binder in target.binders})
    before = dict(values)
    pairs = zip(pattern.arguments, target.arguments, strict=True)
    if all(_match(mine, theirs, values, bound) for mine, theirs in pairs):
        return True
    values.clear()
    values.update(before)
    return _match_numbers(pattern, target, values, bound)


def _match_variable(pattern: Term, target: Term, values: dict[str, Term], bound: frozenset[str]) -> bool:
    known = values.get(pattern.head)
    if known is not None:
        wanted = applied(known, pattern.arguments)
        # A value that was left open is not looked up again: it may lead back to this variable.
        return wanted == target if is_variable(wanted.head) else _match(wanted, target, values, bound)
    if not pattern.arguments:
        if bound & names_in(target):
            return False
        values[pattern.head] = target
        return True
    names = [argument.head for argument in pattern.arguments if not argument.arguments]
    if len(names) == len(pattern.arguments) == len(set(names)) and set(names) <= bound:
        values[pattern.head] = Term("fun", (target,), tuple(Binder(name, None) for name in names))
        return not (bound - set(names)) & names_in(target)
    return _match_partial(pattern, target, values, bound)


def _match_partial(pattern: Term, target: Term, values: dict[str, Term], bound: frozenset[str]) -> bool:
    """`?p a` against `q b a`: `?p` is `q b`. Where that does not fit, Lean may still find a function: not excluded."""
    count = len(pattern.arguments)
    is_plain = (
        target.head not in INFIXES and target.head not in QUANTIFIERS and target.head not in (APPLICATION, OPAQUE)
    )
    if is_plain and len(target.arguments) >= count:
        trial = dict(values)
        trial[pattern.head] = Term(target.head, target.arguments[:-count], (), target.text)
        last = target.arguments[-count:]
        if all(_match(mine, theirs, trial, bound) for mine, theirs in zip(pattern.arguments, last, strict=True)):
            values.update(trial)
            return True
    return False


def _match_numbers(pattern: Term, target: Term, values: dict[str, Term], bound: frozenset[str]) -> bool:
    """`?n + 1` against `3`, `m + 3` or `a + (m + 1)`: the same by computing."""
    if pattern.head != "+" or not pattern.right.head.isdigit():
        return False
    rest = _less(target, int(pattern.right.head))
    return rest is not None and _match(pattern.left, rest, values, bound)


def _less(term: Term, amount: int) -> Term | None:
    """The term minus a number, where that can be read off."""
    if term.head.isdigit():
        return _number(int(term.head) - amount) if int(term.head) >= amount else None
    if term.head != "+":
        return None
    rest = _less(term.right, amount)
    if rest is None:
        return None
    return term.left if rest.head == "0" else Term("+", (term.left, rest))


def _number(value: int) -> Term:
    return Term(str(value), text=str(value))


def _canonical(term: Term) -> Term:
    """`a ≠ b` as `¬a = b`, and `p → False` as `¬p`."""
    if term.head == "≠" and len(term.arguments) == 2:
        return Term("¬", (Term("=", term.arguments),))
    if term.head == "→" and term.right.head == "False":
        return Term("¬", (term.left,))
    return term
