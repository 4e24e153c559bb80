"""Models that write whole proofs, on a real Lean: what is right in them is kept, and the rest is found or repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from data.declarations import theorem_from_statement
from data.theorem import Theorem
from prover.lean.command import Lean
from prover.lean.environment import LeanEnvironment
from prover.lean.sandbox import Limits
from prover.lean.verification import Verifier
from prover.search.best_first import BestFirstSearch, SearchOptions, SearchResult
from prover.search.budget import Budget
from prover.search.proof_text import ProofTree, render
from prover.search.tree import Edge
from prover.tactics.language_model import Completion
from prover.tactics.neural import NeuralGenerator
from prover.tactics.premises import Premises
from prover.tactics.prompts import FAMILIES

pytestmark = pytest.mark.lean

STATEMENT = "theorem t (p q : Prop) (hp : p) (hq : q) : (q ∧ p) ∧ p"


class Author:
    """A model that goes on with a text as the first entry says whose words the text all holds; it keeps its prompts."""

    def __init__(self, table: Mapping[tuple[str, ...], Sequence[str]]) -> None:
        self._table = table
        self.prompts: list[str] = []

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        assert seed == 0
        self.prompts += prompts
        return [self._answer(prompt)[:num_samples] for prompt in prompts]

    def _answer(self, prompt: str) -> list[Completion]:
        for words, texts in self._table.items():
            if all(word in prompt for word in words):
                return [Completion(text, -1.0 - place) for place, text in enumerate(texts)]
        return []

    def close(self) -> None:
        pass


Search = Callable[..., tuple[BestFirstSearch, SearchResult]]


@pytest.fixture
def search(embedded: Lean) -> Iterator[Search]:
    """Searches for a proof of the statement with what an author writes."""
    theorem: Theorem = theorem_from_statement(STATEMENT)
    environments = [LeanEnvironment(embedded), LeanEnvironment(embedded)]
    root = environments[0].start(theorem)
    verifier = Verifier(theorem, lean=embedded, limits=Limits())

    def verify(tree: ProofTree) -> str | None:
        verdict = verifier.verify(render(tree))
        return None if verdict.accepted else verdict.message

    def run(author: Author, *, num_in_flight: int = 2) -> tuple[BestFirstSearch, SearchResult]:
        generator = NeuralGenerator(
            theorem, model=author, family=FAMILIES["proof"], name="author", premises=Premises(theorem)
        )
        made = BestFirstSearch(
            root,
            theorem=theorem,
            environments=environments,
            generator=generator,
            budget=Budget(200, 120.0),
            verify=verify,
            options=SearchOptions(num_in_flight=num_in_flight),
        )
        return made, made.run()

    yield run
    for environment in environments:
        environment.close()


def proof(result: SearchResult) -> str:
    assert result.proof is not None
    assert result.num_rejected == 0
    return render(result.proof)


def edges(search: BestFirstSearch) -> list[Edge]:
    return [edge for node in search.tree.nodes for edge in node.edges]


def test_a_correct_proof_takes_one_check(search: Search) -> None:
    """A model that knows the proof would be made to find it again, tactic by tactic."""
    text = "  constructor\n  · exact ⟨hq, hp⟩\n  · exact hp\n```\nDone."
    _, result = search(Author({(): [text]}))
    assert proof(result) == "constructor\n· exact ⟨hq, hp⟩\n· exact hp"
    assert result.progress.num_checks == 1


def test_what_is_right_before_the_first_error_is_kept_and_the_rest_repaired(search: Search) -> None:
    """One wrong word at the end of a long proof would throw all of it away, and the next sample starts from nothing."""
    author = Author(
        {
            ("this fails:", "  exact hp"): ["  exact hq"],
            ("⊢ (q ∧ p) ∧ p",): ["  refine ⟨?_, hp⟩\n  constructor\n  · exact hp\n  · exact hp\n"],
            ("⊢ p",): ["  exact hp"],
        }
    )
    made, result = search(author)
    assert proof(result) == "refine ⟨?_, hp⟩\nconstructor\n· exact hq\n· exact hp"
    (repair,) = (prompt for prompt in author.prompts if "this fails:" in prompt)
    assert "  refine ⟨?_, hp⟩\n  constructor\n" in repair
    assert "⊢ q\n" in repair
    assert "type mismatch" in repair.lower()
    kept = next(edge for edge in edges(made) if edge.tactic == "refine ⟨?_, hp⟩\nconstructor")
    assert kept.suggestion.log_probability == pytest.approx(-0.5)


def test_a_proof_wrong_from_the_start_is_repaired_as_a_whole(search: Search) -> None:
    """Lean's message is all there is to go by, and the model would be asked the same as before."""
    author = Author({("this fails:", "identifier"): ["  exact ⟨⟨hq, hp⟩, hp⟩"], (): ["  exact nothing"]})
    _, result = search(author)
    assert proof(result) == "exact ⟨⟨hq, hp⟩, hp⟩"
    assert len(author.prompts) == 2


