"""Elastic weight consolidation: weights that mattered for what was learnt before are held where they were.

The online form (Kirkpatrick et al., 1612.00796; Schwarz et al., 1805.06370): one anchor, the encoder as it was after
the last task, and one importance for each weight, in which older tasks count less and less.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import torch

from data.durable import written_whole

_OLDER_TASKS = 0.9


class Consolidation:
    """A `Penalty`: half of `strength` times the squared distance from the anchor, weighted by importance.

    Args:
        anchor: the weights that are held, by name.
        importance: of each of them, scaled so that their mean is 1.
        strength: how strongly.
    """

    def __init__(
        self, anchor: Mapping[str, torch.Tensor], importance: Mapping[str, torch.Tensor], *, strength: float
    ) -> None:
        self._anchor = anchor
        self._importance = importance
        self._strength = strength

    @cached_property
    def identity(self) -> str:
        """As in `Penalty`."""
        found = hashlib.sha256(str(self._strength).encode())
        for name in sorted(self._anchor):
            for values in (self._anchor[name], self._importance[name]):
                found.update(repr((name, float(values.double().sum()))).encode())
        return found.hexdigest()

    def __call__(self, model: torch.nn.Module) -> torch.Tensor:
        """As in `Penalty`."""
        parts = [
            (self._importance[name] * (weights - self._anchor[name]).square()).sum()
            for name, weights in model.named_parameters()
        ]
        return 0.5 * self._strength * torch.stack(parts).sum()

    def save(self, path: Path) -> None:
        """Write it; the file appears whole or not at all."""
        with written_whole(path) as partial:
            torch.save({"anchor": dict(self._anchor), "importance": dict(self._importance)}, partial)

    @classmethod
    def load(cls, path: Path, *, strength: float, device: torch.device) -> Consolidation:
        """Read what `save` wrote."""
        state = torch.load(path, map_location=device, weights_only=True)
        return cls(state["anchor"], state["importance"], strength=strength)


def consolidated(
    model: torch.nn.Module,
    importance: Mapping[str, torch.Tensor],
    *,
    earlier: Consolidation | None,
    strength: float,
) -> Consolidation:
    """What holds a model that has just learnt a task.

    Args:
        model: as it is after the task.
        importance: of its weights for this task.
        earlier: what held it during the task, None for the first one.
        strength: how strongly it is to be held.
    """
    mean = torch.cat([values.flatten() for values in importance.values()]).mean().clamp_min(1e-30)
    scaled = {name: values / mean for name, values in importance.items()}
    if earlier is not None:
        scaled = {name: _OLDER_TASKS * earlier._importance[name] + values for name, values in scaled.items()}
    anchor = {name: weights.detach().clone() for name, weights in model.named_parameters()}
    return Consolidation(anchor, scaled, strength=strength)
