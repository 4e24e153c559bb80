"""A tactic generator for one theorem out of a language model that knows no theorem.

Here a proof state becomes a prompt, and what the model says becomes tactics: the first whole one of each completion, or
the whole proof, nonsense left out, the same one from several completions counted once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from data.theorem import Theorem
from prover.proof import ProofState, Suggestion
from prover.tactics.language_model import Completion, LanguageModel
from prover.tactics.premises import Premises
from prover.tactics.prompts import Context, Family
from prover.tactics.sight import Sight
from prover.tactics.vocabulary import Vocabulary

# More than fit into any prompt: what does not fit is cut.
_NUM_PREMISES = 100
_NUM_ROUNDS = 4
_ANOTHER_SEED = 1_000_003  # far from the seeds that users give to further passes


def near_premises(state: ProofState, *, premises: Premises, family: Family) -> list[str]:
    """What a prompt shows of the premises near to a state, the best first; nothing where the family wants none."""
    if not family.wants_premises:
        return []
    near = premises.select(Sight(state.goals[0], premises).symbols, count=_NUM_PREMISES, goal=state.text)
    return [found.lemma.name if family.shows_names else found.lemma.text for found in near]


def prompt_for(state: ProofState, *, theorem: Theorem, premises: Premises, family: Family) -> str:
    """How a model of the family is asked about a state."""
    near = near_premises(state, premises=premises, family=family)
    return family.write(Context(theorem, state, near))


class NeuralGenerator:
    """A `TacticGenerator` that asks a model. The same state with the same seed always gets the same list.

    Args:
        theorem: what is being proved.
        model: who is asked.
        family: how the model is asked.
        name: the model's name, for credit.
        seed: of the samples.
        num_samples: completions for a state; None for as many as tactics are asked for.
        least: with fewer usable tactics for a state the model is asked again, up to four times in all.
        premises: the lemmas that may be used; the nearest to a state stand before it, if the family wants that.
        is_complete: whether `premises` are all that may be used, so that no other names exist.
    """

    def __init__(
        self,
        theorem: Theorem,
        *,
        model: LanguageModel,
        family: Family,
        name: str,
        seed: int = 0,
        num_samples: int | None = None,
        least: int = 0,
        premises: Premises,
        is_complete: bool = False,
    ) -> None:
        self._theorem = theorem
        self._model = model
        self._family = family
        self._name = name
        self._seed = seed
        self._num_samples = num_samples
        self._least = least
        self._premises = premises
        self._vocabulary = Vocabulary(premises, is_complete=is_complete)

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        """At most `num_suggestions` tactics for every state, the likeliest first."""
        prompts = [
            prompt_for(state, theorem=self._theorem, premises=self._premises, family=self._family) for state in states
        ]
        num_samples = min(num_suggestions, self._num_samples or num_suggestions)
        completions: list[list[Completion]] = [[] for _ in states]
        found: list[list[Suggestion]] = [[] for _ in states]
        asked = list(range(len(states)))
        for number in range(_NUM_ROUNDS):
            answers = self._model.complete(
                [prompts[place] for place in asked], num_samples=num_samples, seed=self._seed + number * _ANOTHER_SEED
            )
            for place, answer in zip(asked, answers, strict=True):
                completions[place] += answer
                found[place] = self._read(completions[place], states[place])[:num_suggestions]
            asked = [place for place in asked if len(found[place]) < self._least]
            if not asked:
                break
        return found

    def _read(self, completions: Sequence[Completion], state: ProofState) -> list[Suggestion]:
        """Tactics, the likeliest first. Texts that differ exclude each other: what they have in common adds up.

        Of names that the model has invented Lean need not hear.
        """
        tactics: dict[str, float] = {}
        for text, log_probability in {each.text: each.log_probability for each in completions}.items():
            tactic = self._family.read(text)
            if tactic is not None and (self._family.is_whole or self._exists(tactic, state)):
                tactics[tactic] = float(np.logaddexp(tactics.get(tactic, -math.inf), log_probability))
        ranked = sorted(tactics.items(), key=lambda entry: (-entry[1], entry[0]))
        return [
            Suggestion(tactic, min(log_probability, 0.0), self._name, is_proof=self._family.is_whole)
            for tactic, log_probability in ranked
        ]

    def _exists(self, tactic: str, state: ProofState) -> bool:
        return self._vocabulary.unknown_name(tactic, state.goals[0]) is None
