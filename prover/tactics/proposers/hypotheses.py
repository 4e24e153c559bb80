"""What the hypotheses offer: take them apart, apply them to the goal or to each other, find a contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from prover.tactics.matching import is_open, match, variable
from prover.tactics.patterns import decomposition, inductive_type
from prover.tactics.rules import Application, Rule, backward, forward, written
from prover.tactics.sight import Local, Proposal, Sight
from prover.tactics.terms import Term, names_in, substitute

_SOURCE = "hypotheses"
_MAX_FORWARD = 6
_CERTAIN = frozenset({"∧", "∃", "∃!"})
_WANTS_WITNESS = frozenset({"∃", "∣"})


def propose(sight: Sight) -> Iterator[Proposal]:
    """Everything that needs the local context only."""
    yield from _take_apart(sight)
    yield from _take_all_apart(sight)
    yield from _apply_to_goal(sight)
    yield from _contradict(sight)
    yield from _apply_to_each_other(sight)
    yield from _same_values(sight)
    yield from _equal_functions(sight)
    yield from _instantiate(sight)


def _take_apart(sight: Sight) -> Iterator[Proposal]:
    """The first hypothesis that can be taken apart, the others as an afterthought: the order makes no difference."""
    order = 1.0
    for local in reversed(sight.hypotheses):
        for term, factor in ((local.type, 1.0), (sight.unfolded(local.type), 0.3)):
            if factor < 1 and term == local.type:
                continue
            others = set(sight.names - {local.name})
            pattern = decomposition(sight, term, name=local.name, taken=set(others))
            if pattern is None:
                continue
            if term.head == "∨":
                yield Proposal(f"rcases {local.name} with {pattern}", 8 * factor * order, _SOURCE)
            else:
                solved = decomposition(sight, term, name=local.name, taken=others, substitutes=True)
                # Rules see the fields of a structure anyway, and lemmas about it want it whole.
                weight = (18 if term.head in _CERTAIN else 2) * factor * order
                if term.head == "∣" and sight.meaning.head in _WANTS_WITNESS:
                    weight = 4 * order  # a multiple is found from multiples
                if solved is not None and solved != pattern:
                    yield Proposal(f"obtain {solved} := {local.name}", weight, _SOURCE)
                    weight *= 0.5
                yield Proposal(f"obtain {pattern} := {local.name}", weight, _SOURCE)
            order = order if inductive_type(sight, term) is not None else 0.15
    for local in reversed(sight.hypotheses):
        yield from _equation(sight, local)


def _take_all_apart(sight: Sight) -> Iterator[Proposal]:
    """Several hypotheses that something exists, at once: what has to be found is made of all they give."""
    if sight.meaning.head not in _WANTS_WITNESS:
        return
    taken = set(sight.names)
    steps = []
    for local in sight.hypotheses:
        term = sight.unfolded(local.type)
        if term.head in _WANTS_WITNESS:
            pattern = decomposition(sight, term, name=local.name, taken=taken)
            steps.append(f"obtain {pattern} := {local.name}")
    if len(steps) > 1:
        yield Proposal("; ".join(steps), 8.0, _SOURCE)


def _equation(sight: Sight, local: Local) -> Iterator[Proposal]:
    """`subst` where a side is a variable; `injection` where both sides are built by constructors."""
    if local.type.head == "↔":
        yield Proposal(f"obtain ⟨{local.name}1, {local.name}2⟩ := {local.name}", 0.6, _SOURCE)
    if local.type.head != "=":
        return
    left, right = local.type.arguments
    objects = {found.name for found in sight.locals if not found.is_fact and found.value is None}
    for side, other in ((left, right), (right, left)):
        if side.head in objects and not side.arguments and side.head not in names_in(other):
            yield Proposal(f"subst {local.name}", 5.0, _SOURCE)
            break
    if left.head == right.head and left.head in ("::", "+", "some", "inl", "inr", "()"):
        yield Proposal(f"injection {local.name} with h1 h2", 1.5, _SOURCE)
        yield Proposal(f"injection {local.name} with h1", 1.5, _SOURCE)


def _apply_to_goal(sight: Sight) -> Iterator[Proposal]:
    goals = [(sight.conclusion, "{}")]
    if sight.meaning != sight.conclusion:
        goals.append((sight.meaning, "{}"))
    if sight.meaning.head == "∨":
        goals += [(sight.meaning.left, "Or.inl ({})"), (sight.meaning.right, "Or.inr ({})")]
    for goal, frame in goals:
        for rule in (*sight.local_rules, *sight.lemma_rules):
            if rule.conclusion.head == "False" and goal.head != "False":
                continue
            for found in backward(rule, goal, sight.facts):
                yield from _applied(rule, found, frame)


def _applied(rule: Rule, found: Application, frame: str) -> Iterator[Proposal]:
    if found.num_holes == 0:
        yield Proposal(f"exact {frame.format(found.text)}", 6.0, _SOURCE, closes=True)
    elif found.is_determined:
        is_plain = not rule.suffix and frame == "{}" and rule.num_premises == found.num_holes
        text = f"apply {rule.name}" if is_plain else f"refine {frame.format(found.text)}"
        yield Proposal(text, 4.0 / found.num_holes, _SOURCE)
    elif frame == "{}":
        yield Proposal(
            f"apply {rule.name}{rule.suffix}" if not rule.num_applied else f"apply {rule.name}", 0.5, _SOURCE
        )


def _contradict(sight: Sight) -> Iterator[Proposal]:
    """Hypotheses that say no: at once, or after something is shown."""
    is_false = sight.conclusion.head == "False"
    goal = Term("False", text="False")
    for rule in sight.local_rules:
        if rule.conclusion.head != "False":
            continue
        for found in backward(rule, goal, sight.facts):
            if found.num_holes == 0 and not is_false:
                yield Proposal(f"exact ({found.text}).elim", 6.0, _SOURCE, closes=True)
            elif not is_false and found.num_holes == rule.num_premises == 1 and found.is_determined:
                yield Proposal(f"exact absurd ?_ {rule.name}".replace("exact", "refine"), 0.8, _SOURCE)
            elif not is_false and found.num_holes:
                yield Proposal("exfalso", 0.4, _SOURCE)


def _apply_to_each_other(sight: Sight) -> Iterator[Proposal]:
    known = {fact.type for fact in sight.facts}
    rules = [rule for rule in sight.local_rules if rule.suffix != ".symm" and rule.num_premises]
    applications = (found for rule in rules for found in forward(rule, sight.facts))
    useful = (found for found in applications if found.conclusion not in known and not is_open(found.conclusion))
    for found in islice(useful, _MAX_FORWARD):
        yield from consequence(sight, found.text, found.conclusion, weight=2.0, source=_SOURCE)


def consequence(sight: Sight, proof: str, conclusion: Term, *, weight: float, source: str) -> Iterator[Proposal]:
    """Use a proof of something that is not the goal: take it apart at once, or keep it."""
    taken: set[str] = set()
    meaning = sight.unfolded(conclusion)
    if meaning.head == "False":
        yield Proposal(f"exact ({proof}).elim", 6.0, source, closes=True)
        return
    pattern = decomposition(sight, meaning, name=sight.fresh("h", set()), taken=taken)
    pattern = pattern if meaning.head != "∣" else None  # there is always another multiple
    if meaning.head == "∃" and _has_witness(sight, meaning):
        weight *= 0.1
    if pattern is None:
        yield Proposal(f"have {sight.fresh('h', set())} := {proof}", weight, source)
    elif meaning.head == "∨":
        yield Proposal(f"rcases {proof} with {pattern}", weight, source)
    else:
        yield Proposal(f"obtain {pattern} := {proof}", 1.5 * weight, source)


def _has_witness(sight: Sight, statement: Term) -> bool:
    """Whether a hypothesis is an instance of what is said to exist, as it is after that was taken apart once."""
    body = substitute(statement.left, {binder.name: Term(variable(binder.name)) for binder in statement.binders})
    return any(match(body, fact.type) is not None for fact in sight.facts)


def _same_values(sight: Sight) -> Iterator[Proposal]:
    """`hf (hx.trans hy.symm)` where `hf : f a = f b → a = b`, and `f x` and `f y` are the same thing."""
    equations: list[tuple[Term, Term, str]] = []
    for fact in sight.facts:
        if fact.type.head == "=":
            left, right = fact.type.arguments
            equations += [(left, right, fact.name), (right, left, f"{fact.name}.symm")]
    known = {fact.type for fact in sight.facts}
    for rule in sight.local_rules:
        premises = [parameter for parameter in rule.parameters if parameter.is_premise]
        if rule.suffix or rule.conclusion.head != "=" or len(premises) != 1:
            continue
        wanted = premises[0].type
        if wanted is None or wanted.head != "=":
            continue
        pairs = ((one, other) for one in equations for other in equations if one[1] == other[0] and one[0] != other[1])
        for (first, _, one), (_, second, other) in pairs:
            values = match(wanted.left, first)
            values = match(wanted.right, second, values) if values is not None else None
            conclusion = substitute(rule.conclusion, values) if values is not None else None
            if conclusion is None or is_open(conclusion) or conclusion in known or conclusion.left == conclusion.right:
                continue
            known |= {conclusion, Term("=", conclusion.arguments[::-1])}
            arguments = [
                f"({one}.trans {other})" if parameter.is_premise else "_" if parameter.is_explicit else None
                for parameter in rule.parameters
            ]
            names = {local.name for local in sight.objects if local.value is None}
            is_variable = any(side.head in names and not side.arguments for side in conclusion.arguments)
            pattern = "rfl" if is_variable else sight.fresh("h", set())
            yield Proposal(f"obtain {pattern} := {written(rule, arguments)}", 5.0, _SOURCE)


def _equal_functions(sight: Sight) -> Iterator[Proposal]:
    """A goal `r b a` with `h : inverse r = r`: the predicate in it is another one, too."""
    goal = sight.conclusion
    for fact in sight.facts:
        if fact.type.head != "=" or not goal.arguments:
            continue
        for side, rewriting in zip(fact.type.arguments, (fact.name, f"← {fact.name}"), strict=True):
            if side.head == goal.head and len(side.arguments) < len(goal.arguments):
                yield Proposal(f"rw [{rewriting}]", 2.0, _SOURCE)


def _instantiate(sight: Sight) -> Iterator[Proposal]:
    """`h : ∀ x, ∃ y, p x y` or `h : ∀ x, p x ∨ q x` at the objects there are."""
    for rule in sight.local_rules:
        if rule.num_premises or not rule.parameters or rule.suffix or rule.conclusion.head not in ("∃", "∨", "∧"):
            continue
        for arguments in islice(_arguments(sight, rule), 4):
            values = {
                parameter.name: Term(argument) for parameter, argument in zip(rule.parameters, arguments, strict=True)
            }
            proof = written(
                rule,
                [
                    argument if parameter.is_explicit else None
                    for parameter, argument in zip(rule.parameters, arguments, strict=True)
                ],
            )
            yield from consequence(sight, proof, substitute(rule.conclusion, values), weight=1.2, source=_SOURCE)


def _arguments(sight: Sight, rule: Rule) -> Iterator[Sequence[str]]:
    """Objects for all parameters of a rule, of the types they ask for, those in the goal first."""
    objects = sorted(sight.objects, key=lambda local: not sight.mentions(local.name))

    def choose(index: int, chosen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if index == len(rule.parameters):
            yield chosen
            return
        wanted = rule.parameters[index].type
        for local in objects:
            if wanted is None or is_open(wanted) or wanted == local.type:
                yield from choose(index + 1, (*chosen, local.name))

    yield from choose(0, ())
