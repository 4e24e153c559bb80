"""`prove train`: a model that proposes tactics, trained on human proofs and on proofs found."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from data.command_line import Parser, positive_count
from data.dataset import Strategy
from data.errors import UsageError
from prover.console import Reporter
from prover.tactics.prompts import FAMILIES, Family, family_of
from prover.tactics.specification import JUDGE_STRENGTH
from prover.training.options import JUDGE_OPTIONS, RENAMED_SHARE, FineTuningOptions, FineTuningProgress
from retrieval.tensorboard import open_log

if TYPE_CHECKING:
    from prover.search.record import TreeRecord

_OWN_FAMILY = "state"
_PRESETS = ("nano", "micro", "small")
_EXAMPLES = """\
examples:
  prove train --data logic-data --model micro --out my-model        a model from nothing
  prove train --data run1 --data logic-data --model my-model --out better-model
  prove train --value --data run1 --out value.npz                   then: prove --value value.npz
  prove train --ranker --data run1 --out my.ranker                  then: prove --generator symbolic,ranker=my.ranker
  prove train --judge --data run1 --model my-model --out J          then: prove --generator symbolic+J,judge=0.5
  prove train --data mathlib-data --model kaiyuy/leandojo-lean4-tacgen-byt5-small --lora 16 --out adapter

Started again with the same --out, it goes on where it was stopped, to the same weights.
exit status: 0 trained, 2 it could not be
"""


def run_train(words: Sequence[str]) -> int:
    """Run `prove train` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    reporter = Reporter(as_json=flags.json)
    if flags.value:
        return _train_value(flags, reporter)
    if flags.ranker:
        return _train_ranker(flags, reporter)
    if flags.model is None:
        raise UsageError(f"--model is missing: {', '.join(_PRESETS)} for a new one, or a model of Hugging Face")
    family = _family(flags)
    with reporter.working("loading torch") as show:
        from prover.training.collection import collect
        from prover.training.dataset import is_run
        from prover.training.finetune import fine_tune

        if flags.judge and not any(map(is_run, flags.data)):
            raise _no_run(flags.data[0])
        found = collect(
            flags.data,
            family=family,
            strategy=flags.strategy,
            retriever=flags.retriever,
            only_choices=flags.judge,
            progress=show,
        )
        options = _options(flags)
        common = {"val": found.val, "model": flags.model, "out": flags.out, "options": options, "family": family}
        if flags.num_workers > 1:
            from prover.cluster import connect
            from prover.training.distributed import fine_tune_on_ray

            connect(flags.ray_address, num_workers=flags.num_workers)
            show(f"{flags.num_workers} workers train; checkpoints are in {flags.out / 'training'}")
            fine_tune_on_ray(found.train, **common, num_workers=flags.num_workers)
        else:
            with open_log(flags.tensorboard) as log:
                fine_tune(
                    found.train,
                    **common,
                    device=flags.device,
                    on_progress=lambda progress: show(_progress_line(progress)),
                    log=log,
                    note=reporter.note,
                )
    record = json.loads((flags.out / "training.json").read_text(encoding="utf-8"))
    losses: list[float] = record["val_losses"]
    if flags.json:
        counts = {"num_train": len(found.train), "num_val": len(found.val)}
        sys.stdout.write(json.dumps({"model": str(flags.out), **counts, "val_losses": losses}) + "\n")
        return 0
    for epoch, loss in enumerate(losses, start=1):
        sys.stdout.write(f"epoch {epoch}: {loss:.3f} nats a token on validation\n")
    use = f"prove --generator symbolic+{flags.out}" + (f",samples=0,judge={JUDGE_STRENGTH}" if flags.judge else "")
    sys.stdout.write(f"{flags.out}: trained on {len(found.train):,} tactics; {use}\n")
    return 0


def _options(flags: argparse.Namespace) -> FineTuningOptions:
    usual = JUDGE_OPTIONS if flags.judge else FineTuningOptions()
    return FineTuningOptions(
        num_epochs=flags.epochs or usual.num_epochs,
        batch_size=flags.batch or usual.batch_size,
        learning_rate=flags.learning_rate,
        max_tokens=flags.max_tokens or usual.max_tokens,
        renamed_share=flags.rename,
        lora_rank=flags.lora,
        in_float32=flags.float32,
        patience=flags.patience,
        seed=flags.seed,
    )


def _train_value(flags: argparse.Namespace, reporter: Reporter) -> int:
    from prover.training.value import train_value

    trees = _search_trees(flags.data, reporter)
    with reporter.working(f"training on {len(trees):,} searches"):
        model, report = train_value(trees, seed=flags.seed)
        model.save(flags.out)
    measured = "too few to measure it"
    if report.val_accuracy is not None:
        measured = f"of {report.num_val_pairs:,} pairs in held-out searches {report.val_accuracy:.0%} are ranked right"
    learnt = f"{report.num_states:,} states of {report.num_searches:,} searches"
    return _told(flags, asdict(report), f"trained on {learnt}; {measured}")


