"""What a search tree tells about choosing: the tactics tried on the states of a proof, and which of them was right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prover.search.record import EdgeRecord, NodeRecord, TreeRecord
from prover.tactics.specification import SYMBOLIC


@dataclass(frozen=True, slots=True)
class Decision:
    """A state of a proof, on which more than one of the symbolic generator's tactics was tried.

    Attributes:
        state: the goals.
        before: the tactics that led there.
        tried: the generator's tactics, one of which succeeded. Those that would have done as well are not among them.
        winning: which one is the proof's.
    """

    state: str
    before: tuple[str, ...]
    tried: list[EdgeRecord]
    winning: int


def decisions(tree: TreeRecord) -> Iterator[Decision]:
    """Those of the proof that a search has found; none without a proof."""
    ways = winning_ways(tree)
    for node in tree.nodes if tree.status == "proved" else ():
        edges = [edge for edge in node.edges if edge.source.startswith(f"{SYMBOLIC}/")]
        right = next((edge for edge in edges if edge.is_winning), None)
        if right is None:
            continue
        edges = [edge for edge in edges if edge is right or not _does_as_well(edge, right)]
        if len(edges) > 1:
            yield Decision(node.state, ways.get(node.id, ()), edges, edges.index(right))


def _does_as_well(edge: EdgeRecord, right: EdgeRecord) -> bool:
    """Whether a tactic closes the goal, too, or leads where the proof's leads."""
    return edge.outcome == "proved" or (edge.outcome == "progress" and edge.children == right.children)


def winning_ways(tree: TreeRecord) -> dict[int, tuple[str, ...]]:
    """For every state of the proof the tactics that led there."""
    nodes: dict[int, NodeRecord] = {node.id: node for node in tree.nodes}
    ways: dict[int, tuple[str, ...]] = {0: ()}
    waiting = [0]
    while waiting:
        number = waiting.pop()
        for edge in nodes[number].edges:
            for child in edge.children if edge.is_winning else ():
                if child not in ways:
                    ways[child] = (*ways[number], edge.tactic)
                    waiting.append(child)
    return ways
