"""The tree a search grows: states as nodes, tried tactics as edges, and what is known about each.

A node is a state whose goals cannot be separated (one goal, or several that share metavariables); it is proved when ONE
of its edges is. An edge is a tactic; what it leaves is split into separate states, and it is proved when ALL of them
are. States that differ only in names share one node, so the tree is a graph and may have cycles; a node is proved by
the first edge whose states are all proved already, so a proof never runs in a circle.

Sharing rests on what Lean prints, which is not all it knows. When the whole proof is refused, `SearchTree.reject` first
takes the sharing back that the proof used, and only then looks for the tactic that is to blame.
"""

from __future__ import annotations

import bisect
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from prover.proof import Failed, Outcome, Progress, ProofState, Proved, Suggestion
from prover.search.normalise import NormalForm, extended, hypothesis_names, normal_form, rename, renaming
from prover.search.proof_text import ProofTree, cut

NodeStatus = Literal["open", "expanded", "proved", "dead"]
_MAX_MESSAGE = 1000


@dataclass(slots=True, eq=False)
class Node:
    """A state and what is known about it.

    Attributes:
        index: its number; the root has 0.
        state: the state as it was first reached.
        form: its key and names.
        scope: states share a node only within one scope: 0, or the node whose sharing was taken back.
        depth: tactics from the root, on the likeliest way known.
        log_probability: of all tactics on that way together.
        bonus: what is added to it for the state's own sake.
        score: what the search is ordered by: both together, normalised by the depth; once some tactics have been tried,
            that of the state that the next one leads to.
        status: open (not tried yet), expanded, proved, or dead (every tactic tried failed).
        waiting: the tactics proposed and not tried yet, the likeliest first; None while none have been asked for.
        is_open: whether its turn is still to come, for the first time or again.
        order: as which node it was first chosen for expansion, None if it never was.
        edges: the tactics tried.
        parents: the edges that lead here.
        proof: the edge that proves it.
    """

    index: int
    state: ProofState
    form: NormalForm
    scope: int
    depth: int
    log_probability: float
    bonus: float
    score: float
    status: NodeStatus = "open"
    waiting: list[Suggestion] | None = None
    is_open: bool = True
    order: int | None = None
    edges: list[Edge] = field(default_factory=list)
    parents: list[Edge] = field(default_factory=list)
    proof: Edge | None = None


@dataclass(slots=True, eq=False)
class Link:
    """One of the states that a tactic leaves, and the node that stands for it.

    Attributes:
        state: the state as this tactic leaves it.
        node: where it is worked on.
        is_alias: whether the node was there before, reached in another way.
        names: how the node's names read in `state`, None where they are the same.
    """

    state: ProofState
    node: Node
    is_alias: bool
    names: Mapping[str, str] | None


@dataclass(slots=True, eq=False)
class Edge:
    """A tactic tried on a node, what Lean said, and the states it leaves. `index` counts edges in order of arrival."""

    index: int
    parent: Node
    suggestion: Suggestion
    outcome: Outcome
    links: list[Link] = field(default_factory=list)

    @property
    def tactic(self) -> str:
        """What to write into a proof."""
        return self.outcome.tactic if isinstance(self.outcome, Proved | Progress) else self.suggestion.tactic

    @property
    def is_proved(self) -> bool:
        return isinstance(self.outcome, Proved | Progress) and all(link.node.status == "proved" for link in self.links)

    @property
    def is_dead(self) -> bool:
        if not isinstance(self.outcome, Proved | Progress):
            return True
        return any(link.node.status == "dead" or link.node is self.parent for link in self.links)


@dataclass(frozen=True, slots=True)
class FoundProof:
    """A proof of the root.

    Attributes:
        tree: the tactics, in the names of the root's state.
        edges: the edges it goes through, each once, in the order in which their tactics are written.
        aliases: the links it goes through that share a node with another state.
    """

    tree: ProofTree
    edges: tuple[Edge, ...]
    aliases: tuple[Link, ...]


