"""Whether a candidate declares what the original declares: the same names with the same meaning.

Statements are compared as the kernel sees them. So a notation, an instance, a coercion, an `open`, a variable or a
macro that changes what a statement means shows as a different expression, and one that changes nothing does not show.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from prover.lean.audit.module import CompiledModule, Constant
from prover.lean.audit.terms import Name, Terms, shown

SORRY: Name = ("sorryAx",)

_AUXILIARY = re.compile(r"_.*|(match|proof|eq|omega|sparseCasesOn|congr_simp|hcongr|else_eq)_\d+|splitter|ext_iff")
# Theorems that Lean derives from a declaration when somebody needs them; another proof may need others.
_DERIVED = re.compile(
    r"eq_\d+|eq_def|eq_unfold|induct|induct_unfolding|mutual_induct\w*|fun_cases|fun_cases_unfolding|partial_correctness"
    r"|inj|injEq|sizeOf_spec|congr_simp|hcongr_\d+|ext_iff|noConfusion\w*"
)


class Disagreement(Exception):  # noqa: N818 - it is the outcome of a comparison, not an error
    """What the candidate declares otherwise than the original, in one line."""


class Comparison:
    """Compares one candidate with one original, both read into the same table of terms.

    Args:
        original: what has to be declared.
        candidate: what is declared.
        terms: the table.
        written: full names that stand in the original's source, to tell a theorem of the user's from a derived one.

    Attributes:
        required: the constants that the candidate has to declare.
        filled: definitions that the original leaves open with `sorry`, for the candidate to choose.
    """

    def __init__(
        self, original: CompiledModule, candidate: CompiledModule, *, terms: Terms, written: Collection[str]
    ) -> None:
        self._original = original.constants
        self._candidate = candidate.constants
        self._terms = terms
        self._written = set(written)
        self._same: dict[tuple[int, int], bool] = {}
        self._under_way: set[tuple[Name, Name]] = set()
        required = (each for each in self._original.values() if self._is_required(each))
        self.required = sorted(required, key=lambda each: each.kind not in ("inductive", "constructor"))
        self.filled: list[Name] = []

    def check(self) -> None:
        """Compare everything.

        Raises:
            Disagreement: at the first difference.
        """
        for wanted in self.required:
            found = self._candidate.get(wanted.name)
            if found is None:
                raise Disagreement(f"`{shown(wanted.name)}` is missing{self._elsewhere(wanted.name)}")
            self._check(wanted, found)

    def _is_required(self, constant: Constant) -> bool:
        if constant.kind == "recursor" or not constant.is_safe or _is_auxiliary(constant.name):
            return False
        if constant.kind != "theorem" or not isinstance(constant.name[-1], str) or len(constant.name) == 1:
            return True
        is_derived = _DERIVED.fullmatch(constant.name[-1]) and constant.name[:-1] in self._original
        return not is_derived or shown(constant.name) in self._written

    def _check(self, wanted: Constant, found: Constant) -> None:
        name = shown(wanted.name)
        if found.kind != wanted.kind:
            raise Disagreement(f"`{name}` is {_with_article(found.kind)} instead of {_with_article(wanted.kind)}")
        if found.is_safe != wanted.is_safe:
            raise Disagreement(f"`{name}` is unsafe or partial")
        if found.level_params != wanted.level_params:
            raise Disagreement(f"`{name}` has other universe parameters")
        if not self._equal(wanted.type, found.type):
            what = "states something else" if wanted.kind == "theorem" else "has another type"
            raise Disagreement(f"`{name}` {what} than in the original{self._difference(wanted.type, found.type)}")
        if (wanted.group, wanted.members, wanted.num_params) != (found.group, found.members, found.num_params):
            raise Disagreement(f"`{name}` is another inductive type than in the original")
        if wanted.kind in ("definition", "opaque"):
            self._check_value(wanted, found)

    def _check_value(self, wanted: Constant, found: Constant) -> None:
        assert wanted.value is not None
        assert found.value is not None
        if SORRY in self._terms.constants([wanted.value]):
            self.filled.append(wanted.name)
        elif not self._equal(wanted.value, found.value):
            difference = self._difference(wanted.value, found.value)
            raise Disagreement(f"`{shown(wanted.name)}` is defined otherwise than in the original{difference}")

    def _equal(self, wanted: int, found: int) -> bool:
        """Whether two terms are the same up to helpers that Lean names by the order in which it needs them."""
        waiting = [(wanted, found)]
        while waiting:
            pair = waiting.pop()
            if pair in self._same:
                if not self._same[pair]:
                    return False
                continue
            self._same[pair] = True  # also for what comes back to this pair: a difference is found elsewhere then
            if pair[0] == pair[1]:
                is_same = all(self._equal_constants(name, name) for name in self._terms.constants([pair[0]]))
            else:
                is_same = self._equal_nodes(*pair, waiting)
            if not is_same:
                self._same[pair] = False
                return False
        return True

    def _equal_nodes(self, wanted: int, found: int, waiting: list[tuple[int, int]]) -> bool:
        """Whether two nodes are alike; the pairs of what they are made of are added to those that wait."""
        first, second = self._terms.nodes[wanted], self._terms.nodes[found]
        if first[0] != second[0]:
            return False
        if first[0] == "const":
            return bool(first[2] == second[2]) and self._equal_constants(first[1], second[1])
        if first[0] == "proj" and first[1:3] != second[1:3]:
            return False
        parts = self._terms.children(wanted), self._terms.children(found)
        if not parts[0] or first[0] == "sort":
            return False  # leaves that are the same have the same number
        waiting.extend(zip(*parts, strict=True))
        return True

    def _equal_constants(self, wanted: Name, found: Name) -> bool:
        """Whether two constants stand for the same: imported or required ones by name, helpers by what they are."""
        first, second = self._original.get(wanted), self._candidate.get(found)
        if first is None or second is None or not _is_auxiliary(wanted):
            return wanted == found and (first is None) == (second is None)
        if (wanted, found) in self._under_way:
            return True
        if (first.kind, first.level_params) != (second.kind, second.level_params):
            return False
        if wanted != found and first.kind not in ("theorem", "definition"):
            return False
        self._under_way.add((wanted, found))
        if not self._equal(first.type, second.type):
            return False
        if first.kind == "theorem":  # proofs of one proposition are equal to the kernel
            return True
        return first.value is None or (second.value is not None and self._equal(first.value, second.value))

    def _difference(self, wanted: int, found: int) -> str:
        """A hint: what is mentioned on one side only."""
        before, after = (self._terms.constants([each]) for each in (wanted, found))
        lost, new = (sorted(shown(name) for name in names) for names in (before - after, after - before))
        parts = ([f"no `{lost[0]}`"] if lost else []) + ([f"`{new[0]}`"] if new else [])
        return f": it has {' but '.join(parts)}" if parts else ""

    def _elsewhere(self, name: Name) -> str:
        others = [each for each in self._candidate if each[-1:] == name[-1:] and not _is_auxiliary(each)]
        return f", though `{shown(others[0])}` is there" if others else ""


def _is_auxiliary(name: Name) -> bool:
    """Whether Lean made up the name; private names begin with a component of Lean's, which does not count."""
    own = name[name.index(0) + 1 :] if name[:1] == ("_private",) and 0 in name else name
    return any(isinstance(part, str) and _AUXILIARY.fullmatch(part) for part in own)


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aio' else 'a'} {kind}"
