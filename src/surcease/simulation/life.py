from __future__ import annotations

import math

import numpy as np

from surcease.simulation.arrays import Floats
from surcease.simulation.clock import Hours
from surcease.simulation.course import Nature
from surcease.simulation.lanes import PulseLane, RegimenLane
from surcease.simulation.past import Past
from surcease.simulation.scenario import Scenario

CLINIC_HOURS = (9, 17)


class Life:
    """A patient's days in order: decide, treat, have attacks, write them down.

    Attributes
    ----------
    attacks
        What happened on each day so far.
    written
        What was recorded of it; None where nothing was.
    """

    def __init__(
        self, scenario: Scenario, nature: Nature, hours: Hours, rng: np.random.Generator
    ) -> None:
        self.pulses = [PulseLane(pulse, hours, rng) for pulse in scenario.pulses]
        self.regimens = [RegimenLane(regimen) for regimen in scenario.regimens]
        self.attacks: list[int] = []
        self.written: list[int | None] = []
        self._no_effect = np.zeros(hours.num_hours)
        self._recording = scenario.recording
        self._hours = hours
        self._weights = scenario.habits.onset_weights(hours)
        self._first = hours.first.tolist()
        self._rate = (nature.rate * nature.scatter).tolist()
        self._chance = rng.random(hours.num_days).tolist()
        self._clinic_hour = rng.integers(*CLINIC_HOURS, hours.num_days).tolist()
        self._past = Past()
        self._rng = rng

    def live(self) -> None:
        for day in range(self._hours.num_days):
            regimens = math.exp(sum(lane.take(day, self._past) for lane in self.regimens))
            self._treat(day)
            self._suffer(day, self._rate[day] * regimens)

    def log_effect(self, hours: slice = slice(None)) -> Floats:
        """Return the log rate ratio of all doses together, (num_hours,) or some of them."""
        return sum((lane.log_effect(hours) for lane in self.pulses), start=self._no_effect[hours])

    def _treat(self, day: int) -> None:
        given: frozenset[str] = frozenset()
        for lane in self.pulses:
            if lane.is_due(day, self._past, given):
                lane.give(day, self._hours.index(day, self._clinic_hour[day]))
                given |= {lane.pulse.treatment}

    def _suffer(self, day: int, rate: float) -> None:
        today = slice(self._first[day], self._first[day + 1])
        share = float(np.exp(self.log_effect(today)) @ self._weights[today])
        attacks = int(self._rng.poisson(rate * share))
        written = self._recording.written(attacks, self._chance[day])
        self.attacks.append(attacks)
        self.written.append(written)
        self._past.write(written)
