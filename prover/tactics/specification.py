"""Who is to propose tactics, as a user writes it behind `--generator` and as `run.json` keeps it.

    symbolic                the generator that needs no model
    NAME                    a model of Hugging Face: a folder, or a name on the hub
    openai:URL#MODEL        a model that an OpenAI-compatible server has, e.g. `openai:http://host:8000/v1#my-model`
    vllm:NAME               the same as NAME, run by vLLM
    symbolic+NAME           both; any number may be joined

Options follow a name, each behind a comma, as in `NAME,prompt=bfs-prover,temperature=0.7,tokens=128,device=cpu`; in
`symbolic,weight=2+NAME` the symbolic generator gets two thirds of the mixture's probability, and in
`symbolic+NAME,after=16` the model is asked when a search has tried 16 states in vain; in `symbolic+NAME,judge=0.5` it
also puts the symbolic generator's tactics into order, from the beginning, with `samples=0` that alone. A server has a
few more: `openai:URL#MODEL,timeout=60,parallel=8,rate=100,key=FILE`; and vLLM one: `vllm:NAME,gpus=2`. The symbolic
generator's own is `symbolic,ranker=FILE`, made by `prove train --ranker`, instead of the ranker and the judge that come
with us; `ranker=none` leaves its tactics as they are.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.errors import UsageError

Kind = Literal["symbolic", "transformer", "openai", "vllm"]
Decoding = Literal["sample", "beam"]
SYMBOLIC = "symbolic"
NO_RANKER = "none"
JUDGE_STRENGTH = 0.5
"""How much the opinion of a model is to count that `prove train` has made from a few hundred search trees."""
JUDGE_FILE = "judge.safetensors"
"""In the folder of a model that has learnt to judge, beside its weights."""
_SERVER_OPTIONS = frozenset({"timeout", "parallel", "rate", "key"})
_SYMBOLIC_OPTIONS = frozenset({"weight", "ranker"})
_LOCAL_OPTIONS = frozenset({"device", "decoding", "judge"})
_PREFIXES: dict[str, Kind] = {"openai:": "openai", "vllm:": "vllm"}


class SourceSpec(BaseModel):
    """One proposer.

    Attributes:
        kind: who runs the model, `symbolic` where there is none.
        name: the model's folder or name; for `openai` also the server's address, `URL#MODEL`.
        prompt: the model's family in `prompts.py`, None to tell it by its name.
        decoding: independent samples, or beam search; None for what the family is used with.
        temperature: of the sampling; log-probabilities are those of temperature 1 all the same.
        tokens: the longest tactic, None for the family's.
        samples: completions for a state, None for as many as tactics are asked for; fewer save time on a CPU; 0 for a
            model that only judges.
        least: a model that has fewer usable tactics for a state is asked again, up to four times in all; a small model
            says much that is none.
        device: `cpu`, `cuda` or `cuda:1`, None for `cuda` where there is one.
        weight: the share of a mixture's probability, before all weights are scaled to sum to one.
        after: how many states a search tries before it asks this proposer, too; who is asked late is loaded late.
        judge: how much the model's opinion of the symbolic generator's tactics counts, see `Judged`; 0 for nothing.
        ranker: the file of what puts the symbolic generator's tactics into order; None for the one that comes with us
            and a judge behind it, `none` for neither.
        gpus: over how many GPUs vLLM spreads the model.
        timeout: seconds to wait for one answer of a server.
        parallel: requests to a server at a time.
        rate: requests to a server in a minute, None for as many as it answers.
        key: a file with the key that a server asks for; None for the one in OPENAI_API_KEY, if any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind
    name: str
    prompt: str | None = None
    decoding: Decoding | None = None
    temperature: float = Field(default=1.0, gt=0, allow_inf_nan=False)
    tokens: int | None = Field(default=None, gt=0)
    samples: int | None = Field(default=None, ge=0)
    least: int = Field(default=0, ge=0)
    device: str | None = Field(default=None, pattern=r"^(cpu|cuda(:\d+)?)$")
    weight: float = Field(default=1.0, gt=0, allow_inf_nan=False)
    after: int = Field(default=0, ge=0)
    judge: float = Field(default=0.0, ge=0, le=1, allow_inf_nan=False)
    ranker: str | None = None
    gpus: int = Field(default=1, gt=0)
    timeout: float = Field(default=120.0, gt=0, allow_inf_nan=False)
    parallel: int = Field(default=16, gt=0)
    rate: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    key: str | None = None

    @property
    def is_wanted_at_once(self) -> bool:
        """Whether a search asks it about its first state; else it is loaded when it is first asked."""
        return not self.after or self.judge > 0

    @property
    def text(self) -> str:
        """As it was written, options that say nothing new left out."""
        prefix = next((prefix for prefix, kind in _PREFIXES.items() if kind == self.kind), "")
        given = self.model_dump(exclude={"kind", "name"}, exclude_defaults=True)
        return f"{prefix}{self.name}{''.join(f',{key}={value}' for key, value in given.items())}"


