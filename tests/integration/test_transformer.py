"""Models of Hugging Face as generators: real ones, tiny, made from configuration."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model

from data.errors import UsageError
from data.theorem import Theorem
from prover.errors import GenerationError
from prover.lean.goals import parse_goals
from prover.proof import Goal, ProofState, Suggestion
from prover.tactics.factory import Generators, open_model
from prover.tactics.judged import Judged
from prover.tactics.language_model import Completion
from prover.tactics.model import LoadedModel, load_model
from prover.tactics.premises import Premises
from prover.tactics.prompts import FAMILIES, write_card
from prover.tactics.side_by_side import ending_tokens, read_side_by_side
from prover.tactics.specification import GeneratorSpec
from prover.tactics.transformer import TransformerModel
from tests.integration import tiny_models
from tests.integration.tiny_models import ARROW, LINES, PROOF, STATE, byt5_model, causal_model, taught

KINDS = pytest.mark.parametrize("kind", ["causal", "byt5"])
WHOLE = FAMILIES["completion"]


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def causal() -> LoadedModel:
    return taught(causal_model())


@pytest.fixture(scope="module")
def byt5() -> LoadedModel:
    return taught(byt5_model(), {STATE: LINES[STATE], ARROW: LINES[ARROW]})  # bytes take longer to learn


def model(kind: str, request: pytest.FixtureRequest) -> LoadedModel:
    found: LoadedModel = request.getfixturevalue(kind)
    return found


def texts(completions: list[list[Completion]]) -> list[list[str]]:
    return [[completion.text for completion in answers] for answers in completions]


@KINDS
def test_a_prompt_gets_the_same_samples_whatever_it_is_batched_with(kind: str, request: pytest.FixtureRequest) -> None:
    """A search could not be repeated: which states are asked for together depends on all of them."""
    sampler = TransformerModel(model(kind, request), family=FAMILIES["state"], num_tokens=24)
    alone = [sampler.complete([prompt], num_samples=6, seed=3)[0] for prompt in LINES]
    together = sampler.complete(list(LINES), num_samples=6, seed=3)
    assert texts(together) == texts(alone)
    for one, other in zip(alone, together, strict=True):
        assert [each.log_probability for each in one] == pytest.approx(
            [each.log_probability for each in other], abs=1e-4
        )
    hot = TransformerModel(model(kind, request), family=FAMILIES["state"], num_tokens=8, temperature=5.0)
    assert texts(hot.complete([STATE], num_samples=6, seed=4)) != texts(hot.complete([STATE], num_samples=6, seed=3))


@KINDS
@pytest.mark.parametrize("temperature", [1.0, 0.5])
def test_log_probabilities_are_the_model_s_own(kind: str, temperature: float, request: pytest.FixtureRequest) -> None:
    """The search is led by them, and two generators are mixed by them."""
    loaded = model(kind, request)
    sampler = TransformerModel(loaded, family=FAMILIES["state"], num_tokens=80, temperature=temperature)
    completions = sampler.complete([ARROW, STATE], num_samples=5, seed=0)
    for prompt, answers in zip([ARROW, STATE], completions, strict=True):
        # Of other texts, the bytes that are no text cannot be told any more.
        found = [each.log_probability for each in answers if each.text == LINES[prompt]]
        expected = tiny_models.log_probability(loaded, prompt, LINES[prompt], has_ended=True)
        assert found
        assert found == pytest.approx([expected] * len(found), abs=1e-3)


@KINDS
def test_texts_side_by_side_are_read_as_each_alone(kind: str, request: pytest.FixtureRequest) -> None:
    """The order in which tactics are tried would follow from who is read beside whom."""
    loaded = model(kind, request)
    prompt: list[int] = loaded.tokenizer(STATE, add_special_tokens=loaded.is_seq2seq)["input_ids"]
    said = [LINES[STATE], "x", LINES[ARROW], "x"]
    texts = ending_tokens(loaded, said)
    with torch.inference_mode():
        together = read_side_by_side(loaded, prompt, texts)
        alone = [read_side_by_side(loaded, prompt, [text]) for text in texts]
    assert torch.allclose(together.endings, torch.cat([each.endings for each in alone]), atol=1e-4)
    assert not torch.allclose(together.endings[0], together.endings[2], atol=1e-2)
    expected = [tiny_models.log_probability(loaded, STATE, text, has_ended=True) for text in said]
    assert [float(each.log_probability) for each in alone] == pytest.approx(expected, rel=1e-3, abs=1e-2)
    assert float(together.log_probability) == pytest.approx(expected[0], rel=1e-3, abs=1e-2)


class Proposer:
    """Proposes sixty tactics, the right one neither first nor last, and something else where there is no `q`."""

    def suggest(self, states: Sequence[ProofState], *, num_suggestions: int) -> list[list[Suggestion]]:
        dull = [Suggestion(f"simp [h{number}]", -3.0 - number / 10, "dull") for number in range(59)]
        proposed = [*dull[:20], Suggestion("exact hq", -5.0, "right"), *dull[20:]]
        return [proposed[:num_suggestions] if "q" in state.text else dull[:1] for state in states]


def _who_likes(tactic: str, loaded: LoadedModel) -> LoadedModel:
    """The model with a judge that looks for what sets the tactic apart from what else is proposed."""
    prompt: list[int] = loaded.tokenizer(STATE)["input_ids"]
    with torch.inference_mode():
        read = read_side_by_side(loaded, prompt, ending_tokens(loaded, [tactic, *(f"simp [h{n}]" for n in range(59))]))
    apart = read.endings[0] - read.endings[1:].mean(dim=0)
    return replace(loaded, judge=16 * apart / apart.norm())


def test_a_judge_puts_first_what_it_likes(causal: LoadedModel, theorem: Theorem) -> None:
    """A model that seldom writes a tactic that works would be of no use at all."""
    judged = Judged(
        Proposer(),
        theorem=theorem,
        model=TransformerModel(_who_likes("exact hq", causal), family=FAMILIES["state"]),
        family=FAMILIES["state"],
        strength=0.5,
        premises=Premises(theorem),
    )
    goals = [ProofState(parse_goals(text.removesuffix(":::"))) for text in (STATE, "⊢ True")]
    asked, alone = judged.suggest(goals, num_suggestions=64)
    assert asked[0].tactic == "exact hq"
    assert {each.tactic for each in asked} == {each.tactic for each in Proposer().suggest(goals, num_suggestions=64)[0]}
    assert [each.tactic for each in asked[-3:]] == ["simp [h56]", "simp [h57]", "simp [h58]"], "not all are judged"
    assert sum(math.exp(each.log_probability) for each in asked) == pytest.approx(1)
    assert [each.tactic for each in alone] == ["simp [h0]"], "of one tactic there is no order"


def test_who_has_not_learnt_to_judge_is_not_asked_to(causal: LoadedModel, tmp_path: Path) -> None:
    """Tactics would be put into an order that means nothing."""
    folder = tiny_models.saved(causal, tmp_path / "model")
    with pytest.raises(UsageError, match="has not learnt to judge; teach it with `prove train"):
        Generators(GeneratorSpec.parse(f"symbolic+{folder},prompt=state,judge=0.5"))


@KINDS
def test_what_a_model_has_learned_it_says(kind: str, request: pytest.FixtureRequest) -> None:
    """A prompt cut, padded or masked wrongly shows only in that a good model proves nothing."""
    sampler = TransformerModel(model(kind, request), family=FAMILIES["state"], temperature=0.05, num_tokens=120)
    assert texts(sampler.complete([ARROW, STATE], num_samples=2, seed=0)) == [[LINES[ARROW]] * 2, [LINES[STATE]] * 2]


def test_a_whole_proof_is_stopped_behind_its_first_tactic(causal: LoadedModel) -> None:
    """The rest is paid for, token by token, and is thrown away; stopping sooner cuts the tactic's last case off."""
    sampler = TransformerModel(causal, family=WHOLE, temperature=0.05, num_tokens=120)
    ((completion,),) = sampler.complete([PROOF], num_samples=1, seed=0)
    assert WHOLE.read(completion.text) == "cases h with\n| inl a =>\n  simp [a]\n| inr b => simp [b]"
    assert completion.text == LINES[PROOF][: len(completion.text)]
    assert len(completion.text) <= len(LINES[PROOF]) - len("  done\n```\nThat was it.")
    expected = tiny_models.log_probability(causal, PROOF, completion.text, has_ended=False)
    assert completion.log_probability == pytest.approx(expected, abs=1e-3)


