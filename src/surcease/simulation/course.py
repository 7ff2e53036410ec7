"""The natural course of a patient: bouts, the attack rate within them, and the scatter of counts.

The rate moves on a continuous scale, by the exact law of a mean-reverting (Ornstein-Uhlenbeck)
walk, where the engine has a grid and a generator: nothing here is shared with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

import numpy as np

from surcease.simulation.arrays import Bools, Floats
from surcease.simulation.bouts import Bouts, Endless


@dataclass(frozen=True, slots=True)
class Walk:
    """Log attacks a day within a bout: dg = kappa (mu - g) dt + sigma dW, t in days.

    A bout begins at a stationary level, normal(mu, sigma^2 / 2 kappa).
    """

    mu: float = math.log(2.2)  # chronic, median 15.3 a week [V:icon23]
    sigma: float = 0.12
    kappa: float = 0.04
    most_per_day: float = 20.0  # 140 a week were seen [V:icon23]

    @property
    def stationary_sd(self) -> float:
        return self.sigma / math.sqrt(2 * self.kappa)

    def draw(self, in_bout: Bools, rng: np.random.Generator) -> Floats:
        """Return the log rate of each day, minus infinity outside bouts."""
        keep = math.exp(-self.kappa)
        step_sd = self.stationary_sd * math.sqrt(1 - keep**2)
        away, was_inside, path = 0.0, False, []
        shocks = rng.standard_normal(in_bout.size)
        for inside, shock in zip(in_bout.tolist(), shocks.tolist(), strict=True):
            away = keep * away + step_sd * shock if was_inside else self.stationary_sd * shock
            was_inside = inside
            path.append(self.mu + away if inside else -math.inf)
        return np.minimum(path, math.log(self.most_per_day))


class Scatter(Protocol):
    def draw(self, num_days: int, rng: np.random.Generator) -> Floats:
        """Return a factor of mean 1 for each day's rate; counts are Poisson given it."""


@dataclass(frozen=True, slots=True)
class Poisson:
    def draw(self, num_days: int, rng: np.random.Generator) -> Floats:  # noqa: ARG002
        return np.ones(num_days)


@dataclass(frozen=True, slots=True)
class NegativeBinomial:
    """Variance m + m^2 / phi."""

    phi: float

    def draw(self, num_days: int, rng: np.random.Generator) -> Floats:
        return rng.gamma(self.phi, 1 / self.phi, num_days)


@dataclass(frozen=True, slots=True)
class LognormalPoisson:
    log_sd: float

    def draw(self, num_days: int, rng: np.random.Generator) -> Floats:
        return np.exp(self.log_sd * rng.standard_normal(num_days) - self.log_sd**2 / 2)


class Nature(NamedTuple):
    """A course that was drawn, each (num_days,).

    Attributes
    ----------
    in_bout
    rate
        Attacks a day of 24 hours without any treatment.
    scatter
        Factor of mean 1 on the day's rate.
    """

    in_bout: Bools
    rate: Floats
    scatter: Floats


@dataclass(frozen=True, slots=True)
class Course:
    bouts: Bouts = field(default_factory=Endless)
    walk: Walk = field(default_factory=Walk)
    scatter: Scatter = field(default_factory=Poisson)
    outside_per_day: float = 0.002

    def draw(self, start_on: date, num_days: int, rng: np.random.Generator) -> Nature:
        in_bout = self.bouts.draw(start_on, num_days, rng)
        within = np.exp(self.walk.draw(in_bout, rng))
        rate = np.where(in_bout, within, self.outside_per_day)
        return Nature(in_bout, rate, self.scatter.draw(num_days, rng))
