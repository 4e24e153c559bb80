"""Best-first search over proof states: always expand the open state whose way from the root is likeliest.

A state is not expanded all at once: after its likeliest tactics the others wait until nothing likelier is left to try
(partial expansion; Yoshizumi et al., AAAI 2000). Several expansions are under way at once, so that the generator
proposes while Lean checks. The tree depends only on the generator and on Lean, never on who was faster: answers are
taken in the order in which the states were chosen.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from typing import Literal

from data.errors import UsageError
from data.theorem import Theorem
from prover.proof import ProofEnvironment, ProofState, Suggestion, TacticGenerator
from prover.search.budget import Budget
from prover.search.patience import Patience
from prover.search.profile import BusyTime, SearchProfile
from prover.search.proof_text import ProofTree
from prover.search.salvage import NUM_CHECKS
from prover.search.tree import Node, SearchTree
from prover.search.value import ValueModel
from prover.search.workers import Answer, Workers, searches

StopReason = Literal["proved", "checks", "seconds", "exhausted", "nodes", "stopped"]
_POLL_SECONDS = 0.1
_SHALLOW_EVERY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """How to search.

    Attributes:
        num_suggestions: tactics asked for each state.
        num_first: tactics tried on a state before others have their turn: the likeliest are mostly right or wrong
            together. When its own turn comes again, as many as have been tried.
        num_at_once: never more than these, however often its turn comes.
        alpha: a state's score is the log-probability of the way to it divided by its depth to this power: 0 prefers
            short proofs, 1 does not mind long ones.
        num_in_flight: expansions under way at once. The tree depends on it.
        max_depth: states this many tactics from the root are not expanded.
        max_nodes: the search ends when the tree has more states than this.
        value: says which states are likelier to lead to a proof; None to go by the tactics' probabilities alone.

    Raises:
        UsageError: if a value makes no sense.
    """

    num_suggestions: int = 64
    num_first: int = 4
    num_at_once: int = 16
    alpha: float = 0.5
    num_in_flight: int = 2
    max_depth: int = 60
    max_nodes: int = 100_000
    value: ValueModel | None = None

    def __post_init__(self) -> None:
        for name in ("num_suggestions", "num_first", "num_at_once", "num_in_flight", "max_depth", "max_nodes"):
            if getattr(self, name) < 1:
                raise UsageError(f"{name} must be at least 1, got {getattr(self, name)}")
        if not 0 <= self.alpha <= 2:
            raise UsageError(f"alpha must be between 0 and 2, got {self.alpha}")


@dataclass(frozen=True, slots=True)
class SearchProgress:
    """Where a search stands, for whoever watches it. `best_state` is the open state it would expand next."""

    num_expansions: int
    num_nodes: int
    num_open: int
    num_checks: int
    seconds: float
    best_state: str
    best_score: float

    @property
    def checks_per_second(self) -> float:
        return self.num_checks / self.seconds if self.seconds > 0 else 0.0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What came of a search.

    Attributes:
        proof: the proof, as found, None if there is none.
        stop_reason: `proved`; `checks` or `seconds` where the budget is spent; `exhausted` where nothing is left to
            try; `nodes` where the tree is full; `stopped` where somebody asked for it.
        progress: the figures at the end.
        num_rejected: proofs found that the verification refused.
        profile: how long who worked.
    """

    proof: ProofTree | None
    stop_reason: StopReason
    progress: SearchProgress
    num_rejected: int
    profile: SearchProfile


@dataclass(slots=True)
class _Expansion:
    """A state chosen, the tactics to try now, for which so many checks were taken, and Lean's answer to come."""

    node: Node
    suggestions: list[Suggestion]
    num_taken: int
    answer: Future[Answer]


_Entry = tuple[float, float, int]  # what it is ordered by, the negative score, the node's number


