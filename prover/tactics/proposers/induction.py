"""Induction and case distinctions, always with every name written, so that what follows can use them."""

from __future__ import annotations

from collections.abc import Iterator

from prover.tactics.declared import InductiveType
from prover.tactics.patterns import alternatives, inductive_type, is_recursive
from prover.tactics.proposers import nonlinear
from prover.tactics.proposers.automation import application, finishers, is_early
from prover.tactics.sight import Local, Proposal, Sight
from prover.tactics.terms import Term, names_in

_SOURCE = "induction"
# Operations of the library that take their argument at this place apart.
_COLUMNS = {"+": 1, "*": 1, "^": 1, "-": 1, "++": 0, "::": 1, "length": 0, "reverse": 0, "map": 1, "filter": 1}
_MAX_VARIABLES, _NUM_LIKELY = 4, 2
_ORDER = frozenset({"≤", "<", "=", "≠", "∣"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """Induction and cases on variables, on proofs of inductive predicates, and along recursive functions."""
    damping = 0.35**sight.num_induction_hypotheses
    yield from _on_variables(sight, damping)
    yield from _from_a_bound(sight, damping)
    yield from _strong(sight, damping)
    yield from _on_proofs(sight, damping)
    yield from _along_functions(sight, damping)


def _on_variables(sight: Sight, damping: float) -> Iterator[Proposal]:
    scored = []
    for local in sight.objects:
        inductive = inductive_type(sight, local.type)
        if inductive is not None and local.value is None:
            interest = _interest(sight, sight.conclusion, local.name)
            interest += 0.3 * sum(_interest(sight, fact.type, local.name) for fact in sight.facts)
            if interest > 0:
                scored.append((interest, local, inductive))
    scored.sort(key=lambda entry: -entry[0])
    for rank, (interest, local, inductive) in enumerate(scored[:_MAX_VARIABLES]):
        weight = (0.5 + min(interest, 4)) * 0.6**rank
        if is_recursive(inductive):
            is_likely = is_early(sight) and rank < _NUM_LIKELY
            yield from _inductions(sight, local, inductive, weight * damping, is_likely=is_likely)
            yield from _cases(sight, local, inductive, 0.3 * weight)
        else:
            yield from _cases(sight, local, inductive, 1.5 * weight)


def _inductions(
    sight: Sight, local: Local, inductive: InductiveType, weight: float, *, is_likely: bool
) -> Iterator[Proposal]:
    branches = alternatives(sight, inductive, name=local.name, with_hypotheses=True)
    yield Proposal(f"induction {local.name} with {branches}", weight, _SOURCE)
    others = _changing_with(sight, local)
    plain = general = f"induction {local.name}"
    if others:
        general = f"{plain} generalizing {' '.join(other.name for other in others)}"
        yield Proposal(f"{general} with {branches}", 0.6 * weight, _SOURCE)
    yield Proposal(f"{plain} <;> {simp_all(sight)} <;> done", 0.5 * weight, _SOURCE, closes=True)
    if not is_likely:
        return
    if sight.depth == 0:
        weight *= 2
    arithmetic = nonlinear.finisher(sight) if inductive.name == "Nat" else None
    if arithmetic is not None:
        yield Proposal(f"{general} <;> {arithmetic}", 0.6 * weight, _SOURCE, closes=True)
    for finisher in finishers(sight):
        yield Proposal(f"{general} <;> {finisher}", 0.4 * weight, _SOURCE, closes=True)
    companion = next((other.name for other in others if other.type == local.type), None)
    if companion is not None:
        yield Proposal(
            f"{general} <;> cases {companion} <;> {next(finishers(sight))}", 0.3 * weight, _SOURCE, closes=True
        )


def _from_a_bound(sight: Sight, damping: float) -> Iterator[Proposal]:
    """`5 ≤ n`: the number is `k + 5`, and the induction on `k` begins where the statement does."""
    variables = {local.name for local in sight.objects if local.type.head == "Nat" and local.value is None}
    for fact in sight.facts:
        if fact.type.head not in ("≤", "<") or fact.type.right.head not in variables or fact.type.right.arguments:
            continue
        least, name = fact.type.left, fact.type.right.head
        start = int(least.head) + (fact.type.head == "<") if least.head.isdigit() else 0
        if start == 0:
            continue
        rest = sight.fresh("k", set())
        split = f"obtain ⟨{rest}, rfl⟩ : ∃ {rest}, {name} = {rest} + {start} := ⟨{name} - {start}, by omega⟩"
        text = f"{split}\nclear {fact.name}"
        yield Proposal(text, 0.8 * damping, _SOURCE)
        if is_early(sight):
            for finisher in filter(None, (nonlinear.finisher(sight), next(finishers(sight)))):
                yield Proposal(f"{text}\ninduction {rest} <;> {finisher}", damping, _SOURCE, closes=True)


def _strong(sight: Sight, damping: float) -> Iterator[Proposal]:
    """Induction with all smaller numbers, and its first two cases apart where something steps by two."""
    numbers = [local for local in sight.objects if local.type.head == "Nat" and local.value is None]
    mentioned = [local for local in numbers if sight.mentions(local.name)]
    # Something exists if any number has a property: the least one that has it may be meant.
    having = [
        local
        for local in numbers
        if sight.conclusion.head == "∃" and local not in mentioned
        if any(local.name in names_in(fact.type) and fact.type.head not in _ORDER for fact in sight.facts)
    ]
    for local in (*mentioned[:_NUM_LIKELY], *having[:1]):
        hypothesis = sight.fresh("ih", set())
        general = "".join(f" {other.name}" for other in _changing_with(sight, local))
        generalizing = f" generalizing{general}" if general else ""
        text = f"induction {local.name} using Nat.strongRecOn{generalizing} with | ind {local.name} {hypothesis} => ?_"
        yield Proposal(text, (1.2 if local in having else 0.25) * damping, _SOURCE)
        if any(_steps_by_two(fact.type) for fact in sight.facts):
            cases = f"{text}\nrcases {local.name} with _ | _ | {local.name}"
            yield Proposal(cases, 1.0 * damping, _SOURCE)
            yield Proposal(f"{cases} <;> {next(finishers(sight))}", 0.5 * damping, _SOURCE, closes=True)


def _steps_by_two(statement: Term) -> bool:
    """Whether the statement speaks of `n + 2` for all `n`."""
    if statement.head not in ("∀", "→"):
        return False
    body = statement.arguments[-1]
    return _steps_by_two(body) or any(part.head == "+" and part.right.head == "2" for part in body.subterms())


def _changing_with(sight: Sight, local: Local) -> list[Local]:
    """The objects that an induction hypothesis has to hold for all values of."""
    tied = [fact.type for fact in sight.facts if local.name in names_in(fact.type)]
    mentioned = names_in(sight.conclusion).union(*map(names_in, tied))
    return [
        other
        for other in sight.objects
        if other.name != local.name
        and other.value is None
        and other.name in mentioned
        and other.type.head not in ("→", "∀", "Prop")
        and local.name not in names_in(other.type)
    ]


def _cases(sight: Sight, local: Local, inductive: InductiveType, weight: float) -> Iterator[Proposal]:
    branches = alternatives(sight, inductive, name=local.name, with_hypotheses=False)
    yield Proposal(f"cases {local.name} with {branches}", weight, _SOURCE)
    if not is_recursive(inductive):
        yield Proposal(f"cases {local.name} <;> {simp_all(sight)} <;> done", weight, _SOURCE, closes=True)
        yield Proposal(f"cases {local.name} <;> rfl", weight, _SOURCE, closes=True)


def _interest(sight: Sight, term: Term, name: str) -> float:
    """How much the term would gain from knowing how the variable is built."""
    found = 0.0
    column: tuple[int, ...] = ()
    definition = sight.premises.definition(term) if term.head not in sight.names else None
    if definition is not None:
        column = definition.columns
    elif term.head in _COLUMNS:
        column = (_COLUMNS[term.head],)
    for index, argument in enumerate(term.arguments):
        if argument.head == name and not argument.arguments:
            found += 1.0 if index in column else 0.25
        else:
            found += _interest(sight, argument, name)
    return found


def _on_proofs(sight: Sight, damping: float) -> Iterator[Proposal]:
    for local in sight.hypotheses:
        inductive = inductive_type(sight, local.type)
        if inductive is None and local.type.head == "≤":
            taken: set[str] = set()
            names = " ".join(sight.fresh(wanted, taken) for wanted in ("k", "h", "ih"))
            yield Proposal(f"induction {local.name} with | refl => ?_ | @step {names} => ?_", 0.5 * damping, _SOURCE)
            continue
        if inductive is None or not inductive.is_proposition or inductive.is_structure:
            continue
        is_general = all(
            argument.head in sight.names and not argument.arguments for argument in _indices(local, inductive)
        )
        branches = alternatives(sight, inductive, name=local.name, with_hypotheses=True)
        if is_general and is_recursive(inductive):
            yield Proposal(f"induction {local.name} with {branches}", 2.5 * damping, _SOURCE)
            for finisher in (*finishers(sight), application(sight)) if is_early(sight) else ():
                yield Proposal(f"induction {local.name} <;> {finisher}", damping, _SOURCE, closes=True)
        branches = alternatives(sight, inductive, name=local.name, with_hypotheses=False)
        yield Proposal(f"cases {local.name} with {branches}", 0.8 if is_general else 3.0, _SOURCE)
        if not is_general:
            yield Proposal(f"cases {local.name}", 1.5, _SOURCE)


def _indices(local: Local, inductive: InductiveType) -> tuple[Term, ...]:
    """What changes from one step of a proof to the next: all arguments but the parameters, which may be any term."""
    arguments = local.type.arguments
    result, count = inductive.result, 0
    while result is not None and result.head == "→":
        result, count = result.arguments[-1], count + 1
    is_known = result is not None and result.head == "Prop" and count <= len(arguments)
    return arguments[len(arguments) - count :] if is_known else arguments


def _along_functions(sight: Sight, damping: float) -> Iterator[Proposal]:
    """The induction that a recursive definition suggests itself."""
    for part in sight.conclusion.subterms():
        definition = sight.premises.definition(part) if part.head not in sight.names and part.arguments else None
        if definition is None or not definition.is_recursive or sight.premises.is_library(definition.name):
            continue
        taken_apart = [part.arguments[column] for column in definition.columns if column < len(part.arguments)]
        if not taken_apart or any(argument.arguments or argument.head not in sight.names for argument in taken_apart):
            continue
        call = " ".join([definition.name, *(f"({argument})" for argument in part.arguments)])
        for finisher in dict.fromkeys([f"{simp_all(sight)} <;> done", *(finishers(sight) if is_early(sight) else ())]):
            weight = 2.0 if sight.depth == 0 else 0.8
            yield Proposal(f"fun_induction {call} <;> {finisher}", weight * damping, _SOURCE, closes=True)
        yield Proposal(f"fun_induction {call}", 0.25 * damping, _SOURCE)
        return


def simp_all(sight: Sight) -> str:
    """`simp_all` with the definitions of the goal."""
    return f"simp_all [{', '.join(sight.definitions)}]" if sight.definitions else "simp_all"
