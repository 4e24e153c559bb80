"""A model behind any server that speaks OpenAI's protocol: `vllm serve`, `transformers serve`, or a hosted one.

Servers differ in what they know of the protocol. Ours to find out, once and without being told: whether there is an
endpoint for completions or only one for chats, whether several samples come for one request, and which fields are
refused. Where a server gives no log-probabilities, they are estimated from how often each text comes: crude, but the
likeliest text stays the likeliest.

How far the same seed gives the same samples is up to the server: `transformers serve` keeps one state of its random
numbers for all requests, and so does it only with `parallel=1`.
"""

from __future__ import annotations

import asyncio
import math
import re
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from prover.errors import GenerationError
from prover.tactics.http_client import PatientClient, RefusedError, ServerOptions
from prover.tactics.language_model import Completion, seed_of
from prover.tactics.prompts import Family

# A model's context is counted in tokens, which only the server knows; in Lean's text few are longer than this.
_CHARACTERS_PER_TOKEN = 4
_OPTIONAL = ("logprobs", "seed", "n", "stop")
_TOO_LONG = re.compile(r"context|too long|maximum.*length|input length", re.IGNORECASE)
_REASONING = re.compile(r"^.*</think>", re.DOTALL)
_Result = TypeVar("_Result")
_CODE = re.compile(r"```[^\n]*\n(.*?)(?:```|$)", re.DOTALL)


class _Token(BaseModel):
    token: str
    logprob: float


class _Logs(BaseModel):
    """Of completions (`tokens`, `token_logprobs`), or of a chat (`content`)."""

    tokens: list[str] | None = None
    token_logprobs: list[float | None] | None = None
    content: list[_Token] | None = None

    def pairs(self) -> list[tuple[str, float]]:
        if self.content is not None:
            return [(each.token, each.logprob) for each in self.content]
        return [(text, log or 0.0) for text, log in zip(self.tokens or [], self.token_logprobs or [], strict=False)]


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    text: str | None = None
    message: _Message | None = None
    logprobs: _Logs | None = None


class _Answer(BaseModel):
    choices: list[_Choice]


