"""What `--generator` says, and what families of models make of prompts and completions."""

from __future__ import annotations

import math
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from data.errors import UsageError
from data.finding import find_theorem
from data.theorem import Theorem
from prover.lean.goals import parse_goals
from prover.proof import Attempt, Goal, ProofState, Step, Suggestion
from prover.tactics.language_model import Completion
from prover.tactics.mixture import Mixture, Part
from prover.tactics.neural import NeuralGenerator
from prover.tactics.premises import Premises
from prover.tactics.prompts import FAMILIES, MAX_TACTIC_LENGTH, Context, family_of, write_card
from prover.tactics.specification import GeneratorSpec

SOURCE = "theorem t (n : Nat) : n + 0 = n := by\n  sorry\n"
THEOREM = Theorem("t", None, SOURCE, "theorem", 0, SOURCE.index(":= by"), len(SOURCE) - 1, len(SOURCE) - 1, True)
STATE = ProofState((Goal("n : Nat\n⊢ n + 0 = n", None, (), "n + 0 = n"),), (Step("intro x\nsimp"),))


@pytest.mark.parametrize(
    "text",
    [
        "symbolic",
        "kaiyuy/leandojo-lean4-tacgen-byt5-small",
        "./folder,prompt=state,temperature=0.5,tokens=64,device=cpu",
        "openai:http://localhost:8000/v1#some/model,prompt=completion",
        "symbolic+./folder,samples=24,after=16",
        "symbolic+./folder,samples=0,judge=0.5",
        "symbolic,weight=2.0+vllm:ByteDance-Seed/BFS-Prover-V2-7B,gpus=2",
        "openai:https://example.org/v1#m,prompt=proof,timeout=30.0,parallel=4,rate=100.0,key=key.txt",
    ],
)
def test_a_generator_is_written_as_it_is_read(text: str) -> None:
    """`run.json` holds the text, and the same command must go on from it; a cluster's workers get the object."""
    spec = GeneratorSpec.parse(text)
    assert spec.text == text
    assert pickle.loads(pickle.dumps(spec)) == spec
    assert len({spec, GeneratorSpec.parse(text)}) == 1


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "names nobody"),
        ("symbolic+", "names nobody"),
        ("vllm:", "names nobody"),
        ("symbolic+symbolic", "twice"),
        ("openai:localhost", "URL#MODEL"),
        ("m,after=4", "from the beginning"),
        ("m,judge=0.1", "the symbolic generator's tactics"),
        ("symbolic+m,samples=0", "add judge=0.5"),
        ("symbolic+vllm:m,judge=0.1", "in this process"),
        ("symbolic,tokens=4", "no options but weight and ranker"),
        ("m,colour=blue", "colour=blue"),
        ("m,tokens=many", "tokens=many"),
        ("m,temperature=0", "temperature=0"),
        ("m,decoding=greedy", "decoding=greedy"),
        ("m,device=tpu", "device=tpu"),
        ("m,gpus=2", "vllm:m,gpus=2"),
        ("m,rate=2", "openai:URL#MODEL"),
        ("openai:http://h/v1#m,device=cuda", "in this process"),
        ("openai:http://h/v1#m,rate=0", "rate=0"),
    ],
)
def test_a_wrong_generator_is_refused_in_one_line(text: str, complaint: str) -> None:
    """A misspelt option would otherwise be a run with other settings than its name says."""
    with pytest.raises(UsageError, match=complaint) as caught:
        GeneratorSpec.parse(text)
    assert "\n" not in str(caught.value)


def test_a_folder_with_a_plus_in_its_name_is_one_model(tmp_path: Path) -> None:
    """It could not be used otherwise."""
    folder = tmp_path / "a+b"
    folder.mkdir()
    assert [source.name for source in GeneratorSpec.parse(str(folder)).sources] == [str(folder)]


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("kaiyuy/leandojo-lean4-retriever-tacgen-byt5-small", "reprover"),
        ("ByteDance-Seed/BFS-Prover-V2-7B", "bfs-prover"),
        ("internlm/internlm2_5-step-prover", "internlm"),
        ("deepseek-ai/DeepSeek-Prover-V1.5-RL", "completion"),
        ("AI-MO/Kimina-Prover-Preview-Distill-7B", "completion"),
        ("Goedel-LM/Goedel-Prover-V2-8B", "completion"),
    ],
)
def test_published_models_need_only_their_name(model: str, family: str) -> None:
    """A model asked in a form it never saw answers nonsense, and nothing would say why."""
    assert family_of(model).name == family


