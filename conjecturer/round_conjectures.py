"""One round's conjectures on one ground: made by mutation and by the language model, screened, and the best chosen."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from conjecturer.conjecture import Conjecture, KnownTheorem
from conjecturer.exploration.explore import Law, drawn, explore
from conjecturer.ground import Ground
from conjecturer.language_model import FAMILY, LanguageModelConjecturer, Seed, SymbolicGuide
from conjecturer.mutation.mutate import Mutator
from conjecturer.proving import read_steps
from conjecturer.run_records import (
    ConjectureRecord,
    Conjectures,
    Explored,
    SelfPlayConfiguration,
    last_made,
    read_record,
    write_record,
)
from conjecturer.screening import Screen, Screened
from conjecturer.selection import easy_share, embedded, matching_weights
from conjecturer.statement import read_statement

_NUM_LEMMAS = 40
_SEEDS_PER_CONJECTURE = 0.5
_CANDIDATES_PER_CONJECTURE = 6
_NUM_SAMPLES = 4


class RoundConjectures:
    """Makes the conjectures of a round.

    Args:
        folder: the run's.
        number: which round.
        configuration: the run's.
        held_out: what must not be learnt from, by ground: it is neither mutated nor mutated with.
        note: gets a line on what is being done.
    """

    def __init__(
        self,
        folder: Path,
        number: int,
        configuration: SelfPlayConfiguration,
        held_out: Mapping[str, Sequence[str]],
        *,
        note: Callable[[str], None],
    ) -> None:
        self._folder = folder
        self._number = number
        self._configuration = configuration
        self._held_out = held_out
        self._note = note

    def on(self, ground: Ground) -> Conjectures:
        """The conjectures on a ground; those that were made before are read."""
        path = self._folder / f"round-{self._number}" / f"conjectures-{ground.name}.json"
        known = read_record(path, Conjectures)
        if known is not None:
            return known
        self._note(f"round {self._number}, {ground.name}: conjecturing")
        candidates = self._candidates(ground)
        made = self._screened(ground, candidates, keep_trivial=False)
        if not any(entry.verdict == "passed" for entry in made.conjectures):
            counts = Counter(entry.verdict for entry in made.conjectures).most_common()
            why = ", ".join(f"{count} {verdict}" for verdict, count in counts) or "none were made"
            note = f"{ground.name}: no conjecture was new and not trivial ({why}), so trivial ones were let through"
            made = Conjectures(note=note, conjectures=self._screened(ground, candidates, keep_trivial=True).conjectures)
        write_record(path, made)
        return made

    def _candidates(self, ground: Ground) -> list[Conjecture]:
        chance = random.Random(f"{self._configuration.seed} {self._number} {ground.name} conjectures")
        share = self._configuration.num_conjectures // len(self._configuration.repositories) or 1
        seeds = self._seeds(ground)
        chosen = chance.sample(seeds, min(len(seeds), max(2, int(share * _SEEDS_PER_CONJECTURE))))
        found: list[Conjecture] = []
        count = share * _CANDIDATES_PER_CONJECTURE
        ablation = self._configuration.ablation
        if ablation not in ("language-model-only", "exploration-only"):
            mutator = Mutator(ground, num_lemmas=_NUM_LEMMAS, without=self._held_out[ground.name])
            found += mutator.mutants_of(chosen)
        if ablation not in ("mutation-only", "exploration-only"):
            is_alone = ablation == "language-model-only"
            found += self._from_model(ground, chosen, chance, num_samples=count if is_alone else _NUM_SAMPLES)
        chance.shuffle(found)
        if ablation in ("mutation-only", "language-model-only"):
            return found[:count]
        explored = drawn(self._explored(ground), count, chance=chance)
        return _alternating(explored, found)[:count]

    def _explored(self, ground: Ground) -> tuple[Law, ...]:
        """What exploration has found: the same in every round, so that each draws from it what suits its theorems."""
        path = self._folder / f"explored-{ground.name}.json"
        known = read_record(path, Explored)
        if known is None:
            known = Explored(laws=tuple(explore(ground, seed=self._configuration.seed)))
            write_record(path, known)
        return known.laws

    def _seeds(self, ground: Ground) -> list[KnownTheorem]:
        """What is mutated: the repository's theorems that are not held out, and the conjectures that were proved."""
        held_out = set(self._held_out[ground.name])
        own = [entry for entry in ground.own_theorems if entry.name not in held_out and entry.is_proved]
        return own + [entry for _, entry in self._proved_conjectures(ground)]

    def _proved_conjectures(self, ground: Ground) -> Iterator[tuple[ConjectureRecord, KnownTheorem]]:
        for number in range(1, self._number):
            earlier = self._folder / f"round-{number}"
            record = read_record(earlier / f"conjectures-{ground.name}.json", Conjectures)
            if record is None:
                continue
            passed = [entry for entry in record.conjectures if entry.verdict == "passed"]
            proofs = {step.name: step.proof for step in read_steps(earlier / f"proving-{ground.name}")}
            for place, entry in enumerate(passed):
                proof = proofs.get(f"conjecture_{number}_{place}")
                if proof is not None:
                    text = read_statement(entry.statement).closed(proof.strip().removeprefix(":=").strip())
                    yield entry, KnownTheorem(f"conjecture_{number}_{place}", entry.statement, proof=text)

    def _from_model(
        self, ground: Ground, seeds: Sequence[KnownTheorem], chance: random.Random, *, num_samples: int
    ) -> list[Conjecture]:
        folder = conjecturer_model(self._folder, self._number)
        if folder is None:
            return []
        from prover.tactics.model import load_model  # here, because torch takes seconds to import
        from prover.tactics.transformer import TransformerModel

        lemmas = [entry for entry in ground.lemmas if entry.name not in set(self._held_out[ground.name])]
        model = TransformerModel(load_model(str(folder)), family=FAMILY)
        guide = SymbolicGuide(self._unproved(ground)) if self._is_conditioned else None
        conjecturer = LanguageModelConjecturer(model, guide=guide)
        proofs = ground.written_proofs
        pairs = [Seed(chance.choice(lemmas), seed, seed.proof or proofs.get(seed.name, "")) for seed in seeds]
        return conjecturer.conjectures(pairs, num_samples=num_samples, seed=self._configuration.seed + self._number)

    @property
    def _is_conditioned(self) -> bool:
        return self._configuration.ablation != "no-conditioning"

    def _unproved(self, ground: Ground) -> list[str]:
        """The theorems of the repository that no round has proved yet."""
        proved = {
            step.name
            for number in range(self._number)
            for step in read_steps(self._folder / f"round-{number}" / f"proving-{ground.name}")
        }
        held_out = set(self._held_out[ground.name])
        return [
            entry.statement for entry in ground.own_theorems if entry.name not in proved and entry.name not in held_out
        ]

    def _screened(self, ground: Ground, candidates: Sequence[Conjecture], *, keep_trivial: bool) -> Conjectures:
        screen = Screen(ground, forms=self._earlier_forms(ground), keep_trivial=keep_trivial)
        screened = screen.screen(candidates)
        share = self._configuration.num_conjectures // len(self._configuration.repositories) or 1
        screened = _with_easy_ones(screened, int(share * easy_share(self._configuration.dial)))
        kept = self._kept(ground, [entry for entry in screened if entry.verdict == "passed"], share)
        records = [_record(entry) for entry in screened if entry.verdict != "passed"]
        records += [_record(entry) for entry in kept]
        surplus = [entry for entry in screened if entry.verdict == "passed" and entry not in kept]
        records += [_record(entry).model_copy(update={"verdict": "surplus"}) for entry in surplus]
        return Conjectures(conjectures=tuple(records))

    def _kept(self, ground: Ground, passed: Sequence[Screened], count: int) -> list[Screened]:
        """As many as are attempted: those that lie where the unproved theorems lie come first."""
        if len(passed) <= count or not self._is_conditioned:
            return list(passed[:count])
        vectors = embedded([entry.conjecture.statement for entry in passed])
        weights = matching_weights(vectors, embedded(self._unproved(ground)))
        best = sorted(range(len(passed)), key=lambda place: -weights[place])[:count]
        return [passed[place] for place in sorted(best)]

    def _earlier_forms(self, ground: Ground) -> list[str]:
        forms: list[str] = []
        for number in range(1, self._number):
            path = self._folder / f"round-{number}" / f"conjectures-{ground.name}.json"
            record = read_record(path, Conjectures)
            forms += [entry.form for entry in record.conjectures if entry.form] if record is not None else []
        return forms


