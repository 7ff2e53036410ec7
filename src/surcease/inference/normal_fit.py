"""The normal distribution nearest to a log density that is known at some points."""

from __future__ import annotations

import numpy as np

from surcease.inference.problem import Floats

RIDGE = 1.0
"""How many points of full weight the standard normal is worth."""

NARROWEST, WIDEST = 0.5, 2.0
"""Limits of a standard deviation in any direction."""


def fit_normal(u: Floats, log_p: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Return the mean and covariance of the normal that follows a log density best.

    A quadratic is fitted to `log_p`, (num_points,), at `u`, (num_points, size), by weighted least
    squares, and drawn to that of the standard normal. Unlike the mean and covariance of weighted
    points it owes nothing to where the points happen to lie, and wants fewer of them.
    """
    used = (weight > 0.0) & np.isfinite(log_p)
    u, log_p = u[used], log_p[used]
    weight = weight[used] / weight.max()
    row, column = np.triu_indices(u.shape[1])
    products = u[:, row] * u[:, column] * np.where(row == column, 0.5, 1.0)
    terms = np.hstack([np.ones((u.shape[0], 1)), u, products])
    excess = log_p + 0.5 * np.square(u).sum(axis=1)
    target = excess - np.average(excess, weights=weight)
    weighted = terms.T * weight
    penalty = RIDGE * np.eye(terms.shape[1])
    penalty[0, 0] = 0.0
    _, slope, curve = np.split(
        np.linalg.solve(weighted @ terms + penalty, weighted @ target), [1, 1 + u.shape[1]]
    )
    precision = np.eye(u.shape[1])
    precision[row, column] -= curve
    precision[column, row] = precision[row, column]
    covariance = limited_inverse(precision)
    return covariance @ slope, covariance


def limited_inverse(precision: Floats) -> Floats:
    """Return the covariance of a precision, no direction being wider or narrower than allowed."""
    values, vectors = np.linalg.eigh(precision)
    return np.asarray((vectors / np.clip(values, WIDEST**-2, NARROWEST**-2)) @ vectors.T)