class SearchTree:
    """All states of one search.

    Args:
        root: where it begins.
        alpha: the exponent of the depth that a score is divided by.
        bonus: what is added to the log-probability of the way to a state, for its own sake.
    """

    def __init__(self, root: ProofState, *, alpha: float, bonus: Callable[[ProofState], float] = lambda _: 0.0) -> None:
        self._alpha = alpha
        self._bonus = bonus
        self._num_edges = 0
        self._known: dict[tuple[int, str], Node] = {}
        self.nodes: list[Node] = []
        self._new_node(root, normal_form(root), scope=0, depth=0, log_probability=0.0)

    @property
    def root(self) -> Node:
        return self.nodes[0]

    def expand(self, node: Node, tried: Iterable[tuple[Suggestion, Outcome]]) -> list[Node]:
        """Record what was tried on a node; the open nodes that are new, have another score or may matter again.

        The node itself is one of them if tactics wait there and none has proved it.
        """
        touched: dict[int, Node] = {}
        for suggestion, outcome in tried:
            edge = Edge(self._num_edges, node, suggestion, _shortened(outcome))
            self._num_edges += 1
            node.edges.append(edge)
            if isinstance(outcome, Progress):
                for state in outcome.state.split():
                    touched.update((child.index, child) for child in self._link(edge, state))
        node.status = "expanded"
        if node.waiting:
            node.is_open = True
            node.score = self._priority(node)
            touched[node.index] = node
        self._settle([node])
        return list(touched.values())

    def is_relevant(self, node: Node) -> bool:
        """Whether proving an open node can still help the root: some way up meets nothing proved or dead."""
        seen: set[int] = set()
        waiting = [node]
        while waiting:
            current = waiting.pop()
            if current.index in seen or current.status in ("proved", "dead"):
                continue
            if current is self.root:
                return True
            seen.add(current.index)
            waiting.extend(edge.parent for edge in current.parents if not edge.is_dead)
        return False

    def proof(self) -> FoundProof | None:
        """The root's proof, None while it has none."""
        if self.root.status != "proved":
            return None
        edges: dict[int, Edge] = {}
        aliases: dict[int, Link] = {}
        tree = _extract(self.root, None, edges=edges, aliases=aliases)
        return FoundProof(tree=tree, edges=tuple(edges.values()), aliases=tuple(aliases.values()))

    def reject(self, message: str, *, is_refused: Callable[[ProofTree], bool]) -> None:
        """Take back the root's proof because Lean refused it as a whole, with this message.

        States it shared are worked on separately from now on; if it shared none, the tactic to blame has failed, and
        its node is to be expanded once more, for the tactics that were not tried because of it.

        Args:
            message: why the proof is refused.
            is_refused: whether the proof is refused even with `HOLE`s in place of some of its parts.
        """
        found = self.proof()
        assert found is not None
        for link in found.aliases:
            self._separate(link)
        if not found.aliases:
            # The shortest beginning that is refused ends with the culprit; without sharing every edge occurs once.
            numbers = range(1, len(found.edges))
            index = bisect.bisect_left(numbers, True, key=lambda number: is_refused(cut(found.tree, number)))
            culprit = found.edges[index]
            culprit.outcome = Failed(f"Lean runs it, but refuses the whole proof: {message}")
            culprit.parent.is_open = True
        for node in self.nodes:
            if node.status in ("proved", "dead"):
                node.status, node.proof = "expanded", None
        self._settle(self.nodes)

    def _new_node(
        self, state: ProofState, form: NormalForm, *, scope: int | None, depth: int, log_probability: float
    ) -> Node:
        index = len(self.nodes)
        bonus = self._bonus(state)
        score = self._score(log_probability + bonus, depth)
        node = Node(index, state, form, index if scope is None else scope, depth, log_probability, bonus, score)
        self.nodes.append(node)
        self._known[node.scope, form.key] = node
        return node

    def _link(self, edge: Edge, state: ProofState) -> list[Node]:
        """Connect the edge to the node of one of its states; the nodes the search should look at because of it."""
        parent, form = edge.parent, normal_form(state)
        depth, log_probability = parent.depth + 1, parent.log_probability + edge.suggestion.log_probability
        node = self._known.get((parent.scope, form.key))
        is_alias = node is not None
        if node is None:
            node = self._new_node(state, form, scope=parent.scope, depth=depth, log_probability=log_probability)
        is_revived = node.status == "expanded" and not self.is_relevant(node)
        edge.links.append(Link(state, node, is_alias, renaming(node.form, form)))
        node.parents.append(edge)
        score = self._score(log_probability + node.bonus, depth)
        if node.is_open and score > self._score(node.log_probability + node.bonus, node.depth):
            node.depth, node.log_probability = depth, log_probability
            node.score = self._priority(node)
        if is_revived:
            return self._open_below(node)
        return [node] if node.is_open else []

    def _open_below(self, node: Node) -> list[Node]:
        """The open nodes that a node waits for."""
        seen, waiting, found = {node.index}, [node], []
        while waiting:
            current = waiting.pop()
            if current.is_open:
                found.append(current)
            for edge in current.edges:
                for link in edge.links:
                    if link.node.index not in seen and link.node.status in ("open", "expanded"):
                        seen.add(link.node.index)
                        waiting.append(link.node)
        return found

    def _separate(self, link: Link) -> None:
        """Give an aliased state a node of its own, which shares nothing with the rest of the tree."""
        edge = next(edge for edge in link.node.parents if link in edge.links)
        link.node.parents.remove(edge)
        link.node = self._new_node(
            link.state,
            normal_form(link.state),
            scope=None,
            depth=edge.parent.depth + 1,
            log_probability=edge.parent.log_probability + edge.suggestion.log_probability,
        )
        link.node.parents.append(edge)
        link.is_alias, link.names = False, None

    def _priority(self, node: Node) -> float:
        """The node's score: its own, or that of the state that the next of its tactics leads to."""
        total = node.log_probability + node.bonus
        if node.status == "open" or not node.waiting:
            return self._score(total, node.depth)
        return self._score(total + node.waiting[0].log_probability, node.depth + 1)

    def _score(self, total: float, depth: int) -> float:
        return total / float(max(depth, 1) ** self._alpha)

    def _settle(self, nodes: Iterable[Node]) -> None:
        """Carry what is known about these nodes to all that depends on them."""
        waiting = deque(nodes)
        while waiting:
            node = waiting.popleft()
            if node.status != "expanded":
                continue
            node.proof = next((edge for edge in node.edges if edge.is_proved), None)
            if node.proof is not None:
                node.status = "proved"
            elif not node.is_open and all(edge.is_dead for edge in node.edges):
                node.status = "dead"
            else:
                continue
            waiting.extend(edge.parent for edge in node.parents)


