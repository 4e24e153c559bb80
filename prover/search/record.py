"""A search tree as JSON: what the HTML page shows and what later training reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from prover.proof import Failed, Outcome, Progress, ProofResult, Proved, TimedOut
from prover.search.tree import Edge, Node, NodeStatus, SearchTree


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EdgeRecord(_Record):
    """A tactic tried. `children` are the ids of the states it leaves; `is_winning` says that the proof uses it.

    `added` is what of the log-probability is not the proposer's own.
    """

    tactic: str
    log_probability: float
    added: float = 0.0
    source: str
    outcome: Literal["proved", "progress", "failed", "timeout"]
    message: str
    children: list[int]
    is_winning: bool

    @property
    def proposed(self) -> float:
        """What the proposer alone thinks of it, as a log-probability but for a number that a state's edges share."""
        return self.log_probability - self.added


class NodeRecord(_Record):
    """A state. `order` is its place in the order of expansion, None if it was never expanded."""

    id: int
    state: str
    status: NodeStatus
    score: float
    depth: int
    is_winning: bool
    order: int | None
    edges: list[EdgeRecord]


class StepRecord(_Record):
    """A tactic of the printed proof, the state that it is written for, and the tactics that lead there."""

    state: str
    tactic: str
    before: tuple[str, ...]


class TreeRecord(_Record):
    """One search: what was to be proved, what came of it, and every state seen. The node with id 0 is the root.

    `steps` are those of the printed proof where it is shorter than the way on which the search found it; else empty.
    """

    theorem: str
    statement: str
    status: str
    seconds: float
    num_checks: int
    stop_reason: str
    proof: str | None
    steps: tuple[StepRecord, ...] = ()
    nodes: list[NodeRecord]


def tree_record(
    tree: SearchTree, *, result: ProofResult, stop_reason: str, steps: Sequence[StepRecord] = ()
) -> TreeRecord:
    """The record of a search, finished or not."""
    found = tree.proof() if result.status == "proved" else None
    winning = frozenset(edge.index for edge in found.edges) if found else frozenset()
    return TreeRecord(
        theorem=result.theorem.full_name,
        statement=result.theorem.statement,
        status=result.status,
        seconds=round(result.seconds, 3),
        num_checks=result.num_checks,
        stop_reason=stop_reason,
        proof=result.proof,
        steps=tuple(steps),
        nodes=[_node_record(node, winning) for node in tree.nodes],
    )


def _node_record(node: Node, winning: frozenset[int]) -> NodeRecord:
    return NodeRecord(
        id=node.index,
        state=node.state.text,
        status=node.status,
        score=round(node.score, 6),
        depth=node.depth,
        is_winning=any(edge.index in winning for edge in node.edges),
        order=node.order,
        edges=[_edge_record(edge, winning) for edge in node.edges],
    )


def _edge_record(edge: Edge, winning: frozenset[int]) -> EdgeRecord:
    return EdgeRecord(
        tactic=edge.tactic,
        log_probability=round(edge.suggestion.log_probability, 6),
        added=round(edge.suggestion.added, 6),
        source=edge.suggestion.source,
        outcome=_outcome_name(edge.outcome),
        message=edge.outcome.message if isinstance(edge.outcome, Failed | TimedOut) else "",
        children=[link.node.index for link in edge.links],
        is_winning=edge.index in winning,
    )


def _outcome_name(outcome: Outcome) -> Literal["proved", "progress", "failed", "timeout"]:
    match outcome:
        case Proved():
            return "proved"
        case Progress():
            return "progress"
        case Failed():
            return "failed"
        case TimedOut():
            return "timeout"
