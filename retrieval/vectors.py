"""Vectors of texts, kept on disk: what one encoder made of every text it has seen, and nothing is encoded twice.

One file, a record a text: the text's digest and its vector. Records are only ever added, so that work that is cut off
goes on where it stopped, and a record's place, its row, is a number that an index may rely on.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from data.durable import written_whole
from retrieval.encoder import Encoder, Vectors
from retrieval.errors import IndexMismatchError

Rows = NDArray[np.int64]
Progress = Callable[[int, int], None]
"""Called with how many texts are done, and how many there are to do."""

_DIGEST_BYTES = 16
_TEXTS_PER_WRITE = 2048


class _Header(BaseModel):
    encoder: str
    name: str
    dimension: int


class VectorStore:
    """The vectors of one encoder in a folder of their own.

    Args:
        folder: where they are kept; made if it is not there.
        encoder: whose vectors they are.

    Raises:
        IndexMismatchError: if the folder holds the vectors of another encoder, or something else.
    """

    def __init__(self, folder: Path, encoder: Encoder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._encoder = encoder
        self._path = folder / "vectors.bin"
        self._lock = FileLock(folder / "vectors.lock")
        self._record = np.dtype([("digest", f"V{_DIGEST_BYTES}"), ("vector", np.float32, (encoder.dimension,))])
        header = folder / "encoder.json"
        with self._lock:
            if not header.exists():
                written = _Header(encoder=encoder.fingerprint, name=encoder.name, dimension=encoder.dimension)
                header.write_text(written.model_dump_json(), encoding="utf-8")
                self._path.touch()
            check_encoder(header, encoder)

    @property
    def vectors(self) -> Vectors:
        """One row a text, read from disk as they are needed."""
        records: NDArray[np.void] = self._records()
        vectors: Vectors = records["vector"]
        return vectors

    def rows(self, texts: Sequence[str], *, progress: Progress | None = None) -> Rows:
        """The row of every text; texts that are not there yet are encoded and added. Equal texts have a row each.

        Args:
            texts: what to look up.
            progress: see `Progress`; not called where nothing is to be done.
        """
        digests = [_digest(text) for text in texts]
        with self._lock:
            missing = self._missing(digests)
            for first in range(0, len(missing), _TEXTS_PER_WRITE):
                places = missing[first : first + _TEXTS_PER_WRITE]

                def count(num_done: int, before: int = first) -> None:
                    if progress is not None:
                        progress(before + num_done, len(missing))

                vectors = self._encoder.encode([texts[place] for place in places], progress=count)
                self._append([digests[place] for place in places], vectors)
            free = self._known()
        for rows in free.values():
            rows.reverse()
        return np.array([free[digest].pop() for digest in digests], dtype=np.int64)

    def keep_only(self, rows: Rows) -> None:
        """Drop all other rows; those kept are numbered anew, in the order given."""
        with self._lock:
            kept = self._records()[rows]
            with written_whole(self._path) as partial:
                kept.tofile(partial)

    def _missing(self, digests: Sequence[bytes]) -> list[int]:
        """The places of the texts that have no row yet."""
        num_free = {digest: len(rows) for digest, rows in self._known().items()}
        missing: list[int] = []
        for place, digest in enumerate(digests):
            num_free[digest] = num_free.get(digest, 0) - 1
            if num_free[digest] < 0:
                missing.append(place)
        return missing

    def _known(self) -> dict[bytes, list[int]]:
        """For every digest its rows, ascending."""
        found: dict[bytes, list[int]] = defaultdict(list)
        for row, digest in enumerate(self._records()["digest"].tolist()):
            found[digest].append(row)
        return found

    def _append(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        added = np.empty(len(digests), dtype=self._record)
        added["digest"] = np.frombuffer(b"".join(digests), dtype=f"V{_DIGEST_BYTES}")
        added["vector"] = vectors
        with self._path.open("r+b") as file:
            # A record that was cut off by a crash is overwritten.
            file.truncate(self._num_records() * self._record.itemsize)
            file.seek(0, 2)
            file.write(added.tobytes())

    def _num_records(self) -> int:
        return self._path.stat().st_size // self._record.itemsize

    def _records(self) -> NDArray[np.void]:
        number = self._num_records()
        if not number:
            return np.empty(0, dtype=self._record)
        return np.memmap(self._path, dtype=self._record, mode="r", shape=(number,))


def check_encoder(header: Path, encoder: Encoder) -> None:
    """See that the vectors beside `header` are this encoder's.

    Raises:
        IndexMismatchError: if they are another's, or the header cannot be read.
    """
    try:
        found = _Header.model_validate_json(header.read_bytes())
    except ValidationError:
        raise IndexMismatchError(f"{header} is damaged; remove {header.parent} and make it again") from None
    if found.encoder != encoder.fingerprint:
        raise IndexMismatchError(
            f"{header.parent} was made by another encoder ({found.name}, not {encoder.name} as it is now);"
            " make it again with `retrieve index --out` another folder, or remove it"
        )


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:_DIGEST_BYTES]
