"""Proofs back into the repository that they were found for: on its branch, and as patches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from data.errors import UsageError
from prover.committing import OnBranch
from prover.lifelong.preparation import Prepared
from prover.lifelong.proving import Found
from prover.patching import Destination, PatchedFile, PatchFile, account_of, patch_root


def write_back(
    prepared: Prepared, found: Sequence[Found], *, patches: Path, branch: str | None, note: Callable[[str], None]
) -> None:
    """Put proofs on the repository's branch and into a patch, as they are found.

    Args:
        prepared: the repository.
        found: the proofs.
        patches: the folder for patches.
        branch: the branch; None for none.
        note: gets a line where the branch cannot be written to.
    """
    files = files_of(found)
    if not files:
        return
    patches.mkdir(exist_ok=True)
    number = next(n for n in range(1, 10_000) if not (patches / f"{prepared.name}-{n}.patch").exists())
    destinations: list[Destination] = [PatchFile(patches / f"{prepared.name}-{number}.patch", root=patch_root(files))]
    if branch is not None and not (prepared.repository.is_known and prepared.repository.checkout is None):
        try:
            destinations.append(OnBranch(branch, repository=prepared.repository, files=files))
        except UsageError as error:
            note(f"{prepared.name}: proofs are in {patches} only: {error}")
    put(found, files, destinations, words=["lifelong"])


def files_of(found: Sequence[Found]) -> dict[Path, PatchedFile]:
    """The files of what was proved, as they were."""
    files: dict[Path, PatchedFile] = {}
    for one in found:
        theorem = one.result.theorem
        assert theorem.path is not None
        files.setdefault(theorem.path, PatchedFile(theorem.path, theorem.source))
    return files


def put(
    found: Sequence[Found],
    files: Mapping[Path, PatchedFile],
    destinations: Sequence[Destination],
    *,
    words: Sequence[str],
) -> None:
    """Put proofs where they are to be, one after the other; what is there already is left as it is.

    Args:
        found: the proofs.
        files: of all of them.
        destinations: where they go.
        words: the command that found them.
    """
    for one in found:
        theorem = one.result.theorem
        assert theorem.path is not None
        assert one.result.proof is not None
        file = files[theorem.path]
        file.fill(theorem, one.result.proof)
        for destination in destinations:
            destination.take(file, account_of(one.result, lean=one.lean, words=words))
