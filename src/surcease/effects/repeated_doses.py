"""Doses repeated at an even interval for so long that every interval is like the last."""

from __future__ import annotations

import numpy as np

from surcease.effects.estimate import Floats
from surcease.effects.pulse_effect import PulseDraws
from surcease.inference.wear_off import wear_off

PHASES = 32
"""Moments of an interval, evenly apart, over which the effect is averaged."""


def mean_rate_ratio(draws: PulseDraws, horizon: float, every_days: float) -> Floats:
    """Return the rate ratio averaged over an interval between doses, (num_draws,).

    At each moment exp(beta e), e = 1 - prod(1 - g) over all doses of the horizon before it: doses
    overlap and saturate as in the model.
    """
    half, sharpness = draws.half[:, None], draws.sharpness[:, None]
    since_latest = (np.arange(PHASES) + 0.5) / PHASES * every_days
    spared = np.ones((draws.beta.size, PHASES))
    for earlier in range(int(horizon / every_days) + 1):
        since = since_latest + earlier * every_days
        acting = since <= horizon
        spared[:, acting] *= 1.0 - wear_off(since[acting], draws.onset_days, half, sharpness)
    return np.asarray(np.exp(draws.beta[:, None] * (1.0 - spared)).mean(axis=1))
