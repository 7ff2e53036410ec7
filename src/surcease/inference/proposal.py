from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from scipy.linalg import solve_triangular
from scipy.special import gammaincinv, gammaln, ndtri

from surcease.inference.problem import Floats

DEGREES_OF_FREEDOM = 8.0
"""Tails heavier than the posterior's keep importance weights bounded."""

OUTERMOST = 1e-12


class Component(NamedTuple):
    """A multivariate t.

    Attributes
    ----------
    centre : (num_parameters,)
    factor : (num_parameters, num_parameters)
        Lower Cholesky factor of the scale matrix.
    whitening : (num_parameters, num_parameters)
        Its inverse.
    num_draws : int
    bend : int
        Which of several bends' straight coordinates it lies in.
    """

    centre: Floats
    factor: Floats
    whitening: Floats
    num_draws: int
    bend: int = 0


def component(centre: Floats, covariance: Floats, num_draws: int, bend: int = 0) -> Component:
    """Return a component; a covariance that is barely singular is lifted by a hair."""
    scale = np.sqrt(np.diag(covariance))
    correlation = covariance / np.outer(scale, scale)
    lifted = correlation + 1e-9 * np.eye(centre.size)
    factor = scale[:, None] * np.linalg.cholesky(lifted)
    whitening = solve_triangular(factor, np.eye(centre.size), lower=True)
    return Component(centre, factor, whitening, num_draws, bend)


def draw(rng: Generator, source: Component) -> Floats:
    """Return (num_draws, num_parameters) draws, spread evenly along every axis."""
    size, nu = source.centre.size, DEGREES_OF_FREEDOM
    uniforms = latin_hypercube(rng, source.num_draws, size + 1)
    normals = ndtri(uniforms[:, :size])
    normals *= np.sqrt(0.5 * nu / gammaincinv(0.5 * nu, uniforms[:, size:]))
    return np.asarray(source.centre + normals @ source.factor.T)


def latin_hypercube(rng: Generator, num_draws: int, size: int) -> Floats:
    """Return uniform draws, (num_draws, size), one in each of num_draws strips of every axis.

    Each draw is as likely anywhere as any, and means over them vary less (McKay, Beckman and
    Conover, Technometrics 1979;21:239-245).
    """
    strips = rng.permuted(np.tile(np.arange(num_draws), (size, 1)), axis=1).T
    uniforms = (strips + rng.random((num_draws, size))) / num_draws
    return np.clip(uniforms, OUTERMOST, 1.0 - OUTERMOST)


def log_pdf(source: Component, draws: Floats) -> Floats:
    """Return the log density of a component at (num_draws, num_parameters) points."""
    size, nu = source.centre.size, DEGREES_OF_FREEDOM
    z = (draws - source.centre) @ source.whitening.T
    squares = np.einsum("ij,ij->i", z, z)
    log_volume = np.log(np.diag(source.factor)).sum()
    constant = gammaln((nu + size) / 2) - gammaln(nu / 2) - 0.5 * size * np.log(nu * np.pi)
    return np.asarray(constant - log_volume - 0.5 * (nu + size) * np.log1p(squares / nu))


def shares(sources: Sequence[Component]) -> Floats:
    """Return the share of the draws that comes from each component."""
    num_draws = np.array([each.num_draws for each in sources], dtype=np.float64)
    return np.asarray(num_draws / num_draws.sum())
