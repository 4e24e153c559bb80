"""A goal as the proposers see it: its conclusion and hypotheses as trees, what is a fact and what is an object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from prover.proof import Goal
from prover.tactics.declared import Definition, InductiveType, ends_in_prop
from prover.tactics.matching import Values, is_variable, match, variable
from prover.tactics.premises import Premises
from prover.tactics.rules import Fact, Rule, head_of, rules_of, specialised
from prover.tactics.selection import Selection, select
from prover.tactics.term_parser import parse_term
from prover.tactics.terms import Term, names_in, substitute, with_fields, with_notation

RELATIONS = frozenset({"=", "≠", "<", "≤", "∣", "∈", "∉", "⊆", "⊂", "↔", "≈", "~", "≡"})
CONNECTIVES = frozenset({"∧", "∨", "↔", "¬", "∃", "∃!", "True", "False"})
# The weight from which on a proposal is the one thing to do.
DECISIVE = 12.0
_MAX_UNFOLDINGS = 3
_NUM_NEAR = 80
_MAX_SPECIALISED = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A tactic and how promising it is.

    Attributes:
        tactic: its text.
        weight: compared with the other proposals for the same goal; about 1 for what is worth a try.
        source: whose idea it was.
        closes: whether it proves the goal or fails, so that trying it costs one check and nothing else.
    """

    tactic: str
    weight: float
    source: str
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Local:
    """One name of the local context. `is_accessible` is False for names that a tactic cannot write."""

    name: str
    type: Term
    value: Term | None
    is_accessible: bool
    is_fact: bool


