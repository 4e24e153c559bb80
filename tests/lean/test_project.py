"""A file of a Lean package can be opened: what it imports is found or compiled first."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import UsageError
from prover.errors import LeanBuildError
from prover.lean.project import LeanProject, open_project
from prover.lean.toolchain import Lean
from tests.integration.git_repositories import Origin

pytestmark = pytest.mark.lean


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A package in which `Top` imports `Middle` imports `Base`."""
    root = tmp_path / "a package"
    (root / "Pack").mkdir(parents=True)
    (root / "Pack" / "Base.lean").write_text("theorem base : Truth := Truth.intro\n")
    (root / "Pack" / "Middle.lean").write_text("import Pack.Base\ntheorem middle : Truth := base\n")
    (root / "Top.lean").write_text("/- The top. -/\nimport Pack.Middle -- `middle`\n\ntheorem top : Truth := middle\n")
    return root


@pytest.fixture
def lines() -> list[str]:
    return []


@pytest.fixture
def project(root: Path, tiny_lean: Lean, fresh_cache: Path, lines: list[str]) -> LeanProject:
    return open_project(root, lean=tiny_lean, cache=fresh_cache, progress=lines.append)


def accepts(lean: Lean, file: Path) -> bool:
    return subprocess.run([*lean.command, str(file)], env=lean.environment(), timeout=60).returncode == 0


def test_imports_of_imports_are_compiled_in_order(project: LeanProject, root: Path, lines: list[str]) -> None:
    """A theorem could be proved only in files that import nothing."""
    lean = project.prepare(root / "Top.lean")
    assert lines == ["compiled Pack.Base (1 of 2)", "compiled Pack.Middle (2 of 2)"]
    assert accepts(lean, root / "Top.lean")


def test_users_tree_is_left_alone(project: LeanProject, root: Path) -> None:
    """Nobody wants build products of a prover in their repository."""
    before = sorted(root.rglob("*"))
    project.prepare(root / "Top.lean")
    assert sorted(root.rglob("*")) == before


def test_only_what_changed_is_compiled_again(project: LeanProject, root: Path, lines: list[str]) -> None:
    """Otherwise every start waits for the whole package, or reads old theorems."""
    old = project.prepare(root / "Top.lean")
    (root / "Pack" / "Middle.lean").write_text("import Pack.Base\ntheorem renamed : Truth := base\n")
    lines.clear()
    new = project.prepare(root / "Top.lean")
    assert lines == ["compiled Pack.Middle (1 of 1)"]
    assert not accepts(new, root / "Top.lean")
    assert accepts(old, root / "Top.lean")
    (root / "Top.lean").write_text("import Pack.Middle\ntheorem top : Truth := renamed\n")
    lines.clear()
    assert accepts(project.prepare(root / "Top.lean"), root / "Top.lean")
    assert lines == []


def test_change_below_reaches_everything_above(project: LeanProject, root: Path, lines: list[str]) -> None:
    """A module compiled against an old import would be refused by Lean, or worse, accepted."""
    project.prepare(root / "Top.lean")
    (root / "Pack" / "Base.lean").write_text("theorem base : Truth := Truth.intro\ntheorem more : Truth := base\n")
    lines.clear()
    project.prepare(root / "Top.lean")
    assert lines == ["compiled Pack.Base (1 of 2)", "compiled Pack.Middle (2 of 2)"]


def test_unsaved_text_decides_what_is_imported(project: LeanProject, root: Path) -> None:
    """The prover opens texts that differ from the file."""
    lean = project.prepare(root / "New.lean", source="import Pack.Base\n")
    (root / "New.lean").write_text("import Pack.Base\ntheorem new : Truth := base\n")
    assert accepts(lean, root / "New.lean")


