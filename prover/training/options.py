"""How a model is fine-tuned, and how far it is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from data.errors import UsageError

RENAMED_SHARE = 0.5
"""What `renamed_share` is for our own small models, which have to learn to copy names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FineTuningOptions:
    """How a model is fine-tuned.

    Attributes:
        num_epochs: times that every example is seen, at most.
        batch_size: examples a step, those of all workers together.
        learning_rate: the highest; it rises for `num_warmup_steps` and then falls to a tenth along a cosine. None for
            1e-3 for a model from nothing, 2e-4 for an adapter or a model of at most 100 million weights, 2e-5 else.
        num_warmup_steps: steps until the learning rate is at its highest.
        weight_decay: of AdamW.
        max_gradient: longer gradients are shortened to this norm.
        max_tokens: of prompt and completion together.
        renamed_share: of the examples that get other names for their variables, anew in every epoch.
        lora_rank: of a LoRA adapter for all linear layers; None to train all weights.
        in_float32: compute in float32 even where the hardware multiplies bfloat16 faster.
        patience: the run ends after so many epochs without a lower loss on validation.
        seed: of everything that is left to chance.

    Raises:
        UsageError: if a value makes no sense.
    """

    num_epochs: int = 6
    batch_size: int = 32
    learning_rate: float | None = None
    num_warmup_steps: int = 50
    weight_decay: float = 0.01
    max_gradient: float = 1.0
    max_tokens: int = 1024
    renamed_share: float = 0.0
    lora_rank: int | None = None
    in_float32: bool = False
    patience: int = 2
    seed: int = 0

    def __post_init__(self) -> None:
        for name in ("num_epochs", "batch_size", "num_warmup_steps", "max_tokens", "patience"):
            if getattr(self, name) < 1:
                raise UsageError(f"{name} must be at least 1, got {getattr(self, name)}")
        if not 0 <= self.renamed_share <= 1:
            raise UsageError(f"renamed_share must lie between 0 and 1, got {self.renamed_share}")
        if self.learning_rate is not None and not 0 < self.learning_rate < math.inf:
            raise UsageError(f"learning_rate must be positive, got {self.learning_rate}")
        if self.lora_rank is not None and self.lora_rank < 1:
            raise UsageError(f"lora_rank must be at least 1, got {self.lora_rank}")


JUDGE_OPTIONS = FineTuningOptions(num_epochs=5, batch_size=8, max_tokens=512)
"""For a model that learns to judge and nothing else: searches are few, and each of their choices says much."""


@dataclass(frozen=True, slots=True)
class FineTuningProgress:
    """How far a run is.

    Attributes:
        epoch: the current one, from 0.
        step: steps done, those of earlier epochs and of a run that was stopped included.
        num_steps: of all epochs.
        loss: the last step's, in nats a token.
        num_tokens: seen by this process, prompts included.
        seconds: since this process began to train.
        val_losses: in nats a token, one figure for every epoch done.
    """

    epoch: int
    step: int
    num_steps: int
    loss: float
    num_tokens: int
    seconds: float
    val_losses: tuple[float, ...]
