from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from surcease.inference.parameters import MU
from surcease.inference.problem import Floats, Problem
from surcease.inference.warp import Anchor, warp, warped_log_density_and_gradient

type Descent = Callable[[Floats], tuple[float, Floats]]

DIFFERENCE = 1e-4
"""Step, in prior standard deviations, of the gradient differences that make the Hessian."""

SAME_MODE = 0.1
"""Modes nearer than this, in prior standard deviations, are one."""

WIDEST = 2.0
"""No direction of a Laplace approximation is wider than this many prior standard deviations."""


class Mode(NamedTuple):
    """A local maximum of the posterior with its Laplace approximation.

    Attributes
    ----------
    xi : (num_parameters,)
        In warped coordinates.
    log_density : float
    covariance : (num_parameters, num_parameters)
        Inverse of the negative Hessian, floored where the density is not concave.
    evaluations : int
        Gradients that the search took.
    """

    xi: Floats
    log_density: float
    covariance: Floats
    evaluations: int


def find_modes(problem: Problem, anchor: Anchor, starts: Sequence[Floats]) -> list[Mode]:
    """Climb from each start by L-BFGS; return the distinct modes, highest first."""
    modes: list[Mode] = []
    for start in starts:
        mode = climb(problem, anchor, start)
        distances = [np.abs((mode.xi - each.xi) / warped_scale(problem)).max() for each in modes]
        if not distances or min(distances) > SAME_MODE:
            modes.append(mode)
    return sorted(modes, key=lambda mode: -mode.log_density)


def climb(problem: Problem, anchor: Anchor, start: Floats) -> Mode:
    """Return the mode that a start leads to, searched in units of the prior."""
    origin, sd = warp(start, problem, anchor), warped_scale(problem)

    def descend(z: Floats) -> tuple[float, Floats]:
        value, gradient = warped_log_density_and_gradient(origin + sd * z, problem, anchor)
        return -value, -gradient * sd

    found = minimize(
        descend,
        np.zeros_like(start),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 300, "maxcor": 20},
    )
    z = np.asarray(found.x, dtype=np.float64)
    covariance = laplace_covariance(hessian(descend, z)) * np.outer(sd, sd)
    return Mode(origin + sd * z, -float(found.fun), covariance, int(found.nfev))


def warped_scale(problem: Problem) -> Floats:
    """Return the width of the prior in warped coordinates, about, (num_parameters,)."""
    scale = problem.prior_sd.copy()
    scale[MU] = 1.0
    return scale


def hessian(descend: Descent, z: Floats) -> Floats:
    """Return the symmetrised Hessian by central differences of the gradient."""
    rows = [
        (descend(z + direction)[1] - descend(z - direction)[1]) / (2.0 * DIFFERENCE)
        for direction in np.eye(z.size) * DIFFERENCE
    ]
    return np.asarray((np.array(rows) + np.transpose(rows)) / 2.0)


def laplace_covariance(precision: Floats) -> Floats:
    """Invert a precision in prior units, no direction being wider than WIDEST.

    Without a finite precision it is the prior's.
    """
    if not np.isfinite(precision).all():
        return np.eye(precision.shape[0])
    values, vectors = np.linalg.eigh(precision)
    return np.asarray((vectors / np.maximum(values, WIDEST**-2)) @ vectors.T)