@KINDS
def test_beams_are_the_likeliest_and_all_different(kind: str, request: pytest.FixtureRequest) -> None:
    """ReProver's figures are those of beam search."""
    loaded = model(kind, request)
    sampler = TransformerModel(loaded, family=FAMILIES["reprover"], decoding="beam", num_tokens=80)
    completions = sampler.complete([ARROW, STATE], num_samples=4, seed=0)
    assert [answers[0].text for answers in completions] == [LINES[ARROW], LINES[STATE]]
    for prompt, answers in zip([ARROW, STATE], completions, strict=True):
        assert len({each.text for each in answers}) == 4
        values = [each.log_probability for each in answers]
        assert values == sorted(values, reverse=True)
        expected = tiny_models.log_probability(loaded, prompt, answers[0].text, has_ended=True)
        assert values[0] == pytest.approx(expected, abs=1e-3)
    ((greedy,), _) = sampler.complete([ARROW, STATE], num_samples=1, seed=0)
    assert greedy.log_probability == pytest.approx(completions[0][0].log_probability, abs=1e-3)


def test_a_long_prompt_loses_its_beginning(causal: LoadedModel) -> None:
    """The goal is at the end of the prompt, and a prompt longer than the model can read is an error in some models."""
    family = replace(FAMILIES["state"], num_prompt_tokens=len(STATE.encode()))
    sampler = TransformerModel(causal, family=family, temperature=0.05, num_tokens=24)
    assert texts(sampler.complete(["x" * 5000 + STATE], num_samples=1, seed=0)) == [[LINES[STATE]]]


