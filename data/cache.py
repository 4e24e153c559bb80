"""Where everything is kept that can be made or fetched again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_directory(explicit: Path | None) -> Path:
    """Where everything that can be built again is kept: `explicit`, else `leanloop` in the user's cache directory."""
    if explicit is not None:
        return explicit.expanduser().absolute()
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "leanloop"
    root = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG specification says that a relative path is to be ignored.
    return (Path(root) if Path(root).is_absolute() else Path.home() / ".cache") / "leanloop"
