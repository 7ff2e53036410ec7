"""The posterior under a prior that is not the model's: what a check has to notice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from surcease.inference.problem import Problem

type Floats = NDArray[np.float64]


def moved_prior_weights(
    theta: Floats, weight: Floats, problem: Problem, columns: Sequence[int]
) -> Floats:
    """Weigh draws anew for priors that are lower by their own standard deviation.

    Moved are the priors of the parameters named by `columns`; of log rate ratios, to priors that
    expect every treatment to help.
    """
    z = ((theta - problem.prior_mean) / problem.prior_sd)[:, columns]
    log_ratio = (-z - 0.5).sum(axis=1)
    changed = weight * np.exp(log_ratio - log_ratio.max())
    return np.asarray(changed / changed.sum())
