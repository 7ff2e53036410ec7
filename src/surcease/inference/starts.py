"""Where to look for modes that the usual starting points do not lead to.

Where several treatments overlap, a diary may be explained by the effect of one or of another, or by
a long weak effect or a short strong one, about equally well. Each such explanation is a mode, and a
posterior without one of them is too narrow.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from scipy.special import ndtri

from surcease.inference.parameters import NUM_COURSE
from surcease.inference.problem import Floats, Problem, num_treatments
from surcease.inference.proposal import latin_hypercube

PER_OTHER_TREATMENT = 3
"""Starts for each treatment beyond the first: with a single one none was found to help."""


def starts_elsewhere(rng: Generator, problem: Problem, theta: Floats) -> list[Floats]:
    """Return copies of theta whose effects and wear-offs are drawn anew from their priors."""
    number = PER_OTHER_TREATMENT * max(0, num_treatments(problem) - 1)
    of_effects = slice(NUM_COURSE, None)
    mean, sd = problem.prior_mean[of_effects], problem.prior_sd[of_effects]
    starts = np.tile(theta, (number, 1))
    starts[:, of_effects] = mean + sd * ndtri(latin_hypercube(rng, number, mean.size))
    return list(starts)
