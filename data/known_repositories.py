"""Repositories that can be asked for by name, each pinned to a commit so that results can be compared.

Nobody's machine runs the Lake of any other repository without being told to: a lakefile is a program.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownRepository:
    """Where a repository is.

    Attributes:
        url: its Git address.
        commit: the commit that its name stands for.
        lean: the release of Lean that this commit is for.
        folder: the Lean package in it, if that is not the whole.
    """

    url: str
    commit: str
    lean: str
    folder: str = "."


KNOWN_REPOSITORIES = {
    "mathlib": KnownRepository(
        "https://github.com/leanprover-community/mathlib4", "905b95818eb32af7874a58b427f50c1711a5e96c", "4.32.2"
    ),
    "batteries": KnownRepository(
        "https://github.com/leanprover-community/batteries", "023ce7d62a0531e22a5331e20b587817a80d49ff", "4.32.0"
    ),
    "minif2f": KnownRepository(
        "https://github.com/yangky11/miniF2F-lean4", "be1732497464bab50cffd486114c4b9ad437182f", "4.20.0"
    ),
    "proofnet": KnownRepository(
        "https://github.com/rahul3613/ProofNet-lean4", "5e1d960901339e6a06c37f7ea8d930f4c3dbf0b3", "4.20.0"
    ),
    "putnambench": KnownRepository(
        "https://github.com/trishullab/PutnamBench", "875229ccd07aed7ed277871c0f45164bb9d9dcfd", "4.32.2", "lean4"
    ),
}
