"""Requests to a server that may be busy: so many at a time, so many a minute, and again where that can help.

A server that is overloaded says so (429, 503) and often for how long; one that restarts answers nothing for a while.
Either is waited for. What asking again will not change is an error at once.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2

from prover.errors import GenerationError

_NUM_TRIES = 5
_FIRST_PAUSE_SECONDS = 0.5
_MAX_PAUSE_SECONDS = 60.0
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_MESSAGE_LENGTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerOptions:
    """How a server is to be asked.

    Attributes:
        timeout: seconds to wait for one answer.
        num_parallel: requests under way at a time.
        rate: requests a minute, None for as many as it answers.
        key: what the server knows its users by, None where it asks for nothing.
    """

    timeout: float = 120.0
    num_parallel: int = 16
    rate: float | None = None
    key: str | None = None


class RefusedError(GenerationError):
    """The server understands and will not do it; asking again would not help.

    Attributes:
        status: the HTTP status.
        reason: what the server says, in one line.
    """

    def __init__(self, url: str, status: int, reason: str) -> None:
        super().__init__(f"{url} refuses ({status}): {reason}")
        self.status = status
        self.reason = reason


class PatientClient:
    """Sends JSON and returns JSON. To be used within one event loop.

    Args:
        base: the address that paths are put behind, e.g. `http://localhost:8000/v1`.
        options: how the server is to be asked.
    """

    def __init__(self, base: str, options: ServerOptions) -> None:
        self._base = base.rstrip("/")
        self._options = options
        headers = {"Authorization": f"Bearer {options.key}"} if options.key else {}
        self._client = httpx2.AsyncClient(headers=headers, timeout=options.timeout, follow_redirects=True)
        self._places = asyncio.Semaphore(options.num_parallel)
        self._next_start = 0.0
        self._has_answered = False

    async def close(self) -> None:
        await self._client.aclose()

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """What the server answers.

        Raises:
            RefusedError: if the server will not do it.
            GenerationError: if it does not answer, or nothing that makes sense, however often it is asked.
        """
        url, seconds_waited = f"{self._base}{path}", 0.0
        for number in range(1, _NUM_TRIES + 1):
            pause = min(_FIRST_PAUSE_SECONDS * 4 ** (number - 1), _MAX_PAUSE_SECONDS)
            async with self._places:
                await self._turn()
                start = time.monotonic()
                try:
                    # The client's own limit is between two pieces of an answer; a server may send one forever.
                    async with asyncio.timeout(self._options.timeout):
                        response = await self._client.post(url, json=body)
                except (httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
                    raise GenerationError(f"{url} is no address of a server: {error}") from None
                except (httpx2.HTTPError, TimeoutError) as error:
                    problem = _in_words(error, self._options.timeout)
                    if isinstance(error, httpx2.ConnectError) and not self._has_answered:
                        break  # It does not restart: it is not there.
                else:
                    self._has_answered = True
                    if response.is_success:
                        try:
                            return response.json()
                        except ValueError:
                            problem = f"it answers with no JSON: {_one_line(response.text)!r}"
                    elif response.status_code in _BUSY:
                        problem = f"it answers {response.status_code}: {_reason(response)}"
                        pause = _requested_pause(response) or pause
                    else:
                        raise RefusedError(url, response.status_code, _reason(response))
                seconds_waited += time.monotonic() - start
            if pause > _MAX_PAUSE_SECONDS:
                problem += f"; it wants to be asked again in {pause:.0f} s"
                break
            if number == _NUM_TRIES or seconds_waited >= 2 * self._options.timeout:
                break
            await asyncio.sleep(pause)
        raise GenerationError(f"{url}{f', asked {number} times' if number > 1 else ''}: {problem}")

    async def _turn(self) -> None:
        """Wait until the rate allows one more request."""
        if self._options.rate is None:
            return
        start = max(time.monotonic(), self._next_start)
        self._next_start = start + 60 / self._options.rate
        await asyncio.sleep(start - time.monotonic())


def _in_words(error: Exception, timeout: float) -> str:
    if isinstance(error, TimeoutError | httpx2.TimeoutException):
        return f"no answer within {timeout:g} s"
    return _one_line(str(error)) or type(error).__name__


def _requested_pause(response: httpx2.Response) -> float | None:
    """The seconds in `Retry-After`, which is a number or a date."""
    text = response.headers.get("retry-after", "")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None


def _reason(response: httpx2.Response) -> str:
    """What the server says, from wherever servers put it."""
    try:
        found = response.json()
    except ValueError:
        return _one_line(response.text)
    for key in ("error", "message", "detail"):
        if isinstance(found, dict) and key in found:
            found = found[key]
    return _one_line(str(found))


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_MESSAGE_LENGTH]
