"""`retrieve train`: an encoder that knows which premises a goal needs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from data.command_line import positive_count
from retrieval.choice import load_encoder
from retrieval.commands.flags import add_dataset_argument, add_device_flag, add_strategy_flag, make_parser, working
from retrieval.examples import Dataset
from retrieval.tensorboard import open_log
from retrieval.text import serialize

if TYPE_CHECKING:
    from retrieval.encoder import Encoder
    from retrieval.training import TrainingProgress

_EXAMPLES = """\
  retrieve train corpora-data --out my-encoder
  retrieve train mathlib-data --encoder google/byt5-small --learning-rate 1e-4 --loss mse --out mathlib-encoder

Without --encoder a small one is made: minutes on a CPU. A run that was stopped goes on when started again.
"""


def run(words: Sequence[str]) -> int:
    """Run `retrieve train` with these arguments; the exit status."""
    parser = make_parser("retrieve train", "Train an encoder on the proofs of a dataset.", _EXAMPLES)
    add_dataset_argument(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="where the encoder is written")
    parser.add_argument("--encoder", metavar="PATH", help="what to start from: a folder, or a name on the hub")
    add_strategy_flag(parser)
    parser.add_argument("--epochs", type=positive_count, default=8, metavar="N", help="default 8")
    parser.add_argument("--batch", type=positive_count, default=48, metavar="N", help="states a step (default 48)")
    parser.add_argument("--learning-rate", type=float, default=1e-3, metavar="X", help="the highest (default 0.001)")
    parser.add_argument(
        "--loss", choices=("infonce", "mse"), default="infonce", help="default infonce; mse is ReProver's"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="K", help="of all that is left to chance (default 0)")
    parser.add_argument("--tensorboard", type=Path, metavar="DIR", help="note loss and metrics there, for TensorBoard")
    add_device_flag(parser)
    parser.add_argument("--json", action="store_true", help="one JSON line an epoch on standard output")
    flags = parser.parse_args(words)
    with working("reading") as show:
        dataset = Dataset.open(flags.data)
        train = dataset.examples(flags.strategy, "train")
        show("loading torch")
        from retrieval.training import Trainer, TrainingOptions

        encoder = (
            load_encoder(flags.encoder, [], device=flags.device, progress=show)
            if flags.encoder is not None
            else _new_encoder(dataset, [example.state for example in train], seed=flags.seed, device=flags.device)
        )
        options = TrainingOptions(
            strategy=flags.strategy,
            num_epochs=flags.epochs,
            batch_size=flags.batch,
            learning_rate=flags.learning_rate,
            loss=flags.loss,
            seed=flags.seed,
        )
        with open_log(flags.tensorboard) as log:
            trainer = Trainer(
                encoder, dataset, flags.out, options, on_progress=lambda now: show(_progress_line(now)), log=log
            )
            history = trainer.run()
    for epoch, metrics in enumerate(history, start=1):
        if flags.json:
            sys.stdout.write(json.dumps({"epoch": epoch, **asdict(metrics)}) + "\n")
        else:
            sys.stdout.write(f"epoch {epoch}: {metrics}\n")
    if not flags.json:
        sys.stdout.write(f"the best of these, measured on val, is in {flags.out}\n")
    return 0


def _new_encoder(dataset: Dataset, states: Sequence[str], *, seed: int, device: str) -> Encoder:
    from retrieval.small import small_encoder

    texts = [serialize(premise) for premise in dataset.corpus.premises]
    return small_encoder([*texts, *states], seed=seed, device=device)


def _progress_line(progress: TrainingProgress) -> str:
    best = f"; val: {progress.metrics}" if progress.metrics is not None else ""
    return (
        f"epoch {progress.epoch + 1}, step {progress.step:,} of {progress.num_steps:,}: loss {progress.loss:.3f}{best}"
    )
