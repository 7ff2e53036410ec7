from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.linalg import solve_triangular
from scipy.special import gammaln, logsumexp

from surcease.inference.problem import Floats

DEGREES_OF_FREEDOM = 8.0
"""Tails heavier than the posterior's keep importance weights bounded."""


class Component(NamedTuple):
    """A multivariate t: centre, lower Cholesky factor of its scale matrix, and how many draws."""

    centre: Floats
    factor: Floats
    num_draws: int


def component(centre: Floats, covariance: Floats, num_draws: int) -> Component:
    """Return a component; a covariance that is barely singular is lifted by a hair."""
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    lifted = correlation + 1e-9 * np.eye(centre.size)
    return Component(centre, scale[:, None] * np.linalg.cholesky(lifted), num_draws)


def draw(rng: Generator, source: Component) -> Floats:
    """Return (num_draws, num_parameters) draws."""
    normals = rng.standard_normal((source.num_draws, source.centre.size))
    spread = np.sqrt(DEGREES_OF_FREEDOM / rng.chisquare(DEGREES_OF_FREEDOM, source.num_draws))
    return np.asarray(source.centre + spread[:, None] * (normals @ source.factor.T))


def log_pdf(source: Component, draws: Floats) -> Floats:
    """Return the log density of a component at (num_draws, num_parameters) points."""
    size, nu = source.centre.size, DEGREES_OF_FREEDOM
    z = solve_triangular(source.factor, (draws - source.centre).T, lower=True)
    constant = (
        gammaln((nu + size) / 2)
        - gammaln(nu / 2)
        - 0.5 * size * np.log(nu * np.pi)
        - np.log(np.diag(source.factor)).sum()
    )
    return np.asarray(constant - 0.5 * (nu + size) * np.log1p((z * z).sum(axis=0) / nu))


def log_mixture_pdf(sources: Sequence[Component], draws: Floats) -> Floats:
    """Return the log density of all components together, each weighed by its draws.

    The balance heuristic (Veach and Guibas 1995; deterministic mixture of Owen and Zhou 2000).
    """
    shares = np.array([each.num_draws for each in sources], dtype=np.float64)
    logs = np.array([log_pdf(each, draws) for each in sources])
    return np.asarray(logsumexp(logs.T, axis=1, b=shares / shares.sum()))