def test_a_model_of_ones_own_says_how_it_is_asked(tmp_path: Path) -> None:
    """Who trains a model would have to name its prompt in every command."""
    with pytest.raises(UsageError, match="prompt=FAMILY"):
        family_of(str(tmp_path))
    write_card(tmp_path, FAMILIES["state"])
    assert family_of(str(tmp_path)).name == "state"
    with pytest.raises(UsageError, match="no form of prompt 'x'"):
        family_of(str(tmp_path), requested="x")
    (tmp_path / "leanloop.json").write_text("[]")
    with pytest.raises(UsageError, match=r"leanloop\.json"):
        family_of(str(tmp_path))


class _Listener:
    """A model that says nothing and remembers what it was asked."""

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        assert num_samples == 4
        assert seed == 7
        self.prompts += prompts
        return [[] for _ in prompts]

    def close(self) -> None:
        """Nothing is open."""


def test_a_small_model_is_shown_the_names_of_what_it_may_use() -> None:
    """It cannot know the lemmas of the user's own file, and what it cannot read it invents."""
    source = "def twice (n : Nat) : Nat := n + n\n\ntheorem twice_zero : twice 0 = 0 := rfl\n\n"
    theorem = find_theorem(f"{source}theorem t (n : Nat) : twice n = n + n := sorry\n", None, "t")
    model, text = _Listener(), "n : Nat\n⊢ twice n = n + n"
    generator = NeuralGenerator(
        theorem,
        model=model,
        family=FAMILIES["names"],
        name="m",
        seed=7,
        num_samples=4,
        premises=Premises(theorem),
    )
    generator.suggest([ProofState(parse_goals(text))], num_suggestions=64)
    names, _, rest = model.prompts[0].partition("\n")
    assert names.split()[-1] == "twice_zero", "the nearest stands nearest to the goal"
    assert len(names.split()) == 12
    assert rest == f"{text}:::"


class _Stammerer:
    """A model that mostly says what is no tactic, and something else with every seed."""

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        self.prompts += prompts
        nonsense = [Completion("exact missing", -1.0)] * (num_samples - 1)
        return [[Completion(f"simp only [Nat.add_zero] -- {seed}", -2.0), *nonsense] for _ in prompts]

    def close(self) -> None:
        """Nothing is open."""


def test_a_model_with_hardly_a_usable_tactic_is_asked_again() -> None:
    """A search would end with most of its budget unspent, for nothing but bad luck."""
    theorem = find_theorem("theorem t (n : Nat) : n + 0 = n := sorry\n", None, "t")
    state = ProofState(parse_goals("n : Nat\n⊢ n + 0 = n"))

    def asked(least: int) -> tuple[int, int]:
        model = _Stammerer()
        generator = NeuralGenerator(
            theorem,
            model=model,
            family=FAMILIES["state"],
            name="m",
            num_samples=8,
            least=least,
            premises=Premises(theorem),
            is_complete=True,
        )
        (found,) = generator.suggest([state], num_suggestions=64)
        return len(found), len(model.prompts)

    assert asked(0) == (1, 1)
    assert asked(3) == (3, 3)
    assert asked(30) == (4, 4), "who has little to say is not asked for ever"


def test_prompts_have_the_published_forms() -> None:
    """A checkpoint's figures hold only for the very form that it was trained on."""
    context = Context(THEOREM, STATE, ["<a>first</a> : 1", "<a>second</a> : 2"])
    state = STATE.text
    assert FAMILIES["reprover"].write(context) == f"<a>second</a> : 2\n\n<a>first</a> : 1\n\n{state}"
    assert FAMILIES["bfs-prover"].write(context) == f"{state}:::"
    internlm = FAMILIES["internlm"].write(context)
    assert internlm.startswith("---\nNAME: t\n\n---\nPROOF_BEFORE: intro x\nsimp\n\n---\nSTATE_BEFORE: n : Nat\n")
    assert internlm.endswith("\n\n---\nTACTIC: ")
    completion = FAMILIES["completion"].write(context)
    assert "```lean4\ntheorem t (n : Nat) : n + 0 = n := by\n  intro x\n  simp\n  /- tactic state:\n" in completion


@pytest.mark.parametrize(
    ("family", "text", "tactic"),
    [
        ("reprover", " rw [<a>Nat.add_comm</a>] ", "rw [Nat.add_comm]"),
        ("bfs-prover", "n : Nat\n⊢ n = n:::rfl", "rfl"),
        ("internlm", "simp\n---\nNAME: x", "simp"),
        ("state", "cases h with\n| inl a => simp\n| inr b => rfl", "cases h with\n| inl a => simp\n| inr b => rfl"),
        ("completion", "  -- easy\n  simp\n  omega\n```", "simp"),
        ("completion", "  cases h with\n  | inl a =>\n    simp\n  done", "cases h with\n| inl a =>\n  simp"),
        ("completion", "  have h : 1 = 1 := by\n    rfl\n\n    rfl\n  done", "have h : 1 = 1 := by\n  rfl\n\n  rfl"),
        ("completion", "```lean4\n", None),
        ("state", "", None),
        ("state", "x" * (MAX_TACTIC_LENGTH + 1), None),
        ("state", "simp \ufffd", None),
        ("state", "exact (foo", None),
        ("state", "sorry", None),
    ],
)  # fmt: skip
def test_a_completion_becomes_one_whole_tactic(family: str, text: str, tactic: str | None) -> None:
    """Half a tactic, two of them, or nonsense would waste checks, or hide that the model was right."""
    assert FAMILIES[family].read(text) == tactic


