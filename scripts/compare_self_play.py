"""Self-play and its ablations at equal Lean checks and equal steps of training: the table for the README.

    python scripts/compare_self_play.py --out runs --seeds 0 1 2 -- --repo naturals --rounds 5 --preset micro

What stands behind `--` goes to every run of `conjecture self-play`. All runs measure on the same held-out theorems, and
the variants of one seed share their round 0, which has no conjectures yet. A comparison that was stopped goes on where
it was. One table has the held-out theorems solved, one the Lean checks spent on each of them, the whole budget on those
that were not solved, one the checks spent on all attempts that could be learnt from, and one the theorems proved by
then, conjectures among them; all have the mean and the standard deviation over the seeds.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conjecturer.cli import main as conjecture
from conjecturer.round_training import WITHOUT_CONJECTURER
from conjecturer.run_records import Ablation, HeldOut, SelfPlayConfiguration, read_record
from prover.evaluation.folder import read_results
from prover.evaluation.records import PassResult

_CAPTIONS = (
    "held-out theorems solved",
    "Lean checks on each of them",
    "Lean checks spent on attempts",
    "theorems proved",
)


def main() -> int:
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="the folder of all runs")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--variants", nargs="+", choices=get_args(Ablation), default=list(get_args(Ablation)))
    flags = parser.parse_args(words[:cut])
    rest = words[cut + 1 :]
    figures: list[dict[str, list[list[float]]]] = [defaultdict(list) for _ in _CAPTIONS]
    # Whose round 0 teaches a conjecturer comes first: the others begin with a copy of it.
    variants = sorted(flags.variants, key=lambda variant: variant in WITHOUT_CONJECTURER)
    for variant in variants:
        for seed in flags.seeds:
            out = flags.out / f"{variant}-{seed}"
            _begin_with_round_of(flags.out / f"{variants[0]}-{seed}", out)
            ablation = [] if variant == "none" else [f"--{variant}"]
            status = conjecture(["self-play", "--out", str(out), "--seed", str(seed), *ablation, *rest])
            if status == 2:
                return status
            run = read_record(out / "run.json", SelfPlayConfiguration)
            assert run is not None, "a run begins with its configuration"
            measured = list(_measurements(out))
            attempts = list(_attempts(out))
            found = (
                [_num_proved(results) for results in measured],
                [_mean_checks(results, budget=run.held_out_checks) for results in measured],
                [float(sum(result.num_checks for _, result in results)) for results in attempts],
                [_num_different(results) for results in attempts],
            )
            for figure, values in zip(figures, found, strict=True):
                figure[variant].append(values)
    for caption, figure in zip(_CAPTIONS, figures, strict=True):
        print("\n".join([f"{caption}:", *_table(figure)]), end="\n\n")
    return 0


def _begin_with_round_of(other: Path, out: Path) -> None:
    """Give a new run another one's round 0; a copy that was broken off is made again."""
    if not (other / "round-0" / "round.json").exists() or (out / "round-0" / "round.json").exists():
        return
    shutil.rmtree(out / "round-0", ignore_errors=True)
    shutil.copytree(other / "round-0", out / "round-0", ignore=shutil.ignore_patterns("round.json"))
    for name in ("held-out.json", "round-0/round.json"):
        shutil.copy2(other / name, out / name)


def _measurements(out: Path) -> Iterator[list[PassResult]]:
    """What came of the held-out theorems: before anything was learnt, and round by round."""
    held_out = read_record(out / "held-out.json", HeldOut)
    assert held_out is not None, "a run begins with what it holds out"
    for number, folder in enumerate(_rounds(out)):
        for prefix in ("held-out-start", "held-out") if number == 0 else ("held-out",):
            yield [result for ground in held_out.measured for result in read_results(folder / f"{prefix}-{ground}")]


def _attempts(out: Path) -> Iterator[list[tuple[str, PassResult]]]:
    """What could be learnt from by then, with the ground: nothing before round 0, and more in every round."""
    known: list[tuple[str, PassResult]] = []
    yield known
    for folder in _rounds(out):
        paths = sorted(folder.glob("proving-*"))
        known = known + [(path.name, result) for path in paths for result in read_results(path)]
        yield known


def _rounds(out: Path) -> Iterator[Path]:
    """The folders of the rounds that are done."""
    number = 0
    while (folder := out / f"round-{number}").joinpath("round.json").exists():
        yield folder
        number += 1


def _num_different(results: Sequence[tuple[str, PassResult]]) -> float:
    """The theorems proved, each counted once."""
    return float(len({(ground, result.name) for ground, result in results if result.outcome == "proved"}))


def _num_proved(results: Sequence[PassResult]) -> float:
    return float(sum(result.outcome == "proved" for result in results))


def _mean_checks(results: Sequence[PassResult], *, budget: int) -> float:
    """What was spent on each; minimising a proof may have taken more checks than the search was given."""
    spent = [min(result.num_checks, budget) if result.outcome == "proved" else budget for result in results]
    return statistics.mean(spent)


def _table(figures: Mapping[str, Sequence[Sequence[float]]]) -> Iterator[str]:
    """One row a variant; the seeds of a variant are cut off where the shortest of its runs ends."""
    num_cells = max(min(map(len, runs)) for runs in figures.values())
    head = " | ".join(["before", *(f"round {number}" for number in range(num_cells - 1))])
    yield f"| variant | {head} |"
    yield "|---" * (num_cells + 1) + "|"
    for variant, runs in figures.items():
        cells = []
        for values in zip(*runs, strict=False):
            spread = f" ± {statistics.stdev(values):.1f}" if len(values) > 1 else ""
            cells.append(f"{statistics.mean(values):.1f}{spread}")
        yield f"| {'self-play' if variant == 'none' else variant} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
