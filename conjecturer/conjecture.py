"""A conjecture: a statement, where it comes from, and its proof where the way it was made gives one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ancestry:
    """Where a conjecture comes from.

    Attributes:
        method: how it was made: `rewrite`, `compose`, `specialise`, `generalise`, `converse`, ..., `language model`.
        theorem: the full name of the theorem, or the name of the conjecture, that was changed; empty if none.
        lemma: the other theorem that took part; empty where there is none.
        detail: what was done, in a few words.
    """

    method: str
    theorem: str = ""
    lemma: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Conjecture:
    """A statement that nobody has claimed yet.

    Attributes:
        statement: a closed proposition with full names, for a place where nothing is open.
        ancestry: where it comes from.
        proof: what stands behind `:=` to prove it, if the way it was made says so; not checked yet. Else None.
    """

    statement: str
    ancestry: Ancestry
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class KnownTheorem:
    """A theorem that conjectures can be made of.

    Attributes:
        name: the full name.
        statement: as Lean prints it, with full names.
        is_proved: False for one that rests on `sorry`.
        is_library: True for one of the engine's own library.
        proof: behind `:=`, for a theorem that no compiled module holds but that was found on the way; else None.
    """

    name: str
    statement: str
    is_proved: bool = True
    is_library: bool = False
    proof: str | None = None
