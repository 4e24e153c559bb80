"""The records of a self-play run, and the table that is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from conjecturer.run_records import RoundRecord, read_record, write_record
from conjecturer.self_play_report import COLUMNS, round_row, round_table
from data.errors import UsageError


def test_the_table_counts_what_each_screen_let_through() -> None:
    """Valid, novel and non-trivial are shares of each other; counted wrongly they say the opposite."""
    verdicts = {
        "malformed": 1,
        "does not elaborate": 2,
        "known": 3,
        "repeated": 4,
        "trivial": 5,
        "false": 6,
        "passed": 7,
    }
    row = dict(zip(COLUMNS, round_row(RoundRecord(number=2, verdicts=verdicts, num_attempted=7)), strict=True))
    assert [row[name] for name in ("tried", "valid", "novel", "non-trivial", "attempted")] == [
        "28",
        "25",
        "18",
        "13",
        "7",
    ]


def test_the_table_of_five_rounds_fits_into_a_narrow_terminal() -> None:
    """Cut to three letters a column, it told nobody which figure is which."""
    rounds = [RoundRecord(number=number, num_held_out=108, held_out_solved=50 + number) for number in range(6)]
    console = Console(width=80)
    with console.capture() as captured:
        console.print(round_table(rounds))
    lines = captured.get().splitlines()
    assert len(lines) == len(COLUMNS)
    assert all(name in captured.get() for name in COLUMNS)
    assert lines[COLUMNS.index("solved")].split() == ["solved", "50", "51", "52", "53", "54", "55"]


def test_a_record_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """A round that was being written when the machine went down must be done again, not read in half."""
    path = tmp_path / "round-1" / "round.json"
    assert read_record(path, RoundRecord) is None
    record = RoundRecord(number=1, seconds={"prove": 1.5}, interesting=(("1 = 1", "rfl"),))
    write_record(path, record)
    assert read_record(path, RoundRecord) == record
    path.write_text(path.read_text(encoding="utf-8")[:20], encoding="utf-8")
    with pytest.raises(UsageError, match="delete it and run again"):
        read_record(path, RoundRecord)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    """A full or forbidden disk would otherwise end a long run with a traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="run the same command again"):
        write_record(tmp_path / "file" / "round.json", RoundRecord(number=1))