class Sight:
    """One goal, looked at. Everything is computed when first asked for."""

    def __init__(self, goal: Goal, premises: Premises, *, depth: int = 0) -> None:
        self.goal = goal
        self.premises = premises
        self.depth = depth  # how many tactics it took to get here
        self._written = frozenset(name for hypothesis in goal.hypotheses for name in hypothesis.names)
        self.conclusion = self._parsed(goal.conclusion)

    def _parsed(self, text: str) -> Term:
        return with_fields(parse_term(text), self._written)

    @cached_property
    def meaning(self) -> Term:
        """The conclusion with defined notions unfolded as far as its shape needs."""
        return self.unfolded(self.conclusion)

    def unfolded(self, term: Term) -> Term:
        """The term with the definition at its head replaced by what it means, again and again."""
        for _ in range(_MAX_UNFOLDINGS):
            meaning = self.premises.unfold(term)
            if meaning is None:
                break
            term = meaning
        return term

    def expanded(self, term: Term) -> Term:
        """The term with every definition of the user's own that is no recursion replaced by what it means."""
        if term.binders:
            return term
        inner = Term(term.head, tuple(map(self.expanded, term.arguments)), (), term.text)
        definition = self.premises.definition(inner) if inner.head not in self.names else None
        if definition is None or self.premises.is_library(definition.name):
            return inner
        meaning = definition.unfolded(inner)
        return inner if meaning is None else self.expanded(meaning)

    @cached_property
    def locals(self) -> tuple[Local, ...]:
        """The local context in order."""
        found: list[Local] = []
        kinds: dict[str, bool] = {}  # whether a name is a proposition, or gives one when applied
        for hypothesis in self.goal.hypotheses:
            local_type = self._parsed(hypothesis.type)
            value = None if hypothesis.value is None else self._parsed(hypothesis.value)
            for name in hypothesis.names:
                kinds[name] = ends_in_prop(self.meaning_of_type(local_type))
                is_fact = self._is_proposition(local_type, kinds)
                found.append(Local(name, local_type, value, "✝" not in name, is_fact))
        return tuple(found)

    def meaning_of_type(self, term: Term) -> Term:
        """`Set α` as `α → Prop`, where it was defined so."""
        definition = self.premises.definition(term)
        return (definition.unfolded(term) or term) if definition is not None else term

    def _is_proposition(self, term: Term, kinds: dict[str, bool]) -> bool:
        while term.head in ("→", "∀"):
            bound = {binder.name: ends_in_prop(binder.type) for binder in term.binders if binder.type is not None}
            kinds = {**kinds, **bound}
            term = term.arguments[-1]
        if term.head in RELATIONS or term.head in CONNECTIVES:
            return True
        if term.head in kinds:
            return kinds[term.head]
        if term.head in ("Type", "Sort", "Prop", "fun", "×"):
            return False
        definition = self.premises.definition(term)
        if definition is not None:
            return self.premises.is_proposition(definition)
        inductive = self.premises.types.get(term.head)
        if inductive is not None:
            # A structure without a type written is a proposition for all we know; its name tells.
            return inductive.is_proposition
        return term.head in ("if", "text") or (bool(term.arguments) and term.text in _PREDICATES)

    @cached_property
    def instances(self) -> tuple[tuple[Term, frozenset[str]], ...]:
        """The types that a class is assumed of in the context, with the class and all that it extends."""
        found: list[tuple[Term, frozenset[str]]] = []
        for local in self.locals:
            structure = self.premises.types.get(local.type.head)
            if structure is not None and structure.is_structure and local.name.startswith("inst"):
                found += [(carrier, self._ancestry(local.type.head)) for carrier in local.type.arguments[:1]]
        return tuple(found)

    @property
    def own_types(self) -> frozenset[str]:
        """The types of data that the user's files declare, where no local name hides them."""
        return self.premises.own_types - self.names

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of all instances in the context."""
        return frozenset().union(*(classes for _, classes in self.instances))

    def is_out_of_reach(self, rule: Rule) -> bool:
        """Whether the rule is about a class that nothing in the context belongs to, where something has classes."""
        return bool(self.classes) and any(
            not parameter.is_explicit and not parameter.is_premise and self._is_strange(parameter.type)
            for parameter in rule.parameters
        )

    def _is_strange(self, term: Term | None) -> bool:
        structure = None if term is None else self.premises.types.get(term.head)
        is_class = structure is not None and structure.is_structure and not structure.is_proposition
        return is_class and term is not None and bool(term.arguments) and term.head not in self.classes

    def _ancestry(self, name: str) -> frozenset[str]:
        structure = self.premises.types.get(name)
        parents = structure.parents if structure is not None else ()
        return frozenset({name}).union(*map(self._ancestry, parents))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of the local context."""
        return frozenset(local.name for local in self.locals)

    @cached_property
    def hypotheses(self) -> tuple[Local, ...]:
        """The facts that a tactic can mention, the latest first."""
        return tuple(local for local in reversed(self.locals) if local.is_fact and local.is_accessible)

    @cached_property
    def num_induction_hypotheses(self) -> int:
        """How often induction has been used on the way here, as far as the names of hypotheses tell."""
        return sum("ih" in local.name for local in self.hypotheses)

    @cached_property
    def objects(self) -> tuple[Local, ...]:
        """Numbers, lists, propositions, functions, ...: what is no fact and no type, in order."""
        return tuple(
            local
            for local in self.locals
            if not local.is_fact and local.is_accessible and local.type.head not in ("Type", "Sort")
        )

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The hypotheses as proofs at hand."""
        rules: dict[str, list[Rule]] = {}
        for rule in self.local_rules:
            rules.setdefault(rule.name, []).append(rule)
        return tuple(Fact(local.name, local.type, tuple(rules.get(local.name, ()))) for local in self.hypotheses)

    @cached_property
    def local_rules(self) -> tuple[Rule, ...]:
        """What the hypotheses let us conclude, with definitions unfolded."""
        found: list[Rule] = []
        for local in self.hypotheses:
            found += rules_of(local.name, (), local.type)
            unfolding = rules_of(local.name, (), local.type, unfold=self.premises.unfold)
            found += [rule for rule in unfolding if rule not in found]
            meaning = self.unfolded(local.type)
            if meaning != local.type and meaning.head in ("∧", "↔"):
                found += [rule for rule in rules_of(local.name, (), meaning) if rule not in found]
            found += self._field_rules(local.name, meaning)
        return tuple(found)

    @cached_property
    def lemma_rules(self) -> tuple[Rule, ...]:
        """Lemmas on what the hypotheses say of functions and predicates: with `hf : IsHom f`, what `f` does to powers.

        Their conclusions begin with a variable, so that no goal leads to them.
        """
        notions = {fact.type.head for fact in self.facts} - RELATIONS - CONNECTIVES - {"→", "∀"}
        found: list[Rule] = []
        for lemma in self.premises.lemmas if notions else ():
            if self.premises.is_field(lemma.name):  # `hf.op` says it already
                continue
            for rule in lemma.rules:
                side = rule.conclusion.left if rule.conclusion.head in ("=", "↔", "≤") else rule.conclusion
                if is_variable(side.head) and notions & {head_of(parameter) for parameter in rule.parameters}:
                    found += islice(specialised(rule, self.facts, notions, self._local_type), _MAX_SPECIALISED)
        return tuple(rule for rule in found if len(set(rule.conclusion.arguments)) > 1 or rule.conclusion.head != "=")

    def _field_rules(self, proof: str, statement: Term) -> Iterator[Rule]:
        """What the fields of a structure say, those of its parents included: `h.field`."""
        structure = self.inductive_type(statement)
        if structure is None or not (structure.is_structure and structure.is_proposition):
            return
        values = self._parameter_values(structure, statement)
        for entry in structure.constructors[0].fields:
            if entry.type is not None:
                said = with_notation(substitute(entry.type, values), self.premises.notations)
                yield from rules_of(f"{proof}.{entry.name}", (), said, unfold=self.premises.unfold)
                yield from self._field_rules(f"{proof}.{entry.name}", said)

    def _parameter_values(self, structure: InductiveType, statement: Term) -> dict[str, Term]:
        """What the parameters are: the explicit ones as written, of the others those that their types tell."""
        explicit = [binder for binder in structure.parameters if binder.is_explicit]
        values = {binder.name: value for binder, value in zip(explicit, statement.arguments, strict=False)}
        implicit = {
            binder.name: Term(variable(binder.name)) for binder in structure.parameters if not binder.is_explicit
        }
        told: Values = {}
        for binder in explicit:
            known = self._local_type(values[binder.name]) if binder.name in values else None
            if binder.type is not None and known is not None:
                told = match(substitute(binder.type, implicit), known, told) or told
        return values | {name: told[term.head] for name, term in implicit.items() if term.head in told}

    @cached_property
    def definitions(self) -> tuple[str, ...]:
        """The full names of the defined functions and notions in the conclusion, in order of appearance."""
        return self.definitions_in(self.conclusion)

    def definitions_in(self, term: Term) -> tuple[str, ...]:
        """The full names of the definitions of the user's own that a term mentions."""
        found: dict[str, None] = {}
        for part in _all_parts(term):
            if part.head in self.names:
                continue
            definition = self.definition(part)
            if definition is None or self.premises.is_library(definition.name) or self.premises.is_type(definition):
                continue
            found.setdefault(definition.name)
        return tuple(found)

    @cached_property
    def symbols(self) -> dict[str, float]:
        """What the goal and the hypotheses mention besides each other's names, with how much it matters."""
        found = dict.fromkeys(names_in(self.conclusion) - self.names, 1.0)
        for fact in self.facts:
            for symbol in names_in(fact.type) - self.names:
                found.setdefault(symbol, 0.4)
        return found

    @cached_property
    def is_arithmetic(self) -> bool:
        """Whether a number is in sight: an equation or inequality about terms of type `Nat` or `Int`."""
        relevant = [self.conclusion, *(fact.type for fact in self.facts)]
        if any(_result(local.type).head in _NUMBERS for local in self.locals):
            return any(term.head in ("=", "≠", "<", "≤", "¬", "∨", "∧", "False", "↔") for term in relevant)
        return any(map(self._compares_numbers, relevant))

    def _compares_numbers(self, term: Term) -> bool:
        if term.head in ("¬", "∨", "∧", "↔", "→"):
            return any(map(self._compares_numbers, term.arguments))
        if term.head not in ("=", "≠", "<", "≤"):
            return False
        types = filter(None, map(self.type_of, term.arguments))
        return any(known.head in _NUMBERS for known in types)

    @cached_property
    def has_branches(self) -> bool:
        """Whether computing the goal's definitions, or the goal itself, comes to an `if` or a `match`."""
        known = [definition for names in self.premises.definitions.values() for definition in names]
        wanted = set(self.known_definitions)
        in_definition = any(_BRANCHING & definition.words for definition in known if definition.name in wanted)
        return in_definition or bool(_BRANCHING & self.symbols.keys())

    @cached_property
    def nearness(self) -> dict[str, float]:
        """How near the lemmas are that the retriever finds for the goal, from 0 to 1, by name."""
        near = self.premises.select(self.symbols, count=_NUM_NEAR, goal=self.goal.text)
        return {found.lemma.name: found.nearness for found in near}

    @cached_property
    def selection(self) -> Selection:
        """The lemmas to hand to a tactic that searches by itself."""
        goal_heads = {part.head for term in (self.conclusion, self.meaning) for part in _concluded(term)}
        return select(self.symbols, self.premises, goal_heads=frozenset(goal_heads))

    @cached_property
    def known_definitions(self) -> tuple[str, ...]:
        """The definitions of the user's own in the conclusion and the hypotheses, the conclusion's first."""
        inside = [name for fact in self.facts for name in self.definitions_in(fact.type)]
        return tuple(dict.fromkeys([*self.definitions, *inside]))

    @cached_property
    def _types(self) -> dict[str, Term]:
        return {local.name: local.type for local in self.locals}

    def _local_type(self, term: Term) -> Term | None:
        return None if term.arguments or term.binders else self._types.get(term.head)

    def definition(self, term: Term) -> Definition | None:
        """What defines the head of a term; nothing if it is an operation of a class that the context has."""
        structure, _ = self.premises.fields.get(term.head, (None, None))
        is_qualified = "." in term.text.lstrip(".")
        is_operation = structure is not None and structure.name.rsplit(".", 1)[-1] in self.classes
        return None if is_operation and not is_qualified else self.premises.definition(term)

    def type_of(self, term: Term) -> Term | None:
        """The type of an object, where its head or an operand tells; None where nothing does.

        A name for a type is replaced by what it means, but for one of functions: `Set α` stays.
        """
        known = self._type_as_written(term)
        meaning = known if known is None else self.meaning_of_type(known)
        return known if meaning is None or meaning.head in ("→", "∀") else meaning

    def _type_as_written(self, term: Term) -> Term | None:
        known = self._types.get(term.head)
        if known is None and (definition := self.definition(term)) is not None:
            known = definition.type
        if known is not None:
            for _ in range(len(term.arguments)):
                known = known.arguments[-1] if known.head == "→" else known
            return known if known.head not in ("→", "∀") else None
        if term.head == "::" and (element := self.type_of(term.left)) is not None:
            return Term("List", (element,), (), "List")
        if term.head in _OPERATIONS:
            return next(filter(None, map(self.type_of, term.arguments)), None)
        return self._type_of_operation(term)

    def _type_of_operation(self, term: Term) -> Term | None:
        """The type of a class's operation on operands, if the context has one such class."""
        structure, type_ = self.premises.fields.get(term.head, (None, None))
        if structure is None or type_ is None or len(structure.parameters) != 1:
            return None
        for _ in term.arguments:
            if type_.head != "→":
                return None
            type_ = type_.right
        carriers = [carrier for carrier, classes in self.instances if structure.name.rsplit(".", 1)[-1] in classes]
        return carriers[0] if type_ == Term(structure.parameters[0].name) and len(carriers) == 1 else None

    def computable_in(self, term: Term) -> tuple[str, ...]:
        """The user's definitions that a term applies to something whose shape they look at, notions included."""
        found: dict[str, None] = {}
        for part in _all_parts(term):
            definition = self.premises.definition(part) if part.head not in self.names else None
            if definition is None or self.premises.is_library(definition.name):
                continue
            looked_at = [part.arguments[column] for column in definition.columns if column < len(part.arguments)]
            if looked_at and all(self._has_shape(argument) for argument in looked_at):
                found.setdefault(definition.name)
        return tuple(found)

    def _has_shape(self, term: Term) -> bool:
        """Whether the term is a number, or built by a constructor."""
        if term.head.isdigit() or term.head in ("::", "[]", "true", "false", "none", "some", "()"):
            return True
        if term.head == "+":
            return term.right.head.isdigit()
        return term.head not in self.names and term.head in self.premises.constructors

    def inductive_type(self, term: Term) -> InductiveType | None:
        """The inductive type or predicate that a type is an application of."""
        return self.premises.types.get(term.head) if term.head not in self.names else None

    def fresh(self, wanted: str, taken: set[str]) -> str:
        """A name that neither the goal nor `taken` has; it is added to `taken`."""
        base = wanted if wanted not in ("", "_") else "x"
        name, number = base, 0
        while name in self.names or name in taken:
            number += 1
            name = f"{base}{number}" if not base[-1].isdigit() else f"{base}_{number}"
        taken.add(name)
        return name

    def mentions(self, name: str) -> bool:
        """Whether the conclusion mentions a local name."""
        return name in names_in(self.conclusion)

    @cached_property
    def atoms(self) -> frozenset[str]:
        """The local names in the conclusion."""
        return names_in(self.conclusion) & self.names


_OPERATIONS = frozenset({"+", "-", "*", "/", "%", "^", "++", "∪", "∩", "if"})
_NUMBERS = frozenset({"Nat", "Int"})
_BRANCHING = frozenset({"if", "match"})
_PREDICATES = frozenset({"Decidable", "Nonempty", "Nat.le", "Nat.lt"})


def _result(type_: Term) -> Term:
    """What a function of this type gives in the end."""
    while type_.head in ("→", "∀"):
        type_ = type_.arguments[-1]
    return type_


def _concluded(term: Term) -> Iterator[Term]:
    """The term, and what is shown on the way to it."""
    yield term
    if term.head in ("∧", "∨", "↔"):
        for argument in term.arguments:
            yield from _concluded(argument)
    elif term.head in ("→", "∀", "∃"):
        yield from _concluded(term.arguments[-1])


def _all_parts(term: Term) -> Iterator[Term]:
    yield term
    for argument in term.arguments:
        yield from _all_parts(argument)
    for binder in term.binders:
        if binder.type is not None:
            yield from _all_parts(binder.type)