@pytest.mark.parametrize(
    ("lakefile", "text"),
    [
        ("lakefile.toml", 'name = "pack"\nsrcDir = "src"\n'),
        ("lakefile.lean", 'import Lake\nopen Lake DSL\npackage pack where\n  srcDir := "src"\n'),
        ("unnamed", ""),
    ],
)
def test_sources_in_a_directory_of_their_own(project: LeanProject, root: Path, lakefile: str, text: str) -> None:
    """Many packages keep their modules in `src`."""
    (root / "src").mkdir()
    for name in ("Pack", "Top.lean"):
        (root / name).rename(root / "src" / name)
    (root / lakefile).write_text(text)
    file = root / "src" / "Top.lean"
    assert accepts(project.prepare(file), file)


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("lakefile", "text"),
    [
        ("lakefile.toml", 'name = "pack"\n[leanOptions]\nautoImplicit = false\npp.unicode.fun = true\n'),
        ("lakefile.toml", 'name = "pack"\n[[lean_lib]]\nname = "Pack"\nleanOptions = { autoImplicit = false }\n'),
        ("lakefile.lean", "package pack where\n  leanOptions := #[⟨`autoImplicit, false⟩, ⟨`weak.linter.x, true⟩]\n"),
        ("lakefile.lean", 'package pack where\n  moreLeanArgs := #["-DautoImplicit=false"]\n'),
    ],
)
def test_options_of_the_lakefile_hold(project: LeanProject, root: Path, lakefile: str, text: str) -> None:
    """The same text means something else under other options; what is proved would not compile in its own package."""
    loose = "theorem loose : p → Truth := fun _ => Truth.intro\n"
    write(root, {"Loose.lean": loose, "Strict.lean": "import Loose\n", "Top.lean": loose})
    assert accepts(project.prepare(root / "Top.lean"), root / "Top.lean")
    project.prepare(root / "Strict.lean")
    (root / lakefile).write_text(text)
    assert not accepts(project.prepare(root / "Top.lean"), root / "Top.lean")
    with pytest.raises(LeanBuildError, match=r"Loose\.lean:1:17: Unknown identifier `p`"):
        project.prepare(root / "Strict.lean")


MANIFEST = """{{"version": "1.1.0", "packagesDir": ".lake/packages", "packages": [
  {{"type": "path", "name": "near", "dir": "../near by"}},
  {{"type": "git", "name": "«far-off»", "url": "{url}", "rev": "{commit}", "subDir": null, "inputRev": "main"}},
  {{"type": "git", "name": "mathlib", "url": "https://example.invalid/mathlib4", "rev": "{commit}"}}],
 "name": "pack"}}"""
OLD_MANIFEST = """{{"version": 5, "packagesDir": "lake-packages", "packages": [
  {{"path": {{"name": "near", "dir": "../near by"}}}},
  {{"git": {{"name": "«far-off»", "url": "{url}", "rev": "{commit}", "subDir?": null, "inputRev?": "main"}}}}]}}"""


@pytest.mark.parametrize("manifest", [MANIFEST, OLD_MANIFEST])
def test_packages_of_the_manifest_are_compiled_from_their_sources(
    project: LeanProject, root: Path, lines: list[str], manifest: str
) -> None:
    """Hardly any package stands alone; without Lake nobody has fetched the others."""
    write(
        root.parent / "near by", {"lakefile.toml": 'srcDir = "src"\n', "src/Near.lean": "theorem n : Truth := .intro"}
    )
    far = Origin(root.parent / "far")
    commit = far.commit({"Far/Off.lean": "import Near\ntheorem far : Truth := n\n"})
    far.commit({"Far/Off.lean": "nonsense"})
    write(root, {"lake-manifest.json": manifest.format(url=far.url, commit=commit)})
    write(root, {"Top.lean": "import Far.Off\ntheorem top : Truth := far\n"})
    assert accepts(project.prepare(root / "Top.lean"), root / "Top.lean")
    assert [line for line in lines if line.startswith("compiled")] == [
        "compiled Near (1 of 2)",
        "compiled Far.Off (2 of 2)",
    ]
    assert not (root / ".lake").exists()
    write(root, {"Top.lean": "import Mathlib.Tactic\n"})
    with pytest.raises(UsageError, match=r"import Mathlib\.Tactic: neither .*install Lean with elan"):
        project.prepare(root / "Top.lean")


def test_missing_submodule_is_named_with_its_mend(project: LeanProject, root: Path) -> None:
    """A clone without --recurse-submodules looks complete."""
    write(root, {".gitmodules": '[submodule "x"]\n\tpath = vendor/x\n\turl = https://example.invalid/x\n'})
    write(root, {"Top.lean": "import X.Basic\n"})
    with pytest.raises(UsageError, match=r"submodule vendor/x is not checked out: git -C .* submodule update --init"):
        project.prepare(root / "Top.lean")


