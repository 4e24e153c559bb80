"""Which witness an existence statement wants: one that a hypothesis or an equation names, or a guess from the goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product

from prover.tactics.computing import witnesses
from prover.tactics.matching import WILDCARD, Values, is_variable, match, specificity, variable
from prover.tactics.patterns import inductive_type
from prover.tactics.proposers.algebra import laws_for
from prover.tactics.rules import Fact, written
from prover.tactics.sight import Proposal, Sight
from prover.tactics.terms import Binder, Term, names_in, render, render_argument, size, substitute

_SOURCE = "witnesses"
_MAX_GUESSES, _MAX_COMPUTED = 14, 8
_MAX_INNER = 4
_MAX_BINDERS, _MAX_POOL, _MAX_ENUMERATED = 3, 9, 30
_UNBUILT = frozenset({"Int", "×"})
_NUMBERS = ("0", "1")


def propose(sight: Sight) -> Iterator[Proposal]:
    """`exact ⟨w, h⟩` where the hypotheses tell, `refine ⟨w, ?_⟩` where it has to be guessed."""
    goal = sight.meaning
    if goal.head not in ("∃", "∃!"):
        return
    seen: set[str] = set()
    laws = ", ".join([*sight.definitions_in(goal.left), *laws_for(sight, goal.left)])
    for proposal in _told(sight, goal):
        if proposal.tactic not in seen:
            seen.add(proposal.tactic)
            yield proposal
    found = witnesses(goal) if not names_in(goal) & sight.names else None
    if found is not None:
        listed = ", ".join(map(str, found))
        yield Proposal(f"exact ⟨{listed}, by first | decide | omega | simp⟩", 6.0, _SOURCE, closes=True)
    yield from _known(sight, goal)
    yield from _chosen(sight, goal)
    yield from _enumerated(sight, goal)
    for rank, guess in enumerate(islice(_guesses(sight, goal), _MAX_GUESSES)):
        if guess not in seen:
            yield Proposal(f"refine ⟨{guess}, ?_⟩", 1.2 * 0.85**rank, _SOURCE)
            if goal.left.head == "=" and rank < _MAX_COMPUTED:
                yield Proposal(f"exact ⟨{guess}, by simp [{laws}]⟩", 1.0 * 0.9**rank, _SOURCE, closes=True)
    yield Proposal("constructor", 0.05, _SOURCE)


def _enumerated(sight: Sight, goal: Term) -> Iterator[Proposal]:
    """Small values for all witnesses at once, each tried with what simplifying proves: one check for all of them."""
    binders: list[Binder] = []
    body = goal
    while body.head == "∃":
        binders += body.binders
        body = body.left
    pools = [list(islice(_small_values(sight, binder, body), _MAX_POOL)) for binder in binders]
    is_numeric = any(pool and set(pool) & set(_NUMBERS) for pool in pools)
    ranked = sorted(product(*map(enumerate, pools)), key=lambda choice: sum(rank for rank, _ in choice))
    chosen = [choice for choice in ranked if len(set(choice)) == len(choice)]
    if not chosen or len(binders) > _MAX_BINDERS:
        return
    listed = ", ".join(sight.known_definitions)
    # What a `by` inside a term leaves unsolved is an error that `first` does not see.
    simplify = f"(simp_all [{listed}]; done)" if listed else "(simp_all; done)"
    if is_numeric:
        simplify = f"first | omega | {simplify}"
    lines = [
        f"| (refine ⟨{', '.join(value for _, value in choice)}, ?_⟩; {simplify})" for choice in chosen[:_MAX_ENUMERATED]
    ]
    yield Proposal("\n".join(["first", *lines]), 3.0, _SOURCE, closes=True)


def _small_values(sight: Sight, binder: Binder, body: Term) -> Iterator[str]:
    """Objects of the type, the latest first, and what its constructors make of them."""
    wanted = binder.type or _type_in(sight, binder.name, body)
    if wanted is None:
        return
    inductive = inductive_type(sight, wanted)
    constructors = inductive.constructors if inductive is not None and wanted.head not in _UNBUILT else ()
    objects = [local.name for local in reversed(sight.objects) if local.type == wanted]
    bases = ["[]" if wanted.head == "List" else f".{known.name}" for known in constructors if not known.fields]
    bases = [*_NUMBERS] if wanted.head in ("Nat", "Int") else bases
    yield from objects[:2]
    yield from bases
    yield from objects[2:]
    if wanted.head == "List" and wanted.arguments:
        elements = [local.name for local in reversed(sight.objects) if local.type == wanted.left]
        yield from (f"{element} :: {rest}" for element in elements[:3] for rest in (*objects[:3], "[]"))
    elif wanted.head in ("Nat", "Int"):
        yield from (f"{name} + 1" for name in objects[:3])
        yield from (f"{name} - 1" for name in objects[:2] if wanted.head == "Int")
        yield from (f"{b} + {a}" for a, b in pairwise(objects[:3]))
    for known in constructors if wanted.head not in ("List", "Nat") else ():
        fitting = [
            [local.name for local in reversed(sight.objects) if local.type == field.type] for field in known.fields
        ]
        yield from (f".{known.name} {' '.join(chosen)}" for chosen in islice(product(*fitting), 2) if chosen)


def _type_in(sight: Sight, name: str, term: Term) -> Term | None:
    """The type of a bound variable, from what it is an operand or an argument of."""
    if any(argument.head == name and not argument.arguments for argument in term.arguments):
        others = [argument for argument in term.arguments if argument.head != name]
        if term.head == "::" and term.arguments[-1].head == name and (known := sight.type_of(term.left)) is not None:
            return Term("List", (known,), (), "List")
        definition = sight.premises.definition(term) if term.head not in sight.names else None
        if definition is not None and not sight.premises.is_library(definition.name):
            explicit = [parameter for parameter in definition.binders if parameter.is_explicit]
            place = next(index for index, argument in enumerate(term.arguments) if argument.head == name)
            return explicit[place].type if place < len(explicit) else None
        if len(term.arguments) == 2 and term.head != "::":
            return next(filter(None, map(sight.type_of, others)), None)
    return next(filter(None, (_type_in(sight, name, argument) for argument in term.arguments)), None)


def _known(sight: Sight, goal: Term) -> Iterator[Proposal]:
    """`exact ⟨_, P ..⟩` where a lemma or a hypothesis says that something has the property."""
    if len(goal.binders) != 1:
        return
    wanted = substitute(goal.left, {goal.binders[0].name: WILDCARD})
    if wanted.head in ("∧", "∨", "¬", WILDCARD.head):
        return
    rules = [(None, rule) for rule in sight.local_rules]
    for lemma, rule in (*rules, *sight.premises.rules_for(wanted.head)):
        is_core = lemma is not None and sight.premises.is_core(lemma)
        if is_core or specificity(rule.conclusion) <= 1 or match(rule.conclusion, wanted) is None:
            continue
        arguments = ["(by assumption)" if p.is_premise else "_" if p.is_explicit else None for p in rule.parameters]
        yield Proposal(f"exact ⟨_, {written(rule, arguments)}⟩", 1.0, _SOURCE, closes=True)


def _chosen(sight: Sight, goal: Term) -> Iterator[Proposal]:
    """A function that chooses, for every object, what a hypothesis says there is for it."""
    if len(goal.binders) != 1:
        return
    for fact in sight.facts:
        meaning = sight.unfolded(fact.type)
        if meaning.head == "∀" and len(meaning.binders) == 1 and meaning.left.head == "∃":
            function = f"fun x => Classical.choose ({render_argument(Term(fact.name))} x)"
            spec = f"fun x => Classical.choose_spec ({render_argument(Term(fact.name))} x)"
            yield Proposal(f"exact ⟨{function}, {spec}⟩", 4.0, _SOURCE, closes=True)
            yield Proposal(f"refine ⟨{function}, ?_⟩", 0.8, _SOURCE)


def _told(sight: Sight, goal: Term) -> Iterator[Proposal]:
    """Match the parts of the body against the hypotheses: what they have in common says what the witness is."""
    names = {binder.name: Term(variable(binder.name)) for binder in goal.binders}
    body = substitute(goal.left, names)
    parts = _conjuncts(body)
    for values, proofs in islice(_solutions(sight, parts, {}), 6):
        witnesses = [values.get(name.head) for name in names.values()]
        if any(witness is None for witness in witnesses):
            continue
        written = [render(witness) for witness in witnesses if witness is not None]
        holes = [proof or "?_" for proof in proofs]
        text = f"⟨{', '.join([*written, *holes])}⟩"
        if all(proofs):
            yield Proposal(f"exact {text}", 6.0, _SOURCE, closes=True)
        else:
            yield Proposal(f"refine {text}", 4.0 * sum(proof is not None for proof in proofs) / len(proofs), _SOURCE)


def _solutions(sight: Sight, parts: Sequence[Term], values: Values) -> Iterator[tuple[Values, tuple[str | None, ...]]]:
    """Ways to prove some of the parts by hypotheses or by computing, those with the most proofs first."""
    if not parts:
        yield values, ()
        return
    for extended, proof in (*_proofs(sight, substitute(parts[0], values), values), (values, None)):
        for found, proofs in _solutions(sight, parts[1:], extended):
            yield found, (proof, *proofs)


def _proofs(sight: Sight, part: Term, values: Values) -> Iterator[tuple[Values, str]]:
    """Proofs of one part: a hypothesis, `rfl`, or proofs of what it means by its definition."""
    for fact in sight.facts:
        for suffix, statement in _readings(fact):
            extended = match(part, statement, values)
            if extended is not None:
                yield extended, fact.name + suffix
    if part.head == "=":
        for pattern, target in (part.arguments, reversed(part.arguments)):
            extended = match(pattern, target, values) if not any(map(is_variable, names_in(target))) else None
            if extended is not None:
                yield extended, "rfl"
    meaning = sight.unfolded(part)
    if meaning.head == "∧" and meaning != part:
        for extended, inner in islice(_solutions(sight, _conjuncts(meaning), values), _MAX_INNER):
            if all(inner):
                yield extended, f"⟨{', '.join(map(str, inner))}⟩"


def _readings(fact: Fact) -> Iterator[tuple[str, Term]]:
    """What a hypothesis says, and an equation from right to left as well."""
    yield "", fact.type
    if fact.type.head in ("=", "≠", "↔"):
        yield ".symm", Term(fact.type.head, (fact.type.right, fact.type.left))


def _conjuncts(term: Term) -> list[Term]:
    return [term.left, *_conjuncts(term.right)] if term.head == "∧" else [term]


def _guesses(sight: Sight, goal: Term) -> Iterator[str]:
    """Objects, the latest first; sums and products of two; small numbers; terms of the goal; values of functions."""
    wanted = goal.binders[0].type
    objects = [local for local in reversed(sight.objects) if local.type.head != "Prop"]
    fitting = [local for local in objects if wanted is None or local.type == wanted]
    names = [local.name for local in fitting if local.type.head not in ("→", "∀")]
    symbols = names_in(goal).union(*(names_in(fact.type) for fact in sight.facts))
    operations = [op for op in ("+", "*", "++") if op in symbols]
    kinds = {local.type.head for local in fitting} | ({wanted.head} if wanted is not None else set())
    is_number, is_integer = bool(kinds & {"Nat", "Int"}), "Int" in kinds
    yield from names[:2]
    yield from (f"{second} {op} {first}" for op in operations for first, second in pairwise(names[:2]))
    yield from _NUMBERS if is_number else ()
    yield from names[2:4]
    inside = dict.fromkeys(
        part
        for term in (sight.conclusion, *(fact.type for fact in sight.facts))
        for part in term.subterms()
        if part.arguments and size(part) <= 4 and names_in(part) & sight.names and part.head not in _PROPOSITIONS
        if sight.premises.unfold(part) is None
    )
    for function in objects:
        if function.type.head in ("→", "∀"):
            for argument in objects:
                if function.type.arguments[0] == argument.type:
                    yield f"{function.name} {argument.name}"
    for part in inside:
        yield render(part)
    yield from (f"{name} + 1" for name in names[:3] if is_number)
    yield from (f"{name} - 1" for name in names[:2] if is_integer)
    yield from (f"-{name}" for name in names[:2] if is_integer)
    yield from names[4:]
    yield from (f"{b} {op} {a}" for op in operations for i, a in enumerate(names[:3]) for b in names[i + 1 : 3])
    if wanted is not None and wanted.head in ("→", "∀"):
        yield from ("fun x => x", *(f"fun _ => {local.name}" for local in objects[:2]))


_PROPOSITIONS = frozenset(
    {"=", "≠", "<", "≤", "∧", "∨", "¬", "→", "↔", "∃", "∀", "∣", "∈", "fun", "?", "⟨⟩", "@", "if"}
)
