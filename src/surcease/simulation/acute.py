"""Acute treatments: which one is taken in an attack, and what it does to that attack."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np

from surcease.simulation.treatments import Acute

MILD = 3
"""Pain from 0 to here (of 10) is mild or none."""

SLOWEST_MIN = 15
"""A dose is taken within this time from onset."""

AFTERGLOW_MIN = 5
"""An attack ends this long after its pain became mild."""


class Taken(NamedTuple):
    """A dose in an attack: minutes into it, and the pain before and after it."""

    acute: Acute
    after_min: int
    before: int
    at_15: int
    at_30: int

    def shorten(self, minutes: int) -> int:
        """Return how long an attack lasts that would have lasted so many minutes."""
        if self.at_15 <= MILD:
            return min(minutes, self.after_min + 15 + AFTERGLOW_MIN)
        if self.at_30 <= MILD:
            return min(minutes, self.after_min + 30 + AFTERGLOW_MIN)
        return minutes


class Cabinet:
    """Everything a patient has at hand, tried in the order of the scenario."""

    def __init__(self, treatments: tuple[Acute, ...], rng: np.random.Generator) -> None:
        self._treatments = treatments
        self._rng = rng
        self._taken: Counter[tuple[int, str]] = Counter()

    def reach(self, day: int, minutes: int, intensity: int) -> Taken | None:
        """Take what suits an attack of that intensity, while it lasts, or nothing."""
        for acute in self._treatments:
            if self._suits(acute, day, intensity) and self._rng.random() < acute.share:
                self._taken[day, acute.treatment] += 1
                return self._respond(acute, minutes, intensity)
        return None

    def _suits(self, acute: Acute, day: int, intensity: int) -> bool:
        lowest, highest = acute.intensities
        left = acute.most_per_day - self._taken[day, acute.treatment]
        return lowest <= intensity <= highest and left > 0

    def _respond(self, acute: Acute, minutes: int, intensity: int) -> Taken:
        chance = self._rng.random()
        at_15 = self._eased(intensity) if chance < acute.relief_15 else intensity
        at_30 = self._eased(at_15) if chance < acute.relief_30 else at_15
        after_min = min(1 + self._below(SLOWEST_MIN), minutes)
        return Taken(acute, after_min, intensity, at_15, at_30)

    def _eased(self, intensity: int) -> int:
        return self._below(min(intensity, MILD) + 1)

    def _below(self, limit: int) -> int:
        return int(limit * self._rng.random())
