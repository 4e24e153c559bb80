"""What `pip install leanloop` installs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGES = ("data", "retrieval", "prover", "conjecturer")


def test_wheel_carries_the_library_and_all_else_that_is_no_python(tmp_path: Path) -> None:
    """An installed `prove` without the Lean files, or a page's scripts, works in the checkout only."""
    source = tmp_path / "source"
    for package in PACKAGES:
        shutil.copytree(PROJECT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "-w", str(tmp_path), str(source)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("leanloop-*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())
    files = [file for package in PACKAGES for file in (source / package).rglob("*") if file.is_file()]
    needed = {str(file.relative_to(source)) for file in files}
    assert {name for name in needed if name.endswith(".lean")}
    assert needed - carried == set()
