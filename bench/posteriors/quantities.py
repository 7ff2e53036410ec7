"""What of a posterior is judged: every parameter, and the mean reduction after a dose."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from surcease.effects.arrays import Arrays
from surcease.effects.pulse_effect import PulseDraws
from surcease.inference.parameters import (
    pulse_beta,
    pulse_log_half,
    pulse_log_sharpness,
    regimen_beta,
)

type Floats = NDArray[np.float64]


def quantity_names(arrays: Arrays, periods: Sequence[int]) -> tuple[str, ...]:
    reductions = [
        f"reduction over {days} days[{pulse.given.key}]"
        for pulse in arrays.pulses
        for days in periods
    ]
    return (*arrays.parameter_names, *reductions)


def quantities(arrays: Arrays, theta: Floats, periods: Sequence[int]) -> Floats:
    """Return (num_draws, num_quantities) in the order of `quantity_names`."""
    reductions = [
        mean_reduction(pulse.onset_days, index, theta, days)
        for index, pulse in enumerate(arrays.pulses)
        for days in periods
    ]
    return np.column_stack([theta, *reductions])


def mean_reduction(onset_days: float, pulse: int, theta: Floats, days: int) -> Floats:
    """Return the mean reduction over the first days after a dose, (num_draws,)."""
    draws = PulseDraws(
        onset_days,
        theta[:, pulse_beta(pulse)],
        np.exp(theta[:, pulse_log_half(pulse)]),
        np.exp(theta[:, pulse_log_sharpness(pulse)]),
    )
    return np.asarray(draws.reduction(np.arange(0.5, days)).mean(axis=1))


def effect_columns(arrays: Arrays) -> list[int]:
    """Return where in theta the log rate ratios of the treatments stand."""
    num_pulses = len(arrays.pulses)
    pulses = [pulse_beta(each) for each in range(num_pulses)]
    return pulses + [regimen_beta(num_pulses, each) for each in range(len(arrays.regimens))]
