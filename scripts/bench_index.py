"""How long one query over 200,000 premises takes, FAISS beside ReProver's way: `python scripts/bench_index.py`.

ReProver multiplies the state's vector with the matrix of all premises, sorts all of them, and walks down the order in
Python until enough accessible premises are found (`Corpus.get_nearest_premises` of its code, arXiv 2306.15626). Beside
it stands the bare product with only the best 100 selected, which is the least that torch can do. Vectors are synthetic,
but clustered as premises are: areas, files in areas, premises in files, with a spectrum that falls as encoders' do.
All ways are timed by turns in one run, and recall is that of the exact best 100.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import retrieval  # isort: skip  # before torch, whose threads it tells how to wait

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from retrieval.encoder import Vectors
from retrieval.index import Kind, PremiseIndex
from retrieval.retriever import Mask, Retrieved

_PREMISES_PER_FILE, _FILES_PER_AREA = 40, 50
_COUNT = 100
_SHARE_ACCESSIBLE = 0.5


def main() -> None:
    """Build, time and print."""
    flags = _flags()
    assert retrieval.__doc__
    premises, queries = _synthetic(flags.premises, flags.dimension, flags.queries, seed=flags.seed)
    # Whole files are accessible or not, as it is with imports.
    files = np.random.default_rng(flags.seed).random(flags.premises // _PREMISES_PER_FILE + 1) < _SHARE_ACCESSIBLE
    mask = np.repeat(files, _PREMISES_PER_FILE)[: flags.premises]
    ways: dict[str, Callable[[Vectors, Mask | None], list[int]]] = {
        "torch: product, sort, walk (ReProver)": _reprover(premises),
        "torch: product, best 100": _product(premises),
    }
    build_seconds: dict[str, float] = {}
    for kind in get_args(Kind):
        start = time.monotonic()
        ways[f"FAISS {kind}"] = _faiss(PremiseIndex(kind, premises, np.arange(len(premises))))
        build_seconds[f"FAISS {kind}"] = time.monotonic() - start
    rows = _measure(ways, queries, mask)
    base = rows["torch: product, best 100"]["all_ms"]
    for name, row in rows.items():
        row["times_as_fast"] = base / row["all_ms"]
        row["filter_costs"] = row["accessible_ms"] / row["all_ms"] - 1
        row["build_seconds"] = build_seconds.get(name, 0.0)
    if flags.json:
        for name, row in rows.items():
            print(json.dumps({"way": name, **{key: round(value, 4) for key, value in row.items()}}))
        return
    Console(width=120).print(_table(rows))


def _flags() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time one query over many premises, FAISS beside plain torch.")
    parser.add_argument("--premises", type=int, default=200_000, help="how many (default 200000)")
    parser.add_argument("--dimension", type=int, default=1472, help="of the vectors (default 1472, ByT5-small's)")
    parser.add_argument("--queries", type=int, default=40, help="single queries timed each way (default 40)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one JSON line a way instead of the table")
    return parser.parse_args()


def _synthetic(num_premises: int, dimension: int, num_queries: int, *, seed: int) -> tuple[Vectors, Vectors]:
    """Premises in files in areas, and queries near to some of the premises; all of unit length."""
    chance = np.random.default_rng(seed)
    spectrum = ((1 + np.arange(dimension)) ** -0.5).astype(np.float32)

    def drawn(count: int) -> Vectors:
        return chance.standard_normal((count, dimension), dtype=np.float32) * spectrum

    num_files = num_premises // _PREMISES_PER_FILE + 1
    areas = drawn(num_files // _FILES_PER_AREA + 1)
    files = 0.8 * drawn(num_files) + areas[chance.integers(len(areas), size=num_files)]
    premises = np.repeat(files, _PREMISES_PER_FILE, axis=0)[:num_premises] + drawn(1)
    for first in range(0, num_premises, 20_000):
        premises[first : first + 20_000] += 0.8 * drawn(min(20_000, num_premises - first))
    premises /= np.linalg.norm(premises, axis=1, keepdims=True)
    noise = drawn(num_queries) * (0.6 / np.linalg.norm(spectrum))
    queries = premises[chance.integers(num_premises, size=num_queries)] + noise
    return premises, queries / np.linalg.norm(queries, axis=1, keepdims=True)


def _reprover(premises: Vectors) -> Callable[[Vectors, Mask | None], list[int]]:
    """Every premise is known by its file and name, and accessible is what is in a set of these."""
    matrix = torch.from_numpy(premises)
    names = [(f"File{number // _PREMISES_PER_FILE}.lean", f"premise{number}") for number in range(len(premises))]
    sets: dict[int, set[tuple[str, str]]] = {}

    def search(query: Vectors, mask: Mask | None) -> list[int]:
        order = (torch.from_numpy(query) @ matrix.T).argsort(dim=1, descending=True)[0].tolist()
        if id(mask) not in sets:  # made beforehand, though ReProver makes it for every query
            chosen = np.arange(len(names)) if mask is None else np.flatnonzero(mask)
            sets[id(mask)] = {names[number] for number in chosen}
        found: list[int] = []
        for number in order:
            if names[number] in sets[id(mask)]:
                found.append(number)
                if len(found) == _COUNT:
                    break
        return found

    return search


def _product(premises: Vectors) -> Callable[[Vectors, Mask | None], list[int]]:
    matrix = torch.from_numpy(premises)

    def search(query: Vectors, mask: Mask | None) -> list[int]:
        scores = torch.from_numpy(query) @ matrix.T
        if mask is not None:
            scores[:, torch.from_numpy(~mask)] = -2.0
        numbers: list[int] = scores.topk(_COUNT, dim=1).indices[0].tolist()
        return numbers

    return search


def _faiss(index: PremiseIndex) -> Callable[[Vectors, Mask | None], list[int]]:
    def search(query: Vectors, mask: Mask | None) -> list[int]:
        found: list[list[Retrieved]] = index.search(
            query, num_premises=_COUNT, accessible=[mask] if mask is not None else None
        )
        return [premise.number for premise in found[0]]

    return search


def _measure(
    ways: dict[str, Callable[[Vectors, Mask | None], list[int]]], queries: Vectors, mask: NDArray[np.bool_]
) -> dict[str, dict[str, float]]:
    """Median milliseconds and mean recall of every way, over all premises and over the accessible ones."""
    seconds: dict[tuple[str, bool], list[float]] = {(name, part): [] for name in ways for part in (False, True)}
    recalls: dict[tuple[str, bool], list[float]] = {key: [] for key in seconds}
    for number in range(len(queries)):
        query = queries[number : number + 1]
        for part in (False, True):
            exact = set(ways["torch: product, best 100"](query, mask if part else None))
            for name, search in ways.items():
                start = time.perf_counter()
                found = search(query, mask if part else None)
                seconds[name, part].append(time.perf_counter() - start)
                recalls[name, part].append(len(exact & set(found)) / _COUNT)
    return {
        name: {
            "all_ms": 1000 * statistics.median(seconds[name, False]),
            "accessible_ms": 1000 * statistics.median(seconds[name, True]),
            "recall": statistics.mean(recalls[name, False]),
            "accessible_recall": statistics.mean(recalls[name, True]),
        }
        for name in ways
    }


def _table(rows: dict[str, dict[str, float]]) -> Table:
    table = Table(box=None, padding=(0, 1))
    table.add_column("one query")
    headings: Sequence[str] = ("ms", "times as fast", "recall", "filtered: ms", "recall", "filter costs", "built in s")
    for heading in headings:
        table.add_column(heading, justify="right")
    for name, row in rows.items():
        table.add_row(
            name,
            f"{row['all_ms']:.2f}",
            f"{row['times_as_fast']:.1f}",
            f"{row['recall']:.4f}",
            f"{row['accessible_ms']:.2f}",
            f"{row['accessible_recall']:.4f}",
            f"{row['filter_costs']:+.0%}",
            f"{row['build_seconds']:.0f}",
        )
    return table


if __name__ == "__main__":
    main()
