"""What is extracted from a repository, held against what Lean itself says of the same files."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from data.cache import cache_directory
from data.commands import split_name
from data.compiled import Build, find_build
from data.constants import plain_name
from data.corpus import Corpus
from data.export import export_dataset
from data.extraction import ExtractedFile, Extraction, Problem
from data.leandojo import source_file
from data.origin import Origin
from data.positions import Positions
from data.repository import LIBRARY, Repository, corpora, open_repository
from prover.lean.building import build_repository
from prover.lean.command import Lean
from prover.lean.project import open_project

pytestmark = pytest.mark.lean

BASE = """\
/-! The base. -/
namespace Base

/-- A tree. -/
inductive Tree where
  | leaf
  | node (left right : Tree)

/-- A pair; `second` -- is not a comment. -/
@[ext] structure Pair (α : Type) where
  /-- The first. -/
  first : α
  second : α := first

instance : Inhabited Tree := ⟨.leaf⟩

private theorem hidden (p : Prop) (h : p) : p := h /- done -/

theorem «odd name» : True := trivial

theorem 𝔸𝕜 (x𝕜 : Nat) (h : x𝕜 = x𝕜) : x𝕜 = x𝕜 ∧ True := ⟨hidden _ h, «odd name»⟩

mutual
def even : Nat → Bool
  | 0 => true
  | n + 1 => odd n
def odd : Nat → Bool
  | 0 => false
  | n + 1 => even n
end

def loop (n : Nat) : Nat := go n
where go (n : Nat) : Nat := n + 1

end Base
"""
TOP = """\
import Sample.Base
open Base

theorem Base.first_eq (p : Pair Nat) : p.first = p.first := rfl

@[simp] theorem _root_.Base.comm (a b : Nat) : a + b = b + a := by
  rw [Nat.add_comm] -- by the library

open Nat in
/-- Opened. -/
theorem opened (a b : Nat) : a + b = b + a ∧ True := by
  constructor
  · exact Base.comm a b
  · exact «odd name»

example : True := (𝔸𝕜 0 rfl).2

theorem last (t : Tree) : Tree.rec (motive := fun _ => Nat) 0 (fun _ _ _ _ => 1) t = 0 → True ∧ True :=
  fun _ => (opened 1 2).symm.imp (fun _ => trivial) fun _ => trivial
