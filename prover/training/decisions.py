"""What a search tree tells about choosing: the tactics tried on the states that it has proved, and which was right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prover.search.record import EdgeRecord, TreeRecord
from prover.tactics.specification import SYMBOLIC


@dataclass(frozen=True, slots=True)
class Decision:
    """A state that was proved, on which more than one of the symbolic generator's tactics was tried.

    Attributes:
        state: the goals.
        before: the tactics that led there.
        tried: the generator's tactics, one of which succeeded. Those that would have done as well are not among them.
        winning: which one that is.
    """

    state: str
    before: tuple[str, ...]
    tried: list[EdgeRecord]
    winning: int


def decisions(tree: TreeRecord) -> Iterator[Decision]:
    """Those of the proof that a search has found, and of the states that it has proved beside it, or in vain.

    Where the proof does not say which tactic was right, it is the one with the lowest proof behind it.
    """
    heights = _heights(tree)
    ways = ways_to(tree)
    for node in tree.nodes:
        edges = [edge for edge in node.edges if edge.source.startswith(f"{SYMBOLIC}/")]
        leading = {place: high for place, edge in enumerate(edges) if (high := _height(edge, heights)) is not None}
        if not leading:
            continue
        right = min(leading, key=lambda place: (not edges[place].is_winning, leading[place]))
        tried = [edge for place, edge in enumerate(edges) if place == right or place not in leading]
        if len(tried) > 1:
            yield Decision(node.state, ways[node.id], tried, tried.index(edges[right]))


def ways_to(tree: TreeRecord) -> dict[int, tuple[str, ...]]:
    """For every state the tactics that led there; those of the proof where it is one of the proof's."""
    nodes = {node.id: node for node in tree.nodes}
    ways: dict[int, tuple[str, ...]] = {0: ()}
    for is_winning in (True, False):
        waiting = list(ways)
        while waiting:
            number = waiting.pop()
            for edge in nodes[number].edges:
                for child in edge.children if edge.is_winning or not is_winning else ():
                    if child not in ways:
                        ways[child] = (*ways[number], edge.tactic)
                        waiting.append(child)
    return ways


def _heights(tree: TreeRecord) -> dict[int, int]:
    """Of every state that is proved, how many tactics high its lowest proof is; so no proof goes round in a circle."""
    heights: dict[int, int] = {}
    is_new = True
    while is_new:
        found = {
            node.id: 1 + min(known)
            for node in tree.nodes
            if node.id not in heights
            if (known := [height for edge in node.edges if (height := _height(edge, heights)) is not None])
        }
        heights |= found
        is_new = bool(found)
    return heights


def _height(edge: EdgeRecord, heights: dict[int, int]) -> int | None:
    """How high a proof there is behind a tactic; None if none is known."""
    if edge.outcome == "proved":
        return 0
    if not edge.children or any(child not in heights for child in edge.children):
        return None
    return max(heights[child] for child in edge.children)
