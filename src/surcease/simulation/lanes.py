"""What has been given so far, and its effect on the hours and days to come."""

from __future__ import annotations

import math

import numpy as np

from surcease.simulation.arrays import Bools, Floats
from surcease.simulation.clock import Hours
from surcease.simulation.past import Past
from surcease.simulation.timing import Now
from surcease.simulation.treatments import Pulse, Regimen
from surcease.simulation.wear_off import effect_by_hour


class PulseLane:
    """The doses of one pulse treatment; overlapping ones saturate, e = 1 - prod(1 - g).

    They act on the attacks of the days in bouts, `in_bout` (num_days,).
    """

    def __init__(
        self, pulse: Pulse, hours: Hours, in_bout: Bools, rng: np.random.Generator
    ) -> None:
        self.pulse = pulse
        self.days: list[int] = []
        self.hours: list[int] = []
        self._rng = rng
        self._log_rate_ratio = math.log(pulse.rate_ratio) * np.repeat(in_bout, np.diff(hours.first))
        self._kept = 1 - effect_by_hour(pulse.wear_off, hours.num_hours)
        self._spared = np.ones(hours.num_hours)
        self._moods = rng.standard_normal(hours.num_days).tolist()
        self._luck = rng.uniform(-1, 1)
        self._visit: int | None = None

    @property
    def exposure(self) -> Floats:
        """How much of the treatment acts in each hour, 0 to 1, (num_hours,)."""
        return 1 - self._spared

    def log_effect(self, hours: slice = slice(None)) -> Floats:
        """Return the log rate ratio, (num_hours,) or some of them, of the doses so far."""
        return self._log_rate_ratio[hours] * (1 - self._spared[hours])

    def is_due(self, day: int, past: Past, given: frozenset[str]) -> bool:
        """Decide in the morning; between the decision and the appointment nothing more is asked."""
        if len(self.days) == self.pulse.at_most:
            return False
        if self._visit is None and self.pulse.timing.due(self._now(day, past, given)):
            self._visit = day + int(self._rng.integers(self.pulse.waits_days + 1))
        return self._visit == day

    def give(self, day: int, hour: int) -> None:
        self.days.append(day)
        self.hours.append(hour)
        self._spared[hour:] *= self._kept[: self._kept.size - hour]
        self._luck = self._rng.uniform(-1, 1)
        self._visit = None

    def _now(self, day: int, past: Past, given: frozenset[str]) -> Now:
        last = self.days[-1] if self.days else None
        return Now(day, past, last, self._luck, self._moods[day], given)


class RegimenLane:
    """The daily amounts of one regimen, and its effect: amount over reference, lagged.

    It acts on the attacks of the days in bouts, `in_bout` (num_days,).
    """

    def __init__(self, regimen: Regimen, in_bout: Bools) -> None:
        self.regimen = regimen
        self.first_day = regimen.amounts.first_day
        self.amounts: list[float] = []
        self.exposures: list[float] = []
        self.log_effects: list[float] = []
        self._log_rate_ratio = (math.log(regimen.rate_ratio) * in_bout).tolist()
        self._keep = math.exp(-1 / regimen.lag_days) if regimen.lag_days else 0.0
        self._exposure = 0.0
        self._since_change = 0
        for day in range(self.first_day, 0):
            self._swallow(day, Past())

    def take(self, day: int, past: Past) -> float:
        """Take a day's amount and return its log rate ratio on that day."""
        self._swallow(day, past)
        self.exposures.append(self._exposure)
        self.log_effects.append(self._log_rate_ratio[day] * self._exposure)
        return self.log_effects[-1]

    def _swallow(self, day: int, past: Past) -> None:
        current = self.amounts[-1] if self.amounts else 0.0
        amount = self.regimen.amounts.amount(day, past, current, self._since_change)
        self._since_change = self._since_change + 1 if amount == current else 1
        self.amounts.append(amount)
        aim = amount / self.regimen.reference_amount
        self._exposure = aim + (self._exposure - aim) * self._keep
