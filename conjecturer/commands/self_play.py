"""`conjecture self-play`: rounds in which the prover and the conjecturer teach each other; the same command goes on."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from rich.console import Console

from conjecturer.ground import open_ground
from conjecturer.proving import ProvingOptions, pools
from conjecturer.run_records import Ablation, RoundRecord, SelfPlayConfiguration
from conjecturer.self_play import SelfPlay
from conjecturer.self_play_report import round_table, write_report
from data.command_line import Parser, positive_count, positive_seconds
from data.repository import corpora
from prover.commands.flags import add_lean_flags
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec
from retrieval.tensorboard import Log, open_log

_EXAMPLES = """\
examples:
  conjecture self-play --out run
  conjecture self-play --repo naturals --repo lists --rounds 5 --preset micro --out run
  conjecture self-play --preset my-model --data corpora --out run      from a model that `prove train` has made
  conjecture self-play --no-conjecturer --out expert-iteration

The same command again goes on where it was; more --rounds add to what is there.
exit status: 0 all rounds are done, 1 it stopped early for want of conjectures, 2 it could not be run
"""


def run(words: Sequence[str]) -> int:
    """Run `conjecture self-play` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    console = Console(stderr=True)
    names = tuple(flags.repo or corpora())
    with console.status("reading") as status, open_log(flags.tensorboard) as log:
        grounds = [open_ground(name, requested=flags.lean, cache=flags.cache, progress=status.update) for name in names]
        configuration = _configuration(flags, tuple(ground.name for ground in grounds), lean=grounds[0].key)
        options = ProvingOptions(
            num_attempts=flags.attempts,
            num_checks=flags.checks,
            seconds=flags.seconds,
            seed=flags.seed,
            family=configuration.family,
            lean=flags.lean,
        )
        with pools(ray_address=flags.ray_address, num_workers=flags.workers) as make_pool:
            play = SelfPlay(
                flags.out,
                configuration=configuration,
                grounds=grounds,
                options=options,
                make_pool=make_pool,
                note=status.update,
            )
            for record in play.run():
                _note(log, record)
                write_report(flags.out, configuration, play.rounds)
                if record.solved_at_start is not None:
                    console.print(f"before: {record.solved_at_start} of {record.num_held_out} held out solved")
                solved = f"{record.held_out_solved} of {record.num_held_out} held out solved"
                console.print(f"round {record.number}: {solved}")
    rounds = play.rounds
    if flags.json:
        sys.stdout.write(json.dumps([record.model_dump() for record in rounds], ensure_ascii=False) + "\n")
    else:
        Console().print(round_table(rounds))
        console.print(f"report: {flags.out / 'report.html'}", soft_wrap=True)
    return 1 if any(record.note.startswith("stopped") for record in rounds) else 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="conjecture self-play",
        description="Rounds of conjecturing, proving, selecting and training, measured on held-out theorems.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--repo", action="append", metavar="REPO", help="a bundled corpus (default all), a path, ...")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the run's folder")
    count, seconds = positive_count, positive_seconds
    size = parser.add_argument_group("how much")
    size.add_argument("--rounds", type=count, default=5, metavar="N", help="rounds (default 5)")
    size.add_argument("--conjectures", type=count, default=48, metavar="N", help="attempted a round (default 48)")
    size.add_argument("--targets", type=count, default=48, metavar="N", help="theorems attempted a round (default 48)")
    size.add_argument("--attempts", type=count, default=4, metavar="N", help="attempts at each (default 4)")
    size.add_argument("--checks", type=count, default=200, metavar="N", help="Lean checks an attempt (default 200)")
    size.add_argument("--seconds", type=seconds, default=30.0, metavar="S", help="time for an attempt (default 30)")
    size.add_argument("--held-out", type=count, default=48, metavar="N", help="theorems measured on (default 48)")
    size.add_argument(
        "--held-out-checks", type=count, default=32, metavar="N", help="checks for each of these (default 32)"
    )
    known = "theorems of each repository that it may learn from, as if there were no more (default all)"
    size.add_argument("--learn-from", type=count, metavar="N", help=known)
    how = parser.add_argument_group("how")
    how.add_argument(
        "--generator",
        type=GeneratorSpec.parse,
        default=SYMBOLIC_ALONE,
        metavar="WHO",
        help="who proposes tactics beside the model (default symbolic)",
    )
    how.add_argument(
        "--preset",
        type=_preset,
        default="micro",
        metavar="SIZE",
        help="of the models: nano, micro (default), small; a folder with a model that both begin with; none for none",
    )
    how.add_argument(
        "--data",
        type=Path,
        metavar="DATA",
        help="a data set of human proofs: what it keeps from training is held out, the rest is replayed",
    )
    steps = "steps of training a round (default 200); ten times as many where a new model learns human proofs first"
    how.add_argument("--steps", type=count, default=200, metavar="N", help=steps)
    how.add_argument("--batch-size", type=count, default=32, metavar="N", help="examples a step (default 32)")
    dial = "curriculum: 0 learns from all conjectures, 1 from barely provable ones (default 0.5)"
    how.add_argument("--dial", type=float, default=0.5, metavar="D", help=dial)
    how.add_argument("--seed", type=int, default=0, metavar="K", help="of every random choice (default 0)")
    ablations = parser.add_argument_group("what is left out, one of").add_mutually_exclusive_group()
    for name in get_args(Ablation)[1:]:
        ablations.add_argument(f"--{name}", dest="ablation", action="store_const", const=name, default="none")
    where = parser.add_argument_group("where")
    where.add_argument("--workers", type=count, default=1, metavar="N", help="Leans side by side; more than 1 need Ray")
    where.add_argument("--ray-address", metavar="ADDRESS", help="a Ray cluster")
    where.add_argument("--tensorboard", type=Path, metavar="DIR", help="note every round's figures there")
    where.add_argument("--json", action="store_true", help="the rounds as JSON")
    add_lean_flags(parser)
    return parser


def _preset(text: str) -> str:
    """A folder by its full path: every round has a folder of its own."""
    return str(Path(text).resolve()) if Path(text).is_dir() else text


def _configuration(flags: argparse.Namespace, names: tuple[str, ...], *, lean: str) -> SelfPlayConfiguration:
    return SelfPlayConfiguration(
        repositories=names,
        num_rounds=flags.rounds,
        seed=flags.seed,
        num_conjectures=flags.conjectures,
        num_targets=flags.targets,
        num_attempts=flags.attempts,
        num_checks=flags.checks,
        seconds=flags.seconds,
        generator=flags.generator.text,
        preset=flags.preset,
        num_steps=flags.steps,
        batch_size=flags.batch_size,
        num_held_out=flags.held_out,
        data=str(flags.data.resolve()) if flags.data is not None else "",
        held_out_checks=flags.held_out_checks,
        dial=flags.dial,
        ablation=flags.ablation,
        lean=lean,
        learn_from=flags.learn_from,
    )


def _note(log: Log | None, record: RoundRecord) -> None:
    if log is None:
        return
    log.add_scalar("held-out solved", record.held_out_solved, record.number)
    log.add_scalar("conjectures proved", record.num_proved, record.number)
    log.add_scalar("conjectures barely provable", record.num_barely, record.number)
    log.add_scalar("diversity", record.diversity, record.number)
    for stage, seconds in record.seconds.items():
        log.add_scalar(f"seconds/{stage}", seconds, record.number)
