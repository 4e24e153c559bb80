"""What a statement lets you conclude: a lemma or a hypothesis as premises and conclusion, ready to be applied.

`∀ n, p n → q n` says: to get `q ?n`, show `p ?n`. An equivalence holds two such rules, a conjunction one for each part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from prover.tactics.matching import Values, is_open, is_variable, match, specificity, variable
from prover.tactics.terms import Binder, Term, names_in, substitute, with_notation

_MAX_APPLICATIONS = 3
_MAX_TRIALS = 200


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a rule has to be given: a value for a variable, or a proof. Types are patterns."""

    name: str
    type: Term | None
    is_explicit: bool
    is_premise: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to use a statement.

    Attributes:
        name: of the lemma or hypothesis.
        parameters: all of them, in order.
        conclusion: a pattern.
        suffix: what turns a proof of the statement into one of the conclusion: `.mp`, `.symm`, `.left`, or nothing.
        num_applied: how many parameters stand before the suffix; those behind belong to what the suffix gives.
    """

    name: str
    parameters: tuple[Parameter, ...]
    conclusion: Term
    suffix: str = ""
    num_applied: int = 0

    @property
    def num_premises(self) -> int:
        return sum(parameter.is_premise for parameter in self.parameters)

    def in_notation(self, symbols: Mapping[str, str]) -> Rule:
        """The rule with symbols in place of the functions that they stand for."""
        parameters = tuple(
            parameter if parameter.type is None else replace(parameter, type=with_notation(parameter.type, symbols))
            for parameter in self.parameters
        )
        return replace(self, parameters=parameters, conclusion=with_notation(self.conclusion, symbols))


@dataclass(frozen=True, slots=True)
class Application:
    """A rule with its parameters filled in.

    Attributes:
        text: the term, with `?_` for proofs that are missing and `_` for what Lean finds out.
        num_holes: the proofs that are missing.
        is_determined: whether every variable has a value, so that no goal is left with a metavariable.
        conclusion: what it proves.
        specificity: how much of the conclusion was in the pattern.
    """

    text: str
    num_holes: int
    is_determined: bool
    conclusion: Term
    specificity: int


def rules_of(
    name: str, binders: Sequence[Binder], statement: Term, *, unfold: Callable[[Term], Term | None] | None = None
) -> list[Rule]:
    """Every rule of a statement. `unfold` says what a defined proposition means; without it none is looked into."""
    parameters, conclusion = flattened(binders, statement, unfold=unfold)
    found = list(_parts(Rule(name, parameters, conclusion, "", len(parameters)), unfold))
    if conclusion.head == "False" and parameters and (denied := parameters[-1].type) is not None:
        whole = Term("¬", (denied,))
        found.append(Rule(name, parameters[:-1], whole, "", len(parameters) - 1))
    return found


def flattened(
    binders: Sequence[Binder], statement: Term, *, unfold: Callable[[Term], Term | None] | None = None
) -> tuple[tuple[Parameter, ...], Term]:
    """The parameters and the conclusion of `∀ x, p x → q x`, the binders before it included."""
    collected: list[Binder] = []
    values: dict[str, Term] = {}

    def add(binder: Binder) -> None:
        bound_type = None if binder.type is None else substitute(binder.type, values)
        name = variable(f"{binder.name}.{len(collected)}")
        values[binder.name] = Term(name, text=name)
        collected.append(Binder(name, bound_type, binder.bracket))

    for binder in binders:
        add(binder)
    rest = substitute(statement, values)
    while True:
        values = {}
        if rest.head == "∀":
            for binder in rest.binders:
                add(binder)
            rest = substitute(rest.left, values)
        elif rest.head == "→":
            add(Binder("_", rest.left))
            rest = rest.right
        elif rest.head == "¬":
            add(Binder("_", rest.left))
            rest = Term("False", text="False")
        elif rest.head == "≠":
            add(Binder("_", Term("=", rest.arguments)))
            rest = Term("False", text="False")
        elif unfold is not None and (meaning := unfold(rest)) is not None and meaning.head in ("∀", "→", "¬", "≠"):
            rest = meaning
        else:
            return _parameters(collected, rest), rest


def _parameters(collected: Sequence[Binder], conclusion: Term) -> tuple[Parameter, ...]:
    """A parameter that nothing later mentions is a premise: only its being there matters."""
    mentioned = set(names_in(conclusion))
    found: list[Parameter] = []
    for binder in reversed(collected):
        is_premise = binder.name not in mentioned and binder.bracket != "[" and binder.type is not None
        found.append(Parameter(binder.name, binder.type, binder.is_explicit, is_premise))
        if binder.type is not None:
            mentioned |= names_in(binder.type)
    return tuple(reversed(found))


def _parts(rule: Rule, unfold: Callable[[Term], Term | None] | None) -> Iterator[Rule]:
    """The rule itself and what its conclusion contains."""
    yield rule
    conclusion = rule.conclusion
    if conclusion.head == "↔":
        for suffix, premise, result in (
            (".mp", conclusion.left, conclusion.right),
            (".mpr", conclusion.right, conclusion.left),
        ):
            inner, final = flattened([Binder("_", premise)], result, unfold=unfold)
            renamed, final = _renamed(inner, final, suffix)
            yield replace(rule, parameters=rule.parameters + renamed, conclusion=final, suffix=rule.suffix + suffix)
    elif conclusion.head == "∧":
        for suffix, part in zip((".left", ".right"), conclusion.arguments, strict=True):
            inner, final = flattened([], part, unfold=unfold)
            renamed, final = _renamed(inner, final, suffix)
            split = replace(rule, parameters=rule.parameters + renamed, conclusion=final, suffix=rule.suffix + suffix)
            yield from _parts(split, unfold) if not renamed else [split]
    elif conclusion.head in ("=", "≠"):
        yield replace(
            rule, conclusion=Term(conclusion.head, (conclusion.right, conclusion.left)), suffix=rule.suffix + ".symm"
        )


def _renamed(parameters: tuple[Parameter, ...], conclusion: Term, suffix: str) -> tuple[tuple[Parameter, ...], Term]:
    """The parameters under names that those before the suffix do not have."""
    values = {parameter.name: Term(parameter.name + suffix) for parameter in parameters}
    renamed = tuple(
        replace(
            parameter,
            name=parameter.name + suffix,
            type=None if parameter.type is None else substitute(parameter.type, values),
        )
        for parameter in parameters
    )
    return renamed, substitute(conclusion, values)


def motive_of(rule: Rule) -> Parameter | None:
    """The parameter that the rule concludes, if it is any property at all, of variables, and something is asked for."""
    conclusion = rule.conclusion
    if not is_variable(conclusion.head) or not conclusion.arguments or rule.suffix or not rule.num_premises:
        return None
    heads = {
        argument.head for argument in conclusion.arguments if not argument.arguments and is_variable(argument.head)
    }
    if len(heads) < len(conclusion.arguments):
        return None
    motive = next((parameter for parameter in rule.parameters if parameter.name == conclusion.head), None)
    if motive is None or motive.type is None or motive.type.head != "→" or motive.type.arguments[-1].head != "Prop":
        return None
    return motive


@dataclass(frozen=True, slots=True)
class Fact:
    """A proof at hand: a name and what it proves; `rules` are what it gives once it is applied to something."""

    name: str
    type: Term
    rules: tuple[Rule, ...] = ()


TypeOf = Callable[[Term], Term | None]


def _unknown(_term: Term) -> None:
    """The type of a term, where nobody knows any."""


def fits(rule: Rule, values: Values, type_of: TypeOf) -> bool:
    """Whether the values have the types that the rule wants, as far as those are known."""
    for parameter in rule.parameters:
        value = values.get(parameter.name)
        if value is None or parameter.type is None or is_variable(parameter.type.head):
            continue
        known = type_of(value)
        if known is not None and known.head != parameter.type.head:
            return False
    return True


def backward(rule: Rule, goal: Term, facts: Sequence[Fact], type_of: TypeOf = _unknown) -> list[Application]:
    """How the rule proves the goal, the ways that leave the least to do first; empty if its conclusion is another."""
    values = match(rule.conclusion, goal)
    if values is None or not fits(rule, values, type_of):
        return []
    found = _filled(rule, values, facts, allows_holes=True)
    found.sort(key=lambda application: (not application.is_determined, application.num_holes))
    return found[:_MAX_APPLICATIONS]


def forward(rule: Rule, facts: Sequence[Fact], type_of: TypeOf = _unknown) -> list[Application]:
    """What the rule gives where all its premises are at hand."""
    if rule.num_premises == 0:
        return []
    found = _filled(rule, {}, facts, allows_holes=False, type_of=type_of)
    return [application for application in found if application.is_determined][:_MAX_APPLICATIONS]


def head_of(parameter: Parameter) -> str | None:
    """The head of a premise; None for what is no premise."""
    return parameter.type.head if parameter.is_premise and parameter.type is not None else None


def specialised(rule: Rule, facts: Sequence[Fact], heads: Collection[str], type_of: TypeOf) -> Iterator[Rule]:
    """The rule with every premise of these heads filled by a fact: a rule on the functions that the facts are about.

    Args:
        rule: the rule.
        facts: what is at hand.
        heads: of the premises to fill; the rule has one of them.
        type_of: the type of a local name.
    """
    place = max(index for index, parameter in enumerate(rule.parameters) if head_of(parameter) in heads) + 1
    if place > rule.num_applied:
        return
    front, back = rule.parameters[:place], rule.parameters[place:]
    wanted = [parameter for parameter in front if parameter.is_premise]
    if any(head_of(parameter) not in heads for parameter in wanted):
        return

    def fill(index: int, values: Values, chosen: dict[str, str]) -> Iterator[tuple[Values, dict[str, str]]]:
        if index == len(wanted):
            yield values, chosen
            return
        premise = wanted[index].type
        assert premise is not None
        for fact in facts:
            extended = match(substitute(premise, values), fact.type, values)
            if extended is not None:
                yield from fill(index + 1, extended, {**chosen, wanted[index].name: fact.name})

    for found, chosen in fill(0, {}, {}):
        values = _with_types(found, front, type_of)
        # What the facts leave open stays a variable that Lean finds out.
        left_over = [replace(parameter, is_explicit=False) for parameter in front if parameter.name not in values]
        open_ = [parameter for parameter in left_over if parameter.name not in chosen]
        arguments = [chosen.get(parameter.name, "_") for parameter in front if parameter.is_explicit]
        yield Rule(
            name=f"({' '.join([rule.name, *arguments])})",
            parameters=tuple(
                replace(parameter, type=None if parameter.type is None else substitute(parameter.type, values))
                for parameter in (*open_, *back)
            ),
            conclusion=substitute(rule.conclusion, values),
            suffix=rule.suffix,
            num_applied=rule.num_applied - place + len(open_),
        )


def _with_types(values: Values, parameters: Sequence[Parameter], type_of: TypeOf) -> Values:
    """The values, and those of the type variables that the types of the values tell."""
    for parameter in parameters:
        value = values.get(parameter.name)
        known = None if value is None else type_of(value)
        if parameter.type is not None and known is not None:
            values = match(parameter.type, known, values) or values
    return values


def _filled(
    rule: Rule, values: Values, facts: Sequence[Fact], *, allows_holes: bool, type_of: TypeOf = _unknown
) -> list[Application]:
    premises = [parameter for parameter in rule.parameters if parameter.is_premise]
    found: list[Application] = []
    trials = 0

    def fill(index: int, values: Values, chosen: dict[str, str]) -> None:
        nonlocal trials
        if trials > _MAX_TRIALS or len(found) >= 4 * _MAX_APPLICATIONS:
            return
        if index == len(premises):
            if fits(rule, values, type_of):
                found.append(_application(rule, values, chosen))
            return
        premise = premises[index]
        assert premise.type is not None
        wanted = substitute(premise.type, values)
        for fact in facts:
            trials += 1
            extended = match(wanted, fact.type, values)
            if extended is not None:
                fill(index + 1, extended, {**chosen, premise.name: fact.name})
        if not is_open(wanted):
            for proof in islice(_derived(wanted, facts), 2):
                fill(index + 1, values, {**chosen, premise.name: f"({proof})"})
        if wanted.head in ("=", "↔") and wanted.left == wanted.right:
            proof = "rfl" if wanted.head == "=" else "Iff.rfl"
            fill(index + 1, values, {**chosen, premise.name: proof})
        elif allows_holes:
            fill(index + 1, values, chosen)

    fill(0, values, {})
    return found


def _derived(wanted: Term, facts: Sequence[Fact]) -> Iterator[str]:
    """Proofs of `wanted` by applying one fact to others."""
    plain = [Fact(fact.name, fact.type) for fact in facts]
    for fact in facts:
        for rule in fact.rules:
            if rule.parameters and rule.conclusion.head == wanted.head:
                yield from (found.text for found in backward(rule, wanted, plain) if found.num_holes == 0)


def _application(rule: Rule, values: Values, chosen: dict[str, str]) -> Application:
    arguments = [
        (chosen.get(parameter.name, "?_") if parameter.is_premise else "_") if parameter.is_explicit else None
        for parameter in rule.parameters
    ]
    missing = [parameter for parameter in rule.parameters if parameter.is_premise and parameter.name not in chosen]
    conclusion = substitute(rule.conclusion, values)
    is_determined = not any(is_open(substitute(parameter.type, values)) for parameter in missing if parameter.type)
    is_determined = is_determined and not is_open(conclusion)
    return Application(
        text=written(rule, arguments),
        num_holes=len(missing),
        is_determined=is_determined,
        conclusion=conclusion,
        specificity=specificity(rule.conclusion),
    )


def written(rule: Rule, arguments: Sequence[str | None]) -> str:
    """The rule's name, its suffix, and the arguments where they belong; None stands for an implicit one."""
    before = [argument for argument in arguments[: rule.num_applied] if argument is not None]
    after = [argument for argument in arguments[rule.num_applied :] if argument is not None]
    function = " ".join([rule.name, *before])
    if rule.suffix:
        function = f"({function}){rule.suffix}" if before else f"{function}{rule.suffix}"
    return " ".join([function, *after])
