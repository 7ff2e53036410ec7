"""Coordinates in which the posterior is nearer to a normal one.

The mean rate of a bout, mu, is well known where the walk reverts fast and hardly at all where it
reverts slowly: a funnel, which no normal proposal fits and in which NUTS crawls. Given sigma and
kappa, the mean of an Ornstein-Uhlenbeck walk watched for n days is known to a variance of about
sigma^2 / (kappa^2 n); combined with the prior this gives mu a conditional mean m and standard
deviation s, and nu = (mu - m) / s takes its place (non-centring; Papaspiliopoulos, Roberts and
Skold 2007).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.density import log_density, log_density_and_gradient
from surcease.inference.parameters import LOG_KAPPA, LOG_SIGMA, MU
from surcease.inference.problem import Floats, Problem


class Anchor(NamedTuple):
    """What the attack days say of mu before any fit: their log mean count, and their number."""

    log_rate: float
    num_days: float


def find_anchor(problem: Problem) -> Anchor:
    busy = problem.counts > 0
    if not busy.any():
        return Anchor(float(problem.prior_mean[MU]), 1.0)
    rate = problem.counts[busy].mean() / problem.length[busy].mean()
    return Anchor(float(np.log(rate)), float(busy.sum()))


@kernel
def conditional_mu(xi: Floats, problem: Problem, anchor: Anchor) -> tuple[float, float, float]:
    """Return m, s, and the slope of both's precision with respect to log(kappa / sigma)."""
    prior_precision = problem.prior_sd[MU] ** -2
    seen = np.exp(2.0 * (xi[LOG_KAPPA] - xi[LOG_SIGMA])) * anchor.num_days
    precision = prior_precision + seen
    mean = (prior_precision * problem.prior_mean[MU] + seen * anchor.log_rate) / precision
    return mean, precision**-0.5, seen / precision


@kernel
def unwarp(xi: Floats, problem: Problem, anchor: Anchor) -> Floats:
    """Return the parameters of a point in warped coordinates."""
    mean, spread, _ = conditional_mu(xi, problem, anchor)
    theta = xi.copy()
    theta[MU] = mean + spread * xi[MU]
    return theta


@kernel
def warp(theta: Floats, problem: Problem, anchor: Anchor) -> Floats:
    """Return the warped coordinates of parameters."""
    mean, spread, _ = conditional_mu(theta, problem, anchor)
    xi = theta.copy()
    xi[MU] = (theta[MU] - mean) / spread
    return xi


@kernel
def warped_log_density(xi: Floats, problem: Problem, anchor: Anchor) -> float:
    """Return the log density in warped coordinates, the Jacobian included."""
    _, spread, _ = conditional_mu(xi, problem, anchor)
    return float(log_density(unwarp(xi, problem, anchor), problem) + np.log(spread))


@kernel
def mu_slope(xi: Floats, problem: Problem, anchor: Anchor) -> float:
    """Return the derivative of mu with respect to log(kappa / sigma), nu standing still."""
    mean, spread, seen_share = conditional_mu(xi, problem, anchor)
    return float(seen_share * (2.0 * (anchor.log_rate - mean) - spread * xi[MU]))


@kernel
def warped_log_density_and_gradient(
    xi: Floats, problem: Problem, anchor: Anchor
) -> tuple[float, Floats]:
    """Return the log density in warped coordinates and its gradient, (num_parameters,)."""
    _, spread, seen_share = conditional_mu(xi, problem, anchor)
    value, gradient = log_density_and_gradient(unwarp(xi, problem, anchor), problem)
    by_log_ratio = gradient[MU] * mu_slope(xi, problem, anchor) - seen_share
    gradient[MU] *= spread
    gradient[LOG_KAPPA] += by_log_ratio
    gradient[LOG_SIGMA] -= by_log_ratio
    return value + np.log(spread), gradient


def unwarp_jacobian(xi: Floats, problem: Problem, anchor: Anchor) -> Floats:
    """Return the derivatives of the parameters, in rows, with respect to warped coordinates."""
    jacobian = np.eye(xi.size)
    _, jacobian[MU, MU], _ = conditional_mu(xi, problem, anchor)
    jacobian[MU, LOG_KAPPA] = mu_slope(xi, problem, anchor)
    jacobian[MU, LOG_SIGMA] = -jacobian[MU, LOG_KAPPA]
    return jacobian