class OpenAIModel:
    """A `LanguageModel` behind a server.

    Args:
        url: the server's address up to the version, e.g. `http://localhost:8000/v1`.
        model: what the server calls the model.
        family: when a completion is whole, and how long prompt and tactic may be.
        temperature: of the samples.
        num_tokens: the longest completion; None for the family's.
        options: how the server is to be asked.
        note: gets a line when the server can do less than was asked of it.
    """

    def __init__(
        self,
        url: str,
        model: str,
        *,
        family: Family,
        temperature: float = 1.0,
        num_tokens: int | None = None,
        options: ServerOptions | None = None,
        note: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._url = url
        self._model = model
        self._family = family
        self._temperature = temperature
        self._num_tokens = num_tokens or family.num_tokens
        self._note = note
        self._noted: set[str] = set()
        self._is_chat = False
        self._refused: set[str] = set()
        self._client = PatientClient(url, options or ServerOptions())
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="requests to a server", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """As in `LanguageModel`; what is under way is given up."""
        if self._loop.is_closed():
            return
        asyncio.run_coroutine_threadsafe(self._client.close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def complete(self, prompts: Sequence[str], *, num_samples: int, seed: int) -> list[list[Completion]]:
        """As in `LanguageModel`. A prompt that is too long for the model has no completions.

        Raises:
            GenerationError: if the server refuses, or does not answer, or nothing that makes sense.
        """
        answers = asyncio.run_coroutine_threadsafe(self._all(prompts, num_samples, seed), self._loop)
        try:
            return answers.result()
        finally:
            answers.cancel()  # where Ctrl-C came first

    async def _all(self, prompts: Sequence[str], num_samples: int, seed: int) -> list[list[Completion]]:
        return await _together([self._one(prompt, num_samples, seed) for prompt in prompts])

    async def _one(self, prompt: str, num_samples: int, seed: int) -> list[Completion]:
        """All samples of one prompt: by one request, or by one request each where the server gives one at a time."""
        prompt = prompt[-_CHARACTERS_PER_TOKEN * self._family.num_prompt_tokens :]
        try:
            choices = await self._ask(prompt, num_samples, seed_of(seed, prompt))
            numbers = range(len(choices), num_samples) if choices else range(0)
            others = [self._ask(prompt, 1, seed_of(seed, prompt, number=number)) for number in numbers]
            choices += [choice for more in await _together(others) for choice in more]
        except RefusedError as error:
            if not _TOO_LONG.search(error.reason):
                raise
            self._note_once(f"{self._url} finds a state too long, and none of its tactics is asked for: {error.reason}")
            return []
        return self._completions(choices[:num_samples])

    async def _ask(self, prompt: str, num_samples: int, seed: int) -> list[_Choice]:
        """One request, without what the server has refused before."""
        while True:
            path = "/chat/completions" if self._is_chat else "/completions"
            refused = set(self._refused)
            body = self._body(prompt, num_samples, seed)
            try:
                return _choices(await self._client.post(path, body), f"{self._url}{path}")
            except RefusedError as error:
                if not self._has_learned(error, path, refused):
                    raise self._explained(error) from None

    def _body(self, prompt: str, num_samples: int, seed: int) -> dict[str, Any]:
        asked = {"messages": [{"role": "user", "content": prompt}]} if self._is_chat else {"prompt": prompt}
        optional: dict[str, Any] = {"n": num_samples, "seed": seed, "logprobs": True if self._is_chat else 1}
        if self._family.stop and not self._is_chat:  # In a chat, what ends the proof may stand before it, too.
            optional["stop"] = [self._family.stop]
        return {
            "model": self._model,
            "max_tokens": self._num_tokens,
            "temperature": self._temperature,
            **asked,
            **{name: value for name, value in optional.items() if name not in self._refused},
        }

    def _has_learned(self, error: RefusedError, path: str, refused: set[str]) -> bool:
        """Whether the request can be put in another way now; another request may have found that out meanwhile."""
        if path == "/completions" and (error.status in (404, 405) or "chat model" in error.reason):
            if not self._is_chat:
                self._note_once(f"{self._url} has no completions for {self._model}: it is asked in a chat")
            self._is_chat = True
            return True
        named = [name for name in _OPTIONAL if re.search(rf"\b(?:top_)?{name}\b", error.reason)]
        if error.status not in (400, 422) or not set(named) - refused:
            return False
        self._refused |= set(named)
        self._note_once(f"{self._url} takes no {', '.join(named)}: asked without")
        return True

    def _explained(self, error: RefusedError) -> GenerationError:
        if error.status in (401, 403):
            return GenerationError(f"{error}; give a key in a file, key=FILE, or in OPENAI_API_KEY")
        if error.status == 404:
            return GenerationError(f"{error}; is there a model {self._model} at {self._url}?")
        return error

    def _completions(self, choices: Sequence[_Choice]) -> list[Completion]:
        texts = [self._text(choice) for choice in choices]
        pairs = [choice.logprobs.pairs() if choice.logprobs is not None else [] for choice in choices]
        if all(pairs):
            logs = [self._family.log_probability(each) for each in pairs]
            return [Completion(text, log) for text, log in zip(texts, logs, strict=True)]
        self._note_once(
            f"{self._url} gives no log-probabilities: they are estimated from how often a tactic comes, at temperature "
            f"{self._temperature:g}"
        )
        return [Completion(text, math.log(count / len(texts))) for text, count in Counter(texts).items()]

    def _text(self, choice: _Choice) -> str:
        """What the model says; in a chat its code, where it says more than that."""
        if choice.message is None:
            return choice.text or ""
        said = _REASONING.sub("", choice.message.content or "")
        code = _CODE.search(said)
        return code.group(1) if code is not None else said

    def _note_once(self, line: str) -> None:
        if line not in self._noted:
            self._noted.add(line)
            self._note(line)


async def _together(requests: Sequence[Coroutine[Any, Any, _Result]]) -> list[_Result]:
    """The answers in order; the first error ends them all."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(request) for request in requests]
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return [task.result() for task in tasks]


def _choices(answer: Any, url: str) -> list[_Choice]:
    try:
        return _Answer.model_validate(answer).choices
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        complaint = f"{where or 'all of it'}: {first['msg']}"
        raise GenerationError(f"{url} answers in another form than OpenAI's: {complaint}") from None
