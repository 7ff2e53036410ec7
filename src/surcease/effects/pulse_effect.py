"""What one dose does, how that fades, and when half of it is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple, Self

import numpy as np

from surcease.effects.effect import WearOffPoint
from surcease.effects.estimate import (
    DueDate,
    Estimate,
    Floats,
    estimates,
    weighted_quantiles,
)
from surcease.effects.exposed import ExposedPulse
from surcease.inference.parameters import pulse_beta, pulse_log_half, pulse_log_sharpness
from surcease.inference.wear_off import wear_off

PERIODS_DAYS = (14, 28, 56, 84)
CURVE_DAYS = (0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0, 21.0, 28.0, 42.0, 56.0, 70.0, 84.0, 112.0)
DUE_LEVEL = 0.80
HALF_A_DAY = 0.5
LONGEST_HALF_DAYS = 730.0
"""A half-time beyond two years is shown as two years."""

SEARCH_POINTS = 160


class PulseDraws(NamedTuple):
    """Posterior draws of a dose's effect, (num_draws,) each but for the onset."""

    onset_days: float
    beta: Floats
    half: Floats
    sharpness: Floats

    @classmethod
    def of(cls, theta: Floats, index: int, onset_days: float) -> Self:
        """Take those of one pulse from draws of all parameters, (num_draws, num_parameters)."""
        return cls(
            onset_days,
            theta[:, pulse_beta(index)],
            np.exp(theta[:, pulse_log_half(index)]),
            np.exp(theta[:, pulse_log_sharpness(index)]),
        )

    def reduction(self, days: Floats) -> Floats:
        """Return 1 - exp(beta g(u)) at days since the dose, (num_draws, num_days)."""
        worn = wear_off(days, self.onset_days, self.half[:, None], self.sharpness[:, None])
        return np.asarray(-np.expm1(self.beta[:, None] * worn))


def reduction_over(draws: PulseDraws, weight: Floats) -> dict[int, Estimate]:
    """Return the mean reduction over the first n days after a dose, by n."""
    daily = draws.reduction(np.arange(0.5, max(PERIODS_DAYS)))
    means = np.cumsum(daily, axis=1)[:, np.array(PERIODS_DAYS) - 1] / np.array(PERIODS_DAYS)
    return dict(zip(PERIODS_DAYS, estimates(means, weight), strict=True))


def wear_off_curve(draws: PulseDraws, weight: Floats) -> tuple[WearOffPoint, ...]:
    curve = estimates(draws.reduction(np.array(CURVE_DAYS)), weight)
    return tuple(
        WearOffPoint(day, reduction) for day, reduction in zip(CURVE_DAYS, curve, strict=True)
    )


def days_to_half(draws: PulseDraws) -> Floats:
    """Return for each draw the days until the reduction is half of its largest, (num_draws,).

    This is of the attacks prevented, not of the exposure: it differs a little from D.
    """
    days = np.geomspace(0.05, LONGEST_HALF_DAYS, SEARCH_POINTS)
    size = np.abs(draws.reduction(days))
    peak = size.argmax(axis=1)
    after = np.arange(days.size) > peak[:, None]
    below = after & (size <= 0.5 * size.max(axis=1, keepdims=True))
    reached = below.any(axis=1)
    right = np.where(reached, below.argmax(axis=1), days.size - 1)
    rows = np.arange(size.shape[0])
    high, low = size[rows, right - 1], size[rows, right]
    gap = np.where(high > low, high - low, 1.0)
    share = np.clip((high - 0.5 * size.max(axis=1)) / gap, 0.0, 1.0)
    crossing = days[right - 1] + share * (days[right] - days[right - 1])
    return np.where(reached, crossing, LONGEST_HALF_DAYS)


def next_due(pulse: ExposedPulse, half_days: Floats, weight: Floats) -> DueDate:
    """Return the civil day on which the effect of the latest dose has halved.

    The days from low to high begin and end at the midnights nearest to the ends of the interval.
    """
    latest = pulse.given.doses[-1].given_at.local
    tail = (1.0 - DUE_LEVEL) / 2.0
    low, median, high = weighted_quantiles(half_days, weight, np.array([tail, 0.5, 1.0 - tail]))
    on = (latest + timedelta(days=float(median))).date()
    first = (latest + timedelta(days=float(low) + HALF_A_DAY)).date()
    last = (latest + timedelta(days=float(high) - HALF_A_DAY)).date()
    return DueDate(median=on, low=min(first, on), high=max(last, on), level=DUE_LEVEL)
