"""Fine-tuning real models, made from configuration and tiny: what they learn, and what a run survives."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from transformers import ByT5Tokenizer, T5Config, T5ForConditionalGeneration

from data.errors import UsageError
from prover.errors import TrainingError
from prover.tactics.model import load_model
from prover.tactics.prompts import FAMILIES, family_of
from prover.tactics.small_judge import SmallJudge
from prover.tactics.transformer import TransformerModel
from prover.training import finetune
from prover.training.examples import Example
from prover.training.finetune import fine_tune
from prover.training.loss import Loss, Tokens, tokenize
from prover.training.options import FineTuningProgress
from prover.training.presets import PRESETS
from tests.integration.training_examples import OPTIONS, TINY, add_tiny_preset, small_split, with_rivals

ROOT = Path(__file__).parents[2]
TRAIN, VAL = small_split()


@pytest.fixture(scope="module", autouse=True)
def _with_tiny_preset() -> None:
    add_tiny_preset()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("trained")
    return fine_tune(TRAIN, val=VAL, model=TINY, out=out, options=OPTIONS, family=FAMILIES["state"])


def weights_of(folder: Path) -> str:
    """A digest of the weights of a model, with what it judges by."""
    found = hashlib.sha256()
    for file in sorted(folder.glob("*.safetensors")):
        for name, weights in sorted(load_file(file).items()):
            found.update(name.encode() + weights.contiguous().numpy().tobytes())
    return found.hexdigest()


def likeliest(folder: Path, examples: Sequence[Example]) -> list[str]:
    """What the model in a folder writes behind the prompts, the likeliest of several samples."""
    model = TransformerModel(load_model(str(folder), device="cpu"), family=family_of(str(folder), requested="state"))
    answers = model.complete([example.prompt for example in examples], num_samples=8, seed=0)
    return [max(some, key=lambda answer: answer.log_probability).text for some in answers]


def share_right(folder: Path) -> float:
    right = [answer == example.completion for answer, example in zip(likeliest(folder, VAL), VAL, strict=True)]
    return sum(right) / len(right)


def test_a_model_from_nothing_learns_what_it_is_shown(trained: Path) -> None:
    """Whoever has no model would train for half an hour and get noise."""
    assert share_right(trained) > 0.9
    assert family_of(str(trained)).name == "state"


def test_a_run_that_was_killed_ends_in_the_same_weights(trained: Path, tmp_path: Path) -> None:
    """A night's training would be lost with the machine, or go on as another training."""
    command = [sys.executable, "-m", "tests.integration.training_examples", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert any(int(line) >= 70 for line in process.stdout)  # in the middle of the third epoch
        process.send_signal(signal.SIGKILL)
    steps: list[FineTuningProgress] = []
    fine_tune(TRAIN, val=VAL, model=TINY, out=tmp_path, options=OPTIONS, on_progress=steps.append)
    assert steps[0].step >= 70
    assert weights_of(tmp_path) == weights_of(trained)


def test_a_finished_run_is_not_repeated_and_another_is_refused(trained: Path) -> None:
    """Starting twice would cost the time twice; other options into the same folder would mix two models."""
    before = weights_of(trained)
    steps: list[FineTuningProgress] = []
    fine_tune(TRAIN, val=VAL, model=TINY, out=trained, options=OPTIONS, on_progress=steps.append)
    assert not steps
    with pytest.raises(UsageError, match="holds a training run with other options or data"):
        fine_tune(TRAIN[1:], val=VAL, model=TINY, out=trained, options=OPTIONS)
    assert weights_of(trained) == before


def test_a_loss_that_is_no_number_leaves_the_last_good_model(tmp_path: Path) -> None:
    """A model of NaN would overwrite what was learnt before."""
    wild = replace(OPTIONS, learning_rate=1e19, max_gradient=1e19)
    with pytest.raises(TrainingError, match="not a number; the last good model is in"):
        fine_tune(TRAIN, val=VAL, model=TINY, out=tmp_path, options=wild)
    files = [*(tmp_path / "training" / "best").glob("*.safetensors")]
    assert len(files) == 2, "the model, and what it judges by"
    assert all(bool(torch.isfinite(each).all()) for file in files for each in load_file(file).values())


def test_training_ends_when_validation_gets_no_better(tmp_path: Path) -> None:
    """Without an end to it, a small model would learn its few examples by heart."""
    contradicting = [replace(example, completion=example.completion[::-1]) for example in VAL]
    steps: list[FineTuningProgress] = []
    options = replace(OPTIONS, num_epochs=50, patience=1)
    fine_tune(TRAIN[:40], val=contradicting, model=TINY, out=tmp_path, options=options, on_progress=steps.append)
    assert steps[-1].epoch < 20


def test_memory_that_is_short_halves_the_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card a little too small would end the run, though half a batch at a time gives the same model."""
    compute, limit = Loss.of_pass, 500

    def short_of_memory(loss: Loss, examples: Sequence[Tokens]) -> torch.Tensor:
        if loss.tokens_per_pass > limit:
            raise torch.OutOfMemoryError
        return compute(loss, examples)

    monkeypatch.setattr(Loss, "of_pass", short_of_memory)
    monkeypatch.setitem(finetune._TOKENS_PER_PASS, "cpu", 1000)
    notes: list[str] = []
    fine_tune(TRAIN, model=TINY, out=tmp_path / "a", options=replace(OPTIONS, num_epochs=1), note=notes.append)
    assert notes == ["cpu is short of memory: 500 tokens a pass from now on"]
    limit = 100
    with pytest.raises(TrainingError, match="has not enough memory; train an adapter"):
        fine_tune(TRAIN, model=TINY, out=tmp_path / "b", options=replace(OPTIONS, num_epochs=1))


def test_an_adapter_learns_and_is_small(trained: Path, tmp_path: Path) -> None:
    """Who adapts a model of seven billion weights wants neither to train nor to keep them all."""
    other = [replace(example, completion=example.completion.removeprefix("exact ")) for example in TRAIN]
    steps: list[FineTuningProgress] = []
    options = replace(OPTIONS, lora_rank=8, num_epochs=2)
    before = weights_of(trained)
    out = fine_tune(other, model=str(trained), out=tmp_path / "adapter", options=options, on_progress=steps.append)
    assert steps[-1].loss < steps[0].loss / 4
    assert (out / "adapter_model.safetensors").stat().st_size < (trained / "model.safetensors").stat().st_size / 2
    assert weights_of(trained) == before
    assert not any(answer.startswith("exact") for answer in likeliest(out, VAL))
    further = replace(OPTIONS, num_epochs=1)
    again = fine_tune(other, model=str(out), out=tmp_path / "again", options=further, on_progress=steps.append)
    assert steps[-1].loss < steps[0].loss / 4, "an adapter can be trained further"
    assert weights_of(again) != weights_of(out)


def test_weights_are_shares_of_the_loss(trained: Path) -> None:
    """STP's discounts would be noted and forgotten."""
    loaded = load_model(str(trained), device="cpu")
    loss = Loss(loaded, tokens_per_pass=10_000, in_float32=True)
    examples = [replace(each, weight=weight, rivals=()) for each, weight in zip(VAL, (0.25, 1, 3), strict=False)]
    longer = replace(examples[0], prompt=VAL[3].prompt + examples[0].prompt, weight=0.5)
    chosen = replace(with_rivals(examples[1]), weight=2)
    tokens = tokenize([*examples, longer, chosen, replace(longer, weight=0)], loaded, max_tokens=200)
    assert len(tokens) == 5, "an example of no weight costs no time"
    with torch.inference_mode():
        together = float(loss.of_pass(tokens))
        apart = [float(loss.of_pass([replace(each, weight=1.0)])) * each.weight for each in tokens]
    assert together == pytest.approx(sum(apart), rel=1e-4), "padding and other examples must not matter"
    assert apart[4] > 2 * apart[1], "a choice costs on top of the completion"


def test_a_model_learns_what_was_tried_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a search has learnt about wrong tactics would be thrown away."""
    train, val = (list(map(with_rivals, some)) for some in (TRAIN, VAL))
    # Behind a tactic a model has to have found what it names and what is wanted: that takes two layers.
    monkeypatch.setitem(PRESETS, "two-layers", replace(PRESETS[TINY], num_layers=2))
    plain = [replace(each, rivals=()) for each in TRAIN]
    options = replace(OPTIONS, learning_rate=3e-3, in_float32=True)
    start = fine_tune(plain, model="two-layers", out=tmp_path / "start", options=options)
    assert load_model(str(start), device="cpu").judge is None
    options = replace(options, num_epochs=6)
    out = fine_tune(train, model=str(start), out=tmp_path / "judge", options=options)
    model = TransformerModel(load_model(str(out), device="cpu"), family=FAMILIES["state"])
    offered = [[each.completion, *(rival.completion for rival in each.rivals)] for each in val]
    scores = torch.tensor(model.scores([each.prompt for each in val], offered))
    values = scores + torch.tensor([0.0, *(rival.head_start for rival in val[0].rivals)])
    assert float(torch.softmax(values, dim=1)[:, 0].mean()) > 0.8, "at first a fifth"
    # Some are longer than a row, or than what is looked at.
    long = [[*offered[0], "simp " * 80, "simp " * 200], *offered[1:]]
    prompts = [each.prompt for each in val]
    for small, same in zip(SmallJudge(out).scores(prompts, long), model.scores(prompts, long), strict=True):
        assert small == pytest.approx(same, abs=1e-3), "without torch it would be another judge"
    with pytest.raises(UsageError, match="is no judge of ours"):
        SmallJudge(start)
    further = fine_tune(plain, model=str(out), out=tmp_path / "plain", options=replace(OPTIONS, num_epochs=1))
    assert load_model(str(further), device="cpu").judge is None, "it would judge by what has moved"


def test_a_model_with_an_encoder_of_its_own_learns_too(tmp_path: Path) -> None:
    """ReProver's models, the best known for tactics, could be used but not adapted."""
    config = T5Config(
        vocab_size=384,
        d_model=32,
        d_ff=64,
        d_kv=16,
        num_heads=2,
        num_layers=1,
        feed_forward_proj="gated-gelu",
    )
    config.decoder_start_token_id = 0
    torch.manual_seed(0)
    T5ForConditionalGeneration(config).save_pretrained(tmp_path / "byt5")
    ByT5Tokenizer().save_pretrained(tmp_path / "byt5")
    steps: list[FineTuningProgress] = []
    options = replace(OPTIONS, num_epochs=1)
    out = fine_tune(
        TRAIN[:120], model=str(tmp_path / "byt5"), out=tmp_path / "out", options=options, on_progress=steps.append
    )
    assert steps[-1].loss < steps[0].loss / 2
    assert load_model(str(out), device="cpu").is_seq2seq


def test_where_bfloat16_is_faster_the_loss_stays_what_it_is(trained: Path, tmp_path: Path) -> None:
    """Users would lose their training to a precision that the loss does not survive."""
    loaded = load_model(str(trained), device="cpu")
    tokens = tokenize(TRAIN, loaded, max_tokens=200)
    exact, mixed = (
        Loss(loaded, tokens_per_pass=10_000, in_float32=in_float32).of_pass(tokens).item()
        for in_float32 in (True, False)
    )
    assert mixed == pytest.approx(exact, rel=0.05)
    loaded.model.save_pretrained(tmp_path)
    assert "in_float32" not in (tmp_path / "config.json").read_text(encoding="utf-8")
