"""Fine-tuning a language model on examples: all its weights, or a LoRA adapter.

The loop is ours. Examples have weights, a run that was killed ends in the same weights as one that was not, and a loss
that is no number ends it without harm; to teach all that to a trainer of somebody else's takes more code than the loop.
All chance follows from seed, epoch and step. The loop runs alone or as one of several workers that share every batch.
"""

from __future__ import annotations

import hashlib
import json
import math
import operator
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any

import torch
from torch import distributed

from data.errors import UsageError
from prover.errors import TrainingError
from prover.tactics.model import LoadedModel, find_device, load_model
from prover.tactics.prompts import Family, write_card
from prover.training.checkpoints import TrainingFolder
from prover.training.examples import Example
from prover.training.loss import Loss, Tokens, tokenize
from prover.training.options import FineTuningOptions, FineTuningProgress
from prover.training.presets import PRESETS, new_model
from prover.training.renaming import renamed
from retrieval.tensorboard import Log

_SECONDS_BETWEEN_CHECKPOINTS = 30.0
# On a CPU small passes win: they stay in its caches and hold less padding.
_TOKENS_PER_PASS = {"cpu": 1 << 11, "cuda": 1 << 15}
_LORA_DROPOUT = 0.05
# The most weights of a model that goes on learning at the pace of an adapter.
_MAX_LIGHT = 100_000_000
# It begins at nothing, while the weights that it reads are often trained already.
_JUDGE_PACE = 4.0
# Others in every epoch: against all of them at once a model soon knows its few hundred choices by heart.
_NUM_RIVALS = 12


