"""The folder of one training run: the model when it is done, and until then what a continuation needs.

    model.safetensors, config.json, ...   the model, as transformers or peft writes it
    training.json                         how it was trained; written last, so that where it is all is
    training/state.pt                     weights and optimizer at the last checkpoint, while the run is not done
    training/best/                        the model of the best epoch so far

Everything appears whole or not at all, so that a run may be killed at any moment.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch

from data.durable import written_whole
from data.errors import UsageError
from prover.tactics.model import LoadedModel, save_model


class TrainingFolder:
    """A directory that takes one run.

    Args:
        root: the directory.
        run: the run's identity: two runs with the same one end in the same weights.

    Raises:
        UsageError: if it cannot be made, or holds another run that is done.
    """

    def __init__(self, root: Path, *, run: str) -> None:
        self._root = root
        self._run = run
        self._working = root / "training"
        record = root / "training.json"
        self.is_done = record.exists()
        if self.is_done and json.loads(record.read_text(encoding="utf-8"))["run"] != run:
            raise self._holds_another()
        if not self.is_done:
            try:
                self._working.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise UsageError(f"{root} cannot be written: {error.strerror}; give another folder") from None

    @property
    def best(self) -> Path:
        """Where the model of the best epoch is."""
        return self._working / "best"

    def restore(self, device: torch.device) -> dict[str, Any] | None:
        """What was given to `save` last, None if that never happened.

        Raises:
            UsageError: if it is another run's.
        """
        path = self._working / "state.pt"
        if not path.exists():
            return None
        state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        if state.pop("run") != self._run:
            raise self._holds_another()
        return state

    def save(self, state: dict[str, Any]) -> None:
        """Write a checkpoint."""
        with written_whole(self._working / "state.pt") as partial:
            torch.save({**state, "run": self._run}, partial)

    def keep(self, loaded: LoadedModel) -> None:
        """Write the model as the best so far."""
        partial = self._working / "best.partial"
        shutil.rmtree(partial, ignore_errors=True)
        save_model(loaded, partial)
        shutil.rmtree(self.best, ignore_errors=True)
        partial.rename(self.best)

    def finish(self, record: dict[str, Any]) -> None:
        """Make the best model the folder's, and note how it was trained."""
        for file in self.best.iterdir():
            file.replace(self._root / file.name)
        text = json.dumps({"run": self._run, **record}, indent=1)
        (self._root / "training.json").write_text(text + "\n", encoding="utf-8")
        shutil.rmtree(self._working)

    def _holds_another(self) -> UsageError:
        return UsageError(
            f"{self._root} holds a training run with other options or data; give another --out, or remove it"
        )
