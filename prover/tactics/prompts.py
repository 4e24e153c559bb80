"""Families of models: how a proof state is put before a model, and how a tactic is read from what it says.

A model has learned one form of prompt and knows no other. Each row of the table names the models it is for by a pattern
of their names; a model of another name gets its family by `prompt=FAMILY`, or by `leanloop.json` in its folder.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from data.errors import UsageError
from data.theorem import Theorem
from prover.lean.screening import objection
from prover.proof import Attempt, ProofState
from prover.search.steps import CONTINUES, open_holes
from prover.tactics.specification import Decoding

MAX_TACTIC_LENGTH = 2000
"""In characters; nobody writes longer tactics, and a model that does has lost itself."""
_NUM_NEAR = 8
_NUM_NAMES = 12
MAX_PROOF_LENGTH = 8000
"""The same for whole proofs."""
_LEAST_LOG_PROBABILITY = -100.0  # of one token; servers have several ways to write minus infinity
_NUM_ATTEMPTS = 2
_MAX_MESSAGE_LENGTH = 600
_CARD = "leanloop.json"
_MARKS = re.compile(r"</?a>")
_FENCE = re.compile(r"^[^\S\n]*```", re.MULTILINE)
# A model that is asked in a chat repeats the statement.
_STATEMENT = re.compile(r"^(?:theorem|lemma|example)\b", re.MULTILINE)
_PROOF = re.compile(r":=\s*by\b[ \t]*")
_COMMENT = re.compile(r"\s*(?:--[^\n]*|/-.*?-/)[ \t]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Context:
    """What a prompt is made of.

    Attributes:
        theorem: what is being proved.
        state: the goals.
        premises: what was retrieved for them, as text, the best first.
    """

    theorem: Theorem
    state: ProofState
    premises: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Models that have learned the same form of prompt.

    Attributes:
        name: what `prompt=` calls it.
        models: a pattern of the names of its published models.
        write: makes the prompt.
        end: what the model writes after a tactic; empty where it just ends.
        echo: what separates the prompt from the tactic for models that repeat the prompt; empty for others.
        is_proof: the model goes on with a proof, of which only the first tactic is wanted, unless `is_whole`.
        is_whole: all of the proof is wanted; what it leaves out with `sorry` becomes goals of its own.
        wants_premises: the prompt holds retrieved premises.
        shows_names: of premises it holds no more than the names.
        num_prompt_tokens: longer prompts lose their beginning.
        num_tokens: the longest tactic.
        decoding: how its authors use it.
    """

    name: str
    models: str
    write: Callable[[Context], str]
    end: str = ""
    echo: str = ""
    is_proof: bool = False
    is_whole: bool = False
    wants_premises: bool = False
    shows_names: bool = False
    num_prompt_tokens: int = 2048
    num_tokens: int = 256
    decoding: Decoding = "sample"

    @property
    def has_end(self) -> bool:
        """Whether something in the text says that a tactic has ended; else the model just ends."""
        return bool(self.end) or self.is_proof

    @property
    def stop(self) -> str:
        """What a server is to stop at, empty for nothing."""
        return self.end or ("\n```" if self.is_proof else "")

    def log_probability(self, tokens: Sequence[tuple[str, float]]) -> float:
        """Of tokens with their log-probabilities, up to where the tactic is whole: a server goes on behind it."""
        text, total = "", 0.0
        for token, log in tokens:
            text += token
            total += _LEAST_LOG_PROBABILITY if math.isnan(log) else max(log, _LEAST_LOG_PROBABILITY)
            if self.has_end and self.is_complete(text):
                break
        return min(0.0, total)

    def is_complete(self, text: str) -> bool:
        """Whether the text holds one whole tactic, or proof, already, so that the model may stop."""
        if self.is_whole:
            return _FENCE.search(text) is not None
        if self.end and self.end in text.lstrip():
            return True
        return self.is_proof and _first_tactic(text)[1]

    def read(self, text: str) -> str | None:
        """The tactic in what the model wrote, at the left margin; None if there is none, or nonsense."""
        if self.echo and self.echo in text:
            text = text.split(self.echo, 1)[1]
        text = _MARKS.sub("", text)
        if self.is_whole:
            proof = open_holes(_whole_proof(text))
            return proof if _is_plausible(proof, MAX_PROOF_LENGTH) else None
        if self.end:
            text = text.lstrip().split(self.end, 1)[0]
        tactic = _first_tactic(text)[0] if self.is_proof else text.strip()
        return tactic if _is_plausible(tactic, MAX_TACTIC_LENGTH) else None

    def written(self, tactic: str) -> str:
        """What the model writes for a tactic, so that `read` finds it there."""
        if self.is_proof:
            return "".join(f"  {line}\n" for line in tactic.split("\n"))
        return tactic + self.end


