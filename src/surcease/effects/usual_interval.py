from __future__ import annotations

import numpy as np

from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse, horizon_days


def usual_interval(pulse: ExposedPulse, given: Floats) -> float:
    """Return the usual number of days between doses given at such times, in days.

    A gap longer than a dose is followed for is a pause, such as a remission, not an interval.
    Without any interval it is twice the published half-time.
    """
    gaps = np.diff(np.sort(given))
    intervals = gaps[(gaps >= 1.0) & (gaps <= horizon_days(pulse.half_prior_days))]
    return float(np.median(intervals)) if intervals.size else 2.0 * pulse.half_prior_days
