"""The picture of a search: one HTML page with the explored tree, tactics, scores, failures and the winning path."""

from __future__ import annotations

from pathlib import Path

from prover.page import write_page
from prover.search.record import TreeRecord

_SCRIPTS = ("model.js", "overview.js", "outline.js", "finding.js", "details.js", "page.js")


def write_tree_page(tree: TreeRecord, path: Path) -> None:
    """Write the search as one self-contained HTML page.

    `#node=12`, `#find=simp` and `#show=winning` after the page's address open it at a goal, a search, or the proof.

    Raises:
        OSError: if `path` cannot be written.
    """
    write_page(path, folder="tree_page", title=tree.theorem, record=tree.model_dump_json(), scripts=_SCRIPTS)
