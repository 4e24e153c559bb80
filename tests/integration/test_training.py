"""Training and what is measured afterwards, with real models on a dataset that is learnt in seconds."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
import torch

from data.errors import UsageError
from retrieval.cli import main
from retrieval.encoder import Encoder
from retrieval.evaluation import Metrics
from retrieval.examples import Dataset
from retrieval.loss import Loss, contrastive_loss
from retrieval.small import small_encoder
from retrieval.text import serialize
from retrieval.training import Trainer, TrainingOptions, TrainingProgress
from tests.integration.small_dataset import write_dataset

OPTIONS = TrainingOptions(num_epochs=3, batch_size=16, learning_rate=5e-3, num_warmup_steps=5)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("dataset")
    write_dataset(folder)
    return Dataset.open(folder)


def untrained(dataset: Dataset) -> Encoder:
    states = [example.state for example in dataset.examples("novel_premises", "train")]
    texts = [serialize(premise) for premise in dataset.corpus.premises]
    return small_encoder([*texts, *states], seed=0, dimension=32, num_layers=1, device="cpu")


@pytest.fixture(scope="module")
def trained(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Metrics]]:
    folder = tmp_path_factory.mktemp("encoder")
    return folder, Trainer(untrained(dataset), dataset, folder, OPTIONS).run()


def measured(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    """R@10 by retriever, from the command line."""
    assert main(["evaluate", *arguments, "--device", "cpu", "--json"]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return {line["retriever"]: line["recall_10"] for line in lines}


def test_training_teaches_what_words_cannot_tell(
    dataset: Dataset, trained: tuple[Path, list[Metrics]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Training that teaches nothing would go unnoticed where words alone already help."""
    folder, _ = trained
    names = ["bm25", "untrained", str(folder)]
    flags = [flag for name in names for flag in ("--retriever", name)]
    found = measured([str(dataset.folder), *flags], capsys)
    assert found[str(folder)] > 2 * max(found["bm25"], found["untrained"])


