"""The picture of a search: one HTML page that any browser opens, without a network, for as long as there are browsers.

The record stands in the page as JSON, and the page's own script draws everything from it. Lean's texts are data only:
nothing that a tactic, a state or a message holds is ever read as HTML.
"""

from __future__ import annotations

import html
import re
from importlib import resources
from pathlib import Path

from prover.search.record import TreeRecord

# Later files use what earlier ones define; `page.js` starts the page.
_SCRIPTS = ("model.js", "overview.js", "outline.js", "finding.js", "details.js", "page.js")

# HTML ends a script at `</script`, and `<!--` changes how it reads one; JSON may write any character as an escape.
_JSON_IN_HTML = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def write_tree_page(tree: TreeRecord, path: Path) -> None:
    """Write the search as one self-contained HTML page.

    `#node=12`, `#find=simp` and `#show=winning` after the page's address open it at a goal, a search, or the proof.

    Raises:
        OSError: if `path` cannot be written.
    """
    parts = {
        "title": html.escape(tree.theorem),
        "style": _page_file("page.css"),
        "script": "\n".join(map(_page_file, _SCRIPTS)),
        "record": tree.model_dump_json().translate(_JSON_IN_HTML),
    }
    # In one pass, so that a theorem that holds `{{record}}` stays a theorem.
    page = re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], _page_file("page.html"))
    path.write_text(page, encoding="utf-8")


def _page_file(name: str) -> str:
    return resources.files("prover").joinpath("tree_page", name).read_text(encoding="utf-8")
