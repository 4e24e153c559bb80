"""What declarations rest on: the axioms, and the constants whose value the kernel does not look at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from prover.lean.audit.module import Constant
from prover.lean.audit.terms import Name, shown

STANDARD_AXIOMS = frozenset({("propext",), ("Quot", "sound"), ("Classical", "choice")})
_KNOWN_AXIOMS: dict[Name, str] = {
    ("sorryAx",): "something is left out",
    ("Lean", "ofReduceBool"): "compiled code is believed, as by native_decide",
    ("Lean", "ofReduceNat"): "compiled code is believed",
    ("Lean", "trustCompiler"): "compiled code is believed",
}


class Grounds:
    """Who rests on what.

    Args:
        graph: what each constant is made of.
        constants: the constants of the graph.
        imported: for each axiom of the imported modules, the constants of theirs that rest on it.
    """

    def __init__(
        self,
        graph: Mapping[Name, Collection[Name]],
        constants: Mapping[Name, Constant],
        imported: Mapping[Name, Iterable[Name]],
    ) -> None:
        self._users: dict[Name, list[Name]] = {axiom: list(users) for axiom, users in imported.items()}
        for user, all_used in graph.items():
            for used in all_used:
                self._users.setdefault(used, []).append(user)
        own = [constants[name] for name in graph if constants[name].is_safe]
        self._axioms = {*imported, *(each.name for each in own if each.kind == "axiom")}
        self._opaques = {each.name for each in own if each.kind == "opaque"}
        self._resting = {name: self._resting_on(name) for name in self._axioms | self._opaques}

    def _resting_on(self, name: Name) -> set[Name]:
        # By hand: to import networkx takes longer than the verification of a simple proof.
        found, waiting = {name}, [name]
        while waiting:
            for user in self._users.get(waiting.pop(), ()):
                if user not in found:
                    found.add(user)
                    waiting.append(user)
        return found

    def axioms_of(self, name: Name) -> tuple[str, ...]:
        """The axioms that a constant rests on, sorted."""
        return tuple(sorted(shown(axiom) for axiom in self._axioms if name in self._resting[axiom]))

    def unproved(self, names: Iterable[Name], *, allowed_axioms: Collection[str]) -> str:
        """Why one of these constants is not proved: the axiom it rests on besides Lean's own three; else empty.

        Args:
            names: the constants.
            allowed_axioms: further axioms that may be used, as users write their names.
        """
        foreign = sorted(
            (axiom for axiom in self._axioms - STANDARD_AXIOMS if shown(axiom) not in allowed_axioms), key=str
        )
        for name in names:
            for axiom in foreign:
                if name in self._resting[axiom]:
                    return f"`{shown(name)}` rests on the axiom {_explained(axiom)}"
        return ""

    def veiled(self, names: Iterable[Name], *, known: Collection[Name]) -> str:
        """Why one of these constants is not to be believed: an opaque one that is not among `known`; else empty."""
        for name in names:
            for opaque in sorted(self._opaques - set(known) - {name}, key=str):
                if name in self._resting[opaque]:
                    return (
                        f"`{shown(name)}` rests on the opaque constant `{shown(opaque)}`, which is not the original's"
                    )
        return ""


def _explained(axiom: Name) -> str:
    note = "native_decide: compiled code is believed" if "_native" in axiom else _KNOWN_AXIOMS.get(axiom, "")
    return f"`{shown(axiom)}` ({note})" if note else f"`{shown(axiom)}`"
