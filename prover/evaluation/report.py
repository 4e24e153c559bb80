"""The report of a batch, worth sending: `report.html` to look at, `report.md` to paste, `report.json` for programs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prover.evaluation.records import OUTCOMES, PassResult, RunConfiguration
from prover.evaluation.summary import outcome_of_statements, summary_json
from prover.page import write_page
from prover.run_folder import file_name

_SCRIPTS = ("charts.js", "page.js")


def write_report(root: Path, *, configuration: RunConfiguration, results: Sequence[PassResult]) -> None:
    """Write the three forms of the report into the run's folder.

    Raises:
        OSError: if they cannot be written.
    """
    record = {**summary_json(configuration, results), "results": statement_rows(root, results)}
    text = json.dumps(record, ensure_ascii=False)
    (root / "report.json").write_text(text + "\n", encoding="utf-8")
    (root / "report.md").write_text(_markdown(record), encoding="utf-8")
    write_page(root / "report.html", folder="run_page", title=configuration.benchmark, record=text, scripts=_SCRIPTS)


def statement_rows(root: Path, results: Sequence[PassResult]) -> list[dict[str, Any]]:
    """One row a statement: its best outcome, and what its cheapest proof cost, or else its last pass."""
    passes: dict[str, list[PassResult]] = defaultdict(list)
    for result in results:
        passes[result.name].append(result)
    return [_row(root, outcome, passes[name]) for name, outcome in outcome_of_statements(results).items()]


def _row(root: Path, outcome: str, passes: Sequence[PassResult]) -> dict[str, Any]:
    proved = [result for result in passes if result.outcome == "proved"]
    shown = min(proved, key=lambda result: result.num_checks) if proved else passes[-1]
    tree = Path("trees") / f"{file_name(shown.name)}.html"
    return {
        "name": shown.name,
        "outcome": outcome,
        "proofs": len(proved),
        "passes": len(passes),
        "checks": shown.num_checks,
        "seconds": shown.seconds,
        "message": shown.message,
        "known_bad": shown.known_bad,
        "proof": shown.proof,
        "tree": tree.as_posix() if (root / tree).exists() else None,
    }


def _markdown(record: dict[str, Any]) -> str:
    facts = record["configuration"]
    lines = [
        f"# {facts['benchmark']}: {record['statements']} statements",
        "",
        f"Statements {facts['digest'][:12]}, commit {facts['commit'] or 'unknown'}, split {facts['split'] or 'all'}; "
        f"{facts['num_passes']} passes of {facts['seconds']:g} s or {facts['num_checks']} checks, "
        f"generator {facts['generator']}, retriever {facts['retriever']}, seed {facts['seed']}; "
        f"Lean {facts['lean']}, leanloop {facts['leanloop']}; "
        f"axioms {', '.join(record['axioms']) or 'none'}.",
        "",
        "| outcome | statements |",
        "|---|---|",
        *(f"| {outcome} | {record['outcomes'][outcome]} |" for outcome in OUTCOMES if record["outcomes"][outcome]),
        "",
        "| k | pass@k | standard error | statements that could be searched |",
        "|---|---|---|---|",
        *(
            f"| {rate['k']} | {rate['rate']:.1%} | {rate['standard_error']:.1%} | {rate['statements']} |"
            for rate in record["pass_at_k"]
        ),
    ]
    if record["known_bad"]:
        lines += ["", f"Known to be wrong as stated: {', '.join(record['known_bad'])}."]
    return "\n".join(lines) + "\n"
