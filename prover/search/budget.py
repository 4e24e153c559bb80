"""How much a search may spend, and how much it has spent.

A budget is counted in Lean checks first, because checks compare across machines, and in seconds second.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from data.errors import UsageError


@dataclass(slots=True)
class Budget:
    """What one search may still spend.

    Attributes:
        num_checks: Lean tactic checks allowed in all.
        seconds: wall-clock seconds allowed from the moment the budget is made.

    Raises:
        UsageError: if either limit is not positive.
    """

    num_checks: int
    seconds: float
    num_spent: int = field(default=0, init=False)
    _start: float = field(default_factory=time.monotonic, init=False)

    def __post_init__(self) -> None:
        if self.num_checks <= 0 or self.seconds <= 0:
            raise UsageError(f"a budget must be positive, got {self.num_checks} checks and {self.seconds} s")

    def take(self, num_checks: int) -> int:
        """Spend that many checks, or all that are left if fewer; the number spent."""
        assert num_checks >= 0
        granted = min(num_checks, self.num_checks - self.num_spent)
        self.num_spent += granted
        return granted

    def give_back(self, num_checks: int) -> None:
        """Return what was taken and not used."""
        assert 0 <= num_checks <= self.num_spent
        self.num_spent -= num_checks

    @property
    def seconds_spent(self) -> float:
        return time.monotonic() - self._start

    @property
    def is_out_of_checks(self) -> bool:
        return self.num_spent >= self.num_checks

    @property
    def is_out_of_time(self) -> bool:
        return self.seconds_spent >= self.seconds
