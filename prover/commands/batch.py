"""`prove batch`: many statements, several passes, on one machine or a cluster; the same command again goes on."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from data.benchmark import Benchmark, read_benchmark
from data.command_line import Parser, positive_count, positive_seconds
from data.errors import UsageError
from data.locked_folder import writing_to
from data.repository import open_repository
from data.version import VERSION
from prover.commands.flags import add_generator_flag, add_lean_flags, add_retriever_flag, add_trust_flag
from prover.evaluation.batch import InProcessPool, Pool, run_batch
from prover.evaluation.folder import EvaluationFolder, read_configuration, read_results
from prover.evaluation.records import OUTCOMES, Outcome, PassResult, RunConfiguration, tasks
from prover.evaluation.report import write_report
from prover.evaluation.summary import summary_json, summary_tables
from prover.evaluation.worker import WorkerSetting
from prover.lean.command import Lean
from prover.lean.project import LeanProject, open_built_project
from prover.lean.session import check_limits
from prover.prover import ProverOptions

_EXAMPLES = """\
examples:
  prove batch --path minif2f_valid.jsonl --seconds 60 --out valid
  prove batch --benchmark minif2f --split test --passes 8 --out test --ray-address auto
  prove batch --status valid

The same command again goes on where it was; more --passes add to what is there.
exit status: 0 the batch is complete, 2 it could not be run
"""


def run_batch_command(words: Sequence[str]) -> int:
    """Run `prove batch` with these arguments; the exit status."""
    flags = _parser().parse_args(words)
    if flags.status is not None:
        _show(flags.status, as_json=flags.json)
        return 0
    console = Console(stderr=True)
    with console.status("reading") as status:
        benchmark, project, commit = _benchmark(flags, progress=status.update)
    root, lean = project.root, project.lean
    configuration = _configuration(flags, benchmark, commit=commit, lean=lean)
    setting = WorkerSetting(
        root=root,
        options=ProverOptions(
            seconds=flags.seconds, num_checks=flags.checks, num_processes=1, limits=check_limits(lean, root=root)
        ),
        lean=flags.lean,
        cache=flags.cache,
        lean_key=lean.key,
        generator=flags.generator,
        retriever=flags.retriever,
    )
    out = flags.out or Path(f"batch-{benchmark.name}")
    with EvaluationFolder(out, configuration=configuration, fork=flags.fork) as folder:
        wanted = tasks(benchmark, num_passes=flags.passes, seed=flags.seed)
        if any(folder.remaining(wanted)):
            pool = _pool(flags, setting, console)
            with _progress(console, folder.results, total=len(wanted)) as on_result:
                run_batch(wanted, folder=folder, pool=pool, on_result=on_result)
        with writing_to(out):
            write_report(out, configuration=read_configuration(out), results=folder.results)
    _show(out, as_json=flags.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="prove batch",
        description="Prove the statements of a benchmark, and say what came of every one.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    what = parser.add_argument_group("what to prove")
    what.add_argument("--benchmark", metavar="NAME", help="minif2f, proofnet, putnambench, or a Git address")
    what.add_argument("--path", type=Path, metavar="PATH", help="a .jsonl file, or a folder of Lean files with sorry")
    what.add_argument("--split", metavar="NAME", help="only this split: valid, test, ...")
    what.add_argument("--project", metavar="REPO", help="the Lean project to read them in (default: where they lie)")
    how = parser.add_argument_group("how hard to try")
    how.add_argument("--passes", type=positive_count, default=1, metavar="K", help="searches a statement (default 1)")
    how.add_argument(
        "--seconds", type=positive_seconds, default=60.0, metavar="S", help="time for each pass (default 60)"
    )
    how.add_argument(
        "--checks", type=positive_count, default=100_000, metavar="N", help="Lean checks for each (default 100000)"
    )
    how.add_argument("--seed", type=int, default=0, metavar="K", help="the first pass's seed (default 0)")
    add_retriever_flag(how)
    add_generator_flag(how)
    where = parser.add_argument_group("where")
    where.add_argument("--workers", type=positive_count, metavar="N", help="Leans side by side (default: processors)")
    where.add_argument("--ray-address", metavar="ADDRESS", help="a Ray cluster (default: one on this machine)")
    where.add_argument("--in-process", action="store_true", help="without Ray, one statement after the other")
    where.add_argument("--out", type=Path, metavar="DIR", help="the run's folder (default: batch-NAME)")
    where.add_argument("--fork", action="store_true", help="set aside what the folder holds of another configuration")
    where.add_argument("--status", type=Path, metavar="DIR", help="say how far the batch in DIR is, and nothing else")
    where.add_argument("--json", action="store_true", help="the summary as one JSON object")
    add_lean_flags(parser)
    add_trust_flag(parser)
    return parser


def _benchmark(
    flags: argparse.Namespace, *, progress: Callable[[str], None]
) -> tuple[Benchmark, LeanProject, str | None]:
    """The statements, the project they are read in with all that they import, and the commit they come from."""
    if (flags.benchmark is None) == (flags.path is None):
        raise UsageError("give the statements by --benchmark NAME or by --path PATH, one of the two")
    opened = {
        text: open_repository(text, cache=flags.cache, progress=progress)
        for text in (flags.benchmark, flags.project)
        if text is not None
    }
    repository = opened.get(flags.benchmark)
    path = flags.path if repository is None else repository.root
    benchmark = read_benchmark(path, split=flags.split)
    place = opened.get(flags.project, repository)
    project = open_built_project(
        place.root if place is not None else path if path.is_dir() else path.absolute().parent,
        texts=[problem.theorem.source for problem in benchmark.problems],
        requested=flags.lean,
        cache=flags.cache,
        progress=progress,
        is_trusted=flags.trust or (place is not None and place.is_known),
    )
    if project.failure is not None:
        raise project.failure
    commit = repository.checkout.commit if repository is not None and repository.checkout is not None else None
    return benchmark, project, commit


def _configuration(
    flags: argparse.Namespace, benchmark: Benchmark, *, commit: str | None, lean: Lean
) -> RunConfiguration:
    return RunConfiguration(
        benchmark=benchmark.name,
        digest=benchmark.digest,
        commit=commit,
        split=flags.split,
        seconds=flags.seconds,
        num_checks=flags.checks,
        seed=flags.seed,
        generator=flags.generator.text,
        retriever=flags.retriever,
        lean=f"{lean.version} {lean.origin}",
        library=lean.key,
        leanloop=VERSION,
        num_statements=len(benchmark.problems),
        num_passes=flags.passes,
    )


def _pool(flags: argparse.Namespace, setting: WorkerSetting, console: Console) -> Pool:
    """Ray's pool; where Ray is not installed and nobody asked for more than one worker, one worker in this process."""
    if flags.in_process:
        return InProcessPool(setting)
    if importlib.util.find_spec("ray") is None:
        mend = "pip install 'leanloop[cluster]'"
        if flags.workers is not None or flags.ray_address is not None:
            raise UsageError(f"several workers need Ray: {mend}")
        console.print(f"one statement after the other, for want of Ray: {mend}", style="dim", soft_wrap=True)
        return InProcessPool(setting)
    from prover.cluster import ClusterPool, connect  # here, because Ray is an extra and takes a second to import

    with console.status("starting Ray" if flags.ray_address is None else f"connecting to {flags.ray_address}"):
        num_workers = connect(flags.ray_address, num_workers=flags.workers)
    return ClusterPool(setting, num_workers=num_workers)


@contextlib.contextmanager
def _progress(console: Console, results: Sequence[PassResult], *, total: int) -> Iterator[Callable[[PassResult], None]]:
    """A bar over all passes, and the outcomes so far; the block gets a function that takes the next result."""
    outcomes = Counter(result.outcome for result in results)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(_counts(outcomes), total=total, completed=len(results))

        def on_result(result: PassResult) -> None:
            outcomes[result.outcome] += 1
            bar.update(task, advance=1, description=_counts(outcomes))

        yield on_result


def _counts(outcomes: Counter[Outcome]) -> str:
    return ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in OUTCOMES if outcomes[outcome]) or "proving"


def _show(out: Path, *, as_json: bool) -> None:
    configuration, results = read_configuration(out), read_results(out)
    if as_json:
        sys.stdout.write(json.dumps(summary_json(configuration, results), ensure_ascii=False) + "\n")
        return
    console = Console()
    for table in summary_tables(configuration, results):
        console.print(table)
    if (out / "report.html").exists():
        console.print(f"report: {out / 'report.html'}", soft_wrap=True)