def _with_easy_ones(screened: Sequence[Screened], count: int) -> list[Screened]:
    """Let a few pass that one tactic proves, the first ones: which tactic that is must be learnt, too.

    Only beside others: where nothing else passes, the round says so and lets all of them through.
    """
    if not any(entry.verdict == "passed" for entry in screened):
        return list(screened)
    easy = [place for place, entry in enumerate(screened) if entry.verdict == "trivial"][:count]
    return [replace(entry, verdict="passed") if place in easy else entry for place, entry in enumerate(screened)]


def conjecturer_model(folder: Path, number: int) -> Path | None:
    """The conjecturer's model with which a round begins; None while there is none."""
    return last_made(folder, "conjecturer", before=number)


def _alternating(some: Sequence[Conjecture], others: Sequence[Conjecture]) -> list[Conjecture]:
    """Both by turns, as long as each of them lasts."""
    pairs = itertools.zip_longest(some, others)
    return [each for pair in pairs for each in pair if each is not None]


def _record(entry: Screened) -> ConjectureRecord:
    ancestry = entry.conjecture.ancestry
    return ConjectureRecord(
        statement=entry.conjecture.statement,
        verdict=entry.verdict,
        form=entry.form,
        method=ancestry.method,
        theorem=ancestry.theorem,
        lemma=ancestry.lemma,
    )
