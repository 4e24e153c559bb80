"""The declarations of the core library, read once for each version of it and of us, and kept in the user's cache.

Reading two thousand lemmas takes most of a second, which a user would feel at the start of every `prove`.
"""

from __future__ import annotations

import hashlib
import pickle
from functools import lru_cache
from pathlib import Path

import data
from data.cache import cache_directory
from data.durable import keep_in_cache
from prover.tactics.declared import Declared, declared

_LIBRARY = Path(data.__file__).parent / "library" / "Init"
# The modules that make Lean run; nobody's theorem is about them.
_MACHINERY = frozenset(
    {
        "Coe",
        "Congruence",
        "Macros",
        "Meta",
        "Monad",
        "Names",
        "Quotation",
        "Syntax",
        "Text",
        "Unexpanders",
        "Omega",
        "Grind",
    }
)
_READERS = ("declared.py", "structures.py", "rules.py", "term_parser.py", "terms.py", "matching.py")


@lru_cache(maxsize=4)
def library_declarations(directory: Path | None = None, *, cache: Path | None = None) -> tuple[Declared, ...]:
    """What each module of the core library declares.

    Args:
        directory: the folder of its sources; None for the embedded engine's own.
        cache: where to keep what was read; None for the user's cache directory.
    """
    root = directory or _LIBRARY
    texts = {
        path: path.read_bytes()
        for path in sorted(root.rglob("*.lean"))
        if not _MACHINERY.intersection(path.relative_to(root).with_suffix("").parts)
    }
    readers = [Path(__file__).with_name(name).read_bytes() for name in _READERS]
    key = hashlib.sha256(b"\0".join([*readers, *texts.values()])).hexdigest()[:32]
    kept = cache_directory(cache) / "premises" / f"{key}.pickle"
    found = _kept(kept)
    if found is None:
        found = tuple(declared(text.decode("utf-8", errors="replace")) for text in texts.values())
        keep_in_cache(kept, pickle.dumps(found, protocol=5))
    return found


def _kept(file: Path) -> tuple[Declared, ...] | None:
    """What was read before; None if nothing was, or the file is damaged."""
    try:
        content: tuple[Declared, ...] = pickle.loads(file.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return None
    return content
