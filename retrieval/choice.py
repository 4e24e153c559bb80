"""From what a user types to a retriever: `bm25`, `lexical`, `untrained`, an encoder, or several joined by `+`.

What needs torch is imported when it is asked for, so that BM25 works on the light base.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from data.corpus import Corpus
from retrieval.bm25 import BM25
from retrieval.fusion import Fusion
from retrieval.lexical import NameMatcher
from retrieval.retriever import Retriever
from retrieval.text import serialize

if TYPE_CHECKING:
    from retrieval.encoder import Encoder
    from retrieval.index import Kind

Progress = Callable[[str], None]
"""Gets a line on what is being done."""

BASELINES = ("bm25", "lexical", "untrained")


def make_retriever(
    name: str,
    corpus: Corpus,
    *,
    indexes: Path,
    index: Path | None = None,
    device: str = "auto",
    kind: Kind = "exact",
    progress: Progress = lambda _: None,
) -> Retriever:
    """The retriever called `name`, of all the corpus's premises.

    Args:
        name: `bm25`, `lexical`, `untrained`, an encoder's folder or its name on the hub; several joined by `+`.
        corpus: what is retrieved from.
        indexes: the folder under which each encoder's index is kept, brought up to date if need be.
        index: the folder of the encoder's index, if it is made already; it must fit encoder and corpus.
        device: where the encoder runs: `cpu`, `cuda` or `auto`.
        kind: of the index, if it is made.
        progress: gets a line on what is being done.

    Raises:
        EncoderError: if there is no such encoder.
        IndexMismatchError: if `index` was made by another encoder or from another corpus.
    """
    if "+" in name and not Path(name).exists():
        parts = [part for part in name.split("+") if part]
        return Fusion(
            [
                make_retriever(part, corpus, indexes=indexes, index=index, device=device, kind=kind, progress=progress)
                for part in parts
            ]
        )
    texts = [serialize(premise) for premise in corpus.premises]
    if name == "bm25":
        return BM25(texts)
    if name == "lexical":
        return NameMatcher(texts)
    from retrieval.dense import DenseRetriever
    from retrieval.index import build_index, open_index

    encoder = load_encoder(name, texts, device=device, progress=progress)
    if index is not None:
        return DenseRetriever(encoder, open_index(index, corpus, encoder))
    folder = index_folder(indexes, encoder, kind)
    return DenseRetriever(
        encoder, build_index(folder, corpus, encoder, kind=kind, progress=counted("encoding premises", progress))
    )


def load_encoder(name: str, texts: Sequence[str], *, device: str, progress: Progress) -> Encoder:
    """The encoder called `name`; for `untrained` a new small one with the vocabulary of `texts`."""
    progress("loading torch")
    from retrieval.encoder import Encoder

    if name == "untrained":
        from retrieval.small import small_encoder

        return small_encoder(texts, seed=0, device=device)
    progress(f"loading {name}")
    return Encoder.load(name, device=device)


def index_folder(indexes: Path, encoder: Encoder, kind: Kind) -> Path:
    """Where an encoder's index is kept: its content says, not its name, so that no other encoder's is taken for it."""
    return indexes / f"{encoder.fingerprint[:16]}-{kind}"


def counted(what: str, progress: Progress) -> Callable[[int, int], None]:
    """`progress`, called with how many of how many."""
    return lambda done, total: progress(f"{what}: {done:,} of {total:,}")