def _train_ranker(flags: argparse.Namespace, reporter: Reporter) -> int:
    from prover.training.ranking import train_ranker

    trees = _search_trees(flags.data, reporter)
    with reporter.working(f"training on {len(trees):,} searches"):
        ranker, report = train_ranker(trees, seed=flags.seed)
        ranker.save(flags.out)
    measured = "too few to measure it"
    if report.ranker_rank is not None:
        measured = (
            f"in {report.num_val_choices:,} of held-out theorems the proof's tactic is number "
            f"{report.ranker_rank:.1f} on average, {report.proposer_rank:.1f} without it"
        )
    return _told(flags, asdict(report), f"trained on {report.num_choices:,} choices of a tactic; {measured}")


def _told(flags: argparse.Namespace, figures: dict[str, float | None], words: str) -> int:
    """Say what has been trained, in figures or in words; the exit status."""
    line = json.dumps({"model": str(flags.out), **figures}) if flags.json else f"{flags.out}: {words}"
    sys.stdout.write(line + "\n")
    return 0


def _search_trees(folders: Sequence[Path], reporter: Reporter) -> list[TreeRecord]:
    from prover.training.dataset import is_run, read_trees

    for folder in folders:
        if not is_run(folder):
            raise _no_run(folder)
    with reporter.working("reading search trees"):
        return [tree for folder in folders for tree in read_trees(folder)]


def _no_run(folder: Path) -> UsageError:
    return UsageError(f"{folder} holds no search trees; this learns from runs: prove --out, prove batch")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove train",
        description="Train a model that proposes tactics.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        required=True,
        metavar="DIR",
        help="a data set made by `prove replay`, or a run made by `prove --out`; may be given several times",
    )
    parser.add_argument(
        "--model",
        metavar="NAME",
        help=f"{', '.join(_PRESETS)} for a new model of 1, 5 or 30 million weights, or a model of Hugging Face",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the model is written")
    parser.add_argument(
        "--value", action="store_true", help="train a value model on runs instead: which states lead to a proof"
    )
    parser.add_argument(
        "--ranker",
        action="store_true",
        help="train a ranker on runs instead: which tactics belong to proofs",
    )
    parser.add_argument(
        "--judge",
        action="store_true",
        help="teach the model on runs to judge the symbolic generator's tactics, and nothing else",
    )
    parser.add_argument(
        "--prompt",
        choices=tuple(FAMILIES),
        help=f"the form of the prompts (default: the model's; {_OWN_FAMILY} for a new one)",
    )
    parser.add_argument(
        "--retriever",
        default="bm25",
        metavar="NAME",
        help="who puts premises into prompts that want them (default bm25)",
    )
    parser.add_argument(
        "--strategy",
        choices=get_args(Strategy),
        default="random",
        help="how data sets divide theorems (default random)",
    )
    how = parser.add_argument_group("how")
    how.add_argument("--epochs", type=positive_count, metavar="N", help="at most (default 6; 5 for a judge)")
    how.add_argument("--batch", type=positive_count, metavar="N", help="examples a step (default 32; 8 for a judge)")
    how.add_argument(
        "--learning-rate",
        type=float,
        metavar="X",
        help="the highest (default: 1e-3 new, 2e-4 LoRA or small, 2e-5 else)",
    )
    how.add_argument("--lora", type=positive_count, metavar="RANK", help="train a LoRA adapter of this rank only")
    how.add_argument(
        "--max-tokens",
        type=positive_count,
        metavar="N",
        help="of prompt and tactic (default 1024; 512 for a judge)",
    )
    how.add_argument(
        "--patience", type=positive_count, default=2, metavar="N", help="epochs without gain before it ends (default 2)"
    )
    how.add_argument(
        "--rename",
        type=float,
        default=RENAMED_SHARE,
        metavar="SHARE",
        help=f"of the examples that get other names for their variables in every epoch (default {RENAMED_SHARE})",
    )
    how.add_argument(
        "--float32", action="store_true", help="compute in float32 even where bfloat16 is faster (GPUs, CPUs with AMX)"
    )
    how.add_argument("--seed", type=int, default=0, metavar="K", help="of all that is left to chance (default 0)")
    how.add_argument("--device", metavar="NAME", help="cpu, cuda, ... (default: CUDA if any)")
    how.add_argument(
        "--num-workers", type=positive_count, default=1, metavar="N", help="processes on Ray, one a GPU (default 1)"
    )
    how.add_argument("--ray-address", metavar="ADDRESS", help="a Ray cluster (default: one on this machine)")
    parser.add_argument("--tensorboard", type=Path, metavar="DIR", help="note the losses there, for TensorBoard")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    return parser


def _family(flags: argparse.Namespace) -> Family:
    requested = flags.prompt or (_OWN_FAMILY if flags.model in _PRESETS else None)
    return family_of(flags.model, requested=requested)


def _progress_line(progress: FineTuningProgress) -> str:
    val = f"; val {progress.val_losses[-1]:.3f}" if progress.val_losses else ""
    rate = progress.num_tokens / max(progress.seconds, 1e-9)
    return (
        f"epoch {progress.epoch + 1}, step {progress.step:,} of {progress.num_steps:,}: loss {progress.loss:.3f}{val};"
        f" {rate:,.0f} tokens/s"
    )
