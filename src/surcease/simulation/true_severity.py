"""What a treatment truly does to the intensity that is written down."""

from __future__ import annotations

import math

import numpy as np

from surcease.simulation.habits import Habits, recorded_intensity
from surcease.simulation.severity import Milder, Severity

FINE = 2001
WIDE = 6.0


def change_in_points(habits: Habits, severity: Severity, milder: Milder) -> float:
    """Return the mean change of the intensities written down, at full effect.

    Less than `milder.points` where attacks are near an end of the scale. The course and the chance
    of each attack are averaged over, by the trapezoid rule.
    """
    spread = math.hypot(habits.intensity_sd, severity.slow.sd, severity.quick.sd)
    z = np.linspace(-WIDE, WIDE, FINE)
    density = np.exp(-0.5 * z**2)
    without = recorded_intensity(habits.intensity_mean + spread * z)
    treated = recorded_intensity(habits.intensity_mean + milder.points + spread * z)
    return float(density @ (treated - without) / density.sum())
