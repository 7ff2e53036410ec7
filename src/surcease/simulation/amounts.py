"""How much of a regimen is taken a day. A rule sees the recorded past and nothing of the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from surcease.simulation.past import Past


class Amounts(Protocol):
    @property
    def first_day(self) -> int:
        """The first day on which an amount is known, 0 or (before the diary) negative."""

    def amount(self, day: int, past: Past, current: float, since_change: int) -> float:
        """Return the amount of a day, given yesterday's and for how many days it was taken."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Amounts from given days on, in order; a negative day lies before the diary."""

    steps: tuple[tuple[int, float], ...]

    @property
    def first_day(self) -> int:
        return min(0, self.steps[0][0])

    def amount(self, day: int, past: Past, current: float, since_change: int) -> float:  # noqa: ARG002
        return next((amount for begins, amount in reversed(self.steps) if begins <= day), 0.0)


@dataclass(frozen=True, slots=True)
class RaisedInBouts:
    """Raised step by step while attacks are many, lowered step by step once they have stopped.

    Raised when `threshold` attacks or more were written in `over_days`, lowered when none was in
    `quiet_days`; an amount is kept for at least `step_days`.
    """

    step: float
    top: float
    over_days: int
    threshold: int
    quiet_days: int
    step_days: int
    base: float = 0.0

    @property
    def first_day(self) -> int:
        return 0

    def amount(self, day: int, past: Past, current: float, since_change: int) -> float:
        if day == 0:
            return self.base
        if since_change < self.step_days:
            return current
        if past.recent(self.over_days) >= self.threshold:
            return min(self.top, current + self.step)
        if day >= self.quiet_days and past.recent(self.quiet_days) == 0:
            return max(self.base, current - self.step)
        return current
