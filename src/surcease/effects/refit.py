"""The posterior fitted again after a small change of its problem: a mode and its curvature.

In coordinates in which the posterior before the change is a standard normal, the new mode is near
and the curvature near one, so that a search takes about ten gradients.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.optimize import minimize

from surcease.effects.estimate import Floats
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Ints, Problem
from surcease.inference.warp import Anchor, find_anchor, warp, warped_log_density_and_gradient

FLAT = 0.02
"""A gradient below this, in those coordinates, is within a fiftieth of a standard deviation."""

DIFFERENCE = 1e-3
WIDEST = 3.0
"""No direction becomes wider than this many times its width before the change."""


class Normal(NamedTuple):
    """A normal approximation of a posterior in warped coordinates.

    Attributes
    ----------
    anchor
        Of the warp, kept through every change so that modes can be compared.
    centre : (num_parameters,)
    factor : (num_parameters, num_parameters)
        A square root of the covariance, factor @ factor.T.
    """

    anchor: Anchor
    centre: Floats
    factor: Floats

    @property
    def sd(self) -> Floats:
        return np.sqrt(np.square(self.factor).sum(axis=1))

    def draw(self, rng: Generator, num_draws: int) -> Floats:
        """Return draws in warped coordinates, (num_draws, num_parameters), in mirrored pairs."""
        half = rng.standard_normal(((num_draws + 1) // 2, self.centre.size))
        return np.asarray(self.centre + np.vstack([half, -half])[:num_draws] @ self.factor.T)

    def independent(self, columns: Ints, centre: Floats, sd: Floats) -> Normal:
        """Return it with some parameters independent of all others, at such values."""
        covariance = self.factor @ self.factor.T
        covariance[columns] = covariance[:, columns] = 0.0
        covariance[columns, columns] = sd**2
        moved = self.centre.copy()
        moved[columns] = centre
        return Normal(self.anchor, moved, square_root(covariance))


class Climb(NamedTuple):
    """A mode in the coordinates of the search, and the gradient that is left there."""

    z: Floats
    gradient: Floats


def normal_of(problem: Problem, posterior: Posterior) -> Normal:
    """Return the normal with the mean and covariance of a posterior's draws."""
    anchor = find_anchor(problem)
    xi = np.array([warp(each, problem, anchor) for each in posterior.theta])
    centre = posterior.weight @ xi
    offset = xi - centre
    covariance = (posterior.weight[:, None] * offset).T @ offset
    return Normal(anchor, centre, square_root(covariance))


def square_root(covariance: Floats) -> Floats:
    values, vectors = np.linalg.eigh(covariance)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0.0)))


def descend(problem: Problem, start: Normal, z: Floats) -> tuple[float, Floats]:
    """Return minus the log density and its gradient in the coordinates of a start."""
    xi = start.centre + start.factor @ z
    value, gradient = warped_log_density_and_gradient(xi, problem, start.anchor)
    return -value, -start.factor.T @ gradient


def climb(problem: Problem, start: Normal) -> Climb:
    def down(z: Floats) -> tuple[float, Floats]:
        return descend(problem, start, z)

    found = minimize(
        down,
        np.zeros_like(start.centre),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 100, "maxcor": 20, "gtol": FLAT},
    )
    return Climb(np.asarray(found.x), np.asarray(found.jac))


def nearest_mode(problem: Problem, start: Normal) -> Floats:
    """Return the mode that the start leads to, in warped coordinates."""
    return np.asarray(start.centre + start.factor @ climb(problem, start).z)


def refit(problem: Problem, start: Normal) -> Normal:
    """Return the Laplace approximation at the mode that the start leads to."""
    z, gradient = climb(problem, start)
    steps = DIFFERENCE * np.eye(z.size)
    rows = [(descend(problem, start, z + step)[1] - gradient) / DIFFERENCE for step in steps]
    values, vectors = np.linalg.eigh((np.array(rows) + np.transpose(rows)) / 2.0)
    inverse_root = vectors / np.sqrt(np.maximum(values, WIDEST**-2))
    return Normal(start.anchor, start.centre + start.factor @ z, start.factor @ inverse_root)