class _Frontier:
    """The open states. Mostly the best is taken, the oldest among equals; every fourth time that nearest to the root.

    What a state still has to try after its first tactics competes with all that these have led to. Where they lead on
    and on, the best tactic for the theorem itself would wait for ever.
    """

    def __init__(self, tree: SearchTree, max_depth: int) -> None:
        self._tree = tree
        self._max_depth = max_depth
        self._best: list[_Entry] = []
        self._shallowest: list[_Entry] = []
        self._num_taken = 0

    def push(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if node.is_open and node.depth < self._max_depth:
                heapq.heappush(self._best, (-node.score, -node.score, node.index))
                heapq.heappush(self._shallowest, (node.depth, -node.score, node.index))

    def peek(self) -> Node | None:
        """The best state worth expanding. Those above it are dropped; whatever makes one worth it pushes it again."""
        return self._first(self._best)

    def pop(self) -> Node | None:
        is_turn = (self._num_taken + 1) % _SHALLOW_EVERY == 0
        node = self._first(self._shallowest) if is_turn else self._first(self._best)
        # Asked in vain it is asked again, how often depends on the clock, and the tree must not.
        self._num_taken += node is not None
        return node

    def _first(self, heap: list[_Entry]) -> Node | None:
        while heap:
            _, score, index = heap[0]
            node = self._tree.nodes[index]
            if node.is_open and -score == node.score and self._tree.is_relevant(node):
                return node
            heapq.heappop(heap)
        return None


class BestFirstSearch:
    """One search for a proof of one theorem. `tree` can be read at any time, also after an exception or Ctrl-C."""

    def __init__(
        self,
        root: ProofState,
        *,
        theorem: Theorem,
        environments: Sequence[ProofEnvironment],
        generator: TacticGenerator,
        budget: Budget,
        verify: Callable[[ProofTree], str | None],
        options: SearchOptions | None = None,
        on_progress: Callable[[SearchProgress], None] | None = None,
    ) -> None:
        """Prepare a search; nothing runs before `run`.

        Args:
            root: what `start` of the first environment returned.
            theorem: what the further environments are started on.
            environments: where tactics are checked, as many at a time as there are environments.
            generator: who proposes tactics.
            budget: what may be spent. A proof found after it is spent does not count.
            verify: has the last word on a proof, or on one with `HOLE`s in it: why it is refused, None if it is not.
                The search then goes on.
            options: how to search.
            on_progress: called after every expansion.
        """
        self._options = options or SearchOptions()
        value = self._options.value
        bonus = value.bonus if value is not None else lambda _: 0.0
        self.tree = SearchTree(root, alpha=self._options.alpha, bonus=bonus)
        self._theorem = theorem
        self._environments = environments
        self._generator = generator
        self._budget = budget
        self._verify = verify
        self._on_progress = on_progress
        self._stop = threading.Event()
        self._patience = Patience()
        self._frontier = _Frontier(self.tree, self._options.max_depth)
        self._window: deque[_Expansion] = deque()
        self._num_chosen = 0
        self._num_expansions = 0
        self._num_rejected = 0
        self._generating = BusyTime()

    def stop(self) -> None:
        """End the search soon, from another thread or a signal handler; `run` then returns."""
        self._stop.set()

    def run(self) -> SearchResult:
        """Search until a proof is accepted, the budget is spent, or nothing is left to try.

        Raises:
            ProverError: what an environment raises; `tree` keeps what was found before.
        """
        self._frontier.push([self.tree.root])
        proof, start = None, time.monotonic()
        with Workers(self._environments, theorem=self._theorem, is_over=self._is_over) as workers:
            while (reason := self._reason_to_stop()) is None:
                self._fill(workers)
                if not self._window:
                    reason = "checks" if self._budget.is_out_of_checks else "exhausted"
                    break
                if not self._integrate_oldest():
                    continue
                proof = self._accepted_proof()
                if self._on_progress is not None:
                    self._on_progress(self.progress())
                if proof is not None:
                    reason = "proved"
                    break
            seconds, lean = time.monotonic() - start, workers.busy
        assert reason is not None
        profile = SearchProfile(
            seconds, self._generating.seconds, lean.seconds, lean.seconds_together, len(self._environments)
        )
        return SearchResult(proof, reason, self.progress(), self._num_rejected, profile)

    def progress(self) -> SearchProgress:
        """Where the search stands now."""
        best = self._frontier.peek()
        return SearchProgress(
            num_expansions=self._num_expansions,
            num_nodes=len(self.tree.nodes),
            num_open=sum(node.is_open for node in self.tree.nodes),
            num_checks=self._budget.num_spent,
            seconds=self._budget.seconds_spent,
            best_state="" if best is None else best.state.text,
            best_score=0.0 if best is None else best.score,
        )

    def _is_over(self) -> bool:
        return self._stop.is_set() or self._budget.is_out_of_time

    def _reason_to_stop(self) -> StopReason | None:
        if self._stop.is_set():
            return "stopped"
        if self._budget.is_out_of_time:
            return "seconds"
        return "nodes" if len(self.tree.nodes) > self._options.max_nodes else None

    def _fill(self, workers: Workers) -> None:
        """Start expansions, half a window at a time: generators like several states, and Lean has the other half."""
        if len(self._window) > self._options.num_in_flight // 2:
            return
        chosen: list[Node] = []
        while len(self._window) + len(chosen) < self._options.num_in_flight:
            node = None if self._budget.is_out_of_checks else self._frontier.pop()
            if node is None:
                break
            node.is_open = False
            chosen.append(node)
        self._ask_generator([node for node in chosen if node.waiting is None])
        for node in chosen:
            self._window.append(self._submitted(node, workers))

    def _ask_generator(self, nodes: Sequence[Node]) -> None:
        if not nodes:
            return
        states = [node.state for node in nodes]
        with self._generating.working():
            proposals = self._generator.suggest(states, num_suggestions=self._options.num_suggestions)
        for node, proposed in zip(nodes, proposals, strict=True):
            node.waiting = _untried(node, proposed)
            if node.order is None:
                node.order = self._num_chosen
                self._num_chosen += 1

    def _submitted(self, node: Node, workers: Workers) -> _Expansion:
        """The next of what waits at a node, on its way to Lean, as far as the budget allows."""
        assert node.waiting is not None
        waiting = self._patience.allowed(node.waiting)
        num_now = min(max(self._options.num_first, len(node.edges)), self._options.num_at_once)
        num_allowed = self._budget.take(min(num_now, len(waiting)))
        suggestions, node.waiting = sorted(waiting[:num_allowed], key=searches), waiting[num_allowed:]
        num_more = self._budget.take(NUM_CHECKS * sum(suggestion.is_proof for suggestion in suggestions))
        answer = workers.submit(node.state, suggestions, num_more=num_more)
        return _Expansion(node, suggestions, num_allowed + num_more, answer)

    def _integrate_oldest(self) -> bool:
        """Wait for the oldest expansion and put its answers into the tree; False if they are not there yet."""
        expansion = self._window[0]
        if not wait([expansion.answer], timeout=_POLL_SECONDS).done:
            return False
        node, answer = expansion.node, expansion.answer.result()
        self._window.popleft()
        self._num_expansions += 1
        self._budget.give_back(expansion.num_taken - answer.num_checks)
        assert node.waiting is not None
        node.waiting[:0] = expansion.suggestions[answer.num_answered :]
        if answer.attempts and not node.state.attempts:  # The generator is asked once more, for repairs.
            node.state = replace(node.state, attempts=answer.attempts)
            node.waiting, node.is_open = None, True
            self._frontier.push([node])
        self._patience.note(answer.tried)
        self._frontier.push(self.tree.expand(node, answer.tried))
        return not self._budget.is_out_of_time

    def _accepted_proof(self) -> ProofTree | None:
        while (found := self.tree.proof()) is not None:
            refusal = self._verify(found.tree)
            if refusal is None:
                return found.tree
            self._num_rejected += 1
            self.tree.reject(refusal, is_refused=lambda part: self._verify(part) is not None)
            self._frontier.push(self.tree.nodes)
            if self._reason_to_stop() is not None:
                break
        return None


def _untried(node: Node, proposed: Sequence[Suggestion]) -> list[Suggestion]:
    """What is proposed for a node, without repetitions and without what has been tried there."""
    tried = {edge.suggestion.tactic for edge in node.edges}
    unique: dict[str, Suggestion] = {}
    for suggestion in proposed:
        if suggestion.tactic not in tried:
            unique.setdefault(suggestion.tactic, suggestion)
    return list(unique.values())
