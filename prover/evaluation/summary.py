"""What a batch's results come to, as tables for the terminal and as JSON; every statement is in exactly one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from rich.table import Table

from prover.evaluation.records import OUTCOMES, UNTRIED, Outcome, PassResult, RunConfiguration
from prover.evaluation.statistics import PassRate, pass_rate


def outcome_of_statements(results: Iterable[PassResult]) -> dict[str, Outcome]:
    """Every statement's best outcome over its passes, in the order of `OUTCOMES`."""
    best: dict[str, Outcome] = {}
    for result in results:
        known = best.get(result.name, result.outcome)
        best[result.name] = min(known, result.outcome, key=OUTCOMES.index)
    return best


def pass_rates(results: Sequence[PassResult]) -> list[PassRate]:
    """pass@k for k = 1, 2, 4, ... up to the passes that every statement has had."""
    passes = Counter(result.name for result in results if result.outcome not in UNTRIED)
    most = max(passes.values(), default=0)
    ks = [2**power for power in range(most.bit_length()) if 2**power <= most]
    if most and most not in ks:
        ks.append(most)
    return [pass_rate(results, k=k) for k in ks]


def summary_json(configuration: RunConfiguration, results: Sequence[PassResult]) -> dict[str, Any]:
    """Everything the tables say, for programs."""
    outcomes = Counter(outcome_of_statements(results).values())
    return {
        "configuration": configuration.model_dump(),
        "statements": configuration.num_statements,
        "passes_done": len(results),
        "passes_wanted": configuration.num_statements * configuration.num_passes,
        "outcomes": {outcome: outcomes[outcome] for outcome in OUTCOMES},
        "known_bad": sorted({result.name for result in results if result.known_bad is not None}),
        "pass_at_k": [
            {"k": rate.k, "rate": rate.rate, "standard_error": rate.standard_error, "statements": rate.num_statements}
            for rate in pass_rates(results)
        ],
        "axioms": sorted({axiom for result in results for axiom in result.axioms}),
        "checks": sum(result.num_checks for result in results),
        "seconds": round(sum(result.seconds for result in results), 1),
    }


def summary_tables(configuration: RunConfiguration, results: Sequence[PassResult]) -> Iterable[Table]:
    """The same for people."""
    outcomes = outcome_of_statements(results)
    bad = {result.name for result in results if result.known_bad is not None}
    number = Counter(outcomes.values())
    table = Table(title=f"{configuration.benchmark}: {configuration.num_statements} statements")
    table.add_column("outcome")
    table.add_column("statements", justify="right")
    table.add_column("of these known bad", justify="right")
    for outcome in OUTCOMES:
        if number[outcome]:
            num_bad = sum(name in bad for name, known in outcomes.items() if known == outcome)
            table.add_row(outcome, str(number[outcome]), str(num_bad or ""))
    missing = configuration.num_statements - len(outcomes)
    if missing:
        table.add_row("not tried yet", str(missing), "")
    yield table
    rates = pass_rates(results)
    if rates:
        table = Table("k", "pass@k", "standard error", "statements", title="over the statements that could be searched")
        for rate in rates:
            table.add_row(str(rate.k), f"{rate.rate:.1%}", f"{rate.standard_error:.1%}", str(rate.num_statements))
        yield table
