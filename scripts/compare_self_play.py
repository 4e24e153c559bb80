"""Self-play and its ablations at equal Lean checks and equal steps of training: the table for the README.

    python scripts/compare_self_play.py --out runs --seeds 0 1 2 -- --repo naturals --rounds 5 --preset micro

What stands behind `--` goes to every run of `conjecture self-play`. All runs measure on the same held-out theorems, and
the variants of one seed share their round 0, which has no conjectures yet. A comparison that was stopped goes on where
it was. The table has the mean and the standard deviation over the seeds.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conjecturer.cli import main as conjecture
from conjecturer.run_records import Ablation, RoundRecord, read_record


def main() -> int:
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="the folder of all runs")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--variants", nargs="+", choices=get_args(Ablation), default=list(get_args(Ablation)))
    flags = parser.parse_args(words[:cut])
    rest = words[cut + 1 :]
    rows: list[str] = []
    for variant in flags.variants:
        solved = []
        for seed in flags.seeds:
            out = flags.out / f"{variant}-{seed}"
            _begin_with_round_of(flags.out / f"{flags.variants[0]}-{seed}", out)
            ablation = [] if variant == "none" else [f"--{variant}"]
            status = conjecture(["self-play", "--out", str(out), "--seed", str(seed), *ablation, *rest])
            if status == 2:
                return status
            solved.append(_solved(out))
        rows.append(_row(variant, solved))
    num_cells = max(row.count("|") for row in rows) - 2
    head = " | ".join(["before", *(f"round {number}" for number in range(num_cells - 1))])
    print("\n".join([f"| variant | {head} |", "|---" * (num_cells + 1) + "|", *rows]))
    return 0


def _begin_with_round_of(other: Path, out: Path) -> None:
    """Give a new run another one's round 0; a copy that was broken off is made again."""
    if not (other / "round-0" / "round.json").exists() or (out / "round-0" / "round.json").exists():
        return
    shutil.rmtree(out / "round-0", ignore_errors=True)
    shutil.copytree(other / "round-0", out / "round-0", ignore=shutil.ignore_patterns("round.json"))
    for name in ("held-out.json", "round-0/round.json"):
        shutil.copy2(other / name, out / name)


def _solved(out: Path) -> list[int]:
    """The held-out theorems solved: before anything was learnt, and round by round."""
    found: list[int] = []
    number = 0
    while (record := read_record(out / f"round-{number}" / "round.json", RoundRecord)) is not None:
        found += (
            [record.held_out_solved]
            if record.solved_at_start is None
            else [record.solved_at_start, record.held_out_solved]
        )
        number += 1
    return found


def _row(variant: str, solved: Sequence[Sequence[int]]) -> str:
    cells = []
    for figures in zip(*solved, strict=False):
        spread = f" ± {statistics.stdev(figures):.1f}" if len(figures) > 1 else ""
        cells.append(f"{statistics.mean(figures):.1f}{spread}")
    return f"| {'self-play' if variant == 'none' else variant} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
