"""Another generator's tactics in the order of two minds: what it thinks of them itself, and what a language model does.

Even a model that seldom writes a tactic that works can tell which of those proposed looks like a proof's. It has learnt
that from searches (`prover.training.loss`), as a reward model learns which of several answers people prefer (Ouyang et
al., arXiv 2203.02155, section 3.5). It reads a state once and all tactics behind it side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.theorem import Theorem
from prover.proof import ProofState, Suggestion, TacticGenerator
from prover.tactics.language_model import Judge
from prover.tactics.neural import prompt_for
from prover.tactics.premises import Premises
from prover.tactics.prompts import Family
from prover.tactics.reordering import reordered

# A search seldom comes to more of one state's tactics; with twice as many it proves the same, and takes more time.
_NUM_JUDGED = 24


class Judged:
    """A `TacticGenerator` that adds what a model thinks of another one's suggestions to their log-probabilities.

    Where somebody has added something already, a ranker, it is the mean of both that counts: each is surer than it
    should be, and what both learnt from the same searches is not to be counted twice.

    Args:
        generator: who proposes.
        theorem: what is being proved.
        model: who judges.
        family: how the model is asked.
        strength: the model's share in that mean, from 0 to 1; where it is alone, what its scores are multiplied with.
        premises: the lemmas that may be used; the nearest to a state stand before it, if the family wants that.
    """

    def __init__(
        self,
        generator: TacticGenerator,
        *,
        theorem: Theorem,
        model: Judge,
        family: Family,
        strength: float,
        premises: Premises,
    ) -> None:
        self._generator = generator
        self._theorem = theorem
        self._model = model
        self._family = family
        self._strength = strength
        self._premises = premises

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        proposed = self._generator.suggest(states, num_suggestions=num_suggestions)
        asked = [place for place, suggestions in enumerate(proposed) if len(suggestions) > 1]
        answers = self._model.scores(
            [
                prompt_for(states[place], theorem=self._theorem, premises=self._premises, family=self._family)
                for place in asked
            ],
            [[self._family.written(entry.tactic) for entry in proposed[place][:_NUM_JUDGED]] for place in asked],
        )
        for place, scores in zip(asked, answers, strict=True):
            # What was not judged is not likelier for it.
            scores += [min(scores)] * (len(proposed[place]) - len(scores))
            added = [
                self._strength * (score - entry.added) for score, entry in zip(scores, proposed[place], strict=True)
            ]
            proposed[place] = reordered(proposed[place], added)
        return proposed
