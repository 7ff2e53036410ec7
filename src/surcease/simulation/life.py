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
    stretches
        The hours of the diary in stretches that were lived one after the other, with the attacks in
        each: (last hour, excluded; attacks). Days, or mornings and the rest where that matters.
    """

    def __init__(
        self, scenario: Scenario, nature: Nature, hours: Hours, rng: np.random.Generator
    ) -> None:
        self.pulses = [PulseLane(pulse, hours, nature.in_bout, rng) for pulse in scenario.pulses]
        self.regimens = [RegimenLane(regimen, nature.in_bout) for regimen in scenario.regimens]
        self.attacks: list[int] = []
        self.written: list[int | None] = []
        self.stretches: list[tuple[int, int]] = []
        self._no_effect = np.zeros(hours.num_hours)
        self._recording = scenario.recording
        self._decides_at_visit = scenario.decides_at_visit
        self._hours = hours
        self._weights = scenario.habits.onset_weights(hours)
        self._first = hours.first.tolist()
        self._rate = (nature.rate * nature.scatter).tolist()
        self._chance = rng.random(hours.num_days).tolist()
        self._clinic_hour = rng.integers(*CLINIC_HOURS, hours.num_days).tolist()
        self._past = Past()
        self._rng = rng

    def live(self) -> None:
        live_day = self._live_to_visit if self._decides_at_visit else self._live_whole
        for day in range(self._hours.num_days):
            regimens = math.exp(sum(lane.take(day, self._past) for lane in self.regimens))
            attacks = live_day(day, self._rate[day] * regimens)
            written = self._recording.written(attacks, self._chance[day])
            self.attacks.append(attacks)
            self.written.append(written)
            self._past.write(written)

    def _live_whole(self, day: int, rate: float) -> int:
        self._treat(day)
        return self._suffer(self._first[day], self._first[day + 1], rate)

    def _live_to_visit(self, day: int, rate: float) -> int:
        visit = self._hours.index(day, self._clinic_hour[day])
        morning = self._suffer(self._first[day], visit, rate)
        self._past.write(morning)
        self._treat(day)
        self._past.drop()
        return morning + self._suffer(visit, self._first[day + 1], rate)

    def log_effect(self, hours: slice = slice(None)) -> Floats:
        """Return the log rate ratio of all doses together, (num_hours,) or some of them."""
        return sum((lane.log_effect(hours) for lane in self.pulses), start=self._no_effect[hours])

    def _treat(self, day: int) -> None:
        given: frozenset[str] = frozenset()
        for lane in self.pulses:
            if lane.is_due(day, self._past, given):
                lane.give(day, self._hours.index(day, self._clinic_hour[day]))
                given |= {lane.pulse.treatment}

    def _suffer(self, first: int, last: int, rate: float) -> int:
        """Return the attacks of some hours, the last excluded."""
        hours = slice(first, last)
        share = float(np.exp(self.log_effect(hours)) @ self._weights[hours])
        attacks = int(self._rng.poisson(rate * share))
        self.stretches.append((last, attacks))
        return attacks
