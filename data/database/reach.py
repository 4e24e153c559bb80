"""What a file can reach by its imports: worked out once for every commit, because questions cannot wait for it."""

from __future__ import annotations

import graphlib
import hashlib
import sqlite3
import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_DEFLATE_LEVEL = 1


def update_reach(connection: sqlite3.Connection, imports: Mapping[int, Sequence[int]], *, has_same_graph: bool) -> None:
    """Bring the digests of all imported files, and the sets of imported files, up to date.

    Args:
        connection: in a transaction.
        imports: for every file the files that it imports itself, all by their ids.
        has_same_graph: whether no import has changed, and only digests can have.
    """
    order = list(graphlib.TopologicalSorter(imports).static_order())
    wanted = ",".join(map(str, order))
    rows = connection.execute(f"SELECT id, digest, imports_digest FROM file WHERE id IN ({wanted})")
    content: dict[int, str] = {}
    known: dict[int, str] = {}
    for file_id, own, imported in rows:
        content[file_id], known[file_id] = own, imported
    found: dict[int, str] = {}
    for file_id in order:
        parts = sorted(f"{content[other]} {found[other]}" for other in imports[file_id])
        found[file_id] = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    changed = [(value, file_id) for file_id, value in found.items() if value != known[file_id]]
    connection.executemany("UPDATE file SET imports_digest = ? WHERE id = ?", changed)
    if not has_same_graph:
        _update_closures(connection, imports, order)


def importable(connection: sqlite3.Connection, file_id: int) -> NDArray[np.int64]:
    """The ids, ascending, of all files that a file imports, directly or not."""
    row = connection.execute("SELECT imported FROM reach WHERE file_id = ?", (file_id,)).fetchone()
    bits = np.frombuffer(zlib.decompress(row[0]), dtype=np.uint8)
    return np.flatnonzero(np.unpackbits(bits, bitorder="little"))


def _update_closures(
    connection: sqlite3.Connection, imports: Mapping[int, Sequence[int]], order: Sequence[int]
) -> None:
    closures: dict[int, int] = {}
    for file_id in order:
        closure = 0
        for other in imports[file_id]:
            closure |= closures[other] | 1 << other
        closures[file_id] = closure
    packed = (
        (zlib.compress(closure.to_bytes(closure.bit_length() // 8 + 1, "little"), _DEFLATE_LEVEL), file_id)
        for file_id, closure in closures.items()
    )
    connection.executemany("UPDATE reach SET imported = ?1 WHERE file_id = ?2 AND imported <> ?1", packed)
