"""Model servers that are busy, broken, silent or of another mind: waited for, asked otherwise, or one clear line."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.errors import UsageError
from prover.errors import GenerationError
from prover.tactics import http_client
from prover.tactics.factory import open_model
from prover.tactics.http_client import ServerOptions
from prover.tactics.language_model import Completion
from prover.tactics.openai import OpenAIModel
from prover.tactics.prompts import FAMILIES
from prover.tactics.specification import GeneratorSpec
from tests.faults.fake_model_server import Answer, Body, FakeServer, completions, serving

SIMP = completions("simp")


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "_FIRST_PAUSE_SECONDS", 0.001)


def ask(
    server: FakeServer | str,
    prompts: list[str] | None = None,
    *,
    num_samples: int = 1,
    family: str = "state",
    notes: list[str] | None = None,
    **options: Any,
) -> list[list[Completion]]:
    url = server if isinstance(server, str) else server.url
    note = notes.append if notes is not None else lambda _: None
    model = OpenAIModel(url, "m", family=FAMILIES[family], options=ServerOptions(**options), note=note)
    try:
        return model.complete(prompts or ["⊢ p:::"], num_samples=num_samples, seed=0)
    finally:
        model.close()


def complaint(server: FakeServer | str, **options: Any) -> str:
    with pytest.raises(GenerationError) as caught:
        ask(server, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def once(first: Answer, then: Answer = SIMP, *, num_times: int = 1) -> Callable[[str, Body, int], Answer]:
    return lambda _path, _body, number: first if number < num_times else then


@pytest.mark.parametrize(
    "fault",
    [
        Answer({"error": {"message": "slow down"}}, 429, {"Retry-After": "0"}),
        Answer({"error": "overloaded"}, 503, {"Retry-After": "Sat, 01 Jan 2000 00:00:00 GMT"}),
        Answer(b"Internal Server Error", 500),
        Answer(b"<html>starting up</html>"),
        Answer({"choices": []}, is_cut=True),
        Answer({}, seconds=30.0),
    ],
    ids=["429", "503", "500", "no JSON", "cut off", "silent"],
)
def test_what_passes_is_waited_for(fault: Answer) -> None:
    """A night's run would end with the first hiccup of the server."""
    with serving(once(fault)) as server:
        assert ask(server, timeout=2.0) == [[Completion("simp", -2.0)]]
        assert len(server.requests) == 2


def test_retry_after_is_honoured() -> None:
    """A server that is asked too soon again counts that, too, and blocks for longer."""
    with serving(once(Answer({}, 429, {"Retry-After": "0.4"}))) as server:
        ask(server)
        assert server.seconds[1] - server.seconds[0] >= 0.4
    with serving(once(Answer({}, 429, {"Retry-After": "86400"}))) as server:
        assert "/v1/completions: it answers 429" in (said := complaint(server))
        assert "it wants to be asked again in 86400 s" in said


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Answer({"error": {"message": "no\nGPU"}}, 500), "asked 5 times: it answers 500: no GPU"),
        (Answer(b"<html>\nhello"), "asked 5 times: it answers with no JSON: '<html> hello'"),
        (Answer({"result": "simp"}), "in another form than OpenAI's: choices: Field required"),
        (Answer([1]), "in another form than OpenAI's"),
        (Answer({}, seconds=60.0), "asked 2 times: no answer within 0.3 s"),
        (Answer({"error": {"message": "bad key"}}, 401), "refuses (401): bad key; give a key in a file, key=FILE"),
        (Answer({"detail": "no such model"}, 404), "is there a model m at"),
        (Answer({"detail": "temperature must be 1"}, 422), "refuses (422): temperature must be 1"),
    ],
    ids=["500", "no JSON", "other JSON", "a list", "silent", "401", "404", "422"],
)
def test_what_does_not_pass_is_one_line(fault: Answer, said: str) -> None:
    """The user must know what to mend, and where: here, at the server, or in the model's name."""
    with serving(lambda *_: fault) as server:
        assert said in complaint(server, timeout=0.3 if fault.seconds else 30.0)


