from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import OptimizeResult, minimize

from surcease.inference.parameters import MU
from surcease.inference.problem import Floats, Problem
from surcease.inference.warp import (
    Anchor,
    unwarp,
    unwarp_jacobian,
    warp,
    warped_log_density_and_gradient,
)

type Descent = Callable[[Floats], tuple[float, Floats]]

DIFFERENCE = 1e-4
"""Step, in prior standard deviations, of the gradient differences that make the Hessian."""

FLAT = 1e-6
"""A climb ends where a step gains less than this share of the log density."""

SAME_MODE = 1.0
"""A climb that comes this near to a known mode, in its standard deviations, leads nowhere else."""

WIDEST = 2.0
"""No direction of a Laplace approximation is wider than this many prior standard deviations."""


class Mode(NamedTuple):
    """A local maximum of the log density in warped coordinates, with its Laplace approximation.

    Attributes
    ----------
    theta : (num_parameters,)
        The parameters there.
    log_density : float
        In warped coordinates.
    covariance : (num_parameters, num_parameters)
        Of the parameters: inverse of the negative Hessian, floored where it is not concave.
    """

    theta: Floats
    log_density: float
    covariance: Floats

    def is_near(self, theta: Floats) -> bool:
        offset = theta - self.theta
        return bool(offset @ np.linalg.solve(self.covariance, offset) < SAME_MODE**2)


def find_modes(
    problem: Problem, anchor: Anchor, starts: Sequence[Floats], known: Sequence[Mode] = ()
) -> list[Mode]:
    """Climb from each start by L-BFGS; return these and the known distinct modes, highest first."""
    modes = list(known)
    for start in starts:
        mode = climb(problem, anchor, start, modes)
        if mode is not None:
            modes.append(mode)
    return sorted(modes, key=lambda mode: -mode.log_density)


def climb(
    problem: Problem, anchor: Anchor, start: Floats, known: Sequence[Mode] = ()
) -> Mode | None:
    """Return the mode that a start leads to; None where it is a known one.

    The search is in warped coordinates, in units of the prior.
    """
    origin, sd = warp(start, problem, anchor), warped_scale(problem)

    def descend(z: Floats) -> tuple[float, Floats]:
        value, gradient = warped_log_density_and_gradient(origin + sd * z, problem, anchor)
        return -value, -gradient * sd

    def reaches_known(z: Floats) -> bool:
        theta = unwarp(origin + sd * z, problem, anchor)
        return any(mode.is_near(theta) for mode in known)

    def stop_where_known(intermediate_result: OptimizeResult) -> None:
        if reaches_known(intermediate_result.x):
            raise StopIteration

    found = minimize(
        descend,
        np.zeros_like(start),
        jac=True,
        method="L-BFGS-B",
        callback=stop_where_known,
        options={"maxiter": 300, "maxcor": 20, "ftol": FLAT},
    )
    z = np.asarray(found.x, dtype=np.float64)
    if reaches_known(z):
        return None
    xi = origin + sd * z
    to_theta = unwarp_jacobian(xi, problem, anchor) * sd
    precision = hessian(descend, z, np.asarray(found.jac))
    covariance = to_theta @ laplace_covariance(precision) @ to_theta.T
    return Mode(unwarp(xi, problem, anchor), -float(found.fun), covariance)


def warped_scale(problem: Problem) -> Floats:
    """Return the width of the prior in warped coordinates, about, (num_parameters,)."""
    scale = problem.prior_sd.copy()
    scale[MU] = 1.0
    return scale


def hessian(descend: Descent, z: Floats, gradient: Floats) -> Floats:
    """Return the symmetrised Hessian by differences from the gradient at z."""
    rows = [(descend(z + step)[1] - gradient) / DIFFERENCE for step in DIFFERENCE * np.eye(z.size)]
    return np.asarray((np.array(rows) + np.transpose(rows)) / 2.0)


def laplace_covariance(precision: Floats) -> Floats:
    """Invert a precision in prior units, no direction being wider than WIDEST.

    Without a finite precision it is the prior's.
    """
    if not np.isfinite(precision).all():
        return np.eye(precision.shape[0])
    values, vectors = np.linalg.eigh(precision)
    return np.asarray((vectors / np.maximum(values, WIDEST**-2)) @ vectors.T)
