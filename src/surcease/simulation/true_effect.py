"""What a treatment truly does, in the terms in which an analysis reports it."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from surcease.simulation.arrays import Floats
from surcease.simulation.wear_off import WearOff

STEP_DAYS = 0.01
LONGEST_DAYS = 730
OVER_DAYS = (14, 28, 56, 84)


def reduction_after(wear_off: WearOff, rate_ratio: float, days: Floats) -> Floats:
    """Return 1 - RR^g(u): the fraction of attacks prevented u days after one dose."""
    return 1 - np.exp(math.log(rate_ratio) * wear_off(days))


@lru_cache(maxsize=256)
def reduction_over(wear_off: WearOff, rate_ratio: float) -> dict[int, float]:
    """Return the mean of 1 - RR^g(u) over the first n days after one dose, for each usual n.

    Midpoint rule in steps of 0.01 days.
    """
    days = np.arange(STEP_DAYS / 2, max(OVER_DAYS), STEP_DAYS)
    prevented = np.cumsum(reduction_after(wear_off, rate_ratio, days)) * STEP_DAYS
    return {over: float(prevented[round(over / STEP_DAYS) - 1] / over) for over in OVER_DAYS}


@lru_cache(maxsize=256)
def days_to_half(wear_off: WearOff, rate_ratio: float) -> float | None:
    """Return the day on which the reduction has fallen to half of its maximum.

    None where there is no effect, or where half of it outlasts two years.
    """
    days = np.arange(0, LONGEST_DAYS, STEP_DAYS)
    size = np.abs(reduction_after(wear_off, rate_ratio, days))
    peak = int(size.argmax())
    fallen = np.flatnonzero(size[peak:] <= size[peak] / 2)
    if size[peak] == 0 or fallen.size == 0:
        return None
    return float(days[peak + fallen[0]])


def reduction_at(amount: float, reference_amount: float, rate_ratio: float) -> float:
    """Return the steady reduction of a daily amount: 1 - RR^(amount / reference)."""
    return 1 - math.exp(math.log(rate_ratio) * amount / reference_amount)
