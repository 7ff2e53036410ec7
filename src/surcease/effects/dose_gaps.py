"""How far apart doses were, and so which intervals a diary has seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse, horizon_days, wall_clock_days
from surcease.inference.paths import Paths

SEEN_DAYS = 7
"""A diary has seen what is left of a dose on so many known days in a bout, or not at all."""


@dataclass(frozen=True, slots=True)
class DoseGaps:
    """Days between doses; a pause longer than a dose is followed for is not one of them.

    Attributes
    ----------
    shortest_days, usual_days
        The shortest interval of a day or more and the median of them; None where there is none.
    seen_to_days
        The longest time after a dose at which the diary still has a week of known days in a bout.
    """

    shortest_days: float | None
    usual_days: float | None
    seen_to_days: float | None

    def seen(self, every_days: float) -> bool:
        """Tell whether doses that far apart lie within what the diary has seen."""
        if self.shortest_days is None or self.seen_to_days is None:
            return False
        return round(self.shortest_days) <= every_days <= round(self.seen_to_days)


def dose_gaps(arrays: Arrays, pulse: ExposedPulse, paths: Paths) -> DoseGaps:
    given = dose_days(arrays, pulse)
    since = days_since_dose(given, telling_days(arrays, paths))
    seen_to = float(np.sort(since)[-SEEN_DAYS]) if since.size >= SEEN_DAYS else None
    apart = np.diff(given)
    apart = apart[(apart >= 1.0) & (apart <= horizon_days(pulse.half_prior_days))]
    if not apart.size:
        return DoseGaps(None, None, seen_to)
    return DoseGaps(float(apart.min()), float(np.median(apart)), seen_to)


def dose_days(arrays: Arrays, pulse: ExposedPulse) -> Floats:
    """Return when doses were given up to the last day, in days since the first day began."""
    first_on, length = arrays.days[0].on, len(arrays.days)
    moments = {dose.given_at.at: wall_clock_days(dose, first_on) for dose in pulse.given.doses}
    return np.array(sorted(each for each in moments.values() if each < length))


def telling_days(arrays: Arrays, paths: Paths) -> Floats:
    """Return the middle of each known day that was probably in a bout."""
    in_bout = (paths.state[:, arrays.problem.opens_day] > 0).mean(axis=0) > 0.5
    known = np.array([day.attacks is not None for day in arrays.days])
    return np.asarray(np.flatnonzero(known & in_bout) + 0.5, dtype=np.float64)


def days_since_dose(given: Floats, moments: Floats) -> Floats:
    """Return the days from the latest dose to each moment that has one before it."""
    latest = np.searchsorted(given, moments) - 1
    has_one = latest >= 0
    return np.asarray(moments[has_one] - given[latest[has_one]])