def _state(context: Context) -> str:
    return context.state.text


def _reprover(context: Context) -> str:
    """The best premise stands nearest to the state (LeanDojo, arXiv 2306.15626, section 5.2, and its code)."""
    return "".join(f"{premise}\n\n" for premise in reversed(context.premises)) + context.state.text


def _bfs_prover(context: Context) -> str:
    """The form on the model's page on the hub; ours, too, for it costs nothing but the state."""
    return f"{context.state.text}:::"


def _premises(context: Context) -> str:
    """ReProver's order, with so few premises that a small model can read them on a CPU."""
    near = context.premises[:_NUM_NEAR]
    return "".join(f"{premise}\n\n" for premise in reversed(near)) + _bfs_prover(context)


def _names(context: Context) -> str:
    """The names of the best premises, so that a small model can copy what it would else have to invent."""
    near = context.premises[:_NUM_NAMES]
    return f"{' '.join(reversed(near))}\n{_bfs_prover(context)}"


def _internlm(context: Context) -> str:
    """The form on the model's page on the hub."""
    proof = "\n".join(step.tactic for step in context.state.steps)
    return (
        f"---\nNAME: {context.theorem.full_name}\n\n---\nPROOF_BEFORE: {proof}\n\n"
        f"---\nSTATE_BEFORE: {context.state.text}\n\n---\nTACTIC: "
    )


def _completion(context: Context) -> str:
    """The file up to the hole, the tactics so far, and as comments the state and how proofs went on and failed.

    Sources: DeepSeek-Prover-V1.5 (arXiv 2408.08152, section 3.1), whose model goes on from a state comment; MA-LoT
    (arXiv 2503.03205), whose corrector is shown the proof and Lean's message.
    """
    theorem = context.theorem
    lines = [line for step in context.state.steps for line in step.tactic.split("\n")]
    lines += ["/- tactic state:", *(f"  {line}" for line in context.state.text.split("\n")), "-/"]
    for attempt in context.state.attempts[:_NUM_ATTEMPTS]:
        lines += _failed(attempt)
    proof = "\n".join(f"  {line}" for line in lines)
    return f"Complete the following Lean 4 code:\n\n```lean4\n{theorem.before}{theorem.statement} := by\n{proof}\n"


def _failed(attempt: Attempt) -> list[str]:
    message = attempt.message[:_MAX_MESSAGE_LENGTH].strip()
    proof, reason = ([f"  {line}" for line in text.split("\n")] for text in (attempt.proof, message))
    return ["/- this fails:", *proof, "with the message:", *reason, "-/"]