"""
THERE = "theorem there : True := trivial\n"
ALONE = "theorem alone : True := trivial\n"


@pytest.fixture(scope="module")
def sample(embedded: Lean, tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, Build]:
    """A package with the names and blocks that are easily got wrong, built."""
    directory = tmp_path_factory.mktemp("extraction")
    root = directory / "a package"
    (root / "Sample").mkdir(parents=True)
    for name, text in {"Base": BASE, "Top": TOP, "Alone": ALONE}.items():
        (root / "Sample" / f"{name}.lean").write_text(text, encoding="utf-8")
    return built(root, embedded, directory / "cache")


@pytest.fixture(scope="module")
def files(sample: tuple[Repository, Build]) -> dict[str, ExtractedFile]:
    """The files of the package and of the library."""
    return extracted(*sample)


def built(root: Path, lean: Lean, cache: Path) -> tuple[Repository, Build]:
    repository = Repository(root=root, name=root.name)
    build_repository(repository, open_project(root, lean=lean, cache=cache))
    return repository, find_build(repository, cache=cache)


def extracted(repository: Repository, build: Build) -> dict[str, ExtractedFile]:
    problems: list[Problem] = []
    files = {file.path: file for file in Extraction(repository, build, report=problems.append).files()}
    assert not problems
    return files


def bundled(name: str, lean: Lean) -> tuple[Repository, Build]:
    """A bundled repository, built in the user's cache like a user's own."""
    repository, cache = open_repository(name), cache_directory(None)
    build_repository(repository, open_project(repository.root, lean=lean, cache=cache))
    return repository, find_build(repository, cache=cache)


@pytest.mark.parametrize("name", [*corpora(), LIBRARY])
def test_declarations_are_those_that_lean_lists(name: str, embedded: Lean) -> None:
    """Version 5 of `.ilean` lists the declarations that name a constant; a wrong range is a wrong premise."""
    repository, build = bundled(name, embedded)
    num_compared = 0
    for file in extracted(repository, build).values():
        if not file.is_own:
            continue
        module = build.find(repository.module_of(repository.root / file.path))
        assert module is not None
        positions = Positions(file.source)
        listed = {
            plain_name(declared): (
                positions.at(positions.offset_utf16(*place[:2])),
                positions.at(positions.offset_utf16(*place[2:4])),
            )
            for declared, place in json.loads(module.ilean.read_bytes())["decls"].items()
            if "_aux_" not in declared  # what Lean makes of a `notation`
        }
        found = {item.full_name: (item.start, item.end) for item in file.declarations}
        for name, place in listed.items():
            is_part = name not in found and name.rpartition(".")[0] in found  # a constructor, or a `where` of its own
            assert is_part or found[name] == place
        num_compared += len(listed)
    assert num_compared > 100


def test_names_as_lean_gives_them(files: dict[str, ExtractedFile]) -> None:
    """A premise is looked up by its name: quoted, private, mutual and `_root_` ones, too."""
    assert [item.full_name for item in files["Sample/Base.lean"].declarations] == [
        "Base.Tree",
        "Base.Pair",
        "Base.instInhabitedTree",
        "Base.hidden",
        "Base.«odd name»",
        "Base.𝔸𝕜",
        "Base.even",
        "Base.odd",
        "Base.loop",
    ]
    top = [item.full_name for item in files["Sample/Top.lean"].declarations]
    assert top == ["Base.first_eq", "Base.comm", "opened", "example@L16", "last"]


def test_premises_as_leandojo_writes_them(files: dict[str, ExtractedFile]) -> None:
    """A statement without its proof and comments; nameless and generated declarations are none."""
    code = {p.full_name: p.code for path in files for p in source_file(files[path]).premises}
    assert "Base.instInhabitedTree" not in code
    assert "example@L16" not in code
    assert code["Base.comm"] == "@[simp] theorem _root_.Base.comm (a b : Nat) : a + b = b + a"
    assert code["opened"] == "theorem opened (a b : Nat) : a + b = b + a ∧ True"
    assert code["Base.hidden"] == "private theorem hidden (p : Prop) (h : p) : p"
    assert code["Base.Pair"] == "@[ext] structure Pair (α : Type) where\n  first : α\n  second : α := first"
    opened = next(p for p in source_file(files["Sample/Top.lean"]).premises if p.full_name == "opened")
    assert (opened.start, opened.end) == ((10, 1), (14, 21))


def test_proofs_name_the_constants_of_their_terms(
    sample: tuple[Repository, Build], files: dict[str, ExtractedFile], embedded: Lean
) -> None:
    """Lean's kernel says what a proof rests on; of the theorems that must be what was extracted."""
    all_theorems = {
        item.full_name for file in files.values() for item in file.declarations if item.text.keyword == "theorem"
    }
    own = {item.full_name for file in files.values() if file.is_own for item in file.declarations}
    proofs = [
        item
        for file in files.values()
        for item in file.declarations
        if file.is_own and item.text.keyword == "theorem" and "private" not in item.text.modifiers
    ]
    commands = "".join(f"set_option pp.all true in\n#print {item.full_name}\n" for item in proofs)
    printed = messages(embedded, sample[1], f"import Sample.Top\nimport Sample.Alone\n{commands}")
    for item, message in zip(proofs, printed, strict=True):
        words = re.findall(r"(?:[^\s()@,:{}«»]|«[^»]*»)+", message["data"].partition(":=")[2])
        named = {plain_name(word.partition(".{")[0].rstrip(".")) for word in words} & all_theorems
        premises = {plain_name(name) for name in item.premises} & all_theorems
        assert premises <= named, item.full_name
        assert premises & own == named & own, item.full_name  # tactics use lemmas of the library unasked
    assert any(item.premises for item in proofs)


def test_premises_point_to_definitions(files: dict[str, ExtractedFile]) -> None:
    """A gold premise is found by the position of its definition, across files and letters beyond the first plane."""
    corpus = Corpus(source_file(file) for file in files.values())
    uses = [use for file in files.values() for item in file.declarations for use in item.named]
    found: dict[str, str] = {}
    for use in uses:
        definition, source = use.definition, files[use.definition.path].source
        assert corpus.locate(definition.path, definition.start) == definition.premise
        positions = Positions(source)
        name = source[positions.offset(definition.start) : positions.offset(definition.end)]
        if definition.premise is not None:
            found[use.full_name] = f"{name} in {corpus.premises[definition.premise].full_name}"
    assert found["Base.Tree.rec"] == "Tree in Base.Tree"
    assert found["_private.Sample.Base.0.Base.hidden"] == "hidden in Base.hidden"
    assert found["Base.𝔸𝕜"] == "𝔸𝕜 in Base.𝔸𝕜"
    assert found["Base.«odd name»"] == "«odd name» in Base.«odd name»"
    assert found["Base.Pair.first"] == "first in Base.Pair"