def test_manifest_that_is_none_is_told(project: LeanProject, root: Path) -> None:
    """A conflict marker in the manifest would be a traceback."""
    write(root, {"lake-manifest.json": "<<<<<<< HEAD\n", "Top.lean": "import X\n"})
    with pytest.raises(UsageError, match="is not Lake's manifest: run `lake update`"):
        project.prepare(root / "Top.lean")


def test_another_version_of_lean_is_named_where_it_may_be_the_reason(
    project: LeanProject, root: Path, fresh_cache: Path
) -> None:
    """Our Lean's complaint about a package for an older one would look like the package's fault."""
    note = "pack asks for leanprover/lean4:v4.2.0, but there is no elan to provide it: using Lean 4.35.0 (embedded)"
    other = open_project(root, lean=replace(project.lean, note=note), cache=fresh_cache)
    write(root, {"Pack/Base.lean": "theorem base : Truth := old.syntax\n"})
    with pytest.raises(LeanBuildError, match=r"Base\.lean:1:25: .* asks for leanprover/lean4:v4\.2\.0.*4\.35\.0"):
        other.prepare(root / "Top.lean")
    write(root, {"Top.lean": "import Mathlib.Tactic\n"})
    with pytest.raises(UsageError, match=r"import Mathlib\.Tactic: .* asks for .*; install Lean with elan"):
        other.prepare(root / "Top.lean")


def test_unknown_import_names_file_line_and_mend(project: LeanProject, root: Path) -> None:
    """The user must learn which import is missing, of which file, and that Mathlib needs a built project."""
    (root / "Pack" / "Base.lean").write_text("-- needs much\nimport Mathlib.Tactic\n")
    with pytest.raises(UsageError) as caught:
        project.prepare(root / "Top.lean")
    message = str(caught.value)
    assert f"{root / 'Pack' / 'Base.lean'}:2: import Mathlib.Tactic" in message
    assert "--repo" in message
    assert "\n" not in message


def test_import_that_does_not_compile_gives_leans_error(project: LeanProject, root: Path) -> None:
    """The error is in another file than the one the user named."""
    (root / "Pack" / "Base.lean").write_text("theorem base : Truth := nonsense\n")
    with pytest.raises(LeanBuildError, match=r"Base\.lean:1:25: Unknown identifier `nonsense`"):
        project.prepare(root / "Top.lean")


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="modules are compiled one by one here")
def test_interrupt_ends_compilers_that_take_long(root: Path, embedded: Lean, fresh_cache: Path) -> None:
    """Ctrl-C must work while a heavy package is compiled."""

    def interrupt(line: str) -> None:
        raise KeyboardInterrupt(line)

    endless = "set_option maxHeartbeats 0\ntheorem slow : True := by\n  repeat (have h : True := trivial; clear h)\n"
    (root / "Pack" / "Slow.lean").write_text(endless)
    (root / "Pack" / "Quick.lean").write_text("theorem quick : True := trivial\n")
    project = open_project(root, lean=embedded, cache=fresh_cache, progress=interrupt)
    with pytest.raises(KeyboardInterrupt, match=r"Pack\.Quick"):
        project.prepare(root / "Top.lean", source="import Pack.Slow\nimport Pack.Quick\n")
    assert not list(fresh_cache.rglob(".building-*"))


def test_circle_of_imports_is_told(project: LeanProject, root: Path) -> None:
    """It must not hang."""
    (root / "Pack" / "Base.lean").write_text("import Pack.Middle\n")
    with pytest.raises(LeanBuildError, match="circle"):
        project.prepare(root / "Top.lean")


def test_file_without_imports_needs_no_building(project: LeanProject, root: Path, lines: list[str]) -> None:
    """The commonest case must cost nothing."""
    lean = project.prepare(root / "Pack" / "Base.lean")
    assert lines == []
    assert lean == project.lean


