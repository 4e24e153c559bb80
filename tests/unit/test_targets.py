"""From what the user typed to theorems."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from data.errors import UsageError
from prover.targets import Request, find_targets

FILE = """\
namespace A
theorem one : True := by
  sorry
theorem two : True ∧ True := by
  constructor
  · sorry
  · sorry
end A
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "lakefile.toml").write_text('name = "p"\n')
    (tmp_path / "Sub").mkdir()
    (tmp_path / "Sub" / "F.lean").write_text(FILE)
    return tmp_path


def test_a_file_and_a_line_find_the_theorem_there(package: Path) -> None:
    """`F.lean#2` is what an editor or an error message gives a user to paste."""
    targets = find_targets(Request(file=f"{package}/Sub/F.lean#2"))
    assert [theorem.full_name for theorem in targets.theorems] == ["A.one"]
    assert targets.root == package, "imports are found from the package's root, not from the file's folder"


@pytest.mark.parametrize(
    ("request_", "full_name"),
    [
        (Request(theorem="Sub/F.lean#2"), "A.one"),
        (Request(theorem="F.lean:one"), "A.one"),
        (Request(theorem="two#2"), "A.two#2"),
        (Request(theorem="True ∧ True"), "A.two"),
        (Request(file="Sub/F.lean:one"), "A.one"),
        (Request(file="Sub/F.lean:6:5"), "A.two"),
        (Request(file="Sub/F.lean", theorem="theorem t : True ∧ True"), "A.two"),
    ],
)
def test_a_theorem_of_a_repository_is_found_in_every_way(package: Path, request_: Request, full_name: str) -> None:
    """The flags take whatever the user has at hand."""
    targets = find_targets(dataclasses.replace(request_, repository=str(package)))
    assert [theorem.full_name for theorem in targets.theorems] == [full_name]


def test_all_sorries_come_in_order_with_a_name_each(package: Path) -> None:
    """Results of several holes of one theorem could not be told apart otherwise."""
    targets = find_targets(Request(file=f"{package}/Sub/F.lean", all_sorries=True))
    assert [theorem.full_name for theorem in targets.theorems] == ["A.one", "A.two", "A.two#2"]
    assert find_targets(Request(repository=str(package), all_sorries=True)) == targets


@pytest.mark.parametrize(
    ("request_", "complaint"),
    [
        (Request(), "nothing to prove"),
        (Request(file="missing.lean"), "no such file"),
        (Request(file="{package}/Sub/F.lean", theorem="A.onne"), r"no theorem 'A.onne'.*A\.one"),
        (Request(file="{package}/Sub/F.lean", theorem="one", all_sorries=True), "drop one"),
        (Request(file="{package}/Sub/F.lean"), "which theorem of"),
        (Request(file="{package}/Sub/F.lean#99"), "lines 1 to"),
        (Request(file="{package}/Sub/F.lean#2", theorem="two"), "drop --theorem"),
        (Request(repository="{package}", theorem="G.lean#2"), r"no file G\.lean"),
        (Request(repository="{package}", theorem="p ∨ q"), "no theorem is called or states 'p ∨ q'"),
        (Request(repository="{package}"), "which theorem of"),
        (Request(repository="{package}/Sub/F.lean"), "is a file"),
        (Request(repository="nowhere/at/all"), "no such repository"),
        (Request(statement=""), "empty"),
        (Request(statement="theorem t : (p"), r"\("),
        (Request(statement="True", theorem="t"), "stands alone"),
    ],
)
def test_a_mistake_is_named_in_one_line(request_: Request, complaint: str, package: Path) -> None:
    """A user must see what was wrong and how to mend it, never a stack trace."""

    def placed(text: str | None) -> str | None:
        return text and text.replace("{package}", str(package))

    request = Request(
        repository=placed(request_.repository),
        file=placed(request_.file),
        theorem=request_.theorem,
        statement=request_.statement,
        all_sorries=request_.all_sorries,
    )
    with pytest.raises(UsageError, match=complaint) as caught:
        find_targets(request)
    assert "\n" not in str(caught.value)
