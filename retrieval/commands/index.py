"""`retrieve index`: the vectors of a dataset's premises, ready for search."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from retrieval.choice import counted, index_folder, load_encoder
from retrieval.commands.flags import (
    add_dataset_argument,
    add_device_flag,
    add_kind_flag,
    indexes_of,
    make_parser,
    working,
)
from retrieval.examples import Dataset
from retrieval.text import serialize

_EXAMPLES = """\
  retrieve index logic-data --encoder my-encoder
  retrieve index mathlib-data --encoder kaiyuy/leandojo-lean4-retriever-byt5-small --kind ivf --out mathlib-index

Run again after a change of the dataset: only premises with a new text are encoded. A run that was stopped goes on.
"""


def run(words: Sequence[str]) -> int:
    """Run `retrieve index` with these arguments; the exit status."""
    parser = make_parser("retrieve index", "Encode a dataset's premises and index their vectors.", _EXAMPLES)
    add_dataset_argument(parser)
    parser.add_argument("--encoder", required=True, metavar="PATH", help="an encoder's folder, or its name on the hub")
    add_kind_flag(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where (default: DATA/indexes, named by the encoder)")
    add_device_flag(parser)
    parser.add_argument("--json", action="store_true", help="one JSON line on standard output")
    flags = parser.parse_args(words)
    with working("reading") as progress:
        from retrieval.index import build_index

        corpus = Dataset.open(flags.data).corpus
        texts = [serialize(premise) for premise in corpus.premises]
        encoder = load_encoder(flags.encoder, texts, device=flags.device, progress=progress)
        folder = flags.out or index_folder(indexes_of(flags.data), encoder, flags.kind)
        num_encoded = 0

        def count(done: int, total: int) -> None:
            nonlocal num_encoded
            num_encoded = total
            counted("encoding premises", progress)(done, total)

        index = build_index(folder, corpus, encoder, kind=flags.kind, progress=count)
    if flags.json:
        record = {"folder": str(folder), "num_premises": len(index), "num_encoded": num_encoded, "kind": flags.kind}
        sys.stdout.write(json.dumps(record) + "\n")
    else:
        sys.stdout.write(f"{len(index):,} premises, {num_encoded:,} of them encoded now, in {folder}\n")
    return 0
