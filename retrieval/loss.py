"""The two losses that an encoder can be trained with.

`mse` is ReProver's (LeanDojo, arXiv 2306.15626, section 5): every cosine is drawn towards 1 or 0. A model that starts
from nothing learns from it first that nearly all answers are 0. `infonce` (van den Oord et al., arXiv 1807.03748) asks
only which premise of the batch fits best, which is what retrieval is measured by; it is the default.
"""

from __future__ import annotations

from typing import Literal

import torch
import torch.nn.functional as functional

Loss = Literal["infonce", "mse"]


def contrastive_loss(
    states: torch.Tensor,
    premises: torch.Tensor,
    positives: torch.Tensor,
    is_used: torch.Tensor,
    *,
    loss: Loss,
    temperature: float,
) -> torch.Tensor:
    """How far the states of a batch are from telling their premises from all others of the batch.

    Args:
        states: vectors of unit length, of shape (states, dimension).
        premises: vectors of unit length, of shape (premises, dimension): positives and negatives of all states.
        positives: for every state the place of the premise that it is trained on.
        is_used: of shape (states, premises): whether the state's tactic uses the premise. One state's negative may be
            another's positive, and a tactic may use several.
        loss: `infonce` or `mse`.
        temperature: by which `infonce` divides cosines.
    """
    cosines = states @ premises.T
    if loss == "mse":
        return functional.mse_loss(cosines, is_used.to(cosines.dtype))
    others = is_used.clone()
    others[torch.arange(len(positives)), positives] = False
    # A premise that is used, too, is neither right nor wrong.
    return functional.cross_entropy((cosines / temperature).masked_fill(others, float("-inf")), positives)
