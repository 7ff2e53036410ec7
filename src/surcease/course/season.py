from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from surcease.course.circle import block_moments, uniformity_p
from surcease.diary.days import Day, DayState

ORDERS = 2
FEWEST_DAYS = 730
FEWEST_YEARS = 3
FEWEST_IN_MONTH = 28


@dataclass(frozen=True, slots=True)
class Season:
    """Observed attacks and observed days by calendar month (January first).

    Parameters
    ----------
    attacks_by_month, observed_by_month : (12,)
    peak_month
        1 to 12, the month with most attacks per observed day. None with fewer than 730 observed
        days (one year has a peak whatever its cause), fewer than 28 in any calendar month, or
        only the days with attacks written down.
    p_uniform
        Probability of so strong a yearly cycle (one peak or two) if there is none; calendar years
        are the independent units. None also with attacks in fewer than three years.
    rate_by_month : (12,)
        Attacks a day over the observed hours of the month; None where nothing was observed.
    """

    attacks_by_month: tuple[int, ...]
    observed_by_month: tuple[int, ...]
    peak_month: int | None
    p_uniform: float | None
    rate_by_month: tuple[float | None, ...] = (None,) * 12


def season(days: Sequence[Day]) -> Season:
    """Describe the months of attacks; unknown days count neither as attacks nor as observed."""
    known = [day for day in days if day.state is not DayState.UNKNOWN]
    month = np.array([day.on.month - 1 for day in known], dtype=np.int64)
    attacks = np.array([day.attacks or 0 for day in known], dtype=np.float64)
    exposure = np.array([day.exposure_days for day in known], dtype=np.float64)
    by_month = np.bincount(month, attacks, minlength=12)
    observed = np.bincount(month, minlength=12)
    rates = _rates(by_month, np.bincount(month, exposure, minlength=12))
    enough = _compares_months(observed) and by_month.sum() > 0 and not _attacks_only(days)
    return Season(
        attacks_by_month=tuple(by_month.astype(np.int64).tolist()),
        observed_by_month=tuple(observed.tolist()),
        peak_month=_peak_month(rates) if enough else None,
        p_uniform=_p_uniform(known, attacks) if enough else None,
        rate_by_month=rates,
    )


def _rates(attacks: NDArray[np.float64], exposure: NDArray[np.float64]) -> tuple[float | None, ...]:
    pairs = zip(attacks.tolist(), exposure.tolist(), strict=True)
    return tuple(count / time if time > 0 else None for count, time in pairs)


def _compares_months(observed: NDArray[np.int64]) -> bool:
    return bool(observed.sum() >= FEWEST_DAYS and observed.min() >= FEWEST_IN_MONTH)


def _attacks_only(days: Sequence[Day]) -> bool:
    """Whether silence was never written down: the days that are known then tell no rate."""
    states = {day.state for day in days}
    return DayState.UNKNOWN in states and DayState.NONE not in states


def _peak_month(rates: tuple[float | None, ...]) -> int:
    return 1 + max(range(12), key=lambda month: rates[month] or 0.0)


def _p_uniform(known: Sequence[Day], attacks: NDArray[np.float64]) -> float | None:
    year = np.array([day.on.year for day in known], dtype=np.int64)
    if np.unique(year[attacks > 0]).size < FEWEST_YEARS:
        return None
    angles = np.array([_angle(day) for day in known], dtype=np.float64)
    return uniformity_p(block_moments(angles, _from_yearly_mean(attacks, year), year, ORDERS))


def _angle(day: Day) -> float:
    start = day.on.replace(month=1, day=1)
    length = (start.replace(month=12, day=31) - start).days + 1
    return 2 * np.pi * ((day.on - start).days + 0.5) / length


def _from_yearly_mean(attacks: NDArray[np.float64], year: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take off each year's attacks per observed day.

    Without this a diary kept mostly in winter would show a winter peak.
    """
    index = np.unique(year, return_inverse=True)[1]
    means = np.bincount(index, attacks) / np.bincount(index)
    return attacks - means[index]
