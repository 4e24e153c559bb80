"""The symbolic generator looks at the statement of every kind of theorem there is, and never stumbles."""

from __future__ import annotations

import pytest

from data.declarations import theorems
from data.repository import corpora, corpus
from data.source import read_source
from data.theorem import Theorem
from prover.lean.goals import parse_goals
from prover.proof import ProofState
from prover.tactics.symbolic import SymbolicGenerator
from prover.tactics.term_parser import parse_signature
from prover.tactics.terms import render

_EVERY = 12


def _some_theorems() -> list[Theorem]:
    files = [path for name in corpora() for path in corpus(name).files]
    return [theorem for path in files for theorem in theorems(read_source(path), path)][::_EVERY]


def _state(theorem: Theorem) -> ProofState:
    """The first goal, as far as its text tells it: what Lean would show is much the same."""
    binders, statement = parse_signature(theorem.statement.partition(theorem.full_name.rsplit(".", 1)[-1])[2])
    assert statement is not None
    lines = [f"{binder.name} : {render(binder.type)}" for binder in binders if binder.type is not None]
    return ProofState(goals=parse_goals("\n".join([*lines, f"⊢ {render(statement)}"])))


@pytest.mark.parametrize("theorem", _some_theorems(), ids=lambda theorem: theorem.full_name)
def test_every_statement_gets_proposals(theorem: Theorem) -> None:
    """One statement of an unexpected shape would end a whole batch with a stack trace."""
    assert SymbolicGenerator(theorem).suggest([_state(theorem)], num_suggestions=64)[0]
