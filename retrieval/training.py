"""Training an encoder: states and the premises used come close, others are pushed away.

As in ReProver (LeanDojo, arXiv 2306.15626, section 5) a batch's premises are negatives for all its states, and some
negatives are from the file of a premise that is used. Others are what the encoder itself, as it is at the beginning of
an epoch, takes for right: the hard negatives of its current index.

All chance follows from seed, epoch and step, so that a run that is stopped and continued ends in the same encoder.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch

from data.dataset import Strategy
from data.durable import written_whole
from data.errors import UsageError
from retrieval.dense import DenseRetriever
from retrieval.encoder import Encoder, batches
from retrieval.evaluation import Metrics, evaluate
from retrieval.examples import Dataset
from retrieval.index import PremiseIndex
from retrieval.loss import Loss, contrastive_loss
from retrieval.negatives import Batch, Mined, make_batch, mine
from retrieval.tensorboard import Log
from retrieval.text import serialize

_TOKENS_PER_PASS = {"cpu": 1 << 12, "cuda": 1 << 17}
_SECONDS_BETWEEN_CHECKPOINTS = 30.0
_NUM_MINED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOptions:
    """How an encoder is trained.

    Attributes:
        strategy: which division of the theorems.
        num_epochs: times that every state of the training set is seen.
        batch_size: states a step.
        num_file_negatives: for each state, premises of the file that its premise is from.
        num_hard_negatives: for each state, premises that the encoder took for right.
        learning_rate: the highest; it rises for `num_warmup_steps` and then falls to 0 along a cosine.
        loss: see `retrieval.loss`.
        temperature: of `infonce`.
        max_gradient: longer gradients are shortened to this norm.
        seed: of everything that is left to chance.
    """

    strategy: Strategy = "novel_premises"
    num_epochs: int = 8
    batch_size: int = 48
    num_file_negatives: int = 1
    num_hard_negatives: int = 1
    learning_rate: float = 1e-3
    num_warmup_steps: int = 50
    loss: Loss = "infonce"
    temperature: float = 0.05
    max_gradient: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """How far a run is. `loss` is the last step's; `metrics` are the last epoch's on `val`, None before its end."""

    epoch: int
    step: int
    num_steps: int
    loss: float
    metrics: Metrics | None


class Penalty(Protocol):
    """What keeps an encoder from forgetting: a cost that is added to every step's loss."""

    @property
    def identity(self) -> str:
        """Tells it from any other penalty."""

    def __call__(self, model: torch.nn.Module) -> torch.Tensor:
        """The cost of the model as it is."""


