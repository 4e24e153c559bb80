"""What exploration is made of: types, operations, terms and values, without a Lean."""

from __future__ import annotations

import random

import pytest

from conjecturer.exploration.explore import Law, drawn
from conjecturer.exploration.samples import sample
from conjecturer.exploration.signature import Operation, Signature, read_operation
from conjecturer.exploration.terms import Term, applications, variables_for
from conjecturer.exploration.types import Type, match, read_type

NAT, LIST = Type("Nat"), Type("List", (Type("α"),))
REV = Operation("Lists.rev", (LIST,), LIST, frozenset({"α"}))


@pytest.mark.parametrize("text", ["Nat", "List α", "α → List β → Nat", "(α → β) → List α", "List (α × Nat)"])
def test_a_type_is_read_and_written_again(text: str) -> None:
    """Terms would be put together that Lean does not take, and nothing would be found."""
    type_ = read_type(text)
    assert type_ is not None
    assert read_type(str(type_)) == type_


@pytest.mark.parametrize("text", ["∀ (n : Nat), n = n", "Fin (n + 1)", "", "List (", "{n : Nat // 0 < n}"])
def test_what_is_no_simple_type_is_left_out(text: str) -> None:
    """A type read wrongly makes hundreds of terms that do not elaborate."""
    assert read_type(text) is None


def test_a_type_variable_is_the_same_type_everywhere() -> None:
    """`x :: ys` would be built of a number and a list of lists."""
    variables = frozenset({"α"})
    pair = Type("×", (Type("α"), LIST))
    fitting = Type("×", (NAT, Type("List", (NAT,))))
    assert match(pair, fitting, variables, {}) == {"α": NAT}
    assert match(pair, Type("×", (NAT, Type("List", (LIST,)))), variables, {}) is None


@pytest.mark.parametrize(
    ("printed", "arguments", "result", "constraints"),
    [
        ("{α : Type u_9} → List α → List α", ["List α"], "List α", ()),
        ("{α : Type u_9} → [DecidableEq α] → α → List α → Nat", ["α", "List α"], "Nat", ("DecidableEq α",)),
        ("{δ : Type u_1} → {ε : Type u_2} → (δ → ε) → List δ → List ε", ["α → β", "List α"], "List β", ()),
        ("(n : Nat) → Bool", ["Nat"], "Bool", ()),
    ],
)
def test_functions_are_read_as_lean_prints_them(
    printed: str, arguments: list[str], result: str, constraints: tuple[str, ...]
) -> None:
    """Nothing would be conjectured of a function that is left out."""
    operation = read_operation("f", printed)
    assert operation is not None
    assert list(operation.arguments) == [read_type(text) for text in arguments]
    assert operation.result == read_type(result)
    assert operation.constraints == constraints


def test_what_depends_on_values_is_left_out() -> None:
    """`Fin n` is no type that text alone can be sure of."""
    assert read_operation("f", "{n : Nat} → Fin (n + 1) → Nat") is None
    assert read_operation("f", "{n : Nat} → Nat → Nat") is None


def test_terms_are_well_typed_and_each_is_made_once() -> None:
    """What does not elaborate costs as much as what does."""
    signature = Signature((REV, Operation("Lists.count", (Type("α"), LIST), NAT, frozenset({"α"}), ("Eq α",))), {})
    variables = variables_for(signature)
    assert len({term.text for term in variables}) == len(variables) == 4
    made = applications(signature.operations, variables, [], chance=random.Random(0))
    texts = [term.text for term in made]
    assert len(set(texts)) == len(texts)
    assert {"Lists.rev xs", "Lists.count x ys"} <= set(texts)
    deeper = applications(signature.operations, variables, made, chance=random.Random(0))
    assert "Lists.rev (Lists.rev xs)" in {term.text for term in deeper}
    assert not {term.text for term in deeper} & set(texts), "each of them has something new in it"
    counted = next(term for term in made if term.text == "Lists.count x ys")
    assert (counted.type, counted.constraints, counted.size) == (NAT, frozenset({"Eq α"}), 3)
    assert dict(counted.variables) == {"x": Type("α"), "ys": LIST}


def test_an_operator_stands_between_its_arguments() -> None:
    """`+ n m` is no term."""
    plus = Operation("+", (NAT, NAT), NAT, is_own=False, is_infix=True)
    minus = Operation("-", (NAT,), NAT, is_own=False)
    two = [Term(name, NAT, ((name, NAT),), 1) for name in ("n", "m")]
    first = applications([plus, minus], two, [], chance=random.Random(0))
    assert {"n + m", "-n"} <= {term.text for term in first}
    second = {term.text for term in applications([plus], two, first, chance=random.Random(0))}
    assert second & {"n + (n + m)", "(-n) + m", "m + (-n)", "(n + n) + m"}


@pytest.mark.parametrize(
    "text", ["Nat", "Int", "Bool", "List (Nat × Bool)", "Nat → Nat", "Nat → Nat → Nat", "Tree Nat"]
)
def test_values_are_found_for_every_type(text: str) -> None:
    """A variable without values takes all terms that it stands in with it."""
    type_ = read_type(text)
    assert type_ is not None
    tree = Type("Tree", (Type("α"),))
    variables = frozenset({"α"})
    constructors = {
        "Tree": (
            Operation("Tree.leaf", (), tree, variables),
            Operation("Tree.node", (tree, Type("α"), tree), tree, variables),
        )
    }
    found = {sample(type_, constructors, random.Random(seed)) for seed in range(20)}
    assert None not in found
    assert len(found) > 1


def test_a_type_that_nothing_makes_has_no_values() -> None:
    """Text that Lean cannot read would be evaluated over and over."""
    assert sample(Type("Unknown"), {}, random.Random(0)) is None
    assert sample(Type("List", (Type("Unknown"),)), {}, random.Random(3)) in (None, "[]")


def test_small_laws_are_drawn_first_and_none_twice() -> None:
    """What a person would state is among the small ones; the large ones are endless."""
    laws = [Law(statement=f"law {number}", size=2 if number < 20 else 8) for number in range(200)]
    chosen = drawn(laws, 20, chance=random.Random(0))
    assert len({conjecture.statement for conjecture in chosen}) == 20
    assert sum(int(conjecture.statement.split()[1]) < 20 for conjecture in chosen) > 10
    assert len(drawn(laws, 500, chance=random.Random(0))) == 200
