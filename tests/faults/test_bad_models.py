"""Models that say nonsense: none of it is proposed, and what is sound beside it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from data.theorem import Theorem
from prover.lean.goals import parse_goals
from prover.proof import ProofState
from prover.tactics.language_model import Completion
from prover.tactics.neural import NeuralGenerator
from prover.tactics.premises import Premises
from prover.tactics.prompts import FAMILIES, MAX_TACTIC_LENGTH

SOURCE = "theorem t (p : Prop) (h : p) : p := by\n  sorry\n"
THEOREM = Theorem("t", None, SOURCE, "theorem", 0, SOURCE.index(":= by"), len(SOURCE) - 1, len(SOURCE) - 1, True)
STATE = ProofState(parse_goals("p : Prop\nh : p\n⊢ p"))


class Babbler:
    """Says the same to every prompt, each the less likely the later it comes."""

    def __init__(self, *texts: str) -> None:
        self._texts = texts

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        assert seed >= 0
        answers = [Completion(text, -1.0 - place) for place, text in enumerate(self._texts)]
        return [answers[:num_samples] for _ in prompts]

    def close(self) -> None:
        pass


def proposed(*texts: str) -> list[tuple[str, float]]:
    generator = NeuralGenerator(
        THEOREM, model=Babbler(*texts), family=FAMILIES["state"], name="babbler", premises=Premises(THEOREM)
    )
    (suggestions,) = generator.suggest([STATE], num_suggestions=64)
    assert {suggestion.source for suggestion in suggestions} <= {"babbler"}
    return [(suggestion.tactic, suggestion.log_probability) for suggestion in suggestions]


def test_nonsense_costs_no_check() -> None:
    """A model that is not trained yet would spend the budget of the generators beside it."""
    nonsense = [
        "x" * 10_000,
        "simp\n" * (MAX_TACTIC_LENGTH // 4),
        "\x00\x1b[2J",
        "\ufffd\ufffd",
        "",
        " \n ",
        "exact (((",
        "sorry",
        "theorem u : False := by simp",
        "#eval 1",
        "exact hq",
    ]
    assert proposed(*nonsense[:5], "exact h", *nonsense[5:], "simp") == [("exact h", -6.0), ("simp", -13.0)]
    assert proposed(*nonsense) == []


def test_a_tactic_said_twice_is_proposed_once() -> None:
    """It would be checked twice; and its probability is that of all ways to write it together."""
    total = math.log(math.exp(-1) + math.exp(-2) + math.exp(-4))
    found = dict(proposed("exact h", " exact h ", "simp", "exact h\n"))
    assert found == {"exact h": pytest.approx(total), "simp": -3.0}
    assert dict(proposed("simp", "simp", "simp")) == {"simp": -3.0}