@dataclass(frozen=True, slots=True)
class GeneratorSpec:
    """What `--generator` says: one proposer, or several whose proposals are put together."""

    sources: tuple[SourceSpec, ...]

    @classmethod
    def parse(cls, text: str) -> GeneratorSpec:
        """Read it.

        Raises:
            UsageError: if it cannot be understood; whether a model exists is not looked at.
        """
        is_path = os.path.exists(text)  # noqa: PTH110 - a name too long for a file is an error to pathlib
        parts = [text] if is_path else text.split("+")
        sources = tuple(_source(part.strip()) for part in parts)
        if len({(source.kind, source.name) for source in sources}) < len(sources):
            raise UsageError(f"--generator {text} names the same proposer twice; once is enough")
        if any(source.judge for source in sources) and not any(source.kind == "symbolic" for source in sources):
            raise UsageError(f"--generator {text}: judge is for the symbolic generator's tactics; add it: symbolic+...")
        if all(source.after for source in sources):
            raise UsageError(f"--generator {text}: somebody must be asked from the beginning; leave an `after` out")
        return cls(sources)

    @property
    def text(self) -> str:
        """As it was written: what `parse` reads."""
        return "+".join(source.text for source in self.sources)

    @property
    def models(self) -> tuple[SourceSpec, ...]:
        """The sources that need a model."""
        return tuple(source for source in self.sources if source.kind != "symbolic")

    @property
    def proposers(self) -> tuple[SourceSpec, ...]:
        """The sources that propose tactics; the others only judge them."""
        return tuple(source for source in self.sources if source.samples != 0)


SYMBOLIC_ALONE = GeneratorSpec((SourceSpec(kind="symbolic", name=SYMBOLIC),))


def _source(text: str) -> SourceSpec:
    name, *options = text.split(",")
    kind: Kind = "symbolic" if name == SYMBOLIC else "transformer"
    for prefix, prefixed in _PREFIXES.items():
        if name.startswith(prefix):
            kind, name = prefixed, name.removeprefix(prefix)
    if not name:
        raise UsageError("--generator names nobody; write e.g. symbolic, MODEL, symbolic+MODEL or vllm:MODEL")
    if kind == "openai" and not all(name.partition("#")):
        raise UsageError(f"--generator {text}: write openai:URL#MODEL, e.g. openai:http://localhost:8000/v1#my-model")
    given = dict(option.partition("=")[::2] for option in options)
    _check_options(text, kind, given)
    try:
        source = SourceSpec.model_validate({**given, "kind": kind, "name": name})
    except ValidationError as error:
        first = error.errors()[0]
        known = ", ".join(list(SourceSpec.model_fields)[2:])
        option = f"{first['loc'][0]}={first['input']}"
        raise UsageError(f"--generator {text}: {option}: {first['msg']}; the options are {known}") from None
    if source.samples == 0 and not source.judge:
        raise UsageError(
            f"--generator {text}: with samples=0 the model does nothing; leave it out, or add judge={JUDGE_STRENGTH}"
        )
    return source


def _check_options(text: str, kind: Kind, given: Mapping[str, str]) -> None:
    """Refuse options that say nothing to proposers of this kind."""
    if kind == "symbolic" and given.keys() - _SYMBOLIC_OPTIONS:
        raise UsageError(f"--generator {text}: the symbolic generator has no options but weight and ranker")
    if kind != "symbolic" and "ranker" in given:
        raise UsageError(f"--generator {text}: a ranker is for the symbolic generator: symbolic,ranker=FILE")
    if kind != "openai" and given.keys() & _SERVER_OPTIONS:
        raise UsageError(f"--generator {text}: {', '.join(sorted(_SERVER_OPTIONS))} are for a server: openai:URL#MODEL")
    if kind != "vllm" and "gpus" in given:
        raise UsageError(f"--generator {text}: gpus is for vLLM: vllm:{text}")
    if kind in ("openai", "vllm") and given.keys() & _LOCAL_OPTIONS:
        raise UsageError(
            f"--generator {text}: device, decoding and judge are for models of Hugging Face in this process"
        )