def test_accessible_is_what_lean_finds(
    sample: tuple[Repository, Build], files: dict[str, ExtractedFile], embedded: Lean
) -> None:
    """Before a declaration Lean is asked for every name: it must know those that are accessible, and no others."""
    corpus = Corpus(source_file(file) for file in files.values())
    asked = [
        number
        for number, premise in enumerate(corpus.premises)
        if "private" not in premise.code.split()[:3] and (files[premise.path].is_own or number % 40 == 0)
    ]
    checks = "".join(f"#check @_root_.{quoted(corpus.premises[number].full_name)}\n" for number in asked)
    for path, end in (("Sample/Base.lean", "end Base\n"), ("Sample/Top.lean", "")):
        for item in files[path].declarations[1::3]:
            before = f"{files[path].source[: item.text.start]}\n{end}"
            errors = [m for m in messages(embedded, sample[1], before + checks) if m["severity"] == "error"]
            unknown = {asked[m["pos"]["line"] - before.count("\n") - 1] for m in errors}
            assert set(asked) - unknown == set(asked) & set(corpus.accessible(path, item.start).tolist())
            assert unknown


def quoted(name: str) -> str:
    return ".".join(part if part.startswith("«") else f"«{part}»" for part in split_name(name))


def messages(lean: Lean, build: Build, source: str) -> list[dict[str, Any]]:
    """What Lean says about a text that may import the package's modules."""
    command = [*lean.command, "--json", "--stdin"]
    environment = lean.with_search_path([build.trees[0].compiled]).environment()
    result = subprocess.run(command, input=source.encode(), env=environment, capture_output=True, timeout=60)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_packages_that_are_required_are_extracted_too(embedded: Lean, tmp_path: Path) -> None:
    """Their theorems are premises of the repository's proofs, at the paths that LeanDojo gives them."""
    root, other = tmp_path / "root", tmp_path / "other"
    for folder, name, text in ((root, "Here", "import There\ntheorem here : True := there\n"), (other, "There", THERE)):
        folder.mkdir()
        (folder / f"{name}.lean").write_text(text)
    packages = [{"type": "path", "name": "other", "dir": "../other"}]
    (root / "lake-manifest.json").write_text(json.dumps({"version": "1.1.0", "packages": packages}))
    files = extracted(*built(root, embedded, tmp_path / "cache"))
    (use,) = files["Here.lean"].declarations[0].named[1:]
    assert use.definition.path == ".lake/packages/other/There.lean"
    assert not files[use.definition.path].is_own


def test_modules_of_the_module_system_are_read(embedded: Lean, tmp_path: Path) -> None:
    """Newer repositories hide what is not `public`: such a theorem is premise all the same, under its plain name."""
    text = "module\nprelude\npublic inductive T : Prop where | intro : T\ntheorem hid : T := T.intro\n"
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "New.lean").write_text(f"{text}public theorem seen : T := hid\n")
    file = extracted(*built(tmp_path / "root", embedded, tmp_path / "cache"))["New.lean"]
    assert [item.full_name for item in file.declarations] == ["T", "hid", "seen"]
    assert [use.definition.premise for use in file.declarations[2].named] == [0, 1]
    assert file.imports == ()


def test_a_data_set_can_be_made_again(sample: tuple[Repository, Build], tmp_path: Path) -> None:
    """Written over an older one, it is the same to the byte, and the corpus has the digest that the metadata name."""
    repository, build = sample
    contents = []
    for _ in range(2):
        extraction = Extraction(repository, build, report=print)
        export_dataset(extraction, tmp_path, name="sample", origin=Origin("u", "c"))
        names = [
            "corpus.jsonl",
            "declarations.jsonl",
            *(str(p.relative_to(tmp_path)) for p in tmp_path.glob("*/*.json")),
        ]
        contents.append({name: (tmp_path / name).read_bytes() for name in names})
    assert contents[0] == contents[1]
    assert len(contents[0]) == 8
    metadata = json.loads((tmp_path / "metadata.json").read_bytes())
    assert metadata["corpus_digest"] == Corpus.read(tmp_path / "corpus.jsonl").digest
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
