"""Writing proofs into a user's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.declarations import sorry_theorems, theorems
from data.errors import UsageError
from prover.patching import Patch

TWO_HOLES = """\
theorem first (p : Prop) (h : p) : p := by
  sorry

-- a remark that stays
theorem second (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨sorry, hq⟩
"""


def test_every_proof_replaces_its_own_sorry_whatever_the_order(tmp_path: Path) -> None:
    """Proofs change the length of the file; a second one must not land beside its hole."""
    path = tmp_path / "Two.lean"
    path.write_text(TWO_HOLES)
    first, second = sorry_theorems(TWO_HOLES, path)
    patch = Patch(path, TWO_HOLES)
    patch.write(second, "by exact hp")
    patch.write(first, ":= by\n  exact h")
    assert path.read_text() == TWO_HOLES.replace(":= by\n  sorry", ":= by\n  exact h").replace("sorry", "by exact hp")


def test_a_file_edited_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    """A user's edits during a long search would be lost otherwise."""
    path = tmp_path / "Two.lean"
    path.write_text(TWO_HOLES)
    patch = Patch(path, TWO_HOLES)
    path.write_text(TWO_HOLES + "\n-- edited\n")
    with pytest.raises(UsageError, match="was changed"):
        patch.write(sorry_theorems(TWO_HOLES, path)[0], ":= by\n  exact h")
    assert path.read_text().endswith("-- edited\n")


def test_a_human_proof_is_never_overwritten(tmp_path: Path) -> None:
    """Proving a theorem again must not replace the proof that its author chose."""
    source = "theorem t : True := trivial\n"
    path = tmp_path / "T.lean"
    path.write_text(source)
    with pytest.raises(UsageError, match="has a proof already"):
        Patch(path, source).write(theorems(source, path)[0], ":= by\n  simp")
    assert path.read_text() == source


def test_line_ends_mode_and_links_survive(tmp_path: Path) -> None:
    """A patched file must not turn up as changed in every line, lose its permissions, or stop being a link."""
    source = "theorem t (p : Prop) (h : p) : p := by\r\n  sorry\r\n"
    real = tmp_path / "real.lean"
    real.write_bytes(source.encode())
    real.chmod(0o640)
    link = tmp_path / "link.lean"
    link.symlink_to(real)
    Patch(link, source).write(sorry_theorems(source, link)[0], ":= by\n  exact h")
    assert link.is_symlink()
    assert real.read_bytes() == b"theorem t (p : Prop) (h : p) : p := by\r\n  exact h\r\n"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.lean", "real.lean"]
