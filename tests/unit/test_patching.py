"""Writing proofs into a user's file, or into a patch for it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from data.declarations import sorry_theorems, theorems
from data.errors import UsageError
from prover.patching import InPlace, PatchedFile, PatchFile, patch_root

TWO_HOLES = """\
theorem first (p : Prop) (h : p) : p := by
  sorry

-- a remark that stays
theorem second (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨sorry, hq⟩
"""


def written(path: Path, source: str) -> PatchedFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source.encode())
    return PatchedFile(path, source)


def test_every_proof_replaces_its_own_sorry_whatever_the_order(tmp_path: Path) -> None:
    """Proofs change the length of the file; a second one must not land beside its hole."""
    file = written(tmp_path / "Two.lean", TWO_HOLES)
    first, second = sorry_theorems(TWO_HOLES, file.path)
    in_place = InPlace({file.path: file})
    file.fill(second, "by exact hp")
    in_place.take(file, "")
    file.fill(first, ":= by\n  exact h")
    in_place.take(file, "")
    proved = TWO_HOLES.replace(":= by\n  sorry", ":= by\n  exact h").replace("sorry", "by exact hp")
    assert file.path.read_text() == proved


def test_a_file_edited_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    """A user's edits during a long search would be lost otherwise."""
    file = written(tmp_path / "Two.lean", TWO_HOLES)
    in_place = InPlace({file.path: file})
    file.path.write_text(TWO_HOLES + "\n-- edited\n")
    file.fill(sorry_theorems(TWO_HOLES, file.path)[0], ":= by\n  exact h")
    with pytest.raises(UsageError, match="was changed"):
        in_place.take(file, "")
    assert file.path.read_text().endswith("-- edited\n")


def test_a_human_proof_is_no_hole(tmp_path: Path) -> None:
    """Proving a theorem again must not replace the proof that its author chose, even if that mentions a `sorry`."""
    source = "theorem t : True := trivial -- no sorry\n"
    path = tmp_path / "T.lean"
    assert not PatchedFile(path, source).has(theorems(source, path)[0])


def test_line_ends_mode_and_links_survive(tmp_path: Path) -> None:
    """A patched file must not turn up as changed in every line, lose its permissions, or stop being a link."""
    source = "theorem t (p : Prop) (h : p) : p := by\r\n  sorry\r\n"
    real = written(tmp_path / "real.lean", source).path
    real.chmod(0o640)
    link = tmp_path / "link.lean"
    link.symlink_to(real)
    file = PatchedFile(link, source)
    file.fill(sorry_theorems(source, link)[0], ":= by\n  exact h")
    InPlace({link: file}).take(file, "")
    assert link.is_symlink()
    assert real.read_bytes() == b"theorem t (p : Prop) (h : p) : p := by\r\n  exact h\r\n"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.lean", "real.lean"]


def test_proofs_of_an_earlier_run_are_taken_over() -> None:
    """A run that was stopped would search everything again, or lose what it had."""
    path = Path("Two.lean")
    first, second = sorry_theorems(TWO_HOLES, path)
    before, after = PatchedFile(path, TWO_HOLES), PatchedFile(path, TWO_HOLES)
    before.fill(second, "(by exact hp)")
    assert after.adopt(before.text) == [second]
    after.fill(first, ":= h")
    assert after.text == TWO_HOLES.replace(":= by\n  sorry", ":= h").replace("sorry", "(by exact hp)")
    for other in ("", TWO_HOLES + "\n", "\n" + TWO_HOLES, TWO_HOLES.replace("remark", "lie"), TWO_HOLES[:-2]):
        assert PatchedFile(path, TWO_HOLES).adopt(other) is None


@pytest.mark.parametrize("name", ["A.lean", "ein Ort/Zwölf ∀.lean", 'a "b\\c".lean'])
@pytest.mark.parametrize(
    "source",
    [TWO_HOLES, TWO_HOLES.replace("\n", "\r\n"), "theorem t : True :=\n  sorry", "/- \u2028 \x0c -/\n" + TWO_HOLES],
)
def test_git_applies_the_patch(tmp_path: Path, name: str, source: str) -> None:
    """A patch that has to be mended by hand is of no use."""
    file, other = written(tmp_path / name, source), written(tmp_path / "Z" / "Other.lean", TWO_HOLES)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    patch = PatchFile(tmp_path / "out.patch", root=patch_root([file.path, other.path]))
    for patched in (file, other):
        for hole in sorry_theorems(patched.source, patched.path):
            patched.fill(hole, ":= by\n  trivial" if hole.is_whole_proof else "trivial")
            patch.take(patched, "")
    subprocess.run(["git", "apply", "out.patch"], cwd=tmp_path, check=True)
    assert file.path.read_bytes() == file.text.encode() != file.source.encode()
    assert other.path.read_text() == other.text


def test_a_patch_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A search of an hour must not end in a stack trace."""
    file = written(tmp_path / "Two.lean", TWO_HOLES)
    patch = PatchFile(tmp_path / "no such folder" / "out.patch", root=tmp_path)
    with pytest.raises(UsageError, match=r"out\.patch cannot be written: No such file"):
        patch.take(file, "")