def test_a_folder_with_an_adapter_is_the_model_it_adapts(causal: LoadedModel, tmp_path: Path) -> None:
    """Who trains with LoRA keeps adapters only; without it they would generate with the model as it was before."""
    base = tiny_models.saved(causal, tmp_path / "base")
    torch.manual_seed(0)  # of what the adapter reads
    adapted: Any = get_peft_model(load_model(str(base)).model, LoraConfig(r=2, target_modules=["q_proj", "v_proj"]))
    for name, weights in adapted.named_parameters():
        if "lora_B" in name:
            torch.nn.init.constant_(weights, 0.03)
    adapted.eval()
    adapted.save_pretrained(tmp_path / "adapter")
    write_card(tmp_path / "adapter", FAMILIES["state"])
    sampler = open_model(GeneratorSpec.parse(f"{tmp_path / 'adapter'},temperature=0.1,tokens=24").models[0])
    ((completion,),) = sampler.complete([STATE], num_samples=1, seed=0)
    assert completion.text == LINES[STATE]
    whole = LoadedModel(adapted, causal.tokenizer, causal.device)
    expected = tiny_models.log_probability(whole, STATE, completion.text, has_ended=True)
    assert completion.log_probability == pytest.approx(expected, abs=1e-3)
    unadapted = tiny_models.log_probability(causal, STATE, completion.text, has_ended=True)
    assert not math.isclose(completion.log_probability, unadapted, abs_tol=1e-3)


def test_reprover_s_checkpoints_need_only_their_name(
    byt5: LoadedModel, tmp_path: Path, theorem: Theorem, state: ProofState
) -> None:
    """The one published generator that runs on a laptop: its classes, its files, its way to write premises."""
    folder = tiny_models.saved(byt5, tmp_path / "leandojo-lean4-retriever-tacgen-byt5-small")
    (folder / "model.safetensors").unlink()
    torch.save(byt5.model.state_dict(), folder / "pytorch_model.bin")
    with Generators(GeneratorSpec.parse(f"{folder},tokens=40")) as generators:
        # Of the noise that untrained weights write few texts name nothing that does not exist.
        (suggestions,) = generators.make(theorem).suggest([state], num_suggestions=64)
    assert suggestions
    assert {suggestion.source for suggestion in suggestions} == {str(folder)}


def test_a_batch_that_does_not_fit_is_halved_once(causal: LoadedModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """One long state among short ones would end a night's run."""
    notes: list[str] = []
    sampler = TransformerModel(causal, family=FAMILIES["state"], num_tokens=12, note=notes.append)
    expected = texts(sampler.complete([STATE, ARROW], num_samples=50, seed=0))
    _limit_rows(monkeypatch, causal, 64)
    assert texts(sampler.complete([STATE, ARROW], num_samples=50, seed=0)) == expected
    assert notes == ["cpu is short of memory: 64 samples at a time from now on"]
    _limit_rows(monkeypatch, causal, 8)
    with pytest.raises(GenerationError, match="does not do for 64 samples at a time; take a smaller model") as caught:
        sampler.complete([STATE], num_samples=50, seed=0)
    assert "\n" not in str(caught.value)


def _limit_rows(monkeypatch: pytest.MonkeyPatch, loaded: LoadedModel, num_rows: int) -> None:
    """No memory for more."""
    forward = type(loaded.model).forward

    def limited(self: Any, input_ids: torch.Tensor, **others: Any) -> Any:
        if len(input_ids) > num_rows:
            raise torch.OutOfMemoryError("out of memory")
        return forward(self, input_ids, **others)

    monkeypatch.setattr(loaded.model, "forward", limited.__get__(loaded.model))


def test_no_model_and_the_wrong_kind_are_told_in_one_line(causal: LoadedModel, tmp_path: Path) -> None:
    """A traceback through two libraries says nothing of what to do."""
    broken = tiny_models.saved(causal, tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"no weights")
    encoder = tmp_path / "encoder"
    encoder.mkdir()
    (encoder / "config.json").write_text('{"model_type": "bert", "architectures": ["BertModel"]}')
    empty = tmp_path / "empty"
    empty.mkdir()
    complaints = {
        str(broken): "no model",
        str(encoder): "writes no text",
        str(empty): "no model",
        "/nowhere": "no model",
    }
    for name, complaint in complaints.items():
        with pytest.raises(UsageError, match=complaint) as caught:
            load_model(name)
        assert "\n" not in str(caught.value)
    if not torch.cuda.is_available():
        with pytest.raises(UsageError, match="there is no CUDA device"):
            load_model(str(tmp_path), device="cuda")


@pytest.fixture
def theorem() -> Theorem:
    source = "theorem t (p q : Prop) (h : p ∧ q) : q := by\n  sorry\n"
    return Theorem("t", None, source, "theorem", 0, source.index(":= by"), len(source) - 1, len(source) - 1, True)


@pytest.fixture
def state() -> ProofState:
    return ProofState((Goal("p q : Prop\nh : p ∧ q\n⊢ q", None, (), "q"),))
