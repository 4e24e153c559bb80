"""A page of ours in a headless Chromium: ask it a question in JavaScript, as a user's hands and eyes would."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

_FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def ask_page(page: Path, question: str, *, fragment: str = "") -> Any:
    """The answer that a JavaScript function with this body gives on the page; the test is skipped without Chromium.

    The page is opened from its file, without a network.
    """
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    script = f"<script>document.body.dataset.answer = JSON.stringify((() => {{ {question} }})())</script>"
    with tempfile.TemporaryDirectory() as profile:
        asking = page.with_name(f"asking-{page.name}")
        asking.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{script}</body>"), encoding="utf-8")
        command = [chromium, *_FLAGS, f"--user-data-dir={profile}", "--dump-dom", asking.as_uri() + fragment]
        document = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    error = re.search(r'data-error="([^"]*)"', document)
    assert error is None, error
    found = re.search(r'data-answer="([^"]*)"', document)
    assert found is not None, "the question had no answer"
    return json.loads(html.unescape(found[1]))
