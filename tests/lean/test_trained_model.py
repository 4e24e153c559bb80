"""From human proofs to a model, and from the model to a proof that Lean accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.dataset import read_split
from prover.cli import main
from prover.lean.toolchain import Lean
from prover.prover import Prover, ProverOptions
from prover.run_folder import keep_attempt
from prover.search.best_first import SearchOptions
from prover.tactics.factory import Generators
from prover.tactics.prompts import FAMILIES
from prover.tactics.specification import GeneratorSpec
from prover.training.collection import collect
from prover.training.dataset import run_examples, stated
from prover.training.examples import deduplicated
from tests.integration.training_examples import OPTIONS, TINY, add_tiny_preset, write_small_dataset

pytestmark = pytest.mark.lean


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "dataset"
    write_small_dataset(folder)
    return folder


@pytest.fixture(scope="module")
def model(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command line makes of the dataset."""
    add_tiny_preset()
    out = tmp_path_factory.mktemp("model")
    flags = ["--epochs", str(OPTIONS.num_epochs), "--batch", "8", "--learning-rate", "1e-2", "--device", "cpu"]
    arguments = ["train", "--data", str(dataset), "--model", TINY, "--prompt", "state", "--out", str(out), *flags]
    assert main([*arguments, "--json"]) == 0
    return out


def test_a_trained_model_proves_and_its_proof_is_learnt_from(
    model: Path, dataset: Path, embedded: Lean, tmp_path: Path
) -> None:
    """A prompt in training that differs from the one in a search makes a model that knows nothing when asked."""
    options = ProverOptions(num_checks=40, num_processes=1, search=SearchOptions(num_suggestions=16))
    with (
        Generators(GeneratorSpec.parse(str(model))) as generators,
        Prover(embedded, make_generator=generators.make, options=options) as prover,
    ):
        name = read_split(dataset, "random", "test")[0].full_name
        statement = f"theorem {name} (d e f : Prop) (hd : d) (he : e) (hf : f) : e"
        attempt = prover.prove(stated(name, statement))
    assert attempt.result.status == "proved"
    keep_attempt(tmp_path, attempt, name=name)
    collected = collect([tmp_path], family=FAMILIES["state"])
    (example,) = collected.train + collected.val
    assert example.prompt == "d e f : Prop\nhd : d\nhe : e\nhf : f\n⊢ e:::"
    assert example.completion == "exact he"
    with_dataset = collect([tmp_path, dataset], family=FAMILIES["state"])
    assert len(with_dataset.train) > 100
    assert name not in {example.group for example in with_dataset.train}, "the dataset holds this theorem out"


def test_a_model_is_taught_to_judge_by_searches(
    model: Path, dataset: Path, embedded: Lean, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What searches say about tactics could be learnt by those only who write Python."""
    options = ProverOptions(num_checks=60, num_processes=1)
    run, judge = tmp_path / "run", tmp_path / "judge"
    run.mkdir()
    held_out = read_split(dataset, "random", "test")[0].full_name
    with (
        Generators(GeneratorSpec.parse("symbolic,ranker=none")) as generators,
        Prover(embedded, make_generator=generators.make, options=options) as prover,
    ):
        for name in ("one", "two", held_out):
            attempt = prover.prove(stated(name, f"theorem {name} (a b c : Prop) : a ∧ b ∧ c → c ∧ a"))
            assert attempt.result.status == "proved"
            keep_attempt(run, attempt, name=name)
    choices = run_examples(run, family=FAMILIES["state"], only_choices=True)
    assert choices
    assert all(each.rivals for each in choices)
    capsys.readouterr()
    arguments = ["train", "--judge", "--data", str(dataset), "--model", str(model), "--out", str(judge)]
    assert main([*arguments, "--device", "cpu"]) == 2
    assert "holds no search trees" in capsys.readouterr().err
    assert main([*arguments, "--data", str(run), "--epochs", "1", "--device", "cpu", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    known = deduplicated(each for each in choices if each.group != held_out)
    assert told["num_train"] + told["num_val"] == len(known), "neither the dataset's proofs nor what it holds out"
    with (
        Generators(GeneratorSpec.parse(f"symbolic,ranker=none+{judge},samples=0,judge=0.5")) as generators,
        Prover(embedded, make_generator=generators.make, options=options) as prover,
    ):
        assert prover.prove(stated("three", "theorem three (a b : Prop) : a ∧ b → b")).result.status == "proved"
