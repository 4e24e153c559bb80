"""`prove build`, `prove replay` and `retrieve extract` as a user runs them, read back by who knows only the format."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx
import pytest

from prover.cli import main as prove
from prover.lean.command import Lean
from retrieval.cli import main as retrieve

pytestmark = pytest.mark.lean

NUM_THEOREMS = 40


@pytest.fixture(scope="module")
def cache(embedded: Lean, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the engine in it and nothing else."""
    directory = tmp_path_factory.mktemp("cache")
    sysroot = Path(embedded.command[0]).parents[1]
    (directory / sysroot.name).symlink_to(sysroot)
    return directory


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of lemmas and of proofs that use them, and a file that does not compile."""
    root = tmp_path_factory.mktemp("packages") / "a package"
    (root / "Pack").mkdir(parents=True)
    lemmas = "".join(
        f"theorem lemma{n} (a b : Nat) : a + b + {n} = b + a + {n} := by\n  rw [Nat.add_comm a]\n\n" for n in range(30)
    )
    uses = "".join(
        f"theorem use{n} (a b : Nat) : a + b + {n % 30} = b + a + {n % 30} ∧ True := by\n"
        f"  constructor -- first\n  · exact lemma{n % 30} a b\n  · trivial\n\n"
        for n in range(NUM_THEOREMS)
    )
    files = {
        "Pack/Lemmas": f"namespace Pack\n{lemmas}end Pack\n",
        "Pack/Uses": f"import Pack.Lemmas\nnamespace Pack\n{uses}end Pack\n",
        "Pack/Broken": "theorem broken : 1 = 2 := by\n  rfl\n",
    }
    for name, text in files.items():
        (root / f"{name}.lean").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def dataset(package: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `prove replay` leaves behind."""
    out = tmp_path_factory.mktemp("replayed") / "data"
    assert prove(["replay", str(package), "--out", str(out), "--cache", str(cache), "--processes", "2"]) == 1
    return out