FAMILIES: dict[str, Family] = {
    family.name: family
    for family in (
        Family(
            name="reprover",
            models=r"reprover|tacgen|byt5",
            write=_reprover,
            wants_premises=True,
            num_prompt_tokens=2300,
            num_tokens=512,
            decoding="beam",
        ),
        Family(name="bfs-prover", models=r"bfs-?prover", write=_bfs_prover, echo=":::"),
        Family(name="internlm", models=r"internlm.*step-?prover", write=_internlm, end="\n---"),
        Family(
            name="completion",
            models=r"deepseek-prover|kimina|goedel",
            write=_completion,
            is_proof=True,
            num_prompt_tokens=4096,
        ),
        Family(
            name="proof",
            models=r"(?!)",
            write=_completion,
            is_proof=True,
            is_whole=True,
            num_prompt_tokens=4096,
            num_tokens=1024,
        ),
        Family(name="state", models=r"(?!)", write=_bfs_prover),
        Family(name="premises", models=r"(?!)", write=_premises, wants_premises=True, num_prompt_tokens=1024),
        Family(
            name="names", models=r"(?!)", write=_names, wants_premises=True, shows_names=True, num_prompt_tokens=1024
        ),
    )
}


class _Card(BaseModel):
    """What `leanloop.json` beside a model's weights says about it."""

    prompt: str


def write_card(folder: Path, family: Family) -> None:
    """Note in a model's folder which form of prompt it has learned, so that `family_of` need not be told."""
    (folder / _CARD).write_text(_Card(prompt=family.name).model_dump_json() + "\n", encoding="utf-8")


def family_of(name: str, *, requested: str | None = None) -> Family:
    """The family of a model.

    Args:
        name: the model's name or folder.
        requested: the family's name, where it is known.

    Raises:
        UsageError: if there is no such family, or neither the model's name nor its folder says which it is.
    """
    card = Path(name) / _CARD
    if requested is None and card.is_file():
        try:
            requested = _Card.model_validate_json(card.read_bytes()).prompt
        except ValidationError as error:
            raise UsageError(f"{card} says nothing of a prompt ({error.errors()[0]['msg']}); delete it") from None
    if requested is not None:
        if requested not in FAMILIES:
            raise UsageError(f"there is no form of prompt {requested!r}; there are {', '.join(FAMILIES)}")
        return FAMILIES[requested]
    for family in FAMILIES.values():
        if re.search(family.models, name, re.IGNORECASE):
            return family
    raise UsageError(
        f"which form of prompt {name} has learned its name does not say; write {name},prompt=FAMILY with one of "
        f"{', '.join(FAMILIES)}"
    )


def _whole_proof(text: str) -> str:
    """The proof in what the model wrote, at the left margin: up to a line that is indented less than its first."""
    if not text.lstrip("\n").startswith(" "):
        statement = _STATEMENT.search(text)
        proof = None if statement is None else _PROOF.search(text, statement.end())
        text = text if proof is None else text[proof.end() :]
    fence = _FENCE.search(text)
    lines = text[: fence.start() if fence is not None else None].split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    indent = _indent(lines[0]) if lines else 0
    end = next((number for number, line in enumerate(lines) if line.strip() and _indent(line) < indent), None)
    return "\n".join(line[indent:] for line in lines[:end]).rstrip()


def _first_tactic(text: str) -> tuple[str, bool]:
    """The first tactic of a proof that goes on, and whether it is known to be whole.

    It reaches to the next line that is indented no deeper and does not continue it.
    """
    while (comment := _COMMENT.match(text)) and comment.end():
        text = text[comment.end() :]
    fence = _FENCE.search(text)
    is_cut = fence is not None
    if fence is not None:
        text = text[: fence.start()]
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    if not lines:
        return "", is_cut
    indent = _indent(lines[0])
    taken = [lines[0][indent:]]
    # The last line may be half of one: whether it belongs to the tactic cannot be said before its first word ends.
    for line in lines[1:]:
        if line.strip() and _indent(line) <= indent and not CONTINUES.match(line.strip()):
            return "\n".join(taken).rstrip(), is_cut or line is not lines[-1] or len(line.split()) > 1
        taken.append(line[min(indent, _indent(line)) :])
    return "\n".join(taken).rstrip(), is_cut


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_plausible(tactic: str, max_length: int) -> bool:
    """Whether it is worth one of the search's checks."""
    is_text = all(character == "\n" or character.isprintable() for character in tactic) and "\ufffd" not in tactic
    return len(tactic) <= max_length and is_text and objection(tactic) is None
