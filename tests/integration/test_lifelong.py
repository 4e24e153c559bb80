"""A lifelong run on real repositories with tiny models: it is stopped, goes on, and ends with all that was promised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.dataset import read_split
from data.rehearsal import Memory, Part, write_lesson
from prover.cli import main
from prover.lifelong.comparison import all_metrics, scores
from prover.lifelong.configuration import GeneratorTable
from prover.lifelong.generator import learn_generator
from prover.lifelong.report import write_report
from prover.tactics.model import load_model
from tests.integration.browser import ask_page
from tests.integration.git_repositories import Origin
from tests.integration.lifelong_repositories import lean_repository
from tests.integration.small_dataset import write_dataset

_TOML = """
repositories = ["Second", "First", "gone"]
branch = "leanloop/proofs"
stages = ["tests.integration.lifelong_repositories:StoppedOnce"]
[retriever]
dimension = 32
num_layers = 1
[search]
num_checks = 60
num_test_theorems = 1
max_sorries = 4
"""


@pytest.mark.lean
@pytest.mark.timeout(900)  # a minute and a half where nothing else runs
@pytest.mark.usefixtures("embedded")
def test_a_run_that_is_stopped_goes_on_and_ends_with_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A night's work would be lost, repeated, or end without what it was for."""
    origins: dict[str, Origin] = {
        name: lean_repository(tmp_path, name, num_steps=steps) for name, steps in (("First", 1), ("Second", 3))
    }
    (tmp_path / "repos.toml").write_text(_TOML, encoding="utf-8")
    words = ["lifelong", str(tmp_path / "repos.toml"), "--out", str(tmp_path / "out"), "--json"]
    assert main(words) == 130
    lines = tmp_path / "out" / "replay" / "stages.jsonl"
    before = lines.read_text(encoding="utf-8")
    assert '"stage": "prove"' in before
    with lines.open("a", encoding="utf-8") as file:
        file.write('{"task": "First", "stage": "ext')  # as a crash leaves it
    assert main(words) == 1
    assert lines.read_text(encoding="utf-8").startswith(before)
    captured = capsys.readouterr()
    assert "gone is left out: no such repository" in captured.err
    record = json.loads(captured.out)["runs"]["replay"]
    assert record["names"] == ["First", "Second"]  # the one with the shorter proofs comes first
    assert [task["extra"]["seen"] for task in record["tasks"]] == [["First"], ["First", "Second"]]
    assert [task["prove"]["proved"] for task in record["tasks"]] == [
        {"First": ["First.open_one"]}, {"First": [], "Second": ["Second.open_one"]},
    ]  # fmt: skip
    assert record["tasks"][1]["prove"]["sorries proved"] == 2
    for measure in ("test", "proved"):
        found = scores(record, measure)
        assert found is not None
        assert [len(row) for row in found.tasks] == [2, 1]
    for name, origin in origins.items():
        text = origin.git("show", f"leanloop/proofs:{name}.lean")
        assert text.count("sorry") == 1
        assert origin.git("status", "--porcelain") == ""
    encoders = sorted(folder.name for folder in (tmp_path / "out" / "replay" / "encoders").iterdir())
    assert {"00", "02"} <= set(encoders)
    assert (tmp_path / "out" / "report.html").is_file()
    changed = _TOML.replace("num_checks = 60", "num_checks = 61")
    (tmp_path / "repos.toml").write_text(changed, encoding="utf-8")
    assert main(words) == 2
    assert "holds a run of another configuration (search)" in capsys.readouterr().err


def test_the_generator_goes_on_from_where_the_last_lesson_left_it(tmp_path: Path) -> None:
    """Every lesson would begin with a model that knows nothing."""
    parts = [Part(name, tmp_path / name) for name in ("a", "b")]
    for seed, part in enumerate(parts):
        write_dataset(part.folder, seed=seed)
    table = GeneratorTable(model="nano", batch_size=64)

    def learnt(count: int, start: str) -> tuple[int, str]:
        out = tmp_path / f"model{count}"
        number = learn_generator(
            parts[:count], start=start, out=out, table=table, strategy="random", memory="some", share=0.5, seed=0,
            progress=lambda _: None,
        )  # fmt: skip
        return number, str(out)

    first, model = learnt(1, "nano")
    second, later = learnt(2, model)
    assert second == first * 3 // 2
    words = [json.loads((Path(each) / "tokenizer.json").read_text())["model"]["vocab"] for each in (model, later)]
    assert words[0] == words[1]
    assert load_model(later, device="cpu").model.num_parameters() > 0
    assert [path.name for path in tmp_path.glob("*-lesson")] == []