class Trainer:
    """One training run in a folder of its own; a run that was stopped goes on.

    Args:
        encoder: what to train, in place.
        dataset: what to learn from; `val` decides which epoch's encoder is kept.
        folder: where the encoder is written, and meanwhile what a continuation needs.
        options: how.
        on_progress: called after every step.
        log: gets loss and metrics as they come.
        penalty: added to the loss; None for nothing.

    Raises:
        UsageError: if the folder holds another run, or the dataset has nothing to learn from.
    """

    def __init__(
        self,
        encoder: Encoder,
        dataset: Dataset,
        folder: Path,
        options: TrainingOptions,
        *,
        on_progress: Callable[[TrainingProgress], None] | None = None,
        log: Log | None = None,
        penalty: Penalty | None = None,
    ) -> None:
        self._encoder = encoder
        self._penalty = penalty
        self._dataset = dataset
        self._folder = folder
        self._options = options
        self._on_progress = on_progress
        self._log = log
        self._texts = [serialize(premise) for premise in dataset.corpus.premises]
        self._train = dataset.examples(options.strategy, "train")
        self._val = dataset.examples(options.strategy, "val")
        self._optimizer = torch.optim.AdamW(encoder.model.parameters(), lr=options.learning_rate, weight_decay=0.01)
        self._steps_per_epoch = math.ceil(len(self._train) / options.batch_size)
        self._run = self._identity()
        self._history: list[Metrics] = []
        self._last_saved = time.monotonic()

    def run(self) -> list[Metrics]:
        """Train to the end; the metrics on `val` after each epoch. The best epoch's encoder is in the folder then."""
        if self._is_done():
            return self._history
        working = self._folder / "training"
        working.mkdir(parents=True, exist_ok=True)
        first_epoch, step, mined = self._restore(working / "state.pt")
        retriever: DenseRetriever | None = None
        for epoch in range(first_epoch, self._options.num_epochs):
            if mined is None:
                retriever = retriever or self._retriever()
                mined = mine(retriever, self._dataset, self._train, count=_NUM_MINED)
                self._save(working / "state.pt", epoch, 0, mined)
            self._train_epoch(working, epoch, step, mined)
            retriever = self._retriever()
            self._note(evaluate(retriever, self._dataset, self._val)[0], working)
            step, mined = 0, None
            self._save(working / "state.pt", epoch + 1, 0, None)
        self._finish(working)
        return self._history

    def _train_epoch(self, working: Path, epoch: int, first_step: int, mined: Mined) -> None:
        order = list(range(len(self._train)))
        random.Random(f"{self._options.seed} {epoch}").shuffle(order)
        size = self._options.batch_size
        for step in range(first_step, self._steps_per_epoch):
            places = order[step * size : (step + 1) * size]
            batch = self._batch(places, mined, random.Random(f"{self._options.seed} {epoch} {step}"))
            total = epoch * self._steps_per_epoch + step
            loss = self._step(batch, total)
            if self._log is not None:
                self._log.add_scalar("loss", loss, total)
            if self._on_progress is not None:
                last = self._history[-1] if self._history else None
                num_steps = self._options.num_epochs * self._steps_per_epoch
                self._on_progress(TrainingProgress(epoch, total + 1, num_steps, loss, last))
            if time.monotonic() - self._last_saved > _SECONDS_BETWEEN_CHECKPOINTS:
                self._save(working / "state.pt", epoch, step + 1, mined)

    def importance(self, *, num_batches: int) -> dict[str, torch.Tensor]:
        """How much the loss on the training set depends on each weight: the mean of its squared gradients.

        That is the diagonal of the empirical Fisher information (Kirkpatrick et al., 1612.00796), for the encoder as it
        is now, in inference; by the weight's name, of its shape.

        Args:
            num_batches: of the training set that are looked at, by chance.
        """
        model = self._encoder.model
        model.eval()  # type: ignore[no-untyped-call]
        mined = mine(self._retriever(), self._dataset, self._train, count=_NUM_MINED)
        found = {name: torch.zeros_like(weights) for name, weights in model.named_parameters()}
        chance = random.Random(f"{self._options.seed} importance")
        for _ in range(num_batches):
            places = chance.sample(range(len(self._train)), min(self._options.batch_size, len(self._train)))
            model.zero_grad()
            self._loss(self._batch(places, mined, chance)).backward()  # type: ignore[no-untyped-call]
            for name, weights in model.named_parameters():
                if weights.grad is not None:
                    found[name] += weights.grad.square() / num_batches
        model.zero_grad()
        return found

    def _batch(self, places: list[int], mined: Mined, chance: random.Random) -> Batch:
        return make_batch(
            [self._train[place] for place in places],
            mined[places],
            self._dataset.corpus,
            num_file_negatives=self._options.num_file_negatives,
            num_hard_negatives=self._options.num_hard_negatives,
            chance=chance,
        )

    def _step(self, batch: Batch, number: int) -> float:
        torch.manual_seed(self._options.seed * 1_000_003 + number)  # for a model with dropout
        self._encoder.model.train()
        loss = self._loss(batch)
        if self._penalty is not None:
            loss = loss + self._penalty(self._encoder.model)
        for group in self._optimizer.param_groups:
            group["lr"] = self._learning_rate(number)
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._encoder.model.parameters(), self._options.max_gradient)
        self._optimizer.step()
        return float(loss.detach())

    def _loss(self, batch: Batch) -> torch.Tensor:
        device = self._encoder.device
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            vectors = self._embed([*batch.states, *(self._texts[number] for number in batch.premises)])
            return contrastive_loss(
                vectors[: len(batch.states)],
                vectors[len(batch.states) :],
                torch.tensor(batch.positives, device=device),
                torch.from_numpy(batch.is_used).to(device),
                loss=self._options.loss,
                temperature=self._options.temperature,
            )

    def _embed(self, texts: Sequence[str]) -> torch.Tensor:
        """The vectors of the texts in order, computed in passes over texts of similar length."""
        ids = self._encoder.tokenize(texts)
        passes = list(batches([len(text) for text in ids], max_tokens=_TOKENS_PER_PASS[self._encoder.device.type]))
        vectors = torch.cat([self._encoder.embed([ids[place] for place in places]) for places in passes])
        back = np.argsort(np.concatenate(passes))
        return vectors[torch.from_numpy(back).to(vectors.device)]

    def _learning_rate(self, step: int) -> float:
        rising = min(1.0, (step + 1) / self._options.num_warmup_steps)
        done = step / (self._options.num_epochs * self._steps_per_epoch)
        return self._options.learning_rate * rising * 0.5 * (1 + math.cos(math.pi * done))

    def _retriever(self) -> DenseRetriever:
        vectors = self._encoder.encode(self._texts)
        return DenseRetriever(self._encoder, PremiseIndex("exact", vectors, np.arange(len(vectors))))

    def _note(self, metrics: Metrics, working: Path) -> None:
        """Keep the encoder if it is the best so far: by R@10 and MRR together, since both are asked for."""
        if not self._history or _quality(metrics) > max(map(_quality, self._history)):
            self._encoder.save(working / "best")
        self._history.append(metrics)
        if self._log is not None:
            for name, value in (("R@1", metrics.recall_1), ("R@10", metrics.recall_10), ("MRR", metrics.mrr)):
                self._log.add_scalar(f"val {name}", value, len(self._history))

    def _save(self, path: Path, epoch: int, step: int, mined: Mined | None) -> None:
        state = {
            "run": self._run,
            "epoch": epoch,
            "step": step,
            "mined": torch.from_numpy(mined) if mined is not None else None,
            "history": [asdict(metrics) for metrics in self._history],
            "model": self._encoder.model.state_dict(),
            "optimizer": self._optimizer.state_dict(),
        }
        with written_whole(path) as partial:
            torch.save(state, partial)
        self._last_saved = time.monotonic()

    def _restore(self, path: Path) -> tuple[int, int, Mined | None]:
        """Epoch, step and hard negatives to go on with."""
        if not path.exists():
            return 0, 0, None
        state: dict[str, Any] = torch.load(path, map_location=self._encoder.device, weights_only=True)
        if state["run"] != self._run:
            raise _other_run(self._folder)
        self._encoder.model.load_state_dict(state["model"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._history = [Metrics(**metrics) for metrics in state["history"]]
        mined = state["mined"]
        return state["epoch"], state["step"], mined.cpu().numpy() if mined is not None else None

    def _identity(self) -> str:
        """Two runs with the same identity end in the same encoder."""
        found = hashlib.sha256(json.dumps(asdict(self._options), sort_keys=True).encode())
        found.update(self._dataset.corpus.digest.encode())
        found.update(self._encoder.fingerprint.encode())
        if self._penalty is not None:
            found.update(self._penalty.identity.encode())
        for example in (*self._train, *self._val):
            found.update(f"{example.state}\0{example.used}\0".encode())
        return found.hexdigest()

    def _is_done(self) -> bool:
        record = self._folder / "training.json"
        if not record.exists():
            return False
        found = json.loads(record.read_text(encoding="utf-8"))
        if found["run"] != self._run:
            raise _other_run(self._folder)
        self._history = [Metrics(**metrics) for metrics in found["val"]]
        return True

    def _finish(self, working: Path) -> None:
        for file in (working / "best").iterdir():
            file.replace(self._folder / file.name)
        record = {"run": self._run, "options": asdict(self._options), "val": [asdict(each) for each in self._history]}
        (self._folder / "training.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        shutil.rmtree(working)


def _quality(metrics: Metrics) -> float:
    return metrics.recall_10 / 100 + metrics.mrr


def _other_run(folder: Path) -> UsageError:
    return UsageError(f"{folder} holds a training run with other options or data; give another --out, or remove it")