def test_no_server_and_no_address_are_one_line() -> None:
    """The likeliest mistake of all: it is not started yet, or the address is misspelt."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert f"127.0.0.1:{port}/v1/completions: All connection attempts failed" in complaint(
        f"http://127.0.0.1:{port}/v1"
    )
    assert "no address of a server" in complaint("localhost:8000")


def test_a_server_for_chats_is_asked_in_a_chat() -> None:
    """Hosted models mostly have no other endpoint; and they wrap what they say."""

    def script(path: str, body: Body, _: int) -> Answer:
        if path == "/v1/completions":
            return Answer({"error": {"message": "This is a chat model"}}, 404)
        assert body["messages"] == [{"role": "user", "content": "⊢ p:::"}]
        logs = {"content": [{"token": "simp", "logprob": -0.25}]}
        text = "<think>Is it easy?</think>Try this:\n```lean\nsimp\n```\nDone."
        return Answer({"choices": [{"message": {"content": text}, "logprobs": logs}]})

    notes: list[str] = []
    with serving(script) as server:
        assert ask(server, notes=notes) == [[Completion("simp\n", -0.25)]]
    assert "it is asked in a chat" in notes[0]


def test_fields_that_a_server_refuses_are_left_out() -> None:
    """Each server knows its own part of the protocol; a user cannot know which."""

    def script(_path: str, body: Body, _number: int) -> Answer:
        for name in ("logprobs", "seed"):
            if name in body:
                return Answer({"error": {"message": f"Unknown field: {name}"}}, 400)
        return completions(*["simp", "omega", "simp", "simp"][: body["n"]], log_probability=None)

    notes: list[str] = []
    with serving(script) as server:
        (found,) = ask(server, num_samples=4, notes=notes)
    assert {each.text: each.log_probability for each in found} == {
        "simp": pytest.approx(-0.2877, abs=1e-3),
        "omega": pytest.approx(-1.3863, abs=1e-3),
    }
    assert [note.split(" ", 1)[1] for note in notes] == [
        "takes no logprobs: asked without",
        "takes no seed: asked without",
        "gives no log-probabilities: they are estimated from how often a tactic comes, at temperature 1",
    ]


def test_a_server_that_gives_one_sample_at_a_time_is_asked_more_often() -> None:
    """`transformers serve` ignores the number of samples; the search would see one tactic a state."""
    with serving(lambda _path, _body, number: completions(f"simp{number}")) as server:
        (found,) = ask(server, num_samples=5)
        assert len({each.text for each in found}) == 5
        assert len({body["seed"] for _, body in server.requests}) == 5


def test_the_log_probability_is_that_of_the_tactic_alone() -> None:
    """A server goes on behind the first tactic of a proof; with what follows, all tactics would look unlikely."""
    text = "  simp at h\n  omega\n  done\n"
    with serving(lambda *_: completions(text)) as server:
        ((found,),) = ask(server, family="completion")
    assert found.log_probability == pytest.approx(-0.5 * len("  simp at h\n  omega\n"), abs=1.0)


def test_a_state_too_long_for_the_model_has_no_tactics() -> None:
    """One huge state among a thousand would end the run."""

    def script(_path: str, body: Body, _number: int) -> Answer:
        is_long = len(body["prompt"]) > 1000
        return Answer({"message": "exceeds the maximum context length"}, 400) if is_long else SIMP

    notes: list[str] = []
    with serving(script) as server:
        assert ask(server, ["x" * 2000, "y"], notes=notes) == [[], [Completion("simp", -2.0)]]
    assert "finds a state too long" in notes[0]


def test_requests_keep_to_the_rate() -> None:
    """Hosted servers bill or block what comes faster."""
    with serving(lambda *_: SIMP) as server:
        ask(server, ["a", "b", "c"], rate=300)
        assert max(server.seconds) - min(server.seconds) >= 0.35


def test_the_key_comes_from_a_file(tmp_path: Path) -> None:
    """A key on the command line ends in `run.json`, in the shell's history and in `ps`."""
    with pytest.raises(UsageError, match="cannot be read"):
        open_model(GeneratorSpec.parse(f"openai:http://localhost:1/v1#m,prompt=state,key={tmp_path}").models[0])
    (tmp_path / "empty").write_text("\n")
    with pytest.raises(UsageError, match="must hold a key"):
        open_model(GeneratorSpec.parse(f"openai:http://localhost:1/v1#m,prompt=state,key={tmp_path}/empty").models[0])
