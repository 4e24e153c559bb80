"""A value model: how likely a state leads to a proof, as a number that the search's order can take into account.

It is linear in hashed words of the goal, and that on purpose. A search asks it about every state it meets, dozens for
each one it expands; a transformer's head would cost more on a CPU than Lean's answers, and needs torch, while this
takes microseconds and a file of 256 kB. It is trained by `prover.training.value`, on labels that only Lean gives.
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.durable import written_whole
from data.errors import UsageError
from prover.proof import ProofState
from prover.search.normalise import normal_form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NUM_FEATURES = 1 << 16
_LONGEST_PHRASE = 3
_WORD = re.compile(r"§\d+✝?|[^\W\d_][\w.'!?]*|\d+|\S")
_PARTS = ("conclusion", "hypothesis")


def features(state: ProofState) -> list[int]:
    """The numbers, from 0 to `NUM_FEATURES` - 1, of what is the case for a state; each once, ascending.

    Phrases of one to three words of conclusions and hypotheses, whatever the hypotheses are called; how long they are;
    how many goals there are; which words hypotheses and conclusion share.
    """
    return sorted({zlib.crc32(text.encode()) % NUM_FEATURES for text in _described(state)})


def _described(state: ProofState) -> Iterator[str]:
    words: dict[str, list[str]] = {part: [] for part in _PARTS}
    num_hypotheses = 0
    for line in normal_form(state).key.split("\n"):
        is_conclusion = line.startswith("⊢")
        part = _PARTS[0] if is_conclusion else _PARTS[1]
        found = _WORD.findall(line.partition(" ")[2] if is_conclusion else line.partition(" : ")[2])
        num_hypotheses += not is_conclusion
        words[part] += found
        general = ["§" if word.startswith("§") else word for word in found]
        for length in range(1, _LONGEST_PHRASE + 1):
            for start in range(len(general) - length + 1):
                yield f"{part} {' '.join(general[start : start + length])}"
    for part, found in words.items():
        yield f"length of {part} {len(found).bit_length()}"
    yield f"goals {len(state.goals)}"
    yield f"hypotheses {min(num_hypotheses, 12)}"
    shared = set(words["conclusion"]) & set(words["hypothesis"])
    yield from (f"shared {'§' if word.startswith('§') else word}" for word in shared)


@dataclass(frozen=True, eq=False)
class ValueModel:
    """Says how likely a state leads to a proof.

    Attributes:
        weights: of the features, of shape (features,).
        bias: added to their sum.
        influence: how much the search makes of it: what the logarithm is multiplied by.
    """

    weights: NDArray[np.float32]
    bias: float
    influence: float = 1.0

    @classmethod
    def load(cls, path: Path) -> ValueModel:
        """Read a model.

        Raises:
            UsageError: if there is none at `path`.
        """
        import numpy as np

        try:
            with np.load(path, allow_pickle=False) as arrays:
                return cls(arrays["weights"], float(arrays["bias"]), float(arrays["influence"]))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            reason = getattr(error, "strerror", None) or "not written by `prove train --value`"
            raise UsageError(f"{path} is no value model ({reason}); make one: prove train --value --data RUN") from None

    def save(self, path: Path) -> None:
        """Write it; the file appears whole or not at all."""
        import numpy as np

        path.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(path) as partial, partial.open("wb") as file:
            np.savez(file, weights=self.weights, bias=np.float32(self.bias), influence=np.float32(self.influence))

    def log_probability(self, state: ProofState) -> float:
        """Natural logarithm of how likely the state leads to a proof; never positive."""
        active = features(state)
        total = self.bias + float(self.weights[active].sum()) / math.sqrt(len(active))
        return -math.log1p(math.exp(-total)) if total > -30 else total

    def bonus(self, state: ProofState) -> float:
        """What the search adds to the log-probability of the way to the state."""
        return self.influence * self.log_probability(state)
