"""What one run may use. The loop calls `Limits.step` before each call of a model or tool."""

from dataclasses import dataclass, field
from time import monotonic

MAX_STEPS = 20
MAX_DURATION_SECONDS = 90
MAX_COST_EUR = 0.60


class Stopped(Exception):
    """The run ends here; the coordinator gets what was found so far and the reason."""


@dataclass
class Limits:
    started: float = field(default_factory=monotonic)
    steps: int = 0
    cost_eur: float = 0.0

    def step(self) -> None:
        """Counts a step, or stops the run."""
        if self.steps >= MAX_STEPS:
            raise Stopped("max_steps")
        if monotonic() - self.started >= MAX_DURATION_SECONDS:
            raise Stopped("max_duration")
        if self.cost_eur >= MAX_COST_EUR:
            raise Stopped("max_cost")
        self.steps += 1

    def spent(self, euro: float) -> None:
        self.cost_eur += euro