def test_modules_of_the_engines_library_can_be_imported_by_name(project: LeanProject, root: Path) -> None:
    """`import Init.First` is legal and names no file of the package."""
    (root / "Pack" / "Base.lean").write_text("import Init.First\ntheorem base : Truth := Truth.intro\n")
    assert accepts(project.prepare(root / "Top.lean"), root / "Top.lean")


def as_installed(lean: Lean) -> Lean:
    """The same Lean as if it came from elan, whose projects Lake has built."""
    return Lean(command=lean.command, version=lean.version, origin="elan", key=lean.key, needs=lean.needs)


def build_as_lake_does(lean: Lean, package: Path, module: str, *, library: str = ".lake/build/lib/lean") -> None:
    source, target = package / f"{module}.lean", package / library / f"{module}.olean"
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [*lean.command, "-R", str(package), "-o", str(target), str(source)]
    subprocess.run(command, env=lean.environment(), check=True, timeout=60)


@pytest.mark.parametrize("library", [".lake/build/lib/lean", ".lake/build/lib"])
def test_lakes_build_is_used_as_it_stands(
    project: LeanProject, root: Path, fresh_cache: Path, lines: list[str], library: str
) -> None:
    """Mathlib takes hours to compile; it must never be compiled again."""
    required = root / ".lake" / "packages" / "other"
    required.mkdir(parents=True)
    (required / "Other.lean").write_text("theorem other : Truth := Truth.intro\n")
    build_as_lake_does(project.lean, required, "Other", library=library)
    (root / "Own.lean").write_text("theorem own : Truth := Truth.intro\n")
    build_as_lake_does(project.lean, root, "Own", library=library)
    (root / "Top.lean").write_text("import Other\nimport Own\ntheorem both : Truth := (fun _ => own) other\n")
    built = open_project(root, lean=as_installed(project.lean), cache=fresh_cache, progress=lines.append)
    assert accepts(built.prepare(root / "Top.lean"), root / "Top.lean")
    assert lines == []


def test_rebuilt_package_is_noticed(project: LeanProject, root: Path, fresh_cache: Path, lines: list[str]) -> None:
    """After `lake update` what was compiled against the old package must not be used again."""
    required = root / ".lake" / "packages" / "other"
    required.mkdir(parents=True)
    (required / "Other.lean").write_text("theorem other : Truth := Truth.intro\n")
    build_as_lake_does(project.lean, required, "Other")
    (root / "Pack" / "Base.lean").write_text("import Other\ntheorem base : Truth := other\n")
    sources = open_project(root, lean=as_installed(project.lean), cache=fresh_cache, progress=lines.append)
    sources.prepare(root / "Top.lean")
    (required / "Other.lean").write_text("theorem renamed : Truth := Truth.intro\n")
    build_as_lake_does(project.lean, required, "Other")
    with pytest.raises(LeanBuildError, match="Unknown identifier `other`"):
        sources.prepare(root / "Top.lean")


def test_module_that_lake_has_not_built_yet_is_named(project: LeanProject, root: Path, fresh_cache: Path) -> None:
    """Half-built projects are common; the command to run is what helps."""
    (root / "Own.lean").write_text("theorem own : Truth := Truth.intro\n")
    build_as_lake_does(project.lean, root, "Own")
    built = open_project(root, lean=as_installed(project.lean), cache=fresh_cache)
    with pytest.raises(UsageError, match=r"Top\.lean:2: import Pack\.Middle: not built yet: run `lake build Pack"):
        built.prepare(root / "Top.lean")


def test_build_of_another_lean_is_not_given_to_the_embedded_engine(project: LeanProject, root: Path) -> None:
    """It has a library of its own; compiled files of a real Lean would not load."""
    (root / ".lake" / "build" / "lib" / "lean" / "Pack").mkdir(parents=True)
    (root / ".lake" / "build" / "lib" / "lean" / "Pack" / "Middle.olean").write_bytes(b"of another Lean")
    assert accepts(project.prepare(root / "Top.lean"), root / "Top.lean")


def test_root_that_is_no_directory_is_refused(project: LeanProject, root: Path) -> None:
    """A mistyped --repo must not end in a traceback."""
    with pytest.raises(UsageError, match="not a directory"):
        open_project(root / "Top.lean", lean=project.lean)
