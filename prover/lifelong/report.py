"""The report of a lifelong run, or of several compared: a page with curves and task matrices, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from data.errors import UsageError
from prover.lifelong.comparison import Record, all_metrics, labels
from prover.lifelong_metrics import LOWER_IS_BETTER
from prover.page import write_page


def write_report(out: Path, records: Mapping[str, Record]) -> None:
    """Write `report.html` and `report.json` into a run's folder.

    Raises:
        UsageError: if they cannot be written.
    """
    record = {
        "runs": dict(records),
        "metrics": all_metrics(records),
        "labels": labels(),
        "lower": sorted(LOWER_IS_BETTER),
    }
    text = json.dumps(record, ensure_ascii=False)
    try:
        (out / "report.json").write_text(text + "\n", encoding="utf-8")
        write_page(out / "report.html", folder="lifelong_page", title="Lifelong learning", record=text)
    except OSError as error:
        raise UsageError(f"the report cannot be written into {out}: {error.strerror}") from None