def read_back(directory: Path) -> tuple[networkx.DiGraph[str], dict[str, list[Any]], dict[str, dict[str, list[Any]]]]:
    """The data set by the description of LeanDojo's format, without any of our code.

    Returns:
        The graph of imports, the premises of each file, and the theorems of each split of each strategy.
    """
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    premises: dict[str, list[Any]] = {}
    with (directory / "corpus.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            assert line.keys() == {"path", "imports", "premises"}
            assert set(line["imports"]) <= premises.keys(), "imported files come first"
            graph.add_node(line["path"])
            graph.add_edges_from((line["path"], other) for other in line["imports"])
            premises[line["path"]] = line["premises"]
            for premise in line["premises"]:
                assert premise.keys() == {"full_name", "code", "start", "end", "kind"}
                assert premise["full_name"]
                assert premise["code"].strip()
                assert premise["start"] <= premise["end"]
    splits = {
        strategy: {
            part: json.loads((directory / strategy / f"{part}.json").read_text(encoding="utf-8"))
            for part in ("train", "val", "test")
        }
        for strategy in ("random", "novel_premises")
    }
    return networkx.transitive_closure_dag(graph), premises, splits


def used_premises(theorem: dict[str, Any]) -> set[str]:
    return {use["full_name"] for tactic in theorem["traced_tactics"] for use in tactic["annotated_tactic"][1]}


def test_the_data_set_is_read_by_who_knows_only_the_format(dataset: Path) -> None:
    """ReProver, and every program written for LeanDojo's data, could not use ours."""
    imports, premises, splits = read_back(dataset)
    assert {"Pack/Lemmas.lean", "Pack/Uses.lean"} <= premises.keys()
    num_uses = 0
    for parts in splits.values():
        theorems = [theorem for part in parts.values() for theorem in part]
        assert len(theorems) == len({theorem["full_name"] for theorem in theorems}) == NUM_THEOREMS + 30
        assert [len(parts[part]) for part in ("val", "test")] == [7, 7]
        for theorem in theorems:
            assert theorem.keys() == {*("url", "commit", "file_path", "full_name", "start", "end", "traced_tactics")}
            assert theorem["traced_tactics"]
            for tactic in theorem["traced_tactics"]:
                text, uses = tactic["annotated_tactic"]
                assert text.replace("<a>", "").replace("</a>", "") == tactic["tactic"]
                assert text.count("<a>") == len(uses)
                assert "⊢" in tactic["state_before"]
                assert tactic["state_after"] == "no goals" or "⊢" in tactic["state_after"]
                for use in uses:
                    gold = [p for p in premises[use["def_path"]] if p["start"] <= use["def_pos"] <= p["end"]]
                    assert len(gold) == 1
                    same_file = use["def_path"] == theorem["file_path"]
                    assert (
                        gold[0]["end"] <= theorem["start"]
                        if same_file
                        else imports.has_edge(theorem["file_path"], use["def_path"])
                    )
                    num_uses += 1
    assert num_uses >= 2 * (NUM_THEOREMS + 30)


def test_novel_premises_are_novel(dataset: Path) -> None:
    """A prover that only repeats what it has seen would look as if it generalised."""
    parts = read_back(dataset)[2]["novel_premises"]
    trained = set().union(*map(used_premises, parts["train"]))
    assert all(used_premises(theorem) - trained for part in ("val", "test") for theorem in parts[part])


def test_the_file_that_fails_is_named_and_the_rest_is_there(
    package: Path, cache: Path, dataset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One broken file would cost the whole repository, or be missing without a word."""
    assert prove(["build", str(package), "--cache", str(cache)]) == 1
    errors = capsys.readouterr().err
    assert "Pack.Broken" in errors
    assert "Broken.lean:2:" in errors
    assert retrieve(["extract", str(package), "--out", str(tmp_path), "--cache", str(cache), "--json"]) == 1
    output = capsys.readouterr()
    assert "Pack/Broken.lean: not built, left out" in output.err
    record = json.loads(output.out)
    assert record["num_theorems"] == NUM_THEOREMS + 30
    assert record["num_tactics"] == 0
    assert (tmp_path / "corpus.jsonl").read_bytes() == (dataset / "corpus.jsonl").read_bytes()


def test_what_is_replayed_is_not_replayed_again(package: Path, cache: Path, dataset: Path) -> None:
    """A run that was stopped after hours would begin anew."""
    kept = {path: path.stat().st_mtime_ns for path in (dataset / "replay").rglob("*.json")}
    before = {path.name: path.read_bytes() for path in dataset.glob("*.jsonl")}
    assert len(kept) == 2
    next(path for path in kept if path.name.startswith("Uses")).write_text("{")
    command = ["replay", str(package), "--out", str(dataset), "--cache", str(cache), "--json"]
    assert prove(command) == 1
    again = {path: path.stat().st_mtime_ns for path in (dataset / "replay").rglob("*.json")}
    assert [path.name for path in again if again[path] != kept[path]] == ["Uses.lean.json"]
    assert {path.name: path.read_bytes() for path in dataset.glob("*.jsonl")} == before


@pytest.fixture
def lake_project(package: Path, cache: Path, dataset: Path, tmp_path: Path) -> Path:
    """The package as Lake would have built it, with its lemmas in a package that it depends on."""
    assert dataset.is_dir()  # so that the note is there
    note = json.loads(next((cache / "builds").glob("*.json")).read_text())
    compiled = Path(note["trees"][0]["compiled"])
    root = tmp_path / "project"
    for folder, name in ((root, "Uses"), (root / ".lake/packages/lemmas", "Lemmas")):
        for suffix, source in ((".lean", package), (".ilean", compiled)):
            place = folder if suffix == ".lean" else folder / ".lake/build/lib/lean"
            (place / "Pack").mkdir(parents=True)
            shutil.copy(source / "Pack" / f"{name}{suffix}", place / "Pack")
    (root / "lakefile.toml").write_text('name = "uses"\n[[lean_lib]]\nname = "Pack"\n')
    (root / "lean-toolchain").write_text("leanprover/lean4:v4.35.0\n")
    return root


def test_a_lake_project_is_read_as_it_stands(
    lake_project: Path, cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user with Lake would have to build everything twice."""
    out = tmp_path / "out"
    assert retrieve(["extract", str(lake_project), "--out", str(out), "--cache", str(cache)]) == 0
    assert "their sources are not here: Init" in capsys.readouterr().out
    premises = read_back(out)[1]
    assert list(premises) == [".lake/packages/lemmas/Pack/Lemmas.lean", "Pack/Uses.lean"]
    declarations = [json.loads(line) for line in (out / "declarations.jsonl").read_text(encoding="utf-8").splitlines()]
    use = next(item for item in declarations if item["full_name"] == "Pack.use3")
    assert [premise["full_name"] for premise in use["premises"]] == ["Pack.lemma3"]
    assert use["premises"][0]["def_path"] == ".lake/packages/lemmas/Pack/Lemmas.lean"
    assert use["statement"] == "theorem use3 (a b : Nat) : a + b + 3 = b + a + 3 ∧ True"
    assert use["proof"].startswith(":= by")
    assert json.loads((out / "metadata.json").read_bytes())["lean_version"] == "leanprover/lean4:v4.35.0"


def test_a_folder_of_ileans_beside_the_sources(lake_project: Path, cache: Path, tmp_path: Path) -> None:
    """A build cache unpacked elsewhere, as Mathlib's is, would be of no use."""
    ileans = tmp_path / "unpacked"
    (lake_project / ".lake" / "build" / "lib" / "lean").rename(ileans)
    command = ["extract", str(lake_project), "--out", str(tmp_path / "out"), "--cache", str(cache)]
    assert retrieve([*command, "--ileans", str(ileans)]) == 0
    assert len(read_back(tmp_path / "out")[1]["Pack/Uses.lean"]) == NUM_THEOREMS


def refused(words: Sequence[str], capsys: pytest.CaptureFixture[str], *, status: int = 2) -> str:
    """The one line with which a command refuses."""
    assert retrieve(words) == status
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    return error


def test_what_is_not_built_names_the_command(
    lake_project: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user must know what to type next, and nothing may be written that looks like a data set."""
    out = tmp_path / "out"
    command = ["extract", str(package), "--out", str(out), "--cache", str(tmp_path)]
    assert f"run `prove build '{package}'`" in refused(command, capsys)
    shutil.rmtree(lake_project / ".lake")
    (lake_project / "lake-manifest.json").write_text('{"packages": []}')
    command = ["extract", str(lake_project), "--out", str(out), "--cache", str(tmp_path)]
    assert "run `lake build`" in refused(command, capsys)
    assert "no .ilean file" in refused([*command, "--ileans", str(tmp_path / "nowhere")], capsys)
    assert not out.exists()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("half", "Uses.ilean is damaged or only half written; build the repository again"),
        ("encoding", "Uses.lean is not UTF-8 text"),
        ("stale", "Pack/Uses.lean: changed since it was built"),
        ("shifted", "Pack/Uses.lean: not the text that was built (Pack.use0 was elsewhere), left out"),
    ],
)
def test_a_damaged_file_is_named(
    damage: str, message: str, lake_project: Path, cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its theorems would be missing, or wrong, without a word; the rest is extracted all the same."""
    ilean = lake_project / ".lake/build/lib/lean/Pack/Uses.ilean"
    source = lake_project / "Pack" / "Uses.lean"
    if damage == "half":
        ilean.write_bytes(ilean.read_bytes()[:1000])
    elif damage == "encoding":
        source.write_bytes(source.read_text(encoding="utf-8").encode("utf-16"))
    elif damage == "shifted":
        source.write_text(
            source.read_text(encoding="utf-8").replace("theorem use0", "\n\ntheorem use0"), encoding="utf-8"
        )
    else:
        later = ilean.stat().st_mtime + 60
        os.utime(source, (later, later))
    out = tmp_path / "out"
    assert retrieve(["extract", str(lake_project), "--out", str(out), "--cache", str(cache)]) == 1
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    premises = read_back(out)[1]
    assert len(premises.get(".lake/packages/lemmas/Pack/Lemmas.lean", [])) == (0 if damage == "encoding" else 30)
    assert len(premises["Pack/Uses.lean"]) == (NUM_THEOREMS if damage == "stale" else 0)


def test_circular_imports_are_named(
    lake_project: Path, cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No order of imports, so no accessible premises."""
    lemmas = lake_project / ".lake/packages/lemmas/Pack/Lemmas.lean"
    lemmas.write_text(f"import Pack.Uses\n{lemmas.read_text(encoding='utf-8')}", encoding="utf-8")
    error = refused(["extract", str(lake_project), "--out", str(tmp_path / "out"), "--cache", str(cache)], capsys)
    assert "circle: Pack.Uses -> Pack.Lemmas -> Pack.Uses" in error


def test_mistakes_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line each."""
    assert "did you mean extract" in refused(["extrct"], capsys)
    assert "--out" in refused(["extract", "logic"], capsys)
    assert "no such repository" in refused(["extract", str(tmp_path / "no"), "--out", str(tmp_path)], capsys)
    assert retrieve([]) == 0
    assert "extract" in capsys.readouterr().out