@pytest.mark.parametrize(
    ("text", "proof"),
    [
        ("  intro h\n  exact h\n```\nDone.", "intro h\nexact h"),
        ("  intro h\n\n  -- now\n  exact h\n\ntheorem u : True := by\n  trivial", "intro h\n\n-- now\nexact h"),
        (
            "import Mathlib\n\ntheorem t : p := by\n  have a : q := by\n    sorry\n  exact a",
            "have a : q := ?_\nexact a",
        ),
        ("  exact f (sorry)", "refine f (?_)"),
        ("  rw [h] <;> sorry\n" * 1000, None),
        ("", None),
        ("  \n```", None),
    ],
)
def test_a_completion_becomes_a_whole_proof(text: str, proof: str | None) -> None:
    """What a model says around its proof, or leaves out of it, would have Lean refuse a proof that is right."""
    assert FAMILIES["proof"].read(text) == proof


def test_what_failed_is_shown_to_the_model() -> None:
    """It would write the same again."""
    failed = replace(STATE, attempts=(Attempt("omega\nsimp", "unsolved goals\n⊢ False"),))
    prompt = FAMILIES["proof"].write(Context(THEOREM, failed))
    assert prompt.endswith(
        "  /- this fails:\n    omega\n    simp\n  with the message:\n    unsolved goals\n    ⊢ False\n  -/\n"
    )


def test_generation_stops_behind_a_whole_tactic_and_not_before() -> None:
    """Too late costs time; too early cuts an induction off behind its head."""
    completion = FAMILIES["completion"]
    assert not completion.is_complete("  induction n with\n")
    assert not completion.is_complete("  induction n with\n  | zero => rfl\n  ")
    assert completion.is_complete("  induction n with\n  | zero => rfl\n  simp at h")
    assert completion.is_complete("  simp\n```")
    assert FAMILIES["internlm"].is_complete("simp\n---")
    assert not FAMILIES["state"].is_complete("simp\nsimp\n")
    assert not FAMILIES["proof"].is_complete("  simp\n  omega\n")
    assert FAMILIES["proof"].is_complete("  simp\n  omega\n```")


class _Fixed:
    """Proposes always the same."""

    def __init__(self, *suggestions: Suggestion) -> None:
        self._suggestions = list(suggestions)

    def suggest(self, states: object, *, num_suggestions: int) -> list[list[Suggestion]]:
        assert isinstance(states, list)
        return [self._suggestions[:num_suggestions] for _ in states]


def test_a_mixture_adds_up_what_its_parts_say() -> None:
    """Log-probabilities that are none would send the search after whoever exaggerates."""
    first = _Fixed(Suggestion("simp", math.log(0.5), "a"), Suggestion("omega", math.log(0.5), "a"))
    second = _Fixed(Suggestion("simp", -40.0, "b"), Suggestion("rfl", -41.0, "b"))
    mixture = Mixture([Part(lambda: first, 3.0), Part(lambda: second, 1.0)])
    found = mixture.suggest([STATE], num_suggestions=8)[0]
    probabilities = {each.tactic: math.exp(each.log_probability) for each in found}
    likelier = 1 / (1 + math.exp(-1))
    assert probabilities == pytest.approx(
        {"simp": 0.375 + 0.25 * likelier, "omega": 0.375, "rfl": 0.25 * (1 - likelier)}
    )
    assert [(each.tactic, each.source) for each in found] == [("simp", "a"), ("omega", "a"), ("rfl", "b")]
    alone = Mixture([Part(lambda: first), Part(_Fixed)]).suggest([STATE], num_suggestions=8)[0]
    assert alone[0].log_probability == pytest.approx(math.log(0.5))


def test_who_is_asked_late_is_made_late() -> None:
    """A simple theorem would wait for a model to be loaded that it has no use for."""
    made: list[str] = []

    def model() -> _Fixed:
        made.append("model")
        return _Fixed(Suggestion("omega", -1.0, "model"))

    mixture = Mixture([Part(lambda: _Fixed(Suggestion("simp", -1.0, "symbolic"))), Part(model, after=2)])
    for _ in range(2):
        assert [each.tactic for each in mixture.suggest([STATE], num_suggestions=8)[0]] == ["simp"]
    assert not made
    for _ in range(2):
        assert {each.tactic for each in mixture.suggest([STATE], num_suggestions=8)[0]} == {"simp", "omega"}
    assert made == ["model"]