def _shortened(outcome: Outcome) -> Outcome:
    """A failure's message cut to what a reader looks at: a search keeps hundreds of thousands of them."""
    if isinstance(outcome, Proved | Progress) or len(outcome.message) <= _MAX_MESSAGE:
        return outcome
    return replace(outcome, message=outcome.message[:_MAX_MESSAGE] + " …")


def _extract(
    node: Node, names: Mapping[str, str] | None, *, edges: dict[int, Edge], aliases: dict[int, Link]
) -> ProofTree:
    """The proof of a node, its names replaced by `names`."""
    edge = node.proof
    assert edge is not None
    edges[edge.index] = edge
    tactic = edge.tactic
    if names is not None:
        names = extended(names, tactic, hypothesis_names([link.state for link in edge.links]))
        tactic = rename(tactic, names)
    children = []
    for link in edge.links:
        inner = names
        if link.is_alias:
            aliases[id(link)] = link
            inner = _composed(link.names, names)
        children.append(_extract(link.node, inner, edges=edges, aliases=aliases))
    return ProofTree(tactic=tactic, children=tuple(children), num_goals=len(node.state.goals))


def _composed(first: Mapping[str, str] | None, then: Mapping[str, str] | None) -> Mapping[str, str] | None:
    if first is None or then is None:
        return first if then is None else then
    return {old: then.get(new, new) for old, new in first.items()}
