"""What is done when a repository has been reached: learn from it, measure on all seen so far, prove their `sorry`s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.database.proofs import model_row
from data.database.queries import repository_named
from data.errors import LeanLoopError, UsageError
from data.rehearsal import Part
from prover.lifelong.learning import MEMORY, learn, nothing_learnt
from prover.lifelong.measuring import measure_proofs, measure_recall
from prover.lifelong.models import Models
from prover.lifelong.preparation import Prepared
from prover.lifelong.proving import open_holes, prove_open
from prover.lifelong.setting import Setting
from prover.lifelong.writing_back import write_back
from prover.tactics.nearness import MakeSelector, find_selector
from prover.tactics.specification import SYMBOLIC_ALONE, GeneratorSpec
from retrieval.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Task:
    """One repository of a run; what each method gives is for the journal.

    Attributes:
        setting: the run.
        models: the run's.
        number: from 1.
        seen: all repositories so far, this one last.
    """

    setting: Setting
    models: Models
    number: int
    seen: Sequence[Prepared]

    def learn(self) -> dict[str, Any]:
        """Train the retriever."""
        start, out = self.models.encoder(self.number - 1), self.models.encoder(self.number)
        try:
            num_theorems = learn(
                self._parts,
                start=start,
                out=out,
                configuration=self.setting.configuration,
                progress=self.setting.console.progress,
            )
        except UsageError as error:
            return {"theorems": 0, "remark": nothing_learnt(start, out, error)}
        return {"theorems": num_theorems}

    def learn_generator(self) -> dict[str, Any]:
        """Train the generator of tactics."""
        from prover.lifelong.generator import learn_generator

        configuration = self.setting.configuration
        table, retriever = configuration.generator, configuration.retriever
        assert table is not None
        before, out = self.models.generator(self.number - 1), self.models.generator(self.number)
        self.models.keep_generators(self.number)
        try:
            num_tactics = learn_generator(
                self._parts,
                start=table.model if self.number == 1 else str(before),
                out=out,
                table=table,
                strategy=retriever.strategy,
                memory=MEMORY[configuration.setup],
                share=retriever.replay_share,
                seed=configuration.seed,
                progress=self.setting.console.progress,
            )
        except LeanLoopError as error:
            if self.number == 1:
                raise
            return {"tactics": 0, "remark": nothing_learnt(before, out, error)}
        return {"tactics": num_tactics}

    def measure(self) -> dict[str, Any]:
        """R@10 and proof rate on every repository seen so far."""
        configuration, console = self.setting.configuration, self.setting.console
        strategy = configuration.retriever.strategy
        encoder = Encoder.load(str(self.models.encoder(self.number)))
        recall = measure_recall(encoder, self.seen, strategy, progress=console.progress)
        proved: dict[str, float] = {}
        if configuration.search.num_test_theorems:
            selector = self._selector()
            for each in self.seen:
                console.progress(f"proof rate of {each.name}")
                proved[each.name] = measure_proofs(
                    each,
                    count=configuration.search.num_test_theorems,
                    strategy=strategy,
                    selector=selector,
                    generator=self._generator(),
                    options=self.setting.options,
                    seed=configuration.seed,
                )
        return {
            "test": {name: each.test for name, each in recall.items()},
            "validation": {name: each.validation for name, each in recall.items()},
            "proved": proved,
        }

    def prove(self) -> dict[str, Any]:
        """Try the open `sorry`s of every repository seen so far, and put the proofs where they belong."""
        configuration, database, console = self.setting.configuration, self.setting.database, self.setting.console
        path = str(self.models.encoder(self.number))
        model = model_row(database, name=f"after {self.seen[-1].name}", kind="retriever", path=path)
        selector = self._selector()
        result: dict[str, Any] = {"proved": {}, "tried": {}}
        for each in self.seen:
            holes = open_holes(database, each)[: configuration.search.max_sorries]
            found = prove_open(
                database,
                each,
                holes,
                selector=selector,
                generator=self._generator(),
                options=self.setting.options,
                seed=configuration.seed,
                run=self.setting.run_id(),
                model=model,
                progress=console.progress,
            )
            result["tried"][each.name] = len(holes)
            result["proved"][each.name] = [one.result.theorem.full_name for one in found]
            patches = self.setting.journal.root / "patches"
            write_back(each, found, patches=patches, branch=configuration.branch, note=console.note)
        rows = (repository_named(database, each.url) for each in self.seen)
        result["sorries proved"] = sum(row.statuses["sorry-proved"] for row in rows)
        return result

    @property
    def _parts(self) -> list[Part]:
        return [Part(each.name, each.dataset) for each in self.seen]

    def _selector(self) -> MakeSelector:
        return find_selector(str(self.models.encoder(self.number)), cache=self.models.vectors)

    def _generator(self) -> GeneratorSpec:
        """Who proposes tactics after the lesson."""
        if self.setting.configuration.generator is None:
            return SYMBOLIC_ALONE
        from prover.lifelong.generator import with_model

        return with_model(self.models.generator(self.number))
