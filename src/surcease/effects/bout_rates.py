"""Attacks a day while in a bout, averaged over the days of the diary that were in one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.effects.arrays import Arrays
from surcease.effects.contribution import contribution
from surcease.effects.estimate import Floats
from surcease.inference.paths import Paths
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Ints


class BoutRates(NamedTuple):
    """Means over the bouts of each drawn course that has one, (num_paths with a bout,).

    Attributes
    ----------
    draw
        Which draw of the parameters each belongs to.
    as_given
        Expected attacks a day as everything was given.
    without
        The same, had one treatment not been given.
    """

    draw: Ints
    as_given: Floats
    without: Floats


def bout_rates(arrays: Arrays, posterior: Posterior, paths: Paths, treatment: int) -> BoutRates:
    """Return attacks a day in bouts, with and without the treatment of that index."""
    days_in_bout = (paths.state > 0) * arrays.problem.length
    some = days_in_bout.any(axis=1)
    draw, rate = paths.draw[some], paths.rate[some]
    share = days_in_bout[some] / days_in_bout[some].sum(axis=1, keepdims=True)
    without = rate * np.exp(-contribution(arrays.problem, posterior.theta[draw], treatment))
    return BoutRates(draw, (share * rate).sum(axis=1), (share * without).sum(axis=1))
