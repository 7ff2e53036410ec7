"""How bad attacks are over time, and what treatments do to that.

Intensity and duration have a course of their own, by the exact law of two mean-reverting
(Ornstein-Uhlenbeck) walks; it can follow the attack rate, so that whoever treats when attacks are
many treats when they are bad. Effects shift intensity on its scale and multiply durations: the
engine has ordered classes and log odds instead.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from surcease.simulation.arrays import Floats
from surcease.simulation.clock import Hours
from surcease.simulation.course import Nature


class Hardship(NamedTuple):
    """What is added in each hour, (num_hours,): to intensity, and to the log of a duration."""

    points: Floats
    log_minutes: Floats


@dataclass(frozen=True, slots=True)
class Milder:
    """What one treatment does to the attacks that it does not prevent.

    Attributes
    ----------
    points
        Added to intensity under full effect, or at a regimen's reference amount, before it is
        rounded and kept within 1 to 10; negative makes attacks milder.
    duration_ratio
        Duration under full effect over that without the treatment.
    """

    treatment: str
    points: float = 0.0
    duration_ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Swing:
    """A mean-reverting walk: its stationary standard deviation, and its reversion a day."""

    sd: float
    kappa: float

    def draw(self, num_days: int, rng: np.random.Generator) -> Floats:
        keep = math.exp(-self.kappa)
        shocks = self.sd * rng.standard_normal(num_days)
        shocks[1:] *= math.sqrt(1 - keep**2)
        level, path = 0.0, []
        for shock in shocks.tolist():
            level = keep * level + shock
            path.append(level)
        return np.array(path)


@dataclass(frozen=True, slots=True)
class Severity:
    """A course of intensity, with what goes along with it.

    Attributes
    ----------
    slow, quick
        In points of intensity.
    points_per_log_rate
        Added where the natural attack rate is e times its median.
    log_minutes_per_point
        How durations follow the course of intensity.
    effects
        By treatment; one that is not named does nothing to the attacks it does not prevent.
    """

    slow: Swing = Swing(sd=0.9, kappa=0.02)
    quick: Swing = Swing(sd=0.4, kappa=0.5)
    points_per_log_rate: float = 0.0
    log_minutes_per_point: float = 0.2
    effects: tuple[Milder, ...] = ()

    def hardship(
        self,
        nature: Nature,
        exposure_to: Callable[[str], Floats],
        hours: Hours,
        rng: np.random.Generator,
    ) -> Hardship:
        """Draw the course of a diary, and add what the treatments that were given do to it.

        `exposure_to` returns how much of a treatment acts in each hour, (num_hours,).
        """
        course = self.slow.draw(hours.num_days, rng) + self.quick.draw(hours.num_days, rng)
        course += self.points_per_log_rate * log_rate_from_median(nature)
        by_hour = np.repeat(course, np.diff(hours.first))
        points, log_minutes = by_hour, self.log_minutes_per_point * by_hour
        for milder in self.effects:
            exposure = exposure_to(milder.treatment)
            points = points + milder.points * exposure
            log_minutes = log_minutes + math.log(milder.duration_ratio) * exposure
        return Hardship(points, log_minutes)


def log_rate_from_median(nature: Nature) -> Floats:
    """Return the log of each day's natural rate over its median in bouts; 0 outside them."""
    away = np.zeros(nature.rate.size)
    if nature.in_bout.any():
        log_rate = np.log(nature.rate[nature.in_bout])
        away[nature.in_bout] = log_rate - np.median(log_rate)
    return away