_MEASURES = {"test": {"a": 10.0}, "validation": {"a": 12.0}, "proved": {}}
_LATER = {"test": {"a": 5.0, "b": 20.0}, "validation": {"a": 6.0, "b": 22.0}, "proved": {}}


def _record(setup: str, later: dict[str, dict[str, float]]) -> dict[str, object]:
    prove = {"proved": {"a": ["x</script>"]}, "sorries proved": 1}
    tasks = [
        {"name": name, "easy": 1.0, "medium": 2.0, "hard": 0.0, "open": 1, "measure": measure, "prove": prove}
        for name, measure in (("a", _MEASURES), ("b", later))
    ]
    return {"setup": setup, "order": "steps", "names": ["a", "b"], "tasks": tasks, "failures": {"c": "gone"}}


def test_the_report_shows_every_set_up_beside_the_others(tmp_path: Path) -> None:
    """A reader takes these numbers into a paper."""
    keeps = {**_LATER, "test": {"a": 10.0, "b": 20.0}}
    records = {"sequential": _record("sequential", _LATER), "replay": _record("replay", keeps)}
    found = all_metrics(records)
    assert set(found) == {"R@10"}
    assert found["R@10"]["sequential"]["ebwt_textbook"] == pytest.approx(-5)
    assert found["R@10"]["replay"]["composite"] > found["R@10"]["sequential"]["composite"]
    write_report(tmp_path, records)
    page = tmp_path / "report.html"
    heads = ask_page(page, "return [...document.querySelectorAll('#metrics th')].map((each) => each.textContent)")
    assert heads == ["", "sequential", "replay"]
    cells = ask_page(page, "return [...document.querySelectorAll('#matrices td.number')].map((each) => each.innerText)")
    assert cells == ["10.0", "5.0", "", "20.0", "10.0", "10.0", "", "20.0"]
    assert ask_page(page, "return document.querySelectorAll('#curves .curve').length") == 2


@pytest.mark.parametrize(("memory", "count"), [("nothing", 80), ("some", 120), ("everything", 160)])
def test_a_lesson_never_teaches_what_is_measured(memory: Memory, count: int, tmp_path: Path) -> None:
    """R@10 would be that of theorems known by heart."""
    parts = [Part(name, tmp_path / name) for name in ("a", "b")]
    for seed, part in enumerate(parts):
        write_dataset(part.folder, seed=seed)
    out = tmp_path / "lesson"
    assert write_lesson(parts, out, strategy="random", memory=memory, share=0.5) == count
    learnt = {(theorem.file_path, theorem.full_name) for theorem in read_split(out, "random", "train")}
    assert len(learnt) == count
    for part in parts:
        for theorem in read_split(part.folder, "random", "test"):
            assert (f"{part.name}/{theorem.file_path}", theorem.full_name) not in learnt


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        (None, "no such file"),
        ("repositories = []", "repositories"),
        ("repositories = ['a', 'a']", "there twice"),
        ("repositories = ['a']\nsetup = 'sequentiel'", "setup"),
        ("repositories = ['a']\n[search]\nnum_chekcs = 3", "num_chekcs"),
        ("repositories = ['a'", "cannot be read"),
        ("repositories = ['nowhere']", "none of the 1 repositories can be used"),
        ("repositories = ['logic']\nstages = ['nowhere:stage']", "no stage 'nowhere:stage'"),
    ],
)
def test_mistakes_in_the_file_are_told(
    toml: str | None, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt word would be ignored for a night."""
    if toml is not None:
        (tmp_path / "repos.toml").write_text(toml, encoding="utf-8")
    assert main(["lifelong", str(tmp_path / "repos.toml"), "--out", str(tmp_path / "out")]) == 2
    assert complaint in capsys.readouterr().err.splitlines()[-1]
