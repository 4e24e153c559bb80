"""A model behind a server, as a user has one: `transformers serve` with a tiny model, on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import torch

from data.theorem import Theorem
from prover.proof import Goal, ProofState
from prover.tactics.factory import Generators, open_model
from prover.tactics.specification import GeneratorSpec
from tests.integration import tiny_models
from tests.integration.tiny_models import ARROW, LINES, STATE, causal_model, taught

_START_SECONDS = 240.0


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    loaded = taught(causal_model(), {STATE: LINES[STATE], ARROW: LINES[ARROW]})
    return tiny_models.saved(loaded, tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that has the model."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path_factory.mktemp("log") / "log"
    command = [str(Path(sys.executable).with_name("transformers")), "serve", str(model)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"],
            stdout=output,
            stderr=output,
            env={**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"},
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", process, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            if httpx2.get(url).is_success:
                return
        except httpx2.TransportError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {log.read_text()}")


def test_a_served_model_says_what_it_has_learned(server: str, model: Path) -> None:
    """Whoever has a GPU elsewhere could not use it; what such a server cannot do must not go unsaid."""
    notes: list[str] = []
    (source,) = GeneratorSpec.parse(f"openai:{server}#{model},prompt=state,temperature=0.2,tokens=40").models
    served = open_model(source, note=notes.append)
    try:
        answers = served.complete([STATE, ARROW, STATE], num_samples=3, seed=0)
    finally:
        served.close()
    assert [answer[0].text for answer in answers] == [LINES[STATE], LINES[ARROW], LINES[STATE]]
    assert answers[0][0].log_probability == 0.0
    assert any("estimated from how often" in note for note in notes)


def test_one_request_at_a_time_gives_the_same_samples_again(server: str, model: Path) -> None:
    """The search could not be repeated; the server has one state of its random numbers for all requests."""
    (source,) = GeneratorSpec.parse(f"openai:{server}#{model},prompt=state,temperature=2,tokens=8,parallel=1").models
    served = open_model(source)
    try:
        first, again = (served.complete([STATE, ARROW], num_samples=4, seed=1) for _ in range(2))
        other = served.complete([STATE, ARROW], num_samples=4, seed=2)
    finally:
        served.close()
    assert first == again
    assert first != other
    assert len({completion.text for completion in first[0]}) > 1


def test_a_served_model_is_a_generator(server: str, model: Path) -> None:
    """The whole way: a state becomes a request, its answers become tactics of the search."""
    source = "theorem t (p q : Prop) : p → p := by\n  sorry\n"
    theorem = Theorem("t", None, source, "theorem", 0, source.index(":= by"), len(source) - 1, len(source) - 1, True)
    state = ProofState((Goal("p q : Prop\n⊢ p → p", None, (), "p → p"),))
    spec = GeneratorSpec.parse(f"openai:{server}#{model},prompt=state,temperature=0.2,tokens=40")
    with Generators(spec) as generators:
        (suggestions,) = generators.make(theorem).suggest([state], num_suggestions=4)
    assert suggestions[0].tactic == "intro h\nsimp"
