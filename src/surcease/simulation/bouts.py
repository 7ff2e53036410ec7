"""When a patient is in a bout: without end (chronic), by turns, or about once a year."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

import numpy as np

from surcease.simulation.arrays import Bools, Floats

WARM_UP_DAYS = 1461
"""Bouts are drawn from this long before the diary, so that it opens anywhere in one."""


class Lengths(Protocol):
    def draw(self, rng: np.random.Generator) -> float:
        """Return a length in days, at least 1."""


@dataclass(frozen=True, slots=True)
class Geometric:
    mean_days: float

    def draw(self, rng: np.random.Generator) -> float:
        return float(rng.geometric(1 / self.mean_days))


@dataclass(frozen=True, slots=True)
class Lognormal:
    median_days: float
    log_sd: float
    at_most_days: float = math.inf

    def draw(self, rng: np.random.Generator) -> float:
        days = self.median_days * math.exp(self.log_sd * rng.standard_normal())
        return min(max(days, 1.0), self.at_most_days)


@dataclass(frozen=True, slots=True)
class Season:
    """How the hazard of a new bout moves over the year: 1 + strength * cos, mean 1."""

    peak_day_of_year: float = 100.0
    strength: float = 0.0

    def hazard(self, start_on: date, num_days: int) -> Floats:
        day_of_year = start_on.timetuple().tm_yday + np.arange(num_days)
        angle = 2 * np.pi * (day_of_year - self.peak_day_of_year) / 365.25
        return 1 + self.strength * np.cos(angle)


class Bouts(Protocol):
    def draw(self, start_on: date, num_days: int, rng: np.random.Generator) -> Bools:
        """Return, for each day, whether it lies in a bout."""


@dataclass(frozen=True, slots=True)
class Endless:
    """One bout that neither begins nor ends within the diary."""

    def draw(self, start_on: date, num_days: int, rng: np.random.Generator) -> Bools:  # noqa: ARG002
        return np.ones(num_days, dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Alternating:
    """Bouts and remissions by turns; a remission passes faster when the season is against you."""

    lengths: Lengths
    remissions: Lengths
    season: Season = Season()

    def draw(self, start_on: date, num_days: int, rng: np.random.Generator) -> Bools:
        earlier = start_on - timedelta(days=WARM_UP_DAYS)
        hazard = self.season.hazard(earlier, WARM_UP_DAYS + num_days)
        inside, left = False, self.remissions.draw(rng)
        bout = []
        for passing in hazard.tolist():
            bout.append(inside)
            left -= 1.0 if inside else passing
            if left <= 0:
                inside = not inside
                left = (self.lengths if inside else self.remissions).draw(rng)
        return np.array(bout[WARM_UP_DAYS:])


@dataclass(frozen=True, slots=True)
class Yearly:
    """One bout a year that begins around the same day."""

    day_of_year: int
    jitter_days: float
    lengths: Lengths

    def draw(self, start_on: date, num_days: int, rng: np.random.Generator) -> Bools:
        bout = np.zeros(num_days, dtype=np.bool_)
        last_year = (start_on + timedelta(days=num_days)).year
        for year in range(start_on.year - 1, last_year + 1):
            jitter = round(self.jitter_days * rng.standard_normal())
            begins = (date(year, 1, 1) - start_on).days + self.day_of_year + jitter
            ends = begins + round(self.lengths.draw(rng))
            bout[max(begins, 0) : max(ends, 0)] = True
        return bout
