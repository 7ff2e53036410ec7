"""The posterior of the severity model: its mode, then importance sampling around it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.optimize import minimize

from surcease.inference.bend import find_bend, no_bend
from surcease.inference.compile import kernel
from surcease.inference.importance import MAX_PARETO_K, Sampling, sample_importance
from surcease.inference.mode import hessian, laplace_covariance
from surcease.inference.posterior import FEWEST_DRAWS
from surcease.inference.problem import Floats, Ints
from surcease.inference.proposal import component
from surcease.inference.severity_density import (
    severity_log_density,
    severity_log_density_and_gradient,
)
from surcease.inference.severity_problem import (
    NUM_COURSE,
    SeverityProblem,
    covariate_shift,
    cut_parameters,
    first_cut,
    pulse_shift,
)

SAMPLING = Sampling(first_round=200, enough=400.0)

CUT_SCALE = 0.5
"""Scale of the search in the direction of a cutpoint: the width of its posterior, or more."""


class SeverityPosterior(NamedTuple):
    """Weighted draws of every parameter of one outcome.

    Attributes
    ----------
    theta : (num_draws, num_parameters)
    weight : (num_draws,)
        Sums to one.
    pareto_k, ess : float
        Of the importance sampling.
    """

    theta: Floats
    weight: Floats
    pareto_k: float
    ess: float

    @property
    def reliable(self) -> bool:
        """Whether intervals can be trusted as they stand."""
        return self.pareto_k <= MAX_PARETO_K and self.ess >= FEWEST_DRAWS


def fit_severity(rng: Generator, problem: SeverityProblem) -> SeverityPosterior:
    """Sample until the effective draws are enough or the rounds are used up."""
    centre, covariance = laplace(problem)
    bend, middle = find_bend(
        no_bend(centre, covariance, order_of_dependence(problem)),
        lambda theta: severity_log_density_and_gradient(theta, problem)[1],
    )
    drawn = sample_importance(
        rng,
        lambda theta: log_densities(theta, problem),
        [bend],
        [component(middle, np.eye(middle.size), SAMPLING.first_round)],
        SAMPLING,
    )
    return SeverityPosterior(*drawn.with_weight(), drawn.pareto_k, drawn.ess)


def order_of_dependence(problem: SeverityProblem) -> Ints:
    """Put the course and the fading of effects first: they tell how well to know all others."""
    num_pulses = problem.pulses.first.size - 1
    shifts = [pulse_shift(each) for each in range(num_pulses)]
    fading = [shift + after for shift in shifts for after in (1, 2)]
    rest = range(covariate_shift(num_pulses, 0), problem.prior_mean.size)
    return np.array([*range(NUM_COURSE), *fading, *shifts, *rest])


def starting_point(problem: SeverityProblem) -> Floats:
    """Return where the search starts: the priors' centres, and cutpoints as the grades are seen."""
    seen = np.bincount(problem.grade, minlength=problem.num_grades) + 0.5
    below = np.cumsum(seen)[:-1] / seen.sum()
    start = problem.prior_mean.copy()
    start[first_cut(problem) :] = cut_parameters(below)
    return start


def search_scale(problem: SeverityProblem) -> Floats:
    scale = problem.prior_sd.copy()
    scale[first_cut(problem) :] = CUT_SCALE
    return scale


def laplace(problem: SeverityProblem) -> tuple[Floats, Floats]:
    """Return the mode, by L-BFGS, and the covariance that the curvature there gives."""
    origin, scale = starting_point(problem), search_scale(problem)

    def descend(z: Floats) -> tuple[float, Floats]:
        value, gradient = severity_log_density_and_gradient(origin + scale * z, problem)
        return -value, -gradient * scale

    found = minimize(
        descend,
        np.zeros_like(origin),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 300, "maxcor": 20},
    )
    z = np.asarray(found.x, dtype=np.float64)
    precision = hessian(descend, z, np.asarray(found.jac))
    return origin + scale * z, laplace_covariance(precision) * np.outer(scale, scale)


@kernel
def log_densities(theta: Floats, problem: SeverityProblem) -> Floats:
    """Return the log density at each row of (num_draws, num_parameters)."""
    values = np.empty(theta.shape[0])
    for row in range(theta.shape[0]):
        values[row] = severity_log_density(theta[row], problem)
    return values
