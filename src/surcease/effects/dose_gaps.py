"""How far apart doses were, and so which intervals a diary has seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse, dose_moments, lasting_days
from surcease.inference.paths import Paths
from surcease.inference.problem import Bools

SEEN_DAYS = 7
"""A diary has seen what is left of a dose on so many known days in a bout, or not at all."""


@dataclass(frozen=True, slots=True)
class DoseGaps:
    """Days between doses; a pause longer than a dose lasts is not one of them.

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
    middles = np.flatnonzero(telling_days(arrays, paths)).astype(np.float64) + 0.5
    since = days_since_dose(given, middles)
    seen_to = float(np.sort(since)[-SEEN_DAYS]) if since.size >= SEEN_DAYS else None
    intervals = intervals_of(pulse, given)
    if not intervals.size:
        return DoseGaps(None, None, seen_to)
    return DoseGaps(float(intervals.min()), float(np.median(intervals)), seen_to)


def intervals_of(pulse: ExposedPulse, given: Floats) -> Floats:
    """Return the days between doses given at such times, in order, a day or more apart.

    A gap longer than a dose lasts is a pause, such as a remission, not an interval.
    """
    gaps = np.diff(given)
    return np.asarray(gaps[(gaps >= 1.0) & (gaps <= lasting_days(pulse.half_prior_days))])


def usual_interval(pulse: ExposedPulse, given: Floats) -> float:
    """Return the usual number of days between doses given at such times, in order.

    Without any interval it is twice the published half-time.
    """
    intervals = intervals_of(pulse, given)
    return float(np.median(intervals)) if intervals.size else 2.0 * pulse.half_prior_days


def dose_days(arrays: Arrays, pulse: ExposedPulse) -> Floats:
    """Return when doses were given up to the last day, in days since the first day began."""
    first_on, length = arrays.days[0].on, len(arrays.days)
    moments = dose_moments(pulse.given, first_on)
    return np.array(sorted(each for each in moments if each < length))


def telling_days(arrays: Arrays, paths: Paths) -> Bools:
    """Return which days are known and were probably in a bout."""
    return arrays.known_days & (arrays.in_bout(paths.state) > 0.5)


def days_since_dose(given: Floats, moments: Floats) -> Floats:
    """Return the days from the latest dose to each moment that has one before it."""
    latest = np.searchsorted(given, moments) - 1
    has_one = latest >= 0
    return np.asarray(moments[has_one] - given[latest[has_one]])
