"""The bundled corpora are what the README says: enough theorems, all proved, but for the ones that are left open."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import networkx
import pytest

from data.declarations import Declaration, declarations
from data.repository import Repository, corpora, corpus
from prover.lean.toolchain import Lean

pytestmark = pytest.mark.lean

PROJECT = Path(__file__).parents[2]
STANDARD_AXIOMS = {"propext", "Classical.choice", "Quot.sound"}
CORPORA = ["algebra", "integers", "lists", "logic", "naturals", "programs"]
NUM_PROVED = 800
NUM_OPEN = 100


@dataclass(frozen=True)
class CompiledCorpus:
    """A corpus whose modules lie compiled on the search path of `lean`, and Lean's messages on each of its files."""

    repository: Repository
    lean: Lean
    messages: dict[Path, list[dict[str, object]]]


def elaborate(lean: Lean, *arguments: str, directory: Path) -> list[dict[str, object]]:
    """What Lean says on a file, one message after the other."""
    command = [*lean.command, "--json", *arguments]
    finished = subprocess.run(
        command, cwd=directory, env=lean.environment(), capture_output=True, text=True, timeout=120
    )
    assert finished.stderr == ""
    return [json.loads(line) for line in finished.stdout.splitlines()]


@pytest.fixture(scope="module", params=CORPORA)
def compiled(
    request: pytest.FixtureRequest, embedded: Lean, tmp_path_factory: pytest.TempPathFactory
) -> CompiledCorpus:
    """One of the corpora, compiled from nothing by the embedded engine."""
    repository = corpus(request.param)
    directory = tmp_path_factory.mktemp("compiled")
    lean = embedded.with_search_path([directory])
    imports_first = reversed(list(networkx.topological_sort(repository.import_graph())))
    messages: dict[Path, list[dict[str, object]]] = {}
    for module in imports_first:
        file = repository.path_of(module)
        target = directory / Path(*module.split(".")).with_suffix(".olean")
        target.parent.mkdir(exist_ok=True)
        messages[file] = elaborate(lean, "-R", ".", "-o", str(target), str(file), directory=repository.root)
    return CompiledCorpus(repository=repository, lean=lean, messages=messages)


def theorems_of(repository: Repository) -> Iterator[tuple[Path, str, Declaration]]:
    """Every theorem and example of a corpus with its file and the file's text."""
    for file in repository.files:
        source = file.read_text()
        for declaration in declarations(source):
            if declaration.keyword in ("theorem", "example"):
                yield file, source, declaration


def test_every_file_elaborates_without_a_complaint(compiled: CompiledCorpus) -> None:
    """A corpus that does not compile gives no theorem to anybody; a warning hides the next one."""
    for file, messages in compiled.messages.items():
        allowed = "hasSorry" if file.name == "Open.lean" else None
        assert [(file, message["pos"], message["data"]) for message in messages if message["kind"] != allowed] == []


def test_only_the_open_problems_lack_a_proof(compiled: CompiledCorpus) -> None:
    """A `sorry` elsewhere would be a human proof that the prover is compared with and that does not exist."""
    for file, _, declaration in theorems_of(compiled.repository):
        assert bool(declaration.sorries) == declaration.is_only_sorry == (file.name == "Open.lean")


def test_proofs_use_the_standard_axioms_only(compiled: CompiledCorpus, tmp_path: Path) -> None:
    """A theorem on an axiom of its own proves nothing."""
    found = list(theorems_of(compiled.repository))
    names = [theorem.full_name for _, _, theorem in found if not theorem.sorries and theorem.keyword == "theorem"]
    root = next(module for module in compiled.repository.modules if "." not in module)
    file = tmp_path / "Axioms.lean"
    file.write_text("\n".join([f"import {root}", *(f"#print axioms {name}" for name in names)]))
    messages = elaborate(compiled.lean, str(file), directory=tmp_path)
    assert len(messages) == len(names) > 0
    for message in messages:
        text = str(message["data"])
        axioms = text.partition("[")[2].rstrip("]").replace(",", " ").split()
        assert message["severity"] == "information", text
        assert "depend" in text, text
        assert set(axioms) <= STANDARD_AXIOMS, text


def test_there_are_as_many_theorems_as_promised() -> None:
    """The benchmark in the README speaks of at least so many."""
    assert corpora() == CORPORA
    is_open = Counter(bool(theorem.sorries) for name in corpora() for _, _, theorem in theorems_of(corpus(name)))
    assert is_open[False] >= NUM_PROVED
    assert is_open[True] >= NUM_OPEN


@pytest.mark.parametrize("name", CORPORA)
def test_no_theorem_is_there_twice(name: str) -> None:
    """Duplicates would count twice in every pass rate, and the second is proved by naming the first."""
    statements = Counter(
        " ".join(source[theorem.name_end : theorem.statement_end].split())
        for _, source, theorem in theorems_of(corpus(name))
    )
    assert [statement for statement, count in statements.items() if count > 1] == []


@pytest.mark.parametrize("name", CORPORA)
def test_root_module_imports_the_whole_corpus(name: str) -> None:
    """A file that the root does not import is never built by `lake build`, and nobody learns that it is broken."""
    graph = corpus(name).import_graph()
    root = next(module for module in graph if "." not in module)
    assert networkx.descendants(graph, root) | {root} == set(corpus(name).modules)


def test_lake_package_names_every_corpus(embedded: Lean) -> None:
    """Readers with elan check the corpora by one `lake build`, with the Lean that we embed."""
    package = Repository(root=PROJECT, name="leanloop")
    assert {corpus(name).root.resolve() for name in corpora()} <= {root.resolve() for root in package.source_roots}
    assert package.toolchain == f"leanprover/lean4:v{embedded.version}"
