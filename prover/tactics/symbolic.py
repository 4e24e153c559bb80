"""A tactic generator without any model: it reads the goal, looks at what is known, and proposes what usually helps.

Every proposer gives its ideas weights. Here they are put together: the same tactic from two sides counts once, with the
greater weight; what closes a goal or fails comes first, because it costs one check and never a branch; the weights
become probabilities that sum to one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from data.theorem import Theorem
from prover.proof import ProofState, Suggestion
from prover.tactics.nearness import MakeSelector, SharedSymbols
from prover.tactics.premises import Premises
from prover.tactics.proposers import (
    algebra,
    automation,
    bounded,
    chains,
    closers,
    constructions,
    diagonal,
    eliminators,
    equations,
    evaluation,
    finite_sets,
    generalisation,
    hypotheses,
    induction,
    instances,
    lemmas,
    nonlinear,
    refutation,
    residues,
    rewriting,
    splitting,
    structural,
    witnesses,
)
from prover.tactics.sight import DECISIVE, Proposal, Sight

_PROPOSERS: tuple[Callable[[Sight], Iterator[Proposal]], ...] = (
    structural.propose,
    hypotheses.propose,
    witnesses.propose,
    instances.propose,
    induction.propose,
    eliminators.propose,
    generalisation.propose,
    diagonal.propose,
    lemmas.propose,
    chains.propose,
    rewriting.propose,
    algebra.propose,
    equations.propose,
    constructions.propose,
    nonlinear.propose,
    bounded.propose,
    evaluation.propose,
    finite_sets.propose,
    residues.propose,
    splitting.propose,
    refutation.propose,
    automation.propose,
    closers.propose,
)
_CLOSING_BONUS = 5.0
# What all proposals that close the goal or fail get together: how many there are must not make the others unlikely.
_SHARE_OF_CLOSING = 0.25
# Where one step is clearly the next (`intro`, taking a conjunction apart), few others are worth their checks.
_NUM_BESIDE_DECISIVE = 20


class SymbolicGenerator:
    """A `TacticGenerator` for one theorem. The same state always gets the same list.

    Args:
        theorem: what is being proved: its file, and what that imports, hold the lemmas that may be used.
        premises: the lemmas, if they are at hand already.
    """

    def __init__(self, theorem: Theorem, *, premises: Premises | None = None) -> None:
        self._premises = premises or Premises(theorem)

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        return [self._suggest(state, num_suggestions) for state in states]

    def _suggest(self, state: ProofState, num_suggestions: int) -> list[Suggestion]:
        sight = Sight(state.goals[0], self._premises, depth=len(state.steps))
        best: dict[str, Proposal] = {}
        for propose in _PROPOSERS:
            for proposal in propose(sight):
                known = best.get(proposal.tactic)
                if known is None or known.weight < proposal.weight:
                    best[proposal.tactic] = proposal
        if any(proposal.weight >= DECISIVE for proposal in best.values()):
            num_suggestions = min(num_suggestions, _NUM_BESIDE_DECISIVE)
        chosen = sorted(best.values(), key=_urgency, reverse=True)[:num_suggestions]
        totals = {
            closes: sum(proposal.weight for proposal in chosen if proposal.closes == closes) for closes in (True, False)
        }
        shares = {True: _SHARE_OF_CLOSING, False: 1 - _SHARE_OF_CLOSING}
        suggestions = [
            Suggestion(
                proposal.tactic,
                math.log(shares[proposal.closes] * proposal.weight / totals[proposal.closes]),
                f"symbolic/{proposal.source}",
            )
            for proposal in chosen
        ]
        return sorted(suggestions, key=lambda suggestion: -suggestion.log_probability)


def symbolic_generator(
    theorem: Theorem, *, root: Path | None = None, make_selector: MakeSelector = SharedSymbols
) -> SymbolicGenerator:
    """The generator for a theorem.

    Args:
        theorem: what is being proved.
        root: its package's directory, where the modules that its file imports are looked for.
        make_selector: says which lemmas are near to a goal.
    """
    return SymbolicGenerator(theorem, premises=Premises(theorem, root=root, make_selector=make_selector))


def _urgency(proposal: Proposal) -> float:
    return proposal.weight * (_CLOSING_BONUS if proposal.closes else 1.0)