def fine_tune(
    train: Sequence[Example],
    *,
    model: str,
    out: Path,
    val: Sequence[Example] = (),
    options: FineTuningOptions | None = None,
    family: Family | None = None,
    device: str | None = None,
    on_progress: Callable[[FineTuningProgress], None] | None = None,
    log: Log | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Path:
    """Fine-tune a model; a run that was stopped goes on.

    Args:
        train: what to learn.
        model: a preset's name, or a model's folder or name on the hub.
        out: a folder that takes the model; meanwhile it holds what a continuation needs.
        val: decides which epoch's model is kept and when to stop; without it the last one is.
        options: how.
        family: the form of the prompts, noted beside the model for those who generate with it.
        device: `cpu` or `cuda`; None for CUDA where there is one.
        on_progress: called after every step.
        log: gets the losses as they come.
        note: gets a line when memory was short.

    Returns:
        `out`, which `load_model` and `--generator` take.

    Raises:
        UsageError: if there is no such model, `out` holds another run, or there is nothing to learn from.
        TrainingError: if the loss is no number, or memory does not do for half a pass either.
    """
    options = options or FineTuningOptions()
    learns_to_judge = any(example.rivals for example in (*train, *val))
    loaded = _start_model(model, train, options, device, learns_to_judge=learns_to_judge)
    run = _FineTuning(loaded, model, train, val, out, options, on_progress=on_progress, log=log, note=note)
    run.run()
    if family is not None and run.is_first:
        write_card(out, family)
    return out


def _start_model(
    name: str, train: Sequence[Example], options: FineTuningOptions, device: str | None, *, learns_to_judge: bool
) -> LoadedModel:
    where = find_device(device)
    if name in PRESETS:
        texts = (text for example in train for text in (example.prompt, example.completion))
        loaded = new_model(PRESETS[name], texts, seed=options.seed, device=where)
    else:
        loaded = load_model(name, device=str(where), dtype=torch.float32, is_merged=False)
    loaded = replace(loaded, judge=_start_judge(loaded) if learns_to_judge else None)
    if options.lora_rank is None:
        return loaded
    from peft import LoraConfig, PeftModel, get_peft_model

    if isinstance(loaded.model, PeftModel):
        raise UsageError(f"{name} is an adapter already; leave the LoRA rank out to train it further")
    config = LoraConfig(
        r=options.lora_rank,
        lora_alpha=2 * options.lora_rank,
        lora_dropout=_LORA_DROPOUT,
        target_modules="all-linear",
        task_type="SEQ_2_SEQ_LM" if loaded.is_seq2seq else "CAUSAL_LM",
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(options.seed)
        adapted: Any = get_peft_model(loaded.model, config)
    return replace(loaded, model=adapted)


def _start_judge(loaded: LoadedModel) -> torch.Tensor:
    """What a model begins to judge with: what it has learnt already, or no opinion at all.

    A model that learns from no rivals has no judge afterwards: what it was to judge by has moved.
    """
    known = loaded.judge if loaded.judge is not None else torch.zeros(loaded.model.config.hidden_size)
    return torch.nn.Parameter(known.to(loaded.device))


class _FineTuning:
    """One run in a folder of its own. In a process group, the first worker writes the folder and all read it."""

    def __init__(
        self,
        loaded: LoadedModel,
        name: str,
        train: Sequence[Example],
        val: Sequence[Example],
        folder: Path,
        options: FineTuningOptions,
        *,
        on_progress: Callable[[FineTuningProgress], None] | None,
        log: Log | None,
        note: Callable[[str], None],
    ) -> None:
        self._loaded = loaded
        self._model: Any = loaded.model
        self._options = options
        self._on_progress = on_progress
        self._log = log
        self._note = note
        self._rank, self._num_workers = _place()
        self._examples = train
        self._train = tokenize(train, loaded, max_tokens=options.max_tokens)
        self._val = tokenize(val, loaded, max_tokens=options.max_tokens)
        if not self._train:
            raise UsageError(
                f"there is nothing to learn from in {len(train)} examples of at most {options.max_tokens} tokens"
            )
        self._loss = Loss(loaded, tokens_per_pass=_TOKENS_PER_PASS[loaded.device.type], in_float32=options.in_float32)
        weights: list[torch.Tensor] = [each for each in self._model.parameters() if each.requires_grad]
        judge = [loaded.judge] if loaded.judge is not None else []
        self._weights = [*weights, *judge]
        self._learning_rate = options.learning_rate or _usual_learning_rate(name, loaded)
        self._optimizer = torch.optim.AdamW(
            [{"params": weights, "pace": 1.0}, {"params": judge, "pace": _JUDGE_PACE}],
            betas=(0.9, 0.98),
            weight_decay=options.weight_decay,
        )
        self._steps_per_epoch = math.ceil(len(self._train) / options.batch_size)
        self._num_steps = options.num_epochs * self._steps_per_epoch
        self._folder = TrainingFolder(folder, run=self._identity())
        self._val_losses: list[float] = []
        self._num_tokens = 0
        self._started = self._last_saved = time.monotonic()

    @property
    def is_first(self) -> bool:
        """Whether this worker writes what all have done."""
        return self._rank == 0

    def run(self) -> None:
        """Train to the end, from wherever the folder says."""
        if self._folder.is_done:
            return
        epoch, step = self._restore()
        while epoch < self._options.num_epochs and not self._is_out_of_patience():
            self._train_epoch(epoch, step)
            epoch, step = epoch + 1, 0
            self._validate()
            self._save(epoch, 0)
        if self.is_first:
            self._folder.finish({"options": asdict(self._options), "val_losses": self._val_losses})

    def _train_epoch(self, epoch: int, first_step: int) -> None:
        train = self._examples_of(epoch)
        order = list(range(len(train)))
        random.Random(f"{self._options.seed} {epoch}").shuffle(order)
        size = self._options.batch_size
        for step in range(first_step, self._steps_per_epoch):
            number = epoch * self._steps_per_epoch + step
            loss = self._step([train[place] for place in order[step * size : (step + 1) * size]], number)
            if self._log is not None:
                self._log.add_scalar("loss", loss, number)
            if self._on_progress is not None:
                seconds = time.monotonic() - self._started
                done = (epoch, number + 1, self._num_steps, loss, self._num_tokens, seconds, tuple(self._val_losses))
                self._on_progress(FineTuningProgress(*done))
            if time.monotonic() - self._last_saved > _SECONDS_BETWEEN_CHECKPOINTS:
                self._save(epoch, step + 1)

    def _examples_of(self, epoch: int) -> list[Tokens]:
        """Those of an epoch: all, some of them with other names, and of many rivals some."""
        chance = random.Random(f"{self._options.seed} {epoch} names")
        examples = [self._varied(each, chance) for each in self._examples]
        if all(map(operator.is_, examples, self._examples)):
            return self._train
        found = tokenize(examples, self._loaded, max_tokens=self._options.max_tokens)
        assert len(found) == len(self._train)
        return found

    def _varied(self, example: Example, chance: random.Random) -> Example:
        # A tactic that fits only just might not with longer names.
        is_short = len(example.completion) < self._options.max_tokens // 4
        if chance.random() < self._options.renamed_share and is_short:
            example = renamed(example, chance)
        if len(example.rivals) > _NUM_RIVALS:
            example = replace(example, rivals=tuple(chance.sample(example.rivals, _NUM_RIVALS)))
        return example

    def _step(self, batch: Sequence[Tokens], number: int) -> float:
        """One step of the optimizer; the batch's loss, in nats a token."""
        torch.manual_seed(self._options.seed * 1_000_003 + number)  # for what drops out
        self._model.train()
        mass = sum(example.mass for example in batch)
        total = self._with_memory(lambda: self._gradients(batch, mass))
        length = torch.nn.utils.clip_grad_norm_(self._weights, self._options.max_gradient)
        if not (math.isfinite(total) and bool(torch.isfinite(length))):
            raise self._diverged(number)
        for group in self._optimizer.param_groups:
            group["lr"] = group["pace"] * self._rate_at(number)
        self._optimizer.step()
        self._num_tokens += sum(map(len, batch))
        return total

    def _gradients(self, batch: Sequence[Tokens], mass: float) -> float:
        """Compute the gradients of the batch's loss, this worker's part of it, and put those of all together."""
        self._optimizer.zero_grad()
        total = torch.zeros((), device=self._loaded.device)
        for examples in self._loss.passes(batch[self._rank :: self._num_workers]):
            loss = self._loss.of_pass(examples) / mass
            loss.backward()  # type: ignore[no-untyped-call]
            total += loss.detach()
        if self._num_workers > 1:
            gradients = [_gradient(weights) for weights in self._weights]
            summed = torch.cat([total.reshape(1), *(gradient.flatten() for gradient in gradients)])
            distributed.all_reduce(summed)
            total, *parts = torch.split(summed, [1, *(gradient.numel() for gradient in gradients)])
            for weights, part in zip(self._weights, parts, strict=True):
                weights.grad = part.view_as(weights)
        return float(total)

    def _validate(self) -> None:
        """Measure the model, and keep it if it is the best so far."""
        if self._val:
            self._model.eval()
            with torch.inference_mode():
                passes = self._loss.passes(self._val[self._rank :: self._num_workers])
                total = torch.tensor(sum(float(self._loss.of_pass(examples)) for examples in passes))
            if self._num_workers > 1:
                total = total.to(self._loaded.device)
                distributed.all_reduce(total)
            self._val_losses.append(float(total) / sum(example.mass for example in self._val))
            if self._log is not None:
                self._log.add_scalar("val loss", self._val_losses[-1], len(self._val_losses) * self._steps_per_epoch)
        if self.is_first and (not self._val or self._val_losses[-1] == min(self._val_losses)):
            self._folder.keep(self._loaded)

    def _is_out_of_patience(self) -> bool:
        if not self._val_losses:
            return False
        best = self._val_losses.index(min(self._val_losses))
        return len(self._val_losses) - 1 - best >= self._options.patience

    def _with_memory(self, work: Callable[[], float]) -> float:
        """Do it; where memory is short, once more with passes of half the size, and so from then on."""
        try:
            return work()
        except torch.OutOfMemoryError:
            self._loss.tokens_per_pass //= 2
            self._note(
                f"{self._loaded.device} is short of memory: {self._loss.tokens_per_pass} tokens a pass from now on"
            )
            torch.cuda.empty_cache()
        try:
            return work()
        except torch.OutOfMemoryError:
            raise TrainingError(
                f"{self._loaded.device} has not enough memory; train an adapter (--lora 16), or shorter examples"
                f" (--max-tokens {self._options.max_tokens // 2})"
            ) from None

    def _rate_at(self, step: int) -> float:
        rising = min(1.0, (step + 1) / self._options.num_warmup_steps)
        falling = 0.5 * (1 + math.cos(math.pi * step / self._num_steps))
        return self._learning_rate * rising * (0.1 + 0.9 * falling)

    def _diverged(self, number: int) -> TrainingError:
        """The error for a loss that is no number; the last good weights are kept."""
        if self.is_first and not self._folder.best.is_dir():
            self._restore()
            self._folder.keep(self._loaded)
        return TrainingError(
            f"the loss at step {number + 1} is not a number; the last good model is in {self._folder.best}: go on from"
            f" it, or begin anew, with a learning rate below {self._learning_rate:g} and another --out"
        )

    def _save(self, epoch: int, step: int) -> None:
        self._last_saved = time.monotonic()
        if self.is_first:
            self._folder.save(
                {
                    "epoch": epoch,
                    "step": step,
                    "val_losses": self._val_losses,
                    "weights": [weights.detach() for weights in self._weights],
                    "optimizer": self._optimizer.state_dict(),
                }
            )

    def _restore(self) -> tuple[int, int]:
        """The epoch and the step in it to go on with."""
        state = self._folder.restore(self._loaded.device)
        if state is None:
            return 0, 0
        with torch.no_grad():
            for weights, saved in zip(self._weights, state["weights"], strict=True):
                weights.copy_(saved)
        self._optimizer.load_state_dict(state["optimizer"])
        self._val_losses = state["val_losses"]
        return state["epoch"], state["step"]

    def _identity(self) -> str:
        """Two runs with the same identity end in the same weights."""
        found = hashlib.sha256(json.dumps(asdict(self._options), sort_keys=True).encode())
        for weights in self._weights:
            found.update(repr((tuple(weights.shape), float(weights.detach().double().sum()))).encode())
        for example in (*self._train, *self._val):
            found.update(repr(astuple(example)).encode())
        return found.hexdigest()


def _place() -> tuple[int, int]:
    """The number of this worker, and how many there are."""
    if distributed.is_available() and distributed.is_initialized():
        return distributed.get_rank(), distributed.get_world_size()
    return 0, 1


def _gradient(weights: torch.Tensor) -> torch.Tensor:
    """Its gradient, which is nothing where no example of this worker's has to do with it."""
    return weights.grad if weights.grad is not None else torch.zeros_like(weights)


def _usual_learning_rate(name: str, loaded: LoadedModel) -> float:
    if name in PRESETS:
        return 1e-3
    is_light = hasattr(loaded.model, "peft_config") or loaded.model.num_parameters() <= _MAX_LIGHT
    return 2e-4 if is_light else 2e-5
