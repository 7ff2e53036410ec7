"""How the effect of a dose builds up and fades: a K-PD kernel in days since the dose.

g(u) = (1 - exp(-u / onset)) / (1 + (u / D)^k)

D is the days until half of the effect is gone, k how sharp the fade is (Hill 1910; kinetics without
concentrations: Jacqmin et al., J Pharmacokinet Pharmacodyn 2007;34:57-85). Overlapping doses of one
treatment saturate: e = 1 - prod(1 - g).
"""

from __future__ import annotations

import numpy as np

from surcease.inference.compile import kernel, summing_kernel
from surcease.inference.problem import Floats, Pulses
from surcease.inference.vector_math import exp_in_place


def wear_off(u: Floats, onset: float, half: Floats, sharpness: Floats) -> Floats:
    """Return g(u), broadcast over draws of `half` (days) and `sharpness`; u >= 0 in days."""
    rise = -np.expm1(-u / onset)
    with np.errstate(over="ignore"):
        return np.asarray(rise / (1.0 + (u / half) ** sharpness))


SMALLEST_GAP = 1e-300
"""Where an effect is complete to the last bit, so is its numerator's zero: 0 / 0 becomes 0."""


@kernel
def worn_off(log_u: Floats, log_half: float, sharpness: float) -> Floats:
    """Return (u / D)^k."""
    worn = sharpness * (log_u - log_half)
    exp_in_place(worn)
    return worn


@kernel
def pulse_exposure(
    pulses: Pulses, pulse: int, num_slots: int, log_half: float, sharpness: float
) -> Floats:
    """Return e of one treatment, (num_slots,), each between 0 and 1."""
    spared = np.ones(num_slots)
    first, last = pulses.first[pulse], pulses.first[pulse + 1]
    worn = worn_off(pulses.log_u[first:last], log_half, sharpness)
    rise, slot = pulses.rise[first:last], pulses.slot[first:last]
    for index in range(pulses.run.size - 1):
        begin, end = pulses.run[index] - first, pulses.run[index + 1] - first
        if 0 <= begin < slot.size:
            reached = spared[slot[begin] :]
            for step in range(end - begin):
                reached[step] *= 1.0 - rise[begin + step] / (1.0 + worn[begin + step])
    return 1.0 - spared


@summing_kernel
def pulse_gradient(
    pulses: Pulses, pulse: int, exposure: Floats, by_exposure: Floats, fade: tuple[float, float]
) -> tuple[float, float]:
    """Pull the gradient with respect to e back to (log D, log k)."""
    log_half, sharpness = fade
    first, last = pulses.first[pulse], pulses.first[pulse + 1]
    rise, slot, log_u = pulses.rise[first:last], pulses.slot[first:last], pulses.log_u[first:last]
    by_spared = by_exposure * (1.0 - exposure)
    by_log_worn = worn_off(log_u, log_half, sharpness)
    for triple in range(slot.size):
        worn = by_log_worn[triple]
        gap = max(worn + (1.0 - rise[triple]), SMALLEST_GAP)
        by_log_worn[triple] = rise[triple] * worn / ((1.0 + worn) * gap)
    by_log_half, by_log_sharpness = 0.0, 0.0
    for index in range(pulses.run.size - 1):
        begin, end = pulses.run[index] - first, pulses.run[index + 1] - first
        if 0 <= begin < slot.size:
            reached = by_spared[slot[begin] :]
            for step in range(end - begin):
                by_each = reached[step] * by_log_worn[begin + step]
                by_log_half += by_each
                by_log_sharpness -= by_each * (log_u[begin + step] - log_half)
    return sharpness * by_log_half, sharpness * by_log_sharpness