def test_a_proof_that_cannot_be_repaired_ends_the_search(search: Search) -> None:
    """It would be asked for a repair for ever."""
    author = Author({(): ["  exact nothing"]})
    _, result = search(author)
    assert (result.proof, result.stop_reason, len(author.prompts)) == (None, "exhausted", 2)


def test_the_statements_of_a_sketch_are_proved_apart(search: Search) -> None:
    """A model's plan would count for nothing as long as it cannot carry out every step of it."""
    sketch = "  have a : q ∧ p := by sorry\n  have b : p := sorry\n  exact ⟨a, b⟩"
    author = Author({("⊢ (q ∧ p) ∧ p",): [sketch], ("⊢ q ∧ p",): ["  exact ⟨hq, hp⟩"], ("⊢ p",): ["  exact hp"]})
    made, result = search(author)
    assert made.tree.root.proof is not None
    assert sorted(link.state.goals[0].conclusion for link in made.tree.root.proof.links) == ["p", "q ∧ p"]
    assert proof(result).startswith("have a : q ∧ p := ?_\nhave b : p := ?_\nexact ⟨a, b⟩\n· ")


def test_the_wrong_proof_of_one_statement_is_left_to_the_search(search: Search) -> None:
    """All that follows it is right, and would be lost with it."""
    text = "  have a : q := by\n    exact hp\n  have b : p := by\n    exact hq\n  exact ⟨⟨a, b⟩, b⟩"
    author = Author({("⊢ (q ∧ p) ∧ p",): [text], ("⊢ q",): ["  exact hq"], ("⊢ p",): ["  exact hp"]})
    _, result = search(author)
    assert proof(result).startswith("have a : q := ?_\nhave b : p := ?_\nexact ⟨⟨a, b⟩, b⟩\n· ")


@pytest.mark.parametrize("num_in_flight", [1, 4])
def test_the_same_author_gives_the_same_tree(search: Search, num_in_flight: int) -> None:
    """Nobody could say afterwards what a change to the model has changed."""
    texts = [
        "  constructor\n  · constructor\n    · exact hp\n    · exact hp\n  · exact hp",
        "  refine ⟨?_, hp⟩\n  exact ⟨hq, hq⟩",
        "  have a : q := by exact hp\n  exact ⟨a, hp⟩",
    ]
    author: dict[tuple[str, ...], list[str]] = {
        ("⊢ (q ∧ p) ∧ p",): texts,
        ("⊢ q ∧ p",): ["  exact ⟨hp, hq⟩\n  simp", "  constructor\n  · exact hq\n  · skip"],
    }
    runs = [search(Author(author), num_in_flight=num_in_flight)[0] for _ in range(2)]
    first, again = ([(edge.tactic, edge.outcome, edge.parent.index) for edge in edges(run)] for run in runs)
    assert first == again
    assert len(first) > 6
