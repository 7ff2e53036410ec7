"""The one number that a check of an effect is about."""

from __future__ import annotations

import numpy as np

from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse
from surcease.effects.pulse_effect import PERIODS_DAYS, PulseDraws


def headline_days(pulse: ExposedPulse) -> int:
    """Return the period nearest to twice the published half-time, about until the next dose."""
    twice = 2.0 * pulse.half_prior_days
    return min(PERIODS_DAYS, key=lambda days: abs(np.log(days / twice)))


def mean_reduction(theta: Floats, index: int, pulse: ExposedPulse) -> Floats:
    """Return the mean reduction over the headline days after one dose, (num_draws,)."""
    draws = PulseDraws.of(theta, index, pulse.onset_days)
    return np.asarray(draws.reduction(np.arange(0.5, headline_days(pulse))).mean(axis=1))
