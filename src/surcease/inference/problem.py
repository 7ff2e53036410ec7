from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]

UNKNOWN = -1
"""The count of a day about which nothing is known."""


class Pulses(NamedTuple):
    """Doses that act for a while, as (treatment, day, dose) triples sorted by treatment and day.

    Attributes
    ----------
    first : (num_pulses + 1,)
        Triples of treatment p are first[p] to first[p + 1].
    day : (num_triples,)
        Day index of the triple.
    log_u : (num_triples,)
        Log of the days since the dose, at the middle of the part of the day that follows it.
    rise : (num_triples,)
        Share of the day that follows the dose, times 1 - exp(-u / onset).
    """

    first: Ints
    day: Ints
    log_u: Floats
    rise: Floats


class Problem(NamedTuple):
    """One diary as arrays: all that the attack-rate model needs.

    Attributes
    ----------
    counts : (num_days,)
        Attacks of each day, UNKNOWN where nothing is known.
    day_length : (num_days,)
        Length of the civil day in units of 24 hours, positive.
    pulses : Pulses
    regimens : (num_regimens, num_days)
        Daily amount over the reference amount, smoothed by the treatment's lag.
    levels : (num_levels,)
        Log attacks a day above the bout's mean mu, evenly spaced around zero.
    prior_mean, prior_sd : (num_parameters,)
        Normal priors of the unconstrained parameters, in the order of `parameters.py`.
    """

    counts: Ints
    day_length: Floats
    pulses: Pulses
    regimens: Floats
    levels: Floats
    prior_mean: Floats
    prior_sd: Floats
