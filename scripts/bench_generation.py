"""How fast tactics are generated, batched and one state at a time: `python scripts/bench_generation.py`.

An untrained model of one of our sizes reads states of the bundled corpora and writes tactics of a fixed length, so that
the work is the same whatever the weights say. On a CUDA device it also prints the share of the memory bandwidth and of
the bf16 rate that this takes; a decoder that reads all weights for each token is bound by the former.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch

from data.repository import corpora, open_repository
from prover.tactics.model import LoadedModel, find_device
from prover.tactics.prompts import FAMILIES
from prover.tactics.transformer import TransformerModel
from prover.training.presets import PRESETS, new_model
from scripts.bench_corpora import proved_theorems

# Bytes per second and bf16 operations per second, dense, as the maker states them.
_PEAKS = {
    r"H200": (4.8e12, 989e12),
    r"H100.*PCIe": (2.0e12, 756e12),
    r"H100": (3.35e12, 989e12),
    r"A100.*80GB": (2.0e12, 312e12),
    r"A100": (1.55e12, 312e12),
    r"L4$": (0.3e12, 121e12),
}


def main() -> None:
    """Measure and print."""
    flags = _flags()
    texts = [name for corpus in corpora() for _, name in proved_theorems(open_repository(corpus))]
    states = [f"n m k : Nat\nh : {name} n m\n⊢ {name} (n + k) (m + k):::" for name in texts[: flags.states]]
    loaded = new_model(PRESETS[flags.preset], states, seed=0, device=find_device(flags.device))
    if loaded.device.type == "cuda":
        torch.nn.Module.to(loaded.model, torch.bfloat16)
    loaded.tokenizer.eos_token = None  # No tactic ends before its length.
    assert loaded.model.generation_config is not None
    loaded.model.generation_config.eos_token_id = None
    model = TransformerModel(loaded, family=FAMILIES["state"], num_tokens=flags.tokens)
    num_parameters = sum(weights.numel() for weights in loaded.model.parameters())
    print(f"{flags.preset}: {num_parameters / 1e6:.1f}M parameters on {_device_name(loaded)}", flush=True)
    num_tokens = flags.states * flags.tactics * flags.tokens

    def measured(batches: list[list[str]]) -> float:
        """The shortest of some runs, in seconds."""
        return min(_seconds(model, batches, num_samples=flags.tactics) for _ in range(flags.repeat))

    measured([states[:1]])  # loads kernels
    together, apart = measured([states]), measured([[state] for state in states])
    size = f"{flags.states} states x {flags.tactics} tactics x {flags.tokens} tokens"
    print(f"{size}, all together: {num_tokens / together:,.0f} tokens/s")
    print(f"one state at a time: {num_tokens / apart:,.0f} tokens/s")
    print(f"ratio: {apart / together:.1f}")
    if loaded.device.type == "cuda":
        _print_shares(loaded, num_parameters, num_tokens, num_steps=flags.tokens, seconds=together)


def _seconds(model: TransformerModel, batches: list[list[str]], *, num_samples: int) -> float:
    start = time.perf_counter()
    for batch in batches:
        model.complete(batch, num_samples=num_samples, seed=0)
    return time.perf_counter() - start


def _print_shares(loaded: LoadedModel, num_parameters: int, num_tokens: int, *, num_steps: int, seconds: float) -> None:
    name = torch.cuda.get_device_name(loaded.device)
    peak = next((peaks for pattern, peaks in _PEAKS.items() if re.search(pattern, name)), None)
    if peak is None:
        print(f"what {name} can do at most is not known here")
        return
    bandwidth, rate = peak
    # Weights alone: what is kept of the prompts comes on top, and is small for short states.
    print(f"of the bandwidth: {2 * num_parameters * num_steps / seconds / bandwidth:.2%}")
    print(f"of the bf16 rate: {2 * num_parameters * num_tokens / seconds / rate:.2%}")


def _device_name(loaded: LoadedModel) -> str:
    if loaded.device.type == "cuda":
        return torch.cuda.get_device_name(loaded.device)
    return f"{torch.get_num_threads()} CPU threads"


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--preset", choices=PRESETS, default="micro")
    parser.add_argument("--device", help="cpu or cuda; CUDA where there is one")
    parser.add_argument("--states", type=int, default=16)
    parser.add_argument("--tactics", type=int, default=8)
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
