"""How much of each treatment acts in each hour of a life that was lived."""

from __future__ import annotations

import numpy as np

from surcease.simulation.arrays import Floats
from surcease.simulation.clock import Hours
from surcease.simulation.life import Life


def exposure_by_hour(treatment: str, life: Life, hours: Hours) -> Floats:
    """Return the exposure to a treatment, (num_hours,); KeyError where the scenario has it not.

    0 to 1 for doses; for a regimen the lagged amount over its reference amount.
    """
    by_hour = {lane.pulse.treatment: lane.exposure for lane in life.pulses}
    if treatment in by_hour:
        return by_hour[treatment]
    by_day = {lane.regimen.treatment: lane.exposures for lane in life.regimens}
    return np.repeat(by_day[treatment], np.diff(hours.first))
