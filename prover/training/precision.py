"""In which precision a model is trained: bfloat16 where the hardware multiplies it several times faster.

Weights, optimizer and loss stay in float32. On a CPU whose matrix unit (AMX) takes bfloat16, attention stays in
float32, too: torch's CPU kernel for its gradient is three times slower in bfloat16, which would eat up what the rest
gains.
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import AttentionInterface, PreTrainedModel
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import AttentionMaskInterface, sdpa_mask

# A narrower model gains nothing on a CPU, and the tiniest learn badly.
_MIN_WIDTH = 256
_PLAIN = "sdpa"
_IN_FLOAT32 = "sdpa_in_float32"


def has_fast_bfloat16(device: torch.device, *, width: int) -> bool:
    """Whether the device multiplies a model's matrices, of this width, faster in bfloat16 than in float32."""
    has_amx = device.type == "cpu" and torch.cpu._is_amx_tile_supported()
    return device.type == "cuda" or (has_amx and width >= _MIN_WIDTH)


def keep_attention_in_float32(model: PreTrainedModel, device: torch.device) -> None:
    """See to it that on a CPU a model's attention is not computed in bfloat16."""
    if device.type == "cpu" and model.config._attn_implementation == _PLAIN:
        AttentionInterface.register(_IN_FLOAT32, _attention_in_float32)
        AttentionMaskInterface.register(_IN_FLOAT32, sdpa_mask)
        model.set_attn_implementation(_IN_FLOAT32)


def _attention_in_float32(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    **options: Any,
) -> tuple[torch.Tensor, None]:
    """Torch's attention, whatever precision surrounds it; arguments and results as transformers pass them."""
    options = {name: _in_float32(option) for name, option in options.items()}
    with torch.autocast(query.device.type, enabled=False):
        return sdpa_attention_forward(
            module, query.float(), key.float(), value.float(), _in_float32(attention_mask), **options
        )


def _in_float32(value: Any) -> Any:
    """A tensor of numbers in float32; masks of truth values, and what is no tensor, as they are."""
    return value.float() if isinstance(value, torch.Tensor) and value.is_floating_point() else value
