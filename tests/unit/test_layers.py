"""The floors of the project: who breaks them makes the data readable only with Lean, or Lean only with torch."""

from __future__ import annotations

import ast
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ["data", "retrieval", "prover", "conjecturer"]


def imports() -> networkx.DiGraph[str]:
    """An edge from every module of the project to every module of the project that it imports, anywhere in the file."""
    files = [path for floor in FLOORS for path in (ROOT / floor).rglob("*.py")]
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in files}
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(modules)
    for module, path in modules.items():
        package = module if path.name == "__init__.py" else module.rpartition(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            graph.add_edges_from((module, target) for target in imported(node, package) if target in modules)
    return graph


def imported(node: ast.AST, package: str) -> list[str]:
    """The dotted names an import statement may refer to, the names it takes from a module included."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    source = ".".join([*parents, *([node.module] if node.module else [])])
    names = [f"{source}.{alias.name}" for alias in node.names]
    return [source, *names]


def test_every_floor_is_there() -> None:
    """The two tests below would pass on an empty project."""
    found = {module.split(".")[0] for module in imports()}
    assert found == set(FLOORS)
    assert imports().number_of_edges() > 0


def test_imports_go_down_only() -> None:
    """Reading data would need a Lean process, and proving would need the libraries of training."""
    upward = [
        (module, target)
        for module, target in imports().edges
        if FLOORS.index(module.split(".")[0]) < FLOORS.index(target.split(".")[0])
    ]
    assert not upward


def test_no_two_files_import_each_other() -> None:
    """Two files that need each other can be neither read nor changed apart."""
    graph = imports()
    graph.remove_edges_from([(module, module) for module in graph])
    cycles = [sorted(group) for group in networkx.strongly_connected_components(graph) if len(group) > 1]
    assert not cycles


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import data.source", ["data.source"]),
        ("from data import source", ["data", "data.source"]),
        ("from .goals import Goal", ["prover.lean.goals", "prover.lean.goals.Goal"]),
        ("from ..proof import Goal", ["prover.proof", "prover.proof.Goal"]),
        ("from . import goals", ["prover.lean", "prover.lean.goals"]),
    ],
)
def test_imports_are_understood(statement: str, expected: list[str]) -> None:
    """An import that is not understood could break the floors unseen."""
    assert imported(ast.parse(statement).body[0], "prover.lean") == expected