def test_a_run_that_was_stopped_ends_in_the_same_encoder(
    dataset: Dataset, trained: tuple[Path, list[Metrics]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A night's training would be lost with the machine, or go on as another training."""
    monkeypatch.setattr("retrieval.training._SECONDS_BETWEEN_CHECKPOINTS", 0.0)

    def stop(progress: TrainingProgress) -> None:
        if progress.step in (4, 17):  # in the middle of the first and of the second epoch
            raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            Trainer(untrained(dataset), dataset, tmp_path, OPTIONS, on_progress=stop).run()
    folder, history = trained
    assert Trainer(untrained(dataset), dataset, tmp_path, OPTIONS).run() == history
    assert Encoder.load(str(tmp_path)).fingerprint == Encoder.load(str(folder)).fingerprint


def test_a_finished_run_is_not_repeated_and_another_is_refused(
    dataset: Dataset, trained: tuple[Path, list[Metrics]]
) -> None:
    """Starting twice would cost the time twice; other options into the same folder would mix two encoders."""
    folder, history = trained
    steps: list[TrainingProgress] = []
    assert Trainer(untrained(dataset), dataset, folder, OPTIONS, on_progress=steps.append).run() == history
    assert not steps
    other = TrainingOptions(num_epochs=1, seed=1)
    with pytest.raises(UsageError, match="holds a training run with other options or data"):
        Trainer(untrained(dataset), dataset, folder, other).run()


@pytest.mark.parametrize("loss", ["infonce", "mse"])
def test_losses_fall_when_the_right_premise_comes_nearer(loss: Loss) -> None:
    """A sign mistaken, and training would drive apart what belongs together."""
    states = torch.eye(3)[:2]
    is_used = torch.tensor([[True, False, False], [False, True, False]])
    positives = torch.tensor([0, 1])

    def value(premises: torch.Tensor, used: torch.Tensor = is_used) -> float:
        return float(contrastive_loss(states, premises, positives, used, loss=loss, temperature=0.1))

    right, wrong = torch.eye(3), torch.eye(3)[[1, 0, 2]]
    assert value(right) < value(wrong)


def test_a_premise_that_is_used_as_well_is_no_negative() -> None:
    """A tactic with two lemmas would be taught that each of them is wrong."""
    states, premises = torch.eye(2)[:1], torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    both = torch.tensor([[True, True]])
    found = contrastive_loss(states, premises, torch.tensor([0]), both, loss="infonce", temperature=0.1)
    assert float(found) == pytest.approx(0.0)


def test_predictions_have_what_reprover_asks_for(dataset: Dataset, tmp_path: Path) -> None:
    """ReProver's own evaluation, and generators trained on retrieved premises, could not read ours."""
    file = tmp_path / "predictions.pickle"
    assert main(["evaluate", str(dataset.folder), "--retriever", "bm25", "--predictions", str(file)]) == 0
    predictions = pickle.loads(file.read_bytes())
    examples = dataset.examples("novel_premises", "test", with_others=True)
    keys = {(each["file_path"], each["full_name"], tuple(each["start"]), each["tactic_idx"]) for each in predictions}
    assert len(predictions) == len(keys) == len(examples)
    first = predictions[0]
    assert set(first) == {
        "url",
        "commit",
        "file_path",
        "full_name",
        "start",
        "tactic_idx",
        "context",
        "all_pos_premises",
        "retrieved_premises",
        "scores",
    }
    assert first["context"].state == examples[0].state
    assert first["retrieved_premises"][0].serialize().startswith("theorem <a>File")
    assert len(set(first["retrieved_premises"])) == len(first["scores"])
    assert {premise.full_name for premise in first["all_pos_premises"]} == {
        dataset.corpus.premises[number].full_name for number in examples[0].used
    }


def test_the_way_from_a_dataset_to_a_query(
    dataset: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commands as a user strings them together."""
    data, encoder, index = str(dataset.folder), str(tmp_path / "encoder"), str(tmp_path / "index")
    training = [
        "train",
        data,
        "--out",
        encoder,
        "--epochs",
        "1",
        "--learning-rate",
        "0.005",
        "--device",
        "cpu",
        "--json",
    ]
    assert main(training) == 0
    assert json.loads(capsys.readouterr().out)["epoch"] == 1
    assert main(["index", data, "--encoder", encoder, "--out", index, "--device", "cpu", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["num_encoded"] == len(dataset.corpus)
    query = ["query", "⊢ q3z q4z", "--data", data, "--retriever", encoder, "--index", index, "--json"]
    assert main([*query, "--count", "4"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert main([*query, "--count", "50", "--at", "File0.lean:8"]) == 0
    captured = capsys.readouterr()
    assert {json.loads(line)["path"] for line in captured.out.splitlines()} == {"File0.lean"}
    assert "only 7 found among 7 accessible premises" in captured.err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["evaluate", "nowhere"], "no dataset in nowhere: make one with"),
        (["train", "nowhere", "--out", "x"], "no dataset in nowhere"),
        (["query", " "], "the goal is empty"),
        (["query", "⊢ p", "--data", "DATA", "--at", "File0.lean"], "--at wants FILE:LINE"),
        (["query", "⊢ p", "--data", "DATA", "--at", "Other.lean:3"], "the corpus has no file Other.lean"),
        (["query", "⊢ p", "--data", "DATA", "--retriever", "bm52"], "no encoder 'bm52'"),
        (["evaluate", "DATA", "--predictions", "p"], "give one --retriever"),
        (["query", "⊢ p", "--data", "DATA", "--retriever", "untrained", "--index", "nowhere"], "no index in nowhere"),
    ],
)
def test_mistakes_are_told_in_one_line(
    arguments: list[str], complaint: str, dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user would have to read a traceback to learn that a path is misspelt."""
    words = [str(dataset.folder) if word == "DATA" else word for word in arguments]
    assert main(words) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
