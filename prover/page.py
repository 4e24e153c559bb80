"""Self-contained HTML pages: any browser opens them, without a network, for as long as there are browsers.

A record stands in the page as JSON, and the page's own script draws everything from it. Texts of Lean's are data only:
nothing that a tactic, a state or a message holds is ever read as HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

# HTML ends a script at `</script`, and `<!--` changes how it reads one; JSON may write any character as an escape.
_JSON_IN_HTML = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})

_BASE = ("prover", "base_page")


def write_page(
    path: Path,
    *,
    folder: str,
    title: str,
    record: str,
    scripts: Sequence[str] = ("page.js",),
    package: str = "prover",
) -> None:
    """Write a page.

    Args:
        path: where to.
        folder: the folder, in the package, that holds `body.html`, `page.css` and the scripts.
        title: the page's title.
        record: the JSON that it draws.
        scripts: the scripts' names; later ones use what earlier ones define, and all use the base page's.
        package: whose folder it is.

    Raises:
        OSError: if `path` cannot be written.
    """
    parts = {
        "title": html.escape(title),
        "style": _file(*_BASE, "page.css") + _file(package, folder, "page.css"),
        "script": "\n".join([_file(*_BASE, "page.js"), *(_file(package, folder, name) for name in scripts)]),
        "record": record.translate(_JSON_IN_HTML),
    }
    # In one pass, so that a theorem that holds `{{record}}` stays a theorem.
    frame = _file(*_BASE, "page.html").replace("{{body}}", _file(package, folder, "body.html"))
    page = re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], frame)
    path.write_text(page, encoding="utf-8")


def _file(package: str, folder: str, name: str) -> str:
    return resources.files(package).joinpath(folder, name).read_text(encoding="utf-8")
