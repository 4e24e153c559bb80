"""The metrics of lifelong learning: the published figures are met to four digits, and each moves the right way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from prover.lifelong_metrics import Scores, composites, lifelong_metrics

_GOLDEN = Path(__file__).resolve().parents[2].parent / "shared" / "benchmarks" / "lifelong_metrics_golden.json"


@pytest.mark.skipif(not _GOLDEN.is_file(), reason="no copy of the golden metrics lies beside this checkout")
def test_published_and_textbook_figures_are_met() -> None:
    """Figures of ours could not be put beside those of the paper."""
    golden: dict[str, Any] = json.loads(_GOLDEN.read_text(encoding="utf-8"))
    scores = Scores(tuple(map(tuple, golden["task_test_r10"])), tuple(golden["validation_r10"]))
    found = lifelong_metrics(scores, averages=golden["average_test_r10"])
    published = {
        "WF5": found.wf5, "FM": found.fm, "CFR": found.cfr, "EBWT": found.ebwt, "WP5": found.wp5, "IP": found.ip,
    }  # fmt: skip
    assert published == pytest.approx(golden["published"], abs=5e-5)
    assert {"FM": found.fm_textbook, "EBWT": found.ebwt_textbook} == pytest.approx(golden["textbook"], abs=5e-5)
    assert lifelong_metrics(scores).cfr == pytest.approx(found.cfr, abs=1e-3)


_STEADY = Scores(((50.0, 50.0, 50.0), (50.0, 50.0), (50.0,)), (50.0, 50.0, 50.0))
_FORGETS = Scores(((60.0, 40.0, 20.0), (60.0, 40.0), (60.0,)), (60.0, 60.0, 60.0))
_GROWS = Scores(((40.0, 50.0, 60.0), (50.0, 60.0), (60.0,)), (40.0, 50.0, 60.0))


def test_whoever_forgets_is_told_apart_from_whoever_grows() -> None:
    """A sign mistaken, and the set-up that forgets would be recommended."""
    steady, forgets, grows = map(lifelong_metrics, (_STEADY, _FORGETS, _GROWS))
    assert forgets.fm_textbook == pytest.approx(30)
    assert forgets.ebwt_textbook == pytest.approx((-20 - 40 - 20) / 3)
    assert forgets.wf == pytest.approx(20)
    assert grows.ip == pytest.approx(10)
    assert grows.wp5 == pytest.approx((0 + 10 + 20) / 3)
    assert steady.cfr == 1.0
    for form in ("published", "textbook"):
        found = composites({"steady": steady, "forgets": forgets, "grows": grows}, form=form)
        assert found["grows"] > found["steady"] > found["forgets"]


def test_one_repository_alone_has_metrics_too() -> None:
    """A run whose other repositories all fail would end in an error instead of a report."""
    found = lifelong_metrics(Scores(((0.0,),), (0.0,)))
    assert (found.fm, found.ebwt, found.wf5, found.wp5, found.ip, found.cfr) == (0, 0, 0, 0, 0, 1)
    assert composites({"a": found, "b": found}, form="published") == {"a": 0.4, "b": 0.4}
